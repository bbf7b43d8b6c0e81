//! What must never happen, and what must.
//!
//! An oracle looks on from outside: it keeps its own books of what was heard and why, and computes by itself when a
//! follow-up is due.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{NaiveDateTime, TimeDelta, Timelike};
use justmet_domain::follow_up::{FollowUp, Slot, WorkCalendar};
use justmet_domain::id::FollowUpId;
use justmet_domain::time::{Timestamp, TzSnapshot};

/// What is held to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Invariant {
    /// A generation alerts once: twice only where the process died between the alert and writing it down. What was seen in
    /// the inbox or taken for delivered has been presented and alerts no more.
    OneAlert,
    /// Nothing alerts after it was done, let go, put off or deleted, and nothing of it stays with the system.
    SilentAfterEnd,
    /// Once the faults stop, nothing that is due stays unpresented.
    Liveness,
    /// Nothing is noted as delivered that was not, and nothing is left to the inbox without a cause.
    NothingLost,
    /// Nothing alerts from nine in the evening to eight in the morning; iOS: unless the zone, the clock or the power
    /// changed since the app last ran.
    QuietHours,
    /// Nothing alerts before its moment, and nothing that is a day late makes a sound; where nothing goes wrong, an alert
    /// comes within an hour of the first moment at which it could.
    InTime,
    /// iOS: never more is pending than the budget, and the nearest are.
    Budget,
    /// A second call right after the first asks for nothing.
    Idempotent,
    /// A generation for each time that it was put off, and no more.
    OneActionOnce,
    /// What was due when the database was restored does not alert on the new phone.
    RestoreIsQuiet,
    /// Whatever is due at once, one sound.
    OneSound,
    /// An unstated moment falls on a business day.
    BusinessDay,
}

impl Invariant {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::OneAlert,
        Self::SilentAfterEnd,
        Self::Liveness,
        Self::NothingLost,
        Self::QuietHours,
        Self::InTime,
        Self::Budget,
        Self::Idempotent,
        Self::OneActionOnce,
        Self::RestoreIsQuiet,
        Self::OneSound,
        Self::BusinessDay,
    ];

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OneAlert => "one_alert",
            Self::SilentAfterEnd => "silent_after_end",
            Self::Liveness => "liveness",
            Self::NothingLost => "nothing_lost",
            Self::QuietHours => "quiet_hours",
            Self::InTime => "in_time",
            Self::Budget => "budget",
            Self::Idempotent => "idempotent",
            Self::OneActionOnce => "one_action_once",
            Self::RestoreIsQuiet => "restore_is_quiet",
            Self::OneSound => "one_sound",
            Self::BusinessDay => "business_day",
        }
    }
}

/// What is known of one generation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Heard {
    pub(crate) alerts: u32,
    /// It was put up, or fired, with or without a sound, or the system lost it: whatever the protocol may call delivered.
    pub(crate) presented: bool,
    /// It was given to the system and that was not written down yet: if the process dies here, it may be given twice.
    pub(crate) window: bool,
    /// How often it was given again because of that.
    pub(crate) excused: u32,
}

/// The books.
#[derive(Debug, Clone, Default)]
pub struct Oracle {
    pub(crate) heard: HashMap<Slot, Heard>,
    pub(crate) put_off: HashMap<FollowUpId, u32>,
    /// What was due when the database was restored.
    pub(crate) hushed: HashSet<Slot>,
    /// What was seen in the inbox while it was due.
    pub(crate) seen: HashSet<Slot>,
    /// iOS: something was written that the system was not told of yet, as the process died in between.
    pub(crate) untold: bool,
    /// iOS: more waited at some time than the budget holds.
    pub(crate) crowded: bool,
    /// The zone, the clock or the power changed since a run was completed.
    pub(crate) moved: bool,
    /// The first thing that was wrong, with what it was about.
    pub(crate) violations: BTreeMap<Invariant, String>,
    /// How many alerts there were, a digest's counted once for each whom it newly names.
    pub(crate) alerts: u64,
    /// How many alerted again in a window that a crash had left.
    pub(crate) doubles: u64,
}

impl Oracle {
    pub(crate) fn violated(&mut self, invariant: Invariant, about: impl FnOnce() -> String) {
        self.violations.entry(invariant).or_insert_with(about);
    }

    pub(crate) fn of(&mut self, slot: Slot) -> &mut Heard {
        self.heard.entry(slot).or_default()
    }

    /// It makes a sound. `waits`: by the database it still waits for that; `current`: it is open, in that generation.
    pub(crate) fn alert(&mut self, slot: Slot, waits: bool, current: bool) {
        self.alerts += 1;
        if self.hushed.contains(&slot) {
            self.violated(Invariant::RestoreIsQuiet, || format!("{slot:?} was due when it was restored"));
        }
        // What was written down before the process died reaches iOS with the next run only.
        if !self.untold && !current {
            self.violated(Invariant::SilentAfterEnd, || format!("{slot:?} alerts after its end"));
        }
        if !self.untold && self.seen.contains(&slot) {
            self.violated(Invariant::OneAlert, || format!("{slot:?} alerts after it was seen in the inbox"));
        }
        if !self.untold && current && !waits {
            self.violated(Invariant::OneAlert, || format!("{slot:?} alerts after it was presented"));
        }
        let heard = self.of(slot);
        heard.alerts += 1;
        heard.presented = true;
        if heard.alerts > 1 {
            if heard.alerts <= 1 + heard.excused {
                self.doubles += 1;
            } else {
                self.violated(Invariant::OneAlert, || format!("{slot:?} alerts twice"));
            }
        }
    }

    /// It was drawn in the inbox.
    pub(crate) fn seen(&mut self, slot: Slot) {
        self.seen.insert(slot);
    }

    /// It is given to the system. `known`: the system's own lists show that it was given before.
    pub(crate) fn give(&mut self, slot: Slot, known: bool) {
        let heard = self.of(slot);
        heard.excused += u32::from(heard.window && !known);
        heard.window = true;
    }

    /// From here on the books are another installation's. What it was presented with before counts as that still.
    pub(crate) fn begin_anew(&mut self) {
        for heard in self.heard.values_mut() {
            *heard = Heard { presented: heard.presented, ..Heard::default() };
        }
    }

    /// Another life begins: the database may be older than what was heard. `system_kept`: the system still holds what it
    /// was given in the one before, until the app runs.
    pub(crate) fn restored(&mut self, system_kept: bool) {
        self.begin_anew();
        self.hushed.clear();
        self.seen.clear();
        self.moved = true;
        self.untold = system_kept;
    }
}

/// When a follow-up is due, computed anew: where its day exists as the zone says, else at the same time of the next
/// business day that does.
pub(crate) fn due_at(follow_up: &FollowUp, zone: &TzSnapshot, calendar: &WorkCalendar) -> Timestamp {
    let due = follow_up.due;
    if zone.transitions.len() != 1 || zone.has_day(due.date()) {
        return zone.instant_of(due);
    }
    let later = due.date().iter_days().skip(1).take(14);
    let works = |day| zone.has_day(day) && is_business_day(day, calendar);
    let day = later.clone().find(|day| works(*day)).or_else(|| later.clone().next()).unwrap_or(due.date());
    zone.instant_of(day.and_time(due.time()))
}

/// Whether people work on that day.
pub(crate) fn is_business_day(day: chrono::NaiveDate, calendar: &WorkCalendar) -> bool {
    !calendar.weekend.contains(chrono::Datelike::weekday(&day)) && !calendar.holidays.contains(&day)
}

/// Whether nobody may be disturbed.
pub(crate) fn is_night(civil: NaiveDateTime) -> bool {
    !(8..21).contains(&civil.hour())
}

/// The first moment from `at` on at which someone may be disturbed: the next ten o'clock, if that is at night.
pub(crate) fn first_allowed(at: Timestamp, zone: &TzSnapshot) -> Timestamp {
    let civil = zone.civil_at(at);
    if !is_night(civil) {
        return at;
    }
    let day = if civil.hour() >= 21 { civil.date() + TimeDelta::days(1) } else { civil.date() };
    zone.instant_of(day.and_hms_opt(10, 0, 0).unwrap_or(civil))
}
