//! Dictated addresses: "anna dot berg at mail dot example", and numbers said as words.

use super::CaptureMode;
use super::HintKind;
use super::entities::{Entity, add, channel_at, channel_before, has_names};
use super::lexicon::{Sense, Senses};
use super::line::Line;
use crate::channel::{ChannelKind, HandleMark, normalize};

/// What begins a number said in words.
const DIGITS: Senses = Senses::of(&[Sense::Count(0), Sense::Spoken('+')]);

/// What stands before an address and is none of it.
const LEADS_ON: Senses = Senses::of(&[
    Sense::Filler,
    Sense::Common,
    Sense::Channel(ChannelKind::Email),
    Sense::WorksAt,
    Sense::Met,
    Sense::MetAt,
    Sense::Role,
    Sense::Prefers,
]);

/// Fewest digits that make a spoken number a phone number.
const FEWEST_DIGITS: usize = 7;

pub(super) fn find(line: &mut Line, found: &mut Vec<Entity>) {
    let mut at = 0;
    while at < line.len() {
        let end = mail(line, at, found).or_else(|| handle(line, at, found)).or_else(|| number(line, at, found));
        at = end.unwrap_or(at + 1);
    }
}

// ---- mail

fn mail(line: &mut Line, at: usize, found: &mut Vec<Entity>) -> Option<usize> {
    let (after, _) = spoken(line, at, &['@'])?;
    if line.is_taken(at) || at == 0 {
        return None;
    }
    let (domain, end) = chain(line, after, &['.', '-'])?;
    let (local, start) = chain_back(line, at)?;
    if !domain.contains('.') {
        return None;
    }
    // "email anna berg at …": whether "anna" belongs to it cannot be heard.
    let before = start.checked_sub(1);
    let doubtful = before.is_some_and(|before| {
        line.is_word(before)
            && !line.is_known(before)
            && before.checked_sub(1).is_some_and(|earlier| line.is(earlier, Sense::Channel(ChannelKind::Email)))
    });
    let handle = normalize(ChannelKind::Email, &format!("{local}@{domain}"), None).ok()?;
    add(line, found, start..end, handle);
    // "studio dash nine": a digit or the word.
    let counted = (start..end).any(|at| is_counted(line, at));
    if (doubtful || counted)
        && let Some(last) = found.last_mut()
    {
        last.sure = false;
    }
    Some(end)
}

/// "instagram is ravi underscore draws", "telegram at lena dot k": after the channel, a name with a mark in it.
fn handle(line: &mut Line, at: usize, found: &mut Vec<Entity>) -> Option<usize> {
    let (after, kind) = channel_at(line, at).filter(|(_, kind)| has_names(*kind))?;
    if line.is_taken(at) || line.context.mode != CaptureMode::Dictated {
        return None;
    }
    let clause = line.clause(at);
    let mut start = line.skip(after, clause.end, Sense::Filler);
    let called = line.find(start, |sense| (sense == Sense::Spoken('@')).then_some(()));
    if let Some((end, ())) = called {
        start = end;
    }
    let (name, end) = chain(line, start, &['.', '-', '_'])?;
    if end == start + 1 {
        return None;
    }
    let handle = normalize(kind, &name, line.context.region).ok()?;
    add(line, found, start..end, handle);
    Some(end)
}

/// Whether a number is said in words.
fn is_counted(line: &Line, at: usize) -> bool {
    line.is_word(at) && line.is_any(at, DIGITS) && spoken_number(line, at).is_some() && !line.is(at, Sense::Given)
}

/// The word for one of the characters at a place, and where it ends.
fn spoken(line: &Line, at: usize, wanted: &[char]) -> Option<(usize, char)> {
    line.find(at, |sense| match sense {
        Sense::Spoken(mark) if wanted.contains(&mark) => Some(mark),
        _ => None,
    })
    .or_else(|| {
        let mark = line.mark(at).filter(|mark| wanted.contains(mark) && *mark != '@')?;
        let dictated = line.context.mode == CaptureMode::Dictated;
        (dictated && line.glued(at) && line.glued(at + 1)).then_some((at + 1, mark))
    })
}

fn part(line: &Line, at: usize) -> Option<String> {
    let usable = (line.is_word(at) || line.is_number(at)) && !line.is_taken(at);
    usable.then(|| line.slice(&(at..at + 1)).to_lowercase())
}

/// `mail dot example`, from the left.
fn chain(line: &Line, start: usize, marks: &[char]) -> Option<(String, usize)> {
    let mut text = part(line, start)?;
    let mut end = start + 1;
    while let Some((after, mark)) = spoken(line, end, marks) {
        let Some(next) = part(line, after) else { break };
        text.push(mark);
        text.push_str(&next);
        end = after + 1;
    }
    Some((text, end))
}

/// `anna dot berg`, from the right; gives where it starts.
fn chain_back(line: &Line, end: usize) -> Option<(String, usize)> {
    let marks = ['.', '-', '_', '+'];
    let mut start = end.checked_sub(1)?;
    let mut text = part(line, start)?;
    // "anna dot berg four two at …": the digits belong to the word before them.
    while line.is_number(start) || is_counted(line, start) {
        let Some(before) = start.checked_sub(1).filter(|before| line.is_number(*before) || line.is_word(*before))
        else {
            break;
        };
        let marked = spoken(line, before, &marks).is_some() || line.is_any(before, LEADS_ON) && !line.glued(start);
        let Some(earlier) = part(line, before).filter(|_| !marked) else { break };
        if let Some((_, digit)) = spoken_number(line, start).filter(|_| !line.is_number(start)) {
            text.replace_range(..part(line, start)?.len(), &digit.to_string());
        }
        let digits = spoken_number(line, before).filter(|_| is_counted(line, before));
        start = before;
        text.insert_str(0, &earlier);
        if digits.is_none() && !line.is_number(before) {
            break;
        }
    }
    let mut joined = false;
    'longer: loop {
        // The words for a mark are one to three tokens long.
        for length in 1..=3 {
            let Some(at) = start.checked_sub(length) else { break 'longer };
            let Some((after, mark)) = spoken(line, at, &marks) else { continue };
            let Some(before) = at.checked_sub(1).filter(|_| after == start) else { continue };
            let Some(earlier) = part(line, before) else { break 'longer };
            text.insert(0, mark);
            text.insert_str(0, &earlier);
            start = before;
            joined = true;
            continue 'longer;
        }
        break;
    }
    // "works at acme dot example" is no address; "may at acme dot example" is.
    let place = line.find(start, |sense| {
        matches!(sense, Sense::WorksAt | Sense::Met | Sense::MetAt | Sense::Common | Sense::Filler | Sense::Role)
            .then_some(())
    });
    (joined || place.is_none()).then_some((text, start))
}

// ---- numbers

fn number(line: &mut Line, at: usize, found: &mut Vec<Entity>) -> Option<usize> {
    let digit = || {
        line.is_any(at, DIGITS)
            || matches!(line.folded(at), "double" | "triple" | "doble" | "doppel" | "dobro")
            || german(line.folded(at)).is_some()
    };
    if line.is_taken(at) || !(line.is_number(at) || line.is_word(at) && digit()) {
        return None;
    }
    let plus = line.sense(at, Sense::Spoken('+'));
    let (digits, words, end) = digits(line, plus.unwrap_or(at));
    if digits.len() < FEWEST_DIGITS || words < 2 {
        return None;
    }
    let range = at..end;
    let value = if plus.is_some() { format!("+{digits}") } else { digits };
    let named = channel_before(line, at).is_some();
    match normalize(ChannelKind::Phone, &value, line.context.region) {
        Ok(handle) => {
            if handle.mark == Some(HandleMark::NumberNotInUse) {
                line.hint(HintKind::NumberNotInUse, &range);
            }
            line.take(&range);
            // A word that is no digit, and more digits behind it: the number may go on.
            let sure = !(line.is_word(end) && spoken_number(line, end + 1).is_some_and(|(_, value)| value < 10));
            found.push(Entity { range, kind: ChannelKind::Phone, handle: Some(handle), bound: false, sure });
        }
        Err(_) if plus.is_none() && line.context.region.is_none() => {
            line.hint(HintKind::NumberWithoutRegion, &range);
            line.take(&range);
            found.push(Entity { range, kind: ChannelKind::Phone, handle: None, bound: false, sure: false });
        }
        Err(_) if named => line.hint(HintKind::BadHandle, &range),
        Err(_) => {}
    }
    Some(end)
}

/// The digits said from a place on, how many words said them, and where they end.
fn digits(line: &Line, start: usize) -> (String, usize, usize) {
    let mut text = String::new();
    let mut words = 0;
    let mut at = start;
    let mut tens: Option<u32> = None;
    let mut repeat = 1;
    while at < line.len() && !line.is_taken(at) {
        if line.is_number(at) {
            flush(&mut text, &mut tens);
            text.push_str(line.slice(&(at..at + 1)));
            at += 1;
            continue;
        }
        if matches!(line.folded(at), "double" | "triple" | "doble" | "doppel" | "dobro")
            && spoken_number(line, at + 1).is_some()
        {
            repeat = if line.folded(at) == "triple" { 3 } else { 2 };
            at += 1;
            continue;
        }
        // "double oh nine hundred three"
        if words > 0 && line.folded(at) == "hundred" {
            flush(&mut text, &mut tens);
            text.push_str("00");
            at += 1;
            continue;
        }
        // "trente et un", "treinta y cuatro", "trinta e quatro"
        let hyphen = line.is_mark(at, '-') && line.glued(at) && line.glued(at + 1);
        let joint = usize::from(tens.is_some() && line.is(at, Sense::And) || words > 0 && hyphen);
        let Some((end, value)) = spoken_number(line, at + joint) else { break };
        words += 1;
        match tens {
            Some(ten) if value >= 1 && (value < 10 || ten == 60 && value < 20) => {
                text.push_str(&(ten + value).to_string());
                tens = None;
            }
            Some(_) if joint == 1 && !hyphen => break,
            _ => {
                flush(&mut text, &mut tens);
                if value >= 20 && value % 10 == 0 {
                    tens = Some(value);
                } else {
                    for _ in 0..repeat {
                        text.push_str(&value.to_string());
                    }
                }
            }
        }
        repeat = 1;
        at = end;
        if text.len() > 20 {
            break;
        }
    }
    flush(&mut text, &mut tens);
    (text, words, at)
}

fn flush(text: &mut String, tens: &mut Option<u32>) {
    if let Some(ten) = tens.take() {
        text.push_str(&ten.to_string());
    }
}

fn spoken_number(line: &Line, at: usize) -> Option<(usize, u32)> {
    let word = line.folded(at);
    if matches!(word, "a" | "an") {
        return None;
    }
    let found = line.find(at, |sense| match sense {
        Sense::Count(value) if value < 100 => Some(value),
        _ => None,
    });
    found.or_else(|| german(word).map(|value| (at + 1, value)))
}

/// "vierunddreissig": the ones stand before the tens.
fn german(folded: &str) -> Option<u32> {
    const ONES: [&str; 9] = ["ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"];
    const TENS: [&str; 8] = ["zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
    if folded.len() < "dreiundzwanzig".len() - 2 {
        return None;
    }
    let (one, ten) = folded.split_once("und")?;
    let one = (1..).zip(ONES).find(|(_, word)| *word == one)?.0;
    let ten = (2..).zip(TENS).find(|(_, word)| *word == ten)?.0;
    Some(ten * 10 + one)
}
