//! When to follow up: a date, never, or nothing; and what the person should know about it.

use std::ops::Range;

use super::dates::{self, Date, Reading};
use super::lexicon::Sense;
use super::line::Line;
use super::{Certainty, FollowUpWish, Found, HintKind};

/// What the line says about the follow-up, whose words are taken; `due` is where its date seems to stand.
pub(super) fn choose(line: &mut Line, dates: &[Date], due: Option<(Range<usize>, bool)>) -> FollowUpWish {
    recurrences(line);
    if let Some(never) = never(line) {
        return FollowUpWish::Never(line.span(&never));
    }
    let meets = |date: &&Date, stretch: &Range<usize>| date.range.start < stretch.end && stretch.start < date.range.end;
    let open = dates.iter().filter(|date| !line.any_taken(&date.range));
    let bound = due.and_then(|(stretch, sure)| Some((open.clone().find(|date| meets(date, &stretch))?, sure)));
    // "follow up 31 February", "… in March": asked for outright, and still no day that can be kept.
    let unclear = |date: &&Date| !matches!(date.reading, Reading::Day(_)) && is_asked_for(line, date.range.start);
    let Some((date, sure)) = bound.or_else(|| Some((open.clone().find(unclear)?, false))) else {
        return FollowUpWish::Unspecified;
    };
    let range = date.range.clone();
    let rivalled =
        dates.iter().any(|other| other.reading.day() != date.reading.day() && stands_beside(line, date, other));
    take_words(line, &range);
    match date.reading {
        Reading::Past => line.hint(HintKind::DateInThePast, &range),
        Reading::NoSuch => line.hint(HintKind::NoSuchDate, &range),
        Reading::Ambiguous(_) => line.hint(HintKind::AmbiguousDate, &range),
        Reading::Day(_) | Reading::Doubtful(_) => {}
    }
    let Some(value) = date.reading.day() else { return FollowUpWish::Unspecified };
    let certain = sure && !rivalled && matches!(date.reading, Reading::Day(_));
    let certainty = if certain { Certainty::Sure } else { Certainty::Unsure };
    FollowUpWish::On(Found { value, span: line.span(&range), certainty })
}

/// "Tue or Wed": nobody can know which.
fn stands_beside(line: &Line, date: &Date, other: &Date) -> bool {
    let between = date.range.end.min(other.range.end)..date.range.start.max(other.range.start);
    let joins = |at: usize| line.is(at, Sense::And) || line.is(at, Sense::On) || line.is_mark(at, '/');
    (1..=3).contains(&between.len()) && between.into_iter().all(joins)
}

/// "follow up on …"
fn is_asked_for(line: &Line, date: usize) -> bool {
    (date.saturating_sub(6)..date)
        .any(|at| line.sense(at, Sense::FollowUp).is_some_and(|end| line.skip(end, date, Sense::On) == date))
}

fn never(line: &mut Line) -> Option<Range<usize>> {
    let found = (0..line.len())
        .find_map(|at| Some(at..line.sense(at, Sense::Never)?).filter(|range| !line.any_taken(range)))?;
    line.take(&found);
    Some(found)
}

/// "every month" is heard, and nothing comes of it but a hint.
fn recurrences(line: &mut Line) {
    let mut at = 0;
    let mut heard = 0;
    while at < line.len() && heard < 8 {
        let Some(end) = dates::recurrence(line, at).filter(|end| !line.any_taken(&(at..*end))) else {
            at += 1;
            continue;
        };
        heard += 1;
        let range = at..end;
        let clause = line.clause(at);
        let cued = clause.clone().any(|place| line.is(place, Sense::FollowUp) || line.is(place, Sense::Meet));
        let alone = clause.clone().all(|place| range.contains(&place) || idle(line, place));
        if cued || alone {
            line.hint(HintKind::DoesNotRecur, &range);
            take_words(line, &range);
        }
        at = end;
    }
}

fn idle(line: &Line, at: usize) -> bool {
    line.is_taken(at)
        || line.mark(at).is_some()
        || [Sense::On, Sense::Article, Sense::And, Sense::This].into_iter().any(|sense| line.is(at, sense))
}

/// Takes a date with the words that lead to it, and the word for following up.
fn take_words(line: &mut Line, date: &Range<usize>) {
    line.take(date);
    let clause = line.clause(date.start);
    let mut start = date.start;
    while start > clause.start
        && !line.is_taken(start - 1)
        && (line.is(start - 1, Sense::On) || line.is(start - 1, Sense::And) || line.is_mark(start - 1, ':'))
    {
        start -= 1;
    }
    line.take(&(start..date.start));
    for at in clause.clone() {
        if line.is_taken(at) {
            continue;
        }
        let end = line.sense(at, Sense::FollowUp).or_else(|| {
            // "call Friday": the act is the follow-up when nothing else is said about it.
            let end = line.sense(at, Sense::Meet)?;
            let bare = (clause.start..at)
                .chain(end..clause.end)
                .all(|place| idle(line, place) || line.is(place, Sense::Filler));
            bare.then_some(end)
        });
        if let Some(end) = end.filter(|end| *end <= clause.end) {
            let end = line.skip(end, clause.end, Sense::Filler);
            line.take(&(at..end));
        }
    }
}
