//! The plain spellings of a text.

use crate::fold::fold_letter;
use crate::search::romanise::romanised;

/// A text as it is compared, and where each part of it came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spelling {
    /// Lower case, without diacritics, apostrophes and control characters; words one space apart.
    pub text: String,
    /// For each byte of `text`, the first byte of the letter it came from.
    sources: Vec<usize>,
}

impl Spelling {
    pub(crate) fn push(&mut self, letter: char, source: usize) {
        self.text.push(letter);
        self.sources.resize(self.text.len(), source);
    }

    fn push_space(&mut self, source: usize) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.push(' ', source);
        }
    }

    fn finish(mut self) -> Self {
        self.text.truncate(self.text.trim_end().len());
        self.sources.truncate(self.text.len());
        self
    }

    /// The byte of the original from which the byte `at` of [`Spelling::text`] came.
    pub(crate) fn source(&self, at: usize) -> Option<usize> {
        self.sources.get(at).copied()
    }
}

/// The plain spelling of a text, in which it is searched.
///
/// Beyond [`fold`](crate::fold::fold): digits of every script become ASCII digits, katakana becomes hiragana, the letters
/// that Arabic and Persian keyboards give differently become one, a final sigma becomes a sigma, every dash a hyphen;
/// apostrophes are left out, so that "obrien" finds `O’Brien`.
pub fn spell(text: &str) -> String {
    plain_ascii(text).unwrap_or_else(|| plainly(text).text)
}

/// The texts of [`spellings`], for who does not ask where they came from.
pub fn spelled(text: &str) -> Vec<String> {
    match plain_ascii(text) {
        Some(plain) => vec![plain],
        None => spellings(text).into_iter().map(|spelling| spelling.text).collect(),
    }
}

/// The plain spelling of a text in ASCII, which is the only one it has.
fn plain_ascii(text: &str) -> Option<String> {
    if !text.is_ascii() {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\'' | '`' => {}
            '!'..='~' => plain.push(letter.to_ascii_lowercase()),
            _ if letter.is_whitespace() && !plain.is_empty() && !plain.ends_with(' ') => plain.push(' '),
            _ => {}
        }
    }
    plain.truncate(plain.trim_end().len());
    Some(plain)
}

/// Every spelling by which a text is looked for, the plain one first, each once.
pub fn spellings(text: &str) -> Vec<Spelling> {
    let mut all = vec![plainly(text)];
    if !text.is_ascii() {
        let more = umlauts(text).into_iter().chain(romanised(text)).map(Spelling::finish);
        for spelling in more {
            if all.iter().all(|known| known.text != spelling.text) {
                all.push(spelling);
            }
        }
    }
    all
}

/// The spellings of an address: a number is also its digits alone, however they are grouped where it is shown.
pub fn spellings_of_handle(text: &str) -> Vec<Spelling> {
    let mut all = spellings(text);
    if let Some(digits) = digits_alone(text).filter(|digits| all.iter().all(|known| known.text != digits.text)) {
        all.push(digits);
    }
    all
}

fn plainly(text: &str) -> Spelling {
    let mut spelling = Spelling::default();
    for (at, letter) in text.char_indices() {
        push_plain(&mut spelling, letter, at);
    }
    spelling.finish()
}

pub(crate) fn push_plain(spelling: &mut Spelling, letter: char, source: usize) {
    match letter {
        ' '..='~' if letter != '\'' && letter != '`' && letter != ' ' => {
            spelling.push(letter.to_ascii_lowercase(), source);
        }
        _ if letter.is_whitespace() => spelling.push_space(source),
        // Apostrophes, and what can be seen by nobody.
        '\'' | '`' | '´' | '‘' | '’' | 'ʼ' | 'ʹ' | '\u{ad}' | '\u{640}' | '\u{feff}' => {}
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => {}
        _ if letter.is_control() => {}
        '\u{2010}'..='\u{2015}' | '\u{2212}' => spelling.push('-', source),
        _ => fold_letter(letter, &mut |plain| spelling.push(one_of_its_kind(plain), source)),
    }
}

fn one_of_its_kind(letter: char) -> char {
    if let Some(digit) = digit(letter) {
        return digit;
    }
    match letter {
        'ς' => 'σ',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        // Katakana lies as far from hiragana for every letter.
        'ァ'..='ヶ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        other => other,
    }
}

/// The zeros of the decimal digits that keyboards give (Unicode 16, general category Nd); nine more follow each.
const ZEROS: [u32; 14] =
    [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040];

fn digit(letter: char) -> Option<char> {
    let code = u32::from(letter);
    let value = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// As it is spelled where there are no umlauts: `Müller` as "mueller", `Østergård` as "oestergaard".
fn umlauts(text: &str) -> Option<Spelling> {
    let mut spelling = Spelling::default();
    let mut letters = text.char_indices().peekable();
    let mut any = false;
    while let Some((at, letter)) = letters.next() {
        let with_mark = letters.peek().map(|(_, next)| *next);
        let spelled = match (letter, with_mark) {
            ('ä' | 'Ä', _) | ('a' | 'A', Some('\u{308}')) => "ae",
            ('ö' | 'Ö' | 'ø' | 'Ø', _) | ('o' | 'O', Some('\u{308}')) => "oe",
            ('ü' | 'Ü', _) | ('u' | 'U', Some('\u{308}')) => "ue",
            ('å' | 'Å', _) | ('a' | 'A', Some('\u{30a}')) => "aa",
            _ => {
                push_plain(&mut spelling, letter, at);
                continue;
            }
        };
        any = true;
        spelled.chars().for_each(|plain| spelling.push(plain, at));
    }
    any.then_some(spelling)
}

/// The digits of what reads as a telephone number.
fn digits_alone(text: &str) -> Option<Spelling> {
    let mut spelling = Spelling::default();
    for (at, letter) in text.char_indices() {
        match digit(letter).or(letter.is_ascii_digit().then_some(letter)) {
            Some(digit) => spelling.push(digit, at),
            None if matches!(letter, '+' | '-' | '.' | '/' | '(' | ')') || letter.is_whitespace() => {}
            None => return None,
        }
    }
    (spelling.text.len() >= 5).then_some(spelling)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        spellings(text).into_iter().map(|spelling| spelling.text).collect()
    }

    #[test]
    fn what_differs_only_in_looks_is_spelled_alike() {
        for (text, spelled) in [
            ("  Priya \u{a0} RÁO\n", "priya rao"),
            ("O’Brien", "obrien"),
            ("O'Brien", "obrien"),
            ("ＡＣＭＥ—Ｌｔｄ", "acme-ltd"),
            ("Łukasz Ærø Weiß İzmir Zoe\u{308}", "lukasz aero weiss izmir zoe"),
            ("٠١٢ ۴۵۶ ०९", "012 456 09"),
            ("ナカムラ ﾅｶﾑﾗ", "なかむら なかむら"),
            ("علی", "علي"),
            ("Ἀλέξανδρος", "αλεξανδροσ"),
            ("a\u{200f}b\u{7}c", "abc"),
            ("", ""),
        ] {
            assert_eq!(spell(text), spelled, "{text}");
        }
    }

    #[test]
    fn what_people_spell_otherwise_is_kept_in_each_spelling() {
        assert_eq!(all("Priya Rao"), ["priya rao"]);
        assert_eq!(all("Müller"), ["muller", "mueller"]);
        assert_eq!(all("Mu\u{308}ller"), ["muller", "mueller"]);
        assert_eq!(all("Østergård"), ["ostergard", "oestergaard"]);
        assert_eq!(all("Lefèvre"), ["lefevre"]);
        assert_eq!(all("Weiß"), ["weiss"]);
    }

    #[test]
    fn ascii_is_spelled_as_everything_else_is() {
        let every: String = (0_u8..128).map(char::from).flat_map(|letter| [letter, 'a', letter, letter]).collect();
        for text in [every.as_str(), " O'Brien  & `Sons`\r\n\t", "'", " ' ", "", "\u{b}a\u{c}b\u{1c}c"] {
            assert_eq!(spell(text), plainly(text).text, "{text:?}");
            assert_eq!(spelled(text), all(text), "{text:?}");
        }
        assert_eq!(spelled("Müller"), all("Müller"));
    }

    #[test]
    fn a_number_is_also_its_digits() {
        let of = |text: &str| spellings_of_handle(text).into_iter().map(|it| it.text).collect::<Vec<_>>();
        assert_eq!(of("+1 (514) 555-0142"), ["+1 (514) 555-0142", "15145550142"]);
        assert_eq!(of("priya_42"), ["priya_42"]);
        assert_eq!(of("42"), ["42"]);
    }
}
