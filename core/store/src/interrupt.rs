//! Breaking off a long reading from another thread.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, InterruptHandle};

/// Breaks off the readings that were begun with it, at once, and lets none begin. Cloned, it is the same one.
#[derive(Debug, Clone, Default)]
pub struct Interrupt(Arc<Shared>);

#[derive(Default)]
struct Shared {
    is_asked: AtomicBool,
    /// The connection that reads just now.
    reading: Mutex<Option<InterruptHandle>>,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared").field("is_asked", &self.is_asked).finish_non_exhaustive()
    }
}

impl Interrupt {
    /// Breaks off what is being read; it ends with [`StoreError::Interrupted`](crate::StoreError::Interrupted). May be
    /// called from any thread, any number of times.
    pub fn interrupt(&self) {
        self.0.is_asked.store(true, Ordering::Release);
        if let Some(handle) = &*self.0.reading.lock().unwrap_or_else(PoisonError::into_inner) {
            handle.interrupt();
        }
    }

    /// Whether it was asked for.
    pub fn is_asked(&self) -> bool {
        self.0.is_asked.load(Ordering::Acquire)
    }

    /// Says which connection is to be broken off, until the guard goes.
    pub(crate) fn watch(&self, conn: &Connection) -> Watching<'_> {
        *self.0.reading.lock().unwrap_or_else(PoisonError::into_inner) = Some(conn.get_interrupt_handle());
        Watching(self)
    }
}

/// While it lives, the connection is broken off.
pub(crate) struct Watching<'i>(&'i Interrupt);

impl Drop for Watching<'_> {
    fn drop(&mut self) {
        *self.0.0.reading.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
