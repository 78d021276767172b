//! The record of requests, in memory and as it is shown.

use crate::support::Page;
use crate::support::answers::{APPROVE, FRAMES, frames, receipt, refusal};
use crate::support::client::{approve, arrived, ask, client, records, write};
use crate::support::page::{ACCESS_KEY, SECRET_KEY};
use crate::support::time::{advance_clock, holds};
use databoxframe_console::gateway::{Failure, Outcome};
use databoxframe_console::pages::ActivityPage;
use leptos::prelude::*;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn every_request_is_recorded() {
    let (page, console) = client();
    let (arrival, _) = ask(console);
    let sent = page.gateway.request(0).await;
    let record = records(console)[0].clone();
    assert_eq!((record.outcome, record.status, record.answer), (Outcome::InProgress, None, None));
    advance_clock(1_500.0);
    sent.answer(&refusal(403, "Not you"));
    assert!(arrived(arrival).await.is_err());
    let record = records(console)[0].clone();
    assert_eq!((record.number, record.spec.name, record.status), (1, FRAMES, Some(403)));
    assert!(record.duration_ms.unwrap() >= 1_000.0, "{:?}", record.duration_ms);
    assert!(record.answer.unwrap().contains("Not you"));
    assert!(matches!(record.outcome, Outcome::Failed(Failure::Answer(_))));
    assert!(record.string_to_sign.starts_with("GET /api/v1/data-box-frame/get-data-box-frame-list\n"));
}

#[wasm_bindgen_test]
async fn activity_shows_neither_keys_nor_passwords_nor_a_usable_signature() {
    let (page, console) = Page::open("/activity", |console| (view! { <ActivityPage /> }, console));
    page.shows("No requests yet.").await;
    let mut unsigned = approve();
    let body = unsigned.body.as_mut().unwrap();
    body.insert("serverList".into(), json!([{ "loginPassword": "Hidden-Pass1!", "name": "server" }]));
    let arrival = write(console, unsigned);
    let sent = page.gateway.request(0).await;
    assert!(sent.body().await.contains("Hidden-Pass1!"), "it is sent as typed");
    page.shows("In progress").await;
    sent.answer(&receipt("Approved."));
    assert!(arrived(arrival).await.is_ok());
    page.shows("OK").await;

    page.unfold();
    let text = page.text();
    for shown in
        [APPROVE, "200", "POST /api/v1/export-approve/", ACCESS_KEY, "Approved.", "server", "••••••••"]
    {
        assert!(text.contains(shown), "{shown} is missing in:\n{text}");
    }
    let signature = sent.header("x-ncp-apigw-signature-v2");
    assert!(text.contains(&format!("{}…", &signature[..8])));
    let everything = page.all("main, div").iter().map(|part| part.outer_html()).collect::<String>();
    for hidden in [SECRET_KEY, "Hidden-Pass1!", &signature, &signature[..12]] {
        assert!(
            !everything.contains(hidden) && !format!("{:?}", records(console)).contains(hidden),
            "{hidden}"
        );
    }
}

#[wasm_bindgen_test]
async fn raw_answers_of_old_requests_are_let_go() {
    let (page, console) = client();
    page.gateway.always(FRAMES, frames(&[]));
    for _ in 0..101 {
        arrived(ask(console).0).await.unwrap();
    }
    let records = records(console);
    assert_eq!(records.len(), 101);
    assert_eq!(records[0].answer, None);
    assert!(records[1].answer.is_some() && records[100].answer.is_some());
    assert_eq!(records[0].outcome, Outcome::Succeeded);
}

#[wasm_bindgen_test]
async fn an_old_request_that_is_answered_late_keeps_no_answer() {
    let (page, console) = client();
    let (late, _) = ask(console);
    let sent = page.gateway.request(0).await;
    page.gateway.always(FRAMES, frames(&[]));
    for _ in 0..100 {
        arrived(ask(console).0).await.unwrap();
    }
    sent.answer(&frames(&[]));
    arrived(late).await.unwrap();
    let records = records(console);
    assert_eq!((records[0].status, records[0].answer.as_deref()), (Some(200), None));
    assert!(records[1].answer.is_some());
}

#[wasm_bindgen_test]
async fn every_request_can_be_seen_and_what_is_not_kept_is_said() {
    let (page, console) = Page::open("/activity", |console| (view! { <ActivityPage /> }.into_any(), console));
    page.shows("the raw responses of the newest 100").await;
    page.gateway.always(FRAMES, frames(&[]));
    for _ in 0..103 {
        arrived(ask(console).0).await.unwrap();
    }
    let rows = || page.all("tbody tr").len();
    holds("the newest are shown", || rows() == 100).await;
    page.unfold();
    assert!(!page.says("no longer kept"));
    page.press("Show 3 older requests");
    holds("all are shown", || rows() == 103).await;
    assert!(page.find_button("Show 3 older requests").is_none());
    page.unfold();
    let dropped =
        page.all("details p").iter().filter(|one| one.inner_text().contains("no longer kept")).count();
    assert_eq!(dropped, 3);
}
