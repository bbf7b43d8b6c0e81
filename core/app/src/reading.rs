//! Readings that can be broken off: by a newer one that takes their place, by the shell, by nobody waiting any more.

use std::sync::{Mutex, PoisonError};

use justmet_store::{Interrupt, Reader, StoreError};

use crate::error::{JustMetError, Result};
use crate::just_met::{Inner, JustMet};

/// The readings that go on just now.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    going_on: Mutex<GoingOn>,
}

#[derive(Debug, Default)]
struct GoingOn {
    last_number: u64,
    all: Vec<(u64, Kind, Interrupt)>,
}

/// Of a kind that is typed for, the last one wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A search: each keystroke makes the one before it useless.
    Search,
    /// A page of a list.
    Page,
    /// All of the database: a check, an export.
    Whole,
}

/// One of them, while somebody waits for it.
struct Awaited<'a> {
    readings: &'a Readings,
    number: u64,
    interrupt: Interrupt,
}

impl Drop for Awaited<'_> {
    /// Either it is over, or the shell dropped the call before that: then nobody wants the rest.
    fn drop(&mut self) {
        self.interrupt.interrupt();
        self.readings.lock().all.retain(|(number, ..)| *number != self.number);
    }
}

impl Readings {
    fn lock(&self) -> std::sync::MutexGuard<'_, GoingOn> {
        self.going_on.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&self, kind: Kind) -> Awaited<'_> {
        let interrupt = Interrupt::default();
        let mut going_on = self.lock();
        if kind == Kind::Search {
            going_on.all.iter().filter(|(_, known, _)| *known == kind).for_each(|(_, _, earlier)| earlier.interrupt());
        }
        going_on.last_number += 1;
        let number = going_on.last_number;
        going_on.all.push((number, kind, interrupt.clone()));
        Awaited { readings: self, number, interrupt }
    }

    fn interrupt_all(&self) {
        self.lock().all.iter().for_each(|(_, _, interrupt)| interrupt.interrupt());
    }
}

#[uniffi::export]
impl JustMet {
    /// Breaks off what is being searched, listed, checked or exported just now; those calls fail with `Interrupted`. For a
    /// screen that was left; a Kotlin coroutine that is cancelled does the same for its own call.
    ///
    /// # Errors
    /// None today; fallible so that a defect arrives as an error.
    pub fn interrupt(&self) -> Result<()> {
        self.inner.readings.interrupt_all();
        Ok(())
    }
}

impl JustMet {
    /// Runs a use case that only reads, and that is broken off when nobody waits for it any more.
    pub(crate) async fn run_reading<T, F>(&self, kind: Kind, use_case: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Inner, &Interrupt) -> Result<T> + Send + 'static,
    {
        let awaited = self.inner.readings.begin(kind);
        let interrupt = awaited.interrupt.clone();
        self.run(move |inner| use_case(inner, &interrupt)).await
    }
}

impl Inner {
    /// Reads one snapshot, until it is broken off.
    pub(crate) fn read_until<T>(
        &self,
        interrupt: &Interrupt,
        op: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T> {
        self.store(|store| store.read_until(interrupt, op))
    }

    /// Loads what makes searches fast, on a thread of its own; the search in hand does not wait for it.
    pub(crate) fn load_search_in_background(self: &std::sync::Arc<Self>) {
        let inner = std::sync::Arc::clone(self);
        let interrupt = self.loading.clone();
        // Where no thread is to be had, or the file cannot be read, searches go on reading the file and say so themselves.
        let load = move || inner.store(|store| store.load_search_until(&interrupt)).map_err(|_: JustMetError| ());
        let _searches_read_the_file = std::thread::Builder::new().name("justmet-search".into()).spawn(load);
    }
}
