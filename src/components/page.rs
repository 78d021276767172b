//! The head of a page: its `h1`, which gets the focus after navigation, and its actions.

use leptos::html;
use leptos::prelude::*;

use crate::router::{href, use_router};
use crate::texts::texts;
use crate::untrusted::line;

/// A page above this one.
pub struct Crumb {
    /// URL.
    pub href: String,
    /// What it is called.
    pub text: Signal<String>,
}

impl Crumb {
    /// Makes one.
    pub fn new(href: String, text: impl Into<Signal<String>>) -> Self {
        Self { href, text: text.into() }
    }
}

/// Stands before the title of the window, on every page; empty for nothing.
#[derive(Clone, Copy)]
pub struct TitleCount(pub Signal<String>);

/// The `h1` of a page. It is announced and focused when the page opens, and names the window.
#[component]
pub fn PageTitle(#[prop(into)] title: Signal<String>) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    let t = texts();
    let count = use_context::<TitleCount>();
    Effect::new(move |_| {
        let count = count.map(|TitleCount(count)| count.get()).unwrap_or_default();
        document().set_title(&format!("{count}{}", (t.page_title)(&line(&title.get()).words(t))));
    });
    let router = use_router();
    Effect::new(move |_| {
        // Not when the same page is drawn again, as in another language.
        if let Some(heading) = heading.get()
            && router.arrived()
        {
            // Without focus the page is still usable.
            let _ = heading.focus();
        }
    });
    view! { <h1 node_ref=heading tabindex="-1">{move || line(&title.get()).view()}</h1> }
}

/// The head of a page: its title, what can be done, and the pages above it.
#[component]
pub fn PageHeader(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] actions: Vec<AnyView>,
    #[prop(optional, into)] trail: Vec<Crumb>,
) -> impl IntoView {
    let t = texts();
    let trail = if trail.is_empty() {
        ().into_any()
    } else {
        let crumbs: Vec<AnyView> = trail
            .into_iter()
            .map(|crumb| {
                let href = href(&crumb.href);
                view! { <li><a href=href>{move || line(&crumb.text.get()).view()}</a></li> }.into_any()
            })
            .collect();
        // No second `nav`: the links of the first are what people look for in one.
        view! { <ol class="trail" aria-label=t.trail>{crumbs}</ol> }.into_any()
    };
    view! {
        {trail}
        <header class="page-header">
            <PageTitle title=title />
            <div class="page-actions">{actions}</div>
        </header>
    }
}
