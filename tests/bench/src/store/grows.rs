//! Opening, home and pages: what must not take longer the more people there are.

use std::path::Path;

use justmet_app::{JustMet, PeopleOrder, Settings};
use rusqlite::{Connection, OpenFlags};
use tokio::runtime::Runtime;

use super::GROUP;
use crate::measure::{Figure, Result, Samples, alternate};
use crate::world::{SMALL, World, open};

const ROUNDS: usize = 200;
const WARM_UP: usize = 20;
const OFFERS: usize = 20;

/// The middle of a list is so many pages in, or half-way where it is shorter.
const MIDDLE: u32 = 20;

pub(crate) fn figures(world: &mut World, size: u32) -> Result<Vec<Figure>> {
    let (small_file, large_file) = (world.people_of(SMALL)?, world.people_of(size)?);
    let (small, large) = (open(&small_file, 0)?, open(&large_file, 0)?);
    let runtime = &world.runtime;
    let floor = format!("at {SMALL}");
    let flat = |figure: &Figure| figure.ratio() <= 1.2;
    let mut figures = Vec::new();
    let home = |core: &JustMet| Ok(runtime.block_on(core.home())?);
    for _ in 0..WARM_UP {
        home(&small)?;
        home(&large)?;
    }
    let (here, there) = alternate(ROUNDS, |_| home(&large), |_| home(&small))?;
    figures.push(
        Figure::time(GROUP, format!("home at {size}"), &here).floor_in_turn(&floor, &there).bound("≤ 1.2 ×", flat),
    );
    let lists = [
        ("first page", None, 0),
        ("page in the middle", None, MIDDLE),
        ("first page by name", Some(PeopleOrder::Name), 0),
        ("page by name in the middle", Some(PeopleOrder::Name), MIDDLE),
        ("first page by event", Some(PeopleOrder::Event), 0),
        ("page by event in the middle", Some(PeopleOrder::Event), MIDDLE),
        // As many follow-ups are open, however many people there are.
        ("first page by follow-up", Some(PeopleOrder::Due), 0),
    ];
    for (what, order, pages) in lists {
        let cursor = |core: &JustMet, people| after(runtime, core, order, pages.min(people / 100));
        let (of_small, of_large) = (cursor(&small, SMALL)?, cursor(&large, size)?);
        let page =
            |core: &JustMet, cursor: &Option<String>| Ok(runtime.block_on(core.page(cursor.clone(), order, None))?);
        let (here, there) = alternate(ROUNDS, |_| page(&large, &of_large), |_| page(&small, &of_small))?;
        let figure = Figure::time(GROUP, format!("{what} of 50 at {size}"), &here);
        figures.push(figure.floor_in_turn(&floor, &there).bound("≤ 1.2 ×", flat));
    }
    // Pages that nobody has seen yet: nothing of them is in a cache of ours, as it is where one page is read again.
    let (mut in_large, mut in_small) = (None, None);
    let scroll = |core: &JustMet, at: &mut Option<String>| -> Result {
        *at = runtime.block_on(core.page(at.take(), Some(PeopleOrder::Name), None))?.next;
        Ok(())
    };
    let (here, there) = alternate(ROUNDS, |_| scroll(&large, &mut in_large), |_| scroll(&small, &mut in_small))?;
    let figure = Figure::time(GROUP, format!("scrolling by name, each page of 50 at {size}"), &here);
    figures.push(figure.floor_in_turn(&floor, &there).bound("≤ 1.2 ×", flat));
    figures.push(offer(runtime, &large_file, size)?);
    let (ours, raw) = alternate(
        ROUNDS,
        |_| open(&large_file, 0),
        |_| {
            // SQLite opens a file when it first reads it.
            let raw = Connection::open_with_flags(&large_file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            Ok(raw.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))?)
        },
    )?;
    figures.push(
        Figure::time(GROUP, format!("open at {size}"), &ours)
            .floor("raw rusqlite", &raw)
            .bound("≤ 5 ms more", |figure| figure.over_floor() <= 5_000.0),
    );
    Ok(figures)
}

/// The offer to forget, where a tenth of the people were reminded of and left alone.
fn offer(runtime: &Runtime, people: &Path, size: u32) -> Result<Figure> {
    let copy = people.with_extension("offer");
    std::fs::copy(people, &copy)?;
    Connection::open(&copy)?.execute_batch(
        "UPDATE follow_up SET state = 'delivered', closed_because = NULL WHERE seq % 10 = 0 AND state <> 'planned'",
    )?;
    let core = open(&copy, 0)?;
    let settings = runtime.block_on(core.settings())?;
    runtime.block_on(core.set_settings(Settings { offer_deletion_after_months: Some(12), ..settings }))?;
    let mut offers = Samples::default();
    for _ in 0..OFFERS {
        offers.time(|| Ok(runtime.block_on(core.deletion_offer())?))?;
    }
    drop(core);
    std::fs::remove_file(copy)?;
    Ok(Figure::time(GROUP, format!("the offer to forget, over {size}"), &offers)
        .bound("≤ 50 ms", |figure| figure.middle() <= 50_000.0))
}

/// The cursor after so many pages; none at the beginning.
fn after(runtime: &Runtime, core: &JustMet, order: Option<PeopleOrder>, pages: u32) -> Result<Option<String>> {
    let mut cursor = None;
    for _ in 0..pages {
        cursor = runtime.block_on(core.page(cursor, order, None))?.next;
    }
    Ok(cursor)
}
