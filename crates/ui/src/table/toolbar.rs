//! What stands above a table: its name, search, filters, the time of the last read, "Refresh".

use leptos::prelude::*;

use super::{Columns, Head, Shown, TableState};
use crate::fold::fold;
use crate::texts::texts;
use crate::{Availability, Button, ButtonVariant, Choice, Icon, NarrowFold, SearchField, Select, format};

/// The toolbar. `export`: its button; `more_filters`: those that are not of a column.
pub fn toolbar(
    shown: &Shown,
    columns_shown: Columns,
    export: AnyView,
    more_filters: Option<ViewFn>,
) -> AnyView {
    let t = texts();
    let (status, refresh, is_only) = (shown.status, shown.refresh, shown.state.prefix.is_empty());
    let loading = Signal::derive(move || Availability::busy_if(status.get().loading));
    let read_at = move || status.get().read_at.map(|at| (t.last_read)(&format::time(at))).unwrap_or_default();
    let columns = super::chooser::chooser(&shown.state);
    let views = super::views::menu(&shown.state);
    view! {
        <div class="toolbar">
            // The page's heading says it already where there is only one table.
            <h2 class=if is_only { "visually-hidden" } else { "" }>{shown.name}</h2>
            {search(shown)}
            {filters(shown, more_filters)}
            {sort(shown, columns_shown)}
            <span class="toolbar-end">
                {shown.progress.run()}
                {views}
                {columns}
                {export}
                <span class="read-at">{read_at}</span>
                <Button label=t.refresh icon=Icon::Refresh availability=loading on_press=refresh />
            </span>
        </div>
    }
    .into_any()
}

/// The search in all rows.
fn search(shown: &Shown) -> AnyView {
    let (state, index, slices) = (StoredValue::new(shown.state.clone()), shown.index, shown.slices);
    let value = Signal::derive(move || state.with_value(|state| state.get("q")));
    let type_in = Callback::new(move |text| state.with_value(|state| state.search(text)));
    let settle = Callback::new(move |()| state.with_value(|state| state.url.settle()));
    let is_near = RwSignal::new(false);
    let approach = Callback::new(move |()| is_near.set(true));
    // Who goes to the search will type: the first key shall not wait either.
    Effect::new(move |_| {
        if let Some(index) = index.get().filter(|_| is_near.get()) {
            slices.work(|time| untrack(|| index.with(|index| index.prepare_search(time))));
        }
    });
    view! {
        <SearchField label=texts().search value=value on_input=type_in on_blur=settle on_focus=approach />
    }
    .into_any()
}

/// The filters and the button that ends them, behind a button where there is no room.
fn filters(shown: &Shown, more: Option<ViewFn>) -> AnyView {
    let t = texts();
    let filters: Vec<AnyView> =
        shown.state.filters().map(|(column, head)| filter(shown, column, head.id, head.title)).collect();
    let state = StoredValue::new(shown.state.clone());
    let label = Signal::derive(move || {
        let count = |state: &TableState| state.chosen().len() + usize::from(state.has_dates());
        (t.lists.filters)(state.with_value(count))
    });
    let id = format!("{}-filters", shown.state.prefix);
    let filters = (!filters.is_empty() || more.is_some()).then(|| {
        let more = more.map(|more| more.run());
        let clear = clear_filters(shown);
        view! { <NarrowFold id=id label=label>{filters} {more} {clear}</NarrowFold> }.into_any()
    });
    filters.unwrap_or_else(|| clear_filters(shown))
}

/// The order of the rows, where they are cards and have no headings to press.
fn sort(shown: &Shown, columns: Columns) -> AnyView {
    let t = texts();
    let state = StoredValue::new(shown.state.clone());
    let value = Signal::derive(move || state.with_value(|state| state.get("sort")));
    let choices = Signal::derive(move || {
        let both = |head: &Head| {
            let upwards = Choice { value: head.id.to_owned(), text: (t.lists.ascending)(head.title) };
            let downwards = Choice { value: format!("-{}", head.id), text: (t.lists.descending)(head.title) };
            [upwards, downwards]
        };
        let mut choices = vec![Choice { value: String::new(), text: t.lists.default_order.to_owned() }];
        state.with_value(|state| {
            let heads = columns.get();
            let heads = heads.iter().filter_map(|column| state.heads.get(*column));
            choices.extend(heads.filter(|head| !head.actions).flat_map(both));
        });
        // By a column that is not shown.
        let value = value.get();
        if choices.iter().all(|choice| choice.value != value) {
            choices.push(Choice::plain(value));
        }
        choices
    });
    let choose = Callback::new(move |value: String| state.with_value(|state| state.choose("sort", value)));
    view! {
        <div class="narrow-only sort">
            <Select label=t.lists.sort value=value choices=choices on_change=choose inline=true />
        </div>
    }
    .into_any()
}

/// The button that ends search and filters, while there are any. Where they leave no row, it stands in
/// the place of the rows.
fn clear_filters(shown: &Shown) -> AnyView {
    let (state, arranged) = (StoredValue::new(shown.state.clone()), shown.arranged);
    let is_empty = move || arranged.with(|one| one.as_ref().is_some_and(|one| one.order.is_empty()));
    let is_shown = Memo::new(move |_| state.with_value(|state| state.filtered()) && !is_empty());
    view! { <Show when=move || is_shown.get()>{clear_button(state)}</Show> }.into_any()
}

/// The button itself.
pub fn clear_button(state: StoredValue<TableState>) -> AnyView {
    let clear = Callback::new(move |()| state.with_value(|state| state.clear()));
    view! { <Button label=texts().clear_filters variant=ButtonVariant::Plain on_press=clear /> }.into_any()
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
