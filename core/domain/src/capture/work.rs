//! Organisation and role.

use std::ops::Range;

use super::CaptureMode;
use super::events::opening_stretch;
use super::fields::{Fields, trim};
use super::full_name::is_trade as is_trade_word;
use super::lexicon::{LEXICON, Sense, Senses};
use super::line::Line;
use super::names::{Mail, Name, is_firm, lower_case};
use super::places::{has_event_word, has_org_word, is_spot, is_time, is_town, matches_domain, place, place_word};
use super::roles;
use super::split::{firm_after, has_role_word, split_role};
use super::tokens::Case;
use crate::locale::Language;

pub(super) fn org_and_role(line: &mut Line, name: Option<&Name>, mail: &Mail, fields: &mut Fields) {
    said(line, name, mail, fields);
    if let Some(name) = name {
        opening(line, name, fields);
    }
}

/// What a line begins with before it comes to the person, and nothing has read so far: the firm, or the event where the
/// firm is told elsewhere ("Agritechnica / Bohdan Melnyk / LandTec Süd").
fn opening(line: &mut Line, name: &Name, fields: &mut Fields) {
    let Some(range) = opening_stretch(line, name.range.start) else { return };
    let begins = line.clause(name.range.start).start > range.start || line.mark(range.end).is_some();
    let little = line.is_any(
        range.start,
        Senses::of(&[
            Sense::Closing,
            Sense::Filler,
            Sense::Met,
            Sense::MetAt,
            Sense::Meet,
            Sense::FollowUp,
            Sense::Place,
            Sense::Honorific,
            Sense::Talked,
            Sense::Spot,
            Sense::RoleLabel,
        ]),
    );
    // "Signal, ong de Oaxaca: …", and not "Signal: Ana Ruiz"
    let brand = line.find(range.start, |sense| matches!(sense, Sense::Channel(_)).then_some(())).is_some()
        && matches!(line.mark(range.end), Some(',' | '('));
    let known = line.is_known(range.start) && range.len() == 1 && !brand;
    if !begins || little || range.len() > 5 || !capitals(line, &range) || known || range.end > name.range.start {
        return;
    }
    let year = line.digits(range.end - 1) == 4;
    let named = line.is_compound(range.start) || year || line.case(range.start) == Case::Upper;
    // "Warmly,", "Herzlichst"
    if line.context.mode == CaptureMode::Pasted && !named {
        return;
    }
    if fields.event.is_none() && (fields.org.is_some() || year) {
        line.take(&range);
        fields.event = Some((range, named));
    } else if fields.org.is_none() && line.context.mode == CaptureMode::Typed {
        line.take(&range);
        fields.org = Some((range, !named));
    }
}

fn said(line: &mut Line, name: Option<&Name>, mail: &Mail, fields: &mut Fields) {
    let domains = mail.domains.as_slice();
    let Some(name) = name else {
        called(line, fields);
        for index in 0..line.clauses.len().min(8) {
            let clause = line.nth_clause(index);
            // "bia nakamura (fundadora da Açaível)"
            let open = clause.clone().find(|at| line.is_mark(*at, '('));
            let start = open.map_or(clause.start, |open| open + 1);
            by_clause(line, &(start..clause.end), false, domains, fields);
        }
        return;
    };
    trades(line, name);
    // "Bob's Burgers - Bob Belcher"
    let own = line.clause(name.range.start);
    if let Some(before) = own.start.checked_sub(1).map(|at| line.clause(at))
        && !line.any_taken(&before)
        && is_firm(line, &before, mail)
        && line.capitalised(before.start)
    {
        let range = trim(line, before);
        line.take(&range);
        fields.org = Some((range, true));
    }
    // "Art Director: Paloma Cruz"
    let colon = name
        .range
        .start
        .checked_sub(1)
        .filter(|before| matches!(line.mark(*before), Some(':' | '=')) && *before > own.start);
    let label = own.start..colon.unwrap_or(own.start);
    let first = line.sense(label.start, Sense::Article).unwrap_or(label.start);
    let head = colon.is_some_and(|colon| line.is_mark(colon, ':')) || line.is(first, Sense::Role);
    if head && label.clone().any(|at| line.is(at, Sense::Role)) && !line.any_taken(&label) {
        // "Rédac chef de La Gazette du Quai = Étienne Vauquelin"
        split_role(line, label, domains, fields);
    }
    // "Reporterin Dilek Aksoy", "la directora Guadalupe Tzec"
    let before = (name.range.start.saturating_sub(4)..name.range.start)
        .find(|at| !line.is_taken(*at) && line.sense(*at, Sense::Role) == Some(name.range.start));
    if let Some(at) = before.filter(|_| fields.role.is_none()) {
        let another = at.checked_sub(1).is_some_and(|before| line.is(before, Sense::Possessive));
        let role = at..name.range.start;
        if !another && !line.is(at, Sense::Honorific) {
            line.take(&role);
            fields.role = Some((role, true));
        }
    }
    called(line, fields);
    beside_name(line, name, domains, fields);
    // "… at the book fair editor at Small Press"
    if let Some((event, _)) = &fields.event {
        let rest = event.end..line.clause(event.end.saturating_sub(1)).end;
        let begin = rest.clone().find(|at| !line.is_taken(*at) && !line.is(*at, Sense::Met));
        if begin.is_some_and(|at| line.is(at, Sense::Role)) {
            by_clause(line, &(begin.unwrap_or(rest.start)..rest.end), true, domains, fields);
        }
    }
    let first = line.clause_index(name.range.end.saturating_sub(1));
    // A letter has its signature at the end.
    let clauses = if line.context.mode == CaptureMode::Pasted { 12 } else { 6 };
    for index in (first + 1..line.clauses.len()).take(clauses) {
        let clause = line.nth_clause(index);
        let read_so_far = !fields_open(line, name.range.end..clause.start);
        // "head of sales, Kestrel Air Parts"
        let behind_role = fields.role.as_ref().is_some_and(|(role, _)| line.clause_index(role.start) + 1 == index);
        by_clause(line, &clause, index == first + 1 || read_so_far || behind_role, domains, fields);
    }
    before_name(line, first, domains, fields);
    told(line, name, domains, fields);
    // "Title: Designer" above the name.
    for index in 0..first.min(line.clauses.len()) {
        let clause = line.nth_clause(index);
        if line.is(clause.start, Sense::RoleLabel) && !line.is_taken(clause.start) {
            by_clause(line, &clause, false, domains, fields);
        }
    }
    // "… works at Acme" further on.
    for at in 0..line.len() {
        if fields.org.is_some() {
            return;
        }
        if let Some(end) = line.sense(at, Sense::WorksAt).filter(|end| !line.is_taken(at) && *end >= at + 2)
            && (line.capitalised(end)
                || line.is(end, Sense::Article) && line.capitalised(end + 1)
                || line.context.mode == CaptureMode::Dictated)
            && let Some(range) = place(line, end).filter(|place| !is_town(line, at, place, domains))
        {
            line.take(&(at..range.end));
            fields.org = Some((range, true));
        }
    }
}

/// Words in no list that are made like a trade, directly behind the name or behind "she is a": they are one.
fn trades(line: &mut Line, name: &Name) {
    let mut at = name.range.end;
    while at < line.len() {
        let behind_name = at == name.range.end;
        let said = at > 0
            && (line.is(at - 1, Sense::AboutThem)
                || line.is(at - 1, Sense::Article) && at > 1 && line.is(at - 2, Sense::AboutThem));
        if (behind_name || said)
            && !line.is_taken(at)
            && line.is_word(at)
            && (line.case(at) == Case::Lower || line.language == Language::De)
            && is_trade_word(line, at)
        {
            line.call_role(at);
        }
        at += 1;
    }
}

/// "a firm called signal garden", "uma floricultura chamada jardim de maio".
fn called(line: &mut Line, fields: &mut Fields) {
    if fields.org.is_some() {
        return;
    }
    let found = (0..line.len()).find_map(|at| {
        let end = line.sense(at + 1, Sense::Called).filter(|_| line.is(at, Sense::Org) && !line.is_taken(at))?;
        place(line, end).map(|org| (at, org))
    });
    if let Some((at, org)) = found {
        line.take(&(at..org.end));
        fields.org = Some((org, true));
    }
}

/// "hablé con la directora del museo textil, se llama Irene": what somebody does, told before the name.
fn before_name(line: &mut Line, first: usize, domains: &[String], fields: &mut Fields) {
    for index in 0..first.min(line.clauses.len()) {
        let clause = line.nth_clause(index);
        let start = clause.clone().find_map(|at| {
            let end = line.sense(at, Sense::Met).filter(|_| !line.is_taken(at))?;
            let role = line.sense(end, Sense::Article).unwrap_or(end);
            line.is(role, Sense::Role).then_some(role)
        });
        if let Some(start) = start.filter(|_| fields.role.is_none()) {
            by_clause(line, &(start..clause.end), false, domains, fields);
        }
    }
}

/// What somebody does, told somewhere in words: "la anwältin heißt Salome", "c'est le patron de …", "é editora na casa do mocho".
fn told(line: &mut Line, name: &Name, domains: &[String], fields: &mut Fields) {
    if fields.role.is_some() {
        return;
    }
    let org_end = fields.org.as_ref().map(|(org, _)| org.end);
    let at = (0..line.len().min(64)).find(|at| {
        let at = *at;
        let Some(end) = line.sense(at, Sense::Role).filter(|_| !line.is_taken(at)) else { return false };
        let small = line.case(at) == Case::Lower || line.language == Language::De;
        let Some(before) = at.checked_sub(1) else { return false };
        let article =
            line.is(before, Sense::Article) && line.case(before) == Case::Lower && !line.is(before, Sense::Possessive);
        let lead = if article { before.checked_sub(1) } else { Some(before) };
        // Behind the name or an address, behind "is", behind "met a", before "is called".
        let behind =
            |lead: usize| lead + 1 == name.range.end || Some(lead + 1) == org_end && !line.is(lead, Sense::Org);
        let person = lead.is_some_and(|lead| behind(lead) && (article || lower_case(line)));
        let said = lead.is_some_and(|lead| {
            line.is(lead, Sense::AboutThem) && !line.is(lead, Sense::Possessive) && line.case(lead) == Case::Lower
        });
        let met = article && lead.is_some_and(|lead| line.is(lead, Sense::Met));
        let called = line.is(end, Sense::Called);
        small && !line.is(at, Sense::Honorific) && (person || said || met || called)
    });
    let Some(at) = at else { return };
    let range = trim(line, at..loose_end(line, at, line.clause(at).end));
    if roles::of_another(line, &range) || range.is_empty() {
        return;
    }
    split_role(line, range, domains, fields);
    // Nothing but its words tells where it ends in speech: "técnica de laboratorio", and not what comes after.
    if let Some((role, _)) = fields.role.as_mut().filter(|_| line.context.mode == CaptureMode::Dictated) {
        let end = line.sense(role.start, Sense::Role).unwrap_or(role.end);
        let of = line.is(end, Sense::Of) && line.is_word(end + 1);
        role.end = role.end.min(if of { end + 2 } else { end }).max(role.start + 1);
    }
}

/// Whether every word of a clause is written large.
fn capitals(line: &Line, clause: &Range<usize>) -> bool {
    clause.clone().all(|at| line.mark(at).is_some() || line.capitalised(at) || line.is(at, Sense::Of) || line.glued(at))
}

/// Whether a word is left between two places that nothing has read.
fn fields_open(line: &Line, range: Range<usize>) -> bool {
    range.into_iter().any(|at| !line.is_taken(at) && line.mark(at).is_none())
}

/// "Priya Rao at Acme", "Priya Rao (Acme)", "Priya Rao Acme wa …", "Priya Rao CTO Acme".
fn beside_name(line: &mut Line, name: &Name, domains: &[String], fields: &mut Fields) {
    let clause = line.clause(name.range.end.saturating_sub(1));
    let mut at = name.range.end;
    let bracket = line.is_mark(at, '(');
    if bracket {
        at += 1;
    }
    let end = loose_end(line, at, clause.end);
    let range = at..end;
    // "Domingos Vieira (casamento da Rita e do Simão)"
    if bracket
        && fields.event.is_none()
        && has_event_word(line, &range)
        && !has_org_word(line, &range)
        && !has_role_word(line, &range)
    {
        let event = trim(line, range);
        line.take(&event);
        fields.event = Some((event, true));
        return;
    }
    // "Lucia (Marco's sister)"
    let kin = range
        .clone()
        .any(|at| line.is(at, Sense::Kin) && (line.case(at) == Case::Lower || line.language == Language::De));
    if range.is_empty() || kin && (bracket || !line.capitalised(at)) {
        return;
    }
    if !has_role_word(line, &range) && at_firm(line, &range, true, domains, fields) {
        return;
    }
    if let Some(start) = place_word(line, at) {
        let fits =
            |place: &Range<usize>| place.end <= end && !is_town(line, at, place, domains) && !is_spot(line, place);
        if let Some(place) = place(line, start).filter(fits) {
            if line.is(place.start, Sense::Event) && !has_org_word(line, &place) && fields.event.is_none() {
                return;
            }
            // "met Jack at Google": where he works, or where they met.
            let met =
                clause.clone().take_while(|place| *place < name.range.start).any(|place| line.is(place, Sense::Met));
            let named = line.context.mode == CaptureMode::Dictated
                || !line.capitalised(name.range.start)
                || place.clone().any(|at| line.capitalised(at) || line.is(at, Sense::Org));
            // "hablé con Ahmed del almacén": about it, or from there.
            let about = met
                && line.context.mode == CaptureMode::Dictated
                && matches!(line.language, Language::Fr | Language::Es)
                && line.is(at, Sense::Of)
                && start > at + 1
                && !place.clone().any(|at| line.is(at, Sense::Org))
                && !(at..start).any(|at| line.is(at, Sense::Org));
            let named = named && !about;
            let sure = (!met || line.is(at, Sense::WorksAt) || line.context.mode != CaptureMode::Dictated) && named;
            line.take(&(at..place.end));
            fields.org = Some((place, sure));
        }
        return;
    }
    // "Juli Winter + ihr Azubi"
    if roles::of_another(line, &range) {
        return;
    }
    if has_role_word(line, &range) {
        split_role(line, range, domains, fields);
        return;
    }
    let mut stop = at;
    let lower = !line.capitalised(name.range.start);
    while stop < end
        && (line.capitalised(stop)
            || line.is_number(stop)
            || lower && !line.is_known(stop)
            || bracket && line.is_any(stop, Senses::of(&[Sense::Of, Sense::Article, Sense::Particle, Sense::And]))
            || line.mark(stop).is_some_and(|mark| matches!(mark, '-' | '&' | '\'' | '’')))
    {
        stop += 1;
    }
    let org = trim(line, at..stop);
    let large = !bracket || org.clone().any(|at| line.capitalised(at) || line.is(at, Sense::Org));
    if !org.is_empty() && large && org.len() <= if bracket { 8 } else { 4 } {
        let sure = bracket || matches_domain(line, &org, domains) || has_org_word(line, &org);
        line.take(&org);
        fields.org = Some((org, sure));
    }
}

fn loose_end(line: &Line, from: usize, limit: usize) -> usize {
    let closes = |at: usize| line.is_mark(at, ')') && !(from..at).any(|open| line.is_mark(open, '('));
    (from..limit).find(|at| line.is_taken(*at) || closes(*at)).unwrap_or(limit)
}

fn by_clause(line: &mut Line, clause: &Range<usize>, second: bool, domains: &[String], fields: &mut Fields) {
    let start = (clause.start..clause.end)
        .find(|at| !line.is_taken(*at) && line.is_word(*at) || line.is_mark(*at, '@'))
        .unwrap_or(clause.end);
    // "24/7 support" is something said, and "carter.dev" a site.
    let number_before = (clause.start..start).any(|at| !line.is_taken(at) && line.is_number(at) && !line.glued(at + 1));
    let site = (start + 1..clause.end).any(|at| {
        let joined = line.is_mark(at, '.') && line.glued(at) && line.glued(at + 1) && line.is_word(at + 1);
        joined && line.folded(at - 1).len() > 1
    });
    if number_before || site && !line.is_taken(start) {
        return;
    }
    // "Date: Mon", "Gesendet: Mittwoch": the head of a letter.
    let labelled = line.is_mark(start + 1, ':') && line.token(start).is_some_and(|first| first.new_line);
    if labelled
        && line.context.mode == CaptureMode::Pasted
        && !line.is(start, Sense::RoleLabel)
        && !line.is(start, Sense::WorksAt)
        && !line.is(start, Sense::Org)
    {
        return;
    }
    // "she is a nurse at …", "Priti is a solicitor at …"
    let begun = start;
    let mut start = start;
    let same = fields.person.is_some_and(|person| line.folded(person) == line.folded(start));
    let again = same && line.capitalised(start) && line.is(start + 1, Sense::AboutThem);
    start += usize::from(again && !line.is_taken(start));
    while start < clause.end
        && line.case(start) == Case::Lower
        && !line.is(start, Sense::Role)
        && !line.is(start, Sense::WorksAt)
        && ([Sense::Subject, Sense::AboutThem, Sense::Article, Sense::And]
            .into_iter()
            .any(|sense| line.is(start, sense))
            || line.glued(start) && line.folded(start) == "s")
        || start > begun && matches!(line.mark(start), Some('\'' | '’'))
        // "Ela: veterinária"
        || line.is(start, Sense::Subject) && line.is_mark(start + 1, ':')
        || line.is_mark(start, ':') && start > begun
    {
        start += 1;
    }
    // "…, Capt., …": a title is no firm.
    let title =
        (start..clause.end).all(|at| line.is_taken(at) || line.mark(at).is_some() || line.is(at, Sense::Honorific));
    if title && (start..clause.end).all(|at| !line.is(at, Sense::Role)) {
        line.take(&(start..clause.end));
        return;
    }
    // "Date: Mon, …", "Gesendet: …"
    if line.sense(start, Sense::Closing).is_some_and(|end| line.is_mark(end, ':')) {
        return;
    }
    // "Title: Sound Designer"
    let label = line.sense(start, Sense::RoleLabel).filter(|end| line.is_mark(*end, ':'));
    if let Some(colon) = label {
        let role = trim(line, colon + 1..loose_end(line, colon + 1, clause.end));
        if fields.role.is_none() && !role.is_empty() {
            line.take(&(start..role.end));
            fields.role = Some((role, true));
        }
        return;
    }
    // "Unternehmen: Kranich e.K.", "Verein: …"
    let firm = line
        .sense(start, Sense::WorksAt)
        .max(line.sense(start, Sense::Org))
        .filter(|end| line.is_mark(*end, ':') && line.token(start).is_some_and(|first| first.new_line || start == 0));
    if let Some(colon) = firm {
        let org = trim(line, colon + 1..loose_end(line, colon + 1, clause.end));
        if fields.org.is_none() && !org.is_empty() {
            line.take(&(start..org.end));
            fields.org = Some((org, true));
        }
        return;
    }
    // "works @ Monday"
    if line.is_mark(start + 1, '@') && line.is(start, Sense::Common) && line.case(start) == Case::Lower {
        start += 1;
    }
    // "CEO of Acme since May": what it began with is no part of it.
    let since = (start + 1..clause.end)
        .find(|at| line.is(*at, Sense::Last) && line.case(*at) == Case::Lower && line.is_date_word(at + 1));
    // "mit Magdalena gequatscht (UX-Designerin, …", "au WAQ (dév front chez …"
    let aside = (start + 1..clause.end).find(|at| line.is_mark(*at, '(')).filter(|open| {
        !(start..*open).any(|at| {
            line.is_taken(at) || line.is_any(at, Senses::of(&[Sense::Role, Sense::Org])) || line.is_any(at, LED)
        }) && (start..*open).all(|at| line.case(at) == Case::Lower)
            && has_role_word(line, &(*open + 1..clause.end))
    });
    let start = aside.map_or(start, |open| open + 1);
    let begun = if aside.is_some() { start } else { begun };
    let range = trim(line, start..loose_end(line, start, since.unwrap_or(clause.end)));
    let range = if line.is_mark(start, '@') { start..range.end } else { range };
    // "@zara_m": somebody's name on a channel that nobody named.
    if line.is_mark(range.start, '@') && line.glued(range.start + 1) && line.case(range.start + 1) == Case::Lower {
        return;
    }
    if let Some(end) = line.sense(range.start, Sense::Leads).filter(|_| line.case(range.start) == Case::Lower) {
        leads(line, range.start..clause.end, end, domains, fields);
        return;
    }
    // "her launch is …" names neither.
    let role = has_role_word(line, &range);
    let articles = (begun..start).all(|at| line.is(at, Sense::Article)) && line.capitalised(start);
    if start > begun && !role && !articles && !line.is(start, Sense::WorksAt) && !line.is_mark(start, '@') {
        return;
    }
    // "cherche un graphiste", "cousine de Paul"
    if range.is_empty()
        || [Sense::Seeks, Sense::Kin, Sense::Talked, Sense::Fax].into_iter().any(|sense| line.is(range.start, sense))
    {
        return;
    }
    // "… cheffe de projet chez Novaterre à propos du devis"
    let first_role = range.clone().find(|at| line.is(*at, Sense::Role));
    let talked = first_role.and_then(|role| {
        (role + 1..range.end)
            .find(|at| line.is(*at, Sense::Talked) && line.case(*at) == Case::Lower && !line.is(*at, Sense::Role))
    });
    let range = talked.map_or(range.clone(), |end| trim(line, range.start..end));
    if roles::of_another(line, &range) {
        return;
    }
    if has_role_word(line, &range) && fields.role.is_none() && range.len() <= 10 && !tells(line, &range) {
        split_role(line, range, domains, fields);
        return;
    }
    if at_firm(line, &range, second, domains, fields) {
        return;
    }
    // "Quartalsbericht"
    let thing = line.language == Language::De && range.len() == 1 && line.is(range.start, Sense::Thing);
    if thing {
        return;
    }
    if second && fields.role.is_none() && is_trade(line, &range) {
        line.take(&range);
        fields.role = Some((range, true));
        return;
    }
    let only_role = range.clone().all(|at| line.is(at, Sense::Role) || line.mark(at).is_some());
    if fields.org.is_some() || only_role {
        return;
    }
    // Behind an event ("auf der Tagung in Kiel") a place word says where that was.
    let behind = range.start > clause.start && line.is_taken(range.start - 1) && !line.is(range.start, Sense::WorksAt);
    if let Some(after) = place_word(line, range.start).filter(|_| !behind)
        && let Some(place) = place(line, after)
        && (line.capitalised(place.start)
            || line.context.mode == CaptureMode::Dictated
            || line.is(place.start, Sense::Org) && place.clone().any(|at| line.capitalised(at)))
        && !place.clone().any(|at| line.is(at, Sense::Meet) || line.is(at, Sense::Event))
        && !is_time(line, place.start)
        && !is_town(line, range.start, &place, domains)
    {
        line.take(&(range.start..place.end));
        fields.org = Some((place, true));
        return;
    }
    // "Garage Ruiz (fermé le lundi)"
    let bracket = range.clone().skip(1).find(|at| line.is_mark(*at, '(') && !line.is(at - 1, Sense::Event));
    let range = bracket.map_or(range.clone(), |open| range.start..open);
    let whole = bracket.is_some()
        || range.end >= clause.end
        || (range.end..clause.end).all(|at| line.mark(at).is_some() || line.is_taken(at));
    // "estudio Loto Blanco", "hospital de la Reina Blanca": a small word for a firm, and its name.
    let headed = line.is(range.start, Sense::Org)
        && line.case(range.start) == Case::Lower
        && range.clone().any(|at| line.capitalised(at));
    let capital = range.clone().all(|at| {
        line.capitalised(at)
            || headed && (at == range.start || line.is(at, Sense::Article))
            || line.is_number(at)
            || line.mark(at).is_some()
            || line.is(at, Sense::Particle)
            || line.is(at, Sense::And)
            || line.is(at, Sense::Of)
            || line.is(at, Sense::LegalForm)
            // "Institut océanographique"
            || at > range.start && line.is(range.start, Sense::Org) && line.capitalised(range.start) && !line.is_known(at)
            // "Instituto de las Plantas", "Institut für Pflanzen"
            || at > range.start && (line.glued(at) || line.is(at, Sense::Article) || line.is(at, Sense::On) && has_org_word(line, &range))
    });
    if line.is(range.start, Sense::And) && line.case(range.start) == Case::Lower {
        return;
    }
    let lower = range.len() <= 3 && range.clone().all(|at| line.is_word(at) && !line.is_known(at));
    let words = range.clone().filter(|at| line.is_word(*at) && line.folded(*at).len() > 1).count();
    if !whole || words > 6 || range.len() > 14 {
        return;
    }
    let named = has_org_word(line, &range) || matches_domain(line, &range, domains);
    if is_town(line, clause.end, &range, domains) {
        return;
    }
    // "Galway Early Music Fest": an event, for whoever looks for what is left.
    let last = range.end - 1;
    let event = line.is(last, Sense::Event) && !line.is(last, Sense::Occasion) && !line.is(last, Sense::Org);
    if event && fields.event.is_none() && range.len() > 1 && !matches_domain(line, &range, domains) {
        return;
    }
    if second && (capital || lower) || named && capital {
        let number = range.clone().any(|at| line.is_number(at));
        // "Prokuristin", and the firm in a later line: what it is cannot be told.
        let firm_later = !named && firm_after(line, clause.end, domains);
        if firm_later {
            if fields.role.is_none() && capital {
                line.take(&range);
                fields.role = Some((range, false));
            }
            return;
        }
        let channel = range.len() == 1
            && line
                .find(range.start, |sense| matches!(sense, Sense::Channel(_) | Sense::Weekday(_)).then_some(()))
                .is_some();
        // "Signal, product lead"
        let role_next = fields.role.is_none() && has_role_word(line, &line.clause(clause.end));
        // In a line that uses capitals, a firm without one is a proposal.
        let small = line.case(range.start) == Case::Lower
            && !headed
            && (0..clause.start).any(|at| line.case(at) == Case::Title)
            && !line.is(range.start, Sense::LegalForm);
        let sure = !number && (named || !channel || role_next) && !small;
        line.take(&range);
        fields.org = Some((range, sure));
    }
}

/// What leads to something else than a role in brackets.
const LED: Senses = Senses::of(&[Sense::Seeks, Sense::PromiseMe, Sense::PromiseThem, Sense::Kin]);

/// Takes "compta chez Marbrelune" behind the name.
fn at_firm(line: &mut Line, range: &Range<usize>, second: bool, domains: &[String], fields: &mut Fields) -> bool {
    if !second || fields.role.is_some() || fields.org.is_some() {
        return false;
    }
    let Some((role, org)) = roles::at_firm(line, range, domains) else { return false };
    line.take(&(role.start..org.end));
    fields.role = Some((role, true));
    fields.org = Some((org, true));
    true
}

/// "tea importer", "tostador de café": made like a trade, and in no list.
fn is_trade(line: &Line, range: &Range<usize>) -> bool {
    let of = range.clone().find(|at| line.is(*at, Sense::Of)).unwrap_or(range.end);
    let head = match line.language {
        Language::En | Language::De => of - 1,
        Language::Fr | Language::Es | Language::Pt => range.start,
    };
    let small = line.language == Language::De || range.clone().all(|at| line.case(at) == Case::Lower);
    range.len() <= 3
        && range.contains(&head)
        && (range.len() == 1 || line.case(range.start) == Case::Lower)
        && small
        && line.is_word(head)
        && !line.is_known(head)
        && (range.start..of).all(|at| line.is_word(at) && !line.is(at, Sense::Org))
        && LEXICON.is_trade(line.folded(head), line.language)
        && line.capitalised(0)
}

/// "runs Acme" names the firm, "leads operations at Acme" as well.
fn leads(line: &mut Line, range: Range<usize>, after: usize, domains: &[String], fields: &mut Fields) {
    if fields.org.is_some() {
        return;
    }
    // "runs a nursery"
    if line.is(after, Sense::Article) && !line.capitalised(after + 1) && line.is(after, Sense::Count(1)) {
        return;
    }
    // German writes every shop large.
    if line.is(after, Sense::Article) && line.language == Language::De {
        return;
    }
    let after = if line.is(after, Sense::Article) && line.capitalised(after + 1) { after + 1 } else { after };
    let at = if line.capitalised(after) { Some(after) } else { (after..range.end).find_map(|at| place_word(line, at)) };
    let dictated = line.context.mode == CaptureMode::Dictated;
    if let Some(place) = at.and_then(|at| place(line, at))
        && (line.capitalised(place.start) || dictated)
        && !is_town(line, range.end, &place, domains)
    {
        line.take(&(range.start..place.end));
        fields.org = Some((place, true));
    }
}

/// Whether the clause tells something rather than naming a role: "wants intro to our CTO".
fn tells(line: &Line, range: &Range<usize>) -> bool {
    // "cherche un développeur": a verb that no list has, and what it is about.
    let first_role = range.clone().find(|at| line.is(*at, Sense::Role)).unwrap_or(range.end);
    let verb = range.start;
    let about = line.case(verb) == Case::Lower
        && first_role > verb + 1
        && !line.is_known(verb)
        && (verb + 1..first_role).all(|at| line.case(at) == Case::Lower)
        && (verb + 1..first_role).any(|at| line.is(at, Sense::Article));
    about
        || range.clone().any(|at| {
            line.find(at, |sense| {
                matches!(
                    sense,
                    Sense::Talked
                        | Sense::Seeks
                        | Sense::Kin
                        | Sense::PromiseMe
                        | Sense::PromiseThem
                        | Sense::FollowUp
                        | Sense::AboutThem
                )
                .then_some(())
            })
            .is_some()
                && line.case(at) == Case::Lower
                && !line.is(at, Sense::Role)
        })
}
