//! Reading a lexicon file. What it does not understand it leaves out; a test finds it.

use super::sense::{LISTS, ROWS, Sense, SenseOf};

/// What the lines below a heading are.
#[derive(Clone, Copy)]
enum Section {
    List(Sense),
    Rows(SenseOf),
}

/// Every phrase of a file, in its order, with its meaning.
pub(super) fn entries(text: &str) -> impl Iterator<Item = (&str, Sense)> {
    rows(text).filter_map(Result::ok).flat_map(|(phrases, sense)| {
        phrases.split(',').map(str::trim).filter(|phrase| !phrase.is_empty()).map(move |phrase| (phrase, sense))
    })
}

/// Every line that holds phrases, or the number and text of one that is not understood.
pub(super) fn rows(text: &str) -> impl Iterator<Item = Result<(&str, Sense), (usize, &str)>> {
    let mut section = None;
    let mut open = None;
    (1..).zip(text.lines()).filter_map(move |(number, line)| {
        if line.trim().is_empty() || line.starts_with('#') {
            return None;
        }
        if let Some(heading) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = under(heading);
            open = None;
            return section.is_none().then_some(Err((number, line)));
        }
        let row = match section {
            None => None,
            Some(Section::List(sense)) => Some((line, sense)),
            // A row that begins with blanks goes on with the one above.
            Some(Section::Rows(_)) if line.starts_with(' ') => open.map(|sense| (line, sense)),
            Some(Section::Rows(sense_of)) => line.split_once(" = ").and_then(|(key, phrases)| {
                open = sense_of(key);
                open.map(|sense| (phrases, sense))
            }),
        };
        Some(row.ok_or((number, line)))
    })
}

fn under(heading: &str) -> Option<Section> {
    let list = LISTS.iter().find(|(name, _)| *name == heading).map(|(_, sense)| Section::List(*sense));
    list.or_else(|| ROWS.iter().find(|(name, _)| *name == heading).map(|(_, sense_of)| Section::Rows(*sense_of)))
}

#[cfg(test)]
mod tests {
    use super::super::{files, split_words};
    use super::*;
    use crate::fold::fold;

    #[test]
    fn every_line_of_every_file_is_understood() {
        for (language, text) in files() {
            let faults: Vec<_> = rows(&text).filter_map(Result::err).collect();
            assert_eq!(faults, [], "{language:?}");
        }
    }

    #[test]
    fn every_file_has_every_heading_once() {
        let wanted: Vec<&str> = ROWS.iter().map(|(name, _)| *name).chain(LISTS.iter().map(|(name, _)| *name)).collect();
        for (language, text) in files() {
            let found: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')).collect();
            assert_eq!(found, wanted, "{language:?}");
        }
    }

    #[test]
    fn no_phrase_stands_twice_under_one_meaning() {
        for (language, text) in files() {
            let mut seen = std::collections::HashSet::new();
            for (phrase, sense) in entries(&text) {
                let folded = fold(phrase);
                let words = split_words(&folded).collect::<Vec<_>>().join(" ");
                let fresh = seen.insert((words, format!("{sense:?}")));
                assert!(fresh, "{language:?}: {phrase} as {sense:?}");
            }
        }
    }

    #[test]
    fn a_fault_is_named_with_its_line() {
        let faulty = "[days]\n1 = tomorrow\none = tomorrow\n[nonsense]\nword\n";
        let faults: Vec<_> = rows(faulty).filter_map(Result::err).collect();
        assert_eq!(faults, [(3, "one = tomorrow"), (4, "[nonsense]"), (5, "word")]);
    }
}
