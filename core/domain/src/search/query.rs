//! What a typed query asks for.

use chrono::{Datelike, Days as CivilDays, NaiveDate};

use crate::channel::ChannelKind;
use crate::search::spelling::{spell, spellings};

/// So many words are looked for; what follows is not: nobody types more, and a pasted page would be slow.
pub const MAX_WORDS: usize = 12;

/// A query, read. Everything it names must hold of a person; several filters of one kind are alternatives where nobody
/// can be both (`met:`), and all required elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Each must occur somewhere: name, organisation, role, event, address, notes or promise.
    pub words: Vec<Word>,
    /// Each must occur in the name of an event at which they were met.
    pub events: Vec<Word>,
    /// Each must occur in a promise, theirs or mine.
    pub promises: Vec<Word>,
    /// They were met on one of these days; any day where there is none.
    pub met: Vec<Days>,
    /// For each, they can be reached on one of these channels or prefer it.
    pub channels: Vec<Vec<ChannelKind>>,
    /// Filters that could not be understood; they filter nothing.
    pub faults: Vec<Fault>,
    /// What was typed beside filters, as it was typed.
    pub typed: String,
}

/// One word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Any of these is what is meant, plainly spelled and never empty; the first is how it was typed.
    pub needles: Vec<String>,
}

/// Civil days, from the first to before the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub from: NaiveDate,
    /// The one after the last.
    pub until: NaiveDate,
}

/// A filter that could not be understood, with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// `met:` with something that is no year, month or day.
    NoDate(String),
    /// `channel:` with something that begins no channel's name.
    NoChannel(String),
}

/// The filters, in English and as the other four languages call them, plainly spelled.
const FILTERS: [(Filter, &[&str]); 4] = [
    (Filter::Event, &["event", "evenement", "evento", "veranstaltung"]),
    (Filter::Promise, &["promise", "promesse", "promesa", "versprechen", "promessa"]),
    (Filter::Met, &["met", "rencontre", "conoci", "getroffen", "conheci"]),
    (Filter::Channel, &["channel", "canal", "kanal"]),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    Event,
    Promise,
    Met,
    Channel,
}

impl Query {
    /// Reads what was typed so far: words in any order, `"words that belong together"`, and `event:`, `promise:`, `met:`
    /// and `channel:` with a value, which may be quoted. A filter without a value yet filters nothing.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for token in tokens(text) {
            match token.filter {
                None => {
                    if !query.typed.is_empty() {
                        query.typed.push(' ');
                    }
                    query.typed.push_str(token.value.trim());
                    words_of(&token.value, token.quoted, &mut query.words);
                }
                Some(Filter::Event) => words_of(&token.value, token.quoted, &mut query.events),
                Some(Filter::Promise) => words_of(&token.value, token.quoted, &mut query.promises),
                Some(_) if token.value.trim().is_empty() => {}
                Some(Filter::Met) => match days(&token.value) {
                    Some(days) => query.met.push(days),
                    None => query.faults.push(Fault::NoDate(token.value)),
                },
                Some(Filter::Channel) => match channels(&token.value) {
                    kinds if kinds.is_empty() => query.faults.push(Fault::NoChannel(token.value)),
                    kinds => query.channels.push(kinds),
                },
            }
        }
        query
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        let Self { words, events, promises, met, channels, faults: _, typed: _ } = self;
        words.is_empty() && events.is_empty() && promises.is_empty() && met.is_empty() && channels.is_empty()
    }
}

struct Token {
    filter: Option<Filter>,
    value: String,
    quoted: bool,
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '«' | '»' | '＂')
}

fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|letter: char| letter.is_whitespace() || is_quote(letter)).unwrap_or(rest.len());
        let (head, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let (filter, head) = filter_of(head);
        let quote = after.chars().next().filter(|letter| is_quote(*letter) && head.is_empty());
        let (value, tail, quoted) = match quote {
            // To the closing quote, or to the end while it is not typed yet.
            Some(quote) => {
                let inside = after.get(quote.len_utf8()..).unwrap_or_default();
                let close = inside.find(is_quote).unwrap_or(inside.len());
                let (value, tail) = inside.split_at_checked(close).unwrap_or((inside, ""));
                let width = tail.chars().next().map_or(0, char::len_utf8);
                (value, tail.get(width..).unwrap_or_default(), true)
            }
            None => {
                let width = after.chars().next().map_or(0, char::len_utf8);
                (head, after.get(width..).unwrap_or_default(), false)
            }
        };
        found.push(Token { filter, value: value.to_owned(), quoted });
        rest = tail.trim_start();
    }
    found
}

/// The filter that a token begins with, and what follows it.
fn filter_of(token: &str) -> (Option<Filter>, &str) {
    let Some((key, value)) = token.split_once([':', '：']) else { return (None, token) };
    let key = spell(key);
    match FILTERS.iter().find(|(_, names)| names.contains(&key.as_str())) {
        Some((filter, _)) => (Some(*filter), value),
        None => (None, token),
    }
}

fn words_of(value: &str, quoted: bool, words: &mut Vec<Word>) {
    let mut add = |needles: Vec<String>| {
        let known = words.iter().any(|word| word.needles == needles);
        if !needles.is_empty() && !known && words.len() < MAX_WORDS {
            words.push(Word { needles });
        }
    };
    if quoted {
        return add(needles(value));
    }
    let is_of_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-' | '.' | '/' | '(' | ')');
    let plain = spell(value);
    if plain.bytes().any(|byte| byte.is_ascii_digit()) && plain.chars().all(is_of_number) {
        // A number in whatever grouping: each group of digits is a part of it.
        plain
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .for_each(|part| add(digits(part)));
    } else if plain.contains('@') {
        add(needles(value));
    } else {
        value.split(['-', '‐', '‑', '–', '—']).for_each(|part| add(needles(part)));
    }
}

/// As it is dialled within its country a number begins with zeros that its international form does not have.
fn digits(part: &str) -> Vec<String> {
    let mut needles = vec![part.to_owned()];
    let without = part.trim_start_matches('0');
    if without.len() < part.len() && without.len() >= 3 {
        needles.push(without.to_owned());
    }
    needles
}

/// The spellings that are meant, without the signs around them.
fn needles(value: &str) -> Vec<String> {
    let mut needles: Vec<String> = Vec::new();
    for spelling in spellings(value) {
        let inner = |letter: char| !letter.is_alphanumeric();
        let text = spelling
            .text
            .trim_end_matches(inner)
            .trim_start_matches(|letter| inner(letter) && letter != '@' && letter != '+');
        if !text.is_empty() && !needles.iter().any(|known| known == text) {
            needles.push(text.to_owned());
        }
    }
    needles
}

/// A year, a month of one (`2026-11`) or a day (`2026-11-24`).
fn days(value: &str) -> Option<Days> {
    let plain = spell(value);
    let mut parts = plain.trim_end_matches('-').split('-');
    let year = parts.next().filter(|text| text.len() == 4)?.parse().ok()?;
    let mut next = || parts.next().map(|text| text.parse::<u32>().ok().filter(|_| text.len() <= 2));
    let (month, day) = (next(), next());
    let (from, until) = match (month, day) {
        (None, _) => (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year.checked_add(1)?, 1, 1)?),
        (Some(month), None) => {
            let from = NaiveDate::from_ymd_opt(year, month?, 1)?;
            (from, from.checked_add_months(chrono::Months::new(1))?)
        }
        (Some(month), Some(day)) => {
            let from = NaiveDate::from_ymd_opt(year, month?, day?)?;
            (from, from.checked_add_days(CivilDays::new(1))?)
        }
    };
    (parts.next().is_none() && (1..=9998).contains(&from.year())).then_some(Days { from, until })
}

/// The channels whose name begins so; the one of exactly that name alone.
fn channels(value: &str) -> Vec<ChannelKind> {
    let typed = spell(value);
    let names = |kind: &ChannelKind| [spell(kind.slug()), spell(kind.name())];
    let exact: Vec<ChannelKind> = ChannelKind::from_word(value.trim()).into_iter().collect();
    if !exact.is_empty() {
        return exact;
    }
    ChannelKind::all().filter(|kind| names(kind).iter().any(|name| name.starts_with(&typed))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Query::parse(text).words.into_iter().map(|word| word.needles.join("|")).collect()
    }

    #[test]
    fn words_are_split_folded_and_freed_of_signs() {
        for (text, expected) in [
            ("Rao, Priya", vec!["rao", "priya"]),
            ("  ", vec![]),
            ("… - , #", vec![]),
            ("rao RÁO", vec!["rao"]),
            ("Turner-Hill", vec!["turner", "hill"]),
            ("O’Brien", vec!["obrien"]),
            ("Müller", vec!["muller|mueller"]),
            ("@priya", vec!["@priya"]),
            ("ana-silva@acme.example", vec!["ana-silva@acme.example"]),
            ("+1 (514) 555-0142", vec!["1", "514", "555", "0142|142"]),
            ("514.555.0142", vec!["514", "555", "0142|142"]),
            ("07700 900123", vec!["07700|7700", "900123"]),
            ("\"van den berg\" x", vec!["van den berg", "x"]),
            ("„van den“ x", vec!["van den", "x"]),
            ("“van de", vec!["van de"]),
            ("https://acme.example", vec!["https://acme.example"]),
            ("王小明", vec!["王小明"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
        assert_eq!(words(&"a b c d e f g h i j k l m n o p".repeat(50)).len(), MAX_WORDS);
    }

    #[test]
    fn filters_are_read_in_five_languages() {
        for text in [
            "dana event:rust met:2026-11 channel:whatsapp promise:slides",
            "dana événement:rust rencontré:2026-11 canal:whatsapp promesse:slides",
            "dana evento:rust conocí:2026-11 canal:WhatsApp promesa:slides",
            "dana Veranstaltung:rust getroffen:2026-11 Kanal:whats promise:slides",
            "dana evento：rust conheci:2026-11- canal:wa promessa:\"slides\"",
        ] {
            let query = Query::parse(text);
            let needles = |words: &[Word]| words.iter().map(|word| word.needles.join("|")).collect::<Vec<_>>();
            assert_eq!(needles(&query.words), ["dana"], "{text}");
            assert_eq!(needles(&query.events), ["rust"], "{text}");
            assert_eq!(needles(&query.promises), ["slides"], "{text}");
            let day = |text: &str| text.parse::<NaiveDate>().unwrap();
            assert_eq!(query.met, [Days { from: day("2026-11-01"), until: day("2026-12-01") }], "{text}");
            assert_eq!(query.channels, [vec![ChannelKind::WhatsApp]], "{text}");
            assert_eq!(query.faults, [], "{text}");
        }
    }

    #[test]
    fn a_value_may_be_quoted_or_not_be_there_yet() {
        let query = Query::parse("event:\"Rust Conf\" met: channel: event: promise:");
        assert_eq!(query.events, [Word { needles: vec!["rust conf".into()] }]);
        assert_eq!((query.words.len(), query.met.len(), query.channels.len(), query.promises.len()), (0, 0, 0, 0));
        assert!(Query::parse("met: channel:").is_empty());
    }

    #[test]
    fn years_months_and_days_are_times() {
        let of = |text: &str| {
            let query = Query::parse(&format!("met:{text}"));
            query.met.first().map(|days| format!("{} {}", days.from, days.until))
        };
        assert_eq!(of("2026").as_deref(), Some("2026-01-01 2027-01-01"));
        assert_eq!(of("2026-12").as_deref(), Some("2026-12-01 2027-01-01"));
        assert_eq!(of("2026-2").as_deref(), Some("2026-02-01 2026-03-01"));
        assert_eq!(of("2024-02-29").as_deref(), Some("2024-02-29 2024-03-01"));
        for wrong in ["20", "2026-13", "2026-02-30", "yesterday", "2026-11-24-1", "99999", "9999"] {
            let query = Query::parse(&format!("met:{wrong}"));
            assert_eq!((query.met.len(), query.faults), (0, vec![Fault::NoDate(wrong.into())]), "{wrong}");
        }
    }

    #[test]
    fn a_channel_is_known_by_how_its_name_begins() {
        assert_eq!(Query::parse("channel:te").channels, [vec![ChannelKind::Teams, ChannelKind::Telegram]]);
        assert_eq!(Query::parse("channel:pigeon").faults, [Fault::NoChannel("pigeon".into())]);
    }
}
