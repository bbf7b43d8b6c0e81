//! Which of the dates in a line is the follow-up: the one bound to a word for it, or standing alone. No other.

use std::ops::Range;

use chrono::NaiveDate;

use super::dates::{self, Date, Reading};
use super::lexicon::{Sense, Unit};
use super::line::Line;
use super::tokens::Case;
use super::{CaptureMode, Certainty, FollowUpWish, Found, HintKind};

/// How firmly a date is bound; nothing below is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    /// At the end of a line in telegram style, after name and address.
    Trailing,
    /// Its own clause, or beside an act ("call", "coffee") or a promise of mine.
    Alone,
    /// Beside a word that means nothing but a follow-up.
    Cue,
}

/// What the line says about the follow-up; its words are taken.
pub(super) fn choose(line: &mut Line, dates: &[Date]) -> FollowUpWish {
    recurrences(line);
    if let Some(never) = never(line) {
        return FollowUpWish::Never(line.span(&never));
    }
    let mut best: Option<(Bond, &Date)> = None;
    let mut rivals = false;
    for date in dates {
        if line.any_taken(&date.range) {
            continue;
        }
        // "Monday Coffee, …, call Friday", "Café Montag": a firm.
        let titled = date.only_weekday
            && (line.case(date.range.end) == Case::Title && !line.glued(date.range.end)
                || date
                    .range
                    .start
                    .checked_sub(1)
                    .is_some_and(|before| line.is(before, Sense::Org) && line.capitalised(before)))
            && dates.iter().any(|other| line.clause(other.range.start) != line.clause(date.range.start));
        let Some(bond) = bond(line, date).filter(|_| !titled) else { continue };
        match best {
            Some((strongest, _)) if bond < strongest => {}
            Some((strongest, first)) if bond == strongest => rivals |= value(first.reading) != value(date.reading),
            _ => {
                best = Some((bond, date));
                rivals = false;
            }
        }
    }
    let Some((bond, date)) = best else { return FollowUpWish::Unspecified };
    let range = date.range.clone();
    let (value, certainty) = match date.reading {
        // "by end of month" alone is a deadline, and of what is not said.
        Reading::Day(day) if rivals || bond < Bond::Cue && is_deadline(line, &range) => (day, Certainty::Unsure),
        Reading::Day(day) => (day, Certainty::Sure),
        Reading::Doubtful(day) => (day, Certainty::Unsure),
        Reading::Ambiguous(day) => {
            line.hint(HintKind::AmbiguousDate, &range);
            (day, Certainty::Unsure)
        }
        Reading::Past => {
            line.hint(HintKind::DateInThePast, &range);
            take_words(line, &range);
            return FollowUpWish::Unspecified;
        }
        Reading::NoSuch => {
            line.hint(HintKind::NoSuchDate, &range);
            take_words(line, &range);
            return FollowUpWish::Unspecified;
        }
    };
    take_words(line, &range);
    FollowUpWish::On(Found { value, span: line.span(&range), certainty })
}

/// "by end of month" as a clause of its own.
fn is_deadline(line: &Line, date: &Range<usize>) -> bool {
    let clause = line.clause(date.start);
    let ends = date.clone().chain(clause.start..date.start).any(|at| line.is(at, Sense::EndOf));
    let month =
        date.clone().any(|at| line.find(at, |sense| (sense == Sense::Unit(Unit::Month)).then_some(())).is_some());
    let by = matches!(line.folded(clause.start), "by" | "bis" | "avant" | "d" | "hasta" | "antes" | "ate");
    by && ends
        && month
        && clause.clone().all(|at| date.contains(&at) || line.mark(at).is_some() || line.is(at, Sense::On))
}

fn value(reading: Reading) -> Option<NaiveDate> {
    match reading {
        Reading::Day(day) | Reading::Doubtful(day) | Reading::Ambiguous(day) => Some(day),
        Reading::Past | Reading::NoSuch => None,
    }
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

fn bond(line: &Line, date: &Date) -> Option<Bond> {
    let clause = line.clause(date.range.start);
    // "mandar o link pra ela": whom it is for.
    let whom = |at: usize| {
        at.checked_sub(1).is_some_and(|before| matches!(line.folded(before), "pra" | "para" | "com" | "con" | "avec"))
    };
    let about_them = |from: usize, until: usize| {
        (from..until).any(|at| {
            !line.is_taken(at)
                && line.is(at, Sense::AboutThem)
                && !(whom(at) && line.is(at, Sense::Subject) && (!line.is_word(at + 1) || line.is_date_word(at + 1)))
        })
    };
    // "text him in three days": the channel is taken, and the act is there all the same.
    let cue = clause.clone().find(|at| {
        let open = |end: usize| !line.is_taken(*at) || end > at + 1 && !line.is_taken(end - 1);
        line.sense(*at, Sense::FollowUp).is_some_and(open)
    });
    if let Some(cue) = cue {
        let mut end = line.sense(cue, Sense::FollowUp).unwrap_or(cue);
        // "ligar para ele": who it is about.
        while end < date.range.start && (line.is(end, Sense::Subject) || line.is(end, Sense::Filler)) {
            end += 1;
        }
        // "am 13. bitte nicht anrufen, sondern am 16.11."
        let not = cue > date.range.end
            && (date.range.end..cue).any(|at| {
                line.find_in_language(at, |sense| (sense == Sense::Refuses).then_some(()))
                    .is_some_and(|(end, ())| end == cue)
            });
        if not {
            return None;
        }
        if !about_them(end, date.range.start) {
            return Some(Bond::Cue);
        }
        return None;
    }
    // "not at weekends", "los fines de semana no"
    let refused = |at: usize| {
        let said = line.find_in_language(at, |sense| (sense == Sense::Refuses).then_some(()));
        said.is_some() && !line.is_taken(at)
    };
    if (clause.start..date.range.start).any(refused) || date.range.end + 1 == clause.end && refused(date.range.end) {
        return None;
    }
    // A signature holds no bare weekday that is a date.
    let signed = date.only_weekday && line.context.mode == CaptureMode::Pasted;
    if !signed && alone(line, &clause, &date.range) {
        return Some(Bond::Alone);
    }
    let has =
        |sense: Sense| clause.clone().any(|at| !line.is_taken(at) && !date.range.contains(&at) && line.is(at, sense));
    // "she wants the slides by Friday": who wants them is no business of hers.
    let wanted = clause.clone().filter(|at| *at < date.range.start).find_map(|at| line.sense(at, Sense::PromiseMe));
    // "call Mark fri 8am before his flight": what stands behind the day does not take it from the act before it.
    let acted =
        clause.clone().take_while(|at| *at < date.range.start).any(|at| !line.is_taken(at) && line.is(at, Sense::Meet));
    let until = if acted { date.range.start } else { clause.end };
    if has(Sense::PromiseThem) || about_them(wanted.unwrap_or(clause.start), until) {
        return None;
    }
    if has(Sense::PromiseMe) || has(Sense::Meet) {
        return Some(Bond::Alone);
    }
    if has(Sense::MetAt) || has(Sense::Met) || has(Sense::At) {
        return None;
    }
    // "Priya Rao Acme wa 5145550142 slides tue"
    let with_name = clause.clone().any(|at| line.is_taken(at));
    let last = (date.range.end..clause.end).all(|at| line.mark(at).is_some() || line.is_taken(at));
    let loose = clause.clone().filter(|at| !date.range.contains(at) && !idle(line, *at)).count();
    (with_name && last && loose <= 3).then_some(Bond::Trailing)
}

/// Whether nothing else of weight is in the clause.
fn alone(line: &Line, clause: &Range<usize>, date: &Range<usize>) -> bool {
    clause.clone().all(|at| date.contains(&at) || idle(line, at))
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
