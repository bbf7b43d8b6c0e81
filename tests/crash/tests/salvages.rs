//! The power goes, or the process is killed, while a damaged database is salvaged: the damaged file is never lost, and the
//! next salvage saves everybody.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;
use std::time::{Duration, Instant};

use common::*;
use justmet_crash::Tape;
use justmet_store::{Options, Salvaged, Store, StoreError};

const PEOPLE: u128 = 30;
/// How often a process is killed.
const KILLS: u32 = 60;

fn salvage(file: &std::path::Path, folder: &Folder) -> Result<Salvaged, StoreError> {
    let options = Options { key: folder.1.clone(), ..Options::default() };
    Store::salvage(file, NOW, &mut Ids(0xD000_0000), &options)
}

#[test]
#[ignore = "run by the test below in a process of its own"]
fn salvages() {
    let options = Options { key: cfg!(feature = "encryption").then(key), ..Options::default() };
    match Store::salvage(&given_file(), NOW, &mut Ids(0xD000_0000), &options) {
        // Another one is at it, or was.
        Ok(_) | Err(StoreError::Busy) => {}
        Err(error) => panic!("{error}"),
    }
}

/// A database with a page in the middle gone, and the latest person in the log alone.
fn damaged() -> (Vec<u8>, Vec<u8>) {
    let folder = Folder::new();
    let store = folder.open();
    (1..PEOPLE).for_each(|number| save(&store, &priya(number, None)));
    drop(store);
    let store = folder.open();
    save(&store, &priya(PEOPLE, None));
    let log = fs::read(folder.0.path().join("justmet.db-wal")).unwrap();
    drop(store);
    // Closing has folded the log into the file, which harms neither.
    (fs::read(folder.file()).unwrap(), log)
}

/// The log beside the database, the copy that is read, the new database, and the name of the damaged one.
const LOG: &str = "justmet.db-wal";
const WORK: &str = "justmet.db.salvaging";
const DRAFT: &str = "justmet.db.salvaged";
const ASIDE: &str = "justmet.db.damaged-2026-11-24";

/// What is wrong with what the next start makes of it, in another folder with the same files; `None` if nothing is.
fn fault_at_start(folder: &Folder, database: &[u8]) -> Option<String> {
    let other = scratch();
    for name in folder.names() {
        let (from, to) = (folder.0.path().join(&name), other.0.path().join(&name));
        // One file under two names stays one.
        if name == ASIDE && fs::read(&from).ok() == fs::read(folder.file()).ok() {
            fs::hard_link(other.file(), to).unwrap();
        } else {
            fs::copy(from, to).unwrap();
        }
    }
    let store = match other.try_open() {
        Ok(store) => store,
        Err(error) => return Some(format!("{error}, at the start, of {:?}", folder.names())),
    };
    let found = store.read(|reader| reader.contact_count()).map(u128::from);
    let after = other.names();
    let left = after.iter().any(|name| name.contains("salvag"));
    let again = other.0.path().join(ASIDE);
    let twice = fs::read(again).is_ok_and(|bytes| bytes == database);
    if found != Ok(PEOPLE) || left || twice {
        return Some(format!("{found:?} at the start, {after:?}, of {:?}", folder.names()));
    }
    None
}

/// What is wrong with what the next start and the next salvage make of it; `None` if nothing is.
fn fault_after(folder: &Folder, database: &[u8]) -> Option<String> {
    fault_at_start(folder, database).or_else(|| fault_of_another(folder, database))
}

fn fault_of_another(folder: &Folder, database: &[u8]) -> Option<String> {
    let names = folder.names();
    let is_kept = || {
        let holds = |name: &String| fs::read(folder.0.path().join(name)).is_ok_and(|bytes| bytes == database);
        folder.names().iter().any(holds)
    };
    if !is_kept() {
        return Some(format!("the damaged file is gone before: {names:?}"));
    }
    let saved = match salvage(&folder.file(), folder) {
        Ok(saved) => saved,
        Err(error) => return Some(format!("{error}, of {names:?}")),
    };
    let store = folder.open();
    let found = store.read(|reader| reader.contact_count()).map(u128::from);
    if !store.check().unwrap().is_whole() || u128::from(saved.contacts) != PEOPLE || found != Ok(PEOPLE) {
        return Some(format!("{saved:?}, {found:?}, of {names:?}"));
    }
    drop(store);
    let after = folder.names();
    if !is_kept() || after.iter().any(|name| name.contains("salvag")) {
        return Some(format!("{after:?}, of {names:?}"));
    }
    None
}

#[test]
fn whatever_a_power_cut_leaves_of_a_salvage_is_salvaged_again() {
    let (database, log) = damaged();
    let lay = || {
        let folder = scratch();
        fs::write(folder.file(), &database).unwrap();
        fs::write(folder.0.path().join(LOG), &log).unwrap();
        folder
    };
    // What SQLite writes: to the copy that is read, and encrypted to the new database.
    let folder = lay();
    let tape = Tape::record(folder.0.path());
    salvage(&folder.file(), &folder).unwrap();
    let new = fs::read(folder.file()).unwrap();
    let mut cuts = 0;
    // Encrypted, there are thousands.
    for image in tape.images(2, 0x5A2).iter().step_by(if cfg!(feature = "encryption") { 3 } else { 1 }) {
        let after = scratch();
        image.write_to(after.0.path()).unwrap();
        assert_eq!(fault_after(&after, &database), None, "cut {}", image.cut);
        cuts += 1;
    }
    // What the store does itself, one name or file after the other, each of which may have reached the disk in part.
    let torn = |bytes: &[u8]| [bytes[..bytes.len() / 3].to_vec(), vec![0; 5000]].concat();
    let in_part = |bytes: &[u8]| [None, Some(Vec::new()), Some(torn(bytes)), Some(bytes.to_vec())];
    for work in in_part(&database) {
        for draft in in_part(&new) {
            for (is_aside, is_log_moved) in [(false, false), (true, false), (true, true)] {
                let after = lay();
                let path = |name: &str| after.0.path().join(name);
                for (name, content) in [(WORK, &work), (DRAFT, &draft)] {
                    if let Some(content) = content {
                        fs::write(path(name), content).unwrap();
                    }
                }
                if is_aside {
                    fs::hard_link(after.file(), path(ASIDE)).unwrap();
                }
                if is_log_moved {
                    fs::rename(path(LOG), path(&format!("{ASIDE}-wal"))).unwrap();
                }
                // The new database is on disk before the damaged one has another name.
                let start = (draft.is_some() || !is_aside).then(|| fault_at_start(&after, &database)).flatten();
                assert_eq!(start, None, "aside {is_aside}, log moved {is_log_moved}");
                let again = fault_of_another(&after, &database);
                assert_eq!(again, None, "aside {is_aside}, log moved {is_log_moved}");
                cuts += 1;
            }
        }
    }
    // The copy of the damaged file where the disk knows no second name for one file.
    let after = lay();
    fs::write(after.0.path().join(ASIDE), torn(&database)).unwrap();
    assert_eq!(fault_after(&after, &database), None, "a copy in part");
    println!("{} power cuts in a salvage", cuts + 1);
    assert!(cuts > 48, "{cuts}");
}

#[test]
fn a_salvage_that_is_killed_loses_nothing_and_is_done_again() {
    let (database, log) = damaged();
    let lay = || {
        let folder = Folder::new();
        fs::write(folder.file(), &database).unwrap();
        fs::write(folder.0.path().join("justmet.db-wal"), &log).unwrap();
        folder
    };
    // How long one takes from its start to its end, so that the kills are spread over all of it.
    let folder = lay();
    let began = Instant::now();
    ends_well(this_again("salvages", &folder.file()).spawn().unwrap());
    let takes = u64::try_from(began.elapsed().as_micros()).unwrap();

    let mut random = fastrand::Rng::with_seed(0x5A1);
    let (mut before, mut after) = (0, 0);
    for kill in 0..KILLS {
        let folder = lay();
        let child = this_again("salvages", &folder.file()).spawn().unwrap();
        kill_after(child, Duration::from_micros(random.u64(takes / 20..takes)));
        let holds = |name: &str| fs::read(folder.0.path().join(name)).is_ok_and(|bytes| bytes == database);
        let names = folder.names();
        assert!(names.iter().any(|name| holds(name)), "kill {kill}: the damaged file is gone, of {names:?}");
        if holds("justmet.db") {
            before += 1;
            let saved = salvage(&folder.file(), &folder).unwrap();
            assert_eq!(u128::from(saved.contacts), PEOPLE, "kill {kill}, of {names:?}");
        } else {
            after += 1;
        }
        let store = folder.open();
        assert!(store.check().unwrap().is_whole());
        assert_eq!(
            store.read(|reader| reader.contact_count()).map(u128::from),
            Ok(PEOPLE),
            "kill {kill}, of {names:?}"
        );
        drop(store);
        let names = folder.names();
        let leftovers = names.iter().filter(|name| name.contains("salvag")).count();
        assert_eq!(leftovers, 0, "kill {kill}: {names:?}");
        assert_eq!(
            names.iter().filter(|name| name.contains(".damaged-") && !name.ends_with("-wal")).count(),
            1,
            "{names:?}"
        );
    }
    println!("{KILLS} kills, {before} before the new file had taken over and {after} after");
}

/// The kills again, with the next start instead of the next salvage.
#[test]
fn after_a_kill_the_next_start_finds_everybody_and_no_copy_of_them() {
    let (database, log) = damaged();
    let mut random = fastrand::Rng::with_seed(0x5A3);
    let mut longest = 2_000_000;
    for kill in 0..=KILLS / 2 {
        let folder = Folder::new();
        fs::write(folder.file(), &database).unwrap();
        fs::write(folder.0.path().join(LOG), &log).unwrap();
        let began = Instant::now();
        let child = this_again("salvages", &folder.file()).spawn().unwrap();
        if kill == 0 {
            ends_well(child);
            longest = u64::try_from(began.elapsed().as_micros()).unwrap();
            continue;
        }
        kill_after(child, Duration::from_micros(random.u64(longest / 20..longest)));
        let store = folder.open();
        assert!(store.check().unwrap().is_whole());
        assert_eq!(store.read(|reader| reader.contact_count()).map(u128::from), Ok(PEOPLE), "kill {kill}");
        drop(store);
        let names = folder.names();
        assert!(names.iter().all(|name| !name.contains("salvag")), "kill {kill}: {names:?}");
    }
    println!("{} kills in a salvage, each with a start after it", KILLS / 2);
}

#[test]
fn several_processes_that_salvage_one_file_do_not_hurt_one_another() {
    for _ in 0..3 {
        let (database, log) = damaged();
        let folder = Folder::new();
        fs::write(folder.file(), &database).unwrap();
        fs::write(folder.0.path().join(LOG), &log).unwrap();
        let children: Vec<_> = (0..4).map(|_| this_again("salvages", &folder.file()).spawn().unwrap()).collect();
        children.into_iter().for_each(ends_well);
        let store = folder.open();
        assert!(store.check().unwrap().is_whole());
        assert_eq!(store.read(|reader| reader.contact_count()).map(u128::from), Ok(PEOPLE));
        drop(store);
        let names = folder.names();
        assert!(names.iter().all(|name| !name.contains("salvag")), "{names:?}");
        let aside = folder.0.path().join(ASIDE);
        assert_eq!(fs::read(aside).unwrap(), database, "the first one set the damaged file aside: {names:?}");
    }
}
