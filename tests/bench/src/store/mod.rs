//! The store, at every size, each figure beside raw rusqlite or the smallest size in the same run.

mod grows;
mod memory;
mod search;
mod write;

pub(crate) use memory::print_resident;

use crate::measure::{Figure, Result};
use crate::world::World;

const GROUP: &str = "store";

/// A thousand people, ten thousand, and so on up to the large size.
fn sizes(world: &World) -> Vec<u32> {
    let tens = std::iter::successors(Some(1_000_u32), |size| size.checked_mul(10));
    let mut sizes: Vec<u32> = tens.take_while(|size| *size < world.people).collect();
    sizes.push(world.people);
    sizes
}

pub(crate) fn figures(world: &mut World) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for size in sizes(world) {
        figures.extend(grows::figures(world, size)?);
        figures.extend(search::figures(world, size)?);
        figures.extend(memory::figures(world, size)?);
        // Last, as it adds people.
        figures.extend(write::saves(world, size)?);
    }
    figures.extend(write::imports(world)?);
    Ok(figures)
}
