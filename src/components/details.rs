//! Names and values of one thing.

use leptos::prelude::*;

use super::table::Cell;

/// A name with its value.
pub struct Detail {
    /// What it is.
    pub name: &'static str,
    /// The value.
    pub value: Cell,
}

impl Detail {
    /// Makes one.
    pub fn new(name: &'static str, value: Cell) -> Self {
        Self { name, value }
    }
}

/// Shows them as a definition list.
#[component]
pub fn Details(items: Vec<Detail>) -> impl IntoView {
    view! {
        <dl class="details">
            {items
                .into_iter()
                .map(|item| view! { <div><dt>{item.name}</dt><dd>{item.value.view()}</dd></div> })
                .collect_view()}
        </dl>
    }
}
