//! Deciding what to remind of.

use justmet_app::{Device, OsView};
use justmet_domain::follow_up::{self, Book, Moment, Permission, WorkCalendar, reconcile};
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
    let view = follow_up::OsView::Android {
        showing: Vec::new(),
        digest: Vec::new(),
        permission: Permission::Granted,
        background_restricted: false,
        reasons: Vec::new(),
    };
    let (here, calendar) = (zone(), WorkCalendar::default());
    let moment = Moment { now: NOW, zone: &here, calendar: &calendar, clock_jumped: false };
    let book = Book { open: &open_follow_ups, ..Book::default() };
    let (mut domain, mut face) = (Samples::default(), Samples::default());
    let core = open(&database, 0)?;
    for _ in 0..200 {
        domain.time(|| Ok(reconcile(&book, &view, &moment)))?;
        face.time(|| {
            let os = OsView::Android {
                showing: Vec::new(),
                digest: Vec::new(),
                permission: Permission::Granted,
                background_restricted: false,
                reasons: Vec::new(),
                device: Device::default(),
            };
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
