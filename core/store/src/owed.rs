//! What a write still has to put down before its transaction ends: together it costs less.
//!
//! Rows of the outbox come in the order of its key, each after the last. And FTS5 writes its words to the file before every
//! statement that could fail half-way through (SQLite gives such a one a savepoint, as it does where a trigger runs): a
//! segment of the index for each person, and all the merging of them, unless the words come after those.

use std::cell::{Cell, RefCell};
use std::mem::take;

use uuid::Uuid;

use crate::StoreError;
use crate::write::Writer;

/// So much may be owed in memory, in bytes or thereabouts.
const MOST_BYTES: usize = 1024 * 1024;

/// What a transaction changed, an entity and its id each.
pub(crate) type Changed = Vec<(&'static str, Uuid)>;

#[derive(Debug)]
pub(crate) struct Owed {
    outbox: RefCell<Changed>,
    underived: RefCell<Changed>,
    /// The words of a contact's notes and promises, by `contact.seq`.
    words: RefCell<Vec<(i64, String, String)>>,
    bytes: Cell<usize>,
}

impl Owed {
    pub(crate) const fn new() -> Self {
        Self {
            outbox: RefCell::new(Vec::new()),
            underived: RefCell::new(Vec::new()),
            words: RefCell::new(Vec::new()),
            bytes: Cell::new(0),
        }
    }

    pub(crate) fn changed(&self, entity: &'static str, id: Uuid) {
        self.outbox.borrow_mut().push((entity, id));
        self.underived.borrow_mut().push((entity, id));
        self.bytes.set(self.bytes.get() + size_of::<(&str, Uuid)>());
    }

    pub(crate) fn words(&self, seq: i64, notes: String, promises: String) {
        self.bytes.set(self.bytes.get() + size_of::<(i64, String, String)>() + notes.len() + promises.len());
        self.words.borrow_mut().push((seq, notes, promises));
    }

    /// Whether it is more than should lie in memory.
    pub(crate) fn is_much(&self) -> bool {
        self.bytes.get() > MOST_BYTES
    }

    /// What was changed and not derived anew yet.
    pub(crate) fn take_underived(&self) -> Changed {
        take(&mut self.underived.borrow_mut())
    }

    pub(crate) fn put_back_underived(&self, changed: Changed) {
        self.underived.replace(changed);
    }
}

impl Writer<'_> {
    /// Puts down everything that is owed, at the end.
    pub(crate) fn finish(&self) -> Result<(), StoreError> {
        self.derive_changed()?;
        self.pay()?;
        self.forget_words()
    }

    /// Puts down rows of the outbox and words. May be done in between as well.
    pub(crate) fn pay(&self) -> Result<(), StoreError> {
        self.owed.bytes.set(0);
        let mut outbox = take(&mut *self.owed.outbox.borrow_mut());
        outbox.sort_unstable();
        outbox.dedup();
        if !outbox.is_empty() {
            // One statement for all of them. Some may have been said in between.
            let sql = "INSERT INTO outbox (hlc, entity, entity_id)
                       SELECT ?1, substr(value, 33), unhex(substr(value, 1, 32)) FROM json_each(?2) WHERE true
                       ON CONFLICT DO NOTHING";
            self.run(sql, (self.stamp()?, listed(&outbox)))?;
        }
        for (seq, notes, promises) in take(&mut *self.owed.words.borrow_mut()) {
            let sql = "INSERT INTO finding_words (rowid, notes, promises) VALUES (?1, ?2, ?3)";
            self.run(sql, (seq, notes, promises))?;
        }
        Ok(())
    }
}

/// As one JSON list of texts: the id in 32 digits, then what it is the id of.
fn listed(changed: &Changed) -> String {
    let mut list = String::with_capacity(2 + changed.len() * 48);
    for (entity, id) in changed {
        list.push_str(if list.is_empty() { "[\"" } else { ",\"" });
        list.push_str(id.simple().encode_lower(&mut Uuid::encode_buffer()));
        list.push_str(entity);
        list.push('"');
    }
    list.push(']');
    list
}
