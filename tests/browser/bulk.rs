//! The decision on several requests: what is selected, what is shown of it, what is taken out.

use crate::support::answers::{APPROVE, REVIEW, REVIEWS, list, receipt, refusal, review};
use crate::support::page::press_key;
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use serde_json::{Value, json};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

const DATE: &str = "2024-01-31 10:20:30";

fn waiting(number: u64) -> Value {
    review(number, &format!("file-{number}.csv"), DATE)
}

/// The request as its own page has it.
fn detail(number: u64) -> Value {
    let mut detail = waiting(number);
    detail["exportPurpose"] = format!("Purpose {number}").into();
    detail["description"] = format!("Description {number}").into();
    detail
}

async fn reviews(records: &[Value]) -> Page {
    let page = Page::open_connected("/reviews?view=all", &[(REVIEWS, list(records))]).await;
    holds("they are shown", || page.all("tbody tr:not([aria-hidden])").len() == records.len()).await;
    page
}

/// Selects all of so many requests, whose details are these, and begins to approve them.
async fn approving(count: u64, details: Answer) -> Page {
    let page = reviews(&(1..=count).map(waiting).collect::<Vec<Value>>()).await;
    page.gateway.always(REVIEW, details);
    page.press(&format!("Select all matching ({count})"));
    holds("it can be decided", || !page.is_blocked("Approve selected")).await;
    page.press("Approve selected");
    page
}

fn items(page: &Page) -> Vec<String> {
    page.texts("[role=dialog] ol > li")
}

/// The box before an item of the dialog.
fn item_box(page: &Page, index: usize) -> HtmlInputElement {
    page.all("[role=dialog] ol input[type=checkbox]")[index].clone().unchecked_into()
}

#[wasm_bindgen_test]
async fn all_that_match_and_wait_are_selected_and_cleared() {
    let mut decided = review(3, "file-3.csv", DATE);
    decided["status"] = "COPY_CMPL".into();
    let page = reviews(&[waiting(1), waiting(2), decided, review(4, "other.csv", DATE)]).await;
    page.has_button("Select all matching (3)").await;
    assert!(page.is_blocked("Clear selection"));
    page.fill("Search", "file");
    page.has_button("Select all matching (2)").await.click();
    page.shows("2 selected").await;
    holds("all are", || page.is_blocked("Select all matching (2)")).await;
    page.fill("Search", "other");
    page.shows("2 selected requests are hidden by the filters.").await;
    page.has_button("Select all matching (1)").await.click();
    page.shows("3 selected").await;
    page.press("Clear selection");
    holds("nothing is selected", || !page.says("3 selected") && page.is_blocked("Approve selected")).await;
    assert!(!page.says("hidden by the filters"));
}

#[wasm_bindgen_test]
async fn purpose_and_description_are_read_before_anything_is_confirmed() {
    let page = reviews(&[waiting(1), waiting(2)]).await;
    page.press("Select all matching (2)");
    holds("it can be decided", || !page.is_blocked("Approve selected")).await;
    page.press("Approve selected");
    page.shows("0 of 2 requests read").await;
    assert!(page.find_submit().is_none());
    page.gateway.request_to(REVIEW, 0).await.answer(&list(&[detail(1)]));
    page.shows("1 of 2 requests read").await;
    page.gateway.request_to(REVIEW, 1).await.answer(&list(&[detail(2)]));
    page.has_submit().await;
    let shown = items(&page);
    for (item, number) in shown.iter().zip(1..) {
        for part in ["Purpose", "Description"] {
            assert!(item.contains(&format!("{part} {number}")), "{shown:?}");
        }
    }
    assert!(page.gateway.sent_to(APPROVE).is_empty());
}

#[wasm_bindgen_test]
async fn reading_can_be_given_up() {
    let page = reviews(&[waiting(1)]).await;
    page.press("Select all matching (1)");
    holds("it can be decided", || !page.is_blocked("Approve selected")).await;
    page.press("Approve selected");
    let read = page.gateway.request_to(REVIEW, 0).await;
    page.press("Cancel");
    page.no_dialog().await;
    holds("its read is aborted", || read.aborted()).await;
    idle().await;
    assert!(page.find_dialog().is_none());
    page.shows("1 selected").await;
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_or_has_changed_is_said_and_not_sent() {
    let mut changed = detail(2);
    changed["sourceFileName"] = "other.csv".into();
    let mut decided = detail(3);
    decided["status"] = "COPY_CMPL".into();
    // The fourth is not there.
    let page = approving(4, list(&[detail(1), changed, decided])).await;
    page.has_submit().await;
    assert_eq!(items(&page).len(), 1);
    page.shows("3 requests can't be decided here:").await;
    page.shows("file-2.csv: It has changed since it was shown to you.").await;
    page.shows("file-3.csv: This request has already been reviewed.").await;
    page.shows("file-4.csv: ").await;
    page.gateway.always(APPROVE, receipt("Approved."));
    page.submit();
    page.shows("1 of 1 took effect.").await;
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1);
}

#[wasm_bindgen_test]
async fn nothing_is_sent_of_what_could_not_be_read_at_all() {
    let page = approving(2, refusal(403, "Not you")).await;
    page.shows("2 requests can't be decided here:").await;
    assert!(items(&page).is_empty());
    page.enter();
    idle().await;
    assert!(page.gateway.sent_to(APPROVE).is_empty());
}

#[wasm_bindgen_test]
async fn what_is_taken_out_is_not_sent() {
    let details: Vec<Value> = (1..=11).map(detail).collect();
    let page = approving(11, list(&details)).await;
    page.has_submit().await;
    assert!(page.find_field::<HtmlElement>("Type 11 to confirm").is_some());
    item_box(&page, 0).click();
    holds("one less is sent", || page.submit_button().inner_text() == "Approve 10 requests").await;
    assert!(page.find_field::<HtmlElement>("Type 11 to confirm").is_none());
    assert!(items(&page)[0].contains("Not sent: taken out."), "{:?}", items(&page)[0]);
    item_box(&page, 0).click();
    holds("it is back", || page.submit_button().inner_text() == "Approve 11 requests").await;
    for index in 0..10 {
        item_box(&page, index).click();
    }
    holds("one is left", || page.submit_button().inner_text() == "Approve").await;
    page.gateway.always(APPROVE, receipt("Approved."));
    page.submit();
    page.shows("1 of 1 took effect.").await;
    let sent = page.gateway.sent_to(APPROVE);
    assert_eq!(sent.len(), 1);
    let body: Value = serde_json::from_str(&sent[0].body().await).unwrap();
    assert_eq!(body["exportApplyId"], json!(11));
    assert!(item_box(&page, 0).disabled(), "nothing is taken out of what was sent");
}

#[wasm_bindgen_test]
async fn with_all_taken_out_nothing_can_be_sent() {
    let page = approving(2, list(&[detail(1), detail(2)])).await;
    page.has_submit().await;
    item_box(&page, 0).click();
    item_box(&page, 1).click();
    holds("nothing can be sent", || page.is_submit_blocked()).await;
    page.enter();
    idle().await;
    assert!(page.gateway.sent_to(APPROVE).is_empty());
}

#[wasm_bindgen_test]
async fn a_chord_sends_all_that_the_dialog_shows() {
    let page = approving(1, list(&[detail(1)])).await;
    let button = page.has_submit().await;
    page.gateway.always(APPROVE, receipt("Approved."));
    button.focus().unwrap();
    press_key("Enter", "Enter", "{}");
    press_key("Enter", "Enter", r#"{"ctrlKey":true,"repeat":true}"#);
    idle().await;
    assert!(page.gateway.sent_to(APPROVE).is_empty(), "a held key");
    press_key("Enter", "Enter", r#"{"metaKey":true}"#);
    holds("it is sent", || page.gateway.sent_to(APPROVE).len() == 1).await;
    press_key("Enter", "Enter", r#"{"ctrlKey":true}"#);
    idle().await;
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1, "once");
}

#[wasm_bindgen_test]
async fn a_chord_sends_nothing_before_the_number_is_typed() {
    let details = list(&(1..=11).map(detail).collect::<Vec<Value>>());
    let page = approving(11, details).await;
    page.has_submit().await.focus().unwrap();
    press_key("Enter", "Enter", r#"{"ctrlKey":true}"#);
    idle().await;
    assert!(page.gateway.sent_to(APPROVE).is_empty());
}
