//! The tables of the schema as the file itself describes them, so that what copies everything copies a column that a
//! later migration adds as well.

use justmet_domain::order::order_by_key;
use rusqlite::Connection;

use crate::StoreError;

/// Tables that mean something on this device only, that are made with the schema, or that derive from others: none is
/// carried elsewhere.
const NOT_CARRIED: [&str; 8] =
    ["channel", "finding", "handed_over", "listing", "met_there", "never_reminded", "tally", "undo"];

/// A table that holds what a person entered, or what follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: String,
    /// All but `seq`, which is the order of insertion on one device.
    pub(crate) columns: Vec<Column>,
    /// Which columns name a row of which table.
    pub(crate) references: Vec<(String, String)>,
    order: String,
    numbered: bool,
}

/// One of its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// Bytes: ids, in this schema.
    pub(crate) is_blob: bool,
}

impl Table {
    /// Every row, in the order in which the rows came.
    pub(crate) fn select(&self) -> String {
        format!("SELECT {} FROM \"{}\" ORDER BY {}", self.column_list(), self.name, self.order)
    }

    /// The rows for which a condition holds, likewise.
    pub(crate) fn select_where(&self, condition: &str) -> String {
        format!("SELECT {} FROM \"{}\" WHERE {condition} ORDER BY {}", self.column_list(), self.name, self.order)
    }

    /// The rows after a number, each with its number first.
    pub(crate) fn select_after(&self) -> String {
        format!(
            "SELECT rowid, {} FROM \"{}\" NOT INDEXED WHERE rowid > ?1 ORDER BY rowid",
            self.column_list(),
            self.name
        )
    }

    /// The number of the first row from a number on.
    pub(crate) fn next_from(&self) -> String {
        format!("SELECT rowid FROM \"{}\" NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid LIMIT 1", self.name)
    }

    /// The rows of a table without numbers, from the one end or the other.
    pub(crate) fn select_from_either_end(&self, order: &str) -> String {
        let by = self.order.split(", ").map(|column| format!("{column} {order}")).collect::<Vec<_>>().join(", ");
        format!("SELECT 0, {} FROM \"{}\" ORDER BY {by}", self.column_list(), self.name)
    }

    /// Whether its rows are numbered.
    pub(crate) fn has_rowid(&self) -> bool {
        self.numbered
    }

    /// Puts a row back as it was, by its id; where what is unique is taken by now, nothing happens.
    pub(crate) fn update(&self) -> String {
        let set = self.columns.iter().zip(1..).map(|(column, place)| format!("\"{}\" = ?{place}", column.name));
        let id = self.place("id").map_or(0, |place| place + 1);
        format!("UPDATE OR IGNORE \"{}\" SET {} WHERE id = ?{id}", self.name, set.collect::<Vec<_>>().join(", "))
    }

    pub(crate) fn insert(&self) -> String {
        let places: Vec<String> = (1..=self.columns.len()).map(|place| format!("?{place}")).collect();
        // That an event which both know has changed needs to be said once.
        let once = if self.names_any_row() { " ON CONFLICT DO NOTHING" } else { "" };
        format!("INSERT INTO \"{}\" ({}) VALUES ({}){once}", self.name, self.column_list(), places.join(", "))
    }

    /// Whether its rows name rows of any table, as those of the outbox do.
    pub(crate) fn names_any_row(&self) -> bool {
        self.place("entity_id").is_some()
    }

    /// Where a column stands among the others.
    pub(crate) fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known.name == column)
    }

    fn column_list(&self) -> String {
        self.columns.iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(", ")
    }
}

/// The tables that are carried, each after those that it refers to.
pub(crate) fn carried(conn: &Connection) -> Result<Vec<Table>, StoreError> {
    let mut left = Vec::new();
    for name in names(conn)? {
        if !NOT_CARRIED.contains(&name.as_str()) {
            left.push(describe(conn, name)?);
        }
    }
    let mut sorted: Vec<Table> = Vec::new();
    while !left.is_empty() {
        let waits = |table: &Table, left: &[Table]| {
            table.names_any_row() && left.iter().any(|other| !other.names_any_row())
                || table
                    .references
                    .iter()
                    .any(|(_, to)| *to != table.name && left.iter().any(|other| other.name == *to))
        };
        // Two tables that refer to each other would wait for ever; the first then goes first.
        let next = left.iter().position(|table| !waits(table, &left)).unwrap_or(0);
        sorted.push(left.remove(next));
    }
    Ok(sorted)
}

/// One of them.
pub(crate) fn named(conn: &Connection, name: &str) -> Result<Table, StoreError> {
    describe(conn, name.to_owned())
}

/// Ordinary tables; what a virtual table keeps for itself follows from them.
fn names(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(names)
}

fn describe(conn: &Connection, name: String) -> Result<Table, StoreError> {
    let mut statement = conn.prepare("SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY cid")?;
    let all: Vec<(String, String, u32)> = statement
        .query_map([&name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut key: Vec<&(String, String, u32)> = all.iter().filter(|(_, _, place)| *place > 0).collect();
    order_by_key(&mut key, |(_, _, place)| *place);
    let order = key.iter().map(|(name, ..)| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let order = if order.is_empty() { "rowid".to_owned() } else { order };
    let columns = all
        .into_iter()
        .filter(|(name, ..)| name != "seq")
        .map(|(name, kind, _)| Column { name, is_blob: kind.eq_ignore_ascii_case("BLOB") })
        .collect();
    let mut statement = conn.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
    let references =
        statement.query_map([&name], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let sql = "SELECT NOT wr FROM pragma_table_list(?1) WHERE schema = 'main'";
    let numbered = conn.query_row(sql, [&name], |row| row.get(0))?;
    Ok(Table { name, columns, references, order, numbered })
}
