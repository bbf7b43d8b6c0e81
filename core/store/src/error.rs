//! What can go wrong with the file, each variant where a caller acts differently.

use std::io;

use rusqlite::ErrorCode;

use crate::import::RowFault;

/// Why the store could not do it.
///
/// The texts are lower-case fragments that fit "could not …: {error}". None holds a path or anything of a contact.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The file was written by a newer version. It was not touched.
    #[error("the database was written by a newer version (its schema is {found}, this program knows {known})")]
    NewerDatabase {
        /// The schema version found.
        found: u32,
        /// The newest one this program knows.
        known: u32,
    },
    /// Another program's SQLite file, or no SQLite file at all. It was not touched.
    #[error("the file is not a JustMet database")]
    NotJustMet,
    /// A key was given for a file that is not encrypted. It was not touched; [`crate::Store::change_key`] encrypts it.
    #[error("the database is not encrypted")]
    NotEncrypted,
    /// The key does not open the file. It was not touched.
    #[error("the key does not open the database")]
    WrongKey,
    /// A key was given, and this program was built without encryption.
    #[error("this build cannot encrypt")]
    NoEncryption,
    /// The file is cut short or its content is broken. It was neither repaired nor removed.
    #[error("the database is damaged")]
    Damaged,
    /// Another program kept the file locked for longer than the store waits.
    #[error("the database is in use by another program")]
    Busy,
    /// The file or its folder cannot be written to; reading may still work.
    #[error("the database cannot be written to")]
    ReadOnly,
    /// The file, or the log beside it, was removed or replaced while it was open: what was written would be lost. A backup can
    /// still be made of what is open.
    #[error("the database file was removed or replaced while it was open")]
    Gone,
    /// No room is left. Nothing was half-written.
    #[error("the disk is full")]
    Full,
    /// The path names a folder.
    #[error("the path is a folder, not a file")]
    IsDirectory,
    /// The folder to create the file in is missing, or nothing can be created there.
    #[error("the folder for the database is missing or cannot be written to")]
    NoFolder,
    /// There is no such file.
    #[error("there is no such file")]
    NotFound,
    /// Something else lies where the file was to be written.
    #[error("something else lies there")]
    Taken,
    /// The backup is sealed, and no passphrase was given.
    #[error("the backup is sealed with a passphrase")]
    Sealed,
    /// The passphrase does not open the backup, or the backup was changed.
    #[error("the passphrase does not open it")]
    WrongPassphrase,
    /// The text is no export of this program, or not a whole one.
    #[error("it is not a whole export (near line {line})")]
    NotAnExport {
        /// The line at which it was noticed, from 1 on.
        line: usize,
    },
    /// A row of an export cannot be stored.
    #[error("line {line} of it cannot be stored ({fault})")]
    RefusedRow {
        /// The line on which the row begins, from 1 on.
        line: usize,
        /// The table it is to go into.
        table: String,
        /// What is wrong with it.
        fault: RowFault,
    },
    /// A constraint refused it: a second open follow-up of one contact, an id given twice, an unknown contact.
    #[error("it contradicts what is already stored")]
    Conflict,
    /// The reading was broken off, as was asked.
    #[error("it was broken off")]
    Interrupted,
    /// The system failed to read or write; the text says how, in the system's words.
    #[error("the file could not be read or written ({0})")]
    Io(String),
    /// A mistake of the program; the text says where.
    #[error("something unexpected happened in the store ({0})")]
    Internal(String),
}

impl From<rusqlite::Error> for StoreError {
    /// Only the code is looked at: SQLite's own messages can quote values.
    fn from(error: rusqlite::Error) -> Self {
        let Some(failure) = error.sqlite_error() else {
            return match error {
                // The schema's checks let no such value in, so the file was changed by something else.
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::Utf8Error(..) => Self::Damaged,
                rusqlite::Error::QueryReturnedNoRows => Self::Internal("a row was expected".to_owned()),
                _ => Self::Internal("a statement does not fit its values".to_owned()),
            };
        };
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::OperationInterrupted => Self::Interrupted,
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::DatabaseCorrupt => Self::Damaged,
            ErrorCode::NotADatabase => Self::NotJustMet,
            ErrorCode::ConstraintViolation | ErrorCode::TooBig => Self::Conflict,
            ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Self::Io("it cannot be opened".to_owned()),
            ErrorCode::SystemIoFailure => Self::Io(format!("code {}", failure.extended_code)),
            _ => Self::Internal(format!("code {}", failure.extended_code)),
        }
    }
}

impl From<io::Error> for StoreError {
    /// Only the kind is kept: the system's message can quote a path.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::IsADirectory => Self::IsDirectory,
            kind => Self::Io(kind.to_string()),
        }
    }
}
