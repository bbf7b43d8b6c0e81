//! Names that stand neither in front nor behind "met": in a signature, in the head of a letter, behind a title, behind
//! "with", before a German verb, or alone somewhere in a sentence.

use std::ops::Range;

use super::CaptureMode;
use super::dates::Date;
use super::lexicon::{Sense, Senses};
use super::line::Line;
use super::names::{FAR, Name, begins_name, headed, is_of_a_couple, lower_case, skip_titles};
use super::places::place_word;
use super::tokens::Case;
use crate::locale::Language;

/// What no part of a name is, however it is written.
const NO_NAME: Senses = Senses::of(&[Sense::Org, Sense::Event, Sense::Role, Sense::LegalForm, Sense::Spot]);

/// "From: Dana Bell", "De : Dana Bell": who wrote what is pasted.
pub(super) fn sender(line: &Line, dates: &[Date]) -> Option<usize> {
    if line.context.mode != CaptureMode::Pasted {
        return None;
    }
    let label = |at: usize| {
        line.token(at).is_some_and(|token| token.new_line || at == 0)
            && matches!(line.folded(at), "from" | "de" | "von" | "expediteur" | "remitente" | "remetente" | "absender")
            && line.is_mark(at + 1, ':')
    };
    (0..line.len().min(FAR)).find(|at| label(*at)).map(|at| at + 2).filter(|at| begins_name(line, *at, dates))
}

/// "Vorname: Oluwaseun", "Nachname: Bakare", each on a line of its own, whichever comes first.
pub(super) fn labelled(line: &Line) -> Option<Name> {
    if line.context.mode != CaptureMode::Pasted {
        return None;
    }
    let field = |labels: &[&str]| {
        let at = (0..line.len().min(FAR)).find(|at| {
            line.token(*at).is_some_and(|token| token.new_line || *at == 0)
                && labels.contains(&line.folded(*at))
                && line.is_mark(*at + 1, ':')
        })?;
        let value = at + 2..line.clause(at).end;
        (!value.is_empty() && value.clone().all(|at| !line.is_taken(at))).then_some(value)
    };
    let given = field(&["vorname", "prenom", "nombre", "nombres", "nome", "firstname", "forename", "given"])?;
    let family = field(&[
        "nachname",
        "familienname",
        "nom",
        "apellido",
        "apellidos",
        "sobrenome",
        "apelido",
        "surname",
        "lastname",
    ])?;
    Some(Name {
        range: given.start.min(family.start)..given.end.max(family.end),
        value: Some(format!("{} {}", line.slice(&given), line.slice(&family))),
        sure: true,
    })
}

/// The first line of a paste that is nothing but a given name and a family name, where what comes first is no such thing.
pub(super) fn signature(line: &Line, first: Option<usize>) -> Option<usize> {
    let pasted = line.context.mode == CaptureMode::Pasted;
    // "Orange, consultoria de RH: Kauê Nishimura": one word in front that is no given name.
    let word = first.is_some_and(|at| {
        let clause = line.clause(at);
        !pasted
            && line.case(at) == Case::Title
            && !line.is(at, Sense::Given)
            && clause.end == at + 2
            && at == clause.start
    });
    if word && line.context.mode == CaptureMode::Typed {
        return line.clauses.iter().skip(1).take(4).find_map(|clause| {
            headed(line, clause).map(|colon| colon + 1).filter(|at| line.is(*at, Sense::Given)).or_else(|| {
                let person = line.is(clause.start, Sense::Given) && full_name(line, clause, clause.start);
                person.then_some(clause.start)
            })
        });
    }
    if !pasted || first.is_some_and(|at| full_name(line, &line.clause(at), at)) {
        return None;
    }
    line.clauses
        .iter()
        .take(16)
        .find(|clause| {
            line.token(clause.start).is_some_and(|token| token.new_line || clause.start == 0)
                && line.is(clause.start, Sense::Given)
                && full_name(line, clause, clause.start)
        })
        .map(|clause| clause.start)
}

/// Whether a clause is two or three words as names are written, and no more.
fn full_name(line: &Line, clause: &Range<usize>, start: usize) -> bool {
    let words = (start..clause.end).filter(|at| line.mark(*at).is_none());
    let named = |at: usize| {
        !line.is_taken(at)
            && (line.capitalised(at) && (!line.is_any(at, NO_NAME) || line.is(at, Sense::Family))
                || line.is(at, Sense::Particle)
                || line.glued(at))
    };
    (2..=4).contains(&words.clone().count()) && words.into_iter().all(named) && line.capitalised(start)
}

/// "Katrin Vogel auf der Messe getroffen", "mit Jonas geredet", "Mark hat mir Ana Ruiz vorgestellt": in German the verb
/// comes last, and who it was stands somewhere before it.
pub(super) fn before_verb(line: &Line, dates: &[Date]) -> Option<usize> {
    if line.language != Language::De {
        return None;
    }
    let verb = (1..line.len().min(FAR)).find(|at| {
        matches!(
            line.folded(*at),
            "getroffen" | "kennengelernt" | "gesprochen" | "geredet" | "vorgestellt" | "geplaudert" | "unterhalten"
        ) && line.case(*at) == Case::Lower
    })?;
    let clause = line.clause(verb);
    let introduced = line.folded(verb) == "vorgestellt";
    let from = if introduced {
        (clause.start..verb).find(|at| matches!(line.folded(*at), "mir" | "uns")).map_or(clause.start, |at| at + 1)
    } else {
        clause.start
    };
    let fits = |at: usize| {
        let day = dates.iter().any(|date| date.range.start == at) && !line.is(at, Sense::Given);
        line.is_word(at) && !line.is_taken(at) && !line.is_any(at, NO_NAME) && !day && !is_of_a_couple(line, at)
    };
    // "Idris auf der Weihnachtsfeier von Otto getroffen"
    if line.case(from) == Case::Title && fits(from) && place_word(line, from + 1).is_some() {
        return Some(from);
    }
    let of = |at: usize| at.checked_sub(1).is_some_and(|before| matches!(line.folded(before), "von" | "vom"));
    (from..verb).find(|at| fits(*at) && line.is(*at, Sense::Given) && !line.is_known(*at) && !of(*at)).or_else(|| {
        (from..verb).find(|at| {
            let at = *at;
            let led = at.checked_sub(1).is_some_and(|before| {
                // "auf der PlayNord getroffen": where, not whom.
                let where_to = before.checked_sub(1).is_some_and(|place| place_word(line, place).is_some());
                line.case(before) == Case::Lower
                    && matches!(line.folded(before), "mit" | "den" | "die" | "der" | "mir")
                    && !where_to
            });
            let pair = line.case(at + 1) == Case::Title && fits(at + 1);
            let alone = at + 1 == verb && (at == clause.start || led);
            let front = at == clause.start || led || line.any_taken(&(at - 1..at));
            line.case(at) == Case::Title
                && fits(at)
                && (front || at.checked_sub(1).is_some_and(|before| line.is(before, Sense::Event)))
                && (pair || alone)
        })
    })
}

/// "zed kapoor, growth", "mark from Orange Kettle", "gabi ux designer": in lower case in front of a line that has capitals.
pub(super) fn in_front(line: &Line, at: usize) -> bool {
    let given = line.is(at, Sense::Given);
    if at != 0 || line.case(at) != Case::Lower || !given && line.is_known(at) {
        return false;
    }
    let lead = |at: usize| {
        place_word(line, at)
            .is_some_and(|end| line.capitalised(end) || line.is(end, Sense::Article) && line.capitalised(end + 1))
    };
    let ends = |at: usize| line.mark(at).is_some() && line.clause(at - 1).end == at + 1;
    let role = |at: usize| line.is(at, Sense::Role) && line.case(at) == Case::Lower;
    let role_next = |at: usize| ends(at) && line.is(at + 1, Sense::Role);
    let second = line.case(at + 1) == Case::Lower
        && !line.is(at + 1, Sense::Role)
        && (!line.is_known(at + 1) || line.is(at + 1, Sense::Given) || line.is(at + 1, Sense::Family));
    let behind = |at: usize| lead(at) || role(at) || role_next(at) || given && ends(at) || line.is_mark(at, '@');
    // "zé maria fialho, chef"
    let third = given && line.case(at + 2) == Case::Lower && line.is_word(at + 2) && !line.is_known(at + 2);
    behind(at + 1)
        || second && third && line.is(at + 1, Sense::Given) && ends(at + 3)
        || second && (behind(at + 2) || given && !line.is_known(at + 2) && line.mark(at + 2).is_some())
}

/// Whether a word in lower case that no list has may be a name by what follows it: "platiqué con abril" and "apunta que
/// pilar" begin with a verb.
pub(super) fn plausible(line: &Line, at: usize) -> bool {
    let next = at + 1;
    let leads_on = line.is(next, Sense::With) && !line.is(next, Sense::At) && !line.is(next, Sense::WorksAt);
    line.is_taken(next) || !(leads_on || matches!(line.folded(next), "que" | "q" | "that" | "dass"))
}

/// A name that nothing leads to: behind a title, behind "with", a given name, two capitals that are a clause.
pub(super) fn anywhere(line: &Line, dates: &[Date]) -> Option<usize> {
    let lower = lower_case(line);
    let limit = line.len().min(FAR);
    (0..limit)
        .find_map(|at| titled(line, at, lower))
        .or_else(|| (0..limit).find_map(|at| led(line, at, lower, dates)))
        .or_else(|| (0..limit).find(|at| alone(line, *at, lower, dates)))
}

/// "the doctor Lin", "au docteur amsellem".
fn titled(line: &Line, at: usize, lower: bool) -> Option<usize> {
    if line.is_taken(at) || !line.is(at, Sense::Honorific) || line.is(at, Sense::Given) {
        return None;
    }
    let start = skip_titles(line, at, line.len());
    let word = start > at && line.is_word(start) && !line.is_taken(start);
    let large = line.capitalised(start) && !line.is_any(start, NO_NAME);
    // "prof de piano"
    let small = lower && (!line.is_known(start) || line.is(start, Sense::Given)) && !line.is(start, Sense::Particle);
    (word && (large || small)).then_some(start)
}

/// "a long talk with Ana", "a guy called Kwabena".
fn led(line: &Line, at: usize, lower: bool, dates: &[Date]) -> Option<usize> {
    if line.is_taken(at) || line.case(at) == Case::Upper {
        return None;
    }
    let mut start = line.sense(at, Sense::With)?;
    if line.is_mark(start, '/') {
        start += 1;
    }
    if line.is(start, Sense::Article) && line.case(start) == Case::Lower && line.is_word(start + 1) {
        start += 1;
    }
    start = skip_titles(line, start, line.len());
    let person = line.is(start, Sense::Given) && !line.is_known(start) && (lower || line.capitalised(start));
    let pair = line.case(start) == Case::Title
        && line.case(start + 1) == Case::Title
        && !line.glued(start + 1)
        && !line.is_taken(start + 1);
    let clean =
        !(start..start + 2).any(|at| line.capitalised(at) && line.is_any(at, NO_NAME) && !line.is(at, Sense::Family));
    ((person || pair) && clean && !line.is_taken(start) && begins_name(line, start, dates)).then_some(start)
}

/// "…, Jannik Freese, recruiter": two capitals that are a clause, or a given name that nothing says to be somewhere else.
fn alone(line: &Line, at: usize, lower: bool, dates: &[Date]) -> bool {
    if line.is_taken(at) || !line.is_word(at) || line.is_any(at, NO_NAME) && !line.is(at, Sense::Given) {
        return false;
    }
    if is_of_a_couple(line, at) {
        return false;
    }
    let before = at.checked_sub(1);
    let place = before.is_some_and(|before| {
        [Sense::At, Sense::WorksAt, Sense::MetAt, Sense::Kin, Sense::Of, Sense::PromiseMe, Sense::PromiseThem]
            .into_iter()
            .any(|sense| line.is(before, sense))
            && line.case(before) == Case::Lower
    });
    let large = before.is_some_and(|before| line.capitalised(before) && line.clause(at).contains(&before));
    // "à la soirée Ondes Libres Ilias Bentaleb"
    let event = (line.clause(at).start..at)
        .rev()
        .take(4)
        .take_while(|place| line.capitalised(*place) || line.is(*place, Sense::Event))
        .any(|place| line.is(place, Sense::Event));
    let large = large && !event;
    let given = line.is(at, Sense::Given) && !line.is_known(at);
    let clause = line.clause(at);
    if lower {
        let next = at + 1;
        let pair = !line.is_known(next) && line.is_word(next) || line.is(next, Sense::Family);
        return given && !place && (pair || plausible(line, at));
    }
    let pair = line.case(at) == Case::Title
        && line.case(at + 1) == Case::Title
        && !line.glued(at + 1)
        && !line.is_taken(at + 1)
        && (!line.is_any(at + 1, NO_NAME) || line.is(at + 1, Sense::Family));
    let whole =
        pair && at == clause.start && (at + 2 == clause.end || at + 3 == clause.end && line.mark(at + 2).is_some());
    let named =
        line.case(at) == Case::Title && given && !place && !large && (pair || line.context.mode != CaptureMode::Pasted);
    (whole && !line.is_known(at) && at > 0 || named) && begins_name(line, at, dates)
}
