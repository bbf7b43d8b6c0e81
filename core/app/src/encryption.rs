//! Whether a database can be encrypted, and the way back to a plain one.

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

/// Writes an encrypted database plain again: a copy is written, read again, and then takes the place of the old one. The way
/// there is `open_encrypted`. To be called while nothing has it open; then `open` it, and only then forget the key.
///
/// # Errors
/// `Busy` where it is open; `Shell` where the key is not given, does not open the file, or this build cannot encrypt;
/// `DamagedDatabase` and `Storage` for the file. Then it is as it was.
#[uniffi::export]
pub fn decrypt(config: Config, keys: Arc<dyn KeyStore>) -> Result<()> {
    let words = Words::new(config.language);
    let key = key_of(keys.as_ref(), &words)?;
    Store::change_key(Path::new(&config.path), Some(key), None, Options::default().busy_wait)
        .map_err(|error| JustMetError::store(&words, &error))
}
