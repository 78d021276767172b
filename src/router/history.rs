//! The browser's history: links are followed without loading the page again.

use databoxframe_ui::url::UrlState;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

use super::address::Address;
use super::bar::{Arrival, Bar};
use super::base;
use super::route::Route;

/// The router of this page, from the context.
pub fn use_router() -> Router {
    expect_context()
}

/// The address of the page, and the way to change it.
#[derive(Clone, Copy, Debug)]
pub struct Router {
    address: RwSignal<Address>,
    route: Memo<Route>,
    arrived: StoredValue<bool>,
    /// Whether leaving the page would lose what was typed.
    held: StoredValue<bool>,
    /// Where a person wants to go who would lose it.
    wanted: RwSignal<Option<String>>,
    /// Follows what is shown.
    bar: leptos::prelude::StoredValue<Bar, LocalStorage>,
}

impl Router {
    /// Follows the browser's address and takes over links inside the console.
    pub fn new() -> Self {
        let address = RwSignal::new(current());
        let route = Memo::new(move |_| address.with(|address| Route::parse(&address.path)));
        let router = Self {
            address,
            route,
            arrived: StoredValue::new(false),
            held: StoredValue::new(false),
            wanted: RwSignal::new(None),
            bar: leptos::prelude::StoredValue::new_local(Bar::new(current().to_string())),
        };
        let back = window_event_listener(ev::popstate, move |_| router.came_back());
        let close = window_event_listener(ev::beforeunload, move |event| {
            // Where Back would leave the console for lack of an entry, that is not what is meant.
            let lacks_entry = router.bar.try_with_value(|bar| {
                bar.flush();
                bar.lacks_entry()
            });
            if router.is_held() || lacks_entry == Some(true) {
                // The browser asks in words of its own.
                event.prevent_default();
            }
        });
        let hide = window_event_listener_untyped("pagehide", move |_| {
            router.bar.try_with_value(Bar::flush);
        });
        let click = window_event_listener(ev::click, move |event| {
            if let Some(target) = inner_link(&event) {
                event.prevent_default();
                router.go(&target);
            }
        });
        on_cleanup(move || {
            back.remove();
            click.remove();
            close.remove();
            hide.remove();
            router.bar.try_with_value(Bar::end);
        });
        router
    }

    /// The page that is shown, tracked.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The address, tracked.
    pub fn address(self) -> RwSignal<Address> {
        self.address
    }

    /// The query as state, for the components.
    pub fn url_state(self) -> UrlState {
        let query = Signal::derive(move || self.address.with(|address| address.query.clone()));
        let change = Callback::new(move |changes| {
            let address = self.address.get_untracked().with(changes);
            self.replace(&address.to_string());
        });
        UrlState::new(query, change, base::href)
    }

    /// Goes to an address of the console, as by a link; asks first if that would lose what
    /// was typed.
    pub fn go(self, address: &str) {
        if self.is_held() && !self.is_here(address) {
            return self.wanted.set(Some(address.to_owned()));
        }
        self.change(address, false);
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Changes the address without a step in the history.
    pub fn replace(self, address: &str) {
        self.change(address, true);
    }

    fn change(self, address: &str, replace: bool) {
        let same_page = self.is_here(address);
        self.bar.try_with_value(|bar| {
            if replace {
                bar.replace(address.to_owned());
            } else {
                bar.push(address.to_owned());
            }
            // Only what is typed into a page comes too often.
            if !same_page {
                bar.flush();
            }
        });
        self.show(Address::parse(address));
    }

    fn show(self, address: Address) {
        if self.address.with_untracked(|old| old.path != address.path) {
            self.arrived.set_value(true);
        }
        self.address.set(address);
    }

    /// From now on, whether leaving the page would lose what was typed.
    pub fn hold(self, held: bool) {
        // The page may end after the console did.
        self.held.set_value(held);
    }

    /// Where a person wants to go who would lose what was typed, if so; tracked.
    pub fn wanted(self) -> Option<String> {
        self.wanted.get()
    }

    /// Stays.
    pub fn stay(self) {
        self.wanted.set(None);
    }

    fn is_held(self) -> bool {
        self.held.try_get_value().unwrap_or_default()
    }

    fn is_here(self, address: &str) -> bool {
        self.address.with_untracked(|here| here.path == Address::parse(address).path)
    }

    /// The browser went back or forth. That can't be stopped, only undone.
    fn came_back(self) {
        let target = match self.bar.try_with_value(Bar::arrived) {
            Some(Arrival::Returned) => return,
            Some(Arrival::Before(address)) => address,
            Some(Arrival::Entry) | None => current().to_string(),
        };
        if self.is_held() && !self.is_here(&target) {
            let here = self.address.with_untracked(ToString::to_string);
            self.change(&here, false);
            self.wanted.set(Some(target));
        } else {
            self.show(Address::parse(&target));
        }
    }

    /// Whether a page was just arrived at; true once for each arrival.
    pub fn arrived(self) -> bool {
        self.arrived.try_update_value(std::mem::take).unwrap_or_default()
    }
}

impl Default for Router {
    fn default() -> Self {
        Self::new()
    }
}

pub(super) fn current() -> Address {
    let location = document().location();
    let part = |get: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| get(location).ok()).unwrap_or_default()
    };
    let path = part(web_sys::Location::pathname);
    let inner = base::strip(&path, &base::folder()).unwrap_or(&path);
    Address::parse(&format!("{inner}{}", part(web_sys::Location::search)))
}

/// The address of a plain click on a link into the console; every other click is the browser's.
fn inner_link(event: &web_sys::MouseEvent) -> Option<String> {
    if event.default_prevented()
        || event.button() != 0
        || event.meta_key()
        || event.ctrl_key()
        || event.shift_key()
        || event.alt_key()
    {
        return None;
    }
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    let link = element.closest("a[href]").ok()??;
    let href = link.get_attribute("href")?;
    if href.starts_with('#') {
        // A place on this page. The browser would look for it on the page of `<base>`.
        event.prevent_default();
        // Without it the page is still usable.
        let _ = document().location()?.set_hash(&href);
        return None;
    }
    if link.has_attribute("target") {
        return None;
    }
    // Only paths of the console: other hosts, and what else lies on this one, are the browser's.
    base::strip(&href, &base::folder()).map(ToOwned::to_owned)
}
