//! The browser's own modal dialog.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDialogElement, HtmlElement};

/// The code of a key press that a composition took, also of one that ended it.
const OF_COMPOSITION: u32 = 229;

/// What is being composed in a dialog, as when typing Korean: the Escape that only ends it closes
/// nothing.
#[derive(Clone, Copy)]
struct Composition(StoredValue<bool>);

impl Composition {
    fn new() -> Self {
        Self(StoredValue::new(false))
    }

    fn is_under_way(self) -> bool {
        self.0.get_value()
    }

    fn begin(self) {
        self.0.set_value(true);
    }

    fn end(self) {
        // The same key press may ask to close right after.
        set_timeout(
            move || {
                self.0.try_set_value(false);
            },
            Duration::ZERO,
        );
    }

    fn key(self, event: &leptos::ev::KeyboardEvent) {
        // The end of a composition is not reported if its field is taken away meanwhile.
        if !event.is_composing() && event.key_code() != OF_COMPOSITION {
            self.0.set_value(false);
        }
        if event.key() == "Escape" && (event.is_composing() || self.is_under_way()) {
            event.prevent_default();
        }
    }
}

/// A modal dialog, open while it is mounted. `on_cancel` runs on Escape, and if it is `light` on a click
/// beside it. `role`: another one. `initial_focus`: selects what has the focus first; by default the
/// first control.
#[component]
pub fn Dialog(
    #[prop(into)] title: String,
    on_cancel: Callback<()>,
    #[prop(default = "dialog")] role: &'static str,
    #[prop(optional)] light: bool,
    #[prop(optional_no_strip)] initial_focus: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // Fails only if it is open already.
            let _ = dialog.show_modal();
            let first = initial_focus.and_then(|selector| dialog.query_selector(selector).ok().flatten());
            if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
                let _ = first.focus();
            }
        }
    });
    on_cleanup(move || {
        // Closing gives the focus back to where it was before; removing alone would not.
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    let composition = Composition::new();
    let cancel = move |event: leptos::ev::Event| {
        event.prevent_default();
        if !composition.is_under_way() {
            on_cancel.run(());
        }
    };
    let closed = move |event: leptos::ev::Event| {
        let dialog = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
        // A browser closes at a second Escape without asking. What must not be cancelled now,
        // such as a request whose outcome would be missed, stays.
        if let Some(dialog) = dialog.filter(|dialog| dialog.is_connected()) {
            let _ = dialog.show_modal();
            if !composition.is_under_way() {
                on_cancel.run(());
            }
        }
    };
    view! {
        <dialog
            node_ref=dialog
            role=role
            closedby=light.then_some("any")
            // Not by an id: two may be open, one over the other.
            aria-label=title.clone()
            on:compositionstart=move |_event| composition.begin()
            on:compositionend=move |_event| composition.end()
            on:keydown=move |event| composition.key(&event)
            on:cancel=cancel
            on:close=closed
        >
            <h2>{title.clone()}</h2>
            {children()}
        </dialog>
    }
}
