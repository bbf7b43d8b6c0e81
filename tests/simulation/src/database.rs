//! What the store keeps, in the transactions in which the use cases write it.

use justmet_domain::follow_up::{Delivery, FollowUp, HandedOver, Note, Outcome, Slot, State};
use justmet_domain::id::FollowUpId;
use justmet_domain::time::Timestamp;

/// The database file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Database {
    pub(crate) follow_ups: Vec<FollowUp>,
    pub(crate) handed_over: Vec<HandedOver>,
    /// What was shown and, as far as is known, neither swiped away nor seen in the app since; the latest last.
    pub(crate) shown: Vec<Slot>,
    pub(crate) installation: u32,
    /// The clock, the time since boot and the boot when they were last compared.
    pub(crate) clock: Option<(i64, i64, u32)>,
}

impl Database {
    pub(crate) fn get(&self, id: FollowUpId) -> Option<&FollowUp> {
        self.follow_ups.iter().find(|it| it.id == id)
    }

    pub(crate) fn put(&mut self, follow_up: FollowUp) {
        match self.follow_ups.iter_mut().find(|it| it.id == follow_up.id) {
            Some(known) => *known = follow_up,
            None => self.follow_ups.push(follow_up),
        }
    }

    pub(crate) fn open(&self) -> impl Iterator<Item = &FollowUp> {
        self.follow_ups.iter().filter(|it| it.is_open())
    }

    /// Whether this generation still waits for its reminder.
    pub(crate) fn waits(&self, slot: Slot) -> bool {
        self.get(slot.follow_up).is_some_and(|it| it.slot() == slot && it.state == State::Planned)
    }

    /// Whether a notification about it is about something open.
    pub(crate) fn is_current(&self, slot: Slot) -> bool {
        self.get(slot.follow_up).is_some_and(|it| it.slot() == slot && it.is_open())
    }

    pub(crate) fn note(&mut self, note: &Note, now: Timestamp) {
        match note {
            Note::Delivered(slot, how) => self.delivered(*slot, *how, now),
            Note::HandedOver(it) => self.hand_over(*it),
            Note::TakenBack(id) => self.handed_over.retain(|it| it.slot.follow_up != *id),
            // Which installation that is, is written beside the notes.
            Note::Installed => {}
        }
    }

    pub(crate) fn hand_over(&mut self, it: HandedOver) {
        self.handed_over.retain(|known| known.slot.follow_up != it.slot.follow_up);
        self.handed_over.push(it);
    }

    pub(crate) fn delivered(&mut self, slot: Slot, how: Delivery, now: Timestamp) {
        let Some(follow_up) = self.get(slot.follow_up) else { return };
        if let Outcome::Applied(delivered) = follow_up.delivered(slot.generation, how, now) {
            self.put(delivered);
            self.forget_shown(slot.follow_up);
            if how == Delivery::Shown {
                self.shown.push(slot);
            }
        }
    }

    /// It was on show, if that was not noted before the process died; and is no more.
    pub(crate) fn swiped(&mut self, slot: Slot, now: Timestamp) {
        self.delivered(slot, Delivery::Shown, now);
        if self.is_current(slot) {
            self.forget_shown(slot.follow_up);
        }
    }

    pub(crate) fn forget_shown(&mut self, id: FollowUpId) {
        self.shown.retain(|it| it.follow_up != id);
    }
}
