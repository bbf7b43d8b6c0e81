//! Forgetting a person: every row of theirs becomes a tombstone without content. For as long as it can be taken back, the
//! content lies in the undo alone.

use justmet_domain::follow_up::FollowUp;
use justmet_domain::id::ContactId;
use justmet_domain::time::Timestamp;
use rusqlite::params_from_iter;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use crate::records::LedgerEvent;
use crate::rows::{self, FOLLOW_UP};
use crate::write::Writer;
use crate::{StoreError, portable, tables};

/// Everything that was known of a contact, row by row, to be brought back as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Whose it is.
    pub contact: ContactId,
    /// The follow-up that was open.
    follow_up: Option<FollowUp>,
    /// The name of the table, the columns and their values.
    rows: Vec<(String, Map<String, Json>)>,
}

/// Which rows of a table are theirs; `?1` is the contact. In the order in which they can come back.
const THEIRS: [(&str, &str); 7] = [
    ("event", "id IN (SELECT event_id FROM encounter WHERE contact_id = ?1) AND deleted_ms IS NULL"),
    ("contact", "id = ?1 AND deleted_ms IS NULL"),
    ("encounter", "contact_id = ?1 AND deleted_ms IS NULL"),
    ("address", "contact_id = ?1 AND deleted_ms IS NULL"),
    ("preference", "contact_id = ?1 AND deleted_ms IS NULL"),
    ("promise", "encounter_id IN (SELECT id FROM encounter WHERE contact_id = ?1) AND deleted_ms IS NULL"),
    (MESSAGE, "contact_id = ?1"),
];

/// The one kind of row that leaves no tombstone: it never leaves this device.
const MESSAGE: &str = "message";

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
        "UPDATE contact SET name = '', name_folded = '', name_sure = 0, org = NULL, role = NULL, language = NULL,
             deletion_offer = NULL, met_at_ms = 0, deleted_ms = ?2, hlc = ?3
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
        if let Some(follow_up) = self.open_follow_up_of(id)? {
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
        self.run("DELETE FROM message WHERE contact_id = ?1", [contact.as_bytes()])?;
        self.mark_erased();
        Ok(())
    }

    /// What [`Writer::bring_back`] needs, read before the contact is erased.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn content_of(&self, contact: ContactId) -> Result<Content, StoreError> {
        let mut content = Content { contact, follow_up: self.open_follow_up_of(contact)?, rows: Vec::new() };
        for (name, theirs) in THEIRS {
            let table = tables::named(self.conn(), name)?;
            let sql = table.select_where(theirs);
            let mut statement = self.conn().prepare(&sql)?;
            let mut rows = statement.query([contact.uuid().as_bytes()])?;
            while let Some(row) = rows.next()? {
                let mut columns = Map::new();
                for (place, column) in table.columns.iter().enumerate() {
                    columns.insert(column.name.clone(), portable::json(row.get_ref(place)?)?);
                }
                content.rows.push((name.to_owned(), columns));
            }
        }
        Ok(content)
    }

    /// Brings a contact back that was erased, as it was. Its follow-up is open again as it was and keeps its generation.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if what is there now contradicts it; else why the file could not be written.
    pub fn bring_back(&self, content: &Content, now: Timestamp) -> Result<(), StoreError> {
        let stamp = self.stamp()?;
        for (name, _) in THEIRS {
            let table = tables::named(self.conn(), name)?;
            for (_, row) in content.rows.iter().filter(|(of, _)| of == name) {
                let mut values = Vec::with_capacity(table.columns.len());
                for column in &table.columns {
                    let value = row.get(&column.name).cloned().and_then(|json| portable::stored(json, column.is_blob));
                    values.push(value.ok_or(StoreError::Damaged)?);
                }
                let of = |column: &str| table.place(column).and_then(|place| values.get(place).cloned());
                let Some(Value::Blob(id)) = of("id") else { return Err(StoreError::Damaged) };
                if let Some(hlc) = table.place("hlc").and_then(|place| values.get_mut(place)) {
                    *hlc = Value::Integer(stamp);
                }
                if name == MESSAGE {
                    self.conn().prepare_cached(&table.insert())?.execute(params_from_iter(values))?;
                    continue;
                }
                // Somebody may have named an event like it since: then that one stays.
                let known = self.conn().prepare_cached(&table.update())?.execute(params_from_iter(values))?;
                if known > 0 {
                    self.changed(name, Uuid::from_slice(&id).map_err(|_| StoreError::Damaged)?)?;
                }
            }
        }
        self.run(
            "UPDATE encounter SET event_id = NULL
             WHERE contact_id = ?1 AND event_id IN (SELECT id FROM event WHERE deleted_ms IS NOT NULL)",
            [content.contact.uuid().as_bytes()],
        )?;
        match &content.follow_up {
            Some(follow_up) => self.put_follow_up(follow_up, LedgerEvent::Undone, now),
            None => Ok(()),
        }
    }

    /// Takes out what can no longer be taken back, and sees to it that nothing of its content stays in any file.
    pub(crate) fn sweep(&self, now: Timestamp) -> Result<(), StoreError> {
        // Only a forgotten contact's undo holds content; to clean up after the others would cost every save several syncs.
        let with_content = "DELETE FROM undo WHERE expires_ms <= ?1 AND what LIKE '{\"forgotten\"%'";
        if self.count(with_content, [now.ms()])? > 0 {
            self.mark_erased();
        }
        self.run("DELETE FROM undo WHERE expires_ms <= ?1", [now.ms()])
    }

    fn open_follow_up_of(&self, contact: ContactId) -> Result<Option<FollowUp>, StoreError> {
        let sql = format!(
            "SELECT {FOLLOW_UP} FROM follow_up f WHERE f.contact_id = ?1 AND f.state IN ('planned', 'delivered')"
        );
        self.one(&sql, [contact.uuid().as_bytes()], rows::follow_up)
    }
}
