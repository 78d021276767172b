//! A button that can't be pressed now says why to everybody.

use databoxframe_console::components::{Availability, Button, DisabledReason, Menu};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::Page;
use crate::support::page::{focused, script};
use crate::support::time::{holds, idle};

const REASON: &str = "Nothing is selected.";

/// Two buttons of this availability, the second with its reason beside it.
fn buttons(availability: RwSignal<Availability>, pressed: RwSignal<u32>) -> Page {
    let press = Callback::new(move |()| pressed.update(|times| *times += 1));
    let view = move |_| {
        let view = view! {
            <Button label="Delete" availability=availability on_press=press />
            <Button label="Send" availability=availability on_press=press reason_beside=true />
            <DisabledReason availability=availability />
        };
        (view, ())
    };
    Page::open("/settings", view).0
}

/// What is shown beside a button.
fn shown(page: &Page) -> Vec<HtmlElement> {
    page.all("[popover]")
}

fn is_open(popover: &HtmlElement) -> bool {
    popover.matches(":popover-open").unwrap()
}

#[wasm_bindgen_test]
async fn a_press_shows_the_reason_until_the_focus_moves_on() {
    let (availability, pressed) = (RwSignal::new(Availability::Disabled(REASON.into())), RwSignal::new(0));
    let page = buttons(availability, pressed);
    let button = page.button("Delete");
    button.focus().unwrap();
    assert!(focused(&button) && shown(&page).is_empty(), "it can be reached, and is quiet");
    button.click();
    holds("the reason is announced", || page.announced(REASON)).await;
    let popover = shown(&page).remove(0);
    assert!(is_open(&popover) && popover.get_attribute("role").as_deref() == Some("status"));
    let (near, style) = (button.get_bounding_client_rect(), popover.get_attribute("style").unwrap());
    let (left, top) = (near.left() as i32, (near.bottom() + 4.0) as i32);
    assert!(style.contains(&format!("left: {left}px; top: {top}px")), "not beside it: {style}");
    button.blur().unwrap();
    holds("it is gone", || shown(&page).is_empty()).await;
    assert_eq!(pressed.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn it_goes_when_the_browser_closes_it_and_when_the_button_can_be_pressed() {
    let (availability, pressed) = (RwSignal::new(Availability::Disabled(REASON.into())), RwSignal::new(0));
    let page = buttons(availability, pressed);
    page.press("Delete");
    holds("the reason is shown", || page.announced(REASON)).await;
    // As Escape and a press elsewhere do.
    script("document.querySelector('[popover]').hidePopover()");
    holds("it is gone", || shown(&page).is_empty()).await;
    page.press("Delete");
    holds("it is shown again", || page.announced(REASON)).await;
    availability.set(Availability::Ready);
    holds("it is out of date", || shown(&page).is_empty()).await;
    page.press("Delete");
    idle().await;
    assert!(shown(&page).is_empty() && pressed.get_untracked() == 1);
    // Work under way has no reason to tell.
    availability.set(Availability::Busy);
    page.press("Delete");
    idle().await;
    assert!(shown(&page).is_empty() && pressed.get_untracked() == 1);
}

#[wasm_bindgen_test]
async fn the_button_of_a_menu_says_why_too() {
    let availability = RwSignal::new(Availability::Disabled(REASON.into()));
    let page = Page::open("/settings", move |_| {
        (view! { <Menu label="Export" items=Vec::new() availability=availability /> }, ())
    })
    .0;
    page.press("Export");
    holds("the reason is announced", || page.announced(REASON)).await;
    assert_eq!(page.button("Export").get_attribute("aria-expanded").as_deref(), Some("false"));
    availability.set(Availability::Ready);
    page.press("Export");
    holds("it opens", || page.button("Export").get_attribute("aria-expanded").as_deref() == Some("true"))
        .await;
    assert!(shown(&page).is_empty());
}

#[wasm_bindgen_test]
async fn a_reason_that_stands_beside_is_not_said_twice() {
    let availability = RwSignal::new(Availability::Disabled(REASON.into()));
    let page = buttons(availability, RwSignal::new(0));
    page.press("Send");
    idle().await;
    assert!(shown(&page).is_empty());
    assert_eq!(page.texts(".hint"), [REASON]);
}
