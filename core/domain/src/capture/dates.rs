//! Days: everything in a line that can be read as one, whether or not it is the follow-up.

use std::ops::Range;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::CaptureMode;
use super::date_figures::{dated, numeric, undated};
use super::lexicon::{Sense, Senses, Unit};
use super::line::Line;
use super::tokens::Case;
use crate::locale::Language;

/// Dates beyond this are not weighed against each other.
const MOST_DATES: usize = 32;

/// How the words of a date come out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// This day.
    Day(NaiveDate),
    /// Perhaps this day: month and day could be the other way round.
    Ambiguous(NaiveDate),
    /// Perhaps this day: weekday and date contradict each other.
    Doubtful(NaiveDate),
    /// Before today.
    Past,
    /// No such day.
    NoSuch,
}

impl Reading {
    /// The day that is meant, if there is one.
    pub(super) fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) | Self::Doubtful(day) | Self::Ambiguous(day) => Some(day),
            Self::Past | Self::NoSuch => None,
        }
    }
}

/// A date in the line.
#[derive(Debug, Clone)]
pub(super) struct Date {
    /// Tokens.
    pub(super) range: Range<usize>,
    pub(super) reading: Reading,
    /// A weekday's name alone, which people bear too.
    pub(super) only_weekday: bool,
}

/// What a word may mean with which a date begins.
const BEGINS: Senses = Senses::of(&[
    Sense::Weekday(0),
    Sense::ShortWeekday(0),
    Sense::Month(0),
    Sense::Day(0),
    Sense::Count(0),
    Sense::Unit(Unit::Day),
    Sense::Weekend,
    Sense::EndOf,
    Sense::MiddleOf,
    Sense::StartOf,
    Sense::Within,
    Sense::Next,
    Sense::AfterNext,
    Sense::This,
    Sense::Last,
    Sense::On,
    Sense::DayNumber,
    Sense::Article,
    Sense::Every,
    Sense::Recurring,
    Sense::After,
    Sense::Before,
]);

/// All dates, in reading order. Nothing is taken yet.
pub(super) fn find(line: &Line) -> Vec<Date> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() && found.len() < MOST_DATES {
        if line.is_taken(at) || !line.is_number(at) && !line.is_any(at, BEGINS) {
            at += 1;
            continue;
        }
        if let Some(end) = recurrence(line, at) {
            at = end;
            continue;
        }
        let date = read(line, at).filter(|(end, ..)| !line.any_taken(&(at..*end)));
        if let Some((end, reading, only_weekday)) = date {
            let clock = clock_time(line, end);
            let end = if line.any_taken(&(end..clock)) { end } else { clock };
            found.push(Date { range: at..end, reading, only_weekday });
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// Where "every month", "each second Tuesday", "weekly" ends.
pub(super) fn recurrence(line: &Line, at: usize) -> Option<usize> {
    if let Some(end) = line.sense(at, Sense::Recurring) {
        return Some(end);
    }
    let mut end = line.sense(at, Sense::Every)?;
    end = count(line, end).map_or(end, |(end, _)| end);
    if line.is_word(end) && !line.is_known(end) {
        end += 1;
    }
    let (end, ()) = line.find(end, |sense| {
        matches!(sense, Sense::Unit(_) | Sense::Weekday(_) | Sense::ShortWeekday(_) | Sense::Month(_) | Sense::Weekend)
            .then_some(())
    })?;
    Some(end)
}

type Found = (usize, Reading, bool);

fn read(line: &Line, at: usize) -> Option<Found> {
    explicit(line, at)
        .or_else(|| day_alone(line, at))
        .map(|(end, reading)| (end, reading, false))
        .or_else(|| weekday(line, at))
        .or_else(|| relative(line, at).map(|(end, reading)| (end, reading, false)))
        .or_else(|| calendar_week(line, at).map(|(end, reading)| (end, reading, false)))
}

/// "in KW 49": the Monday of that week (ISO 8601), of next year where it is over.
fn calendar_week(line: &Line, at: usize) -> Option<(usize, Reading)> {
    let word = line.sense(at, Sense::Within).or_else(|| line.sense(at, Sense::On)).unwrap_or(at);
    if !matches!(line.folded(word), "kw" | "kalenderwoche") {
        return None;
    }
    let week = line.number(word + 1)?;
    let now = today(line);
    let monday = |year: i32| NaiveDate::from_isoywd_opt(year, week, Weekday::Mon);
    let day = monday(now.iso_week().year()).filter(|day| *day > now).or_else(|| monday(now.iso_week().year() + 1))?;
    Some((word + 2, Reading::Day(day)))
}

fn explicit(line: &Line, at: usize) -> Option<(usize, Reading)> {
    numeric(line, at).or_else(|| day_month(line, at)).or_else(|| month_day(line, at))
}

pub(super) fn today(line: &Line) -> NaiveDate {
    line.context.now.date()
}

// ---- with the name of the month

fn month(line: &Line, at: usize) -> Option<(usize, u32)> {
    line.find(at, |sense| match sense {
        Sense::Month(month) => Some(month),
        _ => None,
    })
    .map(|(end, month)| (if line.is_mark(end, '.') && line.glued(end) && end - at == 1 { end + 1 } else { end }, month))
}

fn ordinal_end(line: &Line, at: usize) -> usize {
    if !line.glued(at) {
        return at;
    }
    if matches!(line.mark(at), Some('.' | 'º' | 'ª' | '°')) {
        return at + 1;
    }
    line.sense(at, Sense::Ordinal).unwrap_or(at)
}

fn day_number(line: &Line, at: usize) -> Option<(usize, u32)> {
    if line.is_word(at) && !matches!(line.folded(at), "a" | "an") {
        return count(line, at).filter(|(_, day)| (1..=31).contains(day));
    }
    let day = line.number(at).filter(|day| (1..=31).contains(day) && line.digits(at) <= 2)?;
    let glued_to_more = line.glued(at)
        && at.checked_sub(1).is_some_and(|before| !matches!(line.mark(before), Some('(' | ',' | ':' | '"')));
    (!glued_to_more).then(|| (ordinal_end(line, at + 1), day))
}

fn day_month(line: &Line, at: usize) -> Option<(usize, Reading)> {
    let (mut end, day) = day_number(line, at)?;
    end = line.skip(end, end + 1, Sense::Of);
    let (end, month) = month(line, end)?;
    Some(with_year(line, end, month, day))
}

fn month_day(line: &Line, at: usize) -> Option<(usize, Reading)> {
    let (mut end, month) = month(line, at)?;
    if line.is(end, Sense::Article) {
        end += 1;
    }
    let (end, day) = day_number(line, end)?;
    // "March 12 March"? The day belongs to the month behind it; "May 5:30" is a time.
    if line.is_mark(end, ':') && line.is_number(end + 1) {
        return None;
    }
    Some(with_year(line, end, month, day))
}

/// "the 15th", "le 15", "am 15.": that day of this month or of the next that has it.
fn day_alone(line: &Line, at: usize) -> Option<(usize, Reading)> {
    let said = line.sense(at, Sense::DayNumber);
    let start = said.or_else(|| line.sense(at, Sense::On)).or_else(|| line.sense(at, Sense::Article))?;
    let start = if said.is_none() { line.sense(start, Sense::Article).unwrap_or(start) } else { start };
    let day =
        line.number(start).filter(|day| (1..=31).contains(day) && line.digits(start) <= 2 && !line.glued(start))?;
    let end = ordinal_end(line, start + 1);
    // English says "the 15th", German "am 15."; "le 15", "el 15" and "dia 15" go without.
    if said.is_none() && end == start + 1 {
        return None;
    }
    // "on the 5th floor", "le 15 rue …", "dia 15 h"
    let counts = line.is_word(end)
        && (!line.is_known(end)
            || line
                .find(end, |sense| matches!(sense, Sense::Hour | Sense::Unit(_) | Sense::Thing).then_some(()))
                .is_some());
    let more = line.glued(end) && line.mark(end).is_some_and(|mark| matches!(mark, '%' | '€' | '$' | '/' | '-' | ':'));
    let numeric = numeric(line, start).is_some() || line.glued(end) && line.is_number(end);
    if numbered_weekday(line, start).is_some() {
        return None;
    }
    let of_a_month = numeric || month(line, line.skip(end, end + 1, Sense::Of)).is_some();
    if counts || more || of_a_month {
        return None;
    }
    let today = today(line);
    let reading = (0..3)
        .filter_map(|months| today.with_day(1)?.checked_add_months(Months::new(months))?.with_day(day))
        .find(|date| *date >= today);
    Some((end, reading.map_or(Reading::NoSuch, Reading::Day)))
}

fn with_year(line: &Line, end: usize, month: u32, day: u32) -> (usize, Reading) {
    let mut at = end;
    if line.is_mark(at, ',') || line.is(at, Sense::Of) {
        at += 1;
    }
    match line.number(at).filter(|year| line.digits(at) == 4 && (1900..2200).contains(year)) {
        Some(year) => (at + 1, dated(line, year, month, day)),
        None => (end, undated(line, month, day)),
    }
}

// ---- weekdays

fn weekday_name(line: &Line, at: usize) -> Option<(usize, u8)> {
    let full = line.find(at, |sense| match sense {
        Sense::Weekday(day) => Some(day),
        _ => None,
    });
    full.or_else(|| numbered_weekday(line, at)).or_else(|| {
        line.find_in_language(at, |sense| match sense {
            // Nobody says "mer" for "mercredi".
            Sense::ShortWeekday(day) if line.context.mode != CaptureMode::Dictated => Some(day),
            _ => None,
        })
        .map(|(end, day)| (if line.is_mark(end, '.') && line.glued(end) { end + 1 } else { end }, day))
    })
}

/// "2ª" to "6ª-feira": in Portuguese the days from Monday to Friday have numbers.
fn numbered_weekday(line: &Line, at: usize) -> Option<(usize, u8)> {
    let number = line.number(at).filter(|number| (2..=6).contains(number) && line.digits(at) == 1)?;
    if line.language != Language::Pt || !line.glued(at + 1) || line.mark(at + 1) != Some('ª') {
        return None;
    }
    let feira = at + 2 + usize::from(line.is_mark(at + 2, '-'));
    let end = if line.folded(feira) == "feira" { feira + 1 } else { at + 2 };
    Some((end, u8::try_from(number).ok()? - 2))
}

fn weekday(line: &Line, at: usize) -> Option<Found> {
    let mut start = at;
    let mut following_week = false;
    let mut modified = false;
    if let Some(end) = line.sense(at, Sense::Next).or_else(|| line.sense(at, Sense::This)) {
        start = end;
        modified = true;
    } else if let Some(end) = line.sense(at, Sense::Last) {
        let (end, _) = weekday_name(line, end)?;
        return Some((end, Reading::Past, false));
    }
    let (mut end, day) = weekday_name(line, start)?;
    let day = Weekday::try_from(day).ok()?;
    // "Le Dimanche", "El Domingo": a paper, where the language writes its weekdays small.
    let article = at.checked_sub(1).filter(|before| *before > 0 && line.is(*before, Sense::Article));
    let small = matches!(line.language, Language::Fr | Language::Es | Language::Pt);
    // "Café Lunes"
    let named = at.checked_sub(1).is_some_and(|before| {
        let clause = line.clause(at);
        let apart = clause.start > 0 || before.checked_sub(1).is_some_and(|open| line.is_mark(open, '('));
        line.case(before) == Case::Title && !line.is_taken(before) && clause.contains(&before) && apart
    });
    let article = article.is_some_and(|article| line.case(article) == Case::Title);
    if small && line.case(at) == Case::Title && (article || named) {
        return None;
    }
    if let Some(last) = line.sense(end, Sense::Last) {
        return Some((last, Reading::Past, false));
    }
    // "Friday 12 December", "Friday, 12.12."
    let comma = usize::from(line.is_mark(end, ','));
    let mut date_at = end + comma;
    date_at = line.skip(date_at, date_at + 1, Sense::On);
    // "jeudi au 06 39 …": a number that is read already is no day.
    if let Some((date_end, reading)) = explicit(line, date_at).filter(|(end, _)| !line.any_taken(&(date_at..*end))) {
        let reading = match reading {
            Reading::Day(date) | Reading::Ambiguous(date) if date.weekday() != day => Reading::Doubtful(date),
            Reading::Ambiguous(date) => Reading::Day(date),
            other => other,
        };
        return Some((date_end, reading, false));
    }
    // "Tuesday next week" names the week; "mardi prochain" only says that it is ahead.
    if let Some((after, ())) = next_week(line, end) {
        end = after;
        following_week = true;
    } else if let Some(after) = line.sense(end, Sense::NextAfter) {
        end = after;
        modified = true;
    }
    let week_later = line.sense(end, Sense::WeekLater);
    if let Some(after) = week_later {
        end = after;
    }
    let date = if following_week { in_next_week(line, day)? } else { next_weekday(today(line), day)? };
    let date = if week_later.is_some() { date.checked_add_days(Days::new(7))? } else { date };
    Some((end, Reading::Day(date), !modified && !following_week && week_later.is_none()))
}

fn next_weekday(today: NaiveDate, day: Weekday) -> Option<NaiveDate> {
    let ahead = (7 + day.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
    today.checked_add_days(Days::new(if ahead == 0 { 7 } else { u64::from(ahead) }))
}

fn monday_of_next_week(today: NaiveDate) -> Option<NaiveDate> {
    today.checked_add_days(Days::new(7 - u64::from(today.weekday().num_days_from_monday())))
}

fn in_next_week(line: &Line, day: Weekday) -> Option<NaiveDate> {
    monday_of_next_week(today(line))?.checked_add_days(Days::new(u64::from(day.num_days_from_monday())))
}

/// "next week", "la semaine prochaine", "nächste Woche".
fn next_week(line: &Line, at: usize) -> Option<(usize, ())> {
    let (end, unit) = next_unit(line, at)?;
    (unit == Unit::Week).then_some((end, ()))
}

/// "the week after next", "übernächste Woche".
fn after_next(line: &Line, at: usize) -> Option<(usize, Reading)> {
    let mut start = at;
    for _ in 0..2 {
        if let Some(end) = line
            .sense(start, Sense::On)
            .or_else(|| line.sense(start, Sense::Within))
            .or_else(|| line.sense(start, Sense::Article))
            && !line.is(start, Sense::AfterNext)
        {
            start = end;
        }
    }
    let unit = |at: usize| {
        line.find(at, |sense| match sense {
            Sense::Unit(unit) => Some(unit),
            _ => None,
        })
    };
    let (end, unit) = match line.sense(start, Sense::AfterNext) {
        Some(before) => unit(before)?,
        None => {
            let (end, unit) = unit(start)?;
            (line.sense(end, Sense::AfterNext)?, unit)
        }
    };
    let today = today(line);
    let date = match unit {
        Unit::Week => monday_of_next_week(today)?.checked_add_days(Days::new(7))?,
        Unit::Month => first_of_next_month(today)?.checked_add_months(Months::new(1))?,
        Unit::Day | Unit::Year => return None,
    };
    // "übernächste Woche Dienstag"
    if unit == Unit::Week
        && let Some((end, day)) = weekday_name(line, line.skip(end, end + 1, Sense::On))
    {
        return Some((end, Reading::Day(date.checked_add_days(Days::new(day.into()))?)));
    }
    Some((end, Reading::Day(date)))
}

fn next_unit(line: &Line, at: usize) -> Option<(usize, Unit)> {
    let mut start = at;
    for _ in 0..2 {
        if let Some(end) = line.sense(start, Sense::On).or_else(|| line.sense(start, Sense::Article))
            && line.sense(start, Sense::Next).is_none()
        {
            start = end;
        }
    }
    let unit = |at: usize| {
        line.find(at, |sense| match sense {
            Sense::Unit(unit) => Some(unit),
            _ => None,
        })
    };
    if let Some(end) = line.sense(start, Sense::Next) {
        return unit(end);
    }
    let (end, unit) = unit(start)?;
    Some((line.sense(end, Sense::NextAfter)?, unit))
}

// ---- counted from today

fn count(line: &Line, at: usize) -> Option<(usize, u32)> {
    if let Some(number) = line.number(at) {
        return Some((at + 1, number));
    }
    line.find(at, |sense| match sense {
        Sense::Count(number) => Some(number),
        _ => None,
    })
}

fn relative(line: &Line, at: usize) -> Option<(usize, Reading)> {
    named_day(line, at)
        .or_else(|| after_next(line, at))
        .or_else(|| in_some_time(line, at))
        // "fin de semana" is the weekend before it is the end of anything.
        .or_else(|| weekend(line, at))
        .or_else(|| end_of(line, at))
        .or_else(|| vague(line, at))
        .or_else(|| {
            let (end, unit) = next_unit(line, at)?;
            // "next week Tuesday", "nächste Woche Dienstag"
            if unit == Unit::Week
                && let Some((end, day)) = weekday_name(line, line.skip(end, end + 1, Sense::On))
                && let Ok(day) = Weekday::try_from(day)
            {
                return Some((end, Reading::Day(in_next_week(line, day)?)));
            }
            let date = match unit {
                Unit::Week => monday_of_next_week(today(line))?,
                Unit::Month => first_of_next_month(today(line))?,
                Unit::Day | Unit::Year => return None,
            };
            Some((end, Reading::Day(date)))
        })
}

fn named_day(line: &Line, at: usize) -> Option<(usize, Reading)> {
    let (end, days) = line.find(at, |sense| match sense {
        Sense::Day(days) => Some(days),
        _ => None,
    })?;
    match u64::try_from(days) {
        Ok(days) => Some((end, Reading::Day(today(line).checked_add_days(Days::new(days))?))),
        Err(_) => Some((end, Reading::Past)),
    }
}

/// "in two weeks", "3 days from now", "dans 15 jours".
fn in_some_time(line: &Line, at: usize) -> Option<(usize, Reading)> {
    let within = line.sense(at, Sense::Within);
    let (end, number) = count(line, within.unwrap_or(at))?;
    let (mut end, unit) = line.find(end, |sense| match sense {
        Sense::Unit(unit) => Some(unit),
        _ => None,
    })?;
    match line.sense(end, Sense::FromNow) {
        Some(after) => end = after,
        None if within.is_none() => return None,
        None => {}
    }
    let today = today(line);
    let date = match unit {
        Unit::Day => today.checked_add_days(Days::new(u64::from(number))),
        Unit::Week => today.checked_add_days(Days::new(u64::from(number) * 7)),
        Unit::Month => today.checked_add_months(Months::new(number)),
        Unit::Year => number.checked_mul(12).and_then(|months| today.checked_add_months(Months::new(months))),
    };
    Some((end, date.filter(|date| date.year() < 2200).map_or(Reading::NoSuch, Reading::Day)))
}

fn first_of_next_month(today: NaiveDate) -> Option<NaiveDate> {
    today.with_day(1)?.checked_add_months(Months::new(1))
}

/// "end of the month", "fin de semaine" where a week ends on Friday, "end of January".
fn end_of(line: &Line, at: usize) -> Option<(usize, Reading)> {
    let end = line.sense(at, Sense::EndOf)?;
    let today = today(line);
    if let Some((end, wanted)) = month(line, end) {
        let year = if wanted < today.month() { today.year() + 1 } else { today.year() };
        let last = NaiveDate::from_ymd_opt(year, wanted, 1)?.checked_add_months(Months::new(1))?.pred_opt()?;
        return Some((end, Reading::Day(last)));
    }
    if let Some((end, unit)) = next_unit(line, end) {
        let date = match unit {
            Unit::Week => in_next_week(line, Weekday::Fri)?,
            Unit::Month => first_of_next_month(today)?.checked_add_months(Months::new(1))?.pred_opt()?,
            Unit::Day | Unit::Year => return None,
        };
        return Some((end, Reading::Day(date)));
    }
    let start = line.sense(end, Sense::Article).or_else(|| line.sense(end, Sense::This)).unwrap_or(end);
    let (end, unit) = line.find(start, |sense| match sense {
        Sense::Unit(unit) => Some(unit),
        _ => None,
    })?;
    let date = match unit {
        Unit::Week if today.weekday() == Weekday::Fri => today,
        Unit::Week => next_weekday(today, Weekday::Fri)?,
        Unit::Month => first_of_next_month(today)?.pred_opt()?,
        Unit::Year => NaiveDate::from_ymd_opt(today.year(), 12, 31)?,
        Unit::Day => return None,
    };
    Some((end, Reading::Day(date)))
}

/// "mid December", "early next month", "in March": some day of those; only proposed.
fn vague(line: &Line, at: usize) -> Option<(usize, Reading)> {
    let start_of = line.sense(at, Sense::StartOf);
    let middle_of = line.sense(at, Sense::MiddleOf);
    let within =
        line.sense(at, Sense::Within).or_else(|| line.sense(at, Sense::On).filter(|_| !line.is(at, Sense::Article)));
    let named = start_of.max(middle_of);
    let mut end = named.or(within)?;
    if line.is_mark(end, '-') && line.glued(end) && line.glued(end + 1) {
        end += 1;
    }
    let end = line.skip(end, end + 1, Sense::Of);
    let today = today(line);
    // "dia dez de março": ten, not December.
    if named.is_none() && day_month(line, end).is_some() {
        return None;
    }
    let (end, first) = if let Some((end, wanted)) = month(line, end) {
        // "in March 2027", and not "in March 3".
        let year = line.number(end).filter(|_| line.digits(end) == 4);
        // … nor "in August reports".
        let noun = named.is_none() && line.is_word(end) && !line.is_known(end);
        if noun || day_number(line, end).is_some() && year.is_none() {
            return None;
        }
        let this_year = if wanted < today.month() { today.year() + 1 } else { today.year() };
        let (end, year) = match year {
            Some(year) => (end + 1, i32::try_from(year).ok()?),
            None => (end, this_year),
        };
        (end, NaiveDate::from_ymd_opt(year, wanted, 1)?)
    } else {
        named?;
        let (end, unit) = next_unit(line, end)?;
        match unit {
            Unit::Week => {
                return Some((
                    end,
                    Reading::Day(in_next_week(line, if middle_of.is_some() { Weekday::Wed } else { Weekday::Mon })?),
                ));
            }
            Unit::Month => (end, first_of_next_month(today)?),
            Unit::Day | Unit::Year => return None,
        }
    };
    let date = if middle_of.is_some() { first.with_day(15)? } else { first };
    if date < today && middle_of.or(start_of).is_none() {
        // "in March", in March: the rest of it.
        return Some((end, Reading::Doubtful(today.checked_add_days(Days::new(1))?)));
    }
    Some((end, if date < today { Reading::Past } else { Reading::Doubtful(date) }))
}

fn weekend(line: &Line, at: usize) -> Option<(usize, Reading)> {
    // "after the weekend": its Monday.
    let told = |end: usize| end > at + 1 || line.folded(at).len() > 3;
    if let Some(before) = line.sense(at, Sense::Before).filter(|end| told(*end))
        && let Some(end) = line.sense(line.sense(before, Sense::Article).unwrap_or(before), Sense::Weekend)
    {
        return Some((end, Reading::Day(next_weekday(today(line), Weekday::Fri)?)));
    }
    if let Some(after) = line.sense(at, Sense::After).filter(|end| told(*end))
        && let Some(end) = line.sense(line.sense(after, Sense::Article).unwrap_or(after), Sense::Weekend)
    {
        return Some((end, Reading::Day(next_weekday(today(line), Weekday::Mon)?)));
    }
    let next = line.sense(at, Sense::Next);
    let start = next.or_else(|| line.sense(at, Sense::This)).unwrap_or(at);
    let mut end = line.sense(start, Sense::Weekend)?;
    if let Some(after) = line.sense(end, Sense::NextAfter) {
        end = after;
    }
    Some((end, Reading::Day(next_weekday(today(line), Weekday::Sat)?)))
}

/// Past the time of day behind a date: the reminder has its own.
fn clock_time(line: &Line, end: usize) -> usize {
    let mut at = end;
    if let Some(after) = line.sense(at, Sense::At).or_else(|| line.sense(at, Sense::Filler)) {
        at = after;
    } else if line.is_mark(at, '@') {
        at += 1;
    }
    let Some(hour) = line.number(at).filter(|hour| *hour <= 24 && line.digits(at) <= 2) else {
        return line
            .find(end, |sense| matches!(sense, Sense::PartOfDay(..)).then_some(()))
            .map_or(end, |(end, ())| end);
    };
    let mut after = at + 1;
    let mut is_time =
        at > end && hour <= 24 && !line.is_mark(after, '/') && !line.is_mark(after, '.') && !line.is_word(after);
    if matches!(line.mark(after), Some(':' | '.'))
        && line.glued(after)
        && line.glued(after + 1)
        && line.digits(after + 1) == 2
    {
        after += 2;
        is_time = true;
    }
    if let Some(unit) = line.sense(after, Sense::Hour) {
        after = unit;
        is_time = true;
        if line.is_number(after) && line.glued(after) {
            after += 1;
        }
    }
    if is_time { after } else { end }
}
