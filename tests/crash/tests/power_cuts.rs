//! The power goes at every write and every sync, and what was not synced is dropped, reordered or torn: the database opens,
//! is whole, and holds everybody of whom it was said that they are saved.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::collections::BTreeMap;

use common::*;
use justmet_crash::{Image, Tape};
use justmet_domain::id::ContactId;
use justmet_store::{LedgerEvent, NewEncounter, Profile, StoreError};

/// What was acknowledged up to each number: who is kept, and as what.
#[derive(Default)]
struct Promises {
    /// From which number on somebody is in it, and from which on no longer.
    people: BTreeMap<ContactId, (u64, Option<u64>, NewEncounter)>,
    /// From which number on somebody's follow-up is snoozed.
    snoozed: BTreeMap<ContactId, u64>,
}

/// A day of use: people are saved, put off and forgotten, and the app is closed and opened again in between.
fn a_day(folder: &Folder, tape: &Tape) -> Promises {
    let mut promises = Promises::default();
    let mut told = 0;
    let mut tell = |tape: &Tape| {
        told += 1;
        tape.acknowledge(told);
        told
    };
    for session in 0..3_u128 {
        let store = folder.open();
        for number in session * 10 + 1..=session * 10 + 3 {
            let met = priya(number, None);
            save(&store, &met);
            promises.people.insert(met.contact.id, (tell(tape), None, met));
        }
        let (snooze, forget) = (contact_id(session * 10 + 2), contact_id(session * 10 + 3));
        let mut later = promises.people[&snooze].2.follow_up.clone().unwrap();
        later.generation = 1;
        later.due = civil("2026-12-01 10:00");
        store.write(NOW, |writer| writer.put_follow_up(&later, LedgerEvent::Snoozed, NOW)).unwrap();
        promises.snoozed.insert(snooze, tell(tape));
        store.write(NOW, |writer| writer.erase_contact(forget, NOW)).unwrap();
        promises.people.get_mut(&forget).unwrap().1 = Some(tell(tape));
    }
    promises
}

/// What is wrong with what a cut left; `None` if nothing is.
fn fault(image: &Image, promises: &Promises) -> Option<String> {
    let folder = scratch();
    image.write_to(folder.0.path()).unwrap();
    let store = match folder.try_open() {
        Ok(store) => store,
        Err(error) => return Some(format!("it does not open: {error}")),
    };
    let looked = || -> Result<Option<String>, StoreError> {
        let checkup = store.check()?;
        if !checkup.is_whole() {
            return Ok(Some(checkup.faults.join("; ")));
        }
        for (id, (saved, erased, met)) in &promises.people {
            let profile = store.read(|reader| reader.profile(*id))?;
            let may_be_there = erased.is_none_or(|erased| image.acknowledged < erased);
            let must_be_there =
                image.acknowledged >= *saved && erased.is_none_or(|erased| image.acknowledged + 1 < erased);
            match profile {
                None if must_be_there => return Ok(Some(format!("number {saved} is lost"))),
                Some(_) if !may_be_there => return Ok(Some(format!("number {saved} was forgotten and is back"))),
                Some(profile) if !is_whole(&profile, met) => return Ok(Some(format!("number {saved} is half there"))),
                Some(profile) => {
                    let generation = profile.follow_up.map_or(0, |follow_up| follow_up.generation);
                    if promises.snoozed.get(id).is_some_and(|snoozed| image.acknowledged >= *snoozed) && generation != 1
                    {
                        return Ok(Some(format!("number {saved} was put off and is not")));
                    }
                }
                None => {}
            }
        }
        Ok(None)
    };
    looked().unwrap_or_else(|error| Some(format!("it cannot be read: {error}")))
}

fn is_whole(profile: &Profile, met: &NewEncounter) -> bool {
    profile.contact == met.contact
        && profile.addresses == met.addresses
        && profile.preferences == met.preferences
        && profile.encounters == [met.encounter.clone()]
        && profile.promises == met.promises
        && profile.follow_up.is_some()
}

#[test]
fn whatever_a_power_cut_leaves_opens_whole_and_holds_everybody_who_was_saved() {
    let folder = scratch();
    let tape = Tape::record(folder.0.path());
    let promises = a_day(&folder, &tape);
    let images = tape.images(4, 0x5EED);
    assert!(images.len() >= 2_000, "{} cuts are too few", images.len());
    let mut faults = Vec::new();
    for image in &images {
        if let Some(fault) = fault(image, &promises) {
            faults.push(format!(
                "{:?} after {} operations, {} acknowledged: {fault}",
                image.loss, image.cut, image.acknowledged
            ));
        }
    }
    assert!(faults.is_empty(), "{} of {} cuts:\n{}", faults.len(), images.len(), faults.join("\n"));
    println!("{} power cuts in {} operations", images.len(), tape.len());
}

/// The test above can fail: a disk that says "synced" and has not loses people.
#[test]
fn a_disk_that_lies_about_syncing_is_noticed() {
    let folder = scratch();
    let tape = Tape::record(folder.0.path());
    let promises = a_day(&folder, &tape);
    let images = tape.images_of_a_lying_disk(1);
    let faulty = images.iter().step_by(7).filter(|image| fault(image, &promises).is_some()).count();
    assert!(faulty > 10, "only {faulty} were noticed");
}
