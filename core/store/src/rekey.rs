//! From a plain database to an encrypted one, back, and from one key to another.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rusqlite::Connection;
#[cfg(feature = "encryption")]
use rusqlite::OpenFlags;

use crate::backup::{beside, sync_folder};
use crate::kept::{self, CONVERTING};
use crate::key::{self, Key, Lock};
use crate::open::{AT_ONCE, RETRY};
use crate::preflight::{self, Found};
use crate::raw::InUse;
#[cfg(feature = "encryption")]
use crate::{Reader, check};
use crate::{Store, StoreError, open, place};

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
        let began = Instant::now();
        loop {
            if preflight::look(&path, &from)? == Found::Nothing {
                return Err(StoreError::NotFound);
            }
            if from == to {
                return Ok(());
            }
            let left = busy_wait.saturating_sub(began.elapsed());
            match Self::attempt_to_change_key(&path, &from, &to, left.min(AT_ONCE)) {
                // Of several that want to have it alone none may get it.
                Err(StoreError::Busy) if !left.is_zero() => sleep(RETRY.min(left)),
                outcome => return outcome,
            }
        }
    }

    fn attempt_to_change_key(path: &Path, from: &Lock, to: &Lock, busy_wait: Duration) -> Result<(), StoreError> {
        let _in_use = InUse::of(path);
        let file = place::identity(path);
        let held = hold(path, from, busy_wait)?;
        if place::identity(path) != file {
            // Another one has just replaced it, and what was waited for is the old one.
            return Err(StoreError::Busy);
        }
        // A journal that is of no use any more may still hold pages of the old file.
        open::remove_file(&beside(path, "-journal"))?;
        let draft = beside(path, CONVERTING);
        let written = write_anew(&held, &draft, to);
        // Nobody writes to the old one until the new one has its name. Windows takes no name from a file that is open.
        #[cfg(not(unix))]
        drop(held);
        let replaced = written.and_then(|()| put_in_place(&draft, path));
        if replaced.is_err() {
            kept::remove_copy(&draft)?;
        }
        let old = replaced?;
        let overwritten = overwrite(&old);
        // Who waited for the old one would take the log of the new one for its log: they have given up by then.
        sleep(AT_ONCE * 2);
        #[cfg(unix)]
        drop((held, old));
        overwritten
    }
}

/// Gives the old file, which has no name any more.
fn put_in_place(draft: &Path, path: &Path) -> Result<File, StoreError> {
    let old = OpenOptions::new().write(true).open(path)?;
    fs::rename(draft, path)?;
    sync_folder(path)?;
    Ok(old)
}

/// Gives the connection that keeps everybody else from the old file.
#[cfg(feature = "encryption")]
fn hold(path: &Path, from: &Lock, busy_wait: Duration) -> Result<Connection, StoreError> {
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
    Ok(conn)
}

/// A copy under the other key, on disk when this returns.
#[cfg(feature = "encryption")]
fn write_anew(held: &Connection, draft: &Path, to: &Lock) -> Result<(), StoreError> {
    kept::remove_copy(draft)?;
    open::create(draft)?;
    key::attach(held, draft, "anew", to)?;
    key::export(held, "anew")?;
    held.execute_batch("DETACH DATABASE anew")?;
    let anew = connect(draft, to)?;
    let same = Reader::new(&anew).export()? == Reader::new(held).export()?;
    if !same || !check::faults(&anew)?.is_empty() {
        return Err(StoreError::Damaged);
    }
    drop(anew);
    File::open(draft)?.sync_all()?;
    Ok(())
}

#[cfg(not(feature = "encryption"))]
fn hold(_path: &Path, _from: &Lock, _busy_wait: Duration) -> Result<Connection, StoreError> {
    Err(StoreError::NoEncryption)
}

#[cfg(not(feature = "encryption"))]
fn write_anew(_held: &Connection, _draft: &Path, _to: &Lock) -> Result<(), StoreError> {
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
fn overwrite(mut file: &File) -> Result<(), StoreError> {
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
