//! The location bar: it follows the page, as often as the browser allows.

use crate::support::Page;
use crate::support::answers::two_frames;
use crate::support::page::{back, location, script, send};
use crate::support::time::{holds, idle};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

/// How a browser refuses a change of the URL.
#[derive(Clone, Copy, Debug)]
enum Refusal {
    /// With an error.
    Throws,
    /// By doing nothing.
    Ignores,
}

/// Counts changes of the URL from now on.
fn count_changes() {
    script(
        "window.changes = 0;
         for (const name of ['pushState', 'replaceState']) {
           history[name] = function (...arguments_) {
             window.changes += 1;
             return History.prototype[name].apply(history, arguments_);
           };
         }",
    );
}

/// Refuses changes of the URL from now on.
fn refuse(how: Refusal) {
    let body = match how {
        Refusal::Throws => "throw new DOMException('too many', 'SecurityError')",
        Refusal::Ignores => "",
    };
    script(&format!("history.pushState = history.replaceState = () => {{ {body} }};"));
}

/// Takes changes again.
fn allow() {
    script("delete history.pushState; delete history.replaceState;");
}

fn changes() -> f64 {
    script("return window.changes").as_f64().unwrap()
}

/// Counts what listeners throw from now on: it ends no test by itself.
fn count_listener_errors() {
    script(
        "if (window.listenerErrors === undefined) {
           window.addEventListener('error', () => (window.listenerErrors += 1));
         }
         window.listenerErrors = 0;",
    );
}

fn listener_errors() -> f64 {
    script("return window.listenerErrors").as_f64().unwrap()
}

fn heading(page: &Page) -> String {
    page.texts("h1").concat()
}

async fn frames_page() -> Page {
    allow();
    let page = Page::open_connected("/frames", &two_frames()).await;
    page.column_is("Name", &["Alpha", "Beta"]).await;
    page
}

#[wasm_bindgen_test]
async fn fast_typing_writes_the_address_a_few_times_and_its_end_always() {
    let page = frames_page().await;
    count_changes();
    let mut text = String::new();
    for index in 0..300_u32 {
        text.push(char::from(b'a' + (index % 26) as u8));
        page.fill("Search", &text);
        if index % 30 == 0 {
            idle().await;
        }
    }
    page.shows("No items match the filters.").await;
    holds("the end is written", || location() == format!("/frames?q={text}")).await;
    assert!(changes() <= 20.0, "{} changes", changes());
    allow();
}

#[wasm_bindgen_test]
async fn the_url_follows_when_nobody_types_any_more() {
    let page = frames_page().await;
    count_changes();
    for text in ["a", "al", "alp"] {
        page.fill("Search", text);
        idle().await;
    }
    page.column_is("Name", &["Alpha"]).await;
    assert_eq!((changes(), location()), (0.0, "/frames".to_owned()), "somebody types");
    holds("the pause is over", || location() == "/frames?q=alp").await;
    assert_eq!(changes(), 1.0);
    // Who leaves the field, or the page for its URL, finds what is shown there.
    page.fill("Search", "be");
    send(&page.field::<HtmlInputElement>("Search"), "blur");
    assert_eq!(location(), "/frames?q=be");
    page.fill("Search", "bet");
    script("window.dispatchEvent(new Event('blur'))");
    assert_eq!(location(), "/frames?q=bet");
    // What is chosen takes along what was typed, and does not wait.
    page.fill("Search", "");
    page.press("Boxes");
    holds("the order is written", || location() == "/frames?sort=boxes").await;
    allow();
}

#[wasm_bindgen_test]
async fn every_search_writes_the_url_when_its_field_is_left_also_with_its_page() {
    for path in ["/frames", "/activity"] {
        allow();
        let page = Page::open_connected(path, &two_frames()).await;
        page.element("input[type=search]").await;
        let field: HtmlInputElement = page.field("Search");
        assert_eq!(field.placeholder(), "Search");
        count_changes();
        page.fill("Search", "al");
        idle().await;
        assert_eq!((changes(), location()), (0.0, path.to_owned()), "somebody types");
        send(&field, "blur");
        assert_eq!(location(), format!("{path}?q=al"));

        // Browsers take the focus away from what they remove.
        field.focus().unwrap();
        count_listener_errors();
        page.fill("Search", "alp");
        page.link("Settings").click();
        page.has_button("Forget keys").await;
        assert!(!field.is_connected());
        assert_eq!(listener_errors(), 0.0, "a listener of the field used what is gone");
        assert_eq!((heading(&page).as_str(), location().as_str()), ("Settings", "/settings"));
        back();
        page.element("input[type=search]").await;
        assert_eq!(page.field::<HtmlInputElement>("Search").value(), "alp");
        assert_eq!(location(), format!("{path}?q=alp"));
        allow();
    }
}

#[wasm_bindgen_test]
async fn what_was_typed_last_is_written_before_the_page_is_left() {
    let page = frames_page().await;
    page.fill("Search", "a");
    page.fill("Search", "al");
    page.fill("Search", "alp");
    assert_ne!(location(), "/frames?q=alp", "it waits");
    script("window.dispatchEvent(new Event('pagehide'))");
    assert_eq!(location(), "/frames?q=alp");
    // A link takes it along too.
    page.fill("Search", "bet");
    page.link("Beta").click();
    holds("the frame's page is open", || heading(&page) == "Beta").await;
    assert_eq!(location(), "/frames/84");
    back();
    page.column_is("Name", &["Beta"]).await;
    assert_eq!(location(), "/frames?q=bet");
}

#[wasm_bindgen_test]
async fn a_refusal_is_tried_again_and_what_is_shown_does_not_wait() {
    for how in [Refusal::Throws, Refusal::Ignores] {
        let page = frames_page().await;
        refuse(how);
        page.fill("Search", "beta");
        page.column_is("Name", &["Beta"]).await;
        page.link("Beta").click();
        holds("the frame's page is open", || heading(&page) == "Beta").await;
        assert_eq!(location(), "/frames", "{how:?}");
        allow();
        holds("the URL follows", || location() == "/frames/84").await;
        back();
        page.column_is("Name", &["Beta"]).await;
        assert_eq!(location(), "/frames?q=beta", "{how:?}");
    }
}

#[wasm_bindgen_test]
async fn back_from_a_page_whose_entry_was_refused_leads_to_the_page_before_it() {
    for how in [Refusal::Throws, Refusal::Ignores] {
        let page = frames_page().await;
        page.link("Buckets").click();
        holds("the buckets are open", || location() == "/buckets").await;
        page.link("Activity").click();
        holds("the record is open", || location() == "/activity").await;
        refuse(how);
        page.link("Settings").click();
        holds("the settings are open", || heading(&page) == "Settings").await;
        // Leaving the page here is asked about: Back might leave the console.
        assert!(asks_before_leaving());
        // In the browser this is the way from Activity to Buckets.
        back();
        holds("Activity is shown", || heading(&page) == "Activity").await;
        holds("and is in the URL", || location() == "/activity").await;
        allow();
        idle().await;
        assert_eq!((heading(&page), location()), ("Activity".to_owned(), "/activity".to_owned()), "{how:?}");
        assert!(!asks_before_leaving());
        // The history is as it was.
        back();
        holds("the buckets are open", || location() == "/buckets" && heading(&page).contains("ucket")).await;
    }
}

/// Whether the page asks the browser to ask before it is left.
fn asks_before_leaving() -> bool {
    let asked: Array = script(
        "const event = new Event('beforeunload', { cancelable: true });
         window.dispatchEvent(event);
         return [event.defaultPrevented];",
    )
    .unchecked_into();
    asked.get(0).is_truthy()
}
