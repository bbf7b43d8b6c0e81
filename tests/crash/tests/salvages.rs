//! A process is killed while it salvages a damaged database: the damaged file is never lost, and the next salvage saves
//! everybody.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;
use std::time::{Duration, Instant};

use common::*;
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
    Store::salvage(&given_file(), NOW, &mut Ids(0xD000_0000), &options).unwrap();
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
