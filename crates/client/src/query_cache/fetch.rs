//! The fetch of a query, which all who observe it share, and its polls.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::{QueryState, Settled};
use super::{QueryCache, is_hidden};
use crate::gateway::{Abort, Failure, Priority, SharedPriority};
use crate::paging::{Completeness, PageReader, read_pages};
use crate::polling::PollContext;
use crate::status::StatusSnapshot;

/// The part of a query that depends on the type of its data.
pub trait Source {
    /// Begins a fetch: of everything, or only of these pages of what is there.
    fn begin(&self, pages: Option<&[u64]>) -> Box<dyn Fetch>;
    /// Drops what has come of a fetch that was given up.
    fn give_up(&self);
}

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

/// The fetch under way.
#[derive(Clone)]
struct Running {
    abort: Abort,
    /// The highest of those who ask for it.
    priority: SharedPriority,
}

/// Fetches one query for all who observe it.
pub struct QueryFetch {
    state: ArcRwSignal<QueryState>,
    source: Box<dyn Source>,
    /// Number of those who observe it.
    observers: Cell<usize>,
    /// The fetch under way. Only it may change the state: one that was given up ends later.
    running: RefCell<Option<Running>>,
    /// Begins the next one.
    timer: RefCell<Option<Timeout>>,
}

impl QueryFetch {
    /// Of a query that nobody observes.
    pub fn new(state: ArcRwSignal<QueryState>, source: Box<dyn Source>) -> Self {
        let (running, timer) = (RefCell::default(), RefCell::default());
        Self { state, source, observers: Cell::default(), running, timer }
    }

    /// Somebody observes it. Ends with [`QueryFetch::leave`].
    pub fn join(&self) {
        self.observers.set(self.observers.get() + 1);
    }

    /// Somebody went away. With the last the fetch and the poll end.
    pub fn leave(&self) {
        let left = self.observers.get().saturating_sub(1);
        self.observers.set(left);
        if left > 0 {
            return;
        }
        self.timer.take();
        if let Some(running) = self.running.take() {
            running.abort.abort();
            self.source.give_up();
            self.state.update(|state| state.load.loading = false);
        }
    }

    /// When the data was fetched, if that was in this epoch.
    pub fn read_at(&self, epoch: u32) -> Option<f64> {
        self.state.with_untracked(|state| state.load.read_at.filter(|_| state.epoch == epoch))
    }

    /// Begins a fetch, unless one is under way.
    pub fn begin(self: &Rc<Self>, cache: QueryCache, FetchRequest { priority, pages }: FetchRequest) {
        if self.observers.get() == 0 {
            return;
        }
        if let Some(running) = &*self.running.borrow() {
            return running.priority.raise(priority);
        }
        let running = Running { abort: Abort::new(), priority: priority.into() };
        self.running.replace(Some(running.clone()));
        spawn_local(self.clone().run(cache, running, pages));
    }

    async fn run(self: Rc<Self>, cache: QueryCache, running: Running, mut pages: Option<Vec<u64>>) {
        let Running { abort, priority } = running;
        // Again if a write ended meanwhile: the answer may be from before it.
        while !abort.is_aborted() {
            let epoch = cache.epoch.get_untracked();
            self.state.update(|state| state.load.loading = true);
            let wanted = pages.take();
            let mut fetch = self.source.begin(wanted.as_deref());
            // Somebody pressed a button for pages that are missing.
            let further = if wanted.is_some() { priority.clone() } else { Priority::Background.into() };
            let priorities = [priority.clone(), further];
            let read = read_pages(cache.client, &abort, priorities, fetch.reader()).await;
            // Given up: nobody waits for it, or only the next one; the cache itself may be gone.
            if abort.is_aborted() {
                return;
            }
            let result = fetch.keep(read);
            let newest = epoch == cache.epoch.get_untracked() || result.is_err();
            self.settle(cache, result, epoch, wanted.is_some());
            if newest {
                self.running.take();
                return self.schedule(cache);
            }
            priority.raise(Priority::default());
        }
    }

    /// Takes in the result, and reports what ended.
    fn settle(&self, cache: QueryCache, result: Result<Arrived, Failure>, epoch: u32, pages_only: bool) {
        let now = js_sys::Date::now();
        let mut ended = Vec::new();
        let settled = result.map(|arrived| {
            let before = self.state.with_untracked(|state| state.poll.clone());
            // What a list lacks that may not be complete has not ended.
            let complete = arrived.completeness.is_complete();
            let observed = cache.transitions.try_update_value(|transitions| {
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
            cache.on_ended.run(ended);
        }
    }

    /// Schedules the next poll, if one is due. A fetch under way schedules it at its end.
    pub fn schedule(self: &Rc<Self>, cache: QueryCache) {
        self.timer.take();
        if self.observers.get() == 0 || self.running.borrow().is_some() {
            return;
        }
        let now = js_sys::Date::now();
        let (hidden, notify) = (is_hidden(), cache.notify.run(()));
        let due = self.state.with_untracked(|state| {
            let context = PollContext { now, failures: state.failures, hidden, notify };
            let interval = state.poll.poll_interval(context)?;
            Some((state.attempted_at + interval - now).max(0.0))
        });
        if let Some(due) = due {
            let fetch = self.clone();
            let poll = FetchRequest { priority: Priority::Background, pages: None };
            self.timer.replace(Some(Timeout::new(due as u32, move || fetch.begin(cache, poll))));
        }
    }
}
