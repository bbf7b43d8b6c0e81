//! Encrypted at rest.
#![cfg(feature = "encryption")]
#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;
use std::path::Path;
use std::time::Duration;

use common::*;
use justmet_store::{Key, Store, StoreError};

/// What anybody could read of [`fill`]'s people, and what says whose file it is.
// None shorter than five bytes: megabytes of cipher text hold any three by chance.
const TRACES: [&str; 9] =
    ["Priya", "priya", "Acmé", "kayak", "5145550142", "slides", "RustConf", "contact", "SQLite format"];

fn traces(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // The index of the log is of numbers only; its name is that of a file all the same.
        let bytes = fs::read(&path).unwrap();
        for trace in TRACES {
            if bytes.windows(trace.len()).any(|window| window == trace.as_bytes()) {
                found.push(format!("{trace} in {}", path.display()));
            }
        }
    }
    found
}

fn other_key() -> Key {
    Key::new(&[9; 32]).unwrap()
}

fn rekey(folder: &Folder, from: Option<Key>, to: Option<Key>) -> Result<(), StoreError> {
    Store::change_key(&folder.file(), from, to, Duration::from_millis(200))
}

fn open(folder: &Folder, key: Option<Key>) -> Result<Store, StoreError> {
    open_under(&folder.file(), NOW, 0xA000_0000, key)
}

#[test]
fn nothing_can_be_read_in_any_file() {
    let folder = Folder::new();
    let store = folder.open();
    fill(&store);
    assert_eq!(folder.names(), ["justmet.db", "justmet.db-shm", "justmet.db-wal"]);
    assert_eq!(traces(folder.0.path()), Vec::<String>::new(), "with the log");
    // A transaction that is too big for the cache spills into the log, and one that sorts uses temporary space.
    store
        .write(NOW, |writer| {
            for number in 100..2_100 {
                writer.insert(&priya(number, None))?;
            }
            assert_eq!(traces(folder.0.path()), Vec::<String>::new(), "in the middle of it");
            Ok(())
        })
        .unwrap();
    store.write(NOW, |writer| writer.erase_contact(contact_id(100), NOW)).unwrap();
    assert_eq!(traces(folder.0.path()), Vec::<String>::new(), "with the log emptied");
    drop(store);
    assert_eq!(traces(folder.0.path()), Vec::<String>::new(), "closed");
}

#[test]
#[ignore = "run by the test below, each time as the first act of a process"]
fn one_opens_and_others_come_a_moment_later() {
    let start = std::sync::Barrier::new(8);
    std::thread::scope(|scope| {
        for number in 0..8 {
            let start = &start;
            scope.spawn(move || {
                let folder = if number == 0 { Folder::plain() } else { Folder::new() };
                start.wait();
                // Spread over what SQLCipher takes to set itself up.
                std::thread::sleep(Duration::from_micros(number * 60));
                save(&folder.open(), &someone(1, "Ann"));
            });
        }
    });
}

/// SQLCipher sets itself up once for a process, with the first that opens anything: nobody finds it half done.
#[test]
fn many_threads_may_be_the_first() {
    for _ in 0..40 {
        let child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "one_opens_and_others_come_a_moment_later", "--ignored", "--nocapture"])
            .output()
            .unwrap();
        assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    }
}

#[test]
fn the_key_opens_it_and_another_does_not() {
    let folder = Folder::new();
    fill(&folder.open());
    let before = fs::read(folder.file()).unwrap();
    assert_eq!(open(&folder, Some(other_key())).unwrap_err(), StoreError::WrongKey);
    assert_eq!(open(&folder, None).unwrap_err(), StoreError::NotJustMet, "no key: nothing says what it is");
    assert_eq!(fs::read(folder.file()).unwrap(), before);
    assert_eq!(folder.names(), ["justmet.db"]);
    assert_eq!(folder.open().read(|reader| reader.contact_count()), Ok(4));
    assert_eq!(Key::new(&[1; 31]).unwrap_err(), StoreError::WrongKey);
    assert_eq!(format!("{:?}", key()), "Key");
}

#[test]
fn a_wrong_key_is_told_from_a_damaged_file() {
    let folder = Folder::new();
    fill(&folder.open());
    let whole = fs::read(folder.file()).unwrap();
    for damage in [100..4_096, 2_000..2_100, 4_096..8_192] {
        let mut bytes = whole.clone();
        bytes[damage.clone()].fill(0x5A);
        fs::write(folder.file(), &bytes).unwrap();
        match folder.try_open() {
            // Damage beyond the first page is seen by whoever reads it.
            Ok(store) => assert!(!store.check().is_ok_and(|checkup| checkup.is_whole()), "{damage:?}"),
            Err(error) => assert_eq!(error, StoreError::Damaged, "{damage:?}"),
        }
        assert_eq!(open(&folder, Some(other_key())).unwrap_err(), StoreError::WrongKey, "{damage:?}");
    }
}

#[test]
fn a_plain_database_is_encrypted_and_comes_back() {
    let folder = Folder::plain();
    fill(&folder.open());
    let before = dump(&folder.raw());
    assert_ne!(traces(folder.0.path()), Vec::<String>::new());
    assert_eq!(open(&folder, Some(key())).unwrap_err(), StoreError::NotEncrypted);

    rekey(&folder, None, Some(key())).unwrap();
    assert_eq!(traces(folder.0.path()), Vec::<String>::new());
    assert_eq!(folder.names(), ["justmet.db"]);
    let sealed = Folder(folder.0, Some(key()));
    assert_eq!(dump(&sealed.raw()), before);
    assert_eq!(sealed.open().read(|reader| reader.named("priya rao")).unwrap(), [contact_id(1)]);

    assert_eq!(rekey(&sealed, Some(other_key()), None), Err(StoreError::WrongKey));
    assert_eq!(
        rekey(&sealed, None, Some(other_key())),
        Err(StoreError::NotJustMet),
        "without its key nothing says whose it is"
    );
    rekey(&sealed, Some(key()), Some(other_key())).unwrap();
    assert_eq!(open(&sealed, Some(key())).unwrap_err(), StoreError::WrongKey);
    rekey(&sealed, Some(other_key()), None).unwrap();
    let plain = Folder(sealed.0, None);
    assert_eq!(dump(&plain.raw()), before);
    assert_eq!(plain.names(), ["justmet.db"]);
    assert_eq!(rekey(&plain, Some(key()), None), Err(StoreError::NotEncrypted));
    fs::remove_file(plain.file()).unwrap();
    assert_eq!(rekey(&plain, None, Some(key())), Err(StoreError::NotFound));
    assert_eq!(plain.names(), Vec::<String>::new());
}

#[test]
fn who_has_it_open_is_not_disturbed() {
    let folder = Folder::plain();
    let store = folder.open();
    fill(&store);
    assert_eq!(rekey(&folder, None, Some(key())), Err(StoreError::Busy));
    save(&store, &someone(9, "Ann"));
    drop(store);
    assert_eq!(folder.names(), ["justmet.db"]);
    rekey(&folder, None, Some(key())).unwrap();
}

#[test]
fn a_shared_folder_of_ios_sees_whose_file_it_is_and_nothing_else() {
    let shared = key().with_plain_header([7; 16]);
    let folder = Folder(tempfile::TempDir::new().unwrap(), Some(shared.clone()));
    fill(&folder.open());
    let bytes = fs::read(folder.file()).unwrap();
    assert!(bytes.starts_with(b"SQLite format 3\0"));
    let found = traces(folder.0.path());
    assert!(found.iter().all(|trace| trace.starts_with("SQLite format")), "{found:?}");
    assert_eq!(folder.open().read(|reader| reader.contact_count()), Ok(4));
    let wrong = other_key().with_plain_header([7; 16]);
    assert_eq!(open(&folder, Some(wrong)).unwrap_err(), StoreError::WrongKey);
    // A plain file is told from it all the same.
    rekey(&folder, Some(shared.clone()), None).unwrap();
    assert_eq!(open(&folder, Some(shared.clone())).unwrap_err(), StoreError::NotEncrypted);
    rekey(&folder, None, Some(shared)).unwrap();
    let (file, backup) = (folder.open(), folder.0.path().join("backup"));
    file.backup(&backup, None, [0; 16]).unwrap();
    file.restore(&backup, None, NOW, &mut Ids(1), |_| Ok(())).unwrap();
    assert_eq!(file.read(|reader| reader.contact_count()), Ok(4));
}
