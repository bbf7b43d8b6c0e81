//! A phone, the person who carries it and the app on it.

use chrono::{NaiveDateTime, TimeDelta};
use fastrand::Rng;
use justmet_domain::follow_up::{
    Delivery, FollowUp, Moment, Outcome, Slot, State, WakeReason, WorkCalendar, choose_moment,
};
use justmet_domain::id::{ContactId, EncounterId};
use justmet_domain::time::{Timestamp, TzSnapshot};
use uuid::Uuid;

use crate::database::Database;
use crate::event::{Event, Taps, Verb, What};
use crate::history::{Os, Profile};
use crate::ios::{Missed, Requests};
use crate::oracle::{self, Invariant, Oracle};
use crate::phone::{Alarms, Settings, Tray};
use crate::places;
use crate::run::{Halt, Step};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// What comes back to an Android process that could not write.
const RETRY: i64 = 15 * MINUTE;

/// One phone, from the outside and from within.
#[derive(Debug, Clone)]
pub struct World {
    pub(crate) os: Os,
    pub(crate) profile: Profile,
    /// What the time really is, in milliseconds since the Unix epoch.
    pub(crate) real: i64,
    /// What the clock shows beyond that.
    pub(crate) skew: i64,
    pub(crate) boot: u32,
    /// When the phone was switched on, really.
    pub(crate) booted: i64,
    /// The same, by the clock as it then was.
    pub(crate) on_since: i64,
    pub(crate) place: usize,
    pub(crate) calendar: WorkCalendar,
    pub(crate) db: Database,
    pub(crate) backup: Option<Database>,
    pub(crate) installation: u32,
    pub(crate) settings: Settings,
    pub(crate) alarms: Alarms,
    pub(crate) tray: Tray,
    pub(crate) requests: Requests,
    pub(crate) disk_full: bool,
    /// Whether the run at hand finds that the clock jumped.
    pub(crate) jumped: bool,
    pub(crate) is_mutant: bool,
    /// How many effects are left until the process dies, where that is not left to chance.
    pub(crate) dies_after: Option<u32>,
    /// How many effects there were.
    pub(crate) effects: u32,
    pub(crate) dice: Option<Rng>,
    kills_in_a_row: u32,
    met: u128,
    /// The books of what was heard.
    pub oracle: Oracle,
}

impl World {
    /// A new phone with the app just installed, at `real`.
    pub fn new(os: Os, profile: Profile, real: i64, place: usize) -> Self {
        Self {
            os,
            profile,
            real,
            skew: 0,
            boot: 1,
            booted: real,
            on_since: real,
            place: place % places::all().len(),
            calendar: WorkCalendar::default(),
            db: Database { installation: 1, ..Database::default() },
            backup: None,
            installation: 1,
            settings: Settings::default(),
            alarms: Alarms { daily_at: Some(real + DAY), ..Alarms::default() },
            tray: Tray::default(),
            requests: Requests::default(),
            disk_full: false,
            jumped: false,
            is_mutant: false,
            dies_after: None,
            effects: 0,
            dice: None,
            kills_in_a_row: 0,
            met: 0,
            oracle: Oracle::default(),
        }
    }

    /// What the clock shows.
    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_ms(self.real + self.skew)
    }

    pub(crate) fn uptime(&self) -> i64 {
        self.real - self.booted
    }

    pub(crate) fn zone(&self) -> &'static TzSnapshot {
        places::zone(self.place)
    }

    pub(crate) fn clock_is_possible(&self) -> bool {
        (places::instant(2026, 1, 1, 0)..places::instant(2100, 1, 1, 0)).contains(&self.now().ms())
    }

    /// Something is about to be done. The process may die before it is.
    pub(crate) fn effect(&mut self) -> Step {
        self.effects += 1;
        if let Some(left) = &mut self.dies_after {
            if *left == 0 {
                self.dies_after = None;
                return Err(Halt::Killed);
            }
            *left -= 1;
        }
        let per_mille = match self.profile {
            Profile::Calm => return Ok(()),
            Profile::Faults => 40,
            Profile::Kills if self.kills_in_a_row < 2 => 150,
            Profile::Kills => return Ok(()),
        };
        if self.dice.as_mut().is_some_and(|dice| dice.u32(..1000) < per_mille) {
            self.kills_in_a_row += 1;
            return Err(Halt::Killed);
        }
        Ok(())
    }

    pub(crate) fn transaction(&self) -> Step {
        if self.disk_full { Err(Halt::NoSpace) } else { Ok(()) }
    }

    /// The app runs, for these reasons, unless the system keeps it from running.
    pub(crate) fn wake(&mut self, reasons: &[WakeReason]) {
        if self.settings.stopped {
            return;
        }
        let end = self.run(reasons);
        self.ended(end);
    }

    /// What is left of a process that came to its end, this way or that.
    fn ended(&mut self, end: Step) {
        match end {
            Ok(()) => self.kills_in_a_row = 0,
            // `justmet watch` waits in its own process: until it is started again, nothing wakes it.
            Err(Halt::Killed) if self.os == Os::Desktop => self.alarms.alarm = None,
            Err(Halt::Killed) => {}
            Err(Halt::NoSpace) => {
                if matches!(self.os, Os::Android | Os::Desktop) {
                    self.alarms.alarm = Some(self.now().ms() + RETRY);
                }
            }
        }
    }

    /// Lets it happen.
    pub fn happen(&mut self, event: &Event) {
        self.dice = (event.chaos != 0).then(|| Rng::with_seed(u64::from(event.chaos)));
        self.what(event.what);
        self.dice = None;
        self.check_generations();
    }

    fn what(&mut self, what: What) {
        match what {
            What::Wait { minutes } => self.pass(i64::from(minutes) * MINUTE),
            What::UntilDue { minutes_after } => self.until_due(i64::from(minutes_after) * MINUTE),
            What::Reboot { off_minutes, boot_lost } => self.reboot(i64::from(off_minutes) * MINUTE, boot_lost, false),
            What::ForceStop => self.force_stop(),
            What::Hibernate => {
                self.force_stop();
                if self.os == Os::Android {
                    self.settings.allowed = false;
                }
            }
            What::Update { alarm_lost, told } => self.update(alarm_lost, told),
            What::LoseAlarm => self.alarms.lose_next = true,
            What::DelayAlarm { minutes } => self.alarms.delay = i64::from(minutes) * MINUTE,
            What::SetClock { minutes } => self.set_clock(self.skew + i64::from(minutes) * MINUTE, true),
            What::BreakClock { far } => {
                let year = if far { 2106 } else { 1970 };
                self.set_clock(places::instant(year, 2, 7, 6) - self.real, true);
            }
            What::RightClock { rebooting: false } => self.set_clock(0, true),
            What::RightClock { rebooting: true } => self.reboot(MINUTE, false, true),
            What::Travel { place } => self.travel(usize::from(place)),
            What::Permit { allowed } => self.permit(allowed, self.settings.channel_on),
            What::Channel { on } => self.permit(self.settings.allowed, on),
            What::Restrict { restricted } => {
                if self.os == Os::Android {
                    self.settings.restricted = restricted;
                }
            }
            What::Swipe { nth } => self.swipe(usize::from(nth)),
            What::SwipeAll => self.swipe_all(),
            What::ClearTray => self.requests.delivered.clear(),
            What::Tap { nth, verb, taps } => {
                if let Some(slot) = self.on_show(usize::from(nth)) {
                    self.press(slot, verb, taps);
                }
            }
            What::Act { nth, verb, taps } => {
                if let Some(slot) = self.nth_open(usize::from(nth)) {
                    self.settings.stopped = false;
                    self.press(slot, verb, taps);
                }
            }
            What::Meet { people, days } => self.meet(people, days),
            What::Forget { nth } => {
                if let Some(slot) = self.nth_open(usize::from(nth)) {
                    self.settings.stopped = false;
                    let end = self.forget(slot);
                    self.ended(end);
                }
            }
            What::Open { inbox_first } => self.open(inbox_first),
            What::Refresh => self.wake(&[WakeReason::Start]),
            What::Language => {
                if self.os == Os::Android {
                    self.wake(&[WakeReason::LocaleChanged]);
                }
            }
            What::Backup => self.backup = Some(self.db.clone()),
            What::Restore { other_phone, system_kept } => self.restore(other_phone, system_kept),
            What::Disk { full } => self.disk_full = full,
        }
    }

    // ---- time

    /// Time passes, with the phone on.
    pub(crate) fn pass(&mut self, for_ms: i64) {
        let until = self.real + for_ms;
        while let Some(at) = self.next_wake(until) {
            self.pass_quietly(at);
            self.fire();
        }
        self.pass_quietly(until);
    }

    /// When the app is woken next, really, if that is before `until`.
    fn next_wake(&self, until: i64) -> Option<i64> {
        if self.settings.stopped || self.settings.restricted {
            return None;
        }
        let alarm = self.alarm_at();
        let daily = self.alarms.daily_at.filter(|_| self.os == Os::Android).map(|at| at.max(self.real));
        alarm.into_iter().chain(daily).min().filter(|at| *at <= until)
    }

    /// When the alarm fires, really: it is held back, or overtaken by a clock that was set.
    fn alarm_at(&self) -> Option<i64> {
        self.alarms.alarm.map(|at| (at - self.skew + self.alarms.delay).max(self.real))
    }

    fn fire(&mut self) {
        let mut reasons = Vec::new();
        if self.alarm_at().is_some_and(|at| at <= self.real) {
            self.alarms.alarm = None;
            self.alarms.delay = 0;
            if !std::mem::take(&mut self.alarms.lose_next) {
                reasons.push(WakeReason::Alarm);
            }
        }
        if self.alarms.daily_at.is_some_and(|at| at <= self.real) && self.os == Os::Android {
            self.alarms.daily_at = Some(self.real + DAY);
            reasons.push(WakeReason::DailyCheck);
        }
        if !reasons.is_empty() {
            self.wake(&reasons);
        }
    }

    /// Time passes without the app: iOS fires by itself.
    fn pass_quietly(&mut self, until: i64) {
        while self.os == Os::Ios {
            let Some(at) = self.requests.next_between(self.now().ms(), until + self.skew) else { break };
            let before = self.now().ms();
            self.real = at - self.skew;
            let fired = self.requests.take_between(before, at);
            self.fires(&fired.iter().map(|it| it.slot).collect::<Vec<_>>());
        }
        self.real = self.real.max(until);
    }

    fn fires(&mut self, slots: &[Slot]) {
        for slot in slots {
            let (waits, current) = (self.db.waits(*slot), self.db.is_current(*slot));
            if !self.settings.allowed {
                self.oracle.of(*slot).presented = true;
                continue;
            }
            self.requests.deliver(*slot);
            self.oracle.alert(*slot, waits, current);
            if !self.oracle.moved {
                self.check_alert(*slot, false);
                self.check_fire(*slot);
            }
        }
    }

    /// iOS fires what it was given, when it was told: at the moment at which it is due.
    fn check_fire(&mut self, slot: Slot) {
        let Some(follow_up) = self.db.get(slot.follow_up).filter(|it| it.slot() == slot) else { return };
        let off = self.now().ms() - oracle::due_at(follow_up, self.zone(), &self.calendar).ms();
        if off != 0 && !self.oracle.untold {
            self.oracle.violated(Invariant::InTime, || format!("{slot:?} fired {off} ms off its moment"));
        }
    }

    fn until_due(&mut self, after: i64) {
        let now = self.now();
        let waiting = self.db.open().filter(|it| it.state == State::Planned);
        let due = waiting.map(|it| oracle::due_at(it, self.zone(), &self.calendar)).filter(|due| *due > now).min();
        // Not through half a century that a broken clock has put between.
        if let Some(for_ms) = due.map(|due| due.ms() - now.ms() + after).filter(|for_ms| *for_ms < 20 * DAY) {
            self.pass(for_ms);
        }
    }

    fn reboot(&mut self, off: i64, boot_lost: bool, clock_set_right: bool) {
        self.tray.clear();
        self.alarms.alarm = None;
        self.alarms.delay = 0;
        let before = self.now().ms();
        self.real += off;
        if clock_set_right {
            self.skew = 0;
        }
        self.boot += 1;
        self.booted = self.real;
        self.on_since = self.now().ms();
        self.oracle.moved = true;
        self.missed_between(before);
        let told = self.os == Os::Android && !boot_lost && !self.settings.restricted;
        if boot_lost && self.dice.as_mut().is_some_and(Rng::bool) {
            self.alarms.daily_at = None;
        }
        if told && clock_set_right {
            self.wake(&[WakeReason::ClockSet, WakeReason::Boot]);
        } else if told {
            self.alarms.daily_at.get_or_insert(self.real + DAY);
            self.wake(&[WakeReason::Boot]);
        } else if self.os == Os::Desktop {
            // Started with the session.
            self.wake(&[WakeReason::Start]);
        }
    }

    /// iOS: the moments between `before` and what the clock shows now passed without it.
    fn missed_between(&mut self, before: i64) {
        let now = self.now().ms();
        if self.os != Os::Ios || now <= before || self.requests.missed == Missed::Stays {
            return;
        }
        let missed: Vec<Slot> = self.requests.take_between(before, now).iter().map(|it| it.slot).collect();
        match self.requests.missed {
            Missed::Fires => self.fires(&missed),
            Missed::Vanishes | Missed::Stays => missed.iter().for_each(|slot| self.oracle.of(*slot).presented = true),
        }
    }

    fn set_clock(&mut self, skew: i64, told: bool) {
        let before = self.now().ms();
        self.skew = skew;
        self.on_since = self.on_since.max(self.now().ms());
        self.oracle.moved = true;
        self.missed_between(before);
        if told && self.os == Os::Android && !self.settings.restricted {
            self.wake(&[WakeReason::ClockSet]);
        }
    }

    fn travel(&mut self, place: usize) {
        if place >= places::all().len() || place == self.place {
            return;
        }
        self.place = place;
        self.oracle.moved = true;
        if self.os == Os::Android && !self.settings.restricted {
            self.wake(&[WakeReason::ZoneChanged]);
        }
    }

    // ---- the system

    fn force_stop(&mut self) {
        if self.os == Os::Android {
            self.tray.clear();
            self.alarms = Alarms::default();
            self.settings.stopped = true;
        }
    }

    fn update(&mut self, alarm_lost: bool, told: bool) {
        if self.os != Os::Android {
            return;
        }
        self.tray.clear();
        if alarm_lost {
            self.alarms.alarm = None;
        }
        if told && !self.settings.stopped && !self.settings.restricted {
            self.wake(&[WakeReason::Updated]);
        }
    }

    fn permit(&mut self, allowed: bool, channel_on: bool) {
        self.settings.allowed = allowed;
        self.settings.channel_on = channel_on || self.os != Os::Android;
        if self.os != Os::Android {
            return;
        }
        if !(allowed && channel_on) {
            self.tray.clear();
        }
        // Taken away, the system ends the process; given, it may be told.
        if allowed && channel_on && !self.settings.restricted {
            self.wake(&[WakeReason::PermissionChanged]);
        }
    }

    fn restore(&mut self, other_phone: bool, system_kept: bool) {
        let Some(backup) = self.backup.clone() else { return };
        self.db = backup;
        self.installation += 1;
        self.alarms = Alarms::default();
        self.tray.clear();
        // Whether iOS keeps the requests of an app that was deleted is not known.
        if other_phone || !system_kept {
            let missed = self.requests.missed;
            self.requests = Requests { missed, ..Requests::default() };
        }
        if other_phone {
            self.boot += 1000;
            self.booted = self.real;
        }
        self.settings.stopped = true;
        self.oracle.restored(!other_phone && system_kept);
        for follow_up in self.db.follow_ups.clone() {
            let put_off = self.oracle.put_off.entry(follow_up.id).or_default();
            *put_off = (*put_off).max(follow_up.generation);
        }
    }

    // ---- the person

    fn on_show(&self, nth: usize) -> Option<Slot> {
        let on_show = if self.os == Os::Ios { &self.requests.delivered } else { &self.tray.posted };
        on_show.get(nth % on_show.len().max(1)).map(|it| it.1)
    }

    fn nth_open(&self, nth: usize) -> Option<Slot> {
        let open = self.db.open().count();
        self.db.open().nth(nth % open.max(1)).map(FollowUp::slot)
    }

    fn swipe(&mut self, nth: usize) {
        let Some(slot) = self.on_show(nth) else { return };
        if self.os == Os::Ios {
            self.requests.delivered.retain(|it| it.1 != slot);
            return;
        }
        self.tray.posted.retain(|it| it.1 != slot);
        self.swiped(&[slot]);
    }

    fn swipe_all(&mut self) {
        self.requests.delivered.clear();
        let mut slots: Vec<Slot> = self.tray.posted.iter().map(|it| it.1).collect();
        slots.extend(&self.tray.digest);
        self.tray.clear();
        self.swiped(&slots);
    }

    /// Android tells the app of it; the process may die before that is written down.
    fn swiped(&mut self, slots: &[Slot]) {
        if slots.is_empty() || self.effect().is_err() || self.disk_full {
            return;
        }
        let now = self.now();
        for slot in slots {
            self.db.swiped(*slot, now);
            self.oracle.of(*slot).window = false;
        }
    }

    fn press(&mut self, slot: Slot, verb: Verb, taps: Taps) {
        if matches!(verb, Verb::Snooze(_)) {
            *self.oracle.put_off.entry(slot.follow_up).or_default() += 1;
        }
        let before = self.db.get(slot.follow_up).cloned();
        let end = self.act(slot, verb);
        self.ended(end);
        match taps {
            Taps::Once => {}
            Taps::Twice => {
                let end = self.act(slot, verb);
                self.ended(end);
            }
            Taps::Undone if end.is_ok() => {
                if let Some(before) = before {
                    let end = self.undo(&before);
                    self.ended(end);
                }
            }
            Taps::Undone => {}
        }
    }

    fn act(&mut self, slot: Slot, verb: Verb) -> Step {
        let Some(follow_up) = self.db.get(slot.follow_up).cloned() else { return Ok(()) };
        let outcome = match verb {
            Verb::Done => follow_up.done(slot.generation, self.now()),
            Verb::LetGo => follow_up.let_go(slot.generation, self.now()),
            Verb::Snooze(days) => follow_up.snooze(slot.generation, self.moment(days)),
        };
        self.effect()?;
        if let Outcome::Applied(after) = outcome {
            self.transaction()?;
            if slot != follow_up.slot() || !follow_up.is_open() {
                self.oracle
                    .violated(Invariant::OneActionOnce, || format!("{verb:?} for {slot:?} changed {follow_up:?}"));
            }
            self.db.put(after);
            self.db.forget_shown(slot.follow_up);
            self.oracle.untold = true;
        }
        self.run(&[WakeReason::Changed])
    }

    /// The follow-up as it was, in the generation that it now has.
    fn undo(&mut self, before: &FollowUp) -> Step {
        let Some(current) = self.db.get(before.id) else { return Ok(()) };
        let moment = Moment { now: self.now(), zone: self.zone(), calendar: &self.calendar, clock_jumped: false };
        let back = current.taken_back(before, &moment);
        self.effect()?;
        self.transaction()?;
        self.db.put(back);
        self.oracle.untold = true;
        self.run(&[WakeReason::Changed])
    }

    /// The moment that a person who names a day, or none, is given.
    fn moment(&mut self, days: u8) -> NaiveDateTime {
        let today = self.zone().civil_at(self.now()).date();
        let stated = (days > 0).then(|| today.checked_add_signed(TimeDelta::days(i64::from(days)))).flatten();
        let chosen = choose_moment(self.now(), stated, self.zone(), &self.calendar);
        if stated.is_none() && !oracle::is_business_day(chosen.date(), &self.calendar) {
            self.oracle.violated(Invariant::BusinessDay, || format!("{chosen} is no business day"));
        }
        chosen
    }

    fn meet(&mut self, people: u8, days: u8) {
        self.settings.stopped = false;
        if self.effect().is_err() || self.disk_full {
            return;
        }
        let due = self.moment(days);
        for _ in 0..people {
            self.met += 1;
            let contact = ContactId::from_uuid(Uuid::from_u128(self.met));
            let encounter = EncounterId::from_uuid(Uuid::from_u128(self.met << 64));
            self.db.put(FollowUp::plan(contact, encounter, due, self.now()));
        }
        self.oracle.untold = true;
        self.wake(&[WakeReason::Changed]);
    }

    fn forget(&mut self, slot: Slot) -> Step {
        let Some(gone) = self.db.get(slot.follow_up).map(|it| it.contact_gone(self.now())) else { return Ok(()) };
        self.effect()?;
        self.transaction()?;
        self.db.put(gone);
        self.db.forget_shown(slot.follow_up);
        self.oracle.untold = true;
        self.run(&[WakeReason::Changed])
    }

    fn open(&mut self, inbox_first: bool) {
        self.settings.stopped = false;
        self.alarms.daily_at.get_or_insert(self.real + DAY);
        let end = if inbox_first {
            self.draw_inbox().and_then(|()| self.run(&[WakeReason::Start]))
        } else {
            self.run(&[WakeReason::Start]).and_then(|()| self.draw_inbox())
        };
        self.ended(end);
    }

    /// The inbox is drawn: what is due and listed there has been seen.
    fn draw_inbox(&mut self) -> Step {
        let due = self.due_unpresented();
        if due.is_empty() {
            return Ok(());
        }
        self.effect()?;
        self.transaction()?;
        let now = self.now();
        for slot in &due {
            self.db.delivered(*slot, Delivery::SeenInInbox, now);
        }
        for slot in due {
            // Whatever the database makes of it, it must not alert from here on.
            if self.clock_is_possible() {
                self.oracle.seen(slot);
            }
        }
        self.oracle.untold = true;
        Ok(())
    }

    /// A generation for each time it was put off, and no more.
    fn check_generations(&mut self) {
        for follow_up in &self.db.follow_ups {
            let put_off = self.oracle.put_off.get(&follow_up.id).copied().unwrap_or_default();
            if follow_up.generation > put_off {
                let (id, generation) = (follow_up.id, follow_up.generation);
                self.oracle
                    .violated(Invariant::OneActionOnce, || format!("{id} is in {generation}, put off {put_off} times"));
                return;
            }
        }
    }

    // ---- the faults stop

    /// Everything is put right and told.
    pub(crate) fn heal(&mut self) {
        self.profile = if self.profile == Profile::Faults { Profile::Calm } else { self.profile };
        self.dice = None;
        self.dies_after = None;
        self.disk_full = false;
        self.settings = Settings { stopped: self.settings.stopped, ..Settings::default() };
        self.alarms.lose_next = false;
        self.alarms.delay = 0;
        if self.skew != 0 {
            self.set_clock(0, true);
        }
        self.on_since = self.now().ms();
        self.open(true);
    }
}
