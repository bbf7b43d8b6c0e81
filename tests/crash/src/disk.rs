//! What a disk may hold after a power cut.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::tape::Op;

/// What becomes of what was done to a file since it was last synced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// All of it reached the disk: what a killed program leaves.
    Nothing,
    /// None of it did.
    Everything,
    /// Some did, piece by piece of 512 bytes, in order.
    Some,
    /// Some did, in any order, and a piece may be torn within; new ground may hold anything.
    SomeReordered,
}

impl Loss {
    pub(crate) const fn of(variant: u32) -> Self {
        match variant % 4 {
            0 => Self::Everything,
            1 => Self::SomeReordered,
            2 => Self::Some,
            _ => Self::Nothing,
        }
    }
}

/// The files of a folder as a power cut may leave them.
#[derive(Debug, Clone)]
pub struct Image {
    /// Each file by its name, with its content.
    pub files: BTreeMap<PathBuf, Vec<u8>>,
    /// Up to which number the caller had been told that it is saved.
    pub acknowledged: u64,
    /// What was lost.
    pub loss: Loss,
    /// How many operations had been done.
    pub cut: usize,
}

impl Image {
    /// Writes the files into a folder.
    ///
    /// # Errors
    /// Those of writing.
    pub fn write_to(&self, folder: &Path) -> io::Result<()> {
        for (name, content) in &self.files {
            fs::write(folder.join(name.file_name().unwrap_or_default()), content)?;
        }
        Ok(())
    }
}

/// The smallest thing that a disk writes as a whole.
const SECTOR: usize = 512;

/// A file: what is on the disk of it, and what has been done to it since.
#[derive(Debug, Default)]
struct File<'a> {
    durable: Option<Vec<u8>>,
    pending: Vec<&'a Op>,
}

pub(crate) fn crash(
    names: &[PathBuf],
    before: &BTreeMap<usize, Vec<u8>>,
    ops: &[Op],
    loss: Loss,
    random: &mut fastrand::Rng,
) -> Image {
    let mut files: BTreeMap<usize, File<'_>> = BTreeMap::new();
    for (file, content) in before {
        files.insert(*file, File { durable: Some(content.clone()), pending: Vec::new() });
    }
    let mut acknowledged = 0;
    for op in ops {
        match op {
            Op::Write { file, .. } | Op::Truncate { file, .. } | Op::Delete { file, synced: false } => {
                files.entry(*file).or_default().pending.push(op);
            }
            Op::Sync { file } => {
                let file = files.entry(*file).or_default();
                for op in std::mem::take(&mut file.pending) {
                    apply(&mut file.durable, op);
                }
                file.durable.get_or_insert_default();
            }
            Op::Delete { file, synced: true } => {
                files.insert(*file, File::default());
            }
            Op::SyncFolder => {
                for file in files.values_mut() {
                    // Later writes went to a new file of that name.
                    if let Some(last) = file.pending.iter().rposition(|op| matches!(op, Op::Delete { .. })) {
                        file.pending.drain(..=last);
                        file.durable = None;
                    }
                }
            }
            Op::Acknowledge(number) => acknowledged = *number,
        }
    }
    let mut left = BTreeMap::new();
    for (number, mut file) in files {
        lose(&mut file, loss, random);
        if let (Some(content), Some(name)) = (file.durable, names.get(number)) {
            left.insert(name.clone(), content);
        }
    }
    Image { files: left, acknowledged, loss, cut: ops.len() }
}

/// Lets some of what was not synced reach the disk.
fn lose(file: &mut File<'_>, loss: Loss, random: &mut fastrand::Rng) {
    match loss {
        Loss::Everything => {}
        Loss::Nothing => {
            for op in std::mem::take(&mut file.pending) {
                apply(&mut file.durable, op);
            }
        }
        Loss::Some | Loss::SomeReordered => {
            let mut pieces = Vec::new();
            for op in std::mem::take(&mut file.pending) {
                split(op, &mut pieces);
            }
            // Sometimes most reaches the disk, sometimes little.
            let kept = [0.1, 0.5, 0.9][random.usize(..3)];
            pieces.retain(|_| random.f64() < kept);
            if loss == Loss::SomeReordered {
                random.shuffle(&mut pieces);
                if let Some(Op::Write { bytes, .. }) = pieces.last_mut() {
                    let torn = random.usize(..=bytes.len());
                    bytes.truncate(torn);
                }
            }
            for piece in &pieces {
                let had = file.durable.as_ref().map_or(0, Vec::len);
                apply(&mut file.durable, piece);
                if let (Loss::SomeReordered, Op::Write { offset, .. }, Some(content)) = (loss, piece, &mut file.durable)
                {
                    // Blocks that were given to the file and never written hold what was there before.
                    let gap = had..usize::try_from(*offset).unwrap_or(usize::MAX).min(content.len());
                    if let Some(gap) = content.get_mut(gap) {
                        gap.fill_with(|| random.u8(..));
                    }
                }
            }
        }
    }
}

fn split(op: &Op, pieces: &mut Vec<Op>) {
    let Op::Write { file, offset, bytes } = op else {
        pieces.push(op.clone());
        return;
    };
    let mut at = 0;
    while at < bytes.len() {
        // Up to the next boundary of a sector of the disk, not of the write.
        let place = usize::try_from(*offset).unwrap_or(usize::MAX).saturating_add(at);
        let end = (at + SECTOR - place % SECTOR).min(bytes.len());
        let piece = bytes.get(at..end).unwrap_or_default().to_vec();
        pieces.push(Op::Write { file: *file, offset: offset + at as u64, bytes: piece });
        at = end;
    }
}

fn apply(content: &mut Option<Vec<u8>>, op: &Op) {
    match op {
        Op::Write { offset, bytes, .. } => {
            let content = content.get_or_insert_default();
            let start = usize::try_from(*offset).unwrap_or(usize::MAX);
            let end = start.saturating_add(bytes.len());
            if content.len() < end {
                content.resize(end, 0);
            }
            if let Some(place) = content.get_mut(start..end) {
                place.copy_from_slice(bytes);
            }
        }
        Op::Truncate { bytes, .. } => {
            content.get_or_insert_default().resize(usize::try_from(*bytes).unwrap_or(usize::MAX), 0);
        }
        Op::Delete { .. } => *content = None,
        Op::Sync { .. } | Op::SyncFolder | Op::Acknowledge(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(offset: u64, bytes: &[u8]) -> Op {
        Op::Write { file: 0, offset, bytes: bytes.to_vec() }
    }

    fn left(ops: &[Op], loss: Loss, seed: u64) -> Option<Vec<u8>> {
        let image = crash(&["a".into()], &BTreeMap::new(), ops, loss, &mut fastrand::Rng::with_seed(seed));
        image.files.into_values().next()
    }

    #[test]
    fn what_was_synced_stays_and_what_was_not_may_go() {
        let ops = [write(0, b"old"), Op::Sync { file: 0 }, write(0, b"new"), Op::Truncate { file: 0, bytes: 2 }];
        assert_eq!(left(&ops, Loss::Everything, 0).as_deref(), Some(&b"old"[..]));
        assert_eq!(left(&ops, Loss::Nothing, 0).as_deref(), Some(&b"ne"[..]));
        let mut seen: Vec<_> = (0..200).map(|seed| left(&ops, Loss::Some, seed)).collect();
        seen.sort();
        seen.dedup();
        let expected = [&b"ne"[..], b"new", b"ol", b"old"].map(|bytes| Some(bytes.to_vec()));
        assert_eq!(seen, expected);
        assert_eq!(left(&ops[..1], Loss::Everything, 0), None, "a file that was never synced may not be there");
    }

    #[test]
    fn a_long_write_is_torn_at_sectors() {
        let ops = [write(0, &[0; 2048]), Op::Sync { file: 0 }, write(100, &[1; 1500])];
        let torn = (0..200)
            .filter_map(|seed| left(&ops, Loss::Some, seed))
            .find(|content| content[100] == 0 && content[600] == 1);
        let torn = torn.unwrap();
        assert!(torn[512..1024].iter().all(|byte| *byte == 1) && torn[..512].iter().all(|byte| *byte == 0));
    }

    #[test]
    fn a_deleted_file_may_come_back_unless_its_folder_was_synced() {
        let written = [write(0, b"x"), Op::Sync { file: 0 }];
        for (synced, expected) in [(true, None), (false, Some(b"x".to_vec()))] {
            let ops = [written[0].clone(), written[1].clone(), Op::Delete { file: 0, synced }];
            assert_eq!(left(&ops, Loss::Everything, 0), expected);
        }
    }
}
