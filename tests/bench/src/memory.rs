//! Resident memory of a process that opens the large database and searches once.

use std::path::Path;
use std::process::Command;

use tokio::runtime::Builder;

use crate::measure::{Figure, Result};
use crate::raw;
use crate::world::{self, World};

const QUERY: &str = "priya";

pub(crate) fn measure(world: &mut World) -> Result<Vec<Figure>> {
    let database = world.people_of(world.people)?;
    let (core, raw) = (resident(&database, false)?, resident(&database, true)?);
    Ok(vec![
        Figure::memory("memory", format!("resident after a search at {}", world.people), core)
            .memory_floor("rusqlite's LIKE", raw)
            .bound("< 40 MB", |it| it.middle() < 40.0 * 1024.0),
    ])
}

/// What the child says of itself, in kibibytes.
fn resident(database: &Path, by_raw: bool) -> Result<Option<u64>> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("--resident-of").arg(database);
    if by_raw {
        command.arg("--raw");
    }
    let output = command.output()?;
    if !output.status.success() {
        return Err("the child process could not search".into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().parse().ok())
}

/// In the child: searches once and prints its resident memory, while everything is still open.
pub(crate) fn child(database: &Path, by_raw: bool) -> Result {
    if by_raw {
        let conn = raw::reader(database)?;
        let found: i64 =
            conn.query_row("SELECT count(*) FROM contact WHERE search_text LIKE '%' || ?1 || '%'", [QUERY], |row| {
                row.get(0)
            })?;
        return say(found > 0);
    }
    let core = world::open(database, 0)?;
    let found = Builder::new_current_thread().build()?.block_on(core.search(QUERY.to_owned()))?;
    say(!found.is_empty())
}

fn say(found: bool) -> Result {
    if !found {
        return Err("nobody was found".into());
    }
    let status = if cfg!(target_os = "linux") { std::fs::read_to_string("/proc/self/status")? } else { String::new() };
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    println!("{}", resident.and_then(|text| text.split_whitespace().next()).unwrap_or("not measured"));
    Ok(())
}
