//! Saving what can be read of a damaged database.

use std::path::Path;
use std::sync::{Arc, Mutex};

use justmet_domain::time::Timestamp;
use justmet_store::{Options, Store, StoreError};
use uuid::ContextV7;

use crate::error::{JustMetError, Result};
use crate::just_met::{Config, FreshIds, key_of};
use crate::shell::{Clock, KeyStore};
use crate::words::Words;

/// What was saved of a damaged database.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Salvaged {
    /// In words: how many people were saved, and where the damaged file lies now.
    pub text: String,
    /// Contacts that are kept again; some may have lost a part of what was known.
    pub contacts: u64,
    /// Those among them whose name was lost.
    pub nameless: u64,
    /// Where the damaged file lies now. It is never deleted.
    pub set_aside: String,
}

/// Saves what can be read of the database that `open` called damaged into a new one in its place; the damaged one is set
/// aside beside it under a name with the date. To be called while nothing has it open; then `open` it. `keys` where it is
/// encrypted.
///
/// # Errors
/// `NotFound` where there is no file; `Busy` where another process salvages it or writes to it: `open` may succeed by
/// then; `DamagedDatabase` where nothing can be read of it, `NewerDatabase`, `Storage`: then it lies where it did; `Shell`
/// for the clock and the key.
#[uniffi::export]
pub fn salvage(config: Config, clock: Arc<dyn Clock>, keys: Option<Arc<dyn KeyStore>>) -> Result<Salvaged> {
    let words = Words::new(config.language);
    let now = clock.now_ms().map_err(|error| JustMetError::shell(&words, &error))?;
    let now = Timestamp::from_ms(now);
    let ids = Mutex::new(ContextV7::new());
    let key = keys.map(|keys| key_of(keys.as_ref(), &words)).transpose()?;
    let options = Options { key, ..Options::default() };
    let saved =
        Store::salvage(Path::new(&config.path), now, &mut FreshIds::new(now, &ids), &options).map_err(|error| {
            match error {
                StoreError::Damaged => {
                    JustMetError::DamagedDatabase { explanation: words.say("error-nothing-to-salvage") }
                }
                other => JustMetError::store(&words, &other),
            }
        })?;
    let set_aside = saved.set_aside.display().to_string();
    let arguments = [("count", saved.contacts.into()), ("file", set_aside.clone().into())];
    Ok(Salvaged {
        text: words.say_with("salvaged", &arguments),
        contacts: saved.contacts,
        nameless: saved.nameless,
        set_aside,
    })
}
