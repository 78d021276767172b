//! Raw text behind a heading, hidden until somebody wants it.

use leptos::prelude::*;

use crate::untrusted;

/// A `<details>` with preformatted text, which can be scrolled by keyboard.
pub fn disclosure(summary: &'static str, raw: &str) -> AnyView {
    let raw = untrusted::raw(raw);
    view! { <details><summary>{summary}</summary><pre tabindex="0">{raw}</pre></details> }.into_any()
}
