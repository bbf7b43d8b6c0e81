//! Files that are not as they should be: each gets its own error and is left as it was found.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;
use std::path::Path;
use std::time::Duration;

use common::*;
use justmet_store::{Options, Store, StoreError};
use rusqlite::Connection;

/// The error of opening that path, which changes neither the file nor its folder.
fn refused(folder: &Folder, path: &Path) -> StoreError {
    let (names, before) = (folder.names(), fs::read(path).ok());
    let options = Options { busy_wait: Duration::from_millis(200), key: None };
    let error = Store::open_with(path, NOW, &mut Ids(0), &options).unwrap_err();
    assert_eq!(folder.names(), names, "the folder changed");
    assert_eq!(fs::read(path).ok(), before, "the file changed");
    error
}

/// A folder with a database of one contact, closed.
fn saved() -> Folder {
    let folder = Folder::plain();
    save(&folder.open(), &priya(1, None));
    assert_eq!(folder.names(), ["justmet.db"], "closing folds the log into the file");
    folder
}

#[test]
fn a_newer_database_is_not_touched() {
    let folder = saved();
    folder.raw().pragma_update(None, "user_version", 999).unwrap();
    assert_eq!(folder.names(), ["justmet.db"]);
    assert_eq!(refused(&folder, &folder.file()), StoreError::NewerDatabase { found: 999, known: known_schema() });
}

#[test]
fn a_newer_database_is_known_even_where_only_its_log_says_so() {
    let folder = saved();
    let copy = Folder::plain();
    let newer = folder.raw();
    newer.pragma_update(None, "user_version", 999).unwrap();
    for name in ["justmet.db", "justmet.db-wal"] {
        fs::copy(folder.0.path().join(name), copy.0.path().join(name)).unwrap();
    }
    let (file, log) = (copy.file(), copy.0.path().join("justmet.db-wal"));
    let before = (fs::read(&file).unwrap(), fs::read(&log).unwrap());
    assert_eq!(copy.try_open().unwrap_err(), StoreError::NewerDatabase { found: 999, known: known_schema() });
    assert_eq!((fs::read(&file).unwrap(), fs::read(&log).unwrap()), before);
}

#[test]
fn a_folder_is_no_database() {
    let folder = Folder::plain();
    assert_eq!(refused(&folder, folder.0.path()), StoreError::IsDirectory);
}

#[test]
fn a_missing_folder_is_not_created() {
    let folder = Folder::plain();
    assert_eq!(refused(&folder, &folder.0.path().join("no/where/justmet.db")), StoreError::NoFolder);
    fs::write(folder.0.path().join("file"), "x").unwrap();
    assert_eq!(refused(&folder, &folder.0.path().join("file/justmet.db")), StoreError::NoFolder);
    assert_eq!(refused(&folder, Path::new("")), StoreError::NoFolder);
}

#[test]
fn a_text_file_is_not_ours() {
    let folder = Folder::plain();
    for text in ["hello", "SQLite format 3", &"a long line of text\n".repeat(1000)] {
        fs::write(folder.file(), text).unwrap();
        assert_eq!(refused(&folder, &folder.file()), StoreError::NotJustMet, "{text}");
    }
}

#[test]
fn another_programs_database_is_not_ours() {
    let folder = Folder::plain();
    folder.raw().execute_batch("CREATE TABLE note (text TEXT)").unwrap();
    assert_eq!(refused(&folder, &folder.file()), StoreError::NotJustMet, "neither number set");
    folder.raw().pragma_update(None, "user_version", 1).unwrap();
    assert_eq!(refused(&folder, &folder.file()), StoreError::NotJustMet, "a version of its own");
    folder.raw().pragma_update(None, "application_id", 5).unwrap();
    assert_eq!(refused(&folder, &folder.file()), StoreError::NotJustMet, "an id of its own");
    folder.raw().pragma_update(None, "journal_mode", "WAL").unwrap();
    assert_eq!(refused(&folder, &folder.file()), StoreError::NotJustMet, "with a log");
}

#[test]
fn a_database_that_was_cut_short_is_damaged() {
    let folder = saved();
    let whole = fs::read(folder.file()).unwrap();
    for bytes in [16, 99, 100, 4096, whole.len() / 2, whole.len() - 1] {
        fs::write(folder.file(), &whole[..bytes]).unwrap();
        assert_eq!(refused(&folder, &folder.file()), StoreError::Damaged, "{bytes} bytes");
    }
}

#[test]
fn a_log_without_its_database_is_damage_and_is_kept() {
    let folder = saved();
    fs::write(folder.file(), "").unwrap();
    let log = folder.0.path().join("justmet.db-wal");
    fs::write(&log, [7; 5000]).unwrap();
    assert_eq!(refused(&folder, &folder.file()), StoreError::Damaged);
    assert_eq!(fs::read(log).unwrap(), [7; 5000]);
}

#[test]
fn broken_pages_are_damage_and_the_file_stays() {
    let folder = saved();
    let whole = fs::read(folder.file()).unwrap();
    // The schema itself, then everything after it.
    let mut broken = whole.clone();
    broken[100..4096].fill(0xAB);
    fs::write(folder.file(), &broken).unwrap();
    assert_eq!(refused(&folder, &folder.file()), StoreError::Damaged);

    broken = whole;
    broken[4096..].fill(0xAB);
    fs::write(folder.file(), &broken).unwrap();
    let error = folder.try_open().and_then(|store| store.read(|reader| reader.profile(contact_id(1)))).unwrap_err();
    assert_eq!(error, StoreError::Damaged);
    let error = folder.try_open().and_then(|store| store.write(NOW, |it| it.insert(&someone(2, "x")))).unwrap_err();
    assert_eq!(error, StoreError::Damaged);
    assert_eq!(fs::read(folder.file()).unwrap(), broken);
}

#[test]
fn a_value_that_the_schema_would_not_let_in_is_damage() {
    let folder = saved();
    let raw = folder.raw();
    raw.execute_batch("PRAGMA ignore_check_constraints = ON; UPDATE promise SET promised_by = 'nobody'").unwrap();
    drop(raw);
    assert_eq!(folder.open().read(|reader| reader.profile(contact_id(1))), Err(StoreError::Damaged));
}

#[test]
fn a_locked_database_is_busy_after_the_wait_and_can_still_be_read() {
    let folder = saved();
    let options = Options { busy_wait: Duration::from_millis(100), key: None };
    let other = folder.raw();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let store = Store::open_with(&folder.file(), NOW, &mut Ids(0), &options).unwrap();
    assert_eq!(store.write(NOW, |writer| writer.insert(&someone(2, "x"))), Err(StoreError::Busy));
    assert_eq!(store.read(|reader| reader.contact_count()), Ok(1));
    other.execute_batch("COMMIT").unwrap();
    assert_eq!(store.write(NOW, |writer| writer.insert(&someone(2, "x"))), Ok(()));
}

#[test]
fn a_database_locked_for_one_program_alone_is_busy() {
    let folder = saved();
    let other = folder.raw();
    other.execute_batch("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE").unwrap();
    assert_eq!(refused(&folder, &folder.file()), StoreError::Busy);

    let began = std::time::Instant::now();
    let options = Options { busy_wait: Duration::from_secs(1), key: None };
    let refused = Store::open_with(&folder.file(), NOW, &mut Ids(1), &options).unwrap_err();
    assert_eq!(refused, StoreError::Busy);
    // Far above what is waited for; waiting anew in each attempt comes to many times this.
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
}

#[test]
fn an_empty_file_is_a_database_that_was_just_begun() {
    let folder = Folder::plain();
    fs::write(folder.file(), "").unwrap();
    save(&folder.open(), &someone(1, "Ann"));
    assert_eq!(folder.open().read(|reader| reader.contact_count()), Ok(1));
    // The same, one step further: the file has its first page and no schema.
    let folder = Folder::plain();
    folder.raw().pragma_update(None, "journal_mode", "WAL").unwrap();
    assert_eq!(folder.open().read(|reader| reader.contact_count()), Ok(0));
}

#[test]
fn names_that_mean_something_to_sqlite_are_only_names() {
    let folder = Folder::plain();
    for name in ["file:x?mode=memory", ":memory:", "50% #1 ünï.db"] {
        let path = folder.0.path().join(name);
        drop(Store::open(&path, NOW, &mut Ids(0)).unwrap());
        assert!(path.is_file(), "{name}");
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    #[test]
    fn nobody_else_may_read_the_file_or_its_log() {
        let folder = Folder::plain();
        let store = folder.open();
        save(&store, &someone(1, "Ann"));
        assert_eq!(folder.names(), ["justmet.db", "justmet.db-shm", "justmet.db-wal"]);
        for name in folder.names() {
            let mode = fs::metadata(folder.0.path().join(&name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    }

    const FOLDER: &str = "JUSTMET_TEST_FOLDER";

    /// Runs one of the tests below as somebody whom permissions hold back: the superuser is not.
    fn as_somebody(test: &str, folder: &Folder) {
        let mut this = Command::new(std::env::current_exe().unwrap());
        this.args(["--exact", test, "--ignored", "--nocapture"]).env(FOLDER, folder.0.path());
        if fs::metadata(folder.0.path()).map(|meta| std::os::unix::fs::MetadataExt::uid(&meta)).unwrap() == 0 {
            this.uid(65_534).gid(65_534);
        }
        let output = this.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && said.contains("1 passed"),
            "{said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    #[test]
    fn a_name_without_a_folder_is_only_a_name() {
        let folder = Folder::plain();
        let mut this = Command::new(std::env::current_exe().unwrap());
        this.args(["--exact", "unix::opens_odd_names", "--ignored"]).current_dir(folder.0.path());
        let output = this.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        assert_eq!(folder.names(), [":memory:", "file:x?mode=memory", "plain.db"]);
    }

    #[test]
    #[ignore = "run by the test above in a folder of its own"]
    fn opens_odd_names() {
        for name in [":memory:", "file:x?mode=memory", "plain.db"] {
            save(&Store::open(Path::new(name), NOW, &mut Ids(0)).unwrap(), &someone(1, "x"));
        }
    }

    fn allow(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    fn given() -> std::path::PathBuf {
        std::env::var_os(FOLDER).map(|folder| Path::new(&folder).join("justmet.db")).unwrap()
    }

    #[test]
    fn a_read_only_file_can_be_read_and_write_says_so() {
        for folder_mode in [0o777, 0o555] {
            let folder = saved();
            allow(&folder.file(), 0o444);
            allow(folder.0.path(), folder_mode);
            let before = fs::read(folder.file()).unwrap();
            as_somebody("unix::reads_and_cannot_write", &folder);
            assert_eq!((folder.names(), fs::read(folder.file()).unwrap()), (vec!["justmet.db".to_owned()], before));
        }
    }

    #[test]
    fn a_file_in_a_folder_that_takes_no_log_can_be_read_and_write_says_so() {
        let folder = saved();
        allow(&folder.file(), 0o666);
        allow(folder.0.path(), 0o555);
        as_somebody("unix::reads_and_cannot_write", &folder);
    }

    #[test]
    #[ignore = "run by the tests above as another user"]
    fn reads_and_cannot_write() {
        let store = Store::open(&given(), NOW, &mut Ids(0)).unwrap();
        let profile = store.read(|reader| reader.profile(contact_id(1))).unwrap().unwrap();
        assert_eq!(profile.contact.name, "Priya Ráo");
        assert_eq!(store.write(NOW, |writer| writer.insert(&someone(2, "x"))), Err(StoreError::ReadOnly));
    }

    #[test]
    fn a_folder_that_takes_no_file_is_none() {
        let folder = Folder::plain();
        allow(folder.0.path(), 0o555);
        as_somebody("unix::finds_no_folder", &folder);
    }

    #[test]
    #[ignore = "run by the test above as another user"]
    fn finds_no_folder() {
        assert_eq!(Store::open(&given(), NOW, &mut Ids(0)).unwrap_err(), StoreError::NoFolder);
    }

    #[test]
    fn an_unreadable_file_is_told_from_a_bad_one() {
        let folder = saved();
        allow(&folder.file(), 0o000);
        allow(folder.0.path(), 0o777);
        as_somebody("unix::may_not_read", &folder);
    }

    #[test]
    #[ignore = "run by the test above as another user"]
    fn may_not_read() {
        assert!(matches!(Store::open(&given(), NOW, &mut Ids(0)), Err(StoreError::Io(_))));
    }

    #[test]
    fn a_device_is_no_database() {
        assert_eq!(Store::open(Path::new("/dev/null"), NOW, &mut Ids(0)).unwrap_err(), StoreError::NotJustMet);
    }
}

#[test]
fn errors_hold_no_path_and_no_contact() {
    let folder = saved();
    let store = folder.open();
    let again = store.write(NOW, |writer| writer.insert(&priya(1, None))).unwrap_err();
    assert_eq!(again, StoreError::Conflict);
    drop(store);
    fs::write(folder.file(), "text").unwrap();
    for error in [again, folder.try_open().unwrap_err(), Store::open(folder.0.path(), NOW, &mut Ids(0)).unwrap_err()] {
        let said = format!("{error} {error:?}");
        assert!(!said.contains("justmet.db") && !said.contains("Priya") && !said.contains('/'), "{said}");
    }
}

#[test]
fn the_pragmas_are_in_force() {
    let folder = saved();
    let raw = Connection::open(folder.file()).unwrap();
    let number = |name: &str| raw.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!((number("user_version"), number("application_id")), (i64::from(known_schema()), 0x4A4D_6574));
    let mode: String = raw.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
}
