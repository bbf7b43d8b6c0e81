//! What is known of who was never followed up, and what was answered when they were offered for deletion.

use std::collections::{BTreeMap, HashSet};

use justmet_domain::deletion_offer::{Acquaintance, Offer};
use justmet_domain::id::ContactId;
use justmet_domain::time::Timestamp;

use crate::StoreError;
use crate::read::Reader;
use crate::rows::{self, Word};
use crate::write::Writer;

// Whoever was followed up has no follow-up that was shown and left alone, and has or had one: they are not even looked at.
// A row of each is one of their follow-ups.
const LEFT_ALONE: &str = "SELECT c.id, c.met_at_ms, c.seq, c.deletion_offer, o.state, o.state_at_ms, o.closed_because \
     FROM follow_up f INDEXED BY follow_up_one_open CROSS JOIN contact c ON c.id = f.contact_id \
     CROSS JOIN follow_up o ON o.contact_id = c.id \
     WHERE f.state IN ('planned', 'delivered') AND f.state = 'delivered' \
     AND c.deleted_ms IS NULL AND c.met_at_ms <= ?1 AND c.deletion_offer IS NOT 'kept'";
const NEVER_REMINDED: &str = "SELECT c.id, c.met_at_ms, c.seq, c.deletion_offer, o.state, o.state_at_ms, o.closed_because \
     FROM never_reminded n CROSS JOIN contact c ON c.seq = n.contact_seq LEFT JOIN follow_up o ON o.contact_id = c.id \
     WHERE c.deleted_ms IS NULL AND c.met_at_ms <= ?1 AND c.deletion_offer IS NOT 'kept'";
const WRITTEN_TO: &str = "SELECT DISTINCT contact_id FROM message";
const KEPT: &str = "SELECT e.contact_id FROM promise p INDEXED BY promise_kept CROSS JOIN encounter e \
     ON e.id = p.encounter_id WHERE p.kept = 1";

impl Reader<'_> {
    /// Whoever was met until then, is not to be kept for good, and has no follow-up or was shown one that is still open:
    /// nobody else can be offered for deletion. Those met longest ago first. Takes time with how many they are, not with how
    /// many people there are.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn perhaps_offered(&self, until: Timestamp) -> Result<Vec<Acquaintance>, StoreError> {
        let mut found: BTreeMap<(Timestamp, i64), Acquaintance> = BTreeMap::new();
        for sql in [LEFT_ALONE, NEVER_REMINDED] {
            let each = self.list(sql, [until.ms()], |row| {
                let them = Acquaintance {
                    contact: rows::contact_id(row)?,
                    met_at: rows::instant(row, 1)?,
                    follow_ups: Vec::new(),
                    has_messages: false,
                    has_kept_promise: false,
                    offer: rows::optional_word(row, 3)?,
                };
                Ok((row.get(2)?, them, rows::optional_state(row, 4)?))
            })?;
            for (seq, them, state) in each {
                found.entry((them.met_at, seq)).or_insert(them).follow_ups.extend(state);
            }
        }
        if !found.is_empty() {
            let written_to: HashSet<ContactId> = self.list(WRITTEN_TO, [], rows::contact_id)?.into_iter().collect();
            let kept: HashSet<ContactId> = self.list(KEPT, [], rows::contact_id)?.into_iter().collect();
            for them in found.values_mut() {
                them.has_messages = written_to.contains(&them.contact);
                them.has_kept_promise = kept.contains(&them.contact);
            }
        }
        Ok(found.into_values().collect())
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
