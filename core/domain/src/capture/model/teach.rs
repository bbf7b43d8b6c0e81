//! For `tests/teach`: what is told of a line, and the shape in which what was learned is kept.

use std::ops::Range;

use chrono::NaiveDate;

use super::super::dates::Reading;
use super::super::read::prepare;
use super::super::text::Text;
use super::super::{CaptureContext, codes};
use super::features::Features;
use super::path;
use super::weights::Weights;

/// Fields learned: name, organisation, role, event, and the date of the follow-up.
pub const FIELDS: usize = path::FIELDS;
/// Labels of a token: 0 is outside of all; `1 + 2 * field` begins a field, one more goes on with it.
pub const LABELS: usize = path::LABELS;

/// A line as the model is told it.
pub struct Lesson {
    /// The features of each token.
    pub features: Vec<Vec<u32>>,
    /// Where each token stands in the line, in bytes.
    pub tokens: Vec<Range<usize>>,
    /// Every date: its tokens, the day, and whether that is what it says for certain.
    pub dates: Vec<(Range<usize>, Option<NaiveDate>, bool)>,
    /// Whether the token was read as an address or a wish before.
    pub taken: Vec<bool>,
}

/// What is told of a line; nothing of one that is a code.
pub fn lesson(raw: &str, context: &CaptureContext) -> Option<Lesson> {
    if codes::read(raw, context).is_some() {
        return None;
    }
    let text = Text::new(raw);
    let (line, _, dates, mail) = prepare(&text, context);
    let features = Features::new(&line, &dates, &mail);
    let told = |at: usize| {
        let mut all = Vec::new();
        features.of(at, &mut all);
        all
    };
    let places = || 0..line.len();
    Some(Lesson {
        features: places().map(told).collect(),
        tokens: places().map(|at| line.span(&(at..at + 1))).collect(),
        dates: dates
            .iter()
            .map(|date| (date.range.clone(), date.reading.day(), matches!(date.reading, Reading::Day(_))))
            .collect(),
        taken: places().map(|at| line.is_taken(at)).collect(),
    })
}

/// Whether a label may stand behind another.
pub fn may_follow(label: usize, before: usize) -> bool {
    path::may_follow(label, before)
}

/// The fields of the best reading by given scores: which, where, and by how much it outweighs the next.
pub fn best(scores: &[[i32; LABELS]], steps: &[[i32; LABELS]; LABELS]) -> Vec<(usize, Range<usize>, i32)> {
    path::weigh(scores, steps).best.into_iter().map(|found| (found.field, found.range, found.margin)).collect()
}

/// The file of what was learned.
pub fn file(steps: &[[i8; LABELS]; LABELS], rows: &[(u32, [i8; LABELS])]) -> Vec<u8> {
    Weights::write(steps, rows)
}
