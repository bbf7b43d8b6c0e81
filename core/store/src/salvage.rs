//! A damaged database: it is set aside, never deleted, and what can be read of it is saved row by row into a new one.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use justmet_domain::id::IdSource;
use justmet_domain::time::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params_from_iter};

#[cfg(feature = "encryption")]
use crate::aside::NEW;
use crate::aside::{Alone, DRAFT, Held, WORK, copy_file, put_back, set_aside};
use crate::backup::{beside, sync_folder, write_new};
use crate::derive::DERIVED;
use crate::image::Image;
use crate::key::{self, Key, Lock};
use crate::migrate::{self, KNOWN, NODE};
#[cfg(feature = "encryption")]
use crate::open;
use crate::raw::InUse;
use crate::tables::{self, Table};
use crate::{Options, Store, StoreError, check, kept, place, preflight};

/// What was saved of a damaged database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// Contacts that are kept again. Some may have lost a part of what was known.
    pub contacts: u64,
    /// Those among them of whom only what belonged to them was found, and no name.
    pub nameless: u64,
    /// Where the damaged file lies now.
    pub set_aside: PathBuf,
}

impl Store {
    /// Saves what can be read of a damaged database into a new one, which takes its place once it was found whole. The
    /// damaged one is set aside beside it under a name with the date. Who has it open cannot save meanwhile, and is told
    /// that the file is gone after it. A file that is not damaged is treated likewise: nothing of it is lost.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where another process salvages it or writes to it; [`StoreError::Damaged`] where nobody can be read, [`StoreError::NotFound`] where there is no file, [`StoreError::NewerDatabase`] for one of a newer version,
    /// [`StoreError::WrongKey`], and why the new one could not be written. Then the damaged one lies where it did.
    pub fn salvage(
        path: &Path,
        now: Timestamp,
        ids: &mut dyn IdSource,
        options: &Options,
    ) -> Result<Salvaged, StoreError> {
        let key: Lock = options.key.clone().map(Arc::new);
        key::supported(&key)?;
        let path = std::path::absolute(path).map_err(|_| StoreError::NoFolder)?;
        let (work, draft) = (beside(&path, WORK), beside(&path, DRAFT));
        let file = place::identity(&path).ok_or(StoreError::NotFound)?;
        let _alone = Alone::with(&path, options.busy_wait)?;
        if place::identity(&path) != Some(file) {
            // Another process that was waited for has just salvaged it.
            return Err(StoreError::Busy);
        }
        put_back(&path)?;
        let _in_use = InUse::of(&path);
        let held = Held::of(&path, &key, options.busy_wait)?;
        let saved = save(&path, &work, &draft, now, ids, &key);
        kept::remove_copy(&work)?;
        let (contacts, nameless) = match saved {
            Ok(counts) => counts,
            Err(error) => {
                kept::remove_copy(&draft)?;
                return Err(error);
            }
        };
        // Windows takes no name from a file that is open.
        #[cfg(not(unix))]
        drop(held);
        let set_aside = set_aside(&path, now)?;
        fs::rename(&draft, &path)?;
        sync_folder(&path)?;
        #[cfg(unix)]
        drop(held);
        Ok(Salvaged { contacts, nameless, set_aside })
    }
}

const PAGE_BYTES: usize = 4096;

fn save(
    path: &Path,
    work: &Path,
    draft: &Path,
    now: Timestamp,
    ids: &mut dyn IdSource,
    key: &Lock,
) -> Result<(u64, u64), StoreError> {
    kept::remove_copy(work)?;
    copy_file(path, work)?;
    for end in ["-wal", "-journal"] {
        if beside(path, end).exists() {
            copy_file(&beside(path, end), &beside(work, end))?;
        }
    }
    let own = own_version(work, key)?;
    // As it is now, with the log folded in.
    let bytes = fs::read(work)?;
    let mut best: Option<(Image, u64, u64)> = None;
    // Its own list of tables is the best one where it yields anybody.
    for (version, is_own) in
        own.map(|version| (version, true)).into_iter().chain((1..=KNOWN).rev().map(|it| (it, false)))
    {
        if !is_own && !put_schema_back(work, &bytes, version, key, now, ids)? {
            continue;
        }
        let image = Image::empty(version, now, ids)?;
        rescue(&mut Damaged { work, key, conn: connect(work, key)? }, image.conn())?;
        image.upgrade(now, ids)?;
        let (contacts, nameless) = complete(image.conn(), now, ids)?;
        if best.as_ref().is_none_or(|(_, most, _)| contacts > *most) {
            best = Some((image, contacts, nameless));
        }
        if contacts > 0 {
            break;
        }
    }
    // Where nobody can be read, nothing is gained by another file; it may not even be ours.
    let Some((image, contacts, nameless)) = best.filter(|(_, contacts, _)| *contacts > 0) else {
        return Err(StoreError::Damaged);
    };
    if !check::faults(image.conn())?.is_empty() {
        return Err(StoreError::Internal("what was salvaged is not whole".to_owned()));
    }
    image.write_file(draft, key)?;
    Ok((contacts, nameless))
}

/// The version of the schema, where the file lists its tables.
fn own_version(work: &Path, key: &Lock) -> Result<Option<u32>, StoreError> {
    let conn = connect(work, key)?;
    let found: Option<(u32, u32)> = conn
        .query_row("SELECT * FROM pragma_application_id, pragma_user_version", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .ok();
    let tables =
        conn.query_row("SELECT count(*) FROM sqlite_master WHERE name = 'contact'", [], |row| row.get::<_, u32>(0));
    match (found, tables) {
        (Some((application_id, version)), Ok(1..)) => {
            preflight::judge(application_id, version)?;
            Ok(Some(version.max(1)))
        }
        _ if key.is_some() => match key::wrong_key_or_damaged(&conn, fs::metadata(work)?.len()) {
            StoreError::Damaged => Ok(None),
            other => Err(other),
        },
        _ => Ok(None),
    }
}

/// Puts the pages that list the tables in a new database in the place of those of the damaged one: the tables of one version
/// always begin on the same pages. `false` where it has no room for them.
fn put_schema_back(
    work: &Path,
    damaged: &[u8],
    version: u32,
    key: &Lock,
    now: Timestamp,
    ids: &mut dyn IdSource,
) -> Result<bool, StoreError> {
    let (mut new, schema) = match key {
        None => {
            let image = Image::empty(version, now, ids)?;
            let schema = schema_pages(image.conn())?;
            (image.into_bytes()?, schema)
        }
        Some(key) => new_under_key(work, damaged, version, key, now, ids)?,
    };
    // The size in pages, which SQLite believes where it fits the two counters (file format, 1.3.7).
    let pages = u32::try_from(damaged.len() / PAGE_BYTES).unwrap_or(u32::MAX);
    if let (None, Some(size)) = (key, new.get_mut(28..32)) {
        size.copy_from_slice(&pages.to_be_bytes());
    }
    let mut bytes = damaged.to_vec();
    for page in schema {
        let range = (page - 1) * PAGE_BYTES..page * PAGE_BYTES;
        // What was cut off comes back too.
        if bytes.len() < range.end {
            bytes.resize(range.end, 0);
        }
        let (Some(old), Some(new)) = (bytes.get_mut(range.clone()), new.get(range)) else { return Ok(false) };
        old.copy_from_slice(new);
    }
    write_new(work, &bytes)?;
    Ok(true)
}

/// The pages of a new database that list its tables, by their numbers from 1 on: whatever is no table or index of its own,
/// as a new one has no page to spare. An encrypted page holds less than a plain one, so that there are more of them.
fn schema_pages(new: &Connection) -> Result<Vec<usize>, StoreError> {
    let number = |sql: &str| new.query_row(sql, [], |row| row.get::<_, u32>(0));
    let pages = number("SELECT CAST(page_count AS INTEGER) FROM pragma_page_count")?;
    let mut statement = new.prepare("SELECT rootpage FROM sqlite_master WHERE rootpage > 0")?;
    let roots = statement.query_map([], |row| row.get(0))?.collect::<Result<HashSet<u32>, _>>()?;
    Ok((1..=pages).filter(|page| !roots.contains(page)).map(|page| page as usize).collect())
}

/// A new database under the same key and salt, which makes its pages fit into the damaged file. It says that it is at least
/// as large: what lies beyond the size that the first page tells is not read.
#[cfg(feature = "encryption")]
fn new_under_key(
    work: &Path,
    damaged: &[u8],
    version: u32,
    key: &Key,
    now: Timestamp,
    ids: &mut dyn IdSource,
) -> Result<(Vec<u8>, Vec<usize>), StoreError> {
    let file = beside(work, NEW);
    kept::remove_copy(&file)?;
    open::create(&file)?;
    let key = key.with_salt_of(damaged).ok_or(StoreError::Damaged)?;
    let conn = kept::connect(&file, &Some(Arc::new(key)))?;
    let made = migrate::migrate_to(&conn, version, now, ids).and_then(|()| {
        let schema = schema_pages(&conn)?;
        let sql = "CREATE TABLE filler (a);
             INSERT INTO filler WITH RECURSIVE page (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM page WHERE i < {pages})
                 SELECT zeroblob(3900) FROM page;
             DROP TABLE filler;";
        conn.execute_batch(&sql.replace("{pages}", &(damaged.len() / PAGE_BYTES).max(1).to_string()))?;
        Ok(schema)
    });
    drop(conn);
    let bytes = made.and_then(|schema| Ok((fs::read(&file)?, schema)));
    kept::remove_copy(&file)?;
    bytes
}

#[cfg(not(feature = "encryption"))]
fn new_under_key(
    _work: &Path,
    _damaged: &[u8],
    _version: u32,
    _key: &Key,
    _now: Timestamp,
    _ids: &mut dyn IdSource,
) -> Result<(Vec<u8>, Vec<usize>), StoreError> {
    Err(StoreError::NoEncryption)
}

fn connect(work: &Path, key: &Lock) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(work, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    key::unlock(&conn, key)?;
    // A schema that cannot be read in part is read in the other part.
    let _as_far_as_it_goes = conn.execute_batch("PRAGMA writable_schema = ON; PRAGMA temp_store = MEMORY;");
    Ok(conn)
}

/// The copy that is read.
struct Damaged<'a> {
    work: &'a Path,
    key: &'a Lock,
    conn: Connection,
}

impl Damaged<'_> {
    /// SQLCipher answers nothing more once a page did not fit the key: after a failure one begins anew.
    fn again(&mut self) {
        if self.key.is_some()
            && let Ok(conn) = connect(self.work, self.key)
        {
            self.conn = conn;
        }
    }

    /// The number of the first row from there on; `Err` where it cannot be read.
    fn probe(&mut self, table: &Table, from: i64) -> Result<Option<i64>, ()> {
        let found = self.conn.query_row(&table.next_from(), [from], |row| row.get(0)).optional();
        found.map_err(|_| self.again())
    }
}

/// Every row that can be read goes over, unless the schema refuses it.
fn rescue(damaged: &mut Damaged<'_>, new: &Connection) -> Result<(), StoreError> {
    new.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM settings;")?;
    for table in tables::carried(new)? {
        let sql = table.insert().replacen("INSERT", "INSERT OR IGNORE", 1).replace(" ON CONFLICT DO NOTHING", "");
        let mut insert = new.prepare(&sql)?;
        for values in rows(damaged, &table) {
            // A row that the schema does not allow was damaged too.
            let _allowed_or_not = insert.execute(params_from_iter(values));
        }
    }
    Ok(())
}

/// The rows of a table that can be read, in their order.
fn rows(damaged: &mut Damaged<'_>, table: &Table) -> Vec<Vec<Value>> {
    let mut found = Vec::new();
    if !table.has_rowid() {
        for order in ["ASC", "DESC"] {
            // From both ends, up to where it breaks; what is read twice is kept once.
            if read(&damaged.conn, &table.select_from_either_end(order), None, &mut found).is_err() {
                damaged.again();
            }
        }
        return found;
    }
    let mut after = i64::MIN;
    loop {
        let Err(last) = read(&damaged.conn, &table.select_after(), Some(after), &mut found) else { return found };
        damaged.again();
        match beyond(damaged, table, last.unwrap_or(after)) {
            // A row whose number can be read and whose content cannot is passed over.
            Some(next) if last.is_none() && next - 1 <= after => after = next,
            Some(next) => after = next - 1,
            None => return found,
        }
    }
}

/// Reads until the end, or until it breaks: then the error is the number of the last row that was read.
fn read(damaged: &Connection, sql: &str, after: Option<i64>, found: &mut Vec<Vec<Value>>) -> Result<(), Option<i64>> {
    let mut last = None;
    let mut statement = damaged.prepare(sql).map_err(|_| None)?;
    let columns = statement.column_count();
    let mut rows = match after {
        Some(after) => statement.query([after]),
        None => statement.query([]),
    }
    .map_err(|_| None)?;
    loop {
        match rows.next() {
            Ok(None) => return Ok(()),
            Ok(Some(row)) => {
                let values: Option<Vec<Value>> = (1..columns).map(|place| row.get(place).ok()).collect();
                found.extend(values);
                last = row.get(0).ok();
            }
            Err(_) => return Err(last),
        }
    }
}

/// The number of the next row that can be read, beyond a place that cannot.
fn beyond(damaged: &mut Damaged<'_>, table: &Table, broken_after: i64) -> Option<i64> {
    let start = broken_after.max(0).saturating_add(1);
    // Forwards in longer and longer steps to a place that can be read, be it the end; then back to where that begins.
    let (mut bad, mut good, mut step) = (start - 1, start.saturating_add(1), 1_i64);
    while damaged.probe(table, good).is_err() {
        if step > 1 << 40 {
            return None;
        }
        step *= 2;
        (bad, good) = (good, start.saturating_add(step));
    }
    while good - bad > 1 {
        let middle = bad + (good - bad) / 2;
        match damaged.probe(table, middle) {
            Ok(_) => good = middle,
            Err(()) => bad = middle,
        }
    }
    damaged.probe(table, good).ok().flatten()
}

/// Gives what is left of a person a person, and takes out what belongs to nothing. How many contacts there are now, and how
/// many of them without a name of theirs.
fn complete(new: &Connection, now: Timestamp, ids: &mut dyn IdSource) -> Result<(u64, u64), StoreError> {
    let orphans = "SELECT contact_id AS id, max(met_at_ms) AS met_at_ms FROM (
             SELECT contact_id, met_at_ms FROM encounter WHERE deleted_ms IS NULL
             UNION ALL SELECT contact_id, 0 FROM address WHERE deleted_ms IS NULL
             UNION ALL SELECT contact_id, learned_at_ms FROM preference WHERE deleted_ms IS NULL
             UNION ALL SELECT contact_id, created_at_ms FROM follow_up WHERE state IN ('planned', 'delivered'))
         WHERE contact_id NOT IN (SELECT id FROM contact) GROUP BY contact_id";
    let mut statement = new.prepare(orphans)?;
    let lost: Vec<(Vec<u8>, i64)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let met = |at: i64| if at > 0 { at } else { now.ms() };
    for (id, met_at) in &lost {
        new.execute(
            "INSERT INTO contact (id, name, name_sure, met_at_ms, hlc, name_folded) VALUES (?1, '', 0, ?2, 0, '')",
            (id, met(*met_at)),
        )?;
    }
    // A follow-up whose meeting is lost keeps its person.
    new.execute_batch(
        "INSERT INTO encounter (id, contact_id, met_at_ms, mode, hlc, notes, raw_line)
             SELECT encounter_id, contact_id, created_at_ms, 'typed', 0, '', '' FROM follow_up
             WHERE encounter_id NOT IN (SELECT id FROM encounter)
               AND contact_id IN (SELECT id FROM contact) GROUP BY encounter_id;
         UPDATE encounter SET event_id = NULL WHERE event_id NOT IN (SELECT id FROM event);",
    )?;
    drop_what_belongs_to_nothing(new)?;
    // What finds people is not salvaged: the next start derives it from what was.
    new.execute("DELETE FROM settings WHERE key = ?1", [DERIVED])?;
    let keep = "INSERT OR IGNORE INTO settings (key, value) VALUES (?1, ?2)";
    new.execute(keep, (NODE, ids.next_uuid().to_string()))?;
    new.execute(keep, (migrate::HLC, crate::hlc::Hlc::ZERO.next(now).value().to_string()))?;
    new.execute_batch("PRAGMA foreign_keys = ON")?;
    let contacts =
        new.query_row("SELECT count(*) FROM contact WHERE deleted_ms IS NULL", [], |row| row.get::<_, i64>(0))?;
    Ok((contacts.unsigned_abs(), lost.len() as u64))
}

/// A reference to what is lost: the rows go that make it, and then those that refer to them. What may not be deleted
/// otherwise, the history of a follow-up, may be here: it is of a follow-up that is lost.
fn drop_what_belongs_to_nothing(new: &Connection) -> Result<(), StoreError> {
    let mut statement = new.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")?;
    let triggers: Vec<(String, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (name, _) in &triggers {
        new.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
    }
    loop {
        let mut statement = new.prepare("SELECT \"table\", rowid FROM pragma_foreign_key_check")?;
        let broken: Vec<(String, Option<i64>)> =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        if broken.is_empty() {
            break;
        }
        for (table, row) in broken {
            new.execute(&format!("DELETE FROM \"{table}\" WHERE rowid = ?1"), [row])?;
        }
    }
    for (_, sql) in triggers {
        new.execute_batch(&sql)?;
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed expectation is the message")]
mod tests {
    use uuid::Uuid;

    use super::*;

    struct Ids;

    impl IdSource for Ids {
        fn next_uuid(&mut self) -> Uuid {
            Uuid::from_u128(1)
        }
    }

    #[test]
    fn a_new_database_of_any_version_has_no_page_to_spare() {
        for version in 1..=KNOWN {
            let image = Image::empty(version, Timestamp::from_ms(1), &mut Ids).unwrap();
            let free: u32 =
                image.conn().query_row("SELECT * FROM pragma_freelist_count", [], |row| row.get(0)).unwrap();
            assert_eq!(free, 0, "version {version}");
            let schema = schema_pages(image.conn()).unwrap();
            assert_eq!(schema.first(), Some(&1), "version {version}");
        }
    }
}
