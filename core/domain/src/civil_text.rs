//! Civil time as it is kept and handed over, to the minute: `2026-11-24T10:00`, `10:00`. chrono's formats would read and write
//! it as well, with 25 KB of what else they can.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// A moment as text. A year outside 0 to 9999 is written with its sign.
pub fn moment_text(moment: NaiveDateTime) -> String {
    format!("{}T{}", moment.date(), time_text(moment.time()))
}

/// The moment that a text gives, without seconds.
pub fn read_moment(text: &str) -> Option<NaiveDateTime> {
    let (date, time) = text.split_once('T')?;
    let (year, rest) = date.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    Some(date.and_time(read_time(time)?))
}

/// A time of day as text.
pub fn time_text(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The time of day that a text gives, without seconds.
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once(':')?;
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn moments_are_written_as_chrono_does_and_read_again() {
        let first = NaiveDate::from_ymd_opt(-1, 12, 30).unwrap().and_hms_opt(23, 59, 0).unwrap();
        for steps in 0..20_000 {
            let moment = first + TimeDelta::minutes(steps * 297_001);
            let text = moment_text(moment);
            assert_eq!(text, moment.format("%Y-%m-%dT%H:%M").to_string());
            assert_eq!(time_text(moment.time()), moment.format("%H:%M").to_string());
            assert_eq!(read_time(&time_text(moment.time())), Some(moment.time()));
            if (0..=9999).contains(&chrono::Datelike::year(&moment)) {
                assert_eq!(read_moment(&text), Some(moment));
            }
        }
    }

    #[test]
    fn what_is_no_moment_is_not_read() {
        for text in ["", "2026-11-24", "2026-11-31T10:00", "2026-11-24T24:00", "2026-11-24T10:00:00", "2026-11T10:00"] {
            assert_eq!(read_moment(text), None, "{text}");
        }
        for text in ["", "10", "10:60", "-1:00", "10:00:00"] {
            assert_eq!(read_time(text), None, "{text}");
        }
    }
}
