//! Turning the pages of a table.

use leptos::prelude::*;

use super::Shown;
use crate::texts::texts;
use crate::{Availability, Button};

/// Previous, which rows of how many, next.
pub fn pager(shown: &Shown) -> AnyView {
    let t = texts();
    let shown = StoredValue::new(shown.clone());
    let count = move || shown.with_value(Shown::count);
    let page = move || shown.with_value(|shown| shown.state.page(shown.count()));
    let rows = shown.with_value(|shown| shown.state.page_rows());
    let turn = move |by: isize| {
        Callback::new(move |()| {
            let page = untrack(page).saturating_add_signed(by);
            shown.with_value(|shown| shown.state.turn_to(page));
        })
    };
    let first =
        Signal::derive(move || Availability::disabled_by((page() == 1).then_some(t.lists.first_page)));
    let last = Signal::derive(move || {
        let is_last = page() * rows >= count();
        Availability::disabled_by(is_last.then_some(t.lists.last_page))
    });
    let range = move || {
        let first = (page() - 1) * rows + 1;
        (t.rows_of)(first, (first + rows - 1).min(count()), count())
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
