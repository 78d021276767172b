//! The browser's history: links are followed without loading the page again.

use databoxframe_ui::url::{QueryChange, UrlState};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

use super::bar::{Arrival, Bar};
use super::base;
use super::location::Location;
use super::places::{LeftPage, LeftPages};
use super::route::Route;
use super::scroll;

/// The router of this page, from the context.
pub fn use_router() -> Router {
    expect_context()
}

/// Location of the page. Copies share it.
#[derive(Clone, Copy, Debug)]
pub struct Router {
    location: RwSignal<Location>,
    route: Memo<Route>,
    arrived: StoredValue<bool>,
    /// Whether leaving the page would lose unsaved input.
    blocked: StoredValue<bool>,
    /// Target of a navigation that waits for a confirmation, because it would lose unsaved input.
    pending: RwSignal<Option<Location>>,
    bar: StoredValue<Bar, LocalStorage>,
    /// The pages that were left.
    places: StoredValue<LeftPages>,
    /// Counts what ends scrolling to a place: another navigation, and whatever a person does.
    turns: StoredValue<u32>,
    /// Whether the parts of the page stand side by side: what is scrolled in one stays so while
    /// another changes.
    side_by_side: StoredValue<bool>,
}

impl Router {
    /// Follows the browser's location and takes over links inside the console.
    pub fn new() -> Self {
        let location = RwSignal::new(current());
        let route = Memo::new(move |_| location.with(Location::route));
        let router = Self {
            location,
            route,
            arrived: StoredValue::new(false),
            blocked: StoredValue::new(false),
            pending: RwSignal::new(None),
            bar: StoredValue::new_local(Bar::new(current().to_string())),
            places: StoredValue::new(LeftPages::default()),
            turns: StoredValue::new(0),
            side_by_side: StoredValue::new(false),
        };
        scroll::take_over();
        let inputs = ["wheel", "touchstart", "pointerdown", "keydown"].map(|event| {
            window_event_listener_untyped(event, move |_| {
                router.turn();
            })
        });
        let back = window_event_listener(ev::popstate, move |_| router.came_back());
        let close = window_event_listener(ev::beforeunload, move |event| {
            // For lack of an entry Back would leave the console, which nobody means.
            let lacks_entry = router.bar.try_with_value(|bar| {
                bar.flush();
                bar.lacks_entry()
            });
            if router.is_blocked() || lacks_entry == Some(true) {
                // The browser asks in words of its own.
                event.prevent_default();
            }
        });
        let hide = window_event_listener_untyped("pagehide", move |_| router.settle());
        // Somebody goes to the address bar, maybe to copy what is in it.
        let leave = window_event_listener(ev::blur, move |_| router.settle());
        let click = window_event_listener(ev::click, move |event| {
            if let Some(ClickedLink { url, is_back }) = inner_link(&event) {
                event.prevent_default();
                router.go_to(&url, is_back);
            }
        });
        on_cleanup(move || {
            back.remove();
            click.remove();
            close.remove();
            hide.remove();
            leave.remove();
            inputs.into_iter().for_each(|input| input.remove());
            router.bar.try_with_value(Bar::end);
        });
        router
    }

    /// Route of the current page, tracked.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// Location of the current page.
    pub fn location(self) -> RwSignal<Location> {
        self.location
    }

    /// The query as state, for the components.
    pub fn url_state(self) -> UrlState {
        let query = Signal::derive(move || self.location.with(|location| location.query.clone()));
        let with = move |changes| self.location.get_untracked().with(changes);
        let change = Callback::new(move |change| match change {
            QueryChange::Set(changes) => self.replace(with(changes)),
            QueryChange::Type(changes) => {
                let location = with(changes);
                self.bar.try_with_value(|bar| bar.type_in(location.to_string()));
                self.show(location);
            }
            QueryChange::Settle => self.settle(),
        });
        UrlState::new(query, change, base::folder())
    }

    /// The address bar follows now.
    fn settle(self) {
        self.bar.try_with_value(Bar::flush);
    }

    /// Goes to a page, as a link does. Asks first if that would lose unsaved input.
    pub fn go(self, target: impl Into<Location>) {
        self.go_to(&target.into().to_string(), false);
    }

    /// `is_back`: to the page as it was left, not to its beginning.
    fn go_to(self, url: &str, is_back: bool) {
        if self.is_blocked() && !self.is_here(url) {
            return self.pending.set(Some(Location::parse(url)));
        }
        let from = self.route.get_untracked().page();
        let is_here = self.is_here(url);
        self.change(url, false);
        if !is_here && !self.is_beside(&from) {
            self.restore(url, is_back);
        } else if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Another page with the query of this one; tracked.
    pub fn with_query(self, page: impl Into<Location>) -> Location {
        self.location.with(|here| here.on(page))
    }

    /// Scrolls a page that was just opened: to where it was left at this URL, or to its beginning.
    fn restore(self, url: &str, is_back: bool) {
        let place = self.places.try_with_value(|places| places.at(url).cloned());
        let place = place.flatten().filter(|_| is_back).unwrap_or_default();
        let turn = self.turn();
        scroll::restore(place, move || turn.is_some() && self.turns.try_get_value() == turn);
    }

    /// Sets whether the parts of this page stand side by side.
    pub fn set_side_by_side(self, is_set: bool) {
        // The page may end after the console did.
        self.side_by_side.try_set_value(is_set);
    }

    /// Whether this page is the one of before, with another part beside what stays.
    fn is_beside(self, from: &Route) -> bool {
        self.side_by_side.get_value() && self.route.get_untracked().page() == *from
    }

    fn turn(self) -> Option<u32> {
        self.turns.try_update_value(|turns| {
            *turns = turns.wrapping_add(1);
            *turns
        })
    }

    /// A page as it was left, with search, filters, order and page; its beginning if it was not opened
    /// yet.
    pub fn left(self, page: &Route) -> Location {
        let left = self.places.try_with_value(|places| places.url(&page.path()).map(Location::parse));
        left.flatten().unwrap_or_else(|| page.into())
    }

    /// Which of these pages was left last.
    pub fn latest<'a>(self, pages: &[&'a Route]) -> Option<&'a Route> {
        self.places.try_with_value(|places| places.latest(pages)).flatten()
    }

    /// Forgets the pages that were left: their URLs may hold what somebody searched for.
    pub fn forget_places(self) {
        self.places.try_update_value(std::mem::take);
    }

    /// Goes to a page without a new entry in the history.
    pub fn replace(self, target: impl Into<Location>) {
        self.change(&target.into().to_string(), true);
    }

    fn change(self, url: &str, replace: bool) {
        let same_page = self.is_here(url);
        self.bar.try_with_value(|bar| {
            if replace {
                bar.replace(url.to_owned());
            } else {
                bar.push(url.to_owned());
            }
            // Only changes while typing, which stay on the page, come too often.
            if !same_page {
                bar.flush();
            }
        });
        self.show(Location::parse(url));
    }

    fn show(self, location: Location) {
        if self.location.with_untracked(|old| old.path() != location.path()) {
            self.arrived.set_value(true);
            let (path, url) = self.location.with_untracked(|old| (old.path().to_owned(), old.to_string()));
            let place = LeftPage { path, url, scroll: scroll::now(), link: scroll::focused_link() };
            self.places.try_update_value(|places| places.leave(place));
        }
        self.location.set(location);
    }

    /// Sets whether leaving the page would lose unsaved input.
    pub fn set_blocked(self, blocked: bool) {
        // The page may end after the console did.
        self.blocked.set_value(blocked);
    }

    /// Target of the navigation that waits for a confirmation, tracked.
    pub fn pending_navigation(self) -> Option<Location> {
        self.pending.get()
    }

    /// Cancels the navigation that waits for a confirmation.
    pub fn cancel_navigation(self) {
        self.pending.set(None);
    }

    fn is_blocked(self) -> bool {
        self.blocked.try_get_value().unwrap_or_default()
    }

    fn is_here(self, url: &str) -> bool {
        self.location.with_untracked(|here| here.path() == Location::parse(url).path())
    }

    /// Handles Back and Forward, which can't be stopped, only undone.
    fn came_back(self) {
        let target = match self.bar.try_with_value(Bar::arrived) {
            Some(Arrival::Returned) => return,
            Some(Arrival::Before(url)) => url,
            Some(Arrival::Entry) | None => current().to_string(),
        };
        if self.is_blocked() && !self.is_here(&target) {
            let here = self.location.with_untracked(ToString::to_string);
            self.change(&here, false);
            self.pending.set(Some(Location::parse(&target)));
        } else {
            let (is_here, from) = (self.is_here(&target), self.route.get_untracked().page());
            self.show(Location::parse(&target));
            if !is_here && !self.is_beside(&from) {
                self.restore(&target, true);
            }
        }
    }

    /// Whether the page has changed since the last call.
    pub fn arrived(self) -> bool {
        self.arrived.try_update_value(std::mem::take).unwrap_or_default()
    }
}

impl Default for Router {
    fn default() -> Self {
        Self::new()
    }
}

pub(super) fn current() -> Location {
    let location = document().location();
    let part = |get: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| get(location).ok()).unwrap_or_default()
    };
    let path = part(web_sys::Location::pathname);
    let inner = base::strip(&path, &base::folder()).unwrap_or(&path);
    Location::parse(&format!("{inner}{}", part(web_sys::Location::search)))
}

/// Where a link leads that was clicked.
pub struct ClickedLink {
    /// A URL of the console.
    pub url: String,
    /// To the page as it was left.
    pub is_back: bool,
}

/// The target of a plain click on a link into the console. The browser handles all other clicks.
pub fn inner_link(event: &web_sys::MouseEvent) -> Option<ClickedLink> {
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
        // A fragment of this page. The browser would resolve it against `<base>`.
        event.prevent_default();
        // Without it the page is still usable.
        let _ = document().location()?.set_hash(&href);
        return None;
    }
    if link.has_attribute("target") {
        return None;
    }
    // Only paths of the console: other hosts, and what else lies on this one, are the browser's.
    let url = base::strip(&href, &base::folder())?.to_owned();
    Some(ClickedLink { url, is_back: link.has_attribute("data-back") })
}
