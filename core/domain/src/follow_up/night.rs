//! The hours in which nobody is disturbed: from nine in the evening to eight in the morning.

use chrono::{NaiveTime, Timelike};

use super::REMINDER_HOUR;
use crate::time::{Timestamp, TzSnapshot};

/// From this hour on the person is left in peace until morning.
pub(super) const EVENING_HOUR: u32 = 21;

/// Until this hour.
const MORNING_HOUR: u32 = 8;

/// Where it is night at `now`: the next moment at which the person may be disturbed, at ten.
pub(super) fn until_morning(now: Timestamp, zone: &TzSnapshot) -> Option<Timestamp> {
    let civil = zone.civil_at(now);
    let day = match civil.hour() {
        EVENING_HOUR.. => civil.date().succ_opt()?,
        hour if hour < MORNING_HOUR => civil.date(),
        _ => return None,
    };
    if super::mutant::is("no_quiet_hours") {
        return None;
    }
    Some(zone.instant_of(day.and_time(NaiveTime::from_hms_opt(REMINDER_HOUR, 0, 0).unwrap_or_default())))
}
