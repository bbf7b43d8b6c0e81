//! What was promised, by whom.

use std::ops::Range;

use super::fields::trim;
use super::lexicon::Sense;
use super::line::Line;
use super::{CapturedPromise, Certainty, Found};
use crate::contact::PromiseBy;
use crate::locale::Language;
use crate::order::order_by_key;

/// Everything promised, in reading order; its words are taken.
pub(super) fn read(line: &mut Line) -> Vec<Found<CapturedPromise>> {
    let mut promises = Vec::new();
    let mut at = 0;
    while at < line.len() {
        at = promise(line, at, &mut promises).unwrap_or(at + 1);
    }
    promises
}

/// Things without a word that promises them, once everything else is read.
pub(super) fn lone_things(line: &mut Line, promises: &mut Vec<Found<CapturedPromise>>) {
    for index in 0..line.clauses.len() {
        lone_thing(line, &line.nth_clause(index), promises);
    }
    order_by_key(promises, |promise| promise.span.start);
}

fn promise(line: &mut Line, at: usize, promises: &mut Vec<Found<CapturedPromise>>) -> Option<usize> {
    if line.is_taken(at) {
        return None;
    }
    let clause = line.clause(at);
    let (end, by) = match (line.sense(at, Sense::PromiseThem), line.sense(at, Sense::PromiseMe)) {
        (Some(end), _) => (end, PromiseBy::Them),
        (None, Some(end)) => (end, PromiseBy::Me),
        (None, None) => return None,
    };
    let mut start = end;
    while start < clause.end
        && let Some(next) = line
            .sense(start, Sense::Filler)
            .or_else(|| line.sense(start, Sense::Article))
            .or_else(|| line.is_mark(start, ':').then_some(start + 1))
        && !line.is_taken(start)
    {
        start = next;
    }
    let mut stop = start;
    while stop < clause.end && !line.is_taken(stop) && !(stop > start && begins_other(line, stop)) {
        stop += 1;
    }
    let mut range = trim(line, start..stop);
    if range.is_empty() && line.language == Language::De {
        range = before_verb(line, &clause, at);
    }
    if range.is_empty() {
        return None;
    }
    // "and she wants …": the subject belongs to it.
    let mut from = at;
    while from > clause.start
        && !line.is_taken(from - 1)
        && line.is_word(from - 1)
        && (line.is(from - 1, Sense::Common) || line.is(from - 1, Sense::And))
        && !line.capitalised(from - 1)
    {
        from -= 1;
    }
    let whole = from.min(range.start)..range.end.max(end);
    line.take(&whole);
    let value = CapturedPromise { by, what: line.slice(&range).to_owned() };
    promises.push(Found { value, span: line.span(&whole), certainty: Certainty::Sure });
    Some(whole.end)
}

/// "das Angebot schicken": in German the verb comes last.
fn before_verb(line: &Line, clause: &Range<usize>, verb: usize) -> Range<usize> {
    let mut start = verb;
    while start > clause.start && !line.is_taken(start - 1) && line.mark(start - 1).is_none() {
        start -= 1;
    }
    while start < verb
        && [Sense::Filler, Sense::Article, Sense::Subject, Sense::And].into_iter().any(|sense| line.is(start, sense))
    {
        start += 1;
    }
    trim(line, start..verb)
}

/// "and prefers …", "and follow up …": another statement begins.
fn begins_other(line: &Line, at: usize) -> bool {
    line.is(at, Sense::And)
        && line
            .find(at + 1, |sense| {
                matches!(sense, Sense::FollowUp | Sense::PromiseMe | Sense::PromiseThem | Sense::Prefers | Sense::MetAt)
                    .then_some(())
            })
            .is_some()
}

/// "slides tue": the thing alone, beside what is known already, is probably promised.
fn lone_thing(line: &mut Line, clause: &Range<usize>, promises: &mut Vec<Found<CapturedPromise>>) {
    let mut loose = clause.clone().filter(|at| !line.is_taken(*at) && line.mark(*at).is_none());
    let Some(first) = loose.next() else { return };
    let behind = loose.clone().count();
    let last = loose.next_back().unwrap_or(first);
    let near = behind <= 2 && last - first == behind;
    if near && line.is(last, Sense::Thing) && first > 0 {
        let start = if line.capitalised(first) { last } else { first };
        let range = start..last + 1;
        line.take(&range);
        let value = CapturedPromise { by: PromiseBy::Me, what: line.slice(&range).to_owned() };
        promises.push(Found { value, span: line.span(&range), certainty: Certainty::Unsure });
    }
}
