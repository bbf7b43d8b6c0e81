//! What SQLite did to the files of a folder, in order.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::disk::{Image, Loss, crash};
use crate::vfs;

/// One thing that was done to a file.
#[derive(Debug, Clone)]
pub(crate) enum Op {
    /// Bytes were written at an offset.
    Write { file: usize, offset: u64, bytes: Vec<u8> },
    /// The file was cut, or lengthened, to so many bytes.
    Truncate { file: usize, bytes: u64 },
    /// Everything done to the file so far is on the disk.
    Sync { file: usize },
    /// The file was deleted; `synced` where its folder was synced after it.
    Delete { file: usize, synced: bool },
    /// What the folder lists is on the disk: what was deleted stays so. SQLite syncs the folder when a new journal or log is
    /// synced for the first time.
    SyncFolder,
    /// The caller was told that everything up to this number is saved.
    Acknowledge(u64),
}

/// What the disk does from some point on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// No write finds room any more.
    Full,
    /// Writes fail.
    Write,
    /// Syncing fails.
    Sync,
    /// Reads fail.
    Read,
}

/// A fault that begins after so many calls that it concerns, and lasts for so many of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// What fails.
    pub kind: FaultKind,
    /// How many such calls still succeed.
    pub after: u64,
    /// How many then fail.
    pub lasts: u64,
}

/// How much was done to the files of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Done {
    /// How often something was written.
    pub writes: u64,
    /// How much.
    pub bytes: u64,
    /// How often a file was synced.
    pub syncs: u64,
}

/// The recording of a folder. Recording ends when the last reference is dropped; the databases in it must be closed then.
#[derive(Debug)]
pub struct Tape {
    folder: PathBuf,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    names: Vec<PathBuf>,
    /// What was there before.
    before: BTreeMap<usize, Vec<u8>>,
    ops: Vec<Op>,
    fault: Option<Fault>,
    failed: u64,
    /// What went into files without a name, which SQLite makes for what does not fit into memory.
    unnamed: Vec<Vec<u8>>,
}

impl Tape {
    /// Begins to record what SQLite does in a folder. For that SQLite's default file system is, in the whole process and
    /// once for all, one that notes what it passes on.
    pub fn record(folder: &Path) -> Arc<Self> {
        vfs::install();
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let mut inner = Inner::default();
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            if let Ok(content) = fs::read(entry.path()) {
                let file = inner.file(&entry.path());
                inner.before.insert(file, content);
            }
        }
        let tape = Arc::new(Self { folder, inner: Mutex::new(inner) });
        vfs::watch(&tape);
        tape
    }

    /// Notes that the caller was told: everything up to this number is saved.
    pub fn acknowledge(&self, number: u64) {
        self.lock().ops.push(Op::Acknowledge(number));
    }

    /// From now on the disk does this. `None` makes it whole again.
    pub fn fail(&self, fault: Option<Fault>) {
        let mut inner = self.lock();
        inner.fault = fault;
        inner.failed = 0;
    }

    /// How many calls the present fault has made fail.
    pub fn failed(&self) -> u64 {
        self.lock().failed
    }

    /// How many writes, truncations, syncs and deletions were recorded.
    pub fn len(&self) -> usize {
        self.lock().ops.iter().filter(|op| !matches!(op, Op::Acknowledge(_))).count()
    }

    /// How much was done since the tape was begun.
    pub fn done(&self) -> Done {
        let mut done = Done::default();
        for op in &self.lock().ops {
            match op {
                Op::Write { bytes, .. } => {
                    done.writes += 1;
                    done.bytes += bytes.len() as u64;
                }
                Op::Sync { .. } => done.syncs += 1,
                Op::Truncate { .. } | Op::Delete { .. } | Op::SyncFolder | Op::Acknowledge(_) => {}
            }
        }
        done
    }

    /// Whatever was written, each piece with the name of its file: databases, logs, journals; none for a temporary file
    /// without a name. Those of the whole process are on the tape that was begun last.
    pub fn written(&self) -> Vec<(Option<PathBuf>, Vec<u8>)> {
        let inner = self.lock();
        let named = inner.ops.iter().filter_map(|op| match op {
            Op::Write { file, bytes, .. } => Some((inner.names.get(*file).cloned(), bytes.clone())),
            _ => None,
        });
        named.chain(inner.unnamed.iter().map(|bytes| (None, bytes.clone()))).collect()
    }

    /// Whether nothing was recorded yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What the disk may hold after a power cut at each point of the tape, in each of the ways in
    /// which what was not synced can be lost (see [`Loss`]), `variants` times. The same seed gives the same images.
    pub fn images(&self, variants: u32, seed: u64) -> Vec<Image> {
        let inner = self.lock();
        let mut random = fastrand::Rng::with_seed(seed);
        let mut images = Vec::new();
        for cut in 0..=inner.ops.len() {
            for variant in 0..variants {
                let loss = Loss::of(variant);
                images.push(crash(
                    &inner.names,
                    &inner.before,
                    inner.ops.get(..cut).unwrap_or_default(),
                    loss,
                    &mut random,
                ));
            }
        }
        images
    }

    /// The same for a disk that says "synced" and has not: what a test must notice.
    pub fn images_of_a_lying_disk(&self, seed: u64) -> Vec<Image> {
        let inner = self.lock();
        let mut random = fastrand::Rng::with_seed(seed);
        let lies: Vec<Op> = inner.ops.iter().filter(|op| !matches!(op, Op::Sync { .. })).cloned().collect();
        (0..=lies.len())
            .map(|cut| crash(&inner.names, &inner.before, lies.get(..cut).unwrap_or_default(), Loss::Some, &mut random))
            .collect()
    }

    pub(crate) fn holds(&self, path: &Path) -> bool {
        path.starts_with(&self.folder)
    }

    pub(crate) fn file(&self, path: &Path) -> usize {
        self.lock().file(path)
    }

    pub(crate) fn note_unnamed(&self, bytes: &[u8]) {
        self.lock().unnamed.push(bytes.to_vec());
    }

    pub(crate) fn note(&self, op: Op) {
        self.lock().ops.push(op);
    }

    /// Whether this call is to fail.
    pub(crate) fn fails(&self, kind: FaultKind) -> bool {
        let mut inner = self.lock();
        let Some(fault) = &mut inner.fault else { return false };
        let concerns = fault.kind == kind || (fault.kind == FaultKind::Full && kind == FaultKind::Write);
        if !concerns {
            return false;
        }
        if fault.after > 0 {
            fault.after -= 1;
            return false;
        }
        if fault.lasts == 0 {
            return false;
        }
        fault.lasts -= 1;
        inner.failed += 1;
        true
    }

    pub(crate) fn is_full(&self) -> bool {
        self.lock().fault.is_some_and(|fault| fault.kind == FaultKind::Full)
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn file(&mut self, path: &Path) -> usize {
        if let Some(file) = self.names.iter().position(|known| known == path) {
            return file;
        }
        self.names.push(path.to_owned());
        self.names.len() - 1
    }
}
