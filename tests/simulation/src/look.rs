//! What can be seen of a world from outside, and how a test makes a process die where it wants.

use chrono::NaiveDateTime;
use justmet_domain::follow_up::{FollowUp, Problem, State};

use crate::event::{Event, What};
use crate::history::{Profile, settle};
use crate::ios::Missed;
use crate::world::World;

/// Of one follow-up, what the person and the system know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// How often its present generation was heard.
    pub alerts: u32,
    /// Which generation that is.
    pub generation: u32,
    /// Where it stands.
    pub state: State,
    /// Whether it is on show.
    pub on_show: bool,
    /// iOS: whether a request waits.
    pub pending: bool,
}

impl World {
    /// What the clock on the wall shows.
    pub fn wall(&self) -> NaiveDateTime {
        self.zone().civil_at(self.now())
    }

    /// Lets something happen in which nothing goes wrong by itself.
    pub fn plainly(&mut self, what: What) -> &mut Self {
        self.happen(&Event::plain(what));
        self
    }

    /// The same, with the process dying instead of carrying out the effect of that number, counted from 0.
    pub fn dying_at(&mut self, effect: u32, what: What) -> &mut Self {
        self.dies_after = Some(effect);
        self.happen(&Event::plain(what));
        self.dies_after = None;
        self
    }

    /// Lets time pass until the clock on the wall shows `civil`, which lies ahead.
    pub fn until(&mut self, civil: NaiveDateTime) -> &mut Self {
        let for_ms = self.zone().instant_of(civil).ms() - self.now().ms();
        self.pass(for_ms.max(0));
        self
    }

    /// The follow-up that was planned as the nth, from 0.
    pub fn see(&self, nth: usize) -> Option<Seen> {
        let follow_up = self.db.follow_ups.get(nth)?;
        let slot = follow_up.slot();
        let on_show = self.tray.has(slot) || self.requests.delivered.iter().any(|it| it.1 == slot);
        Some(Seen {
            alerts: self.oracle.heard.get(&slot).map_or(0, |heard| heard.alerts),
            generation: follow_up.generation,
            state: follow_up.state,
            on_show,
            pending: self.requests.pending.iter().any(|it| it.1.slot == slot),
        })
    }

    /// How often any generation of the nth was heard.
    pub fn heard(&self, nth: usize) -> u32 {
        let id = self.db.follow_ups.get(nth).map(|it| it.id);
        self.oracle.heard.iter().filter(|it| Some(it.0.follow_up) == id).map(|it| it.1.alerts).sum()
    }

    /// When the nth is meant to come.
    pub fn due(&self, nth: usize) -> Option<NaiveDateTime> {
        self.db.follow_ups.get(nth).map(|it| it.due)
    }

    /// How many requests wait, the one that stands for all beyond the budget not counted; and whether that one is there.
    pub fn pending(&self) -> (usize, bool) {
        (self.requests.pending.len(), self.requests.sentinel.is_some())
    }

    /// The names that the digest on show has.
    pub fn in_digest(&self) -> usize {
        self.tray.digest.len()
    }

    /// How many notifications are on show beside the digest.
    pub fn on_show_alone(&self) -> usize {
        self.tray.posted.len()
    }

    /// Whether an alarm is armed (Android).
    pub fn alarm_is_armed(&self) -> bool {
        self.alarms.alarm.is_some()
    }

    /// What a run would find wrong now.
    pub fn problems(&self) -> Vec<Problem> {
        self.decide(&[]).problems
    }

    /// Whether two runs at once would decide the same.
    pub fn decides_alike(&self) -> bool {
        self.decide(&[]) == self.decide(&[])
    }

    /// The ids of all, in the order in which they were planned.
    pub fn ids(&self) -> Vec<String> {
        self.db.follow_ups.iter().map(|it: &FollowUp| it.id.to_string()).collect()
    }

    /// iOS: a request whose moment passes while the phone is off or the clock is set never fires, and stays in the list.
    pub fn missed_requests_stay(&mut self) -> &mut Self {
        self.requests.missed = Missed::Stays;
        self
    }

    /// iOS: such a request never fires, and is gone.
    pub fn missed_requests_vanish(&mut self) -> &mut Self {
        self.requests.missed = Missed::Vanishes;
        self
    }

    /// iOS: what is pending fires without the app's doing, and nobody knows; then the tray is empty.
    pub fn fire_and_swipe(&mut self, civil: NaiveDateTime) -> &mut Self {
        self.until(civil).plainly(What::SwipeAll)
    }

    /// Two weeks without faults, and what was ever violated, in words.
    pub fn ever_after(&mut self) -> Vec<String> {
        self.profile = Profile::Faults;
        settle(self, true);
        self.wrongs()
    }

    /// What was violated so far, in words.
    pub fn wrongs(&self) -> Vec<String> {
        self.oracle.violations.iter().map(|(invariant, about)| format!("{}: {about}", invariant.name())).collect()
    }

    /// How many alerts came again in a window that a crash had left.
    pub fn doubles(&self) -> u64 {
        self.oracle.doubles
    }
}
