//! Which part of a text was meant.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::order::order_by_key;
use crate::search::query::Word;
use crate::search::spelling::{Spelling, spellings_of_handle};

/// The parts of `text` that the words found, in bytes, in order and apart from each other. Where a word begins a word of
/// the text only such places are marked: of "an" in `Anna Kanan` the first two letters.
pub fn marks(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let spellings = spellings_of_handle(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words {
        // The spelling that reads most like the text itself.
        let hit = spellings.iter().find_map(|spelling| {
            let needle = word.needles.iter().find(|needle| spelling.text.contains(needle.as_str()))?;
            Some((spelling, needle))
        });
        let Some((spelling, needle)) = hit else { continue };
        let all: Vec<usize> = spelling.text.match_indices(needle.as_str()).map(|(at, _)| at).collect();
        let starts: Vec<usize> = all.iter().copied().filter(|at| begins_a_word(&spelling.text, *at)).collect();
        for at in if starts.is_empty() { all } else { starts } {
            found.extend(in_original(text, spelling, at, needle.len()));
        }
    }
    order_by_key(&mut found, |range| (range.start, range.end));
    found.dedup_by(|later, earlier| {
        let touches = later.start <= earlier.end;
        if touches {
            earlier.end = earlier.end.max(later.end);
        }
        touches
    });
    found
}

fn begins_a_word(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|letter| !letter.is_alphanumeric())
}

/// From the first letter that the place came from to the last, with the marks and letters after it that are spelled
/// together with it.
fn in_original(text: &str, spelling: &Spelling, at: usize, length: usize) -> Option<Range<usize>> {
    let start = spelling.source(at)?;
    let last = spelling.source(at + length.checked_sub(1)?)?;
    let next = spelling.source(at + length).filter(|next| *next > last);
    let mut letters = text.get(last..next.unwrap_or(text.len()))?.chars();
    let mut end = last + letters.next()?.len_utf8();
    // What follows was left out of this spelling, unless it begins the next letter of it; `ß` is met in its middle.
    if spelling.source(at + length) != Some(last) {
        for letter in letters.take_while(|letter| letter.is_alphabetic() || is_combining_mark(*letter)) {
            end += letter.len_utf8();
        }
    }
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::Query;

    fn marked(text: &str, query: &str) -> String {
        let mut out = text.to_owned();
        for range in marks(text, &Query::parse(query).words).into_iter().rev() {
            out.insert(range.end, ']');
            out.insert(range.start, '[');
        }
        out
    }

    #[test]
    fn what_was_meant_is_marked_in_the_text_as_it_is_written() {
        for (text, query, expected) in [
            ("Priya Ráo", "rao pri", "[Pri]ya [Ráo]"),
            ("Priya Ráo", "iya", "Pr[iya] Ráo"),
            ("Anna Kanan", "an", "[An]na Kanan"),
            ("Zoe\u{308} Wei\u{df}", "zoe weiss", "[Zoe\u{308}] [Weiß]"),
            ("Weiß", "weis", "[Weiß]"),
            ("Müller", "mueller", "[Müller]"),
            ("Müller", "muel", "[Mül]ler"),
            ("Дмитрий Иванов", "dmitry", "[Дмитрий] Иванов"),
            ("Щербаков", "shcher", "[Щер]баков"),
            ("王小明", "小", "王[小]明"),
            ("+1 514-555-0142", "5145550142", "+1 [514-555-0142]"),
            ("+1 514-555-0142", "514 555", "+1 [514]-[555]-0142"),
            ("O’Brien", "obr", "[O’Br]ien"),
            ("ＡＣＭＥ", "acm", "[ＡＣＭ]Ｅ"),
            ("abcabc", "abc bca", "[abca]bc"),
            ("nothing", "zzz", "nothing"),
            ("", "a", ""),
        ] {
            assert_eq!(marked(text, query), expected, "{text} by {query}");
        }
    }
}
