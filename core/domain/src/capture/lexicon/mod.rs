//! The words of the five languages: one text file each (`README.md` beside them says how they are written), joined into
//! one table that is asked once a word.

mod file;
mod sense;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

pub(super) use sense::{Sense, Senses, Unit};

use crate::channel::ChannelKind;
use crate::fold::fold;
use crate::locale::Language;
use crate::order::order_by_key;
use crate::packed;

/// The files, each of one language, packed.
static FILES: [(Language, &[u8]); 5] = [
    (Language::En, include_bytes!(concat!(env!("OUT_DIR"), "/en.txt"))),
    (Language::Fr, include_bytes!(concat!(env!("OUT_DIR"), "/fr.txt"))),
    (Language::Es, include_bytes!(concat!(env!("OUT_DIR"), "/es.txt"))),
    (Language::De, include_bytes!(concat!(env!("OUT_DIR"), "/de.txt"))),
    (Language::Pt, include_bytes!(concat!(env!("OUT_DIR"), "/pt.txt"))),
];

/// The text of each file, without its comments.
fn files() -> impl Iterator<Item = (Language, String)> {
    FILES.into_iter().map(|(language, packed)| (language, packed::text(packed)))
}

/// One entry under its first word.
pub(super) struct Entry {
    /// The words after the first, folded.
    pub(super) rest: Vec<String>,
    pub(super) sense: Sense,
    pub(super) language: Option<Language>,
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits: the words are short and the table is fixed, so that nobody can flood it.
pub(super) struct Fnv(u64);

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

    /// What is a hash itself is mixed once.
    fn write_u32(&mut self, hash: u32) {
        self.0 = (self.0 ^ u64::from(hash)).wrapping_mul(0x0100_0000_01b3);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// What a word means by its end.
struct Ending {
    /// Folded.
    text: String,
    sense: Sense,
    language: Language,
    /// Whether the ending has to begin with a capital: "PyCon", not "Falcon".
    capital: bool,
}

type Table<K, T> = HashMap<K, T, BuildHasherDefault<Fnv>>;

/// The joined table.
pub(super) struct Lexicon {
    entries: Table<String, Vec<Entry>>,
    /// Under the bytes that all of them end in, longest first: most words have none.
    endings: Table<[u8; SHORTEST_ENDING], Vec<Ending>>,
}

/// Bytes of the shortest ending; at least two more stand before any.
const SHORTEST_ENDING: usize = 3;

/// All languages at once; built on the first call.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

impl Lexicon {
    /// What begins with a folded word, longest first.
    pub(super) fn starting_with(&self, folded: &str) -> &[Entry] {
        self.entries.get(folded).map(Vec::as_slice).unwrap_or_default()
    }

    /// What the end of a word says of one that is in no list, as it is written and folded.
    pub(super) fn by_ending(&self, word: &str, folded: &str) -> Option<(Sense, Language)> {
        let endings = self.endings.get(folded.as_bytes().last_chunk()?)?;
        let capital = |length: usize| word.chars().rev().nth(length - 1).is_some_and(char::is_uppercase);
        let found = endings.iter().find(|ending| {
            let length = ending.text.len();
            folded.len() >= length + 2 && folded.ends_with(&ending.text) && (!ending.capital || capital(length))
        })?;
        Some((found.sense, found.language))
    }

    fn build() -> Self {
        let mut lexicon = Self {
            entries: HashMap::with_capacity_and_hasher(8192, BuildHasherDefault::default()),
            endings: HashMap::with_hasher(BuildHasherDefault::default()),
        };
        for kind in ChannelKind::all() {
            let facts = kind.facts();
            for word in [facts.slug, facts.name].into_iter().chain(facts.words.iter().copied()) {
                lexicon.add(word, Sense::Channel(kind), None);
            }
        }
        for (language, text) in files() {
            for (phrase, sense) in file::entries(&text) {
                match sense {
                    Sense::RoleEnding => lexicon.add_ending(phrase, Sense::Role, language),
                    Sense::ThingEnding => lexicon.add_ending(phrase, Sense::Thing, language),
                    Sense::OrgEnding => lexicon.add_ending(phrase, Sense::Org, language),
                    Sense::EventEnding => lexicon.add_ending(phrase, Sense::Event, language),
                    _ => lexicon.add(phrase, sense, Some(language)),
                }
            }
        }
        for endings in lexicon.endings.values_mut() {
            order_by_key(endings, |ending| std::cmp::Reverse(ending.text.len()));
        }
        for entries in lexicon.entries.values_mut() {
            order_by_key(entries, |entry| std::cmp::Reverse(entry.rest.len()));
        }
        lexicon
    }

    fn add_ending(&mut self, phrase: &str, sense: Sense, language: Language) {
        let capital = phrase.starts_with(char::is_uppercase);
        let text = fold(phrase);
        let Some(last) = text.as_bytes().last_chunk().copied() else { return };
        let endings = self.endings.entry(last).or_default();
        endings.retain(|known| known.text != text);
        endings.push(Ending { text, sense, language, capital });
    }

    fn add(&mut self, phrase: &str, sense: Sense, language: Option<Language>) {
        let folded = fold(phrase);
        let mut words = split_words(&folded);
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.map(str::to_owned).collect();
        let entries = self.entries.entry(first.to_owned()).or_default();
        if !entries.iter().any(|known| known.rest == rest && known.sense == sense && known.language == language) {
            entries.push(Entry { rest, sense, language });
        }
    }
}

/// The words of a folded phrase, split as a line is.
fn split_words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
