//! Raw text behind a heading, folded until somebody wants it.

use leptos::prelude::*;

/// A `<details>` with preformatted text, which can be scrolled by keyboard.
pub fn folded(summary: &'static str, raw: String) -> AnyView {
    view! { <details><summary>{summary}</summary><pre tabindex="0">{raw}</pre></details> }.into_any()
}
use crate::dom::view;
