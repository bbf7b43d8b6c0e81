//! From a plain database to an encrypted one, back, and from one key to another.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;
#[cfg(feature = "encryption")]
use rusqlite::OpenFlags;

use crate::backup::{beside, sync_folder};
use crate::key::{self, Key, Lock};
use crate::preflight::{self, Found};
#[cfg(feature = "encryption")]
use crate::{Reader, check};
use crate::{Store, StoreError, open};

/// What stands beside the database while it is written anew.
pub(crate) const CONVERTING: &str = ".converting";

impl Store {
    /// Writes the database at `path` anew under another key, or under none, and puts it in the place of the old one: a
    /// copy is made, read again and compared, and then takes over the name in one step. After a cut the file is the one or
    /// the other, whole. Nobody may have it open; what was in the old file is overwritten.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is no file; [`StoreError::Busy`] where somebody has it open;
    /// [`StoreError::NotEncrypted`], [`StoreError::WrongKey`], [`StoreError::NoEncryption`] for the keys; else why it could
    /// not be read or written. Then the file is as it was.
    pub fn change_key(path: &Path, from: Option<Key>, to: Option<Key>, busy_wait: Duration) -> Result<(), StoreError> {
        let (from, to): (Lock, Lock) = (from.map(Arc::new), to.map(Arc::new));
        key::supported(&from)?;
        key::supported(&to)?;
        let path = std::path::absolute(path).map_err(|_| StoreError::NoFolder)?;
        if preflight::look(&path, &from)? == Found::Nothing {
            return Err(StoreError::NotFound);
        }
        if from == to {
            return Ok(());
        }
        let draft = beside(&path, CONVERTING);
        let replaced = replace(&path, &draft, &from, &to, busy_wait);
        if replaced.is_err() {
            open::remove_copy(&draft)?;
        }
        overwrite(replaced?)
    }
}

/// Gives the old file, which has no name any more.
fn replace(path: &Path, draft: &Path, from: &Lock, to: &Lock, busy_wait: Duration) -> Result<File, StoreError> {
    let held = write_anew(path, draft, from, to, busy_wait)?;
    let old = OpenOptions::new().write(true).open(path)?;
    // Nobody writes to the old one until the new one has its name. Windows takes no name from a file that is open.
    #[cfg(not(unix))]
    drop(held);
    fs::rename(draft, path)?;
    sync_folder(path)?;
    #[cfg(unix)]
    drop(held);
    Ok(old)
}

/// Gives the connection that keeps everybody else from the old file.
#[cfg(feature = "encryption")]
fn write_anew(
    path: &Path,
    draft: &Path,
    from: &Lock,
    to: &Lock,
    busy_wait: Duration,
) -> Result<Connection, StoreError> {
    open::remove_copy(draft)?;
    open::create(draft)?;
    let conn = connect(path, from)?;
    conn.busy_timeout(busy_wait)?;
    conn.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(())).map_err(|error| match error.into() {
        StoreError::NotJustMet | StoreError::Damaged if from.is_some() => {
            key::wrong_key_or_damaged(&conn, path.metadata().map_or(0, |meta| meta.len()))
        }
        other => other,
    })?;
    // Without a log: that folds it into the file, and can only be done where nobody else has the file open.
    let _mode: String = conn.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    // The lock of this transaction, which writes nothing, stays.
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT")?;
    let mode: String = conn.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    if mode != "delete" {
        return Err(StoreError::Busy);
    }
    // A journal that is of no use any more may still hold pages of the old file.
    open::remove_file(&beside(path, "-journal"))?;
    key::attach(&conn, draft, "anew", to)?;
    key::export(&conn, "anew")?;
    conn.execute_batch("DETACH DATABASE anew")?;
    let anew = connect(draft, to)?;
    let same = Reader::new(&anew).export()? == Reader::new(&conn).export()?;
    if !same || !check::faults(&anew)?.is_empty() {
        return Err(StoreError::Damaged);
    }
    drop(anew);
    File::open(draft)?.sync_all()?;
    Ok(conn)
}

#[cfg(not(feature = "encryption"))]
fn write_anew(
    _path: &Path,
    _draft: &Path,
    _from: &Lock,
    _to: &Lock,
    _busy_wait: Duration,
) -> Result<Connection, StoreError> {
    Err(StoreError::NoEncryption)
}

#[cfg(feature = "encryption")]
fn connect(path: &Path, key: &Lock) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    key::unlock(&conn, key)?;
    conn.execute_batch("PRAGMA temp_store = MEMORY")?;
    Ok(conn)
}

/// What was in the old file, as far as the disk overwrites in place.
fn overwrite(mut file: File) -> Result<(), StoreError> {
    let zeros = [0_u8; 64 * 1024];
    let mut left = file.metadata()?.len();
    while left > 0 {
        let piece = usize::try_from(left).unwrap_or(usize::MAX).min(zeros.len());
        file.write_all(zeros.get(..piece).unwrap_or_default())?;
        left -= piece as u64;
    }
    file.sync_all()?;
    Ok(())
}
