//! Knowing a text again without keeping it.
//!
//! A text is cut into runs of three words ("shingles"), each of which becomes a number of 32 bits. Two texts are nearly
//! the same where they share most of their runs (Broder, "On the resemblance and containment of documents", 1997). No
//! language is known to it; names and numbers are masked, since they differ in what is otherwise the same message.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use crate::fold::fold;

/// Words in a run.
const RUN: usize = 3;

/// No more runs than this are kept: the smallest, which are as good a sample as any of a long text.
const MOST: usize = 256;

/// Texts that share at least this part of their runs are nearly the same: four sentences of which one differs.
const NEARLY: f64 = 0.6;

/// What a text is known by again: numbers, sorted and distinct.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Trace(Vec<u32>);

impl Trace {
    /// Of a text to somebody of that name.
    pub fn of(text: &str, name: &str) -> Self {
        let name = fold(name);
        let names: Vec<&str> = name.unicode_words().collect();
        let text = fold(text);
        let words: Vec<&str> = text
            .unicode_words()
            .map(|word| {
                if word.chars().any(char::is_numeric) {
                    "#"
                } else if names.contains(&word) {
                    "@"
                } else {
                    word
                }
            })
            .collect();
        let mut runs: BTreeSet<u32> = words.windows(RUN).map(number).collect();
        if runs.is_empty() && !words.is_empty() {
            runs.insert(number(&words));
        }
        Self(runs.into_iter().take(MOST).collect())
    }

    /// From what was stored; order and doubles do not matter.
    pub fn from_numbers(numbers: impl IntoIterator<Item = u32>) -> Self {
        let runs: BTreeSet<u32> = numbers.into_iter().collect();
        Self(runs.into_iter().collect())
    }

    /// The numbers, as stored.
    pub fn numbers(&self) -> &[u32] {
        &self.0
    }

    /// Whether nothing is known of the text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the two texts are nearly the same. An empty one is like no other.
    pub fn is_nearly(&self, other: &Self) -> bool {
        // Both are sorted: one walk through the two.
        let (mut shared, mut mine, mut theirs) = (0, self.0.as_slice(), other.0.as_slice());
        while let ([my_run, my_rest @ ..], [their_run, their_rest @ ..]) = (mine, theirs) {
            shared += usize::from(my_run == their_run);
            (mine, theirs) = match my_run.cmp(their_run) {
                std::cmp::Ordering::Less => (my_rest, theirs),
                std::cmp::Ordering::Equal => (my_rest, their_rest),
                std::cmp::Ordering::Greater => (mine, their_rest),
            };
        }
        let all = self.0.len() + other.0.len() - shared;
        // Counts of at most a few hundred.
        shared > 0 && shared as f64 >= NEARLY * all as f64
    }
}

/// FNV-1a (Fowler, Noll, Vo), 32 bits: the same on every machine and in every version, as it is stored.
fn number(words: &[&str]) -> u32 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain(std::iter::once(0)));
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRIYA: &str = "Hi Priya, Ana here, we met at RustConf on 23 November. As promised, here are the slides. How \
                         would you like to stay in touch?";

    #[test]
    fn the_same_message_to_another_person_is_nearly_the_same() {
        let tom = PRIYA.replace("Priya", "Tom").replace("23", "24");
        assert!(Trace::of(PRIYA, "Priya Rao").is_nearly(&Trace::of(&tom, "Tom Ode")));
        let recased = tom.to_uppercase().replace(',', " –");
        assert!(Trace::of(PRIYA, "Priya Rao").is_nearly(&Trace::of(&recased, "Tom Ode")));
    }

    #[test]
    fn one_true_sentence_makes_it_another_message() {
        let other = "Hi Tom, Ana here, we met at RustConf. Your story of the lighthouse keeper made me read up on Fresnel \
                     lenses last night. Would you send me the name of that museum? How would you like to stay in touch?";
        assert!(!Trace::of(PRIYA, "Priya Rao").is_nearly(&Trace::of(other, "Tom Ode")));
    }

    #[test]
    fn every_script_counts_and_an_empty_text_is_like_none() {
        let (one, two) = (
            "王小明你好，我们在上海的会议上见过面，这是我答应你的幻灯片。",
            "李雷你好，我们在上海的会议上见过面，这是我答应你的幻灯片。",
        );
        assert!(Trace::of(one, "王小明").is_nearly(&Trace::of(two, "李雷")));
        for empty in ["", " \n", "!?", "👋"] {
            assert!(!Trace::of(empty, "Ana").is_nearly(&Trace::of(empty, "Ana")), "{empty:?}");
        }
    }

    #[test]
    fn a_long_text_keeps_a_bounded_sample() {
        let text: String =
            (0..5000).map(|word: u32| format!("word{} ", char::from_u32(0x4e00 + word).unwrap())).collect();
        let trace = Trace::of(&text, "");
        assert_eq!(trace.numbers().len(), MOST);
        assert_eq!(Trace::from_numbers(trace.numbers().iter().rev().copied()), trace);
    }
}
