//! Everything as one text, and back.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use common::*;
use justmet_domain::id::{EventId, PreferenceId};
use justmet_store::{Imported, RowFault, Store, StoreError};
use uuid::Uuid;

fn export(store: &Store) -> String {
    store.read(|reader| reader.export()).unwrap()
}

fn import(store: &Store, text: &str) -> Result<Imported, StoreError> {
    store.import(text, later(77_000_000), &mut Ids(0xB000_0000))
}

#[test]
fn what_was_exported_comes_back_byte_for_byte() {
    let folder = Folder::new();
    let store = folder.open();
    fill(&store);
    let mut hours_alone = priya(1, None).preferences.remove(1);
    (hours_alone.stance, hours_alone.hours) = (None, priya(1, None).preferences.remove(0).hours);
    hours_alone.id = PreferenceId::from_uuid(Uuid::from_u128(0x11));
    store.write(later(10), |writer| writer.put_preference(&hours_alone)).unwrap();
    let (text, before) = (export(&store), dump(&folder.raw()));
    assert!(before.lines().count() > 40 && before.contains("store.hlc"), "{before}");
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["tables"]["contact"].as_array().unwrap().len(), 5);
    assert_eq!(json["tables"]["contact"][1]["name"], "Zoë \"Zo\" O'Hara\n\u{0}\\");
    assert!(!text.contains("store.node") && !text.contains("\"seq\""));

    let wiped = Folder::new();
    let fresh = wiped.open();
    let node = |store: &Store| store.read(|reader| reader.setting("store.node")).unwrap().unwrap();
    let own = node(&fresh);
    assert_eq!(import(&fresh, &text), Ok(Imported { added: 5, already_here: 0 }));
    assert_eq!(dump(&wiped.raw()), before);
    assert_eq!(export(&fresh), text);
    assert_eq!(node(&fresh), own, "it stays the installation that it was");
    assert!(fresh.check().unwrap().is_whole());
    // What came back is in use: the same person is found, and can be written about.
    assert_eq!(fresh.read(|reader| reader.named("priya rao")).unwrap(), [contact_id(1)]);
    for text in ["kayak", "slides", "5145550142", "rust"] {
        assert_eq!(found(&fresh, text), found(&store, text), "{text}");
        assert!(found(&fresh, text).contains(&1), "{text}");
    }
    fresh.load_search().unwrap();
    assert!(found(&fresh, "kayak").contains(&1));
    save(&fresh, &someone(9, "Ann"));
}

#[test]
fn the_same_text_twice_adds_nobody_and_what_is_newer_here_stays() {
    let folder = Folder::new();
    let store = folder.open();
    fill(&store);
    let text = export(&store);
    store.write(later(20), |writer| writer.erase_contact(contact_id(3), later(20))).unwrap();
    save(&store, &someone(8, "Ann"));
    let before = dump(&folder.raw());
    assert_eq!(import(&store, &text), Ok(Imported { added: 0, already_here: 5 }));
    assert_eq!(dump(&folder.raw()), before, "who was erased stays erased");
}

#[test]
fn two_databases_become_one() {
    let (here, there) = (Folder::new(), Folder::new());
    let (store, other) = (here.open(), there.open());
    let event = |store: &Store, number, name: &str| {
        let id = EventId::from_uuid(Uuid::from_u128(number));
        store.write(NOW, |writer| writer.event_named(name, NOW, id)).unwrap()
    };
    save(&store, &priya(1, Some(event(&store, 1, "RustConf"))));
    save(&other, &priya(1, Some(event(&other, 2, "rustconf"))));
    save(&other, &priya(2, Some(event(&other, 2, "rustconf"))));
    event(&other, 3, "EuroRust");
    assert_eq!(import(&store, &export(&other)), Ok(Imported { added: 1, already_here: 1 }));
    let profiles = store.read(|reader| reader.profiles(&[contact_id(1), contact_id(2)])).unwrap();
    let events: Vec<_> = profiles.iter().map(|profile| profile.event.clone().unwrap()).collect();
    assert_eq!(events[0].id, events[1].id, "one name is one event");
    assert_eq!(profiles[1].addresses.len(), 2);
    assert_eq!(profiles[1].follow_up, priya(2, None).follow_up);
    assert!(store.check().unwrap().is_whole());
    let raw = here.raw();
    let names: i64 = raw.query_row("SELECT count(*) FROM event", [], |row| row.get(0)).unwrap();
    assert_eq!(names, 2);
}

/// The line, the table and the fault of the row that is refused.
fn refused(store: &Store, text: &str) -> Option<(usize, String, RowFault)> {
    match import(store, text) {
        Err(StoreError::RefusedRow { line, table, fault }) => Some((line, table, fault)),
        _ => None,
    }
}

#[test]
fn a_row_that_is_refused_says_where_and_what() {
    let folder = Folder::new();
    let store = folder.open();
    fill(&store);
    let text = export(&store);
    let wiped = Folder::new();
    let fresh = wiped.open();
    let before = dump(&wiped.raw());
    let line = |part: &str| text.lines().position(|line| line.contains(part)).unwrap() + 1;
    let column = |name: &str| name.to_owned();
    let orphan = Uuid::from_u128(99).to_string();
    let owner = format!("\"contact_id\":\"{}\"", Uuid::from_u128(3 << 32));
    let cases = [
        ("\"name_sure\":", "\"name_certain\":", "contact", RowFault::Unknown),
        ("\"name_sure\":1,", "", "contact", RowFault::Missing(column("name_sure"))),
        ("\"name_sure\":1", "\"name_sure\":true", "contact", RowFault::Value(column("name_sure"))),
        ("\"name_sure\":1", "\"name_sure\":18446744073709551615", "contact", RowFault::Value(column("name_sure"))),
        ("\"name_sure\":1", "\"name_sure\":[1,{}]", "contact", RowFault::Value(column("name_sure"))),
        ("\"name_sure\":1", "\"name_sure\":1,\"name_sure\":1", "contact", RowFault::Unknown),
        ("\"name_sure\":1", "\"name_sure\":2", "contact", RowFault::Rule),
        ("\"promised_by\":\"me\"", "\"promised_by\":\"us\"", "promise", RowFault::Rule),
        (&owner, &format!("\"contact_id\":\"{orphan}\""), "encounter", RowFault::Rule),
        (&owner, "\"contact_id\":\"nobody\"", "encounter", RowFault::Value(column("contact_id"))),
    ];
    for (part, wrong, table, fault) in cases {
        let spoiled = text.replacen(part, wrong, 1);
        assert_eq!(refused(&fresh, &spoiled), Some((line(part), table.to_owned(), fault)), "{wrong}");
        assert_eq!(dump(&wiped.raw()), before);
    }
}

#[test]
fn tables_in_another_order_are_taken_in_as_well() {
    let folder = Folder::new();
    let store = folder.open();
    fill(&store);
    let text = export(&store);
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let tables = json["tables"].as_object_mut().unwrap();
    let turned: Vec<String> = tables.iter().map(|(name, rows)| format!("\"{name}\":{rows}")).rev().collect();
    let head = format!("{{\"format\":\"justmet\",\"schema\":{},\"tables\":{{", known_schema());
    let turned = format!("{head}{}}}}}", turned.join(",\n"));
    let wiped = Folder::new();
    let fresh = wiped.open();
    assert_eq!(import(&fresh, &turned), Ok(Imported { added: 5, already_here: 0 }));
    assert_eq!(export(&fresh), text);
    let spoiled = turned.replacen("\"name_sure\":1", "\"name_sure\":7", 1);
    assert!(matches!(refused(&Folder::new().open(), &spoiled), Some((_, table, RowFault::Rule)) if table == "contact"));
    let owner = |number| format!("\"contact_id\":\"{}\"", Uuid::from_u128(number));
    let orphan = turned.replacen(&owner(3 << 32), &owner(99), 1);
    assert!(matches!(import(&Folder::new().open(), &orphan), Err(StoreError::NotAnExport { .. })));
}

#[test]
fn what_is_no_export_is_refused_and_changes_nothing() {
    let folder = Folder::new();
    let store = folder.open();
    fill(&store);
    let text = export(&store);
    let before = dump(&folder.raw());
    let newer = text.replacen(&format!("\"schema\":{}", known_schema()), "\"schema\":999", 1);
    assert!(matches!(import(&store, &newer), Err(StoreError::NewerDatabase { found: 999, .. })));
    let row = text.lines().position(|line| line.contains("王小明")).unwrap();
    let spoil = |line: &str| line.replace("\"name_sure\":1", "\"name_sure\":7");
    let broken: Vec<String> =
        text.lines().enumerate().map(|(at, line)| if at == row { spoil(line) } else { line.to_owned() }).collect();
    assert_eq!(
        refused(&Folder::new().open(), &broken.join("\n")),
        Some((row + 1, "contact".to_owned(), RowFault::Rule))
    );
    for wrong in ["", "{}", "[]", "not json", &text[..text.len() / 2], &text[..text.len() - 3], &format!("{text}{{}}")]
    {
        assert!(matches!(import(&store, wrong), Err(StoreError::NotAnExport { .. })), "{}", wrong.len());
    }
    assert_eq!(dump(&folder.raw()), before);
}
