//! What the file itself does not allow, and what a failed write leaves behind: nothing.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::panic::{AssertUnwindSafe, catch_unwind};

use common::*;
use justmet_domain::follow_up::{FollowUp, State};
use justmet_domain::id::{EncounterId, EventId};
use justmet_store::{LedgerEvent, StoreError, Undo, UndoWhat};
use uuid::Uuid;

/// Every row of every table, to compare states as a whole.
fn dump(folder: &Folder) -> Vec<String> {
    let raw = folder.raw();
    // Without the index of words itself, which cannot be read; its own tables are there.
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";
    let mut tables = raw.prepare(sql).unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut all = Vec::new();
    for table in tables {
        let mut statement = raw.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<_> =
                (0..columns).map(|column| row.get::<_, rusqlite::types::Value>(column).unwrap()).collect();
            all.push(format!("{table} {values:?}"));
        }
    }
    all
}

#[test]
fn a_contact_has_one_open_follow_up() {
    let folder = Folder::new();
    let store = folder.open();
    let met = due(1, "Ann", "2026-11-25 10:00");
    save(&store, &met);
    let first = met.follow_up.unwrap();
    let second = FollowUp { id: justmet_domain::id::FollowUpId::from_uuid(Uuid::from_u128(5)), ..first.clone() };
    let put = |follow_up: &FollowUp| store.write(NOW, |it| it.put_follow_up(follow_up, LedgerEvent::Planned, NOW));
    for state in [State::Planned, State::Delivered(NOW)] {
        assert_eq!(put(&FollowUp { state, ..second.clone() }), Err(StoreError::Conflict));
    }
    assert_eq!(store.read(|reader| reader.ledger(second.id)).unwrap(), vec![]);
    assert_eq!(put(&FollowUp { state: State::Acted(NOW), ..second.clone() }), Ok(()), "an ended one is no obligation");
    put(&FollowUp { state: State::Acted(NOW), ..first.clone() }).unwrap();
    assert_eq!(put(&second), Ok(()), "and makes room for another");
    assert_eq!(put(&first), Err(StoreError::Conflict), "which the first cannot take back");
}

#[test]
fn the_schema_refuses_what_no_program_should_write() {
    let folder = Folder::new();
    let store = folder.open();
    let event = store
        .write(NOW, |writer| {
            let event = writer.event_named("RustConf", NOW, EventId::from_uuid(Uuid::from_u128(7)))?;
            writer.insert(&priya(1, Some(event)))?;
            Ok(event)
        })
        .unwrap();
    assert_eq!(event.uuid(), Uuid::from_u128(7));
    let raw = folder.raw();
    raw.pragma_update(None, "foreign_keys", true).unwrap();
    for sql in [
        "UPDATE ledger SET event = 'done'",
        "DELETE FROM ledger",
        "INSERT INTO ledger (follow_up_id, generation, event, at_ms, hlc) SELECT id, 0, 'repeated', 0, 0 FROM follow_up",
        "UPDATE follow_up SET state = 'recurring'",
        "UPDATE follow_up SET state = 'acted'",
        "UPDATE follow_up SET state = 'closed', state_at_ms = 1",
        "UPDATE follow_up SET closed_because = 'let_go'",
        "UPDATE follow_up SET due = '2026-11-25 10:00'",
        "UPDATE follow_up SET due = 'every tuesday'",
        "UPDATE follow_up SET generation = -1",
        "UPDATE follow_up SET contact_id = x'00112233445566778899aabbccddeeff'",
        "UPDATE contact SET met_at_ms = 'yesterday'",
        "UPDATE contact SET id = x'00'",
        "UPDATE contact SET deleted_ms = 1",
        "UPDATE address SET deleted_ms = 1",
        "UPDATE address SET kind = 'fax'",
        "UPDATE address SET key = NULL",
        "UPDATE address SET kind = 'email', key = 'same'",
        "UPDATE preference SET channel = 'email'",
        "UPDATE preference SET hours_until = NULL",
        "UPDATE preference SET deleted_ms = 1",
        "UPDATE encounter SET mode = 'guessed'",
        "UPDATE encounter SET deleted_ms = 1",
        "UPDATE promise SET deleted_ms = 1",
        "UPDATE promise SET kept = 2",
        "UPDATE event SET deleted_ms = 1",
        "INSERT INTO event (id, name, name_folded, last_used_ms, hlc) VALUES (randomblob(16), 'x', 'rustconf', 0, 0)",
        "INSERT INTO outbox (hlc, entity, entity_id) VALUES (1, 'secret', randomblob(16))",
        "DELETE FROM contact",
        "DELETE FROM encounter",
    ] {
        let error = raw.execute(sql, []).expect_err(sql);
        assert_eq!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::ConstraintViolation), "{sql}: {error}");
    }
}

#[test]
fn no_column_can_make_a_follow_up_recur() {
    let folder = Folder::new();
    drop(folder.open());
    let raw = folder.raw();
    let mut columns = raw.prepare("SELECT name FROM pragma_table_info('follow_up') ORDER BY cid").unwrap();
    let columns: Vec<String> = columns.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let expected =
        "seq id contact_id encounter_id due generation state state_at_ms closed_because created_at_ms hlc deleted_ms";
    assert_eq!(columns.join(" "), expected);
}

#[test]
fn rows_of_somebody_else_are_refused() {
    let folder = Folder::new();
    let store = folder.open();
    save(&store, &someone(9, "Else"));
    let before = dump(&folder);
    let refused = |change: fn(&mut justmet_store::NewEncounter)| {
        let mut met = priya(1, None);
        change(&mut met);
        assert_eq!(store.write(NOW, |writer| writer.insert(&met)), Err(StoreError::Conflict));
        assert_eq!(dump(&folder), before);
    };
    refused(|met| met.contact.id = contact_id(9));
    refused(|met| met.encounter.contact = contact_id(9));
    refused(|met| met.addresses[1].contact = contact_id(9));
    refused(|met| met.addresses[1].id = met.addresses[0].id);
    refused(|met| met.preferences[1].contact = contact_id(9));
    refused(|met| met.promises[1].encounter = EncounterId::from_uuid(Uuid::from_u128(3)));
    refused(|met| met.follow_up.as_mut().unwrap().contact = contact_id(9));
    refused(|met| met.encounter.event = Some(EventId::from_uuid(Uuid::from_u128(3))));
}

#[test]
fn a_failed_write_leaves_nothing() {
    let folder = Folder::new();
    let store = folder.open();
    save(&store, &priya(1, None));
    let before = dump(&folder);
    let failed: Result<(), _> = store.write(later(99), |writer| {
        writer.event_named("RustConf", NOW, EventId::from_uuid(Uuid::from_u128(7)))?;
        writer.insert(&priya(2, None))?;
        writer.erase_contact(contact_id(1), NOW)?;
        writer.set_setting("lang", "fr")?;
        assert_eq!(writer.contact_count()?, 1, "a write sees itself");
        Err(StoreError::Busy)
    });
    assert_eq!(failed, Err(StoreError::Busy));
    assert_eq!(dump(&folder), before);
}

#[test]
fn a_panic_in_a_write_leaves_nothing_and_the_store_goes_on() {
    let folder = Folder::new();
    let store = folder.open();
    let before = dump(&folder);
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        store.write(NOW, |writer| -> Result<(), StoreError> {
            writer.insert(&priya(1, None))?;
            panic!("a mistake")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(dump(&folder), before);
    save(&store, &priya(1, None));
    assert_eq!(store.read(|reader| reader.contact_count()), Ok(1));
}

#[test]
fn each_changed_entity_is_in_the_outbox_once_a_write() {
    let folder = Folder::new();
    let store = folder.open();
    store
        .write(NOW, |writer| {
            let event = writer.event_named("RustConf", NOW, EventId::from_uuid(Uuid::from_u128(7)))?;
            writer.event_named("rustconf", NOW, EventId::from_uuid(Uuid::from_u128(8)))?;
            writer.insert(&priya(1, Some(event)))
        })
        .unwrap();
    let count = |raw: &rusqlite::Connection| {
        let mut statement = raw.prepare("SELECT entity, count(*) FROM outbox GROUP BY entity ORDER BY entity").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))).unwrap();
        rows.map(|row| row.map(|(entity, count)| format!("{entity} {count}")).unwrap()).collect::<Vec<_>>().join(", ")
    };
    let raw = folder.raw();
    assert_eq!(count(&raw), "address 2, contact 1, encounter 1, event 1, follow_up 1, preference 2, promise 2");
    let stamps: i64 = raw.query_row("SELECT count(DISTINCT hlc) FROM outbox", [], |row| row.get(0)).unwrap();
    assert_eq!(stamps, 1, "one reading of the clock a write");
    store.write(NOW, |writer| writer.erase_contact(contact_id(1), NOW)).unwrap();
    assert_eq!(count(&raw), "address 4, contact 2, encounter 2, event 2, follow_up 2, preference 4, promise 4");
}

#[test]
fn the_clock_of_the_writes_never_goes_back_over_restarts_and_wrong_clocks() {
    let folder = Folder::new();
    let stamp = |folder: &Folder| -> i64 {
        let sql = "SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'store.hlc'";
        folder.raw().query_row(sql, [], |row| row.get(0)).unwrap()
    };
    drop(folder.open());
    let mut last = stamp(&folder);
    assert_eq!(last, NOW.ms() << 16);
    for (number, at) in [(1, 5), (2, -1_000_000), (3, -2_000_000), (4, 7)] {
        let store = folder.open();
        store.write(later(at), |writer| writer.insert(&someone(number, "x"))).unwrap();
        drop(store);
        let now = stamp(&folder);
        assert!(now > last, "write {number}: {now} after {last}");
        last = now;
    }
    assert_eq!(last, later(7).ms() << 16);
    let in_order: i64 = folder
        .raw()
        .query_row(
            "SELECT count(*) FROM contact a JOIN contact b ON b.seq = a.seq + 1 WHERE b.hlc > a.hlc",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(in_order, 3);
}

#[test]
fn unknown_contacts_are_refused_everywhere() {
    let folder = Folder::new();
    let store = folder.open();
    let stranger = due(1, "Ann", "2026-11-25 10:00");
    let undo = Undo { token: Uuid::from_u128(1), what: UndoWhat::Saved(stranger.contact.id), expires: NOW };
    let wish = priya(1, None).preferences[0].clone();
    let refused = Err(StoreError::Conflict);
    assert_eq!(store.write(NOW, |writer| writer.set_last_listing(&[contact_id(1)])), refused);
    assert_eq!(store.write(NOW, |writer| writer.put_undo(&undo)), refused);
    assert_eq!(store.write(NOW, |writer| writer.put_preference(&wish)), refused);
    let follow_up = stranger.follow_up.unwrap();
    assert_eq!(store.write(NOW, |it| it.put_follow_up(&follow_up, LedgerEvent::Planned, NOW)), refused);
}

#[test]
fn the_install_id_stays() {
    let folder = Folder::new();
    let node = |folder: &Folder| folder.open().read(|reader| reader.setting("store.node")).unwrap().unwrap();
    let first = node(&folder);
    assert_eq!(first.parse::<Uuid>().unwrap(), Uuid::from_u128(0xA000_0001));
    assert_eq!(node(&folder), first);
}
