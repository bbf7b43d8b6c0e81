//! The power goes at every write of an upgrade: the next start finishes it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;
use std::path::Path;
use std::process::Child;

use common::*;
use justmet_crash::Tape;
use rusqlite::Connection;

#[test]
fn an_upgrade_that_was_cut_short_is_finished_by_the_next_start() {
    let known = known_schema();
    let mut cuts = 0;
    for version in 1..=known {
        let frozen = format!("{}/../databases/{version:04}.db", env!("CARGO_MANIFEST_DIR"));
        let expected = {
            let folder = plain_scratch();
            fs::copy(&frozen, folder.file()).unwrap();
            drop(folder.open());
            dump(&folder.raw())
        };
        let folder = plain_scratch();
        fs::copy(&frozen, folder.file()).unwrap();
        let tape = Tape::record(folder.0.path());
        drop(folder.open());
        for image in tape.images(2, u64::from(version)) {
            let after = plain_scratch();
            image.write_to(after.0.path()).unwrap();
            let store = after.try_open();
            let store = store.unwrap_or_else(|error| panic!("version {version}, cut {}: {error}", image.cut));
            assert!(store.check().unwrap().is_whole());
            assert_eq!(dump(&after.raw()), expected, "version {version}, cut {}", image.cut);
            cuts += 1;
        }
    }
    println!("{cuts} cuts in upgrades from {known} versions");
}

#[test]
#[ignore = "run by the test below in processes of their own"]
fn opens_a_database() {
    let store = open_under(&given_file(), NOW, u128::from(std::process::id()) << 64, None).unwrap();
    assert!(store.read(|reader| reader.contact_count()).unwrap() >= 4);
}

/// The frozen database of version 1 with so many people more that copying it takes a while.
fn old_and_large(file: &Path) {
    fs::copy(format!("{}/../databases/0001.db", env!("CARGO_MANIFEST_DIR")), file).unwrap();
    let raw = Connection::open(file).unwrap();
    raw.execute_batch(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
         INSERT INTO contact (id, name, name_sure, met_at_ms, hlc, name_folded, search_text)
             SELECT randomblob(16), 'Guest ' || i, 1, i, 0, 'guest ' || i, 'guest ' || i FROM n",
    )
    .unwrap();
}

/// An app and its extension are updated together: both find the old file.
#[test]
fn several_processes_upgrade_one_file_and_the_copy_from_before_is_whole() {
    let mut copies = 0;
    for _ in 0..8 {
        let folder = Folder::plain();
        old_and_large(&folder.file());
        let before = dump(&folder.raw());
        let mut opener = this_again("opens_a_database", &folder.file());
        let children: Vec<Child> = (0..4).map(|_| opener.spawn().unwrap()).collect();
        children.into_iter().for_each(ends_well);
        // Who came after the upgrade has found everything in order and taken the copy away; else it is of the old state.
        let copy = folder.0.path().join("justmet.db.before-upgrade");
        if copy.exists() {
            copies += 1;
            assert_eq!(dump(&Connection::open(&copy).unwrap()), before);
        }
        let store = folder.open();
        assert!(store.check().unwrap().is_whole());
        assert_eq!(store.read(|reader| reader.contact_count()), Ok(3004));
    }
    println!("{copies} of 8 copies from before stayed");
}
