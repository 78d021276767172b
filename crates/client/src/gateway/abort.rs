//! Cancelling reads.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::{Rc, Weak};
use std::task::{Poll, Waker};

use web_sys::AbortController;

/// Cancels reads when their page goes away, also those that wait in the queue.
#[derive(Clone, Debug, Default)]
pub struct Abort(Rc<Handle>);

#[derive(Debug, Default)]
struct Handle {
    aborted: Cell<bool>,
    children: RefCell<Vec<Weak<Handle>>>,
    /// Of the requests under way.
    controllers: RefCell<Vec<AbortController>>,
    /// Who waits for [`Abort::aborted`].
    waiting: RefCell<Vec<Waker>>,
}

impl Handle {
    fn abort(&self) {
        self.aborted.set(true);
        self.children.take().iter().filter_map(Weak::upgrade).for_each(|child| child.abort());
        self.controllers.take().iter().for_each(AbortController::abort);
        self.waiting.take().into_iter().for_each(Waker::wake);
    }
}

impl Abort {
    /// A handle for one read.
    pub fn new() -> Self {
        Self::default()
    }

    /// A handle for a part of the read: it can be cancelled alone, and is with the whole.
    pub fn child(&self) -> Self {
        let child = Self::new();
        child.0.aborted.set(self.is_aborted());
        self.0.children.borrow_mut().push(Rc::downgrade(&child.0));
        child
    }

    /// Cancels the read, if it is still under way.
    pub fn abort(&self) {
        self.0.abort();
    }

    /// Whether the read was cancelled.
    pub fn is_aborted(&self) -> bool {
        self.0.aborted.get()
    }

    /// Ends when the read is cancelled.
    pub(super) async fn aborted(&self) {
        poll_fn(|context| {
            if self.is_aborted() {
                return Poll::Ready(());
            }
            let mut waiting = self.0.waiting.borrow_mut();
            if !waiting.iter().any(|waker| waker.will_wake(context.waker())) {
                waiting.push(context.waker().clone());
            }
            Poll::Pending
        })
        .await;
    }

    /// Cancels one request of the read; also when its time is over.
    pub(super) fn controller(&self) -> Option<AbortController> {
        let controller = AbortController::new().ok()?;
        if self.is_aborted() {
            controller.abort();
        }
        self.0.controllers.borrow_mut().push(controller.clone());
        Some(controller)
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::*;

    #[test]
    fn a_part_is_cancelled_alone_or_with_the_whole() {
        let whole = Abort::new();
        let (first, second) = (whole.child(), whole.child());
        first.abort();
        assert!(first.is_aborted() && !second.is_aborted() && !whole.is_aborted());
        assert!(second.aborted().now_or_never().is_none());
        whole.abort();
        assert!(second.aborted().now_or_never().is_some() && whole.child().is_aborted());
    }
}
