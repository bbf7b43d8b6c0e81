//! What a terminal knows of the world: the clock, the zone, the region, the language, and where the database lies.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime};
use directories::ProjectDirs;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use justmet_app::{Clock, Config, JustMet, JustMetError, KeyStore, Salvaged, ShellError};
use justmet_domain::channel::Platform;
use justmet_domain::locale::{Language, Region};
use justmet_domain::time::{self, TzSnapshot, TzTransition};

use crate::args::Arguments;
use crate::failure::Failure;

/// The world as this command sees it.
pub(crate) struct Environment {
    pub(crate) language: Language,
    pub(crate) region: Option<Region>,
    clock: TerminalClock,
    db: Option<PathBuf>,
    key_file: Option<PathBuf>,
}

impl Environment {
    pub(crate) fn of(arguments: &Arguments) -> Result<Self, Failure> {
        Ok(Self {
            language: language(arguments.lang.as_deref())?,
            region: region(arguments.region.as_deref())?,
            clock: TerminalClock {
                fixed: arguments.now.as_deref().map(instant).transpose()?,
                zone: zone(arguments.tz.as_deref())?,
            },
            db: arguments.db.clone(),
            #[cfg(feature = "encryption")]
            key_file: arguments.key_file.clone(),
            #[cfg(not(feature = "encryption"))]
            key_file: None,
        })
    }

    pub(crate) fn open(&self) -> Result<Arc<JustMet>, Failure> {
        self.try_open()?.map_err(|error| {
            let advice = match error {
                JustMetError::DamagedDatabase { .. } => " (justmet check --salvage)",
                _ => "",
            };
            Failure::new(format!("could not open the database: {error}{advice}"))
        })
    }

    /// The same, for a command that does something about a file that does not open.
    pub(crate) fn try_open(&self) -> Result<Result<Arc<JustMet>, JustMetError>, Failure> {
        let (config, clock) = (self.config()?, Arc::new(self.clock.clone()));
        Ok(match self.keys() {
            None => JustMet::open(config, clock),
            Some(keys) => JustMet::open_encrypted(config, clock, keys),
        })
    }

    pub(crate) fn salvage(&self) -> Result<Salvaged, Failure> {
        let saved = justmet_app::salvage(self.config()?, Arc::new(self.clock.clone()), self.keys());
        saved.map_err(|error| Failure::new(format!("could not salvage the database: {error}")))
    }

    /// From the key that `--key-file` names, if any, to that in another file, if any.
    #[cfg(feature = "encryption")]
    pub(crate) fn change_key(&self, to: Option<&std::path::Path>) -> Result<justmet_app::KeyChanged, Failure> {
        let to = to.map(|file| Arc::new(KeyFile(file.to_owned())) as Arc<dyn KeyStore>);
        justmet_app::change_key(self.config()?, self.keys(), to)
            .map_err(|error| Failure::new(format!("could not change the key: {error}")))
    }

    fn keys(&self) -> Option<Arc<dyn KeyStore>> {
        self.key_file.clone().map(|file| Arc::new(KeyFile(file)) as Arc<dyn KeyStore>)
    }

    fn config(&self) -> Result<Config, Failure> {
        let path = match &self.db {
            Some(path) => path.clone(),
            None => default_database()?,
        };
        let path = path.into_os_string().into_string();
        let path =
            path.map_err(|_| Failure::new("could not open the database: its path is not UTF-8; choose another"))?;
        let region = self.region.map(|region| region.code().to_owned());
        Ok(Config { path, language: self.language, region, platform: Platform::Desktop })
    }

    /// What the clock on the wall shows.
    pub(crate) fn civil_now(&self) -> NaiveDateTime {
        let now = self.clock.now();
        snapshot(&self.clock.zone, now).civil_at(time::Timestamp::from_ms(now.as_millisecond()))
    }
}

/// A key in a file: a terminal has no key store of its own that works everywhere.
struct KeyFile(PathBuf);

impl KeyStore for KeyFile {
    fn database_key(&self) -> Result<Vec<u8>, ShellError> {
        let failed = |reason: String| ShellError::Failed { reason };
        let content = std::fs::read(&self.0).map_err(|error| failed(format!("the key file: {}", error.kind())))?;
        if content.len() == 32 {
            return Ok(content);
        }
        let digits = content.trim_ascii();
        let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
        let key: Option<Vec<u8>> = digits.chunks(2).map(pair).collect();
        key.filter(|key| key.len() == 32 && digits.len() == 64)
            .ok_or_else(|| failed("the key file holds neither 32 bytes nor 64 hexadecimal digits".to_owned()))
    }

    fn header_salt(&self) -> Result<Option<Vec<u8>>, ShellError> {
        Ok(None)
    }
}

/// The system's clock, or a moment that was asked for.
#[derive(Debug, Clone)]
struct TerminalClock {
    fixed: Option<Timestamp>,
    zone: TimeZone,
}

impl TerminalClock {
    fn now(&self) -> Timestamp {
        self.fixed.unwrap_or_else(Timestamp::now)
    }
}

impl Clock for TerminalClock {
    fn now_ms(&self) -> Result<i64, ShellError> {
        Ok(self.now().as_millisecond())
    }

    fn time_zone(&self) -> Result<TzSnapshot, ShellError> {
        Ok(snapshot(&self.zone, self.now()))
    }
}

/// The offsets from a week before to 400 days after, as the system's zone files have them.
fn snapshot(zone: &TimeZone, now: Timestamp) -> TzSnapshot {
    let from = now.checked_sub(Span::new().hours(7 * 24)).unwrap_or(Timestamp::MIN);
    let until = now.checked_add(Span::new().hours(400 * 24)).unwrap_or(Timestamp::MAX);
    TzSnapshot {
        zone_id: zone.iana_name().unwrap_or("UTC").to_owned(),
        offset_at_start_s: zone.to_offset(from).seconds(),
        transitions: zone
            .following(from)
            .take_while(|change| change.timestamp() <= until)
            .map(|change| TzTransition {
                at_ms: change.timestamp().as_millisecond(),
                offset_after_s: change.offset().seconds(),
            })
            .collect(),
    }
}

fn instant(text: &str) -> Result<Timestamp, Failure> {
    let wrong = |_| {
        Failure::new(format!(
            "could not use --now {text}: it is not a moment such as 2026-11-23T18:30:00-05:00 (RFC 3339)"
        ))
    };
    let moment = DateTime::parse_from_rfc3339(text).map_err(wrong)?;
    Timestamp::from_millisecond(moment.timestamp_millis())
        .map_err(|_| Failure::new(format!("could not use --now {text}: no calendar reaches there")))
}

/// A zone by name, or the system's; UTC where the system names none.
fn zone(name: Option<&str>) -> Result<TimeZone, Failure> {
    match name {
        None => Ok(TimeZone::try_system().unwrap_or(TimeZone::UTC)),
        Some(name) => TimeZone::get(name).map_err(|_| {
            Failure::new(format!(
                "could not use --tz {name}: there is no such zone; use an IANA name such as America/Toronto"
            ))
        }),
    }
}

/// The time zone of a name, for commands that are given one with each line.
pub(crate) fn is_zone(name: &str) -> bool {
    TimeZone::get(name).is_ok()
}

fn region(asked: Option<&str>) -> Result<Option<Region>, Failure> {
    match asked {
        Some(text) => match text.parse() {
            Ok(region) => Ok(Some(region)),
            Err(wrong) => Err(Failure::new(format!("could not use --region {text}: {wrong}"))),
        },
        None => Ok(locale(&["LC_ALL", "LC_TELEPHONE", "LANG"])
            .and_then(|tag| tag.split(['.', '@']).next()?.split(['_', '-']).nth(1)?.parse().ok())),
    }
}

fn language(asked: Option<&str>) -> Result<Language, Failure> {
    match asked {
        Some(text) => Language::from_tag(text).ok_or_else(|| {
            let known = Language::ALL.map(Language::code).join(", ");
            Failure::new(format!("could not use --lang {text}: JustMet speaks {known}"))
        }),
        None => {
            Ok(locale(&["LC_ALL", "LC_MESSAGES", "LANG"]).and_then(|tag| Language::from_tag(&tag)).unwrap_or_default())
        }
    }
}

/// The first of these variables that is set, as POSIX has it.
fn locale(variables: &[&str]) -> Option<String> {
    variables.iter().filter_map(|variable| env::var(variable).ok()).find(|value| !value.is_empty())
}

fn default_database() -> Result<PathBuf, Failure> {
    let folders = ProjectDirs::from("app", "", "JustMet").ok_or_else(|| {
        Failure::new("could not open the database: no home folder is known; say where with --db FILE")
    })?;
    let folder = folders.data_dir();
    std::fs::create_dir_all(folder).map_err(|error| {
        Failure::new(format!(
            "could not open the database: its folder cannot be made ({}); say where with --db FILE",
            error.kind()
        ))
    })?;
    Ok(folder.join("justmet.db"))
}
