//! Whether the files that are open are still those that lie under their names.
//!
//! SQLite goes on writing into a file that was deleted or replaced, and says that all is well; on closing, it is gone.

use std::path::{Path, PathBuf};

use crate::StoreError;
use crate::backup::beside;

/// The database and its log, as they were when the database was opened.
#[derive(Debug)]
pub(crate) struct Place {
    files: Vec<(PathBuf, Identity)>,
}

impl Place {
    pub(crate) fn of(database: &Path) -> Self {
        let files = [database.to_owned(), beside(database, "-wal")];
        Self { files: files.into_iter().filter_map(|path| identity(&path).map(|identity| (path, identity))).collect() }
    }

    /// # Errors
    /// [`StoreError::Gone`].
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        let same = |(path, known): &(PathBuf, Identity)| identity(path).as_ref() == Some(known);
        if self.files.iter().all(same) { Ok(()) } else { Err(StoreError::Gone) }
    }
}

/// The device and the number of the file on it.
#[cfg(unix)]
pub(crate) type Identity = (u64, u64);

#[cfg(unix)]
pub(crate) fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    path.metadata().ok().map(|meta| (meta.dev(), meta.ino()))
}

/// Whether a name is that of an open file.
#[cfg(unix)]
pub(crate) fn leads_to(path: &Path, file: &std::fs::File) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.metadata().is_ok_and(|meta| identity(path) == Some((meta.dev(), meta.ino())))
}

#[cfg(not(unix))]
pub(crate) fn leads_to(_path: &Path, _file: &std::fs::File) -> bool {
    true
}

/// Other systems do not let a file be removed while it is open.
#[cfg(not(unix))]
pub(crate) type Identity = ();

#[cfg(not(unix))]
pub(crate) fn identity(path: &Path) -> Option<Identity> {
    path.metadata().ok().map(|_| ())
}
