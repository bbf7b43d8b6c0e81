//! What grows with the number of people: home, pages, search, opening, memory.

use std::path::Path;
use std::process::Command;

use justmet_app::JustMet;
use rusqlite::{Connection, OpenFlags};
use tokio::runtime::{Builder, Runtime};

use crate::measure::{Figure, Result, Samples, alternate};
use crate::world::{SMALL, World, open};

const GROUP: &str = "lists";

/// What people type, a key at a time.
const TYPED: [&str; 6] = ["p", "pri", "priya", "kim acme", "rustconf", "5550142"];

pub(crate) fn figures(world: &mut World) -> Result<Vec<Figure>> {
    let (small_file, large_file) = (world.people_of(SMALL)?, world.people_of(world.people)?);
    let (small, large) = (open(&small_file, 0)?, open(&large_file, 0)?);
    let runtime = &world.runtime;
    let home = |core: &JustMet| Ok(runtime.block_on(core.home())?);
    let page = |core: &JustMet, cursor: &Option<String>| Ok(runtime.block_on(core.page(cursor.clone()))?);

    let (homes, home_floor) = alternate(200, |_| home(&large), |_| home(&small))?;
    let (pages, page_floor) = alternate(200, |_| page(&large, &None), |_| page(&small, &None))?;
    let (deep_large, deep_small) = (middle(runtime, &large, world.people)?, middle(runtime, &small, SMALL)?);
    let (deep, deep_floor) = alternate(200, |_| page(&large, &deep_large), |_| page(&small, &deep_small))?;
    let floor = format!("the same at {SMALL}");
    let flat = |figure: &Figure| figure.ratio() <= 1.2;
    let mut figures = vec![
        Figure::time(GROUP, "home", &homes).floor(&floor, &home_floor).bound("≤ 1.2 ×", flat),
        Figure::time(GROUP, "the first page of 50", &pages).floor(&floor, &page_floor).bound("≤ 1.2 ×", flat),
        Figure::time(GROUP, "a page of 50 from the middle", &deep).floor(&floor, &deep_floor).bound("≤ 1.2 ×", flat),
    ];
    drop(large);
    figures.push(search(runtime, &large_file)?);
    figures.push(opening(&large_file)?);
    figures.push(memory(&large_file)?);
    Ok(figures)
}

/// The cursor half-way down the list, at most twenty pages in.
fn middle(runtime: &Runtime, core: &JustMet, people: u32) -> Result<Option<String>> {
    let mut cursor = None;
    for _ in 0..(people / 100).min(20) {
        cursor = runtime.block_on(core.page(cursor))?.next;
    }
    Ok(cursor)
}

fn search(runtime: &Runtime, database: &Path) -> Result<Figure> {
    let core = open(database, 0)?;
    let raw = raw(database)?;
    let (mut ours, mut like) = (Samples::default(), Samples::default());
    for text in TYPED {
        let pattern = format!("%{}%", text.split(' ').next().unwrap_or_default());
        let (found, scanned) = alternate(
            20,
            |_| Ok(runtime.block_on(core.search(text.to_owned()))?),
            |_| {
                let mut statement = raw.prepare_cached(
                    "SELECT contact_seq FROM finding WHERE short LIKE ?1 OR notes LIKE ?1 OR promises LIKE ?1 LIMIT 50",
                )?;
                let ids: Vec<i64> =
                    statement.query_map([&pattern], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
                Ok(ids)
            },
        )?;
        ours.extend(&found);
        like.extend(&scanned);
    }
    Ok(Figure::time(GROUP, "search, a key", &ours)
        .floor("LIKE '%…%' by raw rusqlite, first 50 unranked", &like)
        .bound("p99 ≤ 5 ms, 20 × faster", |figure| figure.p99() <= 5_000.0 && figure.ratio() <= 0.05))
}

fn opening(database: &Path) -> Result<Figure> {
    let (ours, floor) = alternate(
        100,
        |_| open(database, 0),
        |_| {
            let raw = raw(database)?;
            Ok(raw.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))?)
        },
    )?;
    Ok(Figure::time(GROUP, "open", &ours)
        .floor("raw rusqlite, schema read", &floor)
        .bound("≤ 5 ms more", |figure| figure.over_floor() <= 5_000.0))
}

fn raw(database: &Path) -> Result<Connection> {
    Ok(Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
}

/// What a process of its own holds after it has opened the database and searched once.
fn memory(database: &Path) -> Result<Figure> {
    let output = Command::new(std::env::current_exe()?).arg("--resident-after-search").arg(database).output()?;
    let kibibytes = String::from_utf8(output.stdout)?.trim().parse().ok();
    Ok(Figure::memory(GROUP, "resident after a search", kibibytes).bound("< 40 MB", |it| it.middle() < 40.0 * 1024.0))
}

/// The child of [`memory`].
pub(crate) fn print_resident(database: &Path) -> Result {
    let core = open(database, 0)?;
    Builder::new_current_thread().build()?.block_on(core.search("priya".to_owned()))?;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    println!("{}", resident.unwrap_or_default().trim().trim_end_matches(" kB"));
    Ok(())
}
