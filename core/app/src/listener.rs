//! Telling the shell what changed.

use std::sync::{Arc, Mutex, PoisonError};

use justmet_domain::id::ContactId;

use crate::shell::ShellError;

/// Hears of each change once it is on disk. Implemented by the shell; called on a background thread, outside every
/// lock, so it may call back into [`JustMet`](crate::JustMet). What it throws is dropped: the change has happened.
#[uniffi::export(foreign)]
pub trait ChangeListener: Send + Sync {
    /// Something was committed.
    ///
    /// # Errors
    /// Dropped.
    fn changed(&self, change: Change) -> Result<(), ShellError>;
}

/// One committed change.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Change {
    /// What.
    pub kind: ChangeKind,
    /// The contact it is about.
    pub contact_id: String,
}

/// The kinds of [`Change`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum ChangeKind {
    /// A contact was saved.
    ContactSaved,
    /// A contact was taken back or forgotten.
    ContactGone,
    /// What they said about a channel changed.
    PreferenceChanged,
    /// A follow-up moved on.
    FollowUpChanged,
    /// What came of a message was noted.
    MessageNoted,
    /// A promise was kept, or is open again.
    PromiseChanged,
}

/// Who listens.
#[derive(Default)]
pub(crate) struct Listeners {
    one: Mutex<Option<Arc<dyn ChangeListener>>>,
}

impl Listeners {
    pub(crate) fn set(&self, listener: Option<Arc<dyn ChangeListener>>) {
        *self.one.lock().unwrap_or_else(PoisonError::into_inner) = listener;
    }

    pub(crate) fn tell(&self, kind: ChangeKind, contact: ContactId) {
        // The lock is given back before the shell is called: it may call back into the core.
        let listener = self.one.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(listener) = listener {
            let _dropped = listener.changed(Change { kind, contact_id: contact.to_string() });
        }
    }
}
