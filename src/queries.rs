//! Cached reads: a page names what it needs and gets a signal of it.
//!
//! An answer stays in memory while the page is open, so that going back shows it at once
//! while it is read again. A failed refresh keeps the older data. After a write everything
//! on screen is read again.

use std::any::Any;
use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::gateway::{Abort, Client, Failure};

/// Data younger than this is not read again by opening a page, in milliseconds.
const FRESH_MS: f64 = 2_000.0;

/// What is known of a read.
#[derive(Debug)]
pub struct State<T> {
    /// The newest data.
    pub data: Option<Arc<T>>,
    /// Why the last attempt failed, if it did.
    pub failure: Option<Failure>,
    /// Whether it is being read.
    pub loading: bool,
    /// When it was last read, milliseconds since 1970.
    pub read_at: Option<f64>,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        Self {
            data: self.data.clone(),
            failure: self.failure.clone(),
            loading: self.loading,
            read_at: self.read_at,
        }
    }
}

impl<T> Default for State<T> {
    fn default() -> Self {
        Self { data: None, failure: None, loading: false, read_at: None }
    }
}

/// A read under way.
pub type Reading<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

type Entries = HashMap<String, Arc<dyn Any + Send + Sync>>;

/// The cache of this page.
#[derive(Clone, Copy)]
pub struct Queries {
    entries: StoredValue<Entries>,
    epoch: RwSignal<u32>,
    client: Client,
}

impl Queries {
    /// An empty cache.
    pub fn provide(client: Client) -> Self {
        let queries = Self { entries: StoredValue::new(Entries::new()), epoch: RwSignal::new(0), client };
        provide_context(queries);
        queries
    }

    /// Reads again whatever is on screen, and later whatever else was read before.
    pub fn invalidate(self) {
        self.epoch.update(|epoch| *epoch = epoch.wrapping_add(1));
    }

    /// Forgets everything: other keys may see other things.
    pub fn clear(self) {
        self.entries.update_value(HashMap::clear);
    }

    fn entry<T: Send + Sync + 'static>(self, key: String) -> ArcRwSignal<State<T>> {
        self.entries
            .try_update_value(|entries| {
                let known = entries
                    .get(&key)
                    .and_then(|entry| entry.downcast_ref::<ArcRwSignal<State<T>>>())
                    .cloned();
                known.unwrap_or_else(|| {
                    let entry = ArcRwSignal::new(State::default());
                    entries.insert(key, Arc::new(entry.clone()));
                    entry
                })
            })
            .unwrap_or_else(|| ArcRwSignal::new(State::default()))
    }
}

/// A read that a page shows.
pub struct Query<T: 'static> {
    /// What is known.
    pub state: ArcRwSignal<State<T>>,
    /// Reads it again.
    pub refresh: Rc<dyn Fn()>,
}

impl<T: 'static> Clone for Query<T> {
    fn clone(&self) -> Self {
        Self { state: self.state.clone(), refresh: self.refresh.clone() }
    }
}

/// Shows the data of `key`, read by `read` now unless it is fresh, again after each write
/// and whenever asked to. Called off when the calling page goes away.
pub fn query<T: Send + Sync + 'static>(
    key: String,
    read: impl Fn(Client, Abort) -> Reading<T> + 'static,
) -> Query<T> {
    let queries = expect_context::<Queries>();
    let state = queries.entry::<T>(key);
    let running: Rc<std::cell::RefCell<Option<Abort>>> = Rc::default();
    let refresh: Rc<dyn Fn()> = {
        let (state, running) = (state.clone(), running.clone());
        Rc::new(move || {
            if running.borrow().is_some() {
                return;
            }
            let abort = Abort::new();
            *running.borrow_mut() = Some(abort.clone());
            state.update(|state| state.loading = true);
            let reading = read(queries.client, abort);
            let (state, running) = (state.clone(), running.clone());
            spawn_local(async move {
                let result = reading.await;
                running.borrow_mut().take();
                state.update(|state| settle(state, result));
            });
        })
    };
    let first = std::cell::Cell::new(true);
    Effect::new({
        let (state, refresh) = (state.clone(), refresh.clone());
        move |_| {
            queries.epoch.track();
            let age = state.with_untracked(|state| state.read_at).map(|at| js_sys::Date::now() - at);
            if !(first.replace(false) && age.is_some_and(|age| age < FRESH_MS)) {
                refresh();
            }
        }
    });
    let running = send_wrapper_cleanup(running);
    on_cleanup(running);
    Query { state, refresh }
}

/// `on_cleanup` wants a `Send` closure; there is one thread here.
fn send_wrapper_cleanup(running: Rc<std::cell::RefCell<Option<Abort>>>) -> impl FnOnce() + Send + Sync {
    let stored = StoredValue::new_local(running);
    move || {
        stored.try_with_value(|running| {
            if let Some(abort) = running.borrow_mut().take() {
                abort.abort();
            }
        });
    }
}

fn settle<T>(state: &mut State<T>, result: Result<T, Failure>) {
    state.loading = false;
    match result {
        Ok(data) => {
            state.data = Some(Arc::new(data));
            state.failure = None;
            state.read_at = Some(js_sys::Date::now());
        }
        Err(Failure::Aborted) => {}
        Err(failure) => state.failure = Some(failure),
    }
}
