//! Turning the pages of a table.

use leptos::prelude::*;

use super::Shown;
use super::state::PAGE_SIZES;
use crate::texts::texts;
use crate::{Availability, Button, Choice, Select};

/// What stands below a table that is longer than the shortest page.
pub fn foot(shown: &Shown) -> AnyView {
    let shown = StoredValue::new(shown.clone());
    let count = Memo::new(move |_| shown.with_value(Shown::count));
    let is_long = Memo::new(move |_| PAGE_SIZES.iter().any(|rows| count.get() > *rows));
    let is_paged = Memo::new(move |_| count.get() > shown.with_value(|shown| shown.state.page_rows()));
    view! {
        <div class="table-foot">
            <Show when=move || is_long.get()>{shown.with_value(sizes)}</Show>
            <Show when=move || is_paged.get()>{shown.with_value(pager)}</Show>
        </div>
    }
    .into_any()
}

/// How many rows stand on a page.
fn sizes(shown: &Shown) -> AnyView {
    let state = StoredValue::new(shown.state.clone());
    let choices: Vec<Choice> = PAGE_SIZES.iter().map(|rows| Choice::plain(rows.to_string())).collect();
    let value = Signal::derive(move || state.with_value(|state| state.page_rows().to_string()));
    let choose = Callback::new(move |rows: String| state.with_value(|state| state.choose_page_rows(&rows)));
    view! {
        <Select
            label=texts().lists.rows_per_page
            value=value
            choices=Signal::stored(choices)
            on_change=choose
            inline=true
        />
    }
    .into_any()
}

/// Previous, which rows of how many, next.
fn pager(shown: &Shown) -> AnyView {
    let t = texts();
    let shown = StoredValue::new(shown.clone());
    let count = move || shown.with_value(Shown::count);
    let page = move || shown.with_value(|shown| shown.state.page(shown.count()));
    let rows = move || shown.with_value(|shown| shown.state.page_rows());
    let turn = move |by: isize| {
        Callback::new(move |()| {
            let page = untrack(page).saturating_add_signed(by);
            shown.with_value(|shown| shown.state.turn_to(page));
        })
    };
    let first =
        Signal::derive(move || Availability::disabled_by((page() == 1).then_some(t.lists.first_page)));
    let last = Signal::derive(move || {
        let is_last = page() * rows() >= count();
        Availability::disabled_by(is_last.then_some(t.lists.last_page))
    });
    let range = move || {
        let first = (page() - 1) * rows() + 1;
        (t.rows_of)(first, (first + rows() - 1).min(count()), count())
    };
    // Not while rows arrive: each part would be announced.
    let quiet = move || shown.with_value(|shown| shown.status.get().loading).then_some("off");
    view! {
        <nav class="pager" aria-label=shown.with_value(|shown| shown.name)>
            <Button label=t.previous availability=first on_press=turn(-1) />
            <span role="status" aria-live=quiet>{range}</span>
            <Button label=t.next availability=last on_press=turn(1) />
        </nav>
    }
    .into_any()
}
