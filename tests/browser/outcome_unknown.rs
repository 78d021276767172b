//! Writes whose outcome is unknown: nothing is sent again by itself.

use crate::support::answers::{APPROVE, REVIEW};
use crate::support::gateway::Sent;
use crate::support::time::{Timers, idle};
use crate::support::{Answer, Page};
use crate::write::{begin, review_page};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// Sends an approval, and lets it end somehow so that nobody knows the outcome.
async fn unknown_after(end: impl Fn(&Sent)) -> Page {
    let page = review_page().await;
    begin(&page, "Approve").await;
    page.submit();
    end(&page.gateway.request_to(APPROVE, 0).await);
    page.shows("Outcome unknown").await;
    page
}

/// The same; nothing is sent again by itself.
async fn is_unknown_after(end: impl Fn(&Sent)) {
    let page = unknown_after(end).await;
    // One read for the page, one before sending, one to compare.
    page.gateway.request_to(REVIEW, 2).await;
    assert!(page.find_submit().is_none() && page.find_button("Try again").is_none());
    page.enter();
    idle().await;
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1, "sent again");
    assert!(!page.announced("Approved"));
    close(&page);
    page.no_dialog().await;
}

/// Closes the dialog.
fn close(page: &Page) {
    let buttons = page.all("[role=dialog] button");
    buttons.into_iter().find(|button| button.inner_text() == "Close").unwrap().click();
}

#[wasm_bindgen_test]
async fn a_lost_answer_leaves_the_outcome_unknown() {
    is_unknown_after(Sent::fail).await;
}

#[wasm_bindgen_test]
async fn a_proxys_page_leaves_the_outcome_unknown() {
    is_unknown_after(|sent| sent.answer(&Answer::html(502))).await;
    is_unknown_after(|sent| sent.answer(&Answer::html(200))).await;
}

#[wasm_bindgen_test]
async fn a_success_that_cannot_be_read_leaves_the_outcome_unknown() {
    is_unknown_after(|sent| sent.answer(&Answer::ok(&json!({ "total": 1 })))).await;
    is_unknown_after(|sent| sent.answer(&Answer::text(200, "application/json", r#"{"returnMess"#))).await;
    is_unknown_after(|sent| sent.answer(&Answer::text(200, "application/json", ""))).await;
}

#[wasm_bindgen_test]
async fn an_answer_that_does_not_come_leaves_the_outcome_unknown() {
    let page = review_page().await;
    let timers = Timers::hold();
    begin(&page, "Approve").await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    timers.elapse(30_000.0);
    page.shows("Outcome unknown").await;
    page.shows("No response within 30 seconds").await;
    assert!(sent.aborted() && page.find_submit().is_none());
}
