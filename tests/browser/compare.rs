//! The comparison with the API reference: the question, two requests at a time, and every way to end it.

use crate::support::answers::{FRAMES, frame, frames, nothing};
use crate::support::gateway::Sent;
use crate::support::page::script;
use crate::support::time::{Timers, holds, idle};
use crate::support::{Answer, Page};
use wasm_bindgen_test::wasm_bindgen_test;

const COMPARE: &str = "Compare with the API reference";
const BUCKETS: &str = "get-bucket-list";
const DETAIL: &str = "get-data-box-frame-detail";

/// The request that connected the page.
const CONNECTING: usize = 1;

/// Settings.
async fn settings() -> Page {
    let page = Page::open_connected("/settings", &[]).await;
    page.gateway.wait(FRAMES);
    page.has_button(COMPARE).await;
    page
}

/// The question answered. The first two requests of the comparison wait.
async fn start(page: &Page) {
    page.press(COMPARE);
    page.dialog().await;
    idle().await;
    assert_eq!(page.gateway.sent().len(), CONNECTING, "sent before the question is answered");
    page.press("Send requests");
    page.no_dialog().await;
}

fn not_there() -> Answer {
    let body = r#"{"error":{"errorCode":"10009","message":"m","details":"d"}}"#;
    Answer::text(404, "application/json", body)
}

#[wasm_bindgen_test]
async fn two_requests_are_under_way_until_all_are_answered() {
    let page = settings().await;
    start(&page).await;
    page.gateway.request_to(BUCKETS, 0).await.answer(&nothing());
    page.gateway.request_to(DETAIL, 0).await;
    idle().await;
    let sent = page.gateway.sent();
    let operations: Vec<String> = sent.iter().skip(CONNECTING).map(Sent::operation).collect();
    assert_eq!(operations, [FRAMES, BUCKETS, DETAIL], "a third once one of two is answered");
    page.gateway.request_to(FRAMES, CONNECTING).await.answer(&frames(&[]));
    page.gateway.request_to(DETAIL, 0).await.answer(&not_there());
    page.shows("Compared 2 of 19 operations with 3 requests").await;
    // These answers have no `Date`.
    page.shows("no Date header that this page can read").await;
    page.shows("Error HTTP 404, code 10009: 1.").await;
    assert!(page.find_button("Stop").is_none());
    // What differs is first, whatever the order of the operations.
    let items = page.texts(".findings > li");
    let first_other = items.iter().position(|item| item.contains("Not read"));
    let last_different = items.iter().rposition(|item| item.contains("difference"));
    assert!(last_different.is_some() && last_different < first_other, "{items:?}");
}

#[wasm_bindgen_test]
async fn stop_and_a_lock_cancel_what_is_under_way() {
    for button in ["Stop", "Lock now", "Forget keys"] {
        let page = settings().await;
        start(&page).await;
        let first = page.gateway.request(CONNECTING).await;
        let second = page.gateway.request(CONNECTING + 1).await;
        page.has_button("Stop").await;
        page.press(button);
        holds("both are cancelled", || first.aborted() && second.aborted()).await;
        idle().await;
        assert_eq!(page.gateway.sent().len(), CONNECTING + 2, "{button}");
        if button == "Stop" {
            page.shows("Stopped after 2 requests").await;
            page.has_button(COMPARE).await;
        }
    }
}

#[wasm_bindgen_test]
async fn a_request_that_takes_too_long_is_not_the_end() {
    let page = settings().await;
    let timers = Timers::hold();
    start(&page).await;
    page.gateway.always(DETAIL, not_there());
    page.gateway.request_to(FRAMES, CONNECTING).await;
    page.gateway.request_to(BUCKETS, 0).await.answer(&nothing());
    page.gateway.request_to(DETAIL, 0).await;
    idle().await;
    timers.elapse(30_000.0);
    page.shows("Compared 1 of 19 operations with 3 requests").await;
    page.shows("Without a response: 1.").await;
}

#[wasm_bindgen_test]
async fn what_is_found_is_shown_without_values() {
    let page = Page::open_connected("/settings", &[]).await;
    page.has_button(COMPARE).await;
    let mut drifted = frame(83, "Alpha");
    drifted["regionCode"] = "SEOUL-1".into();
    page.gateway.always(FRAMES, frames(&[drifted]));
    page.gateway.always(BUCKETS, nothing());
    page.gateway.always(DETAIL, not_there());
    for list in [
        "get-data-box-list",
        "get-data-box-frame-infra-list",
        "get-import-apply-list",
        "get-export-file-approve-list",
    ] {
        page.gateway.always(list, nothing());
    }
    page.press(COMPARE);
    page.dialog().await;
    page.press("Send requests");
    page.shows("Compared 6 of 19 operations with 8 requests").await;
    page.shows("undocumented field; received: a text (1×)").await;
    page.shows("documented, not seen in this account").await;
    assert!(!page.says("SEOUL") && !page.says("Alpha"));
    page.has_button("Save as JSON").await;

    // Saved under the day on this computer, which UTC may not have reached.
    script(
        "window.saved = [];
         const { click } = HTMLAnchorElement.prototype, { getDate } = Date.prototype;
         HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
         Date.prototype.getDate = () => 32;
         window.restore = () => {
             HTMLAnchorElement.prototype.click = click;
             Date.prototype.getDate = getDate;
         };",
    );
    page.press("Save as JSON");
    let name = script("restore(); return saved.join()").as_string().unwrap();
    assert!(name.starts_with("databoxframe-api-comparison-") && name.ends_with("-32.json"), "{name}");
}
