//! Any sequence of calls of the rules, beside a model that knows nothing of how they are made: no generation alerts twice,
//! and nothing alerts after its end. A sequence that fails is made short.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a failed expectation is the message"
)]

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use justmet_domain::follow_up::{
    Book, Delivery, FollowUp, HandedOver, Moment, Note, OsView, Outcome, PendingSlot, Permission, Slot, State,
    WakeReason, WorkCalendar, reconcile,
};
use justmet_domain::id::{ContactId, EncounterId};
use justmet_domain::time::{Timestamp, TzSnapshot};
use proptest::prelude::*;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use uuid::Uuid;

const CASES: u32 = if cfg!(debug_assertions) { 300 } else { 20_000 };

/// 2026-11-24 10:00 UTC.
const TEN: i64 = 1_795_514_400_000;

#[derive(Debug, Clone)]
enum Call {
    Plan { days: i64 },
    Pass { hours: i64 },
    Reconcile { reason: WakeReason },
    SeenInInbox { of: usize },
    Done { of: usize, generation: u32 },
    LetGo { of: usize, generation: u32 },
    Snooze { of: usize, generation: u32, days: i64 },
    ContactGone { of: usize },
    SwipeAll,
    Permit { allowed: bool },
    Restored,
}

/// What the rules must agree with: for each follow-up its generation, and whether it has ended.
#[derive(Debug, Clone)]
struct Model {
    is_ios: bool,
    each: Vec<(u32, bool)>,
}

struct Reference;

impl ReferenceStateMachine for Reference {
    type State = Model;
    type Transition = Call;

    fn init_state() -> BoxedStrategy<Model> {
        any::<bool>().prop_map(|is_ios| Model { is_ios, each: Vec::new() }).boxed()
    }

    fn transitions(_: &Model) -> BoxedStrategy<Call> {
        let of = 0usize..4;
        let generation = 0u32..4;
        let reasons = vec![WakeReason::Start, WakeReason::Boot, WakeReason::Updated, WakeReason::LocaleChanged];
        prop_oneof![
            3 => (0i64..4).prop_map(|days| Call::Plan { days }),
            4 => (1i64..40).prop_map(|hours| Call::Pass { hours }),
            1 => (-33i64..33).prop_map(|hours| Call::Pass { hours }),
            6 => prop::sample::select(reasons).prop_map(|reason| Call::Reconcile { reason }),
            1 => of.clone().prop_map(|of| Call::SeenInInbox { of }),
            1 => (of.clone(), generation.clone()).prop_map(|(of, generation)| Call::Done { of, generation }),
            1 => (of.clone(), generation.clone()).prop_map(|(of, generation)| Call::LetGo { of, generation }),
            4 => (of.clone(), generation, 1i64..4).prop_map(|(of, generation, days)| Call::Snooze { of, generation, days }),
            1 => of.prop_map(|of| Call::ContactGone { of }),
            2 => Just(Call::SwipeAll),
            1 => any::<bool>().prop_map(|allowed| Call::Permit { allowed }),
            1 => Just(Call::Restored),
        ]
        .boxed()
    }

    fn apply(mut model: Model, call: &Call) -> Model {
        let mut end = |of: &usize, generation: Option<u32>| {
            if let Some(it) = model.each.get_mut(*of)
                && generation.is_none_or(|generation| generation == it.0)
            {
                it.1 = true;
            }
        };
        match call {
            Call::Plan { .. } => model.each.push((0, false)),
            Call::Done { of, generation } | Call::LetGo { of, generation } => end(of, Some(*generation)),
            Call::ContactGone { of } => end(of, None),
            Call::Snooze { of, generation, .. } => {
                if let Some(it) = model.each.get_mut(*of).filter(|it| !it.1 && it.0 == *generation) {
                    it.0 += 1;
                }
            }
            _ => {}
        }
        model
    }
}

struct Phone {
    is_ios: bool,
    now: i64,
    allowed: bool,
    restored: bool,
    follow_ups: Vec<FollowUp>,
    handed_over: Vec<HandedOver>,
    shown: Vec<Slot>,
    tray: Vec<Slot>,
    digest: Vec<Slot>,
    pending: Vec<PendingSlot>,
    alerts: HashMap<Slot, u32>,
}

impl Phone {
    fn civil(&self, days: i64) -> NaiveDateTime {
        let today = utc().civil_at(Timestamp::from_ms(self.now)).date();
        let day: NaiveDate = today + TimeDelta::days(days);
        day.and_hms_opt(10, 0, 0).unwrap()
    }

    fn is_current(&self, slot: Slot) -> bool {
        self.follow_ups.iter().any(|it| it.slot() == slot && it.is_open())
    }

    fn alert(&mut self, slot: Slot) {
        assert!(self.is_current(slot), "{slot:?} alerts after its end");
        let times = self.alerts.entry(slot).or_default();
        *times += 1;
        assert_eq!(*times, 1, "{slot:?} alerts again");
    }

    fn apply(&mut self, of: usize, change: impl Fn(&FollowUp) -> Outcome) {
        if let Some(it) = self.follow_ups.get_mut(of)
            && let Outcome::Applied(after) = change(it)
        {
            *it = after;
        }
    }

    fn delivered(&mut self, slot: Slot, how: Delivery) {
        let now = Timestamp::from_ms(self.now);
        let of = self.follow_ups.iter().position(|it| it.id == slot.follow_up);
        self.apply(of.unwrap_or(usize::MAX), |it| it.delivered(slot.generation, how, now));
        if how == Delivery::Shown {
            self.shown.push(slot);
        }
    }

    fn pass(&mut self, hours: i64) {
        let before = self.now;
        self.now += hours * 3_600_000;
        let fires = |it: &PendingSlot| it.fire_at.ms() > before && it.fire_at.ms() <= self.now;
        let fired: Vec<Slot> = self.pending.iter().filter(|it| fires(it)).map(|it| it.slot).collect();
        self.pending.retain(|it| !fired.contains(&it.slot));
        for slot in fired {
            if self.allowed {
                self.alert(slot);
                self.tray.push(slot);
            }
        }
    }

    /// One whole run, done and acknowledged in the order of the plan.
    fn reconcile(&mut self, reason: WakeReason) {
        let refill = matches!(reason, WakeReason::Boot | WakeReason::Updated) && !self.is_ios;
        if refill {
            self.tray.clear();
            self.digest.clear();
        }
        let permission = if self.allowed { Permission::Granted } else { Permission::Denied };
        let os = if self.is_ios {
            OsView::Ios { pending: self.pending.clone(), delivered: self.tray.clone(), sentinel: None, permission }
        } else {
            OsView::Android {
                showing: self.tray.clone(),
                digest: self.digest.clone(),
                permission,
                background_restricted: false,
                reasons: vec![reason],
            }
        };
        let open: Vec<FollowUp> = self.follow_ups.iter().filter(|it| it.is_open()).cloned().collect();
        let shown: &[Slot] = if refill { &self.shown } else { &[] };
        let book = Book { open: &open, handed_over: &self.handed_over, shown, restored: self.restored };
        let (zone, calendar) = (utc(), WorkCalendar::default());
        let now = Timestamp::from_ms(self.now);
        let plan = reconcile(&book, &os, &Moment { now, zone: &zone, calendar: &calendar, clock_jumped: false });
        for note in &plan.notes {
            match note {
                Note::Delivered(slot, how) => self.delivered(*slot, *how),
                Note::HandedOver(it) => self.handed_over.push(*it),
                Note::TakenBack(id) => self.handed_over.retain(|it| it.slot.follow_up != *id),
                Note::Installed => self.restored = false,
            }
        }
        self.pending.retain(|it| !plan.cancel.contains(&it.slot.follow_up));
        self.tray.retain(|slot| !plan.dismiss.contains(&slot.follow_up));
        if plan.dismiss_digest {
            self.digest.clear();
        }
        if let Some(digest) = plan.digest {
            for slot in digest.slots.iter().filter(|slot| !self.digest.contains(slot)).copied().collect::<Vec<_>>() {
                if digest.alert {
                    self.alert(slot);
                }
            }
            digest.slots.iter().for_each(|slot| self.delivered(*slot, Delivery::Shown));
            self.digest = digest.slots;
        }
        for show in plan.show {
            if show.alert && self.allowed {
                self.alert(show.slot);
            }
            self.tray.retain(|slot| slot.follow_up != show.slot.follow_up);
            self.tray.push(show.slot);
            self.delivered(show.slot, Delivery::Shown);
        }
        for it in plan.schedule {
            self.pending.retain(|held| held.slot.follow_up != it.slot.follow_up);
            self.pending.push(PendingSlot { slot: it.slot, fire_at: it.fire_at, alert: it.alert });
            self.handed_over.retain(|held| held.slot.follow_up != it.slot.follow_up);
            self.handed_over.push(it.handed_over());
        }
    }

    /// Another phone has the database as it is: the system holds nothing.
    ///
    /// What iOS fired since the app last ran, no database knows: on the other phone it counts anew.
    fn move_house(&mut self) {
        let waits: Vec<Slot> =
            self.follow_ups.iter().filter(|it| it.state == State::Planned).map(FollowUp::slot).collect();
        self.alerts.retain(|slot, _| !waits.contains(slot));
        self.restored = true;
        self.tray.clear();
        self.digest.clear();
        self.pending.clear();
    }
}

fn utc() -> TzSnapshot {
    TzSnapshot::fixed("UTC", 0)
}

struct Rules;

impl StateMachineTest for Rules {
    type SystemUnderTest = Phone;
    type Reference = Reference;

    fn init_test(model: &Model) -> Phone {
        Phone {
            is_ios: model.is_ios,
            now: TEN,
            allowed: true,
            restored: false,
            follow_ups: Vec::new(),
            handed_over: Vec::new(),
            shown: Vec::new(),
            tray: Vec::new(),
            digest: Vec::new(),
            pending: Vec::new(),
            alerts: HashMap::new(),
        }
    }

    fn apply(mut phone: Phone, _: &Model, call: Call) -> Phone {
        let now = Timestamp::from_ms(phone.now);
        match call {
            Call::Plan { days } => {
                let id = Uuid::from_u128(phone.follow_ups.len() as u128 + 1);
                let due = phone.civil(days);
                phone.follow_ups.push(FollowUp::plan(ContactId::from_uuid(id), EncounterId::from_uuid(id), due, now));
            }
            Call::Pass { hours } => phone.pass(hours),
            Call::Reconcile { reason } => phone.reconcile(reason),
            Call::SeenInInbox { of } => {
                let due = phone.follow_ups.get(of).filter(|it| utc().instant_of(it.due) <= now).map(FollowUp::slot);
                if let Some(slot) = due {
                    phone.delivered(slot, Delivery::SeenInInbox);
                    phone.shown.retain(|it| *it != slot);
                }
            }
            Call::Done { of, generation } => phone.apply(of, |it| it.done(generation, now)),
            Call::LetGo { of, generation } => phone.apply(of, |it| it.let_go(generation, now)),
            Call::Snooze { of, generation, days } => {
                let due = phone.civil(days);
                phone.apply(of, |it| it.snooze(generation, due));
            }
            Call::ContactGone { of } => phone.apply(of, |it| Outcome::Applied(it.contact_gone(now))),
            Call::SwipeAll => {
                phone.tray.clear();
                phone.digest.clear();
                phone.shown.clear();
            }
            Call::Permit { allowed } => {
                phone.allowed = allowed;
                if !allowed && !phone.is_ios {
                    phone.tray.clear();
                    phone.digest.clear();
                }
            }
            Call::Restored => phone.move_house(),
        }
        // An action is followed by a run, as the shells do it.
        if phone.is_ios && phone.pending.iter().any(|it| !phone.is_current(it.slot)) {
            phone.reconcile(WakeReason::Changed);
        }
        phone
    }

    fn check_invariants(phone: &Phone, model: &Model) {
        assert_eq!(phone.follow_ups.len(), model.each.len());
        for (follow_up, (generation, ended)) in phone.follow_ups.iter().zip(&model.each) {
            assert_eq!((follow_up.generation, follow_up.is_open()), (*generation, !ended));
            if matches!(follow_up.state, State::Planned) {
                assert!(phone.alerts.get(&follow_up.slot()).is_none_or(|_| phone.is_ios), "it alerted and waits");
            }
        }
    }
}

prop_state_machine! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) })]

    #[test]
    fn no_sequence_of_calls_alerts_twice_or_after_the_end(sequential 1..60 => Rules);
}
