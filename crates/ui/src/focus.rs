//! Moving the focus, so that it is never lost.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// The `id` of the main content.
const MAIN: &str = "content";
/// A table that can be scrolled by keyboard, or a heading that can be focused.
const CONTENT: &str = "[tabindex]:has(> table), h1[tabindex], h2[tabindex]";
/// What to search with, or such content.
const SEARCH_OR_CONTENT: &str = "input[type=search], [tabindex]:has(> table), h1[tabindex], h2[tabindex]";

/// Gives the focus to an element as soon as it is there.
pub fn focus_soon(id: String) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        // A control inside, if it is only a place.
        let inner =
            element.as_ref().and_then(|element| element.query_selector("button, input").ok().flatten());
        focus(inner.or(element));
    });
}

/// Gives the focus to the main content.
pub fn focus_main() {
    request_animation_frame(|| focus(document().get_element_by_id(MAIN)));
}

/// Gives the focus to the first table of the main content, or to its heading.
pub fn focus_table() {
    request_animation_frame(|| {
        let main = document().get_element_by_id(MAIN);
        let find = |selector| main.as_ref().and_then(|main| main.query_selector(selector).ok().flatten());
        focus(find("[tabindex]:has(> table)").or_else(|| find("h1[tabindex]")));
    });
}

/// Gives the focus to the table or heading near the button that has it: the button is about to go.
pub fn focus_near() {
    let places = document().active_element().map(|from| ancestors(&from)).unwrap_or_default();
    request_animation_frame(move || focus(near(&places, CONTENT)));
}

/// A button that is gone after it was pressed leaves the focus to what is near. For the capture
/// phase: later the button may be gone already.
pub fn keep_focus(event: leptos::ev::MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(button) = target.and_then(|target| target.closest("button").ok().flatten()) else { return };
    let places = ancestors(&button);
    request_animation_frame(move || {
        let lost = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
        if lost && !button.is_connected() {
            focus(near(&places, SEARCH_OR_CONTENT).or_else(|| document().get_element_by_id(MAIN)));
        }
    });
}

/// The elements around this one, up to the main content.
fn ancestors(element: &Element) -> Vec<Element> {
    let up = |element: &Element| (element.id() != MAIN).then(|| element.parent_element()).flatten();
    std::iter::successors(up(element), up).collect()
}

/// The first such element in the innermost place that is still there.
fn near(places: &[Element], selector: &str) -> Option<Element> {
    places
        .iter()
        .filter(|place| place.is_connected() && place.tag_name() != "BODY")
        .find_map(|place| place.query_selector(selector).ok().flatten())
}

/// The place of each `id` in the page, from above; the greatest for those that are not there.
pub fn places_in_page(ids: &[Option<String>]) -> Vec<usize> {
    let Ok(found) = document().query_selector_all("[id]") else { return vec![usize::MAX; ids.len()] };
    let all: Vec<String> = (0..found.length())
        .filter_map(|index| Some(found.item(index)?.dyn_into::<Element>().ok()?.id()))
        .collect();
    let place = |id: &Option<String>| {
        let id = id.as_ref()?;
        all.iter().position(|other| other == id)
    };
    ids.iter().map(|id| place(id).unwrap_or(usize::MAX)).collect()
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Without focus the page is still usable.
        let _ = element.focus();
    }
}
