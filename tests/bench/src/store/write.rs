//! Writing until it is on disk, against the same rows written by raw rusqlite.

use std::hint::black_box;
use std::path::Path;

use justmet_crash::{Done, Tape};
use justmet_domain::capture::CaptureMode;
use justmet_store::{Store, word_keys};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::GROUP;
use crate::generate::{Generator, NOW};
use crate::lines::LINES;
use crate::measure::{Figure, Result, Samples};
use crate::world::{SMALL, World, open};

const ROUNDS: usize = 300;
const IMPORTED: u32 = 10_000;
const IMPORTS: usize = 7;

/// The tables that a save adds content to, with what counts up in each.
const CONTENT: [(&str, &str); 9] = [
    ("contact", "rowid"),
    ("event", "rowid"),
    ("encounter", "rowid"),
    ("address", "rowid"),
    ("preference", "rowid"),
    ("promise", "rowid"),
    ("follow_up", "rowid"),
    ("ledger", "rowid"),
    ("outbox", "hlc"),
];

/// What else it adds: what finds the person again, and what takes the save back.
const BESIDE_CONTENT: [(&str, &str); 3] = [("finding", "contact_seq"), ("met_there", "contact_seq"), ("undo", "rowid")];

/// What else it changes, whoever was met.
const IN_PLACE: [&str; 5] = [
    "DELETE FROM undo",
    "DELETE FROM listing",
    "INSERT INTO listing (position, contact_id) SELECT 0, id FROM contact ORDER BY seq DESC LIMIT 1",
    "UPDATE settings SET value = value || '' WHERE key = 'store.hlc'",
    "UPDATE settings SET value = value || '' WHERE key = 'reminder.session'",
];

/// Lines saved among so many people, beside their content alone and beside every row that a save writes.
pub(crate) fn saves(world: &mut World, size: u32) -> Result<Vec<Figure>> {
    let people = world.people_of(size)?;
    let copies = ["save.db", "save-content.db", "save-all.db"].map(|name| world.empty(name));
    for copy in &copies {
        std::fs::copy(&people, copy)?;
        drop(open(copy, 0)?);
    }
    let [ours, content, all] = &copies;
    // A minute a save, so that no undo of an earlier one is still there to be kept.
    let core = open(ours, 60_000)?;
    let mut reader = Rows::of(ours)?;
    reader.fresh()?;
    let (content, all) = (writer(content)?, writer(all)?);
    let (mut saves, mut contents, mut alls) = (Samples::default(), Samples::default(), Samples::default());
    for round in 0..ROUNDS {
        let line = LINES.get(round % LINES.len()).copied().unwrap_or_default();
        saves.time(|| Ok(world.runtime.block_on(core.save(line.to_owned(), CaptureMode::Typed, Vec::new()))?))?;
        let rows = reader.fresh()?;
        let mut insert_content = || contents.time(|| insert(&content, &rows.content, &[]));
        let mut insert_all = || alls.time(|| insert(&all, rows.content.iter().chain(&rows.beside), &IN_PLACE));
        in_turn(round, &mut insert_content, &mut insert_all)?;
    }
    drop((core, content, all, reader));
    for copy in copies {
        std::fs::remove_file(copy)?;
    }
    let held = |figure: &Figure| figure.ratio() <= 1.5;
    Ok(vec![
        Figure::time(GROUP, format!("save a line, durably, at {size}"), &saves)
            .floor_in_turn("its content by raw rusqlite", &contents)
            .bound("≤ 1.5 ×", held),
        Figure::time(GROUP, format!("the same at {size}"), &saves)
            .floor_in_turn("all its rows by raw rusqlite", &alls)
            .bound("≤ 1.5 ×", held),
    ])
}

/// Both, so that over the rounds each goes first as often.
fn in_turn<'a>(round: usize, one: &'a mut dyn FnMut() -> Result, other: &'a mut dyn FnMut() -> Result) -> Result {
    let (first, second) = if round.is_multiple_of(2) { (one, other) } else { (other, one) };
    first()?;
    second()
}

/// Prints what a save asks of the disk, beside all its rows by raw rusqlite. Last of all: from then on SQLite goes through
/// what counts.
pub(crate) fn print_costs(world: &mut World) -> Result {
    let people = world.people_of(SMALL)?;
    let folder = world.empty("cost");
    std::fs::create_dir(&folder)?;
    let [ours, all] = ["save.db", "save-all.db"].map(|name| folder.join(name));
    for copy in [&ours, &all] {
        std::fs::copy(&people, copy)?;
        drop(open(copy, 0)?);
    }
    let tape = Tape::record(&folder);
    let core = open(&ours, 60_000)?;
    let raw = writer(&all)?;
    let mut reader = Rows::of(&ours)?;
    reader.fresh()?;
    let mut costs = [Done::default(); 2];
    let mut count = |side: usize, work: &mut dyn FnMut() -> Result| -> Result {
        let before = tape.done();
        work()?;
        let after = tape.done();
        if let Some(cost) = costs.get_mut(side) {
            cost.writes += after.writes - before.writes;
            cost.bytes += after.bytes - before.bytes;
            cost.syncs += after.syncs - before.syncs;
        }
        Ok(())
    };
    for round in 0..ROUNDS {
        let line = LINES.get(round % LINES.len()).copied().unwrap_or_default();
        count(0, &mut || {
            world.runtime.block_on(core.save(line.to_owned(), CaptureMode::Typed, Vec::new()))?;
            Ok(())
        })?;
        let rows = reader.fresh()?;
        count(1, &mut || insert(&raw, rows.content.iter().chain(&rows.beside), &IN_PLACE))?;
    }
    for (what, Done { writes, bytes, syncs }) in ["a save", "all its rows by raw rusqlite"].into_iter().zip(costs) {
        let each = |count: u64| count as f64 / ROUNDS as f64;
        eprintln!(
            "{what}: {:.1} writes, {:.1} KB, {:.2} syncs; folding the log into the file included",
            each(writes),
            each(bytes) / 1024.0,
            each(syncs)
        );
    }
    Ok(())
}

/// The export of ten thousand people taken in by the app's own call, into an empty database, beside reading that text and
/// writing the same rows.
pub(crate) fn imports(world: &mut World) -> Result<Vec<Figure>> {
    let exported = open(&world.people_of(IMPORTED)?, 0)?;
    let text = world.runtime.block_on(exported.export_json())?;
    drop(exported);
    let (mut imports, mut contents, mut alls) = (Samples::default(), Samples::default(), Samples::default());
    for round in 0..IMPORTS {
        let [ours, content, all] = ["import.db", "import-content.db", "import-all.db"].map(|name| world.empty(name));
        let core = open(&ours, 0)?;
        let copy = text.clone();
        imports.time(|| Ok(world.runtime.block_on(core.import_json(copy))?))?;
        let rows = Rows::of(&ours)?.fresh()?;
        let bare = |file: &Path, samples: &mut Samples, rows: &mut dyn Iterator<Item = &Row>| -> Result {
            drop(Store::open(file, NOW, &mut Generator::new(0))?);
            let raw = writer(file)?;
            samples.time(|| {
                black_box(serde_json::from_str::<serde_json::Value>(&text)?);
                insert(&raw, rows, &[])
            })
        };
        let mut insert_content = || bare(&content, &mut contents, &mut rows.content.iter());
        let mut insert_all = || bare(&all, &mut alls, &mut rows.content.iter().chain(&rows.beside));
        in_turn(round, &mut insert_content, &mut insert_all)?;
        drop(core);
        for file in [ours, content, all] {
            std::fs::remove_file(file)?;
        }
    }
    let held = |figure: &Figure| figure.ratio() <= 1.5;
    Ok(vec![
        Figure::time(GROUP, format!("import of {IMPORTED}"), &imports)
            .floor_in_turn("bare serde_json, their content by raw rusqlite", &contents)
            .bound("≤ 1.5 ×", held),
        Figure::time(GROUP, format!("the same of {IMPORTED}"), &imports)
            .floor_in_turn("bare serde_json, all their rows by raw rusqlite", &alls)
            .bound("≤ 1.5 ×", held),
    ])
}

/// A connection set up as the store sets up its own.
fn writer(database: &Path) -> Result<Connection> {
    let raw = Connection::open(database)?;
    raw.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;",
    )?;
    raw.set_prepared_statement_cache_capacity(64);
    Ok(raw)
}

/// One statement and the values of one row.
type Row = (String, Vec<Value>);

fn insert<'r>(raw: &Connection, rows: impl IntoIterator<Item = &'r Row>, in_place: &[&str]) -> Result {
    raw.execute_batch("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON")?;
    for (sql, values) in rows {
        raw.prepare_cached(sql)?.execute(params_from_iter(values))?;
    }
    for sql in in_place {
        raw.prepare_cached(sql)?.execute([])?;
    }
    raw.execute_batch("COMMIT")?;
    Ok(())
}

/// Reads back what each save added.
struct Rows {
    connection: Connection,
    content: [i64; CONTENT.len()],
    beside: [i64; BESIDE_CONTENT.len()],
}

struct Fresh {
    content: Vec<Row>,
    beside: Vec<Row>,
}

impl Rows {
    fn of(database: &Path) -> Result<Self> {
        Ok(Self {
            connection: Connection::open(database)?,
            content: [0; CONTENT.len()],
            beside: [0; BESIDE_CONTENT.len()],
        })
    }

    fn fresh(&mut self) -> Result<Fresh> {
        let content = fresh(&self.connection, &CONTENT, &mut self.content)?;
        let first = self.beside.first().copied().unwrap_or_default();
        let mut beside = fresh(&self.connection, &BESIDE_CONTENT, &mut self.beside)?;
        // Of the words only the index is kept, so they are made again from what they are the words of.
        let sql = "SELECT contact_seq, notes, promises FROM finding WHERE contact_seq > ?1 AND notes || promises <> ''";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut found = statement.query([first])?;
        while let Some(row) = found.next()? {
            let words = |column| Ok::<_, rusqlite::Error>(Value::Text(word_keys(row.get_ref(column)?.as_str()?)));
            let sql = "INSERT INTO finding_words (rowid, notes, promises) VALUES (?, ?, ?)";
            beside.push((sql.to_owned(), vec![row.get(0)?, words(1)?, words(2)?]));
        }
        Ok(Fresh { content, beside })
    }
}

/// What was added to these tables since; the greatest of what counts up in each is kept in `seen`.
fn fresh(connection: &Connection, tables: &[(&str, &str)], seen: &mut [i64]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for ((table, counter), seen) in tables.iter().zip(seen) {
        let mut statement =
            connection.prepare_cached(&format!("SELECT {counter}, * FROM {table} WHERE {counter} > ?1"))?;
        let columns: Vec<String> = statement.column_names().skip(1).map(str::to_owned).collect();
        let marks = vec!["?"; columns.len()].join(", ");
        let sql = format!("INSERT INTO {table} ({}) VALUES ({marks})", columns.join(", "));
        let mut found = statement.query([*seen])?;
        while let Some(row) = found.next()? {
            *seen = (*seen).max(row.get(0)?);
            let values: Vec<Value> = (1..=columns.len()).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?;
            rows.push((sql.clone(), values));
        }
    }
    Ok(rows)
}
