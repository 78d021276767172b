//! Export review: the lists of all frames as one.

use crate::support::answers::{FRAMES, REVIEWS, frame, frames, list, nothing, refusal, review};
use crate::support::gateway::Sent;
use crate::support::page::{back, focused, location};
use crate::support::time::{Intervals, advance_clock, holds, idle, until};
use crate::support::{Answer, Page};
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

fn two_frames() -> Answer {
    frames(&[frame(83, "Alpha"), frame(84, "Beta")])
}

/// The page, of an account with two frames whose lists wait to be answered.
async fn reviews_page(url: &str) -> Page {
    Page::open_connected(url, &[(FRAMES, two_frames())]).await
}

fn is_of(sent: &Sent, frame: u64) -> bool {
    sent.path().contains(&format!("dataBoxFrameNo={frame}&"))
}

/// A read of a frame's list by its number, from 0, as soon as it is sent.
async fn read_of(page: &Page, frame: u64, number: usize) -> Sent {
    let reads = || page.gateway.sent_to(REVIEWS).into_iter().filter(|sent| is_of(sent, frame));
    until(&format!("read {number} of frame {frame} is sent"), || reads().nth(number)).await
}

fn with_status(mut review: Value, status: &str) -> Value {
    review["status"] = status.into();
    review
}

fn alphas() -> Answer {
    list(&[
        with_status(review(1, "copied.csv", "2024-03-05 00:00:00"), "COPY_CMPL"),
        review(2, "older.csv", "2024-03-01 00:00:00"),
    ])
}

fn betas() -> Answer {
    list(&[
        review(3, "newer.csv", "2024-03-02 00:00:00"),
        with_status(review(4, "requested.csv", "2024-03-04 00:00:00"), "INIT"),
    ])
}

/// The column of states, without since when.
fn statuses(page: &Page) -> Vec<String> {
    page.column("Status").iter().map(|text| text.split(" seen since ").next().unwrap().to_owned()).collect()
}

#[wasm_bindgen_test]
async fn all_frames_are_read_side_by_side() {
    let page = reviews_page("/reviews?view=all").await;
    let (alpha, beta) = (read_of(&page, 83, 0).await, read_of(&page, 84, 0).await);
    // The slower one keeps nobody waiting.
    beta.answer(&betas());
    page.column_is("File", &["newer.csv", "requested.csv"]).await;
    assert!(page.is_busy(), "a part is missing");
    assert_eq!(page.column("Frame"), ["Beta", "Beta"]);
    alpha.answer(&alphas());
    page.column_is("File", &["older.csv", "newer.csv", "copied.csv", "requested.csv"]).await;
    holds("it is read", || !page.is_busy()).await;
    assert_eq!(page.gateway.sent_to(REVIEWS).len(), 2);
}

#[wasm_bindgen_test]
async fn the_time_that_a_request_waits_grows_and_its_row_stays() {
    let page = reviews_page("/buckets").await;
    page.gateway.always(FRAMES, two_frames());
    page.gateway.always(REVIEWS, list(&[review(2, "older.csv", "2024-03-01 00:00:00")]));
    let intervals = Intervals::hold();
    page.link("Export review").click();
    page.column_is("File", &["older.csv", "older.csv"]).await;
    let (before, row) = (page.column("Waiting for"), page.the("tbody tr"));
    let link: HtmlElement = page.link("older.csv");
    link.focus().unwrap();
    advance_clock(3.0 * 86_400_000.0);
    intervals.tick();
    holds("it has grown", || page.column("Waiting for") != before).await;
    assert!(focused(&link) && page.the("tbody tr") == row);
}

#[wasm_bindgen_test]
async fn a_table_stays_the_same_one_when_a_frame_is_added() {
    let page = Page::open_connected("/reviews?view=all", &[]).await;
    read_of(&page, 83, 0).await.answer(&alphas());
    page.column_is("File", &["older.csv", "copied.csv"]).await;
    let (table, fold) = (page.the("table"), page.button("Filters"));
    fold.click();
    holds("it is unfolded", || fold.get_attribute("aria-expanded").as_deref() == Some("true")).await;
    page.gateway.always(FRAMES, two_frames());
    page.press("Refresh");
    read_of(&page, 84, 0).await.answer(&betas());
    read_of(&page, 83, 1).await.answer(&alphas());
    page.column_is("File", &["older.csv", "newer.csv", "copied.csv", "requested.csv"]).await;
    assert!(page.the("table") == table);
    assert_eq!(page.button("Filters").get_attribute("aria-expanded").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn who_waits_longest_comes_first_then_the_newest_of_the_others() {
    let page = reviews_page("/reviews?view=all").await;
    read_of(&page, 83, 0).await.answer(&alphas());
    read_of(&page, 84, 0).await.answer(&betas());
    page.column_is("File", &["older.csv", "newer.csv", "copied.csv", "requested.csv"]).await;
    assert_eq!(
        statuses(&page),
        ["Waiting for review", "Waiting for review", "Approved and copied", "Requested"]
    );
    assert_eq!(page.link("newer.csv").get_attribute("href").unwrap(), "/reviews/84/381/3");
    assert_eq!(page.link("older.csv").get_attribute("href").unwrap(), "/reviews/83/381/2");
}

#[wasm_bindgen_test]
async fn a_frame_that_fails_leaves_the_others_usable() {
    let page = reviews_page("/reviews?view=all").await;
    read_of(&page, 83, 0).await.answer(&alphas());
    read_of(&page, 84, 0).await.answer(&refusal(403, "Beta is down"));
    page.shows("1 list could not be loaded").await;
    assert_eq!(page.texts("[role=alert] .list-names li"), ["Beta"]);
    page.column_is("File", &["older.csv", "copied.csv"]).await;
    let alert = page.alert().await;
    assert!(alert.contains("No permission") && !alert.contains("Beta is down"), "{alert}");
    page.unfold();
    let alert = page.alert().await;
    assert!(alert.contains("Beta is down"), "{alert}");

    page.press("Try again");
    read_of(&page, 84, 1).await.answer(&betas());
    page.column_is("File", &["older.csv", "newer.csv", "copied.csv", "requested.csv"]).await;
    holds("the alert is gone", || page.alerts().is_empty()).await;
    assert_eq!(page.gateway.sent_to(REVIEWS).len(), 3, "Alpha was read again for nothing");
}

#[wasm_bindgen_test]
async fn if_every_frame_fails_the_list_is_not_called_empty() {
    let page = reviews_page("/reviews?view=all").await;
    page.gateway.wait(REVIEWS);
    read_of(&page, 83, 0).await.answer(&refusal(403, "Down"));
    read_of(&page, 84, 0).await.answer(&refusal(403, "Down"));
    holds("both are named", || page.texts(".list-names li") == ["Alpha", "Beta"]).await;
    assert!(page.alerts().iter().all(|alert| alert.contains("Down")));
    assert!(!page.says("No items."));
    holds("nothing is waited for", || !page.is_busy() && page.all("tbody tr").is_empty()).await;
    assert!(!page.says("Updated at"), "nothing was read");
}

#[wasm_bindgen_test]
async fn frames_that_cannot_be_read_can_be_tried_again() {
    let page = reviews_page("/buckets").await;
    idle().await;
    page.gateway.always(FRAMES, refusal(403, "Not you"));
    page.link("Export review").click();
    assert!(page.alert().await.contains("Not you"));
    assert!(!page.says("No request waits for review."));
    page.gateway.always(FRAMES, two_frames());
    page.gateway.always(REVIEWS, nothing());
    page.press("Try again");
    page.shows("No request waits for review.").await;
    assert!(page.alerts().is_empty());
}

#[wasm_bindgen_test]
async fn an_account_without_frames_has_nothing_to_review() {
    let page = Page::open_connected("/reviews?view=all", &[(FRAMES, frames(&[]))]).await;
    page.shows("No items.").await;
    assert!(!page.is_busy());
}

#[wasm_bindgen_test]
async fn refresh_reads_frames_and_lists_again() {
    let page = reviews_page("/reviews?view=all").await;
    page.gateway.always(REVIEWS, nothing());
    read_of(&page, 83, 0).await.answer(&nothing());
    read_of(&page, 84, 0).await.answer(&nothing());
    page.shows("No items.").await;
    holds("it is read", || !page.is_busy()).await;
    page.gateway.wait(REVIEWS);
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha"), frame(84, "Beta"), frame(85, "Gamma")]));
    page.press("Refresh");
    let lists = [(83, alphas()), (84, nothing()), (85, betas())];
    for (frame, _) in &lists {
        read_of(&page, *frame, usize::from(*frame != 85)).await;
    }
    holds("a frame that is new is read too", || {
        for sent in page.gateway.sent_to(REVIEWS) {
            let (_, list) = lists.iter().find(|(frame, _)| is_of(&sent, *frame)).unwrap();
            sent.answer(list);
        }
        page.column("Frame") == ["Alpha", "Gamma", "Alpha", "Gamma"]
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_status_is_filtered_by_its_code_in_every_language() {
    let answers = [(FRAMES, two_frames()), (REVIEWS, alphas())];
    let page = Page::open_connected("/reviews?view=all", &answers).await;
    page.column_is("File", &["older.csv", "older.csv", "copied.csv", "copied.csv"]).await;
    page.choose("Status", "REQ_CMPL");
    page.column_is("File", &["older.csv", "older.csv"]).await;
    holds("the URL follows", || location() == "/reviews?status=REQ_CMPL").await;

    page.link("Settings").click();
    page.has_button("Forget keys").await;
    page.choose("Language", "ko");
    page.has_button("키 지우기").await;
    back();
    page.column_is("파일", &["older.csv", "older.csv"]).await;
    holds("the URL follows", || location() == "/reviews?status=REQ_CMPL").await;
    let status: web_sys::HtmlSelectElement = page.field("상태");
    assert_eq!(status.value(), "REQ_CMPL");
}

#[wasm_bindgen_test]
async fn a_frame_and_a_box_can_be_chosen() {
    let answers = [(FRAMES, two_frames())];
    let page = Page::open_connected("/reviews?frame=Beta", &answers).await;
    read_of(&page, 83, 0).await.answer(&alphas());
    let mut other = review(5, "other.csv", "2024-03-01 00:00:00");
    other["dataBoxName"] = "Other box".into();
    read_of(&page, 84, 0).await.answer(&list(&[review(3, "lab.csv", "2024-03-02 00:00:00"), other]));
    page.column_is("File", &["other.csv", "lab.csv"]).await;
    page.choose("Data box", "Other box");
    page.column_is("File", &["other.csv"]).await;
    page.press("Clear filters");
    page.column_is("File", &["older.csv", "other.csv", "lab.csv", "copied.csv"]).await;
}

#[wasm_bindgen_test]
async fn an_undocumented_status_is_shown_and_can_be_chosen() {
    let page = reviews_page("/reviews?view=all").await;
    let newer = with_status(review(9, "new.csv", "2024-03-09 00:00:00"), "REJECT_CMPL");
    read_of(&page, 83, 0).await.answer(&list(&[newer]));
    read_of(&page, 84, 0).await.answer(&betas());
    holds("it is shown", || statuses(&page) == ["Waiting for review", "Rejected · REJECT_CMPL", "Requested"])
        .await;
    page.choose("Status", "REJECT_CMPL");
    page.column_is("File", &["new.csv"]).await;
}

#[wasm_bindgen_test]
async fn a_read_taken_over_by_the_next_page_is_still_under_way() {
    let page = Page::open_connected("/buckets", &[]).await;
    idle().await;
    page.gateway.wait(FRAMES);
    let reads = page.gateway.sent_to(FRAMES).len();
    page.link("Frames").click();
    let first = page.gateway.request_to(FRAMES, reads).await;
    page.link("Export review").click();
    let second = page.gateway.request_to(FRAMES, reads + 1).await;
    assert!(first.aborted() && !second.aborted());
    idle().await;
    assert!(page.is_busy(), "the read of the page before ended, not this one's");
}

#[wasm_bindgen_test]
async fn codes_of_no_table_are_explained_as_far_as_their_words_go() {
    let page = reviews_page("/reviews?sort=file").await;
    let codes = [("a", "REJECT"), ("b", "ERR_FILE"), ("c", "HOLD"), ("d", "NOT_APPROVED")];
    let of = |(index, (file, code)): (usize, (&str, &str))| {
        with_status(review(10 + index as u64, file, "2024-03-01 00:00:00"), code)
    };
    read_of(&page, 83, 0).await.answer(&list(&codes.into_iter().enumerate().map(of).collect::<Vec<_>>()));
    read_of(&page, 84, 0).await.answer(&nothing());
    holds("the rows are shown", || page.column("File").len() == 4).await;
    assert_eq!(statuses(&page), ["Rejected", "File error", "HOLD", "NOT_APPROVED"]);
    let badge = page.the("[title^='REJECT · The API reference does not explain this code.']");
    assert_eq!(badge.inner_text(), "Rejected");
}
