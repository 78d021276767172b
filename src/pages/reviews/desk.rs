//! `/reviews` and the requests below it: the list, and one request beside it or, where there is no
//! room, in its place. The list stays while requests change: it is neither read nor made again.

use databoxframe::Id;
use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::hint::hint;
use super::order::{self, Entry, Rows as _};
use super::review::RequestPane;
use super::review_list::ReviewList;
use super::scroll::scroll_to;
use super::wide::is_wide;
use crate::components::{Ordered, RowOrder, SelectableLink};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::queries;
use crate::router::{ClickedLink, Location, Route, Router, href, inner_link};
use crate::shortcuts::{Key, Shortcut};
use crate::untrusted::line;

/// The links of the rows.
const ROW_LINKS: &str = "tbody th a[href]";

/// Numbers of a frame, a box and a request.
pub type Ids = (Id, Id, Id);

/// The desk: which request is shown, and the way to others.
#[derive(Clone, Copy)]
pub struct Desk {
    console: Console,
    t: &'static Texts,
    order: RwSignal<Option<Ordered>>,
    /// The request that is shown.
    chosen: Memo<Option<Ids>>,
    /// Whether list and request stand side by side.
    pub is_split: Memo<bool>,
    /// Where the request that is shown stands in the list, or stood last.
    place: StoredValue<usize>,
    list: NodeRef<html::Section>,
    /// What became of the last decision, for screen readers.
    said: RwSignal<String>,
    /// Whether it was the last request that waited.
    is_end: RwSignal<bool>,
}

impl Desk {
    fn new() -> Self {
        let console = Console::expect();
        let chosen = Memo::new(move |_| match console.router.route() {
            Route::Review(frame_no, box_no, export_apply_id) => Some((frame_no, box_no, export_apply_id)),
            _ => None,
        });
        let wide = is_wide();
        Self {
            console,
            t: texts(),
            order: RwSignal::new(None),
            chosen,
            is_split: Memo::new(move |_| wide.get() && console.preferences.side_by_side.get()),
            place: StoredValue::new(0),
            list: NodeRef::new(),
            said: RwSignal::new(String::new()),
            is_end: RwSignal::new(false),
        }
    }

    fn router(self) -> Router {
        self.console.router
    }

    /// Whether the list has rows, so that there are others to go to; tracked.
    pub fn has_rows(self) -> bool {
        self.order.with(|order| order.as_ref().is_some_and(|order| !order.is_empty()))
    }

    /// Whether a request is shown; tracked.
    pub fn is_chosen(self) -> bool {
        self.chosen.with(Option::is_some)
    }

    /// The path of the request that is shown; tracked.
    fn path(self) -> Option<String> {
        let route = |(frame_no, box_no, id)| Route::Review(frame_no, box_no, id);
        self.chosen.get().map(route).as_ref().map(Route::path)
    }

    /// The request that waits after the one that is shown; tracked.
    fn next_waiting(self) -> Option<(usize, Entry)> {
        let path = self.path();
        self.order.with(|order| {
            let (order, path) = (order.as_ref()?, path.as_deref().unwrap_or_default());
            let last = self.place.get_value();
            let here = order::near(order, path, last);
            if let Some(here) = here {
                self.place.set_value(here);
            }
            // One that left the list left its place to the next.
            order::next_waiting(order, path, here.map_or(last, |here| here + 1))
        })
    }

    /// Opens a request of the list. The list turns to its page.
    fn open(self, index: usize, path: &str) {
        let page = self.order.with_untracked(|order| order.as_ref().map_or(1, |order| order.page(index)));
        let mut location = self.router().location().get_untracked();
        let shown = location.get("page").parse::<usize>().unwrap_or(1);
        if page != shown {
            let page = if page == 1 { String::new() } else { page.to_string() };
            location = location.with(vec![("page".to_owned(), page)]);
        }
        self.place.set_value(index);
        self.router().go(location.on(Location::parse(path)));
    }

    /// Opens the neighbour of the request that is shown, or the first one.
    pub fn step(self, by: isize) {
        let path = untrack(|| self.path());
        let found = self.order.with_untracked(|order| {
            let order = order.as_ref()?;
            let index = match path {
                Some(path) => match order::place(order, &path, self.place.get_value()) {
                    Some(here) => here.checked_add_signed(by)?,
                    // What took its place.
                    None => self.place.get_value().saturating_add_signed(by.min(0)),
                },
                None => 0,
            };
            Some((index, order.entry(index)?))
        });
        match found {
            _ if !untrack(|| self.is_chosen() || self.is_split.get()) => self.focus_row(by),
            Some((index, entry)) => self.open(index, &entry.path),
            None => {}
        }
    }

    /// Opens the first request that waits.
    pub fn start(self) {
        let first = self.order.with_untracked(|order| order::next_waiting(order.as_ref()?, "", 0));
        if let Some((index, entry)) = first {
            self.open(index, &entry.path);
        }
    }

    /// Goes on after a decision.
    pub fn decided(self) {
        let t = self.t;
        match untrack(|| self.next_waiting()) {
            Some((index, entry)) => {
                self.is_end.set(false);
                self.said.set((t.desk.next_is)(&line(&entry.file).words(t)));
                self.open(index, &entry.path);
            }
            // Without a list nobody knows what waits.
            None if untrack(|| self.has_rows()) => {
                self.is_end.set(true);
                self.said.set(t.desk.no_more.to_owned());
            }
            None => {}
        }
    }

    /// The row to select: the one with the focus, or the one that is shown.
    fn current(self) -> Option<Entry> {
        let focused = document().active_element().and_then(|active| {
            let row = active.closest("tr").ok().flatten()?;
            row.query_selector("th a[href]").ok().flatten()?.get_attribute("href")
        });
        let path = focused.or_else(|| untrack(|| self.path()).map(|path| href(&path)))?;
        self.order.with_untracked(|order| {
            let order = order.as_ref()?;
            let is_it = |entry: &Entry| href(&entry.path) == path;
            let entry = |index| order.entry(index);
            let known = entry(self.place.get_value()).filter(is_it);
            known.or_else(|| (0..order.len()).filter_map(entry).find(is_it))
        })
    }

    /// Selects the current request, or not any more.
    pub fn tick(self) {
        if let Some(pick) = self.current().and_then(|entry| entry.pick) {
            (pick.toggle)();
        }
    }

    /// The selection of the request that is shown, if it waits for review; tracked.
    pub fn pick(self) -> Option<SelectableLink> {
        let path = self.path()?;
        self.order.with(|order| {
            let order = order.as_ref()?;
            let here = order::near(order, &path, self.place.get_value())?;
            order.entry(here)?.pick
        })
    }

    /// The links of the rows on screen.
    fn links(self) -> Vec<HtmlElement> {
        // The page may be gone by the next frame.
        let list = self.list.try_get_untracked().flatten();
        let found = list.and_then(|list| list.query_selector_all(ROW_LINKS).ok());
        let Some(found) = found else { return Vec::new() };
        (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
    }

    /// Moves the focus to the neighbour of the row that has it, or to the first one.
    fn focus_row(self, by: isize) {
        let links = self.links();
        let row = document().active_element().and_then(|active| active.closest("tr").ok().flatten());
        let here = links.iter().position(|link| row.as_ref().is_some_and(|row| row.contains(Some(link))));
        let target = here.map_or(Some(0), |here| here.checked_add_signed(by));
        if let Some(link) = target.and_then(|target| links.get(target)) {
            // Without focus the list is still usable.
            let _ = link.focus();
        }
    }

    /// The search of the list gets the focus.
    fn focus_search(self) {
        let list = self.list.get_untracked();
        let search = list.and_then(|list| list.query_selector("input[type=search]").ok().flatten());
        if let Some(search) = search.and_then(|search| search.dyn_into::<HtmlElement>().ok()) {
            let _ = search.focus();
        }
    }

    /// Marks the row of the request that is shown. `left`: the path of the one that was left for the
    /// list, which gets the focus.
    fn mark(self, path: Option<String>, left: Option<String>) {
        request_animation_frame(move || {
            let is = |link: &HtmlElement, path: &Option<String>| {
                path.as_ref().is_some_and(|path| link.get_attribute("href").as_deref() == Some(path))
            };
            for link in self.links() {
                if is(&link, &path) {
                    let _ = link.set_attribute("aria-current", "true");
                    if let Some(list) = self.list.try_get_untracked().flatten() {
                        scroll_to(&list, &link);
                    }
                } else {
                    let _ = link.remove_attribute("aria-current");
                }
                if is(&link, &left) {
                    let _ = link.focus();
                }
            }
        });
    }
}

/// Keeps the row of the request that is shown marked, and leads back to it.
fn follow(desk: Desk) {
    Effect::new(move |before: Option<Option<String>>| {
        let path = desk.path().map(|path| href(&path));
        desk.order.track();
        desk.router().location().track();
        let left = before.flatten().filter(|_| path.is_none());
        desk.mark(path.clone(), left);
        path
    });
}

/// Reads the request that waits next, as soon as the one before is there.
fn read_ahead(desk: Desk) {
    let cache = desk.console.queries;
    let next = Memo::new(move |_| {
        let (frame_no, box_no, id) = desk.chosen.get()?;
        let is_shown = queries::is_review_cached(cache, frame_no, box_no, id);
        let (_, entry) = desk.next_waiting().filter(|_| is_shown)?;
        Some(Route::parse(&entry.path))
    });
    Effect::new(move |_| {
        if let Some(Route::Review(frame_no, box_no, id)) = next.get() {
            queries::prefetch_review(cache, frame_no, box_no, id);
        }
    });
}

/// The shortcuts that move in the list.
fn register(desk: Desk) {
    let key = |letter, text, press: Callback<()>| Shortcut { key: Key::Letter(letter), text, press };
    desk.console.shortcuts.register([
        key('j', |t| t.shortcuts.next, Callback::new(move |()| desk.step(1))),
        key('k', |t| t.shortcuts.previous, Callback::new(move |()| desk.step(-1))),
        Shortcut { key: Key::Arrows, text: |t| t.shortcuts.arrows, press: Callback::new(|()| {}) },
        key('x', |t| t.shortcuts.tick, Callback::new(move |()| desk.tick())),
        Shortcut {
            key: Key::Slash,
            text: |t| t.shortcuts.search,
            press: Callback::new(move |()| desk.focus_search()),
        },
    ]);
}

/// Whether the list is there: who came by a link to one request reads it when it is seen. Tracked.
fn has_list(desk: Desk) -> Memo<bool> {
    let has_list = Memo::new(move |before: Option<&bool>| {
        before.copied().unwrap_or_default() || desk.is_split.get() || !desk.is_chosen()
    });
    // The list reads the frames, whose names both show.
    Effect::new(move |_| {
        if !has_list.get() {
            queries::frames();
        }
    });
    has_list
}

/// Follows a link to a request. Filters, order and page stay.
fn follow_link(desk: Desk, event: &ev::MouseEvent) {
    let Some(ClickedLink { url, .. }) = inner_link(event) else { return };
    let target = Location::parse(&url);
    if matches!(target.route(), Route::Review(..)) {
        event.prevent_default();
        desk.router().go(untrack(|| desk.router().with_query(target)));
    }
}

/// Moves the focus from row to row with the arrows.
fn arrow_key(desk: Desk, event: &ev::KeyboardEvent) {
    let by = match event.key().as_str() {
        _ if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() => return,
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if target.is_some_and(|target| target.closest("tbody").ok().flatten().is_some()) {
        event.prevent_default();
        desk.focus_row(by);
    }
}

/// The list; hidden while a request stands in its place.
fn list(desk: Desk) -> AnyView {
    let is_hidden = move || desk.is_chosen() && !desk.is_split.get();
    view! {
        <section
            class="desk-list"
            hidden=is_hidden
            node_ref=desk.list
            on:keydown=move |event| arrow_key(desk, &event)
        >
            <ReviewList desk=desk />
        </section>
    }
    .into_any()
}

/// The request that is chosen, below what became of the last decision.
fn request(desk: Desk) -> AnyView {
    let t = desk.t;
    let request = move || match desk.chosen.get() {
        Some(ids) => view! { <RequestPane ids=ids desk=desk /> }.into_any(),
        None => hint(desk, t),
    };
    view! {
        <section class="desk-request" aria-label=t.desk.request>
            <p class="hint" class:visually-hidden=move || !desk.is_end.get() role="status">
                {desk.said}
            </p>
            {request}
        </section>
    }
    .into_any()
}

/// The desk.
#[component]
pub fn ReviewDesk() -> impl IntoView {
    let desk = Desk::new();
    provide_context(RowOrder(desk.order));
    follow(desk);
    read_ahead(desk);
    register(desk);
    Effect::new(move |_| desk.router().set_side_by_side(desk.is_split.get()));
    on_cleanup(move || desk.router().set_side_by_side(false));
    let has_list = has_list(desk);
    let has_request = Memo::new(move |_| desk.is_chosen() || desk.is_split.get());
    view! {
        <div class="desk" class:desk-split=desk.is_split on:click=move |event| follow_link(desk, &event)>
            <Show when=move || has_list.get()>{list(desk)}</Show>
            <Show when=move || has_request.get()>{request(desk)}</Show>
        </div>
    }
}
