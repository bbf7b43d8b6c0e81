//! Who was never followed up, and is offered for deletion: once, and only where the person has asked for that.

use chrono::Months;

use crate::follow_up::{ClosedBecause, State};
use crate::id::ContactId;
use crate::time::{Timestamp, TzSnapshot};

/// The longest time that can be chosen, in months: ten years.
pub const MOST_MONTHS: u16 = 120;

/// What shows whether a contact was ever followed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acquaintance {
    /// Who.
    pub contact: ContactId,
    /// When they were met last.
    pub met_at: Timestamp,
    /// Where each of their follow-ups stands.
    pub follow_ups: Vec<State>,
    /// Whether anything is kept of a message to or from them, if only that the chat was opened.
    pub has_messages: bool,
    /// Whether a promise was kept, either way.
    pub has_kept_promise: bool,
    /// What became of the offer to delete them; none where it was never shown.
    pub offer: Option<Offer>,
}

/// What became of the offer to delete a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Offer {
    /// The person has seen it and not answered yet.
    Shown,
    /// They are to be kept: it never comes again.
    Kept,
}

impl Acquaintance {
    /// Whether the contact is offered, where those are that were never followed up for `months` months.
    ///
    /// Nobody is whom a message, a kept promise, or a follow-up that was done or let go shows to have been thought of, and
    /// nobody whose moment is still ahead. A reminder that was shown and left alone starts the months anew: the person
    /// was asked then. The months are counted back from today's date where the person is.
    pub fn is_offered(&self, months: u16, now: Timestamp, zone: &TzSnapshot) -> bool {
        if self.offer == Some(Offer::Kept) || self.has_messages || self.has_kept_promise {
            return false;
        }
        let mut last = self.met_at;
        for state in &self.follow_ups {
            match state {
                State::Planned | State::Acted(_) | State::Closed(_, ClosedBecause::LetGo) => return false,
                State::Delivered(at) => last = last.max(*at),
                State::Closed(_, ClosedBecause::ContactGone) => {}
            }
        }
        let today = zone.civil_at(now).date();
        let until = today.checked_sub_months(Months::new(u32::from(months)));
        until.is_some_and(|until| zone.civil_at(last).date() <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDateTime;

    fn at(text: &str) -> Timestamp {
        let civil = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        TzSnapshot::fixed("UTC", 0).instant_of(civil)
    }

    fn met(text: &str) -> Acquaintance {
        Acquaintance {
            contact: ContactId::from_uuid(uuid::Uuid::nil()),
            met_at: at(text),
            follow_ups: Vec::new(),
            has_messages: false,
            has_kept_promise: false,
            offer: None,
        }
    }

    fn is_offered(them: &Acquaintance, months: u16, now: &str) -> bool {
        them.is_offered(months, at(now), &TzSnapshot::fixed("UTC", 0))
    }

    #[test]
    fn from_the_day_on_that_is_so_many_months_later() {
        for (day, months, now, expected) in [
            ("2026-11-23 18:30", 6, "2027-05-22 23:59", false),
            ("2026-11-23 18:30", 6, "2027-05-23 00:00", true),
            ("2026-08-31 09:00", 6, "2027-02-27 09:00", false),
            ("2026-08-31 09:00", 6, "2027-02-28 09:00", false),
            ("2026-08-31 09:00", 6, "2027-03-01 09:00", true),
            ("2026-08-31 09:00", 6, "2027-08-31 09:00", true),
            ("2026-02-28 09:00", 12, "2027-02-28 00:00", true),
            ("2026-11-23 18:30", 120, "2036-11-22 18:30", false),
            ("2026-11-23 18:30", 120, "2036-11-23 18:30", true),
        ] {
            assert_eq!(is_offered(&met(day), months, now), expected, "{day} + {months} at {now}");
        }
    }

    #[test]
    fn days_are_those_of_the_place() {
        let them = met("2026-11-23 03:00");
        let tokyo = TzSnapshot::fixed("Asia/Tokyo", 9 * 3600);
        let toronto = TzSnapshot::fixed("America/Toronto", -5 * 3600);
        let now = at("2027-05-22 16:00");
        assert!(them.is_offered(6, now, &tokyo), "the 23rd there, and met on a 23rd");
        assert!(them.is_offered(6, now, &toronto), "the 22nd there, and met on a 22nd");
        assert!(!is_offered(&them, 6, "2027-05-22 16:00"), "the 22nd, and met on a 23rd");
    }

    #[test]
    fn whoever_was_thought_of_is_not_offered() {
        let old = met("2020-01-01 10:00");
        let now = "2026-11-23 10:00";
        assert!(is_offered(&old, 6, now));
        assert!(
            is_offered(&Acquaintance { offer: Some(Offer::Shown), ..old.clone() }, 6, now),
            "it waits for an answer"
        );
        assert!(!is_offered(&Acquaintance { offer: Some(Offer::Kept), ..old.clone() }, 6, now));
        assert!(!is_offered(&Acquaintance { has_messages: true, ..old.clone() }, 6, now));
        assert!(!is_offered(&Acquaintance { has_kept_promise: true, ..old.clone() }, 6, now));
        let gone = at("2020-01-05 10:00");
        for (state, expected) in [
            (State::Planned, false),
            (State::Acted(gone), false),
            (State::Closed(gone, ClosedBecause::LetGo), false),
            (State::Closed(gone, ClosedBecause::ContactGone), true),
            (State::Delivered(gone), true),
            (State::Delivered(at("2026-05-24 10:00")), false),
            (State::Delivered(at("2026-05-23 10:00")), true),
        ] {
            let them = Acquaintance { follow_ups: vec![State::Delivered(gone), state], ..old.clone() };
            assert_eq!(is_offered(&them, 6, now), expected, "{state:?}");
        }
    }

    #[test]
    fn no_clock_and_no_number_of_months_makes_it_fail() {
        for now in [i64::MIN, -1, 0, i64::MAX] {
            for months in [0, 1, MOST_MONTHS, u16::MAX] {
                let them = Acquaintance { met_at: Timestamp::from_ms(now), ..met("2020-01-01 10:00") };
                them.is_offered(months, Timestamp::from_ms(now), &TzSnapshot::fixed("UTC", i32::MAX));
            }
        }
    }
}
