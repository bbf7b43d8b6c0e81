//! Whether a database can be encrypted; encrypting it, giving it another key, making it plain again.

use std::path::Path;
use std::sync::Arc;

use justmet_store::{Options, Store};

use crate::error::{JustMetError, Result};
use crate::just_met::{Config, key_of};
use crate::shell::KeyStore;
use crate::words::Words;

/// Whether this build can encrypt a database (the feature `encryption`): a shell offers it only then.
///
/// # Errors
/// None today; fallible so that a defect arrives as an error.
#[uniffi::export]
pub fn can_encrypt() -> Result<bool> {
    Ok(cfg!(feature = "encryption"))
}

/// What a database is after its key was changed.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct KeyChanged {
    /// In words.
    pub text: String,
    /// Whether it is encrypted now.
    pub is_encrypted: bool,
}

/// Encrypts a plain database (`from` none), makes an encrypted one plain (`to` none), or gives it another key. A copy is
/// written, read again and compared, and then takes the place of the old one in one step, so that a cut leaves the one or
/// the other, whole. To be called while nothing has it open, like `salvage`.
///
/// # Errors
/// `NotFound` where there is no file, `Busy` where somebody has it open, `Shell` where a key is not given, is wrong, or this
/// build cannot encrypt, and those of opening and writing. Then the database is as it was.
#[uniffi::export]
pub fn change_key(
    config: Config,
    from: Option<Arc<dyn KeyStore>>,
    to: Option<Arc<dyn KeyStore>>,
) -> Result<KeyChanged> {
    let words = Words::new(config.language);
    let key = |keys: Option<Arc<dyn KeyStore>>| keys.map(|keys| key_of(keys.as_ref(), &words)).transpose();
    let (from, to) = (key(from)?, key(to)?);
    let is_encrypted = to.is_some();
    Store::change_key(Path::new(&config.path), from, to, Options::default().busy_wait)
        .map_err(|error| JustMetError::store(&words, &error))?;
    let text = if is_encrypted { words.say("key-changed-encrypted") } else { words.say("key-changed-plain") };
    Ok(KeyChanged { text, is_encrypted })
}
