//! Opening: the file is looked at first, then a connection is set up.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf, absolute};
use std::thread::sleep;
use std::time::{Duration, Instant};

use justmet_domain::id::IdSource;
use justmet_domain::time::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::aside::take_back;
use crate::backup::beside;
use crate::derive::bring_up_to_date;
use crate::kept::{BEFORE_UPGRADE, copy_to, remove_old_copies};
use crate::key::{self, Lock};
use crate::migrate::{KNOWN, migrate, version};
use crate::preflight::{Found, has_log, judge, look, look_past_the_journal};
use crate::raw::{self, InUse};
use crate::{StoreError, place};

/// The connections of an open store.
#[derive(Debug)]
pub(crate) struct Opened {
    /// None where the file can only be read.
    pub(crate) writer: Option<Connection>,
    pub(crate) readers: ReaderSource,
    pub(crate) in_use: InUse,
}

/// Where readers come from.
#[derive(Debug)]
pub(crate) struct ReaderSource {
    path: PathBuf,
    key: Lock,
    /// Nothing writes to the file, and no log may be created beside it: SQLite is told that it does not change.
    immutable: bool,
}

/// How many statements a connection keeps prepared: all there are, with room for some more.
const CACHED_STATEMENTS: usize = 64;

/// The log is cut back to this after it was folded into the file.
const LOG_BYTES: u32 = 1024 * 1024;

/// Who opens a file waits for it no longer than this at once, and then looks anew what lies under the name: a change of key
/// may have replaced it.
pub(crate) const AT_ONCE: Duration = Duration::from_millis(100);

/// Setting up a file that another process sets up too can fail at once, without SQLite waiting: tried again this often.
pub(crate) const RETRY: Duration = Duration::from_millis(20);

pub(crate) fn open(
    path: &Path,
    now: Timestamp,
    ids: &mut dyn IdSource,
    busy_wait: Duration,
    key: &Lock,
) -> Result<Opened, StoreError> {
    key::supported(key)?;
    // Absolute, so that no name is taken for one of SQLite's special ones (`file:…`, `:memory:`).
    let path = absolute(path).map_err(|_| StoreError::NoFolder)?;
    // An attempt waits too: what counts is how long it has been since the first.
    let began = Instant::now();
    loop {
        let left = busy_wait.saturating_sub(began.elapsed());
        match attempt(&path, now, ids, left.min(AT_ONCE), key) {
            Err(StoreError::Busy) if !left.is_zero() => sleep(RETRY.min(left)),
            // A file that is being set up by somebody else at this moment may be read half-written.
            Err(StoreError::NotJustMet | StoreError::Damaged) if !left.is_zero() && is_changing(&path) => {}
            Ok(opened) => {
                // From now on each write waits as long as was said, whatever opening took.
                opened.writer.as_ref().map_or(Ok(()), |writer| writer.busy_timeout(busy_wait))?;
                return Ok(opened);
            }
            Err(error) => return Err(error),
        }
    }
}

/// Whether the file becomes another one within a moment.
fn is_changing(path: &Path) -> bool {
    let look = || std::fs::metadata(path).map(|meta| (meta.len(), meta.modified().ok())).ok();
    let before = look();
    sleep(RETRY);
    look() != before
}

fn attempt(
    path: &Path,
    now: Timestamp,
    ids: &mut dyn IdSource,
    busy_wait: Duration,
    key: &Lock,
) -> Result<Opened, StoreError> {
    take_back(path, busy_wait)?;
    let mut found = look(path, key)?;
    // While SQLite is asked what it is; another one than below where it does not lie there yet.
    let _in_use = InUse::of(path);
    if found == Found::Interrupted {
        put_back(path, busy_wait, key)?;
        found = look_past_the_journal(path, key)?;
    }
    if found == Found::AskSqlite {
        found = ask(path, busy_wait, key)?;
    }
    if found == Found::Nothing {
        create(path)?;
    }
    // Before SQLite has it for as long as the store is open.
    let in_use = InUse::of(path);
    let refusal = if raw::may_write(path)? {
        match writer(path, now, ids, busy_wait, key) {
            Ok(conn) => {
                let readers = ReaderSource { path: path.to_owned(), key: key.clone(), immutable: false };
                return Ok(Opened { writer: Some(conn), readers, in_use });
            }
            // The file may be written to but its folder takes no log.
            Err(error @ (StoreError::ReadOnly | StoreError::Io(_))) => error,
            Err(error) => return Err(error),
        }
    } else {
        StoreError::ReadOnly
    };
    if found != Found::Ours {
        return Err(refusal);
    }
    let readers = ReaderSource { path: path.to_owned(), key: key.clone(), immutable: !has_log(path) };
    let reader = readers.connect(busy_wait)?;
    // A schema that would have to be brought up to date first cannot be read.
    let version: u32 = reader.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version < KNOWN { Err(StoreError::ReadOnly) } else { Ok(Opened { writer: None, readers, in_use }) }
}

/// Lets SQLite put back what a journal holds, as it does at the first look at the schema. What it says about the schema is
/// of no interest: a file that was being created has none.
fn put_back(path: &Path, busy_wait: Duration, key: &Lock) -> Result<(), StoreError> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    key::unlock(&conn, key)?;
    conn.busy_timeout(busy_wait)?;
    match conn.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(())).map_err(StoreError::from) {
        Err(error @ (StoreError::Busy | StoreError::Full | StoreError::ReadOnly)) => Err(error),
        _ => Ok(()),
    }
}

/// Asks SQLite, reading only, where the header alone does not tell.
fn ask(path: &Path, busy_wait: Duration, key: &Lock) -> Result<Found, StoreError> {
    let source = ReaderSource { path: path.to_owned(), key: key.clone(), immutable: !has_log(path) };
    let conn = source.connect(busy_wait)?;
    let tables = conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, u32>(0));
    let tables = match tables.map_err(StoreError::from) {
        // A header on its own tells nothing here: under a wrong key it may read as empty.
        Err(StoreError::NotJustMet | StoreError::Damaged) if key.is_some() => {
            return Err(key::wrong_key_or_damaged(&conn, fs::metadata(path)?.len()));
        }
        tables => tables?,
    };
    let application_id = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    judge(application_id, version)?;
    if application_id != 0 {
        return Ok(Found::Ours);
    }
    // Neither number is set: a file that was being created when the power went, or one of somebody else's.
    if tables == 0 { Ok(Found::Empty) } else { Err(StoreError::NotJustMet) }
}

/// Creates the empty file, for nobody else to read. SQLite gives the log the same permissions.
pub(crate) fn create(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        // Another process was faster.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::StorageFull => Err(StoreError::Full),
        Err(_) => Err(StoreError::NoFolder),
    }
}

fn writer(
    path: &Path,
    now: Timestamp,
    ids: &mut dyn IdSource,
    busy_wait: Duration,
    key: &Lock,
) -> Result<Connection, StoreError> {
    let file = place::identity(path);
    // Who waited for a change of key to end has the file that was replaced: to be opened anew.
    let is_still = || if place::identity(path) == file { Ok(()) } else { Err(StoreError::Busy) };
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    prepare(&conn, busy_wait, key)?;
    // Waits, if somebody must be waited for, before a log is made under the name.
    version(&conn)?;
    is_still()?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    is_still()?;
    // With a log a journal is of no use; one that a cut left without a beginning stays otherwise, and holds old pages.
    remove_file(&beside(path, "-journal"))?;
    // A commit has reached the disk when it returns; the two `fullfsync` say so to Apple's systems as well.
    conn.execute_batch(&format!(
        "PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA secure_delete = ON;
         PRAGMA journal_size_limit = {LOG_BYTES};"
    ))?;
    if version(&conn)? == KNOWN {
        // This start finds everything in order: what was kept in case the last one did not is of no more use.
        remove_old_copies(path, &conn, key)?;
    }
    migrate(&conn, now, ids, || {
        // By a connection of its own: SQLite copies nothing from one that is about to write. Two processes never get here
        // at the same time, and a copy that a cut left half is written anew.
        let before = ReaderSource { path: path.to_owned(), key: key.clone(), immutable: false }.connect(busy_wait)?;
        copy_to(&before, &beside(path, BEFORE_UPGRADE), key)
    })?;
    bring_up_to_date(&conn, now)?;
    Ok(conn)
}

/// What every connection is told.
fn prepare(conn: &Connection, busy_wait: Duration, key: &Lock) -> Result<(), StoreError> {
    key::unlock(conn, key)?;
    conn.busy_timeout(busy_wait)?;
    conn.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    // The schema of a file that somebody else prepared runs nothing, and plain SQL cannot break the file's structure.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Phones have no folder for temporary files, and contact data does not belong in one.
    conn.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;",
    )?;
    Ok(())
}

impl ReaderSource {
    /// A new reader; it can never write.
    pub(crate) fn connect(&self, busy_wait: Duration) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = if self.immutable {
            Connection::open_with_flags(immutable_uri(&self.path), flags | OpenFlags::SQLITE_OPEN_URI)?
        } else {
            Connection::open_with_flags(&self.path, flags)?
        };
        prepare(&conn, busy_wait, &self.key)?;
        conn.execute_batch("PRAGMA query_only = ON;")?;
        Ok(conn)
    }
}

impl ReaderSource {
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) const fn key(&self) -> &Lock {
        &self.key
    }

    /// A connection that may attach others and copy between them; it is used for nothing else.
    #[cfg(feature = "encryption")]
    pub(crate) fn connect_to_copy(&self, busy_wait: Duration) -> Result<Connection, StoreError> {
        let conn = Connection::open_with_flags(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        prepare(&conn, busy_wait, &self.key)?;
        Ok(conn)
    }
}

/// Removes a file that may not be there.
pub(crate) fn remove_file(file: &Path) -> Result<(), StoreError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// The path as a link for SQLite, every byte that could mean something else percent-encoded.
fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    let bytes = path.as_os_str().as_encoded_bytes();
    // `C:\…` becomes `/C:/…`.
    if !bytes.starts_with(b"/") {
        uri.push('/');
    }
    for byte in bytes {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b':' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => uri.push(char::from(*byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

/// Folds the log into the file and cuts it to nothing, so that it holds nothing that was erased. Not done, and said so,
/// while a reader still needs it: nobody waits for this.
pub(crate) fn empty_the_log(conn: &Connection, busy_wait: Duration) -> bool {
    let done = conn
        .busy_timeout(Duration::ZERO)
        .and_then(|()| conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0)))
        .is_ok_and(|busy| !busy);
    done & conn.busy_timeout(busy_wait).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Ids;

    impl IdSource for Ids {
        fn next_uuid(&mut self) -> uuid::Uuid {
            uuid::Uuid::from_u128(1)
        }
    }

    fn opened(folder: &tempfile::TempDir) -> Opened {
        open(&folder.path().join("a b.db"), Timestamp::from_ms(0), &mut Ids, Duration::from_secs(5), &None).unwrap()
    }

    #[test]
    fn the_writer_is_set_up_for_durability_and_forgetting() {
        let folder = tempfile::TempDir::new().unwrap();
        let conn = opened(&folder).writer.unwrap();
        for (name, value) in [
            ("synchronous", 2),
            ("fullfsync", 1),
            ("checkpoint_fullfsync", 1),
            ("foreign_keys", 1),
            ("secure_delete", 1),
            ("temp_store", 2),
            ("busy_timeout", 5000),
            ("trusted_schema", 0),
            ("cell_size_check", 1),
            ("journal_size_limit", 1024 * 1024),
            ("query_only", 0),
        ] {
            let set: i64 = conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap();
            assert_eq!(set, value, "{name}");
        }
        let mode: String = conn.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
    }

    #[test]
    fn a_reader_cannot_write_whichever_way_it_was_opened() {
        let folder = tempfile::TempDir::new().unwrap();
        drop(opened(&folder));
        for immutable in [false, true] {
            let path = folder.path().join("a b.db");
            let reader = ReaderSource { path, key: None, immutable }.connect(Duration::ZERO).unwrap();
            for sql in ["DELETE FROM settings", "CREATE TABLE more (a)", "PRAGMA user_version = 9"] {
                assert_eq!(reader.execute_batch(sql).map_err(StoreError::from), Err(StoreError::ReadOnly), "{sql}");
            }
            let count: i64 = reader.query_row("SELECT count(*) FROM settings", [], |row| row.get(0)).unwrap();
            assert_eq!(count, 3);
        }
    }
}
