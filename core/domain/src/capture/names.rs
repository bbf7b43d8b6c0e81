//! The person's name: usually first, else behind "met", "this is" and the like.

use std::ops::Range;

use super::CaptureMode;
use super::candidates;
use super::dates::Date;
use super::full_name;
use super::lexicon::{LEXICON, Sense, Senses};
use super::line::Line;
use super::people;
use super::tokens::Case;
use crate::fold::fold;
use crate::locale::Language;

/// Words looked at for a name inside a sentence.
pub(super) const FAR: usize = 48;

/// What the mail addresses of a line tell about its names.
#[derive(Debug, Default)]
pub(super) struct Mail {
    /// What stands before the @, folded.
    pub(super) locals: Vec<String>,
    /// The first label of the domain, folded: often the organisation.
    pub(super) domains: Vec<String>,
}

/// A name in the line; its tokens are taken.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) range: Range<usize>,
    /// As it is to be shown, where that is not as it stands in the line ("Rao, Priya").
    pub(super) value: Option<String>,
    pub(super) sure: bool,
}

/// Finds the name. What the mail addresses tell decides where the words alone do not.
pub(super) fn find(line: &mut Line, dates: &[Date], mail: &Mail) -> Option<Name> {
    let name = people::labelled(line).or_else(|| {
        introduced(line, dates).and_then(|start| full_name::collect(line, start, dates, mail)).or_else(|| {
            let first = first_candidate(line, dates, mail);
            // "Borracharia Lima, falar com Tonhão": a firm is nobody's name where somebody else is named.
            let firm = first.filter(|at| is_firm_in_front(line, *at));
            let collect = |start: usize| full_name::collect(line, start, dates, mail);
            let choice = candidates::choose(line, first, dates, mail);
            // "tinha dois na banca …": a word in no list, and nothing that speaks for a name.
            let doubtful = first.is_some() && choice.is_doubtful();
            if let Some(rival) = choice.rival {
                return collect(rival);
            }
            if let Some(first) = first.filter(|_| choice.is_clear()) {
                return collect(first);
            }
            let start = people::signature(line, first).or(first.filter(|_| firm.is_none() && !doubtful));
            start
                .and_then(collect)
                .or_else(|| people::anywhere(line, dates).and_then(collect))
                .or_else(|| firm.and_then(collect))
                .or_else(|| first.and_then(collect).map(|name| Name { sure: name.sure && !doubtful, ..name }))
        })
    })?;
    let mut end = suffixes_end(line, name.range.end);
    while line.capitalised(end) && (line.case(end) == Case::None) != (line.case(name.range.start) == Case::None) {
        end += 1;
    }
    line.take(&(titles_start(line, name.range.start)..end));
    Some(name)
}

/// Behind what says that a name follows.
fn introduced(line: &Line, dates: &[Date]) -> Option<usize> {
    people::sender(line, dates)
        .or_else(|| called(line, dates))
        .or_else(|| owner(line, dates))
        .or_else(|| people::before_verb(line, dates))
        .or_else(|| after_introduction(line, dates))
}

/// "a weaver named Juniper", "el dj se llama Kilian", and not "her shop is called Loom".
fn called(line: &Line, dates: &[Date]) -> Option<usize> {
    (1..line.len().min(FAR)).find_map(|at| {
        let end = line.sense(at, Sense::Called).filter(|_| !line.is_taken(at) && line.case(at) == Case::Lower)?;
        let clause = line.clause(at);
        let thing = (clause.start.max(at.saturating_sub(4))..at).any(|before| {
            line.is_any(before, Senses::of(&[Sense::Org, Sense::Thing, Sense::Leads, Sense::LegalForm]))
                && !line.is_any(before, Senses::of(&[Sense::Role, Sense::Kin]))
        });
        // "he works for a firm called signal garden"
        let thing =
            thing || (clause.start..at).any(|before| line.sense(before, Sense::WorksAt).is_some_and(|end| end > at));
        let start = skip_titles(line, end, line.len());
        let small = lower_case(line)
            && line.is_word(start)
            && !line.is_any(start, Senses::of(&[Sense::Article, Sense::Org, Sense::Role]));
        (!thing && !line.is_taken(start) && (begins_name(line, start, dates) || small)).then_some(start)
    })
}

/// "600 000 123 es de Iker", "… é o zap da jussara": whose the address is that a line begins with.
fn owner(line: &Line, dates: &[Date]) -> Option<usize> {
    if !line.is_taken(0) && !line.is_number(0) && line.mark(0).is_none() {
        return None;
    }
    let first = (0..line.len().min(FAR)).find(|at| !line.is_taken(*at) && line.is_word(*at))?;
    let little = Senses::of(&[Sense::AboutThem, Sense::Filler, Sense::Common, Sense::Article, Sense::Mobile]);
    let mut at = first;
    while at < first + 5
        && !line.is(at, Sense::Given)
        && (line.is_taken(at)
            || line.case(at) == Case::Lower
                && line.is_any(at, little)
                && !matches!(line.folded(at), "de" | "da" | "do" | "of" | "von" | "di" | "del"))
    {
        at += 1;
    }
    let of = at > first && (line.is(at, Sense::Of) || line.is(at, Sense::WorksAt)) && line.case(at) == Case::Lower;
    let start = skip_titles(line, line.sense(at + 1, Sense::Article).unwrap_or(at + 1), line.len());
    (of && begins_name(line, start, dates)).then_some(start)
}

/// "the wedding of Mia and Paul": whose it was, and nobody to write to.
pub(super) fn is_of_a_couple(line: &Line, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back);
    let given = |at: Option<usize>| at.is_some_and(|at| line.is(at, Sense::Given));
    let of = |at: Option<usize>| {
        at.is_some_and(|at| line.is(at, Sense::Of) || line.is(at, Sense::WorksAt) || line.is(at, Sense::Article))
    };
    let and = |at: Option<usize>| at.is_some_and(|at| line.is(at, Sense::And));
    let event = |at: Option<usize>| at.is_some_and(|at| line.is(at, Sense::Event));
    and(before(1)) && given(before(2)) && of(before(3))
        || and(before(2)) && of(before(1)) && given(before(3)) && of(before(4))
        || of(before(1)) && event(before(2)) && line.is(at + 1, Sense::And)
        || of(before(1)) && of(before(2)) && event(before(3)) && line.is(at + 1, Sense::And)
}

/// "I met Priya Rao", "j'ai rencontré Priya Rao".
fn after_introduction(line: &Line, dates: &[Date]) -> Option<usize> {
    let equals = (0..line.len().min(24)).any(|at| line.is_mark(at, '=') && !line.glued(at));
    if equals {
        return None;
    }
    introduction(line, dates, true).or_else(|| introduction(line, dates, false))
}

/// The name behind a word that leads to it; `by_another`: behind one for an introduction by a third person, "Marc m'a
/// présenté Saskia", which goes before all others.
fn introduction(line: &Line, dates: &[Date], by_another: bool) -> Option<usize> {
    (0..line.len().min(24)).find_map(|at| {
        let another = |end: usize| {
            (at..end).any(|at| ["present", "apresent", "introduc"].iter().any(|stem| line.folded(at).starts_with(stem)))
        };
        if by_another && !line.sense(at, Sense::Met).is_some_and(another) {
            return None;
        }
        // "Vinzenz (der mit dem Lastenrad)"
        let bracketed =
            (0..at).rev().find_map(|before| line.mark(before).filter(|mark| matches!(mark, '(' | ')'))) == Some('(');
        if line.is_taken(at)
            || bracketed
            || line.is(at, Sense::MetAt) && line.sense(at, Sense::MetAt) >= line.sense(at, Sense::Met)
        {
            return None;
        }
        // "Tom Contact, …": a capital letter inside a line makes it a name.
        let mut start = line.sense(at, Sense::Met).filter(|end| {
            let label = line.is_mark(*end, ':') && line.token(at).is_some_and(|token| token.new_line);
            at == 0 || !line.capitalised(at) || line.is_mark(at - 1, '.') || label
        })?;
        if line.is_mark(start, ':') {
            start += 1;
        }
        // "estive com a Sara"
        let article =
            line.is(start, Sense::Article) && (line.language == Language::Pt || line.is(start + 1, Sense::Honorific));
        if article && line.case(start) == Case::Lower && line.is_word(start + 1) {
            start += 1;
        }
        start = skip_titles(line, start, line.len());
        begins_name(line, start, dates).then_some(start)
    })
}

fn first_candidate(line: &Line, dates: &[Date], mail: &Mail) -> Option<usize> {
    for clause in line.clauses.iter().take(12) {
        if clause.clone().any(|at| line.is(at, Sense::Closing) && !line.is(at, Sense::Given) && at == clause.start) {
            continue;
        }
        // "Cordialement," on a line of its own, whatever the words: a name has its comma inside a line.
        let begins_line = clause.start == 0 || line.token(clause.start).is_some_and(|first| first.new_line);
        let ends_line = line.token(clause.end).is_some_and(|next| next.new_line);
        let closing = line.context.mode == CaptureMode::Pasted && begins_line && ends_line;
        if closing && line.is_mark(clause.end.saturating_sub(1), ',') && !line.is(clause.start, Sense::Given) {
            continue;
        }
        let mut at = clause.start;
        while at < clause.end && (line.is_taken(at) || line.mark(at).is_some_and(|mark| mark != '@')) {
            at += 1;
        }
        // "Met at RustConf: Priya Rao, …"
        if let Some(end) = line.sense(at, Sense::MetAt)
            && let Some(colon) = (end..clause.end).find(|place| line.is_mark(*place, ':'))
        {
            at = colon + 1;
        }
        // "Tuesday: call Priya"
        if let Some(date) = dates.iter().find(|date| date.range.start == at)
            && date.range.end < clause.end
            && !begins_name(line, at, dates)
        {
            at = date.range.end + usize::from(line.is_mark(date.range.end, ':'));
        }
        // "Art Director: Paloma Cruz"
        if let Some(colon) = clause.clone().find(|at| line.is_mark(*at, ':'))
            && (clause.start..colon).any(|at| line.is(at, Sense::Role))
            && line.capitalised(colon + 1)
        {
            at = colon + 1;
        }
        // "Tag der offenen Werkstatt: Emre Kaya, …"
        if at <= clause.start + 1
            && let Some(colon) = headed(line, clause)
        {
            at = colon + 1;
        }
        // "tall guy = Anders Holm"
        if let Some(equals) = clause.clone().find(|at| line.is_mark(*at, '=') && !line.glued(*at)) {
            at = equals + 1;
        }
        // "la Dra. Salma Benhaddou"
        if line.is(at, Sense::Article) && line.case(at) == Case::Lower && line.is(at + 1, Sense::Honorific) {
            at += 1;
        }
        at = skip_titles(line, at, clause.end);
        at = skip_titles(line, skip_acts(line, at, clause.end), clause.end);
        at = skip_role(line, at);
        if is_other_than_name(line, clause, mail) {
            continue;
        }
        if at < clause.end && begins_name(line, at, dates) {
            return Some(at);
        }
        // Only an address, a date or the place of the meeting may stand before the name.
        let place = line.is(clause.start, Sense::MetAt);
        let nothing_else = place
            || clause.clone().all(|at| {
                line.is_taken(at)
                    || line.mark(at).is_some()
                    || line.is(at, Sense::Filler)
                    || dates.iter().any(|date| date.range.contains(&at))
            });
        if !nothing_else && line.context.mode != CaptureMode::Pasted {
            return None;
        }
    }
    None
}

/// The colon behind the head of a clause ("Tag der offenen Werkstatt: Emre Kaya"), where a full name follows it.
pub(super) fn headed(line: &Line, clause: &Range<usize>) -> Option<usize> {
    let colon = clause.clone().find(|at| line.is_mark(*at, ':'))?;
    let next = skip_titles(line, colon + 1, line.len());
    let name = line.case(next) == Case::Title
        && line.case(next + 1) == Case::Title
        && !line.is_taken(next)
        && (line.is(next, Sense::Given) || closes_clause(line, next + 1) || line.clause(next).end == line.len());
    let head = clause.start..colon;
    let words = head.clone().filter(|at| line.is_word(*at)).count();
    (name && (1..=6).contains(&words) && !line.any_taken(&head) && !line.is(clause.start, Sense::Given))
        .then_some(colon)
}

/// "Call Priya Friday", "Reminder: write to Jess Park", "bei Benno Ascher nachfassen": past what is to be done.
pub(super) fn skip_acts(line: &Line, start: usize, end: usize) -> usize {
    let act = |at: usize| {
        line.sense(at, Sense::FollowUp).max(line.sense(at, Sense::Meet)).filter(|_| !line.is(at, Sense::Given))
    };
    let mut at = start;
    let mut acted = false;
    while at < end {
        if let Some(after) = act(at) {
            acted = true;
            at = after;
        } else if acted && line.is_mark(at, ':') {
            at += 1;
        } else if line.case(at) == Case::Lower
            && let Some(after) = line
                .sense(at, Sense::Filler)
                .or_else(|| line.sense(at, Sense::At))
                .or_else(|| line.sense(at, Sense::Article))
                .or_else(|| (acted && matches!(line.folded(at), "a" | "para" | "com" | "con" | "to")).then_some(at + 1))
                // "Ligar p/ Tadeu"
                .or_else(|| (acted && line.is_mark(at + 1, '/') && line.folded(at).len() == 1).then_some(at + 2))
            && (acted || line.is(after, Sense::Given) || after > at + 1 && lower_case(line) && !line.is_known(after))
        {
            at = after;
        } else {
            break;
        }
    }
    let name = line.capitalised(at) || acted && line.is(at, Sense::Given);
    if name && at < end { at } else { start }
}

/// A clause before the name: the event on a badge ("DevDays 2027"), the firm before the person ("Bob's Burgers - Bob
/// Belcher"), the head of a quoted letter ("On 1 March Dana wrote:").
fn is_other_than_name(line: &Line, clause: &Range<usize>, mail: &Mail) -> bool {
    let words = || clause.clone().filter(|at| line.is_word(*at));
    let quoted = words().count() > 1 && words().next_back().is_some_and(|last| line.is(last, Sense::Closing));
    if line.context.mode == CaptureMode::Pasted && quoted {
        return true;
    }
    let capital = words()
        .all(|at| line.capitalised(at) || line.is(at, Sense::Of) || line.is(at, Sense::Particle) || line.glued(at));
    if !capital || line.any_taken(clause) {
        return false;
    }
    let read_off = matches!(line.context.mode, CaptureMode::Scanned | CaptureMode::Pasted);
    if read_off
        && words().any(|at| line.is(at, Sense::Event))
        && !words().next().is_some_and(|at| line.is(at, Sense::Given))
    {
        return true;
    }
    // "Herbstmesse Gossau - Ueli Zurbrügg, …"
    let event = words().any(|at| line.is(at, Sense::Event) && !line.is(at, Sense::Given))
        && !line.is(clause.start, Sense::Given)
        && line.is(clause.end, Sense::Given)
        && line.case(clause.end) == Case::Title
        && !line.is_taken(clause.end);
    if event {
        return true;
    }
    let person =
        |start: usize| mail.locals.iter().any(|local| local.split(['.', '_', '-']).next() == Some(line.folded(start)));
    let in_mail = person(clause.end) && !person(clause.start) && is_name_like(line, clause.end);
    in_mail || is_firm(line, clause, mail) && line.is(clause.end, Sense::Given) && is_name_like(line, clause.end)
}

/// "Renata's".
pub(super) fn is_possessive(line: &Line, at: usize) -> bool {
    matches!(line.mark(at), Some('\'' | '’'))
        && line.glued(at)
        && line.glued(at + 1)
        && line.folded(at + 1) == "s"
        && line.case(at + 1) == Case::Lower
}

/// Whether the words of a clause are those of a firm: "GmbH", "Bob's", the mail domain.
pub(super) fn is_firm(line: &Line, clause: &Range<usize>, mail: &Mail) -> bool {
    clause.clone().any(|at| line.is(at, Sense::Org) || is_possessive(line, at))
        || mail.domains.iter().any(|domain| line.spells(clause, domain))
}

/// Whether the clause at a place is a firm by a word of its own: "Modas Puri".
fn is_firm_in_front(line: &Line, at: usize) -> bool {
    let clause = line.clause(at);
    let large = |place: usize| line.capitalised(place) || line.mark(place).is_some();
    !line.is(at, Sense::Given)
        && clause.clone().all(large)
        && clause.clone().any(|place| line.is(place, Sense::Org) && !line.is(place, Sense::Family))
}

/// Whether the clause that begins here is two or three words as names are written.
fn is_name_like(line: &Line, start: usize) -> bool {
    let clause = line.clause(start);
    let words = clause.clone().filter(|at| line.mark(*at).is_none());
    (2..=3).contains(&words.clone().count())
        && words.into_iter().all(|at| line.capitalised(at) && !line.is(at, Sense::Org) && !line.is(at, Sense::Role))
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

/// Past what somebody does, where a given name follows: "Reporterin Dilek Aksoy".
pub(super) fn skip_role(line: &Line, at: usize) -> usize {
    let pair = |end: usize| {
        let word = |at: usize| {
            line.case(at) == Case::Title && !line.is_known(at) && !line.is(at, Sense::Field) && !line.is_taken(at)
        };
        word(end) && word(end + 1) && closes_clause(line, end + 1) && line.clause(at).start == at
    };
    line.sense(at, Sense::Role)
        .filter(|end| !line.is(at, Sense::Given) && (line.is(*end, Sense::Given) && !line.is_known(*end) || pair(*end)))
        .unwrap_or(at)
}

/// Past "Dr.", "Frau Prof.".
pub(super) fn skip_titles(line: &Line, mut at: usize, end: usize) -> usize {
    while at < end
        && !line.is(at, Sense::Given)
        && let Some(after) = line.sense(at, Sense::Honorific)
    {
        // "Dr.", "Eng.ª", "Profª."
        let joins =
            |at: usize| matches!(line.mark(at), Some('.' | 'ª' | 'º')) || line.is_mark(at, '-') && line.glued(at);
        let after = (after..end).find(|at| !joins(*at)).unwrap_or(end);
        if after >= end || !line.is_word(after) {
            break;
        }
        at = after;
    }
    at
}

/// Whether the whole line is written without capitals.
pub(super) fn lower_case(line: &Line) -> bool {
    line.context.mode == CaptureMode::Dictated
        || !(0..line.len().min(64)).any(|at| !line.is_taken(at) && matches!(line.case(at), Case::Title | Case::Upper))
}

pub(super) fn begins_name(line: &Line, at: usize, dates: &[Date]) -> bool {
    if !line.is_word(at) || line.is_taken(at) || is_of_a_couple(line, at) {
        return false;
    }
    let given = line.is(at, Sense::Given);
    // "On 1 March Dana wrote:"
    if line.is(at, Sense::On) && !given && line.is_date_word(at + 1) {
        return false;
    }
    // "mailto:", "Tel:", "Envoyé :"
    let pasted = line.context.mode == CaptureMode::Pasted;
    if line.is_mark(at + 1, ':') && (line.glued(at + 1) || pasted && !given) {
        return false;
    }
    // A weekday is a given name where a family name follows, in a signature or where the line has its date elsewhere.
    let elsewhere = dates.len() > 1 || line.context.mode == CaptureMode::Pasted;
    // "Freitag, Lukas - …"
    let family = line.case(at) == Case::Title && line.is_mark(at + 1, ',') && line.is(at + 2, Sense::Given);
    let bearer = given || elsewhere && (two_words(line, at) || family && at == 0);
    if dates.iter().any(|date| date.range.start == at && !(bearer && date.only_weekday)) {
        return false;
    }
    let initial = line.is_mark(at + 1, '.') && line.glued(at + 1) && line.folded(at).len() == 1;
    if line.capitalised(at) {
        return given || initial || two_words(line, at) || family_name(line, at) || !is_cue(line, at);
    }
    // "van der Berg, Jan"
    if line.is(at, Sense::Particle)
        && (line.capitalised(at + 1) || line.is(at + 1, Sense::Particle) && line.capitalised(at + 2))
    {
        return true;
    }
    let small = lower_case(line) && (given || !line.is_known(at) && people::plausible(line, at));
    small || people::in_front(line, at)
}

/// "Frau Richter", "Koch, Anna": a word for a trade where a family name stands.
fn family_name(line: &Line, at: usize) -> bool {
    let before =
        at.checked_sub(1).map(|before| if line.is_mark(before, '.') { before.saturating_sub(1) } else { before });
    let titled = before.is_some_and(|before| line.is(before, Sense::Honorific));
    let comma_given = line.is_mark(at + 1, ',') && line.is(at + 2, Sense::Given) && line.capitalised(at + 2);
    titled && line.case(at) == Case::Title || comma_given && line.is(at, Sense::Family)
}

/// "Will Smith, …", "Li Na, …": two capitalised words that are a clause of their own, the first of them a common word.
fn two_words(line: &Line, at: usize) -> bool {
    let clause = line.clause(at);
    let act = [
        Sense::Meet,
        Sense::FollowUp,
        Sense::Closing,
        Sense::Role,
        Sense::Met,
        Sense::MetAt,
        Sense::Talked,
        Sense::Never,
        Sense::Refuses,
    ];
    // "Li Wei 李伟": the name again in another script closes it as well.
    let last = if line.case(at + 2) == Case::None && line.is_word(at + 2) { at + 2 } else { at + 1 };
    at == clause.start
        && line.case(at) == Case::Title
        && line.case(at + 1) == Case::Title
        && !line.glued(at + 1)
        && (!is_cue(line, at + 1) || line.is(at + 1, Sense::Family))
        && closes_clause(line, last)
        && !act.into_iter().any(|sense| line.is(at, sense))
}

/// Whether nothing but a mark follows in the clause, and another clause follows that.
pub(super) fn closes_clause(line: &Line, at: usize) -> bool {
    let clause = line.clause(at);
    (at + 1 == clause.end || at + 2 == clause.end && line.mark(at + 1).is_some()) && clause.end < line.len()
}

/// Whether the word does a job in the line, so that it is no name even in capitals.
fn is_cue(line: &Line, at: usize) -> bool {
    // "Ella" is a pronoun in a Spanish line only.
    line.find_in_language(at, |sense| {
        matches!(
            sense,
            Sense::FollowUp
                | Sense::Met
                | Sense::MetAt
                | Sense::Meet
                | Sense::Never
                | Sense::PromiseMe
                | Sense::PromiseThem
                | Sense::Prefers
                | Sense::Refuses
                | Sense::Role
                | Sense::Common
                | Sense::Talked
                | Sense::Closing
                | Sense::Article
                | Sense::WorksAt
                | Sense::At
                | Sense::Channel(_)
                | Sense::Mobile
        )
        .then_some(())
    })
    .is_some()
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
