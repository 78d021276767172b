//! Reasons for rejection: what was typed is kept, and some are saved.

use crate::support::answers::{
    FRAMES, REJECT, REVIEW, REVIEWS, frame, frames, list, receipt, refusal, review,
};
use crate::support::page::{ACCESS_KEY, SECRET_KEY, config, storage};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};

const DATE: &str = "2024-01-31 10:20:30";
const URL: &str = "/reviews/83/381/1543";
const STORED: &str = "dbf.reasons";

fn answers() -> [(&'static str, Answer); 2] {
    let requests: Vec<Value> = (1..=2).map(|number| review(number, &format!("{number}.csv"), DATE)).collect();
    let all: Vec<Value> = requests.iter().cloned().chain([review(1543, "a.csv", DATE)]).collect();
    [(REVIEW, list(&all)), (REVIEWS, list(&requests))]
}

async fn begin(page: &Page, name: &str) {
    holds("it can be decided", || page.find_button(name).is_some() && !page.is_blocked(name)).await;
    page.press(name);
    page.dialog().await;
}

async fn rejecting() -> Page {
    let page = Page::open_connected(URL, &answers()).await;
    begin(&page, "Reject").await;
    page
}

fn reason(page: &Page) -> String {
    page.field::<HtmlTextAreaElement>("Reason").value()
}

/// The saved reasons, in the order in which they are offered.
fn offered(page: &Page) -> Vec<String> {
    let Some(select) = page.find_field::<HtmlSelectElement>("Saved reasons") else { return Vec::new() };
    let options = select.query_selector_all("option").unwrap();
    (1..options.length()).map(|index| options.item(index).unwrap().text_content().unwrap()).collect()
}

async fn save(page: &Page, text: &str) {
    page.fill("Reason", text);
    begin(page, "Save this reason").await;
    page.has_button("Remove from saved reasons").await;
    holds("it is offered", || offered(page).first().is_some_and(|first| first == text)).await;
}

#[wasm_bindgen_test]
async fn a_reason_is_saved_offered_everywhere_and_removed() {
    let page = rejecting().await;
    assert!(page.is_blocked("Save this reason"), "nothing is typed");
    assert!(offered(&page).is_empty());
    save(&page, "Too detailed").await;
    page.shows("Saved in this browser only.").await;
    save(&page, "No purpose given").await;
    page.has_button("Remove from saved reasons").await;
    holds("both are offered", || offered(&page) == ["No purpose given", "Too detailed"]).await;
    assert_eq!(storage().get_item(STORED).unwrap().unwrap(), r#"["No purpose given","Too detailed"]"#);
    assert!(page.gateway.sent_to(REJECT).is_empty(), "the API knows nothing of it");

    // In another session, for several.
    let page = page.reload_app("/connect?next=%2Freviews", config());
    for (operation, answer) in answers() {
        page.gateway.always(operation, answer);
    }
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    holds("they are shown", || page.all("input.pick").len() == 2).await;
    page.all("input.pick").iter().for_each(web_sys::HtmlElement::click);
    idle().await;
    begin(&page, "Reject selected").await;
    page.has_submit().await;
    page.choose("Saved reasons", "Too detailed");
    holds("it is in the field", || reason(&page) == "Too detailed").await;
    page.press("Remove from saved reasons");
    page.shows("Removed.").await;
    holds("one is left", || offered(&page) == ["No purpose given"]).await;
    assert_eq!(reason(&page), "Too detailed", "what is in the field stays");
}

#[wasm_bindgen_test]
async fn the_reason_used_last_is_offered_first() {
    let page = rejecting().await;
    save(&page, "First").await;
    save(&page, "Second").await;
    page.choose("Saved reasons", "First");
    holds("it is in the field", || reason(&page) == "First").await;
    page.gateway.always(REJECT, receipt("Rejected."));
    page.submit();
    page.no_dialog().await;
    assert_eq!(storage().get_item(STORED).unwrap().unwrap(), r#"["First","Second"]"#);
}

#[wasm_bindgen_test]
async fn a_choice_is_added_to_what_was_typed() {
    let page = rejecting().await;
    save(&page, "Saved").await;
    page.fill("Reason", "Typed for this one");
    page.choose("Saved reasons", "Saved");
    holds("both are there", || reason(&page) == "Typed for this one\nSaved").await;
}

#[wasm_bindgen_test]
async fn a_typed_reason_survives_a_failed_send_and_a_lock() {
    let page = rejecting().await;
    page.gateway.always(REJECT, refusal(403, "Not you"));
    page.fill("Reason", "A long reason");
    page.submit();
    page.shows("Not you").await;
    assert_eq!(reason(&page), "A long reason");
    page.press("Cancel");
    page.no_dialog().await;

    page.link("Settings").click();
    page.has_button("Lock now").await;
    page.press("Lock now");
    holds("it is locked", || page.path_is("/connect")).await;
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    page.has_button("Lock now").await;
    page.follow(URL);
    begin(&page, "Reject").await;
    assert_eq!(reason(&page), "A long reason");
}
