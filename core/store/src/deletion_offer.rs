//! What is known of who was never followed up, and what was answered when they were offered for deletion.

use std::collections::{HashMap, HashSet};

use justmet_domain::deletion_offer::{Acquaintance, Offer};
use justmet_domain::follow_up::State;
use justmet_domain::id::ContactId;
use justmet_domain::time::Timestamp;

use crate::StoreError;
use crate::read::Reader;
use crate::rows::{self, Word};
use crate::write::Writer;

// Each of these walks one table or index from end to end: asking of each contact in turn what there is of them takes
// longer where many are known.
const MET_BEFORE: &str = "SELECT id, met_at_ms FROM contact INDEXED BY contact_recent \
     WHERE deleted_ms IS NULL AND met_at_ms <= ?1 ORDER BY met_at_ms, seq";
const FOLLOW_UPS: &str = "SELECT contact_id, state, state_at_ms, closed_because FROM follow_up NOT INDEXED";
const WRITTEN_TO: &str = "SELECT DISTINCT contact_id FROM message";
const KEPT: &str =
    "SELECT e.contact_id FROM promise p NOT INDEXED JOIN encounter e ON e.id = p.encounter_id WHERE p.kept";
const OFFERED: &str =
    "SELECT id, deletion_offer FROM contact INDEXED BY contact_offered WHERE deletion_offer IS NOT NULL";

impl Reader<'_> {
    /// Whoever was met until then and is not to be kept for good, those met longest ago first. Takes time with the number
    /// of people: a tenth of a second with a hundred thousand.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn met_until(&self, until: Timestamp) -> Result<Vec<Acquaintance>, StoreError> {
        let mut follow_ups: HashMap<ContactId, Vec<State>> = HashMap::new();
        for (contact, state) in
            self.list(FOLLOW_UPS, [], |row| Ok((rows::contact_id(row)?, rows::optional_state(row, 1)?)))?
        {
            follow_ups.entry(contact).or_default().extend(state);
        }
        let written_to: HashSet<ContactId> = self.list(WRITTEN_TO, [], rows::contact_id)?.into_iter().collect();
        let kept: HashSet<ContactId> = self.list(KEPT, [], rows::contact_id)?.into_iter().collect();
        let offers: HashMap<ContactId, Offer> =
            self.list(OFFERED, [], |row| Ok((rows::contact_id(row)?, rows::word(row, 1)?)))?.into_iter().collect();
        let met = self.list(MET_BEFORE, [until.ms()], |row| Ok((rows::contact_id(row)?, rows::instant(row, 1)?)))?;
        let acquaintance = |(contact, met_at)| Acquaintance {
            contact,
            met_at,
            follow_ups: follow_ups.remove(&contact).unwrap_or_default(),
            has_messages: written_to.contains(&contact),
            has_kept_promise: kept.contains(&contact),
            offer: offers.get(&contact).copied(),
        };
        Ok(met.into_iter().map(acquaintance).filter(|them| them.offer != Some(Offer::Kept)).collect())
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
