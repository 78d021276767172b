//! Names and values of one thing.

use leptos::prelude::*;

use crate::Cell;

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
pub fn details(items: &[Detail]) -> AnyView {
    let items: Vec<AnyView> = items
        .iter()
        .map(|item| view! { <div><dt>{item.name}</dt><dd>{item.value.view()}</dd></div> }.into_any())
        .collect();
    view! { <dl class="details">{items}</dl> }.into_any()
}
