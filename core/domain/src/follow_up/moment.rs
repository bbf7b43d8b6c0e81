//! Choosing the moment of a follow-up.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::calendar::WorkCalendar;
use super::night::EVENING_HOUR;
use crate::time::{Timestamp, TzSnapshot};

/// The hour of the day at which a follow-up reminds: no zone has skipped or repeated ten o'clock since 1995 but for the
/// two islands that skipped a whole day.
pub const REMINDER_HOUR: u32 = 10;

/// An unstated follow-up comes no sooner than this after the meeting: the next morning, not the same night.
pub const MIN_GAP_HOURS: i64 = 16;

/// People met within so long of one another were met in one session.
pub const SESSION_HOURS: i64 = 3;

/// A moment nearer than this is not shared by a person who is saved now.
const SESSION_GAP_HOURS: i64 = 8;

/// An unstated follow-up comes no later than this after the meeting, weekends or not.
pub const HARD_CAP_DAYS: i64 = 7;

/// When to remind of an encounter at `met_at`.
///
/// A stated day is kept, at ten; a day that the zone skips moves to the next business day, and "today" after ten moves
/// to the next full hour that is at least an hour away, before nine in the evening. A day before today is no wish: the
/// usual moment is chosen. Unstated: ten o'clock on the first business day at least 16 hours away, and never more than
/// seven days away.
pub fn choose_moment(
    met_at: Timestamp,
    stated: Option<NaiveDate>,
    zone: &TzSnapshot,
    calendar: &WorkCalendar,
) -> NaiveDateTime {
    let now = zone.civil_at(met_at);
    match stated {
        Some(day) if day > now.date() => on_or_after(day, zone, calendar),
        Some(day) if day == now.date() => {
            later_today(now).unwrap_or_else(|| on_or_after(next_day(day), zone, calendar))
        }
        _ => usual_moment(met_at, now.date(), zone, calendar),
    }
}

/// The moment for a person met in the same session as others, who were saved before and are to be reminded of at
/// `earlier`. It is shared, so that one evening's people come together in one morning, unless it is less than eight hours
/// away by now. When a session ends is not known while it lasts, and what was planned is never moved.
pub fn share_session(own: NaiveDateTime, earlier: NaiveDateTime, now: Timestamp, zone: &TzSnapshot) -> NaiveDateTime {
    let is_near = zone.instant_of(earlier) < now.saturating_add(TimeDelta::hours(SESSION_GAP_HOURS));
    if is_near { own } else { own.min(earlier) }
}

/// What a person who puts a reminder off is offered, beside a date of their own: tomorrow, in three days, in a week.
pub fn later_choices(now: Timestamp, zone: &TzSnapshot, calendar: &WorkCalendar) -> [NaiveDateTime; 3] {
    let today = zone.civil_at(now).date();
    [1, 3, 7].map(|days| {
        let day = today.checked_add_signed(TimeDelta::days(days)).unwrap_or(today);
        on_or_after(day, zone, calendar)
    })
}

fn usual_moment(met_at: Timestamp, today: NaiveDate, zone: &TzSnapshot, calendar: &WorkCalendar) -> NaiveDateTime {
    let far_enough = |moment: NaiveDateTime| {
        zone.instant_of(moment) >= met_at.saturating_add(TimeDelta::hours(MIN_GAP_HOURS)) && zone.has_day(moment.date())
    };
    let within_cap =
        |moment: NaiveDateTime| zone.instant_of(moment) <= met_at.saturating_add(TimeDelta::days(HARD_CAP_DAYS));
    let candidates =
        || days_after(today).map(at_ten).take_while(|moment| within_cap(*moment)).filter(|m| far_enough(*m));
    candidates()
        .find(|moment| calendar.is_business_day(moment.date()))
        .or_else(|| candidates().next())
        .unwrap_or_else(|| at_ten(next_day(today)))
}

/// That day at ten, or the next business day where the zone skips it.
fn on_or_after(day: NaiveDate, zone: &TzSnapshot, calendar: &WorkCalendar) -> NaiveDateTime {
    at_ten(if zone.has_day(day) { day } else { calendar.business_day_after(day, zone) })
}

fn later_today(now: NaiveDateTime) -> Option<NaiveDateTime> {
    let ten = at_ten(now.date());
    if now < ten {
        return Some(ten);
    }
    let hour = now.hour() + if now.minute() == 0 { 1 } else { 2 };
    (hour < EVENING_HOUR).then(|| now.date().and_hms_opt(hour, 0, 0)).flatten()
}

fn at_ten(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::from_hms_opt(REMINDER_HOUR, 0, 0).unwrap_or_default())
}

fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

fn days_after(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    day.iter_days().skip(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::WeekendMask;
    use crate::time::TzTransition;
    use proptest::prelude::*;

    fn off(days: &[u8]) -> WorkCalendar {
        WorkCalendar { weekend: WeekendMask::from_days(days), holidays: Vec::new() }
    }

    fn weekend() -> WorkCalendar {
        off(&[5, 6])
    }

    fn civil(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn moment(met: &str, stated: Option<&str>) -> String {
        let utc = TzSnapshot::fixed("UTC", 0);
        let stated = stated.map(|day| civil(&format!("{day} 00:00")).date());
        choose_moment(utc.instant_of(civil(met)), stated, &utc, &weekend()).format("%a %F %H:%M").to_string()
    }

    #[test]
    fn unstated_is_the_first_business_day_at_least_sixteen_hours_away() {
        for (met, expected) in [
            ("2026-11-23 09:00", "Tue 2026-11-24 10:00"),
            ("2026-11-23 18:00", "Tue 2026-11-24 10:00"),
            ("2026-11-23 18:01", "Wed 2026-11-25 10:00"),
            ("2026-11-23 23:59", "Wed 2026-11-25 10:00"),
            ("2026-11-26 20:00", "Mon 2026-11-30 10:00"),
            ("2026-11-27 11:00", "Mon 2026-11-30 10:00"),
            ("2026-11-29 12:00", "Mon 2026-11-30 10:00"),
            ("2026-11-29 19:00", "Tue 2026-12-01 10:00"),
            ("2026-12-31 12:00", "Fri 2027-01-01 10:00"),
            ("2028-02-28 12:00", "Tue 2028-02-29 10:00"),
        ] {
            assert_eq!(moment(met, None), expected, "met {met}");
        }
    }

    #[test]
    fn a_stated_day_is_kept_and_a_past_one_is_not_a_wish() {
        for (met, stated, expected) in [
            ("2026-11-23 09:00", "2026-11-24", "Tue 2026-11-24 10:00"),
            ("2026-11-23 09:00", "2026-11-28", "Sat 2026-11-28 10:00"),
            ("2026-11-23 09:00", "2027-06-01", "Tue 2027-06-01 10:00"),
            ("2026-11-23 23:30", "2026-11-24", "Tue 2026-11-24 10:00"),
            ("2026-11-23 09:00", "2026-11-23", "Mon 2026-11-23 10:00"),
            ("2026-11-23 10:00", "2026-11-23", "Mon 2026-11-23 11:00"),
            ("2026-11-23 14:05", "2026-11-23", "Mon 2026-11-23 16:00"),
            ("2026-11-23 20:00", "2026-11-23", "Tue 2026-11-24 10:00"),
            ("2026-11-23 09:00", "2020-01-01", "Tue 2026-11-24 10:00"),
        ] {
            assert_eq!(moment(met, Some(stated)), expected, "met {met}, stated {stated}");
        }
    }

    #[test]
    fn a_week_without_business_days_still_ends_within_seven_days() {
        let utc = TzSnapshot::fixed("UTC", 0);
        let all_week = off(&[0, 1, 2, 3, 4, 5, 6]);
        let chosen = choose_moment(utc.instant_of(civil("2026-11-23 09:00")), None, &utc, &all_week);
        assert_eq!(chosen, civil("2026-11-24 10:00"));
    }

    #[test]
    fn a_holiday_is_no_business_day_and_a_stated_day_is_kept_all_the_same() {
        let utc = TzSnapshot::fixed("UTC", 0);
        let thanksgiving = civil("2026-11-26 00:00").date();
        let calendar = WorkCalendar { holidays: vec![thanksgiving], ..weekend() };
        let met = utc.instant_of(civil("2026-11-25 12:00"));
        assert_eq!(choose_moment(met, None, &utc, &calendar), civil("2026-11-27 10:00"));
        assert_eq!(choose_moment(met, Some(thanksgiving), &utc, &calendar), civil("2026-11-26 10:00"));
    }

    #[test]
    fn one_evening_s_people_land_together() {
        let utc = TzSnapshot::fixed("UTC", 0);
        let first = civil("2026-11-24 10:00");
        let at = |text| utc.instant_of(civil(text));
        let later = civil("2026-11-25 10:00");
        assert_eq!(share_session(later, first, at("2026-11-23 18:30"), &utc), first);
        assert_eq!(share_session(later, first, at("2026-11-24 02:01"), &utc), later, "too near by now");
        assert_eq!(share_session(first, later, at("2026-11-23 17:00"), &utc), first, "never put off by it");
    }

    #[test]
    fn later_offers_tomorrow_three_days_and_a_week() {
        let utc = TzSnapshot::fixed("UTC", 0);
        let offered = later_choices(utc.instant_of(civil("2026-11-26 15:00")), &utc, &weekend());
        assert_eq!(offered, [civil("2026-11-27 10:00"), civil("2026-11-29 10:00"), civil("2026-12-03 10:00")]);
    }

    #[test]
    fn a_day_that_the_zone_skips_moves_to_the_next_business_day() {
        let apia = TzSnapshot {
            zone_id: "Pacific/Apia".into(),
            offset_at_start_s: -10 * 3600,
            transitions: vec![TzTransition { at_ms: 1_325_239_200_000, offset_after_s: 14 * 3600 }],
        };
        let met = apia.instant_of(civil("2011-12-28 12:00"));
        let friday = civil("2011-12-30 00:00").date();
        assert_eq!(choose_moment(met, Some(friday), &apia, &weekend()), civil("2012-01-02 10:00"));
    }

    proptest! {
        #[test]
        fn unstated_is_never_at_night_too_soon_or_too_late(ms in 0i64..4_102_444_800_000, offset in -43_200i32..50_400, mask in 0u8..128) {
            let zone = TzSnapshot::fixed("Test/Zone", offset);
            let days: Vec<u8> = (0..7).filter(|day| mask & (1 << day) != 0).collect();
            let met = Timestamp::from_ms(ms);
            let chosen = choose_moment(met, None, &zone, &off(&days));
            let gap = zone.instant_of(chosen).ms() - ms;
            prop_assert!((MIN_GAP_HOURS * 3_600_000..=HARD_CAP_DAYS * 86_400_000).contains(&gap));
            prop_assert_eq!(chosen.hour(), REMINDER_HOUR);
        }

        #[test]
        fn any_stated_day_lies_ahead(ms in 0i64..4_102_444_800_000, ahead in -400i64..400) {
            let zone = TzSnapshot::fixed("Test/Zone", 3600);
            let met = Timestamp::from_ms(ms);
            let stated = zone.civil_at(met).date() + TimeDelta::days(ahead);
            prop_assert!(zone.instant_of(choose_moment(met, Some(stated), &zone, &weekend())) > met);
        }
    }
}
