//! Many people in one write.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use common::*;
use justmet_domain::id::EventId;
use justmet_store::{NewEncounter, StoreError};
use uuid::Uuid;

/// More than are handed over at once, each with something of their own.
fn many(event: EventId) -> Vec<NewEncounter> {
    let one = |number: u128| {
        let mut met = priya(number, (!number.is_multiple_of(3)).then_some(event));
        met.contact.name = format!("Priya Ráo {number}");
        met.encounter.notes = format!("likes kayaking and word{number}, Östergård");
        met
    };
    (1..=500).map(one).collect()
}

fn event() -> EventId {
    EventId::from_uuid(Uuid::from_u128(7))
}

/// The whole file, what derives from the rest too.
fn everything(folder: &Folder) -> String {
    let conn = folder.raw();
    let derived = [
        "SELECT contact_seq, written, met, channels, short, notes, promises, name_order, name_order_es,
                outline FROM finding",
        "SELECT * FROM met_there",
        "SELECT * FROM tally",
    ];
    let mut all = dump(&conn);
    for sql in derived {
        let mut statement = conn.prepare(sql).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<_> = (0..columns).map(|at| row.get_ref(at).unwrap()).collect();
            all.push_str(&format!("{values:?}\n"));
        }
    }
    all
}

#[test]
fn all_at_once_or_one_by_one_is_the_same_database() {
    let (together, in_turn) = (Folder::new(), Folder::new());
    let (one, other) = (together.open(), in_turn.open());
    one.write(NOW, |writer| writer.insert_all(&many(writer.event_named("RustConf", NOW, event())?))).unwrap();
    other
        .write(NOW, |writer| {
            many(writer.event_named("RustConf", NOW, event())?).iter().try_for_each(|met| writer.insert(met))
        })
        .unwrap();
    assert_eq!(everything(&together), everything(&in_turn));
    for store in [&one, &other] {
        assert_eq!(found(store, "word432"), [432]);
        assert_eq!(find(store, "oestergaard").contacts.len(), 50);
        assert!(store.check().unwrap().is_whole());
    }
}

#[test]
fn one_who_cannot_be_saved_leaves_nobody() {
    let folder = Folder::new();
    let store = folder.open();
    let known = store.write(NOW, |writer| writer.event_named("RustConf", NOW, event())).unwrap();
    let before = everything(&folder);
    let wrong: [fn(&mut NewEncounter); 3] = [
        |met| met.encounter.event = Some(EventId::from_uuid(Uuid::from_u128(8))),
        |met| met.encounter.contact = contact_id(9999),
        |met| met.contact.id = contact_id(3),
    ];
    for at in [0, 63, 64, 499] {
        for wrong in wrong {
            let mut people = many(known);
            wrong(people.get_mut(at).unwrap());
            assert_eq!(store.write(NOW, |writer| writer.insert_all(&people)), Err(StoreError::Conflict), "{at}");
            assert_eq!(everything(&folder), before);
        }
    }
    store.write(NOW, |writer| writer.insert_all(&many(known))).unwrap();
    assert_eq!(store.read(|reader| reader.contact_count()), Ok(500));
}

#[test]
fn who_comes_and_goes_in_one_write_leaves_no_word() {
    let folder = Folder::new();
    let store = folder.open();
    store
        .write(NOW, |writer| {
            writer.insert_all(&many(writer.event_named("RustConf", NOW, event())?))?;
            (2..=500).try_for_each(|number| writer.erase_contact(contact_id(number), NOW))
        })
        .unwrap();
    assert_eq!(found(&store, "kayaking"), [1]);
    assert_eq!(find(&store, "word432").contacts, []);
    assert!(store.check().unwrap().is_whole());
    let words: i64 = folder
        .raw()
        .query_row("SELECT count(*) FROM finding_words WHERE finding_words MATCH '\"word\"*'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(words, 1);
}
