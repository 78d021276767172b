//! Scrolls a page to where it was left, as soon as its content is long enough again.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::places::{LeftPage, Scroll};

/// Parts of a page that scroll by themselves.
const PARTS: &str = "[data-scroll]";
/// Links of the page's content, but for those to other tabs and back.
const LINKS: &str = "#content a[href]:not([data-back])";
/// How long content may take to come, in milliseconds.
const PATIENCE_MS: f64 = 3_000.0;
/// Closer than this is there, in pixels.
const NEAR: f64 = 2.0;

fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// How far the page is scrolled now.
pub fn now() -> Scroll {
    Scroll {
        window: window().scroll_y().unwrap_or_default(),
        parts: all(PARTS).iter().map(|part| f64::from(part.scroll_top())).collect(),
    }
}

/// The link that has the focus, if it is one of the content.
pub fn focused_link() -> Option<String> {
    let active = document().active_element()?;
    active.matches(LINKS).ok().filter(|is_link| *is_link)?;
    active.get_attribute("href")
}

/// The browser does not scroll by itself: it does so before the content is there.
pub fn take_over() {
    if let Ok(history) = window().history() {
        // Then it may scroll twice.
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Scrolls; whether the page is where it was.
fn apply(scroll: &Scroll) -> bool {
    window().scroll_to_with_x_and_y(0.0, scroll.window);
    let mut there = (now().window - scroll.window).abs() < NEAR;
    let parts = all(PARTS);
    for (index, part) in parts.iter().enumerate() {
        let wanted = scroll.parts.get(index).copied().unwrap_or_default();
        part.set_scroll_top(wanted.round() as i32);
        there &= (f64::from(part.scroll_top()) - wanted).abs() < NEAR;
    }
    there && parts.len() >= scroll.parts.len()
}

/// Gives the focus back to the link that led away, unless somebody took it elsewhere; whether that is
/// done.
fn focus_link(href: &str) -> bool {
    let active = document().active_element();
    if active.is_some_and(|active| !["BODY", "H1"].contains(&active.tag_name().as_str())) {
        return true;
    }
    let link = all(LINKS).into_iter().find(|link| link.get_attribute("href").as_deref() == Some(href));
    let link = link.and_then(|link| link.dyn_into::<HtmlElement>().ok());
    link.inspect(focus).is_some()
}

/// Gives the focus to an element where it is.
fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Without focus the page is still usable.
    let _ = element.focus_with_options(&options);
}

/// Gives the focus to the heading of a page that opens, unless somebody took it elsewhere.
pub fn focus_heading(heading: HtmlElement) {
    let before = document().active_element();
    after_requests(move || {
        let active = document().active_element();
        let is_in_use =
            active.as_ref().is_some_and(|active| !["BODY", "MAIN"].contains(&active.tag_name().as_str()));
        if active == before || !is_in_use {
            focus(&heading);
        }
    });
}

/// Runs `work` once a page that opens has sent its requests: for what makes the browser lay out the
/// whole page.
pub fn after_requests(work: impl FnOnce() + 'static) {
    set_timeout(work, Duration::ZERO);
}

/// Brings the page to this place, while `goes_on`.
pub fn restore(place: LeftPage, goes_on: impl Fn() -> bool + 'static) {
    let end = js_sys::Date::now() + PATIENCE_MS;
    step(Rc::new(move || {
        if !goes_on() || js_sys::Date::now() > end {
            return true;
        }
        apply(&place.scroll) && place.link.as_deref().is_none_or(focus_link)
    }));
}

/// Once a frame, until it is done.
fn step(work: Rc<dyn Fn() -> bool>) {
    request_animation_frame(move || {
        if !work() {
            step(work);
        }
    });
}
