//! The power goes at every write of an upgrade: the next start finishes it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

#[path = "../../../core/store/tests/common/mod.rs"]
mod common;
mod scratch;

use std::fs;

use common::*;
use justmet_crash::Tape;
use scratch::plain_scratch;

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
