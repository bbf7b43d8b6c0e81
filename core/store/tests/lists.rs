//! Pages and names.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::path::PathBuf;
use std::process::{Command, Stdio};

use common::*;
use justmet_domain::channel::ChannelKind;
use justmet_domain::contact::{Address, Consent, Preference, Provenance, Stance};
use justmet_domain::fold::fold;
use justmet_domain::follow_up::State;
use justmet_domain::id::{AddressId, ContactId, EventId, PreferenceId};
use justmet_domain::locale::Language;
use justmet_store::{Events, Group, LedgerEvent, ListCursor, ListOrder, Store};
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

/// Everybody in a list, page after page, with the groups and what `between` does after each page.
fn walk(
    store: &Store,
    order: ListOrder,
    events: &Events,
    limit: u32,
    mut between: impl FnMut(usize),
) -> (Vec<u128>, Vec<String>) {
    let (mut seen, mut groups, mut cursor) = (Vec::new(), Vec::new(), None::<ListCursor>);
    loop {
        let page = store.read(|reader| reader.people(order, events, cursor.as_ref(), limit)).unwrap();
        let heading = |group: &Group| format!("{}: {}", group.event.clone().unwrap_or_default(), group.people);
        groups.extend(page.groups.iter().map(heading));
        seen.extend(page.contacts().map(|id| id.uuid().as_u128() >> 32));
        match page.next {
            // As a shell keeps it.
            Some(next) => cursor = Some(next.to_string().parse().unwrap()),
            None => return (seen, groups),
        }
        between(seen.len());
    }
}

fn all(store: &Store, order: ListOrder) -> Vec<u128> {
    walk(store, order, &Events::default(), 3, |_| {}).0
}

#[test]
fn names_are_in_the_order_of_the_languages_alphabet() {
    let folder = Folder::new();
    let store = folder.open();
    let names =
        ["Zoë", "peñalver", "Penzo", "Ñandú", "Nzo", "Oca", "", "Älva", "Анна", "王小明", "Pena", "alva b", "---"];
    for (number, name) in (1..).zip(names) {
        save(&store, &someone(number, name));
    }
    let plain = [8, 12, 4, 5, 6, 11, 2, 3, 1, 9, 10, 7, 13];
    for language in [Language::En, Language::Fr, Language::De, Language::Pt] {
        assert_eq!(all(&store, ListOrder::Name(language)), plain, "{language:?}");
    }
    let spanish = [8, 12, 5, 4, 6, 11, 3, 2, 1, 9, 10, 7, 13];
    assert_eq!(all(&store, ListOrder::Name(Language::Es)), spanish);
    for limit in [1, 2, 5, 100] {
        assert_eq!(
            walk(&store, ListOrder::Name(Language::Es), &Events::default(), limit, |_| {}).0,
            spanish,
            "{limit}"
        );
    }
}

/// Ten people at three events and none, in turn; every other one has a follow-up.
fn at_events(store: &Store) {
    store
        .write(NOW, |writer| {
            let mut events = vec![None];
            for (number, name) in (70..).zip(["RustConf 2025", "Café Web", "RustConf 2026"]) {
                events.push(Some(writer.event_named(name, NOW, EventId::from_uuid(Uuid::from_u128(number)))?));
            }
            (1..=10_usize).try_for_each(|number| {
                let day = 30 - number;
                let mut met = if number % 2 == 0 {
                    due(number as u128, &format!("Name {}", 10 - number), &format!("2026-11-{day:02} 10:00"))
                } else {
                    someone(number as u128, &format!("Name {}", 10 - number))
                };
                met.encounter.event = events[number % 4];
                writer.insert(&met)
            })
        })
        .unwrap();
}

#[test]
fn people_are_grouped_by_event_with_their_number() {
    let folder = Folder::new();
    let store = folder.open();
    at_events(&store);
    let everywhere = Events::default();
    let (seen, groups) = walk(&store, ListOrder::Event, &everywhere, 100, |_| {});
    assert_eq!(seen, [7, 3, 10, 6, 2, 9, 5, 1, 8, 4]);
    assert_eq!(groups, ["RustConf 2026: 2", "Café Web: 3", "RustConf 2025: 3", ": 2"]);
    let (seen, groups) = walk(&store, ListOrder::Event, &everywhere, 4, |_| {});
    assert_eq!(seen, [7, 3, 10, 6, 2, 9, 5, 1, 8, 4]);
    assert_eq!(groups, ["RustConf 2026: 2", "Café Web: 3", "Café Web: 3", "RustConf 2025: 3", ": 2"]);

    // In the order in which they were met, neighbours stand together, and the number is that of the whole event.
    let together = |ids: &[u128]| -> Vec<String> {
        let ids: Vec<ContactId> = ids.iter().copied().map(contact_id).collect();
        let groups = store.read(|reader| reader.neighbours(&reader.outlines(&ids)?)).unwrap();
        let heading =
            |group: &Group| format!("{} {}: {}", group.first, group.event.as_deref().unwrap_or("none"), group.people);
        groups.iter().map(heading).collect()
    };
    assert_eq!(together(&[7, 3, 10, 8, 4, 6]), ["0 RustConf 2026: 2", "2 Café Web: 3", "3 none: 2", "5 Café Web: 3"]);
    assert_eq!(together(&[]), [""; 0]);

    let named = |name: &str| store.read(|reader| reader.events_named(name)).unwrap();
    assert_eq!(named("MeetUp"), None);
    for (name, order, expected) in [
        ("cafe web", ListOrder::Event, vec![10, 6, 2]),
        ("CAFÉ", ListOrder::Recent, vec![10, 6, 2]),
        ("rustconf 2025", ListOrder::Event, vec![9, 5, 1]),
        ("rust", ListOrder::Event, vec![7, 3, 9, 5, 1]),
        ("rust", ListOrder::Name(Language::En), vec![9, 7, 5, 3, 1]),
        ("café", ListOrder::Due, vec![10, 6, 2]),
        ("rust", ListOrder::Due, vec![]),
    ] {
        let events = named(name).unwrap();
        for limit in [1, 2, 100] {
            assert_eq!(walk(&store, order, &events, limit, |_| {}).0, expected, "{name} {order:?} {limit}");
        }
    }
    assert_eq!(all(&store, ListOrder::Due), [10, 8, 6, 4, 2]);
    assert_eq!(all(&store, ListOrder::Recent), [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
}

#[test]
fn counts_follow_every_change() {
    let folder = Folder::new();
    let store = folder.open();
    at_events(&store);
    let count = |store: &Store| {
        let page = store.read(|reader| reader.people(ListOrder::Event, &Events::default(), None, 1)).unwrap();
        (page.people, page.groups[0].people)
    };
    assert_eq!(count(&store), (Some(10), 2));
    store.write(NOW, |writer| writer.erase_contact(contact_id(3), NOW)).unwrap();
    assert_eq!(count(&store), (Some(9), 1));
    store.write(NOW, |writer| writer.erase_contact(contact_id(7), NOW)).unwrap();
    assert_eq!(count(&store), (Some(8), 3), "the event went with the last person met there");
    // Counted anew, they are the same.
    let raw = folder.raw();
    for (sql, kept) in [
        ("SELECT count(*) FROM contact WHERE deleted_ms IS NULL", "SELECT people FROM tally WHERE event_seq = -1"),
        (
            "SELECT group_concat(n, ' ') FROM (SELECT event_seq || ':' || count(*) AS n FROM met_there GROUP BY event_seq)",
            "SELECT group_concat(n, ' ') FROM (SELECT event_seq || ':' || people AS n FROM tally WHERE event_seq >= 0 ORDER BY event_seq)",
        ),
    ] {
        let ask = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, rusqlite::types::Value>(0)).unwrap();
        assert_eq!(ask(sql), ask(kept), "{sql}");
    }
}

#[test]
fn every_list_is_stable_while_another_program_writes() {
    for order in [
        ListOrder::Recent,
        ListOrder::Name(Language::En),
        ListOrder::Name(Language::Es),
        ListOrder::Event,
        ListOrder::Due,
    ] {
        let folder = Folder::new();
        let (app, other) = (folder.open(), folder.open());
        at_events(&app);
        let expected = all(&app, order);
        let mut number = 100;
        let (seen, _) = walk(&app, order, &Events::default(), 2, |_| {
            // Before all, after all and in between; one who was not seen yet is erased.
            for name in ["", "A", "Name 4x", "Z", "Ñ"] {
                number += 1;
                let mut met = due(number, name, if number % 2 == 0 { "2026-01-01 10:00" } else { "2027-01-01 10:00" });
                met.encounter.event = (number % 2 == 0).then(|| EventId::from_uuid(Uuid::from_u128(71)));
                save(&other, &met);
            }
            other.write(NOW, |writer| writer.erase_contact(contact_id(*expected.last().unwrap()), NOW)).unwrap();
        });
        let known: Vec<u128> = seen.iter().copied().filter(|number| *number <= 10).collect();
        assert_eq!(known, expected[..expected.len() - 1], "{order:?}: nobody is missing, nobody comes twice");
        let mut once = seen.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), seen.len(), "{order:?}");
    }
}

/// Where the other process finds the database.
const DATABASE: &str = "JUSTMET_TEST_DATABASE";

/// As [`at_events`], thirty times as many.
fn crowd(store: &Store) {
    at_events(store);
    store
        .write(NOW, |writer| {
            (11..=300_usize).try_for_each(|number| {
                let mut met = due(number as u128, &format!("Name {}", number * 7 % 300), "2026-12-01 10:00");
                let event = EventId::from_uuid(Uuid::from_u128(69 + number as u128 % 4));
                met.encounter.event = Some(event).filter(|_| !number.is_multiple_of(4));
                writer.insert(&met)
            })
        })
        .unwrap();
}

#[test]
fn every_list_is_stable_while_another_process_writes() {
    let folder = Folder::new();
    let store = folder.open();
    crowd(&store);
    let orders = [
        ListOrder::Recent,
        ListOrder::Name(Language::En),
        ListOrder::Name(Language::Es),
        ListOrder::Event,
        ListOrder::Due,
    ];
    // The other process erases every tenth; the others are there from the beginning to the end.
    let stay =
        |seen: &[u128]| seen.iter().copied().filter(|number| *number <= 300 && number % 10 != 0).collect::<Vec<_>>();
    let before: Vec<Vec<u128>> = orders.iter().map(|order| stay(&all(&store, *order))).collect();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writes_as_another_process", "--ignored", "--nocapture"])
        .env(DATABASE, folder.file())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let (mut walks, mut moved) = (0, 0);
    let count = || store.read(|reader| reader.contact_count()).unwrap();
    while child.try_wait().unwrap().is_none() || walks < orders.len() {
        let (order, expected) = (orders[walks % orders.len()], &before[walks % orders.len()]);
        let at_first = count();
        let (seen, _) = walk(&store, order, &Events::default(), 7, |_| {});
        moved += usize::from(count() != at_first);
        walks += 1;
        assert_eq!(&stay(&seen), expected, "{order:?}: nobody is missing, nobody comes twice");
        let mut once = seen.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), seen.len(), "{order:?}");
    }
    assert!(child.wait().unwrap().success());
    assert!(moved > 0, "of {walks} walks none was written under");
    assert_eq!(count(), 300 - 30 + 150);
}

#[test]
#[ignore = "run by the test above as another process"]
fn writes_as_another_process() {
    let path = PathBuf::from(std::env::var_os(DATABASE).unwrap());
    let store = open_under(&path, NOW, 0xB000_0000, cfg!(feature = "encryption").then(key)).unwrap();
    for round in 1..=150_u128 {
        let name = ["", "A", "Name 150x", "Ñu", "Z"][round as usize % 5];
        let day = if round % 2 == 0 { "2026-01-01 10:00" } else { "2027-01-01 10:00" };
        let mut met = due(1_000 + round, name, day);
        met.encounter.event = (round % 3 == 0).then(|| EventId::from_uuid(Uuid::from_u128(71)));
        save(&store, &met);
        if round % 5 == 0 {
            store.write(NOW, |writer| writer.erase_contact(contact_id(round * 2), NOW)).unwrap();
        }
    }
}

#[test]
fn a_place_of_another_list_is_refused() {
    let folder = Folder::new();
    let store = folder.open();
    at_events(&store);
    let page =
        |order, cursor: Option<&ListCursor>| store.read(|reader| reader.people(order, &Events::default(), cursor, 2));
    let orders = [ListOrder::Recent, ListOrder::Name(Language::De), ListOrder::Event, ListOrder::Due];
    for from in orders {
        let cursor = page(from, None).unwrap().next.unwrap();
        for to in orders {
            assert_eq!(page(to, Some(&cursor)).is_ok(), from == to, "{from:?} {to:?}");
        }
    }
}

/// A list shows what the rows say, whatever became of them since they were saved.
#[test]
fn an_outline_is_what_the_rows_say() {
    let folder = Folder::new();
    let store = folder.open();
    let event = |number| EventId::from_uuid(Uuid::from_u128(number));
    let ids: Vec<ContactId> = (1..=6).map(contact_id).collect();
    let agree = |what: &str| {
        let (outlines, profiles) = store.read(|reader| Ok((reader.outlines(&ids)?, reader.profiles(&ids)?))).unwrap();
        assert_eq!(outlines, profiles.into_iter().map(|it| it.outline).collect::<Vec<_>>(), "{what}");
        for order in [ListOrder::Recent, ListOrder::Name(Language::Es), ListOrder::Event] {
            let page = store.read(|reader| reader.people(order, &Events::default(), None, 50)).unwrap();
            let shown: Vec<ContactId> = page.contacts().collect();
            let profiles = store.read(|reader| reader.profiles(&shown)).unwrap();
            assert_eq!(page.rows, profiles.into_iter().map(|it| it.outline).collect::<Vec<_>>(), "{what}, {order:?}");
        }
        outlines.len()
    };
    let mut odd = priya(3, None);
    odd.addresses.push(Address { id: AddressId::from_uuid(Uuid::from_u128(99)), ..odd.addresses[0].clone() });
    let refused = Preference {
        id: PreferenceId::from_uuid(Uuid::from_u128(98)),
        stance: Some(Stance::Refused),
        ..odd.preferences[0].clone()
    };
    odd.preferences.push(refused.clone());
    store
        .write(NOW, |writer| {
            let event = writer.event_named("RustConf", NOW, event(7))?;
            let ann = due(5, "Ann", "2026-11-25 10:00");
            [priya(1, Some(event)), priya(2, Some(event)), odd, someone(4, ""), ann]
                .iter()
                .try_for_each(|met| writer.insert(met))
        })
        .unwrap();
    assert_eq!(agree("saved"), 5);
    let promise = priya(1, None).promises[0].id;
    let address =
        Address { provenance: Provenance::Guessed, consent: Consent::Refused, ..priya(1, None).addresses[0].clone() };
    let moved = handle(ChannelKind::Signal, "+15145550199", "+1 514-555-0199");
    let other = Address { id: AddressId::from_uuid(Uuid::from_u128(97)), handle: moved, ..address.clone() };
    let wish = Preference { id: PreferenceId::from_uuid(Uuid::from_u128(96)), contact: contact_id(1), ..refused };
    store
        .write(later(1), |writer| {
            writer.set_promise_kept(promise, true)?;
            writer.put_address(&address)?;
            writer.put_address(&other)?;
            writer.put_preference(&wish)?;
            writer.supersede_preference(contact_id(2), ChannelKind::WhatsApp, later(1))?;
            writer.set_language(contact_id(2), Some(Language::De))
        })
        .unwrap();
    assert_eq!(agree("changed"), 5);
    let open = store.read(|reader| reader.open_follow_ups(None)).unwrap();
    let [mut one, mut two] = [open[0].clone(), open[1].clone()];
    one.state = State::Delivered(later(2));
    two.state = State::Acted(later(2));
    store
        .write(later(2), |writer| {
            writer.put_follow_up(&one, LedgerEvent::Shown, later(2))?;
            writer.put_follow_up(&two, LedgerEvent::Done, later(2))
        })
        .unwrap();
    assert_eq!(agree("reminded"), 5);
    let content = store.write(later(3), |writer| {
        let content = writer.content_of(contact_id(1))?;
        writer.erase_contact(contact_id(1), later(3))?;
        Ok(content)
    });
    assert_eq!(agree("erased"), 4);
    store.write(later(4), |writer| writer.bring_back(&content.unwrap(), later(4))).unwrap();
    assert_eq!(agree("brought back"), 5);
    // Within a write, before it is packed anew.
    store
        .write(later(5), |writer| {
            writer.put_address(&Address { consent: Consent::Given, ..address.clone() })?;
            assert_eq!(writer.outlines(&ids)?[0].addresses[0].consent, Consent::Given);
            Ok(())
        })
        .unwrap();
    // What cannot be read, as after damage, is put together.
    folder.raw().execute_batch("UPDATE finding SET outline = NULL WHERE contact_seq = 1; UPDATE finding SET outline = x'00ff' WHERE contact_seq = 2").unwrap();
    assert_eq!(agree("damaged"), 5);
}
