//! The review desk: list and request side by side, what a decision needs, the next one after it, and
//! the keyboard.

use crate::support::answers::{APPROVE, FRAMES, REVIEW, REVIEWS, frame, frames, list, receipt, review};
use crate::support::page::{back, focused, location, press_key, storage};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

const NONE: &str = "{}";
/// What waits, the oldest first, and what was decided.
const ALL: [&str; 5] = ["file-2.csv", "file-3.csv", "file-4.csv", "file-5.csv", "file-1.csv"];

fn request(number: u64, status: &str) -> Value {
    let mut review = review(number, &format!("file-{number}.csv"), &format!("2024-03-0{number} 00:00:00"));
    review["status"] = status.into();
    review
}

/// Three that wait, the oldest first, and two that were decided.
fn requests() -> Vec<Value> {
    let waiting = (2..=4).map(|number| request(number, "REQ_CMPL"));
    waiting.chain([request(1, "COPY_CMPL"), request(5, "REJECT")]).collect()
}

fn lists() -> [(&'static str, Answer); 2] {
    [(FRAMES, frames(&[frame(83, "Alpha")])), (REVIEWS, list(&requests()))]
}

fn path(number: u64) -> String {
    format!("/reviews/83/381/{number}")
}

/// Answers the reads of single requests, each with its own.
fn answer(page: &Page) {
    for sent in page.gateway.sent_to(REVIEW) {
        let asked = sent.path();
        let number = asked.split("exportApplyId=").nth(1).unwrap().split('&').next().unwrap();
        let mut review = requests().into_iter().find(|one| one["exportApplyId"] == number).unwrap();
        review["exportPurpose"] = "For the paper".into();
        review["description"] = "Counts only".into();
        sent.answer(&list(&[review]));
    }
}

/// The path in the location bar.
fn opened() -> String {
    location().split('?').next().unwrap().to_owned()
}

fn title(page: &Page) -> String {
    page.the("h1").inner_text()
}

/// As soon as a request is shown and can be decided, or says why not.
async fn shown(page: &Page, number: u64) {
    holds(&format!("request {number} is shown"), || {
        answer(page);
        location().starts_with(&path(number))
            && title(page) == format!("file-{number}.csv")
            && page.find(".desk-request dl").is_some()
    })
    .await;
}

async fn desk(url: &str) -> Page {
    let page = Page::open_wide(url, &lists()).await;
    holds("the list is there", || page.headings().len() > 1 && page.column("File").len() == 5).await;
    page
}

/// The desk with a request.
async fn desk_of(number: u64) -> Page {
    let page = desk(&path(number)).await;
    shown(&page, number).await;
    page
}

fn press(letter: &str) {
    press_key(letter, &format!("Key{}", letter.to_uppercase()), NONE);
}

fn reads(page: &Page, number: u64) -> usize {
    let asks = |path: String| path.ends_with(&format!("exportApplyId={number}"));
    page.gateway.sent_to(REVIEW).iter().filter(|sent| asks(sent.path())).count()
}

#[wasm_bindgen_test]
async fn the_list_stays_while_requests_change() {
    let page = desk("/reviews?q=file&sort=file").await;
    let table = page.the("table");
    page.link("file-3.csv").click();
    shown(&page, 3).await;
    assert_eq!(location(), format!("{}?q=file&sort=file", path(3)));
    assert_eq!(page.the(".desk-request").get_attribute("aria-label").as_deref(), Some("Request"));
    assert_eq!(page.all("h1").len(), 1);
    assert_eq!(page.texts("[aria-current=true]").last().map(String::as_str), Some("file-3.csv"));
    page.link("file-2.csv").click();
    shown(&page, 2).await;
    assert_eq!(location(), format!("{}?q=file&sort=file", path(2)));
    back();
    shown(&page, 3).await;
    back();
    holds("the list alone", || title(&page) == "Export review").await;
    assert_eq!(location(), "/reviews?q=file&sort=file");
    assert_eq!(page.the("table"), table, "the list was made again");
    assert_eq!(page.gateway.sent_to(REVIEWS).len(), 1, "the list was read again");
    holds("the row that was left has the focus", || {
        focused(&page.link("file-2.csv")) || focused(&page.link("file-3.csv"))
    })
    .await;
}

#[wasm_bindgen_test]
async fn without_a_request_the_desk_says_what_waits() {
    let page = desk("/reviews?view=all").await;
    assert_eq!(
        page.column("File"),
        ["file-2.csv", "file-3.csv", "file-4.csv", "file-5.csv", "file-1.csv"],
        "who waits longest is first"
    );
    page.shows("3 waiting for review").await;
    page.shows("oldest").await;
    page.press("Start with the first one");
    shown(&page, 2).await;
}

#[wasm_bindgen_test]
async fn the_list_opens_with_what_waits_and_all_can_be_chosen() {
    let page = Page::open_connected("/settings", &lists()).await;
    page.link("Export review").click();
    page.column_is("File", &ALL[..3]).await;
    holds("the URL says it", || location() == "/reviews?status=REQ_CMPL").await;
    page.link("All requests").click();
    page.column_is("File", &ALL).await;
    holds("the URL says it", || location() == "/reviews?view=all").await;
    // The way back leads to all of them.
    page.link("Settings").click();
    page.has_button("Forget keys").await;
    back();
    page.column_is("File", &ALL).await;
    page.link("Waiting for review (3)").click();
    holds("the URL says it", || location() == "/reviews?status=REQ_CMPL").await;
    page.has_button("Clear filters").await.click();
    page.column_is("File", &ALL).await;
    holds("the URL says it", || location() == "/reviews?view=all").await;
}

#[wasm_bindgen_test]
async fn an_empty_queue_says_so() {
    let decided = request(1, "COPY_CMPL");
    let answers = [(FRAMES, frames(&[frame(83, "Alpha")])), (REVIEWS, list(&[decided]))];
    let page = Page::open_connected("/reviews", &answers).await;
    page.shows("No request waits for review.").await;
    page.fill("Search", "x");
    page.shows("No items match the filters.").await;
}

#[wasm_bindgen_test]
async fn what_waits_or_everything_can_be_seen() {
    let page = desk("/reviews?q=file").await;
    holds("the number is there", || {
        page.all("a").iter().any(|link| link.inner_text() == "Waiting for review (3)")
    })
    .await;
    page.link("Waiting for review (3)").click();
    page.column_is("File", &["file-2.csv", "file-3.csv", "file-4.csv"]).await;
    assert_eq!(location(), "/reviews?q=file&status=REQ_CMPL");
    page.link("All requests").click();
    holds("all are there", || page.column("File").len() == 5).await;
}

#[wasm_bindgen_test]
async fn a_request_shows_what_a_decision_needs() {
    let page = desk_of(4).await;
    let lists = page.gateway.sent_to(REVIEWS).len();
    let pane = page.the(".desk-request").inner_text();
    for text in [
        "For the paper",
        "Counts only",
        "kim",
        "Alpha",
        "Lab",
        "3 MB of at most 10 MB",
        "Waiting for",
        "days",
        "Updated at",
        "Earlier requests of kim",
        "Earlier requests for this file",
        "1 × Approved and copied",
        "2 × Waiting for review",
    ] {
        assert!(pane.contains(text), "{text} in {pane}");
    }
    assert!(!pane.contains("file-5.csv"), "it came later");
    assert_eq!(page.gateway.sent_to(REVIEWS).len(), lists);
    let refresh: Vec<HtmlElement> =
        page.all(".desk-request button").into_iter().filter(|one| one.inner_text() == "Refresh").collect();
    let before = reads(&page, 4);
    refresh[0].click();
    holds("it is read again", || reads(&page, 4) > before).await;
}

#[wasm_bindgen_test]
async fn a_file_above_the_limit_says_so() {
    let mut large = request(2, "REQ_CMPL");
    large["fileSize"] = "10.5".into();
    let answers = [(REVIEW, list(&[large])), (REVIEWS, list(&requests()))];
    let page = Page::open_wide(&path(2), &answers).await;
    page.shows("10.5 MB: more than the documented limit of 10 MB").await;
}

#[wasm_bindgen_test]
async fn after_a_decision_the_next_one_is_there() {
    let page = desk_of(2).await;
    holds("the next one was read", || {
        answer(&page);
        reads(&page, 3) == 1
    })
    .await;
    idle().await;
    assert_eq!(reads(&page, 4), 0, "only the next one");
    page.gateway.always(APPROVE, receipt("Approved."));
    page.press("Approve");
    page.dialog().await;
    page.submit();
    holds("the one before is compared", || {
        answer(&page);
        location() == path(3)
    })
    .await;
    page.no_dialog().await;
    // Without waiting for an answer.
    assert_eq!(title(&page), "file-3.csv");
    page.shows("For the paper").await;
    holds("the heading has the focus", || focused(&page.the("h1"))).await;
    assert!(page.announced("Next request: file-3.csv"));
    assert!(page.announced("file-2.csv: approved"));
}

#[wasm_bindgen_test]
async fn after_the_last_decision_nothing_waits() {
    let only = [request(2, "REQ_CMPL"), request(1, "COPY_CMPL")];
    let page = Page::open_wide(&path(2), &[(REVIEWS, list(&only))]).await;
    shown(&page, 2).await;
    holds("the list is read", || page.column("File").len() == 2).await;
    page.gateway.always(APPROVE, receipt("Approved."));
    page.press("Approve");
    page.dialog().await;
    page.submit();
    holds("it is said", || {
        answer(&page);
        page.announced("No more requests are waiting in this list.")
    })
    .await;
    assert_eq!(opened(), path(2));
}

#[wasm_bindgen_test]
async fn keys_move_select_and_ask() {
    let page = desk("/reviews?view=all").await;
    press("j");
    shown(&page, 2).await;
    holds("the heading has the focus", || focused(&page.the("h1"))).await;
    press("j");
    shown(&page, 3).await;
    press("k");
    shown(&page, 2).await;
    press("k");
    idle().await;
    assert_eq!(opened(), path(2), "there is none before the first");
    press("x");
    page.shows("1 selected").await;
    press("x");
    holds("it is deselected", || !page.says("1 selected")).await;
    holds("it can be decided", || !page.is_blocked("Approve")).await;
    press("a");
    assert!(page.dialog().await.inner_text().contains("Approve this export?"));
    // With a dialog open no key does anything.
    press("r");
    press("j");
    idle().await;
    assert_eq!(page.all("[role=dialog][open]").len(), 1);
    assert_eq!(opened(), path(2));
    page.escape();
    page.no_dialog().await;
    press("r");
    assert!(page.dialog().await.inner_text().contains("Reject this export?"));
    assert!(page.gateway.sent().iter().all(|sent| sent.method() == "GET"), "one key decides nothing");
}

#[wasm_bindgen_test]
async fn a_chord_sends_what_the_dialog_shows() {
    let page = desk_of(2).await;
    page.gateway.always(APPROVE, receipt("Approved."));
    press("a");
    page.dialog().await;
    press_key("Enter", "Enter", r#"{"ctrlKey":true,"repeat":true}"#);
    idle().await;
    assert!(page.gateway.sent_to(APPROVE).is_empty(), "a held key");
    press_key("Enter", "Enter", r#"{"ctrlKey":true}"#);
    holds("it is sent", || {
        answer(&page);
        page.gateway.sent_to(APPROVE).len() == 1
    })
    .await;
}

#[wasm_bindgen_test]
async fn with_korean_input_the_place_of_a_key_counts() {
    let page = desk("/reviews?view=all").await;
    press_key("ㅓ", "KeyJ", NONE);
    shown(&page, 2).await;
    press_key("Process", "KeyA", r#"{"keyCode":229}"#);
    page.dialog().await;
}

#[wasm_bindgen_test]
async fn no_key_acts_while_somebody_types_or_with_a_modifier_or_when_held() {
    let page = desk_of(2).await;
    for more in [
        r#"{"ctrlKey":true}"#,
        r#"{"altKey":true}"#,
        r#"{"metaKey":true}"#,
        r#"{"shiftKey":true}"#,
        r#"{"repeat":true}"#,
        r#"{"isComposing":true}"#,
    ] {
        press_key("j", "KeyJ", more);
        press_key("a", "KeyA", more);
    }
    for field in ["input[type=search]", "input[type=date]", "select"] {
        page.the(field).focus().unwrap();
        press("j");
        press("a");
        press_key("/", "Slash", NONE);
        press_key("?", "Slash", r#"{"shiftKey":true}"#);
    }
    idle().await;
    assert_eq!(opened(), path(2));
    assert!(page.find_dialog().is_none());
    // A box to tick is no place to type.
    page.the("input.pick").focus().unwrap();
    press_key("/", "Slash", NONE);
    holds("the search has the focus", || focused(&page.the("input[type=search]"))).await;
}

#[wasm_bindgen_test]
async fn all_shortcuts_are_listed_and_can_be_switched_off() {
    let page = desk_of(2).await;
    let hints = || page.texts(".desk-actions kbd");
    assert_eq!(hints(), ["A", "R", "X", "K", "J"]);
    assert_eq!(page.button("Approve").get_attribute("aria-keyshortcuts").as_deref(), Some("a"));
    press_key("?", "Slash", r#"{"shiftKey":true}"#);
    let dialog = page.dialog().await;
    assert_eq!(dialog.get_attribute("aria-label").as_deref(), Some("Keyboard shortcuts"));
    let mut keys = page.texts("[role=dialog] kbd");
    keys.sort();
    let all = ["/", "?", "A", "Ctrl+Enter", "Ctrl+K", "J", "K", "R", "X", "↑ ↓"];
    assert_eq!(keys, all);
    page.press("Close");
    page.no_dialog().await;

    page.follow("/settings");
    // Also where none of them does anything.
    page.has_button("Show all shortcuts").await.click();
    page.dialog().await;
    let mut keys = page.texts("[role=dialog] kbd");
    keys.sort();
    assert_eq!(keys, all);
    page.press("Close");
    page.no_dialog().await;
    page.has_button("Keyboard shortcuts").await.click();
    holds("it is kept", || storage().get_item("dbf.shortcuts").unwrap().as_deref() == Some("off")).await;
    back();
    shown(&page, 2).await;
    press("a");
    press("j");
    press_key("?", "Slash", r#"{"shiftKey":true}"#);
    idle().await;
    assert!(page.find_dialog().is_none() && opened() == path(2) && hints().is_empty());
    assert_eq!(page.button("Approve").get_attribute("aria-keyshortcuts"), None);
}

#[wasm_bindgen_test]
async fn arrows_move_in_the_list() {
    let page = desk("/reviews?view=all").await;
    page.link("file-2.csv").focus().unwrap();
    press_key("ArrowDown", "ArrowDown", NONE);
    assert!(focused(&page.link("file-3.csv")));
    press("x");
    page.shows("1 selected").await;
    press_key("ArrowUp", "ArrowUp", NONE);
    assert!(focused(&page.link("file-2.csv")));
}

#[wasm_bindgen_test]
async fn where_there_is_no_room_a_request_takes_the_place_of_the_list() {
    let page = Page::open_connected("/reviews?status=REQ_CMPL&sort=-file", &lists()).await;
    page.column_is("File", &["file-4.csv", "file-3.csv", "file-2.csv"]).await;
    let table = page.the("table");
    press("j");
    assert!(focused(&page.link("file-4.csv")), "the first row");
    page.link("file-3.csv").click();
    shown(&page, 3).await;
    assert_eq!(table.offset_parent(), None, "the list is not seen");
    press("j");
    shown(&page, 2).await;
    assert_eq!(page.the("table"), table, "the list was made again");
}

#[wasm_bindgen_test]
async fn the_link_back_keeps_filter_order_and_place() {
    let page = Page::open_connected("/reviews?status=REQ_CMPL&sort=-file", &lists()).await;
    page.column_is("File", &["file-4.csv", "file-3.csv", "file-2.csv"]).await;
    page.link("file-3.csv").click();
    shown(&page, 3).await;
    page.the("ol.trail a").click();
    holds("it is the list", || location() == "/reviews?status=REQ_CMPL&sort=-file").await;
    holds("the row has the focus", || focused(&page.link("file-3.csv"))).await;
    assert_eq!(page.gateway.sent_to(REVIEWS).len(), 1);
}

#[wasm_bindgen_test]
async fn a_link_to_one_request_reads_no_list_where_there_is_no_room() {
    let page = Page::open_connected(&path(2), &lists()).await;
    shown(&page, 2).await;
    idle().await;
    assert!(page.gateway.sent_to(REVIEWS).is_empty());
    page.shows("once the list of export reviews has been read").await;
    assert!(page.says("Alpha"), "the frame by its name");
}

#[wasm_bindgen_test]
async fn the_list_can_stand_alone() {
    let page = desk("/reviews?view=all").await;
    assert!(page.find(".desk-request").is_some());
    page.press("List alone");
    holds("it stands alone", || page.find(".desk-request").is_none()).await;
    page.link("file-2.csv").click();
    shown(&page, 2).await;
    assert_eq!(storage().get_item("dbf.side-by-side").unwrap().as_deref(), Some("off"));
    assert_eq!(page.the("table").offset_parent(), None, "the list is not seen");
}
