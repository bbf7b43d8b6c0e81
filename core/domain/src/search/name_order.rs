//! The alphabetical order of names.
//!
//! A text that sorts byte by byte as the names do, instead of a collator: the tables for one would be larger than the
//! rest of the search. What it gives up against the Unicode Collation Algorithm: accents and case decide nothing, also
//! not between names that are otherwise equal (who was met first comes first then), and other scripts follow in the
//! order of their code points, which is the alphabet for each but not for every letter of it (Russian `й` sorts as `и`).
//!
//! By language (Unicode CLDR 47): English, French, Portuguese and German (DIN 5007-1, as both phone systems sort German
//! names) take accented letters for plain ones; Spanish has `ñ` as a letter of its own after `n`.

use crate::search::spelling::spell;

/// What the name sorts by in English, French, German and Portuguese; empty for a name without any letter or digit.
pub fn name_order(name: &str) -> String {
    order(&spell(name))
}

/// What the name sorts by in Spanish, where that is another place: for names with an `ñ`.
pub fn name_order_in_spanish(name: &str) -> Option<String> {
    // A letter that can be in no key otherwise, and comes after every Latin one.
    const AFTER_N: &str = "n~";
    let parts: Vec<&str> = name.split(['ñ', 'Ñ']).collect();
    let parts = if parts.len() > 1 { parts } else { split_decomposed(name) };
    if parts.len() < 2 {
        return None;
    }
    let mut key = String::new();
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            key.push_str(AFTER_N);
        }
        // Each part keeps the space at its edge, which divides words.
        let spelled = order(&spell(part));
        if part.starts_with(char::is_whitespace) && !key.is_empty() && !spelled.is_empty() {
            key.push(' ');
        }
        key.push_str(&spelled);
        if part.ends_with(char::is_whitespace) && number + 1 < parts.len() && !spelled.is_empty() {
            key.push(' ');
        }
    }
    Some(key)
}

/// At an `n` with a tilde of its own.
fn split_decomposed(name: &str) -> Vec<&str> {
    name.split("n\u{303}").flat_map(|part| part.split("N\u{303}")).collect()
}

/// Letters and digits, words one space apart: `Rao-Smith` sorts as `Rao Smith`.
fn order(spelled: &str) -> String {
    let mut key = String::with_capacity(spelled.len());
    for letter in spelled.chars() {
        if letter.is_alphanumeric() {
            key.push(letter);
        } else if !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    fn sorted(names: &[&'static str], language: Language) -> Vec<&'static str> {
        let key = |name: &str| match language {
            Language::Es => name_order_in_spanish(name).unwrap_or_else(|| name_order(name)),
            _ => name_order(name),
        };
        let mut names = names.to_vec();
        names.sort_by_key(|name| key(name));
        names
    }

    #[test]
    fn accents_and_case_do_not_part_names() {
        for (language, expected) in [
            (Language::En, ["adam", "Ádám B", "Adams", "Zoë", "zoran"]),
            (Language::Fr, ["Cote", "Côté A", "Élise", "Emile", "Étienne"]),
            (Language::De, ["Müller", "Mueller", "Muller B", "Öztürk", "Ozan"]),
            (Language::Pt, ["Ávila", "Conceição", "Concha", "João", "Joaquim"]),
        ] {
            let mut mixed = expected;
            mixed.reverse();
            let keys: Vec<String> = expected.iter().map(|name| name_order(name)).collect();
            let mut in_order = keys.clone();
            in_order.sort();
            // In German `ü` sorts as `u`, so Mueller comes first.
            if language == Language::De {
                assert_eq!(sorted(&mixed, language), ["Mueller", "Müller", "Muller B", "Ozan", "Öztürk"]);
            } else {
                assert_eq!(keys, in_order, "{language:?}");
            }
        }
    }

    #[test]
    fn spanish_has_a_letter_more() {
        let names = ["Peñalver", "Penzo", "Pena", "Peoli", "Ñandú", "Nzo", "Oca", "Ana Ñ"];
        assert_eq!(
            sorted(&names, Language::Es),
            ["Ana Ñ", "Nzo", "Ñandú", "Oca", "Pena", "Penzo", "Peñalver", "Peoli"]
        );
        assert_eq!(
            sorted(&names, Language::En),
            ["Ana Ñ", "Ñandú", "Nzo", "Oca", "Pena", "Peñalver", "Penzo", "Peoli"]
        );
        assert_eq!(name_order_in_spanish("Pen\u{303}a"), name_order_in_spanish("Peña"));
        assert_eq!(name_order_in_spanish("José Nuñez Ibáñez").as_deref(), Some("jose nun~ez iban~ez"));
    }

    #[test]
    fn signs_do_not_count_and_scripts_follow_each_other() {
        assert_eq!(name_order("“Rao-Smith”, O'Brien"), "rao smith obrien");
        assert_eq!(name_order("---"), "");
        let names = ["王小明", "김민수", "Ζωή", "Анна", "Zoë", "3M"];
        assert_eq!(sorted(&names, Language::En), ["3M", "Zoë", "Ζωή", "Анна", "김민수", "王小明"]);
    }
}
