//! Writes: confirmation, request and message.

use crate::support::answers::{
    APPROVE, BOXES, FRAME, FRAME_INFRA, REJECT, RESIZE, RETURN_FRAME, REVIEW, REVIEWS, frame, list, nothing,
    receipt, refusal, review,
};
use crate::support::gateway::Sent;
use crate::support::page::{back, focused};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const BUCKETS: &str = "get-bucket-list";

/// A request that waits for its review, opened by a reviewer.
pub async fn review_page() -> Page {
    let page = Page::open_connected("/reviews/83/381/1543", &[(REVIEW, list(&[waiting()]))]).await;
    holds("a decision can be taken", || page.find_button("Approve").is_some() && !page.is_blocked("Approve"))
        .await;
    page
}

fn waiting() -> Value {
    let mut review = review(1543, "result.csv", "2024-01-31 10:20:30");
    review["exportPurpose"] = "Paper".into();
    review
}

fn approved() -> Value {
    let mut review = waiting();
    review["status"] = "COPY_CMPL".into();
    review["approveDate"] = "2024-02-01 09:00:00".into();
    review
}

/// The page of a frame with a volume, opened at once or from another page.
async fn frame_page(way: &str) -> Page {
    let volume = json!({
        "infraType": "NAS",
        "instanceName": "shared",
        "instanceNo": "9001",
        "specName": "500",
        "statusCode": "SET_USE",
    });
    let answers = [
        (FRAME, Answer::ok(&frame(83, "Alpha lab"))),
        (BOXES, nothing()),
        (FRAME_INFRA, list(&[volume])),
        (BUCKETS, list(&[json!({ "bucketName": "lake" })])),
    ];
    let page = Page::open_connected(way, &answers).await;
    if way == "/buckets" {
        page.shows("lake").await;
        page.follow("/frames/83/infrastructure");
    }
    page.shows("Alpha lab").await;
    page.shows("shared").await;
    page
}

/// Presses a button of the page and waits for the dialog.
pub async fn begin(page: &Page, name: &str) {
    page.press(name);
    page.dialog().await;
}

async fn json(sent: &Sent) -> Value {
    serde_json::from_str(&sent.body().await).unwrap()
}

/// The body in the dialog.
fn previewed(page: &Page) -> Value {
    let preview = page.texts("[role=dialog] pre").concat();
    serde_json::from_str(&preview[preview.find('{').unwrap()..]).unwrap()
}

#[wasm_bindgen_test]
async fn the_dialog_shows_what_will_be_sent() {
    let page = review_page().await;
    begin(&page, "Approve").await;
    page.unfold();
    let text = page.dialog().await.inner_text();
    for shown in [
        "Approve this export?",
        "cannot be undone",
        "result.csv",
        "Paper",
        "kim",
        "Lab",
        "POST /api/v1/export-approve/export-file-approve",
    ] {
        assert!(text.contains(shown), "{shown} is missing in:\n{text}");
    }
    let body = previewed(&page);
    idle().await;
    assert!(page.gateway.sent_to(APPROVE).is_empty(), "sent before it was confirmed");

    page.submit();
    assert_eq!(json(&page.gateway.request_to(APPROVE, 0).await).await, body);
    assert_eq!(body, json!({ "dataBoxFrameNo": 83, "dataBoxNo": 381, "exportApplyId": 1543 }));
}

/// A way to cancel, and its name.
type Way = (&'static str, fn(&Page));

#[wasm_bindgen_test]
async fn cancelling_sends_nothing_and_gives_the_focus_back() {
    let page = review_page().await;
    let ways: [Way; 3] = [
        ("Cancel", |page| page.press("Cancel")),
        ("Escape", Page::escape),
        ("a close that can't be prevented", Page::force_close),
    ];
    for (name, cancel) in ways {
        page.button("Approve").focus().unwrap();
        begin(&page, "Approve").await;
        cancel(&page);
        page.no_dialog().await;
        idle().await;
        assert!(page.find_dialog().is_none() && focused(&page.button("Approve")), "{name}");
    }
    idle().await;
    assert!(page.gateway.sent_to(APPROVE).is_empty());
}

#[wasm_bindgen_test]
async fn a_double_click_and_enter_send_once() {
    let page = review_page().await;
    begin(&page, "Approve").await;
    let send = page.submit_button();
    send.click();
    send.click();
    page.enter();
    page.gateway.request_to(APPROVE, 0).await;
    send.click();
    page.enter();
    idle().await;
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1);
    assert!(page.is_blocked("Sending…") && page.is_blocked("Cancel"));
}

#[wasm_bindgen_test]
async fn success_is_announced_and_what_is_shown_is_read_again() {
    let page = review_page().await;
    let reads = page.gateway.sent_to(REVIEW).len();
    begin(&page, "Approve").await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    page.gateway.always(REVIEW, list(&[approved()]));
    sent.answer(&receipt("The export was approved."));
    page.no_dialog().await;
    holds("it is announced", || page.announced("The export was approved.")).await;
    page.shows("Approved and copied").await;
    // Once before it was sent; and after it, for the page and to compare.
    holds("it is read again", || page.gateway.sent_to(REVIEW).len() == reads + 3).await;

    // It can't be decided twice, and the button says why.
    assert!(page.is_blocked("Approve") && page.is_blocked("Reject"));
    assert!(page.says("This request has already been reviewed."));
    page.press("Approve");
    idle().await;
    assert!(page.find_dialog().is_none());
}

#[wasm_bindgen_test]
async fn what_was_read_before_the_write_is_not_kept() {
    let page = review_page().await;
    begin(&page, "Approve").await;
    page.submit();
    let first = page.gateway.request_to(APPROVE, 0).await;
    page.gateway.wait(REVIEW);
    first.answer(&receipt("Approved."));
    page.no_dialog().await;
    // For the page, and to compare.
    let earlier = [page.gateway.request_to(REVIEW, 2).await, page.gateway.request_to(REVIEW, 3).await];
    // A second write ends while the first one's reads are under way.
    begin(&page, "Approve").await;
    page.submit();
    page.gateway.request_to(REVIEW, 4).await.answer(&list(&[waiting()]));
    page.gateway.request_to(APPROVE, 1).await.answer(&refusal(400, "Already approved"));
    page.shows("Already approved").await;
    page.gateway.request_to(REVIEW, 5).await.answer(&list(&[approved()]));
    page.gateway.always(REVIEW, list(&[approved()]));
    for read in earlier {
        read.answer(&list(&[waiting()]));
    }
    page.shows("Approved and copied").await;
    holds("the page is read again", || page.gateway.sent_to(REVIEW).len() == 7).await;
}

#[wasm_bindgen_test]
async fn escape_while_sending_does_nothing() {
    let page = review_page().await;
    begin(&page, "Approve").await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    page.escape();
    page.press("Cancel");
    idle().await;
    assert!(page.find_dialog().is_some(), "its outcome would be missed");
    assert!(!sent.aborted());
    sent.answer(&refusal(400, "Not now"));
    page.shows("Not now").await;
    page.escape();
    page.no_dialog().await;
}

#[wasm_bindgen_test]
async fn a_dialog_that_the_browser_closes_while_sending_comes_back() {
    let page = review_page().await;
    begin(&page, "Approve").await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    // A second Escape without a click in between can't be prevented.
    page.force_close();
    page.dialog().await;
    sent.fail();
    page.shows("Outcome unknown").await;
}

#[wasm_bindgen_test]
async fn a_refusal_is_shown_and_may_be_tried_again() {
    let page = review_page().await;
    let reads = page.gateway.sent_to(REVIEW).len();
    begin(&page, "Approve").await;
    page.submit();
    page.gateway.request_to(APPROVE, 0).await.answer(&refusal(400, "The bucket is full"));
    let alert = page.alert().await;
    assert!(alert.contains("HTTP 400") && alert.contains("The bucket is full"), "{alert}");
    assert!(!page.says("Outcome unknown"));
    // What was shown may be why.
    page.gateway.request_to(REVIEW, reads + 1).await;

    // It is compared first.
    holds("it can be sent again", || !page.is_submit_blocked()).await;
    page.submit();
    let again = page.gateway.request_to(APPROVE, 1).await;
    holds("the old failure is gone", || page.alerts().is_empty()).await;
    again.answer(&receipt("Approved."));
    page.no_dialog().await;
}

#[wasm_bindgen_test]
async fn a_rejection_needs_a_reason_of_at_most_a_thousand_characters() {
    let page = review_page().await;
    begin(&page, "Reject").await;
    page.submit();
    page.fill("Reason", &"가".repeat(1_001));
    page.submit();
    page.enter();
    idle().await;
    assert!(page.gateway.sent_to(REJECT).is_empty(), "sent with a reason that is too short or too long");
    assert!(page.find_dialog().is_some());

    let reason = "가".repeat(1_000);
    page.fill("Reason", &reason);
    idle().await;
    page.unfold();
    assert_eq!(previewed(&page)["rejectReason"], reason.as_str());
    page.submit();
    let sent = page.gateway.request_to(REJECT, 0).await;
    assert_eq!(
        json(&sent).await,
        json!({ "dataBoxFrameNo": 83, "dataBoxNo": 381, "exportApplyId": 1543, "rejectReason": reason })
    );
    assert!(page.gateway.sent_to(APPROVE).is_empty());
}

#[wasm_bindgen_test]
async fn a_reason_is_sent_as_it_was_typed() {
    let page = review_page().await;
    let reason = "\"names\" & <b>others</b>\nsecond line \u{1f512} \u{202e}";
    begin(&page, "Reject").await;
    page.fill("Reason", reason);
    page.submit();
    let sent = page.gateway.request_to(REJECT, 0).await;
    assert_eq!(json(&sent).await["rejectReason"], reason);
    sent.answer(&refusal(400, "No"));
    page.alert().await;
    // After a refusal nothing has to be typed again.
    assert_eq!(page.field::<web_sys::HtmlTextAreaElement>("Reason").value(), reason);
}

#[wasm_bindgen_test]
async fn what_cannot_be_undone_needs_the_name() {
    let page = frame_page("/frames/83/infrastructure").await;
    begin(&page, "Return frame").await;
    let label = "Type Alpha lab to confirm";
    for wrong in ["", "Alpha", "alpha lab", "Alphalab"] {
        page.fill(label, wrong);
        holds("it can't be sent", || page.is_submit_blocked()).await;
        page.submit();
        page.enter();
    }
    idle().await;
    assert!(page.gateway.sent_to(RETURN_FRAME).is_empty());

    // Blanks are no matter of names.
    page.fill(label, " Alpha\u{a0} lab ");
    holds("it can be sent", || !page.is_submit_blocked()).await;
    page.submit();
    page.enter();
    let sent = page.gateway.request_to(RETURN_FRAME, 0).await;
    assert_eq!(json(&sent).await, json!({ "dataBoxFrameNo": 83 }));
    sent.answer(&receipt("Being returned."));
    page.no_dialog().await;
    assert_eq!(page.gateway.sent_to(RETURN_FRAME).len(), 1);
}

#[wasm_bindgen_test]
async fn a_size_keeps_its_bounds_and_steps() {
    let page = frame_page("/frames/83/infrastructure").await;
    begin(&page, "Resize").await;
    for wrong in ["", "400", "550", "10100", "-500", "many"] {
        page.fill("New size (GB)", wrong);
        page.submit();
        page.enter();
        idle().await;
        assert!(page.gateway.sent_to(RESIZE).is_empty(), "{wrong}");
    }
    page.fill("New size (GB)", "600");
    page.submit();
    let body = json(&page.gateway.request_to(RESIZE, 0).await).await;
    assert_eq!(body["volumeSize"], 600);
    assert_eq!(body["dataBoxFrameNo"], 83);
}

#[wasm_bindgen_test]
async fn a_decision_is_only_about_the_request_in_the_address() {
    let other = list(&[review(1544, "other.csv", "2024-01-31 10:20:30")]);
    let page = Page::open_connected("/reviews/83/381/1543", &[(REVIEW, other)]).await;
    page.alert().await;
    assert!(page.is_blocked("Approve") && page.is_blocked("Reject"));
    page.press("Approve");
    idle().await;
    assert!(page.find_dialog().is_none() && !page.says("other.csv"));
}

#[wasm_bindgen_test]
async fn after_a_write_lists_of_other_pages_are_read_again() {
    let page = frame_page("/buckets").await;
    let reads = page.gateway.sent_to(BUCKETS).len();
    begin(&page, "Resize").await;
    page.fill("New size (GB)", "600");
    page.submit();
    page.gateway.request_to(RESIZE, 0).await.answer(&receipt("Being resized."));
    page.no_dialog().await;
    assert_eq!(page.gateway.sent_to(BUCKETS).len(), reads, "nobody looks at it");
    // However young what was read before is.
    page.link("Buckets").click();
    page.gateway.request_to(BUCKETS, reads).await;
}

/// Leaves the page while an approval is under way; its request.
async fn left_while_sending() -> (Page, Sent) {
    let page = Page::open_connected("/buckets", &[(REVIEW, list(&[waiting()]))]).await;
    page.gateway.always(REVIEWS, list(&[waiting()]));
    page.link("Export review").click();
    page.shows("result.csv").await;
    page.link("result.csv").click();
    holds("a decision can be taken", || page.find_button("Approve").is_some() && !page.is_blocked("Approve"))
        .await;
    begin(&page, "Approve").await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    back();
    holds("the page is left", || page.path_is("/reviews")).await;
    page.no_dialog().await;
    assert!(!sent.aborted());
    (page, sent)
}

#[wasm_bindgen_test]
async fn a_success_is_announced_even_if_its_page_was_left() {
    let (page, sent) = left_while_sending().await;
    let reads = page.gateway.sent_to(REVIEWS).len();
    sent.answer(&receipt("The export was approved."));
    holds("it is announced", || page.announced("The export was approved.")).await;
    // What is shown instead may be affected.
    page.gateway.request_to(REVIEWS, reads).await;
}

#[wasm_bindgen_test]
async fn a_failure_is_announced_even_if_its_page_was_left() {
    let (page, sent) = left_while_sending().await;
    sent.answer(&refusal(400, "The bucket is full"));
    holds("it is announced", || page.announced("The bucket is full")).await;

    let (page, sent) = left_while_sending().await;
    sent.fail();
    holds("it is announced", || page.announced("Outcome unknown")).await;
}
