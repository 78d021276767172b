//! The head of a page: its `h1`, which gets the focus after navigation, and its actions.

use leptos::html;
use leptos::prelude::*;

use crate::console::Console;
use crate::locale::texts;
use crate::reactive::effect;

/// The heading. It is announced and focused when the page opens, and names the window.
#[component]
pub fn PageHeader(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] actions: Vec<AnyView>,
) -> AnyView {
    let heading = NodeRef::<html::H1>::new();
    let t = texts();
    effect(move || document().set_title(&(t.page_title)(&title.get())));
    let router = Console::here().router;
    effect(move || {
        // Not when the same page is drawn again, as in another language.
        if let Some(heading) = heading.get()
            && router.arrived()
        {
            // Without focus the page is still usable.
            let _ = heading.focus();
        }
    });
    view! {
        <header class="page-header">
            <h1 node_ref=heading tabindex="-1">{title}</h1>
            <div class="page-actions">{actions}</div>
        </header>
    }
    .into_any()
}
