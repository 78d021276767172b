//! The browser's own modal dialog.

use leptos::html;
use leptos::prelude::*;

/// A modal dialog, open while it is mounted. `on_cancel` runs on Escape.
#[component]
pub fn Dialog(
    #[prop(into)] title: Signal<String>,
    on_cancel: Callback<()>,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // Fails only if it is open already.
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog
            node_ref=dialog
            role="dialog"
            aria-labelledby="dialog-title"
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                on_cancel.run(());
            }
        >
            <h2 id="dialog-title">{title}</h2>
            {children()}
        </dialog>
    }
}
