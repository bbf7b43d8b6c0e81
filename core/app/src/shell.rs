//! What a shell gives to the core.

use justmet_domain::time::TzSnapshot;

/// The device's clock and time zone. Implemented by the shell; called on any thread, so it must not wait for one, and
/// it must not call back into [`JustMet`](crate::JustMet).
#[uniffi::export(rust, foreign)]
pub trait Clock: Send + Sync {
    /// Now, in milliseconds since 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// Where the device cannot tell; the use case then fails with `Shell` and nothing is written.
    fn now_ms(&self) -> Result<i64, ShellError>;

    /// The offsets of the device's zone around now: from a week ago to some 400 days ahead.
    ///
    /// # Errors
    /// As for `now_ms`.
    fn time_zone(&self) -> Result<TzSnapshot, ShellError>;
}

/// Where the device keeps the key of an encrypted database: the Keystore of Android, the Keychain of Apple's systems.
/// Implemented by the shell; called on any thread while the database is opened, so it must not wait for one, and it must
/// not call back into [`JustMet`](crate::JustMet). It must work while the screen is locked, or no reminder comes.
#[uniffi::export(rust, foreign)]
pub trait KeyStore: Send + Sync {
    /// The key: 32 random bytes, made at the first call and the same at every later one. The core wipes its copy.
    ///
    /// # Errors
    /// Where the device does not give it; the database then stays closed.
    fn database_key(&self) -> Result<Vec<u8>, ShellError>;

    /// For a file in a folder that iOS shares between an app and its extensions: 16 random bytes kept beside the key, so
    /// that the file's first 32 bytes stay readable for the system. None everywhere else.
    ///
    /// # Errors
    /// As for `database_key`.
    fn header_salt(&self) -> Result<Option<Vec<u8>>, ShellError>;
}

/// Something failed on the shell's side.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum ShellError {
    /// What it says.
    #[error("{reason}")]
    Failed {
        /// For the person, without anything about a contact.
        reason: String,
    },
}

/// Whatever else the other language throws arrives as [`ShellError::Failed`] too.
impl From<uniffi::UnexpectedUniFFICallbackError> for ShellError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed { reason: error.reason }
    }
}
