//! The one object that a shell holds.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use chrono::{NaiveDateTime, TimeDelta};
use justmet_domain::channel::Platform;
use justmet_domain::id::IdSource;
use justmet_domain::locale::{Language, Region, WeekendMask};
use justmet_domain::time::{Timestamp, TzSnapshot};
use justmet_store::{Interrupt, Key, Options, Reader, Store, StoreError, Writer};
use uuid::{ContextV7, Uuid};
use zeroize::Zeroizing;

use crate::error::{JustMetError, Result};
use crate::listener::{ChangeListener, Listeners};
use crate::reading::Readings;
use crate::search::loads_at_once;
use crate::shell::{Clock, KeyStore};
use crate::waiting::on_a_thread_that_may_wait;
use crate::words::Words;

/// How long a save or an action can be taken back, in seconds.
pub(crate) const UNDO_SECONDS: i64 = 10;

/// What a shell says once, when it opens the core.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Config {
    /// The database file; created where it is missing, in a folder that must exist.
    pub path: String,
    /// The language of every word that comes back.
    pub language: Language,
    /// The device's region, two letters (ISO 3166-1), if it is known: for national phone numbers, numeric dates and the
    /// weekend.
    pub region: Option<String>,
    /// The system the shell runs on: which links open an app there.
    pub platform: Platform,
}

/// JustMet: capture, suggestion and the one reminder over one database file.
///
/// Cheap to share: every method takes `&self`, and the calls may come from any thread at the same time. Dropping the last
/// reference closes the file.
#[derive(uniffi::Object)]
pub struct JustMet {
    pub(crate) inner: Arc<Inner>,
}

/// What a use case works with, shared with the threads that do the SQL.
pub(crate) struct Inner {
    pub(crate) words: Words,
    pub(crate) region: Option<Region>,
    pub(crate) platform: Platform,
    pub(crate) listeners: Listeners,
    pub(crate) readings: Readings,
    /// How often it was searched.
    pub(crate) searches: AtomicU64,
    /// Breaks off the loading of the search.
    pub(crate) loading: Interrupt,
    clock: Arc<dyn Clock>,
    pub(crate) store: Store,
    ids: Mutex<ContextV7>,
    /// The words of the other languages, for messages to people who speak them; read when the first is written.
    other_words: [OnceLock<Words>; Language::ALL.len()],
}

/// The moment at which a use case runs, asked of the shell once, and where.
pub(crate) struct Now {
    pub(crate) at: Timestamp,
    pub(crate) zone: TzSnapshot,
    /// The device's region, if it is known.
    pub(crate) region: Option<Region>,
}

impl Now {
    pub(crate) fn civil(&self) -> NaiveDateTime {
        self.zone.civil_at(self.at)
    }

    pub(crate) fn undo_expires(&self) -> Timestamp {
        self.at.saturating_add(TimeDelta::seconds(UNDO_SECONDS))
    }
}

#[uniffi::export]
impl JustMet {
    /// Opens the database, creating or upgrading it first.
    ///
    /// # Errors
    /// `Invalid` for an unknown region; `NewerDatabase`, `DamagedDatabase`, `Busy` and `Storage` for the file, which is
    /// then left as it was; `Shell` where the clock fails.
    #[uniffi::constructor]
    pub fn open(config: Config, clock: Arc<dyn Clock>) -> Result<Arc<Self>> {
        Self::open_with(config, clock, None)
    }

    /// The same with an encrypted database. One that is not encrypted yet is encrypted first: a copy is written, read again,
    /// and then takes the place of the old one.
    ///
    /// # Errors
    /// As for `open`; `Shell` where the key is not given or does not open the file.
    #[uniffi::constructor]
    pub fn open_encrypted(config: Config, clock: Arc<dyn Clock>, keys: Arc<dyn KeyStore>) -> Result<Arc<Self>> {
        Self::open_with(config, clock, Some(keys.as_ref()))
    }

    /// A word or sentence of the shell itself, such as the label of a button: the messages whose key begins with `shell-`.
    ///
    /// # Errors
    /// `Invalid` for a key that is none of those.
    pub fn say(&self, key: String) -> Result<String> {
        let text = self.inner.words.say(&key);
        if !key.starts_with("shell-") || text == key {
            return Err(self.inner.bad_id(&key));
        }
        Ok(text)
    }

    /// Everything that `say` says, by its key without `shell-`: the labels of a screen in one call.
    ///
    /// # Errors
    /// None today; fallible so that a defect arrives as an error.
    pub fn labels(&self) -> Result<HashMap<String, String>> {
        Ok(self.inner.words.labels())
    }

    /// Sets who hears of changes, in place of whoever did; `None` for nobody.
    ///
    /// # Errors
    /// None today; fallible so that a defect arrives as an error.
    pub fn set_listener(&self, listener: Option<Arc<dyn ChangeListener>>) -> Result<()> {
        self.inner.listeners.set(listener);
        Ok(())
    }
}

impl Drop for JustMet {
    fn drop(&mut self) {
        // The thread that loads holds the file open.
        self.inner.loading.interrupt();
    }
}

impl JustMet {
    fn open_with(config: Config, clock: Arc<dyn Clock>, keys: Option<&dyn KeyStore>) -> Result<Arc<Self>> {
        let words = Words::new(config.language);
        let region = match config.region.as_deref() {
            None => None,
            Some(text) => Some(text.parse::<Region>().map_err(|_| {
                JustMetError::invalid(words.say_with("error-unknown-region", &[("text", text.to_owned().into())]))
            })?),
        };
        let now = clock.now_ms().map_err(|error| JustMetError::shell(&words, &error))?;
        let now = Timestamp::from_ms(now);
        let ids = Mutex::new(ContextV7::new());
        let key = keys.map(|keys| key_of(keys, &words)).transpose()?;
        let store = open_store(&PathBuf::from(config.path), now, &mut FreshIds { at: now, context: &ids }, key)
            .map_err(|error| JustMetError::store(&words, &error))?;
        let opened = Self {
            inner: Arc::new(Inner {
                words,
                region,
                platform: config.platform,
                listeners: Listeners::default(),
                readings: Readings::default(),
                searches: AtomicU64::new(0),
                loading: Interrupt::default(),
                clock,
                store,
                ids,
                other_words: Default::default(),
            }),
        };
        if loads_at_once(opened.inner.platform) {
            opened.load_search_once();
        }
        Ok(Arc::new(opened))
    }

    /// The words of the language it was opened with, for a shell written in Rust.
    pub fn words(&self) -> &Words {
        &self.inner.words
    }

    /// Runs a use case on a thread where waiting for the disk is allowed. A panic in it comes back as `Internal`.
    pub(crate) fn run<T, F>(&self, use_case: F) -> Running<T>
    where
        T: Send + 'static,
        F: FnOnce(&Inner) -> Result<T> + Send + 'static,
    {
        running(Arc::clone(&self.inner), Box::new(use_case))
    }
}

type UseCase<T> = dyn FnOnce(&Inner) -> Result<T> + Send;

/// A use case that was asked for; it begins when it is first waited for.
type Running<T> = Pin<Box<dyn Future<Output = Result<T>> + Send>>;

/// Boxed, so that the way to the thread and back is compiled once for what comes back and not for each use case.
fn running<T: Send + 'static>(inner: Arc<Inner>, use_case: Box<UseCase<T>>) -> Running<T> {
    Box::pin(async move {
        let shared = Arc::clone(&inner);
        let done = on_a_thread_that_may_wait(move || use_case(&shared)).await;
        done.unwrap_or_else(|| Err(JustMetError::internal(&inner.words)))
    })
}

fn open_store(path: &Path, now: Timestamp, ids: &mut dyn IdSource, key: Option<Key>) -> Result<Store, StoreError> {
    let options = Options { key: key.clone(), ..Options::default() };
    match Store::open_with(path, now, ids, &options) {
        Err(StoreError::NotEncrypted) => {
            let changed = Store::change_key(path, None, key, options.busy_wait);
            // Another process, which was just as new, may have done it meanwhile.
            match (Store::open_with(path, now, ids, &options), changed) {
                (Err(_), Err(error)) => Err(error),
                (opened, _) => opened,
            }
        }
        opened => opened,
    }
}

pub(crate) fn key_of(keys: &dyn KeyStore, words: &Words) -> Result<Key> {
    let asked = keys.database_key().and_then(|key| Ok((Zeroizing::new(key), keys.header_salt()?)));
    let (bytes, salt) = asked.map_err(|error| JustMetError::key_store(words, &error))?;
    let key = Key::new(&bytes).map_err(|error| JustMetError::store(words, &error))?;
    match salt {
        None => Ok(key),
        Some(salt) => match salt.try_into() {
            Ok(salt) => Ok(key.with_plain_header(salt)),
            Err(_) => Err(JustMetError::store(words, &StoreError::WrongKey)),
        },
    }
}

impl Inner {
    /// Asks the shell for the time and the zone.
    pub(crate) fn now(&self) -> Result<Now> {
        let asked = self.clock.now_ms().and_then(|ms| Ok((ms, self.clock.time_zone()?)));
        let (ms, zone) = asked.map_err(|error| JustMetError::shell(&self.words, &error))?;
        Ok(Now { at: Timestamp::from_ms(ms), zone, region: self.region })
    }

    /// The words of any language.
    pub(crate) fn words_in(&self, language: Language) -> &Words {
        let others = Language::ALL.iter().zip(&self.other_words);
        match others.into_iter().find(|(other, _)| **other == language && language != self.words.language()) {
            Some((_, words)) => words.get_or_init(|| Words::new(language)),
            None => &self.words,
        }
    }

    pub(crate) fn weekend(&self) -> WeekendMask {
        self.region.map_or_else(WeekendMask::default, |region| region.weekend())
    }

    /// Reads one snapshot.
    pub(crate) fn read<T>(&self, op: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>) -> Result<T> {
        self.store.read(op).map_err(|error| JustMetError::store(&self.words, &error))
    }

    /// Writes one transaction; on disk when it returns `Ok`.
    pub(crate) fn write<T>(&self, now: &Now, op: impl FnOnce(&Writer<'_>) -> Result<T, StoreError>) -> Result<T> {
        self.store.write(now.at, op).map_err(|error| JustMetError::store(&self.words, &error))
    }

    /// Does something with the file as a whole.
    pub(crate) fn store<T>(&self, op: impl FnOnce(&Store) -> Result<T, StoreError>) -> Result<T> {
        op(&self.store).map_err(|error| JustMetError::store(&self.words, &error))
    }

    pub(crate) fn ids(&self, now: &Now) -> FreshIds<'_> {
        FreshIds { at: now.at, context: &self.ids }
    }
}

/// UUID version 7: ordered by time and, within a millisecond, by a counter.
pub(crate) struct FreshIds<'a> {
    at: Timestamp,
    context: &'a Mutex<ContextV7>,
}

impl<'a> FreshIds<'a> {
    pub(crate) const fn new(at: Timestamp, context: &'a Mutex<ContextV7>) -> Self {
        Self { at, context }
    }
}

impl IdSource for FreshIds<'_> {
    fn next_uuid(&mut self) -> Uuid {
        let ms = u64::try_from(self.at.ms()).unwrap_or(0);
        let nanoseconds = u32::try_from(ms % 1000).unwrap_or(0) * 1_000_000;
        let context = self.context.lock().unwrap_or_else(PoisonError::into_inner);
        Uuid::new_v7(uuid::Timestamp::from_unix(&*context, ms / 1000, nanoseconds))
    }
}
