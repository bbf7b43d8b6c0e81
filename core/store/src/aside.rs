//! What stands beside a damaged database while it is salvaged and after: who salvages, the damaged file under its other
//! name, and the way back where that was cut short.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use chrono::DateTime;
use justmet_domain::time::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::backup::{beside, sync_folder, write_new};
use crate::key::{self, Lock};
use crate::open::RETRY;
use crate::{StoreError, kept, place, preflight, raw};

/// The copy that is read, so that reading cannot harm the file itself.
pub(crate) const WORK: &str = ".salvaging";
/// Beside it, a new database whose list of tables it is given.
pub(crate) const NEW: &str = ".new";
/// The new database until it takes its place.
pub(crate) const DRAFT: &str = ".salvaged";
/// Locked by whoever salvages.
const ALONE: &str = ".salvage";

/// While it is held, no other process salvages the file or opens it anew. It ends with the process, whichever way that ends.
#[derive(Debug)]
pub(crate) struct Alone {
    name: PathBuf,
    _locked: File,
}

impl Alone {
    /// # Errors
    /// [`StoreError::Busy`] where another process has it for longer than that.
    pub(crate) fn with(database: &Path, busy_wait: Duration) -> Result<Self, StoreError> {
        let name = beside(database, ALONE);
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let began = Instant::now();
        loop {
            let file = options.open(&name)?;
            match file.try_lock() {
                // Whoever had it before may have taken its name away.
                Ok(()) if place::leads_to(&name, &file) => return Ok(Self { name, _locked: file }),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) if began.elapsed() < busy_wait => sleep(RETRY),
                Err(TryLockError::WouldBlock) => return Err(StoreError::Busy),
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
    }
}

impl Drop for Alone {
    fn drop(&mut self) {
        // Still locked: who waits for it sees that the name is another's then.
        let _gone_or_not = fs::remove_file(&self.name);
    }
}

/// Keeps whoever has the damaged file open from saving into it, as far as SQLite can read it; where it cannot, nobody can.
/// Nothing of the file or its log is changed by that.
#[derive(Debug)]
pub(crate) struct Held {
    conn: Option<Connection>,
    /// What SQLite makes beside it to look at it.
    made: Vec<PathBuf>,
}

impl Held {
    /// # Errors
    /// [`StoreError::Busy`] where somebody writes to it for longer than that.
    pub(crate) fn of(path: &Path, key: &Lock, busy_wait: Duration) -> Result<Self, StoreError> {
        let made = ["-wal", "-shm"].map(|end| beside(path, end)).into_iter().filter(|name| !name.exists()).collect();
        let mut held = Self { conn: None, made };
        // Whoever opens it would put back what a journal holds, and the file is to stay as it is.
        if !preflight::has_journal(path) {
            match begin(path, key, busy_wait) {
                Ok(conn) => held.conn = Some(conn),
                Err(StoreError::Busy) => return Err(StoreError::Busy),
                Err(_) => {}
            }
        }
        Ok(held)
    }
}

fn begin(path: &Path, key: &Lock, busy_wait: Duration) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    key::unlock(&conn, key)?;
    conn.busy_timeout(busy_wait)?;
    conn.execute_batch("BEGIN IMMEDIATE")?;
    Ok(conn)
}

impl Drop for Held {
    fn drop(&mut self) {
        drop(self.conn.take());
        for name in &self.made {
            if is_empty(name) || name.as_os_str().as_encoded_bytes().ends_with(b"-shm") {
                let _gone_or_not = fs::remove_file(name);
            }
        }
    }
}

fn is_empty(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|meta| meta.len() == 0)
}

/// Moves the damaged file, with its log or journal, to a name with the date. Until the new one takes over, the name still
/// leads to it.
pub(crate) fn set_aside(path: &Path, now: Timestamp) -> Result<PathBuf, StoreError> {
    let day = DateTime::from_timestamp_millis(now.ms()).unwrap_or_default().date_naive().to_string();
    let free = |number: u32| {
        let end = if number == 1 { format!(".damaged-{day}") } else { format!(".damaged-{day}-{number}") };
        Some(beside(path, &end)).filter(|path| !path.exists())
    };
    let aside = (1..10_000).find_map(free).ok_or(StoreError::Taken)?;
    // Where the other name is, so is the new database, by which the next start knows that this was cut short.
    sync_folder(path)?;
    if fs::hard_link(path, &aside).is_err() {
        copy_file(path, &aside)?;
    }
    // The next salvage finds the log by the name of its file: that name is on disk first.
    sync_folder(path)?;
    for end in ["-wal", "-journal"] {
        let log = beside(path, end);
        // An empty one was made by whoever looked.
        let moved = if is_empty(&log) { fs::remove_file(&log) } else { fs::rename(&log, beside(&aside, end)) };
        match moved {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    let _gone_or_not = fs::remove_file(beside(path, "-shm"));
    sync_folder(path)?;
    Ok(aside)
}

/// Takes back what a salvage did that was cut short before the new database had the name: the file is as it was, with its
/// log, and no copy of it is left beside it. To be called by every start, which then finds what there was to be found; and
/// where it is damaged says so again.
///
/// # Errors
/// [`StoreError::Busy`] where it was not cut short but goes on; why it could not be taken back.
pub(crate) fn take_back(path: &Path, busy_wait: Duration) -> Result<(), StoreError> {
    let work = beside(path, WORK);
    // The new database, whole or not, goes last: as long as it is there, the next start looks again.
    let copies = [beside(&work, NEW), work, beside(path, DRAFT)];
    let is_there = |copy: &PathBuf| kept::names(copy).iter().any(|name| name.exists());
    if !copies.iter().any(is_there) && !beside(path, ALONE).exists() {
        return Ok(());
    }
    let _alone = Alone::with(path, busy_wait)?;
    put_back(path)?;
    copies.iter().try_for_each(|copy| kept::remove_copy(copy))
}

/// Where an earlier salvage was cut short between setting the damaged file aside and replacing it, its log lies at the other
/// name alone: it is brought back, as a part of what was saved is in it.
pub(crate) fn put_back(path: &Path) -> Result<(), StoreError> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|name| name.to_str())) else {
        return Ok(());
    };
    let begins = format!("{name}.damaged-");
    for entry in fs::read_dir(folder).map_err(|_| StoreError::NoFolder)? {
        let aside = entry?.path();
        let is_aside = aside
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(&begins) && !name.ends_with("-wal") && !name.ends_with("-journal"));
        if !is_aside || !is_same(path, &aside)? {
            continue;
        }
        for end in ["-wal", "-journal"] {
            if !beside(path, end).exists() && beside(&aside, end).exists() {
                fs::rename(beside(&aside, end), beside(path, end))?;
            }
        }
        sync_folder(path)?;
        fs::remove_file(&aside)?;
        sync_folder(path)?;
    }
    Ok(())
}

/// Whether two files hold the same.
fn is_same(one: &Path, other: &Path) -> Result<bool, StoreError> {
    let bytes = |path: &Path| fs::metadata(path).map(|meta| meta.len()).ok();
    if cfg!(unix) && place::identity(one).is_some() && place::identity(one) == place::identity(other) {
        return Ok(true);
    }
    Ok(bytes(one).is_some() && bytes(one) == bytes(other) && raw::read(one)? == raw::read(other)?)
}

pub(crate) fn copy_file(from: &Path, to: &Path) -> Result<(), StoreError> {
    match raw::read(from) {
        Ok(bytes) => write_new(to, &bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(StoreError::NotFound),
        Err(error) => Err(error.into()),
    }
}
