//! What becomes of a stretch of tokens: a field with its certainty, and the notes for all that is none.

use std::ops::Range;

use super::lexicon::Sense;
use super::line::Line;
use super::tokens::Case;
use super::{CaptureMode, Certainty, Found};

/// A field on the way to being captured: tokens, and whether it is certain.
pub(super) type Field = Option<(Range<usize>, bool)>;

/// Organisation, role and event.
#[derive(Default)]
pub(super) struct Fields {
    pub(super) org: Field,
    pub(super) role: Field,
    pub(super) event: Field,
    /// The first word of the person's name.
    pub(super) person: Option<usize>,
}

pub(super) fn found(line: &Line, field: &Field) -> Option<Found<String>> {
    let (range, sure) = field.as_ref()?;
    let certainty = if *sure { Certainty::Sure } else { Certainty::Unsure };
    Some(Found { value: line.slice(range).to_owned(), span: line.span(range), certainty })
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
