//! The text of an export, read a row after the other, so that an export of any size takes the memory of its text.

use std::borrow::Cow;
use std::fmt;

use rusqlite::types::Value;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use uuid::Uuid;

use crate::StoreError;
use crate::import::RowFault;
use crate::portable::{FORMAT, from_hex};
use crate::tables::Table;

/// Gives the rows of a table, one after the other, each in the order of the table's columns.
pub(crate) type NextRow<'a> = dyn FnMut() -> Result<Option<Vec<Value>>, StoreError> + 'a;

/// Where the rows of an export go.
pub(crate) trait Target {
    /// The version of the schema that the text is of, before anything else of it.
    fn begins(&mut self, version: u32) -> Result<(), StoreError>;
    /// The table of that name.
    fn table(&self, name: &str) -> Option<Table>;
    /// Takes the rows of one of those tables. [`StoreError::Conflict`] is a fault of the row that was given last.
    fn takes(&mut self, table: &Table, next: &mut NextRow<'_>) -> Result<(), StoreError>;
}

/// Reads the text to its end.
pub(crate) fn read(text: &str, target: &mut dyn Target) -> Result<(), StoreError> {
    let mut failure = None;
    let mut source = serde_json::Deserializer::from_str(text);
    let read = Document { text, target, failure: &mut failure }.deserialize(&mut source);
    read.and_then(|()| source.end()).map_err(|error| failure.unwrap_or(StoreError::NotAnExport { line: error.line() }))
}

/// The whole text, then its tables: each is an object.
struct Document<'a> {
    text: &'a str,
    target: &'a mut dyn Target,
    /// What went wrong that is no fault of the text's form.
    failure: &'a mut Option<StoreError>,
}

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let head = (map.next_entry::<String, String>()?, map.next_entry::<String, u32>()?);
        let (Some((format, said)), Some((schema, version))) = head else { return Err(de::Error::custom("no head")) };
        if format != "format" || said != FORMAT || schema != "schema" || version == 0 {
            return Err(de::Error::custom("no export"));
        }
        self.target.begins(version).map_err(|error| stop(self.failure, error))?;
        let Some("tables") = map.next_key_seed(Text)?.as_deref() else { return Err(de::Error::custom("no tables")) };
        map.next_value_seed(Tables(self))?;
        if map.next_key_seed(Text)?.is_some() { Err(de::Error::custom("more than an export")) } else { Ok(()) }
    }
}

/// The tables, by name.
struct Tables<'a>(Document<'a>);

impl<'de> DeserializeSeed<'de> for Tables<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Tables<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tables")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Document { text, target, failure } = self.0;
        while let Some(name) = map.next_key_seed(Text)? {
            let table = target.table(&name).ok_or_else(|| de::Error::custom("no such table"))?;
            map.next_value_seed(Rows { text, table: &table, target, failure, began: None })?;
        }
        Ok(())
    }
}

/// The rows of one table.
struct Rows<'a> {
    text: &'a str,
    table: &'a Table,
    target: &'a mut dyn Target,
    failure: &'a mut Option<StoreError>,
    /// Where the row began that was read last, in bytes; none where that cannot be told.
    began: Option<usize>,
}

impl Rows<'_> {
    /// A row that cannot be stored; on which line it is.
    fn refused(&self, fault: RowFault) -> StoreError {
        let before = self.began.and_then(|began| self.text.get(..began)).unwrap_or_default();
        StoreError::RefusedRow {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            table: self.table.name.clone(),
            fault,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Rows<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut rows: A) -> Result<(), A::Error> {
        let (table, text) = (self.table, self.text);
        let (mut began, mut malformed, mut fault) = (None, None, RowFault::Rule);
        let taken = self.target.takes(table, &mut || {
            match rows.next_element_seed(Row { table, text, began: &mut began }) {
                Ok(None) => return Ok(None),
                Ok(Some(Ok(row))) => return Ok(Some(row)),
                Ok(Some(Err(wrong))) => fault = wrong,
                Err(error) => malformed = Some(error),
            }
            Err(StoreError::Conflict)
        });
        self.began = began;
        match (malformed, taken) {
            (Some(error), _) => Err(error),
            (None, Ok(())) => Ok(()),
            (None, Err(StoreError::Conflict)) => Err(stop(self.failure, self.refused(fault))),
            (None, Err(error)) => Err(stop(self.failure, error)),
        }
    }
}

/// One row, or what is wrong with it.
struct Row<'a> {
    table: &'a Table,
    text: &'a str,
    began: &'a mut Option<usize>,
}

impl<'de> DeserializeSeed<'de> for Row<'_> {
    type Value = Result<Vec<Value>, RowFault>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        source.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Row<'_> {
    type Value = Result<Vec<Value>, RowFault>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let columns = &self.table.columns;
        let mut values: Vec<Option<Value>> = vec![None; columns.len()];
        let (mut fault, mut expected) = (None, 0);
        while let Some(key) = map.next_key_seed(Text)? {
            if let Cow::Borrowed(key) = key {
                *self.began = key.as_ptr().addr().checked_sub(self.text.as_ptr().addr());
            }
            // They come in our order, unless somebody else wrote them.
            let is_expected = columns.get(expected).is_some_and(|column| *column.name == *key);
            let place = if is_expected { Some(expected) } else { self.table.place(&key) };
            let slot = place.and_then(|place| columns.get(place).zip(values.get_mut(place)));
            let Some((column, slot @ None)) = slot else {
                fault = fault.or(Some(RowFault::Unknown));
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            *slot = map.next_value_seed(Cell { is_blob: column.is_blob })?;
            if slot.is_none() {
                fault = fault.or_else(|| Some(RowFault::Value(column.name.clone())));
            }
            expected = place.map_or(expected, |place| place + 1);
        }
        if let Some(fault) = fault {
            return Ok(Err(fault));
        }
        let missing = values.iter().position(Option::is_none).and_then(|place| columns.get(place));
        Ok(missing.map_or_else(
            || Ok(values.into_iter().flatten().collect()),
            |column| Err(RowFault::Missing(column.name.clone())),
        ))
    }
}

/// A key, most often as it stands in the text.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        source.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

/// The value of a column; none where it is nothing that a column holds.
struct Cell {
    is_blob: bool,
}

impl<'de> DeserializeSeed<'de> for Cell {
    type Value = Option<Value>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Cell {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(Some(Value::Null))
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(Value::Integer(number)))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(i64::try_from(number).ok().map(Value::Integer))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Some(Value::Real(number)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        if !self.is_blob {
            return Ok(Some(Value::Text(text.to_owned())));
        }
        Ok(Uuid::try_parse(text).ok().map(|id| Value::Blob(id.into_bytes().to_vec())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Self::Value, A::Error> {
        while all.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    /// Bytes that are no id: `{"hex":"…"}`.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut bytes = None;
        while let Some((key, value)) = map.next_entry::<String, serde_json::Value>()? {
            bytes = value.as_str().filter(|_| key == "hex").and_then(from_hex);
        }
        Ok(bytes.map(Value::Blob))
    }
}

/// Ends the reading for another reason than the text's form.
fn stop<E: de::Error>(failure: &mut Option<StoreError>, why: StoreError) -> E {
    *failure = Some(why);
    E::custom("stopped")
}
