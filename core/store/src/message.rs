//! What is kept of messages, what is learned from them, and which promises were kept since.

use std::sync::Arc;

use justmet_domain::channel::ChannelKind;
use justmet_domain::country::Custom;
use justmet_domain::id::{ContactId, EncounterId, MessageId, PromiseId};
use justmet_domain::locale::Language;
use justmet_domain::message::MessageRecord;
use justmet_domain::message::trace::Trace;
use justmet_domain::suggest::{Cell, Counted, Rates};
use justmet_domain::time::Timestamp;
use rusqlite::Row;

use crate::StoreError;
use crate::read::{ASKED, Reader};
use crate::rows::{self, Word};
use crate::write::Writer;

/// The latest messages are counted; older ones have faded, and a person sends a few hundred.
const COUNTED: u32 = 500;

/// Others are looked through for alike messages, the latest first, no further than this.
const TRACED: u32 = 500;

const MESSAGE: &str = "m.id, m.contact_id, m.channel, m.state, m.at_ms, m.answered_at_ms, m.answered_on, m.own_choice, \
     m.place, m.trace, m.reason";

fn message(row: &Row<'_>) -> rusqlite::Result<MessageRecord> {
    Ok(MessageRecord {
        id: MessageId::from_uuid(rows::uuid(row, 0)?),
        contact: ContactId::from_uuid(rows::uuid(row, 1)?),
        channel: rows::word(row, 2)?,
        state: rows::word(row, 3)?,
        at: rows::instant(row, 4)?,
        answered_at: row.get::<_, Option<i64>>(5)?.map(Timestamp::from_ms),
        answered_on: rows::optional_word(row, 6)?,
        own_choice: row.get(7)?,
        place: rows::word(row, 8)?,
        trace: trace(row, 9)?,
        reason: row.get(10)?,
    })
}

fn trace(row: &Row<'_>, column: usize) -> rusqlite::Result<Trace> {
    let bytes: Option<Vec<u8>> = row.get(column)?;
    let (numbers, _) = bytes.as_deref().unwrap_or_default().as_chunks::<4>();
    Ok(Trace::from_numbers(numbers.iter().map(|number| u32::from_le_bytes(*number))))
}

const RATES: &str = "SELECT channel, custom, place, state, at_ms, own_choice FROM message WHERE counts = 1 \
     ORDER BY at_ms DESC LIMIT ?1";

/// What was counted, and in which state of the file.
#[derive(Debug)]
pub(crate) struct CountedRates {
    version: i64,
    rates: Arc<Rates>,
}

impl Reader<'_> {
    /// How messages to everybody were answered so far.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn rates(&self) -> Result<Rates, StoreError> {
        let counted = self.list(RATES, [COUNTED], |row| {
            let cell = Cell { channel: rows::word(row, 0)?, custom: rows::word(row, 1)?, place: rows::word(row, 2)? };
            Ok(Counted { cell, state: rows::word(row, 3)?, at: rows::instant(row, 4)?, own_choice: row.get(5)? })
        })?;
        Ok(Rates::of(counted))
    }

    /// The same, counted once for all readings between two writes: each list of people asks for them.
    pub(crate) fn shared_rates(&self) -> Result<Arc<Rates>, StoreError> {
        let Some(counted) = self.counted() else { return Ok(Arc::new(self.rates()?)) };
        // Another one for this connection whenever anybody has written since it last looked (SQLite, "PRAGMA data_version").
        let version = self.one("PRAGMA data_version", [], |row| row.get(0))?.unwrap_or_default();
        if let Some(known) = counted.borrow().as_ref().filter(|known| known.version == version) {
            return Ok(Arc::clone(&known.rates));
        }
        let rates = Arc::new(self.rates()?);
        counted.replace(Some(CountedRates { version, rates: Arc::clone(&rates) }));
        Ok(rates)
    }

    /// The messages with the contacts asked for, oldest first.
    pub(crate) fn messages_of(&self, asked: &str) -> Result<Vec<MessageRecord>, StoreError> {
        let sql = format!("SELECT {MESSAGE} FROM message m WHERE m.contact_id IN {ASKED} ORDER BY m.at_ms, m.seq");
        self.list(&sql, [asked], message)
    }

    /// What the latest messages to others since then are known by, with their names, the latest first.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn traces_of_others(
        &self,
        contact: ContactId,
        since: Timestamp,
    ) -> Result<Vec<(ContactId, Trace, String)>, StoreError> {
        self.list(
            "SELECT m.contact_id, m.trace, c.name FROM message m JOIN contact c ON c.id = m.contact_id
             WHERE m.trace IS NOT NULL AND m.at_ms >= ?2 AND m.contact_id <> ?1 AND m.state <> 'opened'
             ORDER BY m.at_ms DESC LIMIT ?3",
            (contact.uuid().as_bytes(), since.ms(), TRACED),
            |row| Ok((ContactId::from_uuid(rows::uuid(row, 0)?), trace(row, 1)?, row.get(2)?)),
        )
    }
}

impl Writer<'_> {
    /// Keeps what came of a message, new or known. What texts before `forget_traces_before` are known by is forgotten.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the contact is unknown or was erased; else why the file could not be written.
    pub fn put_message(
        &self,
        message: &MessageRecord,
        custom: Custom,
        forget_traces_before: Timestamp,
    ) -> Result<(), StoreError> {
        self.live(message.contact)?;
        let bytes: Vec<u8> = message.trace.numbers().iter().flat_map(|number| number.to_le_bytes()).collect();
        self.run(
            "INSERT INTO message (id, contact_id, channel, state, at_ms, answered_at_ms, answered_on, own_choice, place,
                                  custom, counts, trace, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, ?11, ?12)
             ON CONFLICT (id) DO UPDATE SET channel = excluded.channel, state = excluded.state, at_ms = excluded.at_ms,
                 answered_at_ms = excluded.answered_at_ms, answered_on = excluded.answered_on,
                 own_choice = excluded.own_choice, trace = excluded.trace, reason = excluded.reason",
            (
                message.id.uuid().as_bytes(),
                message.contact.uuid().as_bytes(),
                message.channel.word(),
                message.state.word(),
                message.at.ms(),
                message.answered_at.map(Timestamp::ms),
                message.answered_on.map(ChannelKind::word),
                message.own_choice,
                message.place.word(),
                custom.word(),
                Some(bytes).filter(|bytes| !bytes.is_empty()),
                &message.reason,
            ),
        )?;
        self.run("UPDATE message SET trace = NULL WHERE trace IS NOT NULL AND at_ms < ?1", [forget_traces_before.ms()])
    }

    /// Deletes what is kept of a message that was not sent after all.
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn remove_message(&self, id: MessageId) -> Result<(), StoreError> {
        self.run("DELETE FROM message WHERE id = ?1", [id.uuid().as_bytes()])
    }

    /// Forgets what was learned from messages; what was written to whom stays. Says how many no longer count.
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn forget_rates(&self) -> Result<usize, StoreError> {
        self.count("UPDATE message SET counts = 0 WHERE counts = 1", ())
    }

    /// Notes whether a promise was kept, and gives whose encounter it is of; `None` for an unknown one.
    ///
    /// # Errors
    /// Why the file could not be written.
    pub fn set_promise_kept(&self, id: PromiseId, kept: bool) -> Result<Option<ContactId>, StoreError> {
        let encounter = self.one(
            "UPDATE promise SET kept = ?2, hlc = ?3 WHERE id = ?1 AND deleted_ms IS NULL RETURNING encounter_id",
            (id.uuid().as_bytes(), kept, self.stamp()?),
            |row| rows::uuid(row, 0).map(EncounterId::from_uuid),
        )?;
        let Some(encounter) = encounter else { return Ok(None) };
        self.changed("promise", id.uuid())?;
        let sql = "SELECT contact_id FROM encounter WHERE id = ?1";
        self.one(sql, [encounter.uuid().as_bytes()], rows::contact_id)
    }

    /// Sets the language to write to a contact in; `None` where it is to be found out again.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the contact is unknown or was erased; else why the file could not be written.
    pub fn set_language(&self, contact: ContactId, language: Option<Language>) -> Result<(), StoreError> {
        self.live(contact)?;
        let id = contact.uuid();
        self.run(
            "UPDATE contact SET language = ?2, hlc = ?3 WHERE id = ?1",
            (id.as_bytes(), language.map(Word::word), self.stamp()?),
        )?;
        self.changed("contact", id)
    }
}
