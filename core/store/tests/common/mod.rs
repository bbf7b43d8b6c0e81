//! People to store, and a folder to store them in.
#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of it")]
#![allow(
    clippy::unwrap_used,
    reason = "a failed expectation is the message; the lint only knows functions marked as tests"
)]

use std::path::PathBuf;

use chrono::{NaiveDateTime, NaiveTime};
use justmet_domain::capture::CaptureMode;
use justmet_domain::channel::{ChannelKind, Handle, HandleMark};
use justmet_domain::contact::{
    Address, Consent, Contact, Encounter, Hours, Preference, Promise, PromiseBy, Provenance, Sphere, Stance,
};
use justmet_domain::follow_up::FollowUp;
use justmet_domain::id::{AddressId, ContactId, EncounterId, EventId, IdSource, PreferenceId, PromiseId};
use justmet_domain::time::Timestamp;
use justmet_store::{NewEncounter, Store, StoreError};
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

pub struct Folder(pub TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub fn file(&self) -> PathBuf {
        self.0.path().join("justmet.db")
    }

    pub fn open(&self) -> Store {
        self.try_open().unwrap()
    }

    pub fn try_open(&self) -> Result<Store, StoreError> {
        Store::open(&self.file(), NOW, &mut Ids(0xA000_0000))
    }

    /// A connection of its own, for looking behind the store's back.
    pub fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.file()).unwrap()
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
        stance,
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

pub fn save(store: &Store, met: &NewEncounter) {
    store.write(met.contact.met_at, |writer| writer.insert(met)).unwrap();
}
