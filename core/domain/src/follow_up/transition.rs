//! What a person can do with a follow-up, applied once.

use chrono::{NaiveDate, NaiveDateTime};

use super::{ClosedBecause, Delivery, FollowUp, Moment, State, mutant};
use crate::time::Timestamp;

/// What became of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was applied: the follow-up as it now is.
    Applied(FollowUp),
    /// It had been handled before: the generation has passed, or the follow-up has ended. Nothing changes.
    AlreadyHandled,
}

impl FollowUp {
    /// It is done. Applied once for each generation.
    pub fn done(&self, generation: u32, now: Timestamp) -> Outcome {
        self.end(generation, State::Acted(now))
    }

    /// It is let go. Applied once for each generation.
    pub fn let_go(&self, generation: u32, now: Timestamp) -> Outcome {
        self.end(generation, State::Closed(now, ClosedBecause::LetGo))
    }

    /// It is put off until `due`: the next generation, which reminds once again.
    pub fn snooze(&self, generation: u32, due: NaiveDateTime) -> Outcome {
        if !self.takes(generation) {
            return Outcome::AlreadyHandled;
        }
        let generation = self.generation.saturating_add(1);
        Outcome::Applied(Self { due, generation, state: State::Planned, ..self.clone() })
    }

    /// The person was reminded, or is not going to be any more. Twice is once.
    pub fn delivered(&self, generation: u32, how: Delivery, now: Timestamp) -> Outcome {
        let counts = how != Delivery::SeenInInbox || !mutant::is("inbox_does_not_count");
        if self.generation != generation || self.state != State::Planned || !counts {
            return Outcome::AlreadyHandled;
        }
        Outcome::Applied(Self { state: State::Delivered(now), ..self.clone() })
    }

    /// An action is taken back, and the follow-up is as it was `before`. The generation does not go back: what the phone may
    /// still hold of the one in between must stay stale. Nor does it remind of what is due: the person has just had it in
    /// hand.
    #[must_use]
    pub fn taken_back(&self, before: &Self, moment: &Moment<'_>) -> Self {
        let is_due = before.state == State::Planned && moment.calendar.resolver(moment.zone)(before.due) <= moment.now;
        let state = if is_due { State::Delivered(moment.now) } else { before.state };
        Self { generation: self.generation, state, ..before.clone() }
    }

    /// The contact is gone, and with it the obligation.
    #[must_use]
    pub fn contact_gone(&self, now: Timestamp) -> Self {
        if !self.is_open() {
            return self.clone();
        }
        Self { state: State::Closed(now, ClosedBecause::ContactGone), ..self.clone() }
    }

    /// The days a snooze may name: after `today`, as a reminder for today is no putting off.
    pub fn can_snooze_until(day: NaiveDate, today: NaiveDate) -> bool {
        day > today
    }

    fn end(&self, generation: u32, state: State) -> Outcome {
        if !self.takes(generation) {
            return Outcome::AlreadyHandled;
        }
        Outcome::Applied(Self { state, ..self.clone() })
    }

    fn takes(&self, generation: u32) -> bool {
        self.is_open() && (self.generation == generation || mutant::is("action_without_generation"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{ContactId, EncounterId};

    const NOW: Timestamp = Timestamp::from_ms(1_800_000_000_000);

    fn follow_up() -> FollowUp {
        let due = NaiveDateTime::parse_from_str("2026-11-24 10:00", "%Y-%m-%d %H:%M").unwrap();
        let contact = ContactId::from_uuid(uuid::Uuid::from_u128(1));
        FollowUp::plan(contact, EncounterId::from_uuid(uuid::Uuid::from_u128(2)), due, NOW)
    }

    fn applied(outcome: Outcome) -> FollowUp {
        match outcome {
            Outcome::Applied(follow_up) => follow_up,
            Outcome::AlreadyHandled => panic!("it was already handled"),
        }
    }

    #[test]
    fn a_double_tap_on_snooze_counts_once() {
        let later = follow_up().due + chrono::TimeDelta::days(3);
        let snoozed = applied(follow_up().snooze(0, later));
        assert_eq!((snoozed.generation, snoozed.due, snoozed.state), (1, later, State::Planned));
        assert_eq!(snoozed.snooze(0, later), Outcome::AlreadyHandled);
    }

    #[test]
    fn an_ended_follow_up_takes_no_action() {
        let done = applied(follow_up().done(0, NOW));
        assert!(!done.is_open());
        assert_eq!(done.done(0, NOW), Outcome::AlreadyHandled);
        assert_eq!(done.let_go(0, NOW), Outcome::AlreadyHandled);
        assert_eq!(done.snooze(0, done.due), Outcome::AlreadyHandled);
        assert_eq!(done.delivered(0, Delivery::Shown, NOW), Outcome::AlreadyHandled);
        assert_eq!(done.contact_gone(NOW), done);
    }

    #[test]
    fn a_reminder_is_delivered_once_a_generation() {
        let shown = applied(follow_up().delivered(0, Delivery::Shown, NOW));
        assert_eq!(shown.delivered(0, Delivery::Shown, NOW), Outcome::AlreadyHandled);
        let snoozed = applied(shown.snooze(0, shown.due));
        assert_eq!(snoozed.delivered(0, Delivery::Shown, NOW), Outcome::AlreadyHandled, "a stale alarm");
        assert_eq!(applied(snoozed.delivered(1, Delivery::Shown, NOW)).state, State::Delivered(NOW));
    }

    #[test]
    fn a_generation_from_the_future_is_refused() {
        assert_eq!(follow_up().done(7, NOW), Outcome::AlreadyHandled);
    }
}
