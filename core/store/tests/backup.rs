//! One file that holds everything, and the way back from it.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::*;
use justmet_store::{Checkup, Passphrase, Store, StoreError};

const SALT: [u8; 16] = [7; 16];

fn backup_file(folder: &Folder) -> PathBuf {
    folder.0.path().join("backup")
}

fn secret(text: &str) -> Option<Passphrase> {
    Some(Passphrase::new(text.to_owned()).unwrap())
}

fn restore(store: &Store, file: &Path, passphrase: Option<&Passphrase>) -> Result<Checkup, StoreError> {
    store.restore(file, passphrase, later(5_000), &mut Ids(0xC000_0000), |_| Ok(()))
}

fn node(store: &Store) -> String {
    store.read(|reader| reader.setting("store.node")).unwrap().unwrap()
}

#[test]
fn a_backup_brings_everything_back_under_a_new_install_id() {
    for passphrase in [None, secret("kayak trip")] {
        let folder = Folder::new();
        let store = folder.open();
        fill(&store);
        let (file, before, own) = (backup_file(&folder), dump(&folder.raw()), node(&store));
        let made = store.backup(&file, passphrase.as_ref(), SALT).unwrap();
        assert_eq!((made.contacts, made.bytes), (4, fs::metadata(&file).unwrap().len()));

        // Later, much has changed, and everything before it comes back at once, for whoever has the file open.
        store.write(later(50), |writer| writer.erase_contact(contact_id(1), later(50))).unwrap();
        for number in 20..400 {
            save(&store, &someone(number, "Somebody of whom nothing may be left"));
        }
        let extension = folder.open();
        let checkup = restore(&store, &file, passphrase.as_ref()).unwrap();
        assert_eq!((checkup.contacts, checkup.erased), (4, 1));
        assert_eq!(dump(&folder.raw()), before);
        assert_ne!(node(&store), own);
        assert_eq!(extension.read(|reader| reader.contact_count()), Ok(4));
        save(&extension, &someone(9, "Ann"));
        assert_eq!(store.read(|reader| reader.contact_count()), Ok(5));
        drop((store, extension));
        assert_eq!(folder.names(), ["backup", "justmet.db"], "nothing is left lying about");
        let bytes = fs::read(folder.file()).unwrap();
        assert!(!bytes.windows(8).any(|window| window == b"Somebody"), "what was replaced is gone");
    }
}

#[test]
fn a_sealed_backup_shows_nothing_and_opens_with_its_passphrase_only() {
    let folder = Folder::new();
    let store = folder.open();
    save(&store, &priya(1, None));
    let file = backup_file(&folder);
    store.backup(&file, secret("kayak trip").as_ref(), SALT).unwrap();
    let sealed = fs::read(&file).unwrap();
    for trace in ["Priya", "acme", "SQLite", "5145550142"] {
        assert!(!sealed.windows(trace.len()).any(|window| window == trace.as_bytes()), "{trace}");
    }
    let before = dump(&folder.raw());
    assert_eq!(restore(&store, &file, None), Err(StoreError::Sealed));
    assert_eq!(restore(&store, &file, secret("Kayak trip").as_ref()), Err(StoreError::WrongPassphrase));
    for cut in [sealed.len() - 1, sealed.len() / 2] {
        fs::write(&file, &sealed[..cut]).unwrap();
        let refused = restore(&store, &file, secret("kayak trip").as_ref());
        assert!(matches!(refused, Err(StoreError::WrongPassphrase | StoreError::Damaged)), "{refused:?}");
    }
    assert_eq!(dump(&folder.raw()), before);
}

#[test]
fn a_backup_that_is_not_whole_replaces_nothing() {
    let folder = Folder::new();
    let store = folder.open();
    fill(&store);
    let (file, before) = (backup_file(&folder), dump(&folder.raw()));
    assert_eq!(restore(&store, &file, None), Err(StoreError::NotFound));
    store.backup(&file, None, SALT).unwrap();
    let whole = fs::read(&file).unwrap();
    let page_in_the_middle = whole.len() / 4096 / 2 * 4096;
    let mut torn = whole.clone();
    torn[page_in_the_middle..page_in_the_middle + 4096].fill(0x5a);
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&999_u32.to_be_bytes());
    for (bytes, expected) in [
        (&b""[..], StoreError::NotJustMet),
        (&b"my notes"[..], StoreError::NotJustMet),
        (&whole[..whole.len() / 2], StoreError::Damaged),
        (&whole[..50], StoreError::Damaged),
        (&torn, StoreError::Damaged),
        (&newer, StoreError::NewerDatabase { found: 999, known: known_schema() }),
    ] {
        fs::write(&file, bytes).unwrap();
        assert_eq!(restore(&store, &file, None), Err(expected), "{} bytes", bytes.len());
        assert_eq!(dump(&folder.raw()), before);
    }
    drop(store);
    assert_eq!(folder.names(), ["backup", "justmet.db"]);
}

#[test]
fn only_a_backup_is_written_over() {
    let folder = Folder::new();
    let store = folder.open();
    save(&store, &priya(1, None));
    let photo = folder.0.path().join("photo.jpg");
    fs::write(&photo, "not a backup").unwrap();
    assert_eq!(store.backup(&photo, None, SALT), Err(StoreError::Taken));
    assert_eq!(store.backup(&folder.file(), None, SALT), Err(StoreError::Taken), "the database itself");
    assert_eq!(store.backup(folder.0.path(), None, SALT), Err(StoreError::IsDirectory));
    assert_eq!(store.backup(&folder.0.path().join("no/where"), None, SALT), Err(StoreError::NoFolder));
    assert_eq!(fs::read(&photo).unwrap(), b"not a backup");
    let file = backup_file(&folder);
    for passphrase in [None, secret("kayak"), None] {
        store.backup(&file, passphrase.as_ref(), SALT).unwrap();
    }
    drop(store);
    assert_eq!(folder.names(), ["backup", "justmet.db", "photo.jpg"]);
    // It is a database like any other.
    let opened = Store::open(&file, NOW, &mut Ids(0)).unwrap();
    assert_eq!(opened.read(|reader| reader.contact_count()), Ok(1));
}

#[test]
fn what_is_to_be_quiet_is_so_before_anybody_sees_it() {
    let folder = Folder::new();
    let store = folder.open();
    save(&store, &due(1, "Ann", "2026-11-25 10:00"));
    let file = backup_file(&folder);
    store.backup(&file, None, SALT).unwrap();
    let refused = store.restore(&file, None, NOW, &mut Ids(0), |_| Err(StoreError::Conflict));
    assert_eq!(refused, Err(StoreError::Conflict));
    let told = store.restore(&file, None, NOW, &mut Ids(0), |writer| {
        assert_eq!(writer.open_follow_ups(None)?.len(), 1);
        writer.set_setting("told", "yes")
    });
    assert!(told.is_ok());
    assert_eq!(store.read(|reader| reader.setting("told")), Ok(Some("yes".to_owned())));
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_a_backup() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    folder.open().backup(&backup_file(&folder), None, SALT).unwrap();
    assert_eq!(fs::metadata(backup_file(&folder)).unwrap().permissions().mode() & 0o777, 0o600);
}
