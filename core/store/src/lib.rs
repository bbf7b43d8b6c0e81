//! JustMet's database: SQLite, one writer, many readers.
//!
//! It knows SQL and the domain's types, and no rule of its own beyond those that the file itself can enforce. A caller
//! reads inside [`Store::read`] (one snapshot) and writes inside [`Store::write`] (one transaction, durable when it
//! returns). Nothing here reads a clock: the time comes in with each call.
//!
//! - `migrations/*.sql`: the schema, a numbered file a version;
//! - `open`: what is looked at before a file is touched, and how a connection is set up;
//! - `read`, `write`: the queries and the changes; `rows`: columns to types and back;
//! - `insert`: new contacts, one or many; `owed`: what a write puts down at its end;
//! - `message`: what is kept of messages, and of promises since;
//! - `derive`: what finds and orders contacts, kept with every change; `search`: looking through it; `outline`: what
//!   lists show;
//! - `hlc`: the clock that orders the writes for a later sync.

mod aside;
mod backup;
mod check;
mod deletion_offer;
mod derive;
mod erase;
mod error;
mod exported;
mod gather;
mod hlc;
mod image;
mod import;
mod insert;
mod interrupt;
mod kept;
mod key;
mod lists;
mod message;
mod migrate;
mod names;
mod open;
mod outline;
mod owed;
mod place;
mod portable;
mod preflight;
mod raw;
mod read;
mod records;
mod rekey;
mod reminders;
mod rows;
mod salvage;
mod seal;
mod search;
mod tables;
mod write;

use std::cell::RefCell;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use justmet_domain::id::IdSource;
use justmet_domain::time::Timestamp;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::message::CountedRates;

pub use backup::{Backup, is_sealed};
pub use check::Checkup;
pub use erase::Content;
pub use error::StoreError;
pub use import::{Imported, RowFault};
pub use interrupt::Interrupt;
pub use key::{KEY_BYTES, Key};
pub use lists::{Events, Group, ListCursor, ListOrder, ListPage};
pub use outline::{EventName, Outline};
pub use read::Reader;
pub use records::{
    Event, InvalidCursor, LedgerEntry, LedgerEvent, NewEncounter, Profile, RecentCursor, Undo, UndoWhat,
};
pub use salvage::Salvaged;
pub use seal::{Passphrase, SALT_BYTES};
#[doc(hidden)]
pub use search::word_keys;
pub use search::{Found, Search};
pub use write::Writer;

use open::ReaderSource;
use place::Place;
use raw::InUse;
use search::SearchIndex;

/// How many idle readers are kept: as many as a phone has uses for at once.
const IDLE_READERS: usize = 4;

/// How a store is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// How long to wait for another program that holds the file locked, before [`StoreError::Busy`].
    pub busy_wait: Duration,
    /// The key of an encrypted database; only with the feature `encryption`.
    pub key: Option<Key>,
}

impl Default for Options {
    fn default() -> Self {
        Self { busy_wait: Duration::from_secs(5), key: None }
    }
}

/// The open database. Shared between threads freely: readers never wait for the writer.
#[derive(Debug)]
pub struct Store {
    // Declared before the writer, so that the writer's is the last connection to close and folds the log into the file.
    readers: Mutex<Vec<Idle>>,
    source: ReaderSource,
    /// None where the file can only be read.
    writer: Option<Mutex<Connection>>,
    place: Place,
    index: SearchIndex,
    /// A person was erased and the log may still hold their words.
    cleaning_owed: AtomicBool,
    busy_wait: Duration,
    /// Declared after every connection, as it says that they may be open.
    _in_use: InUse,
}

/// A reader's connection that nobody uses just now, with what was counted in its last snapshot.
#[derive(Debug)]
struct Idle {
    conn: Connection,
    counted: RefCell<Option<CountedRates>>,
}

impl Store {
    /// Opens the database at `path`, creates it where there is none, and brings its schema up to date. Missing folders
    /// are not created: that is the shell's to do. `now` and `ids` give a new database its clock and its install id.
    ///
    /// # Errors
    /// Each bad file has its own variant of [`StoreError`]; such a file is left as it was found.
    pub fn open(path: &Path, now: Timestamp, ids: &mut dyn IdSource) -> Result<Self, StoreError> {
        Self::open_with(path, now, ids, &Options::default())
    }

    /// [`Store::open`] with options.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_with(
        path: &Path,
        now: Timestamp,
        ids: &mut dyn IdSource,
        options: &Options,
    ) -> Result<Self, StoreError> {
        let opened = open::open(path, now, ids, options.busy_wait, &options.key.clone().map(Arc::new))?;
        let place = Place::of(opened.readers.path());
        let store = Self {
            place,
            readers: Mutex::new(Vec::new()),
            source: opened.readers,
            writer: opened.writer.map(Mutex::new),
            index: SearchIndex::default(),
            cleaning_owed: AtomicBool::new(false),
            busy_wait: options.busy_wait,
            _in_use: opened.in_use,
        };
        store.forget_what_expired(now)?;
        Ok(store)
    }

    /// What could be taken back until a moment at which the program was not running.
    fn forget_what_expired(&self, now: Timestamp) -> Result<(), StoreError> {
        if self.writer.is_some() && self.read(|reader| reader.has_expired(now))? {
            self.write(now, |_| Ok(()))?;
        }
        Ok(())
    }

    /// Reads one snapshot: every query of `op` sees the same state, whatever is written meanwhile.
    ///
    /// # Errors
    /// What `op` returns, or why no snapshot could be had.
    pub fn read<T>(&self, op: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.read_with(None, op)
    }

    /// [`Store::read`], which `interrupt` breaks off from another thread.
    ///
    /// # Errors
    /// [`StoreError::Interrupted`], and as [`Store::read`].
    pub fn read_until<T>(
        &self,
        interrupt: &Interrupt,
        op: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.read_with(Some(interrupt), op)
    }

    fn read_with<T>(
        &self,
        interrupt: Option<&Interrupt>,
        op: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let idle = lock(&self.readers).pop();
        let idle = match idle {
            Some(idle) => idle,
            None => {
                // What lies under the name now may be another file, with a log that is not its own.
                self.place.check()?;
                Idle { conn: self.source.connect(self.busy_wait)?, counted: RefCell::default() }
            }
        };
        let answer = {
            let watching = interrupt.map(|interrupt| interrupt.watch(&idle.conn));
            let snapshot = Transaction::new_unchecked(&idle.conn, TransactionBehavior::Deferred)?;
            let answer = op(&Reader::with(&snapshot, &self.index, &idle.counted, interrupt));
            // No longer broken off when the connection is the next one's.
            drop(watching);
            answer
        };
        // A connection that met a failing disk may refuse everything from then on, as an encrypted one does.
        let is_sound = !matches!(answer, Err(StoreError::Io(_) | StoreError::Damaged));
        let mut readers = lock(&self.readers);
        if is_sound && readers.len() < IDLE_READERS {
            readers.push(idle);
        }
        answer
    }

    /// Loads into memory what makes a search fast; until it has returned, searches read the file. Takes about a
    /// microsecond a person, so it is for a thread of its own.
    ///
    /// # Errors
    /// Why the file could not be read; a search reads it all the same.
    pub fn load_search(&self) -> Result<(), StoreError> {
        self.read(|reader| self.index.load(reader.conn()))
    }

    /// [`Store::load_search`], which `interrupt` breaks off from another thread.
    ///
    /// # Errors
    /// [`StoreError::Interrupted`], and as [`Store::load_search`].
    pub fn load_search_until(&self, interrupt: &Interrupt) -> Result<(), StoreError> {
        self.read_until(interrupt, |reader| self.index.load(reader.conn()))
    }

    /// Takes away what still holds the words of somebody who was erased. What cannot be taken away now is owed: the erasing
    /// itself is done and must not be called failed.
    fn clean(&self, conn: &Connection) -> bool {
        let no_copy = kept::remove_old_copies(self.source.path(), conn, self.source.key()).unwrap_or(false);
        let no_log = open::empty_the_log(conn, self.busy_wait);
        no_copy && no_log
    }

    /// Whether searches are answered from memory.
    pub fn is_search_loaded(&self) -> bool {
        self.index.is_loaded()
    }

    /// Writes in one transaction: durable when this returns `Ok`, without a trace when `op` or the commit fails or
    /// panics. `now` feeds the hybrid clock. Must not be called from within another `write`'s `op`.
    ///
    /// # Errors
    /// What `op` returns; [`StoreError::ReadOnly`], [`StoreError::Busy`], [`StoreError::Full`] and so on from the file.
    pub fn write<T>(
        &self,
        now: Timestamp,
        op: impl FnOnce(&Writer<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let Some(writer) = &self.writer else {
            return Err(StoreError::ReadOnly);
        };
        let conn = lock(writer);
        let transaction = Transaction::new_unchecked(&conn, TransactionBehavior::Immediate)?;
        let writer = Writer::new(&transaction, now);
        writer.sweep(now)?;
        let answer = op(&writer)?;
        writer.finish()?;
        let erased = writer.has_erased();
        transaction.commit()?;
        // What went into a file that has no name any more is not saved, whatever SQLite says.
        self.place.check()?;
        // The next search would do it too; but who was erased is to leave the memory now.
        let _read_by_the_next_search = self.index.catch_up(&conn);
        if erased {
            self.cleaning_owed.store(true, Ordering::Relaxed);
        }
        if self.cleaning_owed.load(Ordering::Relaxed) && self.clean(&conn) {
            self.cleaning_owed.store(false, Ordering::Relaxed);
        }
        Ok(answer)
    }
}

impl Store {
    /// Looks at every page, every index and every reference of the database, in one snapshot.
    ///
    /// # Errors
    /// Why the file could not be read at all; what is wrong in it is in the answer.
    pub fn check(&self) -> Result<Checkup, StoreError> {
        self.read(|reader| check::check(reader.conn()))
    }

    /// [`Store::check`], which `interrupt` breaks off from another thread.
    ///
    /// # Errors
    /// [`StoreError::Interrupted`], and as [`Store::check`].
    pub fn check_until(&self, interrupt: &Interrupt) -> Result<Checkup, StoreError> {
        self.read_until(interrupt, |reader| {
            let found = check::check(reader.conn());
            // A look that was broken off may take that for a fault.
            reader.not_interrupted()?;
            found
        })
    }
}

/// A panic under the lock left a rolled-back transaction at worst: the connection is good to use.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
