//! The tabs of a page, each with a URL of its own, and the way to the pages beside it.

use databoxframe::Id;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::router::{Route, href, use_router};
use crate::texts::texts;
use crate::untrusted::{line, name_or};

/// The tabs of a page, as links. The open one is that of the URL; the page around them stays.
#[component]
pub fn Tabs(
    /// Each with its name.
    tabs: Vec<(Route, &'static str)>,
) -> impl IntoView {
    let router = use_router();
    let place = NodeRef::<html::Nav>::new();
    let page = tabs.first().map(|(route, _)| route.page());
    Effect::new(move |before: Option<bool>| {
        let is_here = page == Some(router.route().page());
        // Back and Forward: what had the focus may be gone.
        if before.is_some() && is_here && router.arrived() {
            request_animation_frame(move || focus_open(place));
        }
        is_here
    });
    let link = |(route, name): (Route, &'static str)| {
        let path = route.path();
        let left = move || {
            router.location().track();
            href(&router.url_left(&path))
        };
        let current = move || (router.route() == route).then_some("page");
        view! { <a href=left data-back="" aria-current=current>{name}</a> }.into_any()
    };
    let links: Vec<AnyView> = tabs.into_iter().map(link).collect();
    view! { <nav class="tabs" aria-label=texts().infra.tabs node_ref=place>{links}</nav> }
}

/// Gives the focus to the open tab, unless a tab has it.
fn focus_open(place: NodeRef<html::Nav>) {
    let active = document().active_element();
    // The page may be gone by the next frame.
    let place = place.try_get_untracked().flatten().filter(|place| !place.contains(active.as_deref()));
    let open = place.and_then(|place| place.query_selector("[aria-current]").ok().flatten());
    if let Some(open) = open.and_then(|open| open.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Without focus the page is still usable.
        let _ = open.focus();
    }
}

/// Number and name of something.
pub type Named = (Id, String);

/// What comes before and after something in its list.
pub type Neighbours = (Option<Named>, Option<Named>);

/// The neighbours of the record of this number.
pub fn neighbours<'a>(number: &Id, records: impl Iterator<Item = (&'a Id, Option<&'a str>)>) -> Neighbours {
    let named =
        |(number, name): (&Id, Option<&str>)| (number.clone(), name_or(name, number.as_str()).to_owned());
    let (mut before, mut found) = (None, false);
    for record in records {
        if found {
            return (before, Some(named(record)));
        }
        found = record.0 == number;
        if !found {
            before = Some(named(record));
        }
    }
    (before.filter(|_| found), None)
}

/// Links to the neighbours. `labels`: what they are, the one before first; `route`: the page of one.
#[component]
pub fn Neighbours(
    #[prop(into)] neighbours: Signal<Neighbours>,
    labels: (&'static str, &'static str),
    #[prop(into)] route: Callback<Id, Route>,
) -> impl IntoView {
    let link = move |named: Option<Named>, label: &'static str, class: &'static str| {
        let (number, name) = named?;
        let href = href(&route.run(number).path());
        Some(
            view! {
                <a href=href class=class>
                    <span class="visually-hidden">{label}": "</span>
                    {line(&name).view()}
                </a>
            }
            .into_any(),
        )
    };
    move || {
        let (before, after) = neighbours.get();
        view! { <div class="neighbours">{link(before, labels.0, "before")}{link(after, labels.1, "after")}</div> }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_those_of_the_list() {
        let records = [(Id::from(1), Some("a")), (Id::from(2), None), (Id::from(3), Some("c"))];
        let of = |number: u64| {
            let list = records.iter().map(|(number, name)| (number, *name));
            let (before, after) = neighbours(&Id::from(number), list);
            [before, after].map(|one| one.map(|(_, name)| name))
        };
        assert_eq!(of(1), [None, Some("2".to_owned())]);
        assert_eq!(of(2), [Some("a".to_owned()), Some("c".to_owned())]);
        assert_eq!(of(3), [Some("2".to_owned()), None]);
        assert_eq!(of(9), [None, None]);
    }
}
