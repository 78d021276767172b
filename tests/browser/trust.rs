//! What is shown is what is approved, and what became of it is compared before anything is sent
//! again.

use crate::support::answers::{
    APPROVE, BOXES, FRAME, FRAME_INFRA, REJECT, RETURN_FRAME, REVIEW, REVIEWS, frame, list, nothing, receipt,
    refusal, review,
};
use crate::support::gateway::Sent;
use crate::support::page::script;
use crate::support::time::{Timers, holds, idle};
use crate::support::{Answer, Page};
use leptos::prelude::window;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const DATE: &str = "2024-01-31 10:20:30";

fn waiting() -> Value {
    review(1543, "result.csv", DATE)
}

fn with(name: &str, value: &str) -> Answer {
    let mut changed = waiting();
    changed[name] = value.into();
    list(&[changed])
}

/// A request that waits for its review, with the dialog of a decision on it.
async fn deciding(decision: &str) -> Page {
    let page = Page::open_connected("/reviews/83/381/1543", &[(REVIEW, list(&[waiting()]))]).await;
    holds("a decision can be taken", || page.find_button(decision).is_some() && !page.is_blocked(decision))
        .await;
    page.press(decision);
    page.dialog().await;
    page
}

#[wasm_bindgen_test]
async fn a_request_that_changed_meanwhile_is_not_decided() {
    for (name, value, line) in [
        ("sourceFileName", "customers.csv", "File: result.csv → customers.csv"),
        ("exportPurpose", "Something else", "Purpose: — → Something else"),
        ("fileSize", "3000", "Size: 3 → 3000"),
        ("approveDate", "2024-02-01 09:00:00", "Reviewed: — → 2024-02-01 09:00:00"),
        ("futureField", "x", r#"Other fields: — → {"futureField":"x"}"#),
    ] {
        let page = deciding("Approve").await;
        page.gateway.always(REVIEW, with(name, value));
        page.submit();
        page.shows("It has changed since it was shown to you. Nothing was sent.").await;
        page.shows(line).await;
        assert!(page.find_submit().is_none());
        page.enter();
        idle().await;
        assert!(page.gateway.sent_to(APPROVE).is_empty(), "{name}");
    }
}

#[wasm_bindgen_test]
async fn a_request_that_cannot_be_read_again_is_not_decided() {
    let page = deciding("Reject").await;
    page.fill("Reason", "No");
    page.gateway.always(REVIEW, refusal(403, "Not you"));
    page.submit();
    page.shows("It could not be read again before sending. Nothing was sent.").await;
    page.shows("Not you").await;
    idle().await;
    assert!(page.gateway.sent_to(REJECT).is_empty());

    // It is another one, or gone.
    page.gateway.always(REVIEW, list(&[review(1544, "result.csv", DATE)]));
    page.submit();
    page.shows("It has changed since it was shown to you").await;
    assert!(page.gateway.sent_to(REJECT).is_empty());
}

/// The answer to an approval is lost; whether it took effect is what the review says now.
async fn lost(now: Answer) -> Page {
    let page = deciding("Approve").await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    page.gateway.always(REVIEW, now);
    sent.fail();
    page.shows("Outcome unknown").await;
    page
}

#[wasm_bindgen_test]
async fn an_effect_is_seen_and_no_second_attempt_offered() {
    let page = lost(with("status", "COPY_CMPL")).await;
    page.shows("Status: Waiting for review → Approved and copied").await;
    assert!(page.find_button("Send again…").is_none() && page.find_submit().is_none());
    idle().await;
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1);
}

#[wasm_bindgen_test]
async fn without_an_effect_another_attempt_is_confirmed_anew() {
    let page = lost(list(&[waiting()])).await;
    page.shows("nothing has changed so far").await;
    page.press("Send again…");
    page.has_submit().await;
    idle().await;
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1, "it was not confirmed");
    page.submit();
    page.gateway.request_to(APPROVE, 1).await.answer(&receipt("Approved."));
    page.no_dialog().await;
}

#[wasm_bindgen_test]
async fn no_attempt_is_offered_before_it_was_compared() {
    let page = lost(refusal(403, "Not you")).await;
    page.shows("The current state could not be read.").await;
    assert!(page.find_button("Send again…").is_none());
    page.gateway.always(REVIEW, list(&[waiting()]));
    page.press("Compare again");
    page.has_button("Send again…").await;
}

#[wasm_bindgen_test]
async fn a_return_is_compared_and_its_name_typed_again() {
    let answers = [(FRAME, Answer::ok(&frame(83, "Alpha"))), (BOXES, nothing()), (FRAME_INFRA, nothing())];
    let page = Page::open_connected("/frames/83", &answers).await;
    page.shows("Alpha").await;
    page.press("Return frame");
    page.dialog().await;
    page.fill("Type Alpha to confirm", "Alpha");
    holds("it can be sent", || !page.is_submit_blocked()).await;
    page.submit();
    page.gateway.request_to(RETURN_FRAME, 0).await.answer(&Answer::html(504));
    page.has_button("Send again…").await.click();
    holds("the name is asked for again", || page.find_submit().is_some() && page.is_submit_blocked()).await;
}

/// Whether the browser would ask before the page is closed.
fn asks() -> bool {
    script("return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))").as_bool().unwrap()
}

#[wasm_bindgen_test]
async fn closing_the_page_while_it_is_sent_is_asked_about() {
    let page = deciding("Approve").await;
    assert!(!asks());
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    assert!(asks());
    sent.answer(&receipt("Approved."));
    page.no_dialog().await;
    assert!(!asks());
    assert!(window().location().pathname().is_ok());
}

// Several at once.

fn numbered(count: u64) -> Vec<Value> {
    (1..=count).map(|number| review(number, &format!("file-{number}.csv"), DATE)).collect()
}

/// The detail of one of [`numbered`], for each read of it.
fn answer_reads(page: &Page, from: usize) -> usize {
    let reads = page.gateway.sent_to(REVIEW);
    for sent in &reads[from..] {
        let url = sent.url();
        let number: u64 = url.split("exportApplyId=").nth(1).unwrap().parse().unwrap();
        sent.answer(&list(&[review(number, &format!("file-{number}.csv"), DATE)]));
    }
    reads.len()
}

/// The list with so many ticked, of as many, and the dialog over them.
async fn ticked(count: u64, decision: &str) -> Page {
    let page = Page::open_connected("/reviews", &[(REVIEWS, list(&numbered(count)))]).await;
    holds("they are shown", || page.all("input.pick").len() == usize::try_from(count).unwrap()).await;
    assert!(page.is_blocked(decision));
    for tick in page.all("input.pick") {
        tick.click();
    }
    holds("they can be decided", || !page.is_blocked(decision)).await;
    // Each is read before it is shown.
    page.gateway.always(REVIEW, list(&numbered(count)));
    page.press(decision);
    page.has_submit().await;
    page.gateway.wait(REVIEW);
    page
}

/// The decision on one of them, as soon as it is sent, after its read was answered.
async fn next(page: &Page, operation: &str, number: usize, reads: &mut usize) -> Sent {
    loop {
        *reads = answer_reads(page, *reads);
        if let Some(sent) = page.gateway.sent_to(operation).into_iter().nth(number) {
            return sent;
        }
        idle().await;
    }
}

fn rows(page: &Page) -> Vec<String> {
    page.texts("[role=dialog] ol > li")
}

#[wasm_bindgen_test]
async fn several_are_sent_one_after_the_other_each_with_its_outcome() {
    let page = ticked(3, "Approve selected").await;
    assert_eq!(rows(&page).len(), 3);
    page.submit();
    let mut reads = page.gateway.sent_to(REVIEW).len();
    let first = next(&page, APPROVE, 0, &mut reads).await;
    idle().await;
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1, "one after the other");
    first.answer(&receipt("Approved 1."));
    next(&page, APPROVE, 1, &mut reads).await.answer(&refusal(400, "The bucket is full"));
    // It goes on after an error.
    let third = next(&page, APPROVE, 2, &mut reads).await;
    third.fail();
    settled(&page, &mut reads, "1 of 3 took effect, the outcome of 1 is unknown.").await;
    holds("the page behind counts none", || !page.says("3 selected")).await;
    let said = rows(&page);
    assert!(said[0].contains("Approved 1."), "{said:?}");
    assert!(said[1].contains("The bucket is full"), "{said:?}");
    assert!(
        said[2].contains("Outcome unknown") && said[2].contains("nothing has changed so far"),
        "{said:?}"
    );

    // Only items that are known to have failed are tried again.
    reads = page.gateway.sent_to(REVIEW).len();
    page.press("Try 1 again");
    let again = next(&page, APPROVE, 3, &mut reads).await;
    let body: Value = serde_json::from_str(&again.body().await).unwrap();
    assert_eq!(body["exportApplyId"], 2);
    again.answer(&receipt("Approved 2."));
    settled(&page, &mut reads, "2 of 3 took effect, the outcome of 1 is unknown.").await;
    holds("nothing is left to send", || {
        page.all("[role=dialog] button").iter().all(|button| !button.inner_text().starts_with("Try"))
    })
    .await;
    holds("the results have the focus", || page.find("[role=dialog] ol:focus").is_some()).await;
    page.escape();
    page.no_dialog().await;
    holds("nothing is ticked", || page.is_blocked("Approve selected")).await;
}

/// Answers whatever is read until the summary says this.
async fn settled(page: &Page, reads: &mut usize, summary: &str) {
    while !page.texts("[role=dialog] [role=status]").iter().any(|text| text == summary) {
        *reads = answer_reads(page, *reads);
        idle().await;
    }
}

#[wasm_bindgen_test]
async fn of_several_those_that_changed_are_not_sent() {
    let page = ticked(2, "Reject selected").await;
    page.enter();
    idle().await;
    assert_eq!(page.gateway.sent_to(REVIEW).len(), 2, "without a reason");
    page.fill("Reason", "Too much");
    page.submit();
    let read = page.gateway.request_to(REVIEW, 2).await;
    read.answer(&list(&[review(1, "other.csv", DATE)]));
    let mut reads = 3;
    let sent = next(&page, REJECT, 0, &mut reads).await;
    let body: Value = serde_json::from_str(&sent.body().await).unwrap();
    assert_eq!((&body["exportApplyId"], &body["rejectReason"]), (&json!(2), &json!("Too much")));
    sent.answer(&receipt("Rejected."));
    settled(&page, &mut reads, "1 of 2 took effect.").await;
    assert!(rows(&page)[0].contains("File: file-1.csv → other.csv"), "{:?}", rows(&page));
    // A change is no failure to be tried again.
    assert!(page.all("[role=dialog] button").iter().all(|button| !button.inner_text().starts_with("Try")));
    assert_eq!(page.gateway.sent_to(REJECT).len(), 1);
}

#[wasm_bindgen_test]
async fn more_than_ten_need_their_number() {
    let page = ticked(11, "Approve selected").await;
    page.submit();
    page.fill("Type 11 to confirm", "10");
    page.enter();
    idle().await;
    assert_eq!(page.gateway.sent_to(REVIEW).len(), 11);
    // However it is typed.
    page.fill("Type 11 to confirm", " １１ ");
    holds("it can be sent", || !page.is_submit_blocked()).await;
    page.submit();
    let read = page.gateway.request_to(REVIEW, 11).await;
    // To its end: the page that is open asks before it is closed, whoever began it.
    page.press("Stop");
    read.answer(&list(&[]));
    holds("it has stopped", || page.find_button("Stop").is_none()).await;
}

#[wasm_bindgen_test]
async fn several_can_be_stopped() {
    let page = ticked(3, "Approve selected").await;
    page.submit();
    let mut reads = page.gateway.sent_to(REVIEW).len();
    let first = next(&page, APPROVE, 0, &mut reads).await;
    page.press("Stop");
    first.answer(&receipt("Approved."));
    settled(&page, &mut reads, "1 of 3 took effect.").await;
    idle().await;
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 1);
    page.has_button("Try 2 again").await;
}

#[wasm_bindgen_test]
async fn of_several_a_refusal_of_what_took_effect_counts_as_an_effect() {
    let page = ticked(2, "Approve selected").await;
    let detail = |number: u64, status: &str| {
        let mut request = review(number, &format!("file-{number}.csv"), DATE);
        request["status"] = status.into();
        list(&[request])
    };
    page.submit();
    let answers = [receipt(""), refusal(400, "Already reviewed")];
    for (number, answer) in (1..).zip(&answers) {
        let index = usize::try_from(number).unwrap() - 1;
        page.gateway.request_to(REVIEW, 2 + 2 * index).await.answer(&detail(number, "REQ_CMPL"));
        page.gateway.request_to(APPROVE, index).await.answer(answer);
        page.gateway.request_to(REVIEW, 3 + 2 * index).await.answer(&detail(number, "COPY_CMPL"));
    }
    page.shows("2 of 2 took effect.").await;
    let said = rows(&page);
    assert!(said[0].contains("Approve: accepted for file-1.csv."), "{said:?}");
    assert!(said[0].contains("Status: Waiting for review → Approved and copied"), "{said:?}");
    assert!(said[1].contains("The request took effect nevertheless:"), "{said:?}");
}

#[wasm_bindgen_test]
async fn of_several_nothing_is_said_again_when_nothing_is_left_to_send() {
    let page = ticked(2, "Approve selected").await;
    page.submit();
    let mut reads = page.gateway.sent_to(REVIEW).len();
    for number in 0..2 {
        next(&page, APPROVE, number, &mut reads).await.answer(&receipt("Approved."));
    }
    settled(&page, &mut reads, "2 of 2 took effect.").await;
    let shown = || page.texts(".alert-notice");
    holds("it is said", || shown().len() == 1).await;
    // As in the field of the reason, or of the number.
    page.enter();
    idle().await;
    assert_eq!(shown().len(), 1, "{:?}", shown());
    assert_eq!(page.gateway.sent_to(APPROVE).len(), 2);
}

#[wasm_bindgen_test]
async fn of_several_a_refusal_that_was_not_compared_is_compared_before_it_is_tried_again() {
    for (status, sent_again) in [("COPY_CMPL", false), ("REQ_CMPL", true)] {
        let page = ticked(1, "Approve selected").await;
        page.submit();
        let now = |status: &str| {
            let mut request = review(1, "file-1.csv", DATE);
            request["status"] = status.into();
            list(&[request])
        };
        page.gateway.request_to(REVIEW, 1).await.answer(&now("REQ_CMPL"));
        page.gateway.request_to(APPROVE, 0).await.answer(&refusal(400, "The bucket is full"));
        page.gateway.request_to(REVIEW, 2).await.answer(&refusal(403, "Not you"));
        page.shows("could not be checked").await;
        page.gateway.always(REVIEW, now(status));
        page.has_button("Try 1 again").await.click();
        if sent_again {
            let again = page.gateway.request_to(APPROVE, 1).await;
            assert_eq!(page.gateway.sent_to(REVIEW).len(), 5, "compared, and read before it was sent");
            // To its end, see above.
            again.answer(&receipt("Approved."));
            page.shows("1 of 1 took effect.").await;
        } else {
            page.shows("The request took effect nevertheless:").await;
            page.shows("1 of 1 took effect.").await;
            assert_eq!(page.gateway.sent_to(APPROVE).len(), 1);
        }
    }
}

#[wasm_bindgen_test]
async fn of_several_one_that_has_changed_nothing_is_looked_at_again() {
    let page = ticked(1, "Approve selected").await;
    let timers = Timers::hold();
    page.submit();
    let mut reads = page.gateway.sent_to(REVIEW).len();
    next(&page, APPROVE, 0, &mut reads).await.answer(&receipt("Approved."));
    settled(&page, &mut reads, "1 of 1 took effect.").await;
    assert!(!rows(&page)[0].contains("nothing has changed"), "{:?}", rows(&page));
    holds("it is looked at again", || {
        timers.elapse(10_000.0);
        page.gateway.sent_to(REVIEW).len() > reads
    })
    .await;
    answer_reads(&page, reads);
    holds("it is said", || rows(&page)[0].contains("nothing has changed so far")).await;
}
