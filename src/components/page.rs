//! The head of a page: its `h1`, which gets the focus after navigation, and its actions.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use crate::router::{Route, after_requests, focus_heading, use_router};
use crate::texts::texts;
use crate::untrusted::line;

/// A page above this one.
pub struct Crumb {
    /// The page.
    pub route: Route,
    /// What it is called.
    pub text: Signal<String>,
}

impl Crumb {
    /// Makes one.
    pub fn new(route: Route, text: impl Into<Signal<String>>) -> Self {
        Self { route, text: text.into() }
    }
}

/// Stands before the title of the window, on every page; empty for nothing.
#[derive(Clone, Copy)]
pub struct TitleCount(pub Signal<String>);

/// The actions in the heading of the page, for the command palette.
#[derive(Clone, Copy, Default)]
pub struct PageActions(StoredValue<Option<NodeRef<html::Div>>>);

impl PageActions {
    /// The buttons and links that can be pressed now.
    pub fn available(self) -> Vec<HtmlElement> {
        // The page may be gone.
        let place = self.0.get_value().and_then(|place| place.try_get_untracked().flatten());
        let Some(found) = place.and_then(|place| place.query_selector_all("button, a[href]").ok()) else {
            return Vec::new();
        };
        let is_on = |element: &Element| element.get_attribute("aria-disabled").as_deref() != Some("true");
        let elements = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into::<Element>().ok());
        elements.filter(is_on).filter_map(|element| element.dyn_into().ok()).collect()
    }
}

/// The `h1` of a page. It is announced and focused when the page opens, and names the window.
#[component]
pub fn PageTitle(
    #[prop(into)] title: Signal<String>,
    /// The open tab, named in the window's title.
    #[prop(optional, into)]
    part: Signal<Option<&'static str>>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    let t = texts();
    let count = use_context::<TitleCount>();
    let name = Memo::new(move |_| {
        let count = count.map(|TitleCount(count)| count.get()).unwrap_or_default();
        let part = part.get().map(|part| format!("{part} · ")).unwrap_or_default();
        format!("{count}{part}{}", (t.page_title)(&line(&title.get()).words(t)))
    });
    Effect::new(move |_| {
        name.track();
        // The newest name: the browser may run the later of two timers first.
        after_requests(move || {
            if let Some(name) = name.try_get_untracked() {
                document().set_title(&name);
            }
        });
    });
    let router = use_router();
    Effect::new(move |_| {
        // Not when the same page is drawn again, as in another language.
        if let Some(heading) = heading.get()
            && router.arrived()
        {
            focus_heading(heading.into());
        }
    });
    view! { <h1 node_ref=heading tabindex="-1">{move || line(&title.get()).view()}</h1> }
}

/// The place of a page's actions, which the command palette offers too.
pub fn actions_place() -> NodeRef<html::Div> {
    let place = NodeRef::new();
    if let Some(PageActions(actions)) = use_context() {
        actions.set_value(Some(place));
    }
    place
}

/// The head of a page: its title, what can be done, and the pages above it.
#[component]
pub fn PageHeader(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] actions: Vec<AnyView>,
    #[prop(optional, into)] trail: Vec<Crumb>,
    /// The open tab, named in the window's title.
    #[prop(optional, into)]
    part: Signal<Option<&'static str>>,
    /// Stands beside the trail.
    #[prop(optional)]
    beside: Option<AnyView>,
) -> impl IntoView {
    let (t, router, actions_at) = (texts(), use_router(), actions_place());
    let trail = (!trail.is_empty()).then(|| {
        let crumbs: Vec<AnyView> = trail
            .into_iter()
            .map(|crumb| {
                // As it was left, with its filters, and where it was scrolled to.
                let href = router.left(&crumb.route).href();
                view! { <li><a href=href data-back="">{move || line(&crumb.text.get()).view()}</a></li> }
                    .into_any()
            })
            .collect();
        // No second `nav`: the links of the first are what people look for in one.
        view! { <ol class="trail" aria-label=t.trail>{crumbs}</ol> }.into_any()
    });
    let place = (trail.is_some() || beside.is_some())
        .then(|| view! { <div class="place">{trail}{beside}</div> }.into_any());
    view! {
        {place}
        <header class="page-header">
            <PageTitle title=title part=part />
            <div class="page-actions" node_ref=actions_at>{actions}</div>
        </header>
    }
}
