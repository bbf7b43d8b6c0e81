//! What the system was given, and how each follow-up reached the person.

use justmet_domain::follow_up::{HandedOver, Slot};
use justmet_domain::id::{ContactId, FollowUpId};
use justmet_domain::time::Timestamp;

use crate::StoreError;
use crate::read::Reader;
use crate::records::LedgerEvent;
use crate::rows::{self, Word};
use crate::write::Writer;

impl Reader<'_> {
    /// iOS: what this installation handed over and was told is there.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn handed_over(&self) -> Result<Vec<HandedOver>, StoreError> {
        self.list("SELECT follow_up_id, generation, fire_ms FROM handed_over", [], |row| {
            Ok(HandedOver { slot: slot(row)?, fire_at: Timestamp::from_ms(row.get(2)?) })
        })
    }

    /// The follow-ups of a contact, in the order in which they were planned.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn follow_ups_of(&self, contact: ContactId) -> Result<Vec<FollowUpId>, StoreError> {
        self.list("SELECT id FROM follow_up WHERE contact_id = ?1 ORDER BY seq", [contact.uuid().as_bytes()], |row| {
            rows::uuid(row, 0).map(FollowUpId::from_uuid)
        })
    }

    /// Open follow-ups that were shown as a notification and, as far as is known, neither swiped away nor seen in the app
    /// since; the latest first, at most `limit`.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn shown_and_left(&self, limit: u32) -> Result<Vec<Slot>, StoreError> {
        self.list(
            "SELECT f.id, f.generation FROM follow_up f
             WHERE f.state = 'delivered'
               AND (SELECT event FROM ledger l WHERE l.follow_up_id = f.id AND l.generation = f.generation
                    ORDER BY l.seq DESC LIMIT 1) = 'shown'
             ORDER BY f.state_at_ms DESC LIMIT ?1",
            [limit],
            slot,
        )
    }
}

impl Writer<'_> {
    /// iOS has taken a request: it fires by itself.
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn put_handed_over(&self, it: HandedOver, now: Timestamp) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO handed_over (follow_up_id, generation, fire_ms) VALUES (?1, ?2, ?3)
             ON CONFLICT (follow_up_id) DO UPDATE SET generation = excluded.generation, fire_ms = excluded.fire_ms",
            (it.slot.follow_up.uuid().as_bytes(), it.slot.generation, it.fire_at.ms()),
        )?;
        self.note(it.slot, LedgerEvent::HandedOver, None, now)
    }

    /// A request is about to be taken back, or never was this installation's.
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn take_handed_over(&self, id: FollowUpId, now: Timestamp) -> Result<(), StoreError> {
        let sql = "DELETE FROM handed_over WHERE follow_up_id = ?1 RETURNING follow_up_id, generation";
        match self.one(sql, [id.uuid().as_bytes()], slot)? {
            Some(taken) => self.note(taken, LedgerEvent::TakenBack, None, now),
            None => Ok(()),
        }
    }

    /// A line of the ledger that changes nothing else: that a notification was swiped away.
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn note_swiped_away(&self, slot: Slot, now: Timestamp) -> Result<(), StoreError> {
        self.note(slot, LedgerEvent::SwipedAway, None, now)
    }

    pub(crate) fn note(
        &self,
        slot: Slot,
        event: LedgerEvent,
        due: Option<String>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let stamp = self.stamp()?;
        self.run(
            "INSERT INTO ledger (follow_up_id, generation, event, due, at_ms, hlc) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (slot.follow_up.uuid().as_bytes(), slot.generation, event.word(), due, now.ms(), stamp),
        )
    }
}

fn slot(row: &rusqlite::Row<'_>) -> rusqlite::Result<Slot> {
    Ok(Slot { follow_up: FollowUpId::from_uuid(rows::uuid(row, 0)?), generation: row.get(1)? })
}
