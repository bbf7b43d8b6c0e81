//! The one error that shells see.

use justmet_store::{RowFault, StoreError};

use crate::shell::ShellError;
use crate::words::Words;

/// What a use case gives back.
pub type Result<T, E = JustMetError> = std::result::Result<T, E>;

/// Why something could not be done. There is a variant only where a shell acts differently; `explanation` says in the
/// person's language what happened and what to do, as a fragment that fits "could not …: {explanation}". It never
/// holds what is kept about a contact.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum JustMetError {
    /// What was entered cannot be used as it is. Keep it on the screen, to be mended.
    #[error("{explanation}")]
    Invalid {
        /// What is wrong with it.
        explanation: String,
    },
    /// The person, follow-up or undo is not there (any more). Read the screen again.
    #[error("{explanation}")]
    NotFound {
        /// What is missing.
        explanation: String,
    },
    /// The database was written by a newer version. Offer the update; nothing was touched.
    #[error("{explanation}")]
    NewerDatabase {
        /// What to do.
        explanation: String,
    },
    /// The file is no JustMet database or is damaged. Offer salvage and restore; nothing was touched.
    #[error("{explanation}")]
    DamagedDatabase {
        /// What to do.
        explanation: String,
    },
    /// Another process is writing. Worth trying again at once.
    #[error("{explanation}")]
    Busy {
        /// What to do.
        explanation: String,
    },
    /// The storage does not take it: full, read-only, not there. Nothing was half-written; the same call may succeed
    /// once the cause is gone.
    #[error("{explanation}")]
    Storage {
        /// What to do.
        explanation: String,
    },
    /// The reading was broken off, by a newer one or as the shell asked. Nothing to show.
    #[error("{explanation}")]
    Interrupted {
        /// What happened.
        explanation: String,
    },
    /// The shell's own clock, listener or key store failed, or its key does not fit.
    #[error("{explanation}")]
    Shell {
        /// What the shell said.
        explanation: String,
    },
    /// A defect in JustMet. Nothing was half-written.
    #[error("{explanation}")]
    Internal {
        /// What to do.
        explanation: String,
    },
}

impl JustMetError {
    pub(crate) fn invalid(explanation: String) -> Self {
        Self::Invalid { explanation }
    }

    pub(crate) fn not_found(explanation: String) -> Self {
        Self::NotFound { explanation }
    }

    pub(crate) fn internal(words: &Words) -> Self {
        Self::Internal { explanation: words.say("error-internal") }
    }

    pub(crate) fn shell(words: &Words, error: &ShellError) -> Self {
        Self::Shell { explanation: words.say_with("error-shell", &[("detail", error.to_string().into())]) }
    }

    pub(crate) fn key_store(words: &Words, error: &ShellError) -> Self {
        Self::Shell { explanation: words.say_with("error-key-store", &[("detail", error.to_string().into())]) }
    }

    pub(crate) fn store(words: &Words, error: &StoreError) -> Self {
        let say = |key: &str| words.say(key);
        match error {
            StoreError::NewerDatabase { .. } => Self::NewerDatabase { explanation: say("error-newer-database") },
            StoreError::NotJustMet => Self::DamagedDatabase { explanation: say("error-not-justmet") },
            StoreError::NotEncrypted => Self::Shell { explanation: say("error-not-encrypted") },
            StoreError::WrongKey => Self::Shell { explanation: say("error-wrong-key") },
            StoreError::NoEncryption => Self::Shell { explanation: say("error-no-encryption") },
            StoreError::Damaged => Self::DamagedDatabase { explanation: say("error-damaged-database") },
            StoreError::Busy => Self::Busy { explanation: say("error-busy-database") },
            StoreError::ReadOnly => Self::Storage { explanation: say("error-read-only-database") },
            StoreError::Gone => Self::Storage { explanation: say("error-database-gone") },
            StoreError::Full => Self::Storage { explanation: say("error-full-disk") },
            StoreError::IsDirectory => Self::Storage { explanation: say("error-is-directory") },
            StoreError::NoFolder => Self::Storage { explanation: say("error-no-folder") },
            StoreError::NotFound => Self::not_found(say("error-no-such-file")),
            StoreError::Taken => Self::invalid(say("error-file-taken")),
            StoreError::Sealed => Self::invalid(say("error-sealed")),
            StoreError::WrongPassphrase => Self::invalid(say("error-wrong-passphrase")),
            StoreError::NotAnExport { line } => {
                Self::invalid(words.say_with("error-not-an-export", &[("line", line.to_string().into())]))
            }
            StoreError::RefusedRow { line, table, fault } => {
                let (kind, column) = match fault {
                    RowFault::Missing(column) => ("missing", column.as_str()),
                    RowFault::Unknown => ("unknown", ""),
                    RowFault::Value(column) => ("value", column.as_str()),
                    RowFault::Rule => ("rule", ""),
                };
                let (line, table) = (line.to_string(), table.clone());
                let said =
                    [("line", line), ("table", table), ("fault", kind.to_owned()), ("column", column.to_owned())];
                Self::invalid(words.say_with("error-refused-row", &said.map(|(name, text)| (name, text.into()))))
            }
            StoreError::Interrupted => Self::Interrupted { explanation: say("error-interrupted") },
            StoreError::Conflict => Self::Busy { explanation: say("error-conflict") },
            StoreError::Io(detail) => {
                Self::Storage { explanation: words.say_with("error-storage", &[("detail", detail.to_string().into())]) }
            }
            StoreError::Internal(_) => Self::internal(words),
        }
    }
}
