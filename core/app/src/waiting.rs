//! Threads on which waiting for the disk is allowed.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use blocking::{Task, unblock};

/// Work without its type, so that what waits for it is compiled once and not for each use case.
type Work = Box<dyn FnOnce() + Send>;

/// Does some work on such a thread, to its end also where the call that waits for it is dropped: what was begun is saved.
/// `None` where the work panicked.
pub(crate) async fn on_a_thread_that_may_wait<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let result = Arc::new(Mutex::new(None));
    let slot = Arc::clone(&result);
    done(Box::new(move || {
        let done = work();
        *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
    }))
    .await;
    result.lock().unwrap_or_else(PoisonError::into_inner).take()
}

async fn done(work: Work) {
    // A panic has been reported by its hook; the missing result says the rest.
    let caught = move || drop(catch_unwind(AssertUnwindSafe(work)));
    Begun(Some(unblock(caught))).await;
}

/// Goes on without anybody waiting, where `Task` alone would be taken back.
struct Begun(Option<Task<()>>);

impl Future for Begun {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        self.0.as_mut().map_or(Poll::Ready(()), |task| Pin::new(task).poll(context))
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if let Some(task) = self.0.take() {
            task.detach();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::task::Waker;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_result_comes_back_and_a_panic_does_not() {
        assert_eq!(futures_lite::future::block_on(on_a_thread_that_may_wait(|| 7)), Some(7));
        let panics = || -> u8 { std::panic::resume_unwind(Box::new("on purpose")) };
        assert_eq!(futures_lite::future::block_on(on_a_thread_that_may_wait(panics)), None);
    }

    #[test]
    fn what_was_begun_ends_also_where_nobody_waits() {
        let (free, is_free) = channel::<()>();
        let (say, heard) = channel();
        let mut call = Box::pin(on_a_thread_that_may_wait(move || {
            is_free.recv().unwrap();
            say.send("saved").unwrap();
        }));
        let polled = call.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert_eq!(polled, Poll::Pending);
        drop(call);
        free.send(()).unwrap();
        assert_eq!(heard.recv_timeout(Duration::from_secs(10)), Ok("saved"));
    }
}
