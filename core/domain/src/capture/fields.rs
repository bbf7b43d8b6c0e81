//! What becomes of a stretch of tokens: a field with its certainty, and the notes for all that is none.

use std::ops::Range;

use super::lexicon::{Sense, Senses};
use super::line::Line;
use super::tokens::Case;
use super::{CaptureMode, Certainty, Found};

/// A field as it stands in the line.
pub(super) fn found(line: &Line, range: &Range<usize>, sure: bool) -> Found<String> {
    let certainty = if sure { Certainty::Sure } else { Certainty::Unsure };
    Found { value: line.slice(range).to_owned(), span: line.span(range), certainty }
}

/// Words that lead to a field and say nothing without it: "met at", "works for", "as a".
const LEADS: Senses = Senses::of(&[
    Sense::At,
    Sense::WorksAt,
    Sense::MetAt,
    Sense::Met,
    Sense::Leads,
    Sense::As,
    Sense::Article,
    Sense::Of,
    Sense::On,
    Sense::With,
    Sense::AboutThem,
    Sense::Filler,
    Sense::Called,
]);

/// A field with the words that lead to it.
pub(super) fn with_lead(line: &Line, field: &Range<usize>) -> Range<usize> {
    let clause = line.clause(field.start);
    let mut start = field.start;
    while let Some(before) = (clause.start..start).rev().take(4).find(|at| {
        let ends = |end: usize| end == start;
        line.is_any(*at, LEADS) && line.case(*at) == Case::Lower && line.ends(*at, LEADS).any(ends)
            || *at + 1 == start && matches!(line.mark(*at), Some('@' | '\'' | '’'))
    }) {
        if line.any_taken(&(before..start)) {
            break;
        }
        start = before;
    }
    start..field.end
}

/// Without marks and little words at both ends.
pub(super) fn trim(line: &Line, mut range: Range<usize>) -> Range<usize> {
    while range.start < range.end
        && line.mark(range.start).is_some_and(|mark| !matches!(mark, '#' | '@' | '(' | '"' | '“' | '«'))
    {
        range.start += 1;
    }
    while range.start < range.end {
        let last = range.end - 1;
        let mark = line.mark(last).is_some_and(|mark| !matches!(mark, ')' | '"' | '”' | '»' | '%' | '+'));
        let little = line.case(last) == Case::Lower
            && [Sense::On, Sense::And, Sense::Article].into_iter().any(|sense| line.is(last, sense))
            // "Ingénieure du son", "Scène du Quai": the end of a longer phrase that is known.
            && !(range.start..last).any(|at| line.sense(at, Sense::Role) == Some(range.end));
        // The last dot of "S.L." belongs to it.
        let initials = last >= 3
            && line.is_mark(last, '.')
            && line.glued(last)
            && line.folded(last - 1).len() == 1
            && line.is_mark(last - 2, '.')
            && line.glued(last - 1);
        // … and that of "Inc.".
        let short = last > range.start
            && line.is_mark(last, '.')
            && line.glued(last)
            && line.is(last - 1, Sense::LegalForm)
            && line.folded(last - 1) != "gmbh"
            && line.folded(last - 1).len() <= 4
            && line.case(last - 1) == Case::Title;
        if !mark && !little || initials || short {
            break;
        }
        range.end = last;
    }
    range
}

/// Takes "EXHIBITOR" and its like on a line of a badge: what nobody is.
pub(super) fn badge(line: &mut Line) {
    if line.context.mode != CaptureMode::Scanned {
        return;
    }
    for index in 0..line.clauses.len().min(12) {
        let clause = line.nth_clause(index);
        if line.sense(clause.start, Sense::Badge) == Some(clause.end) && line.clauses.len() > 1 {
            line.take(&clause);
        }
    }
}

/// Every part of the line that was not read as something else.
pub(super) fn notes(line: &Line) -> Vec<Found<String>> {
    let mut notes = Vec::new();
    for clause in &line.clauses {
        let mut at = clause.start;
        while at < clause.end {
            if line.is_taken(at) {
                at += 1;
                continue;
            }
            let end = (at..clause.end).find(|at| line.is_taken(*at)).unwrap_or(clause.end);
            let range = trim(line, at..end);
            let weighty = range.clone().any(|at| {
                line.is_number(at)
                    || line.is_word(at)
                        && ![Sense::Filler, Sense::On, Sense::And, Sense::Article, Sense::Common]
                            .into_iter()
                            .any(|sense| line.is(at, sense))
            });
            let met = line.sense(range.start, Sense::Met) == Some(range.end)
                || line.sense(range.start, Sense::Closing) == Some(range.end);
            if (weighty || range.len() >= 3) && !met {
                notes.push(Found {
                    value: line.slice(&range).to_owned(),
                    span: line.span(&range),
                    certainty: Certainty::Sure,
                });
            }
            at = end;
        }
    }
    notes
}
