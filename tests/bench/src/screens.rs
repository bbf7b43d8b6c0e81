//! The first screen and the list of people: the same whether few people are known or many.

use std::path::Path;

use justmet_store::{RecentCursor, Store};

use crate::generate::{Generator, NOW};
use crate::measure::{Figure, Result, alternate};
use crate::world::{self, SMALL, World};

const ROUNDS: usize = 200;
const WARM_UP: usize = 10;

pub(crate) fn home(world: &mut World) -> Result<Vec<Figure>> {
    let (small, large) = (world.people_of(SMALL)?, world.people_of(world.people)?);
    let (small, large) = (world::open(&small, 0)?, world::open(&large, 0)?);
    let wait = &world.runtime;
    for _ in 0..WARM_UP {
        wait.block_on(small.home())?;
        wait.block_on(large.home())?;
    }
    let (large, small) = alternate(ROUNDS, |_| Ok(wait.block_on(large.home())?), |_| Ok(wait.block_on(small.home())?))?;
    Ok(vec![
        Figure::time("home", format!("JustMet::home at {}", world.people), &large)
            .floor(format!("at {SMALL}"), &small)
            .bound("≤ 1.2 ×", |it| it.ratio() <= 1.2),
    ])
}

pub(crate) fn page(world: &mut World) -> Result<Vec<Figure>> {
    let (small_file, large_file) = (world.people_of(SMALL)?, world.people_of(world.people)?);
    let middles = (middle(&small_file, SMALL)?, middle(&large_file, world.people)?);
    let (small, large) = (world::open(&small_file, 0)?, world::open(&large_file, 0)?);
    let wait = &world.runtime;
    let mut figures = Vec::new();
    for (what, of_small, of_large) in [("first", None, None), ("from the middle", Some(middles.0), Some(middles.1))] {
        for _ in 0..WARM_UP {
            wait.block_on(small.page(of_small.clone()))?;
            wait.block_on(large.page(of_large.clone()))?;
        }
        let (large, small) = alternate(
            ROUNDS,
            |_| Ok(wait.block_on(large.page(of_large.clone()))?),
            |_| Ok(wait.block_on(small.page(of_small.clone()))?),
        )?;
        figures.push(
            Figure::time("page", format!("JustMet::page, {what}, at {}", world.people), &large)
                .floor(format!("at {SMALL}"), &small)
                .bound("≤ 1.2 ×", |it| it.ratio() <= 1.2),
        );
    }
    Ok(figures)
}

/// The place in the middle of the list.
fn middle(database: &Path, people: u32) -> Result<String> {
    let store = Store::open(database, NOW, &mut Generator::new(0))?;
    let place: Option<RecentCursor> = store.read(|reader| {
        let ids = reader.recent(None, people / 2)?;
        ids.last().map_or(Ok(None), |id| reader.recent_cursor(*id))
    })?;
    Ok(place.ok_or("the list has no middle")?.to_string())
}
