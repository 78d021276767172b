//! The browser's own modal dialog.

use leptos::html;
use leptos::prelude::*;

use crate::reactive::effect;

/// A modal dialog, open while it is mounted. `on_cancel` runs on Escape.
#[component]
pub fn Dialog(#[prop(into)] title: String, on_cancel: Callback<()>, content: AnyView) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    effect(move || {
        if let Some(dialog) = dialog.get() {
            // Fails only if it is open already.
            let _ = dialog.show_modal();
        }
    });
    on_cleanup(move || {
        // Closing gives the focus back to where it was before; removing alone would not.
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    let cancel = move |event: leptos::ev::Event| {
        event.prevent_default();
        on_cancel.run(());
    };
    view! {
        <dialog node_ref=dialog role="dialog" aria-labelledby="dialog-title" on:cancel=cancel>
            <h2 id="dialog-title">{title}</h2>
            {content}
        </dialog>
    }
    .into_any()
}
