//! The browser's history: links are followed without loading the page again.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

use super::address::Address;
use super::route::Route;

/// The address of the page, and the way to change it.
#[derive(Clone, Copy, Debug)]
pub struct Router {
    address: RwSignal<Address>,
    route: Memo<Route>,
    arrived: StoredValue<bool>,
}

impl Router {
    /// Follows the browser's address and takes over links inside the console.
    pub fn new() -> Self {
        let address = RwSignal::new(current());
        let route = Memo::new(move |_| address.with(|address| Route::parse(&address.path)));
        let router = Self { address, route, arrived: StoredValue::new(false) };
        let back = window_event_listener(ev::popstate, move |_| router.show(current()));
        let click = window_event_listener(ev::click, move |event| {
            if let Some(target) = inner_link(&event) {
                event.prevent_default();
                router.go(&target);
            }
        });
        on_cleanup(move || {
            back.remove();
            click.remove();
        });
        router
    }

    /// The page that is shown, tracked.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The address, tracked.
    pub fn address(self) -> ReadSignal<Address> {
        self.address.read_only()
    }

    /// Goes to an address of the console, as by a link.
    pub fn go(self, address: &str) {
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
        let history = web_sys::window().and_then(|window| window.history().ok());
        if let Some(history) = history {
            // A browser that refuses (too many changes in a second) still shows the page.
            let _ = if replace {
                history.replace_state_with_url(&JsValue::NULL, "", Some(address))
            } else {
                history.push_state_with_url(&JsValue::NULL, "", Some(address))
            };
        }
        self.show(Address::parse(address));
    }

    fn show(self, address: Address) {
        if self.address.with_untracked(|old| old.path != address.path) {
            self.arrived.set_value(true);
        }
        self.address.set(address);
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

fn current() -> Address {
    let location = document().location();
    let part = |get: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| get(location).ok()).unwrap_or_default()
    };
    Address::parse(&format!("{}{}", part(web_sys::Location::pathname), part(web_sys::Location::search)))
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
    // Only paths: `#content` and other hosts are the browser's.
    (href.starts_with('/') && !href.starts_with("//") && !link.has_attribute("target")).then_some(href)
}
