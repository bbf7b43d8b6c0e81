//! Who may be offered for deletion, beside asking of everybody.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use common::*;
use justmet_domain::channel::ChannelKind;
use justmet_domain::country::Custom;
use justmet_domain::deletion_offer::Offer;
use justmet_domain::follow_up::{ClosedBecause, FollowUp, State};
use justmet_domain::id::{ContactId, MessageId};
use justmet_domain::message::trace::Trace;
use justmet_domain::message::{MessageRecord, MessageState};
use justmet_domain::suggest::Place;
use justmet_domain::time::{Timestamp, TzSnapshot};
use justmet_store::{LedgerEvent, NewEncounter, Store, Undo, UndoWhat};
use uuid::Uuid;

/// Two years on.
const THEN: Timestamp = Timestamp::from_ms(NOW.ms() + 2 * 366 * 86_400_000);

/// Whoever is offered after a year, as the store finds them.
fn offered(store: &Store) -> Vec<ContactId> {
    let zone = TzSnapshot::fixed("UTC", 0);
    let mut them = store.read(|reader| reader.perhaps_offered(THEN)).unwrap();
    them.retain(|them| them.is_offered(12, THEN, &zone));
    them.into_iter().map(|them| them.contact).collect()
}

/// The same asked of each contact in turn.
fn asked_of_everybody(folder: &Folder) -> Vec<ContactId> {
    let raw = folder.raw();
    let sql = "SELECT c.id FROM contact c WHERE deleted_ms IS NULL AND deletion_offer IS NOT 'kept'
        AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.contact_id = c.id
                        AND (state IN ('planned', 'acted') OR closed_because = 'let_go'))
        AND NOT EXISTS (SELECT 1 FROM message m WHERE m.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM encounter e JOIN promise p ON p.encounter_id = e.id
                        WHERE e.contact_id = c.id AND p.kept)
        ORDER BY met_at_ms, seq";
    let mut statement = raw.prepare(sql).unwrap();
    let ids = statement.query_map([], |row| Ok(ContactId::from_uuid(Uuid::from_bytes(row.get(0)?)))).unwrap();
    ids.map(Result::unwrap).collect()
}

/// Somebody to whom every promise is still open.
fn person(number: u128) -> NewEncounter {
    let mut met = priya(number, None);
    met.promises.iter_mut().for_each(|promise| promise.kept = false);
    met
}

fn moved_to(store: &Store, number: u128, state: State, event: LedgerEvent) {
    let follow_up = FollowUp { state, ..priya(number, None).follow_up.unwrap() };
    store.write(later(1), |writer| writer.put_follow_up(&follow_up, event, later(1))).unwrap();
}

#[test]
fn nobody_is_missed_and_nobody_is_added_whatever_has_happened_to_them() {
    let folder = Folder::new();
    let store = folder.open();
    let agree = |expected: &[u128], what: &str| {
        let expected: Vec<ContactId> = expected.iter().map(|number| contact_id(*number)).collect();
        assert_eq!(offered(&store), expected, "{what}");
        assert_eq!(asked_of_everybody(&folder), expected, "{what}");
    };
    for number in 1..=5 {
        save(&store, &NewEncounter { follow_up: None, ..person(number) });
    }
    for number in 11..=16 {
        save(&store, &person(number));
    }
    agree(&[1, 2, 3, 4, 5], "saved");
    for number in 11..=15 {
        moved_to(&store, number, State::Delivered(later(1)), LedgerEvent::Shown);
    }
    agree(&[1, 2, 3, 4, 5, 11, 12, 13, 14, 15], "shown");
    moved_to(&store, 12, State::Acted(later(1)), LedgerEvent::Done);
    moved_to(&store, 13, State::Closed(later(1), ClosedBecause::LetGo), LedgerEvent::LetGo);
    let (written_to, promise) = (contact_id(2), priya(14, None).promises[0].id);
    let message = MessageRecord {
        id: MessageId::from_uuid(Uuid::from_u128(77)),
        contact: written_to,
        channel: ChannelKind::WhatsApp,
        state: MessageState::Sent,
        at: NOW,
        answered_at: None,
        answered_on: None,
        own_choice: false,
        place: Place::Work,
        trace: Trace::default(),
        reason: None,
    };
    store
        .write(later(2), |writer| {
            writer.put_message(&message, Custom::WhatsApp, Timestamp::from_ms(0))?;
            writer.set_promise_kept(promise, true)?;
            writer.set_deletion_offer(contact_id(3), Offer::Kept)?;
            writer.set_deletion_offer(contact_id(4), Offer::Shown)
        })
        .unwrap();
    agree(&[1, 4, 5, 11, 15], "thought of");
    moved_to(&store, 12, State::Delivered(later(1)), LedgerEvent::Undone);
    agree(&[1, 4, 5, 11, 12, 15], "taken back");

    let forgotten = store
        .write(later(3), |writer| {
            let contents = [1, 11].map(|number| writer.content_of(contact_id(number)));
            [1, 11].iter().try_for_each(|number| writer.erase_contact(contact_id(*number), later(3)))?;
            contents.into_iter().collect::<Result<Vec<_>, _>>()
        })
        .unwrap();
    agree(&[4, 5, 12, 15], "forgotten");
    for (token, content) in (0..).zip(forgotten) {
        let undo = Undo { token: Uuid::from_u128(token), what: UndoWhat::Forgotten(content), expires: later(10_000) };
        let UndoWhat::Forgotten(content) = &undo.what else { continue };
        store.write(later(4), |writer| writer.bring_back(content, later(4))).unwrap();
    }
    agree(&[1, 4, 5, 11, 12, 15], "brought back");

    // They are derived from what was imported, and once more where a program spells differently.
    let (other, text) = (Folder::new(), store.read(|reader| reader.export()).unwrap());
    let copy = other.open();
    copy.import(&text, later(5), &mut Ids(0xB000_0000)).unwrap();
    assert_eq!(offered(&copy), offered(&store));
    drop(copy);
    other.raw().execute_batch("UPDATE settings SET value = '0' WHERE key = 'store.derived'").unwrap();
    assert_eq!(offered(&other.open()), offered(&store));
}
