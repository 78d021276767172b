//! The record of requests, in memory and as it is shown.

use crate::support::Page;
use crate::support::answers::{APPROVE, FRAMES, frames, receipt, refusal};
use crate::support::client::{approve, arrived, ask, client, records, write};
use crate::support::page::{ACCESS_KEY, SECRET_KEY, location, send};
use crate::support::time::{Intervals, advance_clock, holds, idle};
use databoxframe_console::console::Console;
use databoxframe_console::gateway::{Failure, MAX_RECORDS, Outcome};
use databoxframe_console::pages::ActivityPage;
use leptos::prelude::*;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// The page, at a URL.
fn activity(url: &str) -> (Page, Console) {
    Page::open(url, |console| (view! { <ActivityPage /> }, console))
}

/// Sends a read of the frames and waits for its answer.
async fn read(console: Console) {
    arrived(ask(console).0).await.unwrap();
}

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
    let (page, console) = activity("/activity");
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
    let (page, console) = activity("/activity?each=1");
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

#[wasm_bindgen_test]
async fn a_repeated_read_is_one_row_that_stays_unfolded() {
    let (page, console) = activity("/activity");
    page.gateway.always(FRAMES, frames(&[]));
    for _ in 0..11 {
        read(console).await;
    }
    page.shows("×11").await;
    page.shows("Last at").await;
    page.unfold();
    read(console).await;
    page.shows("×12").await;
    let details = page.all("tbody details");
    assert_eq!(details.len(), 1);
    assert!(details[0].has_attribute("open"));
    assert_eq!(page.all("tbody li").len(), 12, "each with its time");

    page.field::<web_sys::HtmlInputElement>("Group repeated reads").click();
    holds("each is a row", || page.all("tbody tr").len() == 12).await;
    holds("a link shows the same", || location() == "/activity?each=1").await;
}

#[wasm_bindgen_test]
async fn requests_are_filtered_by_outcome_operation_and_text() {
    let (page, console) = activity("/activity");
    page.gateway.always(FRAMES, frames(&[]));
    page.gateway.always(APPROVE, receipt("Approved."));
    read(console).await;
    arrived(write(console, approve())).await.unwrap();
    page.gateway.always(FRAMES, refusal(403, "Not you"));
    assert!(arrived(ask(console).0).await.is_err());
    let names = || page.texts("tbody summary");
    holds("all are shown", || names() == [FRAMES, APPROVE, FRAMES]).await;

    page.choose("Outcome", "failed");
    holds("one failed", || names() == [FRAMES]).await;
    page.shows("1 of 3 requests").await;
    page.choose("Operation", APPROVE);
    page.shows("No items match the filters.").await;
    let url = format!("/activity?outcome=failed&operation={APPROVE}");
    holds("a link shows the same", || location() == url).await;
    page.choose("Outcome", "");
    holds("the write is shown", || names() == [APPROVE]).await;
    page.press("Clear filters");
    holds("all are shown", || names().len() == 3).await;
    let search: web_sys::HtmlInputElement = page.field("Search");
    search.set_value("not YOU");
    send(&search, "input");
    holds("the answer of a failure is searched", || names() == [FRAMES]).await;
}

#[wasm_bindgen_test]
async fn the_last_minutes_are_those_before_now() {
    let (page, (console, intervals)) = Page::open("/activity?minutes=5", |console| {
        let intervals = Intervals::hold();
        (view! { <ActivityPage /> }, (console, intervals))
    });
    page.gateway.always(FRAMES, frames(&[]));
    read(console).await;
    page.shows(FRAMES).await;
    advance_clock(4.0 * 60_000.0);
    intervals.tick();
    idle().await;
    assert!(page.says(FRAMES));
    advance_clock(6.0 * 60_000.0);
    intervals.tick();
    page.shows("No items match the filters.").await;
}

#[wasm_bindgen_test]
async fn what_is_no_longer_kept_is_said() {
    let is_shown = RwSignal::new(false);
    let (page, console) = Page::open("/activity", move |console| {
        (view! { <Show when=move || is_shown.get()><ActivityPage /></Show> }, console)
    });
    page.gateway.always(APPROVE, receipt("Approved."));
    page.gateway.always(FRAMES, frames(&[]));
    arrived(write(console, approve())).await.unwrap();
    for _ in 0..=MAX_RECORDS {
        read(console).await;
    }
    is_shown.set(true);
    page.shows("The oldest 2 requests are no longer kept.").await;
    assert!(page.says("at most 2,000"));
    let kept = records(console);
    assert_eq!((kept.len(), kept[0].spec.name, kept[1].number), (MAX_RECORDS, APPROVE, 4));
}

#[wasm_bindgen_test]
async fn each_field_of_a_row_has_its_heading_also_where_the_row_is_a_card() {
    let (page, console) = activity("/activity");
    let (arrival, _) = ask(console);
    let sent = page.gateway.request(0).await;
    page.shows("In progress").await;
    let fields = || {
        let title = |cell: web_sys::HtmlElement| {
            (cell.get_attribute("data-title"), cell.get_attribute("data-nothing"))
        };
        page.all("tbody td").into_iter().map(title).collect::<Vec<_>>()
    };
    let headings: Vec<Option<String>> = page.texts("thead th").into_iter().skip(1).map(Some).collect();
    let titles =
        |fields: Vec<(Option<String>, _)>| fields.into_iter().map(|(title, _)| title).collect::<Vec<_>>();
    assert_eq!(titles(fields()), headings);
    // What is not known yet is no field of a card.
    let unknown = || fields().into_iter().filter(|(_, nothing)| nothing.is_some()).count();
    assert_eq!(unknown(), 2);
    sent.answer(&frames(&[]));
    arrived(arrival).await.unwrap();
    holds("all is known", || unknown() == 0).await;
    for (selector, role) in
        [("table", "table"), ("tbody tr", "row"), ("tbody th", "rowheader"), ("tbody td", "cell")]
    {
        assert!(page.all(selector).iter().all(|one| one.get_attribute("role").as_deref() == Some(role)));
    }
}
