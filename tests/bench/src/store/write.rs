//! Writing until it is on disk, against the same rows written by raw rusqlite.

use std::path::Path;

use justmet_domain::capture::CaptureMode;
use justmet_store::{NewEncounter, Store};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::GROUP;
use crate::generate::{FollowUps, Generator, NOW};
use crate::lines::LINES;
use crate::measure::{Figure, Result, Samples};
use crate::world::{World, open};

const ROUNDS: usize = 300;
const IMPORTED: u32 = 10_000;

/// The tables that a save adds content to, with what counts up in each. The row that lets it be taken back, the number
/// for the next command, the clock's last value and everything that finds the person again are left out: raw rusqlite
/// writes less.
const TABLES: [(&str, &str); 9] = [
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

/// Lines saved among so many people.
pub(crate) fn saves(world: &mut World, size: u32) -> Result<Vec<Figure>> {
    let people = world.people_of(size)?;
    let (ours, raws) = (world.empty("save.db"), world.empty("save-raw.db"));
    for copy in [&ours, &raws] {
        std::fs::copy(&people, copy)?;
    }
    // A minute a save, so that no undo of an earlier one is still there to be kept.
    let core = open(&ours, 60_000)?;
    drop(open(&raws, 0)?);
    let mut reader = Rows::of(&ours)?;
    reader.fresh()?;
    let raw = writer(&raws)?;
    let (mut saves, mut inserts) = (Samples::default(), Samples::default());
    for round in 0..ROUNDS {
        let line = LINES.get(round % LINES.len()).copied().unwrap_or_default();
        saves.time(|| Ok(world.runtime.block_on(core.save(line.to_owned(), CaptureMode::Typed, Vec::new()))?))?;
        let rows = reader.fresh()?;
        inserts.time(|| insert(&raw, &rows))?;
    }
    drop((core, raw, reader));
    for copy in [ours, raws] {
        std::fs::remove_file(copy)?;
    }
    Ok(vec![
        Figure::time(GROUP, format!("save a line, durably, at {size}"), &saves)
            .floor("its content by raw rusqlite", &inserts)
            .bound("≤ 1.5 ×", |figure| figure.ratio() <= 1.5),
    ])
}

/// Ten thousand people in one transaction, into an empty database.
pub(crate) fn imports(world: &mut World) -> Result<Vec<Figure>> {
    let (ours, raws) = (world.empty("import.db"), world.empty("import-raw.db"));
    let mut generator = Generator::new(7);
    let store = Store::open(&ours, NOW, &mut Generator::new(0))?;
    generator.store_events(&store)?;
    let people: Vec<NewEncounter> =
        (0..IMPORTED).map(|number| generator.person(number, IMPORTED, FollowUps::MostlyEnded)).collect();
    let mut reader = Rows::of(&ours)?;
    let mut events = reader.fresh()?;
    drop(Store::open(&raws, NOW, &mut Generator::new(0))?);
    let raw = writer(&raws)?;
    insert(&raw, &std::mem::take(&mut events))?;
    let (mut imports, mut inserts) = (Samples::default(), Samples::default());
    imports.time(|| Ok(store.write(NOW, |writer| people.iter().try_for_each(|met| writer.insert(met)))?))?;
    let rows = reader.fresh()?;
    inserts.time(|| insert(&raw, &rows))?;
    Ok(vec![
        Figure::time(GROUP, format!("import of {IMPORTED}"), &imports)
            .floor("their content by raw rusqlite", &inserts)
            .bound("≤ 1.5 ×", |figure| figure.ratio() <= 1.5),
    ])
}

/// A connection set up as the store sets up its own.
fn writer(database: &Path) -> Result<Connection> {
    let raw = Connection::open(database)?;
    raw.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;",
    )?;
    Ok(raw)
}

/// One statement and the values of one row.
type Row = (String, Vec<Value>);

fn insert(raw: &Connection, rows: &[Row]) -> Result {
    raw.execute_batch("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON")?;
    for (sql, values) in rows {
        raw.prepare_cached(sql)?.execute(params_from_iter(values))?;
    }
    raw.execute_batch("COMMIT")?;
    Ok(())
}

/// Reads back what each save added.
struct Rows {
    connection: Connection,
    seen: [i64; TABLES.len()],
}

impl Rows {
    fn of(database: &Path) -> Result<Self> {
        Ok(Self { connection: Connection::open(database)?, seen: [0; TABLES.len()] })
    }

    fn fresh(&mut self) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        for ((table, counter), seen) in TABLES.iter().zip(&mut self.seen) {
            let mut statement =
                self.connection.prepare_cached(&format!("SELECT {counter}, * FROM {table} WHERE {counter} > ?1"))?;
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
}
