//! What is looked at before a file is touched: whether it is ours, whole, and of a version that this program knows.

use std::path::Path;
use std::{fs, io};

use crate::backup::beside;
use crate::key::Lock;
use crate::migrate::{APPLICATION_ID, KNOWN};
use crate::{StoreError, raw};

/// What lies at the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// No file.
    Nothing,
    /// An empty file, or a database without anything in it as far as its header says.
    Empty,
    /// One of ours, of this version or an earlier one.
    Ours,
    /// The header alone does not tell: a log beside the file holds newer pages.
    AskSqlite,
    /// A journal lies beside the file: the power went while it was written without a log, as when it is new. The header may
    /// be torn, and SQLite has to put back what the journal holds before anything can be said.
    Interrupted,
}

/// Looks at the file with plain reads, which change nothing.
///
/// # Errors
/// Says what else it is.
pub(crate) fn look(path: &Path, key: &Lock) -> Result<Found, StoreError> {
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) => return absent(path, &error),
    };
    if meta.is_dir() {
        return Err(StoreError::IsDirectory);
    }
    if !meta.is_file() {
        return Err(StoreError::NotJustMet);
    }
    let head = raw::head(path, HEADER_BYTES)?;
    if has_journal(path) && (key.is_some() || !is_anothers(&head)) {
        return Ok(Found::Interrupted);
    }
    judge_head(path, meta.len(), &head, key)
}

/// The same, whatever journal there is.
pub(crate) fn look_past_the_journal(path: &Path, key: &Lock) -> Result<Found, StoreError> {
    let head = raw::head(path, HEADER_BYTES)?;
    judge_head(path, fs::metadata(path)?.len(), &head, key)
}

/// Whether the header says that it is another program's database. That of a file that was being created says nothing yet.
fn is_anothers(head: &[u8]) -> bool {
    let id = Header::read(head).filter(|_| is_database(head)).map_or(0, |header| header.application_id);
    id != 0 && id != APPLICATION_ID
}

fn judge_head(path: &Path, bytes: u64, head: &[u8], key: &Lock) -> Result<Found, StoreError> {
    let log = has_log(path);
    if bytes == 0 {
        // The log is never written before the file's first page.
        return if log { Err(StoreError::Damaged) } else { Ok(Found::Empty) };
    }
    if let Some(key) = key {
        // With a plain header, only what comes after it tells an encrypted file from a plain one.
        let plain = is_database(head) && (!key.has_plain_header() || is_ours(head));
        return if plain { Err(StoreError::NotEncrypted) } else { Ok(Found::AskSqlite) };
    }
    if !is_database(head) {
        return Err(StoreError::NotJustMet);
    }
    let header = Header::read(head).ok_or(StoreError::Damaged)?;
    if log {
        return Ok(Found::AskSqlite);
    }
    judge(header.application_id, header.user_version)?;
    if header.is_cut_short(bytes) {
        return Err(StoreError::Damaged);
    }
    Ok(if header.application_id == APPLICATION_ID { Found::Ours } else { Found::AskSqlite })
}

/// Whether such a file may be opened; a fresh one has neither number yet.
///
/// # Errors
/// Says whose it is.
pub(crate) fn judge(application_id: u32, user_version: u32) -> Result<(), StoreError> {
    match (application_id, user_version) {
        (APPLICATION_ID, 0..=KNOWN) | (0, 0) => Ok(()),
        (APPLICATION_ID, found) => Err(StoreError::NewerDatabase { found, known: KNOWN }),
        _ => Err(StoreError::NotJustMet),
    }
}

/// Whether a log with something in it lies beside the file.
pub(crate) fn has_log(path: &Path) -> bool {
    holds_something(&beside(path, "-wal"))
}

pub(crate) fn has_journal(path: &Path) -> bool {
    holds_something(&beside(path, "-journal"))
}

fn holds_something(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.len() > 0)
}

/// Whether these bytes begin as the file of a database does.
pub(crate) fn is_database(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// Whether these bytes begin as the file of a database of ours does.
pub(crate) fn is_ours(head: &[u8]) -> bool {
    is_database(head) && Header::read(head).is_some_and(|header| header.application_id == APPLICATION_ID)
}

fn absent(path: &Path, error: &io::Error) -> Result<Found, StoreError> {
    match error.kind() {
        io::ErrorKind::NotFound if path.parent().is_some_and(Path::is_dir) => Ok(Found::Nothing),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::PermissionDenied => {
            Err(StoreError::NoFolder)
        }
        kind => Err(StoreError::Io(kind.to_string())),
    }
}

const MAGIC: &[u8] = b"SQLite format 3\0";
pub(crate) const HEADER_BYTES: usize = 100;

/// The parts of the header that matter here (<https://www.sqlite.org/fileformat2.html>, section 1.3).
#[derive(Debug)]
struct Header {
    page_bytes: u64,
    pages: u64,
    pages_valid: bool,
    user_version: u32,
    application_id: u32,
}

impl Header {
    fn read(head: &[u8]) -> Option<Self> {
        let field = |at: usize| Some(u32::from_be_bytes(*head.get(at..)?.first_chunk()?));
        let page_bytes = match u16::from_be_bytes(*head.get(16..)?.first_chunk()?) {
            1 => 65_536,
            bytes => u64::from(bytes),
        };
        Some(Self {
            page_bytes,
            pages: u64::from(field(28)?),
            pages_valid: field(24)? == field(92)?,
            user_version: field(60)?,
            application_id: field(68)?,
        })
    }

    fn is_cut_short(&self, bytes: u64) -> bool {
        self.pages_valid && bytes < self.pages * self.page_bytes
    }
}
