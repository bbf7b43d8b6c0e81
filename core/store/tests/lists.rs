//! Pages, search and names.

mod common;

use common::*;
use justmet_domain::fold::fold;
use justmet_domain::id::{ContactId, EventId};
use uuid::Uuid;

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
fn search_finds_every_kind_of_text_by_any_part_of_it() {
    let folder = Folder::new();
    let store = folder.open();
    store
        .write(NOW, |writer| {
            let event = writer.event_named("RustConf Montréal", NOW, EventId::from_uuid(Uuid::from_u128(7)))?;
            writer.insert(&priya(1, Some(event)))?;
            writer.insert(&someone(2, "王小明"))
        })
        .unwrap();
    let found = |text: &str| {
        let words: Vec<String> = fold(text).split_whitespace().map(str::to_owned).collect();
        let ids = store.read(|reader| reader.search(&words, 50)).unwrap();
        ids.into_iter().map(|id| id.uuid().as_u128() >> 32).collect::<Vec<_>>()
    };
    for text in [
        "Priya",
        "RÁO",
        "iya",
        "acme",
        "Führung",
        "fuhrungs",
        "kayaking",
        "SLIDES",
        "zoe",
        "intro",
        "montreal",
        "priya@acme.example",
        "+15145550142",
        "5145550142",
        "514-555",
        "0142",
        "rao priya",
        "kayak acme rust",
    ] {
        assert_eq!(found(text), [1], "{text}");
    }
    assert_eq!(found("小"), [2]);
    for text in ["bob", "priya bob", "kayakraw", "raoacme", "' OR 1", "%", "_"] {
        assert_eq!(found(text), [0_u128; 0], "{text}");
    }
    assert_eq!(found(""), [2, 1]);
}

#[test]
fn names_that_start_so_come_first_and_then_the_most_recent() {
    let folder = Folder::new();
    let store = folder.open();
    for (number, name, org) in
        [(1, "Ann Lee", ""), (2, "Joanna Hill", ""), (3, "Bob", "Annex"), (4, "Lee Annable", ""), (5, "Susanne", "")]
    {
        let mut met = someone(number, name);
        met.contact.org = Some(org.into());
        save(&store, &met);
    }
    let search = |words: &[&str], limit| {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        store.read(|reader| reader.search(&words, limit)).unwrap()
    };
    assert_eq!(search(&["ann"], 50), [4, 1, 5, 3, 2].map(contact_id));
    assert_eq!(search(&["ann"], 3), [4, 1, 5].map(contact_id));
    assert_eq!(search(&["ann", "le"], 50), [4, 1].map(contact_id));
    assert_eq!(search(&["ann"], 0), []);
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
