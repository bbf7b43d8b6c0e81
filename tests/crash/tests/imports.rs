//! The power goes, or the process is killed, while an export is taken in: the database holds everybody of it or nobody, and
//! taking it in again gives the rest.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::time::Duration;

use common::*;
use justmet_crash::Tape;
use justmet_store::{Imported, Store};

/// How many people were there before.
const THERE: u64 = 3;
/// How often a process is killed.
const KILLS: u64 = 40;

/// Of so many people who are not there.
fn export(added: u64) -> String {
    let elsewhere = scratch();
    let store = elsewhere.open();
    store
        .write(NOW, |writer| {
            (THERE + 1..=THERE + added).try_for_each(|number| writer.insert(&priya(number.into(), None)))
        })
        .unwrap();
    store.read(|reader| reader.export()).unwrap()
}

fn with_some_people(folder: &Folder) {
    let store = folder.open();
    (1..=THERE).for_each(|number| save(&store, &priya(number.into(), None)));
}

fn import(store: &Store, text: &str) -> Imported {
    store.import(text, NOW, &mut Ids(0xB000_0000)).unwrap()
}

/// How many people a cut left; with the same text taken in once more it is everybody, and found.
fn left_by_a_cut(folder: &Folder, text: &str, added: u64) -> u64 {
    let store = folder.open();
    assert!(store.check().unwrap().is_whole());
    let left = store.read(|reader| reader.contact_count()).unwrap();
    let again = import(&store, text);
    assert_eq!((left, again.added), (THERE + again.already_here, added - again.already_here));
    assert_eq!(store.read(|reader| reader.contact_count()), Ok(THERE + added));
    assert!(store.check().unwrap().is_whole());
    assert!(found(&store, "priya").len() > 30);
    left
}

#[test]
fn whatever_a_power_cut_leaves_of_an_import_is_everybody_or_nobody_of_it() {
    const ADDED: u64 = 30;
    let (folder, text) = (scratch(), export(ADDED));
    with_some_people(&folder);
    let tape = Tape::record(folder.0.path());
    let store = folder.open();
    assert_eq!(import(&store, &text).added, ADDED);
    tape.acknowledge(1);
    drop(store);
    let (mut nobody, mut everybody) = (0, 0);
    for image in tape.images(2, 0x1417) {
        let after = scratch();
        image.write_to(after.0.path()).unwrap();
        match left_by_a_cut(&after, &text, ADDED) {
            THERE if image.acknowledged == 0 => nobody += 1,
            left if left == THERE + ADDED => everybody += 1,
            left => panic!("cut {} after {}: {left} people", image.cut, image.acknowledged),
        }
    }
    println!("{} power cuts in an import: nobody {nobody} times, everybody {everybody} times", nobody + everybody);
    assert!(nobody > 10 && everybody > 10, "{nobody}, {everybody}");
}

#[test]
#[ignore = "run by the test below in a process of its own"]
fn imports_once() {
    let file = given_file();
    let store = open_under(&file, NOW, 0xB000_0000, cfg!(feature = "encryption").then(key)).unwrap();
    import(&store, &std::fs::read_to_string(file.with_extension("json")).unwrap());
}

#[test]
fn a_process_killed_in_an_import_leaves_everybody_or_nobody_of_it() {
    const ADDED: u64 = 300;
    let text = export(ADDED);
    let mut cut = 0;
    for kill in 0..KILLS {
        let folder = Folder::new();
        with_some_people(&folder);
        std::fs::write(folder.file().with_extension("json"), &text).unwrap();
        let child = this_again("imports_once", &folder.file()).spawn().unwrap();
        cut += u32::from(kill_after(child, Duration::from_millis(15 * kill)));
        let left = left_by_a_cut(&folder, &text, ADDED);
        assert!(left == THERE || left == THERE + ADDED, "{left} people");
    }
    println!("{KILLS} kills in imports, {cut} before the end");
    assert!(cut > 0);
}
