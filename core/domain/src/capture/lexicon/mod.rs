//! The words of the five languages: one data file each, joined into one table that is asked once a word.
//!
//! Every list is one text with `|` between its entries. An entry may be several words; case, accents, hyphens,
//! apostrophes and dots make no difference when it is looked for.

mod de;
mod en;
mod es;
mod fr;
mod pt;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::channel::ChannelKind;
use crate::fold::fold;
use crate::locale::Language;

/// What one language contributes. See `en.rs` for the lists filled in.
pub(super) struct Words {
    pub(super) language: Language,
    /// Monday first.
    pub(super) weekdays: [&'static str; 7],
    /// Short forms that mean other things elsewhere: read only in a line of this language. Monday first.
    pub(super) short_weekdays: [&'static str; 7],
    /// January first.
    pub(super) months: [&'static str; 12],
    /// Words for a day counted from today.
    pub(super) days: &'static [(i32, &'static str)],
    /// Numbers as words.
    pub(super) numbers: &'static [(u32, &'static str)],
    /// "day", "week", "month", "year".
    pub(super) units: [&'static str; 4],
    pub(super) weekend: &'static str,
    pub(super) end_of: &'static str,
    /// "in" as in "in two weeks".
    pub(super) within: &'static str,
    /// "from now", after a number of days.
    pub(super) from_now: &'static str,
    /// Before a week, month or weekday.
    pub(super) next: &'static str,
    /// After a week, month or weekday.
    pub(super) next_after: &'static str,
    /// After a weekday: the one a week later.
    pub(super) week_later: &'static str,
    /// "this" before a weekday.
    pub(super) this: &'static str,
    pub(super) last: &'static str,
    /// What may stand before a date and belongs to it.
    pub(super) on: &'static str,
    /// Between day and month: "of", "de".
    pub(super) of: &'static str,
    /// Endings of ordinal numbers.
    pub(super) ordinal: &'static str,
    /// Makes what follows come back again and again.
    pub(super) every: &'static str,
    /// Recurrence in one word.
    pub(super) recurring: &'static str,
    /// The sentence is about a follow-up and nothing else.
    pub(super) follow_up: &'static str,
    /// An act that is a follow-up when a date stands beside it.
    pub(super) meet: &'static str,
    /// No follow-up at all.
    pub(super) never: &'static str,
    /// Says that a date is somebody's business but no follow-up.
    pub(super) about_them: &'static str,
    /// They wish the channel that comes next.
    pub(super) prefers: &'static str,
    /// They wish the channel that came before.
    pub(super) preferred: &'static str,
    /// They refuse the channel that comes next.
    pub(super) refuses: &'static str,
    /// They refuse the channel that came before.
    pub(super) refused: &'static str,
    /// "rather than": what follows is only compared.
    pub(super) over: &'static str,
    /// Little words between a wish, a channel and its address.
    pub(super) filler: &'static str,
    /// "and", "or", "nor".
    pub(super) and: &'static str,
    /// Before a clock time.
    pub(super) after: &'static str,
    pub(super) before: &'static str,
    pub(super) between: &'static str,
    /// After a number: it is an hour.
    pub(super) hour: &'static str,
    /// From and until, in hours.
    pub(super) parts_of_day: &'static [(u32, u32, &'static str)],
    /// The words of this language for channels.
    pub(super) channels: &'static [(ChannelKind, &'static str)],
    /// Words before a mobile number: it may serve any messenger.
    pub(super) mobile: &'static str,
    /// Before the extension of a number.
    pub(super) extension: &'static str,
    /// How "@" and "." and their like are spoken.
    pub(super) spoken: &'static [(char, &'static str)],
    /// Leads to the name of the person.
    pub(super) met: &'static str,
    /// Leads to the event.
    pub(super) met_at: &'static str,
    /// Place words: an event or an organisation, by what follows.
    pub(super) at: &'static str,
    /// Leads to the organisation.
    pub(super) works_at: &'static str,
    /// Says that something is an event.
    pub(super) events: &'static str,
    /// Says that something is an organisation.
    pub(super) orgs: &'static str,
    /// Says that something is a role.
    pub(super) roles: &'static str,
    /// "he", "she": a new statement begins.
    pub(super) subjects: &'static str,
    /// I promised what follows.
    pub(super) promise_me: &'static str,
    /// They promised what follows.
    pub(super) promise_them: &'static str,
    /// Things that are sent to people one has just met.
    pub(super) things: &'static str,
    /// "the", "a".
    pub(super) articles: &'static str,
    pub(super) honorifics: &'static str,
    /// Inside a family name, in lower case.
    pub(super) particles: &'static str,
    /// Greetings and closings of letters, which are no names.
    pub(super) closings: &'static str,
    /// Leads to what was talked about.
    pub(super) talked: &'static str,
    /// Other common words: no name, and a sign of the language.
    pub(super) common: &'static str,
    /// Given names: they tell "Rao, Priya" from "Priya, Acme".
    pub(super) given: &'static str,
}

/// What a word or phrase may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// 0 is Monday.
    Weekday(u8),
    /// As `Weekday`, in a line of that language only.
    ShortWeekday(u8),
    /// 1 is January.
    Month(u32),
    Day(i32),
    Count(u32),
    Unit(Unit),
    Weekend,
    EndOf,
    Within,
    FromNow,
    Next,
    NextAfter,
    WeekLater,
    This,
    Last,
    On,
    Of,
    Ordinal,
    Every,
    Recurring,
    FollowUp,
    Meet,
    Never,
    AboutThem,
    Prefers,
    Preferred,
    Refuses,
    Refused,
    Over,
    Filler,
    And,
    After,
    Before,
    Between,
    Hour,
    PartOfDay(u32, u32),
    Channel(ChannelKind),
    Mobile,
    Extension,
    Spoken(char),
    Met,
    MetAt,
    At,
    WorksAt,
    Event,
    Org,
    Role,
    Subject,
    PromiseMe,
    PromiseThem,
    Thing,
    Article,
    Honorific,
    Particle,
    Closing,
    Talked,
    Common,
    Given,
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// One entry under its first word.
pub(super) struct Entry {
    /// The words after the first, folded.
    pub(super) rest: Vec<String>,
    pub(super) sense: Sense,
    pub(super) language: Option<Language>,
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits: the words are short and the table is fixed, so that nobody can flood it.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The joined table.
pub(super) struct Lexicon {
    entries: HashMap<String, Vec<Entry>, BuildHasherDefault<Fnv>>,
}

/// All languages at once; built on the first call.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

impl Lexicon {
    /// What begins with a folded word, longest first.
    pub(super) fn starting_with(&self, folded: &str) -> &[Entry] {
        self.entries.get(folded).map(Vec::as_slice).unwrap_or_default()
    }

    fn build() -> Self {
        let mut lexicon = Self { entries: HashMap::with_capacity_and_hasher(4096, BuildHasherDefault::default()) };
        for kind in ChannelKind::all() {
            let facts = kind.facts();
            for word in [facts.slug, facts.name].into_iter().chain(facts.words.iter().copied()) {
                lexicon.add(word, Sense::Channel(kind), None);
            }
        }
        for words in [&en::WORDS, &fr::WORDS, &es::WORDS, &de::WORDS, &pt::WORDS] {
            lexicon.add_language(words);
        }
        for entries in lexicon.entries.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        lexicon
    }

    fn add(&mut self, list: &str, sense: Sense, language: Option<Language>) {
        for phrase in list.split('|') {
            let folded = fold(phrase);
            let mut words = split_words(&folded);
            let Some(first) = words.next() else { continue };
            let rest: Vec<String> = words.map(str::to_owned).collect();
            let entries = self.entries.entry(first.to_owned()).or_default();
            if !entries.iter().any(|known| known.rest == rest && known.sense == sense && known.language == language) {
                entries.push(Entry { rest, sense, language });
            }
        }
    }

    fn add_language(&mut self, words: &Words) {
        let language = Some(words.language);
        for (day, list) in (0..).zip(words.weekdays) {
            self.add(list, Sense::Weekday(day), language);
        }
        for (day, list) in (0..).zip(words.short_weekdays) {
            self.add(list, Sense::ShortWeekday(day), language);
        }
        for (month, list) in (1..).zip(words.months) {
            self.add(list, Sense::Month(month), language);
        }
        for (days, list) in words.days {
            self.add(list, Sense::Day(*days), language);
        }
        for (number, list) in words.numbers {
            self.add(list, Sense::Count(*number), language);
        }
        for (unit, list) in [Unit::Day, Unit::Week, Unit::Month, Unit::Year].into_iter().zip(words.units) {
            self.add(list, Sense::Unit(unit), language);
        }
        for (from, until, list) in words.parts_of_day {
            self.add(list, Sense::PartOfDay(*from, *until), language);
        }
        for (kind, list) in words.channels {
            self.add(list, Sense::Channel(*kind), language);
        }
        for (letter, list) in words.spoken {
            self.add(list, Sense::Spoken(*letter), language);
        }
        for (list, sense) in [
            (words.weekend, Sense::Weekend),
            (words.end_of, Sense::EndOf),
            (words.within, Sense::Within),
            (words.from_now, Sense::FromNow),
            (words.next, Sense::Next),
            (words.next_after, Sense::NextAfter),
            (words.week_later, Sense::WeekLater),
            (words.this, Sense::This),
            (words.last, Sense::Last),
            (words.on, Sense::On),
            (words.of, Sense::Of),
            (words.ordinal, Sense::Ordinal),
            (words.every, Sense::Every),
            (words.recurring, Sense::Recurring),
            (words.follow_up, Sense::FollowUp),
            (words.meet, Sense::Meet),
            (words.never, Sense::Never),
            (words.about_them, Sense::AboutThem),
            (words.prefers, Sense::Prefers),
            (words.preferred, Sense::Preferred),
            (words.refuses, Sense::Refuses),
            (words.refused, Sense::Refused),
            (words.over, Sense::Over),
            (words.filler, Sense::Filler),
            (words.and, Sense::And),
            (words.after, Sense::After),
            (words.before, Sense::Before),
            (words.between, Sense::Between),
            (words.hour, Sense::Hour),
            (words.mobile, Sense::Mobile),
            (words.extension, Sense::Extension),
            (words.met, Sense::Met),
            (words.met_at, Sense::MetAt),
            (words.at, Sense::At),
            (words.works_at, Sense::WorksAt),
            (words.events, Sense::Event),
            (words.orgs, Sense::Org),
            (words.roles, Sense::Role),
            (words.subjects, Sense::Subject),
            (words.promise_me, Sense::PromiseMe),
            (words.promise_them, Sense::PromiseThem),
            (words.things, Sense::Thing),
            (words.articles, Sense::Article),
            (words.honorifics, Sense::Honorific),
            (words.particles, Sense::Particle),
            (words.closings, Sense::Closing),
            (words.talked, Sense::Talked),
            (words.common, Sense::Common),
            (words.given, Sense::Given),
        ] {
            self.add(list, sense, language);
        }
    }
}

/// The words of a folded phrase, split as a line is.
fn split_words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
