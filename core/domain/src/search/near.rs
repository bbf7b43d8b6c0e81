//! Forgiving one typing error.

/// From how many letters on an error is forgiven: of shorter words, too many others are one letter away.
pub const FORGIVEN_FROM: usize = 5;

/// The beginning of `word` that `typed` was meant to be, if it is one typing error away: a letter too many, too few, a
/// wrong one, or two changed over. The shortest such beginning; `None` for what holds a digit, as one number is not
/// another. Both are plainly spelled.
pub fn near<'w>(word: &'w str, typed: &str) -> Option<&'w str> {
    if typed.chars().count() < FORGIVEN_FROM || typed.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // To the first difference; what is after it tells which error it was.
    let same =
        word.chars().zip(typed.chars()).take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8());
    let same: usize = same.sum();
    let (rest, wanted) = (word.get(same..)?, typed.get(same..)?);
    let mut after = wanted.chars();
    let Some(first) = after.next() else { return word.get(..same) };
    let after = after.as_str();
    let beginning = |length: usize| word.get(..same + length);
    if rest.starts_with(after) {
        // One too many.
        return beginning(after.len());
    }
    let mut letters = rest.chars();
    let second = letters.next()?;
    let beyond = letters.as_str();
    if beyond.starts_with(after) {
        // Another one.
        return beginning(second.len_utf8() + after.len());
    }
    if beyond.starts_with(wanted) {
        // One too few.
        return beginning(second.len_utf8() + wanted.len());
    }
    let tail = after
        .strip_prefix(second)
        .filter(|tail| beyond.strip_prefix(first).is_some_and(|beyond| beyond.starts_with(*tail)))?;
    // Two changed over.
    beginning(first.len_utf8() + second.len_utf8() + tail.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error_is_forgiven_wherever_it_is() {
        for (word, typed, meant) in [
            ("kowalski", "kowalski", "kowalski"),
            ("kowalski", "kowlaski", "kowalski"),
            ("kowalski", "kowalsky", "kowalsk"),
            ("kowalski", "kowaliski", "kowalski"),
            ("kowalski", "koalski", "kowalski"),
            ("kowalski", "gowalski", "kowalski"),
            ("kowalski", "okwalski", "kowalski"),
            ("kowalski", "kovalsk", "kowalsk"),
            ("priyanka", "priyo", "priy"),
            ("schmitt", "schmidt", "schmit"),
            ("иванова", "ивонова", "иванова"),
            ("zoë", "zoexx", ""),
        ] {
            assert_eq!(near(word, typed).unwrap_or_default(), meant, "{typed} for {word}");
        }
    }

    #[test]
    fn two_errors_short_words_and_numbers_are_not() {
        for (word, typed) in
            [("kowalski", "kovalsky"), ("rao", "roa"), ("anna", "amna"), ("5145550142", "5145550143"), ("ann", "annab")]
        {
            assert_eq!(near(word, typed), None, "{typed} for {word}");
        }
    }
}
