//! A whole database in memory: what a backup is made of, and what a restore looks at before anything is replaced.

use std::io::Read;
use std::path::Path;

use justmet_domain::id::IdSource;
use justmet_domain::time::Timestamp;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, MAIN_DB};

use crate::backup::write_new;
use crate::derive::bring_up_to_date;
use crate::key::{self, Lock};
use crate::migrate::{self, KNOWN, NODE};
use crate::open::ReaderSource;
use crate::{StoreError, check, kept, open, preflight};
#[cfg(feature = "encryption")]
use crate::{backup::beside, kept::CONVERTING};

/// A database that no file holds.
#[derive(Debug)]
pub(crate) struct Image {
    conn: Connection,
}

/// Where a database's header says how it is written and read (<https://www.sqlite.org/fileformat2.html>, 1.3.3): with a
/// log or without. An image has none.
const FORMAT_VERSIONS: std::ops::Range<usize> = 18..20;

impl Image {
    /// A copy of all that the connection sees, taken in one snapshot, while others may go on writing.
    pub(crate) fn of(source: &Connection) -> Result<Self, StoreError> {
        let mut conn = Connection::open_in_memory()?;
        copy(source, &mut conn)?;
        let image = Self { conn };
        image.forget_what_is_local()?;
        Ok(image)
    }

    /// What can be taken back holds what may have been forgotten by then, and is of no use elsewhere.
    fn forget_what_is_local(&self) -> Result<(), StoreError> {
        self.conn.execute_batch("PRAGMA secure_delete = ON; DELETE FROM undo; DELETE FROM listing;")?;
        Ok(())
    }

    /// An empty database of that version of the schema.
    ///
    /// # Errors
    /// [`StoreError::NewerDatabase`] for a version that is not known.
    pub(crate) fn empty(version: u32, now: Timestamp, ids: &mut dyn IdSource) -> Result<Self, StoreError> {
        let conn = Connection::open_in_memory()?;
        migrate::migrate_to(&conn, version, now, ids)?;
        Ok(Self { conn })
    }

    /// The database whose file these bytes are, once it was looked at in full.
    ///
    /// # Errors
    /// [`StoreError::NotJustMet`], [`StoreError::NewerDatabase`] or [`StoreError::Damaged`].
    pub(crate) fn read(mut bytes: Vec<u8>) -> Result<Self, StoreError> {
        if !preflight::is_database(&bytes) {
            return Err(StoreError::NotJustMet);
        }
        bytes.get_mut(FORMAT_VERSIONS).ok_or(StoreError::Damaged)?.fill(1);
        let mut conn = Connection::open_in_memory()?;
        conn.deserialize_read_exact(MAIN_DB, bytes.as_slice().by_ref(), bytes.len(), false)?;
        let judged = conn.query_row("SELECT * FROM pragma_application_id, pragma_user_version", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        });
        let (application_id, version) = judged.map_err(damaged)?;
        preflight::judge(application_id, version)?;
        if application_id == 0 {
            return Err(StoreError::NotJustMet);
        }
        let image = Self { conn };
        if check::faults(&image.conn).map_err(|_| StoreError::Damaged)?.is_empty() {
            Ok(image)
        } else {
            Err(StoreError::Damaged)
        }
    }

    /// Brings it to the schema that this program knows.
    pub(crate) fn upgrade(&self, now: Timestamp, ids: &mut dyn IdSource) -> Result<(), StoreError> {
        migrate::migrate_to(&self.conn, KNOWN, now, ids)
    }

    /// Brings what derives from the rest to what this program would have derived.
    pub(crate) fn derive(&self, now: Timestamp) -> Result<(), StoreError> {
        bring_up_to_date(&self.conn, now)
    }

    /// From now on it is another installation.
    pub(crate) fn renew(&self, ids: &mut dyn IdSource) -> Result<(), StoreError> {
        self.conn.execute("UPDATE settings SET value = ?2 WHERE key = ?1", (NODE, ids.next_uuid().to_string()))?;
        self.forget_what_is_local()
    }

    /// The bytes of a file that holds it.
    pub(crate) fn into_bytes(mut self) -> Result<Vec<u8>, StoreError> {
        let mut bytes = self.conn.serialize(MAIN_DB)?.to_vec();
        bytes.get_mut(FORMAT_VERSIONS).ok_or(StoreError::Damaged)?.fill(1);
        Ok(bytes)
    }

    /// Puts it in the place of all that the file of the connection holds, in one transaction: after a cut, the file
    /// holds the one or the other.
    pub(crate) fn replace(&self, source: &ReaderSource, target: &mut Connection) -> Result<(), StoreError> {
        if source.key().is_none() {
            return copy(&self.conn, target);
        }
        self.replace_encrypted(source, target)
    }

    /// Pages go from one encrypted file to another only: by way of one beside it, under the same key.
    #[cfg(feature = "encryption")]
    fn replace_encrypted(&self, source: &ReaderSource, target: &mut Connection) -> Result<(), StoreError> {
        let draft = beside(source.path(), CONVERTING);
        kept::remove_copy(&draft)?;
        open::create(&draft)?;
        let written = self.write_encrypted(&draft, source.key());
        let copied = written.and_then(|()| copy(&kept::connect(&draft, source.key())?, target));
        kept::remove_copy(&draft)?;
        copied
    }

    #[cfg(not(feature = "encryption"))]
    fn replace_encrypted(&self, _source: &ReaderSource, _target: &mut Connection) -> Result<(), StoreError> {
        Err(StoreError::NoEncryption)
    }

    /// [`Image::of`] for a file with a key.
    #[cfg(feature = "encryption")]
    pub(crate) fn of_encrypted(source: &Connection) -> Result<Self, StoreError> {
        key::attach(source, Path::new(":memory:"), "plain", &None)?;
        key::export(source, "plain")?;
        let mut image = Self { conn: Connection::open_in_memory()? };
        copy_named(source, "plain", &mut image.conn)?;
        source.execute_batch("DETACH DATABASE plain")?;
        image.forget_what_is_local()?;
        Ok(image)
    }

    /// Writes it into a new file under a key, on disk when this returns.
    pub(crate) fn write_file(self, file: &Path, key: &Lock) -> Result<(), StoreError> {
        kept::remove_copy(file)?;
        open::create(file)?;
        if key.is_none() {
            return write_new(file, &self.into_bytes()?);
        }
        self.write_encrypted(file, key)
    }

    #[cfg(feature = "encryption")]
    fn write_encrypted(&self, file: &Path, key: &Lock) -> Result<(), StoreError> {
        key::attach(&self.conn, file, "sealed", key)?;
        key::export(&self.conn, "sealed")?;
        self.conn.execute_batch("DETACH DATABASE sealed")?;
        Ok(())
    }

    #[cfg(not(feature = "encryption"))]
    fn write_encrypted(&self, _file: &Path, key: &Lock) -> Result<(), StoreError> {
        key::supported(key)
    }

    pub(crate) fn conn(&self) -> &Connection {
        &self.conn
    }
}

/// All pages at once, so that source and target are each of one moment.
pub(crate) fn copy(source: &Connection, target: &mut Connection) -> Result<(), StoreError> {
    copy_named(source, "main", target)
}

fn copy_named(source: &Connection, name: &str, target: &mut Connection) -> Result<(), StoreError> {
    match Backup::new_with_names(source, name, target, MAIN_DB)?.step(-1)? {
        StepResult::Done => Ok(()),
        StepResult::Busy | StepResult::Locked => Err(StoreError::Busy),
        _ => Err(StoreError::Internal("a copy stopped halfway".to_owned())),
    }
}

/// Whatever SQLite says of bytes that it cannot read.
fn damaged(_: rusqlite::Error) -> StoreError {
    StoreError::Damaged
}
