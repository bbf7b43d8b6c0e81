//! Cleaning a line: the same letters whatever way they were encoded, and the way back to the bytes that were entered.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The cleaned line: composed (NFC), full-width forms as plain ones, every blank a space, without control and direction
/// characters.
pub(super) struct Text<'a> {
    /// What is read.
    pub(super) clean: Cow<'a, str>,
    /// For every byte of `clean` the raw bytes it came from; `None` where the two are the same.
    origin: Option<Vec<(u32, u32)>>,
    raw_len: usize,
}

impl<'a> Text<'a> {
    pub(super) fn new(raw: &'a str) -> Self {
        if raw.chars().all(is_clean) {
            return Self { clean: Cow::Borrowed(raw), origin: None, raw_len: raw.len() };
        }
        let mut builder = Builder { clean: String::with_capacity(raw.len()), origin: Vec::with_capacity(raw.len()) };
        let mut segment = String::new();
        let mut from = 0;
        let mut until = 0;
        let mut last = '\0';
        let bytes = raw.as_bytes();
        for (at, written) in raw.char_indices() {
            // What nothing can join is as it is: most of every line.
            let joined = bytes.get(at + 1).is_some_and(|next| !next.is_ascii());
            if matches!(written, ' '..='~' | '\n') && !joined {
                builder.compose(&segment, from, until);
                segment.clear();
                builder.plain(written, at);
                last = written;
                continue;
            }
            let Some(letter) = plain_form(written, last) else { continue };
            // A letter that can never join the one before it starts a new segment to compose.
            if begins_segment(letter) {
                builder.compose(&segment, from, until);
                segment.clear();
                from = at;
            }
            segment.push(letter);
            last = letter;
            until = at + written.len_utf8();
        }
        builder.compose(&segment, from, until);
        Self { clean: Cow::Owned(builder.clean), origin: Some(builder.origin), raw_len: raw.len() }
    }

    /// The bytes of the raw line from which a part of the clean one came; always on character boundaries.
    pub(super) fn raw_span(&self, clean: &Range<usize>) -> Range<usize> {
        let Some(origin) = &self.origin else { return clean.clone() };
        let start = origin.get(clean.start).map_or(self.raw_len, |(start, _)| *start as usize);
        let last = clean.end.checked_sub(1).filter(|last| *last >= clean.start);
        let end = last.and_then(|last| origin.get(last)).map_or(start, |(_, end)| *end as usize);
        start..end.max(start)
    }
}

struct Builder {
    clean: String,
    origin: Vec<(u32, u32)>,
}

impl Builder {
    fn plain(&mut self, letter: char, at: usize) {
        self.clean.push(letter);
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        self.origin.push((at, at.saturating_add(1)));
    }

    fn compose(&mut self, segment: &str, from: usize, until: usize) {
        if segment.is_empty() {
            return;
        }
        let before = self.clean.len();
        let mut letters = segment.chars();
        let alone = letters.next().is_some_and(begins_segment) && letters.next().is_none();
        if alone {
            self.clean.push_str(segment);
        } else {
            self.clean.extend(segment.nfc());
        }
        let origin = (u32::try_from(from).unwrap_or(u32::MAX), u32::try_from(until).unwrap_or(u32::MAX));
        self.origin.extend(std::iter::repeat_n(origin, self.clean.len() - before));
    }
}

/// Whether a character is read as it is, whatever stands beside it: every one in most lines.
fn is_clean(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\n')
        || letter > '~' && begins_segment(letter) && plain_form(letter, '\0') == Some(letter)
}

fn begins_segment(letter: char) -> bool {
    letter.is_ascii()
        || (unicode_normalization::char::canonical_combining_class(letter) == 0
            && is_nfc_quick(std::iter::once(letter)) == IsNormalized::Yes)
}

/// The form in which a character is read, or `None` where it only steers the screen.
fn plain_form(letter: char, before: char) -> Option<char> {
    match letter {
        '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some('\n'),
        '\t' | '\r' => Some(' '),
        // Joiners carry meaning in Arabic and Indic scripts and in emoji, and none in Latin.
        '\u{200C}' | '\u{200D}' => (before >= '\u{600}').then_some(letter),
        '\u{AD}'
        | '\u{61C}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => None,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0),
        '\u{2010}' | '\u{2011}' => Some('-'),
        letter if letter.is_control() => None,
        letter if letter.is_whitespace() => Some(' '),
        letter => Some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn encodings_of_one_line_read_alike() {
        for (raw, clean) in [
            ("José", "José"),
            ("Jose\u{301}", "José"),
            ("Ｐｒｉｙａ＠ａｃｍｅ", "Priya@acme"),
            ("a\u{0}b\u{202E}c\u{200B}", "abc"),
            ("514\u{A0}555", "514 555"),
            ("\u{1112}\u{1161}\u{11AB}", "한"),
            ("", ""),
        ] {
            assert_eq!(Text::new(raw).clean, clean);
        }
    }

    #[test]
    fn spans_lead_back_to_whole_characters() {
        let raw = "\u{202E}Jose\u{301}, x";
        let text = Text::new(raw);
        let span = text.raw_span(&(0.."José".len()));
        assert_eq!(&raw[span], "Jose\u{301}");
    }
}
