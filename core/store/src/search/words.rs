//! The words of long texts in FTS5: how they are cut, and how they are asked for.

use justmet_domain::search::Word;
use rusqlite::Connection;

use crate::StoreError;

/// Words are cut off after so many letters; what is typed beyond is compared with the text itself.
const KEY_LETTERS: usize = 16;

/// The inside of a word is indexed as long as so many letters follow.
const INSIDE_LETTERS: usize = 3;

/// Of people in whose long texts a word occurs at most so many are looked at, those kept last.
const MOST_ROWS: u32 = 20_000;

/// What FTS5 indexes of a text: each word, and each end of it, so that asking for beginnings finds what stands inside a
/// word. In scripts that put no spaces between words every letter begins one. Letters and digits only: no other ASCII
/// gets there, which the tokenizer `ascii` would split at.
pub fn word_keys(text: &str) -> String {
    let mut keys = String::with_capacity(text.len() * 4);
    for word in runs(text) {
        let places: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        for (index, at) in places.iter().enumerate() {
            let left = places.len() - index;
            let begins_one = word.get(*at..).and_then(|rest| rest.chars().next()).is_some_and(stands_alone);
            if index == 0 || left >= INSIDE_LETTERS || begins_one {
                if !keys.is_empty() {
                    keys.push(' ');
                }
                let end = places.get(index + KEY_LETTERS).copied().unwrap_or(word.len());
                keys.push_str(word.get(*at..end).unwrap_or_default());
            }
        }
    }
    keys
}

fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|run| !run.is_empty())
}

/// Han, kana, Hangul, Thai, Lao, Khmer, Burmese.
fn stands_alone(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether asking the index for this costs little: not a single letter or two, with which every other word begins.
pub(crate) fn is_telling(word: &Word) -> bool {
    word.needles.iter().all(|needle| needle.chars().count() >= INSIDE_LETTERS || needle.chars().any(stands_alone))
}

/// Which long texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    Anywhere,
    Promises,
}

/// The contacts in whose long texts the word occurs, by `contact.seq`.
pub(crate) fn with_word(conn: &Connection, word: &Word, place: Where) -> Result<SeqSet, StoreError> {
    let mut found = SeqSet::default();
    for needle in &word.needles {
        let Some(question) = question(needle, place) else { continue };
        let mut rows = conn.prepare_cached(
            "SELECT rowid FROM finding_words WHERE finding_words MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
        )?;
        let mut rows = rows.query((question, MOST_ROWS))?;
        let is_exact = is_exact(needle);
        while let Some(row) = rows.next()? {
            let seq = row.get(0)?;
            if is_exact || occurs(conn, seq, std::slice::from_ref(needle), place)? {
                found.insert(seq);
            }
        }
    }
    Ok(found)
}

/// Whether one of the needles occurs in a contact's long texts.
pub(crate) fn occurs(conn: &Connection, seq: i64, needles: &[String], place: Where) -> Result<bool, StoreError> {
    let mut statement = conn.prepare_cached("SELECT notes, promises FROM finding WHERE contact_seq = ?1")?;
    let mut rows = statement.query([seq])?;
    let Some(row) = rows.next()? else { return Ok(false) };
    let text = |column| row.get_ref(column).map_err(StoreError::from).map(|value| value.as_str().unwrap_or_default());
    let (notes, promises) = (text(0)?, text(1)?);
    Ok(needles.iter().any(|needle| promises.contains(needle) || (place == Where::Anywhere && notes.contains(needle))))
}

/// Whether what the index answers is what was asked: a needle of one word, not cut.
fn is_exact(needle: &str) -> bool {
    needle.chars().all(char::is_alphanumeric) && needle.chars().count() <= KEY_LETTERS
}

/// In FTS5's language: every word of the needle, begun. `None` where it has none.
fn question(needle: &str, place: Where) -> Option<String> {
    let words: Vec<String> = runs(needle)
        .map(|word| {
            let end = word.char_indices().nth(KEY_LETTERS).map_or(word.len(), |(at, _)| at);
            format!("\"{}\"*", word.get(..end).unwrap_or_default())
        })
        .collect();
    if words.is_empty() {
        return None;
    }
    let all = words.join(" AND ");
    Some(if place == Where::Promises { format!("promises : ({all})") } else { all })
}

/// Sees to it that of words that were taken out nothing is left in the index.
///
/// 'secure-delete' takes them out of the lists of words, but FTS5 also keeps the beginning of a word wherever one page of
/// words follows another, and leaves it there. Where such a beginning is nobody's any more the index is written anew from
/// itself: rare, as of a thousand words one stands at such a place.
pub(crate) fn leave_no_trace(conn: &Connection, taken_out: &[String]) -> Result<(), StoreError> {
    let taken_out: Vec<&str> = taken_out.iter().flat_map(|keys| keys.split(' ')).collect();
    let mut statement = conn.prepare_cached("SELECT term FROM finding_words_idx")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let term = row.get_ref(0)?.as_bytes_or_null().ok().flatten().unwrap_or_default();
        // The first byte tells the index of words from one of their beginnings, of which there is none here.
        let Some(beginning) = term.get(1..).filter(|beginning| beginning.len() >= TELLING_BYTES) else { continue };
        if taken_out.iter().any(|word| word.as_bytes().starts_with(beginning)) && !is_begun(conn, beginning)? {
            return write_anew(conn);
        }
    }
    Ok(())
}

/// A shorter beginning of a word tells nothing of anybody.
const TELLING_BYTES: usize = 3;

fn is_begun(conn: &Connection, beginning: &[u8]) -> Result<bool, StoreError> {
    // Cut within a letter it is nobody's word, and is looked for without that letter.
    let whole = beginning.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    if whole.len() < beginning.len() {
        return Ok(false);
    }
    let mut statement = conn.prepare_cached("SELECT 1 FROM finding_words WHERE finding_words MATCH ?1 LIMIT 1")?;
    Ok(statement.exists([format!("\"{whole}\"*")])?)
}

/// Merges all of it into one. A single segment would be left as it is, so another one is made first.
fn write_anew(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(
        "INSERT INTO finding_words (rowid, notes) VALUES (0, 'x');
         INSERT INTO finding_words (finding_words) VALUES ('optimize');
         INSERT INTO finding_words (finding_words, rowid, notes, promises) VALUES ('delete', 0, 'x', NULL);",
    )?;
    Ok(())
}

/// Contacts by `contact.seq`, a bit each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SeqSet {
    bits: Vec<u64>,
    count: usize,
}

impl SeqSet {
    pub(crate) fn insert(&mut self, seq: i64) {
        let Ok(seq) = usize::try_from(seq) else { return };
        let (word, bit) = (seq / 64, 1_u64 << (seq % 64));
        if self.bits.len() <= word {
            self.bits.resize(word + 1, 0);
        }
        if let Some(bits) = self.bits.get_mut(word)
            && *bits & bit == 0
        {
            *bits |= bit;
            self.count += 1;
        }
    }

    pub(crate) fn remove(&mut self, seq: i64) {
        let Ok(seq) = usize::try_from(seq) else { return };
        let bit = 1_u64 << (seq % 64);
        if let Some(bits) = self.bits.get_mut(seq / 64)
            && *bits & bit != 0
        {
            *bits &= !bit;
            self.count -= 1;
        }
    }

    pub(crate) fn contains(&self, seq: i64) -> bool {
        let Ok(seq) = usize::try_from(seq) else { return false };
        self.bits.get(seq / 64).is_some_and(|bits| bits & (1 << (seq % 64)) != 0)
    }

    /// Those that are in both.
    pub(crate) fn shared_with(&self, other: &Self) -> Self {
        let bits: Vec<u64> = self.bits.iter().zip(&other.bits).map(|(one, other)| one & other).collect();
        let count = bits.iter().map(|bits| bits.count_ones() as usize).sum();
        Self { bits, count }
    }

    pub(crate) fn add_all(&mut self, other: &Self) {
        if self.bits.len() < other.bits.len() {
            self.bits.resize(other.bits.len(), 0);
        }
        self.bits.iter_mut().zip(&other.bits).for_each(|(one, other)| *one |= other);
        self.count = self.bits.iter().map(|bits| bits.count_ones() as usize).sum();
    }

    /// Those in it, the greatest first.
    pub(crate) fn descending(&self) -> impl Iterator<Item = i64> {
        self.bits.iter().enumerate().rev().flat_map(|(word, bits)| {
            let in_it = (0..64).rev().filter(move |bit| bits & (1_u64 << bit) != 0);
            in_it.filter_map(move |bit| i64::try_from(word * 64 + bit).ok())
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_keyed_by_their_beginning_and_their_inside() {
        assert_eq!(word_keys("kayak a.b"), "kayak ayak yak a b");
        assert_eq!(word_keys("東京 で"), "東京 京 で");
        assert_eq!(word_keys("abcdefghijklmnopqrs").split(' ').next(), Some("abcdefghijklmnop"));
        assert_eq!(word_keys(" -\t"), "");
        assert!(word_keys(&"x".repeat(10_000)).len() < 200_000);
    }

    #[test]
    fn nothing_of_a_needle_is_read_as_a_question_of_its_own() {
        for (needle, asked) in [
            ("slides", Some("\"slides\"*")),
            ("a\" OR b", Some("\"a\"* AND \"OR\"* AND \"b\"*")),
            ("node.js", Some("\"node\"* AND \"js\"*")),
            ("\" * ^ : NEAR(", Some("\"NEAR\"*")),
            ("\"", None),
        ] {
            assert_eq!(question(needle, Where::Anywhere).as_deref(), asked, "{needle}");
        }
        assert_eq!(question("deck", Where::Promises).as_deref(), Some("promises : (\"deck\"*)"));
    }

    #[test]
    fn a_set_has_what_was_put_in() {
        let mut set = SeqSet::default();
        assert!(set.is_empty());
        for seq in [0, 1, 63, 64, 1_000_000, -5, 64] {
            set.insert(seq);
        }
        for (seq, is_in) in [(0, true), (2, false), (63, true), (64, true), (65, false), (1_000_000, true), (-5, false)]
        {
            assert_eq!(set.contains(seq), is_in, "{seq}");
        }
        assert_eq!(set.count, 5);
        assert_eq!(set.descending().collect::<Vec<_>>(), [1_000_000, 64, 63, 1, 0]);
        let mut both = SeqSet::default();
        both.insert(2);
        both.add_all(&set);
        assert_eq!((both.count, both.contains(2), both.contains(1_000_000)), (6, true, true));
        both.remove(2);
        both.remove(3);
        assert_eq!((both.count, both.contains(2)), (5, false));
    }
}
