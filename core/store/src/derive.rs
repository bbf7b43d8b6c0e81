//! What is derived of each contact: the texts that find them, their place in the lists.
//!
//! It is written in the transaction that changes what it derives from, so it can never lag behind. [`Writer::changed`]
//! hears of every change; what belongs to a contact is derived anew before the transaction ends.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;

use justmet_domain::contact::{Address, Contact, Encounter, Preference, Promise, Stance};
use justmet_domain::id::{ContactId, EventId};
use justmet_domain::order::order_by;
use justmet_domain::search::{name_order, name_order_in_spanish, spell, spelled, spellings_of_handle};
use justmet_domain::time::Timestamp;
use rusqlite::{Connection, Params, Transaction, TransactionBehavior};

use crate::StoreError;
use crate::gather::prepared;
use crate::outline::pack;
use crate::rows::{self, Word};
use crate::search::{leave_no_trace, word_keys};
use crate::write::Writer;

/// The setting that says how what is derived was spelled.
pub(crate) const DERIVED: &str = "store.derived";

/// How this program spells and packs. Changed with every change of what [`Derived`] or `word_keys` give.
const SPELLING: &str = "4";

/// Where names are put in order, who has none comes after every letter.
const NAMELESS: &str = "\u{10ffff}";

/// Keeps apart what stands in one field of `finding.short`: the spellings of a text, several events or addresses.
pub(crate) const BETWEEN: char = '\t';

/// Of long texts fewer spellings are kept: they hold few names, and a note in Russian would be stored six times.
const SPELLINGS_OF_LONG: usize = 2;

/// Derives everything anew where another program's spelling is found; takes seconds at 100,000 people, and happens once.
pub(crate) fn bring_up_to_date(conn: &Connection, now: Timestamp) -> Result<(), StoreError> {
    let spelled = |conn: &Connection| crate::read::Reader::new(conn).setting(DERIVED);
    if spelled(conn)?.as_deref() == Some(SPELLING) {
        return Ok(());
    }
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    // Asked again under the lock: another process may have done it meanwhile.
    if spelled(&transaction)?.as_deref() != Some(SPELLING) {
        let writer = Writer::new(&transaction, now);
        // The count goes on, so that an index in another process hears of it.
        writer.written()?;
        writer.run("INSERT INTO finding_words (finding_words) VALUES ('delete-all')", ())?;
        writer.run("DELETE FROM finding", ())?;
        writer.run("DELETE FROM met_there", ())?;
        writer.run("DELETE FROM never_reminded", ())?;
        derive_missing(&writer)?;
        writer.pay()?;
        writer.keep(DERIVED, SPELLING)?;
    }
    Ok(transaction.commit()?)
}

/// Derives what belongs to contacts that were stored by other ways than a [`Writer`]'s own.
pub(crate) fn derive_missing(writer: &Writer<'_>) -> Result<(), StoreError> {
    let missing = "SELECT id FROM contact c WHERE deleted_ms IS NULL
         AND NOT EXISTS (SELECT 1 FROM finding WHERE contact_seq = c.seq)";
    writer.derive_new(&writer.list(missing, [], rows::contact_id)?)
}

/// An event at which they were met, with when they were met there last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attended {
    pub(crate) id: EventId,
    pub(crate) seq: i64,
    pub(crate) name: String,
    pub(crate) met_at: Timestamp,
}

/// Everything that a contact's derived rows are made of.
pub(crate) struct Known<'a> {
    pub(crate) contact: &'a Contact,
    pub(crate) addresses: &'a [Address],
    pub(crate) preferences: &'a [Preference],
    pub(crate) encounters: &'a [Encounter],
    pub(crate) promises: &'a [Promise],
    pub(crate) events: &'a [Attended],
    /// Whether no follow-up tells of them.
    pub(crate) is_never_reminded: bool,
}

/// All that is derived of a contact, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Prepared {
    row: Derived,
    /// What the index of words takes of the notes, and of the promises.
    words: [String; 2],
    /// At which events, by their seq, and when last; 0 for none.
    there: Vec<(i64, i64)>,
    is_never_reminded: bool,
}

impl Prepared {
    pub(crate) fn of(known: &Known<'_>) -> Self {
        let row = Derived::of(known);
        let words = [word_keys(&row.notes), word_keys(&row.promises)];
        Self { words, there: there(known), is_never_reminded: known.is_never_reminded, row }
    }
}

/// The row of `finding`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Derived {
    met: String,
    channels: String,
    short: String,
    notes: String,
    promises: String,
    name_order: Option<String>,
    name_order_es: Option<String>,
    outline: Option<Vec<u8>>,
}

impl Derived {
    fn of(known: &Known<'_>) -> Self {
        let contact = known.contact;
        let mut met: Vec<i64> = known.encounters.iter().map(|encounter| encounter.met_at.ms()).collect();
        if met.is_empty() {
            met.push(contact.met_at.ms());
        }
        order_by(&mut met, |one, other| other.cmp(one));
        let preferred = known.preferences.iter().filter(|wish| wish.stance == Some(Stance::Preferred));
        let channels: BTreeSet<&str> = known
            .addresses
            .iter()
            .map(|address| address.handle.kind)
            .chain(preferred.map(|wish| wish.channel))
            .map(Word::word)
            .collect();
        let field = |texts: &mut dyn Iterator<Item = &str>| joined(texts.flat_map(spelled));
        let short = [
            field(&mut std::iter::once(contact.name.as_str())),
            field(&mut contact.org.iter().map(String::as_str)),
            field(&mut contact.role.iter().map(String::as_str)),
            field(&mut known.events.iter().map(|event| event.name.as_str())),
            joined(known.addresses.iter().flat_map(handles)),
        ];
        let long = |texts: &mut dyn Iterator<Item = &str>| {
            joined(texts.flat_map(|text| spelled(text).into_iter().take(SPELLINGS_OF_LONG)))
        };
        Self {
            met: met.iter().map(i64::to_string).collect::<Vec<_>>().join(" "),
            channels: channels.into_iter().collect::<Vec<_>>().join(" "),
            short: short.join("\n"),
            notes: long(&mut known.encounters.iter().map(|encounter| encounter.notes.as_str())),
            promises: long(&mut known.promises.iter().map(|promise| promise.what.as_str())),
            name_order: Some(name_order(&contact.name))
                .map(|key| if key.is_empty() { NAMELESS.to_owned() } else { key }),
            name_order_es: name_order_in_spanish(&contact.name).filter(|key| !key.is_empty()),
            outline: pack(contact, latest_event(known), known.addresses, known.preferences, known.promises),
        }
    }

    /// Its columns, in the order in which both statements name them.
    fn columns(&self, seq: i64, written: i64) -> impl Params {
        (
            seq,
            written,
            &self.met,
            &self.channels,
            &self.short,
            &self.notes,
            &self.promises,
            &self.name_order,
            &self.name_order_es,
            &self.outline,
        )
    }
}

/// How a handle is looked for: as it is shown, and by its key where that is not part of it.
fn handles(address: &Address) -> Vec<String> {
    let key = spell(&address.handle.key);
    let mut all: Vec<String> = spellings_of_handle(&address.handle.display).into_iter().map(|it| it.text).collect();
    if let Some(digits) = key.strip_prefix('+').filter(|digits| all.iter().any(|text| text == digits)) {
        // A number: its digits say it all, however it is grouped.
        return vec![format!("+{digits}")];
    }
    if !all.iter().any(|text| text.contains(&key)) {
        all.push(key);
    }
    all
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    let mut all = String::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if !all.is_empty() {
            all.push(BETWEEN);
        }
        all.push_str(&text);
    }
    all
}

impl Writer<'_> {
    /// Derives anew what changed in this transaction.
    pub(crate) fn derive_changed(&self) -> Result<(), StoreError> {
        let mut contacts = BTreeSet::new();
        for (entity, id) in self.owed.take_underived() {
            let sql = match entity {
                "contact" => {
                    contacts.insert(id);
                    continue;
                }
                "address" => "SELECT contact_id FROM address WHERE id = ?1",
                "preference" => "SELECT contact_id FROM preference WHERE id = ?1",
                "encounter" => "SELECT contact_id FROM encounter WHERE id = ?1",
                "promise" => {
                    "SELECT e.contact_id FROM promise p JOIN encounter e ON e.id = p.encounter_id WHERE p.id = ?1"
                }
                _ => continue,
            };
            contacts.extend(self.one(sql, [id.as_bytes()], |row| rows::uuid(row, 0))?);
        }
        contacts.into_iter().try_for_each(|id| self.derive(ContactId::from_uuid(id)))
    }

    /// Sees to it that nothing is left of the words that this transaction took out, once those that it adds are in.
    pub(crate) fn forget_words(&self) -> Result<(), StoreError> {
        let taken_out = take(&mut *self.taken_out.borrow_mut());
        if taken_out.is_empty() { Ok(()) } else { leave_no_trace(self.conn(), &taken_out) }
    }

    /// The number of this write among those that changed what is found.
    fn written(&self) -> Result<i64, StoreError> {
        if let Some(written) = self.written.get() {
            return Ok(written);
        }
        let last = self.one("SELECT max(written) FROM finding", [], |row| row.get::<_, Option<i64>>(0))?;
        let written = last.flatten().unwrap_or_default() + 1;
        self.written.set(Some(written));
        Ok(written)
    }

    /// Derives what belongs to a contact from what is stored of them.
    fn derive(&self, id: ContactId) -> Result<(), StoreError> {
        if let Some((seq, new)) = prepared(&self.gather(&[id])?).pop() {
            return self.put_derived(seq, new);
        }
        let id = id.uuid();
        let seq = self.one("SELECT seq FROM contact WHERE id = ?1", [id.as_bytes()], |row| row.get::<_, i64>(0))?;
        seq.map_or(Ok(()), |seq| self.put_derived(seq, Prepared::default()))
    }

    fn put_derived(&self, seq: i64, new: Prepared) -> Result<(), StoreError> {
        let old = self.one("SELECT notes, promises FROM finding WHERE contact_seq = ?1", [seq], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        let Some((notes, promises)) = old else { return self.add_derived(seq, new) };
        if notes != new.row.notes || promises != new.row.promises {
            if !(notes.is_empty() && promises.is_empty()) {
                // They may be among those that are still owed.
                self.pay()?;
                let (notes, promises) = (word_keys(&notes), word_keys(&promises));
                self.run(
                    "INSERT INTO finding_words (finding_words, rowid, notes, promises) VALUES ('delete', ?1, ?2, ?3)",
                    (seq, &notes, &promises),
                )?;
                self.taken_out.borrow_mut().extend([notes, promises]);
            }
            self.add_words(seq, new.words)?;
        }
        self.run(
            "UPDATE finding SET written = ?2, met = ?3, channels = ?4, short = ?5, notes = ?6, promises = ?7,
                 name_order = ?8, name_order_es = ?9, outline = ?10
             WHERE contact_seq = ?1",
            new.row.columns(seq, self.written()?),
        )?;
        self.run("DELETE FROM met_there WHERE contact_seq = ?1", [seq])?;
        self.run("DELETE FROM never_reminded WHERE contact_seq = ?1", [seq])?;
        self.add_there(seq, &new.there, new.is_never_reminded)
    }

    /// Of whom nothing is derived yet.
    pub(crate) fn add_derived(&self, seq: i64, new: Prepared) -> Result<(), StoreError> {
        self.add_words(seq, new.words)?;
        self.run(
            "INSERT INTO finding (contact_seq, written, met, channels, short, notes, promises, name_order, name_order_es,
                                  outline)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            new.row.columns(seq, self.written()?),
        )?;
        self.add_there(seq, &new.there, new.is_never_reminded)
    }

    fn add_words(&self, seq: i64, [notes, promises]: [String; 2]) -> Result<(), StoreError> {
        if notes.is_empty() && promises.is_empty() {
            return Ok(());
        }
        self.owed.words(seq, notes, promises);
        if self.owed.is_much() { self.pay() } else { Ok(()) }
    }

    fn add_there(&self, seq: i64, there: &[(i64, i64)], is_never_reminded: bool) -> Result<(), StoreError> {
        if is_never_reminded {
            self.run("INSERT INTO never_reminded (contact_seq) VALUES (?1)", [seq])?;
        }
        let sql = "INSERT INTO met_there (event_seq, met_at_ms, contact_seq) VALUES (?1, ?2, ?3)";
        there.iter().try_for_each(|(event, met_at)| self.run(sql, (event, met_at, seq)))
    }
}

/// The event of the newest meeting, which comes first.
fn latest_event<'a>(known: &Known<'a>) -> Option<(EventId, &'a str)> {
    let id = known.encounters.first()?.event?;
    known.events.iter().find(|event| event.id == id).map(|event| (id, event.name.as_str()))
}

/// At which events, by their seq, and when last; 0 for none.
fn there(known: &Known<'_>) -> Vec<(i64, i64)> {
    let latest = known.encounters.iter().map(|encounter| encounter.met_at.ms()).max();
    let mut there: BTreeMap<i64, i64> = BTreeMap::new();
    for event in known.events {
        let at = there.entry(event.seq).or_insert(event.met_at.ms());
        *at = (*at).max(event.met_at.ms());
    }
    if there.is_empty() {
        there.insert(0, latest.unwrap_or_else(|| known.contact.met_at.ms()));
    }
    there.into_iter().collect()
}
