//! Forgetting a person: every row of theirs becomes a tombstone without content.

use justmet_domain::id::ContactId;
use justmet_domain::time::Timestamp;

use crate::StoreError;
use crate::records::LedgerEvent;
use crate::rows::{self, FOLLOW_UP};
use crate::write::Writer;

/// What becomes of each kind of row; `?1` is the contact, `?2` the instant, `?3` the clock. Superseded wishes and
/// promises of every encounter included. Instants of meetings go too: when somebody was met is part of who they are.
const TOMBSTONES: [(&str, &str); 5] = [
    (
        "promise",
        "UPDATE promise SET what = '', kept = 0, deleted_ms = ?2, hlc = ?3
         WHERE encounter_id IN (SELECT id FROM encounter WHERE contact_id = ?1) AND deleted_ms IS NULL RETURNING id",
    ),
    (
        "address",
        "UPDATE address SET kind = NULL, key = NULL, display = NULL, mark = NULL, deleted_ms = ?2, hlc = ?3
         WHERE contact_id = ?1 AND deleted_ms IS NULL RETURNING id",
    ),
    (
        "preference",
        "UPDATE preference SET channel = NULL, stance = NULL, hours_from = NULL, hours_until = NULL, learned_at_ms = 0,
             deleted_ms = ?2, hlc = ?3
         WHERE contact_id = ?1 AND deleted_ms IS NULL RETURNING id",
    ),
    (
        "encounter",
        "UPDATE encounter SET notes = '', raw_line = '', event_id = NULL, met_at_ms = 0, deleted_ms = ?2, hlc = ?3
         WHERE contact_id = ?1 AND deleted_ms IS NULL RETURNING id",
    ),
    (
        "contact",
        "UPDATE contact SET name = '', name_folded = '', name_sure = 0, org = NULL, role = NULL, search_text = '',
             met_at_ms = 0, deleted_ms = ?2, hlc = ?3
         WHERE id = ?1 AND deleted_ms IS NULL RETURNING id",
    ),
];

impl Writer<'_> {
    /// Erases a contact: nothing of what was known stays but ids and instants of writing, so that a later sync can
    /// carry the erasing on. Its open follow-up closes. An event that only they were met at goes with them. Erasing
    /// twice, or an unknown contact, changes nothing.
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn erase_contact(&self, id: ContactId, now: Timestamp) -> Result<(), StoreError> {
        if self.recent_cursor(id)?.is_none() {
            return Ok(());
        }
        let stamp = self.stamp()?;
        let contact = id.uuid();
        let open = self.one(
            &format!(
                "SELECT {FOLLOW_UP} FROM follow_up f WHERE f.contact_id = ?1 AND f.state IN ('planned', 'delivered')"
            ),
            [contact.as_bytes()],
            rows::follow_up,
        )?;
        if let Some(follow_up) = open {
            self.put_follow_up(&follow_up.contact_gone(now), LedgerEvent::ContactGone, now)?;
        }
        let events = self.list(
            "SELECT DISTINCT event_id FROM encounter WHERE contact_id = ?1 AND event_id IS NOT NULL",
            [contact.as_bytes()],
            |row| rows::uuid(row, 0),
        )?;
        for (entity, sql) in TOMBSTONES {
            for row in self.list(sql, (contact.as_bytes(), now.ms(), stamp), |row| rows::uuid(row, 0))? {
                self.changed(entity, row)?;
            }
        }
        for event in events {
            let gone = self.count(
                "UPDATE event SET name = '', name_folded = '', deleted_ms = ?2, hlc = ?3
                 WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM encounter WHERE event_id = ?1)",
                (event.as_bytes(), now.ms(), stamp),
            )?;
            if gone > 0 {
                self.changed("event", event)?;
            }
        }
        self.run("DELETE FROM undo WHERE contact_id = ?1", [contact.as_bytes()])?;
        self.mark_erased();
        Ok(())
    }
}
