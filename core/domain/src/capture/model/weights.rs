//! What was learned: how much each feature counts for and against each label, in 32nds.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::super::lexicon::Fnv;
use super::features::{COUNTED, Feature};
use super::path::{LABELS, Scores, Steps};
use crate::packed;

/// Written by `tests/teach`, packed.
static LEARNED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.bin"));

/// Of one feature, for every label. A row of sixteen is added at once.
type Row = [i8; 16];

pub(super) struct Weights {
    counted: Vec<Row>,
    words: HashMap<Feature, Row, BuildHasherDefault<Fnv>>,
    pub(super) steps: Steps,
}

/// Unpacked on the first call.
pub(super) static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(&packed::bytes(LEARNED)));

impl Weights {
    /// What speaks for each label of a token with those features.
    pub(super) fn of(&self, features: &[Feature]) -> Scores {
        let mut sum = [0i16; 16];
        for feature in features {
            let counted = usize::try_from(*feature).ok().and_then(|place| self.counted.get(place));
            if let Some(row) = counted.or_else(|| self.words.get(feature)) {
                sum.iter_mut().zip(row).for_each(|(sum, weight)| *sum = sum.saturating_add(i16::from(*weight)));
            }
        }
        std::array::from_fn(|label| sum.get(label).copied().unwrap_or_default().into())
    }

    /// The steps, then every feature with its row; see [`Weights::write`].
    fn read(bytes: &[u8]) -> Self {
        let mut weights =
            Self { counted: vec![[0; 16]; COUNTED.into()], words: HashMap::default(), steps: [[0; LABELS]; LABELS] };
        let mut rows = bytes.chunks_exact(LABELS);
        for (step, row) in weights.steps.iter_mut().zip(&mut rows) {
            step.iter_mut().zip(row).for_each(|(step, byte)| *step = byte.cast_signed().into());
        }
        let rest = bytes.get(LABELS * LABELS..).unwrap_or_default();
        for entry in rest.chunks_exact(LABELS + 4) {
            let Some((feature, learned)) = entry.split_first_chunk() else { break };
            let mut row = Row::default();
            row.iter_mut().zip(learned).for_each(|(weight, byte)| *weight = byte.cast_signed());
            let feature = Feature::from_le_bytes(*feature);
            match usize::try_from(feature).ok().and_then(|place| weights.counted.get_mut(place)) {
                Some(slot) => *slot = row,
                None => _ = weights.words.insert(feature, row),
            }
        }
        weights
    }

    /// As it is read.
    #[cfg(feature = "teach")]
    pub(super) fn write(steps: &[[i8; LABELS]; LABELS], rows: &[(Feature, [i8; LABELS])]) -> Vec<u8> {
        let steps = steps.iter().flatten().map(|weight| weight.cast_unsigned());
        let rows = rows.iter().flat_map(|(feature, row)| {
            feature.to_le_bytes().into_iter().chain(row.iter().map(|weight| weight.cast_unsigned()))
        });
        steps.chain(rows).collect()
    }
}
