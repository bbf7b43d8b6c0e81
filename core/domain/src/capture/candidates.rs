//! Which stretch of a line names the person, where it begins with something else: "Web Summit, hall 4: Priya Rao". Every
//! stretch is weighed by what speaks for a person in it and what against; the heaviest is taken.

use std::ops::Range;

use super::dates::Date;
use super::full_name;
use super::lexicon::{Sense, Senses};
use super::line::Line;
use super::names::{Mail, begins_name, is_possessive, skip_acts, skip_role, skip_titles};
use super::places::{has_org_word, matches_domain, place_word};
use super::tokens::Case;
use crate::fold::fold;

/// Stretches looked at.
const MOST: usize = 10;
/// From here on a first stretch names the person whatever follows: a listed given name and another word.
const CLEAR: i32 = 8;
/// What another stretch has to weigh, where the first says little for itself, and where it says something.
const ENOUGH: i32 = 3;
const GOOD: i32 = 5;

/// A better place for the name than the first, if there is one; and whether the first is any.
pub(super) struct Choice {
    pub(super) rival: Option<usize>,
    /// What speaks for the first place; less than nothing where it is none.
    pub(super) first: i32,
}

impl Choice {
    /// Whether the first names the person whatever follows.
    pub(super) fn is_clear(&self) -> bool {
        self.first >= CLEAR
    }

    /// Whether nothing speaks for the first.
    pub(super) fn is_doubtful(&self) -> bool {
        self.first <= 0
    }
}

pub(super) fn choose(line: &Line, first: Option<usize>, dates: &[Date], mail: &Mail) -> Choice {
    let Some(first) = first else {
        return Choice { rival: best(line, 0, (0, None), dates, mail), first: 0 };
    };
    let own = stretches(line).find(|stretch| stretch.contains(&first)).unwrap_or(first..line.clause(first).end);
    let mut weight = weigh(line, &own, first, dates, mail);
    let front = (0..own.start).all(|at| line.is_taken(at) || line.mark(at).is_some());
    let acted = first > own.start && skip_acts(line, own.start, own.end) == first;
    weight += 2 * i32::from(front) + 2 * i32::from(acted) + 3 * i32::from(first > 0 && line.is_mark(first - 1, '='));
    if weight >= CLEAR {
        return Choice { rival: None, first: weight };
    }
    let enough = if weight <= 0 { ENOUGH } else { GOOD };
    let rival = best(line, first, (weight.max(enough - 1), Some(weight)), dates, mail);
    Choice { rival, first: weight }
}

/// The heaviest stretch behind a place that weighs more than what is given; without a first one it has to be whole.
fn best(line: &Line, from: usize, (least, first): (i32, Option<i32>), dates: &[Date], mail: &Mail) -> Option<usize> {
    let mut best = (if first.is_some() { least } else { GOOD + 1 }, None);
    for stretch in stretches(line).take(MOST).filter(|stretch| first.is_none() || stretch.start > from) {
        let titled = skip_titles(line, start_of(line, &stretch, dates), stretch.end);
        let acted = skip_role(line, skip_titles(line, skip_acts(line, titled, stretch.end), stretch.end));
        if acted >= stretch.end || !line.capitalised(acted) || !begins_name(line, acted, dates) {
            continue;
        }
        // "call Maria about it": somebody else.
        let act = if acted > titled && first.is_some_and(|weight| weight > 0) && !line.is(titled, Sense::Role) {
            4
        } else {
            0
        };
        // "Rosa's colleague", "Martin & Sons"
        let name = full_name::collect(line, acted, dates, mail).map_or(acted, |name| name.range.end);
        let of_another = if is_possessive(line, name) || line.is_mark(name, '&') { 5 } else { 0 };
        let found = weigh(line, &stretch, acted, dates, mail) - act - of_another;
        if found > best.0 {
            best = (found, Some(acted));
        }
    }
    best.1
}

/// Past a date and what is read already: "Tuesday: Priya".
fn start_of(line: &Line, stretch: &Range<usize>, dates: &[Date]) -> usize {
    let mut at = stretch.start;
    while at < stretch.end {
        let date = dates.iter().find(|date| date.range.start == at && !line.is(at, Sense::Given));
        if let Some(date) = date.filter(|date| date.range.end < stretch.end) {
            at = date.range.end;
        } else if line.is_taken(at) || line.mark(at).is_some() {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// The clauses, and what colons, equals signs and brackets part in them.
fn stretches<'a>(line: &'a Line) -> impl Iterator<Item = Range<usize>> + 'a {
    line.clauses.iter().flat_map(move |clause| {
        let mut from = clause.start;
        let parts = move |at: usize| {
            matches!(line.mark(at), Some('(' | ')'))
                || matches!(line.mark(at), Some(':' | '=')) && line.token(at + 1).is_some_and(|next| next.spaced)
        };
        let mut cuts: Vec<Range<usize>> = Vec::new();
        for at in clause.clone() {
            if parts(at) {
                cuts.push(from..at);
                from = at + 1;
            }
        }
        cuts.push(from..clause.end);
        cuts.into_iter().filter(|cut| !cut.is_empty())
    })
}

/// What no name of a person has in it.
const NO_PERSON: Senses = Senses::of(&[Sense::Event, Sense::Spot, Sense::LegalForm]);

fn weigh(line: &Line, stretch: &Range<usize>, at: usize, dates: &[Date], mail: &Mail) -> i32 {
    let Some(name) = full_name::collect(line, at, dates, mail) else { return -9 };
    // "Rao, Priya"
    if name.value.is_some() {
        return CLEAR;
    }
    let words = name.range.clone().filter(|at| line.is_word(*at)).count();
    let listed = line.is(at, Sense::Given);
    let titled = at > stretch.start
        && line.is(if line.is_mark(at - 1, '.') { at.saturating_sub(2) } else { at - 1 }, Sense::Honorific);
    let family = words > 1 && line.is(name.range.end - 1, Sense::Family);
    let in_mail = name.range.clone().any(|at| {
        let word = fold(line.folded(at));
        word.len() > 2 && mail.locals.iter().any(|local| local.split(['.', '_', '-']).any(|part| part == word))
    });
    let next = name.range.end;
    let alone = next >= stretch.end
        || line.is_taken(next)
        || line.mark(next).is_some()
        || line.is_any(next, Senses::of(&[Sense::Role, Sense::WorksAt]))
        || place_word(line, next).is_some();
    // "Poldi vom Café Zuckerl": what a word leads to is no part of it.
    let led = |at: usize| {
        line.case(at) == Case::Lower && place_word(line, at).is_some()
            || line.is(at, Sense::Role)
            || line.mark(at).is_some()
    };
    let until = (next..stretch.end).find(|at| led(*at)).unwrap_or(stretch.end).min(at + 8);
    let other = (at..until).any(|place| {
        !line.is_taken(place)
            && !line.is(place, Sense::Given)
            && !line.is(place, Sense::Family)
            && line.is_any(place, NO_PERSON)
            && !(listed && words == 2 && place < next && next == until)
    });
    let number = (at..stretch.end.min(at + 5))
        .any(|at| line.is_number(at) && !line.is_taken(at) && !dates.iter().any(|date| date.range.contains(&at)));
    let upper = |at: usize| line.case(at) == Case::Upper && line.folded(at).len() > 2 && !(listed && words > 1);
    let acronym = name.range.clone().any(upper) && (0..line.len().min(48)).any(|at| line.case(at) == Case::Title);
    let names = Senses::of(&[Sense::Given, Sense::Family, Sense::Particle, Sense::Article]);
    let known = name.range.clone().any(|at| line.is_known(at) && !line.is_any(at, names));
    let bracket = stretch.start.checked_sub(1).is_some_and(|open| line.is_mark(open, '('));
    [
        (listed, 4),
        (titled, 4),
        (in_mail, 4),
        (family, 2),
        ((2..=4).contains(&words), 2),
        (alone, 1),
        (words == 1 && !listed && !titled, -2),
        (other, -5),
        (has_org_word(line, &(at..until)) && !(listed && words > 1 && next == until), -3),
        (line.is_compound(at) || acronym, -3),
        (number, -2),
        (matches_domain(line, &name.range, &mail.domains) && !listed, -4),
        (known, -2),
        (bracket, -3),
        (line.is(at, Sense::Place) && !listed, -3),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .map(|(_, weight)| weight)
    .sum()
}
