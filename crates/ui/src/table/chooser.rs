//! The dialog in which columns are chosen and put in order, and the density of the rows.

use leptos::prelude::*;

use super::layout::Layout;
use super::state::TableState;
use crate::texts::texts;
use crate::{Button, Choice, Dialog, Icon, Select, focus_soon};

/// The button that opens it.
pub fn chooser(state: &TableState) -> AnyView {
    let t = texts();
    let is_open = RwSignal::new(false);
    let state = StoredValue::new(state.clone());
    view! {
        <Button label=t.lists.columns icon=Icon::Columns on_press=Callback::new(move |()| is_open.set(true)) />
        <Show when=move || is_open.get()>
            {dialog(state, Callback::new(move |()| is_open.set(false)))}
        </Show>
    }
    .into_any()
}

fn dialog(state: StoredValue<TableState>, close: Callback<()>) -> AnyView {
    let t = texts();
    let columns = move || state.with_value(|state| state.layout.with(|layout| layout.columns(&state.heads)));
    let reset = move |()| {
        state.with_value(|state| state.layout.change(Layout::reset));
    };
    view! {
        <Dialog title=t.lists.columns on_cancel=close>
            <ul class="column-list">
                <For each=columns key=|column| *column children=move |column| choice(state, column) />
            </ul>
            {density(state)}
            <div class="dialog-actions">
                <Button label=t.lists.reset on_press=Callback::new(reset) />
                <Button label=t.close on_press=close />
            </div>
        </Dialog>
    }
    .into_any()
}

/// How close together rows stand.
fn density(state: StoredValue<TableState>) -> AnyView {
    const COMPACT: &str = "compact";
    let t = texts();
    let choices = [("", t.lists.comfortable), (COMPACT, t.lists.compact)]
        .map(|(value, text)| Choice { value: value.to_owned(), text: text.to_owned() });
    let layout = state.with_value(|state| state.layout);
    let value =
        Signal::derive(move || if layout.with(|layout| layout.compact) { COMPACT } else { "" }.to_owned());
    let choose =
        Callback::new(move |value: String| layout.change(|layout| layout.compact = value == COMPACT));
    view! {
        <Select
            label=t.lists.density
            value=value
            choices=Signal::stored(choices.to_vec())
            on_change=choose
            inline=true
        />
    }
    .into_any()
}

/// A column: whether it is shown, and two buttons that move it.
fn choice(state: StoredValue<TableState>, column: usize) -> AnyView {
    let t = texts();
    let title = state.with_value(|state| state.heads.get(column).map_or("", |head| head.title));
    let is_shown =
        move || state.with_value(|state| !state.layout.with(|layout| layout.hides(&state.heads, column)));
    let toggle = move |_event| {
        state.with_value(|state| state.layout.change(|layout| layout.toggle(&state.heads, column)));
    };
    let names_rows = column == 0;
    let shift = move |is_left: bool| {
        let id = move || format!("column-{column}-{is_left}");
        let press = move |_event| {
            state.with_value(|state| {
                state.layout.change(|layout| layout.shift(&state.heads, column, is_left));
            });
            // Where it went, the focus follows.
            focus_soon(id());
        };
        let (label, arrow) =
            if is_left { ((t.lists.move_up)(title), "↑") } else { ((t.lists.move_down)(title), "↓") };
        view! {
            <button type="button" class="button" id=id() aria-label=label on:click=press>
                {arrow}
            </button>
        }
    };
    let moves = (!names_rows).then(|| view! { {shift(true)} {shift(false)} });
    view! {
        <li>
            <label>
                <input type="checkbox" prop:checked=is_shown disabled=names_rows on:change=toggle />
                <span>{title}</span>
            </label>
            {names_rows.then(|| view! { <span class="hint">{t.lists.names_rows}</span> })}
            {moves}
        </li>
    }
    .into_any()
}
