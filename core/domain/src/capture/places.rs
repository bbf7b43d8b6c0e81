//! Places: where they met, and the words that lead to an event, an organisation or a town.

use std::ops::Range;

use super::CaptureMode;
use super::fields::{Field, trim};
use super::lexicon::{Sense, Senses};
use super::line::Line;
use super::split::has_role_word;
use super::tokens::Case;
use crate::channel::ChannelKind;
use crate::locale::Language;

pub(super) fn event(line: &mut Line, domains: &[String]) -> Field {
    for at in 0..line.len() {
        if line.is_taken(at) {
            continue;
        }
        let met_at =
            line.sense(at, Sense::MetAt).filter(|end| line.sense(at, Sense::WorksAt).is_none_or(|other| other < *end));
        // "Event: RustConf", and not "event manager".
        let label = |end: usize| end > at + 1 || !line.is(at, Sense::Event) || line.is_mark(end, ':');
        if let Some(end) = met_at.filter(|end| label(*end))
            && let Some(range) = place(line, end)
        {
            // "met in the coffee queue"
            if is_spot(line, &range) {
                line.take(&(at..range.end));
                continue;
            }
            let named =
                range.clone().any(|at| line.capitalised(at)) || has_event_word(line, &range) || range.len() <= 4;
            line.take(&(at..range.end));
            if is_day(line, &range) {
                continue;
            }
            return Some((bare_event(line, range), named));
        }
        let Some(end) = line.sense(at, Sense::At).or_else(|| line.is_mark(at, '@').then_some(at + 1)) else { continue };
        let Some(range) = place(line, end).filter(|range| !is_spot(line, range)) else { continue };
        let clause = line.clause(at);
        // "Henning (Key Account bei Wolkenkran) auf der LogiTech getroffen"
        let bracketed = (clause.start..at).rev().find(|at| line.is_mark(*at, '(') || line.is_mark(*at, ')'));
        if bracketed.is_some_and(|open| line.is_mark(open, '(')) {
            continue;
        }
        // "im Café Einstein getroffen": in German the verb comes last.
        let verb_last = line.language == Language::De;
        let met = clause
            .clone()
            .filter(|place| *place < at || verb_last && *place >= range.end)
            .any(|place| line.is(place, Sense::Met) && (!line.capitalised(place) || place == 0));
        let role_before = at.checked_sub(1).is_some_and(|before| line.is(before, Sense::Role));
        let capital = range.clone().any(|at| line.capitalised(at))
            || line.is_number(range.start)
            || line.context.mode == CaptureMode::Dictated;
        let dictated = line.context.mode == CaptureMode::Dictated;
        // "architect at Atelier Maize", "works at the Workshop": a firm, unless they met there.
        let firm = !met && (role_before || has_org_word(line, &range));
        if has_event_word(line, &range) && !firm && (capital || met) || met && !role_before && capital && !dictated {
            line.take(&(at..range.end));
            return Some((bare_event(line, range), true));
        }
        if at == clause.start
            && clause.start > 0
            && !role_before
            && capital
            && line.is_mark(at, '@')
            && line.clause_index(at) > 1
        {
            line.take(&(at..range.end));
            return Some((range, true));
        }
    }
    for index in 0..line.clauses.len() {
        let clause = line.nth_clause(index);
        // In a signature "Feria Norte" is the firm; an event has its year or stands on top.
        let signature = line.context.mode == CaptureMode::Pasted && clause.start > 0;
        if signature && !clause.clone().any(|at| line.digits(at) == 4) {
            continue;
        }
        let mut range = trim(line, clause.clone());
        // "Visitenkarte vom EduMeet Hamburg"
        let led = range.clone().skip(1).find(|at| {
            line.case(*at) == Case::Lower
                && line.is_any(*at, Senses::of(&[Sense::WorksAt, Sense::At]))
                && has_event_word(line, &(at + 1..range.end))
                && !has_event_word(line, &(range.start..*at))
        });
        if let Some(at) = led.filter(|_| line.language == Language::De || line.language == Language::En) {
            range.start = at + 1;
        }
        // "vom Energiestammtisch"
        while range.len() > 1
            && line.case(range.start) == Case::Lower
            && !line.is(range.start, Sense::Event)
            && line.is_any(
                range.start,
                Senses::of(&[Sense::WorksAt, Sense::At, Sense::Of, Sense::Article, Sense::Particle]),
            )
        {
            range.start += 1;
        }
        // "Gründernacht Köln: Lotte Brandes …", "DocNow! …"
        if let Some(colon) = range.clone().find(|at| line.is_mark(*at, ':')) {
            range.end = colon;
        }
        // "congrès Pédia26", "festival Vielas de Fado": the word for it may be written small.
        let small = line.language != Language::En
            && line.case(range.start) == Case::Lower
            && !line.is(range.start, Sense::Org)
            && line.sense(range.start, Sense::Event).is_some_and(|end| {
                (end..range.end).any(|at| line.capitalised(at))
                    || range.len() > 2 && (line.is(end, Sense::Of) || end > range.start + 2)
            })
            && !range.clone().any(|at| {
                line.is_number(at) && !line.glued(at) || !line.is(at, Sense::Event) && line.is_any(at, TELLS)
            });
        // "JSM mixer", "Galway Early Music Fest"
        let last = range.end.saturating_sub(1);
        let ends = line.language == Language::En
            && (2..=6).contains(&range.len())
            && line.is(last, Sense::Event)
            && !line.is(last, Sense::Org)
            && (range.start..last).all(|at| line.capitalised(at));
        let capital = small
            || ends
            || range.clone().all(|at| {
                line.capitalised(at)
                    || line.is_number(at)
                    || line.mark(at).is_some()
                    || line.is(at, Sense::Particle)
                    || line.is(at, Sense::Of)
            });
        let role = has_role_word(line, &range) && !small;
        if capital
            && !role
            && !range.is_empty()
            && !line.any_taken(&range)
            && has_event_word(line, &range)
            && !is_day(line, &range)
            && !matches_domain(line, &range, domains)
            && (small || ends || !has_org_word(line, &range))
        {
            line.take(&range);
            return Some((bare_event(line, range), true));
        }
    }
    None
}

/// What makes a clause a statement rather than the name of an event.
const TELLS: Senses = Senses::of(&[
    Sense::Weekday(0),
    Sense::Day(0),
    Sense::AboutThem,
    Sense::FollowUp,
    Sense::Subject,
    Sense::PromiseMe,
    Sense::PromiseThem,
    Sense::Every,
    Sense::Channel(ChannelKind::Email),
]);

/// "the coffee queue", "la file d'attente": where people stand about, and no event.
pub(super) fn is_spot(line: &Line, range: &Range<usize>) -> bool {
    let spot =
        range.clone().any(|at| line.sense(at, Sense::Spot).is_some_and(|end| at == range.start || end >= range.end));
    spot && !has_event_word(line, range)
        && (line.language == Language::De
            || line.is(range.start, Sense::Spot) && line.case(range.start) == Case::Lower
            || !range.clone().any(|at| line.capitalised(at)))
}

/// The words of a place: up to the end of the clause, an address, or the next statement.
pub(super) fn place(line: &Line, start: usize) -> Option<Range<usize>> {
    let clause = line.clause(start.checked_sub(1)?);
    let mut from = start;
    // "de la société Gervais", "der Firma Gerber"
    let label = |at: usize| line.is(at, Sense::WorksAt) && line.is(at, Sense::Org);
    while from < clause.end
        && line.is_word(from + 1)
        && (line.is(from, Sense::Article) && line.case(from) == Case::Lower
            || label(from)
                && (line.case(from) == Case::Lower || line.language == Language::De)
                && line.clause(from).end > from + 1)
    {
        from += 1;
    }
    let dictated = line.context.mode == CaptureMode::Dictated;
    let mut end = from;
    while end < clause.end && !line.is_taken(end) {
        let statement =
            end > from && !line.capitalised(end) && begins_statement(line, end, from) && !joins(line, end, from);
        // "from Acme" begins the organisation; "of" and "de" are a part of the name of the place.
        let firm = end > from
            && !line.is(end, Sense::Of)
            && !line.capitalised(end)
            && line.is(end, Sense::WorksAt)
            && !joins(line, end, from);
        // "Met at RustConf: Priya Rao": who it was comes behind the colon.
        let closes = matches!(line.mark(end), Some('(' | ')' | '@')) || end > from && line.is_mark(end, ':');
        // "da queijaria serra alta o mail é …", "hospital boa vista congresso de oncologia"
        let next = dictated && end > from + 1 && !line.is(end - 1, Sense::Of);
        let another = next
            && (line.is(end, Sense::Article)
                && (line.is_any(end + 1, SAYS)
                    || matches!(
                        line.folded(end + 1),
                        "other" | "outro" | "outra" | "otro" | "otra" | "autre" | "andere" | "anderer"
                    ))
                || matches!(line.language, Language::Fr | Language::Es | Language::Pt | Language::De)
                    && line.is(end, Sense::Event)
                    && !line.is(end, Sense::Org)
                    && !line.is(from, Sense::Event)
                    && has_org_word(line, &(from..end)));
        if firm || statement || closes || another {
            break;
        }
        end += 1;
    }
    // "The Crown", "El País": an article in capitals is a part of the name.
    let article = start.checked_sub(1).filter(|at| {
        from == start
            && line.is(*at, Sense::Article)
            && line.case(*at) == Case::Title
            && line.case(start) != Case::Lower
    });
    let range = trim(line, article.unwrap_or(from)..end);
    // "on Saturday" says when, and so does "segunda".
    // "beim Tag des offenen Denkmals"
    let phrase = line.sense(range.start, Sense::Event).is_some_and(|end| end > range.start + 1);
    if (line.is(range.start, Sense::On) && line.case(range.start) == Case::Lower || is_time(line, range.start))
        && !phrase
    {
        return None;
    }
    // "de férias"
    if line.case(range.start) == Case::Lower && line.is(range.start, Sense::AboutThem) && !has_event_word(line, &range)
    {
        return None;
    }
    (!range.is_empty() && range.len() <= 12).then_some(range)
}

/// What begins another statement behind an article.
const SAYS: Senses =
    Senses::of(&[Sense::Channel(ChannelKind::Email), Sense::Mobile, Sense::AboutThem, Sense::Common, Sense::Kin]);

/// Whether a word after the name of a place says something else.
fn begins_statement(line: &Line, at: usize, from: usize) -> bool {
    let dictated = line.context.mode == CaptureMode::Dictated;
    line.find(at, |sense| {
        let says = match sense {
            Sense::FollowUp
            | Sense::Subject
            | Sense::PromiseMe
            | Sense::PromiseThem
            | Sense::Prefers
            | Sense::Refuses
            | Sense::Talked
            | Sense::Leads
            | Sense::And
            | Sense::At
            | Sense::On
            | Sense::Within
            | Sense::Common
            | Sense::Last
            | Sense::As => true,
            // "feria del libro editora en …"
            Sense::Role => !dictated || !line.is(at, Sense::Org) || line.is(from, Sense::Event) && at > from + 2,
            // "… na noite do porto conheci a leonor", "… orange labs telegram markpeel"
            Sense::Met | Sense::MetAt => !line.is(at, Sense::Org) && !line.is(at, Sense::Event),
            Sense::Channel(_) => (dictated || line.capitalised(from)) && !line.is(at - 1, Sense::Of),
            Sense::AboutThem => dictated,
            _ => false,
        };
        says.then_some(())
    })
    .is_some()
}

/// Whether such a word is a part of the name all the same: "Café de las Artes", "Ríos y Asociados".
fn joins(line: &Line, at: usize, from: usize) -> bool {
    let before = at.saturating_sub(1);
    let titles = line.case(before) == Case::Title && line.case(at + 1) == Case::Title;
    // "Nacht der Töne", "jornadas del sur", "assises de la mer", "Hochzeit von Mia und Paul"
    let of = |at: usize| {
        matches!(
            line.folded(at),
            "der" | "des" | "von" | "vom" | "de" | "del" | "du" | "da" | "do" | "das" | "dos" | "of"
        )
    };
    let couple = line.is(at, Sense::And) && line.is(before, Sense::Given) && line.is(at + 1, Sense::Given);
    let owner = line.is(from, Sense::Event)
        && (at == from + 1 && of(at) || at == from + 2 && of(before) && line.is(at, Sense::Article) || couple);
    owner && line.is_word(at + 1)
        || line.is(at, Sense::Event) && !is_past_meeting(line, at)
        || line.is(at, Sense::Of)
        || line.is(at, Sense::Org)
            && (!line.is(at, Sense::Role) || line.context.mode == CaptureMode::Dictated && line.language == Language::En)
        || line.is(at, Sense::Article) && line.is(before, Sense::Of) && line.is_word(at + 1)
        || line.is(at, Sense::And) && (titles || line.is(at + 1, Sense::Org) || line.is(before, Sense::Event))
        // "malone and hart", "symposium klang und raum"
        || line.context.mode == CaptureMode::Dictated
            && line.is(at, Sense::And)
            && line.is_word(at + 1)
            && !line.is_known(at + 1)
            && (!line.is_known(before) || line.is(from, Sense::Event))
        // "Women in Product breakfast"
        || titles
            && line.language == Language::En
            && line.is(at, Sense::Within)
            && (at + 2..at + 5).any(|at| line.is(at, Sense::Event))
        // "Pitch ao Pôr do Sol"
        || titles && line.is(at, Sense::Article) && line.is(from, Sense::Event) && line.language != Language::De
        // "hospital la merced", "praxis am markt", "malone and hart"
        || line.context.mode == CaptureMode::Dictated
            && line.is(before, Sense::Org)
            && (line.is(at, Sense::Article) || line.is(at, Sense::At))
            && !line.is(at, Sense::Subject)
            && line.is_word(at + 1)
            && !line.is_date_word(at + 1)
        // "meetup de mujeres en tecnología"
        || at > from + 2
            && line.is(from, Sense::Event)
            && (line.is(at, Sense::At) || line.is(at, Sense::Within))
            && line.is_word(at + 1)
            && !line.is_known(at + 1)
            && !line.is(at + 1, Sense::Place)
            && (from..at).any(|at| line.is(at, Sense::Of))
        // "Institut für Lichttechnik"
        || matches!(line.folded(at), "fur" | "for" | "pour" | "para") && line.is(before, Sense::Org)
        // "Pitch na Laje", "Café com Founders": one word so far, and another that is no town.
        || titles
            && at == from + 1
            && (line.is(at, Sense::At) || line.is(at, Sense::With))
            && !line.is(at + 1, Sense::Place)
            && matches!(line.language, Language::Fr | Language::Es | Language::Pt)
            && (line.is(before, Sense::Event) || line.is(before, Sense::Org))
}

/// "rencontré", which folds to the word for a meeting.
pub(super) fn is_past_meeting(line: &Line, at: usize) -> bool {
    line.is(at, Sense::Met) && ["é", "ée", "és", "ées"].iter().any(|end| line.slice(&(at..at + 1)).ends_with(end))
}

/// An event without what only leads to it or follows it: "rencontré portes ouvertes", "Kontakt Buchmesse", "evento Gestão Ágil".
pub(super) fn bare_event(line: &Line, mut event: Range<usize>) -> Range<usize> {
    let leads = |at: usize| {
        is_past_meeting(line, at)
            || line.is_any(at, Senses::of(&[Sense::Day(0)]))
                && line.case(at) == Case::Lower
                && !line.is(at, Sense::Event)
            || line.sense(at, Sense::Met) == Some(at + 1)
                && !line.is(at, Sense::Event)
                && (line.case(at) == Case::Lower || line.folded(at) == "kontakt")
            || matches!(line.folded(at), "evento" | "event" | "evenement" | "veranstaltung") && line.capitalised(at + 1)
    };
    let follows = |at: usize| {
        line.case(at) == Case::Lower
            && (is_past_meeting(line, at)
                || line.is_any(at, Senses::of(&[Sense::Day(0)])) && !line.is(at, Sense::Event)
                || line.language == Language::De && line.is(at, Sense::Filler) && !line.is(at, Sense::Event)
                || matches!(line.folded(at), "a" | "con" | "com" | "avec" | "mit" | "with" | "besprochen"))
    };
    while event.len() > 1 && leads(event.start) {
        event.start += 1;
    }
    while event.len() > 1 && follows(event.end - 1) {
        event.end -= 1;
    }
    event
}

/// "10. August Messe", "5.10.": a day.
fn is_day(line: &Line, range: &Range<usize>) -> bool {
    line.is_number(range.start)
        && (range.clone().all(|at| !line.is_word(at))
            || (range.start + 1..range.start + 3).any(|at| line.is_any(at, Senses::of(&[Sense::Month(0)]))))
}

pub(super) fn has_event_word(line: &Line, range: &Range<usize>) -> bool {
    range.clone().any(|at| line.is(at, Sense::Event))
}

pub(super) fn has_org_word(line: &Line, range: &Range<usize>) -> bool {
    range.clone().any(|at| line.is(at, Sense::Org) || line.is(at, Sense::LegalForm))
}

/// Past a particle that leads to a firm, not to a family: "Müller von der Bosch GmbH".
pub(super) fn before_firm(line: &Line, at: usize, names: usize) -> Option<usize> {
    let clause = line.clause(at);
    let firm = (at..clause.end).take_while(|place| !line.is_taken(*place));
    // "Cláudia do Ateliê Barro Bom": behind a given name alone.
    let romance = names == 1 && matches!(line.folded(at), "de" | "du" | "del" | "do" | "da" | "des");
    let leads = (matches!(line.folded(at), "von" | "vom") || romance)
        && line.case(at) == Case::Lower
        && has_org_word(line, &(at..at + firm.count()));
    leads.then(|| (at..clause.end).find(|place| line.case(*place) != Case::Lower)).flatten()
}

/// Past "at", "@", "from", "works for".
pub(super) fn place_word(line: &Line, at: usize) -> Option<usize> {
    // "société Dupont" leads to Dupont, but "Société Générale" is a name.
    let own_name = |end: usize| line.is(at, Sense::Org) && line.case(at) == Case::Title && line.capitalised(end);
    line.sense(at, Sense::WorksAt)
        .filter(|end| !own_name(*end))
        .or_else(|| line.sense(at, Sense::At))
        .or_else(|| line.is_mark(at, '@').then_some(at + 1))
        .or_else(|| before_firm(line, at, 0))
        // "à l'Hôpital"
        .map(|end| end + usize::from(matches!(line.mark(end), Some('\'' | '’')) && line.glued(end)))
}

/// "from Lyon": where somebody lives is no organisation.
pub(super) fn is_town(line: &Line, lead: usize, range: &Range<usize>, domains: &[String]) -> bool {
    let listed = line.sense(range.start, Sense::Place).is_some_and(|end| end >= range.end);
    // "vigneron à Beaune", "Winzer in Trier"
    let led = place_word(line, lead).is_some_and(|end| line.sense(lead, Sense::InTown) == Some(end));
    let firm = || has_org_word(line, range) || matches_domain(line, range, domains);
    let acronym = || range.len() == 1 && line.case(range.start) == Case::Upper;
    let dictated = line.context.mode == CaptureMode::Dictated;
    listed && !matches_domain(line, range, domains) || led && !dictated && !firm() && !acronym()
}

/// "in April" is no place.
pub(super) fn is_time(line: &Line, at: usize) -> bool {
    let large = matches!(line.language, Language::En | Language::De);
    let led =
        large && at.checked_sub(1).is_some_and(|before| line.is(before, Sense::Within) || line.is(before, Sense::On));
    (line.case(at) == Case::Lower || led)
        && line
            .find(at, |sense| {
                matches!(
                    sense,
                    Sense::Month(_)
                        | Sense::Weekday(_)
                        | Sense::Day(_)
                        | Sense::Unit(_)
                        | Sense::Weekend
                        | Sense::PartOfDay(..)
                )
                .then_some(())
            })
            .is_some()
        // "am zehnten Juni", and not "at the Three Valleys Festival"
        || line.case(at) == Case::Lower && line.is_any(at, Senses::of(&[Sense::Count(0)]))
}

pub(super) fn matches_domain(line: &Line, range: &Range<usize>, domains: &[String]) -> bool {
    domains.iter().any(|domain| !domain.is_empty() && line.spells(range, domain))
}
