//! Everything as one JSON text, and the way back: readable by any program, in twenty years too.
//!
//! `{"format":"justmet","schema":N,"tables":{"contact":[{column: value, …}, …], …}}`, a row a line, in the order in which
//! the rows came. `schema` is the version of `migrations/*.sql` that explains tables and columns; a later program reads it
//! into that version first and upgrades it then. An id is a UUID as text; other bytes would be `{"hex":"…"}`. Left out: what means something on one device only (`seq`, the last list, what can be
//! taken back, the install id), and the list of channels, which is part of the schema. Two databases with the same content
//! give the same text, byte for byte.

use std::collections::{HashMap, HashSet};
use std::fmt;

use justmet_domain::id::IdSource;
use justmet_domain::time::Timestamp;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Transaction, TransactionBehavior, params_from_iter};
use serde::Deserialize as _;
use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::derive::{DERIVED, derive_missing};
use crate::image::Image;
use crate::migrate::{self, HLC, KNOWN, NODE};
use crate::tables::{self, Table};
use crate::{Reader, Store, StoreError, lock};

/// What the first key of an export says.
const FORMAT: &str = "justmet";

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// Contacts that are new here.
    pub added: u64,
    /// Contacts that were here already, or were erased here; nothing of theirs was changed.
    pub already_here: u64,
}

impl Reader<'_> {
    /// Everything as one JSON text, as the module's head describes it. The same content gives the same bytes.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn export(&self) -> Result<String, StoreError> {
        let conn = self.conn();
        let mut text = format!("{{\"format\":\"{FORMAT}\",\"schema\":{},\"tables\":{{", migrate::version(conn)?);
        for (number, table) in tables::carried(conn)?.iter().enumerate() {
            text.push_str(if number == 0 { "\n" } else { ",\n" });
            text.push_str(&format!("\"{}\":[", table.name));
            write_rows(conn, table, &mut text)?;
            text.push(']');
        }
        text.push_str("}}\n");
        Ok(text)
    }
}

impl Store {
    /// Takes in what [`Reader::export`] gave, of this version or an earlier one, in one transaction. Contacts that are here
    /// already, by id, stay as they are, so that the same text twice adds nothing, and who was erased here stays so. Into
    /// a database without anybody everything comes back as it was.
    ///
    /// # Errors
    /// [`StoreError::NotAnExport`], [`StoreError::NewerDatabase`] for the text; else why the file could not be written.
    /// Then nothing has changed.
    pub fn import(&self, text: &str, now: Timestamp, ids: &mut dyn IdSource) -> Result<Imported, StoreError> {
        let image = read(text, now, ids)?;
        image.upgrade(now, ids)?;
        let Some(writer) = &self.writer else { return Err(StoreError::ReadOnly) };
        let conn = lock(writer);
        let transaction = Transaction::new_unchecked(&conn, TransactionBehavior::Immediate)?;
        let imported = Merge::new(image.conn(), &transaction)?.run()?;
        let writer = crate::Writer::new(&transaction, now);
        derive_missing(&writer)?;
        writer.finish()?;
        transaction.commit()?;
        Ok(imported)
    }
}

fn write_rows(conn: &Connection, table: &Table, text: &mut String) -> Result<(), StoreError> {
    let mut statement = conn.prepare(&table.select())?;
    let mut rows = statement.query([])?;
    let mut first = true;
    while let Some(row) = rows.next()? {
        if table.name == "settings" && row.get_ref(0)?.as_str().is_ok_and(|key| key == NODE || key == DERIVED) {
            continue;
        }
        text.push_str(if first { "\n{" } else { ",\n{" });
        first = false;
        for (place, column) in table.columns.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            text.push_str(&Json::from(column.name.as_str()).to_string());
            text.push(':');
            text.push_str(&json(row.get_ref(place)?)?.to_string());
        }
        text.push('}');
    }
    Ok(())
}

pub(crate) fn json(value: ValueRef<'_>) -> Result<Json, StoreError> {
    Ok(match value {
        ValueRef::Null => Json::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => std::str::from_utf8(text).map_err(|_| StoreError::Damaged)?.into(),
        ValueRef::Blob(bytes) => match Uuid::from_slice(bytes) {
            Ok(id) => id.to_string().into(),
            Err(_) => serde_json::json!({ "hex": bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>() }),
        },
    })
}

/// The text as a database of the version that it says.
fn read(text: &str, now: Timestamp, ids: &mut dyn IdSource) -> Result<Image, StoreError> {
    let mut failure = None;
    let mut source = serde_json::Deserializer::from_str(text);
    let document = Document { now, ids, failure: &mut failure };
    let image = document.deserialize(&mut source).and_then(|image| source.end().map(|()| image));
    image.map_err(|error| failure.unwrap_or(StoreError::NotAnExport { line: error.line() }))
}

/// The whole text.
struct Document<'a> {
    now: Timestamp,
    ids: &'a mut dyn IdSource,
    /// What went wrong that is no fault of the text's form.
    failure: &'a mut Option<StoreError>,
}

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = Image;

    fn deserialize<D: de::Deserializer<'de>>(self, source: D) -> Result<Image, D::Error> {
        source.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = Image;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Image, A::Error> {
        let head = (map.next_entry::<String, String>()?, map.next_entry::<String, u32>()?);
        let (Some((format, said)), Some((schema, version))) = head else { return Err(de::Error::custom("no head")) };
        if format != "format" || said != FORMAT || schema != "schema" || version == 0 {
            return Err(de::Error::custom("no export"));
        }
        let fail = |failure: &mut Option<StoreError>, error: StoreError| {
            *failure = Some(error);
            de::Error::custom("not written")
        };
        if version > KNOWN {
            return Err(fail(self.failure, StoreError::NewerDatabase { found: version, known: KNOWN }));
        }
        let image = Image::empty(version, self.now, self.ids).map_err(|error| fail(self.failure, error))?;
        let transaction = Transaction::new_unchecked(image.conn(), TransactionBehavior::Immediate)
            .map_err(|error| fail(self.failure, error.into()))?;
        // References are looked at when all rows are there: the order of the tables is the text's.
        let begun = transaction.execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA defer_foreign_keys = ON; DELETE FROM settings WHERE key <> 'store.node'",
        );
        begun.map_err(|error| fail(self.failure, error.into()))?;
        let Some("tables") = map.next_key::<String>()?.as_deref() else { return Err(de::Error::custom("no tables")) };
        map.next_value_seed(Tables { conn: &transaction })?;
        if map.next_key::<String>()?.is_some() {
            return Err(de::Error::custom("more than an export"));
        }
        transaction.commit().map_err(de::Error::custom)?;
        Ok(image)
    }
}

/// The tables, by name.
struct Tables<'a> {
    conn: &'a Connection,
}

impl<'de> DeserializeSeed<'de> for Tables<'_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Tables<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tables")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let known = tables::carried(self.conn).map_err(de::Error::custom)?;
        while let Some(name) = map.next_key::<String>()? {
            let table = known.iter().find(|table| table.name == name);
            map.next_value_seed(Rows {
                conn: self.conn,
                table: table.ok_or_else(|| de::Error::custom("no such table"))?,
            })?;
        }
        Ok(())
    }
}

/// The rows of one table.
struct Rows<'a> {
    conn: &'a Connection,
    table: &'a Table,
}

impl<'de> DeserializeSeed<'de> for Rows<'_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        let mut insert = self.conn.prepare(&self.table.insert()).map_err(de::Error::custom)?;
        while let Some(row) = rows.next_element_seed(Row)? {
            let mut row = row;
            let values: Option<Vec<Value>> =
                self.table.columns.iter().map(|column| stored(row.remove(&column.name)?, column.is_blob)).collect();
            // A column that is missing or of another kind, or one too many.
            let values = values.filter(|_| row.is_empty()).ok_or_else(|| de::Error::custom("no such row"))?;
            insert.execute(params_from_iter(values)).map_err(de::Error::custom)?;
        }
        Ok(())
    }
}

/// One row. In a seed of its own, so that the place of a fault is that of the row.
struct Row;

impl<'de> DeserializeSeed<'de> for Row {
    type Value = serde_json::Map<String, Json>;

    fn deserialize<D: de::Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        serde_json::Map::deserialize(source)
    }
}

pub(crate) fn stored(value: Json, is_blob: bool) -> Option<Value> {
    Some(match value {
        Json::Null => Value::Null,
        Json::Number(number) => match number.as_i64() {
            Some(number) => Value::Integer(number),
            None => Value::Real(number.as_f64()?),
        },
        Json::String(text) if is_blob => Value::Blob(Uuid::try_parse(&text).ok()?.into_bytes().to_vec()),
        Json::String(text) => Value::Text(text),
        Json::Object(bytes) => Value::Blob(from_hex(bytes.get("hex")?.as_str()?)?),
        Json::Bool(_) | Json::Array(_) => return None,
    })
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    text.as_bytes()
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => Some(digit(high)? << 4 | digit(low)?),
            _ => None,
        })
        .collect()
}

/// Adds what is new of one database to another.
struct Merge<'a> {
    from: &'a Connection,
    to: &'a Connection,
    /// Nothing was ever saved there: settings and the clock are taken over too.
    into_nothing: bool,
    /// Rows that belong to a contact who is here already.
    left_out: HashSet<Vec<u8>>,
    /// Events that are here under another id.
    same: HashMap<Vec<u8>, Vec<u8>>,
}

impl<'a> Merge<'a> {
    fn new(from: &'a Connection, to: &'a Connection) -> Result<Self, StoreError> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM contact) AND NOT EXISTS (SELECT 1 FROM event)";
        let into_nothing = to.query_row(sql, [], |row| row.get(0))?;
        Ok(Self { from, to, into_nothing, left_out: HashSet::new(), same: HashMap::new() })
    }

    fn run(mut self) -> Result<Imported, StoreError> {
        // A follow-up that is open and a contact that is a tombstone contradict each other row by row, not as a whole.
        self.to.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let mut imported = Imported { added: 0, already_here: 0 };
        for table in tables::carried(self.from)? {
            match table.name.as_str() {
                "settings" => self.settings()?,
                "contact" => imported = self.table(&table)?,
                _ => {
                    self.table(&table)?;
                }
            }
        }
        Ok(imported)
    }

    fn table(&mut self, table: &Table) -> Result<Imported, StoreError> {
        let id = table.place("id");
        let known = if id.is_some() { self.known(table)? } else { HashSet::new() };
        let references: Vec<usize> = table.references.iter().filter_map(|(column, _)| table.place(column)).collect();
        let named = if table.name == "event" { self.events()? } else { HashMap::new() };
        let mut select = self.from.prepare(&table.select())?;
        let mut insert = self.to.prepare(&table.insert())?;
        let mut rows = select.query([])?;
        let mut imported = Imported { added: 0, already_here: 0 };
        while let Some(row) = rows.next()? {
            let mut values: Vec<Value> =
                (0..table.columns.len()).map(|place| row.get(place)).collect::<rusqlite::Result<_>>()?;
            let bytes = |place: usize| match values.get(place) {
                Some(Value::Blob(bytes)) => Some(bytes.clone()),
                _ => None,
            };
            let own = id.and_then(bytes);
            // The outbox names its row without a reference.
            let entity = table.place("entity_id").and_then(bytes);
            let belongs_to_left_out = references
                .iter()
                .filter_map(|place| bytes(*place))
                .chain(entity.clone())
                .any(|id| self.left_out.contains(&id));
            let is_known = own.as_ref().is_some_and(|own| known.contains(own));
            if belongs_to_left_out || is_known {
                imported.already_here += 1;
                self.left_out.extend(own.filter(|_| table.name != "event"));
                continue;
            }
            if let (Some(own), Some(Value::Text(name))) =
                (&own, table.place("name_folded").and_then(|at| values.get(at)))
                && let Some(here) = named.get(name)
            {
                self.same.insert(own.clone(), here.clone());
                continue;
            }
            if entity.is_some_and(|entity| self.same.contains_key(&entity)) {
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
        Ok(imported)
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
    fn settings(&self) -> Result<(), StoreError> {
        let mut statement = self.from.prepare("SELECT key, value FROM settings WHERE key <> ?1 ORDER BY key")?;
        let mut rows = statement.query([NODE])?;
        let action = if self.into_nothing { "UPDATE SET value = excluded.value" } else { "NOTHING" };
        let later = "UPDATE SET value = excluded.value WHERE CAST(excluded.value AS INTEGER) > CAST(value AS INTEGER)";
        while let Some(row) = rows.next()? {
            let (key, value): (String, String) = (row.get(0)?, row.get(1)?);
            let action = if key == HLC && !self.into_nothing { later } else { action };
            let sql = format!("INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO {action}");
            self.to.execute(&sql, (key, value))?;
        }
        Ok(())
    }
}
