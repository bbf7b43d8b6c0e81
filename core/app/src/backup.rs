//! One file that holds everything, and the way back from it.

use std::path::Path;

use justmet_domain::follow_up::Delivery;
use justmet_store::{Passphrase, StoreError, Writer};
use uuid::Uuid;

use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet, Now};
use crate::reconcile::note_delivered;

/// A backup that was written and read again.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct BackupMade {
    /// In words.
    pub text: String,
    /// Contacts in it.
    pub contacts: u64,
    /// The size of the file in bytes.
    pub bytes: u64,
}

/// A backup that was brought back.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Restored {
    /// In words.
    pub text: String,
    /// Contacts that are kept now.
    pub contacts: u64,
}

#[uniffi::export]
impl JustMet {
    /// Whether the file is a backup that needs a passphrase: ask for it before `restore`.
    ///
    /// # Errors
    /// `NotFound` where there is no such file, `Storage` where it cannot be read.
    pub fn backup_is_sealed(&self, path: String) -> Result<bool> {
        self.inner.store(|_| justmet_store::is_sealed(Path::new(&path)))
    }
}

#[uniffi::export]
impl JustMet {
    /// Writes everything into one file, which appears under its name only once it was read again and found whole. With a
    /// passphrase it is sealed (Argon2id, XChaCha20-Poly1305); without one it is a plain SQLite database that anybody who
    /// has it can read. A backup that is there already is replaced, any other file is not.
    ///
    /// # Errors
    /// `Invalid` for an empty passphrase, or where something else lies at the path; `Storage` where it could not be
    /// written; `DamagedDatabase` where there is nothing whole to write.
    pub async fn backup(&self, path: String, passphrase: Option<String>) -> Result<BackupMade> {
        self.run(move |inner| {
            let passphrase = inner.passphrase(passphrase)?;
            // A version 4 id is random but for six bits.
            let salt = Uuid::new_v4().into_bytes();
            let made = inner.store(|store| store.backup(Path::new(&path), passphrase.as_ref(), salt))?;
            let text = inner.words.say_with("backup-made", &[("count", made.contacts.into())]);
            Ok(BackupMade { text, contacts: made.contacts, bytes: made.bytes })
        })
        .await
    }

    /// Puts what a backup holds in the place of everything here. The backup is looked at in full before anything is
    /// replaced, the state before is kept until the new one was found whole, and a failure leaves everything as it was.
    /// What was due already waits in the inbox and does not remind: another phone may have reminded of it. Read every screen
    /// again after it.
    ///
    /// # Errors
    /// `Invalid` where the passphrase is missing or wrong; `NotFound` where there is no such file; `DamagedDatabase` and
    /// `NewerDatabase` for the backup; `Busy` and `Storage` for this database.
    pub async fn restore(&self, path: String, passphrase: Option<String>) -> Result<Restored> {
        self.run(move |inner| {
            let passphrase = inner.passphrase(passphrase)?;
            let now = inner.now()?;
            let mut ids = inner.ids(&now);
            let quiet = |writer: &Writer<'_>| inner.keep_quiet(writer, &now);
            let restored = inner.store.restore(Path::new(&path), passphrase.as_ref(), now.at, &mut ids, quiet);
            let restored = restored.map_err(|error| inner.of_backup(&error))?;
            let text = inner.words.say_with("backup-restored", &[("count", restored.contacts.into())]);
            Ok(Restored { text, contacts: restored.contacts })
        })
        .await
    }
}

impl Inner {
    /// Notes what is due as shown, so that it waits in the inbox; and that nothing was handed to the system: what the backup
    /// knows of that is of its day, and what was taken back since would be taken for delivered.
    fn keep_quiet(&self, writer: &Writer<'_>, now: &Now) -> Result<(), StoreError> {
        for handed_over in writer.handed_over()? {
            writer.take_handed_over(handed_over.slot.follow_up, now.at)?;
        }
        for follow_up in self.due_and_next(writer, now)? {
            if now.zone.instant_of(follow_up.due) <= now.at {
                note_delivered(writer, follow_up.slot(), Delivery::Restored, now)?;
            }
        }
        Ok(())
    }

    pub(crate) fn passphrase(&self, text: Option<String>) -> Result<Option<Passphrase>> {
        let passphrase = text.map(Passphrase::new).transpose();
        passphrase.map_err(|_| JustMetError::invalid(self.words.say("error-empty-passphrase")))
    }

    /// What is wrong with a backup is not wrong with the database.
    fn of_backup(&self, error: &StoreError) -> JustMetError {
        match error {
            StoreError::Damaged => {
                JustMetError::DamagedDatabase { explanation: self.words.say("error-damaged-backup") }
            }
            StoreError::NotJustMet => {
                JustMetError::DamagedDatabase { explanation: self.words.say("error-not-a-backup") }
            }
            other => JustMetError::store(&self.words, other),
        }
    }
}
