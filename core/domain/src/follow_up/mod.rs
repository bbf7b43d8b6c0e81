//! The one reminder.
//!
//! An encounter leaves at most one obligation, a [`FollowUp`]. It reminds once. It can be put off deliberately, which
//! counts its generation up; it ends by being done or let go. **It cannot recur**: there is no field for it.

mod android;
mod calendar;
mod ios;
mod moment;
mod mutant;
mod night;
mod os;
mod plan;
mod transition;

#[cfg(test)]
mod tests;

pub use calendar::WorkCalendar;
pub use moment::{
    HARD_CAP_DAYS, MIN_GAP_HOURS, REMINDER_HOUR, SESSION_HOURS, choose_moment, later_choices, share_session,
};
#[cfg(feature = "mutants")]
pub use mutant::{MUTANTS, set_mutant};
pub use os::{OsView, PendingSlot, Permission, Slot, WakeReason};
pub use plan::{
    Book, Delivery, Digest, HandedOver, Moment, Note, Plan, Problem, Schedule, SentinelStep, Show, reconcile,
};
pub use transition::Outcome;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::id::{ContactId, EncounterId, FollowUpId};
use crate::time::Timestamp;

/// The one obligation of an encounter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Derived from contact and encounter, see [`FollowUpId::derive`].
    pub id: FollowUpId,
    /// Whom to write to.
    pub contact: ContactId,
    /// The encounter that it follows up.
    pub encounter: EncounterId,
    /// When, as the clock on the wall shows it, wherever the person then is. Frozen when it is planned.
    pub due: NaiveDateTime,
    /// Counts deliberate snoozes. With the id it is the key by which an action is applied once.
    pub generation: u32,
    /// Where it stands.
    pub state: State,
    /// When it was planned first.
    pub created_at: Timestamp,
}

/// Where a follow-up stands. "Due" is no state: it follows from the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Waiting for its moment.
    Planned,
    /// The person was reminded, at that instant. It stays in the inbox and never alerts again.
    Delivered(Timestamp),
    /// The person followed up.
    Acted(Timestamp),
    /// It ended without.
    Closed(Timestamp, ClosedBecause),
}

/// Why a follow-up ended without being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosedBecause {
    /// The person let it go: as good an end as any.
    LetGo,
    /// The contact was deleted, or saving them was undone.
    ContactGone,
}

impl FollowUp {
    /// A new one, waiting for `due`.
    pub fn plan(contact: ContactId, encounter: EncounterId, due: NaiveDateTime, now: Timestamp) -> Self {
        Self {
            id: FollowUpId::derive(contact, encounter),
            contact,
            encounter,
            due,
            generation: 0,
            state: State::Planned,
            created_at: now,
        }
    }

    /// Whether it still wants something of the person.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Planned | State::Delivered(_))
    }
}

impl State {
    /// Its stable name in files and in `--json`.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Delivered(_) => "delivered",
            Self::Acted(_) => "acted",
            Self::Closed(..) => "closed",
        }
    }
}
