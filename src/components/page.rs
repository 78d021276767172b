//! The head of a page: its `h1`, which gets the focus after navigation, and its actions.

use leptos::html;
use leptos::prelude::*;

use crate::locale::texts;

/// The heading. It is announced and focused when the page opens, and names the window.
#[component]
pub fn PageHeader(
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move |_| document().set_title(&(texts().page_title)(&title.get())));
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            // Without focus the page is still usable.
            let _ = heading.focus();
        }
    });
    view! {
        <header class="page-header">
            <h1 node_ref=heading tabindex="-1">{title}</h1>
            {children.map(|children| view! { <div class="page-actions">{children()}</div> })}
        </header>
    }
}
