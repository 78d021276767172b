//! Query cache: a page observes a query and gets a [`Query`], its data and state as signals.
//!
//! A list that is read for the first time arrives in parts: the rows of its first page are there as
//! soon as that came. A list that was read is replaced only by a newer one that is whole.
//!
//! All who observe a query share one fetch of it and one timer that polls: both end with the last of
//! them.
//!
//! Data stays in memory while the page is open, so that going back shows it at once while it is
//! fetched again. A failed refresh keeps the older data. After a write, and when the network is
//! back, everything on screen is fetched again. A query that shows something changing is polled,
//! see [`crate::polling`], until nothing in it changes any more; what ended is reported to the
//! application.

mod entries;
mod fetch;
mod part;
mod state;

pub use part::Arriving;
pub use state::Load;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::gateway::{Client, Failure, Priority};
use crate::paging::{Completeness, PageReader, Paged, Progress, Unread, UnreadRows};
use crate::polling::{Ended, Transitions};
use crate::resource::ResourceKey;
use crate::status::StatusSnapshot;
use entries::{Entries, Entry};
use fetch::{Arrived, Fetch, FetchRequest, QueryFetch};
use state::QueryState;

/// Data younger than this is not fetched again by opening a page, in milliseconds.
const STALE_TIME_MS: f64 = 2_000.0;

/// A query: the value is its key in the cache, the type determines the type of the data.
pub trait Fetcher: Clone + Eq + Send + Sync + 'static {
    /// What it fetches.
    type Data: Send + Sync + 'static;

    /// Reads its pages, or its one answer.
    type Reader: PageReader + 'static;

    /// A reader of all its data, or only of these pages, which could not be read before. It reports
    /// what has come to `arriving`.
    fn reader(&self, arriving: &Arriving<Self::Data>, pages: Option<&[u64]>) -> Self::Reader;

    /// The data, when all was read that can be.
    ///
    /// # Errors
    /// If there is none.
    fn finish(reader: Self::Reader) -> Result<Fetched<Self::Data>, Failure>;

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
    /// Why pages are missing, if they are.
    pub failure: Option<Failure>,
}

impl<D> Fetched<D> {
    /// The one answer of an operation.
    pub fn answer(data: D) -> Self {
        Self { data, completeness: Completeness::Complete, failure: None }
    }
}

impl<R> Fetched<Paged<R>> {
    /// A list.
    pub fn list(data: Paged<R>) -> Self {
        let completeness = data.completeness;
        let failure = data.unread.as_ref().and_then(Unread::failure).cloned();
        Self { data, completeness, failure }
    }
}

/// The query cache of this page.
#[derive(Clone, Copy)]
pub struct QueryCache {
    entries: StoredValue<Entries, LocalStorage>,
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
            entries: StoredValue::new_local(Entries::default()),
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
        self.entries.set_value(Entries::default());
        self.transitions.set_value(Transitions::default());
    }

    /// When the resource was first seen in its transient state, milliseconds since 1970.
    pub fn since(self, key: &ResourceKey) -> Option<f64> {
        self.transitions.with_value(|transitions| transitions.since(key))
    }

    /// The data of a query, if it was fetched before; tracked, and never fetched for this.
    pub fn cached<F: Fetcher>(self, fetcher: &F) -> Option<Arc<F::Data>> {
        let entry = self.entries.try_update_value(|entries| entries.entry(fetcher))?;
        entry.data.get()
    }

    /// Observes a query: its data is fetched now unless it is fresh, again after each write,
    /// whenever asked to, and while something in it changes. Ends with the calling page.
    pub fn observe<F: Fetcher>(self, fetcher: F) -> Query<F::Data> {
        self.observe_at(fetcher, Priority::Screen)
    }

    /// [`QueryCache::observe`] with another place in the queue.
    fn observe_at<F: Fetcher>(self, fetcher: F, priority: Priority) -> Query<F::Data> {
        let entry = self.entries.try_update_value(|entries| entries.entry(&fetcher));
        // Without the cache, which went away with its page, nothing is kept.
        let Entry { data, part, progress, state, fetch } = entry.unwrap_or_else(|| Entry::new(&fetcher));
        let (refresh, read_pages) = self.observe_fetch(fetch, priority);
        Query {
            data: RwSignal::from(data),
            part: RwSignal::from(part),
            progress: RwSignal::from(progress),
            state: RwSignal::from(state),
            refresh,
            read_pages,
        }
    }

    /// Reads what will be shown next, after everything that is on screen. It ends with the current
    /// owner, and what was read stays in the cache.
    pub fn prefetch<F: Fetcher>(self, fetcher: F) {
        self.observe_at(fetcher, Priority::Background);
    }

    /// The part of [`QueryCache::observe`] that is the same for all types of data.
    fn observe_fetch(self, fetch: Rc<QueryFetch>, priority: Priority) -> (Callback<()>, Callback<Vec<u64>>) {
        fetch.join();
        let first = Cell::new(true);
        Effect::new({
            let fetch = fetch.clone();
            move || {
                let epoch = self.epoch.get();
                // What was fetched before a write is not fresh, however young it is.
                let fresh = fetch.read_at(epoch).is_some_and(|at| js_sys::Date::now() - at < STALE_TIME_MS);
                if !(first.replace(false) && fresh) {
                    fetch.begin(self, FetchRequest { priority, pages: None });
                }
            }
        });
        Effect::new({
            let fetch = fetch.clone();
            move || {
                self.hidden.track();
                fetch.schedule(self);
            }
        });
        // `on_cleanup` and callbacks want what could change threads; there is one here.
        let stored = StoredValue::new_local(fetch);
        on_cleanup(move || {
            stored.try_with_value(|fetch| fetch.leave());
        });
        let begin = move |request| {
            // Gone with its page: then there is nothing to refresh.
            stored.try_with_value(|fetch| fetch.begin(self, request));
        };
        let refresh = Callback::new(move |()| begin(FetchRequest::default()));
        let read_pages =
            Callback::new(move |pages| begin(FetchRequest { pages: Some(pages), ..FetchRequest::default() }));
        (refresh, read_pages)
    }
}

/// A fetch of a query.
struct Fetching<F: Fetcher> {
    fetcher: F,
    arriving: Arriving<F::Data>,
    reader: F::Reader,
}

impl<F: Fetcher> Fetch for Fetching<F> {
    fn reader(&mut self) -> &mut dyn PageReader {
        &mut self.reader
    }

    fn keep(self: Box<Self>, read: Result<(), Failure>) -> Result<Arrived, Failure> {
        let Self { fetcher, arriving, reader } = *self;
        let fetched = read.and_then(|()| F::finish(reader)).inspect_err(|_| arriving.end());
        let Fetched { data, completeness, failure } = fetched?;
        let snapshots = fetcher.snapshots(&data);
        arriving.keep(data);
        Ok(Arrived { snapshots, completeness, failure })
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

/// A query that a page observes.
pub struct Query<D: 'static> {
    data: RwSignal<Option<Arc<D>>>,
    part: RwSignal<Option<Arc<D>>>,
    progress: RwSignal<Option<Progress>>,
    state: RwSignal<QueryState>,
    /// Fetches it again.
    pub refresh: Callback<()>,
    /// Fetches only these pages, which could not be read.
    pub read_pages: Callback<Vec<u64>>,
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

    /// The newest data; while there is none, the part of it that has come. Tracked.
    pub fn so_far(self) -> Option<Arc<D>> {
        self.data.get().or_else(|| self.part.get())
    }

    /// How much has come of data that arrives in parts; tracked.
    pub fn progress(self) -> Option<Progress> {
        self.progress.get()
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

impl<R: Send + Sync + 'static> Query<Paged<R>> {
    /// The rows that could not be read; tracked.
    pub fn unread(self) -> Arc<[UnreadRows]> {
        let unread = |data: &Arc<Paged<R>>| Some(data.unread.as_ref()?.rows.clone());
        self.data.with(|data| data.as_ref().and_then(unread)).unwrap_or_default()
    }
}
