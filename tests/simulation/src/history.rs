//! One history: a life of faults under which nothing unsafe may happen, and then a time without, in which everything that
//! is due must come.

use std::collections::BTreeMap;

use clap::ValueEnum;
use fastrand::Rng;
use justmet_domain::follow_up::State;
use justmet_domain::locale::WeekendMask;

use crate::event::{self, Event};
use crate::ios::Missed;
use crate::oracle::Invariant;
use crate::places;
use crate::world::World;

/// The system that a shell runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ValueEnum)]
pub enum Os {
    /// One alarm for the app, and code that runs when it fires.
    Android,
    /// Requests handed over, and no code when they fire.
    Ios,
    /// A program that waits, and shows.
    Desktop,
    /// A command, which prints what is due.
    Terminal,
}

/// What goes wrong in a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Profile {
    /// Everything.
    Faults,
    /// Nothing but what every phone does daily: reboots, updates, alarms that Doze holds back for up to an hour.
    Calm,
    /// Processes die at work, and nothing else.
    Kills,
}

/// What a history is made from.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The system.
    pub os: Os,
    /// What goes wrong.
    pub profile: Profile,
    seed: u64,
    start: i64,
    place: usize,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    /// How many alerts there were.
    pub alerts: u64,
    /// How many were heard again in a window that a crash had left.
    pub doubles: u64,
    /// What was violated, with the first example.
    pub violations: BTreeMap<Invariant, String>,
}

/// How many events a life has.
pub const EVENTS: usize = 60;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

impl Setup {
    /// The setup of a seed, and the life that it draws.
    pub fn draw(os: Os, seed: u64) -> (Self, Vec<Event>) {
        let mut rng = Rng::with_seed(seed);
        let profile = match rng.u8(..10) {
            0 | 1 => Profile::Calm,
            2 if matches!(os, Os::Android | Os::Ios) => Profile::Kills,
            _ => Profile::Faults,
        };
        let (start, place) = start(&mut rng);
        let setup = Self { os, profile, seed, start, place };
        let events = event::life(&mut rng, os, profile, EVENTS);
        (setup, events)
    }

    fn world(&self) -> World {
        let mut rng = Rng::with_seed(self.seed ^ 0x5EED);
        let mut world = World::new(self.os, self.profile, self.start, self.place);
        world.requests.missed = match rng.u8(..4) {
            0 => Missed::Stays,
            1 => Missed::Vanishes,
            _ => Missed::Fires,
        };
        if self.profile != Profile::Faults {
            world.requests.missed = Missed::Fires;
        }
        let today = world.zone().civil_at(world.now()).date();
        world.calendar.holidays = (0..2).filter_map(|_| today.iter_days().nth(rng.usize(1..12))).collect();
        world.calendar.weekend = match rng.u8(..4) {
            0 => WeekendMask::from_days(&[4, 5]),
            1 => WeekendMask::from_days(&[6]),
            _ => WeekendMask::default(),
        };
        world
    }

    /// Lives through the events, and then through a time without faults.
    pub fn live(&self, events: &[Event], is_mutant: bool) -> Verdict {
        let mut world = self.world();
        world.is_mutant = is_mutant;
        for event in events {
            world.happen(event);
            if !world.oracle.violations.is_empty() {
                return verdict(world);
            }
        }
        settle(&mut world, self.seed.is_multiple_of(2));
        verdict(world)
    }
}

/// The history of a seed.
pub fn of_seed(os: Os, seed: u64, is_mutant: bool) -> Verdict {
    let (setup, events) = Setup::draw(os, seed);
    setup.live(&events, is_mutant)
}

fn verdict(world: World) -> Verdict {
    Verdict { alerts: world.oracle.alerts, doubles: world.oracle.doubles, violations: world.oracle.violations }
}

fn start(rng: &mut Rng) -> (i64, usize) {
    let place = rng.usize(..places::all().len());
    let near = |at: i64, rng: &mut Rng| at - rng.i64(0..20) * DAY + rng.i64(0..24 * 60) * MINUTE;
    let changes = places::changes();
    match rng.u8(..8) {
        0 => (near(places::date_line_ms(), rng), places::DATE_LINE),
        1..4 => {
            let at = changes.get(rng.usize(..changes.len())).copied().unwrap_or_default();
            (near(at, rng).clamp(places::instant(2026, 2, 1, 0), places::instant(2030, 1, 1, 0)), place)
        }
        _ => (places::instant(2026, 11, 1, 0) + rng.i64(0..1000 * 24 * 60) * MINUTE, place),
    }
}

/// The faults stop. Nothing that is due may stay unpresented: whether the person opens the app daily or, where code runs
/// by itself, not at all.
pub fn settle(world: &mut World, opens_daily: bool) {
    world.heal();
    let over_capacity = world.db.open().count() > 50;
    let by_itself = !opens_daily && matches!(world.os, Os::Android | Os::Ios) && !over_capacity;
    let days = if opens_daily { 9 } else { 11 };
    for _ in 0..days {
        world.pass(DAY);
        if !by_itself {
            world.happen(&Event::plain(event::What::Open { inbox_first: true }));
        }
    }
    if by_itself {
        // What came due in the last hours may wait for the morning.
        let (zone, now) = (world.zone(), world.now().ms());
        let left: Vec<_> = world
            .db
            .open()
            .filter(|it| it.state == State::Planned)
            .filter(|it| crate::oracle::due_at(it, zone, &world.calendar).ms() < now - DAY)
            .map(|it| it.slot())
            .collect();
        if let Some(slot) = left.iter().find(|slot| !world.oracle.of(**slot).presented) {
            world.oracle.violated(Invariant::Liveness, || format!("{slot:?} never came"));
        }
        world.happen(&Event::plain(event::What::Open { inbox_first: true }));
    }
    if let Some(slot) = world.due_unpresented().first() {
        world.oracle.violated(Invariant::Liveness, || format!("{slot:?} is due and was never presented"));
    }
}
