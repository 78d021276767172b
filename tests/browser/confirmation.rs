//! Confirmations: drafts, input and refusals.

use crate::support::answers::{
    APPROVE, BOXES, FRAME, FRAME_INFRA, REJECT, RETURN_FRAME, REVIEW, REVIEWS, frame, list, nothing, review,
};
use crate::support::page::{focused, script, send};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlTextAreaElement;

const DATE: &str = "2024-01-31 10:20:30";

async fn begin(page: &Page, name: &str) {
    holds("it can be decided", || page.find_button(name).is_some() && !page.is_blocked(name)).await;
    page.press(name);
    page.dialog().await;
}

async fn review_page() -> Page {
    Page::open_connected("/reviews/83/381/1543", &[(REVIEW, list(&[review(1543, "a.csv", DATE)]))]).await
}

fn reason(page: &Page) -> String {
    page.field::<HtmlTextAreaElement>("Reason").value()
}

#[wasm_bindgen_test]
async fn a_reason_is_kept_for_its_request() {
    let page = review_page().await;
    begin(&page, "Reject").await;
    page.fill("Reason", "A long reason");
    page.escape();
    page.no_dialog().await;
    begin(&page, "Reject").await;
    assert_eq!(reason(&page), "A long reason");
    page.press("Cancel");
    page.no_dialog().await;
    begin(&page, "Reject").await;
    assert_eq!(reason(&page), "A long reason");
}

#[wasm_bindgen_test]
async fn what_sends_nothing_has_the_focus_first_unless_something_is_to_be_typed() {
    let page = review_page().await;
    begin(&page, "Approve").await;
    holds("Cancel has the focus", || focused(&page.button("Cancel"))).await;
    page.press("Cancel");
    page.no_dialog().await;
    begin(&page, "Reject").await;
    holds("the reason has it", || focused(&page.field::<HtmlTextAreaElement>("Reason"))).await;
}

/// Ticks these files, and opens the dialog that rejects them.
async fn reject(page: &Page, files: &[&str]) {
    for tick in page.all("input.pick") {
        let name = tick.get_attribute("aria-label").unwrap();
        let wanted = files.iter().any(|file| name == format!("Select {file}"));
        let ticked = js_sys::Reflect::get(&tick, &"checked".into()).unwrap().is_truthy();
        if wanted != ticked {
            tick.click();
        }
    }
    idle().await;
    begin(page, "Reject selected").await;
    page.has_submit().await;
}

#[wasm_bindgen_test]
async fn a_reason_for_one_selection_is_not_offered_for_another() {
    let requests: Vec<Value> = (1..=3).map(|number| review(number, &format!("{number}.csv"), DATE)).collect();
    let page =
        Page::open_connected("/reviews", &[(REVIEWS, list(&requests)), (REVIEW, list(&requests))]).await;
    holds("they are shown", || page.all("input.pick").len() == 3).await;
    reject(&page, &["1.csv", "2.csv"]).await;
    page.fill("Reason", "For the first two");
    page.press("Cancel");
    page.no_dialog().await;
    reject(&page, &["2.csv", "3.csv"]).await;
    assert_eq!(reason(&page), "");
    page.press("Cancel");
    page.no_dialog().await;
    reject(&page, &["2.csv", "1.csv"]).await;
    assert_eq!(reason(&page), "For the first two", "it is kept for the same requests");
    page.gateway.wait(REVIEW);
    assert!(page.gateway.sent_to(REJECT).is_empty());
}

#[wasm_bindgen_test]
async fn an_edited_body_is_kept_for_its_request() {
    let page = review_page().await;
    begin(&page, "Approve").await;
    page.unfold();
    page.press("Edit as JSON");
    holds("it can be edited", || page.find("#edited-body").is_some()).await;
    let edited =
        json!({ "dataBoxFrameNo": 83, "dataBoxNo": 381, "exportApplyId": 1543, "more": 1 }).to_string();
    page.fill("JSON body", &edited);
    page.escape();
    page.no_dialog().await;
    begin(&page, "Approve").await;
    assert_eq!(page.field::<HtmlTextAreaElement>("JSON body").value(), edited);
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    assert_eq!(sent.body().await, edited);
}

#[wasm_bindgen_test]
async fn an_edited_body_cannot_be_about_something_else() {
    let page = review_page().await;
    begin(&page, "Approve").await;
    page.unfold();
    page.press("Edit as JSON");
    holds("it can be edited", || page.find("#edited-body").is_some()).await;
    page.fill("JSON body", r#"{ "dataBoxFrameNo": 83, "dataBoxNo": 381, "exportApplyId": 1544 }"#);
    page.shows("exportApplyId identifies the resource of the request").await;
    page.submit();
    page.enter();
    idle().await;
    assert!(page.gateway.sent_to(APPROVE).is_empty());
}

#[wasm_bindgen_test]
async fn an_escape_that_ends_a_composition_closes_nothing() {
    let page = review_page().await;
    begin(&page, "Reject").await;
    let field = page.the("[role=dialog] textarea");
    field.focus().unwrap();
    send(&field, "compositionstart");
    page.escape();
    // A browser ends the composition before it asks to close.
    send(&field, "compositionend");
    page.escape();
    idle().await;
    assert!(page.find_dialog().is_some() && focused(&field));
    page.escape();
    page.no_dialog().await;
}

#[wasm_bindgen_test]
async fn a_composition_whose_end_is_not_reported_keeps_no_dialog_open() {
    let page = review_page().await;
    begin(&page, "Reject").await;
    let key = |how: &str| {
        script(&format!(
            "document.querySelector('[role=dialog]').dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Escape', bubbles: true, {how} }}))"
        ));
    };
    send(&page.the("[role=dialog] textarea"), "compositionstart");
    // Of the composition, as browsers say it while it lasts, and as one says it of the key that ends it.
    for how in ["isComposing: true", "keyCode: 229"] {
        key(how);
        page.escape();
        idle().await;
        assert!(page.find_dialog().is_some(), "{how}");
    }
    key("keyCode: 27");
    page.escape();
    page.no_dialog().await;
}

async fn returning(name: &Value) -> Page {
    let mut alpha = frame(83, "");
    alpha["dataBoxFrameName"] = name.clone();
    let answers = [(FRAME, Answer::ok(&alpha)), (BOXES, nothing()), (FRAME_INFRA, nothing())];
    let page = Page::open_connected("/frames/83", &answers).await;
    begin(&page, "Return frame").await;
    page
}

#[wasm_bindgen_test]
async fn a_name_with_nothing_to_see_asks_for_the_number() {
    for name in [json!(""), json!("  "), json!("\u{200b}"), Value::Null] {
        let page = returning(&name).await;
        for wrong in ["", "84"] {
            page.fill("Type the number 83 to confirm", wrong);
            page.submit();
            page.enter();
        }
        idle().await;
        assert!(page.is_submit_blocked(), "{name}");
        assert!(page.gateway.sent_to(RETURN_FRAME).is_empty(), "{name}");
        page.fill("Type the number 83 to confirm", "83");
        holds("it can be sent", || !page.is_submit_blocked()).await;
        page.submit();
        page.gateway.request_to(RETURN_FRAME, 0).await;
    }
}

#[wasm_bindgen_test]
async fn a_frame_that_is_called_otherwise_now_is_not_returned() {
    let page = returning(&json!("Alpha")).await;
    page.fill("Type Alpha to confirm", "Alpha");
    page.gateway.always(FRAME, Answer::ok(&frame(83, "Beta")));
    holds("it can be sent", || !page.is_submit_blocked()).await;
    page.submit();
    page.shows("Name: Alpha → Beta").await;
    assert!(page.gateway.sent_to(RETURN_FRAME).is_empty());
}

#[wasm_bindgen_test]
async fn a_frame_that_has_more_boxes_now_is_not_returned() {
    let page = returning(&json!("Alpha")).await;
    page.fill("Type Alpha to confirm", "Alpha");
    let one = json!({ "dataBoxNo": "381", "dataBoxName": "Lab", "statusCode": "USE" });
    page.gateway.always(BOXES, list(&[one]));
    holds("it can be sent", || !page.is_submit_blocked()).await;
    page.submit();
    page.shows("Data boxes: 0 → 1").await;
    assert!(page.gateway.sent_to(RETURN_FRAME).is_empty());
}

#[wasm_bindgen_test]
async fn a_missing_or_long_reason_is_said_at_its_field() {
    let page = review_page().await;
    begin(&page, "Reject").await;
    page.submit();
    holds("it is said", || page.texts("#input-problem") == ["Required"]).await;
    page.fill("Reason", &"가".repeat(1_001));
    holds("it is said", || page.texts("#input-problem")[0].contains("1,000")).await;
    // It is never cut: 1,000 characters of two code units each are allowed.
    page.fill("Reason", &"\u{1f512}".repeat(1_000));
    holds("nothing is said", || page.texts("#input-problem") == [""]).await;
    page.submit();
    let sent = page.gateway.request_to(REJECT, 0).await;
    let body: Value = serde_json::from_str(&sent.body().await).unwrap();
    assert_eq!(body["rejectReason"], "\u{1f512}".repeat(1_000));
}
