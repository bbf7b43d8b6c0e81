//! What is told of each token to weigh its readings by. Every feature is a number: most are counted through, from how a
//! token is written and what the lexicons say of it and its neighbours; the words themselves go by their hash.

use std::hash::Hasher;

use super::super::dates::{Date, Reading};
use super::super::lexicon::{Fnv, Sense, Senses};
use super::super::line::Line;
use super::super::mail::Mail;
use super::super::tokens::{Case, Kind};

/// One feature of a token. Below [`COUNTED`] they are counted through; above are hashes of words.
pub(super) type Feature = u32;

// ---- what is told of a token alone: its attributes

/// A phrase is one word, begins, or goes on.
const FORMS: u16 = 3;
const SENSES: u16 = Sense::KINDS * FORMS;
const CASES: u16 = 4;
const KIND: u16 = SENSES + CASES;
/// Marks with an attribute of their own; all others share one.
const MARKS: &str = ",.;:/-–—|•·()@'’\"“”«»&+#=!?*_<>→[]…";
const NUMBER: u16 = KIND + 40;
const FLAGS: u16 = NUMBER + 4;
const DATES: u16 = FLAGS + 10;
const OUTSIDE: u16 = DATES + 4;
const ATTRIBUTES: u16 = OUTSIDE + 2;

// ---- where the kinds of features begin

/// Tokens before and behind that are told as well.
const REACH: usize = 3;
const SLOTS: u16 = 2 * REACH as u16 + 1;
const WINDOW: u16 = 0;
/// How it is written, and whether the line knows capitals.
const WRITINGS: u16 = CASES * 2;
const CASED: u16 = WINDOW + SLOTS * ATTRIBUTES;
const BEFORE: u16 = CASED + SENSES * WRITINGS;
const BEHIND: u16 = BEFORE + ATTRIBUTES * CASES * 2;
const CLAUSE: u16 = BEHIND + ATTRIBUTES * CASES;
const PLACE: u16 = CLAUSE + TELLING.len() as u16 * (CASES + 1);
const SHAPE: u16 = PLACE + 64;
/// How many features are counted through.
pub(super) const COUNTED: u16 = SHAPE + 5 * 5 * 5 * 2;

/// Meanings that tell something about the whole clause they stand in.
const TELLING: [Sense; 12] = [
    Sense::Event,
    Sense::Occasion,
    Sense::Org,
    Sense::LegalForm,
    Sense::Role,
    Sense::Given,
    Sense::Met,
    Sense::MetAt,
    Sense::At,
    Sense::WorksAt,
    Sense::Leads,
    Sense::Spot,
];

/// All that is told of the tokens of a line.
pub(super) struct Features<'a> {
    line: &'a Line<'a>,
    /// The attributes of all tokens, and where each token's begin.
    attributes: Vec<u16>,
    first: Vec<u32>,
    /// Of each clause, which of [`TELLING`] stand in it.
    clauses: Vec<u16>,
    /// The words, by their hash, where they are in a lexicon or short; nothing else of them is told but their ends.
    words: Vec<u64>,
    /// Whether no word of the line begins with a capital.
    small: bool,
}

impl<'a> Features<'a> {
    pub(super) fn new(line: &'a Line<'a>, dates: &[Date], mail: &Mail) -> Self {
        let count = line.len();
        let mut features = Self {
            line,
            attributes: Vec::with_capacity(count * 6),
            first: Vec::with_capacity(count + 1),
            clauses: Vec::with_capacity(line.clauses.len()),
            words: Vec::with_capacity(count),
            small: !(0..count).any(|at| !line.is_taken(at) && line.case(at) == Case::Title),
        };
        let mut phrases = Phrases::default();
        for at in 0..count {
            features.first.push(features.attributes.len() as u32);
            features.describe(at, &mut phrases, dates, mail);
            let folded = line.folded(at);
            let told = !folded.is_empty() && (folded.len() <= 4 || line.is_listed(at));
            features.words.push(if told { hash(folded) } else { 0 });
        }
        features.first.push(features.attributes.len() as u32);
        for clause in &line.clauses {
            let told = |sense: Sense| clause.clone().any(|at| line.is(at, sense));
            let bits = TELLING.into_iter().zip(0u16..).filter(|(sense, _)| told(*sense));
            features.clauses.push(bits.fold(0, |all, (_, bit)| all | 1 << bit));
        }
        features
    }

    fn describe(&mut self, at: usize, phrases: &mut Phrases, dates: &[Date], mail: &Mail) {
        let line = self.line;
        let known = self.attributes.len();
        phrases.tell(line, at, &mut self.attributes);
        let nothing = known == self.attributes.len();
        let Some(token) = line.token(at) else { return };
        match token.kind {
            Kind::Word => self.attributes.extend([KIND, SENSES + written(token.case)]),
            Kind::Number => self.attributes.push(NUMBER + number(line, at)),
            Kind::Mark(mark) => {
                let place = MARKS.chars().zip(2..).find(|(known, _)| *known == mark).map_or(1, |(_, place)| place);
                self.attributes.push(KIND + place);
            }
        }
        if let Some(date) = dates.iter().find(|date| date.range.start == at) {
            self.attributes.push(DATES + reading(date));
        }
        let word = token.kind == Kind::Word;
        let length = line.folded(at).len();
        let taken = line.is_taken(at);
        let flags = [
            taken,
            dates.iter().any(|date| date.range.contains(&at)),
            line.clause(at).start == at,
            !token.spaced,
            token.new_line,
            word && mail.is_at(line, at),
            word && mail.names(line, at),
            word && nothing && !taken,
            word && length <= 1,
            word && line.is_compound(at),
        ];
        self.attributes.extend(flags.into_iter().zip(FLAGS..).filter(|(holds, _)| *holds).map(|(_, flag)| flag));
    }

    fn attributes(&self, at: usize) -> &[u16] {
        let place = |at: usize| self.first.get(at).map_or(self.attributes.len(), |place| *place as usize);
        self.attributes.get(place(at)..place(at + 1)).unwrap_or_default()
    }

    /// Every feature of a token, each once.
    pub(super) fn of(&self, at: usize, features: &mut Vec<Feature>) {
        features.clear();
        let line = self.line;
        let own = self.attributes(at);
        let written = written(line.case(at));
        let writing = written * 2 + u16::from(self.small);
        let unknown = u16::from(own.contains(&(FLAGS + 7)));
        let told = |base: u16, attribute: &u16, times: u16, more: u16| Feature::from(base + attribute * times + more);
        for slot in 0..SLOTS {
            match (at + usize::from(slot)).checked_sub(REACH) {
                None => features.push(told(WINDOW, &OUTSIDE, SLOTS, slot)),
                Some(place) if place >= line.len() => features.push(told(WINDOW, &(OUTSIDE + 1), SLOTS, slot)),
                Some(place) => {
                    features
                        .extend(self.attributes(place).iter().map(|attribute| told(WINDOW, attribute, SLOTS, slot)));
                }
            }
        }
        let senses = own.iter().filter(|attribute| **attribute < SENSES);
        features.extend(senses.map(|sense| told(CASED, sense, WRITINGS, writing)));
        let before = at.checked_sub(1).map(|before| self.attributes(before)).unwrap_or_default();
        features.extend(before.iter().map(|attribute| told(BEFORE, attribute, CASES * 2, written * 2 + unknown)));
        let behind = self.attributes(at + 1);
        features.extend(behind.iter().map(|attribute| told(BEHIND, attribute, CASES, written)));
        let index = line.clause_index(at);
        let clause = line.clauses.get(index).cloned().unwrap_or(at..at + 1);
        let telling = self.clauses.get(index).copied().unwrap_or_default();
        for bit in (0..TELLING.len() as u16).filter(|bit| telling & 1 << bit != 0) {
            features.extend([0, 1 + written].map(|more| told(CLAUSE, &bit, CASES + 1, more)));
        }
        let shape = |at: Option<usize>| at.filter(|at| line.is_word(*at)).map_or(4, |at| self::written(line.case(at)));
        let shapes = (shape(at.checked_sub(1)) * 5 + shape(Some(at))) * 5 + shape(Some(at + 1));
        let places = [
            PLACE,
            PLACE + 1 + at.min(4) as u16,
            PLACE + 6 + (at - clause.start.min(at)).min(4) as u16,
            PLACE + 11 + clause.len().min(6) as u16,
            PLACE + 18 + index.min(4) as u16,
            PLACE + 23 + line.context.mode as u16 * 2 + u16::from(self.small),
            PLACE + 31 + line.language as u16 * CASES + written,
            SHAPE + shapes * 2 + u16::from(self.small),
        ];
        features.extend(places.map(Feature::from));
        for slot in 0..5u8 {
            let place = (at + usize::from(slot)).checked_sub(2);
            let word = place.and_then(|place| self.words.get(place)).filter(|hash| **hash != 0);
            features.extend(word.map(|hash| feature(slot, *hash)));
        }
        let folded = line.folded(at);
        for (slot, length) in [(5, 2), (6, 3)] {
            let start = folded.char_indices().rev().nth(length - 1);
            features.extend(start.map(|(start, _)| feature(slot, hash(folded.get(start..).unwrap_or_default()))));
        }
    }
}

/// The phrases that a token may stand in the middle of.
#[derive(Default)]
struct Phrases(Vec<(usize, u16)>);

impl Phrases {
    /// What a token means as a word, as the beginning of a phrase, and inside one that began before.
    fn tell(&mut self, line: &Line, at: usize, attributes: &mut Vec<u16>) {
        let mut told = [Senses::default(); FORMS as usize];
        self.0.retain(|(end, _)| *end > at);
        for (_, kind) in &self.0 {
            attributes.push(kind * FORMS + 2);
        }
        line.each_sense(at, |sense, end| {
            let long = end > at + 1;
            let Some(seen) = told.get_mut(usize::from(long)) else { return };
            if seen.has(sense) {
                return;
            }
            *seen = seen.with(sense);
            attributes.push(sense.kind() * FORMS + u16::from(long));
            if long && !self.0.iter().any(|(_, kind)| *kind == sense.kind()) {
                self.0.push((end, sense.kind()));
            }
        });
    }
}

fn written(case: Case) -> u16 {
    match case {
        Case::None => 0,
        Case::Lower => 1,
        Case::Title => 2,
        Case::Upper => 3,
    }
}

/// A day to come, a weekday alone, one that can be read in two ways, or none that can be meant.
fn reading(date: &Date) -> u16 {
    match date.reading {
        Reading::Day(_) => u16::from(date.only_weekday),
        Reading::Doubtful(_) | Reading::Ambiguous(_) => 2,
        Reading::Past | Reading::NoSuch => 3,
    }
}

/// A year, two digits, one, or any other number.
fn number(line: &Line, at: usize) -> u16 {
    match (line.digits(at), line.number(at)) {
        (4, Some(1990..=2099)) => 0,
        (2, _) => 1,
        (1, _) => 2,
        _ => 3,
    }
}

fn hash(word: &str) -> u64 {
    let mut hash = Fnv::default();
    hash.write(word.as_bytes());
    hash.finish()
}

/// A word at one of the places it is told of.
fn feature(slot: u8, hash: u64) -> Feature {
    // Fibonacci hashing (Knuth, volume 3, 6.4): the upper half of the product depends on all of the hash.
    let mixed = (hash ^ u64::from(slot)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    (mixed as Feature).max(COUNTED.into())
}
