//! A database of every version that was ever released opens, and is then as one that was made today.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;
use std::path::PathBuf;

use common::*;
use justmet_store::StoreError;
use rusqlite::Connection;

/// The frozen databases, each with its version.
fn frozen() -> Vec<(u32, PathBuf)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/databases");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<(u32, PathBuf)> =
        paths.filter_map(|path| Some((path.file_name()?.to_str()?.strip_suffix(".db")?.parse().ok()?, path))).collect();
    found.sort();
    found
}

fn thawed(path: &PathBuf) -> Folder {
    let folder = Folder::plain();
    fs::copy(path, folder.file()).unwrap();
    folder
}

/// Tables, indexes and triggers as they are written in the file, comments and white space aside.
fn schema(conn: &Connection) -> Vec<String> {
    let mut statement =
        conn.prepare("SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_master").unwrap();
    let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let plain = |sql: String| {
        let code = sql.lines().filter_map(|line| line.split("--").next()).flat_map(str::split_whitespace);
        code.collect::<Vec<_>>().join(" ")
    };
    let mut schema: Vec<String> = rows.map(|sql| plain(sql.unwrap())).collect();
    schema.sort();
    schema
}

/// Columns may stand in another order where a later version added them.
fn columns(conn: &Connection) -> Vec<String> {
    let sql =
        "SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || coalesce(c.dflt_value, '')
               FROM pragma_table_list t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1";
    let mut statement = conn.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn every_version_up_to_this_one_is_frozen() {
    let versions: Vec<u32> = frozen().into_iter().map(|(version, _)| version).collect();
    assert_eq!(
        versions,
        (1..=known_schema()).collect::<Vec<_>>(),
        "run: cargo test -p justmet-store --test migrations freeze -- --ignored"
    );
    for (version, path) in frozen() {
        let raw = Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let stored: u32 = raw.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        assert_eq!(stored, version);
    }
}

/// A dump without what that version never wrote down: before 4, the ledger did not say the moment.
fn as_known_to(version: u32, dump: &str) -> String {
    let line = |line: &str| {
        let mut values: Vec<&str> = line.split(", ").collect();
        if let (true, Some(due)) = (version < 4 && line.starts_with("ledger: "), values.get_mut(3)) {
            *due = "?";
        }
        values.join(", ")
    };
    dump.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_old_database_becomes_what_a_new_one_is() {
    let new = Folder::plain();
    let store = new.open();
    fill(&store);
    let (dumped, schemas, all_columns) = (dump(&new.raw()), schema(&new.raw()), columns(&new.raw()));
    for (version, path) in frozen() {
        let folder = thawed(&path);
        let store = folder.open();
        let upgraded = folder.raw();
        assert_eq!(schema(&upgraded), schemas, "version {version}");
        assert_eq!(columns(&upgraded), all_columns, "version {version}");
        assert_eq!(as_known_to(version, &dump(&upgraded)), as_known_to(version, &dumped), "version {version}");
        assert!(store.check().unwrap().is_whole(), "version {version}");
        save(&store, &someone(9, "Ann"));
        assert_eq!(store.read(|reader| reader.contact_count()), Ok(5));
    }
}

#[test]
fn a_copy_from_before_an_upgrade_is_kept_until_the_next_start() {
    for (version, path) in frozen() {
        let folder = thawed(&path);
        let before = dump(&folder.raw());
        let copy = folder.0.path().join("justmet.db.before-upgrade");
        drop(folder.open());
        assert_eq!(copy.exists(), version < known_schema(), "version {version}");
        if copy.exists() {
            let kept = Connection::open(&copy).unwrap();
            assert_eq!(dump(&kept), before);
            drop(kept);
            // It holds whoever is forgotten, so it goes with them.
            let store = folder.open();
            assert!(!copy.exists(), "the next start");
            fs::write(&copy, "again").unwrap();
            store.write(NOW, |writer| writer.erase_contact(contact_id(1), NOW)).unwrap();
            assert!(!copy.exists(), "somebody was forgotten");
        }
    }
}

#[test]
fn going_back_to_an_earlier_program_is_refused() {
    let folder = Folder::plain();
    fill(&folder.open());
    folder.raw().pragma_update(None, "user_version", known_schema() + 1).unwrap();
    let refused = folder.try_open().unwrap_err();
    assert_eq!(refused, StoreError::NewerDatabase { found: known_schema() + 1, known: known_schema() });
    assert!(refused.to_string().contains("newer version"));
}

/// Writes the frozen database of the present version, where there is none yet: once a schema is released, its file never
/// changes again.
#[test]
#[ignore = "run by hand when a migration was added"]
fn freeze() {
    let folder = Folder::plain();
    let store = folder.open();
    fill(&store);
    let file = format!("{}/../../tests/databases/{:04}.db", env!("CARGO_MANIFEST_DIR"), known_schema());
    assert!(!std::path::Path::new(&file).exists(), "{file} is frozen already");
    drop(store);
    // As small as it gets.
    let raw = folder.raw();
    raw.execute("VACUUM INTO ?1", [&file]).unwrap();
}
