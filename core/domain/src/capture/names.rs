//! The person's name: usually first, else behind "met", "this is" and the like.

use std::ops::Range;

use super::CaptureMode;
use super::dates::Date;
use super::lexicon::{LEXICON, Sense};
use super::line::Line;
use super::tokens::Case;
use crate::channel::ChannelKind;
use crate::fold::fold;
use crate::locale::Language;

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
    let start = after_introduction(line, dates).or_else(|| first_candidate(line, dates, mail))?;
    let name = collect(line, start, dates, mail)?;
    line.take(&(titles_start(line, name.range.start)..suffixes_end(line, name.range.end)));
    Some(name)
}

/// "I met Priya Rao", "j'ai rencontré Priya Rao".
fn after_introduction(line: &Line, dates: &[Date]) -> Option<usize> {
    let equals = (0..line.len().min(24)).any(|at| line.is_mark(at, '=') && !line.glued(at));
    if equals {
        return None;
    }
    (0..line.len().min(24)).find_map(|at| {
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
        // "tall guy = Anders Holm"
        if let Some(equals) = clause.clone().find(|at| line.is_mark(*at, '=') && !line.glued(*at)) {
            at = equals + 1;
        }
        at = skip_titles(line, at, clause.end);
        at = skip_titles(line, skip_acts(line, at, clause.end), clause.end);
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

/// "Call Priya Friday", "Reminder: write to Jess Park", "bei Benno Ascher nachfassen": past what is to be done.
fn skip_acts(line: &Line, start: usize, end: usize) -> usize {
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
            && (acted || line.is(after, Sense::Given))
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
    let person =
        |start: usize| mail.locals.iter().any(|local| local.split(['.', '_', '-']).next() == Some(line.folded(start)));
    let in_mail = person(clause.end) && !person(clause.start) && is_name_like(line, clause.end);
    in_mail || is_firm(line, clause, mail) && line.is(clause.end, Sense::Given) && is_name_like(line, clause.end)
}

/// "Renata's".
fn is_possessive(line: &Line, at: usize) -> bool {
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

/// Past "Dr.", "Frau Prof.".
fn skip_titles(line: &Line, mut at: usize, end: usize) -> usize {
    while at < end
        && !line.is(at, Sense::Given)
        && let Some(after) = line.sense(at, Sense::Honorific)
    {
        // "Dr.", "Eng.ª", "Profª."
        let after = (after..end).find(|at| !matches!(line.mark(*at), Some('.' | 'ª' | 'º'))).unwrap_or(end);
        if after >= end || !line.is_word(after) {
            break;
        }
        at = after;
    }
    at
}

/// Whether the whole line is written without capitals.
fn lower_case(line: &Line) -> bool {
    line.context.mode == CaptureMode::Dictated
        || !(0..line.len().min(64)).any(|at| !line.is_taken(at) && matches!(line.case(at), Case::Title | Case::Upper))
}

fn begins_name(line: &Line, at: usize, dates: &[Date]) -> bool {
    if !line.is_word(at) || line.is_taken(at) {
        return false;
    }
    let given = line.is(at, Sense::Given);
    // "On 1 March Dana wrote:"
    if line.is(at, Sense::On) && !given && line.is_date_word(at + 1) {
        return false;
    }
    // "mailto:", "Tel:"
    if line.is_mark(at + 1, ':') && line.glued(at + 1) {
        return false;
    }
    // A weekday is a given name where a family name follows, in a signature or where the line has its date elsewhere.
    let elsewhere = dates.len() > 1 || line.context.mode == CaptureMode::Pasted;
    let bearer = given || elsewhere && two_words(line, at);
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
    (lower_case(line) || alone_in_front(line, at)) && (given || !line.is_known(at))
}

/// "Frau Richter", "Koch, Anna": a word for a trade where a family name stands.
fn family_name(line: &Line, at: usize) -> bool {
    let before =
        at.checked_sub(1).map(|before| if line.is_mark(before, '.') { before.saturating_sub(1) } else { before });
    let titled = before.is_some_and(|before| line.is(before, Sense::Honorific));
    let comma_given = line.is_mark(at + 1, ',') && line.is(at + 2, Sense::Given) && line.capitalised(at + 2);
    titled && line.case(at) == Case::Title || comma_given && line.is(at, Sense::Family)
}

/// "tom, bartender at the Ritz": a given name that is the first clause, in a line that has capitals elsewhere.
fn alone_in_front(line: &Line, at: usize) -> bool {
    at == 0 && line.is(at, Sense::Given) && line.mark(at + 1).is_some() && line.clause(at).end == at + 2
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
fn closes_clause(line: &Line, at: usize) -> bool {
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

/// Whether a capitalised word ends the name before it; `second` where that is one word so far.
fn ends_name(line: &Line, at: usize, second: bool) -> bool {
    if line.is(at, Sense::Given) || second && line.is(at, Sense::Family) {
        return false;
    }
    line.find(at, |sense| {
        let ends = match sense {
            // "Wei Li", "Robert Line": a word of three letters or a common one is a family name as well.
            // "Joy Text, …": behind one given name and before a comma it is her family name.
            Sense::Channel(kind) if closes_clause(line, at) => {
                !matches!(kind, ChannelKind::Sms | ChannelKind::Line | ChannelKind::LinkedIn | ChannelKind::Phone)
            }
            Sense::Channel(kind) => {
                !matches!(kind, ChannelKind::Line | ChannelKind::LinkedIn | ChannelKind::Phone)
                    || line.folded(at).len() > 4
            }
            // "Kate Baker, …"
            Sense::Role => !(second && line.case(at) == Case::Title && closes_clause(line, at)),
            Sense::FollowUp
            | Sense::Never
            | Sense::Prefers
            | Sense::PromiseMe
            | Sense::PromiseThem
            | Sense::MetAt
            | Sense::Mobile
            | Sense::Weekday(_) => true,
            _ => false,
        };
        ends.then_some(())
    })
    .is_some()
}

fn collect(line: &Line, start: usize, dates: &[Date], mail: &Mail) -> Option<Name> {
    let domains = &mail.domains;
    let lower = !line.capitalised(start) && !line.is(start, Sense::Particle);
    let limit = line.clause(start).end;
    let is_firm = |at: usize| domains.iter().any(|domain| domain == line.folded(at));
    // Where each word of the name ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut at = start;
    while at < limit && !line.is_taken(at) {
        let surname_weekday = ends.len() == 1 && is_surname(line, at, limit);
        if at > start && !surname_weekday && dates.iter().any(|date| date.range.start == at) {
            break;
        }
        let token_is_word = line.is_word(at);
        if token_is_word {
            let next_is_name = |at: usize| line.capitalised(at) && !line.is_taken(at);
            let particle = line.is(at, Sense::Particle)
                && line.case(at) == Case::Lower
                && (next_is_name(at + 1)
                    || line.is(at + 1, Sense::Particle) && next_is_name(at + 2)
                    || line.is(at + 1, Sense::Particle) && line.is(at + 2, Sense::Particle) && next_is_name(at + 3)
                    || line.glued(at + 1) && next_is_name(at + 2));
            if particle && (super::places::before_firm(line, at).is_some() || leads_to_brand(line, at, ends.len())) {
                break;
            }
            if particle {
                at += 1;
                continue;
            }
            let fits = if at == start {
                true
            } else if line.capitalised(at) {
                !(ends.len() >= 2 && line.is(at, Sense::Suffix) && line.case(at) == Case::Upper)
                    && (surname_weekday || !ends_name(line, at, ends.len() == 1))
                    && !(ends.len() >= 2 && is_firm(at))
            } else if lower {
                let irish = line.folded(at) == "o" && line.glued(at + 1) && line.glued(at + 2) && line.is_word(at + 2);
                (!line.is_known(at)
                    || irish
                    || line.is(at, Sense::Given)
                    || ends.len() == 1
                        && (line.is(at, Sense::Family) || line.is(start, Sense::Given) && line.is_only_thing(at)))
                    && !(ends.len() >= 2 && is_firm(at))
            } else {
                line.glued(at)
            };
            if !fits {
                break;
            }
            at += 1;
            if line.glued(at - 1) && at - 1 > start && line.mark(at - 2).is_none_or(|mark| mark != '.') {
                // Joined by a hyphen or an apostrophe: the same word goes on.
                ends.pop();
            }
            ends.push(at);
            continue;
        }
        let joins = line.glued(at)
            && matches!(line.mark(at), Some('-' | '\'' | '’' | '.'))
            && line.is_word(at + 1)
            && line.glued(at + 1)
            && !is_possessive(line, at);
        let initial = line.is_mark(at, '.') && line.glued(at) && line.is_word(at - 1) && line.folded(at - 1).len() == 1;
        // "St. John"
        let saint =
            line.is_mark(at, '.') && line.glued(at) && line.is(at - 1, Sense::Particle) && line.capitalised(at + 1);
        if joins || initial || saint {
            at += 1;
            if initial && let Some(last) = ends.last_mut() {
                *last = at;
            }
            continue;
        }
        // "王小明 (Wang Xiaoming)": one name in two scripts.
        if line.is_mark(at, '(')
            && let Some(end) = other_script(line, start, at, limit)
        {
            return Some(Name { range: start..end, value: None, sure: true });
        }
        break;
    }
    let words = ends.len();
    let end_of = |count: usize| ends.get(count.saturating_sub(1)).copied();
    if let Some(name) = family_first(line, start, &ends, limit, mail) {
        return Some(name);
    }
    let whole = at >= limit || line.mark(at).is_some_and(|_| at + 1 == limit);
    let cued = !whole && (line.is_taken(at) || line.is_known(at) || line.mark(at).is_some());
    let organisation = domains.iter().any(|domain| domain == line.folded(at));
    let given = (start..at).take_while(|at| line.is(*at, Sense::Given)).count();
    let several_given = given >= 2 && words == 3;
    let (count, sure) = match words {
        0 => return None,
        // "Tall guy with a beard"
        1 | 2 if !lower && strange(line, start, at) => (words, false),
        1 | 2 => (words, true),
        3 | 4 if whole && !lower || organisation => (words, true),
        3 if several_given
            || line
                .find(at, |sense| matches!(sense, Sense::WorksAt | Sense::At | Sense::Role).then_some(()))
                .is_some() =>
        {
            (3, true)
        }
        // "Priya Rao Acme wa …"
        3 | 4 if lower && !cued && !whole => (2, line.is(start, Sense::Given)),
        // "Mai Lins Launch ist …"
        3 if line.language == Language::De
            && ends.get(1).is_some_and(|end| line.folded(end - 1).ends_with('s'))
            && ends.get(2).is_some_and(|end| {
                line.find(end - 1, |sense| matches!(sense, Sense::AboutThem | Sense::Thing).then_some(())).is_some()
            }) =>
        {
            (2, false)
        }
        3 => (2, !lower || line.is(start, Sense::Given)),
        4 => (2, false),
        _ => (words.min(5), false),
    };
    Some(Name { range: start..end_of(count)?, value: None, sure })
}

/// Whether a word that is in no list of names runs on into words that say nothing of what comes after a name.
fn strange(line: &Line, start: usize, at: usize) -> bool {
    // "Renatas Mietvertrag endet": German writes all its nouns large.
    let noun = line.language == Language::De
        && at == start + 2
        && line.find(at, |sense| matches!(sense, Sense::AboutThem).then_some(())).is_some();
    !line.is(start, Sense::Given)
        && line.case(at) == Case::Lower
        && (noun || at == start + 1 && !line.is_known(at) && line.is_word(at + 1))
}

/// "Tobias von Monday", "Tobías de Lunes": a weekday or a messenger is a firm there, no family.
fn leads_to_brand(line: &Line, at: usize, words: usize) -> bool {
    words == 1
        && line
            .find(at + 1, |sense| matches!(sense, Sense::Weekday(_) | Sense::Channel(_)).then_some(()))
            .is_some_and(|(end, ())| end == at + 2)
        && !line.is(at + 1, Sense::Given)
        && !line.is(at + 1, Sense::Family)
}

/// The end of a bracket that holds the name again in another script.
fn other_script(line: &Line, start: usize, open: usize, limit: usize) -> Option<usize> {
    let close = (open + 1..limit).find(|at| line.is_mark(*at, ')'))?;
    let inside = open + 1..close;
    let words =
        inside.clone().all(|at| line.capitalised(at) || line.mark(at).is_some_and(|mark| mark == '-' || mark == '\''));
    let differs = (line.case(start) == Case::None) != (line.case(open + 1) == Case::None);
    (words && differs && !inside.is_empty()).then_some(close + 1)
}

/// "Rao, Priya": a clause of a family name, then one that begins with a given name.
fn family_first(line: &Line, start: usize, ends: &[usize], limit: usize, mail: &Mail) -> Option<Name> {
    let end = *ends.last()?;
    let comma = line.is_mark(end, ',') && end + 1 == limit;
    if !comma || ends.len() > 2 || line.is(start, Sense::Given) {
        return None;
    }
    let clause = line.clause(limit);
    let mut stop = clause.start;
    while stop < clause.end && line.capitalised(stop) && !line.is_taken(stop)
        || line.glued(stop) && (line.is_mark(stop, '-') || line.is_word(stop))
    {
        stop += 1;
    }
    let words = clause.start..stop;
    if !(1..=3).contains(&words.len()) || ends.len() > 1 && words.len() > 1 {
        return None;
    }
    let rest = (stop..clause.end).all(|at| line.mark(at).is_some());
    // The address says it where no list of names does: "Lee, Min-jun, …, minjun@…".
    let in_address = || {
        let word: String = words.clone().map(|at| line.folded(at)).collect();
        word.len() >= 3 && mail.locals.iter().any(|local| local.contains(&word)) && !mail.domains.contains(&word)
    };
    let given = rest && (line.is(clause.start, Sense::Given) || in_address());
    (given && !words.clone().any(|at| line.is(at, Sense::Org))).then(|| Name {
        range: start..stop,
        value: Some(format!("{} {}", line.slice(&(clause.start..stop)), line.slice(&(start..end)))),
        sure: true,
    })
}

/// "Paul Dimanche, …", "Jan Montag, …": a weekday that closes the clause of the name. A day for the follow-up stands
/// behind an act or at the end.
fn is_surname(line: &Line, at: usize, limit: usize) -> bool {
    let closes = at + 1 >= limit || at + 2 >= limit && line.mark(at + 1).is_some();
    // "call Omar Friday"
    let act = line
        .clause(at)
        .take_while(|place| *place < at)
        .any(|place| line.is(place, Sense::Meet) || line.is(place, Sense::FollowUp));
    line.case(at) == Case::Title && closes && limit < line.len() && !act
}

/// A full name without the titles before it: "Dr. Anna Berg" is "Anna Berg".
pub(super) fn without_titles(name: &str) -> String {
    let mut rest = name.trim();
    while let Some((first, after)) = rest.split_once(' ') {
        let folded = fold(first.trim_end_matches('.'));
        let title =
            LEXICON.starting_with(&folded).iter().any(|entry| entry.rest.is_empty() && entry.sense == Sense::Honorific);
        if !title || after.trim().is_empty() {
            break;
        }
        rest = after.trim_start();
    }
    rest.to_owned()
}
