//! The disk is full, fails, or the file goes away: what was asked for is done or not done, a typed error says which, and the
//! same call works once the cause is gone.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;

use common::*;
use justmet_crash::{Fault, FaultKind, Tape};
use justmet_store::{NewEncounter, Store, StoreError};

fn try_save(store: &Store, met: &NewEncounter) -> Result<(), StoreError> {
    store.write(met.contact.met_at, |writer| writer.insert(met))
}

/// Every call of that kind fails in turn, once or for good, while somebody is saved.
fn every_failure_of(kind: FaultKind, is_typed: impl Fn(&StoreError) -> bool) -> u32 {
    let mut tried = 0;
    for lasts in [1, u64::MAX] {
        for after in 0.. {
            let folder = scratch();
            let tape = Tape::record(folder.0.path());
            let store = folder.open();
            save(&store, &priya(1, None));
            tape.fail(Some(Fault { kind, after, lasts }));
            let outcome = try_save(&store, &priya(2, None));
            let failed = tape.failed();
            tape.fail(None);
            let context = format!("{kind:?} after {after} calls, for {lasts}: {outcome:?}");
            let there = || store.read(|reader| reader.profile(contact_id(2))).unwrap();
            match &outcome {
                Ok(()) => assert!(there().is_some(), "{context}"),
                Err(error) => {
                    assert!(is_typed(error), "{context}");
                    assert_eq!(there(), None, "{context}: half-written");
                    try_save(&store, &priya(2, None)).unwrap();
                }
            }
            assert_eq!(there().unwrap().addresses, priya(2, None).addresses, "{context}");
            assert!(store.check().unwrap().is_whole(), "{context}");
            drop(store);
            let again = folder.open();
            assert_eq!(again.read(|reader| reader.contact_count()), Ok(2), "{context}");
            if failed == 0 {
                break;
            }
            tried += 1;
        }
    }
    tried
}

#[test]
fn a_full_disk_is_said_and_a_retry_works() {
    assert!(every_failure_of(FaultKind::Full, |error| *error == StoreError::Full) > 4);
}

#[test]
fn a_failing_write_is_said_and_a_retry_works() {
    assert!(every_failure_of(FaultKind::Write, |error| matches!(error, StoreError::Io(_))) > 4);
}

#[test]
fn a_failing_sync_is_said_and_a_retry_works() {
    assert!(every_failure_of(FaultKind::Sync, |error| matches!(error, StoreError::Io(_))) > 0);
}

#[test]
fn a_failing_read_is_said_and_a_retry_works() {
    let folder = scratch();
    {
        let store = folder.open();
        for number in 1..200 {
            save(&store, &priya(number, None));
        }
    }
    let tape = Tape::record(folder.0.path());
    let store = folder.open();
    let mut failed = 0;
    for after in 0.. {
        tape.fail(Some(Fault { kind: FaultKind::Read, after, lasts: u64::MAX }));
        let found = store.read(|reader| reader.search(&typed("kayak"), 500, NOW));
        let reads_failed = tape.failed();
        tape.fail(None);
        match found {
            Ok(found) if reads_failed == 0 => {
                assert_eq!(found.contacts.len(), 199);
                break;
            }
            Ok(_) => panic!("a read failed and nobody said so"),
            Err(error) => assert!(matches!(error, StoreError::Io(_)), "{error:?}"),
        }
        failed += 1;
        assert_eq!(store.read(|reader| reader.contact_count()), Ok(199), "a retry works");
        drop(store.read(|_| Err::<(), _>(StoreError::Conflict)));
    }
    assert!(failed > 0);
}

#[test]
fn opening_on_a_full_or_failing_disk_leaves_a_file_that_opens_later() {
    for kind in [FaultKind::Full, FaultKind::Write, FaultKind::Sync] {
        for after in 0.. {
            let folder = scratch();
            let tape = Tape::record(folder.0.path());
            tape.fail(Some(Fault { kind, after, lasts: u64::MAX }));
            let opened = folder.try_open().map(drop);
            let failed = tape.failed();
            tape.fail(None);
            if let Err(error) = &opened {
                assert!(matches!(error, StoreError::Full | StoreError::Io(_)), "{kind:?} after {after}: {error:?}");
            }
            let store = folder.open();
            save(&store, &priya(1, None));
            assert!(store.check().unwrap().is_whole());
            if failed == 0 {
                break;
            }
        }
    }
}

#[test]
fn a_backup_on_a_full_disk_leaves_the_one_before() {
    let folder = scratch();
    let store = folder.open();
    save(&store, &priya(1, None));
    let full = std::path::Path::new("/dev/full");
    if full.exists() {
        assert!(store.backup(full, None, [0; 16]).is_err());
    }
    // A restore keeps a copy first; where that finds no room nothing has changed.
    let file = folder.0.path().join("backup");
    store.backup(&file, None, [0; 16]).unwrap();
    save(&store, &priya(2, None));
    for after in (0..150).step_by(if cfg!(feature = "encryption") { 3 } else { 7 }) {
        let tape = Tape::record(folder.0.path());
        let store = folder.open();
        let before = dump(&folder.raw());
        tape.fail(Some(Fault { kind: FaultKind::Full, after, lasts: u64::MAX }));
        let restored = store.restore(&file, None, NOW, &mut Ids(0), |_| Ok(()));
        tape.fail(None);
        match restored {
            Err(error) => {
                assert_eq!(error, StoreError::Full);
                assert_eq!(dump(&folder.raw()), before, "after {after}");
            }
            Ok(checkup) => assert_eq!(checkup.contacts, 1),
        }
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_called_saved_in_a_file_that_was_removed_or_replaced() {
    for name in ["justmet.db", "justmet.db-wal"] {
        let folder = scratch();
        let store = folder.open();
        save(&store, &priya(1, None));
        let (path, away) = (folder.0.path().join(name), folder.0.path().join("away"));
        fs::rename(&path, &away).unwrap();
        assert_eq!(try_save(&store, &priya(2, None)), Err(StoreError::Gone), "{name}");
        fs::copy(&away, &path).unwrap();
        assert_eq!(try_save(&store, &priya(3, None)), Err(StoreError::Gone), "{name} is another file");
        // Everything is still there, to be written elsewhere.
        // A backup is not encrypted with the key of the database.
        let (rescued, elsewhere) = (folder.0.path().join("rescued"), Folder::plain());
        store.backup(&rescued, None, [0; 16]).unwrap();
        fs::copy(&rescued, elsewhere.file()).unwrap();
        assert_eq!(elsewhere.open().read(|reader| reader.named("priya rao")).unwrap().last(), Some(&contact_id(1)));
        fs::rename(&away, &path).unwrap();
        try_save(&store, &priya(4, None)).unwrap();
        drop(store);
        let again = folder.open();
        assert!(again.check().unwrap().is_whole());
        assert!(again.read(|reader| reader.profile(contact_id(4))).unwrap().is_some());
    }
}
