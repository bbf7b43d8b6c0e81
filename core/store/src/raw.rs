//! Looking at a database's bytes without SQLite, beside stores of the same process that have it open.
//!
//! On Unix, closing a file ends every lock that the process has on it, whoever took it (POSIX, `fcntl`). SQLite keeps that
//! in mind for what it opens itself, not for what others open; another process would then believe that nobody has the
//! file, and take its log away (<https://www.sqlite.org/howtocorrupt.html>, 2.2). So whoever lets SQLite open a database
//! says so here ([`InUse`]) for as long as that lasts, and a file that was looked at meanwhile is closed when it has ended.
//! Every look at what may be a database goes through here. What is not: files of our own that nobody opens twice
//! (drafts, copies), and folders.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek};
use std::path::Path;

/// The first bytes of a file, as many as there are up to that number.
pub(crate) fn head(path: &Path, bytes: usize) -> io::Result<Vec<u8>> {
    look(path, false, |file| {
        let mut head = Vec::with_capacity(bytes);
        file.take(bytes as u64).read_to_end(&mut head)?;
        Ok(head)
    })
}

/// All of a file's bytes.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    look(path, false, |mut file| {
        let mut content = Vec::new();
        file.read_to_end(&mut content)?;
        Ok(content)
    })
}

/// Whether the file may be written to. Opening it for that changes nothing in it.
pub(crate) fn may_write(path: &Path) -> io::Result<bool> {
    match look(path, true, |_| Ok(())) {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) => {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

fn open(path: &Path, to_write: bool) -> io::Result<File> {
    OpenOptions::new().read(!to_write).write(to_write).open(path)
}

#[cfg(unix)]
pub(crate) use unix::InUse;
#[cfg(unix)]
use unix::look;

#[cfg(unix)]
mod unix {
    use std::collections::BTreeMap;
    use std::os::unix::fs::MetadataExt;
    use std::sync::{Mutex, MutexGuard, PoisonError};

    use super::*;
    use crate::place::{self, Identity};

    /// Who has a file open, and what was opened beside them and may not be closed yet.
    #[derive(Debug, Default)]
    struct Users {
        count: usize,
        to_read: Option<File>,
        to_write: Option<File>,
    }

    impl Users {
        fn put_by(&mut self, to_write: bool) -> &mut Option<File> {
            if to_write { &mut self.to_write } else { &mut self.to_read }
        }
    }

    static IN_USE: Mutex<BTreeMap<Identity, Users>> = Mutex::new(BTreeMap::new());

    fn in_use() -> MutexGuard<'static, BTreeMap<Identity, Users>> {
        IN_USE.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says that SQLite may have a file open in this process; to be dropped when it has closed it.
    #[derive(Debug)]
    pub(crate) struct InUse(Option<Identity>);

    impl InUse {
        /// Of the file that lies at the path now; of none, where none does.
        pub(crate) fn of(path: &Path) -> Self {
            let file = place::identity(path);
            if let Some(file) = file {
                in_use().entry(file).or_default().count += 1;
            }
            Self(file)
        }
    }

    impl Drop for InUse {
        fn drop(&mut self) {
            let mut in_use = in_use();
            let Some(file) = self.0 else { return };
            let Some(users) = in_use.get_mut(&file) else { return };
            users.count -= 1;
            if users.count == 0 {
                in_use.remove(&file);
            }
        }
    }

    /// Under the lock from before the file is opened until it is closed or put by: nobody lets SQLite to it in between.
    pub(super) fn look<T>(path: &Path, to_write: bool, op: impl FnOnce(&File) -> io::Result<T>) -> io::Result<T> {
        let mut in_use = in_use();
        let users = place::identity(path).and_then(|file| in_use.get_mut(&file));
        if let Some(mut file) = users.and_then(|users| users.put_by(to_write).as_ref()) {
            file.rewind()?;
            return op(file);
        }
        let file = open(path, to_write)?;
        let answer = op(&file);
        let users = file.metadata().ok().and_then(|meta| in_use.get_mut(&(meta.dev(), meta.ino())));
        // Where there is one already, the name has come to lead to it since it was asked for: neither may be closed.
        if let Some(other) = users.and_then(|users| users.put_by(to_write).replace(file)) {
            std::mem::forget(other);
        }
        answer
    }
}

#[cfg(not(unix))]
#[derive(Debug)]
pub(crate) struct InUse;

#[cfg(not(unix))]
impl InUse {
    pub(crate) fn of(_path: &Path) -> Self {
        Self
    }
}

#[cfg(not(unix))]
fn look<T>(path: &Path, to_write: bool, op: impl FnOnce(&File) -> io::Result<T>) -> io::Result<T> {
    op(&open(path, to_write)?)
}
