//! A clause with a role in it, cut into the role and the firm: "CTO at Acme", "Acme CTO", "juriste Novalys".

use std::ops::Range;

use super::CaptureMode;
use super::fields::{Fields, trim};
use super::lexicon::{Sense, Senses};
use super::line::Line;
use super::places::{has_event_word, has_org_word, is_town, matches_domain, place, place_word};
use super::roles;
use super::tokens::Case;
use crate::locale::Language;

/// Whether a role is named. "Editora Maio" is a firm: a word for both, before a name, is no role.
pub(super) fn has_role_word(line: &Line, range: &Range<usize>) -> bool {
    // "Librería El Pastor": behind a word for a firm the rest in capitals is its name.
    let firm = |at: usize| line.is(at, Sense::Org) && !line.is(at, Sense::Role) && line.case(at) == Case::Title;
    let named = firm(range.start) && range.clone().all(|at| line.mark(at).is_some() || line.capitalised(at));
    !named
        && range.clone().any(|at| {
            let firm = line.is(at, Sense::Org)
                && line.capitalised(at)
                && at + 1 < range.end
                && (line.case(at + 1) == Case::Title || line.is_number(at + 1));
            // "Verrière & Fils"
            let partners = line.is_mark(at + 1, '&') && line.capitalised(at) && at + 2 < range.end;
            // "Herrero e Hijos", "Transportes Ferreiro": a family's name in that of a firm.
            let sons = (line.is_mark(at + 1, '&') || line.is(at + 1, Sense::And)) && line.is(at + 2, Sense::Org);
            let family = line.is(at, Sense::Family)
                && range
                    .clone()
                    .any(|other| line.is(other, Sense::Org) && !line.is(other, Sense::Role) && line.capitalised(other));
            // "Azubi-Messe", "Trucker-Treffen"
            let joined = line.is_mark(at + 1, '-') && line.glued(at + 1) && line.is(at + 2, Sense::Event)
                || at > 1 && line.is_mark(at - 1, '-') && line.glued(at) && line.is(at, Sense::Event);
            line.is(at, Sense::Role)
                && !joined
                && !firm
                && !partners
                && !(line.case(at) == Case::Title && (sons || family))
        })
}

/// "CTO at Acme", "Acme CTO", "head of product, …".
pub(super) fn split_role(line: &mut Line, range: Range<usize>, domains: &[String], fields: &mut Fields) {
    if let Some((at, start)) = roles::behind_as(line, &range) {
        let firm = range.clone().find_map(|at| place_word(line, at)).and_then(|end| place(line, end));
        if let Some(firm) = firm.filter(|firm| firm.start < start && fields.org.is_none()) {
            fields.org = Some((firm.start..firm.end.min(at), true));
        }
        line.take(&(range.start..start));
        split_role(line, start..range.end, domains, fields);
        return;
    }
    // "percussionista telegram jbdorval", "ux designer q tava no …": another statement runs on.
    let first_role = range.clone().find(|at| line.is(*at, Sense::Role)).unwrap_or(range.start);
    let runs_on = |at: usize| {
        line.case(at) == Case::Lower
            && !line.is(at, Sense::Role)
            && !line.is(at, Sense::Org)
            // "Einkäuferin beim Biomarkt": the same word leads to where she works.
            && !(place_word(line, at).and_then(|end| place(line, end)).is_some_and(|place| has_org_word(line, &place)))
            && (matches!(line.folded(at), "q" | "que" | "qui" | "who")
                || line
                    .find_in_language(at, |sense| {
                        matches!(sense, Sense::Channel(_) | Sense::MetAt | Sense::Refuses).then_some(())
                    })
                    .is_some())
    };
    let end = (first_role + 1..range.end).find(|at| runs_on(*at)).unwrap_or(range.end);
    let range = trim(line, range.start..end);
    let mut role = range.clone();
    let below = line.clause(range.start).end;
    let firm_below = firm_after(line, below, domains)
        || line.context.mode == CaptureMode::Pasted
            && line.capitalised(below)
            && !line.is_taken(below)
            && line.token(below).is_some_and(|token| token.new_line);
    if fields.org.is_none() {
        let boundary_at = |at: usize| {
            // "chef de projet", but "directrice de" before "la crèche"
            let covers = (range.start..at).filter_map(|start| line.sense(start, Sense::Role)).max().unwrap_or(0);
            // "directora de Lunes Films"
            let name =
                line.language != Language::De && line.case(at + 1) == Case::Title && !line.is(at + 1, Sense::Field);
            if covers > at + 1 || covers > at && !name && !leads_to_org(line, at) {
                return None;
            }
            // "Wirt der Hafenbar"
            let german = line.language == Language::De && matches!(line.folded(at), "der" | "des");
            let genitive = (german && has_org_word(line, &(at + 1..range.end))).then_some(at + 1);
            let end = place_word(line, at).or(genitive).or_else(|| serves(line, at))?;
            let of = line.is(at, Sense::Of);
            // "Directora General de Operaciones", and the firm in the line below; "Head of Sales".
            let bare = line.sense(end, Sense::Article).unwrap_or(end);
            if of
                && (firm_below || line.is(bare, Sense::Field) && !(line.is(bare, Sense::Org) && line.capitalised(bare)))
            {
                return None;
            }
            // "proviseure du lycée Molière"
            let school = line.is(bare, Sense::Org)
                && !line.is(bare, Sense::Role)
                && (line.case(bare + 1) == Case::Title || bare + 1 < range.end && line.is(bare + 1, Sense::Of));
            let capital = line.capitalised(end) || school || line.is(end, Sense::Article) && line.capitalised(end + 1);
            // "owner of summer street gym", "professora do colégio aroeira"
            let contracted = matches!(line.folded(at), "da" | "do" | "del" | "du" | "vom")
                && !line.is_known(bare)
                && line.is_word(bare);
            let owned = of && (line.is(bare, Sense::Org) || owns(line, at) || contracted);
            let dictated = line.context.mode == CaptureMode::Dictated && (!of || owned);
            let town = place(line, end).is_some_and(|org| is_town(line, at, &org, domains));
            ((capital || dictated)
                && !town
                && !line.is(end, Sense::Role)
                && end < range.end
                && !(line.is(at - 1, Sense::Common) && line.case(at - 1) == Case::Lower))
                .then_some((at, end))
        };
        let mut places: Vec<(usize, usize)> = range.clone().skip(1).filter_map(boundary_at).collect();
        // "CEO na Estradas do Sul", "Chef du Restaurant de la Poste": the last place word, but for those of its own name.
        // "gérante des Fermes Bleues du Forez": one name, where no field of work ("Marketing de …") comes first.
        let whole = |end: usize| {
            line.capitalised(end) && !line.is_known(end) && line.capitalised(end + 1) && end + 1 < range.end
        };
        let own =
            places.iter().position(|(at, end)| !line.is(*at, Sense::Of) || line.is(*end, Sense::Org) || whole(*end));
        if let Some(first) = own {
            places.truncate(first + 1);
        }
        let boundary = places.pop();
        let first_role = range.clone().find(|at| line.is(*at, Sense::Role)).unwrap_or(range.start);
        if let Some((at, end)) = boundary {
            let org = place(line, end).map_or(end..range.end, |place| place.start..place.end.min(range.end));
            role = range.start..at;
            let helps = line.is(at - 1, Sense::Helper) && has_event_word(line, &org) && !has_org_word(line, &org);
            if helps && fields.event.is_none() {
                fields.event = Some((org, true));
            } else if !is_town(line, at, &org, domains) {
                fields.org = Some((org, true));
            }
        } else if first_role > range.start
            && (range.start..first_role).all(|at| line.capitalised(at) && !line.is_known(at))
            && range.end - first_role <= 4
        {
            // "Acme CTO" is a firm and a role, "Software Engineer" one role.
            let acronym = line.case(first_role) == Case::Upper && line.folded(first_role).len() <= 4;
            let firm = range.start..first_role;
            if matches_domain(line, &firm, domains) || acronym {
                role = first_role..range.end;
                fields.org = Some((firm, true));
            }
        } else if let Some((end, firm)) = bracketed(line, first_role, &range) {
            role = range.start..end;
            fields.org = Some((firm, true));
        } else if let Some(start) = firm_behind(line, first_role, &range) {
            role = range.start..start;
            fields.org = Some((start..range.end, true));
        } else {
            let last = range.end - 1;
            let tail = last..range.end;
            if last > first_role && matches_domain(line, &tail, domains) {
                role = range.start..last;
                fields.org = Some((tail, true));
            } else if let Some((at, sure)) = firm_in_capitals(line, &range, first_role) {
                role = range.start..at;
                fields.org = Some((at..range.end, sure));
            } else if last == first_role + 1
                && line.case(first_role) == Case::Upper
                && line.case(last) == Case::Title
                && !line.is_known(last)
            {
                role = range.start..last;
                fields.org = Some((tail, false));
            }
        }
    }
    // "avocate au barreau de Lyon"
    let town = |at: usize| {
        place_word(line, at).is_some_and(|end| place(line, end).is_some_and(|place| is_town(line, at, &place, domains)))
    };
    if let Some(first_town) = (role.start + 1..role.end).find(|at| town(*at)) {
        let first_role = role.clone().find(|at| line.is(*at, Sense::Role)).unwrap_or(role.start);
        let after =
            line.find(first_role, |sense| (sense == Sense::Role).then_some(())).map_or(first_role, |(end, ())| end);
        role.end = (after..first_town).find(|at| line.is(*at, Sense::At)).unwrap_or(first_town);
    }
    line.take(&range);
    let mut role = trim(line, role);
    while role.start < role.end
        && line.case(role.start) == Case::Lower
        && line.is(role.start, Sense::Met)
        && !line.is(role.start, Sense::Role)
    {
        role.start += 1;
    }
    while role.start < role.end
        && line.case(role.start) == Case::Lower
        && !line.is(role.start, Sense::Role)
        && let Some(end) = [Sense::Article, Sense::AboutThem, Sense::Subject, Sense::And]
            .into_iter()
            .find_map(|sense| line.sense(role.start, sense))
    {
        role.start = end;
    }
    if let Some((org, _)) = &fields.org
        && org.start >= role.start
        && org.start < role.end
    {
        role.end = org.start;
    }
    // "gerente de": the word that led to the firm is no part of the role.
    while role.start + 1 < role.end
        && line.case(role.end - 1) == Case::Lower
        && !line.is(role.end - 1, Sense::Role)
        && [Sense::Of, Sense::At, Sense::WorksAt]
            .into_iter()
            .any(|sense| line.sense(role.end - 1, sense).is_some_and(|end| end >= role.end))
    {
        role.end -= 1;
    }
    // "procurement lead at Tanner & Voss", "vendedora na café jurema": whatever the firm is called, it is no part of the role.
    let after = line.sense(role.start, Sense::Role).unwrap_or(role.start + 1);
    let led = (after..role.end).find_map(|at| {
        let end = place_word(line, at).filter(|_| line.case(at) == Case::Lower && !line.is(at, Sense::Of))?;
        let bare = line.sense(end, Sense::Article).unwrap_or(end);
        let firm = line.capitalised(bare) || line.is(bare, Sense::Org) && bare + 1 < role.end;
        (firm && end < role.end && !line.is(bare, Sense::Field)).then_some((at, bare))
    });
    if let Some((at, firm)) = led {
        if fields.org.is_none() {
            fields.org = Some((firm..role.end, line.capitalised(firm)));
        }
        role.end = at;
    }
    // "(Winzer, Weingut …"
    if line.is_mark(role.start, '(') && !role.clone().any(|at| line.is_mark(at, ')')) {
        role.start += 1;
    }
    let role = roles::narrow(line, role);
    if !role.is_empty() {
        fields.role = Some((role, true));
    }
}

/// "Biobauer (Hof Sonnmatt)": where the role ends, and the firm in brackets.
fn bracketed(line: &Line, first_role: usize, range: &Range<usize>) -> Option<(usize, Range<usize>)> {
    let open = (first_role + 1..range.end).find(|at| line.is_mark(*at, '('))?;
    let close = (open + 1..=range.end).find(|at| line.is_mark(*at, ')')).unwrap_or(range.end);
    let firm = trim(line, open + 1..close);
    let large = firm.clone().all(|at| line.mark(at).is_some() || line.capitalised(at) || line.is(at, Sense::Of));
    (!firm.is_empty() && large && !has_role_word(line, &firm)).then_some((open, firm))
}

/// "juriste Novalys", "Direktorin Hotel Alpenglimmer": where a firm begins directly behind a role, without a word that
/// leads to it. German writes every noun large, so that a word for a firm has to be among them.
fn firm_behind(line: &Line, first_role: usize, range: &Range<usize>) -> Option<usize> {
    let after = line.sense(first_role, Sense::Role).unwrap_or(first_role + 1);
    let start = (after..range.end).find(|at| {
        let at = *at;
        let small_before = line.is_word(at - 1) && line.case(at - 1) == Case::Lower;
        let part = [Sense::Role, Sense::Field, Sense::Org].into_iter().any(|sense| line.is(at - 1, sense));
        let led = line.is_known(at - 1) && !part;
        let known = line.is(at, Sense::Org) && line.is_word(at);
        let named = small_before && line.case(at) == Case::Title && !line.is_known(at);
        !line.is(at, Sense::Role) && !led && (known || named && line.language != Language::De)
    })?;
    let firm = start..range.end;
    let part = |at: usize| {
        line.capitalised(at)
            || line.mark(at).is_some_and(|mark| matches!(mark, '-' | '&' | '\'' | '’'))
            || at == start && line.is(at, Sense::Org)
            || at > start && (line.is(at, Sense::Of) || line.is(at, Sense::Particle) || line.is(at, Sense::Article))
    };
    let name = firm.clone().any(|at| line.capitalised(at) && (at > start || !line.is(at, Sense::Org)));
    (name && firm.len() <= 6 && firm.clone().all(part) && !has_role_word(line, &firm)).then_some(start)
}

/// Whether one of the next clauses is a firm by its own words or by the mail domain.
pub(super) fn firm_after(line: &Line, from: usize, domains: &[String]) -> bool {
    let first = line.clause_index(from);
    line.clauses.iter().skip(first).take(2).any(|clause| {
        let range = trim(line, clause.clone());
        let named = has_org_word(line, &range) || matches_domain(line, &range, domains);
        named
            && !line.any_taken(&range)
            && line.capitalised(range.start)
            && range.len() <= 6
            && !has_role_word(line, &range)
    })
}

/// "cellist w/ the Lowell Quartet", "publicist for Inkwell": behind a role, the organisation it serves.
fn serves(line: &Line, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let behind = line.is(before, Sense::Role) || line.is_mark(before, ',');
    if !behind || !matches!(line.folded(at), "with" | "w" | "for" | "pour" | "para") {
        return None;
    }
    let end = if line.is_mark(at + 1, '/') { at + 2 } else { at + 1 };
    line.is_word(end).then(|| line.sense(end, Sense::Article).unwrap_or(end))
}

/// Whether the role before "of" is that of somebody to whom all of it belongs: "owner of", "fundadora da".
fn owns(line: &Line, of: usize) -> bool {
    of.checked_sub(1).is_some_and(|before| {
        matches!(
            line.folded(before),
            "owner"
                | "founder"
                | "cofounder"
                | "ceo"
                | "cto"
                | "coo"
                | "cfo"
                | "fondateur"
                | "fondatrice"
                | "cofondateur"
                | "cofondatrice"
                | "fundador"
                | "fundadora"
                | "cofundador"
                | "cofundadora"
                | "dona"
                | "dono"
                | "duena"
                | "dueno"
                | "grunder"
                | "grunderin"
                | "inhaber"
                | "inhaberin"
        )
    })
}

/// "CTO Seilwerk AI", "jefe de compras Abril Moda": where the firm begins, and whether that is sure.
fn firm_in_capitals(line: &Line, range: &Range<usize>, first_role: usize) -> Option<(usize, bool)> {
    let after = line.sense(first_role, Sense::Role)?;
    let small = |at: usize| line.case(at) != Case::Title;
    let at = (after..range.end).find(|at| line.case(*at) == Case::Title)?;
    let role = (range.start..at).all(small) && !(range.start..at).any(|at| line.mark(at).is_some());
    let large = (at..range.end).all(|at| line.capitalised(at) || line.is_mark(at, '&'));
    let firm = at..range.end;
    let apart = !firm.clone().any(|at| {
        line.is(at, Sense::Role) || line.is(at, Sense::Place) || line.is(at, Sense::Field) && firm.len() == 1
    });
    let led = line
        .is_any(at - 1, Senses::of(&[Sense::Of, Sense::Article, Sense::And, Sense::At, Sense::WorksAt, Sense::InTown]));
    (role && large && apart && !led).then(|| (at, firm.len() > 1 && has_org_word(line, &firm)))
}

/// Whether a word for an organisation follows the "of" here.
fn leads_to_org(line: &Line, at: usize) -> bool {
    place_word(line, at).is_some_and(|end| {
        let bare = line.sense(end, Sense::Article).unwrap_or(end);
        line.is(bare, Sense::Org) && !line.is(bare, Sense::Field) && !line.is(bare, Sense::Role)
    })
}
