//! One run of the app, as the use case and the shell do it: read, decide, write the notes, carry the plan out in the order
//! of its fields, acknowledge each step. Before every effect the process may die.

use chrono::TimeDelta;
use justmet_domain::follow_up::{
    Book, Delivery, FollowUp, HandedOver, Moment, Note, OsView, PendingSlot, Plan, SentinelStep, Slot, State,
    WakeReason, reconcile,
};
use justmet_domain::time::Timestamp;

use crate::history::{Os, Profile};
use crate::oracle::{self, Invariant};
use crate::world::World;

/// Why a run ended early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Halt {
    /// The process died.
    Killed,
    /// The storage is full.
    NoSpace,
}

/// How far a run comes.
pub(crate) type Step = Result<(), Halt>;

/// So far the clock and the time since boot may part.
const SLACK_MS: i64 = 12 * 3_600_000;

/// iOS: of what waits, so many are with the system.
const BUDGET: usize = 50;

impl World {
    /// One run, from start to end.
    pub(crate) fn run(&mut self, reasons: &[WakeReason]) -> Step {
        self.jumped = self.compare_clock();
        let plan = self.decide(reasons);
        self.write_notes(&plan)?;
        match self.os {
            Os::Android => self.carry_out_android(&plan)?,
            Os::Ios => self.carry_out_ios(&plan)?,
            Os::Desktop | Os::Terminal => {
                self.show_all(&plan)?;
                self.alarms.alarm = plan.wake_at.map(Timestamp::ms).filter(|_| self.os == Os::Desktop);
            }
        }
        self.completed(reasons);
        Ok(())
    }

    pub(crate) fn decide(&self, reasons: &[WakeReason]) -> Plan {
        let open = self.read_open();
        let shown = self.read_shown(reasons);
        let restored = self.db.installation != self.installation;
        let view = self.view(reasons);
        let handed_over: &[HandedOver] = if self.os == Os::Ios { &self.db.handed_over } else { &[] };
        let book = Book { open: &open, handed_over, shown: &shown, restored };
        let moment = Moment { now: self.now(), zone: self.zone(), calendar: &self.calendar, clock_jumped: self.jumped };
        reconcile(&book, &view, &moment)
    }

    /// iOS is handed everything that waits; elsewhere what is due, the next one and what is on show is enough.
    fn read_open(&self) -> Vec<FollowUp> {
        if self.os == Os::Ios {
            return self.db.open().cloned().collect();
        }
        let civil = self.zone().civil_at(self.now());
        // Where a day is skipped, what was meant for it waits for the next business day, and later ones may come first.
        let wide = if self.zone().may_skip_a_day() { TimeDelta::days(15) } else { TimeDelta::hours(26) };
        let until = civil.checked_add_signed(wide).unwrap_or(civil);
        let next = self.db.open().filter(|it| it.due > until && it.state == State::Planned).min_by_key(|it| it.due);
        let is_on_show = |it: &FollowUp| {
            self.tray.posted.iter().map(|it| &it.1).chain(&self.tray.digest).any(|slot| slot.follow_up == it.id)
        };
        let read =
            self.db.open().filter(|it| it.due <= until || next.is_some_and(|next| next.id == it.id) || is_on_show(it));
        read.cloned().collect()
    }

    fn read_shown(&self, reasons: &[WakeReason]) -> Vec<Slot> {
        let refill = reasons.contains(&WakeReason::Boot) || reasons.contains(&WakeReason::Updated);
        // A mutant wants to know on other occasions too.
        let asked = self.os == Os::Android && (refill || self.is_mutant);
        if asked { self.db.shown.iter().rev().take(5).copied().collect() } else { Vec::new() }
    }

    fn compare_clock(&self) -> bool {
        let (wall, uptime) = (self.now().ms(), self.uptime());
        self.db.clock.is_some_and(|(wall_before, uptime_before, boot)| {
            boot == self.boot && ((wall - wall_before) - (uptime - uptime_before)).abs() > SLACK_MS
        })
    }

    fn view(&self, reasons: &[WakeReason]) -> OsView {
        match self.os {
            Os::Terminal => OsView::Terminal,
            Os::Desktop => OsView::Desktop,
            Os::Android => OsView::Android {
                showing: self.tray.posted.iter().map(|it| it.1).collect(),
                digest: self.tray.digest.clone(),
                permission: self.settings.permission(),
                background_restricted: self.settings.restricted,
                reasons: reasons.to_vec(),
            },
            Os::Ios => OsView::Ios {
                pending: self.requests.pending.iter().map(|it| it.1).collect(),
                delivered: self.requests.delivered.iter().map(|it| it.1).collect(),
                sentinel: self.requests.sentinel,
                permission: self.settings.permission(),
            },
        }
    }

    fn write_notes(&mut self, plan: &Plan) -> Step {
        let adopts = self.db.installation != self.installation && plan.notes.contains(&Note::Installed);
        let is_new_boot = self.db.clock.is_none_or(|it| it.2 != self.boot);
        let clock = (self.jumped || is_new_boot).then(|| (self.now().ms(), self.uptime(), self.boot));
        if plan.notes.is_empty() && clock.is_none() {
            return Ok(());
        }
        self.effect_before_watchdog()?;
        self.transaction()?;
        if adopts {
            // What the system fired before the app first ran was of the life before.
            self.oracle.begin_anew();
            let due: Vec<Slot> = self.due_unpresented();
            self.oracle.hushed.extend(due);
        }
        let now = self.now();
        for note in &plan.notes {
            self.check_note(note);
            self.db.note(note, now);
            match note {
                Note::Delivered(slot, _) => self.oracle.of(*slot).window = false,
                Note::HandedOver(it) => self.oracle.of(it.slot).window = false,
                // Between this and its removal it may yet fire, and then is not known to have.
                Note::TakenBack(id) => self.open_windows(*id),
                Note::Installed => {}
            }
        }
        if adopts {
            self.db.installation = self.installation;
        }
        self.db.clock = clock.or(self.db.clock);
        self.oracle.untold |= !plan.notes.is_empty();
        Ok(())
    }

    fn open_windows(&mut self, id: justmet_domain::id::FollowUpId) {
        let pending: Vec<Slot> =
            self.requests.pending.iter().map(|it| it.1.slot).filter(|slot| slot.follow_up == id).collect();
        for slot in pending {
            self.oracle.of(slot).window = true;
        }
    }

    /// A note must be true: what is called shown was, what is called gone fired, and the inbox is no excuse.
    fn check_note(&mut self, note: &Note) {
        let Note::Delivered(slot, how) = *note else { return };
        let Some(follow_up) = self.db.get(slot.follow_up).filter(|it| it.slot() == slot) else { return };
        let now = self.now();
        let civil = self.zone().civil_at(now);
        let late = now.ms() - oracle::due_at(follow_up, self.zone(), &self.calendar).ms();
        let presented = self.oracle.of(slot).presented;
        let granted = self.settings.permission() == justmet_domain::follow_up::Permission::Granted;
        let is_true = match how {
            Delivery::Shown | Delivery::Presumed => presented,
            Delivery::InboxOnly if self.os == Os::Ios => {
                !granted || self.jumped || oracle::is_night(civil) || late > 24 * 3_600_000
            }
            Delivery::InboxOnly => late > 7 * 24 * 3_600_000,
            Delivery::SeenInInbox | Delivery::Restored => true,
        };
        if !is_true {
            self.oracle.violated(Invariant::NothingLost, || format!("{slot:?} was noted as {how:?}, {late} ms late"));
        }
    }

    /// The Android shell arms a watchdog of its own before it asks, so that in a life of kills processes die from the core's
    /// on: this model has only that one.
    fn effect_before_watchdog(&mut self) -> Step {
        if self.os == Os::Android && self.profile == Profile::Kills { Ok(()) } else { self.effect() }
    }

    fn carry_out_android(&mut self, plan: &Plan) -> Step {
        if let Some(at) = plan.watchdog_at {
            self.effect_before_watchdog()?;
            self.alarms.alarm = Some(at.ms());
        }
        for id in plan.cancel.iter().chain(&plan.dismiss) {
            self.effect()?;
            let generation = self.db.get(*id).map_or(0, |it| it.generation);
            self.tray.take_down(*id, generation);
        }
        if plan.dismiss_digest {
            self.effect()?;
            self.tray.digest.clear();
        }
        self.oracle.untold = false;
        self.show_all(plan)?;
        self.effect()?;
        self.alarms.alarm = plan.wake_at.map(Timestamp::ms);
        Ok(())
    }

    fn carry_out_ios(&mut self, plan: &Plan) -> Step {
        for id in &plan.cancel {
            self.effect()?;
            let generation = self.db.get(*id).map_or(0, |it| it.generation);
            self.requests.remove_pending(*id, generation);
        }
        for id in &plan.dismiss {
            self.effect()?;
            let generation = self.db.get(*id).map_or(0, |it| it.generation);
            self.requests.remove_delivered(*id, generation);
        }
        match plan.sentinel {
            SentinelStep::Keep => {}
            SentinelStep::Remove => {
                self.effect()?;
                self.requests.sentinel = None;
            }
            SentinelStep::Put { fire_at, .. } => {
                self.effect()?;
                self.requests.sentinel = Some(fire_at);
            }
        }
        self.show_all(plan)?;
        for it in &plan.schedule {
            self.effect()?;
            self.oracle.give(it.slot, self.requests.has(it.slot));
            let dropped = self.requests.add(PendingSlot { slot: it.slot, fire_at: it.fire_at, alert: it.alert });
            if let Some(dropped) = dropped.filter(|it| self.db.waits(it.slot)) {
                self.oracle.violated(Invariant::Budget, || format!("the system dropped {dropped:?}"));
            }
            self.effect()?;
            self.transaction()?;
            self.db.hand_over(it.handed_over());
            self.oracle.of(it.slot).window = false;
        }
        // What was replaced is told with the adding of what replaces it.
        self.oracle.untold = false;
        Ok(())
    }

    fn show_all(&mut self, plan: &Plan) -> Step {
        let mut sounds = 0;
        if let Some(digest) = &plan.digest {
            self.effect()?;
            let next = if self.os == Os::Desktop { Vec::new() } else { digest.slots.clone() };
            let before = std::mem::replace(&mut self.tray.digest, next);
            let new: Vec<Slot> = digest.slots.iter().filter(|slot| !before.contains(slot)).copied().collect();
            sounds += u32::from(digest.alert);
            if digest.alert && new.iter().all(|slot| self.is_late(*slot)) {
                self.oracle.violated(Invariant::InTime, || format!("a sound for what is late: {new:?}"));
            }
            for slot in new {
                if self.db.waits(slot) {
                    self.oracle.give(slot, self.tray.posted.iter().any(|it| it.1 == slot));
                }
                self.shown(slot, digest.alert, true);
            }
            self.acknowledge(&digest.slots)?;
        }
        for show in &plan.show {
            self.effect()?;
            if self.db.waits(show.slot) {
                let known = self.requests.has(show.slot) || self.tray.has(show.slot);
                self.oracle.give(show.slot, known);
            }
            let heard = match self.os {
                Os::Android => self.tray.post(show.slot) && show.alert,
                Os::Ios => {
                    self.requests.add_now(show.slot, self.settings.allowed);
                    show.alert && self.settings.allowed
                }
                Os::Desktop | Os::Terminal => show.alert,
            };
            sounds += u32::from(heard);
            if heard && self.os != Os::Terminal && self.is_late(show.slot) {
                self.oracle.violated(Invariant::InTime, || format!("a sound for what is late: {:?}", show.slot));
            }
            self.shown(show.slot, heard, false);
            self.acknowledge(&[show.slot])?;
        }
        if sounds > 1 && self.os != Os::Terminal {
            self.oracle.violated(Invariant::OneSound, || format!("{sounds} sounds in one run"));
        }
        Ok(())
    }

    fn acknowledge(&mut self, slots: &[Slot]) -> Step {
        self.effect()?;
        self.transaction()?;
        let now = self.now();
        for slot in slots {
            self.db.delivered(*slot, Delivery::Shown, now);
            self.oracle.of(*slot).window = false;
        }
        Ok(())
    }

    /// The system has it on show.
    fn shown(&mut self, slot: Slot, alert: bool, in_digest: bool) {
        let (waits, current) = (self.db.waits(slot), self.db.is_current(slot));
        self.oracle.of(slot).presented = true;
        if waits {
            self.check_moment(slot);
        }
        if alert {
            self.oracle.alert(slot, waits, current);
            self.check_alert(slot, in_digest);
        }
    }

    fn is_late(&self, slot: Slot) -> bool {
        let due = self.db.get(slot.follow_up).map(|it| oracle::due_at(it, self.zone(), &self.calendar));
        due.is_some_and(|due| self.now().ms() > due.ms() + 24 * 3_600_000)
    }

    /// Nothing comes before its moment.
    fn check_moment(&mut self, slot: Slot) {
        let Some(follow_up) = self.db.get(slot.follow_up).filter(|it| it.slot() == slot) else { return };
        let due = oracle::due_at(follow_up, self.zone(), &self.calendar);
        let early = due.ms() - self.now().ms();
        if early > 0 {
            self.oracle.violated(Invariant::InTime, || format!("{slot:?} came {early} ms early"));
        }
    }

    /// A sound by code that runs now: not at night, and in good time where nothing goes wrong.
    pub(crate) fn check_alert(&mut self, slot: Slot, in_digest: bool) {
        let civil = self.zone().civil_at(self.now());
        if oracle::is_night(civil) && self.os != Os::Terminal {
            self.oracle.violated(Invariant::QuietHours, || format!("{slot:?} alerts at {civil}"));
        }
        // On iOS nothing calls a process back that died before it handed a reminder over.
        let promised = match self.os {
            Os::Android => self.profile != Profile::Faults,
            Os::Ios => self.profile == Profile::Calm,
            Os::Desktop | Os::Terminal => false,
        };
        if promised && !in_digest && self.oracle.of(slot).alerts == 1 && !self.oracle.crowded {
            self.check_lateness(slot);
        }
    }

    pub(crate) fn check_lateness(&mut self, slot: Slot) {
        let Some(follow_up) = self.db.get(slot.follow_up).filter(|it| it.slot() == slot) else { return };
        let due = oracle::due_at(follow_up, self.zone(), &self.calendar);
        let from = oracle::first_allowed(Timestamp::from_ms(due.ms().max(self.on_since)), self.zone());
        let late = self.now().ms() - from.ms();
        if late > 65 * 60_000 {
            self.oracle.violated(Invariant::InTime, || format!("{slot:?} came {late} ms late"));
        }
    }

    /// What must hold after a run that came to its end.
    fn completed(&mut self, reasons: &[WakeReason]) {
        self.oracle.untold = false;
        if !self.clock_is_possible() {
            return;
        }
        self.oracle.moved = false;
        match self.os {
            Os::Android => self.check_tray(),
            Os::Ios => self.check_requests(),
            Os::Desktop | Os::Terminal => {}
        }
        // Another language redraws whatever is on show, as often as it is told.
        let again: Vec<WakeReason> = reasons.iter().filter(|it| **it != WakeReason::LocaleChanged).copied().collect();
        let plan = self.decide(&again);
        let asks = !plan.notes.is_empty()
            || !plan.cancel.is_empty()
            || !plan.dismiss.is_empty()
            || plan.dismiss_digest
            || plan.digest.is_some()
            || !plan.show.is_empty()
            || !plan.schedule.is_empty()
            || plan.sentinel != SentinelStep::Keep;
        if asks {
            self.oracle.violated(Invariant::Idempotent, || format!("asked again, it wants {plan:?}"));
        }
    }

    fn check_tray(&mut self) {
        let on_show = self.tray.posted.iter().map(|it| it.1).chain(self.tray.digest.iter().copied());
        if let Some(stale) = on_show.into_iter().find(|slot| !self.db.is_current(*slot)) {
            self.oracle.violated(Invariant::SilentAfterEnd, || format!("{stale:?} is still on show"));
        }
        let now = self.now();
        let waiting = self.db.open().filter(|it| it.state == State::Planned);
        let next = waiting.map(|it| oracle::due_at(it, self.zone(), &self.calendar)).filter(|due| *due > now).min();
        let armed = self.alarms.alarm;
        if let Some(next) = next
            && armed.is_none_or(|alarm| alarm > next.ms())
        {
            self.oracle.violated(Invariant::Liveness, || format!("{next:?} is next and the alarm is {armed:?}"));
        }
    }

    fn check_requests(&mut self) {
        let now = self.now();
        let pending: Vec<PendingSlot> = self.requests.pending.iter().map(|it| it.1).collect();
        if pending.len() + usize::from(self.requests.sentinel.is_some()) > BUDGET + 1 {
            self.oracle.violated(Invariant::Budget, || format!("{} are pending", pending.len()));
        }
        let on_show = self.requests.delivered.iter().map(|it| it.1);
        if let Some(stale) = on_show.chain(pending.iter().map(|it| it.slot)).find(|slot| !self.db.is_current(*slot)) {
            self.oracle.violated(Invariant::SilentAfterEnd, || format!("the system still has {stale:?}"));
        }
        let mut waiting: Vec<(Timestamp, Slot)> = self
            .db
            .open()
            .filter(|it| it.state == State::Planned)
            .map(|it| (oracle::due_at(it, self.zone(), &self.calendar), it.slot()))
            .filter(|it| it.0 > now)
            .collect();
        waiting.sort_by_key(|it| (it.0, it.1.follow_up));
        self.oracle.crowded |= waiting.len() > BUDGET;
        let mut sounded = None;
        for (due, slot) in waiting.into_iter().take(BUDGET) {
            let held = pending.iter().find(|it| it.slot == slot);
            let minute = Some(due.ms().div_euclid(60_000));
            if held.is_some_and(|it| it.alert != (sounded != minute)) {
                self.oracle.violated(Invariant::OneSound, || format!("of one minute not the first sounds: {held:?}"));
            }
            sounded = minute;
            if held.is_none_or(|it| it.fire_at != due) {
                self.oracle
                    .violated(Invariant::Budget, || format!("{slot:?} is due at {due:?} and the system has {held:?}"));
            }
        }
    }

    /// What is due and was not presented, by the database.
    pub(crate) fn due_unpresented(&self) -> Vec<Slot> {
        let now = self.now();
        let due = self.db.open().filter(|it| it.state == State::Planned);
        due.filter(|it| oracle::due_at(it, self.zone(), &self.calendar) <= now).map(FollowUp::slot).collect()
    }
}
