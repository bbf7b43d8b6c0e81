//! Deciding what to remind of.

use justmet_app::OsView;
use justmet_domain::follow_up::{self, reconcile};
use justmet_store::Store;

use crate::generate::{Generator, NOW};
use crate::measure::{Figure, Result, Samples};
use crate::world::{OPEN, World, open, zone};

const GROUP: &str = "reminder";

pub(crate) fn figures(world: &mut World) -> Result<Vec<Figure>> {
    let database = world.all_open(20)?;
    let open_follow_ups = {
        let store = Store::open(&database, NOW, &mut Generator::new(1))?;
        store.read(|reader| reader.open_follow_ups(None))?
    };
    let view = follow_up::OsView::Android { showing: Vec::new(), may_notify: true };
    let (mut domain, mut face) = (Samples::default(), Samples::default());
    let core = open(&database, 0)?;
    for _ in 0..200 {
        domain.time(|| Ok(reconcile(&open_follow_ups, &view, NOW, &zone())))?;
        face.time(|| {
            let os = OsView::Android { showing: Vec::new(), may_notify: true };
            Ok(world.runtime.block_on(core.reconcile(os))?)
        })?;
    }
    let nothing_due = open(&world.all_open(0)?, 0)?;
    let mut idle = Samples::default();
    for _ in 0..200 {
        idle.time(|| Ok(world.runtime.block_on(nothing_due.reconcile(OsView::Terminal))?))?;
    }
    Ok(vec![
        Figure::time(GROUP, format!("reconcile, {OPEN} open follow-ups"), &domain)
            .bound("p50 < 1 ms", |figure| figure.middle() < 1_000.0),
        Figure::time(GROUP, "reconcile through the face, 20 due", &face).floor("the rule alone", &domain),
        Figure::time(GROUP, "reconcile through the face, nothing due", &idle),
    ])
}
