//! Lists of a server that breaks the rules, and the selection in lists.

use crate::support::answers::{
    APPROVE, BOXES, FRAME, FRAME_INFRA, FRAMES, REVIEW, REVIEWS, frame, frames, list, nothing, receipt,
    refusal, review,
};
use crate::support::gateway::Sent;
use crate::support::page::{location, send};
use crate::support::time::{holds, idle, until};
use crate::support::{Answer, Page};
use databoxframe::Id;
use databoxframe_console::pages::{FramePage, FramesPage, ModifyFramePage};
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlSelectElement};

const EXPORTS: &str = "get-export-apply-list";
const REPEATED: &str = "the service sent the same page again";

fn frames_page(url: &str) -> Page {
    Page::open(url, |_| (view! { <FramesPage /> }, ())).0
}

fn numbered(numbers: impl IntoIterator<Item = u64>) -> Vec<Value> {
    numbers.into_iter().map(|number| frame(number, &format!("Frame {number}"))).collect()
}

/// A page of a list with this total.
fn part(total: u64, records: &[Value]) -> Answer {
    Answer::ok(&json!({ "totalCount": total, "content": records }))
}

fn asks_for(sent: &Sent, number: usize) -> bool {
    sent.path().contains(&format!("pageNo={number}&"))
}

/// Answers the page of this number, as soon as it is asked for.
async fn answer_page(page: &Page, number: usize, answer: &Answer) {
    let request = page.gateway.request_to(FRAMES, number - 1).await;
    assert!(asks_for(&request, number), "{}", request.path());
    request.answer(answer);
}

#[wasm_bindgen_test]
async fn a_server_that_ignores_the_page_shows_each_row_once_and_that_is_said() {
    let page = frames_page("/frames");
    page.gateway.always(FRAMES, part(250, &numbered(1..=100)));
    page.shows(REPEATED).await;
    assert_eq!(page.column("Number").len(), 100);
    assert!(!page.says("of 200") && !page.says("of 300"), "a pager for twins");
    assert!(page.announced("may be incomplete"));
    idle().await;
    assert_eq!(page.gateway.sent_to(FRAMES).len(), 3, "what it promised, side by side");
    // A list that is whole again is not said to lack anything.
    page.gateway.always(FRAMES, frames(&numbered(1..=3)));
    page.press("Refresh");
    page.column_is("Number", &["1", "2", "3"]).await;
    assert!(!page.says("may be incomplete"));
}

#[wasm_bindgen_test]
async fn a_total_that_is_too_small_hides_no_row() {
    let page = frames_page("/frames");
    answer_page(&page, 1, &part(100, &numbered(1..=100))).await;
    answer_page(&page, 2, &part(100, &numbered(101..=150))).await;
    page.shows("1–100 of 150").await;
    assert!(!page.says("may be incomplete"));
}

#[wasm_bindgen_test]
async fn a_total_that_is_too_large_is_said() {
    let page = frames_page("/frames");
    answer_page(&page, 1, &part(9, &numbered(1..=2))).await;
    answer_page(&page, 2, &part(9, &[])).await;
    page.shows("the service reports 9 records but sent fewer").await;
    assert_eq!(page.column("Number"), ["1", "2"]);
}

#[wasm_bindgen_test]
async fn a_row_that_moved_while_the_list_was_read_is_there_once_as_it_is_now() {
    let page = frames_page("/frames");
    answer_page(&page, 1, &part(101, &numbered(1..=100))).await;
    answer_page(&page, 2, &part(102, &[frame(100, "Renamed"), frame(101, "Last")])).await;
    // One more came in front of the list: the total knows of it.
    answer_page(&page, 3, &part(102, &[])).await;
    page.shows("1–100 of 101").await;
    assert_eq!(page.column("Name").last().unwrap(), "Renamed");
    page.shows("may be incomplete").await;
}

#[wasm_bindgen_test]
async fn a_list_without_end_is_left_at_a_bound_and_that_is_said() {
    let page = frames_page("/frames");
    for number in 1..=100_u64 {
        let first = (number - 1) * 100 + 1;
        answer_page(&page, number as usize, &part(0, &numbered(first..first + 100))).await;
    }
    page.shows("there are more records than the console reads").await;
    page.shows("1–100 of 10,000").await;
    idle().await;
    assert_eq!(page.gateway.sent_to(FRAMES).len(), 100);
}

#[wasm_bindgen_test]
async fn rows_without_a_number_are_all_shown() {
    let page =
        Page::open("/frames/83/infrastructure", |_| (view! { <FramePage frame_no=Id::from(83) /> }, ())).0;
    page.gateway.always(FRAME, Answer::ok(&frame(83, "Alpha")));
    page.gateway.always(BOXES, nothing());
    let server = json!({ "infraType": "Server", "instanceName": "twin" });
    page.gateway.always(FRAME_INFRA, list(&[server.clone(), server]));
    holds("both are there", || page.texts("tbody th") == ["twin", "twin"]).await;
    assert!(!page.says("may be incomplete"));
}

#[wasm_bindgen_test]
async fn what_is_neither_a_server_nor_a_volume_is_not_offered_for_change() {
    let page =
        Page::open("/frames/83/modify", |_| (view! { <ModifyFramePage frame_no=Id::from(83) /> }, ())).0;
    let one = |number: u64, kind: Value, name: &str| json!({ "instanceNo": number, "infraType": kind, "instanceName": name, "specName": "500" });
    page.gateway.always(FRAME, Answer::ok(&frame(83, "Alpha")));
    page.gateway.always(
        FRAME_INFRA,
        list(&[
            one(1, "Server".into(), "a server"),
            one(2, "NAS".into(), "a volume"),
            one(3, "GATEWAY".into(), "a gateway"),
            one(4, Value::Null, "a secret"),
        ]),
    );
    page.shows("2 entries are neither servers nor NAS volumes").await;
    page.shows("a server").await;
    page.shows("a volume").await;
    assert!(!page.says("a gateway") && !page.says("a secret"), "{}", page.text());
}

#[wasm_bindgen_test]
async fn a_form_says_that_its_choices_may_lack_some() {
    let page = Page::open_connected("/imports/new", &[(FRAMES, part(9, &numbered([83])))]).await;
    page.shows("the service reports 9 records but sent fewer").await;
}

// Names in other ways of writing.

#[wasm_bindgen_test]
async fn texts_are_found_however_they_are_written() {
    let page = frames_page("/frames?q=%E1%84%92%E1%85%A1%E1%86%AB");
    let names = ["한글", "\u{1112}\u{1161}\u{11ab}2", "ＡＢＣ１２", "ΟΔΟΣΑ", "Straße", "ÉCOLE"];
    let named: Vec<Value> =
        names.iter().enumerate().map(|(index, name)| frame(index as u64 + 1, name)).collect();
    page.gateway.always(FRAMES, frames(&named));
    // A link with decomposed Hangul.
    page.column_is("Number", &["1", "2"]).await;
    for (search, found) in [
        ("한", &["1", "2"][..]),
        ("abc１２", &["3"]),
        ("οδοσ", &["4"]),
        ("STRASSE", &["5"]),
        ("e\u{301}cole", &["6"]),
        ("ECOLE", &[]),
        ("\u{3000}abc\u{3000}", &["3"]),
    ] {
        page.fill("Search", search);
        if found.is_empty() {
            page.shows("No items match the filters.").await;
        } else {
            page.column_is("Number", found).await;
        }
    }
    // What is shown is not folded.
    page.fill("Search", "abc");
    page.column_is("Name", &["ＡＢＣ１２"]).await;
}

fn in_box(number: u64, file: &str, name: &str, box_no: u64) -> Value {
    let mut review = review(number, file, "2024-03-01 00:00:00");
    review["dataBoxName"] = name.into();
    review["dataBoxNo"] = box_no.into();
    review
}

async fn reviews_page(url: &str, records: &[Value]) -> Page {
    let page = Page::open_connected(url, &[(REVIEWS, list(records))]).await;
    page.element("tbody tr:not([aria-hidden])").await;
    page
}

#[wasm_bindgen_test]
async fn a_filter_offers_a_name_once_and_means_all_ways_of_writing_it() {
    let (composed, decomposed) = ("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}");
    let records = [
        in_box(1, "a.csv", composed, 1),
        in_box(2, "b.csv", "Other", 2),
        in_box(3, "c.csv", decomposed, 3),
        in_box(4, "d.csv", "ＯＴＨＥＲ", 4),
    ];
    // A link from where names are decomposed.
    let page =
        reviews_page("/reviews?box=%E1%84%92%E1%85%A1%E1%86%AB%E1%84%80%E1%85%B3%E1%86%AF", &records).await;
    page.column_is("File", &["a.csv", "c.csv"]).await;
    let options = page.all(".filter option");
    let options = options.iter().map(|option| option.text_content().unwrap());
    let names = options.filter(|text| [composed, decomposed, "Other", "ＯＴＨＥＲ"].contains(&text.as_str()));
    assert_eq!(names.count(), 2, "{:?}", page.texts(".filter option"));
    let select: HtmlSelectElement = page.field("Data box");
    assert!([composed, decomposed].contains(&select.value().as_str()), "{}", select.value());
    page.choose("Data box", "Other");
    page.column_is("File", &["b.csv", "d.csv"]).await;
}

// What is selected.

fn box_of(page: &Page, file: &str) -> HtmlInputElement {
    let boxes = page.all("input.pick");
    let label = format!("Select {file}");
    let found = boxes.into_iter().find(|one| one.get_attribute("aria-label").unwrap() == label);
    found.unwrap_or_else(|| panic!("no box {label} in:\n{}", page.text())).unchecked_into()
}

fn tick(page: &Page, file: &str) {
    let one = box_of(page, file);
    one.set_checked(!one.checked());
    send(&one, "change");
}

#[wasm_bindgen_test]
async fn what_waits_no_more_or_is_listed_no_more_is_deselected_and_that_is_said() {
    let records =
        [in_box(1, "a.csv", "Lab", 381), in_box(2, "b.csv", "Lab", 381), in_box(3, "c.csv", "Lab", 381)];
    let page = reviews_page("/reviews", &records).await;
    for file in ["a.csv", "b.csv", "c.csv"] {
        tick(&page, file);
    }
    page.shows("3 selected").await;
    let mut decided = records[1].clone();
    decided["status"] = "COPY_CMPL".into();
    page.gateway.always(REVIEWS, list(&[records[0].clone(), decided]));
    page.press("Refresh");
    page.shows("1 selected").await;
    assert!(page.announced("1 request is no longer waiting for review and was deselected."));
    assert!(page.announced("1 request is no longer listed and was deselected."));
    assert!(box_of(&page, "a.csv").checked());
    // It is said until somebody selects again.
    tick(&page, "a.csv");
    holds("it is said no more", || !page.says("was deselected")).await;
    assert!(page.is_blocked("Approve selected"));
}

#[wasm_bindgen_test]
async fn a_frame_that_is_gone_takes_its_ticks_along() {
    let answers = [
        (FRAMES, frames(&[frame(83, "Alpha"), frame(84, "Beta")])),
        (REVIEWS, list(&[in_box(1, "a.csv", "Lab", 381)])),
    ];
    let page = Page::open_connected("/reviews", &answers).await;
    page.column_is("Frame", &["Alpha", "Beta"]).await;
    // The same number in two frames: two rows, two boxes.
    let boxes = page.all("input.pick");
    for one in &boxes {
        let one: &HtmlInputElement = one.unchecked_ref();
        one.set_checked(true);
        send(one, "change");
    }
    page.shows("2 selected").await;
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.press("Refresh");
    page.shows("1 selected").await;
    assert!(page.announced("1 request is no longer listed and was deselected."));
}

#[wasm_bindgen_test]
async fn the_same_number_in_two_boxes_is_two_rows_and_twice_in_one_is_one() {
    let records =
        [in_box(7, "a.csv", "Lab", 1), in_box(7, "a.csv", "Office", 2), in_box(7, "a.csv", "Office", 2)];
    let page = reviews_page("/reviews", &records).await;
    page.column_is("Data box", &["Lab", "Office"]).await;
    tick(&page, "a.csv");
    page.shows("1 selected").await;
    let ticked = page.all("input.pick:checked").len();
    assert_eq!((ticked, page.all("input.pick").len()), (1, 2));
    page.shows("This list may be incomplete: the service reports 3 records").await;
    assert_eq!(page.texts(".list-names li"), ["Alpha"]);
}

#[wasm_bindgen_test]
async fn what_the_filters_hide_is_said_and_can_be_deselected() {
    let records = [in_box(1, "a.csv", "Lab", 381), in_box(2, "b.csv", "Lab", 381)];
    let page = reviews_page("/reviews", &records).await;
    tick(&page, "a.csv");
    tick(&page, "b.csv");
    page.fill("Search", "b.csv");
    page.shows("1 selected request is hidden by the filters.").await;
    page.shows("2 selected").await;
    page.press("Clear filters");
    holds("nothing is hidden", || !page.says("hidden by the filters")).await;
    page.fill("Search", "a.csv");
    page.shows("1 selected request is hidden by the filters.").await;
    page.press("Deselect hidden");
    holds("nothing is hidden", || !page.says("hidden by the filters")).await;
    assert!(page.announced("1 selected"));
    assert!(box_of(&page, "a.csv").checked());
}

#[wasm_bindgen_test]
async fn a_decision_of_ones_own_is_not_called_a_deselection() {
    let record = in_box(1, "a.csv", "Lab", 381);
    let page = reviews_page("/reviews", std::slice::from_ref(&record)).await;
    page.gateway.always(REVIEW, list(std::slice::from_ref(&record)));
    page.gateway.always(APPROVE, receipt("Approved."));
    tick(&page, "a.csv");
    page.shows("1 selected").await;
    page.press("Approve selected");
    page.has_submit().await;
    let mut decided = record;
    decided["status"] = "COPY_CMPL".into();
    page.gateway.always(REVIEWS, list(&[decided]));
    page.submit();
    until("it is sent", || page.gateway.sent_to(APPROVE).into_iter().next()).await;
    page.shows("1 of 1 took effect.").await;
    let close =
        page.all("[role=dialog] button").into_iter().find(|one| one.text_content().unwrap() == "Close");
    close.unwrap().click();
    page.no_dialog().await;
    holds("nothing is selected", || !page.says("1 selected")).await;
    assert!(!page.says("was deselected"));
}

#[wasm_bindgen_test]
async fn dates_are_a_filter_and_are_cleared_with_the_others() {
    let page = Page::open_connected(
        "/reviews?view=all&from=2024-01-01",
        &[(FRAMES, frames(&[frame(83, "a")])), (REVIEWS, nothing())],
    )
    .await;
    page.shows("No items match the filters.").await;
    assert!(page.find_button("Filters (1)").is_some());
    page.press("Clear filters");
    page.shows("No items.").await;
    holds("the URL says so", || !location().contains("from")).await;
}

#[wasm_bindgen_test]
async fn cards_are_sorted_by_a_choice() {
    let records = [in_box(1, "a.csv", "Lab", 381), in_box(2, "b.csv", "Lab", 381)];
    let answers = [(FRAMES, frames(&[frame(83, "a")])), (REVIEWS, list(&records))];
    let page = Page::open_connected("/reviews?view=all", &answers).await;
    page.column_is("File", &["a.csv", "b.csv"]).await;
    page.choose("Sort", "-file");
    page.column_is("File", &["b.csv", "a.csv"]).await;
    holds("the URL says so", || location().contains("sort=-file")).await;
    page.choose("Sort", "");
    page.column_is("File", &["a.csv", "b.csv"]).await;
}

#[wasm_bindgen_test]
async fn columns_that_are_off_at_first_can_be_chosen() {
    let records = [in_box(1, "a.csv", "Lab", 381)];
    let answers = [(FRAMES, frames(&[frame(83, "a")])), (REVIEWS, list(&records))];
    let page = Page::open_connected("/reviews?view=all", &answers).await;
    page.column_is("File", &["a.csv"]).await;
    let has_number = || page.headings().iter().any(|heading| heading == "Request number");
    assert!(!has_number());
    page.press("Columns");
    page.dialog().await;
    page.field::<web_sys::HtmlInputElement>("Request number").click();
    holds("it is shown", has_number).await;
    page.press("Reset");
    holds("it is off again", || !has_number()).await;
}

#[wasm_bindgen_test]
async fn names_of_lists_never_run_together() {
    let names = ["a, b", "c · d"];
    let answers = [
        (FRAMES, frames(&[frame(83, names[0]), frame(84, names[1])])),
        (REVIEWS, part(3, &[in_box(1, "a.csv", "Lab", 381)])),
    ];
    let page = Page::open_connected("/reviews", &answers).await;
    page.shows("These lists may be incomplete: the service reports 3 records").await;
    holds("each has a line", || page.texts(".list-names li") == names).await;
    // Those of boxes: the frame and the box each.
    let answers = [
        (FRAMES, frames(&[frame(83, "a")])),
        (BOXES, list(&[json!({ "dataBoxNo": "381", "dataBoxName": "b · c" })])),
        (EXPORTS, refusal(403, "Not you")),
    ];
    let page = Page::open_connected("/exports", &answers).await;
    page.shows("1 list could not be loaded").await;
    assert_eq!(page.texts("[role=alert] .list-names li span"), ["a", "b · c"]);
    holds("nothing is waited for", || !page.is_busy() && page.all("tbody tr").is_empty()).await;
}

#[wasm_bindgen_test]
async fn an_applicant_sees_how_long_a_request_waits_and_how_long_decisions_took() {
    let request = |number: u64, status: &str, decided: Value| {
        json!({
            "exportApplyId": number.to_string(),
            "dataBoxNo": "381",
            "sourceFileName": format!("file-{number}.csv"),
            "status": status,
            "applyDate": "2024-03-01 00:00:00",
            "resultDate": decided,
        })
    };
    let waiting = request(1, "REQ_CMPL", Value::Null);
    let decided = |number, day| request(number, "COPY_CMPL", format!("2024-03-0{day} 00:00:00").into());
    let answers = [
        (FRAMES, frames(&[frame(83, "a")])),
        (BOXES, list(&[json!({ "dataBoxNo": "381", "dataBoxName": "Lab" })])),
        (EXPORTS, list(&[waiting.clone(), decided(2, 3), decided(3, 4), decided(4, 9)])),
        ("get-export-apply-detail", list(&[waiting])),
    ];
    let page = Page::open_connected("/exports", &answers).await;
    holds("they are listed", || page.headings().iter().any(|title| title == "Waiting for")).await;
    let waits = page.column("Waiting for");
    assert!(waits[0].ends_with(" days") && waits[1..] == ["—", "—", "—"], "{waits:?}");
    page.link("file-1.csv").click();
    page.shows("took 3 days (median of 3)").await;
    assert!(page.texts("dt").iter().any(|term| term == "Waiting for"));
}
