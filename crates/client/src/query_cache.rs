//! Query cache: a page observes a query and gets a [`Query`], its data and state as signals.
//!
//! Data stays in memory while the page is open, so that going back shows it at once while it is
//! fetched again. A failed refresh keeps the older data. After a write, and when the network is
//! back, everything on screen is fetched again. A query that shows something changing is polled,
//! see [`crate::polling`], until nothing in it changes any more; what ended is reported to the
//! application.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::gateway::{Abort, Client, Failure};
use crate::paging::{Completeness, Paged};
use crate::polling::{Ended, PollContext, PollState, Transitions};
use crate::resource::ResourceKey;
use crate::status::StatusSnapshot;

/// Data younger than this is not fetched again by opening a page, in milliseconds.
const STALE_TIME_MS: f64 = 2_000.0;

/// A query: the value is its key in the cache, the type determines the type of the data.
pub trait Fetcher: Clone + Eq + Send + Sync + 'static {
    /// What it fetches.
    type Data: Send + Sync + 'static;

    /// Fetches the data.
    fn fetch(
        &self,
        client: Client,
        abort: &Abort,
    ) -> impl Future<Output = Result<Fetched<Self::Data>, Failure>>;

    /// The states in the data by which it is polled.
    fn snapshots(&self, _data: &Self::Data) -> Vec<StatusSnapshot> {
        Vec::new()
    }
}

/// Data, and whether it is a whole list.
pub struct Fetched<D> {
    /// The data.
    pub data: D,
    /// Whether records may be missing.
    pub completeness: Completeness,
}

impl<D> Fetched<D> {
    /// The one answer of an operation.
    pub fn answer(data: D) -> Self {
        Self { data, completeness: Completeness::Complete }
    }
}

impl<R> Fetched<Paged<R>> {
    /// A list.
    pub fn list(data: Paged<R>) -> Self {
        let completeness = data.completeness;
        Self { data, completeness }
    }
}

/// State of a query, as pages show it.
#[derive(Clone, Default, PartialEq)]
pub struct Load {
    /// A fetch is under way.
    pub loading: bool,
    /// Why the last fetch failed, if it did.
    pub failure: Option<Failure>,
    /// Time of the last success, milliseconds since 1970.
    pub read_at: Option<f64>,
    /// Whether the data is a whole list.
    pub completeness: Completeness,
}

impl Load {
    /// The time of the data that is still shown although it could not be fetched again.
    pub fn stale_since(&self) -> Option<f64> {
        self.read_at.filter(|_| self.failure.is_some())
    }
}

/// State of a query.
#[derive(Clone, Default)]
struct QueryState {
    load: Load,
    /// The epoch in which the last fetch began.
    epoch: u32,
    poll: PollState,
    /// When the last attempt ended, milliseconds since 1970.
    attempted_at: f64,
    /// Failed attempts in a row.
    failures: u32,
}

/// Data and state of a query, kept while the page is open.
struct Entry<D> {
    data: ArcRwSignal<Option<Arc<D>>>,
    state: ArcRwSignal<QueryState>,
}

impl<D> Clone for Entry<D> {
    fn clone(&self) -> Self {
        Self { data: self.data.clone(), state: self.state.clone() }
    }
}

/// The entries of the queries of one type.
type Table<F> = Vec<(F, Entry<<F as Fetcher>::Data>)>;

/// The query cache of this page.
#[derive(Clone, Copy)]
pub struct QueryCache {
    /// A [`Table`] for each type of query in use.
    tables: StoredValue<Vec<Box<dyn Any + Send + Sync>>>,
    transitions: StoredValue<Transitions>,
    /// Counts up with each invalidation.
    epoch: RwSignal<u32>,
    /// Whether the tab is hidden.
    hidden: RwSignal<bool>,
    /// Whether the browser has no network.
    offline: RwSignal<bool>,
    client: Client,
    notify: Callback<(), bool>,
    on_ended: Callback<Vec<Ended>>,
}

impl QueryCache {
    /// An empty cache. `notify`: whether the user wants notifications, for which a hidden tab
    /// polls; `on_ended`: takes what stopped changing.
    pub fn new(client: Client, notify: Callback<(), bool>, on_ended: Callback<Vec<Ended>>) -> Self {
        let hidden = RwSignal::new(is_hidden());
        let visibility = window_event_listener_untyped("visibilitychange", move |_| {
            hidden.set(is_hidden());
        });
        let offline = RwSignal::new(!is_online());
        let epoch = RwSignal::new(0_u32);
        let network = ["online", "offline"].map(|event| {
            window_event_listener_untyped(event, move |_| {
                offline.set(!is_online());
                if is_online() {
                    advance(epoch);
                }
            })
        });
        on_cleanup(move || {
            visibility.remove();
            network.into_iter().for_each(|listener| listener.remove());
        });
        Self {
            tables: StoredValue::new(Vec::new()),
            transitions: StoredValue::new(Transitions::default()),
            epoch,
            hidden,
            offline,
            client,
            notify,
            on_ended,
        }
    }

    /// Fetches again whatever is on screen, and later whatever else was fetched before.
    pub fn invalidate(self) {
        advance(self.epoch);
    }

    /// Whether the browser has no network; tracked. Requests are sent all the same: a relay on
    /// this computer needs none.
    pub fn offline(self) -> bool {
        self.offline.get()
    }

    /// Forgets everything: other keys may see other things.
    pub fn clear(self) {
        self.tables.update_value(Vec::clear);
        self.transitions.set_value(Transitions::default());
    }

    /// When the resource was first seen in its transient state, milliseconds since 1970.
    pub fn since(self, key: &ResourceKey) -> Option<f64> {
        self.transitions.with_value(|transitions| transitions.since(key))
    }

    fn entry<F: Fetcher>(self, fetcher: &F) -> Entry<F::Data> {
        let entry = || Entry { data: ArcRwSignal::new(None), state: ArcRwSignal::default() };
        let found = self.tables.try_update_value(|tables| {
            // The type of a query names its table, and with it the type of its data: the only
            // downcast, and one that finds no table only before the first query of the type.
            let table = tables.iter_mut().find_map(|table| table.downcast_mut::<Table<F>>());
            let Some(table) = table else {
                let entry = entry();
                let table: Table<F> = vec![(fetcher.clone(), entry.clone())];
                tables.push(Box::new(table));
                return entry;
            };
            if let Some((_, entry)) = table.iter().find(|(other, _)| other == fetcher) {
                return entry.clone();
            }
            let entry = entry();
            table.push((fetcher.clone(), entry.clone()));
            entry
        });
        // Without the cache, which went away with its page, nothing is kept.
        found.unwrap_or_else(entry)
    }

    /// Observes a query: its data is fetched now unless it is fresh, again after each write,
    /// whenever asked to, and while something in it changes. Ends with the calling page.
    pub fn observe<F: Fetcher>(self, fetcher: F) -> Query<F::Data> {
        let Entry { data, state } = self.entry(&fetcher);
        let fetch: Fetch = Rc::new({
            let data = data.clone();
            move |client, abort| {
                let (fetcher, data) = (fetcher.clone(), data.clone());
                Box::pin(async move {
                    let fetched = fetcher.fetch(client, &abort).await?;
                    Ok(Arrived {
                        snapshots: fetcher.snapshots(&fetched.data),
                        completeness: fetched.completeness,
                        keep: Box::new(move || data.set(Some(Arc::new(fetched.data)))),
                    })
                })
            }
        });
        let refresh = self.observe_state(state.clone(), fetch);
        Query { data: RwSignal::from(data), state: RwSignal::from(state), refresh }
    }

    /// The part of [`QueryCache::observe`] that is the same for all types of data.
    fn observe_state(self, state: ArcRwSignal<QueryState>, fetch: Fetch) -> Callback<()> {
        let observer = Rc::new(QueryObserver {
            cache: self,
            state,
            fetch,
            running: RefCell::default(),
            timer: RefCell::default(),
            gone: Cell::default(),
        });
        let first = Cell::new(true);
        Effect::new({
            let observer = observer.clone();
            move || {
                let epoch = self.epoch.get();
                // What was fetched before a write is not fresh, however young it is.
                let read_at = observer
                    .state
                    .with_untracked(|state| state.load.read_at.filter(|_| state.epoch == epoch));
                let fresh = read_at.is_some_and(|at| js_sys::Date::now() - at < STALE_TIME_MS);
                if !(first.replace(false) && fresh) {
                    observer.begin();
                }
            }
        });
        Effect::new({
            let observer = observer.clone();
            move || {
                self.hidden.track();
                observer.schedule();
            }
        });
        // `on_cleanup` and callbacks want what could change threads; there is one here.
        let stored = StoredValue::new_local(observer);
        on_cleanup(move || {
            stored.try_with_value(|observer| observer.end());
        });
        Callback::new(move |()| {
            // Gone with its page: then there is nothing to refresh.
            stored.try_with_value(QueryObserver::begin);
        })
    }
}

fn advance(epoch: RwSignal<u32>) {
    epoch.update(|epoch| *epoch = epoch.wrapping_add(1));
}

fn is_online() -> bool {
    window().navigator().on_line()
}

fn is_hidden() -> bool {
    document().hidden()
}

/// Begins a fetch.
type Fetch = Rc<dyn Fn(Client, Abort) -> FetchFuture>;

/// A fetch under way.
type FetchFuture = Pin<Box<dyn Future<Output = Result<Arrived, Failure>>>>;

/// What a fetch brought, as far as its type does not matter.
struct Arrived {
    snapshots: Vec<StatusSnapshot>,
    completeness: Completeness,
    /// Keeps the data.
    keep: Box<dyn FnOnce()>,
}

/// Observes one query for one page.
struct QueryObserver {
    cache: QueryCache,
    state: ArcRwSignal<QueryState>,
    fetch: Fetch,
    /// The fetch under way.
    running: RefCell<Option<Abort>>,
    /// Begins the next one.
    timer: RefCell<Option<Timeout>>,
    /// Its page went away.
    gone: Cell<bool>,
}

impl QueryObserver {
    /// Begins a fetch, unless one is under way.
    fn begin(self: &Rc<Self>) {
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
                let result = (observer.fetch)(observer.cache.client, abort.clone()).await;
                if observer.gone.get() {
                    // Cancelled: nobody waits for it, and the cache itself may be gone.
                    observer.state.update(|state| state.load.loading = false);
                    return;
                }
                let newest = epoch == observer.cache.epoch.get_untracked() || result.is_err();
                observer.settle(result, epoch);
                if newest {
                    break;
                }
            }
            observer.running.borrow_mut().take();
            observer.schedule();
        });
    }

    /// Keeps the result, and reports what ended.
    fn settle(&self, result: Result<Arrived, Failure>, epoch: u32) {
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
            (arrived.keep)();
            (arrived.completeness, poll)
        });
        self.state.update(|state| state.settle(settled, epoch, now));
        if !ended.is_empty() {
            self.cache.on_ended.run(ended);
        }
    }

    /// Schedules the next poll, if one is due. A fetch under way schedules it at its end.
    fn schedule(self: &Rc<Self>) {
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
            *self.timer.borrow_mut() = Some(Timeout::new(due as u32, move || observer.begin()));
        }
    }

    fn end(&self) {
        self.gone.set(true);
        self.timer.borrow_mut().take();
        if let Some(abort) = self.running.borrow_mut().take() {
            abort.abort();
        }
    }
}

impl QueryState {
    fn settle(&mut self, result: Result<(Completeness, PollState), Failure>, epoch: u32, now: f64) {
        self.load.loading = false;
        self.epoch = epoch;
        self.attempted_at = now;
        match result {
            Ok((completeness, poll)) => {
                self.load.completeness = completeness;
                self.load.failure = None;
                self.load.read_at = Some(now);
                self.poll = poll;
                self.failures = 0;
            }
            Err(failure) => {
                self.load.failure = Some(failure);
                self.failures = self.failures.saturating_add(1);
            }
        }
    }
}

/// A query that a page observes.
pub struct Query<D: 'static> {
    data: RwSignal<Option<Arc<D>>>,
    state: RwSignal<QueryState>,
    /// Fetches it again.
    pub refresh: Callback<()>,
}

impl<D> Clone for Query<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for Query<D> {}

impl<D: Send + Sync + 'static> Query<D> {
    /// The newest data, tracked.
    pub fn data(self) -> Option<Arc<D>> {
        self.data.get()
    }

    /// The newest data, untracked.
    pub fn data_now(self) -> Option<Arc<D>> {
        self.data.get_untracked()
    }

    /// Whether it is being fetched, failed, and when it was last fetched; tracked.
    pub fn load(self) -> Load {
        self.state.with(|state| state.load.clone())
    }
}
