//! Everything as one JSON text, readable by any program, in twenty years too. `import` is the way back.
//!
//! `{"format":"justmet","schema":N,"tables":{"contact":[{column: value, …}, …], …}}`, a row a line, in the order in which
//! the rows came. `schema` is the version of `migrations/*.sql` that explains tables and columns; a later program reads it
//! into that version first and upgrades it then. An id is a UUID as text; other bytes would be `{"hex":"…"}`. Left out: what means something on one device only (`seq`, the last list, what can be
//! taken back, the install id), and the list of channels, which is part of the schema. Two databases with the same content
//! give the same text, byte for byte.

use rusqlite::Connection;
use rusqlite::types::{Value, ValueRef};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::derive::DERIVED;
use crate::migrate::{self, NODE};
use crate::tables::{self, Table};
use crate::{Reader, StoreError};

/// What the first key of an export says.
pub(crate) const FORMAT: &str = "justmet";

impl Reader<'_> {
    /// Everything as one JSON text, as the module's head describes it. The same content gives the same bytes.
    ///
    /// # Errors
    /// Why the file could not be read.
    pub fn export(&self) -> Result<String, StoreError> {
        let conn = self.conn();
        let mut text = format!("{{\"format\":\"{FORMAT}\",\"schema\":{},\"tables\":{{", migrate::version(conn)?);
        for (number, table) in tables::carried(conn)?.iter().enumerate() {
            self.not_interrupted()?;
            text.push_str(if number == 0 { "\n" } else { ",\n" });
            text.push_str(&format!("\"{}\":[", table.name));
            write_rows(conn, table, &mut text)?;
            text.push(']');
        }
        text.push_str("}}\n");
        Ok(text)
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

pub(crate) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    text.as_bytes()
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => Some(digit(high)? << 4 | digit(low)?),
            _ => None,
        })
        .collect()
}
