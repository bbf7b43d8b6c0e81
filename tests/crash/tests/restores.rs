//! The power goes, or the process is killed, while a backup is restored: the database holds the old state or the new one,
//! whole. Other processes that start and forget meanwhile are none the wiser, and take nothing away from it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

use common::*;
use justmet_crash::Tape;
use justmet_store::{Options, Store};

/// How many people there are, and how many the backup holds.
const NOW_THERE: u64 = 40;
const IN_BACKUP: u64 = 15;
/// How often a process is killed.
const KILLS: u32 = 40;

/// A database, and a backup of an earlier state in another folder.
fn with_backup(folder: &Folder, elsewhere: &Folder) {
    let store = folder.open();
    for number in 1..=NOW_THERE {
        save(&store, &priya(number.into(), None));
        if number == IN_BACKUP {
            store.backup(&elsewhere.file(), None, [0; 16]).unwrap();
        }
    }
}

fn restore(store: &Store, backup: &Path) -> u64 {
    store.restore(backup, None, NOW, &mut Ids(u128::from(std::process::id()) << 64), |_| Ok(())).unwrap().contacts
}

/// How many people it holds, once the next start has found it whole and nothing is beside it any more.
fn found_whole(folder: &Folder) -> u64 {
    let store = folder.open();
    let checkup = store.check().unwrap();
    assert!(checkup.is_whole(), "{:?}", checkup.faults);
    let count = store.read(|reader| reader.contact_count()).unwrap();
    for number in 1..=count {
        let profile = store.read(|reader| reader.profile(contact_id(number.into()))).unwrap().unwrap();
        assert_eq!(profile.addresses, priya(number.into(), None).addresses);
    }
    drop(store);
    assert_eq!(folder.names(), ["justmet.db"]);
    count
}

#[test]
fn whatever_a_power_cut_leaves_of_a_restore_is_the_old_state_or_the_new_one() {
    let (folder, elsewhere) = (scratch(), scratch());
    with_backup(&folder, &elsewhere);
    let tape = Tape::record(folder.0.path());
    let store = folder.open();
    assert_eq!(restore(&store, &elsewhere.file()), IN_BACKUP);
    tape.acknowledge(1);
    drop(store);
    let (mut old, mut new) = (0, 0);
    for image in tape.images(2, 0x4E5) {
        let after = scratch();
        image.write_to(after.0.path()).unwrap();
        match found_whole(&after) {
            NOW_THERE if image.acknowledged == 0 => old += 1,
            IN_BACKUP => new += 1,
            other => panic!("cut {} after {}: {other} people", image.cut, image.acknowledged),
        }
    }
    println!("{} power cuts in a restore: the old state {old} times, the new one {new} times", old + new);
    assert!(old > 10 && new > 10, "{old}, {new}");
}

#[test]
#[ignore = "run by the tests below in a process of its own"]
fn restores_again_and_again() {
    let file = given_file();
    // Two of them on a busy machine wait for one another long.
    let options = Options { busy_wait: Duration::from_secs(60), key: cfg!(feature = "encryption").then(key) };
    let store = Store::open_with(&file, NOW, &mut Ids(0xB000_0000), &options).unwrap();
    for _ in 0..10 {
        let contacts = restore(&store, &file.with_extension("backup"));
        // It is counted after the restore, when the other process may have saved one already.
        assert!((IN_BACKUP..=IN_BACKUP + 1).contains(&contacts), "{contacts}");
    }
}

#[test]
#[ignore = "run by the test below in processes of their own"]
fn starts_and_forgets_again_and_again() {
    for round in 0..20_u128 {
        let first = (u128::from(std::process::id()) << 64) + (round << 32);
        let store = open_under(&given_file(), NOW, first, cfg!(feature = "encryption").then(key)).unwrap();
        let number = u128::from(std::process::id()) * 1000 + round;
        save(&store, &someone(number, "Gone"));
        store.write(NOW, |writer| writer.erase_contact(contact_id(number), NOW)).unwrap();
        assert!(store.check().unwrap().is_whole());
    }
}

/// The backup lies beside the database here, as the process is told of one file only.
fn on_a_real_disk() -> Folder {
    let (folder, elsewhere) = (Folder::new(), scratch());
    with_backup(&folder, &elsewhere);
    std::fs::copy(elsewhere.file(), folder.file().with_extension("backup")).unwrap();
    folder
}

#[test]
fn who_starts_and_forgets_takes_nothing_away_from_a_restore() {
    let folder = on_a_real_disk();
    let all = ["restores_again_and_again", "restores_again_and_again", "starts_and_forgets_again_and_again"];
    let children: Vec<Child> = all.iter().map(|test| this_again(test, &folder.file()).spawn().unwrap()).collect();
    children.into_iter().for_each(ends_well);
    std::fs::remove_file(folder.file().with_extension("backup")).unwrap();
    let count = found_whole(&folder);
    assert_eq!(count, IN_BACKUP, "the last of them to write forgets whom it saved");
}

#[test]
fn a_process_that_is_killed_while_it_restores_leaves_the_old_state_or_the_new_one() {
    let mut random = fastrand::Rng::with_seed(0x4E6);
    let laid = on_a_real_disk();
    let lay = || {
        let folder = Folder::new();
        for name in laid.names() {
            std::fs::copy(laid.0.path().join(&name), folder.0.path().join(&name)).unwrap();
        }
        folder
    };
    let began = Instant::now();
    ends_well(this_again("restores_again_and_again", &lay().file()).spawn().unwrap());
    let takes = u64::try_from(began.elapsed().as_micros()).unwrap();
    let (mut old, mut new) = (0, 0);
    for kill in 0..KILLS {
        let folder = lay();
        let child = this_again("restores_again_and_again", &folder.file()).spawn().unwrap();
        // Half of them in the first of its restores.
        let latest = if kill % 2 == 0 { takes / 6 } else { takes };
        kill_after(child, Duration::from_micros(random.u64(takes / 40..latest)));
        std::fs::remove_file(folder.file().with_extension("backup")).unwrap();
        match found_whole(&folder) {
            NOW_THERE => old += 1,
            IN_BACKUP => new += 1,
            other => panic!("kill {kill}: {other} people"),
        }
    }
    println!("{KILLS} kills: the old state {old} times, the new one {new} times");
    assert!(old > 0 && new > 0, "{old}, {new}");
}
