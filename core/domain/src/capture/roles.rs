//! Roles told by where they stand ("compta chez Marbrelune", "works for the council as a cook"), and where a role ends.

use std::ops::Range;

use super::CaptureMode;
use super::lexicon::{Sense, Senses};
use super::line::Line;
use super::places::{is_time, is_town, place};
use super::tokens::Case;
use crate::channel::ChannelKind;
use crate::locale::Language;

/// What stands around a role and is no part of it.
const AROUND: Senses = Senses::of(&[
    Sense::Met,
    Sense::MetAt,
    Sense::PromiseMe,
    Sense::PromiseThem,
    Sense::FollowUp,
    Sense::Talked,
    Sense::Every,
    Sense::Subject,
    Sense::Common,
]);

/// What stands before one.
const LEADS: Senses = AROUND.with(Sense::WorksAt).with(Sense::On);

/// What ends one in lower case.
const ENDS: Senses =
    AROUND.with(Sense::Channel(ChannelKind::Email)).with(Sense::Mobile).with(Sense::Prefers).with(Sense::Refuses);

/// What no word is that says in its own way what somebody does.
const NO_ROLE: Senses = Senses::of(&[
    Sense::Met,
    Sense::MetAt,
    Sense::Meet,
    Sense::Event,
    Sense::Org,
    Sense::Kin,
    Sense::Channel(ChannelKind::Email),
    Sense::Weekday(0),
    Sense::Day(0),
    Sense::Place,
    Sense::Spot,
    Sense::Given,
]);

/// A role without the words around it that only lead to it or run on: "steinmetzin schreibt", "locutora y llamadas".
pub(super) fn narrow(line: &Line, role: Range<usize>) -> Range<usize> {
    let Some(first) = role.clone().find(|at| line.is(*at, Sense::Role)) else { return role };
    let small = |at: usize| line.case(at) == Case::Lower;
    // "aí renata gerente", "acker libraire": in these languages what it is comes first.
    let first_word = matches!(line.language, Language::Fr | Language::Es | Language::Pt)
        && line.context.mode == CaptureMode::Dictated;
    let leads = |at: usize| small(at) && (first_word || line.is_any(at, LEADS));
    let start = (role.start..first).rev().find(|at| leads(*at)).map_or(role.start, |at| at + 1);
    let after = line.sense(first, Sense::Role).unwrap_or(first + 1);
    let runs_on = |at: usize| {
        // "étudiante en archi", "Referentin für Klimaschutz"
        let joins = (line.is(at, Sense::Within) || line.is(at, Sense::On))
            && !line.is_date_word(at + 1)
            && line.is_word(at + 1);
        let joins = joins
            || line.language == Language::Fr
                && line.is(at, Sense::Filler)
                && line.is_word(at + 1)
                && (line.is(at + 1, Sense::Field) || !line.is_known(at + 1));
        let ends = |at: usize| small(at) && line.is_any(at, ENDS) && !line.is_any(at, JOINS) && !joins;
        ends(at) || line.is(at, Sense::And) && ends(at + 1) || small(at) && line.folded(at) == "q"
    };
    let end = (after..role.end).find(|at| runs_on(*at)).unwrap_or(role.end);
    let end = if line.context.mode == CaptureMode::Dictated { spoken_end(line, first, end) } else { end };
    start..end.max(after).min(role.end)
}

/// Where a role ends in speech, in which nothing but its words tells that: "steinmetzin schreibt", "publicist likes".
fn spoken_end(line: &Line, first: usize, end: usize) -> usize {
    if !matches!(line.language, Language::De | Language::En) {
        return end;
    }
    let mut at = first;
    while at < end
        && let Some(after) = line
            .sense(at, Sense::Role)
            .or_else(|| line.sense(at, Sense::Field))
            .or_else(|| line.is(at, Sense::And).then_some(at + 1).filter(|next| line.is(*next, Sense::Role)))
    {
        at = after;
    }
    let goes_on =
        line.is(at, Sense::Of) || line.is(at, Sense::On) || line.is(at, Sense::Within) || line.mark(at).is_some();
    if goes_on { end } else { at.min(end) }
}

/// What may stand inside a role though it has a meaning that ends one.
const JOINS: Senses = Senses::of(&[Sense::Of, Sense::Article, Sense::And, Sense::Role, Sense::Field]);

/// "her boss", "son associé Marc", "su jefe": somebody else's role.
pub(super) fn of_another(line: &Line, range: &Range<usize>) -> bool {
    let Some(first) = range.clone().find(|at| line.is(*at, Sense::Role)) else { return false };
    first.checked_sub(1).is_some_and(|before| {
        line.is(before, Sense::Possessive) && line.case(before) == Case::Lower && range.start <= first
    })
}

/// "works for the city council as a planning officer": where the word between them stands, and where the role begins.
pub(super) fn behind_as(line: &Line, range: &Range<usize>) -> Option<(usize, usize)> {
    let at = range.clone().find(|at| line.is(*at, Sense::As) && line.case(*at) == Case::Lower && *at > range.start)?;
    let end = line.sense(at, Sense::As)?;
    let start = line.sense(end, Sense::Article).unwrap_or(end);
    (start..range.end).any(|at| line.is(at, Sense::Role)).then_some((at, start))
}

/// "compta chez Marbrelune", "Key Account bei Wolkenkran", "dirlo de l'école Jean-Macé": what stands between the person
/// and the firm is the role, in whatever words. The role, and the organisation.
pub(super) fn at_firm(line: &Line, range: &Range<usize>, domains: &[String]) -> Option<(Range<usize>, Range<usize>)> {
    if line.context.mode == CaptureMode::Dictated || !line.is_word(range.start) {
        return None;
    }
    let at = (range.start + 1..range.end.min(range.start + 5)).find(|at| lead(line, *at).is_some())?;
    let role = range.start..at;
    let end = lead(line, at)?;
    let org = place(line, end).filter(|org| org.end <= range.end)?;
    let head = line.is(org.start, Sense::Org);
    let named = line.capitalised(org.start) || head && org.clone().any(|at| line.capitalised(at));
    let of = line.is(at, Sense::Of) || line.language == Language::De && matches!(line.folded(at), "der" | "des");
    let word = |at: usize| {
        line.is(at, Sense::Field)
            || line.is(at, Sense::Role)
            || line.is_word(at) && !line.is_known(at) && !line.is_any(at, NO_ROLE) && !line.is(at, Sense::Family)
    };
    let fits = role.clone().all(word)
        && !line.any_taken(&(range.start..org.end))
        && named
        && (!of || head && role.len() == 1)
        && !is_town(line, at, &org, domains)
        && !is_time(line, org.start);
    fits.then_some((role, org))
}

/// Past a word that leads to where somebody works.
fn lead(line: &Line, at: usize) -> Option<usize> {
    if line.is_mark(at, '@') {
        return Some(at + 1);
    }
    if line.case(at) != Case::Lower {
        return None;
    }
    let end = line
        .sense(at, Sense::WorksAt)
        .max(line.sense(at, Sense::At))
        .or_else(|| (line.language == Language::De && matches!(line.folded(at), "der" | "des")).then_some(at + 1))?;
    Some(end + usize::from(matches!(line.mark(end), Some('\'' | '’')) && line.glued(end)))
}
