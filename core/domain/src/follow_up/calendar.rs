//! The days on which people work.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use super::mutant;
use crate::locale::WeekendMask;
use crate::time::{Timestamp, TzSnapshot};

/// Which days are business days. No table of public holidays is built in: none that is kept up to date covers more than a
/// few countries, so only what the person adds counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    /// The days of the week on which people do not work.
    pub weekend: WeekendMask,
    /// Further days off.
    pub holidays: Vec<NaiveDate>,
}

impl WorkCalendar {
    /// Whether people work on that day.
    pub fn is_business_day(&self, day: NaiveDate) -> bool {
        let is_holiday = self.holidays.contains(&day) && !mutant::is("holidays_do_not_count");
        !self.weekend.contains(day.weekday()) && !is_holiday
    }

    /// The first business day of the fortnight after `day` that the zone has; the next day at least.
    pub fn business_day_after(&self, day: NaiveDate, zone: &TzSnapshot) -> NaiveDate {
        let next = day.succ_opt().unwrap_or(day);
        next.iter_days().take(14).find(|day| zone.has_day(*day) && self.is_business_day(*day)).unwrap_or(next)
    }

    /// Turns civil time into instants: a gap goes forward, a fold is taken the first time, a day that the zone skips is
    /// moved to the next business day.
    pub(super) fn resolver<'a>(&'a self, zone: &'a TzSnapshot) -> impl Fn(NaiveDateTime) -> Timestamp + 'a {
        let skips = zone.may_skip_a_day();
        move |civil| {
            if mutant::is("zone_of_the_start") {
                return TzSnapshot::fixed("", zone.offset_at_start_s).instant_of(civil);
            }
            if !skips || zone.has_day(civil.date()) || mutant::is("skipped_day_stays") {
                return zone.instant_of(civil);
            }
            let time: NaiveTime = civil.time();
            zone.instant_of(self.business_day_after(civil.date(), zone).and_time(time))
        }
    }
}
