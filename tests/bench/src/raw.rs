//! The floor: the same file by rusqlite alone, set up as the store sets up its connections.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use crate::measure::Result;

const TABLES: [&str; 9] =
    ["event", "contact", "address", "preference", "encounter", "promise", "follow_up", "ledger", "undo"];

fn prepare(conn: &Connection) -> Result {
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;",
    )?;
    Ok(())
}

/// A connection that only reads.
pub(crate) fn reader(database: &Path) -> Result<Connection> {
    let conn =
        Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    prepare(&conn)?;
    Ok(conn)
}

/// A connection that writes as durably as the store does.
pub(crate) fn writer(database: &Path) -> Result<Connection> {
    let conn =
        Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    prepare(&conn)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
         PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 1048576;",
    )?;
    Ok(conn)
}

/// One statement with its values.
pub(crate) type Statement = (String, Vec<Value>);

/// Reads what another connection has written since it was last asked, as statements that write the same rows.
pub(crate) struct Recorder {
    conn: Connection,
    seen: Vec<(&'static str, i64)>,
    hlc: i64,
}

impl Recorder {
    pub(crate) fn new(database: &Path) -> Result<Self> {
        let conn = reader(database)?;
        let last = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0));
        let mut seen = Vec::new();
        for table in TABLES {
            seen.push((table, last(&format!("SELECT ifnull(max(seq), 0) FROM {table}"))?));
        }
        let hlc = last("SELECT ifnull(max(hlc), 0) FROM outbox")?;
        Ok(Self { conn, seen, hlc })
    }

    pub(crate) fn written(&mut self) -> Result<Vec<Statement>> {
        let mut statements = Vec::new();
        // Events that were known already and are used again.
        let used = "SELECT last_used_ms, hlc, id FROM event WHERE hlc > ?1 AND seq <= ?2";
        let known = self.seen.first().map_or(0, |(_, seq)| *seq);
        for values in rows(&self.conn, used, &[Value::Integer(self.hlc), Value::Integer(known)])? {
            statements.push(("UPDATE event SET last_used_ms = ?1, hlc = ?2 WHERE id = ?3".to_owned(), values));
        }
        for (table, seq) in &mut self.seen {
            let new = format!("SELECT * FROM {table} WHERE seq > ?1 ORDER BY seq");
            for values in rows(&self.conn, &new, &[Value::Integer(*seq)])? {
                if let Some(Value::Integer(latest)) = values.first() {
                    *seq = *latest;
                }
                statements.push((insert(table, values.len()), values));
            }
        }
        if let Some((_, undo)) = self.seen.last() {
            // What was cleaned away in passing.
            let oldest = "SELECT min(seq) FROM undo";
            let kept = rows(&self.conn, oldest, &[])?.pop().filter(|_| *undo > 0);
            statements.extend(kept.map(|seq| ("DELETE FROM undo WHERE seq < ?1".to_owned(), seq)));
        }
        let listing = rows(&self.conn, "SELECT position, contact_id FROM listing", &[])?;
        if !listing.is_empty() {
            statements.push(("DELETE FROM listing".to_owned(), Vec::new()));
        }
        statements.extend(listing.into_iter().map(|values| (insert("listing", values.len()), values)));
        let outbox = "SELECT * FROM outbox WHERE hlc > ?1 ORDER BY hlc, entity, entity_id";
        for values in rows(&self.conn, outbox, &[Value::Integer(self.hlc)])? {
            statements.push((insert("outbox", values.len()), values));
        }
        let latest = "SELECT max(hlc) FROM outbox";
        self.hlc = self.conn.query_row(latest, [], |row| row.get(0))?;
        let clock = rows(&self.conn, "SELECT value FROM settings WHERE key = 'store.hlc'", &[])?;
        let keep = "UPDATE settings SET value = ?1 WHERE key = 'store.hlc'";
        statements.extend(clock.into_iter().map(|values| (keep.to_owned(), values)));
        Ok(statements)
    }
}

/// Writes them in one transaction.
pub(crate) fn replay(conn: &Connection, statements: &[Statement]) -> Result {
    conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
    for (sql, values) in statements {
        conn.prepare_cached(sql)?.execute(params_from_iter(values))?;
    }
    conn.prepare_cached("COMMIT")?.execute([])?;
    Ok(())
}

fn insert(table: &str, columns: usize) -> String {
    format!("INSERT INTO {table} VALUES ({})", vec!["?"; columns].join(", "))
}

fn rows(conn: &Connection, sql: &str, values: &[Value]) -> Result<Vec<Vec<Value>>> {
    let mut statement = conn.prepare_cached(sql)?;
    let columns = statement.column_count();
    let rows = statement.query_map(params_from_iter(values), |row| (0..columns).map(|it| row.get(it)).collect())?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
