//! Forgetting a person.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::fs;

use common::*;
use justmet_domain::channel::ChannelKind;
use justmet_domain::country::Custom;
use justmet_domain::deletion_offer::Offer;
use justmet_domain::follow_up::{ClosedBecause, State};
use justmet_domain::id::{ContactId, EventId, MessageId, PreferenceId};
use justmet_domain::message::trace::Trace;
use justmet_domain::message::{MessageRecord, MessageState};
use justmet_domain::suggest::Place;
use justmet_domain::time::Timestamp;
use justmet_store::{LedgerEvent, StoreError, Undo, UndoWhat};
use uuid::Uuid;

/// Everything of [`priya`] that a person could recognise her by, as bytes.
const TRACES: [&str; 13] = [
    "Priya",
    "priya",
    "Ráo",
    "rao",
    "Acm",
    "acm",
    "Führung",
    "fuhrung",
    "kayak",
    "5145550142",
    "555-0142",
    "slides",
    "Zoë",
];

fn traces(folder: &Folder) -> Vec<String> {
    let read = |name: String| traces_in(&fs::read(folder.0.path().join(&name)).unwrap(), &name);
    folder.names().into_iter().flat_map(read).collect()
}

fn traces_in(bytes: &[u8], name: &str) -> Vec<String> {
    let is_there = |trace: &str| bytes.windows(trace.len()).any(|window| window == trace.as_bytes());
    TRACES.into_iter().filter(|trace| is_there(trace)).map(|trace| format!("{trace} in {name}")).collect()
}

/// Every page of the database as SQLite reads it, free ones included: also what an encrypted file holds under its key.
fn traces_in_pages(folder: &Folder) -> Vec<String> {
    traces_in(&folder.raw().serialize("main").unwrap(), "the pages")
}

#[test]
fn nothing_of_an_erased_contact_is_left_in_any_file() {
    let folder = Folder::plain();
    let store = folder.open();
    let met = priya(1, None);
    save(&store, &met);
    // History counts too: a superseded wish, a second state of the follow-up, a payload of undo, a list.
    let mut wish = met.preferences[0].clone();
    wish.id = PreferenceId::from_uuid(Uuid::from_u128(5));
    let undo = Undo { token: Uuid::from_u128(6), what: UndoWhat::Saved(met.contact.id), expires: later(1_000_000) };
    store
        .write(NOW, |writer| {
            writer.put_preference(&wish)?;
            writer.put_undo(&undo)?;
            writer.set_last_listing(&[met.contact.id])
        })
        .unwrap();
    for number in 2..200 {
        save(&store, &someone(number, "Nobody"));
    }
    assert!(traces(&folder).len() >= TRACES.len(), "it would be found: {:?}", traces(&folder));

    store.write(NOW, |writer| writer.erase_contact(met.contact.id, later(7))).unwrap();
    assert_eq!(traces(&folder), Vec::<String>::new(), "with the store still open");
    let of_her = store.read(|reader| {
        Ok((
            reader.profile(met.contact.id)?,
            reader.recent_cursor(met.contact.id)?,
            reader.search(&typed("priya"), 9, NOW)?.contacts,
            reader.named("priya rao")?,
            reader.undo(undo.token)?,
            reader.open_follow_ups(None)?,
            reader.contact_count()?,
        ))
    });
    assert_eq!(of_her, Ok((None, None, vec![], vec![], None, vec![], 198)));
    drop(store);
    assert_eq!(traces(&folder), Vec::<String>::new());
}

#[test]
fn whoever_has_the_key_finds_nothing_of_an_erased_contact_either() {
    let folder = Folder::new();
    let store = folder.open();
    let event = EventId::from_uuid(Uuid::from_u128(7));
    store
        .write(NOW, |writer| {
            writer.event_named("Zoë's dinner", NOW, event)?;
            writer.insert(&priya(1, Some(event)))?;
            writer.put_message(&written(contact_id(1)), Custom::WhatsApp, Timestamp::from_ms(0))
        })
        .unwrap();
    for number in 2..300 {
        save(&store, &someone(number, "Nobody"));
    }
    let file = folder.0.path().join("backup");
    let traces_in_backup = || {
        store.backup(&file, None, [0; 16]).unwrap();
        traces_in(&fs::read(&file).unwrap(), "the backup")
    };
    let traces_in_export = || traces_in(store.read(|reader| reader.export()).unwrap().as_bytes(), "the export");
    assert_eq!(traces_in_pages(&folder).len(), TRACES.len(), "it would be found");
    assert_eq!(traces_in_backup().len(), TRACES.len());
    assert!(traces_in_export().len() > 8);

    store.write(NOW, |writer| writer.erase_contact(contact_id(1), NOW)).unwrap();
    assert_eq!(traces_in_pages(&folder), Vec::<String>::new());
    assert_eq!(traces_in_backup(), Vec::<String>::new());
    assert_eq!(traces_in_export(), Vec::<String>::new());
}

#[test]
fn a_reader_in_the_way_only_puts_the_cleaning_off() {
    let folder = Folder::plain();
    let store = folder.open();
    save(&store, &priya(1, None));
    store
        .read(|reader| {
            reader.contact_count()?;
            store.write(NOW, |writer| writer.erase_contact(contact_id(1), NOW))
        })
        .unwrap();
    assert_ne!(traces(&folder), Vec::<String>::new(), "the snapshot still needs the old pages");
    save(&store, &someone(2, "Nobody"));
    assert_eq!(traces(&folder), Vec::<String>::new());
}

#[test]
fn the_follow_up_of_an_erased_contact_ends_and_cannot_be_opened_again() {
    let folder = Folder::plain();
    let store = folder.open();
    let met = due(1, "Ann", "2026-11-25 10:00");
    save(&store, &met);
    let planned = met.follow_up.unwrap();
    store.write(NOW, |writer| writer.erase_contact(contact_id(1), later(7))).unwrap();
    let ended = store.read(|reader| reader.follow_up(planned.id)).unwrap().unwrap();
    assert_eq!(ended.state, State::Closed(later(7), ClosedBecause::ContactGone));
    let last = store.read(|reader| reader.ledger(planned.id)).unwrap().pop().unwrap();
    assert_eq!((last.event, last.at), (LedgerEvent::ContactGone, later(7)));
    let again = store.write(NOW, |writer| writer.put_follow_up(&planned, LedgerEvent::Undone, NOW));
    assert_eq!(again, Err(StoreError::Conflict));
    let sql = "UPDATE follow_up SET state = 'planned', state_at_ms = NULL, closed_because = NULL";
    assert!(folder.raw().execute(sql, []).is_err(), "whoever writes");
    let wish = priya(1, None).preferences[0].clone();
    assert_eq!(store.write(NOW, |writer| writer.put_preference(&wish)), Err(StoreError::Conflict));
}

#[test]
fn erasing_twice_or_an_unknown_contact_changes_nothing() {
    let folder = Folder::plain();
    let store = folder.open();
    save(&store, &due(1, "Ann", "2026-11-25 10:00"));
    for _ in 0..2 {
        store.write(NOW, |writer| writer.erase_contact(contact_id(1), NOW)).unwrap();
        store.write(NOW, |writer| writer.erase_contact(contact_id(9), NOW)).unwrap();
    }
    let changes: i64 = folder.raw().query_row("SELECT count(*) FROM outbox", [], |row| row.get(0)).unwrap();
    assert_eq!(changes, 6, "contact, encounter and follow-up, saved and erased");
}

#[test]
fn an_event_goes_with_the_last_person_met_there() {
    let folder = Folder::plain();
    let store = folder.open();
    let id = EventId::from_uuid(Uuid::from_u128(7));
    store
        .write(NOW, |writer| {
            writer.event_named("Zoë's dinner", NOW, id)?;
            writer.insert(&priya(1, Some(id)))?;
            writer.insert(&priya(2, Some(id)))
        })
        .unwrap();
    let latest = || store.read(|reader| reader.latest_event()).unwrap().map(|event| event.id);
    store.write(NOW, |writer| writer.erase_contact(contact_id(1), NOW)).unwrap();
    assert_eq!(latest(), Some(id));
    store.write(NOW, |writer| writer.erase_contact(contact_id(2), NOW)).unwrap();
    assert_eq!(latest(), None);
    assert_eq!(traces(&folder), Vec::<String>::new());
}

fn written(contact: ContactId) -> MessageRecord {
    MessageRecord {
        id: MessageId::from_uuid(Uuid::from_u128(77)),
        contact,
        channel: ChannelKind::WhatsApp,
        state: MessageState::Replied,
        at: NOW,
        answered_at: Some(later(5)),
        answered_on: Some(ChannelKind::Email),
        own_choice: true,
        place: Place::Event,
        trace: Trace::of("Hi Priya, here are the slides", "Priya"),
        reason: Some("she asked".into()),
    }
}

#[test]
fn who_is_forgotten_can_be_brought_back_as_they_were_until_it_is_too_late() {
    let folder = Folder::plain();
    let store = folder.open();
    let event = EventId::from_uuid(Uuid::from_u128(7));
    store
        .write(NOW, |writer| {
            writer.event_named("Zoë's dinner", NOW, event)?;
            writer.insert(&priya(1, Some(event)))?;
            writer.set_deletion_offer(contact_id(1), Offer::Shown)?;
            writer.put_message(&written(contact_id(1)), Custom::WhatsApp, Timestamp::from_ms(0))
        })
        .unwrap();
    let offer = || -> Option<String> {
        folder.raw().query_row("SELECT deletion_offer FROM contact", [], |row| row.get(0)).unwrap()
    };
    assert_eq!(offer().as_deref(), Some("shown"));
    let profile = || store.read(|reader| reader.profile(contact_id(1))).unwrap();
    let before = profile();
    let forget = |token: u128, expires| {
        store.write(later(10), |writer| {
            let what = UndoWhat::Forgotten(writer.content_of(contact_id(1))?);
            writer.erase_contact(contact_id(1), later(10))?;
            writer.put_undo(&Undo { token: Uuid::from_u128(token), what, expires })
        })
    };
    forget(20, later(10_000)).unwrap();
    assert_eq!(profile(), None, "gone from every screen at once");
    store
        .write(later(20), |writer| {
            let Some(Undo { what: UndoWhat::Forgotten(content), .. }) = writer.take_undo(Uuid::from_u128(20))? else {
                return Err(StoreError::Damaged);
            };
            writer.bring_back(&content, later(20))
        })
        .unwrap();
    assert_eq!(profile(), before);
    assert_eq!(offer().as_deref(), Some("shown"));
    assert_eq!(found(&store, "kayak"), [1]);
    assert!(store.check().unwrap().is_whole());

    forget(21, later(10_000)).unwrap();
    save(&store, &someone(20_000, "Nobody"));
    assert_eq!(traces(&folder), Vec::<String>::new(), "the next write after the time finds the content and drops it");
    assert_eq!(store.read(|reader| reader.undo(Uuid::from_u128(21))), Ok(None));

    // Where nothing is written any more, the next opening does.
    save(&store, &priya(2, None));
    store
        .write(later(30_000), |writer| {
            let what = UndoWhat::Forgotten(writer.content_of(contact_id(2))?);
            writer.erase_contact(contact_id(2), later(30_000))?;
            writer.put_undo(&Undo { token: Uuid::from_u128(22), what, expires: later(40_000) })
        })
        .unwrap();
    drop(store);
    assert_ne!(traces(&folder), Vec::<String>::new());
    drop(folder.open_at(&folder.file(), later(40_000)).unwrap());
    assert_eq!(traces(&folder), Vec::<String>::new());
}
