//! The changes.

use std::cell::{Cell, RefCell};
use std::ops::Deref;

use justmet_domain::channel::ChannelKind;
use justmet_domain::contact::{Address, Preference};
use justmet_domain::fold::fold;
use justmet_domain::follow_up::FollowUp;
use justmet_domain::id::{ContactId, EventId};
use justmet_domain::time::Timestamp;
use rusqlite::{Connection, Params};
use uuid::Uuid;

use crate::hlc::Hlc;
use crate::owed::Owed;
use crate::read::Reader;
use crate::records::{LedgerEvent, Undo};
use crate::rows::{self, Word};
use crate::{StoreError, migrate};

/// One transaction to write in; it also reads, and sees what it has written. What is found in long texts follows when it
/// ends.
#[derive(Debug)]
pub struct Writer<'c> {
    reader: Reader<'c>,
    now: Timestamp,
    stamp: Cell<Option<Hlc>>,
    erased: Cell<bool>,
    pub(crate) owed: Owed,
    pub(crate) written: Cell<Option<i64>>,
    /// Words that were taken out of what finds people.
    pub(crate) taken_out: RefCell<Vec<String>>,
}

impl<'c> Deref for Writer<'c> {
    type Target = Reader<'c>;

    fn deref(&self) -> &Self::Target {
        &self.reader
    }
}

impl<'c> Writer<'c> {
    pub(crate) const fn new(conn: &'c Connection, now: Timestamp) -> Self {
        Self {
            reader: Reader::new(conn),
            now,
            stamp: Cell::new(None),
            erased: Cell::new(false),
            owed: Owed::new(),
            written: Cell::new(None),
            taken_out: RefCell::new(Vec::new()),
        }
    }

    pub(crate) const fn has_erased(&self) -> bool {
        self.erased.get()
    }

    pub(crate) fn mark_erased(&self) {
        self.erased.set(true);
    }

    /// The event of that name, whatever its case and accents; a new one with the id `fresh` where there is none. Either
    /// way it is now the one that was used last.
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn event_named(&self, name: &str, now: Timestamp, fresh: EventId) -> Result<EventId, StoreError> {
        let name = name.trim();
        let folded = fold(name);
        let stamp = self.stamp()?;
        let known =
            self.one("SELECT id FROM event WHERE name_folded = ?1 AND deleted_ms IS NULL", [&folded], |row| {
                rows::uuid(row, 0).map(EventId::from_uuid)
            })?;
        let id = known.unwrap_or(fresh);
        if known.is_some() {
            let sql = "UPDATE event SET last_used_ms = ?2, hlc = ?3 WHERE id = ?1";
            self.run(sql, (id.uuid().as_bytes(), now.ms(), stamp))?;
        } else {
            let sql = "INSERT INTO event (id, name, name_folded, last_used_ms, hlc) VALUES (?1, ?2, ?3, ?4, ?5)";
            self.run(sql, (id.uuid().as_bytes(), name, &folded, now.ms(), stamp))?;
        }
        self.changed("event", id.uuid())?;
        Ok(id)
    }

    /// Stores a follow-up as it now is, new or known, and what happened to it.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if its contact has another open one or was erased; else why the file could not be
    /// written.
    pub fn put_follow_up(&self, follow_up: &FollowUp, event: LedgerEvent, now: Timestamp) -> Result<(), StoreError> {
        let stamp = self.stamp()?;
        let (state, state_at, because) = rows::state_columns(follow_up.state);
        let id = follow_up.id.uuid();
        // Contact and encounter are part of what it is (its id derives from them) and never change.
        self.run(
            "INSERT INTO follow_up (id, contact_id, encounter_id, due, generation, state, state_at_ms, closed_because,
                                    created_at_ms, hlc)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (id) DO UPDATE SET due = excluded.due, generation = excluded.generation,
                 state = excluded.state, state_at_ms = excluded.state_at_ms, closed_because = excluded.closed_because,
                 hlc = excluded.hlc",
            (
                id.as_bytes(),
                follow_up.contact.uuid().as_bytes(),
                follow_up.encounter.uuid().as_bytes(),
                rows::due_text(follow_up.due),
                follow_up.generation,
                state,
                state_at,
                because,
                follow_up.created_at.ms(),
                stamp,
            ),
        )?;
        let sets_due = matches!(event, LedgerEvent::Planned | LedgerEvent::Snoozed | LedgerEvent::Undone);
        let due = sets_due.then(|| rows::due_text(follow_up.due));
        self.note(follow_up.slot(), event, due, now)?;
        self.changed("follow_up", id)
    }

    /// What they said about a channel no longer holds, and nothing takes its place; it stays as history.
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn supersede_preference(
        &self,
        contact: ContactId,
        channel: ChannelKind,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let earlier = self.list(
            "UPDATE preference SET superseded_ms = ?3, hlc = ?4
             WHERE contact_id = ?1 AND channel = ?2 AND superseded_ms IS NULL AND deleted_ms IS NULL RETURNING id",
            (contact.uuid().as_bytes(), channel.word(), now.ms(), self.stamp()?),
            |row| rows::uuid(row, 0),
        )?;
        for id in earlier {
            self.changed("preference", id)?;
        }
        Ok(())
    }

    /// Stores what they said about a channel. It takes the place of what they said about it before, which stays as
    /// history.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the id is taken or the contact unknown; else why the file could not be written.
    pub fn put_preference(&self, preference: &Preference) -> Result<(), StoreError> {
        self.supersede_preference(preference.contact, preference.channel, preference.learned_at)?;
        self.live(preference.contact)?;
        self.insert_preference(preference)
    }

    /// Stores a way to reach somebody that was learned after they were met. One that is there already is known better now:
    /// from whom, and whether they may be written to there.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the id is taken or the contact unknown; else why the file could not be written.
    pub fn put_address(&self, address: &Address) -> Result<(), StoreError> {
        self.live(address.contact)?;
        let known = self.list(
            "UPDATE address SET provenance = ?4, consent = ?5, hlc = ?6
             WHERE contact_id = ?1 AND kind = ?2 AND key = ?3 AND deleted_ms IS NULL RETURNING id",
            (
                address.contact.uuid().as_bytes(),
                address.handle.kind.word(),
                &address.handle.key,
                address.provenance.word(),
                address.consent.word(),
                self.stamp()?,
            ),
            |row| rows::uuid(row, 0),
        )?;
        match known.first() {
            Some(id) => self.changed("address", *id),
            None => self.insert_address(address),
        }
    }

    /// Keeps what the numbers of a terminal's list mean, instead of the list before.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if a contact is unknown; else why the file could not be written.
    pub fn set_last_listing(&self, ids: &[ContactId]) -> Result<(), StoreError> {
        self.run("DELETE FROM listing", ())?;
        for (position, id) in (0_i64..).zip(ids) {
            let sql = "INSERT INTO listing (position, contact_id) VALUES (?1, ?2)";
            self.run(sql, (position, id.uuid().as_bytes()))?;
        }
        Ok(())
    }

    /// Keeps a setting.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] for a key that starts with `store.`, as those are the store's own; else why the file
    /// could not be written.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        if key.starts_with(migrate::OWN_SETTINGS) {
            return Err(StoreError::Conflict);
        }
        self.keep(key, value)
    }

    /// Keeps what can be taken back.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the token is taken or the contact unknown; else why the file could not be written.
    pub fn put_undo(&self, undo: &Undo) -> Result<(), StoreError> {
        let what = serde_json::to_string(&undo.what).map_err(|_| StoreError::Internal("an undo as text".to_owned()))?;
        self.run(
            "INSERT INTO undo (token, contact_id, what, expires_ms) VALUES (?1, ?2, ?3, ?4)",
            (undo.token.as_bytes(), undo.what.contact().uuid().as_bytes(), what, undo.expires.ms()),
        )
    }

    /// Takes what can be taken back out of the store, so that it is taken back once. The caller looks at
    /// [`Undo::expires`].
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn take_undo(&self, token: Uuid) -> Result<Option<Undo>, StoreError> {
        let undo = self.undo(token)?;
        self.run("DELETE FROM undo WHERE token = ?1", [token.as_bytes()])?;
        Ok(undo)
    }

    /// Nothing is added to a person who was erased.
    pub(crate) fn live(&self, contact: ContactId) -> Result<(), StoreError> {
        self.recent_cursor(contact)?.map(|_| ()).ok_or(StoreError::Conflict)
    }

    /// Sees to it that the outbox says that an entity changed in this write, and that what derives from it does too.
    pub(crate) fn changed(&self, entity: &'static str, id: Uuid) -> Result<(), StoreError> {
        self.owed.changed(entity, id);
        if self.owed.is_much() { self.pay() } else { Ok(()) }
    }

    /// This write's reading of the hybrid clock: one for all of it, kept with it.
    pub(crate) fn stamp(&self) -> Result<i64, StoreError> {
        if let Some(stamp) = self.stamp.get() {
            return Ok(stamp.value());
        }
        // From the file and not from memory: another process may have written since.
        let last = self.setting(migrate::HLC)?.and_then(|text| text.parse().ok()).map_or(Hlc::ZERO, Hlc::from_stored);
        let stamp = last.next(self.now);
        self.keep(migrate::HLC, &stamp.value().to_string())?;
        self.stamp.set(Some(stamp));
        Ok(stamp.value())
    }

    pub(crate) fn keep(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.run(sql, (key, value))
    }

    pub(crate) fn run(&self, sql: &str, params: impl Params) -> Result<(), StoreError> {
        self.count(sql, params).map(|_| ())
    }

    pub(crate) fn count(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        Ok(self.conn().prepare_cached(sql)?.execute(params)?)
    }
}
