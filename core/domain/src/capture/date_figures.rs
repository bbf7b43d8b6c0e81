//! Dates in figures: "12/3", "12.03.2027", "2027-03-12", and which order they are in.

use chrono::{Datelike, Days, NaiveDate};

use super::dates::{Reading, today};
use super::lexicon::Sense;
use super::line::Line;
use crate::locale::Language;

/// A day without a year that passed at most this long ago was meant: it is not taken for one of next year.
const PASSED_DAYS: u64 = 60;

/// Where a numeric date that begins here ends, whether or not it exists.
pub(super) fn numeric_end(line: &Line, at: usize) -> Option<usize> {
    numeric(line, at).map(|(end, _)| end)
}

pub(super) fn numeric(line: &Line, at: usize) -> Option<(usize, Reading)> {
    let first = line.number(at)?;
    let glued_to_more = line.glued(at)
        && at.checked_sub(1).is_some_and(|before| !matches!(line.mark(before), Some('(' | '[' | ',' | ':' | '"')));
    let mark = line.mark(at + 1).filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    if glued_to_more || !line.glued(at + 1) || !line.glued(at + 2) {
        return None;
    }
    let second = line.number(at + 2).filter(|_| line.digits(at + 2) <= 2)?;
    let third =
        (line.is_mark(at + 3, mark) && line.glued(at + 3) && line.glued(at + 4)).then(|| line.number(at + 4)).flatten();
    let end = if third.is_some() { at + 5 } else { at + 3 };
    // More of the same behind it is a version, an address, a phone number.
    if line.glued(end)
        && (line.is_number(end) || line.mark(end) == Some(mark) && line.is_number(end + 1) || line.is_word(end))
    {
        return None;
    }
    match (line.digits(at), third) {
        (4, Some(third)) if line.digits(at + 4) <= 2 => Some((end, dated(line, first, second, third))),
        (1 | 2, Some(third)) if matches!(line.digits(at + 4), 2 | 4) => {
            let year = if third < 100 { 2000 + third } else { third };
            two_orders(line, first, second, mark, Some(year)).map(|reading| (end, reading))
        }
        (1 | 2, None) => {
            let dot_after = mark == '.' && line.is_mark(end, '.') && line.glued(end);
            let german =
                line.language == Language::De || at.checked_sub(1).is_some_and(|before| line.is(before, Sense::On));
            let fits = match mark {
                '/' => (first, second) != (24, 7),
                '.' => (dot_after || german && line.digits(at + 2) == 2) && !line.is(end, Sense::Hour),
                _ => false,
            };
            let end = if dot_after && line.token(end + 1).is_some() { end + 1 } else { end };
            if fits { two_orders(line, first, second, mark, None).map(|reading| (end, reading)) } else { None }
        }
        _ => None,
    }
}

/// Day and month in the order that is possible, else in the order of the region.
fn two_orders(line: &Line, first: u32, second: u32, mark: char, year: Option<u32>) -> Option<Reading> {
    if first == 0 || second == 0 || first > 31 || second > 31 || first > 12 && second > 12 {
        return None;
    }
    let read = |day: u32, month: u32| match year {
        Some(year) => dated(line, year, month, day),
        None => undated(line, month, day),
    };
    // Dots are written between day and month only where the day comes first.
    if mark == '.' || first > 12 || first == second {
        return Some(if second > 12 { read(second, first) } else { read(first, second) });
    }
    if second > 12 {
        return Some(read(second, first));
    }
    match line.context.region {
        Some(region) if region.month_first() && [line.language, line.context.language] == [Language::En; 2] => {
            Some(read(second, first))
        }
        Some(region) if !region.month_first() => Some(read(first, second)),
        // No region, or another language in a country that writes the month first.
        _ => Some(match read(first, second) {
            Reading::Day(date) => Reading::Ambiguous(date),
            other => match read(second, first) {
                Reading::Day(date) => Reading::Ambiguous(date),
                _ => other,
            },
        }),
    }
}

pub(super) fn dated(line: &Line, year: u32, month: u32, day: u32) -> Reading {
    let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    match date {
        None => Reading::NoSuch,
        Some(date) if date < today(line) => Reading::Past,
        Some(date) => Reading::Day(date),
    }
}

/// The next such day; one that passed lately is past, not next year's.
pub(super) fn undated(line: &Line, month: u32, day: u32) -> Reading {
    let today = today(line);
    let this_year = NaiveDate::from_ymd_opt(today.year(), month, day);
    if let Some(date) = this_year
        && date >= today
    {
        return Reading::Day(date);
    }
    if let Some(date) = this_year
        && date.checked_add_days(Days::new(PASSED_DAYS)).is_some_and(|until| until >= today)
    {
        return Reading::Past;
    }
    let month_is_over = month < today.month();
    let year = if this_year.is_some() || month_is_over { today.year() + 1 } else { today.year() };
    NaiveDate::from_ymd_opt(year, month, day).map_or(Reading::NoSuch, Reading::Day)
}
