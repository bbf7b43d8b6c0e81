//! Many people at once.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use common::*;
use justmet_domain::id::EventId;
use justmet_store::{Imported, NewEncounter, RowFault, StoreError, Writer};
use uuid::Uuid;

/// More than are derived at once, each with something of their own.
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

fn insert_all(writer: &Writer<'_>, people: &[NewEncounter]) -> Result<(), StoreError> {
    people.iter().try_for_each(|met| writer.insert(met))
}

#[test]
fn imported_at_once_or_saved_one_by_one_is_the_same_database() {
    let (saved, imported) = (Folder::new(), Folder::new());
    let (one, other) = (saved.open(), imported.open());
    one.write(NOW, |writer| insert_all(writer, &many(writer.event_named("RustConf", NOW, event())?))).unwrap();
    let text = one.read(|reader| reader.export()).unwrap();
    assert_eq!(other.import(&text, NOW, &mut Ids(0xB000_0000)), Ok(Imported { added: 500, already_here: 0 }));
    assert_eq!(everything(&imported), everything(&saved));
    for store in [&one, &other] {
        assert_eq!(found(store, "word432"), [432]);
        assert_eq!(find(store, "oestergaard").contacts.len(), 50);
        assert!(store.check().unwrap().is_whole());
    }
}

#[test]
fn one_who_cannot_be_imported_leaves_nobody() {
    let (saved, imported) = (Folder::new(), Folder::new());
    let (one, other) = (saved.open(), imported.open());
    one.write(NOW, |writer| insert_all(writer, &many(writer.event_named("RustConf", NOW, event())?))).unwrap();
    let text = one.read(|reader| reader.export()).unwrap();
    let before = everything(&imported);
    for number in [1, 128, 129, 500] {
        let name = format!("Priya Ráo {number}\"");
        let spoiled = text.replacen(&format!("{name},\"name_sure\":"), &format!("{name},\"name_sure\":7"), 1);
        let line = text.lines().position(|line| line.contains(&name)).unwrap() + 1;
        let refused = StoreError::RefusedRow { line, table: "contact".to_owned(), fault: RowFault::Rule };
        assert_eq!(other.import(&spoiled, NOW, &mut Ids(0xB000_0000)), Err(refused));
        assert_eq!(everything(&imported), before);
    }
}

#[test]
fn who_comes_and_goes_in_one_write_leaves_no_word() {
    let folder = Folder::new();
    let store = folder.open();
    store
        .write(NOW, |writer| {
            insert_all(writer, &many(writer.event_named("RustConf", NOW, event())?))?;
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
