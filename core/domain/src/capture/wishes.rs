//! Channels: words that name one are tied to the addresses beside them, and to what was said for or against them.

use std::ops::Range;

use chrono::NaiveTime;

use super::entities::{Entity, channel_at, has_names, walk};
use super::lexicon::{Sense, Senses};
use super::line::Line;
use super::{CapturedChannel, Certainty, Found};
use crate::channel::{ChannelKind, Handle, normalize};
use crate::contact::{Hours, Stance};
use crate::order::order_by_key;

/// Channel words beyond this are not read: nobody has as many wishes.
const MOST_MENTIONS: usize = 64;

/// What says something for or against a channel.
const WISHES: Senses = Senses::of(&[Sense::Refuses, Sense::Refused, Sense::Prefers, Sense::Preferred]);

/// What begins a stretch of the day.
const TIMES: Senses = Senses::of(&[Sense::PartOfDay(0, 0), Sense::Between, Sense::After, Sense::Before]);

/// A word that names a channel.
struct Mention {
    range: Range<usize>,
    kind: ChannelKind,
    /// "mobile": the number may serve any messenger.
    mobile: bool,
    /// The address it stands beside, by its place among the entities.
    entity: Option<usize>,
}

/// A channel on the way to being captured.
struct Draft {
    kind: ChannelKind,
    handle: Option<Handle>,
    stance: Option<Stance>,
    hours: Option<Found<Hours>>,
    range: Range<usize>,
    sure: bool,
    /// A number that no word has bound to a channel.
    loose: bool,
}

/// Ties everything together; what was read is taken.
pub(super) fn read(line: &mut Line, entities: Vec<Entity>) -> Vec<CapturedChannel> {
    let mut mentions = mentions(line, &entities);
    let mut drafts: Vec<Draft> = Vec::new();
    for (place, entity) in entities.iter().enumerate() {
        let mut named: Vec<&Mention> = mentions.iter().filter(|mention| mention.entity == Some(place)).collect();
        order_by_key(&mut named, |mention| mention.range.start);
        named.dedup_by_key(|mention| mention.kind);
        let loose = !entity.bound && named.iter().all(|mention| mention.mobile);
        // "WhatsApp/Signal 0612…" is one number on two channels; "mobile, WhatsApp" is one on one.
        let telling: Vec<&&Mention> = named.iter().filter(|mention| !mention.mobile).collect();
        let kinds: Vec<ChannelKind> = if entity.bound || telling.is_empty() {
            vec![entity.kind]
        } else {
            telling.iter().map(|mention| mention.kind).collect()
        };
        for kind in kinds {
            drafts.push(Draft {
                kind,
                handle: entity.handle.clone().map(|handle| Handle { kind, ..handle }),
                stance: None,
                hours: None,
                range: entity.range.clone(),
                sure: entity.sure,
                loose,
            });
        }
    }
    let items = items(&mentions, &entities);
    let mut at = 0;
    while at < line.len() {
        at = stance_at(line, at, &items, &mut mentions, &mut drafts).unwrap_or(at + 1);
    }
    bare_handle(line, &mut drafts);
    lone_messengers(line, &mentions, &mut drafts);
    for mention in mentions.iter().filter(|mention| mention.entity.is_some()) {
        line.take(&mention.range);
    }
    hours(line, &mentions, &mut drafts);
    order_by_key(&mut drafts, |draft| draft.range.start);
    let mut channels: Vec<CapturedChannel> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let said = |channel: &CapturedChannel| {
            draft.handle.is_some()
                && channel.kind == draft.kind
                && channel.handle.as_ref().map(|handle| &handle.key) == draft.handle.as_ref().map(|handle| &handle.key)
        };
        if draft.stance.is_some() || !channels.iter().any(said) {
            channels.push(finish(line, draft));
        }
    }
    channels
}

fn finish(line: &Line, draft: Draft) -> CapturedChannel {
    CapturedChannel {
        kind: draft.kind,
        handle: draft.handle,
        stance: draft.stance,
        hours: draft.hours,
        span: line.span(&draft.range),
        certainty: if draft.sure { Certainty::Sure } else { Certainty::Unsure },
    }
}

fn reaches_number(kind: ChannelKind) -> bool {
    matches!(
        kind,
        ChannelKind::Phone | ChannelKind::Sms | ChannelKind::WhatsApp | ChannelKind::Signal | ChannelKind::Telegram
    )
}

// ---- words beside addresses

fn mentions(line: &Line, entities: &[Entity]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < line.len() && found.len() < MOST_MENTIONS {
        if line.is_taken(at) {
            at += 1;
            continue;
        }
        let Some((end, kind)) = channel_at(line, at) else {
            at += 1;
            continue;
        };
        let mobile = line.sense(at, Sense::Mobile) == Some(end);
        found.push(Mention { range: at..end, kind, mobile, entity: None });
        at = end;
    }
    // To the right first: "wa 5145550142" is how most people write it.
    for index in 0..found.len() {
        let Some(mention) = found.get(index) else { continue };
        let refused = is_refused(line, mention.range.start);
        let right = entities.iter().position(|entity| {
            let nearer =
                |other: &Mention| other.range.start >= mention.range.end && other.range.end <= entity.range.start;
            entity.range.start >= mention.range.end
                && !(refused && found.iter().any(nearer))
                && fits(mention, entity)
                && beside(line, mention.range.end, entity.range.start, &found)
        });
        if let Some(mention) = found.get_mut(index) {
            mention.entity = right;
        }
    }
    for index in 0..found.len() {
        let Some(mention) = found.get(index).filter(|mention| mention.entity.is_none()) else { continue };
        // "never call, always text": the number is for what is not refused.
        let others = found.iter().any(|other| {
            other.entity.is_none() && other.range.start > mention.range.start && reaches_number(other.kind)
        });
        if others && is_refused(line, mention.range.start) {
            continue;
        }
        let left = entities.iter().enumerate().find(|(place, entity)| {
            let named = found.iter().any(|other| other.entity == Some(*place) && !other.mobile);
            entity.range.end <= mention.range.start
                && !named
                && fits(mention, entity)
                && beside(line, entity.range.end, mention.range.start, &found)
        });
        let left = left.map(|(place, _)| place);
        if let Some(mention) = found.get_mut(index) {
            mention.entity = left;
        }
    }
    // "text her tomorrow 514 …": the one number of the clause, further off.
    for index in 0..found.len() {
        let Some(mention) = found.get(index).filter(|mention| mention.entity.is_none() && reaches_number(mention.kind))
        else {
            continue;
        };
        let clause = line.clause(mention.range.start);
        let others = found
            .iter()
            .filter(|other| clause.contains(&other.range.start) && !is_refused(line, other.range.start))
            .count();
        let mut numbers =
            entities.iter().enumerate().filter(|(_, entity)| !entity.bound && clause.contains(&entity.range.start));
        if let (Some((place, _)), None, 1) = (numbers.next(), numbers.next(), others)
            && !found.iter().any(|other| other.entity == Some(place))
            && !clause.clone().any(|at| {
                line.is(at, Sense::Refuses) && line.skip(at + 1, clause.end, Sense::Filler) == mention.range.start
            })
            && let Some(mention) = found.get_mut(index)
        {
            mention.entity = Some(place);
        }
    }
    found
}

/// "no WhatsApp": whether a refusal stands before the word.
fn is_refused(line: &Line, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|start| {
        line.sense(start, Sense::Refuses).is_some_and(|end| end <= at && line.skip(end, at, Sense::Filler) == at)
    })
}

fn fits(mention: &Mention, entity: &Entity) -> bool {
    if entity.bound { mention.kind == entity.kind } else { reaches_number(mention.kind) }
}

/// Whether only little words and other channel words ("tel/WhatsApp") stand between, in one clause.
fn beside(line: &Line, from: usize, until: usize, mentions: &[Mention]) -> bool {
    if from > until || until - from > 5 || from < until && line.clause_index(from) != line.clause_index(until) {
        return false;
    }
    if from == until {
        return true;
    }
    (from..until).all(|at| {
        matches!(line.mark(at), Some(':' | '(' | ')' | '-' | '/' | '=' | '.' | '&' | '+' | '\'' | '’'))
            || line.is(at, Sense::Filler)
            || line.is(at, Sense::And)
            || mentions.iter().any(|mention| mention.range.contains(&at))
    })
}

// ---- for and against

/// What a wish can be about: an address with the words beside it, or a word alone.
#[derive(Debug, Clone)]
struct Item {
    range: Range<usize>,
    entity: Option<usize>,
    mention: Option<usize>,
}

fn items(mentions: &[Mention], entities: &[Entity]) -> Vec<Item> {
    let mut items: Vec<Item> = entities
        .iter()
        .enumerate()
        .map(|(place, entity)| Item { range: entity.range.clone(), entity: Some(place), mention: None })
        .collect();
    for (index, mention) in mentions.iter().enumerate() {
        items.push(Item { range: mention.range.clone(), entity: mention.entity, mention: Some(index) });
    }
    order_by_key(&mut items, |item| item.range.start);
    items
}

fn stance_at(
    line: &mut Line,
    at: usize,
    items: &[Item],
    mentions: &mut [Mention],
    drafts: &mut Vec<Draft>,
) -> Option<usize> {
    if line.is_taken(at) || !line.is_any(at, WISHES) {
        return None;
    }
    let clause = line.clause(at);
    if let Some(end) = line.sense(at, Sense::Refuses)
        && let Some(item) = to_the_right(line, end, clause.end, items)
    {
        return Some(refuse_list(line, at, item, items, mentions, drafts));
    }
    if let Some(end) = line.sense(at, Sense::Refused)
        && let Some(item) = to_the_left(line, at, clause.start, items)
    {
        apply(line, &item, Stance::Refused, mentions, drafts);
        line.take(&(item.range.end..end));
        return Some(end);
    }
    let before = line.sense(at, Sense::Prefers);
    let after = line.sense(at, Sense::Preferred);
    if let Some(end) = after.max(before)
        && line.is(end, Sense::Refuses)
        && line.sense(end, Sense::Refuses).is_some_and(|end| to_the_right(line, end, clause.end, items).is_some())
    {
        // "please no calls": the refusal says it.
        line.take(&(at..end));
        return Some(end);
    }
    // "Signal lieber als Anrufe": for what came before; what follows is only compared.
    if let Some(end) = after.max(before)
        && !line.is(end, Sense::Refuses)
        && let Some(over) = [at, end].into_iter().find(|at| line.sense(*at, Sense::Over).is_some_and(|over| over > end))
        && let Some(item) = to_the_left(line, at, clause.start, items)
    {
        let from = item.range.end.min(at);
        apply(line, &item, Stance::Preferred, mentions, drafts);
        compared(line, over, clause.end, items, mentions);
        line.take(&(from..end));
        return Some(end);
    }
    if let Some(end) = before
        && let Some(item) = to_the_right(line, end, clause.end, items)
    {
        let from = item.range.start;
        let until = apply(line, &item, Stance::Preferred, mentions, drafts);
        take_but_hours(line, at..from);
        compared(line, until.max(item.range.end), clause.end, items, mentions);
        return Some(end);
    }
    if let Some(end) = after.max(before) {
        let left = to_the_left(line, at, clause.start, items);
        let right = || after.and_then(|end| to_the_right(line, end, clause.end, items));
        // "priya@acme.example, preferred": a clause of nothing else speaks of what came just before.
        let earlier = || {
            let whole = (clause.start..at).chain(end..clause.end).all(|place| line.mark(place).is_some());
            let item = items.iter().rev().find(|item| item.range.end <= clause.start)?;
            let next_to = line.clause_index(item.range.start) + 1 == line.clause_index(at);
            (whole && next_to && after.is_some()).then(|| item.clone())
        };
        if let Some(item) = left.or_else(right).or_else(earlier) {
            let from = item.range.end.min(at);
            apply(line, &item, Stance::Preferred, mentions, drafts);
            let gap = if item.range.end <= at && line.clause_index(item.range.end) == line.clause_index(at) {
                from..end
            } else {
                at..end
            };
            line.take(&gap);
            return Some(end);
        }
    }
    None
}

/// The item that a wish is about when only little words stand between.
fn to_the_right(line: &Line, from: usize, limit: usize, items: &[Item]) -> Option<Item> {
    let mut at = from;
    let mut until = from + 6;
    while at < limit && at < until {
        // "reachable after 18h on …"
        if let Some((end, _)) = hours_at(line, at).filter(|(end, _)| *end <= limit) {
            until += end - at;
            at = end;
            continue;
        }
        if let Some(item) = items.iter().find(|item| item.range.start == at) {
            return Some(item.clone());
        }
        let little = line.is(at, Sense::Filler)
            || line.is(at, Sense::Prefers)
            || matches!(line.mark(at), Some(':' | '(' | '-' | '\'' | '’'));
        if !little {
            return None;
        }
        at += 1;
    }
    None
}

/// Takes the words of a wish; the hours among them are still to be read.
fn take_but_hours(line: &mut Line, range: Range<usize>) {
    let mut at = range.start;
    while at < range.end {
        let end = hours_at(line, at).map(|(end, _)| end);
        if end.is_none() {
            line.take(&(at..at + 1));
        }
        at = end.unwrap_or(at + 1);
    }
}

fn to_the_left(line: &Line, before: usize, limit: usize, items: &[Item]) -> Option<Item> {
    let mut at = before;
    while at > limit && at + 4 > before {
        if let Some(item) = items.iter().find(|item| item.range.end == at) {
            // A word that is taken has had its say: "no calls please".
            let spoken_for = item.entity.is_none() && line.is_taken(item.range.start);
            return (!spoken_for).then(|| item.clone());
        }
        let little =
            line.is(at - 1, Sense::Filler) || matches!(line.mark(at - 1), Some(':' | '(' | '-' | ')' | '\'' | '’'));
        if !little {
            return None;
        }
        at -= 1;
    }
    None
}

/// Writes the stance where it belongs, and gives the end of what it was about.
fn apply(line: &mut Line, item: &Item, stance: Stance, mentions: &mut [Mention], drafts: &mut Vec<Draft>) -> usize {
    let kind = item.mention.and_then(|index| mentions.get(index)).map(|mention| mention.kind);
    let mut end = item.range.end;
    line.take(&item.range);
    if let Some(place) = item.entity {
        // The word and the address beside it are one channel.
        let range =
            mentions.iter().filter(|mention| mention.entity == Some(place)).map(|mention| mention.range.clone());
        for range in range.collect::<Vec<_>>() {
            line.take(&range);
        }
        let position = |draft: &&mut Draft| draft.handle.is_some() || !draft.sure;
        let mut of_entity: Vec<&mut Draft> = drafts
            .iter_mut()
            .filter(position)
            .filter(|draft| {
                kind.is_none_or(|kind| draft.kind == kind || reaches_number(kind) && reaches_number(draft.kind))
            })
            .collect();
        order_by_key(&mut of_entity, |draft| draft.range.start.abs_diff(item.range.start));
        let exact = of_entity.iter().position(|draft| Some(draft.kind) == kind).unwrap_or(0);
        if let Some(draft) = of_entity.into_iter().nth(exact) {
            // "No calls, please": politeness takes no refusal back.
            if draft.stance == Some(Stance::Refused) && stance == Stance::Preferred {
                return end;
            }
            draft.stance = Some(stance);
            end = end.max(draft.range.end);
            return end;
        }
    }
    let Some(kind) = kind else { return end };
    let mut same: Vec<&mut Draft> = drafts.iter_mut().filter(|draft| draft.kind == kind).collect();
    if let [only] = same.as_mut_slice() {
        if only.stance != Some(Stance::Refused) {
            only.stance = Some(stance);
        }
        return end;
    }
    let several = same.len() > 1;
    let mut numbers: Vec<&mut Draft> = drafts.iter_mut().filter(|draft| draft.loose).collect();
    if stance == Stance::Preferred
        && !several
        && reaches_number(kind)
        && let [number] = numbers.as_mut_slice()
    {
        number.kind = kind;
        number.handle = number.handle.take().map(|handle| Handle { kind, ..handle });
        number.stance = Some(stance);
        number.loose = false;
        return end;
    }
    drafts.push(Draft {
        kind,
        handle: None,
        stance: Some(stance),
        hours: None,
        range: item.range.clone(),
        sure: true,
        loose: false,
    });
    end
}

/// "no calls, texts or LinkedIn": everything that the refusal goes on to name.
fn refuse_list(
    line: &mut Line,
    from: usize,
    first: Item,
    items: &[Item],
    mentions: &mut [Mention],
    drafts: &mut Vec<Draft>,
) -> usize {
    let mut item = first;
    let mut start = from;
    loop {
        let limit = line.clause(item.range.start).end;
        let end = apply(line, &item, Stance::Refused, mentions, drafts);
        line.take(&(start..item.range.start));
        let Some(after) = line.sense(end, Sense::And).or_else(|| line.is_mark(end, '/').then_some(end + 1)) else {
            return politeness(line, end, &item, items);
        };
        let after = line.sense(after, Sense::Refuses).unwrap_or(after);
        let Some(next) = to_the_right(line, after, limit, items) else { return politeness(line, end, &item, items) };
        start = end;
        item = next;
    }
}

/// "no LinkedIn please": the word that asks for a channel elsewhere only rounds the refusal off. In "no calls rather
/// email" it begins the next wish.
fn politeness(line: &mut Line, at: usize, refused: &Item, items: &[Item]) -> usize {
    let clause = line.clause(at);
    let apart = !clause.contains(&refused.range.start);
    let wish = line.sense(at, Sense::Prefers).is_some_and(|end| to_the_right(line, end, clause.end, items).is_some());
    let end = line.sense(at, Sense::Preferred).filter(|_| !wish && !apart).unwrap_or(at);
    line.take(&(at..end));
    end
}

/// "WhatsApp over email", "mail rather than phone": the second is only compared, and says nothing.
fn compared(line: &mut Line, at: usize, limit: usize, items: &[Item], mentions: &[Mention]) {
    let Some(end) = line.sense(at, Sense::Over) else { return };
    if let Some(item) = to_the_right(line, end, limit, items)
        && item.mention.and_then(|index| mentions.get(index)).is_some_and(|mention| mention.entity.is_none())
        && !line.is(at, Sense::Refuses)
    {
        line.take(&(at..item.range.end));
    }
}

/// "prefers Telegram, …, @farah_tg": the one name without a channel is for the one channel without a name.
fn bare_handle(line: &mut Line, drafts: &mut [Draft]) {
    let mut wanting = drafts
        .iter_mut()
        .filter(|draft| draft.handle.is_none() && draft.stance == Some(Stance::Preferred) && has_names(draft.kind));
    let (Some(draft), None) = (wanting.next(), wanting.next()) else { return };
    let mut names = (0..line.len()).filter(|at| {
        line.is_mark(*at, '@')
            && !line.glued(*at)
            && line.glued(*at + 1)
            && !line.is_taken(*at)
            && !line.is_taken(*at + 1)
    });
    let (Some(at), None) = (names.next(), names.next()) else { return };
    let end = walk(line, at + 1, |mark| matches!(mark, '.' | '-' | '_'));
    if let Ok(handle) = normalize(draft.kind, line.slice(&(at..end)), line.context.region) {
        draft.handle = Some(handle);
        line.take(&(at..end));
    }
}

/// "+1 514 555 0142, WhatsApp": a messenger that is a clause of its own, next to the one number that nothing binds.
fn lone_messengers(line: &mut Line, mentions: &[Mention], drafts: &mut [Draft]) {
    for mention in mentions.iter().filter(|mention| mention.entity.is_none() && reaches_number(mention.kind)) {
        let clause = line.clause(mention.range.start);
        let alone = clause.clone().all(|at| {
            let act = [Sense::Filler, Sense::Meet, Sense::FollowUp, Sense::PromiseMe];
            let named = mentions.iter().any(|other| other.range.contains(&at)) || line.is(at, Sense::And);
            let part = named || line.mark(at).is_some() || line.is_date_word(at);
            part || act.into_iter().any(|sense| line.is(at, sense))
        });
        // "WhatsApp or mail" is one for the number, "call or text" two.
        let others =
            mentions.iter().filter(|other| clause.contains(&other.range.start) && reaches_number(other.kind)).count();
        if !alone || others > 1 || line.any_taken(&mention.range) {
            continue;
        }
        let index = line.clause_index(mention.range.start);
        let mut loose: Vec<&mut Draft> = drafts.iter_mut().filter(|draft| draft.loose).collect();
        if let [number] = loose.as_mut_slice()
            && (1..=3).contains(&line.clause_index(number.range.start).abs_diff(index))
        {
            number.kind = mention.kind;
            number.handle = number.handle.take().map(|handle| Handle { kind: mention.kind, ..handle });
            number.loose = false;
            line.take(&mention.range);
        }
    }
}

// ---- hours

fn hours(line: &mut Line, mentions: &[Mention], drafts: &mut Vec<Draft>) {
    for at in 0..line.len() {
        if line.is_taken(at) {
            continue;
        }
        let Some((end, hours)) = hours_at(line, at) else { continue };
        let clause = line.clause(at);
        let near = drafts.iter().position(|draft| clause.contains(&draft.range.start));
        let alone = clause
            .clone()
            .all(|place| (at..end).contains(&place) || line.mark(place).is_some() || line.is_taken(place));
        // "No calls in the evening, 514…": the words of a wish lead to its channel, wherever the address stands.
        let named = mentions
            .iter()
            .filter(|mention| clause.contains(&mention.range.start) && line.any_taken(&mention.range))
            .find_map(|mention| drafts.iter().position(|draft| draft.kind == mention.kind));
        let index = near.or(named).or_else(|| {
            let preferred = drafts.iter().position(|draft| draft.stance == Some(Stance::Preferred));
            alone.then(|| preferred.or_else(|| (drafts.len() == 1).then_some(0))).flatten()
        });
        let index = index.or_else(|| by_act(line, &clause, at..end, mentions, drafts));
        if let Some(draft) = index.and_then(|index| drafts.get_mut(index)) {
            draft.hours = Some(Found { value: hours, span: line.span(&(at..end)), certainty: Certainty::Sure });
            line.take(&(at..end));
        }
    }
}

/// "call mornings": the one number of the line, else the wish for a call at that time.
fn by_act(
    line: &mut Line,
    clause: &Range<usize>,
    hours: Range<usize>,
    mentions: &[Mention],
    drafts: &mut Vec<Draft>,
) -> Option<usize> {
    let dated = clause.clone().any(|at| line.is(at, Sense::FollowUp) || line.is_date_word(at) && !hours.contains(&at));
    let mention = mentions.iter().find(|mention| {
        let gap = if mention.range.start < hours.start {
            mention.range.end..hours.start
        } else {
            hours.end..mention.range.start
        };
        let mut between = gap.start..gap.end;
        let little = between.len() <= 3 && between.all(|at| line.is(at, Sense::Filler) || line.mark(at).is_some());
        mention.entity.is_none() && clause.contains(&mention.range.start) && gap.start <= gap.end && little
    })?;
    if dated || line.any_taken(&mention.range) {
        return None;
    }
    let loose: Vec<usize> = (0..drafts.len()).filter(|place| drafts.get(*place).is_some_and(|it| it.loose)).collect();
    let place = match loose.as_slice() {
        [only] if reaches_number(mention.kind) => *only,
        _ => {
            drafts.push(Draft {
                kind: mention.kind,
                handle: None,
                stance: Some(Stance::Preferred),
                hours: None,
                range: mention.range.clone(),
                sure: true,
                loose: false,
            });
            drafts.len() - 1
        }
    };
    line.take(&mention.range);
    Some(place)
}

fn hours_at(line: &Line, at: usize) -> Option<(usize, Hours)> {
    if !line.is_number(at) && !line.is_any(at, TIMES) {
        return None;
    }
    if let Some((end, (from, until))) = line.find(at, |sense| match sense {
        Sense::PartOfDay(from, until) => Some((u32::from(from), u32::from(until))),
        _ => None,
    }) {
        return Some((end, Hours { from: clock(from, 0)?, until: clock(until, 0)? }));
    }
    if let Some(end) = line.sense(at, Sense::Between) {
        let (end, from, _) = time(line, end)?;
        let middle = line.sense(end, Sense::And).or_else(|| line.is_mark(end, '-').then_some(end + 1))?;
        let (end, until, named) = time(line, middle)?;
        return named.then_some((end, Hours { from, until }));
    }
    if let Some(end) = line.sense(at, Sense::After) {
        let (end, from, named) = time(line, end)?;
        if let Some(middle) = line.sense(end, Sense::Before).or_else(|| line.sense(end, Sense::Filler))
            && !line.is_taken(middle)
            && let Some((end, until, _)) = time(line, middle)
        {
            return Some((end, Hours { from, until }));
        }
        return named.then_some((end, Hours { from, until: clock(0, 0)? }));
    }
    if let Some(end) = line.sense(at, Sense::Before) {
        let (end, until, named) = time(line, end)?;
        return named.then_some((end, Hours { from: clock(0, 0)?, until }));
    }
    // "9-17h"
    let (end, from, _) = time(line, at)?;
    let middle = (line.is_mark(end, '-') || line.is_mark(end, '–')).then_some(end + 1)?;
    let (end, until, named) = time(line, middle)?;
    named.then_some((end, Hours { from, until }))
}

fn clock(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour % 24, minute, 0)
}

/// A time of day, and whether a unit, minutes or its size make it one beyond doubt.
fn time(line: &Line, at: usize) -> Option<(usize, NaiveTime, bool)> {
    let mut hour = line.number(at).filter(|hour| *hour <= 24 && line.digits(at) <= 2)?;
    let mut end = at + 1;
    let mut minute = 0;
    let mut named = hour >= 8;
    if matches!(line.mark(end), Some(':' | '.')) && line.glued(end) && line.digits(end + 1) == 2 {
        minute = line.number(end + 1).filter(|minute| *minute < 60)?;
        end += 2;
        named = true;
    }
    if let Some(after) = line.sense(end, Sense::Hour) {
        match line.folded(end) {
            "pm" if hour < 12 => hour += 12,
            "am" if hour == 12 => hour = 0,
            _ => {}
        }
        end = after;
        named = true;
        if let Some(minutes) =
            line.number(end).filter(|minutes| *minutes < 60 && line.digits(end) == 2 && line.glued(end))
        {
            minute = minutes;
            end += 1;
        }
    }
    Some((end, clock(hour, minute)?, named))
}
