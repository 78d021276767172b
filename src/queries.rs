//! Cached reads: a page names what it needs and gets a [`Query`] of it.
//!
//! An answer stays in memory while the page is open, so that going back shows it at once
//! while it is read again. A failed refresh keeps the older data. After a write everything
//! on screen is read again.
//!
//! The cache does not know the types it keeps: one copy of this code serves all reads.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::console::Console;
use crate::gateway::{Abort, Client, Failure};
use crate::reactive::{effect, spawn};

/// Data younger than this is not read again by opening a page, in milliseconds.
const FRESH_MS: f64 = 2_000.0;

/// Data of any type.
pub type Data = Arc<dyn Any + Send + Sync>;

/// A read under way.
pub type Reading = Pin<Box<dyn Future<Output = Result<Data, Failure>>>>;

/// Begins a read.
pub type Read = Rc<dyn Fn(Client, Abort) -> Reading>;

/// How a read stands.
#[derive(Clone, Default, PartialEq)]
pub struct Load {
    /// It is being read.
    pub loading: bool,
    /// The last attempt failed.
    pub failure: Option<Failure>,
    /// When it was last read, milliseconds since 1970.
    pub read_at: Option<f64>,
}

/// What is known of a read.
#[derive(Clone, Default)]
struct State {
    data: Option<Data>,
    load: Load,
    /// The epoch in which the last read began.
    epoch: u32,
}

/// The cache of this page.
#[derive(Clone, Copy)]
pub struct Queries {
    entries: StoredValue<HashMap<String, ArcRwSignal<State>>>,
    epoch: RwSignal<u32>,
    client: Client,
}

impl Queries {
    /// An empty cache.
    pub fn new(client: Client) -> Self {
        Self { entries: StoredValue::new(HashMap::new()), epoch: RwSignal::new(0), client }
    }

    /// Reads again whatever is on screen, and later whatever else was read before.
    pub fn invalidate(self) {
        self.epoch.update(|epoch| *epoch = epoch.wrapping_add(1));
    }

    /// Forgets everything: other keys may see other things.
    pub fn clear(self) {
        self.entries.update_value(HashMap::clear);
    }

    fn entry(self, key: String) -> ArcRwSignal<State> {
        self.entries.try_update_value(|entries| entries.entry(key).or_default().clone()).unwrap_or_default()
    }

    /// Shows the data of `key`, read by `read` now unless it is fresh, again after each write
    /// and whenever asked to. Called off when the calling page goes away.
    fn watch(self, key: String, read: Read) -> (RwSignal<State>, Callback<()>) {
        let state = self.entry(key);
        let running: Rc<RefCell<Option<Abort>>> = Rc::default();
        let refresh: Rc<dyn Fn()> = {
            let (state, running) = (state.clone(), running.clone());
            Rc::new(move || {
                if running.borrow().is_some() {
                    return;
                }
                let (read, state, running) = (read.clone(), state.clone(), running.clone());
                let abort = Abort::new();
                *running.borrow_mut() = Some(abort.clone());
                spawn(async move {
                    // Again if a write ended meanwhile: the answer may be from before it.
                    loop {
                        let epoch = self.epoch.get_untracked();
                        state.update(|state| state.load.loading = true);
                        let result = read(self.client, abort.clone()).await;
                        let newest = epoch == self.epoch.get_untracked() || result.is_err();
                        state.update(|state| state.settle(result, epoch));
                        if newest {
                            break;
                        }
                    }
                    running.borrow_mut().take();
                });
            })
        };
        let first = Cell::new(true);
        effect({
            let (state, refresh) = (state.clone(), refresh.clone());
            move || {
                let epoch = self.epoch.get();
                // What was read before a write is not fresh, however young it is.
                let read_at =
                    state.with_untracked(|state| state.load.read_at.filter(|_| state.epoch == epoch));
                let fresh = read_at.is_some_and(|at| js_sys::Date::now() - at < FRESH_MS);
                if !(first.replace(false) && fresh) {
                    refresh();
                }
            }
        });
        // `on_cleanup` and callbacks want what could change threads; there is one here.
        let stored = StoredValue::new_local((running, refresh));
        on_cleanup(move || {
            stored.try_with_value(|(running, _)| {
                if let Some(abort) = running.borrow_mut().take() {
                    abort.abort();
                }
            });
        });
        let refresh = Callback::new(move |()| {
            // Gone with its page: then there is nothing to refresh.
            stored.try_with_value(|(_, refresh)| refresh());
        });
        (RwSignal::from(state), refresh)
    }
}

impl State {
    fn settle(&mut self, result: Result<Data, Failure>, epoch: u32) {
        self.load.loading = false;
        self.epoch = epoch;
        match result {
            Ok(data) => {
                self.data = Some(data);
                self.load.failure = None;
                self.load.read_at = Some(js_sys::Date::now());
            }
            Err(Failure::Aborted) => {}
            Err(failure) => self.load.failure = Some(failure),
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
    pub fn new(key: String, read: Read) -> Self {
        let (state, refresh) = Console::here().queries.watch(key, read);
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
