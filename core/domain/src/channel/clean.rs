//! Taking the decoration off what was typed, pasted or scanned, before any channel's own rules are applied.

use std::borrow::Cow;

/// The longest text that is looked at, in bytes: more than any handle, and more than a profile link with its tracking
/// parameters (RFC 9110, section 4.1, asks for 8000; links that platforms hand out stay below 1000).
pub(super) const MAX_BYTES: usize = 2048;

/// Pairs that people put around an address.
const BRACKETS: [(char, char); 10] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('<', '>'),
    ('"', '"'),
    ('\'', '\''),
    ('“', '”'),
    ('„', '“'),
    ('‘', '’'),
    ('«', '»'),
];

/// The text without invisible characters, surrounding white space, enclosing brackets or quotes, and the punctuation of
/// the sentence it stood in. Full-width forms become plain ones, as RFC 8265 (section 3.2.2) asks for user names.
///
/// Cleaning twice changes nothing more.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().any(|letter| is_invisible(letter) || narrowed(letter) != letter) {
        let visible: String = text.chars().filter(|letter| !is_invisible(*letter)).map(narrowed).collect();
        Cow::Owned(undecorated(&visible).to_owned())
    } else {
        Cow::Borrowed(undecorated(text))
    }
}

/// Bidirectional controls, zero-width characters and the byte order mark: they change how a text looks or compares, and
/// never whom it reaches (Unicode Technical Report 36, section 2.5).
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}'
        | '\u{FEFF}' | '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{FE00}'..='\u{FE0F}')
}

/// The plain form of a full-width character (Unicode block "Halfwidth and Fullwidth Forms").
fn narrowed(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '\u{3000}' | '\u{00A0}' | '\u{202F}' | '\u{2007}' => ' ',
        '\u{3002}' | '\u{FF61}' => '.',
        '\u{3001}' | '\u{FF64}' => ',',
        letter => letter,
    }
}

fn undecorated(text: &str) -> &str {
    let mut rest = text;
    loop {
        let shorter = without_one(rest);
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

/// One layer less: white space, one pair of brackets, or one mark at the end.
fn without_one(text: &str) -> &str {
    let text = text.trim();
    for (open, close) in BRACKETS {
        if let Some(inside) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close))
            && encloses(inside, open, close)
        {
            return inside;
        }
    }
    if let Some(rest) = text.strip_suffix(['.', ',', ';', ':', '!', '?', '…', '|', '\\']) {
        return rest;
    }
    // A closing bracket or quote whose opening one is elsewhere in the sentence.
    for (open, close) in BRACKETS {
        if let Some(rest) = text.strip_suffix(close)
            && !rest.contains(open)
        {
            return rest;
        }
    }
    text
}

/// Whether the brackets around this text belong together: in "(613) 555-0123 (home)" the first closes before the end.
fn encloses(inside: &str, open: char, close: char) -> bool {
    if open == close {
        return !inside.contains(open);
    }
    let mut depth = 0_i32;
    inside.chars().all(|letter| {
        depth += i32::from(letter == open) - i32::from(letter == close);
        depth >= 0
    })
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn decoration_goes_and_the_address_stays() {
        for (text, cleaned) in [
            ("  ana@example.com. ", "ana@example.com"),
            ("<ana@example.com>,", "ana@example.com"),
            ("(\"ana\")!", "ana"),
            ("((ana))", "ana"),
            ("\u{202E}ana\u{200B}souza\u{2069}", "anasouza"),
            ("ａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ana@example.com"),
            ("(613) 555-0123", "(613) 555-0123"),
            ("(613) 555-0123 (home)", "(613) 555-0123 (home)"),
            ("\"ana b\"@example.com", "\"ana b\"@example.com"),
            ("ana)", "ana"),
            ("\u{200B}", ""),
            ("...", ""),
            ("", ""),
        ] {
            assert_eq!(clean(text), cleaned, "{text:?}");
            assert_eq!(clean(&clean(text)), cleaned, "{text:?}");
        }
    }
}
