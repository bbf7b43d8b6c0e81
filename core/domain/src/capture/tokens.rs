//! Splitting a cleaned line into words, numbers and marks, once; everything after works on these.

use unicode_normalization::char::is_combining_mark;

use crate::fold::fold_letter;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters with their marks, in any script.
    Word,
    /// ASCII digits.
    Number,
    /// One character that is neither.
    Mark(char),
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Begins in lower case.
    Lower,
    /// Begins in upper case and goes on in lower case.
    Title,
    /// All in upper case, at least two letters.
    Upper,
    /// A script without case.
    None,
}

/// One token; offsets are bytes of the clean line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) case: Case,
    /// Whether a blank or the start of the line stands before it.
    pub(super) spaced: bool,
    /// Whether a line break stands before it.
    pub(super) new_line: bool,
    fold_start: usize,
    fold_end: usize,
}

/// A person is described in less; what a paste holds beyond it is kept in the raw line and not read, so that the time to
/// read is bounded.
pub(super) const MOST_TOKENS: usize = 4096;

/// The tokens of a line, and the folded form of every word.
pub(super) struct Tokens {
    pub(super) list: Vec<Token>,
    folded: String,
}

impl Tokens {
    pub(super) fn new(clean: &str) -> Self {
        let mut tokens = Self { list: Vec::with_capacity(clean.len() / 4), folded: String::with_capacity(clean.len()) };
        let (mut spaced, mut new_line) = (true, false);
        let mut start = 0;
        while let Some(rest) = clean.get(start..)
            && let Some(first) = rest.chars().next()
            && tokens.list.len() < MOST_TOKENS
        {
            if first == ' ' || first == '\n' {
                spaced = true;
                new_line |= first == '\n';
                start += 1;
                continue;
            }
            let kind = kind_of(first);
            let length = match kind {
                Kind::Mark(mark) => mark.len_utf8(),
                Kind::Number => rest.find(|next: char| !next.is_ascii_digit()).unwrap_or(rest.len()),
                Kind::Word => rest.find(|next| !is_letter(next)).unwrap_or(rest.len()),
            };
            tokens.push(rest.get(..length).unwrap_or_default(), start, kind, spaced, new_line);
            (spaced, new_line) = (false, false);
            start += length;
        }
        tokens
    }

    fn push(&mut self, text: &str, start: usize, kind: Kind, spaced: bool, new_line: bool) {
        let fold_start = self.folded.len();
        if kind == Kind::Word {
            if text.is_ascii() {
                self.folded.push_str(text);
                self.folded.get_mut(fold_start..).unwrap_or_default().make_ascii_lowercase();
            } else {
                text.chars().for_each(|letter| fold_letter(letter, &mut |plain| self.folded.push(plain)));
            }
        }
        let case = if kind == Kind::Word { case_of(text) } else { Case::None };
        let fold_end = self.folded.len();
        self.list.push(Token { start, end: start + text.len(), kind, case, spaced, new_line, fold_start, fold_end });
    }

    /// The folded form of a word; empty for anything else.
    pub(super) fn folded(&self, at: usize) -> &str {
        self.list.get(at).and_then(|token| self.folded.get(token.fold_start..token.fold_end)).unwrap_or_default()
    }
}

fn kind_of(letter: char) -> Kind {
    if letter.is_ascii_digit() {
        Kind::Number
    } else if is_letter(letter) {
        Kind::Word
    } else {
        Kind::Mark(letter)
    }
}

fn is_letter(letter: char) -> bool {
    if letter.is_ascii() {
        letter.is_ascii_alphabetic()
    } else {
        letter.is_alphanumeric() && !matches!(letter, 'º' | 'ª' | '°') || is_combining_mark(letter)
    }
}

fn case_of(text: &str) -> Case {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return Case::None };
    if first.is_lowercase() {
        return Case::Lower;
    }
    if !first.is_uppercase() {
        return Case::None;
    }
    let mut several = false;
    for letter in letters {
        several = true;
        if letter.is_lowercase() {
            return Case::Title;
        }
    }
    if several { Case::Upper } else { Case::Title }
}
