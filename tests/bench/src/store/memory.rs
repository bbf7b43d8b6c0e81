//! What a process of its own holds after it has opened the database and searched.

use std::path::Path;
use std::process::Command;

use justmet_store::Store;

use super::GROUP;
use super::search::once;
use crate::generate::{Generator, NOW};
use crate::measure::{Figure, Result};
use crate::world::World;

pub(crate) fn figures(world: &mut World, size: u32) -> Result<Vec<Figure>> {
    let database = world.people_of(size)?;
    let held = |figure: &Figure| figure.middle() < 40.0 * 1024.0;
    Ok(vec![
        Figure::memory(GROUP, format!("resident after a search in a terminal at {size}"), resident(&database, false)?)
            .bound("< 40 MB", held),
        Figure::memory(GROUP, format!("resident with the search loaded at {size}"), resident(&database, true)?)
            .bound("< 40 MB", held),
    ])
}

/// What the child says of itself, in kibibytes; `None` where the system does not tell.
fn resident(database: &Path, loaded: bool) -> Result<Option<u64>> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("--resident-after-search").arg(database);
    if loaded {
        command.arg("--loaded");
    }
    let output = command.output()?;
    if !output.status.success() {
        return Err("the child process could not search".into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().parse().ok())
}

/// The child.
pub(crate) fn print_resident(database: &Path, loaded: bool) -> Result {
    let store = Store::open(database, NOW, &mut Generator::new(0))?;
    if loaded {
        store.load_search()?;
        store.read(|reader| reader.search(&super::search::asked("priya"), 50, NOW))?;
    } else {
        drop(store);
        once(database)?;
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    println!("{}", resident.unwrap_or_default().trim().trim_end_matches(" kB"));
    Ok(())
}
