//! What is known of who was never followed up, and what was answered when they were offered for deletion.

use justmet_domain::deletion_offer::{Acquaintance, Offer};
use justmet_domain::id::ContactId;
use justmet_domain::time::Timestamp;
use rusqlite::Row;

use crate::StoreError;
use crate::read::Reader;
use crate::rows::{self, Word};
use crate::write::Writer;

/// A row for each follow-up, and one for who has none; those met longest ago first.
const MET_BEFORE: &str = "SELECT c.id, c.met_at_ms, c.deletion_offer, \
     EXISTS (SELECT 1 FROM message m WHERE m.contact_id = c.id), \
     EXISTS (SELECT 1 FROM encounter e JOIN promise p ON p.encounter_id = e.id WHERE e.contact_id = c.id AND p.kept), \
     f.state, f.state_at_ms, f.closed_because \
     FROM contact c LEFT JOIN follow_up f ON f.contact_id = c.id \
     WHERE c.deleted_ms IS NULL AND c.met_at_ms <= ?1 AND c.deletion_offer IS NOT 'kept' \
     ORDER BY c.met_at_ms, c.seq";

impl Reader<'_> {
    /// Whoever was met until then and is not to be kept for good, those met longest ago first. Takes time with their number.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn met_until(&self, until: Timestamp) -> Result<Vec<Acquaintance>, StoreError> {
        let mut met: Vec<Acquaintance> = Vec::new();
        for one in self.list(MET_BEFORE, [until.ms()], acquaintance)? {
            match met.last_mut().filter(|last| last.contact == one.contact) {
                Some(last) => last.follow_ups.extend(one.follow_ups),
                None => met.push(one),
            }
        }
        Ok(met)
    }
}

impl Writer<'_> {
    /// Notes what became of the offer to delete a contact. Who is to be kept stays so, and an unknown contact is no fault.
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn set_deletion_offer(&self, contact: ContactId, offer: Offer) -> Result<(), StoreError> {
        let id = contact.uuid();
        let changed = self.count(
            "UPDATE contact SET deletion_offer = ?2, hlc = ?3
             WHERE id = ?1 AND deleted_ms IS NULL AND deletion_offer IS NOT 'kept' AND deletion_offer IS NOT ?2",
            (id.as_bytes(), offer.word(), self.stamp()?),
        )?;
        if changed > 0 { self.changed("contact", id) } else { Ok(()) }
    }
}

fn acquaintance(row: &Row<'_>) -> rusqlite::Result<Acquaintance> {
    Ok(Acquaintance {
        contact: rows::contact_id(row)?,
        met_at: rows::instant(row, 1)?,
        follow_ups: rows::optional_state(row, 5)?.into_iter().collect(),
        has_messages: row.get(3)?,
        has_kept_promise: row.get(4)?,
        offer: rows::optional_word(row, 2)?,
    })
}
