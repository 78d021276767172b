//! The open palette: a field, and the list of what it finds. The focus stays in the field; the list
//! has an active option.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::entry::{Entry, Group};
use super::matching::Needle;
use super::resources::KnownResources;
use super::results::results;
use super::{Palette, entries, run, with_typed};
use crate::components::{Button, ButtonVariant, Dialog, Icon};
use crate::console::Console;
use crate::locale::texts;
use crate::untrusted::line;

/// How far PageUp and PageDown go.
const PAGE: usize = 8;
/// The code of a key press that a composition took.
const OF_COMPOSITION: u32 = 229;
/// The `id` of the list.
const LIST: &str = "palette-list";

/// The entries that are shown, below their headings.
type Found = Vec<(Group, Vec<Entry>)>;

/// State of the open palette.
#[derive(Clone, Copy)]
struct Open {
    palette: Palette,
    console: Console,
    typed: RwSignal<String>,
    found: Memo<Arc<Found>>,
    /// Place of the active option among those shown.
    active: RwSignal<usize>,
}

impl Open {
    fn new(palette: Palette) -> Self {
        let console = Console::expect();
        let typed = RwSignal::new(String::new());
        let text = Memo::new(move |_| typed.with(|typed| typed.trim().to_owned()));
        let is_search = Memo::new(move |_| text.with(|text| !text.is_empty()));
        // Made once for all keys: there may be thousands of requests.
        let all = Memo::new_with_compare(
            move |_: Option<&Arc<[Entry]>>| -> Arc<[Entry]> {
                entries(palette, console, is_search.get()).into()
            },
            |_, _| true,
        );
        let found = Memo::new_with_compare(
            move |_: Option<&Arc<Found>>| {
                let text = text.get();
                let known = KnownResources { queries: console.queries, t: texts() };
                let typed = if text.is_empty() { Vec::new() } else { known.typed(&text) };
                Arc::new(all.with(|all| find(&Needle::new(&text), &with_typed(&typed, all))))
            },
            |_, _| true,
        );
        Self { palette, console, typed, found, active: RwSignal::new(0) }
    }

    /// The number of options; tracked.
    fn count(self) -> usize {
        self.found.with(|found| found.iter().map(|(_, entries)| entries.len()).sum())
    }

    fn close(self) {
        self.palette.is_open.set(false);
    }

    /// Does what the option at a place is for.
    fn choose(self, place: usize) {
        let act = self.found.with_untracked(|found| {
            let entry = found.iter().flat_map(|(_, entries)| entries).nth(place)?;
            Some(entry.act.clone())
        });
        if let Some(act) = act {
            self.close();
            run(act, self.console);
        }
    }

    /// The pointer moves the choice: one option stands out, not two.
    fn point(self, place: usize) {
        if self.active.get_untracked() != place {
            self.active.set(place);
        }
    }

    fn activate(self, place: usize) {
        self.active.set(place);
        // The list may be longer than its place.
        request_animation_frame(move || {
            let Some(option) = document().get_element_by_id(&option_id(place)) else { return };
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        });
    }

    fn key(self, event: &ev::KeyboardEvent) {
        // Enter ends a composition, arrows move in it.
        if event.is_composing() || event.key_code() == OF_COMPOSITION {
            return;
        }
        let (at, count) = (self.active.get_untracked(), untrack(|| self.count()));
        let last = count.saturating_sub(1);
        let place = match event.key().as_str() {
            "ArrowDown" => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
            "ArrowUp" => at.checked_sub(1).unwrap_or(last),
            "Home" => 0,
            "End" => last,
            "PageDown" => (at + PAGE).min(last),
            "PageUp" => at.saturating_sub(PAGE),
            "Enter" => {
                event.prevent_default();
                return self.choose(at);
            }
            _ => return,
        };
        event.prevent_default();
        self.activate(place);
    }
}

fn option_id(place: usize) -> String {
    format!("palette-option-{place}")
}

/// The dialog.
pub fn dialog(palette: Palette) -> AnyView {
    let t = texts();
    let open = Open::new(palette);
    // A lock closes it too.
    on_cleanup(move || {
        palette.is_open.try_set(false);
    });
    let close = Callback::new(move |()| open.close());
    let typed = move |event: ev::Event| {
        open.active.set(0);
        open.typed.set(event_target_value(&event));
    };
    let active = move || (open.count() > 0).then(|| option_id(open.active.get()));
    let count = Memo::new(move |_| open.count());
    view! {
        <Dialog title=t.palette.title on_cancel=close light=true>
            <div class="palette">
                <div class="palette-head">
                    {Icon::Search.view()}
                    <input
                        type="text"
                        role="combobox"
                        aria-label=t.palette.input
                        placeholder=t.palette.input
                        aria-expanded="true"
                        aria-autocomplete="list"
                        aria-controls=LIST
                        aria-activedescendant=active
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        enterkeyhint="go"
                        on:input=typed
                        on:keydown=move |event| open.key(&event)
                    />
                    <Button label=t.close icon=Icon::Close variant=ButtonVariant::Plain on_press=close />
                </div>
                <p class="visually-hidden" role="status">{move || (t.palette.results)(count.get())}</p>
                <div
                    id=LIST
                    class="palette-list"
                    role="listbox"
                    aria-label=t.palette.list
                    // The focus stays in the field.
                    on:mousedown=move |event| event.prevent_default()
                >
                    {move || open.found.with(|found| sections(open, found))}
                </div>
                <p class="hint palette-hint" aria-hidden="true">{t.palette.keys}</p>
            </div>
        </Dialog>
    }
    .into_any()
}

/// The entries of the results.
fn find(needle: &Needle, entries: &[&Entry]) -> Found {
    let entry = |index: usize| entries.get(index).map(|entry| (*entry).clone());
    results(needle, entries)
        .into_iter()
        .map(|(group, indexes)| (group, indexes.into_iter().filter_map(entry).collect()))
        .collect()
}

fn sections(open: Open, found: &Found) -> Vec<AnyView> {
    let t = texts();
    let mut places = 0..;
    let section = |(group, entries): &(Group, Vec<Entry>)| {
        let id = format!("palette-group-{group:?}");
        let options: Vec<AnyView> =
            entries.iter().filter_map(|entry| Some(option(open, places.next()?, entry))).collect();
        view! {
            <div role="group" aria-labelledby=id.clone()>
                <p class="palette-group" id=id.clone() role="presentation">{group.title()(t)}</p>
                {options}
            </div>
        }
        .into_any()
    };
    found.iter().map(section).collect()
}

fn option(open: Open, place: usize, entry: &Entry) -> AnyView {
    let detail = |(index, detail): (usize, &String)| {
        let dot = if index > 0 { " · " } else { "" };
        view! { {dot} {line(detail)} }.into_any()
    };
    let details: Vec<AnyView> = entry.details.iter().enumerate().map(detail).collect();
    let selected = move || (open.active.get() == place).to_string();
    view! {
        <div
            role="option"
            id=option_id(place)
            class="palette-option"
            aria-selected=selected
            // Not when the list moves under a pointer that rests.
            on:mousemove=move |_event| open.point(place)
            on:click=move |_event| open.choose(place)
        >
            {entry.icon().view()}
            <span class="palette-words">
                <span class="palette-title">{line(&entry.title)}</span>
                " "
                <span class="palette-details">{details}</span>
            </span>
        </div>
    }
    .into_any()
}
