//! New contacts with everything that came with them.

use std::borrow::Cow;
use std::slice;

use justmet_domain::civil_text::time_text;
use justmet_domain::contact::{Address, Contact, Encounter, Preference, Promise};
use justmet_domain::fold::fold;
use justmet_domain::follow_up::FollowUp;
use justmet_domain::id::EventId;

use crate::StoreError;
use crate::derive::{Attended, Known, Prepared};
use crate::records::{LedgerEvent, NewEncounter};
use crate::rows::{self, Word};
use crate::write::Writer;

impl Writer<'_> {
    /// Saves a new contact and everything that came with it.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if an id is taken, a row belongs to another contact or the event is unknown; else why
    /// the file could not be written.
    pub fn insert(&self, met: &NewEncounter) -> Result<(), StoreError> {
        if !belongs_together(met) {
            return Err(StoreError::Conflict);
        }
        let event = self.event_of(met)?;
        // What else this transaction changed is derived when it ends; of a new contact everything is at hand.
        let underived_before = self.owed.take_underived();
        let seq = self.insert_contact(&met.contact)?;
        for address in &met.addresses {
            self.insert_address(address)?;
        }
        for (number, preference) in met.preferences.iter().enumerate() {
            // Of a new contact nothing can be superseded but by the same call.
            let is_first = met.preferences.iter().take(number).all(|earlier| earlier.channel != preference.channel);
            if is_first { self.insert_preference(preference)? } else { self.put_preference(preference)? }
        }
        self.insert_encounter(&met.encounter)?;
        for promise in &met.promises {
            self.insert_promise(promise)?;
        }
        self.add_derived(seq, prepared(met, event.as_ref()))?;
        self.owed.put_back_underived(underived_before);
        met.follow_up.as_ref().map_or(Ok(()), |follow_up| self.insert_follow_up(follow_up))
    }

    /// The event of a meeting, as far as what finds its contact needs it.
    fn event_of(&self, met: &NewEncounter) -> Result<Option<Named>, StoreError> {
        met.encounter.event.map(|id| self.event(id)?.ok_or(StoreError::Conflict)).transpose()
    }

    fn event(&self, id: EventId) -> Result<Option<Named>, StoreError> {
        let sql = "SELECT seq, name FROM event WHERE id = ?1 AND deleted_ms IS NULL";
        self.one(sql, [id.uuid().as_bytes()], |row| Ok(Named { seq: row.get(0)?, name: row.get(1)? }))
    }

    /// The follow-up of a contact who was not there before this write.
    fn insert_follow_up(&self, follow_up: &FollowUp) -> Result<(), StoreError> {
        let (state, state_at, because) = rows::state_columns(follow_up.state);
        let id = follow_up.id.uuid();
        let due = rows::due_text(follow_up.due);
        self.run(
            "INSERT INTO follow_up (id, contact_id, encounter_id, due, generation, state, state_at_ms, closed_because,
                                    created_at_ms, hlc)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            (
                id.as_bytes(),
                follow_up.contact.uuid().as_bytes(),
                follow_up.encounter.uuid().as_bytes(),
                &due,
                follow_up.generation,
                state,
                state_at,
                because,
                follow_up.created_at.ms(),
                self.stamp()?,
            ),
        )?;
        self.note(follow_up.slot(), LedgerEvent::Planned, Some(due), follow_up.created_at)?;
        self.changed("follow_up", id)
    }

    fn insert_contact(&self, contact: &Contact) -> Result<i64, StoreError> {
        self.run(
            "INSERT INTO contact (id, name, name_sure, org, role, met_at_ms, hlc, name_folded)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                contact.id.uuid().as_bytes(),
                &contact.name,
                contact.name_sure,
                &contact.org,
                &contact.role,
                contact.met_at.ms(),
                self.stamp()?,
                fold(contact.name.trim()),
            ),
        )?;
        let seq = self.conn().last_insert_rowid();
        self.changed("contact", contact.id.uuid())?;
        Ok(seq)
    }

    pub(crate) fn insert_address(&self, address: &Address) -> Result<(), StoreError> {
        let handle = &address.handle;
        let added = self.count(
            "INSERT INTO address (id, contact_id, kind, key, display, mark, provenance, consent, sphere, hlc)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (contact_id, kind, key) WHERE deleted_ms IS NULL DO NOTHING",
            (
                address.id.uuid().as_bytes(),
                address.contact.uuid().as_bytes(),
                handle.kind.word(),
                &handle.key,
                &handle.display,
                handle.mark.map(Word::word),
                address.provenance.word(),
                address.consent.word(),
                address.sphere.word(),
                self.stamp()?,
            ),
        )?;
        if added == 0 { Ok(()) } else { self.changed("address", address.id.uuid()) }
    }

    pub(crate) fn insert_preference(&self, preference: &Preference) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO preference (id, contact_id, channel, stance, hours_from, hours_until, learned_at_ms,
                                     provenance, hlc)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            (
                preference.id.uuid().as_bytes(),
                preference.contact.uuid().as_bytes(),
                preference.channel.word(),
                preference.stance.map(Word::word),
                preference.hours.map(|hours| time_text(hours.from)),
                preference.hours.map(|hours| time_text(hours.until)),
                preference.learned_at.ms(),
                preference.provenance.word(),
                self.stamp()?,
            ),
        )?;
        self.changed("preference", preference.id.uuid())
    }

    fn insert_encounter(&self, encounter: &Encounter) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO encounter (id, contact_id, event_id, met_at_ms, mode, hlc, notes, raw_line)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            (
                encounter.id.uuid().as_bytes(),
                encounter.contact.uuid().as_bytes(),
                encounter.event.map(|event| event.uuid().into_bytes()),
                encounter.met_at.ms(),
                encounter.mode.word(),
                self.stamp()?,
                &encounter.notes,
                &encounter.raw_line,
            ),
        )?;
        self.changed("encounter", encounter.id.uuid())
    }

    fn insert_promise(&self, promise: &Promise) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO promise (id, encounter_id, promised_by, what, kept, hlc) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                promise.id.uuid().as_bytes(),
                promise.encounter.uuid().as_bytes(),
                promise.by.word(),
                &promise.what,
                promise.kept,
                self.stamp()?,
            ),
        )?;
        self.changed("promise", promise.id.uuid())
    }
}

/// An event by its `seq`.
struct Named {
    seq: i64,
    name: String,
}

fn belongs_together(met: &NewEncounter) -> bool {
    let contact = met.contact.id;
    met.encounter.contact == contact
        && met.addresses.iter().all(|address| address.contact == contact)
        && met.preferences.iter().all(|preference| preference.contact == contact)
        && met.promises.iter().all(|promise| promise.encounter == met.encounter.id)
        && met.follow_up.iter().all(|it| it.contact == contact && it.encounter == met.encounter.id)
}

/// What finds a new contact, and what a list shows of them.
fn prepared(met: &NewEncounter, event: Option<&Named>) -> Prepared {
    let met_at = met.encounter.met_at;
    let event = met.encounter.event.zip(event).map(|(id, event)| Attended {
        id,
        seq: event.seq,
        name: event.name.clone(),
        met_at,
    });
    // As they are stored: of two alike addresses the first, of two wishes about a channel the last.
    let same =
        |one: &Address, other: &Address| one.handle.kind == other.handle.kind && one.handle.key == other.handle.key;
    let addresses = kept(&met.addresses, |at, address| !met.addresses.iter().take(at).any(|it| same(it, address)));
    let preferences = kept(&met.preferences, |at, wish| {
        !met.preferences.iter().skip(at + 1).any(|later| later.channel == wish.channel)
    });
    Prepared::of(&Known {
        contact: &met.contact,
        addresses: &addresses,
        preferences: &preferences,
        encounters: slice::from_ref(&met.encounter),
        promises: &met.promises,
        events: event.as_slice(),
        is_never_reminded: met.follow_up.is_none(),
    })
}

/// Those of which it holds, by their place; usually all.
fn kept<T: Clone>(all: &[T], holds: impl Fn(usize, &T) -> bool) -> Cow<'_, [T]> {
    if all.iter().enumerate().all(|(at, one)| holds(at, one)) {
        return Cow::Borrowed(all);
    }
    all.iter().enumerate().filter(|(at, one)| holds(*at, one)).map(|(_, one)| one.clone()).collect()
}
