//! Before and after a decision: what the button says, what is announced, what is kept, and where the
//! focus goes.

use crate::support::answers::{
    APPROVE, BOXES, FRAME, FRAME_INFRA, FRAMES, REJECT, REVIEW, REVIEWS, frame, frames, list, nothing,
    receipt, refusal, review,
};
use crate::support::page::{ACCESS_KEY, SECRET_KEY, config, focused, location, send, tab_storage};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use leptos::prelude::document;
use serde_json::Value;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

const DATE: &str = "2024-01-31 10:20:30";

pub fn waiting(number: u64) -> Value {
    let mut review = review(number, &format!("file-{number}.csv"), DATE);
    review["exportPurpose"] = "For the paper".into();
    review["description"] = "Counts only".into();
    review["memo"] = "As agreed".into();
    review
}

fn path(number: u64) -> String {
    format!("/reviews/83/381/{number}")
}

/// The page of a waiting request, with the dialog of a decision.
pub async fn begin(page: &Page, decision: &str) {
    holds("it can be decided", || page.find_button(decision).is_some() && !page.is_blocked(decision)).await;
    page.press(decision);
    page.dialog().await;
}

pub async fn deciding(number: u64, decision: &str) -> Page {
    let page = Page::open_connected(&path(number), &[(REVIEW, list(&[waiting(number)]))]).await;
    begin(&page, decision).await;
    page
}

/// Decides what the dialog asks about.
pub async fn decide(page: &Page, operation: &str, message: &str) {
    page.gateway.always(operation, receipt(message));
    page.submit();
    page.no_dialog().await;
}

/// Approves another request, on its page.
pub async fn approve_next(page: &Page, number: u64) {
    page.gateway.always(REVIEW, list(&[waiting(number)]));
    page.follow(&path(number));
    page.shows(&format!("file-{number}.csv")).await;
    holds("it is that page", || location() == path(number)).await;
    begin(page, "Approve").await;
    decide(page, APPROVE, "The export was approved.").await;
}

fn submits(page: &Page) -> String {
    page.submit_button().inner_text()
}

fn has_lost_the_focus() -> bool {
    document().active_element().is_none_or(|active| active.tag_name() == "BODY")
}

/// Presses a button as the keyboard does: it has the focus.
pub fn press_by_keyboard(button: &HtmlElement) {
    button.focus().unwrap();
    button.click();
}

#[wasm_bindgen_test]
async fn the_button_says_what_it_does() {
    let page = deciding(1, "Approve").await;
    assert_eq!(submits(&page), "Approve");
    page.press("Cancel");
    page.no_dialog().await;
    begin(&page, "Reject").await;
    assert_eq!(submits(&page), "Reject");

    let answers = [(FRAME, Answer::ok(&frame(83, "Alpha"))), (BOXES, nothing()), (FRAME_INFRA, nothing())];
    let page = Page::open_connected("/frames/83", &answers).await;
    begin(&page, "Return frame").await;
    assert_eq!(submits(&page), "Return frame");
}

/// The list with all of these ticked, and the dialog of a decision on them.
pub async fn ticked(count: u64, decision: &str) -> Page {
    let records: Vec<Value> = (1..=count).map(waiting).collect();
    let page = Page::open_connected("/reviews", &[(REVIEWS, list(&records))]).await;
    holds("they are shown", || page.all("input.pick").len() as u64 == count).await;
    page.all("input.pick").iter().for_each(HtmlElement::click);
    page.gateway.always(REVIEW, list(&(1..=count).map(waiting).collect::<Vec<Value>>()));
    begin(&page, decision).await;
    page.has_submit().await;
    page
}

#[wasm_bindgen_test]
async fn the_button_over_several_says_how_many() {
    for (count, decision, label) in [
        (1, "Approve selected", "Approve"),
        (3, "Approve selected", "Approve 3 requests"),
        (2, "Reject selected", "Reject 2 requests"),
    ] {
        assert_eq!(submits(&ticked(count, decision).await), label);
    }
}

#[wasm_bindgen_test]
async fn the_confirmation_shows_what_the_page_shows_and_the_request_is_folded() {
    let page = deciding(1543, "Approve").await;
    let dialog = page.dialog().await;
    for shown in [
        "file-1543.csv",
        "For the paper",
        "Counts only",
        "As agreed",
        "kim",
        "Alpha (83)",
        "Lab (381)",
        "1543",
        "Jan 31, 2024, 10:20:30",
    ] {
        assert!(dialog.inner_text().contains(shown), "{shown} is missing in:\n{}", dialog.inner_text());
    }
    assert!(!dialog.inner_text().contains("dataBoxFrameNo"), "the JSON is folded");
    let folded = page.the("[role=dialog] summary");
    assert_eq!(folded.inner_text(), "Request");
    folded.click();
    holds("it is unfolded", || page.says("dataBoxFrameNo")).await;
}

#[wasm_bindgen_test]
async fn the_confirmation_of_a_form_shows_its_summary() {
    let answers = [(FRAME, Answer::ok(&frame(83, "Alpha"))), (FRAME_INFRA, nothing())];
    let page = Page::open_connected("/frames/83/modify", &answers).await;
    page.shows("Admin servers").await;
    page.press("Add NAS volumes");
    page.element("#f-nasList-n1-count").await;
    for (field, text) in [("nasList-n1-count", "2"), ("nasList-n1-nasSize", "600"), ("memo", "Grown")] {
        let field: HtmlInputElement = page.the(&format!("#f-{field}")).unchecked_into();
        field.set_value(text);
        send(&field, "input");
    }
    holds("it can be sent", || !page.is_blocked("Review and send")).await;
    page.press("Review and send");
    let shown = page.dialog().await.inner_text();
    for part in ["Alpha", "2 new, 1,200 GB in total", "Grown"] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
    assert_eq!(submits(&page), "Modify infrastructure");
}

#[wasm_bindgen_test]
async fn an_edited_body_is_not_folded() {
    let page = deciding(1, "Approve").await;
    page.the("[role=dialog] summary").click();
    page.press("Edit as JSON");
    holds("it can be edited", || page.find("#edited-body").is_some()).await;
    page.fill("JSON body", "{");
    page.press("Cancel");
    page.no_dialog().await;
    begin(&page, "Approve").await;
    page.shows("This is not valid JSON.").await;
    // Nor when it keeps the request from being sent.
    page.the("[role=dialog] summary").click();
    holds("it is folded", || !page.says("This is not valid JSON.")).await;
    page.submit();
    page.shows("This is not valid JSON.").await;
    assert!(page.gateway.sent_to(APPROVE).is_empty());
}

/// The rows of the changes in Activity.
async fn changes(page: &Page) -> Vec<String> {
    page.link("Activity").click();
    page.shows("Changes").await;
    idle().await;
    page.all("table[aria-label=Changes] tbody tr").iter().map(HtmlElement::inner_text).collect()
}

#[wasm_bindgen_test]
async fn changes_stand_apart_survive_a_reload_and_are_forgotten_with_the_keys() {
    let page = deciding(7, "Reject").await;
    page.fill("Reason", "Names in column 3");
    decide(&page, REJECT, "The export was rejected.").await;
    let is_listed = |rows: &[String]| {
        rows.len() == 1
            && ["file-7.csv", "Reject", "Done", "Names in column 3", "The export was rejected."]
                .iter()
                .all(|part| rows[0].contains(part))
    };
    let rows = changes(&page).await;
    assert!(is_listed(&rows), "{rows:?}");
    let stored = tab_storage().get_item("dbf.changes").unwrap().unwrap();
    for hidden in [ACCESS_KEY, SECRET_KEY, "signature", "x-ncp"] {
        assert!(!stored.contains(hidden), "{hidden} in {stored}");
    }

    let page = page.reload_app("/connect?next=%2Fbuckets", config());
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.enter_keys(ACCESS_KEY, SECRET_KEY);
    page.shows("Activity").await;
    let rows = changes(&page).await;
    assert!(is_listed(&rows), "{rows:?}");

    page.link("Settings").click();
    page.has_button("Forget keys").await.click();
    holds("it is forgotten", || tab_storage().get_item("dbf.changes").unwrap().is_none()).await;
}

#[wasm_bindgen_test]
async fn changes_of_other_keys_are_dropped() {
    let page = deciding(7, "Approve").await;
    decide(&page, APPROVE, "Approved.").await;
    let page = page.reload_app("/connect?next=%2Fbuckets", config());
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.enter_keys("ANOTHER-ACCESS-KEY", SECRET_KEY);
    page.shows("Activity").await;
    assert!(changes(&page).await.is_empty());
    assert!(tab_storage().get_item("dbf.changes").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn the_reason_can_be_seen_on_the_rejected_request() {
    let page = deciding(7, "Reject").await;
    page.fill("Reason", "Names in column 3");
    let mut rejected = waiting(7);
    rejected["status"] = "REJECT".into();
    page.gateway.always(REJECT, receipt("Rejected."));
    page.submit();
    page.gateway.request_to(REJECT, 0).await;
    page.gateway.always(REVIEW, list(&[rejected]));
    page.no_dialog().await;
    page.shows("Reason, rejected in this tab at").await;
    page.shows("Names in column 3").await;
    // Only of that request.
    page.gateway.always(REVIEW, list(&[waiting(8)]));
    page.follow(&path(8));
    page.shows("file-8.csv").await;
    holds("it is not said of another", || !page.says("Names in column 3")).await;
}

#[wasm_bindgen_test]
async fn clearing_the_filters_leads_to_the_search() {
    let page = Page::open_connected("/reviews?q=file-1", &[(REVIEWS, list(&[waiting(1)]))]).await;
    holds("the page is open", || page.find("h1").is_some_and(|heading| focused(&heading))).await;
    press_by_keyboard(&page.has_button("Clear filters").await);
    holds("the search has the focus", || focused(&page.the("input[type=search]"))).await;
}

#[wasm_bindgen_test]
async fn trying_again_leads_to_the_content() {
    let answers = [(FRAME, refusal(403, "Not you")), (BOXES, nothing()), (FRAME_INFRA, nothing())];
    let page = Page::open_connected("/frames/83", &answers).await;
    page.alert().await;
    page.gateway.always(FRAME, Answer::ok(&frame(83, "Alpha")));
    press_by_keyboard(&page.has_button("Try again").await);
    page.shows("Alpha").await;
    idle().await;
    holds("the focus is somewhere", || !has_lost_the_focus()).await;

    let page = Page::open_connected("/frames", &[]).await;
    page.shows("Alpha").await;
    holds("it is read", || !page.is_busy()).await;
    page.gateway.always(FRAMES, refusal(403, "Not you"));
    page.press("Refresh");
    page.alert().await;
    page.gateway.always(FRAMES, nothing());
    press_by_keyboard(&page.has_button("Try again").await);
    holds("it is read", || page.alerts().is_empty()).await;
    holds("the focus is somewhere", || !has_lost_the_focus()).await;
}

#[wasm_bindgen_test]
async fn deciding_on_several_leads_to_the_table() {
    let page = ticked(1, "Approve selected").await;
    page.gateway.always(REVIEW, list(&[waiting(1)]));
    page.gateway.always(APPROVE, receipt("Approved."));
    page.submit();
    page.shows("1 of 1 took effect.").await;
    let close = page.all("[role=dialog] button").into_iter().find(|one| one.inner_text() == "Close");
    press_by_keyboard(&close.unwrap());
    page.no_dialog().await;
    holds("the table has the focus", || {
        document()
            .active_element()
            .is_some_and(|active| active.query_selector(":scope > table").unwrap().is_some())
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_missing_reason_is_an_error_of_its_field() {
    let page = deciding(1, "Reject").await;
    let field: HtmlElement = page.field("Reason");
    assert_eq!(field.get_attribute("aria-invalid"), None);
    page.submit();
    holds("it is invalid", || field.get_attribute("aria-invalid").as_deref() == Some("true")).await;
    let error = field.get_attribute("aria-describedby").unwrap();
    assert_eq!(page.the(&format!("#{error}")).inner_text(), "Required");
    assert!(page.the("[role=dialog] form").has_attribute("novalidate"), "the browser says nothing");
    page.fill("Reason", "No");
    holds("it is valid", || field.get_attribute("aria-invalid").is_none()).await;
}

/// Types into a field of the list of files.
fn fill(page: &Page, field: &str, text: &str) {
    let field: HtmlInputElement = page.the(&format!("#f-sourceFileInfoList-{field}")).unchecked_into();
    field.set_value(text);
    send(&field, "input");
}

#[wasm_bindgen_test]
async fn the_errors_of_a_form_are_in_the_order_of_the_page() {
    let page = Page::open_connected("/exports/new", &[]).await;
    page.element("#f-sourceFileInfoList-n1-fileName").await;
    page.press("Add file");
    page.element("#f-sourceFileInfoList-n2-fileName").await;
    for field in ["n1-fileName", "n2-fileName"] {
        fill(&page, field, "same.csv");
    }
    fill(&page, "n2-description", &"x".repeat(5_000));
    page.press("Review and send");
    page.alert().await;
    let linked: Vec<String> =
        page.all("[role=alert] a").iter().map(|link| link.get_attribute("href").unwrap()).collect();
    let place = |href: &String| {
        let all = page.all("[id]");
        all.iter().position(|one| format!("#{}", one.id()) == *href).unwrap()
    };
    let places: Vec<usize> = linked.iter().map(place).collect();
    assert!(linked.len() > 5 && places.is_sorted(), "{linked:?}");
}
