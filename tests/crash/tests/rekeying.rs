//! The power goes, or the process is killed, while a database is encrypted, is given another key or made plain again: it opens
//! under the one key or the other, is whole, and holds everybody.
#![cfg(feature = "encryption")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use common::*;
use justmet_crash::Tape;
use justmet_store::{Key, Store};

const PEOPLE: u128 = 12;
/// How often a process is killed.
const KILLS: u32 = 30;

/// Plain, one key, another, one of a shared folder of iOS.
fn keys() -> [Option<Key>; 4] {
    let other = Key::new(&[9; 32]).unwrap();
    [None, Some(key()), Some(other.clone()), Some(other.with_plain_header([7; 16]))]
}

fn filled(folder: &Folder) {
    let store = folder.open();
    (1..=PEOPLE).for_each(|number| save(&store, &priya(number, None)));
}

fn change(file: &Path, from: usize, to: usize) {
    let [from, to] = [from, to].map(|number| keys().into_iter().nth(number).flatten());
    Store::change_key(file, from, to, Duration::from_secs(1)).unwrap();
}

/// Everybody is in the file, under that key; and nothing is beside it any more.
fn is_whole_under(file: &Path, key: Option<Key>) -> Result<(), String> {
    let store = open_under(file, NOW, 0xA000_0000, key).map_err(|error| error.to_string())?;
    assert!(store.check().unwrap().is_whole());
    for number in 1..=PEOPLE {
        let profile = store.read(|reader| reader.profile(contact_id(number))).unwrap();
        assert_eq!(profile.unwrap().addresses, priya(number, None).addresses, "number {number}");
    }
    drop(store);
    let names = fs::read_dir(file.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(
        names.into_iter().all(|name| !name.to_string_lossy().contains(".converting")),
        "the copy is left beside it"
    );
    Ok(())
}

#[test]
fn whatever_a_power_cut_leaves_of_a_change_of_key_opens_and_holds_everybody() {
    let mut cuts = 0;
    for (from, to) in [(0, 1), (1, 2), (2, 3), (3, 0)] {
        let folder = scratch();
        let folder = Folder(folder.0, keys().into_iter().nth(from).flatten());
        filled(&folder);
        let tape = Tape::record(folder.0.path());
        change(&folder.file(), from, to);
        // What SQLite wrote up to where the new file takes over the name. The taking over itself is one step of the system's.
        for image in tape.images(1, 0x4E1) {
            let after = scratch();
            image.write_to(after.0.path()).unwrap();
            let whole = is_whole_under(&after.file(), keys().into_iter().nth(from).flatten());
            assert!(whole.is_ok(), "{from} to {to}, cut {}: {whole:?}", image.cut);
            cuts += 1;
        }
        is_whole_under(&folder.file(), keys().into_iter().nth(to).flatten()).unwrap();
    }
    println!("{cuts} power cuts in 4 changes of key");
    assert!(cuts > 100, "{cuts} cuts are too few");
}

#[test]
#[ignore = "run by the test below in a process of its own"]
fn changes_the_key_again_and_again() {
    let file = given_file();
    let at = keys().into_iter().position(|key| open_under(&file, NOW, 0xB000_0000, key).is_ok()).unwrap();
    for step in at.. {
        change(&file, step % 4, (step + 1) % 4);
    }
}

#[test]
fn a_process_that_is_killed_while_it_changes_the_key_leaves_one_or_the_other() {
    let mut random = fastrand::Rng::with_seed(0x4E2);
    let folder = Folder::plain();
    filled(&folder);
    // The kills are spread over as long as all four changes take on this machine at this moment.
    let began = Instant::now();
    (0..4).for_each(|step| change(&folder.file(), step, (step + 1) % 4));
    let takes = u64::try_from(began.elapsed().as_millis()).unwrap();
    let mut under = [0_u32; 4];
    for kill in 0..KILLS {
        let child = this_again("changes_the_key_again_and_again", &folder.file()).spawn().unwrap();
        let was_at_it = kill_after(child, Duration::from_millis(random.u64(takes / 8..takes * 3 / 2)));
        assert!(was_at_it, "it stopped by itself");
        let opened: Vec<usize> = keys()
            .into_iter()
            .enumerate()
            .filter(|(_, key)| is_whole_under(&folder.file(), key.clone()).is_ok())
            .map(|(number, _)| number)
            .collect();
        let [number] = opened.as_slice() else { panic!("kill {kill}: it opens under {opened:?}") };
        assert_eq!(folder.names(), ["justmet.db"]);
        under[*number] += 1;
    }
    println!("{KILLS} kills; it was found plain and under each key {under:?} times");
    assert!(under.iter().filter(|times| **times > 0).count() > 2, "{under:?}");
}
