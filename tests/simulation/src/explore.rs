//! Small worlds, wholly: every sequence of events up to a length, with a process that dies at any one effect of it.
//!
//! States are followed once. Two are the same where nothing that is still to come could tell them apart: the instants at
//! which something was noted do not count, nor do the names of two follow-ups, which may change places. So what is
//! followed is fewer than the sequences, and what is proven is the same.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use justmet_domain::follow_up::{ClosedBecause, FollowUp, Slot, State};
use justmet_domain::id::FollowUpId;

use crate::database::Database;
use crate::event::{Event, Taps, Verb, What};
use crate::history::{Os, Profile, settle};
use crate::places;
use crate::world::World;

/// What was looked through.
#[derive(Debug, Clone, Default)]
pub struct Explored {
    /// Different states that were followed.
    pub states: u64,
    /// Events that were let happen, with and without a crash.
    pub steps: u64,
    /// The first sequence that goes wrong, with the effect at which the process died in its last event.
    pub failure: Option<String>,
}

/// What can happen in the small world of a system.
pub fn alphabet(os: Os) -> Vec<What> {
    let mut all = vec![
        What::UntilDue { minutes_after: 1 },
        What::Wait { minutes: 12 * 60 },
        What::Reboot { off_minutes: 600, boot_lost: false },
        What::SetClock { minutes: 33 * 60 },
        What::SetClock { minutes: -33 * 60 },
        What::Travel { place: 5 },
        What::Travel { place: 7 },
        What::Permit { allowed: false },
        What::Permit { allowed: true },
        What::Swipe { nth: 0 },
        What::Tap { nth: 0, verb: Verb::Snooze(1), taps: Taps::Twice },
        What::Act { nth: 0, verb: Verb::Done, taps: Taps::Undone },
        What::Open { inbox_first: true },
    ];
    match os {
        Os::Android => all.extend([What::ForceStop, What::Update { alarm_lost: true, told: true }]),
        Os::Ios => all.extend([What::Refresh, What::Act { nth: 0, verb: Verb::Snooze(2), taps: Taps::Once }]),
        Os::Desktop | Os::Terminal => {}
    }
    all
}

/// Lets every sequence of `length` events happen to so many people met at once.
pub fn explore(os: Os, people: u8, length: u32) -> Explored {
    let mut search =
        Search { events: alphabet(os), people, seen: HashSet::new(), trail: Vec::new(), explored: Explored::default() };
    let mut world = World::new(os, Profile::Faults, places::instant(2026, 11, 23, 18), 1);
    world.happen(&Event::plain(What::Meet { people, days: 2 }));
    search.from(&world, length, false);
    search.explored.states = u64::try_from(search.seen.len()).unwrap_or(u64::MAX);
    search.explored
}

struct Search {
    events: Vec<What>,
    people: u8,
    seen: HashSet<u64>,
    trail: Vec<(What, Option<u32>)>,
    explored: Explored,
}

impl Search {
    fn from(&mut self, world: &World, left: u32, has_crashed: bool) {
        if self.explored.failure.is_some() || !self.seen.insert(fingerprint(world, left, has_crashed)) {
            return;
        }
        if left == 0 {
            let mut world = world.clone();
            settle(&mut world, false);
            return self.judge(&world);
        }
        for what in self.events.clone() {
            for what in self.addressed(what) {
                let effects = self.step(world, left, has_crashed, what, None);
                let crashes = if has_crashed { 0 } else { effects };
                for at in 0..crashes {
                    self.step(world, left, true, what, Some(at));
                }
            }
        }
    }

    /// What is about one of several is about each of them in turn.
    fn addressed(&self, what: What) -> Vec<What> {
        (0..self.people)
            .map(|of| match what {
                What::Swipe { .. } => What::Swipe { nth: of },
                What::Tap { verb, taps, .. } => What::Tap { nth: of, verb, taps },
                What::Act { verb, taps, .. } => What::Act { nth: of, verb, taps },
                _ => what,
            })
            .take(if matches!(what, What::Swipe { .. } | What::Tap { .. } | What::Act { .. }) { 99 } else { 1 })
            .collect()
    }

    fn step(&mut self, world: &World, left: u32, has_crashed: bool, what: What, dies_at: Option<u32>) -> u32 {
        let mut next = world.clone();
        next.effects = 0;
        next.dies_after = dies_at;
        next.happen(&Event::plain(what));
        next.dies_after = None;
        let effects = next.effects;
        self.explored.steps += 1;
        self.trail.push((what, dies_at));
        self.judge(&next);
        self.from(&next, left - 1, has_crashed);
        self.trail.pop();
        effects
    }

    fn judge(&mut self, world: &World) {
        if let Some((invariant, about)) = world.oracle.violations.first_key_value()
            && self.explored.failure.is_none()
        {
            self.explored.failure = Some(format!("{}: {about}, after {:#?}", invariant.name(), self.trail));
        }
    }
}

fn fingerprint(world: &World, left: u32, has_crashed: bool) -> u64 {
    let mut hasher = DefaultHasher::new();
    (left, has_crashed, world.real, world.skew, world.place).hash(&mut hasher);
    (world.settings.allowed, world.settings.stopped, world.alarms.alarm, world.alarms.daily_at).hash(&mut hasher);
    (world.installation == world.db.installation, world.requests.sentinel.is_some()).hash(&mut hasher);
    (world.oracle.untold, world.oracle.moved).hash(&mut hasher);
    let parted = world.db.clock.filter(|it| it.2 == world.boot).map(|(wall, uptime, _)| wall - uptime);
    (parted, parted.map(|_| world.booted)).hash(&mut hasher);
    let mut each: Vec<u64> = world.db.follow_ups.iter().map(|it| of_one(world, it)).collect();
    each.sort_unstable();
    each.hash(&mut hasher);
    hasher.finish()
}

/// All that is known anywhere of one follow-up, but for its name.
fn of_one(world: &World, follow_up: &FollowUp) -> u64 {
    let id = follow_up.id;
    let mut hasher = DefaultHasher::new();
    kept(&world.db, id).hash(&mut hasher);
    let gens = |slots: &mut dyn Iterator<Item = Slot>| {
        let mut all: Vec<u32> = slots.filter(|slot| slot.follow_up == id).map(|slot| slot.generation).collect();
        all.sort_unstable();
        all
    };
    gens(&mut world.tray.posted.iter().map(|it| it.1)).hash(&mut hasher);
    gens(&mut world.tray.digest.iter().copied()).hash(&mut hasher);
    gens(&mut world.requests.delivered.iter().map(|it| it.1)).hash(&mut hasher);
    let mut pending: Vec<(u32, i64)> = world
        .requests
        .pending
        .iter()
        .filter(|it| it.1.slot.follow_up == id)
        .map(|it| (it.1.slot.generation, it.1.fire_at.ms()))
        .collect();
    pending.sort_unstable();
    pending.hash(&mut hasher);
    for generation in 0..=follow_up.generation {
        let slot = Slot { follow_up: id, generation };
        world.oracle.heard.get(&slot).hash(&mut hasher);
        (world.oracle.hushed.contains(&slot), world.oracle.seen.contains(&slot)).hash(&mut hasher);
    }
    world.oracle.put_off.get(&id).hash(&mut hasher);
    hasher.finish()
}

fn kept(database: &Database, id: FollowUpId) -> impl Hash {
    let follow_up = database.get(id).map(|it| {
        let state = match it.state {
            State::Planned => 0,
            State::Delivered(_) => 1,
            State::Acted(_) => 2,
            State::Closed(_, ClosedBecause::LetGo) => 3,
            State::Closed(_, ClosedBecause::ContactGone) => 4,
        };
        (it.due, it.generation, state)
    });
    let handed_over = database.handed_over.iter().find(|it| it.slot.follow_up == id);
    let shown = database.shown.iter().find(|slot| slot.follow_up == id);
    (follow_up, handed_over.map(|it| (it.slot.generation, it.fire_at)), shown.map(|slot| slot.generation))
}
