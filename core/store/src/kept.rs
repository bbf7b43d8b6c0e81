//! Copies of an earlier state that stand beside the database: made before an upgrade, a restore or another key, and taken
//! away once they are of no more use.
//!
//! Two processes may have the database open, and one of them is not to take away what the other needs. All of it is made
//! and taken away under the writer's lock; and what is needed for longer than that lock can be held is itself locked, which
//! ends with the process that holds it, whichever way that ends.

use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::backup::{beside, sync_folder};
use crate::key::{self, Lock};
use crate::open::{RETRY, ReaderSource, create, remove_file};
use crate::{StoreError, image};

/// What stands beside the database from an upgrade on until the next start.
pub(crate) const BEFORE_UPGRADE: &str = ".before-upgrade";

/// What stands beside the database while a restore replaces it.
const BEFORE_RESTORE: &str = ".before-restore";

/// What stands beside the database while it is written anew: for a restore, or under another key.
pub(crate) const CONVERTING: &str = ".converting";

/// The state before a restore. While it is held, nobody else takes it away, nor what the restore has on its way.
#[derive(Debug)]
pub(crate) struct Kept {
    file: PathBuf,
    /// Holds the file locked.
    conn: Connection,
}

impl Kept {
    /// Copies the state that the database has at this moment; where another process keeps one, once that has gone.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where it has not within that time; why it could not be written.
    pub(crate) fn of(source: &ReaderSource, writer: &Connection, busy_wait: Duration) -> Result<Self, StoreError> {
        let began = Instant::now();
        loop {
            match Self::attempt(source, writer, busy_wait) {
                Err(StoreError::Busy) if began.elapsed() < busy_wait => sleep(RETRY),
                outcome => return outcome,
            }
        }
    }

    fn attempt(source: &ReaderSource, writer: &Connection, busy_wait: Duration) -> Result<Self, StoreError> {
        let file = beside(source.path(), BEFORE_RESTORE);
        let _nobody_writes = Transaction::new_unchecked(writer, TransactionBehavior::Immediate)?;
        if is_held(&file, source.key())? {
            return Err(StoreError::Busy);
        }
        remove_copy(&file)?;
        create(&file)?;
        let mut conn = connect(&file, source.key())?;
        // The lock of this transaction, which writes nothing, stays.
        conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")?;
        let copied = copy(&source.connect(busy_wait)?, &mut conn, &file);
        let kept = Self { file, conn };
        if let Err(error) = copied {
            kept.remove()?;
            return Err(error);
        }
        Ok(kept)
    }

    /// Puts it in the place of what there is now.
    pub(crate) fn bring_back(&self, target: &mut Connection) -> Result<(), StoreError> {
        image::copy(&self.conn, target)
    }

    /// Takes it away, as it is of no more use.
    #[cfg(unix)]
    pub(crate) fn remove(self) -> Result<(), StoreError> {
        // As long as it is held: the name may be the next one's after that.
        remove_copy(&self.file)
    }

    /// Takes it away, as it is of no more use. Windows takes no name from a file that is open.
    #[cfg(not(unix))]
    pub(crate) fn remove(self) -> Result<(), StoreError> {
        drop(self.conn);
        remove_copy(&self.file)
    }

    /// Leaves it lying, under a name that nobody takes it away from.
    pub(crate) fn leave(self) -> Result<(), StoreError> {
        #[cfg(not(unix))]
        drop(self.conn);
        let name = |number: u32| Some(beside(&self.file, &format!("-{number}"))).filter(|name| !name.exists());
        std::fs::rename(&self.file, (1..10_000).find_map(name).ok_or(StoreError::Taken)?)?;
        sync_folder(&self.file)
    }
}

/// Takes away what was kept beside the database of an earlier state: when it is not needed any more, and when somebody is
/// forgotten, as it holds them too. What another process holds stays; the answer is whether nothing did.
pub(crate) fn remove_old_copies(database: &Path, writer: &Connection, key: &Lock) -> Result<bool, StoreError> {
    let copies = [BEFORE_UPGRADE, BEFORE_RESTORE, CONVERTING].map(|end| beside(database, end));
    if !copies.iter().any(|copy| names(copy).iter().any(|name| name.exists())) {
        return Ok(true);
    }
    let _nobody_writes = Transaction::new_unchecked(writer, TransactionBehavior::Immediate)?;
    if is_held(&beside(database, BEFORE_RESTORE), key)? {
        return Ok(false);
    }
    copies.iter().try_for_each(|copy| remove_copy(copy))?;
    Ok(true)
}

/// A copy of all that the connection sees, in a new file that is protected as this one is; on disk when this returns.
pub(crate) fn copy_to(conn: &Connection, file: &Path, key: &Lock) -> Result<(), StoreError> {
    remove_copy(file)?;
    create(file)?;
    copy(conn, &mut connect(file, key)?, file)
}

fn copy(from: &Connection, to: &mut Connection, file: &Path) -> Result<(), StoreError> {
    image::copy(from, to)?;
    // One file, without a log beside it.
    to.pragma_update(None, "journal_mode", "DELETE")?;
    sync_folder(file)
}

pub(crate) fn connect(file: &Path, key: &Lock) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    key::unlock(&conn, key)?;
    Ok(conn)
}

/// Whether a process that lives holds such a copy. What is left of one that does not may be half written.
fn is_held(file: &Path, key: &Lock) -> Result<bool, StoreError> {
    if !file.exists() {
        return Ok(false);
    }
    let conn = connect(file, key)?;
    conn.busy_timeout(Duration::ZERO)?;
    match conn.execute_batch("BEGIN EXCLUSIVE; COMMIT").map_err(StoreError::from) {
        Err(StoreError::Busy) => Ok(true),
        _ => Ok(false),
    }
}

/// Takes a copy away, with what SQLite may have left beside it.
pub(crate) fn remove_copy(file: &Path) -> Result<(), StoreError> {
    names(file).iter().try_for_each(|name| remove_file(name))
}

pub(crate) fn names(file: &Path) -> [PathBuf; 4] {
    ["", "-journal", "-wal", "-shm"].map(|end| beside(file, end))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed expectation is the message")]
mod tests {
    use super::*;
    use crate::{Options, Store, lock};
    use justmet_domain::id::IdSource;
    use justmet_domain::time::Timestamp;

    struct Ids;

    impl IdSource for Ids {
        fn next_uuid(&mut self) -> uuid::Uuid {
            uuid::Uuid::from_u128(1)
        }
    }

    const NOW: Timestamp = Timestamp::from_ms(1);

    fn start(file: &Path) -> Store {
        let key = cfg!(feature = "encryption").then(|| crate::Key::new(&[7; 32]).unwrap());
        Store::open_with(file, NOW, &mut Ids, &Options { key, busy_wait: Duration::from_millis(200) }).unwrap()
    }

    fn keep(store: &Store) -> Result<Kept, StoreError> {
        Kept::of(&store.source, &lock(store.writer.as_ref().unwrap()), store.busy_wait)
    }

    /// What a write does that forgets somebody, and the next ones until it is done.
    fn clean(store: &Store) -> bool {
        store.clean(&lock(store.writer.as_ref().unwrap()))
    }

    #[test]
    fn what_one_store_holds_no_other_takes_away() {
        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("justmet.db");
        let before = beside(&file, BEFORE_RESTORE);
        let app = start(&file);
        app.write(NOW, |writer| writer.set_setting("is", "before")).unwrap();
        let kept = keep(&app).unwrap();
        app.write(NOW, |writer| writer.set_setting("is", "after")).unwrap();

        let extension = start(&file);
        assert!(before.exists(), "a start has taken it away");
        assert!(!clean(&extension) && before.exists(), "forgetting has taken it away");
        assert_eq!(keep(&extension).unwrap_err(), StoreError::Busy, "one at a time");

        kept.bring_back(&mut lock(app.writer.as_ref().unwrap())).unwrap();
        assert_eq!(extension.read(|reader| reader.setting("is")), Ok(Some("before".to_owned())));
        kept.remove().unwrap();
        assert!(!before.exists() && clean(&extension));
        keep(&extension).unwrap().remove().unwrap();
    }

    #[test]
    fn what_nobody_holds_any_more_goes_with_the_next_start() {
        let folder = tempfile::TempDir::new().unwrap();
        let file = folder.path().join("justmet.db");
        let before = beside(&file, BEFORE_RESTORE);
        let store = start(&file);
        // As one that was killed leaves it, whole; and cut short.
        drop(keep(&store).unwrap());
        for cut in [u64::MAX, 5000, 10, 0] {
            if cut < u64::MAX {
                std::fs::write(&before, vec![0x5A; usize::try_from(cut).unwrap()]).unwrap();
                std::fs::write(beside(&before, "-journal"), "cut short").unwrap();
            }
            assert!(before.exists());
            drop(start(&file));
            assert!(names(&before).iter().all(|name| !name.exists()), "{cut}");
        }
        // What could not be brought back is left, and nobody takes it away.
        keep(&store).unwrap().leave().unwrap();
        drop(start(&file));
        assert!(folder.path().join("justmet.db.before-restore-1").exists() && !before.exists());
    }
}
