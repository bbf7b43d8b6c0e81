//! Eight threads that read and write as they please, over one file and two stores, as an app and its extension have.
//!
//! Three seconds by default; `JUSTMET_STRESS_SECONDS=60 cargo test -p justmet-store --test stress` for a minute.

#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

mod common;

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use common::*;
use justmet_domain::id::{ContactId, EventId};
use justmet_domain::locale::Language;
use justmet_store::{Events, ListOrder, Options, Store, StoreError};
use uuid::Uuid;

fn seconds() -> u64 {
    std::env::var("JUSTMET_STRESS_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(3)
}

/// What every thread knows of what was promised.
#[derive(Default)]
struct Promised {
    /// Saved, and not to be erased.
    kept: Mutex<BTreeSet<u128>>,
    erased: Mutex<BTreeSet<u128>>,
    writes: AtomicU64,
    reads: AtomicU64,
}

fn write(store: &Store, promised: &Promised, thread: u128, until: Instant) {
    let mut number = thread * 1_000_000;
    while Instant::now() < until {
        number += 1;
        let mut met = due(number, &format!("Person{number}x Kowalski"), "2026-12-01 10:00");
        met.encounter.notes = format!("topic{number}y kayaking");
        store
            .write(NOW, |writer| {
                let fresh = EventId::from_uuid(Uuid::from_u128(number << 20));
                met.encounter.event = Some(writer.event_named(&format!("Event {}", number % 5), NOW, fresh)?);
                writer.insert(&met)
            })
            .unwrap();
        if number.is_multiple_of(3) {
            store.write(NOW, |writer| writer.erase_contact(contact_id(number), NOW)).unwrap();
            promised.erased.lock().unwrap().insert(number);
        } else {
            promised.kept.lock().unwrap().insert(number);
        }
        promised.writes.fetch_add(1, Ordering::Relaxed);
    }
}

fn read(store: &Store, promised: &Promised, thread: usize, until: Instant) {
    while Instant::now() < until {
        let known = promised.kept.lock().unwrap().iter().next_back().copied();
        let gone = promised.erased.lock().unwrap().iter().next_back().copied();
        match promised.reads.fetch_add(1, Ordering::Relaxed) as usize % 5 + thread % 2 {
            // Who was saved before is found, by the name and by the notes; who was erased before is not.
            0 | 1 => {
                if let Some(number) = known {
                    assert_eq!(found(store, &format!("person{number}x")), [number]);
                    assert_eq!(found(store, &format!("topic{number}y")), [number]);
                }
                if let Some(number) = gone {
                    assert_eq!(found(store, &format!("person{number}x")), [0_u128; 0]);
                }
            }
            // One snapshot: what is counted is what can be paged through.
            2 => {
                let (count, page) = store
                    .read(|reader| {
                        let everybody = reader.people(ListOrder::Recent, &Events::default(), None, 1_000_000)?;
                        Ok((reader.contact_count()?, everybody.rows.len()))
                    })
                    .unwrap();
                assert_eq!(usize::try_from(count).unwrap(), page);
            }
            3 => {
                let names = ListOrder::Name(Language::Es);
                let page = store.read(|reader| reader.people(names, &Events::default(), None, 50)).unwrap();
                let ids: BTreeSet<ContactId> = page.contacts().collect();
                assert_eq!(ids.len(), page.rows.len());
            }
            _ => {
                let page = store.read(|reader| reader.people(ListOrder::Event, &Events::default(), None, 50)).unwrap();
                assert!(page.groups.iter().all(|group| group.people > 0));
            }
        }
    }
}

#[test]
fn eight_threads_read_and_write_and_nothing_promised_is_broken() {
    let folder = Folder::new();
    let options = Options { busy_wait: Duration::from_secs(60), ..Options::default() };
    let open = |first: u128| -> Result<Store, StoreError> {
        Store::open_with(&folder.file(), NOW, &mut Ids(first << 96), &options)
    };
    let (app, extension) = (open(1).unwrap(), open(2).unwrap());
    app.load_search().unwrap();
    let promised = Promised::default();
    let until = Instant::now() + Duration::from_secs(seconds());
    thread::scope(|scope| {
        for (thread, store) in (1_u128..).zip([&app, &extension, &app]) {
            let promised = &promised;
            scope.spawn(move || write(store, promised, thread, until));
        }
        for (thread, store) in [&app, &extension, &app, &app, &extension].into_iter().enumerate() {
            let promised = &promised;
            scope.spawn(move || read(store, promised, thread, until));
        }
    });
    let kept = promised.kept.into_inner().unwrap();
    let (writes, reads) = (promised.writes.into_inner(), promised.reads.into_inner());
    println!("{writes} people saved and {reads} readings by 8 threads in {} s", seconds());
    assert!(writes > 10 && reads > 10, "nobody starves");
    for store in [&app, &extension] {
        assert_eq!(store.read(|reader| reader.contact_count()), Ok(kept.len() as u64));
        let everybody = store.read(|reader| reader.people(ListOrder::Recent, &Events::default(), None, 1_000_000));
        let listed: BTreeSet<u128> = everybody.unwrap().contacts().map(|id| id.uuid().as_u128() >> 32).collect();
        assert_eq!(listed, kept);
    }
    assert_eq!(app.check().unwrap().faults, Vec::<String>::new());
}
