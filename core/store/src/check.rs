//! Whether a database is whole.

use rusqlite::Connection;

use crate::StoreError;

/// What a look at every page and every row found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkup {
    /// What is wrong, in SQLite's words, without any content; empty where all is in order.
    pub faults: Vec<String>,
    /// Contacts, erased ones not counted.
    pub contacts: u64,
    /// Contacts that were erased: rows without content.
    pub erased: u64,
    /// Encounters, those of erased contacts not counted.
    pub encounters: u64,
    /// Follow-ups that are still open.
    pub open_follow_ups: u64,
    /// The schema's version.
    pub schema: u32,
    /// The size of the database, without what is still in its log, in bytes.
    pub bytes: u64,
    /// How much of it is free for what comes next, in bytes.
    pub free_bytes: u64,
}

impl Checkup {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }
}

/// How many faults are listed: the first few say it all.
const FAULTS: u32 = 20;

/// Looks at every page, every index and every reference.
pub(crate) fn check(conn: &Connection) -> Result<Checkup, StoreError> {
    let faults = faults(conn)?;
    let number = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs);
    // A broken file may not even be counted.
    let count = |sql: &str| if faults.is_empty() { number(sql) } else { Ok(number(sql).unwrap_or(0)) };
    // SQLCipher gives it as text.
    let page = number("SELECT CAST(page_size AS INTEGER) FROM pragma_page_size")?;
    Ok(Checkup {
        contacts: count("SELECT count(*) FROM contact WHERE deleted_ms IS NULL")?,
        erased: count("SELECT count(*) FROM contact WHERE deleted_ms IS NOT NULL")?,
        encounters: count("SELECT count(*) FROM encounter WHERE deleted_ms IS NULL")?,
        open_follow_ups: count("SELECT count(*) FROM follow_up WHERE state IN ('planned', 'delivered')")?,
        schema: conn.query_row("PRAGMA user_version", [], |row| row.get(0))?,
        bytes: page * number("PRAGMA page_count")?,
        free_bytes: page * number("PRAGMA freelist_count")?,
        faults,
    })
}

/// What is wrong; empty where all is in order.
pub(crate) fn faults(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut faults = Vec::new();
    forget_the_index_of_before(conn);
    let mut statement = conn.prepare(&format!("PRAGMA integrity_check({FAULTS})"))?;
    let mut rows = statement.query([])?;
    loop {
        match rows.next() {
            Ok(None) => break,
            Ok(Some(row)) => {
                let fault: String = row.get(0)?;
                faults.extend(fault.lines().filter(|line| *line != "ok").map(str::to_owned));
            }
            // So broken that the looking itself stops.
            Err(error) => match StoreError::from(error) {
                StoreError::Damaged => {
                    faults.push("the file cannot be read to its end".to_owned());
                    return Ok(faults);
                }
                other => return Err(other),
            },
        }
    }
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        faults.push(format!("a row of {table} refers to a {parent} that is not there"));
    }
    Ok(faults)
}

/// Has FTS5 look which segments its index has now.
///
/// Its part in `PRAGMA integrity_check` (`fts5IntegrityMethod`, SQLite 3.54.1) goes by the list that the connection last
/// read, and misses segments that another connection has merged away since, as if they were damaged. Opening a cursor
/// reads the list anew. Whatever that comes upon, an older schema without the table or damage, is found by what follows.
fn forget_the_index_of_before(conn: &Connection) {
    let _found_or_not =
        conn.query_row("SELECT 1 FROM finding_words WHERE finding_words MATCH 'x' LIMIT 1", [], |_| Ok(()));
}
