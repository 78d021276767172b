//! Something that is on or off.

use leptos::prelude::*;

use crate::Availability;

/// A switch. A button and not a checkbox, which would show its new state before it is known
/// whether it holds. While it is not available it says why instead of the hint.
#[component]
pub fn Switch(
    id: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] on: Signal<bool>,
    #[prop(into)] hint: String,
    #[prop(into)] availability: Signal<Availability>,
    on_press: Callback<()>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let checked = move || on.get().to_string();
    let off = move || (!availability.with(Availability::is_ready)).then_some("true");
    let press = move |_| {
        if availability.with_untracked(Availability::is_ready) {
            on_press.run(());
        }
    };
    view! {
        <div class="switch-field">
            <button
                type="button"
                role="switch"
                class="switch"
                id=id
                aria-checked=checked
                aria-disabled=off
                aria-describedby=hint_id.clone()
                on:click=press
            >
                {label}
            </button>
            <p class="hint" id=hint_id>
                {move || availability.with(|one| one.reason().unwrap_or(&hint).to_owned())}
            </p>
        </div>
    }
}
