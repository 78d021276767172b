//! Observer of a query: fetches for one page, and polls.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::{QueryState, Settled};
use super::{QueryCache, is_hidden};
use crate::gateway::{Abort, Failure, Priority};
use crate::paging::{Completeness, PageReader, read_pages};
use crate::polling::PollContext;
use crate::status::StatusSnapshot;

/// Begins a fetch: of everything, or only of these pages of what is there.
pub type Begin = Rc<dyn Fn(Option<&[u64]>) -> Box<dyn Fetch>>;

/// A fetch under way: the part that depends on the type of its data.
pub trait Fetch {
    /// Reads what is fetched.
    fn reader(&mut self) -> &mut dyn PageReader;
    /// Keeps the data, when the reading has ended.
    ///
    /// # Errors
    /// If there is none.
    fn keep(self: Box<Self>, read: Result<(), Failure>) -> Result<Arrived, Failure>;
}

/// What is fetched, and when.
#[derive(Clone, Default)]
pub struct FetchRequest {
    /// Its place in the queue.
    pub priority: Priority,
    /// Only these pages of what is there.
    pub pages: Option<Vec<u64>>,
}

/// What a fetch brought, as far as its type does not matter.
pub struct Arrived {
    /// The states by which it is polled.
    pub snapshots: Vec<StatusSnapshot>,
    /// Whether records may be missing.
    pub completeness: Completeness,
    /// Why pages are missing, if they are.
    pub failure: Option<Failure>,
}

/// Observes one query for one page.
pub struct QueryObserver {
    cache: QueryCache,
    state: ArcRwSignal<QueryState>,
    begin: Begin,
    /// The fetch under way.
    running: RefCell<Option<Abort>>,
    /// Begins the next one.
    timer: RefCell<Option<Timeout>>,
    /// Page went away.
    gone: Cell<bool>,
}

impl QueryObserver {
    /// An idle observer.
    pub fn new(cache: QueryCache, state: ArcRwSignal<QueryState>, begin: Begin) -> Self {
        let (running, timer, gone) = (RefCell::default(), RefCell::default(), Cell::default());
        Self { cache, state, begin, running, timer, gone }
    }

    /// When the data was fetched, if that was in this epoch.
    pub fn read_at(&self, epoch: u32) -> Option<f64> {
        self.state.with_untracked(|state| state.load.read_at.filter(|_| state.epoch == epoch))
    }

    /// Begins a fetch, unless one is under way.
    pub fn begin(self: &Rc<Self>, mut request: FetchRequest) {
        if self.gone.get() || self.running.borrow().is_some() {
            return;
        }
        let abort = Abort::new();
        *self.running.borrow_mut() = Some(abort.clone());
        let observer = self.clone();
        spawn_local(async move {
            // Again if a write ended meanwhile: the answer may be from before it.
            loop {
                if observer.gone.get() {
                    return;
                }
                let epoch = observer.cache.epoch.get_untracked();
                observer.state.update(|state| state.load.loading = true);
                let FetchRequest { priority, pages } = std::mem::take(&mut request);
                let mut fetch = (observer.begin)(pages.as_deref());
                // Somebody pressed a button for pages that are missing.
                let further = if pages.is_some() { priority } else { Priority::Background };
                let priorities = [priority, further];
                let read = read_pages(observer.cache.client, &abort, priorities, fetch.reader()).await;
                let result = fetch.keep(read);
                if observer.gone.get() {
                    // Cancelled: nobody waits for it, and the cache itself may be gone.
                    observer.state.update(|state| state.load.loading = false);
                    return;
                }
                let newest = epoch == observer.cache.epoch.get_untracked() || result.is_err();
                observer.settle(result, epoch, pages.is_some());
                if newest {
                    break;
                }
            }
            observer.running.borrow_mut().take();
            observer.schedule();
        });
    }

    /// Takes in the result, and reports what ended.
    fn settle(&self, result: Result<Arrived, Failure>, epoch: u32, pages_only: bool) {
        let now = js_sys::Date::now();
        let mut ended = Vec::new();
        let settled = result.map(|arrived| {
            let before = self.state.with_untracked(|state| state.poll.clone());
            // What a list lacks that may not be complete has not ended.
            let complete = arrived.completeness.is_complete();
            let observed = self.cache.transitions.try_update_value(|transitions| {
                transitions.observe(&arrived.snapshots, &before, complete, now)
            });
            let (poll, over) = observed.unwrap_or_default();
            ended = over;
            Settled { completeness: arrived.completeness, poll, failure: arrived.failure }
        });
        self.state.update(|state| {
            let before = (state.load.read_at, state.epoch);
            state.settle(settled, epoch, now);
            // The list is as old as its other pages.
            if pages_only {
                (state.load.read_at, state.epoch) = before;
            }
        });
        if !ended.is_empty() {
            self.cache.on_ended.run(ended);
        }
    }

    /// Schedules the next poll, if one is due. A fetch under way schedules it at its end.
    pub fn schedule(self: &Rc<Self>) {
        self.timer.borrow_mut().take();
        if self.gone.get() || self.running.borrow().is_some() {
            return;
        }
        let now = js_sys::Date::now();
        let (hidden, notify) = (is_hidden(), self.cache.notify.run(()));
        let due = self.state.with_untracked(|state| {
            let context = PollContext { now, failures: state.failures, hidden, notify };
            let interval = state.poll.poll_interval(context)?;
            Some((state.attempted_at + interval - now).max(0.0))
        });
        if let Some(due) = due {
            let observer = self.clone();
            *self.timer.borrow_mut() = Some(Timeout::new(due as u32, move || {
                observer.begin(FetchRequest { priority: Priority::Background, pages: None });
            }));
        }
    }

    /// Cancels the fetch and the poll: its page went away.
    pub fn end(&self) {
        self.gone.set(true);
        self.timer.borrow_mut().take();
        if let Some(abort) = self.running.borrow_mut().take() {
            abort.abort();
        }
    }
}
