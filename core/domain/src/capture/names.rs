//! A name as it is shown, and what belongs to it in a line without being part of it.

use std::ops::Range;

use super::lexicon::{LEXICON, Sense};
use super::line::Line;
use super::tokens::Case;
use crate::fold::fold;

/// The name as it is said: "Rao, Priya" is Priya Rao.
pub(super) fn value(line: &Line, name: &Range<usize>) -> String {
    let comma = name.clone().find(|at| matches!(line.mark(*at), Some(',' | '，')));
    match comma {
        Some(comma) => [line.slice(&(comma + 1..name.end)), line.slice(&(name.start..comma))].join(" "),
        None => line.slice(name).to_owned(),
    }
}

/// The name with its titles, ", PhD" and " Jr.", and itself again in another script.
pub(super) fn with_titles(line: &Line, name: &Range<usize>) -> Range<usize> {
    let mut end = suffixes_end(line, name.end);
    while line.capitalised(end) && (line.case(end) == Case::None) != (line.case(name.start) == Case::None) {
        end += 1;
    }
    titles_start(line, name.start)..end
}

/// Where the titles before a name begin.
fn titles_start(line: &Line, name: usize) -> usize {
    let clause = line.clause(name);
    let mut start = name;
    while let Some(before) = start.checked_sub(1).filter(|before| *before >= clause.start) {
        let word = if line.is_mark(before, '.') { before.saturating_sub(1) } else { before };
        if word < clause.start || line.is_taken(word) || !line.is(word, Sense::Honorific) {
            break;
        }
        start = word;
    }
    start
}

/// Past ", PhD" and " Jr." behind a name.
fn suffixes_end(line: &Line, name: usize) -> usize {
    let mut end = name;
    loop {
        let at = if line.is_mark(end, ',') { end + 1 } else { end };
        let Some(after) = line.sense(at, Sense::Suffix).filter(|_| !line.is_taken(at) && line.case(at) != Case::Lower)
        else {
            return end;
        };
        end = if line.is_mark(after, '.') && line.glued(after) { after + 1 } else { after };
    }
}

/// A full name without the titles before it: "Dr. Anna Berg" is "Anna Berg".
pub(super) fn without_titles(name: &str) -> String {
    let mut rest = name.trim();
    while let Some((first, after)) = rest.split_once(' ') {
        // "Dr.", "Dipl.-Ing."
        let word = |word: &str| {
            LEXICON
                .starting_with(&fold(word))
                .iter()
                .any(|entry| entry.rest.is_empty() && entry.sense == Sense::Honorific)
        };
        let title = first.split(['.', '-']).filter(|part| !part.is_empty()).all(word);
        if !title || after.trim().is_empty() {
            break;
        }
        rest = after.trim_start();
    }
    rest.to_owned()
}
