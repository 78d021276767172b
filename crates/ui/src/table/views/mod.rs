//! Saved views of a table: search, filters and sort order by a name, kept on this device.

mod dialog;
mod stored;

use leptos::prelude::*;

use self::stored::{View, parse, write};
use super::TableId;
use super::layout::Keep;
use super::state::TableState;
use crate::clipboard::copy_text;
use crate::texts::texts;
use crate::url::Parameter;
use crate::{Menu, MenuItem, NamedItem};

/// In the URL: everything is shown, whatever the default view is.
const SHOWN: &str = "view";
const ALL: &str = "all";

/// The parameter with which a link shows all rows of the only table of a page, whatever its default view
/// is.
pub fn all_rows() -> Parameter {
    (SHOWN.to_owned(), ALL.to_owned())
}

/// What a table opens with while the person has no default view.
#[derive(Clone, Debug)]
pub struct InitialView {
    /// Names and values in the URL, without the table's prefix.
    pub parameters: Vec<Parameter>,
    /// Said when it shows no rows.
    pub empty: &'static str,
}

/// The views as a signal, kept for this table.
#[derive(Clone, Copy)]
pub struct Views {
    views: RwSignal<Vec<View>>,
    initial: StoredValue<Option<InitialView>>,
    name: StoredValue<String>,
    keep: Option<Keep>,
}

impl Views {
    /// Those for a table.
    pub fn of(id: TableId, initial: Option<InitialView>) -> Self {
        let (name, keep) = (format!("{}.views", id.kept_as), use_context::<Keep>());
        let kept = keep.and_then(|keep| (keep.read)(&name));
        let views = RwSignal::new(kept.map(|kept| parse(&kept)).unwrap_or_default());
        Self { views, initial: StoredValue::new(initial), name: StoredValue::new(name), keep }
    }

    /// What the table opens with; empty for all rows.
    fn opens_with(self) -> Vec<Parameter> {
        let own = self.views.with_untracked(|views| {
            let view = views.iter().find(|view| view.is_default);
            view.map(|view| view.parameters.clone())
        });
        own.or_else(|| Some(self.initial.get_value()?.parameters)).unwrap_or_default()
    }

    /// Changes and keeps them. Another tab may have changed them too.
    fn change(self, work: impl FnOnce(&mut Vec<View>)) {
        let kept = self.keep.and_then(|keep| self.name.with_value(|name| (keep.read)(name)));
        self.views.update(|views| {
            if let Some(kept) = kept {
                *views = parse(&kept);
            }
            work(views);
        });
        let Some(keep) = self.keep else { return };
        let text = self.views.with_untracked(|views| write(views));
        self.name.with_value(|name| (keep.write)(name, text.as_deref()));
    }
}

/// Shows a view.
fn show(state: &TableState, parameters: &[Parameter]) {
    let cleared = state.names().into_iter().map(|name| (name, String::new()));
    let chosen = parameters.iter().map(|(name, value)| (name.as_str(), value.clone()));
    state.set(cleared.chain(chosen).collect());
}

/// What a change leaves of the URL says: the parameter that keeps the default view away where nothing
/// else is chosen.
pub fn shown(state: &TableState, changes: &[(&str, String)]) -> (&'static str, String) {
    let is_empty = |name: &&str| {
        let changed = changes.iter().rev().find(|(changed, _)| changed == name);
        changed.map_or_else(|| state.get(name).is_empty(), |(_, value)| value.is_empty())
    };
    let is_all = untrack(|| state.names().iter().all(is_empty));
    let value = if is_all && !state.views.opens_with().is_empty() { ALL } else { "" };
    (SHOWN, value.to_owned())
}

/// What a view would keep now; tracked.
fn current(state: &TableState) -> Vec<Parameter> {
    let value = |name: &'static str| (name.to_owned(), state.get(name));
    state.names().into_iter().map(value).filter(|(_, value)| !value.is_empty()).collect()
}

/// What a table without a row says; tracked.
pub fn empty_text(state: &TableState) -> &'static str {
    let initial = state.views.initial.get_value();
    match initial.filter(|initial| initial.parameters == current(state)) {
        Some(initial) => initial.empty,
        None if state.filtered() => texts().empty_filtered,
        None => texts().empty,
    }
}

/// Shows the default view, unless the URL says what to show.
pub fn open(state: &TableState) {
    untrack(|| {
        let is_bare = ["page", SHOWN].into_iter().all(|name| state.get(name).is_empty());
        if current(state).is_empty() && is_bare {
            let parameters = state.views.opens_with();
            if !parameters.is_empty() {
                show(state, &parameters);
            }
        }
    });
}

/// The menu, and what it did.
pub fn menu(state: &TableState) -> AnyView {
    let t = texts();
    let views = state.views.views;
    let (state, is_open, said) = (StoredValue::new(state.clone()), RwSignal::new(false), RwSignal::new(""));
    let named = Signal::derive(move || {
        let item = |view: &View| {
            let (name, shown) = (view.name.clone(), view.clone());
            let note = if view.is_default { t.lists.default_view } else { "" };
            NamedItem {
                name,
                note,
                press: Callback::new(move |()| state.with_value(|state| show(state, &shown.parameters))),
            }
        };
        views.with(|views| views.iter().map(item).collect::<Vec<NamedItem>>())
    });
    let copy = Callback::new(move |()| {
        // Also what was typed last.
        state.with_value(|state| state.url.settle());
        let link = window().location().href().unwrap_or_default();
        leptos::task::spawn_local(async move {
            let done = copy_text(&link).await;
            said.try_set(if done { t.lists.link_copied } else { t.lists.not_copied });
        });
    });
    let items = vec![
        MenuItem { label: t.lists.manage_views, press: Callback::new(move |()| is_open.set(true)) },
        MenuItem { label: t.lists.copy_link, press: copy },
    ];
    let close = Callback::new(move |()| is_open.set(false));
    view! {
        <span class="read-at" role="status">{said}</span>
        <Menu label=t.lists.views items=items named=named />
        <Show when=move || is_open.get()>{dialog::dialog(state, close)}</Show>
    }
    .into_any()
}
