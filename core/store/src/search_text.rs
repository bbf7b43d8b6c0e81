//! The folded text by which a contact is found, and the comparing with it.

use justmet_domain::channel::Handle;
use justmet_domain::fold::fold;

use crate::NewEncounter;

/// Everything that finds a contact, folded, a line for each piece so that no word matches across two of them.
pub(crate) fn compose(met: &NewEncounter, event: Option<&str>) -> String {
    let contact = &met.contact;
    let mut text = String::new();
    let pieces = [Some(contact.name.as_str()), contact.org.as_deref(), contact.role.as_deref(), event];
    for piece in pieces.into_iter().flatten() {
        add(&mut text, piece);
    }
    for address in &met.addresses {
        add_handle(&mut text, &address.handle);
    }
    add(&mut text, &met.encounter.notes);
    for promise in &met.promises {
        add(&mut text, &promise.what);
    }
    text
}

/// The key of a number is its digits alone, however they are grouped where it is shown.
fn add_handle(text: &mut String, handle: &Handle) {
    add(text, &handle.key);
    if handle.display != handle.key {
        add(text, &handle.display);
    }
}

fn add(text: &mut String, piece: &str) {
    let piece = piece.trim();
    if !piece.is_empty() {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&fold(piece));
    }
}

/// How many of the words start a word of the name.
pub(crate) fn name_starts(name_folded: &str, words: &[&str]) -> usize {
    words.iter().filter(|word| words_of(name_folded).any(|part| part.starts_with(**word))).count()
}

/// The words of a folded name: `rao-smith, priya` has three.
pub(crate) fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_at_everything_that_is_no_letter() {
        assert_eq!(words_of("rao-smith, o'brien 王小明").collect::<Vec<_>>(), ["rao", "smith", "o", "brien", "王小明"]);
        assert_eq!(words_of(" - ").count(), 0);
    }

    #[test]
    fn starts_of_names_are_counted() {
        assert_eq!(name_starts("priya rao", &["ra", "pri"]), 2);
        assert_eq!(name_starts("priya rao", &["iya", "rao"]), 1);
        assert_eq!(name_starts("", &["a"]), 0);
    }
}
