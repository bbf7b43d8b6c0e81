//! The zones between which people travel, as the tables that a phone would hand over.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, Weekday};
use justmet_domain::time::{TzSnapshot, TzTransition};

/// Which of [`all`] is the place that crosses the date line.
pub const DATE_LINE: usize = 6;

const HOUR: i32 = 3600;
const YEARS: std::ops::RangeInclusive<i32> = 2026..=2030;

/// All of them: with and without summer time, half an hour of it, both edges of the day, and one that skips a Friday.
pub fn all() -> &'static [TzSnapshot] {
    static ALL: OnceLock<Vec<TzSnapshot>> = OnceLock::new();
    ALL.get_or_init(|| {
        vec![
            TzSnapshot::fixed("Etc/UTC", 0),
            summer("Europe/Berlin", HOUR, HOUR, (3, Week::Last, 1), (10, Week::Last, 1)),
            summer("America/New_York", -5 * HOUR, HOUR, (3, Week::Second, 7), (11, Week::First, 6)),
            TzSnapshot::fixed("Asia/Tokyo", 9 * HOUR),
            // The south: its summer ends first in a year. Half an hour of it.
            summer_over_new_year("Australia/Lord_Howe", 37_800, HOUR / 2, (4, 15), (10, 15)),
            TzSnapshot::fixed("Pacific/Kiritimati", 14 * HOUR),
            TzSnapshot {
                zone_id: "Test/Date_Line".into(),
                offset_at_start_s: -10 * HOUR,
                transitions: vec![TzTransition { at_ms: date_line_ms(), offset_after_s: 14 * HOUR }],
            },
            TzSnapshot::fixed("Etc/GMT+12", -12 * HOUR),
        ]
    })
}

/// The nth of them, counted round.
pub fn zone(nth: usize) -> &'static TzSnapshot {
    static UTC: TzSnapshot = TzSnapshot { zone_id: String::new(), offset_at_start_s: 0, transitions: Vec::new() };
    all().get(nth % all().len()).unwrap_or(&UTC)
}

/// When [`DATE_LINE`] goes from Thursday 2027-03-04 to Saturday: what is due on the Friday waits until Monday.
pub fn date_line_ms() -> i64 {
    instant(2027, 3, 5, 10)
}

/// The instants around which clocks change somewhere, worth starting near.
pub fn changes() -> Vec<i64> {
    let mut all: Vec<i64> = all().iter().flat_map(|zone| zone.transitions.iter().map(|change| change.at_ms)).collect();
    all.sort_unstable();
    all
}

enum Week {
    First,
    Second,
    Last,
}

fn summer(name: &str, standard: i32, by: i32, starts: (u32, Week, u32), ends: (u32, Week, u32)) -> TzSnapshot {
    let change = |year, (month, week, hour): &(u32, Week, u32), offset_after_s| TzTransition {
        at_ms: instant(year, *month, sunday(year, *month, week), *hour),
        offset_after_s,
    };
    let transitions =
        YEARS.flat_map(|year| [change(year, &starts, standard + by), change(year, &ends, standard)]).collect();
    TzSnapshot { zone_id: name.into(), offset_at_start_s: standard, transitions }
}

fn summer_over_new_year(name: &str, standard: i32, by: i32, ends: (u32, u32), starts: (u32, u32)) -> TzSnapshot {
    // The Saturday before the Sunday, in UTC.
    let change = |year, (month, hour): (u32, u32), offset_after_s| TzTransition {
        at_ms: instant(year, month, sunday(year, month, &Week::First), hour) - 86_400_000,
        offset_after_s,
    };
    let transitions = YEARS.flat_map(|year| [change(year, ends, standard), change(year, starts, standard + by)]);
    TzSnapshot { zone_id: name.into(), offset_at_start_s: standard + by, transitions: transitions.collect() }
}

fn sunday(year: i32, month: u32, week: &Week) -> u32 {
    let sundays = (1..=31)
        .filter(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some_and(|it| it.weekday() == Weekday::Sun));
    match week {
        Week::First => sundays.min(),
        Week::Second => sundays.min().map(|day| day + 7),
        Week::Last => sundays.max(),
    }
    .unwrap_or(1)
}

/// An instant, in milliseconds since the Unix epoch.
pub fn instant(year: i32, month: u32, day: u32, hour: u32) -> i64 {
    let date = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    date.and_hms_opt(hour, 0, 0).unwrap_or_default().and_utc().timestamp_millis()
}
