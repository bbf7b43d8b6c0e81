//! The power goes at every write and every sync of a reminder's life: what was acknowledged is kept, nothing alerts again
//! for a generation that was noted as shown, and what was not shown yet still will be.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use common::*;
use justmet_crash::{Image, Tape};
use justmet_domain::follow_up::{
    Book, Delivery, FollowUp, HandedOver, Moment, Note, OsView, Outcome, Permission, Plan, WorkCalendar, reconcile,
};
use justmet_domain::id::FollowUpId;
use justmet_domain::time::{Timestamp, TzSnapshot};
use justmet_store::{LedgerEvent, Store};

/// What is known for certain from a number on.
#[derive(Debug, Clone, Copy)]
enum Fact {
    Planned(FollowUpId),
    Shown(FollowUpId, u32),
    Snoozed(FollowUpId),
    Ended(FollowUpId),
    HandedOver(FollowUpId),
}

/// Long after everything was due, in daylight.
fn late(follow_up: &FollowUp) -> Timestamp {
    utc().instant_of(follow_up.due + chrono::TimeDelta::hours(2))
}

fn utc() -> TzSnapshot {
    TzSnapshot::fixed("UTC", 0)
}

fn plan(store: &Store, os: &OsView, now: Timestamp) -> Plan {
    let (zone, calendar) = (utc(), WorkCalendar::default());
    let (open, handed_over) = store.read(|reader| Ok((reader.open_follow_ups(None)?, reader.handed_over()?))).unwrap();
    let book = Book { open: &open, handed_over: &handed_over, ..Book::default() };
    reconcile(&book, os, &Moment { now, zone: &zone, calendar: &calendar, clock_jumped: false })
}

fn ios() -> OsView {
    OsView::Ios { pending: Vec::new(), delivered: Vec::new(), sentinel: None, permission: Permission::Granted }
}

fn applied(outcome: Outcome) -> FollowUp {
    match outcome {
        Outcome::Applied(follow_up) => follow_up,
        Outcome::AlreadyHandled => panic!("it was already handled"),
    }
}

/// Planned, shown, put off, shown again, done; every other one is only handed over to iOS.
fn lives(folder: &Folder, tape: &Tape) -> Vec<(u64, Fact)> {
    let mut facts = Vec::new();
    let mut tell = |fact| {
        facts.push((u64::try_from(facts.len()).unwrap() + 1, fact));
        tape.acknowledge(u64::try_from(facts.len()).unwrap());
    };
    for number in 1..=6_u128 {
        let store = folder.open();
        let met = due(number, "Ann", "2026-11-25 10:00");
        save(&store, &met);
        let first = met.follow_up.unwrap();
        tell(Fact::Planned(first.id));
        let now = late(&first);
        if number % 2 == 0 {
            let held = HandedOver { slot: first.slot(), fire_at: now };
            store.write(now, |writer| writer.put_handed_over(held, now)).unwrap();
            tell(Fact::HandedOver(first.id));
            continue;
        }
        let put = |follow_up: &FollowUp, event| store.write(now, |writer| writer.put_follow_up(follow_up, event, now));
        let shown = applied(first.delivered(0, Delivery::Shown, now));
        put(&shown, LedgerEvent::Shown).unwrap();
        tell(Fact::Shown(first.id, 0));
        let later = applied(shown.snooze(0, civil("2026-11-27 10:00")));
        put(&later, LedgerEvent::Snoozed).unwrap();
        tell(Fact::Snoozed(first.id));
        let again = applied(later.delivered(1, Delivery::Shown, late(&later)));
        put(&again, LedgerEvent::Shown).unwrap();
        tell(Fact::Shown(first.id, 1));
        put(&applied(again.done(1, late(&later))), LedgerEvent::Done).unwrap();
        tell(Fact::Ended(first.id));
    }
    facts
}

/// What is wrong with what a cut left; `None` if nothing is.
fn fault(image: &Image, facts: &[(u64, Fact)]) -> Option<String> {
    let folder = scratch();
    image.write_to(folder.0.path()).unwrap();
    let store = match folder.try_open() {
        Ok(store) => store,
        Err(error) => return Some(format!("it does not open: {error}")),
    };
    if !store.check().unwrap().is_whole() {
        return Some("it is not whole".to_owned());
    }
    for (number, fact) in facts.iter().filter(|(number, _)| *number <= image.acknowledged) {
        let kept = |id| store.read(|reader| reader.follow_up(id)).unwrap();
        let wrong = match *fact {
            Fact::Planned(id) => match kept(id) {
                None => Some("the follow-up is lost"),
                Some(follow_up) if !follow_up.is_open() => None,
                Some(follow_up) => {
                    let plan = plan(&store, &OsView::Desktop, late(&follow_up));
                    let named =
                        plan.digest.iter().flat_map(|digest| &digest.slots).chain(plan.show.iter().map(|it| &it.slot));
                    let comes = named.into_iter().any(|slot| slot.follow_up == id);
                    let was_shown = follow_up.state.slug() == "delivered";
                    (comes == was_shown).then_some("it must come exactly if it was not noted as shown")
                }
            },
            Fact::Shown(id, generation) => {
                let alerts = |generation| {
                    let now = utc().instant_of(civil("2026-11-27 12:00"));
                    let plan = plan(&store, &OsView::Desktop, now);
                    let named =
                        plan.digest.iter().flat_map(|digest| &digest.slots).chain(plan.show.iter().map(|it| &it.slot));
                    named.into_iter().any(|slot| slot.follow_up == id && slot.generation == generation)
                };
                alerts(generation).then_some("it alerts again for a generation that was noted as shown")
            }
            Fact::Snoozed(id) => kept(id).is_none_or(|it| it.generation != 1).then_some("it is put off no longer"),
            Fact::Ended(id) => kept(id).is_none_or(|it| it.is_open()).then_some("it has not ended"),
            Fact::HandedOver(id) => {
                let now = late(&kept(id).unwrap());
                let presumed =
                    |note: &Note| matches!(note, Note::Delivered(slot, Delivery::Presumed) if slot.follow_up == id);
                let plan = plan(&store, &ios(), now);
                let again = plan.schedule.iter().any(|it| it.slot.follow_up == id)
                    || plan.show.iter().any(|it| it.slot.follow_up == id);
                (again || !plan.notes.iter().any(presumed)).then_some("what iOS had and fired is handed over again")
            }
        };
        if let Some(wrong) = wrong {
            return Some(format!("fact {number}, {fact:?}: {wrong}"));
        }
    }
    None
}

#[test]
fn whatever_a_power_cut_leaves_reminds_once() {
    let folder = scratch();
    let tape = Tape::record(folder.0.path());
    let facts = lives(&folder, &tape);
    let images = tape.images(2, 0xA1A2);
    assert!(images.len() > 500, "{}", images.len());
    for image in &images {
        if let Some(fault) = fault(image, &facts) {
            panic!("cut {} after number {}: {fault}", image.cut, image.acknowledged);
        }
    }
    println!("{} cuts, {} facts", images.len(), facts.len());
}

/// A disk that says "synced" and is not loses what was acknowledged, and this test sees it: it can fail.
#[test]
fn a_lying_disk_is_noticed() {
    let folder = scratch();
    let tape = Tape::record(folder.0.path());
    let facts = lives(&folder, &tape);
    let images = tape.images_of_a_lying_disk(0xA1A2);
    assert!(images.iter().any(|image| fault(image, &facts).is_some()), "of {} cuts none lost anything", images.len());
}
