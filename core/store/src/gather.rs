//! Deriving for many contacts at once: what is stored of them is read together, and what follows from it is worked out on
//! another thread while the ones before are written.

use std::collections::HashMap;
use std::thread::{self, ScopedJoinHandle};

use justmet_domain::contact::{Address, Contact, Encounter, Preference, Promise};
use justmet_domain::id::{ContactId, EventId};

use crate::StoreError;
use crate::derive::{Attended, Known, Prepared};
use crate::read::{ASKED, Reader, hex_list};
use crate::rows::{self, ADDRESS, CONTACT, ENCOUNTER, PREFERENCE, PROMISE};
use crate::write::Writer;

/// So many people are read, worked on and written at once: two batches are in memory, however many people there are.
const BATCH: usize = 256;

/// A contact with everything that their derived rows are made of, as it is stored.
#[derive(Debug)]
pub(crate) struct Gathered {
    seq: i64,
    contact: Contact,
    addresses: Vec<Address>,
    preferences: Vec<Preference>,
    encounters: Vec<Encounter>,
    promises: Vec<Promise>,
    events: Vec<Attended>,
    is_never_reminded: bool,
}

impl Gathered {
    fn of(seq: i64, contact: Contact) -> Self {
        Self {
            seq,
            contact,
            addresses: Vec::new(),
            preferences: Vec::new(),
            encounters: Vec::new(),
            promises: Vec::new(),
            events: Vec::new(),
            is_never_reminded: true,
        }
    }

    /// The contact's number, and what is derived of them.
    fn prepared(&self) -> (i64, Prepared) {
        let prepared = Prepared::of(&Known {
            contact: &self.contact,
            addresses: &self.addresses,
            preferences: &self.preferences,
            encounters: &self.encounters,
            promises: &self.promises,
            events: &self.events,
            is_never_reminded: self.is_never_reminded,
        });
        (self.seq, prepared)
    }
}

/// Contacts, found by their ids.
struct ById {
    all: Vec<Gathered>,
    places: HashMap<ContactId, usize>,
}

impl ById {
    fn get(&mut self, id: ContactId) -> Option<&mut Gathered> {
        self.places.get(&id).and_then(|place| self.all.get_mut(*place))
    }
}

impl Reader<'_> {
    /// The contacts asked for, in the order in which they were stored; unknown and erased ones are left out. A constant
    /// number of queries however many are asked for.
    pub(crate) fn gather(&self, ids: &[ContactId]) -> Result<Vec<Gathered>, StoreError> {
        let asked = [&hex_list(ids)];
        let sql = format!(
            "SELECT {CONTACT}, c.seq FROM contact c WHERE c.id IN {ASKED} AND c.deleted_ms IS NULL ORDER BY c.seq"
        );
        let all = self.list(&sql, asked, |row| Ok(Gathered::of(row.get(7)?, rows::contact(row)?)))?;
        let places = all.iter().zip(0..).map(|(it, place)| (it.contact.id, place)).collect();
        let mut found = ById { all, places };
        let sql = format!(
            "SELECT {ADDRESS} FROM address a WHERE a.contact_id IN {ASKED} AND a.deleted_ms IS NULL ORDER BY a.seq"
        );
        for address in self.list(&sql, asked, rows::address)? {
            if let Some(it) = found.get(address.contact) {
                it.addresses.push(address);
            }
        }
        let sql = format!(
            "SELECT {PREFERENCE} FROM preference p WHERE p.contact_id IN {ASKED} AND p.superseded_ms IS NULL
             AND p.deleted_ms IS NULL ORDER BY p.seq"
        );
        for preference in self.list(&sql, asked, rows::preference)? {
            if let Some(it) = found.get(preference.contact) {
                it.preferences.push(preference);
            }
        }
        let sql = format!(
            "SELECT {ENCOUNTER} FROM encounter e WHERE e.contact_id IN {ASKED} AND e.deleted_ms IS NULL
             ORDER BY e.met_at_ms DESC, e.seq DESC"
        );
        for encounter in self.list(&sql, asked, rows::encounter)? {
            if let Some(it) = found.get(encounter.contact) {
                it.encounters.push(encounter);
            }
        }
        let sql = format!(
            "SELECT {PROMISE}, e.contact_id FROM encounter e JOIN promise p ON p.encounter_id = e.id
             WHERE e.contact_id IN {ASKED} AND p.deleted_ms IS NULL ORDER BY p.seq"
        );
        for (contact, promise) in
            self.list(&sql, asked, |row| Ok((ContactId::from_uuid(rows::uuid(row, 5)?), rows::promise(row)?)))?
        {
            if let Some(it) = found.get(contact) {
                it.promises.push(promise);
            }
        }
        let sql = format!(
            "SELECT e.contact_id, v.seq, v.name, max(e.met_at_ms), v.id FROM encounter e JOIN event v ON v.id = e.event_id
             WHERE e.contact_id IN {ASKED} AND e.deleted_ms IS NULL GROUP BY e.contact_id, v.seq ORDER BY 4 DESC"
        );
        let attended = |row: &rusqlite::Row<'_>| {
            let (id, met_at) = (EventId::from_uuid(rows::uuid(row, 4)?), rows::instant(row, 3)?);
            Ok((rows::contact_id(row)?, Attended { id, seq: row.get(1)?, name: row.get(2)?, met_at }))
        };
        for (contact, event) in self.list(&sql, asked, attended)? {
            if let Some(it) = found.get(contact) {
                it.events.push(event);
            }
        }
        let sql = format!(
            "SELECT f.contact_id FROM follow_up f WHERE f.contact_id IN {ASKED}
             AND f.closed_because IS NOT 'contact_gone'"
        );
        for contact in self.list(&sql, asked, rows::contact_id)? {
            if let Some(it) = found.get(contact) {
                it.is_never_reminded = false;
            }
        }
        Ok(found.all)
    }
}

impl Writer<'_> {
    /// Derives what belongs to contacts of whom nothing is derived yet.
    pub(crate) fn derive_new(&self, ids: &[ContactId]) -> Result<(), StoreError> {
        thread::scope(|scope| {
            let mut ahead = None;
            for batch in ids.chunks(BATCH) {
                let gathered = self.gather(batch)?;
                let thread = thread::Builder::new().name("derive".to_owned());
                let next = match thread.spawn_scoped(scope, move || prepared(&gathered)) {
                    Ok(next) => next,
                    // The system gives no thread.
                    Err(_) => {
                        self.add_all(&mut ahead)?;
                        self.add(prepared(&self.gather(batch)?))?;
                        continue;
                    }
                };
                self.add_all(&mut ahead)?;
                ahead = Some(next);
            }
            self.add_all(&mut ahead)
        })
    }

    /// What that thread has worked out, once it has.
    fn add_all(&self, ahead: &mut Option<ScopedJoinHandle<'_, Vec<(i64, Prepared)>>>) -> Result<(), StoreError> {
        let Some(thread) = ahead.take() else { return Ok(()) };
        self.add(thread.join().map_err(|_| StoreError::Internal("deriving".to_owned()))?)
    }

    fn add(&self, prepared: Vec<(i64, Prepared)>) -> Result<(), StoreError> {
        prepared.into_iter().try_for_each(|(seq, new)| self.add_derived(seq, new))
    }
}

/// The number of each, and what is derived of them.
#[inline(never)]
pub(crate) fn prepared(gathered: &[Gathered]) -> Vec<(i64, Prepared)> {
    gathered.iter().map(Gathered::prepared).collect()
}
