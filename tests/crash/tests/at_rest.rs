//! Whatever is written while an encrypted database is made, brought up to date, given another key, salvaged, backed up and
//! restored: no piece of it, in no journal, log, copy or temporary file, shows anything of a person.
#![cfg(feature = "encryption")]
#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use common::*;
use justmet_crash::Tape;
use justmet_store::{Key, Options, Passphrase, Store};

/// What anybody could read of the people, and of the schema. None is short: megabytes of cipher text hold any three bytes.
const TRACES: [&str; 8] = ["Priya", "priya", "Acmé", "kayak", "5145550142", "slides", "Führungskraft", "contact"];

fn traces(bytes: &[u8]) -> Vec<&'static str> {
    TRACES.into_iter().filter(|trace| bytes.windows(trace.len()).any(|window| window == trace.as_bytes())).collect()
}

fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().flatten();
    entries.filter_map(|entry| Some((entry.path(), fs::read(entry.path()).ok()?))).collect()
}

/// Does it, and looks at all that is written meanwhile: by SQLite piece by piece, by the store itself over and over.
/// Gives the ends of the names of the files that were written.
fn watched<T>(folder: &Folder, what: &str, act: impl FnOnce() -> T) -> (T, BTreeSet<String>) {
    let tape = Tape::record(folder.0.path());
    let done = Arc::new(AtomicBool::new(false));
    let looking = {
        let (done, folder) = (Arc::clone(&done), folder.0.path().to_owned());
        thread::spawn(move || {
            let mut found = Vec::new();
            while !done.load(Ordering::Relaxed) {
                found.extend(
                    files(&folder)
                        .into_iter()
                        .flat_map(|(path, bytes)| traces(&bytes).into_iter().map(move |trace| (path.clone(), trace))),
                );
                thread::sleep(Duration::from_millis(2));
            }
            found
        })
    };
    let outcome = act();
    done.store(true, Ordering::Relaxed);
    assert_eq!(looking.join().unwrap(), [], "{what}");
    let mut names = BTreeSet::new();
    for (file, bytes) in tape.written() {
        let name = file.map_or_else(String::new, |file| file.file_name().unwrap().to_string_lossy().into_owned());
        assert_eq!(traces(&bytes), Vec::<&str>::new(), "{what}: {name}");
        names.insert(name.trim_start_matches("justmet.db").to_owned());
    }
    for (path, bytes) in files(folder.0.path()) {
        assert_eq!(traces(&bytes), Vec::<&str>::new(), "{what}: {}", path.display());
    }
    println!("{what}: {} pieces, in {names:?}", tape.written().len());
    (outcome, names)
}

fn has(names: &BTreeSet<String>, ends: &[&str]) -> bool {
    ends.iter().all(|end| names.contains(*end))
}

fn people(store: &Store, numbers: std::ops::Range<u128>) {
    store.write(NOW, |writer| numbers.clone().try_for_each(|number| writer.insert(&priya(number, None)))).unwrap();
}

/// One test, as what has no name is noted for the whole process.
#[test]
fn nothing_that_is_written_shows_anybody() {
    // The looking itself: of a plain database it finds somebody in the log and in the journal.
    let plain = Folder(tempfile::TempDir::new().unwrap(), None);
    let tape = Tape::record(plain.0.path());
    people(&plain.open(), 1..3);
    Store::change_key(&plain.file(), None, Some(key()), Duration::from_secs(1)).unwrap();
    assert!(tape.written().iter().any(|(_, bytes)| !traces(bytes).is_empty()));
    drop(tape);

    let folder = Folder::new();
    // A transaction that does not fit into memory.
    let (_, names) = watched(&folder, "made and filled", || people(&folder.open(), 1..1_500));
    assert!(has(&names, &["", "-wal"]), "{names:?}");

    let other = Key::new(&[9; 32]).unwrap().with_plain_header([7; 16]);
    for (from, to) in [(key(), other.clone()), (other, key())] {
        let change = || Store::change_key(&folder.file(), Some(from), Some(to), Duration::from_secs(1)).unwrap();
        let ((), names) = watched(&folder, "given another key", change);
        assert!(has(&names, &[".converting", ".converting-journal"]), "{names:?}");
    }

    let elsewhere = Folder::new();
    let secret = Passphrase::new("kayak trip".to_owned()).unwrap();
    watched(&elsewhere, "backed up", || folder.open().backup(&elsewhere.file(), Some(&secret), [1; 16]).unwrap());
    people(&folder.open(), 2_000..2_200);
    // Opened while it is watched, so that its log is seen too.
    let restore =
        || folder.open().restore(&elsewhere.file(), Some(&secret), NOW, &mut Ids(0xC000), |_| Ok(())).unwrap();
    let (restored, names) = watched(&folder, "restored", restore);
    assert_eq!(restored.contacts, 1_499);
    assert!(has(&names, &["-wal", ".before-restore", ".converting"]), "{names:?}");

    let mut bytes = fs::read(folder.file()).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0x5A);
    fs::write(folder.file(), &bytes).unwrap();
    let options = Options { key: Some(key()), ..Options::default() };
    let salvage = || Store::salvage(&folder.file(), NOW, &mut Ids(0xD000), &options).unwrap();
    let (salvaged, names) = watched(&folder, "salvaged", salvage);
    assert!(salvaged.contacts > 1_000 && has(&names, &[".salvaged", ".salvaged-journal"]), "{names:?}");

    for version in 1..known_schema() {
        let old = Folder::new();
        fs::copy(format!("{}/../databases/{version:04}.db", env!("CARGO_MANIFEST_DIR")), old.file()).unwrap();
        Store::change_key(&old.file(), None, Some(key()), Duration::from_secs(1)).unwrap();
        let (_, names) = watched(&old, "brought up to date", || old.open().check().unwrap());
        assert!(has(&names, &["-wal", ".before-upgrade"]), "{names:?}");
    }
}
