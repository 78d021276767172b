//! What stands above a table: its name, search, filters, the time of the last read, "Refresh".

use leptos::prelude::*;

use super::Shown;
use crate::fold::fold;
use crate::texts::texts;
use crate::{Availability, Button, ButtonVariant, Choice, Icon, NarrowFold, Select, format};

/// The toolbar. `export`: its button.
pub fn toolbar(shown: &Shown, export: AnyView) -> AnyView {
    let t = texts();
    let filters: Vec<AnyView> =
        shown.state.filters().map(|(column, head)| filter(shown, column, head.id, head.title)).collect();
    let (status, refresh, only) = (shown.status, shown.refresh, shown.state.prefix.is_empty());
    let state = StoredValue::new(shown.state.clone());
    let search = move || state.with_value(|state| state.get("q"));
    let type_search = move |event| state.with_value(|state| state.search(event_target_value(&event)));
    let filtered = Memo::new(move |_| state.with_value(|state| state.filtered()));
    let is_near = RwSignal::new(false);
    let (index, slices) = (shown.index, shown.slices);
    // Who goes to the search will type: the first key shall not wait either.
    Effect::new(move |_| {
        if let Some(index) = index.get().filter(|_| is_near.get()) {
            slices.work(|time| untrack(|| index.with(|index| index.prepare_search(time))));
        }
    });
    let clear = Callback::new(move |()| state.with_value(|state| state.clear()));
    let loading = Signal::derive(move || Availability::busy_if(status.get().loading));
    let read_at = move || status.get().read_at.map(|at| (t.last_read)(&format::time(at))).unwrap_or_default();
    let chosen = Signal::derive(move || {
        let set = |state: &super::TableState| {
            state.filters().filter(|(_, head)| !state.get(head.id).is_empty()).count()
        };
        (t.lists.filters)(state.with_value(set))
    });
    let id = format!("{}-filters", shown.state.prefix);
    let folded =
        (!filters.is_empty()).then(|| view! { <NarrowFold id=id label=chosen>{filters}</NarrowFold> });
    let columns = super::chooser::chooser(&shown.state);
    let views = super::views::menu(&shown.state);
    view! {
        <div class="toolbar">
            // The page's heading says it already where there is only one table.
            <h2 class=if only { "visually-hidden" } else { "" }>{shown.name}</h2>
            <label class="search">
                {Icon::Search.view()}
                <span class="visually-hidden">{t.search}</span>
                <input
                    type="search"
                    placeholder=t.search
                    prop:value=search
                    on:focus=move |_| is_near.set(true)
                    on:input=type_search
                    // Also when the table is gone, and the field with it.
                    on:blur=move |_| {
                        state.try_with_value(|state| state.url.settle());
                    }
                />
            </label>
            {folded}
            <Show when=move || filtered.get()>
                <Button label=t.clear_filters variant=ButtonVariant::Plain on_press=clear />
            </Show>
            <span class="toolbar-end">
                {shown.progress.run()}
                <span class="read-at">{read_at}</span>
                {views}
                {columns}
                {export}
                <Button label=t.refresh icon=Icon::Refresh availability=loading on_press=refresh />
            </span>
        </div>
    }
    .into_any()
}

/// The choice among the values of a column.
fn filter(shown: &Shown, column: usize, id: &'static str, label: &'static str) -> AnyView {
    let t = texts();
    let (state, index, slices) = (StoredValue::new(shown.state.clone()), shown.index, shown.slices);
    let linked = Memo::new(move |_| state.with_value(|state| state.get(id)));
    let known = Memo::new(move |before: Option<&Vec<(String, String)>>| {
        let Some(index) = index.get() else { return Vec::new() };
        let is_ready = slices.work(|time| untrack(|| index.with(|index| index.prepare_values(column, time))));
        if is_ready {
            index.with(|index| index.distinct(column))
        } else {
            before.cloned().unwrap_or_default()
        }
    });
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
