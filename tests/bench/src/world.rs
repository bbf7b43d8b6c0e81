//! What a shell would give: a clock, a folder, the core; and databases of invented people, made once a run.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

use justmet_app::{Clock, Config, JustMet, ShellError};
use justmet_domain::channel::Platform;
use justmet_domain::locale::Language;
use justmet_domain::time::{TzSnapshot, TzTransition};
use justmet_store::Store;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use crate::generate::{FollowUps, Generator, NOW};
use crate::measure::Result;

/// The size that the large one is compared with.
pub(crate) const SMALL: u32 = 1_000;

/// How many follow-ups are open where reconciling is measured.
pub(crate) const OPEN: u32 = 10_000;

/// A clock that starts at [`NOW`] and goes on by `step` milliseconds each time it is asked.
pub(crate) struct BenchClock {
    at: AtomicI64,
    step: i64,
}

impl BenchClock {
    pub(crate) fn new(step: i64) -> Arc<Self> {
        Arc::new(Self { at: AtomicI64::new(NOW.ms()), step })
    }
}

impl Clock for BenchClock {
    fn now_ms(&self) -> std::result::Result<i64, ShellError> {
        Ok(self.at.fetch_add(self.step, Ordering::Relaxed))
    }

    fn time_zone(&self) -> std::result::Result<TzSnapshot, ShellError> {
        Ok(zone())
    }
}

/// Eastern time in 2026 and 2027: as many changes as a shell hands over.
pub(crate) fn zone() -> TzSnapshot {
    let change = |at_ms, hours: i32| TzTransition { at_ms, offset_after_s: hours * 3600 };
    TzSnapshot {
        zone_id: "America/Toronto".to_owned(),
        offset_at_start_s: -5 * 3600,
        transitions: vec![change(1_805_007_600_000, -4), change(1_825_567_200_000, -5)],
    }
}

/// A folder of databases.
pub(crate) struct World {
    /// The large size.
    pub(crate) people: u32,
    pub(crate) runtime: Runtime,
    folder: TempDir,
    made: BTreeMap<String, PathBuf>,
}

impl World {
    pub(crate) fn new(people: u32, folder: Option<&Path>) -> Result<Self> {
        let folder = match folder {
            Some(folder) => TempDir::new_in(folder)?,
            None => TempDir::new()?,
        };
        Ok(Self { people, runtime: Builder::new_current_thread().build()?, folder, made: BTreeMap::new() })
    }

    /// A database of that many people, most of whose follow-ups have ended.
    pub(crate) fn people_of(&mut self, people: u32) -> Result<PathBuf> {
        self.made_once(format!("people-{people}.db"), people, FollowUps::MostlyEnded)
    }

    /// A database of [`OPEN`] people, of each of whom something is still wanted.
    pub(crate) fn all_open(&mut self, due: u32) -> Result<PathBuf> {
        self.made_once(format!("open-{due}-due.db"), OPEN, FollowUps::AllOpen { due })
    }

    fn made_once(&mut self, name: String, people: u32, follow_ups: FollowUps) -> Result<PathBuf> {
        if let Some(path) = self.made.get(&name) {
            return Ok(path.clone());
        }
        let started = Instant::now();
        let path = self.folder.path().join(&name);
        let mut generator = Generator::new(u64::from(people));
        generator.fill(&Store::open(&path, NOW, &mut Generator::new(0))?, people, follow_ups)?;
        eprintln!("{people} people invented and stored in {:.1} s", started.elapsed().as_secs_f64());
        self.made.insert(name, path.clone());
        Ok(path)
    }

    /// The path of a database that is not there yet.
    pub(crate) fn empty(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// The core over that file, as the terminal opens it.
pub(crate) fn open(database: &Path, clock_step: i64) -> Result<Arc<JustMet>> {
    let path = database.to_str().ok_or("the folder's path is not UTF-8")?.to_owned();
    let config = Config { path, language: Language::En, region: Some("CA".to_owned()), platform: Platform::Desktop };
    Ok(JustMet::open(config, BenchClock::new(clock_step))?)
}
