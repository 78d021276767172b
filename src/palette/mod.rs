//! The command palette (Ctrl+K): pages, frames, data boxes and requests by name or number, and
//! commands.

mod entry;
mod hangul;
mod matching;
mod resources;
mod results;
mod view;

use std::collections::HashSet;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::components::{Icon, PageActions};
use crate::console::Console;
use crate::locale::{Locale, Text, Texts, current, texts};
use crate::navigation::NAVIGATION;
use crate::preferences::Theme;
use crate::router::{Route, Router, use_router};
use entry::{Act, Entry, Group};
use resources::KnownResources;

/// Most recent destinations that are kept.
const MAX_RECENT: usize = 6;

/// The palette of this page, from the context.
#[derive(Clone, Copy)]
pub struct Palette {
    is_open: RwSignal<bool>,
    /// Pages that were open, the newest first.
    recent: RwSignal<Vec<Route>>,
    actions: PageActions,
    router: Router,
}

impl Palette {
    /// Provides the palette, and remembers where somebody was, until the keys are forgotten.
    pub fn provide() {
        let router = use_router();
        let (is_open, recent) = (RwSignal::new(false), RwSignal::default());
        let palette = Self { is_open, recent, actions: PageActions::default(), router };
        provide_context(palette);
        provide_context(palette.actions);
        let Console { session, .. } = Console::expect();
        // The user is remembered across a lock: the same one finds the pages again, another does not.
        Effect::new(move |user: Option<Option<String>>| {
            let (route, before) = (router.route().without_tab(), user.flatten());
            let Some(connection) = session.get() else {
                if session.is_locked() {
                    return before;
                }
                palette.recent.set(Vec::new());
                return None;
            };
            let user = format!("{} {}", connection.gateway, connection.credentials.access_key());
            palette.recent.update(|recent| {
                if before.is_some_and(|before| before != user) {
                    recent.clear();
                }
                if !matches!(route, Route::Connect | Route::NotFound) {
                    recent.retain(|other| *other != route);
                    recent.insert(0, route);
                    recent.truncate(MAX_RECENT);
                }
            });
            Some(user)
        });
    }

    /// Opens it, but never over a dialog, such as a confirmation, nor on the Connect page. Returns
    /// whether it did.
    fn open(self) -> bool {
        let is_covered = document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some());
        let is_connect = untrack(|| self.router.route()) == Route::Connect;
        let may_open = !is_covered && !is_connect;
        if may_open {
            self.is_open.set(true);
        }
        may_open
    }
}

/// What Ctrl+K is on this computer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keyboard {
    Mac,
    Other,
}

impl Keyboard {
    fn here() -> Self {
        let platform = window().navigator().platform().unwrap_or_default();
        if platform.starts_with("Mac") || platform.starts_with("iP") { Self::Mac } else { Self::Other }
    }

    const fn keys(self) -> &'static str {
        match self {
            Self::Mac => "⌘K",
            Self::Other => "Ctrl+K",
        }
    }

    /// Whether the palette is meant. Ctrl+K cuts a line on a Mac.
    fn is_meant(self, event: &ev::KeyboardEvent) -> bool {
        let held = event.meta_key() || event.ctrl_key() && (self == Self::Other || !is_typing(event));
        // Another keyboard layout, such as the Korean one, writes another letter.
        let letter = event.key();
        let is_k = letter.eq_ignore_ascii_case("k") || !letter.is_ascii() && event.code() == "KeyK";
        held && is_k && !event.alt_key() && !event.shift_key() && !event.is_composing()
    }
}

/// Whether a key goes into a field.
fn is_typing(event: &ev::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.closest("input, textarea, select").is_ok_and(|field| field.is_some()))
}

/// The keys that open it on this computer.
pub fn keys() -> &'static str {
    Keyboard::here().keys()
}

/// The button in the header, and the palette while it is open.
#[component]
pub fn CommandPalette() -> impl IntoView {
    let t = texts();
    let palette: Palette = expect_context();
    let Palette { is_open, .. } = palette;
    let keyboard = Keyboard::here();
    let listener = window_event_listener(ev::keydown, move |event| {
        if !keyboard.is_meant(&event) {
            return;
        }
        if is_open.get_untracked() {
            is_open.set(false);
        } else if !palette.open() {
            return;
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
    view! {
        <button
            id="command-palette"
            type="button"
            class="button palette-button"
            aria-haspopup="dialog"
            aria-keyshortcuts="Control+K Meta+K"
            on:click=move |_event| {
                palette.open();
            }
        >
            {Icon::Search.view()}
            <span>{t.palette.open}</span>
            <span class="visually-hidden">" ("{t.palette.title}")"</span>
            <kbd aria-hidden="true">{keyboard.keys()}</kbd>
        </button>
        <Show when=move || is_open.get()>{view::dialog(palette)}</Show>
    }
}

/// The entries that do not depend on what is typed; tracked. Without a search there are no requests.
fn entries(palette: Palette, console: Console, is_search: bool) -> Vec<Entry> {
    let known = KnownResources { queries: console.queries, t: texts() };
    let here = console.router.route();
    let recent = palette.recent.get().into_iter().filter(|route| *route != here);
    let recent = recent.map(|route| Entry { group: Group::Recent, ..known.page(&route) });
    let pages = NAVIGATION.into_iter().map(|(route, _)| route);
    let pages = pages.chain([Route::RequestImport, Route::RequestExport]);
    let mut all: Vec<Entry> = recent.collect();
    all.extend(this_page(palette));
    all.extend(pages.map(|route| known.page(&route)));
    all.extend(commands(console));
    all.extend(known.places());
    if is_search {
        all.extend(known.requests());
    }
    // A destination once, where it is first.
    let mut seen = HashSet::new();
    all.retain(|entry| entry.act.target().is_none_or(|target| seen.insert(target.clone())));
    all
}

/// The entries for a typed text before all others, of which those that lead to the same are left out.
fn with_typed<'a>(typed: &'a [Entry], entries: &'a [Entry]) -> Vec<&'a Entry> {
    let is_new = |entry: &&Entry| {
        let target = entry.act.target();
        target.is_none() || typed.iter().all(|other| other.act.target() != target)
    };
    typed.iter().chain(entries.iter().filter(is_new)).collect()
}

/// The actions in the heading of the page.
fn this_page(palette: Palette) -> Vec<Entry> {
    let refresh: Text = |t| t.palette.refresh;
    let actions = palette.actions.available().into_iter().map(|element| {
        let label = element.text_content().unwrap_or_default().trim().to_owned();
        Entry::new(Group::ThisPage, label, Vec::new(), Act::Press(send_wrapper::SendWrapper::new(element)))
    });
    actions.chain([Entry::of_text(Group::ThisPage, refresh, current(), Act::Refresh)]).collect()
}

/// What can be done on each page.
fn commands(console: Console) -> Vec<Entry> {
    let locale = current();
    let languages = Locale::ALL.into_iter().filter(|other| *other != locale);
    let languages = languages.map(|other| set(|t| t.language, &|_| other.name(), Act::Language(other)));
    let chosen = console.preferences.theme.get();
    let named: [(Theme, Text); 3] = [
        (Theme::System, |t| t.theme_system),
        (Theme::Light, |t| t.theme_light),
        (Theme::Dark, |t| t.theme_dark),
    ];
    let themes = named.into_iter().filter(|(theme, _)| *theme != chosen);
    let themes = themes.map(|(theme, name)| set(|t| t.theme, &name, Act::Theme(theme)));
    let of_text = |text: Text, act| Entry::of_text(Group::Commands, text, locale, act);
    languages
        .chain(themes)
        .chain([of_text(|t| t.keys.lock_now, Act::Lock), of_text(|t| t.disconnect, Act::Forget)])
        .collect()
}

/// The choice of a setting, found in all languages.
fn set(setting: Text, value: &dyn Fn(&'static Texts) -> &'static str, act: Act) -> Entry {
    let title = |t: &'static Texts| (t.palette.set)(setting(t), value(t));
    let shown = title(texts());
    let all = Locale::ALL.map(|locale| title(locale.texts()));
    let found_by: Vec<&str> = std::iter::once(&shown).chain(&all).map(String::as_str).collect();
    Entry::new(Group::Commands, shown.as_str(), Vec::new(), act).found_by(found_by)
}

/// Does what an entry is for, when the palette is closed and the focus is back.
fn run(act: Act, console: Console) {
    let go = move || match act {
        Act::Go(target) => console.router.go(target),
        Act::Press(element) => element.click(),
        Act::Refresh => console.queries.invalidate(),
        Act::Language(locale) => console.preferences.set_locale(locale),
        Act::Theme(theme) => console.preferences.set_theme(theme),
        Act::Lock => console.lock_all(),
        Act::Forget => console.forget_all(),
    };
    set_timeout(go, Duration::ZERO);
}
