//! Greek and Cyrillic in Latin letters, as their bearers and their passports spell them.
//!
//! There is no one romanisation of a name: `Юлия` is Yulia, Iuliia, Julija. Each common way is one [`Way`]; texts are
//! kept in all of them. Sources: BGN/PCGN (1947, 1962, 2019), ICAO Doc 9303 part 3 (2021), ISO 9 (1995) without its
//! diacritics, and ISO 843 (1997).

use super::spelling::{Spelling, push_plain};

/// One way to romanise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// British and American: Yuliya, Khariton, Dmitriy.
    English,
    /// As people abbreviate it: Yulia, Hariton, Dmitry.
    Short,
    /// Of passports: Iuliia, Khariton, Dmitrii.
    Passport,
    /// Of Ukrainian passports: Bohdan, Mykyta.
    Ukrainian,
    /// Of libraries and of the Balkans: Julija, Milica.
    Scientific,
}

const WAYS: [Way; 5] = [Way::English, Way::Short, Way::Passport, Way::Ukrainian, Way::Scientific];

/// The text romanised in every way; nothing where it holds neither Greek nor Cyrillic.
pub(crate) fn romanised(text: &str) -> Vec<Spelling> {
    let is_foreign =
        |letter: char| matches!(letter, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}' | '\u{1f00}'..='\u{1fff}');
    if !text.contains(is_foreign) {
        return Vec::new();
    }
    let letters: Vec<(usize, char)> =
        text.char_indices().map(|(at, letter)| (at, letter.to_lowercase().next().unwrap_or(letter))).collect();
    WAYS.iter().map(|way| romanise(&letters, *way)).collect()
}

fn romanise(letters: &[(usize, char)], way: Way) -> Spelling {
    let mut spelling = Spelling::default();
    let mut rest = letters;
    let mut before = ' ';
    while let [(at, letter), later @ ..] = rest {
        let next = later.first().map_or(' ', |(_, letter)| *letter);
        let ends = !later.get(1).is_some_and(|(_, letter)| letter.is_alphabetic());
        let starts = !before.is_alphabetic();
        rest = later;
        let pair = cyrillic_pair(*letter, next, ends, way)
            .or_else(|| greek_pair(plain_greek(*letter), plain_greek(next), starts, way));
        if let Some(pair) = pair {
            pair.chars().for_each(|plain| spelling.push(plain, *at));
            rest = later.get(1..).unwrap_or_default();
            before = next;
            continue;
        }
        match cyrillic(*letter, before, way).or_else(|| greek(plain_greek(*letter), way)) {
            Some(latin) => latin.chars().for_each(|plain| spelling.push(plain, *at)),
            None => push_plain(&mut spelling, *letter, *at),
        }
        before = *letter;
    }
    spelling
}

/// `ий` and `ый` at the end of a word are one letter for most of those who bear them.
fn cyrillic_pair(letter: char, next: char, ends: bool, way: Way) -> Option<&'static str> {
    (way == Way::Short && ends && matches!(letter, 'и' | 'ы') && next == 'й').then_some("y")
}

fn cyrillic(letter: char, before: char, way: Way) -> Option<&'static str> {
    let by = |english, short, passport, ukrainian, scientific| match way {
        Way::English => english,
        Way::Short => short,
        Way::Passport => passport,
        Way::Ukrainian => ukrainian,
        Way::Scientific => scientific,
    };
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => by("g", "g", "g", "h", "g"),
        'ґ' => "g",
        'д' => "d",
        'ђ' => by("dj", "dj", "dj", "dj", "d"),
        'ѓ' => "gj",
        'е' | 'э' => "e",
        'ё' => by("yo", "e", "e", "io", "e"),
        'є' => by("ye", "e", "ie", "ie", "je"),
        'ж' => by("zh", "zh", "zh", "zh", "z"),
        'з' => "z",
        'ѕ' => "dz",
        'и' => by("i", "i", "i", "y", "i"),
        'і' => "i",
        'ї' => by("yi", "i", "i", "i", "ji"),
        'й' => by("y", "y", "i", "i", "j"),
        'ј' => "j",
        'к' => "k",
        'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'н' => "n",
        'њ' => "nj",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'ћ' => "c",
        'ќ' => "kj",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' => by("kh", "h", "kh", "kh", "h"),
        'ц' => by("ts", "ts", "ts", "ts", "c"),
        'ч' => by("ch", "ch", "ch", "ch", "c"),
        'џ' => by("dz", "dz", "dz", "dz", "dz"),
        'ш' => by("sh", "sh", "sh", "sh", "s"),
        'щ' => by("shch", "sch", "shch", "shch", "sht"),
        'ъ' | 'ь' => "",
        'ы' => "y",
        'ю' => by("yu", "yu", "iu", "iu", "ju"),
        'я' if way == Way::Short && before == 'и' => "a",
        'я' => by("ya", "ya", "ia", "ia", "ja"),
        _ => return None,
    })
}

/// Without accents and breathings, which romanising does not show.
fn plain_greek(letter: char) -> char {
    if !matches!(letter, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}') {
        return letter;
    }
    let mut first = None;
    crate::fold::fold_letter(letter, &mut |plain| first = first.or(Some(plain)));
    first.unwrap_or(letter)
}

fn greek_pair(letter: char, next: char, starts: bool, way: Way) -> Option<&'static str> {
    let short = way == Way::Short;
    Some(match (letter, next) {
        ('ο', 'υ') => {
            if short {
                "u"
            } else {
                "ou"
            }
        }
        ('α', 'υ') => {
            if short {
                "af"
            } else {
                "av"
            }
        }
        ('ε', 'υ') => {
            if short {
                "ef"
            } else {
                "ev"
            }
        }
        ('μ', 'π') if starts || short => "b",
        ('ν', 'τ') if starts || short => "d",
        ('γ', 'κ') if starts || short => "g",
        ('γ', 'γ') => "ng",
        _ => return None,
    })
}

fn greek(letter: char, way: Way) -> Option<&'static str> {
    let short = way == Way::Short;
    Some(match letter {
        'α' => "a",
        'β' => {
            if short {
                "b"
            } else {
                "v"
            }
        }
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' => "i",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => {
            if short {
                "ks"
            } else {
                "x"
            }
        }
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' | 'ς' => "s",
        'τ' => "t",
        'υ' => {
            if short {
                "i"
            } else {
                "y"
            }
        }
        'φ' => {
            if short {
                "ph"
            } else {
                "f"
            }
        }
        'χ' => {
            if short {
                "h"
            } else {
                "ch"
            }
        }
        'ψ' => "ps",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_their_bearers_spell_them() {
        for (name, latins) in [
            ("Дмитрий", vec!["dmitriy", "dmitry", "dmitrii"]),
            ("Юлия", vec!["yuliya", "yulia", "iuliia"]),
            ("Богдан Хмельницкий", vec!["bogdan khmelnitskiy", "bogdan hmelnitsky"]),
            ("Богдан", vec!["bogdan", "bohdan"]),
            ("Микита Ткаченко", vec!["mykyta tkachenko"]),
            ("Милица Ђорђевић", vec!["milica dordevic"]),
            ("Щербаков", vec!["shcherbakov", "scherbakov"]),
            ("Алёна", vec!["alyona", "alena"]),
            ("Γιώργος Παπαδόπουλος", vec!["giorgos papadopoulos"]),
            ("Ευαγγελία Μπακογιάννη", vec!["evangelia bakogianni"]),
            ("Νίκος Χρήστου", vec!["nikos christou", "nikos hristu"]),
        ] {
            let spelled: Vec<String> = romanised(name).into_iter().map(|spelling| spelling.text).collect();
            for latin in latins {
                assert!(spelled.iter().any(|text| text == latin), "{name}: {latin} is not in {spelled:?}");
            }
        }
        assert!(romanised("Priya 王小明 Müller").is_empty());
    }
}
