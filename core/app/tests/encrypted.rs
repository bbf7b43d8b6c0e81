//! An encrypted database, opened as the phones do it: with a key store, on iOS with the file's header left readable.
#![cfg(feature = "encryption")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use futures_lite::future::block_on as wait;
use justmet_app::{Clock, Config, JustMet, JustMetError, KeyStore, ShellError, salvage};
use justmet_domain::capture::CaptureMode;
use justmet_domain::channel::Platform;
use justmet_domain::locale::Language;
use justmet_domain::time::TzSnapshot;
use tempfile::TempDir;

const PEOPLE: u64 = 40;

struct Phone {
    folder: TempDir,
    header_salt: Option<Vec<u8>>,
}

struct AtTen;

impl Clock for AtTen {
    fn now_ms(&self) -> Result<i64, ShellError> {
        Ok(1_795_514_400_000)
    }

    fn time_zone(&self) -> Result<TzSnapshot, ShellError> {
        Ok(TzSnapshot::fixed("UTC", 0))
    }
}

struct Keys(Option<Vec<u8>>);

impl KeyStore for Keys {
    fn database_key(&self) -> Result<Vec<u8>, ShellError> {
        Ok(vec![0x4B; 32])
    }

    fn header_salt(&self) -> Result<Option<Vec<u8>>, ShellError> {
        Ok(self.0.clone())
    }
}

impl Phone {
    /// With the header readable, as in a folder that iOS shares, and without.
    fn both() -> [Self; 2] {
        [Some(vec![7; 16]), None].map(|header_salt| Self { folder: TempDir::new().unwrap(), header_salt })
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("justmet.db")
    }

    fn config(&self) -> Config {
        let path = self.file().to_str().unwrap().to_owned();
        Config { path, language: Language::En, region: Some("CA".into()), platform: Platform::Ios }
    }

    fn keys(&self) -> Arc<Keys> {
        Arc::new(Keys(self.header_salt.clone()))
    }

    fn open(&self) -> Result<Arc<JustMet>, JustMetError> {
        JustMet::open_encrypted(self.config(), Arc::new(AtTen), self.keys())
    }
}

fn save(core: &JustMet, numbers: std::ops::Range<u64>) {
    for number in numbers {
        let line = format!("Guest {number}, guest.{number}@acme.example, slides");
        wait(core.save(line, CaptureMode::Typed, Vec::new())).unwrap();
    }
}

/// However many pages are cut off its end.
#[test]
fn one_that_was_cut_short_is_salvaged() {
    for phone in Phone::both() {
        save(&phone.open().unwrap(), 0..PEOPLE);
        let whole = fs::read(phone.file()).unwrap();
        for pages in [1, 2, 3, 4, 7, 12] {
            // The log of the one before is another's: closing folds it in only where nothing is in its way.
            for end in ["-wal", "-shm"] {
                let _gone_or_not = fs::remove_file(phone.file().with_extension(format!("db{end}")));
            }
            fs::write(phone.file(), &whole[..whole.len() - pages * 4096]).unwrap();
            let opened = phone.open().map(drop);
            assert!(matches!(opened, Err(JustMetError::DamagedDatabase { .. })), "{pages}: {opened:?}");
            let saved = salvage(phone.config(), Arc::new(AtTen), Some(phone.keys())).unwrap();
            assert_eq!(saved.contacts, PEOPLE, "{pages} pages cut, header readable: {}", phone.header_salt.is_some());
            let core = phone.open().unwrap();
            let checkup = wait(core.check()).unwrap();
            assert!(checkup.whole && checkup.contacts == saved.contacts, "{:?}", checkup.faults);
        }
    }
}

/// The same where the app was killed: a log lies beside what is left of it.
#[test]
fn one_that_was_cut_short_beside_its_log_is_salvaged() {
    for phone in Phone::both() {
        let core = phone.open().unwrap();
        save(&core, 0..PEOPLE);
        let log = phone.folder.path().join("justmet.db-wal");
        for is_folded in [false, true] {
            if is_folded {
                // Everything in the file, and what comes after in the log.
                drop(phone.open().unwrap());
            }
            let (file, log_bytes) = (fs::read(phone.file()).unwrap(), fs::read(&log).unwrap());
            for pages in [0, 1, 3, 5, 7, 9, 20] {
                let killed = Phone { folder: TempDir::new().unwrap(), header_salt: phone.header_salt.clone() };
                let Some(left) = file.len().checked_sub(pages * 4096) else { continue };
                fs::write(killed.file(), &file[..left]).unwrap();
                fs::write(killed.folder.path().join("justmet.db-wal"), &log_bytes).unwrap();
                let saved = salvage(killed.config(), Arc::new(AtTen), Some(killed.keys())).unwrap();
                assert_eq!(saved.contacts, PEOPLE, "{pages} pages cut, readable: {}", phone.header_salt.is_some());
                let checkup = wait(killed.open().unwrap().check()).unwrap();
                assert!(checkup.whole && checkup.contacts == PEOPLE, "{:?}", checkup.faults);
            }
        }
    }
}

/// An app and its extension are both started for the first time since encryption was switched on.
#[test]
fn several_encrypt_the_same_database_at_once() {
    for round in 0..3 {
        for phone in Phone::both() {
            let plain = JustMet::open(phone.config(), Arc::new(AtTen)).unwrap();
            save(&plain, 0..5);
            drop(plain);
            let phone = &phone;
            thread::scope(|scope| {
                for number in 1..=3_u64 {
                    scope.spawn(move || save(&phone.open().unwrap(), number * 100..number * 100 + 3));
                }
            });
            let checkup = wait(phone.open().unwrap().check()).unwrap();
            assert_eq!((checkup.whole, checkup.contacts), (true, 14), "round {round}: {:?}", checkup.faults);
        }
    }
}
