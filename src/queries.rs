//! Cached reads: a page names what it needs and gets a [`Query`] of it.
//!
//! An answer stays in memory while the page is open, so that going back shows it at once
//! while it is read again. A failed refresh keeps the older data. After a write, and when the
//! network is back, everything on screen is read again. A read that shows something changing is read again by itself,
//! see [`crate::changes`], until nothing in it changes any more; what came to its end is told.
//!
//! The cache does not know the types it keeps: one copy of this code serves all reads.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::changes::{Changes, Changing, Circumstances, Ended, Mark};
use crate::console::Console;
use crate::gateway::{Abort, Client, Failure};
use crate::locale::{Texts, texts};
use crate::notices::Notices;
use crate::notifications;
use crate::paging::Completeness;
use crate::preferences::Preferences;
use crate::resource::ResourceKey;
use crate::untrusted;

/// Data younger than this is not read again by opening a page, in milliseconds.
const FRESH_MS: f64 = 2_000.0;
/// Most things one notice names.
const MOST_NAMED: usize = 5;

/// Data of any type.
pub type Data = Arc<dyn Any + Send + Sync>;

/// A read under way.
pub type Reading = Pin<Box<dyn Future<Output = Result<Answer, Failure>>>>;

/// What a read brought, and whether it is all there is.
pub type Answer = (Data, Completeness);

/// Begins a read.
pub type Read = Rc<dyn Fn(Client, Abort) -> Reading>;

/// How the things stand that the data of a read shows.
pub type Marks = Rc<dyn Fn(&Data, &'static Texts) -> Vec<Mark>>;

/// How a read stands.
#[derive(Clone, Default, PartialEq)]
pub struct Load {
    /// It is being read.
    pub loading: bool,
    /// The last attempt failed.
    pub failure: Option<Failure>,
    /// When it was last read, milliseconds since 1970.
    pub read_at: Option<f64>,
    /// Whether what was read is a whole list.
    pub completeness: Completeness,
}

impl Load {
    /// From when what is shown is, if it could not be read anew.
    pub fn stale_since(&self) -> Option<f64> {
        self.read_at.filter(|_| self.failure.is_some())
    }
}

/// What is known of a read.
#[derive(Clone, Default)]
struct State {
    data: Option<Data>,
    load: Load,
    /// The epoch in which the last read began.
    epoch: u32,
    /// What the data shows as changing.
    changing: Changing,
    /// When the last attempt ended, milliseconds since 1970.
    tried_at: f64,
    /// How many attempts have failed since one succeeded.
    failures: u32,
}

/// The cache of this page.
#[derive(Clone, Copy)]
pub struct Queries {
    entries: StoredValue<Vec<(String, ArcRwSignal<State>)>>,
    changes: StoredValue<Changes>,
    epoch: RwSignal<u32>,
    /// Whether nobody sees the page.
    hidden: RwSignal<bool>,
    /// Whether the browser has no network.
    offline: RwSignal<bool>,
    client: Client,
    notices: Notices,
    preferences: Preferences,
}

impl Queries {
    /// An empty cache.
    pub fn new(client: Client, notices: Notices, preferences: Preferences) -> Self {
        let hidden = RwSignal::new(notifications::hidden());
        let turned = window_event_listener_untyped("visibilitychange", move |_| {
            hidden.set(notifications::hidden());
        });
        let offline = RwSignal::new(!online());
        let epoch = RwSignal::new(0_u32);
        let network = ["online", "offline"].map(|event| {
            window_event_listener_untyped(event, move |_| {
                offline.set(!online());
                if online() {
                    again(epoch);
                }
            })
        });
        on_cleanup(move || {
            turned.remove();
            network.into_iter().for_each(|listener| listener.remove());
        });
        Self {
            entries: StoredValue::new(Vec::new()),
            changes: StoredValue::new(Changes::default()),
            epoch,
            hidden,
            offline,
            client,
            notices,
            preferences,
        }
    }

    /// Reads again whatever is on screen, and later whatever else was read before.
    pub fn invalidate(self) {
        again(self.epoch);
    }

    /// Whether the browser has no network; tracked. Requests are sent all the same: a relay on
    /// this computer needs none.
    pub fn offline(self) -> bool {
        self.offline.get()
    }

    /// Forgets everything: other keys may see other things.
    pub fn clear(self) {
        self.entries.update_value(Vec::clear);
        self.changes.set_value(Changes::default());
    }

    /// Since when the thing of this key is changing, as far as this console has seen.
    pub fn since(self, key: &ResourceKey) -> Option<f64> {
        self.changes.with_value(|changes| changes.since(key))
    }

    fn entry(self, key: String) -> ArcRwSignal<State> {
        let entry = self.entries.try_update_value(|entries| {
            if let Some((_, state)) = entries.iter().find(|(other, _)| *other == key) {
                return state.clone();
            }
            let state = ArcRwSignal::default();
            entries.push((key, state.clone()));
            state
        });
        entry.unwrap_or_default()
    }

    /// Shows the data of `key`, read by `read` now unless it is fresh, again after each write,
    /// whenever asked to, and while something in it changes. Ends with the calling page.
    fn watch(self, key: String, read: Read, marks: Option<Marks>) -> (RwSignal<State>, Callback<()>) {
        let state = self.entry(key);
        let reader = Rc::new(Reader {
            queries: self,
            state: state.clone(),
            read,
            marks,
            t: texts(),
            running: RefCell::default(),
            timer: RefCell::default(),
            gone: Cell::default(),
        });
        let first = Cell::new(true);
        Effect::new({
            let reader = reader.clone();
            move || {
                let epoch = self.epoch.get();
                // What was read before a write is not fresh, however young it is.
                let read_at =
                    reader.state.with_untracked(|state| state.load.read_at.filter(|_| state.epoch == epoch));
                let fresh = read_at.is_some_and(|at| js_sys::Date::now() - at < FRESH_MS);
                if !(first.replace(false) && fresh) {
                    reader.begin();
                }
            }
        });
        Effect::new({
            let reader = reader.clone();
            move || {
                self.hidden.track();
                reader.plan();
            }
        });
        // `on_cleanup` and callbacks want what could change threads; there is one here.
        let stored = leptos::prelude::StoredValue::new_local(reader);
        on_cleanup(move || {
            stored.try_with_value(|reader| reader.end());
        });
        let refresh = Callback::new(move |()| {
            // Gone with its page: then there is nothing to refresh.
            stored.try_with_value(Reader::begin);
        });
        (RwSignal::from(state), refresh)
    }
}

fn again(epoch: RwSignal<u32>) {
    epoch.update(|epoch| *epoch = epoch.wrapping_add(1));
}

fn online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Reads one thing for one page.
struct Reader {
    queries: Queries,
    state: ArcRwSignal<State>,
    read: Read,
    marks: Option<Marks>,
    t: &'static Texts,
    /// The read under way.
    running: RefCell<Option<Abort>>,
    /// Begins the next one.
    timer: RefCell<Option<Timeout>>,
    /// Its page went away.
    gone: Cell<bool>,
}

impl Reader {
    /// Reads, unless that is under way.
    fn begin(self: &Rc<Self>) {
        if self.gone.get() || self.running.borrow().is_some() {
            return;
        }
        let abort = Abort::new();
        *self.running.borrow_mut() = Some(abort.clone());
        let reader = self.clone();
        spawn_local(async move {
            // Again if a write ended meanwhile: the answer may be from before it.
            loop {
                if reader.gone.get() {
                    return;
                }
                let epoch = reader.queries.epoch.get_untracked();
                reader.state.update(|state| state.load.loading = true);
                let result = (reader.read)(reader.queries.client, abort.clone()).await;
                if reader.gone.get() {
                    // Called off: nobody waits for it, and the cache itself may be gone.
                    reader.state.update(|state| state.load.loading = false);
                    return;
                }
                let newest = epoch == reader.queries.epoch.get_untracked() || result.is_err();
                reader.take(result, epoch);
                if newest {
                    break;
                }
            }
            reader.running.borrow_mut().take();
            reader.plan();
        });
    }

    /// Keeps what came, and tells what came to its end.
    fn take(&self, result: Result<Answer, Failure>, epoch: u32) {
        let now = js_sys::Date::now();
        let mut ended = Vec::new();
        let mut changing = None;
        if let (Ok((data, completeness)), Some(marks)) = (&result, &self.marks) {
            let marks = marks(data, self.t);
            let before = self.state.with_untracked(|state| state.changing.clone());
            // What a list lacks that may not be whole has not ended.
            let whole = completeness.is_complete();
            let seen =
                self.queries.changes.try_update_value(|changes| changes.observe(&marks, &before, whole, now));
            if let Some((shown, over)) = seen {
                (changing, ended) = (Some(shown), over);
            }
        }
        self.state.update(|state| {
            state.changing = changing.unwrap_or(std::mem::take(&mut state.changing));
            state.settle(result, epoch, now);
        });
        self.tell(&ended);
    }

    fn tell(&self, ended: &[Ended]) {
        let Some(text) = sentence(ended, self.t) else { return };
        if notifications::hidden() && notifications::on(self.queries.preferences) {
            notifications::show(self.t.product, &text);
        }
        self.queries.notices.set(Some(text));
    }

    /// Plans the next read, if one is due by itself. A read under way plans at its end.
    fn plan(self: &Rc<Self>) {
        self.timer.borrow_mut().take();
        if self.gone.get() || self.running.borrow().is_some() {
            return;
        }
        let now = js_sys::Date::now();
        let (hidden, notify) = (notifications::hidden(), notifications::on(self.queries.preferences));
        let due = self.state.with_untracked(|state| {
            let pace =
                state.changing.pace(Circumstances { now, failures: state.failures, hidden, notify })?;
            Some((state.tried_at + pace - now).max(0.0))
        });
        if let Some(due) = due {
            let reader = self.clone();
            *self.timer.borrow_mut() = Some(Timeout::new(due as u32, move || reader.begin()));
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

/// What came to its end in words, a line for each; none if nothing did.
fn sentence(ended: &[Ended], t: &Texts) -> Option<String> {
    let line = |Ended { name, word }: &Ended| {
        let name = untrusted::line(name).words(t);
        match word {
            Some(word) => (t.watch.became)(&name, &untrusted::line(word).words(t)),
            None => (t.watch.gone)(&name),
        }
    };
    let mut lines: Vec<String> = ended.iter().take(MOST_NAMED).map(line).collect();
    if ended.len() > MOST_NAMED {
        lines.push((t.watch.more)(ended.len() - MOST_NAMED));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

impl State {
    fn settle(&mut self, result: Result<Answer, Failure>, epoch: u32, now: f64) {
        self.load.loading = false;
        self.epoch = epoch;
        match result {
            Ok((data, completeness)) => {
                self.data = Some(data);
                self.load.completeness = completeness;
                self.load.failure = None;
                self.load.read_at = Some(now);
                self.tried_at = now;
                self.failures = 0;
            }
            Err(failure) => {
                self.load.failure = Some(failure);
                self.tried_at = now;
                self.failures = self.failures.saturating_add(1);
            }
        }
    }
}

/// A read that a page shows.
pub struct Query<T> {
    state: RwSignal<State>,
    /// Reads it again.
    pub refresh: Callback<()>,
    shows: PhantomData<fn() -> T>,
}

impl<T> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Query<T> {}

impl<T: Send + Sync + 'static> Query<T> {
    /// Begins to show the data of `key`, see [`Queries`]. A key belongs to one type.
    /// `marks`: what in the data changes by itself.
    pub fn new(key: String, read: Read, marks: Option<Marks>) -> Self {
        let (state, refresh) = Console::here().queries.watch(key, read, marks);
        Self { state, refresh, shows: PhantomData }
    }

    /// The newest data, tracked.
    pub fn data(self) -> Option<Arc<T>> {
        self.state.with(|state| state.data.clone())?.downcast().ok()
    }

    /// The newest data, untracked.
    pub fn data_now(self) -> Option<Arc<T>> {
        self.state.with_untracked(|state| state.data.clone())?.downcast().ok()
    }

    /// Whether it is being read, failed, and when it was last read; tracked.
    pub fn load(self) -> Load {
        self.state.with(|state| state.load.clone())
    }
}
