//! Several at once.

mod common;

use std::sync::Barrier;
use std::thread;

use common::*;
use justmet_domain::channel::ChannelKind;
use justmet_domain::country::Custom;
use justmet_domain::id::MessageId;
use justmet_domain::message::trace::Trace;
use justmet_domain::message::{MessageRecord, MessageState};
use justmet_domain::suggest::Place;
use justmet_domain::time::Timestamp;
use justmet_store::Store;
use uuid::Uuid;

#[test]
fn two_programs_and_many_threads_write_the_same_file_and_none_is_lost() {
    let folder = Folder::new();
    // Two stores: as two processes have, each with its own writer.
    let (app, extension) = (folder.open(), folder.open());
    let start = Barrier::new(6);
    thread::scope(|scope| {
        for (store, first) in [(&app, 1000), (&app, 2000), (&extension, 3000), (&extension, 4000)] {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                for number in first..first + 50 {
                    save(store, &priya(number, None));
                }
            });
        }
        for store in [&app, &extension] {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                for _ in 0..100 {
                    // One snapshot: what is counted is what can be paged through.
                    let (count, page) =
                        store.read(|reader| Ok((reader.contact_count()?, reader.recent(None, 1000)?.len()))).unwrap();
                    assert_eq!(usize::try_from(count).unwrap(), page);
                }
            });
        }
    });
    for store in [&app, &extension] {
        assert_eq!(store.read(|reader| reader.contact_count()).unwrap(), 200);
    }
    let raw = folder.raw();
    let stamps: i64 = raw.query_row("SELECT count(DISTINCT hlc) FROM contact", [], |row| row.get(0)).unwrap();
    assert_eq!(stamps, 200, "no two writes of the two programs have the same reading");
    let whole: String = raw.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(whole, "ok");
}

#[test]
fn a_new_file_is_set_up_once_by_whoever_comes_first() {
    for _ in 0..20 {
        let folder = Folder::new();
        let start = Barrier::new(12);
        let nodes: Vec<String> = thread::scope(|scope| {
            let open = |number: u128| {
                let (folder, start) = (&folder, &start);
                scope.spawn(move || {
                    start.wait();
                    let store = folder.open_counting_from(number << 64);
                    save(&store, &someone(number, "x"));
                    store.read(|reader| reader.setting("store.node")).unwrap().unwrap()
                })
            };
            let threads: Vec<_> = (1..=12).map(open).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(nodes.windows(2).all(|pair| pair[0] == pair[1]), "{nodes:?}");
        assert_eq!(folder.open().read(|reader| reader.contact_count()), Ok(12));
    }
}

#[test]
fn a_snapshot_does_not_move_and_does_not_hold_the_writer_up() {
    let folder = Folder::new();
    let store = folder.open();
    save(&store, &someone(1, "x"));
    store
        .read(|reader| {
            assert_eq!(reader.contact_count()?, 1);
            save(&store, &someone(2, "y"));
            assert_eq!(reader.contact_count()?, 1, "still the same snapshot");
            assert_eq!(store.read(|another| another.contact_count())?, 2, "a new one has it");
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_is_learned_from_messages_is_up_to_date_whoever_wrote_them() {
    let folder = Folder::new();
    let (app, extension) = (folder.open(), folder.open());
    save(&app, &someone(1, "Ann"));
    let write = |store: &Store, number: u128, state| {
        let message = MessageRecord {
            id: MessageId::from_uuid(Uuid::from_u128(number)),
            contact: contact_id(1),
            channel: ChannelKind::Email,
            state,
            at: NOW,
            answered_at: None,
            answered_on: None,
            own_choice: false,
            place: Place::Event,
            trace: Trace::of("", ""),
            reason: None,
        };
        store.write(NOW, |writer| writer.put_message(&message, Custom::Mail, Timestamp::from_ms(0))).unwrap();
    };
    let learned = |store: &Store| {
        store
            .read(|reader| {
                let profile = reader.profile(contact_id(1))?.unwrap();
                // Twice in one snapshot, and counted anew.
                assert_eq!(profile.rates, reader.profile(contact_id(1))?.unwrap().rates);
                assert_eq!(*profile.rates, reader.rates()?);
                Ok(profile.outline.rates)
            })
            .unwrap()
    };
    let nothing = learned(&app);
    write(&app, 1, MessageState::Replied);
    let one = learned(&app);
    assert_ne!(one, nothing);
    write(&extension, 2, MessageState::NoAnswer);
    assert_ne!(learned(&app), one);
    assert_eq!(learned(&app), learned(&extension));
    // Within a write, what it has written counts.
    app.write(NOW, |writer| {
        writer.forget_rates()?;
        assert_eq!(writer.profile(contact_id(1))?.unwrap().rates, nothing);
        Ok(())
    })
    .unwrap();
    assert_eq!(learned(&extension), nothing);
}

#[test]
fn a_database_that_another_program_wrote_in_is_whole_for_this_one() {
    let folder = Folder::new();
    let (app, extension) = (folder.open(), folder.open());
    for number in 1..100 {
        save(&extension, &priya(number, None));
        // The index merges its segments every few saves; what this program knew of them is then out of date.
        assert_eq!(app.check().unwrap().faults, Vec::<String>::new(), "after {number}");
    }
}
