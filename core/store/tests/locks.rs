//! Whatever a process does with the file that a store of it has open, the store's locks stay. Linux says who holds which.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;
use std::os::unix::fs::MetadataExt;

use common::*;
use justmet_store::{StoreError, is_sealed};

/// Whether the file is locked as SQLite locks what it has open: no other process takes the log away then.
fn is_held(folder: &Folder) -> bool {
    let file = format!(":{} ", fs::metadata(folder.file()).unwrap().ino());
    fs::read_to_string("/proc/locks").unwrap().lines().any(|lock| lock.contains(&file))
}

#[test]
fn looking_at_a_file_that_is_open_drops_no_lock() {
    let folder = Folder::new();
    let store = folder.open();
    save(&store, &someone(1, "Ann"));
    assert!(is_held(&folder), "as it is");
    for round in 0..3 {
        drop(folder.open());
        assert!(is_held(&folder), "another store was opened and closed, {round}");
    }
    is_sealed(&folder.file()).unwrap();
    assert!(is_held(&folder), "it was asked whether it is a sealed backup");
    assert_eq!(store.backup(&folder.file(), None, [0; 16]), Err(StoreError::Taken));
    assert!(is_held(&folder), "a backup was to be written over it");
    let itself = store.restore(&folder.file(), None, NOW, &mut Ids(0xC000_0000), |_| Ok(()));
    assert_eq!(itself, Err(StoreError::NotJustMet), "it is no backup: a part of it is in the log");
    assert!(is_held(&folder), "it was to be restored from itself");
    let elsewhere = Folder::new();
    let in_use = elsewhere.open().restore(&folder.file(), None, NOW, &mut Ids(0xC000_0000), |_| Ok(()));
    assert_eq!(in_use, Err(StoreError::NotJustMet));
    assert!(is_held(&folder), "another database was to be restored from it");
    save(&store, &someone(2, "Bo"));
    assert_eq!(store.read(|reader| reader.contact_count()), Ok(2));
    drop(store);
    assert!(!is_held(&folder), "nobody has it");
    assert!(folder.open().check().unwrap().is_whole());
}

/// What was put by while the file was open is closed with the last store.
#[test]
fn nothing_stays_open() {
    let folder = Folder::new();
    let open = |folder: &Folder| {
        let links = fs::read_dir("/proc/self/fd").unwrap().filter_map(|fd| fs::read_link(fd.ok()?.path()).ok());
        links.filter(|link| link.starts_with(folder.0.path().canonicalize().unwrap())).count()
    };
    let store = folder.open();
    // SQLite puts by what it opened itself, for the same reason.
    drop(folder.open());
    let before = open(&folder);
    for _ in 0..20 {
        drop(folder.open());
    }
    assert_eq!(open(&folder), before);
    drop(store);
    assert_eq!(open(&folder), 0);
}
