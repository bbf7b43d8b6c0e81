//! What a list shows of a contact, packed into one value beside what finds them.
//!
//! Read row by row, what is known of fifty people lies in some six hundred places of a large file; packed, in fifty. What
//! cannot be read of it, or is not there yet, is put together from the rows themselves, so that a list is never wrong.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::{NaiveTime, Timelike};
use justmet_domain::channel::{ChannelKind, Handle};
use justmet_domain::contact::{
    Address, Consent, Contact, Hours, Preference, Promise, PromiseBy, Provenance, Sphere, Stance,
};
use justmet_domain::follow_up::FollowUp;
use justmet_domain::id::{AddressId, ContactId, EncounterId, EventId, PreferenceId, PromiseId};
use justmet_domain::message::MessageRecord;
use justmet_domain::suggest::Rates;
use justmet_domain::time::Timestamp;
use rusqlite::Row;
use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::read::{ASKED, Reader, hex_list};
use crate::records::Profile;
use crate::rows::{self, FOLLOW_UP, Word};

/// A contact with what a list shows: everything but their meetings and what is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Who they are.
    pub contact: Contact,
    /// How to reach them, in the order in which it was learned.
    pub addresses: Vec<Address>,
    /// The wishes in force, in the order in which they were learned.
    pub preferences: Vec<Preference>,
    /// The event of the newest meeting, if it had one.
    pub event: Option<EventName>,
    /// What was promised, in the order in which it was noted.
    pub promises: Vec<Promise>,
    /// The open follow-up.
    pub open_follow_up: Option<FollowUp>,
    /// What is kept of messages with them, oldest first.
    pub messages: Vec<MessageRecord>,
    /// How messages to everybody were answered: the same for all people that are read together.
    pub rates: Arc<Rates>,
}

/// Which event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventName {
    /// Stable for ever.
    pub id: EventId,
    /// As first written.
    pub name: String,
}

/// Whom a list is of, as what it was read from names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Whom {
    Id(ContactId),
    Seq(i64),
    /// With their outline as it is packed, which the list was read with.
    Packed(i64, Vec<u8>),
}

/// The packed form. Whoever changes it, or a type in it, changes `derive::SPELLING` too; the test below sees to that.
#[derive(Serialize, Deserialize)]
struct Packed<'a> {
    id: ContactId,
    #[serde(borrow)]
    name: Cow<'a, str>,
    name_sure: bool,
    #[serde(borrow)]
    org: Option<Cow<'a, str>>,
    #[serde(borrow)]
    role: Option<Cow<'a, str>>,
    met_at_ms: i64,
    #[serde(borrow)]
    event: Option<(EventId, Cow<'a, str>)>,
    #[serde(borrow)]
    addresses: Vec<PackedAddress<'a>>,
    preferences: Vec<PackedPreference>,
    #[serde(borrow)]
    promises: Vec<PackedPromise<'a>>,
}

#[derive(Serialize, Deserialize)]
struct PackedAddress<'a> {
    id: AddressId,
    kind: ChannelKind,
    #[serde(borrow)]
    key: Cow<'a, str>,
    #[serde(borrow)]
    display: Cow<'a, str>,
    #[serde(borrow)]
    mark: Option<Cow<'a, str>>,
    provenance: Provenance,
    consent: Consent,
    sphere: Sphere,
}

#[derive(Serialize, Deserialize)]
struct PackedPreference {
    id: PreferenceId,
    channel: ChannelKind,
    stance: Option<Stance>,
    /// As stored: to the minute, counted from midnight.
    hours: Option<(u16, u16)>,
    learned_at_ms: i64,
    provenance: Provenance,
}

#[derive(Serialize, Deserialize)]
struct PackedPromise<'a> {
    id: PromiseId,
    encounter: EncounterId,
    by: PromiseBy,
    #[serde(borrow)]
    what: Cow<'a, str>,
    kept: bool,
}

/// What is to be packed of a contact; none where it cannot be, which is then read row by row.
pub(crate) fn pack(
    contact: &Contact,
    event: Option<(EventId, &str)>,
    addresses: &[Address],
    preferences: &[Preference],
    promises: &[Promise],
) -> Option<Vec<u8>> {
    let address = |address: &'_ Address| -> PackedAddress<'_> {
        PackedAddress {
            id: address.id,
            kind: address.handle.kind,
            key: Cow::Owned(address.handle.key.clone()),
            display: Cow::Owned(address.handle.display.clone()),
            mark: address.handle.mark.map(|mark| Cow::Borrowed(mark.word())),
            provenance: address.provenance,
            consent: address.consent,
            sphere: address.sphere,
        }
    };
    let preference = |wish: &Preference| PackedPreference {
        id: wish.id,
        channel: wish.channel,
        stance: wish.stance,
        hours: wish.hours.map(|hours| (minute(hours.from), minute(hours.until))),
        learned_at_ms: wish.learned_at.ms(),
        provenance: wish.provenance,
    };
    let packed = Packed {
        id: contact.id,
        name: Cow::Borrowed(&contact.name),
        name_sure: contact.name_sure,
        org: contact.org.as_deref().map(Cow::Borrowed),
        role: contact.role.as_deref().map(Cow::Borrowed),
        met_at_ms: contact.met_at.ms(),
        event: event.map(|(id, name)| (id, Cow::Borrowed(name))),
        addresses: addresses.iter().map(address).collect(),
        preferences: preferences.iter().map(preference).collect(),
        promises: promises
            .iter()
            .map(|promise| PackedPromise {
                id: promise.id,
                encounter: promise.encounter,
                by: promise.by,
                what: Cow::Borrowed(&promise.what),
                kept: promise.kept,
            })
            .collect(),
    };
    postcard::to_allocvec(&packed).ok()
}

fn unpack(bytes: &[u8], rates: &Arc<Rates>) -> Option<Outline> {
    let packed: Packed<'_> = postcard::from_bytes(bytes).ok()?;
    let contact = packed.id;
    let address = |it: PackedAddress<'_>| {
        let mark = it.mark.map(|word| Word::from_word(&word).ok_or(())).transpose().ok()?;
        let handle = Handle { kind: it.kind, key: it.key.into_owned(), display: it.display.into_owned(), mark };
        let (provenance, consent, sphere) = (it.provenance, it.consent, it.sphere);
        Some(Address { id: it.id, contact, handle, provenance, consent, sphere })
    };
    let preference = |it: PackedPreference| {
        let hours = match it.hours {
            None => None,
            Some((from, until)) => Some(Hours { from: time(from)?, until: time(until)? }),
        };
        let learned_at = Timestamp::from_ms(it.learned_at_ms);
        let (id, channel, stance, provenance) = (it.id, it.channel, it.stance, it.provenance);
        Some(Preference { id, contact, channel, stance, hours, learned_at, provenance })
    };
    let promise = |it: PackedPromise<'_>| {
        let (id, encounter, by, kept) = (it.id, it.encounter, it.by, it.kept);
        Promise { id, encounter, by, what: it.what.into_owned(), kept }
    };
    Some(Outline {
        contact: Contact {
            id: contact,
            name: packed.name.into_owned(),
            name_sure: packed.name_sure,
            org: packed.org.map(Cow::into_owned),
            role: packed.role.map(Cow::into_owned),
            met_at: Timestamp::from_ms(packed.met_at_ms),
        },
        event: packed.event.map(|(id, name)| EventName { id, name: name.into_owned() }),
        addresses: packed.addresses.into_iter().map(address).collect::<Option<_>>()?,
        preferences: packed.preferences.into_iter().map(preference).collect::<Option<_>>()?,
        promises: packed.promises.into_iter().map(promise).collect(),
        open_follow_up: None,
        messages: Vec::new(),
        rates: Arc::clone(rates),
    })
}

fn minute(time: NaiveTime) -> u16 {
    u16::try_from(time.hour() * 60 + time.minute()).unwrap_or_default()
}

fn time(minute: u16) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(u32::from(minute / 60), u32::from(minute % 60), 0)
}

const BY_ID: &str = "SELECT c.id, f.outline FROM contact c CROSS JOIN finding f ON f.contact_seq = c.seq \
     WHERE c.id IN (SELECT unhex(value) FROM json_each(?1))";
const BY_SEQ: &str = "SELECT f.contact_seq, f.outline FROM json_each(?1) asked \
     CROSS JOIN finding f ON f.contact_seq = asked.value";

impl Reader<'_> {
    /// What a list shows of the contacts asked for, in that order; unknown and erased ones are left out. A constant number
    /// of queries however many are asked for.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn outlines(&self, ids: &[ContactId]) -> Result<Vec<Outline>, StoreError> {
        self.outlines_of(&ids.iter().copied().map(Whom::Id).collect::<Vec<_>>())
    }

    pub(crate) fn outlines_of(&self, whom: &[Whom]) -> Result<Vec<Outline>, StoreError> {
        if whom.is_empty() {
            return Ok(Vec::new());
        }
        let mut ids = Vec::new();
        let mut seqs = Vec::new();
        for one in whom {
            match one {
                Whom::Id(id) => ids.push(*id),
                Whom::Seq(seq) => seqs.push(*seq),
                Whom::Packed(..) => {}
            }
        }
        let rates = self.shared_rates()?;
        let (mut by_id, mut by_seq) = (HashMap::with_capacity(ids.len()), HashMap::with_capacity(seqs.len()));
        // Within a write what it has changed is packed when it ends.
        let is_up_to_date = self.index().is_some();
        if is_up_to_date {
            let unpacked = |row: &Row<'_>| {
                let bytes = row.get_ref(1)?.as_blob_or_null().unwrap_or_default();
                Ok::<_, rusqlite::Error>(bytes.and_then(|bytes| unpack(bytes, &rates)))
            };
            if !ids.is_empty() {
                let found = |row: &Row<'_>| Ok((rows::contact_id(row)?, unpacked(row)?));
                by_id.extend(packed_only(self.list(BY_ID, [hex_list(&ids)], found)?));
            }
            if !seqs.is_empty() {
                let found = |row: &Row<'_>| Ok((row.get::<_, i64>(0)?, unpacked(row)?));
                by_seq.extend(packed_only(self.list(BY_SEQ, [format!("{seqs:?}")], found)?));
            }
        }
        let mut outlines = Vec::with_capacity(whom.len());
        for one in whom {
            let packed = match one {
                Whom::Id(id) => by_id.get(id).cloned(),
                Whom::Seq(seq) => by_seq.get(seq).cloned(),
                Whom::Packed(_, bytes) if is_up_to_date => unpack(bytes, &rates),
                Whom::Packed(..) => None,
            };
            outlines.extend(packed.map_or_else(|| self.row_by_row(one), |packed| Ok(Some(packed)))?);
        }
        self.add_what_changes(&mut outlines)?;
        Ok(outlines)
    }

    fn row_by_row(&self, whom: &Whom) -> Result<Option<Outline>, StoreError> {
        let id = match whom {
            Whom::Id(id) => Some(*id),
            Whom::Seq(seq) | Whom::Packed(seq, _) => {
                self.one("SELECT id FROM contact WHERE seq = ?1", [seq], rows::contact_id)?
            }
        };
        let profile = id.map_or(Ok(None), |id| self.profile(id))?;
        Ok(profile.map(|Profile { outline, .. }| Outline { open_follow_up: None, messages: Vec::new(), ..outline }))
    }

    /// What is not packed, as it changes without the contact.
    fn add_what_changes(&self, outlines: &mut [Outline]) -> Result<(), StoreError> {
        let ids: Vec<ContactId> = outlines.iter().map(|outline| outline.contact.id).collect();
        let asked = hex_list(&ids);
        let mut messages: HashMap<ContactId, Vec<MessageRecord>> = HashMap::new();
        for message in self.messages_of(&asked)? {
            messages.entry(message.contact).or_default().push(message);
        }
        let open = self.list(&open_sql(), [&asked], rows::follow_up)?;
        let mut open: HashMap<ContactId, FollowUp> = open.into_iter().map(|it| (it.contact, it)).collect();
        for outline in outlines {
            outline.open_follow_up = open.remove(&outline.contact.id);
            outline.messages = messages.remove(&outline.contact.id).unwrap_or_default();
        }
        Ok(())
    }
}

fn open_sql() -> String {
    format!(
        "SELECT {FOLLOW_UP} FROM follow_up f INDEXED BY follow_up_one_open \
         WHERE f.contact_id IN {ASKED} AND f.state IN ('planned', 'delivered')"
    )
}

fn packed_only<K>(found: Vec<(K, Option<Outline>)>) -> impl Iterator<Item = (K, Outline)> {
    found.into_iter().filter_map(|(key, outline)| outline.map(|outline| (key, outline)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::tests::plan;
    use justmet_domain::channel::HandleMark;
    use uuid::Uuid;

    fn sample() -> Outline {
        let id = |number: u128| Uuid::from_u128(number);
        let contact = ContactId::from_uuid(id(1));
        let time = |hour| NaiveTime::from_hms_opt(hour, 30, 0).unwrap();
        let (key, display) = ("+15145550142".to_owned(), "+1 514-555-0142".to_owned());
        Outline {
            contact: Contact {
                id: contact,
                name: "Priya Ráo".to_owned(),
                name_sure: true,
                org: Some("Acme".to_owned()),
                role: None,
                met_at: Timestamp::from_ms(-5),
            },
            addresses: vec![Address {
                id: AddressId::from_uuid(id(2)),
                contact,
                handle: Handle { kind: ChannelKind::WhatsApp, key, display, mark: Some(HandleMark::NumberNotInUse) },
                provenance: Provenance::Scanned,
                consent: Consent::Refused,
                sphere: Sphere::Private,
            }],
            preferences: vec![Preference {
                id: PreferenceId::from_uuid(id(3)),
                contact,
                channel: ChannelKind::Mastodon,
                stance: Some(Stance::Refused),
                hours: Some(Hours { from: time(18), until: time(1) }),
                learned_at: Timestamp::from_ms(1_795_514_400_000),
                provenance: Provenance::Guessed,
            }],
            event: Some(EventName { id: EventId::from_uuid(id(4)), name: "RustConf".to_owned() }),
            promises: vec![Promise {
                id: PromiseId::from_uuid(id(5)),
                encounter: EncounterId::from_uuid(id(6)),
                by: PromiseBy::Them,
                what: "slides".to_owned(),
                kept: true,
            }],
            open_follow_up: None,
            messages: Vec::new(),
            rates: Arc::default(),
        }
    }

    fn packed(outline: &Outline) -> Vec<u8> {
        let event = outline.event.as_ref().map(|event| (event.id, event.name.as_str()));
        pack(&outline.contact, event, &outline.addresses, &outline.preferences, &outline.promises).unwrap()
    }

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        let outline = sample();
        assert_eq!(unpack(&packed(&outline), &outline.rates), Some(outline));
    }

    /// Where these bytes change, what earlier programs packed is read wrongly: `SPELLING` in `derive.rs` has to change too.
    #[test]
    fn the_packed_form_is_that_of_spelling_4() {
        let hex: String = packed(&sample()).iter().map(|byte| format!("{byte:02x}")).collect();
        let expected = [
            "10000000000000000000000000000000010a50726979612052c3a16f01010441636d6500090110000000000000000000",
            "000000000000040852757374436f6e66011000000000000000000000000000000002030c2b3135313435353530313432",
            "0f2b31203531342d3535352d3031343201116e756d6265725f6e6f745f696e5f75736502020101100000000000000000",
            "000000000000000312010101d6085a80f4fbcfc168040110000000000000000000000000000000051000000000000000",
            "0000000000000000060106736c6964657301",
        ];
        assert_eq!(hex, expected.concat());
    }

    #[test]
    fn bytes_that_are_no_outline_are_none() {
        let whole = packed(&sample());
        for end in 0..whole.len() {
            assert_eq!(unpack(&whole[..end], &Arc::default()), None, "{end}");
        }
        assert_eq!(unpack(&[0xff; 64], &Arc::default()), None);
    }

    #[test]
    fn a_row_of_a_list_is_read_from_one_place() {
        assert_eq!(plan(BY_SEQ), "SCAN asked VIRTUAL TABLE INDEX 1:\nSEARCH f USING INTEGER PRIMARY KEY (rowid=?)");
        assert!(plan(BY_ID).contains("SEARCH c USING COVERING INDEX"), "{}", plan(BY_ID));
    }
}
