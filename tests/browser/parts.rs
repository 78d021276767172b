//! Lists that arrive in parts, and the queue of requests.

use crate::support::answers::{FRAMES, REVIEWS, frame, frames, receipt, refusal, review};
use crate::support::client::{approve, arrived, ask, client, write};
use crate::support::gateway::Sent;
use crate::support::time::{holds, idle, until};
use crate::support::{Answer, Page};
use databoxframe::bucket::GetBucketList;
use databoxframe::prepare;
use databoxframe_console::gateway::{Abort, Failure, MAX_READS};
use databoxframe_console::pages::FramesPage;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

fn frames_page(address: &str) -> Page {
    Page::open(address, |_| (view! { <FramesPage /> }, ())).0
}

fn numbered(numbers: impl IntoIterator<Item = u64>) -> Vec<Value> {
    numbers.into_iter().map(|number| frame(number, &format!("Frame {number}"))).collect()
}

/// A page of a list that says that it has so many records.
fn part(total: u64, records: &[Value]) -> Answer {
    Answer::ok(&json!({ "totalCount": total, "content": records }))
}

/// The request for a page, the newest of several, as soon as it is sent.
async fn page_of(page: &Page, operation: &str, filter: &str, number: u64) -> Sent {
    let wanted = format!("pageNo={number}&");
    let sent = || {
        let sent = page.gateway.sent_to(operation).into_iter();
        sent.rev().find(|sent| sent.path().contains(&wanted) && sent.path().contains(filter))
    };
    until(&format!("page {number} is asked for"), sent).await
}

/// The frames of a page of 100, of 250 in all.
fn part_of_250(number: u64) -> Answer {
    let first = (number - 1) * 100 + 1;
    part(250, &numbered(first..=(first + 99).min(250)))
}

async fn frames_part(page: &Page, number: u64) -> Sent {
    page_of(page, FRAMES, "", number).await
}

/// The value and the maximum of the progress bar.
fn bar(page: &Page) -> Option<(Option<String>, Option<String>)> {
    let bar = page.all("progress").into_iter().next()?;
    Some((bar.get_attribute("value"), bar.get_attribute("max")))
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[wasm_bindgen_test]
async fn rows_are_there_as_soon_as_the_first_page_is() {
    let page = frames_page("/frames");
    frames_part(&page, 1).await.answer(&part_of_250(1));
    page.shows("100 of 250 read").await;
    assert_eq!(page.column("Number").len(), 100);
    assert_eq!(bar(&page), Some((some("100"), some("250"))));
    assert!(page.announced("The first rows are shown.") && page.is_busy());
    assert!(!page.says("may be incomplete"));
    // Both others are asked for, and the last comes before the second.
    let second = frames_part(&page, 2).await;
    frames_part(&page, 3).await.answer(&part_of_250(3));
    page.shows("150 of 250 read").await;
    assert!(!page.announced("of 250 read"), "each page is announced");
    let ranges = || page.all("[role=status]").into_iter().filter(|one| one.inner_text().contains("of 150"));
    assert!(ranges().all(|one| one.get_attribute("aria-live").as_deref() == Some("off")));
    // Search and filters find what is there.
    page.fill("Search", "Frame 9");
    holds("it is found", || page.column("Number").first().is_some_and(|number| number == "9")).await;
    page.fill("Search", "");
    // What is exported by now lacks rows, and says so.
    page.press("Export");
    page.has_button("CSV").await.click();
    page.shows("150 rows exported. The list was still being read: rows may be missing.").await;
    second.answer(&part_of_250(2));
    page.shows("1–100 of 250").await;
    holds("the bar is gone", || bar(&page).is_none()).await;
    assert!(page.announced("All rows were read."));
    page.press("Next");
    page.shows("101–200 of 250").await;
    let numbers: Vec<String> = (101..=200).map(|number: u32| number.to_string()).collect();
    assert_eq!(page.column("Number"), numbers, "in the order of the pages");
    assert_eq!(page.gateway.sent_to(FRAMES).len(), 3);
}

#[wasm_bindgen_test]
async fn a_list_of_one_page_shows_no_progress() {
    let page = frames_page("/frames");
    page.gateway.request(0).await.answer(&frames(&numbered(1..=3)));
    page.column_is("Number", &["1", "2", "3"]).await;
    assert!(bar(&page).is_none() && !page.announced("rows"));
}

#[wasm_bindgen_test]
async fn a_page_that_fails_is_said_and_read_again_alone() {
    let page = frames_page("/frames");
    frames_part(&page, 1).await.answer(&part_of_250(1));
    frames_part(&page, 2).await.answer(&refusal(403, "Not this one"));
    frames_part(&page, 3).await.answer(&part_of_250(3));
    page.shows("Rows 101 to 200 could not be read.").await;
    assert!(page.alert().await.contains("Not this one"));
    page.shows("1–100 of 150").await;
    assert!(!page.says("may be incomplete") && !page.says("Showing data from"));

    page.press("Try again");
    holds("it is asked for", || page.gateway.sent_to(FRAMES).len() == 4).await;
    frames_part(&page, 2).await.answer(&part_of_250(2));
    page.shows("1–100 of 250").await;
    holds("nothing is missing", || !page.says("could not be read") && page.alerts().is_empty()).await;
    idle().await;
    assert_eq!(page.gateway.sent_to(FRAMES).len(), 4, "more than the page was read");
}

#[wasm_bindgen_test]
async fn rows_stay_in_place_until_a_newer_list_is_whole() {
    let page = frames_page("/frames");
    for number in 1..=3 {
        frames_part(&page, number).await.answer(&part_of_250(number));
    }
    page.shows("1–100 of 250").await;
    page.press("Refresh");
    let renamed = |number: u64| {
        let first = (number - 1) * 100 + 1;
        let one = |number: u64| frame(number, &format!("Renamed {number}"));
        part(250, &(first..=(first + 99).min(250)).map(one).collect::<Vec<_>>())
    };
    page.gateway.request_to(FRAMES, 3).await.answer(&renamed(1));
    page.gateway.request_to(FRAMES, 5).await.answer(&renamed(3));
    idle().await;
    assert!(page.says("Frame 1") && !page.says("Renamed") && page.says("1–100 of 250"));
    assert!(bar(&page).is_none(), "a list that is there is not called unread");
    page.gateway.request_to(FRAMES, 4).await.answer(&renamed(2));
    page.shows("Renamed 1").await;
    // Nor is it given up for a part.
    page.press("Refresh");
    page.gateway.request_to(FRAMES, 6).await.answer(&part_of_250(1));
    page.gateway.request_to(FRAMES, 7).await.answer(&refusal(403, "Not now"));
    let alert = page.alert().await;
    assert!(alert.contains("Showing data from") && alert.contains("Not now"), "{alert}");
    assert!(page.says("Renamed 1") && page.says("1–100 of 250"));
    assert!(page.gateway.request_to(FRAMES, 8).await.aborted(), "nobody waits for the others");
}

#[wasm_bindgen_test]
async fn rows_of_each_frame_are_there_as_they_come() {
    let answers = [(FRAMES, frames(&[frame(83, "Alpha"), frame(84, "Beta")]))];
    let page = Page::open_connected("/reviews", &answers).await;
    let records = |numbers: std::ops::RangeInclusive<u64>| -> Vec<Value> {
        numbers.map(|number| review(number, &format!("{number}.csv"), "2024-03-01 00:00:00")).collect()
    };
    let (alpha, beta) = ("dataBoxFrameNo=83&", "dataBoxFrameNo=84&");
    page_of(&page, REVIEWS, alpha, 1).await.answer(&part(1_002, &records(1..=1_000)));
    // Nobody knows yet how many Beta has.
    page.shows("1,000 read so far").await;
    page.shows("1–100 of 1,000").await;
    assert_eq!(bar(&page), Some((None, None)));
    page_of(&page, REVIEWS, beta, 1).await.answer(&part(1, &records(1..=1)));
    page.shows("1,001 of 1,003 read").await;
    page_of(&page, REVIEWS, alpha, 2).await.answer(&refusal(403, "Not this one"));
    page.shows("Rows 1,001 to 1,002 could not be read.").await;
    assert_eq!(page.texts(".list-names li"), ["Alpha"]);
    assert!(!page.says("The requests of these could not be loaded"));
    let sent = page.gateway.sent_to(REVIEWS).len();
    page.press("Try again");
    holds("it is asked for", || page.gateway.sent_to(REVIEWS).len() == sent + 1).await;
    page_of(&page, REVIEWS, alpha, 2).await.answer(&part(1_002, &records(1_001..=1_002)));
    page.shows("1–100 of 1,003").await;
    assert!(page.alerts().is_empty());
}

#[wasm_bindgen_test]
async fn no_more_than_six_requests_are_under_way_and_a_write_does_not_wait() {
    let (page, console) = client();
    let reads: Vec<_> = (0..8).map(|_| ask(console)).collect();
    page.gateway.request(MAX_READS - 1).await;
    idle().await;
    assert_eq!(page.gateway.sent().len(), MAX_READS);
    let written = write(console, approve());
    let sent = page.gateway.request(MAX_READS).await;
    assert_eq!((sent.method(), MAX_READS + 1), ("POST".to_owned(), 6));
    // A cancelled read leaves the queue, and the next one is sent.
    reads[5].1.abort();
    assert_eq!(arrived(reads[5].0).await, Err(Failure::Aborted));
    sent.answer(&receipt("Approved."));
    arrived(written).await.unwrap();
    page.gateway.request(0).await.answer(&frames(&numbered(1..=1)));
    page.gateway.request(6).await.answer(&frames(&numbered(1..=3)));
    assert_eq!(arrived(reads[6].0).await, Ok(3));
    idle().await;
    assert_eq!(page.gateway.sent().len(), 8);
}

#[wasm_bindgen_test]
async fn what_waits_for_a_page_that_is_left_is_never_sent() {
    let many: Vec<Value> = (1..=20).map(|number| frame(number, &format!("Frame {number}"))).collect();
    let page = Page::open_connected("/reviews", &[(FRAMES, frames(&many))]).await;
    holds("as many as may be", || page.gateway.sent_to(REVIEWS).len() == MAX_READS).await;
    page.link("Buckets").click();
    page.gateway.request_to("get-bucket-list", 0).await;
    idle().await;
    assert_eq!(page.gateway.sent_to(REVIEWS).len(), MAX_READS);
    assert!(page.gateway.sent_to(REVIEWS).iter().all(Sent::aborted));
}

#[wasm_bindgen_test]
async fn the_comparison_with_the_api_reference_waits_for_its_turn_too() {
    let (page, console) = client();
    let _reads: Vec<_> = (0..MAX_READS).map(|_| ask(console)).collect();
    page.gateway.request(MAX_READS - 1).await;
    let request = prepare(&GetBucketList).unwrap();
    let connection = console.client.connection();
    spawn_local(async move {
        let _answer = console.client.read_json(&connection, &request, &Abort::new()).await;
    });
    idle().await;
    assert_eq!(page.gateway.sent().len(), MAX_READS, "a seventh request of the console");
    page.gateway.request(0).await.answer(&frames(&numbered(1..=1)));
    assert_eq!(page.gateway.request(MAX_READS).await.operation(), "get-bucket-list");
}
