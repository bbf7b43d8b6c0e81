//! Deciding what to remind of.

use justmet_domain::follow_up::{FollowUp, OsView, reconcile};
use justmet_store::Store;

use crate::generate::{Generator, NOW};
use crate::measure::{Figure, Result, alternate};
use crate::raw;
use crate::world::{self, OPEN, World};

const GROUP: &str = "reconcile";
const ROUNDS: usize = 200;
const ROUNDS_ALL_DUE: usize = 10;
const DUE: u32 = 50;

pub(crate) fn measure(world: &mut World) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for (due, rounds) in [(DUE, ROUNDS), (OPEN, ROUNDS_ALL_DUE)] {
        let database = world.all_open(due)?;
        let store = Store::open(&database, NOW, &mut Generator::new(0))?;
        let open = store.read(|reader| reader.open_follow_ups(None))?;
        let zone = world::zone();
        let (decided, sorted) =
            alternate(ROUNDS, |_| Ok(reconcile(&open, &OsView::Terminal, NOW, &zone)), |_| Ok(sorted_by_day(&open)))?;
        figures.push(
            Figure::time(GROUP, format!("the rule alone, {} open, {due} due", open.len()), &decided)
                .floor("sorting them by day", &sorted)
                .bound("< 1 ms", |it| it.middle() < 1_000.0),
        );

        let core = world::open(&database, 0)?;
        let conn = raw::reader(&database)?;
        let (face, read) = alternate(
            rounds,
            |_| Ok(world.runtime.block_on(core.reconcile(OsView::Terminal))?),
            |_| {
                let sql =
                    "SELECT * FROM follow_up WHERE state IN ('planned', 'delivered') AND due <= ?1 ORDER BY due, id";
                let mut statement = conn.prepare_cached(sql)?;
                let due = statement.query_map(["2026-11-25T07:00"], |row| row.get::<_, [u8; 16]>(1))?;
                Ok(due.collect::<rusqlite::Result<Vec<_>>>()?)
            },
        )?;
        figures.push(
            Figure::time(GROUP, format!("JustMet::reconcile, {OPEN} open, {due} due"), &face)
                .floor("rusqlite reads the due rows", &read),
        );
    }
    Ok(figures)
}

fn sorted_by_day(open: &[FollowUp]) -> Vec<&FollowUp> {
    let mut sorted: Vec<&FollowUp> = open.iter().collect();
    sorted.sort_by_key(|follow_up| (follow_up.due, follow_up.id));
    sorted
}
