//! A damaged database is set aside, and what can be read of it is saved.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;
use std::thread;
use std::time::Duration;

use common::*;
use justmet_store::{Options, Salvaged, Store, StoreError};

const PEOPLE: u64 = 150;

/// Everybody saved, with an event, wishes, promises and follow-ups, and one erased.
fn full() -> Folder {
    let folder = Folder::new();
    let store = folder.open();
    fill(&store);
    for number in 10..10 + u128::from(PEOPLE) - 4 {
        save(&store, &priya(number, None));
    }
    assert_eq!(store.read(|reader| reader.contact_count()), Ok(PEOPLE));
    drop(store);
    folder
}

fn salvage(folder: &Folder) -> Result<Salvaged, StoreError> {
    let options = Options { key: folder.1.clone(), ..Options::default() };
    Store::salvage(&folder.file(), later(1), &mut Ids(0xD000_0000), &options)
}

/// Which people can be read again, in full and in part.
fn kept(folder: &Folder) -> (usize, usize) {
    let store = folder.open();
    let checkup = store.check().unwrap();
    assert!(checkup.is_whole(), "{:?}", checkup.faults);
    let all = store.read(|reader| reader.recent(None, 10_000)).unwrap();
    let profiles = store.read(|reader| reader.profiles(&all)).unwrap();
    let known: u32 =
        folder.raw().query_row("SELECT count(*) FROM finding WHERE outline IS NOT NULL", [], |row| row.get(0)).unwrap();
    assert_eq!(known as usize, all.len(), "they are found, and stand in every list");
    let whole = profiles.iter().filter(|profile| {
        profile.contact.name == "Priya Ráo"
            && profile.addresses.len() == 2
            && profile.promises.len() == 2
            && profile.encounters.len() == 1
    });
    (profiles.len(), whole.count())
}

#[test]
fn of_a_whole_database_nothing_is_lost() {
    let folder = full();
    let before = dump(&folder.raw());
    let salvaged = salvage(&folder).unwrap();
    assert_eq!((salvaged.contacts, salvaged.nameless), (PEOPLE, 0));
    assert_eq!(kept(&folder).0 as u64, PEOPLE);
    assert_eq!(dump(&folder.raw()), before);
    assert_eq!(folder.names(), ["justmet.db", "justmet.db.damaged-2026-11-24"]);
}

#[test]
fn whatever_page_is_damaged_nearly_everybody_is_saved() {
    let folder = full();
    let whole = fs::read(folder.file()).unwrap();
    let pages = whole.len() / 4096;
    let encrypted = cfg!(feature = "encryption");
    // Encrypted, nothing can be read where no page fits the key any more.
    let mut unreadable = Vec::new();
    for page in (usize::from(encrypted)..pages).step_by(9).chain(usize::from(encrypted)..8) {
        for broken in [0x00, 0x5A] {
            let mut bytes = whole.clone();
            bytes[page * 4096..(page + 1) * 4096].fill(broken);
            fs::write(folder.file(), &bytes).unwrap();
            let salvaged = match salvage(&folder) {
                Ok(salvaged) => salvaged,
                Err(error) => {
                    assert_eq!(
                        (error, encrypted, fs::read(folder.file()).unwrap() == bytes),
                        (StoreError::Damaged, true, true)
                    );
                    unreadable.push((page, broken));
                    continue;
                }
            };
            assert_eq!(fs::read(&salvaged.set_aside).unwrap(), bytes, "it is kept as it was");
            let (all, in_full) = kept(&folder);
            assert_eq!(all as u64, salvaged.contacts);
            // A page holds some twenty people at most; one of the inner pages leads to more.
            assert!(all >= 100, "page {page} of {pages} with {broken:#x}: only {all} of {PEOPLE}, {in_full} in full");
            fs::remove_file(salvaged.set_aside).unwrap();
        }
    }
    assert_eq!(unreadable, [], "{pages} pages");
}

#[test]
fn two_on_one_day_are_both_kept_and_a_log_goes_with_its_file() {
    let folder = full();
    let copy = Folder::new();
    let open = folder.open();
    save(&open, &priya(9_000, None));
    for end in ["", "-wal"] {
        fs::copy(format!("{}{end}", folder.file().display()), format!("{}{end}", copy.file().display())).unwrap();
    }
    drop(open);
    let copy = Folder(copy.0, folder.1.clone());
    assert_eq!(salvage(&copy).unwrap().contacts, PEOPLE + 1, "what was in the log only is saved too");
    assert_eq!(salvage(&copy).unwrap().contacts, PEOPLE + 1);
    let aside = "justmet.db.damaged-2026-11-24";
    assert_eq!(copy.names(), ["justmet.db", aside, &format!("{aside}-2"), &format!("{aside}-wal")]);
}

#[test]
fn what_cannot_be_salvaged_lies_where_it_did() {
    let folder = Folder::plain();
    assert_eq!(salvage(&folder), Err(StoreError::NotFound));
    let notes = "my notes\n".repeat(1000);
    fs::write(folder.file(), &notes).unwrap();
    assert_eq!(salvage(&folder), Err(StoreError::Damaged), "another program's file");
    assert_eq!((folder.names(), fs::read_to_string(folder.file()).unwrap()), (vec!["justmet.db".to_owned()], notes));
    fs::remove_file(folder.file()).unwrap();
    fill(&folder.open());
    folder.raw().pragma_update(None, "user_version", 999).unwrap();
    let before = fs::read(folder.file()).unwrap();
    assert_eq!(salvage(&folder), Err(StoreError::NewerDatabase { found: 999, known: known_schema() }));
    assert_eq!((folder.names(), fs::read(folder.file()).unwrap()), (vec!["justmet.db".to_owned()], before));
}

#[test]
fn a_salvage_that_was_cut_short_after_setting_the_log_aside_is_taken_up_again() {
    let folder = full();
    // As a killed process leaves it: the latest is in the log alone.
    let store = folder.open();
    save(&store, &priya(500, None));
    let (log, database) = (folder.0.path().join("justmet.db-wal"), fs::read(folder.file()).unwrap());
    let log_bytes = fs::read(&log).unwrap();
    drop(store);
    fs::write(folder.file(), &database).unwrap();
    let aside = folder.0.path().join("justmet.db.damaged-2026-11-20");
    fs::copy(folder.file(), &aside).unwrap();
    fs::write(folder.0.path().join("justmet.db.damaged-2026-11-20-wal"), &log_bytes).unwrap();
    // An earlier one, of another day, is left alone.
    let other = folder.0.path().join("justmet.db.damaged-2025-01-01");
    fs::write(&other, "another").unwrap();

    assert_eq!(salvage(&folder).unwrap().contacts, PEOPLE + 1);
    assert_eq!(kept(&folder).0 as u64, PEOPLE + 1);
    let again = ["justmet.db", "justmet.db.damaged-2025-01-01", "justmet.db.damaged-2026-11-24"];
    assert_eq!(folder.names(), [again.as_slice(), &["justmet.db.damaged-2026-11-24-wal"]].concat());
}

/// What is left where a salvage is cut after the log has its other name: the database without it, under two names.
fn cut_short() -> Folder {
    let folder = full();
    let store = folder.open();
    save(&store, &priya(500, None));
    let log = folder.0.path().join("justmet.db-wal");
    let (database, log_bytes) = (fs::read(folder.file()).unwrap(), fs::read(&log).unwrap());
    drop(store);
    fs::write(folder.file(), &database).unwrap();
    let aside = folder.0.path().join("justmet.db.damaged-2026-11-24");
    fs::hard_link(folder.file(), &aside).unwrap();
    fs::write(folder.0.path().join("justmet.db.damaged-2026-11-24-wal"), &log_bytes).unwrap();
    for (name, content) in
        [("justmet.db.salvaged", "half"), ("justmet.db.salvaging", "half"), ("justmet.db.salvage", "")]
    {
        fs::write(folder.0.path().join(name), content).unwrap();
    }
    folder
}

#[test]
fn a_salvage_that_was_cut_short_is_taken_back_by_the_next_start() {
    let folder = cut_short();
    assert_eq!(kept(&folder).0 as u64, PEOPLE + 1, "the latest is in the log alone");
    assert_eq!(folder.names(), ["justmet.db"], "no copy of anybody is left");
    // What was set aside in earlier times stays.
    let folder = cut_short();
    fs::write(folder.0.path().join("justmet.db.damaged-2025-01-01"), "another").unwrap();
    drop(folder.open());
    assert_eq!(folder.names(), ["justmet.db", "justmet.db.damaged-2025-01-01"]);
}

#[test]
fn nobody_opens_the_file_or_salvages_it_while_somebody_salvages_it() {
    let folder = full();
    // As the one who salvages holds it: the lock is that of an open file, whichever process has it.
    let alone = fs::File::create(folder.0.path().join("justmet.db.salvage")).unwrap();
    alone.lock().unwrap();
    let options = Options { key: folder.1.clone(), busy_wait: Duration::from_millis(100) };
    let open = || Store::open_with(&folder.file(), NOW, &mut Ids(0xD000_0000), &options).map(drop);
    assert_eq!(open(), Err(StoreError::Busy));
    let salvaged = Store::salvage(&folder.file(), NOW, &mut Ids(0xD000_0000), &options);
    assert_eq!(salvaged, Err(StoreError::Busy));
    // It is killed.
    drop(alone);
    open().unwrap();
    assert_eq!(folder.names(), ["justmet.db"]);
}

#[test]
fn nobody_is_called_saved_who_is_not_in_what_was_salvaged() {
    for round in 0..6_u64 {
        let folder = Folder::new();
        let store = folder.open();
        save(&store, &someone(1, "Ann"));
        let (began, begins) = std::sync::mpsc::channel();
        let saved = thread::spawn(move || {
            for number in 2.. {
                let met = someone(number, "Bo");
                match store.write(NOW, |writer| writer.insert(&met)) {
                    // Nobody saves without a breath between two: SQLite would let nobody else in.
                    Ok(()) => {
                        began.send(()).unwrap_or_default();
                        thread::sleep(Duration::from_millis(5));
                    }
                    Err(error) => return (number, error),
                }
            }
            unreachable!("it ends with an error")
        });
        (0..=round * 3).for_each(|_| begins.recv().unwrap());
        let salvaged = salvage(&folder).unwrap();
        let (not_saved, error) = saved.join().unwrap();
        assert!(matches!(error, StoreError::Gone | StoreError::Busy), "{error}");
        assert_eq!(u128::from(salvaged.contacts), not_saved - 1, "round {round}");
        assert_eq!(folder.open().read(|reader| reader.contact_count()), Ok(salvaged.contacts));
    }
}
