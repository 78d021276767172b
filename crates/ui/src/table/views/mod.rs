//! Saved views of a table: search, filters and sort order by a name, kept on this device.

mod dialog;
mod stored;

use std::sync::Arc;

use leptos::prelude::*;

use self::stored::{View, parse, write};
use super::column::Head;
use super::layout::Keep;
use super::state::TableState;
use crate::clipboard::copy_text;
use crate::texts::texts;
use crate::url::Parameter;
use crate::{Menu, MenuItem, NamedItem};

/// The views as a signal, kept for this table.
#[derive(Clone, Copy)]
pub struct Views {
    views: RwSignal<Vec<View>>,
    name: StoredValue<String>,
    keep: Option<Keep>,
}

impl Views {
    /// Those for the table with these columns.
    pub fn of(prefix: &str, heads: &Arc<[Head]>) -> Self {
        // Its name is in the person's language; its columns are not.
        let ids = ["views", prefix].into_iter().chain(heads.iter().map(|head| head.id));
        let (name, keep) = (ids.collect::<Vec<&str>>().join("."), use_context::<Keep>());
        let kept = keep.and_then(|keep| (keep.read)(&name));
        let views = RwSignal::new(kept.map(|kept| parse(&kept)).unwrap_or_default());
        Self { views, name: StoredValue::new(name), keep }
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
fn show(state: &TableState, view: &View) {
    let cleared = state.names().into_iter().chain(["page"]).map(|name| (state.key(name), String::new()));
    let chosen = view.parameters.iter().map(|(name, value)| (state.key(name), value.clone()));
    state.url.set(cleared.chain(chosen).collect());
}

/// What a view would keep now; tracked.
fn current(state: &TableState) -> Vec<Parameter> {
    let value = |name: &'static str| (name.to_owned(), state.get(name));
    state.names().into_iter().map(value).filter(|(_, value)| !value.is_empty()).collect()
}

/// Shows the default view, unless the URL says what to show.
pub fn open(state: &TableState) {
    untrack(|| {
        if current(state).is_empty() && state.get("page").is_empty() {
            state.views.views.with(|views| {
                if let Some(view) = views.iter().find(|view| view.is_default) {
                    show(state, view);
                }
            });
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
                press: Callback::new(move |()| state.with_value(|state| show(state, &shown))),
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
