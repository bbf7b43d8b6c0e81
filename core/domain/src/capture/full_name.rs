//! How far a name goes from the place where it begins, and which of its words come first.

use super::dates::Date;
use super::lexicon::{LEXICON, Sense, Senses};
use super::line::Line;
use super::names::{Mail, Name, closes_clause, is_possessive, lower_case};
use super::places::{before_firm, place_word};
use super::tokens::Case;
use crate::channel::ChannelKind;
use crate::locale::Language;

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

/// The name that begins at a place: how far it goes, and whether it is certain.
pub(super) fn collect(line: &Line, start: usize, dates: &[Date], mail: &Mail) -> Option<Name> {
    let domains = &mail.domains;
    let lower = !line.capitalised(start) && !line.is(start, Sense::Particle);
    let limit = line.clause(start).end;
    let is_firm = |at: usize| domains.iter().any(|domain| domain == line.folded(at));
    // Where each word of the name ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut at = start;
    while at < limit && !line.is_taken(at) {
        let surname_weekday = ends.len() == 1
            && (is_surname(line, start, at, limit, dates) || lower && is_surname_month(line, start, at, dates));
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
                    || line.glued(at + 1) && next_is_name(at + 2)
                    || lower && dutch(line, start, at, &ends));
            if particle
                && (before_firm(line, at, ends.len()).is_some()
                    || leads_to_brand(line, at, ends.len())
                    || leads_to_namesake(line, start, at))
            {
                break;
            }
            if particle && joins_firm(line, at, ends.len()) {
                break;
            }
            // "beto de Nopalio"
            if particle && lower && line.capitalised(at + 1) {
                break;
            }
            // "Hervé Le Gall"
            let large = at > start
                && line.is(at, Sense::Particle)
                && line.case(at) == Case::Title
                && next_is_name(at + 1)
                && !line.glued(at + 1);
            if particle || large {
                at += 1;
                continue;
            }
            let fits = if at == start {
                true
            } else if line.capitalised(at) {
                // "Zhang Wei 张伟": the same name again.
                let again = !ends.is_empty() && (line.case(start) == Case::None) != (line.case(at) == Case::None);
                let suffix = line.is(at, Sense::Suffix) && line.case(at) == Case::Upper;
                let goes_on = surname_weekday || !ends_name(line, at, ends.len() == 1);
                line.glued(at) || !again && goes_on && (ends.len() < 2 || !suffix && !is_firm(at))
            } else if lower {
                let irish = line.folded(at) == "o" && line.glued(at + 1) && line.glued(at + 2) && line.is_word(at + 2);
                (!line.is_known(at)
                    || irish
                    || line.is(at, Sense::Given)
                    || ends.len() == 1
                        && (line.is(at, Sense::Family)
                            || line.is(start, Sense::Given) && (line.is_only_thing(at) || surname_weekday)))
                    && !(ends.len() >= 2 && (is_firm(at) || is_trade(line, at) && !is_trade(line, at + 1)))
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
    // "Vicent Iborra Peris (él)"
    let bracket = line.is_mark(at, '(') && line.is(start, Sense::Given);
    let whole = at >= limit || bracket || line.mark(at).is_some_and(|_| at + 1 == limit);
    let cued = !whole && (line.is_taken(at) || line.is_known(at) || line.mark(at).is_some());
    let organisation = domains.iter().any(|domain| domain == line.folded(at));
    let given = (start..at).take_while(|at| line.is(*at, Sense::Given)).count();
    let several_given = given >= 2 && words == 3;
    // "Ciarán or Kieran": which of them it is cannot be told.
    let or = matches!(line.folded(at), "or" | "ou" | "o" | "oder")
        && line.capitalised(at + 1)
        && line.is(start, Sense::Given);
    let (count, sure) = match words {
        0 => return None,
        _ if or => (words.min(2), false),
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
        // "mai linh tran", "noor sanders grower": whether the third word is a part of the name cannot be told.
        3 => (2, !lower),
        4 => (2, false),
        _ => (words.min(5), false),
    };
    Some(Name { range: start..end_of(count)?, value: None, sure })
}

/// "hanneke de vries": in lower case a particle joins a given name and a word that no list has, where the language has
/// no such word itself.
fn dutch(line: &Line, start: usize, at: usize, ends: &[usize]) -> bool {
    let next = (at + 1..at + 3).find(|next| !line.is(*next, Sense::Particle)).unwrap_or(at);
    ends.len() == 1
        && line.is(start, Sense::Given)
        && next > at
        && line.is_word(next)
        && (!line.is_known(next) || line.is(next, Sense::Family))
        && (matches!(line.language, Language::En | Language::De)
            && matches!(
                line.folded(at),
                "de" | "den" | "ter" | "di" | "an" | "ibn" | "el" | "al" | "le" | "la" | "da" | "dos"
            )
            || line.language == Language::Fr && line.folded(at) == "le" && !is_trade(line, next)
            || matches!(line.folded(at), "van" | "mac" | "bin" | "ben"))
}

/// "josiah mbeki organist": a third word made like a trade is one.
pub(super) fn is_trade(line: &Line, at: usize) -> bool {
    !line.is_known(at)
        && !line.is(at, Sense::Given)
        && !line.is(at, Sense::Family)
        && LEXICON.is_trade(line.folded(at), line.language)
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

/// "Wanderley Piovesan da Irrigamax", "Rayk Petzold vom Stadtarchiv": behind a whole name, and before no family's name, such
/// a word leads to where somebody works.
fn joins_firm(line: &Line, at: usize, words: usize) -> bool {
    let leads = match line.folded(at) {
        "da" | "do" | "na" | "no" | "del" | "du" | "von" | "vom" | "de" => true,
        "d" => line.language == Language::Fr,
        _ => false,
    };
    let tail = (at + 1..at + 4).find(|next| !line.is(*next, Sense::Particle) && line.is_word(*next)).unwrap_or(at);
    words >= 2 && leads && line.capitalised(tail) && !line.is(tail, Sense::Family)
}

/// "Edson Prates da Prates Imports": the family's firm.
fn leads_to_namesake(line: &Line, start: usize, at: usize) -> bool {
    let Some(tail) = (at + 1..at + 4).find(|at| !line.is(*at, Sense::Particle)) else { return false };
    line.capitalised(tail + 1)
        && (start..at).any(|before| line.is_word(tail) && line.folded(before) == line.folded(tail))
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
    let clause = line.clause(limit);
    // "Sommer, Katharina": a word for a season or a month that is a family name as well.
    let given = line.is(start, Sense::Given)
        && !(line.is(start, Sense::Family)
            && line.is(clause.start, Sense::Given)
            && !line.is(clause.start, Sense::Family));
    if !comma || ends.len() > 2 || given {
        return None;
    }
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
    // "von Berg, Tobias (Orange)", "Sommer, Katja von Monday"
    let rest = line.is_mark(stop, '(')
        || line.case(stop) == Case::Lower && place_word(line, stop).is_some()
        || (stop..clause.end).all(|at| line.mark(at).is_some());
    // The address says it where no list of names does: "Lee, Min-jun, …, minjun@…".
    let in_address = || {
        let word: String = words.clone().map(|at| line.folded(at)).collect();
        let family = line.folded(start);
        // "Venkatesan, Lalitha … lvenkatesan@…"
        let initial = |local: &String| {
            let plain = local.replace(['.', '_', '-'], "");
            plain.strip_suffix(family).is_some_and(|rest| !rest.is_empty() && word.starts_with(rest))
        };
        word.len() >= 3
            && (mail.locals.iter().any(|local| local.contains(&word)) && !mail.domains.contains(&word)
                || mail.locals.iter().any(initial))
    };
    let given = rest && (line.is(clause.start, Sense::Given) || in_address());
    (given && !words.clone().any(|at| line.is(at, Sense::Org))).then(|| Name {
        range: start..stop,
        value: Some(format!("{} {}", line.slice(&(clause.start..stop)), line.slice(&(start..end)))),
        sure: true,
    })
}

/// "julio marzo abogado", "romain juillet vigneron": a month without a day, before what says more of the person.
fn is_surname_month(line: &Line, start: usize, at: usize, dates: &[Date]) -> bool {
    let next = at + 1;
    line.is(start, Sense::Given)
        && line.is_any(at, Senses::of(&[Sense::Month(0), Sense::Day(0)]))
        && (line.is_any(at, Senses::of(&[Sense::Month(0)])) || place_word(line, next).is_some())
        && !line.is_number(next)
        && !dates.iter().any(|date| date.range.contains(&at) && date.range.len() > 1)
        && (line.is_any(
            next,
            Senses::of(&[
                Sense::Role,
                Sense::Leads,
                Sense::Subject,
                Sense::AboutThem,
                Sense::WorksAt,
                Sense::Prefers,
                Sense::Refuses,
                Sense::Common,
            ]),
        ) || place_word(line, next).is_some())
}

/// "Paul Dimanche, …", "Jan Montag, …": a weekday that closes the clause of the name. A day for the follow-up stands
/// behind an act or at the end.
fn is_surname(line: &Line, start: usize, at: usize, limit: usize, dates: &[Date]) -> bool {
    let closes = at + 1 >= limit || at + 2 >= limit && line.mark(at + 1).is_some() || line.is_mark(at + 1, '(');
    // "call Omar Friday"
    let act = line
        .clause(at)
        .take_while(|place| *place < at)
        .any(|place| line.is(place, Sense::Meet) || line.is(place, Sense::FollowUp));
    // "Mark Friday at Tech Week, …, on the 1st", "bruno domingo en el festival … el sábado": the day stands elsewhere.
    let elsewhere = dates.iter().any(|date| date.range.start > at);
    let led = elsewhere
        && (line.is(at + 1, Sense::Role) || line.is(at + 1, Sense::Leads) || place_word(line, at + 1).is_some());
    let large = line.case(at) == Case::Title || lower_case(line) && line.is(start, Sense::Given);
    large && (closes && limit < line.len() && line.case(at) == Case::Title || led) && !act
}
