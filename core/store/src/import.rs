//! Taking in what `portable` wrote, a row after the other, into the tables in which it was.
//!
//! Of the schema that this program knows, rows go from the text into the file, in one transaction. A text of an earlier
//! version, or with its tables in another order than ours, first becomes a database in memory and is brought up to date there.

use std::collections::{HashMap, HashSet};
use std::fmt;

use justmet_domain::id::IdSource;
use justmet_domain::time::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, TransactionBehavior, params_from_iter};

use crate::derive::{DERIVED, derive_missing};
use crate::exported::{NextRow, Target, read};
use crate::image::Image;
use crate::migrate::{HLC, KNOWN, NODE};
use crate::tables::{self, Table};
use crate::{Store, StoreError, Writer, lock};

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// Contacts that are new here.
    pub added: u64,
    /// Contacts that were here already, or were erased here; nothing of theirs was changed.
    pub already_here: u64,
}

/// What is wrong with a row of an export. It holds nothing of the row, only columns of the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFault {
    /// A column is not there.
    Missing(String),
    /// There is one more than the table has, or one twice.
    Unknown,
    /// Something stands in a column that cannot stand there.
    Value(String),
    /// A rule of the table speaks against it: a word that is none of those, an id given twice, a reference to nothing.
    Rule,
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(column) => write!(f, "{column} is missing"),
            Self::Unknown => f.write_str("it has a column too many"),
            Self::Value(column) => write!(f, "{column} is not of its kind"),
            Self::Rule => f.write_str("a rule of its table speaks against it"),
        }
    }
}

impl Store {
    /// Takes in what [`crate::Reader::export`] gave, of this version or an earlier one, in one transaction. Contacts that are
    /// here already, by id, stay as they are, so that the same text twice adds nothing, and who was erased here stays so.
    /// Into a database without anybody everything comes back as it was.
    ///
    /// # Errors
    /// [`StoreError::NotAnExport`], [`StoreError::RefusedRow`], [`StoreError::NewerDatabase`] for the text; else why the file
    /// could not be written. Then nothing has changed.
    pub fn import(&self, text: &str, now: Timestamp, ids: &mut dyn IdSource) -> Result<Imported, StoreError> {
        let mut needs_image = false;
        let straight = self.merge(now, &mut |merge| {
            let done = read(text, merge);
            needs_image = merge.needs_image;
            done
        });
        if !needs_image {
            return straight;
        }
        let mut draft = Draft { now, ids, image: None, tables: Vec::new() };
        read(text, &mut draft)?;
        let image = draft.image.ok_or(StoreError::NotAnExport { line: 1 })?;
        // A reference to nothing.
        image.conn().execute_batch("COMMIT").map_err(|_| StoreError::NotAnExport { line: text.lines().count() })?;
        image.upgrade(now, ids)?;
        self.merge(now, &mut |merge| merge.takes_all(image.conn()))
    }

    fn merge(
        &self,
        now: Timestamp,
        take: &mut dyn FnMut(&mut Merge<'_>) -> Result<(), StoreError>,
    ) -> Result<Imported, StoreError> {
        let Some(writer) = &self.writer else { return Err(StoreError::ReadOnly) };
        let conn = lock(writer);
        let transaction = Transaction::new_unchecked(&conn, TransactionBehavior::Immediate)?;
        let mut merge = Merge::new(&transaction)?;
        take(&mut merge)?;
        let imported = merge.imported;
        let writer = Writer::new(&transaction, now);
        derive_missing(&writer)?;
        writer.finish()?;
        transaction.commit()?;
        Ok(imported)
    }
}

/// A text becomes a database in memory, of the version that it says.
struct Draft<'a> {
    now: Timestamp,
    ids: &'a mut dyn IdSource,
    /// Within a transaction, at whose end references are looked at: the order of the tables is the text's.
    image: Option<Image>,
    tables: Vec<Table>,
}

impl Target for Draft<'_> {
    fn begins(&mut self, version: u32) -> Result<(), StoreError> {
        let image = Image::empty(version, self.now, self.ids)?;
        image.conn().execute_batch(
            "PRAGMA foreign_keys = ON; BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON;
             DELETE FROM settings WHERE key <> 'store.node'",
        )?;
        self.tables = tables::carried(image.conn())?;
        self.image = Some(image);
        Ok(())
    }

    fn table(&self, name: &str) -> Option<Table> {
        self.tables.iter().find(|table| table.name == name).cloned()
    }

    fn takes(&mut self, table: &Table, next: &mut NextRow<'_>) -> Result<(), StoreError> {
        let Some(image) = &self.image else { return Err(StoreError::Conflict) };
        let mut insert = image.conn().prepare(&table.insert())?;
        while let Some(row) = next()? {
            insert.execute(params_from_iter(row))?;
        }
        Ok(())
    }
}

/// Adds what is new to a database.
struct Merge<'a> {
    to: &'a Connection,
    tables: Vec<Table>,
    /// Nothing was ever saved there: settings and the clock are taken over too.
    into_nothing: bool,
    /// Rows that belong to a contact who is here already.
    left_out: HashSet<Vec<u8>>,
    /// Events that are here under another id.
    same: HashMap<Vec<u8>, Vec<u8>>,
    imported: Imported,
    /// Tables whose rows were taken.
    taken: Vec<Table>,
    /// The text is of an earlier version, or a table comes before one that it refers to.
    needs_image: bool,
}

impl Target for Merge<'_> {
    fn begins(&mut self, version: u32) -> Result<(), StoreError> {
        if version > KNOWN {
            return Err(StoreError::NewerDatabase { found: version, known: KNOWN });
        }
        self.needs_image = version < KNOWN;
        if self.needs_image { Err(StoreError::Conflict) } else { Ok(()) }
    }

    fn table(&self, name: &str) -> Option<Table> {
        self.tables.iter().find(|table| table.name == name).cloned()
    }

    fn takes(&mut self, table: &Table, next: &mut NextRow<'_>) -> Result<(), StoreError> {
        let is_taken = |name: &str| self.taken.iter().any(|taken| taken.name == name);
        let waits = table.references.iter().any(|(_, to)| !is_taken(to) && self.table(to).is_some());
        if waits || is_taken(&table.name) || self.taken.iter().any(Table::names_any_row) {
            self.needs_image = true;
            return Err(StoreError::Conflict);
        }
        self.taken.push(table.clone());
        if table.name == "settings" { self.settings(next) } else { self.rows(table, next) }
    }
}

impl<'a> Merge<'a> {
    fn new(to: &'a Connection) -> Result<Self, StoreError> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM contact) AND NOT EXISTS (SELECT 1 FROM event)";
        Ok(Self {
            to,
            tables: tables::carried(to)?,
            into_nothing: to.query_row(sql, [], |row| row.get(0))?,
            left_out: HashSet::new(),
            same: HashMap::new(),
            imported: Imported { added: 0, already_here: 0 },
            taken: Vec::new(),
            needs_image: false,
        })
    }

    /// Everything of a database of the same schema.
    fn takes_all(&mut self, from: &Connection) -> Result<(), StoreError> {
        for table in tables::carried(from)? {
            let mut select = from.prepare(&table.select())?;
            let mut rows = select.query([])?;
            self.takes(&table, &mut || {
                let Some(row) = rows.next()? else { return Ok(None) };
                let values = (0..table.columns.len()).map(|place| row.get(place));
                Ok(Some(values.collect::<rusqlite::Result<_>>()?))
            })?;
        }
        Ok(())
    }

    fn rows(&mut self, table: &Table, next: &mut NextRow<'_>) -> Result<(), StoreError> {
        let id = table.place("id");
        let known = if id.is_some() { self.known(table)? } else { HashSet::new() };
        let references: Vec<usize> = table.references.iter().filter_map(|(column, _)| table.place(column)).collect();
        // The outbox names its row without a reference.
        let entity = table.place("entity_id");
        let name = table.place("name_folded").filter(|_| table.name == "event");
        let named = if name.is_some() { self.events()? } else { HashMap::new() };
        let mut insert = self.to.prepare(&table.insert())?;
        let mut imported = Imported { added: 0, already_here: 0 };
        while let Some(mut values) = next()? {
            let bytes = |place: usize| match values.get(place) {
                Some(Value::Blob(bytes)) => Some(bytes),
                _ => None,
            };
            let own = id.and_then(bytes);
            let mut names = references.iter().copied().chain(entity).filter_map(bytes);
            if names.any(|id| self.left_out.contains(id)) || own.is_some_and(|own| known.contains(own)) {
                imported.already_here += 1;
                self.left_out.extend(own.filter(|_| name.is_none()).cloned());
                continue;
            }
            if let (Some(own), Some(Value::Text(name))) = (own, name.and_then(|place| values.get(place)))
                && let Some(here) = named.get(name)
            {
                self.same.insert(own.clone(), here.clone());
                continue;
            }
            if entity.and_then(bytes).is_some_and(|entity| self.same.contains_key(entity)) {
                continue;
            }
            for place in &references {
                if let Some(Value::Blob(bytes)) = values.get_mut(*place)
                    && let Some(here) = self.same.get(bytes)
                {
                    bytes.clone_from(here);
                }
            }
            insert.execute(params_from_iter(values))?;
            imported.added += 1;
        }
        if table.name == "contact" {
            self.imported = imported;
        }
        Ok(())
    }

    fn known(&self, table: &Table) -> Result<HashSet<Vec<u8>>, StoreError> {
        let mut statement = self.to.prepare(&format!("SELECT id FROM \"{}\"", table.name))?;
        let ids = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(ids)
    }

    /// The events that are here, by name.
    fn events(&self) -> Result<HashMap<String, Vec<u8>>, StoreError> {
        let mut statement = self.to.prepare("SELECT name_folded, id FROM event WHERE deleted_ms IS NULL")?;
        let events = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        Ok(events)
    }

    /// What is set here stays set; the clock never goes back.
    fn settings(&self, next: &mut NextRow<'_>) -> Result<(), StoreError> {
        let action = if self.into_nothing { "UPDATE SET value = excluded.value" } else { "NOTHING" };
        let later = "UPDATE SET value = excluded.value WHERE CAST(excluded.value AS INTEGER) > CAST(value AS INTEGER)";
        while let Some(row) = next()? {
            let key = match row.first() {
                Some(Value::Text(key)) if key == NODE || key == DERIVED => continue,
                Some(Value::Text(key)) => key.as_str(),
                _ => return Err(StoreError::Conflict),
            };
            let action = if key == HLC && !self.into_nothing { later } else { action };
            let sql = format!("INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO {action}");
            self.to.execute(&sql, params_from_iter(row))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reader;
    use crate::derive::bring_up_to_date;
    use crate::migrate::version;

    struct Ids;

    impl IdSource for Ids {
        fn next_uuid(&mut self) -> uuid::Uuid {
            uuid::Uuid::from_u128(1)
        }
    }

    #[test]
    fn what_an_earlier_version_exported_comes_back_as_if_it_had_been_upgraded() {
        let now = Timestamp::from_ms(1_795_514_400_000);
        for number in 1..=KNOWN {
            let frozen = format!("{}/../../tests/databases/{number:04}.db", env!("CARGO_MANIFEST_DIR"));
            let image = Image::read(std::fs::read(frozen).unwrap()).unwrap();
            assert_eq!(version(image.conn()), Ok(number));
            let exported = Reader::new(image.conn()).export().unwrap();
            assert!(exported.contains(&format!("\"schema\":{number},")));
            image.upgrade(now, &mut Ids).unwrap();
            bring_up_to_date(image.conn(), now).unwrap();
            let upgraded = Reader::new(image.conn()).export().unwrap();
            let folder = tempfile::TempDir::new().unwrap();
            let store = Store::open(&folder.path().join("people.db"), now, &mut Ids).unwrap();
            let imported = store.import(&exported, now, &mut Ids).unwrap();
            assert!(imported.added > 0 && imported.already_here == 0, "{number}");
            assert_eq!(store.read(|reader| reader.export()).unwrap(), upgraded, "{number}");
            assert!(store.check().unwrap().is_whole());
        }
    }
}
