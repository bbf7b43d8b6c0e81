//! Phone numbers: runs of digits are weighed by their shape before libphonenumber, which is slow, is asked.

use std::ops::Range;

use super::HintKind;
use super::date_figures;
use super::entities::{Entity, channel_before};
use super::lexicon::Sense;
use super::line::Line;
use super::tokens::Case;
use crate::channel::{ChannelKind, Handle, HandleError, HandleMark, normalize};
use crate::locale::Language;

/// Fewest and most digits of a number with everything that belongs to it (E.164 allows 15; a trunk prefix comes on top).
const DIGITS: std::ops::RangeInclusive<usize> = 7..=17;

/// No person has more numbers; a pasted table of them is not read to its end.
const MOST_NUMBERS: usize = 16;

/// Adds the phone numbers.
pub(super) fn find(line: &mut Line, found: &mut Vec<Entity>) {
    let mut at = 0;
    let mut asked = 0;
    while at < line.len() && asked < MOST_NUMBERS {
        if line.is_taken(at) || !begins(line, at) {
            at += 1;
            continue;
        }
        let run = run(line, at);
        at = run.end.max(at + 1);
        if let Some(entity) = read(line, run, &mut asked) {
            line.take(&entity.range);
            at = entity.range.end;
            found.push(entity);
        }
    }
}

fn begins(line: &Line, at: usize) -> bool {
    match line.mark(at) {
        Some('+') => line.is_number(at + 1) || line.is_mark(at + 1, '('),
        Some('(') => line.is_number(at + 1) || line.is_mark(at + 1, '+') && line.is_number(at + 2),
        Some(_) => false,
        None => line.is_number(at),
    }
}

/// The longest run that could be one number.
fn run(line: &Line, start: usize) -> Range<usize> {
    let mut end = start + 1;
    while let Some(token) = line.token(end) {
        let fits = match line.mark(end) {
            None => line.is_number(end),
            Some('(') => line.is_number(end + 1) && !line.is_mark(start, '('),
            Some(')') => true,
            Some('-' | '.' | '/') => {
                line.glued(end) && line.is_number(end + 1) && line.glued(end + 1)
                    || line.is_mark(end, '/')
                        && line.is_number(end + 1)
                        && line.is_number(end - 1)
                        && digits(line, &(start..end)) < *DIGITS.start()
                    // "030 / 23125 - 180"
                    || line.is_mark(end, '-')
                        && line.is_number(end + 1)
                        && line.digits(end + 1) >= 3
                        && (start..end).any(|at| line.is_mark(at, '/'))
            }
            Some(_) => false,
        };
        if !fits || token.new_line || line.is_taken(end) {
            break;
        }
        end += 1;
    }
    while end > start + 1 && !line.is_number(end - 1) {
        end -= 1;
    }
    start..end
}

fn digits(line: &Line, range: &Range<usize>) -> usize {
    range.clone().map(|at| line.digits(at)).sum()
}

fn read(line: &mut Line, mut run: Range<usize>, asked: &mut usize) -> Option<Entity> {
    let plus = line.is_mark(run.start, '+') || line.is_mark(run.start + 1, '+');
    let before = run.start.checked_sub(1);
    if is_fax(line, run.start) {
        return None;
    }
    let channel = channel_before(line, run.start);
    // Glued to a word that is no channel ("A380", "Q3"), it is a part of that word.
    if !plus && line.glued(run.start) && before.is_some_and(|before| line.is_word(before)) && channel.is_none() {
        return None;
    }
    // "… 0142 12 December", "… 0142 in 3 weeks": the last group belongs to what follows.
    let last = run.end - 1;
    if line.is_word(run.end) && line.digits(last) <= 2 && last > run.start && counts(line, run.end) {
        run.end = last;
        while run.end > run.start + 1 && !line.is_number(run.end - 1) {
            run.end -= 1;
        }
    }
    // "RustConf 2026 514 555 0142": a year in front is none of it.
    let year = line.number(run.start).is_some_and(|number| (1990..2100).contains(&number));
    if year && line.digits(run.start) == 4 && digits(line, &run) >= 13 {
        run.start += 1;
    }
    // "call him 11/10 (646) 555-0172", "09/01/2027 18:47": a day in front is none of it either.
    let behind = date_figures::numeric_end(line, run.start)
        .filter(|end| *end < run.end && line.token(*end).is_some_and(|next| next.spaced) && !plus);
    let with_year = |behind: usize| behind == run.start + 5;
    if let Some(behind) = behind.filter(|behind| with_year(*behind) || digits(line, &(*behind..run.end)) >= 9) {
        run.start = behind;
    }
    if !DIGITS.contains(&digits(line, &run))
        || !plus && date_figures::numeric_end(line, run.start).is_some_and(|end| end == run.end)
    {
        return None;
    }
    let value_end = extension(line, run.end);
    *asked += 1;
    // "Durchwahl", "poste": what every reader of numbers knows is "ext.".
    let extended;
    let value = if value_end > run.end {
        extended = format!("{} ext. {}", line.slice(&run), line.slice(&(value_end - 1..value_end)));
        extended.as_str()
    } else {
        line.slice(&run)
    };
    let answer = normalize(ChannelKind::Phone, value, line.context.region);
    let range = run.start..value_end;
    match answer {
        Ok(handle) => accept(line, range, handle, plus, channel.is_some()),
        // libphonenumber answers that it needs a region; without one nothing national can be more than a proposal.
        Err(HandleError::NoRegion) => national(line, range, channel.is_some()),
        Err(_) if !plus && line.context.region.is_none() => national(line, range, channel.is_some()),
        Err(_) => {
            if plus
                || channel
                    .is_some_and(|kind| matches!(kind, ChannelKind::Phone | ChannelKind::Sms | ChannelKind::WhatsApp))
            {
                line.hint(HintKind::BadHandle, &range);
                line.take(&range);
            }
            None
        }
    }
}

fn accept(line: &mut Line, range: Range<usize>, handle: Handle, plus: bool, named: bool) -> Option<Entity> {
    let in_use = handle.mark != Some(HandleMark::NumberNotInUse);
    let groups = range.clone().filter(|at| line.is_number(*at)).count();
    let zero = line.slice(&(range.start..range.start + 1)).starts_with(['0', '(']);
    // A bare heap of digits that no network uses is an order number sooner than a phone number.
    let digits: usize = range.clone().map(|at| line.digits(at)).sum();
    if !(in_use && (groups > 1 || digits >= 9) || plus || named || zero || groups >= 3) {
        return None;
    }
    if !in_use {
        line.hint(HintKind::NumberNotInUse, &range);
    }
    // A trunk zero that the region's rules left in place: most likely a number of another country.
    let written: String = line.slice(&range).chars().filter(char::is_ascii_digit).collect();
    let sure = in_use || plus || !written.starts_with('0') || !handle.key.ends_with(&written);
    Some(Entity { range, kind: ChannelKind::Phone, handle: Some(handle), bound: false, sure })
}

fn national(line: &mut Line, range: Range<usize>, named: bool) -> Option<Entity> {
    let groups = range.clone().filter(|at| line.is_number(*at)).count();
    if !named && groups < 2 && digits(line, &range) < 9 {
        return None;
    }
    line.hint(HintKind::NumberWithoutRegion, &range);
    Some(Entity { range, kind: ChannelKind::Phone, handle: None, bound: false, sure: false })
}

/// "Fax: …", "F: …": nobody is reached there.
fn is_fax(line: &Line, at: usize) -> bool {
    let before = (1..=3).find_map(|back| at.checked_sub(back).filter(|place| line.mark(*place).is_none()));
    // In Portuguese it is the telephone.
    let letter =
        |before: usize| line.folded(before) == "f" && line.case(before) != Case::Lower && line.language != Language::Pt;
    before.is_some_and(|before| line.is(before, Sense::Fax) || letter(before))
}

/// Whether the word makes the number before it a day, an hour or a count.
fn counts(line: &Line, at: usize) -> bool {
    line.find(at, |sense| {
        matches!(sense, Sense::Month(_) | Sense::Unit(_) | Sense::Hour | Sense::Ordinal).then_some(())
    })
    .is_some()
        || line.is(at, Sense::Of) && line.find(at + 1, |sense| matches!(sense, Sense::Month(_)).then_some(())).is_some()
}

/// Where "ext. 12" behind a number ends, or the same place where there is none.
fn extension(line: &Line, end: usize) -> usize {
    let Some(mut at) = line.sense(end, Sense::Extension) else { return end };
    if line.is_mark(at, '.') || line.is_mark(at, ':') {
        at += 1;
    }
    if line.is_number(at) && line.digits(at) <= 6 { at + 1 } else { end }
}
