//! What stands above a table: its name, search, filters, the time of the last read, "Refresh".

use leptos::prelude::*;

use super::{Row, Shown};
use crate::fold::fold;
use crate::texts::texts;
use crate::{Availability, Button, ButtonVariant, Cell, Choice, Pick, Select, format};

/// The toolbar.
pub fn toolbar(shown: &Shown) -> AnyView {
    let t = texts();
    let filters: Vec<AnyView> =
        shown.state.filters().map(|(column, head)| filter(shown, column, head.id, head.title)).collect();
    let (status, refresh, only) = (shown.status, shown.refresh, shown.state.prefix.is_empty());
    let state = StoredValue::new(shown.state.clone());
    let search = move || state.with_value(|state| state.get("q"));
    let type_search = move |event| state.with_value(|state| state.choose("q", event_target_value(&event)));
    let filtered = Memo::new(move |_| state.with_value(|state| state.filtered()));
    let clear = Callback::new(move |()| state.with_value(|state| state.clear()));
    let loading = Signal::derive(move || Availability::busy_if(status.get().loading));
    let read_at = move || status.get().read_at.map(|at| (t.last_read)(&format::time(at))).unwrap_or_default();
    view! {
        <div class="toolbar">
            // The page's heading says it already where there is only one table.
            <h2 class=if only { "visually-hidden" } else { "" }>{shown.name}</h2>
            <label class="search">
                <span class="visually-hidden">{t.search}</span>
                <input type="search" placeholder=t.search prop:value=search on:input=type_search />
            </label>
            {filters}
            <Show when=move || filtered.get()>
                <Button label=t.clear_filters variant=ButtonVariant::Plain on_press=clear />
            </Show>
            <span class="toolbar-end">
                {shown.progress.run()}
                <span class="read-at">{read_at}</span>
                <Button label=t.refresh availability=loading on_press=refresh />
            </span>
        </div>
    }
    .into_any()
}

/// The choice among the values of a column.
fn filter(shown: &Shown, column: usize, id: &'static str, label: &'static str) -> AnyView {
    let t = texts();
    let (state, index) = (StoredValue::new(shown.state.clone()), shown.index);
    let linked = Memo::new(move |_| state.with_value(|state| state.get(id)));
    let known: Memo<Vec<(String, String)>> =
        Memo::new(move |_| index.get().map(|index| index.distinct(column)).unwrap_or_default());
    let choices = Signal::derive(move || {
        let mut choices = vec![Choice { value: String::new(), text: t.any.to_owned() }];
        choices.extend(known.get().into_iter().map(|(value, text)| Choice { value, text }));
        // A linked value stays choosable even if no row has it now.
        let linked = linked.get();
        if choices.iter().all(|choice| fold(&choice.value) != fold(&linked)) {
            choices.push(Choice::plain(linked));
        }
        choices
    });
    // A link may write the value in another way than the rows.
    let value = Signal::derive(move || {
        let linked = linked.get();
        let found = known.with(|known| {
            known.iter().find(|(value, _)| fold(value) == fold(&linked)).map(|(value, _)| value.clone())
        });
        found.unwrap_or(linked)
    });
    let choose = Callback::new(move |value: String| state.with_value(|state| state.choose(id, value)));
    view! { <Select label=label value=value choices=choices on_change=choose inline=true /> }.into_any()
}

/// Says how many ticked rows do not pass the filters, and offers to deselect them. "Clear filters"
/// shows them.
pub fn hidden_ticks(shown: &Shown) -> AnyView {
    let t = texts();
    let (index, arranged) = (shown.index, shown.arranged);
    let pick = |row: &Row| match row.cells.first() {
        Some(Cell::Pick(pick)) => Some(pick.clone()),
        _ => None,
    };
    let hidden = move || {
        let Some(index) = index.get() else { return Vec::new() };
        let ticked =
            |(place, row)| Some((place, pick(row)?)).filter(|(_, pick): &(usize, Pick)| (pick.ticked)());
        let ticked: Vec<(usize, Pick)> = index.rows().iter().enumerate().filter_map(ticked).collect();
        if ticked.is_empty() {
            return Vec::new();
        }
        arranged.with(|shown| {
            let is_hidden = |place: &usize| !shown.iter().flatten().any(|shown| shown == place);
            ticked.into_iter().filter(|(place, _)| is_hidden(place)).map(|(_, pick)| pick).collect()
        })
    };
    let count = Memo::new(move |_| hidden().len());
    let deselect = Callback::new(move |()| untrack(hidden).iter().for_each(|pick| (pick.toggle)()));
    let line = move || match count.get() {
        0 => ().into_any(),
        count => view! {
            <p class="hidden-ticks">
                {(t.lists.hidden)(count)}
                " "
                <Button label=t.lists.deselect_hidden variant=ButtonVariant::Plain on_press=deselect />
            </p>
        }
        .into_any(),
    };
    view! { <div class="live" role="status">{line}</div> }.into_any()
}
