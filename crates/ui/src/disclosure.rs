//! What is hidden until somebody wants it: raw text behind a heading, and controls on narrow screens.

use leptos::prelude::*;

use crate::{Icon, untrusted};

/// A `<details>` with preformatted text, which can be scrolled by keyboard.
pub fn disclosure(summary: &'static str, raw: &str) -> AnyView {
    let raw = untrusted::raw(raw);
    view! { <details><summary>{summary}</summary><pre tabindex="0">{raw}</pre></details> }.into_any()
}

/// Controls that fold behind a button on narrow screens, where they would fill the first screen. `id`:
/// of their place in the document.
#[component]
pub fn NarrowFold(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    children: Children,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    view! {
        <button
            type="button"
            class="button narrow-only"
            aria-expanded=move || is_open.get().to_string()
            aria-controls=id.clone()
            on:click=move |_event| is_open.update(|is_open| *is_open = !*is_open)
        >
            {Icon::Filter.view()}
            {move || label.get()}
        </button>
        <div id=id.clone() class="narrow-fold" data-open=move || is_open.get().to_string()>{children()}</div>
    }
}
