//! The dialog in which views are saved, removed, and one is made the default.

use leptos::prelude::*;

use super::stored::{View, save, toggle_default};
use super::{TableState, current};
use crate::texts::texts;
use crate::untrusted::line;
use crate::{Availability, Button, ButtonVariant, Dialog, TextField, focus_soon};

/// The `id` of the name's field.
const NAME: &str = "view-name";

/// The dialog.
pub fn dialog(state: StoredValue<TableState>, close: Callback<()>) -> AnyView {
    let t = texts();
    let table = state.with_value(|state| state.views);
    let typed = RwSignal::new(String::new());
    let name = move || typed.with(|typed| typed.trim().to_owned());
    let is_known = move || table.views.with(|views| views.iter().any(|view| view.name == name()));
    let label =
        Signal::derive(move || if is_known() { t.lists.replace_view } else { t.lists.save_view }.to_owned());
    let availability =
        Signal::derive(move || Availability::disabled_by(name().is_empty().then_some(t.lists.name_first)));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (name, parameters) = untrack(|| (name(), state.with_value(current)));
        if !name.is_empty() {
            table.change(|views| save(views, &name, parameters));
            typed.set(String::new());
            focus_soon(NAME.to_owned());
        }
    };
    let names =
        move || table.views.with(|views| views.iter().map(|view| view.name.clone()).collect::<Vec<String>>());
    view! {
        <Dialog title=t.lists.views on_cancel=close>
            <form on:submit=submit novalidate>
                <p class="hint">{t.lists.views_hint}</p>
                <TextField
                    id=NAME
                    label=t.lists.view_name
                    value=typed
                    on_input=Callback::new(move |text| typed.set(text))
                />
                <div class="page-actions">
                    <Button label=label variant=ButtonVariant::Primary availability=availability submits=true />
                </div>
                <Show when=move || table.views.with(Vec::is_empty)><p>{t.lists.no_views}</p></Show>
                <ul class="column-list">
                    <For each=names key=String::clone children=move |name| row(state, name) />
                </ul>
                <div class="dialog-actions"><Button label=t.close on_press=close /></div>
            </form>
        </Dialog>
    }
    .into_any()
}

/// A view: whether it is the default, and the button that removes it.
fn row(state: StoredValue<TableState>, name: String) -> AnyView {
    let t = texts();
    let table = state.with_value(|state| state.views);
    let name = StoredValue::new(name);
    let is_default = move || {
        let is_this = |view: &&View| name.with_value(|name| view.name == *name);
        table.views.with(|views| views.iter().find(is_this).is_some_and(|view| view.is_default))
    };
    let toggle = move |_event| table.change(|views| name.with_value(|name| toggle_default(views, name)));
    let remove = move |_event| {
        table.change(|views| views.retain(|view| name.with_value(|name| view.name != *name)));
        focus_soon(NAME.to_owned());
    };
    let words = name.with_value(|name| line(name).words(t));
    let shown = name.with_value(|name| line(name).view());
    view! {
        <li>
            <span class="view-name">{shown}</span>
            <label>
                <input
                    type="checkbox"
                    prop:checked=is_default
                    aria-label=(t.lists.open_with)(&words)
                    on:change=toggle
                />
                <span>{t.lists.default_view}</span>
            </label>
            <button type="button" class="button" aria-label=(t.lists.remove_view)(&words) on:click=remove>
                {t.lists.remove}
            </button>
        </li>
    }
    .into_any()
}
