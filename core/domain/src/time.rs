//! Time: instants for what happened, civil time for what a person intends, and the table that joins the two.
//!
//! A follow-up is kept as a civil date and time without a zone. The instant at which that falls is computed from a
//! [`TzSnapshot`], a table of offset changes that the operating system hands over: no zone data is bundled here, so the
//! answer can never disagree with the clock that the person sees.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::order::order_by_key;

/// An instant, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From milliseconds since the Unix epoch.
    pub const fn from_ms(ms: i64) -> Self {
        Self(ms)
    }

    /// Milliseconds since the Unix epoch.
    pub const fn ms(self) -> i64 {
        self.0
    }

    /// The instant `delta` later; stays at the end of the range where it would leave it.
    pub const fn saturating_add(self, delta: TimeDelta) -> Self {
        Self(self.0.saturating_add(delta.num_milliseconds()))
    }

    fn utc(self) -> NaiveDateTime {
        DateTime::<Utc>::from_timestamp_millis(self.0)
            .map_or(if self.0 < 0 { NaiveDateTime::MIN } else { NaiveDateTime::MAX }, |instant| instant.naive_utc())
    }
}

/// One change of the offset from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct TzTransition {
    /// When the offset changes, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// The offset from then on, in seconds east of UTC.
    pub offset_after_s: i32,
}

/// The offsets of the person's zone around now, as the operating system knows them: from a few days ago to a year ahead.
///
/// Android: `ZoneId.systemDefault().rules`; iOS: `TimeZone.nextDaylightSavingTimeTransition(after:)`; terminal: the
/// system's zone files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct TzSnapshot {
    /// The IANA name, for the record only (`America/Toronto`); no rule is derived from it.
    pub zone_id: String,
    /// The offset before the first transition, in seconds east of UTC.
    pub offset_at_start_s: i32,
    /// The changes, in order of time. Out-of-order entries are tolerated: the table is sorted when it is used.
    pub transitions: Vec<TzTransition>,
}

/// Offsets beyond this are no real zone (the widest in use are -12 h and +14 h); what a shell gives is clamped to it.
const MAX_OFFSET_S: i32 = 18 * 3600;

impl TzSnapshot {
    /// A zone that never changes its offset.
    pub fn fixed(zone_id: &str, offset_s: i32) -> Self {
        Self { zone_id: zone_id.to_owned(), offset_at_start_s: offset_s, transitions: Vec::new() }
    }

    /// The offset in force at an instant, in seconds east of UTC.
    pub fn offset_at(&self, at: Timestamp) -> i32 {
        let latest = self.transitions.iter().filter(|change| change.at_ms <= at.ms()).max_by_key(|change| change.at_ms);
        clamp(latest.map_or(self.offset_at_start_s, |change| change.offset_after_s))
    }

    /// What the clock on the wall shows at an instant.
    pub fn civil_at(&self, at: Timestamp) -> NaiveDateTime {
        let offset = TimeDelta::seconds(i64::from(self.offset_at(at)));
        let utc = at.utc();
        utc.checked_add_signed(offset).unwrap_or(utc)
    }

    /// The instant at which the clock on the wall shows `civil`.
    ///
    /// A time that a change to summer time skips is moved forward by the gap; one that occurs twice is taken the first
    /// time (RFC 5545 section 3.3.5, and "compatible" in Temporal).
    pub fn instant_of(&self, civil: NaiveDateTime) -> Timestamp {
        let wall_ms = civil.and_utc().timestamp_millis();
        let sorted: Vec<TzTransition>;
        let mut changes = self.transitions.as_slice();
        if !changes.is_sorted_by_key(|change| change.at_ms) {
            sorted = self.in_order();
            changes = &sorted;
        }
        let mut before = clamp(self.offset_at_start_s);
        for change in changes {
            let candidate = wall_ms.saturating_sub(i64::from(before) * 1000);
            // Falls before this change while its offset still held: the first reading, also in a fold.
            if candidate < change.at_ms {
                return Timestamp(candidate);
            }
            let after = clamp(change.offset_after_s);
            // In the gap: the clock jumped over it. Reading it with the old offset moves it forward by the gap.
            if wall_ms.saturating_sub(i64::from(after) * 1000) < change.at_ms {
                return Timestamp(candidate);
            }
            before = after;
        }
        Timestamp(wall_ms.saturating_sub(i64::from(before) * 1000))
    }

    /// Whether the table has a change so wide that the clock on the wall jumps over a day.
    pub fn may_skip_a_day(&self) -> bool {
        let mut before = clamp(self.offset_at_start_s);
        self.in_order().into_iter().any(|change| {
            let after = clamp(change.offset_after_s);
            after - std::mem::replace(&mut before, after) >= 12 * 3600
        })
    }

    fn in_order(&self) -> Vec<TzTransition> {
        let mut changes = self.transitions.clone();
        order_by_key(&mut changes, |change| change.at_ms);
        changes
    }

    /// Whether the clock on the wall ever shows this date: an island that crosses the date line skips a whole day.
    pub fn has_day(&self, date: NaiveDate) -> bool {
        let Some(noon) = date.and_hms_opt(12, 0, 0) else { return false };
        self.civil_at(self.instant_of(noon)).date() == date
    }
}

fn clamp(offset_s: i32) -> i32 {
    offset_s.clamp(-MAX_OFFSET_S, MAX_OFFSET_S)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn civil(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn at(text: &str) -> Timestamp {
        Timestamp::from_ms(DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis())
    }

    fn zone(start_s: i32, changes: &[(&str, i32)]) -> TzSnapshot {
        TzSnapshot {
            zone_id: "Test/Zone".into(),
            offset_at_start_s: start_s,
            transitions: changes
                .iter()
                .map(|(when, offset)| TzTransition { at_ms: at(when).ms(), offset_after_s: *offset })
                .collect(),
        }
    }

    #[test]
    fn summer_time_gap_goes_forward_and_fold_takes_the_first() {
        let new_york = zone(-5 * 3600, &[("2026-03-08T07:00:00Z", -4 * 3600), ("2026-11-01T06:00:00Z", -5 * 3600)]);
        let gap = new_york.instant_of(civil("2026-03-08 02:30"));
        assert_eq!(new_york.civil_at(gap), civil("2026-03-08 03:30"));
        assert_eq!(new_york.instant_of(civil("2026-11-01 01:30")), at("2026-11-01T01:30:00-04:00"));
        assert_eq!(new_york.instant_of(civil("2026-11-01 02:00")), at("2026-11-01T02:00:00-05:00"));
        assert_eq!(new_york.instant_of(civil("2026-07-01 10:00")), at("2026-07-01T10:00:00-04:00"));
    }

    #[test]
    fn half_hour_summer_time() {
        let lord_howe = zone(37_800, &[("2026-10-03T15:30:00Z", 39_600)]);
        assert_eq!(lord_howe.civil_at(lord_howe.instant_of(civil("2026-10-04 02:15"))), civil("2026-10-04 02:45"));
    }

    #[test]
    fn a_skipped_day_does_not_exist() {
        let apia = zone(-10 * 3600, &[("2011-12-30T10:00:00Z", 14 * 3600)]);
        assert!(apia.has_day(civil("2011-12-29 00:00").date()));
        assert!(!apia.has_day(civil("2011-12-30 00:00").date()));
        assert!(apia.has_day(civil("2011-12-31 00:00").date()));
        assert_eq!(apia.civil_at(apia.instant_of(civil("2011-12-30 10:00"))), civil("2011-12-31 10:00"));
    }

    #[test]
    fn nonsense_tables_do_not_panic() {
        let odd = TzSnapshot {
            zone_id: String::new(),
            offset_at_start_s: i32::MAX,
            transitions: vec![
                TzTransition { at_ms: i64::MAX, offset_after_s: i32::MIN },
                TzTransition { at_ms: i64::MIN, offset_after_s: 0 },
            ],
        };
        for instant in [i64::MIN, -1, 0, i64::MAX] {
            odd.civil_at(Timestamp::from_ms(instant));
        }
        odd.instant_of(NaiveDateTime::MIN);
        odd.instant_of(NaiveDateTime::MAX);
        odd.has_day(NaiveDate::MAX);
    }

    proptest::proptest! {
        #[test]
        fn civil_and_instant_agree(seconds in 1_700_000_000i64..1_900_000_000, first in -43_200i32..50_400, second in -43_200i32..50_400) {
            let snapshot = TzSnapshot {
                zone_id: "Test/Zone".into(),
                offset_at_start_s: first,
                transitions: vec![TzTransition { at_ms: 1_800_000_000_000, offset_after_s: second }],
            };
            let instant = Timestamp::from_ms(seconds * 1000);
            let back = snapshot.instant_of(snapshot.civil_at(instant));
            // Only the second reading of a fold comes back earlier, and never by more than the fold.
            let fold_ms = i64::from((first - second).max(0)) * 1000;
            proptest::prop_assert!(back <= instant && instant.ms() - back.ms() <= fold_ms);
        }
    }
}
