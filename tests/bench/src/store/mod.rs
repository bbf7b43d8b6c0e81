//! The store, at every size, each figure beside raw rusqlite or the smallest size in the same run.

mod grows;
mod memory;
mod search;
mod write;

pub(crate) use memory::print_resident;

use clap::ValueEnum;

use crate::measure::{Figure, Result};
use crate::world::World;

/// What of the store is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Home, pages and opening.
    Grows,
    /// Search as you type.
    Search,
    /// What is resident after a search.
    Memory,
    /// Saving a line.
    Save,
    /// Importing ten thousand people.
    Import,
}

const GROUP: &str = "store";

/// A thousand people, ten thousand, and so on up to the large size.
fn sizes(world: &World) -> Vec<u32> {
    let tens = std::iter::successors(Some(1_000_u32), |size| size.checked_mul(10));
    let mut sizes: Vec<u32> = tens.take_while(|size| *size < world.people).collect();
    sizes.push(world.people);
    sizes
}

/// Those parts; all of them where none is named.
pub(crate) fn figures(world: &mut World, parts: &[Part]) -> Result<Vec<Figure>> {
    let is_asked = |part| parts.is_empty() || parts.contains(&part);
    let mut figures = Vec::new();
    for size in sizes(world) {
        if is_asked(Part::Grows) {
            figures.extend(grows::figures(world, size)?);
        }
        if is_asked(Part::Search) {
            figures.extend(search::figures(world, size)?);
        }
        if is_asked(Part::Memory) {
            figures.extend(memory::figures(world, size)?);
        }
        if is_asked(Part::Save) {
            figures.extend(write::saves(world, size)?);
        }
    }
    if is_asked(Part::Import) {
        figures.extend(write::imports(world)?);
    }
    Ok(figures)
}

/// What saving asks of the disk. After all figures: it slows SQLite down.
pub(crate) fn print_costs(world: &mut World, parts: &[Part]) -> Result {
    if parts.is_empty() || parts.contains(&Part::Save) { write::print_costs(world) } else { Ok(()) }
}
