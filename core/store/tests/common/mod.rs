//! People to store, and a folder to store them in.
#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of it")]
#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, NaiveTime};
use justmet_domain::capture::CaptureMode;
use justmet_domain::channel::{ChannelKind, Handle, HandleMark};
use justmet_domain::contact::{
    Address, Consent, Contact, Encounter, Hours, Preference, Promise, PromiseBy, Provenance, Sphere, Stance,
};
use justmet_domain::follow_up::FollowUp;
use justmet_domain::id::{AddressId, ContactId, EncounterId, EventId, IdSource, PreferenceId, PromiseId};
use justmet_domain::search::Query;
use justmet_domain::time::Timestamp;
use justmet_store::{Found, Key, NewEncounter, Options, Search, Store, StoreError};
use tempfile::TempDir;
use uuid::Uuid;

/// 24 November 2026, 10:00 UTC.
pub const NOW: Timestamp = Timestamp::from_ms(1_795_514_400_000);

pub fn later(ms: i64) -> Timestamp {
    Timestamp::from_ms(NOW.ms() + ms)
}

/// Counts up, from a start of its own.
pub struct Ids(pub u128);

impl IdSource for Ids {
    fn next_uuid(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(self.0)
    }
}

/// A folder with a database in it. With the feature `encryption` the database is encrypted, so that every test is one of
/// both builds.
pub struct Folder(pub TempDir, pub Option<Key>);

pub fn open_under(path: &Path, now: Timestamp, first: u128, key: Option<Key>) -> Result<Store, StoreError> {
    Store::open_with(path, now, &mut Ids(first), &Options { key, ..Options::default() })
}

/// What encrypts the databases of the tests.
pub fn key() -> Key {
    Key::new(&[0x4B; 32]).unwrap()
}

impl Folder {
    pub fn new() -> Self {
        Self::in_folder(TempDir::new().unwrap())
    }

    pub fn in_folder(folder: TempDir) -> Self {
        Self(folder, cfg!(feature = "encryption").then(key))
    }

    /// Never encrypted.
    pub fn plain() -> Self {
        Self(TempDir::new().unwrap(), None)
    }

    pub fn file(&self) -> PathBuf {
        self.0.path().join("justmet.db")
    }

    pub fn open(&self) -> Store {
        self.try_open().unwrap()
    }

    pub fn try_open(&self) -> Result<Store, StoreError> {
        self.open_at(&self.file(), NOW)
    }

    /// At another time, or another file under this folder's key.
    pub fn open_at(&self, path: &Path, now: Timestamp) -> Result<Store, StoreError> {
        open_under(path, now, 0xA000_0000, self.1.clone())
    }

    /// With ids from there on.
    pub fn open_counting_from(&self, first: u128) -> Store {
        open_under(&self.file(), NOW, first, self.1.clone()).unwrap()
    }

    /// A connection of its own, for looking behind the store's back.
    pub fn raw(&self) -> rusqlite::Connection {
        let conn = rusqlite::Connection::open(self.file()).unwrap();
        if self.1.is_some() {
            conn.execute_batch(&format!("PRAGMA key = \"x'{}'\"", "4b".repeat(32))).unwrap();
        }
        conn
    }

    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

/// A typed query, its days taken as days in UTC.
pub fn typed(text: &str) -> Search {
    let query = Query::parse(text);
    let instant =
        |day: chrono::NaiveDate| Timestamp::from_ms(day.and_time(NaiveTime::MIN).and_utc().timestamp_millis());
    Search {
        words: query.words,
        events: query.events,
        promises: query.promises,
        met: query.met.iter().map(|days| instant(days.from)..instant(days.until)).collect(),
        channels: query.channels,
    }
}

pub fn find(store: &Store, text: &str) -> Found {
    store.read(|reader| reader.search(&typed(text), 50, NOW)).unwrap()
}

/// Who is found, by the numbers they were made with.
pub fn found(store: &Store, text: &str) -> Vec<u128> {
    find(store, text).contacts.into_iter().map(|id| id.uuid().as_u128() >> 32).collect()
}

pub fn civil(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

pub fn contact_id(number: u128) -> ContactId {
    ContactId::from_uuid(Uuid::from_u128(number << 32))
}

fn part(number: u128, part: u128) -> Uuid {
    Uuid::from_u128((number << 32) + part)
}

pub fn handle(kind: ChannelKind, key: &str, display: &str) -> Handle {
    Handle { kind, key: key.into(), display: display.into(), mark: None }
}

/// Somebody with a name and nothing else, met `number` milliseconds after [`NOW`].
pub fn someone(number: u128, name: &str) -> NewEncounter {
    let contact = contact_id(number);
    let met_at = later(i64::try_from(number).unwrap());
    NewEncounter {
        contact: Contact { id: contact, name: name.into(), name_sure: true, org: None, role: None, met_at },
        addresses: vec![],
        preferences: vec![],
        encounter: Encounter {
            id: EncounterId::from_uuid(part(number, 1)),
            contact,
            met_at,
            event: None,
            notes: String::new(),
            raw_line: name.into(),
            mode: CaptureMode::Typed,
        },
        promises: vec![],
        follow_up: None,
    }
}

/// The same with a follow-up due then.
pub fn due(number: u128, name: &str, at: &str) -> NewEncounter {
    let mut met = someone(number, name);
    met.follow_up = Some(FollowUp::plan(met.contact.id, met.encounter.id, civil(at), met.contact.met_at));
    met
}

/// Somebody of whom everything is known, at an event that is stored already.
pub fn priya(number: u128, event: Option<EventId>) -> NewEncounter {
    let mut met = due(number, "Priya Ráo", "2026-11-25 10:00");
    let contact = met.contact.id;
    met.contact.name_sure = false;
    met.contact.org = Some("Acmé Ltd".into());
    met.contact.role = Some("Führungskraft".into());
    met.encounter.event = event;
    met.encounter.notes = "likes kayaking".into();
    met.encounter.raw_line = "priya ráo, acmé, PRIYA@acme.example, kayakraw".into();
    met.encounter.mode = CaptureMode::Dictated;
    let address = |part_number, handle, provenance, consent, sphere| Address {
        id: AddressId::from_uuid(part(number, part_number)),
        contact,
        handle,
        provenance,
        consent,
        sphere,
    };
    let mut whatsapp = handle(ChannelKind::WhatsApp, "+15145550142", "+1 514-555-0142");
    whatsapp.mark = Some(HandleMark::NumberNotInUse);
    let email = handle(ChannelKind::Email, "priya@acme.example", "PRIYA@acme.example");
    met.addresses = vec![
        address(11, whatsapp, Provenance::Told, Consent::Given, Sphere::Private),
        address(10, email, Provenance::Card, Consent::Unknown, Sphere::Work),
    ];
    let preference = |part_number, channel, stance, hours| Preference {
        id: PreferenceId::from_uuid(part(number, part_number)),
        contact,
        channel,
        stance: Some(stance),
        hours,
        learned_at: met.contact.met_at,
        provenance: Provenance::Scanned,
    };
    let evening =
        Hours { from: NaiveTime::from_hms_opt(18, 30, 0).unwrap(), until: NaiveTime::from_hms_opt(1, 5, 0).unwrap() };
    met.preferences = vec![
        preference(21, ChannelKind::WhatsApp, Stance::Preferred, Some(evening)),
        preference(20, ChannelKind::Phone, Stance::Refused, None),
    ];
    let promise = |part_number, by, what: &str, kept| Promise {
        id: PromiseId::from_uuid(part(number, part_number)),
        encounter: met.encounter.id,
        by,
        what: what.into(),
        kept,
    };
    met.promises =
        vec![promise(31, PromiseBy::Me, "slides", false), promise(30, PromiseBy::Them, "intro to Zoë", true)];
    met
}

/// The schema that the program knows.
pub fn known_schema() -> u32 {
    Folder::new().open().check().unwrap().schema
}

pub fn save(store: &Store, met: &NewEncounter) {
    store.write(met.contact.met_at, |writer| writer.insert(met)).unwrap();
}

/// Everything in the file that is not of one device only, as text: the same content gives the same dump. It asks the file
/// what tables there are, so that no copy of a list in the code can leave one out of both sides of a comparison.
pub fn dump(conn: &rusqlite::Connection) -> String {
    let texts = |sql: &str, of: &str| -> Vec<String> {
        let mut statement = conn.prepare(sql).unwrap();
        statement.query_map([of], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let mut dump = String::new();
    for table in texts("SELECT name FROM pragma_table_list WHERE type = ?1 AND schema = 'main' ORDER BY name", "table")
    {
        // What derives from the rest is compared by what it finds.
        let left_out =
            ["undo", "listing", "sqlite_schema", "sqlite_sequence", "finding", "met_there", "never_reminded", "tally"];
        if left_out.contains(&table.as_str()) {
            continue;
        }
        let columns = texts("SELECT name FROM pragma_table_info(?1) ORDER BY cid", &table);
        let quoted: Vec<String> =
            columns.iter().filter(|name| *name != "seq").map(|name| format!("quote(\"{name}\")")).collect();
        let order = if columns.iter().any(|name| name == "seq") { "seq" } else { "1, 2, 3" };
        let order = if columns.len() < 4 && order != "seq" { "1" } else { order };
        let row = quoted.join(" || ', ' || ");
        for line in texts(&format!("SELECT {row} FROM \"{table}\" WHERE ?1 <> '' ORDER BY {order}"), "all") {
            if !line.starts_with("'store.node'") {
                dump.push_str(&format!("{table}: {line}\n"));
            }
        }
    }
    dump
}

/// A little of everything. What it saves never changes, as the frozen databases under `tests/databases` hold it: somebody of whom all is known at an event, a snoozed and a done follow-up, a wish that was
/// superseded, somebody erased, a setting, names that are hard to write down.
pub fn fill(store: &Store) {
    let event = EventId::from_uuid(Uuid::from_u128(0xE));
    store
        .write(NOW, |writer| {
            writer.event_named("RustConf \u{1F980}", NOW, event)?;
            writer.set_setting("language", "pt")?;
            writer.insert(&priya(1, Some(event)))
        })
        .unwrap();
    for (number, name) in [(2, "Zoë \"Zo\" O'Hara\n\u{0}\\"), (3, "王小明"), (4, ""), (5, "Erased")] {
        save(store, &due(number, name, "2026-11-26 10:00"));
    }
    let planned = due(2, "", "2026-11-26 10:00").follow_up.unwrap();
    let mut snoozed = planned.clone();
    snoozed.generation = 1;
    snoozed.due = civil("2026-12-01 10:00");
    let mut wish = priya(1, None).preferences.remove(0);
    wish.id = PreferenceId::from_uuid(Uuid::from_u128(0xF));
    let undo = justmet_store::Undo {
        token: Uuid::from_u128(0x10),
        what: justmet_store::UndoWhat::Acted(planned),
        expires: later(10_000),
    };
    store
        .write(later(9), |writer| {
            writer.put_follow_up(&snoozed, justmet_store::LedgerEvent::Snoozed, later(9))?;
            writer.put_preference(&wish)?;
            writer.put_undo(&undo)?;
            writer.set_last_listing(&[contact_id(1), contact_id(2)])?;
            writer.erase_contact(contact_id(5), later(9))
        })
        .unwrap();
}
