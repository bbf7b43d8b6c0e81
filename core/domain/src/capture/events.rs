//! Events that no word leads to: once name, organisation and role are read, what stands alone in a clause and is called
//! as events are, or is named behind "at" where the organisation is known.

use std::ops::Range;

use super::CaptureMode;
use super::fields::{Fields, trim};
use super::lexicon::{Sense, Senses};
use super::line::Line;
use super::names::{Name, lower_case};
use super::places::{bare_event, has_event_word, has_org_word, is_past_meeting, is_spot, is_time, is_town, place};
use super::tokens::Case;
use crate::channel::ChannelKind;
use crate::locale::Language;

/// What a name of an event has no part in.
const TELLS: Senses = Senses::of(&[
    Sense::Weekday(0),
    Sense::Day(0),
    Sense::AboutThem,
    Sense::FollowUp,
    Sense::Never,
    Sense::Subject,
    Sense::PromiseMe,
    Sense::PromiseThem,
    Sense::Every,
    Sense::Recurring,
    Sense::Talked,
    Sense::Seeks,
    Sense::Prefers,
    Sense::Kin,
    Sense::Channel(ChannelKind::Email),
]);

/// Words that may be small inside the name of an event.
const JOINS: Senses =
    Senses::of(&[Sense::Of, Sense::Article, Sense::And, Sense::Event, Sense::Org, Sense::Field, Sense::Thing]);

/// "Craft market Sat – Delphine Okoro", "feria de ráquira con rosalba suárez": what a line begins with before it comes to the
/// person, where it is called as events are.
pub(super) fn opening(line: &mut Line, name: Option<&Name>) -> Option<Range<usize>> {
    let name = &name?.range;
    let event = opening_stretch(line, name.start)?;
    // "Visitenkarte vom EduMeet"
    let word = event.clone().find(|at| line.is(*at, Sense::Event))?;
    let led = (event.start..word).any(|at| line.case(at) == Case::Lower && line.is_any(at, PLACES));
    // "Oficina Dupont - Miguel Dupont"
    let namesake = event
        .clone()
        .any(|at| name.clone().any(|other| line.folded(at).len() > 2 && line.folded(at) == line.folded(other)));
    // "charla re linda con Milagros"
    let talk =
        line.is(event.end, Sense::With) && !lower_case(line) && event.clone().all(|at| line.case(at) == Case::Lower);
    // "Bonne réception,"
    let closing = line.context.mode == CaptureMode::Pasted && line.is_mark(event.end, ',');
    let spot = event.clone().any(|at| line.is(at, Sense::Spot) && !line.is(at, Sense::Event));
    let fits = !led
        && !spot
        && !talk
        && !closing
        && !namesake
        && !line.is_any(event.start, NO_OPENING)
        && !(has_org_word(line, &event)
            && !line.is(event.start, Sense::Event)
            && !line.is(event.end - 1, Sense::Event));
    if !fits {
        return None;
    }
    line.take(&event);
    Some(event)
}

/// The words that a line begins with, up to a mark or to what says something of the person.
pub(super) fn opening_stretch(line: &Line, name: usize) -> Option<Range<usize>> {
    let lower = lower_case(line);
    let little = Senses::of(&[Sense::Filler, Sense::Article, Sense::On, Sense::At]);
    let start = (0..name.min(6)).find(|at| {
        line.is_word(*at)
            && (line.is(*at, Sense::Event)
                || !(line.is_any(*at, little) && (*at == 0 || line.case(*at) == Case::Lower)))
    })?;
    // "4H fair"
    let start = if start > 0 && line.is_number(start - 1) && line.glued(start) { start - 1 } else { start };
    let ends = |at: usize| {
        let before = at.wrapping_sub(1);
        let of = [Sense::Of, Sense::And, Sense::At].into_iter().any(|sense| line.is(before, sense))
            || matches!(line.folded(before), "von" | "vom" | "de" | "da" | "do" | "del" | "du" | "of");
        let initial =
            line.is_mark(at, '.') && line.glued(at) && line.folded(before).len() == 1 && line.clause(at).end > at + 1;
        let mark = !initial
            && line.mark(at).is_some_and(|mark| {
                !(matches!(mark, '-' | '\'' | '’' | '&' | '.' | '#' | ':') && line.glued(at) && line.glued(at + 1))
            });
        let booth = line.is(at, Sense::Spot) && (line.is_number(at + 1) || line.case(at + 1) == Case::Upper);
        // "Civic Hackathon 14–16 Nov"
        let range_of_days = |at: usize| {
            line.is_number(at)
                && line.digits(at) <= 2
                && (line.mark(at + 1).is_some_and(|mark| matches!(mark, '-' | '–' | '.' | '/'))
                    && line.is_number(at + 2)
                    || line.is_any(at + 1, Senses::of(&[Sense::Month(0)])))
        };
        let genitive = |at: usize| {
            line.language == Language::De && matches!(line.folded(at), "der" | "des") && line.is(before, Sense::Event)
        };
        let small =
            line.case(at) == Case::Lower && (!line.is(at, Sense::Event) || is_past_meeting(line, at)) && !genitive(at);
        let says = small
            && (line.is_any(at, OPENS) && (!line.is_any(at, JOINS) || is_past_meeting(line, at))
                || lower && line.is(at, Sense::Article) && !of && !line.is(at, Sense::Of) && !genitive(at)
                || lower && line.is(at, Sense::Given) && !of);
        line.is_taken(at)
            || mark
            || booth
            || says
            || at > start && line.clause(at).start == at
            || line.is_any(at, Senses::of(&[Sense::Weekday(0), Sense::ShortWeekday(0)]))
            || range_of_days(at)
    };
    let end = (start..name).find(|at| ends(*at)).unwrap_or(name);
    let event = trim(line, start..end);
    // "GopherCon UK '26"
    let short_year =
        matches!(line.mark(event.end), Some('\'' | '’')) && line.is_number(event.end + 1) && line.glued(event.end + 1);
    let event = if short_year { event.start..event.end + 2 } else { event };
    ((1..=9).contains(&event.len()) && !line.is(event.start, Sense::Given)).then_some(event)
}

/// What leads to a place.
const PLACES: Senses = Senses::of(&[Sense::WorksAt, Sense::At]);

/// What no event begins with.
const NO_OPENING: Senses = Senses::of(&[
    Sense::Met,
    Sense::MetAt,
    Sense::Meet,
    Sense::Closing,
    Sense::Talked,
    Sense::FollowUp,
    Sense::Never,
    Sense::PromiseMe,
    Sense::PromiseThem,
]);

/// What begins to tell of the person.
const OPENS: Senses = Senses::of(&[
    Sense::Met,
    Sense::MetAt,
    Sense::With,
    Sense::Honorific,
    Sense::Subject,
    Sense::Kin,
    Sense::AboutThem,
    Sense::FollowUp,
    Sense::Talked,
    Sense::Filler,
    Sense::Common,
    Sense::Role,
    Sense::Within,
    Sense::Count(0),
]);

/// The event among what nothing has read so far.
pub(super) fn left_over(line: &mut Line, domains: &[String], fields: &mut Fields) {
    if fields.event.is_some() {
        return;
    }
    let firm = fields.org.is_some();
    let found = line.clauses.iter().find_map(|clause| standing(line, clause, firm)).or_else(|| {
        let known = fields.org.is_some() || fields.role.is_some();
        known.then(|| line.clauses.iter().find_map(|clause| named(line, clause, domains))).flatten()
    });
    let found = found.or_else(|| (0..line.len().min(96)).find_map(|at| led(line, at, domains)));
    let found = found.or_else(|| firm.then(|| line.clauses.iter().find_map(|clause| compound(line, clause))).flatten());
    if let Some((whole, event)) = found {
        line.take(&whole);
        fields.event = Some((event, true));
    }
}

/// "foire de Dijon", "Config afterparty", "vom Energiestammtisch": what is taken, and the event in it.
fn standing(line: &Line, clause: &Range<usize>, firm: bool) -> Option<(Range<usize>, Range<usize>)> {
    // In a signature "Feria Norte" is the firm, where no other is named.
    let signed = line.context.mode == CaptureMode::Pasted && !firm;
    if signed || line.context.mode == CaptureMode::Scanned || clause.start == 0 {
        return None;
    }
    let start = clause.clone().find(|at| !line.is_taken(*at) && line.is_word(*at))?;
    if start > clause.start && line.any_taken(&(clause.start..start)) {
        return None;
    }
    let end = (start..clause.end).find(|at| line.is_taken(*at)).unwrap_or(clause.end);
    let lead = lead(line, start).unwrap_or(start);
    let event = bare_event(line, trim(line, past_articles(line, lead, end)..end));
    let fits = (1..=8).contains(&event.len()) && has_event_word(line, &event) && is_named(line, &event);
    fits.then_some((start..event.end, event))
}

/// Past "from the", "vom", "del", "na".
fn lead(line: &Line, at: usize) -> Option<usize> {
    if line.case(at) != Case::Lower || line.is(at, Sense::Event) {
        return None;
    }
    [Sense::At, Sense::WorksAt, Sense::Of].into_iter().filter_map(|sense| line.sense(at, sense)).max()
}

fn past_articles(line: &Line, start: usize, end: usize) -> usize {
    let article = |at: usize| line.is(at, Sense::Article) && line.case(at) == Case::Lower && !line.is(at, Sense::Event);
    (start..end).find(|at| !article(*at) && !matches!(line.mark(*at), Some('\'' | '’'))).unwrap_or(end)
}

/// Whether the words are those of the name of one event, and no sentence.
fn is_named(line: &Line, event: &Range<usize>) -> bool {
    let romance = matches!(line.language, Language::Fr | Language::Es | Language::Pt);
    let dictated = line.context.mode == CaptureMode::Dictated;
    let day = |at: usize| {
        line.is(at, Sense::On) && line.is_date_word(at + 1)
            || line.is_any(at, Senses::of(&[Sense::Month(0)]))
                && (line.is_number(at + 1) || line.is_number(at.wrapping_sub(1)))
    };
    let plain = event.clone().all(|at| {
        if day(at) {
            return false;
        }
        let event_word = line.is(at, Sense::Event);
        if line.mark(at).is_some() {
            return matches!(line.mark(at), Some('-' | '\'' | '’' | '&' | '.' | '#'));
        }
        if line.is_number(at) {
            return line.digits(at) == 4 || line.glued(at) || line.digits(at) <= 2 && at + 1 == event.end;
        }
        event_word
            || !line.is_any(at, TELLS)
                && (line.capitalised(at)
                    || line.is_any(at, JOINS)
                    || !line.is_known(at)
                    || line.capitalised(at + 1) && event.contains(&(at + 1))
                    || at > event.start
                        && line.is_any(at, JOIN_PLACES)
                        && line.language != Language::De
                        && event.contains(&(at + 1)))
    });
    if !plain {
        return false;
    }
    let head = line.sense(event.start, Sense::Event);
    let strong = event.clone().any(|at| line.is(at, Sense::Event) && !line.is(at, Sense::Occasion));
    // A firm that is called after one: "Forum Verlag".
    let last = event.end - 1;
    let ends = line.is(last, Sense::Event) && !line.is(last, Sense::Org) && !line.is(last, Sense::Occasion);
    let firm = !ends && event.clone().any(|at| line.is(at, Sense::Org) && !line.is(at, Sense::Event));
    if let Some(after) = head.filter(|_| romance) {
        // "foire de Dijon", "jantar da câmara", and not "cours de yoga" or "dîner".
        // "atelier Le Copeau" is a firm.
        let firm = line.is(event.start, Sense::Org) && line.is(event.start, Sense::Occasion);
        let phrase = after > event.start + 1;
        let strong = strong || phrase;
        let tail = (after < event.end || phrase) && !firm;
        let of_the = line.is(after, Sense::Of)
            && (line.sense(after, Sense::Of).is_some_and(|end| line.is(end, Sense::Article))
                || matches!(line.folded(after), "du" | "del" | "da" | "do" | "das" | "dos" | "des"));
        let capital = (after..event.end).any(|at| line.capitalised(at) || line.is_number(at));
        // "vernissage", "hackatón"
        let word = !dictated
            && event.len() == 1
            && line.is(event.start, Sense::Event)
            && !line.is(event.start, Sense::Occasion)
            && !firm;
        return word || tail && (strong || capital || of_the);
    }
    let capital = event.clone().any(|at| line.capitalised(at) && !line.is(at, Sense::Event));
    let large = event.clone().all(|at| line.capitalised(at) || line.mark(at).is_some() || line.is_number(at));
    let word = !dictated && strong && event.len() == 1 && line.is(event.start, Sense::Event);
    !firm
        && (word
            || large && (strong || event.len() > 1)
            || capital && event.len() > 1
            || strong && event.len() > 1 && !romance && line.is(event.end - 1, Sense::Event))
}

/// "Women in Product", "mulheres na tecnologia".
const JOIN_PLACES: Senses = Senses::of(&[Sense::At, Sense::Within, Sense::With]);

/// "had the booth next to ours at Snackworld": a name behind "at", where the organisation is known already.
fn named(line: &Line, clause: &Range<usize>, domains: &[String]) -> Option<(Range<usize>, Range<usize>)> {
    if matches!(line.context.mode, CaptureMode::Dictated | CaptureMode::Scanned) {
        return None;
    }
    clause.clone().filter(|at| !line.is_taken(*at)).find_map(|at| {
        let end = line
            .sense(at, Sense::At)
            .filter(|_| line.case(at) == Case::Lower)
            .or_else(|| (line.is_mark(at, '@') && !line.glued(at + 1)).then_some(at + 1))?;
        let event = place(line, end)?;
        let alone = !line.any_taken(&event)
            && (event.end..clause.end).all(|at| line.is_taken(at) || line.mark(at).is_some())
            && (at..event.end).all(|at| !line.is_any(at, TELLS));
        let before = clause.start..at;
        // "was at Stripe", "a flat at Kings Cross": what stands before has to be about the meeting.
        let scene = before.clone().all(|at| line.is_taken(at) || line.mark(at).is_some())
            || before.clone().any(|at| line.is_any(at, SCENE))
                && !before
                    .clone()
                    .any(|at| line.is_any(at, Senses::of(&[Sense::AboutThem, Sense::Role, Sense::WorksAt])));
        // "in Kiel", "à Beaune"
        let town = line.is(at, Sense::InTown) && event.len() == 1 || is_town(line, at, &event, domains);
        let capital = line.capitalised(event.start);
        let fits = alone && scene && capital && !town && !is_time(line, event.start) && !is_spot(line, &event);
        (fits && !has_org_word(line, &event) && event.len() <= 6).then_some((at..event.end, event))
    })
}

/// "UXDonosti", "FESPA", "BiblioTag 2026": a name made of several, alone in its clause, where the firm is another.
fn compound(line: &Line, clause: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let event = trim(line, clause.clone());
    let year = event.len() == 1 || event.len() == 2 && line.is_number(event.start + 1);
    let fits = line.context.mode != CaptureMode::Scanned
        && year
        && !line.any_taken(&event)
        && !line.is_any(event.start, TELLS)
        && (line.is_compound(event.start)
            || line.case(event.start) == Case::Upper
                && line.folded(event.start).len() > 3
                && !line.is_known(event.start));
    fits.then_some((event.clone(), event))
}

/// "had a stall at the makers market", "kenn ich vom Richtfest", "(from the heat pump hackathon)": behind a word that leads
/// there what is called as events are, where nothing before it says that somebody only will be there.
fn led(line: &Line, at: usize, domains: &[String]) -> Option<(Range<usize>, Range<usize>)> {
    if line.is_taken(at) || line.case(at) != Case::Lower || line.is(at, Sense::Event) || line.is(at, Sense::Of) {
        return None;
    }
    let end = [Sense::MetAt, Sense::At, Sense::WorksAt].into_iter().filter_map(|sense| line.sense(at, sense)).max()?;
    let event = bare_event(line, place(line, end)?);
    let clause = line.clause(at);
    let will_be = (clause.start..at).any(|before| !line.is_taken(before) && line.is_any(before, WILL_BE));
    let scene = (clause.start..at).all(|before| line.is_taken(before) || line.mark(before).is_some())
        || (clause.start..at).any(|before| line.is_any(before, SCENE));
    let fits = !will_be
        && (scene || line.language == Language::En || line.language == Language::De)
        && !line.any_taken(&event)
        && event.len() <= 7
        && has_event_word(line, &event)
        && !has_org_word(line, &event)
        && !is_town(line, at, &event, domains)
        && !is_time(line, event.start)
        && strong(line, &event);
    fits.then_some((at..event.end, event))
}

/// Whether a word in it means nothing but an event.
fn strong(line: &Line, event: &Range<usize>) -> bool {
    event.clone().any(|at| line.is(at, Sense::Event) && !line.is(at, Sense::Occasion))
        && !event.clone().any(|at| line.is_any(at, TELLS) && !line.is(at, Sense::Event))
}

/// What says that somebody is going there, or what is to be done there.
const WILL_BE: Senses = Senses::of(&[
    Sense::AboutThem,
    Sense::Possessive,
    Sense::PromiseMe,
    Sense::PromiseThem,
    Sense::FollowUp,
    Sense::Seeks,
    Sense::Talked,
    Sense::Every,
]);

/// What tells of a meeting.
const SCENE: Senses = Senses::of(&[Sense::Met, Sense::Spot, Sense::Event, Sense::Meet]);
