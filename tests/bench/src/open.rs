//! Opening the database.

use justmet_store::Store;
use rusqlite::Connection;

use crate::generate::{Generator, NOW};
use crate::measure::{Figure, Result, alternate};
use crate::world::{self, World};

const GROUP: &str = "open";
const ROUNDS: usize = 100;

pub(crate) fn measure(world: &mut World) -> Result<Vec<Figure>> {
    let database = world.people_of(world.people)?;
    // SQLite opens a file when it first reads it.
    let raw = |_| {
        let conn = Connection::open(&database)?;
        let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
        Ok((conn, tables))
    };
    let (face, beside_face) = alternate(ROUNDS, |_| world::open(&database, 0), raw)?;
    let (store, beside_store) = alternate(ROUNDS, |_| Ok(Store::open(&database, NOW, &mut Generator::new(0))?), raw)?;
    Ok(vec![
        Figure::time(GROUP, format!("JustMet::open at {}", world.people), &face)
            .floor("rusqlite's open", &beside_face)
            .bound("≤ 5 ms over it", |it| it.over_floor() <= 5_000.0),
        Figure::time(GROUP, format!("Store::open at {}", world.people), &store)
            .floor("rusqlite's open", &beside_store)
            .bound("≤ 5 ms over it", |it| it.over_floor() <= 5_000.0),
    ])
}
