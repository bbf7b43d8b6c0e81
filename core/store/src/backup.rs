//! One file that holds everything, and the way back from it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use justmet_domain::id::IdSource;
use justmet_domain::time::Timestamp;

use crate::image::Image;
use crate::kept::Kept;
use crate::seal::{self, Passphrase};
use crate::{Checkup, Store, StoreError, check, lock, open, preflight, raw};

/// A backup that was written and read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backup {
    /// Contacts in it.
    pub contacts: u64,
    /// The size of the file in bytes.
    pub bytes: u64,
}

impl Store {
    /// Writes everything into one file: a plain SQLite database, or with a passphrase a sealed one. It appears under its
    /// name only once it was written, read again and found whole; a backup that was there before stays until then.
    /// Nothing unsealed of a sealed backup reaches the disk. `salt` are random bytes for the seal.
    ///
    /// # Errors
    /// [`StoreError::Taken`] where the file is something else than a backup, or this database; [`StoreError::NoFolder`],
    /// [`StoreError::Full`] and so on from the disk; [`StoreError::Damaged`] where this database is, as that is no backup.
    pub fn backup(
        &self,
        file: &Path,
        passphrase: Option<&Passphrase>,
        salt: [u8; seal::SALT_BYTES],
    ) -> Result<Backup, StoreError> {
        self.refuse_to_overwrite(file)?;
        let image = self.image()?;
        if !check::faults(image.conn())?.is_empty() {
            return Err(StoreError::Damaged);
        }
        let plain = image.into_bytes()?;
        let content = match passphrase {
            None => plain,
            Some(passphrase) => seal::seal(&plain, passphrase, salt)?,
        };
        let draft = beside(file, ".part");
        let written = write_and_read(&draft, &content, passphrase).and_then(|backup| {
            fs::rename(&draft, file)?;
            sync_folder(file)?;
            Ok(backup)
        });
        if written.is_err() {
            let _gone_or_not = fs::remove_file(&draft);
        }
        written
    }

    /// Puts what a backup holds in the place of everything here, in one transaction that other connections see at once.
    /// The backup is looked at in full first; the state before is kept beside the database until the new one was found
    /// whole, and comes back where it was not. The database has a new install id after it. `quiet` is told the new content
    /// before anything is replaced, to see to it that nobody is reminded twice.
    ///
    /// # Errors
    /// [`StoreError::Sealed`] without the passphrase that it needs, [`StoreError::WrongPassphrase`],
    /// [`StoreError::NotJustMet`], [`StoreError::NewerDatabase`], [`StoreError::Damaged`] for the backup; else why this
    /// database could not be written. Then nothing has changed.
    pub fn restore(
        &self,
        file: &Path,
        passphrase: Option<&Passphrase>,
        now: Timestamp,
        ids: &mut dyn IdSource,
        quiet: impl FnOnce(&crate::Writer<'_>) -> Result<(), StoreError>,
    ) -> Result<Checkup, StoreError> {
        // A database in use: without its log it is not all of it, and older. A backup has none.
        if self.is_this(file) || preflight::has_log(file) {
            return Err(StoreError::NotJustMet);
        }
        let image = Image::read(unseal(read(file)?, passphrase)?)?;
        image.upgrade(now, ids)?;
        image.derive(now)?;
        image.renew(ids)?;
        let writer = crate::Writer::new(image.conn(), now);
        quiet(&writer)?;
        writer.finish()?;
        self.replace_all(&image)
    }

    /// Replaces the whole content, keeping the state before until the new one was found whole.
    fn replace_all(&self, image: &Image) -> Result<Checkup, StoreError> {
        let Some(writer) = &self.writer else { return Err(StoreError::ReadOnly) };
        let mut conn = lock(writer);
        let before = Kept::of(&self.source, &conn, self.busy_wait)?;
        if let Err(error) = image.replace(&self.source, &mut conn) {
            // In one transaction: nothing was replaced.
            before.remove()?;
            return Err(error);
        }
        let outcome = check::check(&conn)
            .and_then(|checkup| if checkup.is_whole() { Ok(checkup) } else { Err(StoreError::Damaged) });
        if outcome.is_err()
            && let Err(error) = before.bring_back(&mut conn)
        {
            // It stays beside the database, to be restored.
            before.leave()?;
            return Err(error);
        }
        before.remove()?;
        open::empty_the_log(&conn, self.busy_wait);
        outcome
    }

    /// Everything that is in it, in memory. Also where the file was removed: the writer has it open still.
    pub(crate) fn image(&self) -> Result<Image, StoreError> {
        if let (Err(_), Some(writer)) = (self.place.check(), &self.writer) {
            let conn = lock(writer);
            #[cfg(feature = "encryption")]
            if self.source.key().is_some() {
                return Image::of_encrypted(&conn);
            }
            return Image::of(&conn);
        }
        #[cfg(feature = "encryption")]
        if self.source.key().is_some() {
            return Image::of_encrypted(&self.source.connect_to_copy(self.busy_wait)?);
        }
        Image::of(&self.source.connect(self.busy_wait)?)
    }

    /// Whether a path leads to this database.
    fn is_this(&self, file: &Path) -> bool {
        let (there, here) = (fs::canonicalize(file), fs::canonicalize(self.source.path()));
        there.is_ok_and(|there| here.is_ok_and(|here| here == there))
    }

    /// Only a backup is written over by a backup.
    fn refuse_to_overwrite(&self, file: &Path) -> Result<(), StoreError> {
        if file.file_name().is_none() {
            return Err(StoreError::IsDirectory);
        }
        if self.is_this(file) {
            return Err(StoreError::Taken);
        }
        let Ok(there) = fs::canonicalize(file) else { return Ok(()) };
        if there.is_dir() {
            return Err(StoreError::IsDirectory);
        }
        let start = start_of(file)?;
        if start.is_empty() || preflight::is_ours(&start) || seal::is_sealed(&start) {
            Ok(())
        } else {
            Err(StoreError::Taken)
        }
    }
}

/// Whether a file is a sealed backup.
///
/// # Errors
/// [`StoreError::NotFound`], or why it could not be read.
pub fn is_sealed(file: &Path) -> Result<bool, StoreError> {
    start_of(file).map(|start| seal::is_sealed(&start))
}

fn start_of(file: &Path) -> Result<Vec<u8>, StoreError> {
    raw::head(file, preflight::HEADER_BYTES).map_err(not_read)
}

fn write_and_read(file: &Path, content: &[u8], passphrase: Option<&Passphrase>) -> Result<Backup, StoreError> {
    write_new(file, content)?;
    let image = Image::read(unseal(read(file)?, passphrase)?)?;
    let contacts = check::check(image.conn())?.contacts;
    Ok(Backup { contacts, bytes: content.len() as u64 })
}

fn unseal(content: Vec<u8>, passphrase: Option<&Passphrase>) -> Result<Vec<u8>, StoreError> {
    match (seal::is_sealed(&content), passphrase) {
        (false, _) => Ok(content),
        (true, None) => Err(StoreError::Sealed),
        (true, Some(passphrase)) => seal::open(&content, passphrase),
    }
}

fn read(file: &Path) -> Result<Vec<u8>, StoreError> {
    raw::read(file).map_err(not_read)
}

fn not_read(error: io::Error) -> StoreError {
    if error.kind() == ErrorKind::NotFound { StoreError::NotFound } else { error.into() }
}

/// Writes a new file for nobody else to read; on disk when this returns.
pub(crate) fn write_new(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::PermissionDenied => StoreError::NoFolder,
        _ => error.into(),
    })?;
    file.write_all(content)?;
    file.sync_all()?;
    Ok(())
}

/// The name of a file is on disk once its folder is. Only Unix can say so.
pub(crate) fn sync_folder(file: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    if let Some(folder) = file.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _the_system_sees_to_it = file;
    Ok(())
}

/// The same path with something at its end.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
