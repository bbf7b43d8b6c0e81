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
