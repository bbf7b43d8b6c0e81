//! Pages and names.

mod common;

use common::*;
use justmet_domain::fold::fold;
use justmet_domain::id::ContactId;

#[test]
fn pages_stay_in_order_while_people_are_saved_between_them() {
    let folder = Folder::new();
    let store = folder.open();
    for number in 1..=10 {
        let mut met = someone(number, "x");
        // Three at a time were met in one millisecond.
        met.contact.met_at = later(i64::try_from(number / 3).unwrap());
        save(&store, &met);
    }
    let expected: Vec<ContactId> = (1..=10).rev().map(contact_id).collect();
    let mut seen = Vec::new();
    let mut cursor = None;
    loop {
        let page = store.read(|reader| reader.recent(cursor, 4)).unwrap();
        let Some(last) = page.last() else { break };
        cursor = store.read(|reader| reader.recent_cursor(*last)).unwrap();
        cursor = cursor.map(|it| it.to_string().parse().unwrap());
        seen.extend(page);
        // A new one on top, and an old one below all pages, which the last page shows.
        let number = 100 + seen.len() as u128;
        save(&store, &someone(number, "new"));
        if seen.len() == 4 {
            store.write(NOW, |writer| writer.erase_contact(contact_id(4), NOW)).unwrap();
        }
    }
    assert_eq!(seen, expected.into_iter().filter(|id| *id != contact_id(4)).collect::<Vec<_>>());
    assert_eq!(store.read(|reader| reader.recent(None, 0)).unwrap(), vec![]);
    assert_eq!(store.read(|reader| reader.recent_cursor(contact_id(999))).unwrap(), None);
}

#[test]
fn a_name_means_the_whole_of_it_else_its_words_else_their_beginnings() {
    let folder = Folder::new();
    let store = folder.open();
    let names = ["Ann Lee", "Lee, Ann", "Anna Leeds", "Ann", "Priya O'Brien", "", "---"];
    for (number, name) in (1..).zip(names) {
        save(&store, &someone(number, name));
    }
    let named = |name: &str| store.read(|reader| reader.named(&fold(name))).unwrap();
    assert_eq!(named("Ann"), [4].map(contact_id), "the whole name");
    assert_eq!(named(" ann lee "), [1].map(contact_id));
    assert_eq!(named("lee ann"), [2, 1].map(contact_id), "its words, the most recent first");
    assert_eq!(named("lee"), [2, 1].map(contact_id));
    assert_eq!(named("leed an"), [3].map(contact_id), "beginnings, only where no words");
    assert_eq!(named("o'brien"), [5].map(contact_id));
    assert_eq!(named("---"), [7].map(contact_id));
    for nobody in ["", "  ", "bob", "nn", "ann bob", "!!"] {
        assert_eq!(named(nobody), [], "{nobody}");
    }
}
