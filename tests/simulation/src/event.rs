//! What can happen to a phone and to the person who carries it.

use std::fmt;

use fastrand::Rng;

use crate::history::{Os, Profile};

/// One thing that happens, and the chance of that moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Event {
    /// What happens.
    pub what: What,
    /// What seeds the dice while it happens: whether the process dies at an effect, how late an alarm is. 0: nothing goes
    /// wrong by itself.
    pub chaos: u32,
}

/// What the person does with a follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// It is done.
    Done,
    /// It is let go.
    LetGo,
    /// It is put off by so many days; 0: until the usual moment.
    Snooze(u8),
}

/// How often a button is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Taps {
    /// Once.
    Once,
    /// Twice, the second time before the first has shown on the screen.
    Twice,
    /// Once, and taken back within ten seconds.
    Undone,
}

/// What happens. `nth` counts what is there around: where there is nothing, nothing happens.
#[allow(missing_docs, reason = "a variant's line says what its fields mean")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// Time passes.
    Wait { minutes: u32 },
    /// Time passes until so many minutes after the next follow-up is due.
    UntilDue { minutes_after: u32 },
    /// The phone is switched off, and on again.
    Reboot { off_minutes: u32, boot_lost: bool },
    /// The person stops the app in the system's settings; iOS: swipes it out of the switcher.
    ForceStop,
    /// Unused for months: stopped, and its permissions taken.
    Hibernate,
    /// The app is updated. Android takes its notifications down.
    Update { alarm_lost: bool, told: bool },
    /// A maker's battery saver eats the next alarm.
    LoseAlarm,
    /// Doze holds the next alarm back.
    DelayAlarm { minutes: u32 },
    /// The clock is set, by so many minutes.
    SetClock { minutes: i32 },
    /// The clock shows 1970, or 2106.
    BreakClock { far: bool },
    /// The clock is set right; `rebooting`: while the phone starts, both are told at once.
    RightClock { rebooting: bool },
    /// Another zone.
    Travel { place: u8 },
    /// Notifications are permitted or not.
    Permit { allowed: bool },
    /// The reminders' channel is switched on or off (Android).
    Channel { on: bool },
    /// The app's background work is restricted or not (Android).
    Restrict { restricted: bool },
    /// The nth notification is swiped away.
    Swipe { nth: u8 },
    /// All are, with the digest.
    SwipeAll,
    /// All are gone without anyone having swiped (iOS: the badge was set to 0).
    ClearTray,
    /// A button on the nth notification.
    Tap { nth: u8, verb: Verb, taps: Taps },
    /// The nth open follow-up, in the app.
    Act { nth: u8, verb: Verb, taps: Taps },
    /// People are met and saved; each follow-up in so many days, 0: at the usual moment.
    Meet { people: u8, days: u8 },
    /// The nth contact is deleted.
    Forget { nth: u8 },
    /// The app is opened and the inbox drawn.
    Open { inbox_first: bool },
    /// The system lets the app run for a moment.
    Refresh,
    /// The phone speaks another language.
    Language,
    /// The database is copied away.
    Backup,
    /// The copy is put on another phone, or back on this one after the app was deleted.
    Restore { other_phone: bool, system_kept: bool },
    /// The storage is full, or has room again.
    Disk { full: bool },
}

impl Event {
    /// One in which nothing goes wrong by itself.
    pub const fn plain(what: What) -> Self {
        Self { what, chaos: 0 }
    }
}

/// A random life of `count` events.
pub fn life(rng: &mut Rng, os: Os, profile: Profile, count: usize) -> Vec<Event> {
    // One in so many lives meets a crowd: more people than iOS takes requests.
    let crowd = rng.u8(..24) == 0;
    let mut events = vec![Event { what: What::Meet { people: rng.u8(1..=3), days: 0 }, chaos: 0 }];
    if crowd {
        events.push(Event::plain(What::Meet { people: rng.u8(20..=80), days: rng.u8(0..=3) }));
    }
    events.extend((0..count).map(|_| Event { what: one(rng, os, profile), chaos: chaos(rng, profile) }));
    events
}

fn chaos(rng: &mut Rng, profile: Profile) -> u32 {
    // In half of the events of a faulty life nothing goes wrong by itself.
    if profile == Profile::Faults && rng.bool() { 0 } else { rng.u32(1..) }
}

fn one(rng: &mut Rng, os: Os, profile: Profile) -> What {
    let mild = rng.u8(..100);
    match mild {
        0..22 => return wait(rng),
        22..36 => return What::UntilDue { minutes_after: if rng.bool() { rng.u32(0..5) } else { rng.u32(0..400) } },
        36..44 => return meet(rng),
        44..52 => return What::Tap { nth: rng.u8(..4), verb: verb(rng), taps: taps(rng) },
        52..57 => return What::Act { nth: rng.u8(..8), verb: verb(rng), taps: taps(rng) },
        57..64 => return What::Swipe { nth: rng.u8(..4) },
        64..66 => return What::SwipeAll,
        66..70 => return What::Open { inbox_first: rng.bool() },
        70..72 => return What::Refresh,
        72 => return What::Forget { nth: rng.u8(..8) },
        _ => {}
    }
    match profile {
        Profile::Kills => wait(rng),
        Profile::Calm => match rng.u8(..4) {
            0 => What::Reboot { off_minutes: off(rng), boot_lost: false },
            1 => What::Update { alarm_lost: rng.bool(), told: true },
            2 => What::DelayAlarm { minutes: rng.u32(0..=60) },
            _ => wait(rng),
        },
        Profile::Faults => fault(rng, os),
    }
}

fn fault(rng: &mut Rng, os: Os) -> What {
    let android = os == Os::Android;
    match rng.u8(..32) {
        0..5 => What::Reboot { off_minutes: off(rng), boot_lost: rng.u8(..3) == 0 },
        5 => What::ForceStop,
        6 if rng.bool() => What::Hibernate,
        6..8 => What::Update { alarm_lost: rng.bool(), told: rng.u8(..8) != 0 },
        8 if android => What::LoseAlarm,
        9 if android => What::DelayAlarm { minutes: rng.u32(0..700) },
        8..13 => What::SetClock { minutes: rng.i32(-33 * 60..=33 * 60) },
        13 => What::BreakClock { far: rng.bool() },
        14 | 15 => What::RightClock { rebooting: rng.bool() },
        16..19 => What::Travel { place: rng.u8(..8) },
        19..21 => What::Permit { allowed: rng.u8(..3) != 0 },
        21 if android => What::Channel { on: rng.u8(..3) != 0 },
        22 if android => What::Restrict { restricted: rng.u8(..3) == 0 },
        21 => What::ClearTray,
        23 => What::Language,
        24..26 => What::Backup,
        26 => What::Restore { other_phone: rng.bool(), system_kept: rng.bool() },
        27 => What::Disk { full: rng.bool() },
        _ => What::Open { inbox_first: rng.bool() },
    }
}

fn wait(rng: &mut Rng) -> What {
    let minutes = match rng.u8(..4) {
        0 => rng.u32(1..30),
        1 => rng.u32(30..600),
        2 => rng.u32(600..1500),
        _ => rng.u32(1..3 * 1440),
    };
    What::Wait { minutes }
}

fn off(rng: &mut Rng) -> u32 {
    if rng.bool() { rng.u32(1..5) } else { rng.u32(5..2000) }
}

fn meet(rng: &mut Rng) -> What {
    let people = if rng.u8(..8) == 0 { rng.u8(2..9) } else { 1 };
    What::Meet { people, days: if rng.bool() { 0 } else { rng.u8(1..9) } }
}

fn verb(rng: &mut Rng) -> Verb {
    match rng.u8(..5) {
        0 => Verb::Done,
        1 => Verb::LetGo,
        2 => Verb::Snooze(0),
        _ => Verb::Snooze(rng.u8(1..8)),
    }
}

fn taps(rng: &mut Rng) -> Taps {
    match rng.u8(..4) {
        0 => Taps::Twice,
        1 => Taps::Undone,
        _ => Taps::Once,
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.what)?;
        if self.chaos == 0 { Ok(()) } else { write!(f, "  (chaos {})", self.chaos) }
    }
}
