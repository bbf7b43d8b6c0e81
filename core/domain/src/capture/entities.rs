//! Addresses that can be told by their form: mail, links, phone numbers, @handles, `channel: handle`, dictated mail.

use std::ops::Range;

use super::CaptureMode;
use super::HintKind;
use super::lexicon::{Sense, Senses};
use super::line::Line;
use super::phones;
use super::spoken;
use super::tokens::Case;
use crate::channel::{ChannelKind, Handle, normalize, recognise_url};
use crate::order::order_by_key;

/// No address is made of more tokens; longer runs without a blank are cut there.
const LONGEST: usize = 256;

/// Nobody has more addresses; those of a pasted list beyond it are not read.
const MOST_ADDRESSES: usize = 32;

/// What names a channel.
const CHANNEL: Senses = Senses::of(&[Sense::Channel(ChannelKind::Phone), Sense::Mobile]);

/// An address found in the line.
#[derive(Debug, Clone)]
pub(super) struct Entity {
    /// Tokens.
    pub(super) range: Range<usize>,
    /// The channel it is of; a number that nothing binds is [`ChannelKind::Phone`].
    pub(super) kind: ChannelKind,
    /// `None` for a national number that no region explains.
    pub(super) handle: Option<Handle>,
    /// Whether the form alone says the channel; a number waits for a word that binds it.
    pub(super) bound: bool,
    /// Whether it may be taken as a fact.
    pub(super) sure: bool,
}

/// All addresses, in reading order; their tokens are taken.
pub(super) fn find(line: &mut Line) -> Vec<Entity> {
    let mut found = Vec::new();
    for at in 0..line.len() {
        if line.is_taken(at) {
            continue;
        }
        if found.len() >= MOST_ADDRESSES {
            break;
        }
        if let Some(end) = url_end(line, at) {
            url(line, at..end, &mut found);
        } else if line.is_mark(at, '@') {
            at_sign(line, at, &mut found);
        }
    }
    phones::find(line, &mut found);
    spoken::find(line, &mut found);
    for at in 0..line.len() {
        named_handle(line, at, &mut found);
        handle_before(line, at, &mut found);
    }
    order_by_key(&mut found, |entity| entity.range.start);
    found
}

pub(super) fn add(line: &mut Line, found: &mut Vec<Entity>, range: Range<usize>, handle: Handle) {
    line.take(&range);
    found.push(Entity { range, kind: handle.kind, handle: Some(handle), bound: true, sure: true });
}

// ---- links

/// Where a link that begins here ends.
fn url_end(line: &Line, at: usize) -> Option<usize> {
    if !line.is_word(at) || (line.glued(at) && !at.checked_sub(1).is_some_and(|before| opens(line, before))) {
        return None;
    }
    let scheme = line.is_mark(at + 1, ':') && line.is_mark(at + 2, '/') && line.is_mark(at + 3, '/');
    let mut end = at + 1;
    let mut slash = scheme;
    let mut dot = false;
    while end < line.len()
        && end - at < LONGEST
        && line.glued(end)
        && !matches!(line.mark(end), Some('<' | '>' | '"' | '|' | '，' | '、'))
    {
        dot |= line.is_mark(end, '.') && line.glued(end + 1) && line.is_word(end + 1) && !slash;
        slash |= line.is_mark(end, '/') && dot;
        if !slash
            && !scheme
            && !line.is_word(end)
            && !line.is_number(end)
            && !matches!(line.mark(end), Some('.' | '-' | '/'))
        {
            break;
        }
        end += 1;
    }
    let is_url = scheme || dot && (slash || line.folded(at) == "www");
    if !is_url {
        return None;
    }
    while end > at + 1
        && matches!(line.mark(end - 1), Some(',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '\'' | '”' | '*'))
    {
        end -= 1;
    }
    Some(end)
}

fn opens(line: &Line, at: usize) -> bool {
    matches!(line.mark(at), Some('(' | '<' | '[' | ':' | '"' | '|' | ',' | ';'))
}

fn url(line: &mut Line, range: Range<usize>, found: &mut Vec<Entity>) {
    match recognise_url(line.slice(&range)) {
        Some(handle) => add(line, found, range, handle),
        // A web site is no way to write to a person; it stays in the notes, but nothing inside it is read.
        None => line.take(&range),
    }
}

// ---- what is around an @

fn at_sign(line: &mut Line, at: usize, found: &mut Vec<Entity>) {
    let start = walk_back(line, at, |mark| matches!(mark, '.' | '_' | '+' | '-' | '%' | '\'' | '’'));
    let end = walk(line, at + 1, |mark| matches!(mark, '.' | '-' | '_'));
    if end == at + 1 {
        return;
    }
    if start < at {
        let dotted = (at + 1..end).any(|place| line.is_mark(place, '.'));
        let range = start..end;
        let kind = match channel_before(line, start) {
            Some(kind @ (ChannelKind::Teams | ChannelKind::Mastodon | ChannelKind::Skype)) => kind,
            _ => ChannelKind::Email,
        };
        match normalize(kind, line.slice(&range), line.context.region) {
            Ok(_) if dotted && is_addressee(line, start) => line.take(&range),
            Ok(handle) if dotted => {
                let sure = !is_stand_in(line, start);
                line.take(&range);
                found.push(Entity { range, kind, handle: Some(handle), bound: true, sure });
            }
            _ => {
                line.hint(HintKind::BadHandle, &range);
                line.take(&range);
            }
        }
        return;
    }
    if line.is_mark(end, '@') && line.glued(end) {
        let host_end = walk(line, end + 1, |mark| matches!(mark, '.' | '-'));
        let range = at..host_end;
        if host_end > end + 1
            && let Ok(handle) = normalize(ChannelKind::Mastodon, line.slice(&range), line.context.region)
        {
            add(line, found, range, handle);
        }
        return;
    }
    let Some(kind) = channel_before(line, at).or_else(|| channel_after(line, end)) else { return };
    if !has_names(kind) {
        return;
    }
    let range = at..end;
    match normalize(kind, line.slice(&range), line.context.region) {
        Ok(handle) => add(line, found, range, handle),
        Err(_) => {
            line.hint(HintKind::BadHandle, &range);
            line.take(&range);
        }
    }
}

/// "To: <me@…>" in the head of a letter: whose it is that forwards it.
fn is_addressee(line: &Line, address: usize) -> bool {
    let begins = |at: &usize| *at == 0 || line.token(*at).is_some_and(|token| token.new_line);
    let first = (0..=address).rev().take(12).find(begins);
    first.is_some_and(|first| {
        line.sense(first, Sense::AddressedTo).is_some_and(|end| end < address && line.is_mark(end, ':'))
    })
}

/// "For urgent matters contact Ben Achterberg, ben@…": somebody else's.
fn is_stand_in(line: &Line, address: usize) -> bool {
    let stops = |at: &usize| line.token(at + 1).is_some_and(|next| next.new_line);
    let before = || (0..address).rev().take(14).take_while(|at| !stops(at));
    line.context.mode == CaptureMode::Pasted && before().any(|at| line.is(at, Sense::StandIn))
}

/// The end of a run of letters, digits and the given marks without a blank; a mark at its end does not belong to it.
pub(super) fn walk(line: &Line, from: usize, inside: impl Fn(char) -> bool) -> usize {
    let mut end = from;
    while end < line.len() && end - from < LONGEST && line.glued(end) && (line.mark(end).is_none_or(&inside)) {
        end += 1;
    }
    while end > from && line.mark(end - 1).is_some_and(|mark| mark != '_') {
        end -= 1;
    }
    end
}

fn walk_back(line: &Line, from: usize, inside: impl Fn(char) -> bool) -> usize {
    let mut start = from;
    while start > 0
        && from - start < LONGEST
        && line.glued(start)
        && line.mark(start - 1).is_none_or(&inside)
        && !line.is_taken(start - 1)
    {
        start -= 1;
    }
    while start < from && line.mark(start).is_some_and(|mark| mark != '_' && mark != '+') {
        start += 1;
    }
    start
}

// ---- a channel word beside an address

/// The channel named directly before a place.
pub(super) fn channel_before(line: &Line, at: usize) -> Option<ChannelKind> {
    let clause = line.clause(at);
    let mut end = at;
    for _ in 0..4 {
        let before = end.checked_sub(1).filter(|before| *before >= clause.start)?;
        let begins = (before.saturating_sub(2)..=before)
            .find_map(|start| channel_at(line, start).filter(|(until, _)| *until == end).map(|(_, kind)| kind));
        if begins.is_some() {
            return begins;
        }
        let skips = matches!(line.mark(before), Some(':' | '(' | '-' | '=' | '.')) || line.is(before, Sense::Filler);
        if !skips {
            return None;
        }
        end = before;
    }
    None
}

/// The channel named directly after a place.
fn channel_after(line: &Line, end: usize) -> Option<ChannelKind> {
    let limit = line.clause(end.saturating_sub(1)).end;
    let mut at = end;
    while at < limit && at < end + 3 {
        if let Some((_, kind)) = channel_at(line, at) {
            return Some(kind);
        }
        if !line.is_mark(at, '(') && !line.is(at, Sense::Filler) {
            return None;
        }
        at += 1;
    }
    None
}

/// The channel that the words from a place on name, and where they end.
pub(super) fn channel_at(line: &Line, at: usize) -> Option<(usize, ChannelKind)> {
    if !line.is_any(at, CHANNEL) {
        return None;
    }
    line.find(at, |sense| match sense {
        Sense::Channel(kind) => Some(kind),
        Sense::Mobile => Some(ChannelKind::Phone),
        _ => None,
    })
}

/// Whether people there have a name of their own choice, not a number or a mail address.
pub(super) fn has_names(kind: ChannelKind) -> bool {
    !matches!(kind, ChannelKind::Email | ChannelKind::Phone | ChannelKind::Sms)
}

/// `Telegram: priya_rao`, `IG priya.rao`, and `Discord priya` where nothing else is in the clause.
fn named_handle(line: &mut Line, at: usize, found: &mut Vec<Entity>) {
    let Some((end, kind)) = channel_at(line, at) else { return };
    if line.is_taken(at) || !has_names(kind) {
        return;
    }
    let clause = line.clause(at);
    if let Some(range) = profile_path(line, end).filter(|_| kind == ChannelKind::LinkedIn) {
        if let Ok(handle) = normalize(kind, line.slice(&(range.end - 1..range.end)), line.context.region) {
            add(line, found, range, handle);
        }
        return;
    }
    let colon = line.is_mark(end, ':') || line.is_mark(end, '=');
    // "mejor por telegram (yurany_c)"
    let bracket = line.is_mark(end, '(') && line.token(end).is_some_and(|open| open.spaced) && line.is_word(end + 1);
    let colon = colon || bracket;
    let start = if colon { end + 1 } else { line.skip(end, clause.end, Sense::Filler) };
    // "her instagram, the handle is niamhpaints": speech has no marks to end the clause at.
    let far =
        if line.context.mode == CaptureMode::Dictated { line.skip(start, line.len(), Sense::Filler) } else { start };
    if let Some(range) = likeness(line, far)
        && let Ok(handle) = normalize(kind, line.slice(&range), line.context.region)
    {
        add(line, found, range, handle);
        return;
    }
    let until = match line.token(start) {
        Some(token) if token.spaced || colon => run(line, start, clause.end),
        _ => return,
    };
    if until <= start || line.any_taken(&(start..until)) || !line.is_word(start) && !line.is_number(start) {
        return;
    }
    let telling = (start..until).any(|place| {
        line.is_number(place) || line.mark(place).is_some_and(|mark| mark != '\'' && mark != '-' && mark != '’')
    });
    let only_digits = (start..until).all(|place| line.is_number(place));
    let alone =
        at == clause.start && last_in_clause(line, until, &clause) && !line.capitalised(start) && !line.is_known(start);
    let labelled = colon && last_in_clause(line, until, &clause);
    if only_digits || !(telling && line.is_word(start) || alone || labelled) {
        return;
    }
    let range = start..until;
    match normalize(kind, line.slice(&range), line.context.region) {
        Ok(handle) => add(line, found, range, handle),
        Err(_) => line.hint(HintKind::BadHandle, &range),
    }
}

/// "LinkedIn /in/willsummers"
fn profile_path(line: &Line, start: usize) -> Option<Range<usize>> {
    let path = line.is_mark(start, '/') && line.folded(start + 1) == "in" && line.is_mark(start + 2, '/');
    let until = walk(line, start + 3, |mark| mark == '-');
    (path && until == start + 4 && line.is_word(start + 3)).then_some(start..until)
}

/// "telegram markpeel", of Mark: one word in no list that begins or ends with another word of the line.
fn likeness(line: &Line, at: usize) -> Option<Range<usize>> {
    let handle = line.folded(at);
    let apart = line.token(at).is_some_and(|token| token.spaced) && !line.glued(at + 1);
    let word = line.is_word(at) && line.case(at) == Case::Lower && handle.len() >= 6 && handle.is_ascii();
    if !word || !apart || line.is_taken(at) || line.is_known(at) || line.is(at, Sense::Given) {
        return None;
    }
    let like = |other: usize| {
        let part = line.folded(other);
        let telling = part.len() >= 4 || part.len() == 3 && line.is(other, Sense::Given);
        other != at && telling && part.len() < handle.len() && (handle.starts_with(part) || handle.ends_with(part))
    };
    (0..line.len().min(64)).any(like).then_some(at..at + 1)
}

/// "zara_m on Telegram": what can only be a handle, before the channel it is of.
fn handle_before(line: &mut Line, at: usize, found: &mut Vec<Entity>) {
    let Some((_, kind)) = channel_at(line, at) else { return };
    let clause = line.clause(at);
    let mut end = at;
    while end > clause.start && at - end < 2 && (line.is(end - 1, Sense::Filler) || line.is_mark(end - 1, '(')) {
        end -= 1;
    }
    let telling = |place: usize| line.is_number(place) || line.is_mark(place, '_') || line.is_mark(place, '.');
    let mut start = end.saturating_sub(1).max(clause.start);
    while start > clause.start && line.glued(start) && line.mark(start - 1).is_none_or(|mark| matches!(mark, '_' | '.'))
    {
        start -= 1;
    }
    let range = start..end;
    if end == at
        || range.is_empty()
        || !has_names(kind)
        || line.any_taken(&range)
        || !line.is_word(start)
        || !range.clone().any(telling)
    {
        return;
    }
    if let Ok(handle) = normalize(kind, line.slice(&range), line.context.region) {
        add(line, found, range, handle);
    }
}

fn run(line: &Line, start: usize, limit: usize) -> usize {
    let end = walk(line, start + 1, |mark| matches!(mark, '.' | '_' | '-' | '#' | ':')).min(limit);
    end.max(start + 1).min(limit)
}

fn last_in_clause(line: &Line, end: usize, clause: &Range<usize>) -> bool {
    (end..clause.end).all(|at| line.mark(at).is_some_and(|mark| mark != '@'))
}
