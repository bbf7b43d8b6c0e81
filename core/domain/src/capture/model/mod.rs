//! Who the person is, what they do, where they were met and when to get back to them: one reading of the whole line, chosen among all that are
//! possible by what each word and its neighbours tell.
//!
//! A linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001). What is told of a word are the
//! meanings that the lexicons give it and how it is written (`features`); how much each of them counts for and against each
//! reading was learned from the tuned half of the labelled lines by `tests/teach` (`weights`); the reading of greatest
//! weight is taken, and it is certain as far as it outweighs the best that differs (`path`).

mod features;
mod path;
#[cfg(feature = "teach")]
pub mod teach;
mod weights;

use std::ops::Range;

use super::dates::Date;
use super::line::Line;
use super::mail::Mail;
use features::Features;
use path::{FIELDS, Scores, Stretch};
use weights::WEIGHTS;

/// By how much a reading has to outweigh the next to be a fact, for name, organisation, role, event and follow-up. Set where, in lines
/// that the weights were not learned from, the wrong values come down to what each field may have.
const CERTAIN: [i32; FIELDS] = [12, 24, 8, 16, 8];

/// A line names somebody: where the best reading names nobody, one that weighs this much less and does is proposed.
const NEARLY: i32 = 96;
const NAME: usize = 0;
const ORG: usize = 1;

/// An address or a wish is nothing else.
const OUTSIDE: Scores = [0, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO];
const NO: i32 = -100_000;

/// One field: where it stands, and whether it may be taken as a fact.
pub(super) type Field = Option<(Range<usize>, bool)>;

/// What a line tells about the person.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) name: Field,
    pub(super) org: Field,
    pub(super) role: Field,
    pub(super) event: Field,
    /// The date that the follow-up is on.
    pub(super) due: Field,
}

/// Reads a line whose addresses, wishes and dates are known.
pub(super) fn read(line: &Line, dates: &[Date], mail: &Mail) -> Reading {
    let features = Features::new(line, dates, mail);
    let mut told = Vec::new();
    let weights = |at: usize| {
        if line.is_taken(at) {
            return OUTSIDE;
        }
        features.of(at, &mut told);
        let mut scores = WEIGHTS.of(&told);
        if line.is_number(at)
            && let Some(name) = scores.get_mut(1 + 2 * NAME..=2 + 2 * NAME)
        {
            // Nobody is called by figures.
            name.fill(NO);
        }
        scores
    };
    let mut scores: Vec<Scores> = (0..line.len()).map(weights).collect();
    let mut weighed = path::weigh(&scores, &WEIGHTS.steps);
    let named = weighed.best.iter().any(|stretch| stretch.field == NAME);
    let nearly = if named { None } else { weighed.nearly(NAME, NEARLY) };
    if let Some(own) = nearly.and_then(|at| scores.get_mut(at)?.get_mut(1 + 2 * NAME)) {
        *own += 2 * NEARLY;
        weighed = path::weigh(&scores, &WEIGHTS.steps);
    }
    let mut best: [Option<Stretch>; FIELDS] = [const { None }; FIELDS];
    for stretch in weighed.best {
        if let Some(slot) = best.get_mut(stretch.field)
            && slot.as_ref().is_none_or(|known| known.margin < stretch.margin)
        {
            *slot = Some(stretch);
        }
    }
    for field in [NAME, ORG] {
        let whole = best.get(field).and_then(Option::as_ref).map(|own| whole(line, own, &best));
        if let Some((own, range)) = best.get_mut(field).and_then(Option::as_mut).zip(whole) {
            own.range = range;
            // What was taken only because nobody else is named.
            own.margin = if field == NAME && nearly.is_some() { 0 } else { own.margin };
        }
    }
    let [name, org, role, event, due] = best.map(|found| found.map(certainty));
    Reading { name, org, role, event, due }
}

/// An organisation with the initials before it ("J. Smith & Sons"), and a name with what its last word goes on with behind
/// a hyphen or an apostrophe ("Min-jun", "Guivarc'h", and not "Renata's"), as far as no other field has them.
fn whole(line: &Line, own: &Stretch, all: &[Option<Stretch>; FIELDS]) -> Range<usize> {
    let free = |at: usize| line.is_word(at) && !all.iter().flatten().any(|other| other.range.contains(&at));
    let (mut start, mut end) = (own.range.start, own.range.end);
    while let Some(initial) = start.checked_sub(2).filter(|initial| {
        own.field == ORG
            && line.is_mark(initial + 1, '.')
            && line.glued(initial + 1)
            && free(*initial)
            && line.folded(*initial).len() == 1
            && line.capitalised(*initial)
            && !line.token(start).is_some_and(|token| token.new_line)
    }) {
        start = initial;
    }
    while own.field == NAME
        && matches!(line.mark(end), Some('-' | '\'' | '’'))
        && line.glued(end)
        && line.glued(end + 1)
        && free(end + 1)
        && line.folded(end + 1) != "s"
    {
        end += 2;
    }
    start..end
}

fn certainty(stretch: Stretch) -> (Range<usize>, bool) {
    let least = CERTAIN.get(stretch.field).copied().unwrap_or(i32::MAX);
    (stretch.range, stretch.margin >= least)
}
