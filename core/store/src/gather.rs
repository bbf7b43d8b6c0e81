//! Deriving for many contacts at once: what is stored of them is read together, and what follows from it is worked out on
//! another thread while the ones before are written.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use justmet_domain::contact::{Address, Contact, Encounter, Preference, Promise};
use justmet_domain::id::{ContactId, EventId};

use crate::StoreError;
use crate::derive::{Attended, Known, Prepared};
use crate::read::{ASKED, Reader, hex_list};
use crate::rows::{self, ADDRESS, CONTACT, ENCOUNTER, PREFERENCE, PROMISE};
use crate::write::Writer;

/// So many people are read, handed over and written at once.
const BATCH: usize = 128;

/// So many batches are under way: the memory that it takes, however many people there are.
const BATCHES_AHEAD: usize = 4;

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
}

impl Gathered {
    fn of(seq: i64, contact: Contact) -> Self {
        let (addresses, preferences, encounters) = (Vec::new(), Vec::new(), Vec::new());
        Self { seq, contact, addresses, preferences, encounters, promises: Vec::new(), events: Vec::new() }
    }

    /// The contact's number, and what is derived of them.
    pub(crate) fn prepared(&self) -> (i64, Prepared) {
        let prepared = Prepared::of(&Known {
            contact: &self.contact,
            addresses: &self.addresses,
            preferences: &self.preferences,
            encounters: &self.encounters,
            promises: &self.promises,
            events: &self.events,
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
        Ok(found.all)
    }
}

impl Writer<'_> {
    /// Derives what belongs to contacts of whom nothing is derived yet.
    pub(crate) fn derive_new(&self, ids: &[ContactId]) -> Result<(), StoreError> {
        thread::scope(|scope| {
            let (give, given) = sync_channel(BATCHES_AHEAD);
            let (give_back, back) = sync_channel(BATCHES_AHEAD);
            let derive = move || derive(&given, &give_back);
            if thread::Builder::new().name("derive".to_owned()).spawn_scoped(scope, derive).is_err() {
                // The system gives no thread.
                return ids.chunks(BATCH).try_for_each(|batch| {
                    self.gather(batch)?
                        .iter()
                        .map(Gathered::prepared)
                        .try_for_each(|(seq, new)| self.add_derived(seq, new))
                });
            }
            let gone = |_| StoreError::Internal("deriving".to_owned());
            let mut batches = ids.chunks(BATCH);
            let mut under_way = 0;
            loop {
                // Never more than the channels hold, so that neither side waits for the other for ever.
                while under_way < BATCHES_AHEAD
                    && let Some(batch) = batches.next()
                {
                    give.send(self.gather(batch)?).map_err(|_| gone(()))?;
                    under_way += 1;
                }
                if under_way == 0 {
                    return Ok(());
                }
                for (seq, new) in back.recv().map_err(|_| gone(()))? {
                    self.add_derived(seq, new)?;
                }
                under_way -= 1;
            }
        })
    }
}

/// Until nobody gives any more, or nobody takes.
fn derive(given: &Receiver<Vec<Gathered>>, give_back: &SyncSender<Vec<(i64, Prepared)>>) {
    for batch in given {
        if give_back.send(batch.iter().map(Gathered::prepared).collect()).is_err() {
            return;
        }
    }
}
