//! What is written is read back, whole.

mod common;

use common::*;
use justmet_domain::channel::{ChannelKind, normalize};
use justmet_domain::contact::{Consent, Provenance, Stance};
use justmet_domain::follow_up::{Delivery, Outcome, State};
use justmet_domain::id::{AddressId, EventId, PreferenceId};
use justmet_store::{LedgerEntry, LedgerEvent, StoreError, Undo, UndoWhat};
use uuid::Uuid;

#[test]
fn everything_of_a_contact_comes_back_after_a_restart() {
    let folder = Folder::new();
    let store = folder.open();
    let event = EventId::from_uuid(Uuid::from_u128(77));
    let met = store
        .write(NOW, |writer| {
            let met = priya(1, Some(writer.event_named("RustConf", NOW, event)?));
            writer.insert(&met)?;
            Ok(met)
        })
        .unwrap();
    drop(store);

    let profile = folder.open().read(|reader| reader.profile(met.contact.id)).unwrap().unwrap();
    assert_eq!(profile.contact, met.contact);
    assert_eq!(profile.addresses, met.addresses);
    assert_eq!(profile.preferences, met.preferences);
    assert_eq!(profile.encounters, vec![met.encounter]);
    assert_eq!(profile.promises, met.promises);
    assert_eq!(profile.follow_up, met.follow_up);
    let found = profile.event.clone().unwrap();
    assert_eq!((found.id, found.name.as_str()), (event, "RustConf"));
}

#[test]
fn profiles_come_in_the_order_asked_and_unknown_ones_are_left_out() {
    let folder = Folder::new();
    let store = folder.open();
    for number in 1..=3 {
        save(&store, &priya(number, None));
    }
    let asked = [3, 9, 1, 3].map(contact_id);
    let profiles = store.read(|reader| reader.profiles(&asked)).unwrap();
    assert_eq!(profiles.iter().map(|it| it.contact.id).collect::<Vec<_>>(), [3, 1, 3].map(contact_id));
    assert!(profiles.iter().all(|it| it.addresses.len() == 2 && it.promises.len() == 2 && it.follow_up.is_some()));
    assert_eq!(store.read(|reader| reader.profiles(&[])).unwrap(), vec![]);
    assert_eq!(store.read(|reader| reader.contact_count()).unwrap(), 3);
}

#[test]
fn odd_texts_are_kept_as_they_are() {
    let folder = Folder::new();
    let store = folder.open();
    let long = "é".repeat(120_000);
    for (number, name) in (1..).zip(["", "a\0b", "🦀", "\u{202e}evil\u{7}", "O'Brien; DROP TABLE contact", &long]) {
        let mut met = someone(number, name);
        met.encounter.notes = name.into();
        met.contact.org = Some(name.into());
        save(&store, &met);
        let profile = store.read(|reader| reader.profile(met.contact.id)).unwrap().unwrap();
        assert_eq!((&profile.contact, &profile.encounters), (&met.contact, &vec![met.encounter]));
    }
}

#[test]
fn an_address_given_twice_in_a_line_is_kept_once() {
    let folder = Folder::new();
    let store = folder.open();
    let mut met = priya(1, None);
    let mut again = met.addresses[0].clone();
    again.id = justmet_domain::id::AddressId::from_uuid(Uuid::from_u128(5));
    met.addresses.push(again);
    save(&store, &met);
    let profile = store.read(|reader| reader.profile(met.contact.id)).unwrap().unwrap();
    assert_eq!(profile.addresses, met.addresses[..2]);
}

#[test]
fn an_event_is_one_whatever_its_case_and_the_last_used_is_known() {
    let folder = Folder::new();
    let store = folder.open();
    let id = |number| EventId::from_uuid(Uuid::from_u128(number));
    let named = |name: &str, at, fresh| {
        store.write(later(at), |writer| writer.event_named(name, later(at), id(fresh))).unwrap()
    };
    assert_eq!(store.read(|reader| reader.latest_event()).unwrap(), None);
    assert_eq!(named("Café Rust", 0, 1), id(1));
    assert_eq!(named("Dinner", 5, 2), id(2));
    assert_eq!(store.read(|reader| reader.latest_event()).unwrap().unwrap().name, "Dinner");
    assert_eq!(named(" CAFE rust", 9, 3), id(1));
    let latest = store.read(|reader| reader.latest_event()).unwrap().unwrap();
    assert_eq!((latest.id, latest.name.as_str(), latest.last_used), (id(1), "Café Rust", later(9)));
}

#[test]
fn a_follow_up_walks_through_its_states_and_the_ledger_keeps_each_step() {
    let folder = Folder::new();
    let store = folder.open();
    let met = due(1, "Ann", "2026-11-25 10:00");
    save(&store, &met);
    let planned = met.follow_up.unwrap();
    let applied = |outcome| match outcome {
        Outcome::Applied(follow_up) => follow_up,
        Outcome::AlreadyHandled => panic!(),
    };
    let shown = applied(planned.delivered(0, Delivery::Shown, later(10)));
    let snoozed = applied(shown.snooze(0, civil("2026-11-28 10:00")));
    let done = applied(snoozed.done(1, later(30)));
    let steps = [
        (&shown, LedgerEvent::Shown),
        (&snoozed, LedgerEvent::Snoozed),
        (&done, LedgerEvent::Done),
        (&snoozed, LedgerEvent::Undone),
        (&applied(snoozed.let_go(1, later(50))), LedgerEvent::LetGo),
    ];
    for (at, (follow_up, event)) in (1..).zip(steps) {
        store.write(later(at), |writer| writer.put_follow_up(follow_up, event, later(at))).unwrap();
        assert_eq!(store.read(|reader| reader.follow_up(planned.id)).unwrap().as_ref(), Some(follow_up));
    }
    let ledger = store.read(|reader| reader.ledger(planned.id)).unwrap();
    let entry = |generation, event, at| {
        let due = match (generation, event) {
            (0, LedgerEvent::Planned) => Some("2026-11-25T10:00".to_owned()),
            (1, LedgerEvent::Snoozed | LedgerEvent::Undone) => Some("2026-11-28T10:00".to_owned()),
            _ => None,
        };
        LedgerEntry { generation, event, at: later(at), due }
    };
    let expected = vec![
        entry(0, LedgerEvent::Planned, 1),
        entry(0, LedgerEvent::Shown, 1),
        entry(1, LedgerEvent::Snoozed, 2),
        entry(1, LedgerEvent::Done, 3),
        entry(1, LedgerEvent::Undone, 4),
        entry(1, LedgerEvent::LetGo, 5),
    ];
    assert_eq!(ledger, expected);
}

#[test]
fn open_follow_ups_come_by_due_and_the_next_one_is_the_earliest_not_yet_shown() {
    let folder = Folder::new();
    let store = folder.open();
    for (number, at) in
        [(1, "2026-11-27 10:00"), (2, "2026-11-25 10:00"), (3, "2026-11-26 10:00"), (4, "2026-11-24 10:00")]
    {
        save(&store, &due(number, "x", at));
    }
    let open = |until| {
        let found = store.read(|reader| reader.open_follow_ups(until)).unwrap();
        found.into_iter().map(|it| it.contact).collect::<Vec<_>>()
    };
    assert_eq!(open(None), [4, 2, 3, 1].map(contact_id));
    assert_eq!(open(Some(civil("2026-11-25 10:00"))), [4, 2].map(contact_id));
    assert_eq!(open(Some(civil("2026-11-25 09:59"))), [4].map(contact_id));
    assert_eq!(open(Some(chrono::NaiveDateTime::MAX)).len(), 4);

    let mut first = store.read(|reader| reader.next_planned(chrono::NaiveDateTime::MIN)).unwrap().unwrap();
    assert_eq!(first.contact, contact_id(4));
    first.state = State::Delivered(NOW);
    store.write(NOW, |writer| writer.put_follow_up(&first, LedgerEvent::Shown, NOW)).unwrap();
    assert_eq!(
        store.read(|reader| reader.next_planned(chrono::NaiveDateTime::MIN)).unwrap().unwrap().contact,
        contact_id(2)
    );
    assert_eq!(open(None), [4, 2, 3, 1].map(contact_id), "shown is still open");
    first.state = State::Acted(NOW);
    store.write(NOW, |writer| writer.put_follow_up(&first, LedgerEvent::Done, NOW)).unwrap();
    assert_eq!(open(None), [2, 3, 1].map(contact_id));
    assert_eq!(store.read(|reader| reader.profile(contact_id(4))).unwrap().unwrap().follow_up, Some(first));
}

#[test]
fn hours_stand_without_a_wish_and_nothing_at_all_does_not() {
    let folder = Folder::new();
    let store = folder.open();
    let mut met = priya(1, None);
    met.preferences[1].stance = None;
    met.preferences[1].hours = met.preferences[0].hours;
    save(&store, &met);
    let profile = store.read(|reader| reader.profile(met.contact.id)).unwrap().unwrap();
    assert_eq!(profile.preferences, met.preferences);
    let mut nothing = met.preferences[1].clone();
    nothing.id = PreferenceId::from_uuid(Uuid::from_u128(5));
    nothing.hours = None;
    assert_eq!(store.write(later(500), |writer| writer.put_preference(&nothing)), Err(StoreError::Conflict));
}

#[test]
fn a_later_wish_takes_the_place_of_the_earlier_one_which_stays_as_history() {
    let folder = Folder::new();
    let store = folder.open();
    let met = priya(1, None);
    save(&store, &met);
    let mut wish = met.preferences[0].clone();
    wish.id = PreferenceId::from_uuid(Uuid::from_u128(5));
    wish.stance = Some(Stance::Refused);
    wish.hours = None;
    wish.learned_at = later(500);
    store.write(later(500), |writer| writer.put_preference(&wish)).unwrap();
    let profile = store.read(|reader| reader.profile(met.contact.id)).unwrap().unwrap();
    assert_eq!(profile.preferences, vec![met.preferences[1].clone(), wish]);
    let history: i64 = folder
        .raw()
        .query_row(
            "SELECT superseded_ms FROM preference WHERE channel = ?1 AND stance = 'preferred'",
            [ChannelKind::WhatsApp.slug()],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(history, later(500).ms());
}

#[test]
fn an_address_that_they_gave_later_is_kept_once_and_known_better() {
    let folder = Folder::new();
    let store = folder.open();
    let met = priya(1, None);
    save(&store, &met);
    let mut told = met.addresses[0].clone();
    told.id = AddressId::from_uuid(Uuid::from_u128(5));
    (told.provenance, told.consent) = (Provenance::Told, Consent::Given);
    let mut other = told.clone();
    other.id = AddressId::from_uuid(Uuid::from_u128(6));
    other.handle = normalize(ChannelKind::Telegram, "@priya_rao", None).unwrap();
    for address in [&told, &other, &other] {
        store.write(later(500), |writer| writer.put_address(address)).unwrap();
    }
    let profile = store.read(|reader| reader.profile(met.contact.id)).unwrap().unwrap();
    assert_eq!(profile.addresses.len(), met.addresses.len() + 1);
    assert_eq!(profile.addresses.last(), Some(&other));
    let known = profile.addresses.iter().find(|address| address.handle.key == told.handle.key).unwrap();
    assert_eq!((known.id, known.provenance, known.consent), (met.addresses[0].id, Provenance::Told, Consent::Given));
    let mut nobodys = other.clone();
    nobodys.contact = contact_id(99);
    assert_eq!(store.write(NOW, |writer| writer.put_address(&nobodys)), Err(StoreError::Conflict));
}

#[test]
fn undo_is_kept_taken_once_and_forgotten_when_it_expires() {
    let folder = Folder::new();
    let store = folder.open();
    let met = due(1, "Ann", "2026-11-25 10:00");
    save(&store, &met);
    let undo = |token, what, expires| Undo { token: Uuid::from_u128(token), what, expires };
    let saved = undo(1, UndoWhat::Saved(met.contact.id), later(10_000));
    let acted = undo(2, UndoWhat::Acted(met.follow_up.unwrap()), later(12_000));
    store.write(NOW, |writer| writer.put_undo(&saved)).unwrap();
    store.write(NOW, |writer| writer.put_undo(&acted)).unwrap();
    assert_eq!(store.read(|reader| reader.undo(saved.token)).unwrap(), Some(saved.clone()));
    assert_eq!(store.read(|reader| reader.latest_undo()).unwrap(), Some(acted.clone()));
    assert_eq!(store.write(NOW, |writer| writer.take_undo(acted.token)).unwrap(), Some(acted.clone()));
    assert_eq!(store.write(NOW, |writer| writer.take_undo(acted.token)).unwrap(), None);
    assert_eq!(store.read(|reader| reader.latest_undo()).unwrap(), Some(saved.clone()));
    store.write(later(10_000), |writer| writer.put_undo(&acted)).unwrap();
    assert_eq!(store.read(|reader| reader.undo(saved.token)).unwrap(), None);
}

#[test]
fn the_numbers_of_a_list_and_settings_are_kept() {
    let folder = Folder::new();
    let store = folder.open();
    for number in 1..=3 {
        save(&store, &someone(number, "x"));
    }
    store.write(NOW, |writer| writer.set_last_listing(&[1, 2, 3].map(contact_id))).unwrap();
    store.write(NOW, |writer| writer.set_last_listing(&[3, 1].map(contact_id))).unwrap();
    store.write(NOW, |writer| writer.erase_contact(contact_id(3), NOW)).unwrap();
    assert_eq!(store.read(|reader| reader.last_listing()).unwrap(), [3, 1].map(contact_id), "no number moves up");

    assert_eq!(store.read(|reader| reader.setting("lang")).unwrap(), None);
    store.write(NOW, |writer| writer.set_setting("lang", "fr")).unwrap();
    store.write(NOW, |writer| writer.set_setting("lang", "pt")).unwrap();
    assert_eq!(store.read(|reader| reader.setting("lang")).unwrap().as_deref(), Some("pt"));
    assert_eq!(store.write(NOW, |writer| writer.set_setting("store.hlc", "1")), Err(StoreError::Conflict));
}
