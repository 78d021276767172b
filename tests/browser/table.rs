//! Tables in a browser: order, filter, pages, and every state a read can be in.

use databoxframe::Id;
use databoxframe_console::pages::{FramesPage, InfraPage};
use databoxframe_console::router::InfraKind;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::support::answers::{FRAMES, frame, frames, nothing, refusal, two_frames};
use crate::support::page::{back, location};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

fn frames_page(url: &str) -> Page {
    Page::open(url, |_| (view! { <FramesPage /> }, ())).0
}

/// Frames with these counts of boxes.
fn with_counts(counts: &[(&str, u64)]) -> Vec<Value> {
    let one = |(index, (name, count)): (usize, &(&str, u64))| {
        let mut frame = frame(index as u64 + 1, name);
        frame["dataBoxCount"] = (*count).into();
        frame
    };
    counts.iter().enumerate().map(one).collect()
}

fn many(count: u64) -> Vec<Value> {
    (1..=count).map(|number| frame(number, &format!("Frame {number:03}"))).collect()
}

#[wasm_bindgen_test]
async fn rows_are_shown() {
    let page = frames_page("/frames");
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.shows("Alpha").await;
    assert_eq!(page.texts("tbody th"), ["Alpha"]);
    assert_eq!(page.headings(), ["Name", "Number", "Status", "Boxes", "Created"]);
    assert_eq!(page.column("Number"), ["83"]);
    assert_eq!(page.column("Status"), ["In use"]);
    assert_eq!(page.column("Boxes"), ["3"]);
    // The time zone of the API's dates is unknown: the time of day is shown unchanged anywhere.
    assert!(page.column("Created")[0].contains("10:20:30"), "{:?}", page.column("Created"));
    assert_eq!(page.link("Alpha").get_attribute("href").unwrap(), "/frames/83");
}

#[wasm_bindgen_test]
async fn a_column_sorts_upwards_downwards_and_not_at_all() {
    let page = frames_page("/frames");
    page.gateway.always(FRAMES, frames(&with_counts(&[("Ten", 10), ("Nine", 9), ("Hundred", 100)])));
    page.column_is("Name", &["Ten", "Nine", "Hundred"]).await;
    let sorted = || {
        let headings = page.all("thead th");
        let boxes = headings.iter().find(|heading| heading.text_content().unwrap() == "Boxes").unwrap();
        boxes.get_attribute("aria-sort").unwrap()
    };
    assert_eq!(sorted(), "none");

    page.press("Boxes");
    page.column_is("Name", &["Nine", "Ten", "Hundred"]).await;
    assert_eq!(sorted(), "ascending");
    holds("the URL follows", || location() == "/frames?sort=boxes").await;

    page.press("Boxes");
    page.column_is("Name", &["Hundred", "Ten", "Nine"]).await;
    assert_eq!(sorted(), "descending");
    holds("the URL follows", || location() == "/frames?sort=-boxes").await;

    page.press("Boxes");
    page.column_is("Name", &["Ten", "Nine", "Hundred"]).await;
    assert_eq!(sorted(), "none");
    holds("the URL follows", || location() == "/frames").await;
}

#[wasm_bindgen_test]
async fn numbers_that_name_things_sort_as_numbers() {
    let page = frames_page("/frames?sort=number");
    page.gateway.always(FRAMES, frames(&[frame(100, "C"), frame(9, "A"), frame(10, "B")]));
    page.column_is("Number", &["9", "10", "100"]).await;
}

#[wasm_bindgen_test]
async fn a_search_finds_each_word_anywhere_in_the_row() {
    let page = frames_page("/frames");
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha lab"), frame(84, "Beta lab"), frame(85, "Gamma")]));
    page.column_is("Name", &["Alpha lab", "Beta lab", "Gamma"]).await;
    page.fill("Search", "LAB 84");
    page.column_is("Name", &["Beta lab"]).await;
    holds("the URL follows", || location() == "/frames?q=LAB%2084").await;
    page.press("Clear filters");
    page.column_is("Name", &["Alpha lab", "Beta lab", "Gamma"]).await;
    holds("the URL follows", || location() == "/frames").await;
    assert_eq!(page.field::<HtmlInputElement>("Search").value(), "");
}

#[wasm_bindgen_test]
async fn a_link_shows_a_colleague_the_same_rows() {
    let page = frames_page("/frames?q=%ED%95%9C%EA%B8%80&sort=-number");
    page.gateway.always(FRAMES, frames(&[frame(1, "한글 1"), frame(2, "English"), frame(3, "한글 3")]));
    page.column_is("Name", &["한글 3", "한글 1"]).await;
    assert_eq!(page.field::<HtmlInputElement>("Search").value(), "한글");
}

#[wasm_bindgen_test]
async fn back_returns_to_the_rows_that_were_left() {
    let page = Page::open_connected("/frames", &two_frames()).await;
    page.column_is("Name", &["Alpha", "Beta"]).await;
    page.fill("Search", "beta");
    page.column_is("Name", &["Beta"]).await;
    page.link("Beta").click();
    holds("the frame's page is open", || page.texts("h1") == ["Beta"]).await;
    assert_eq!(location(), "/frames/84");
    back();
    page.column_is("Name", &["Beta"]).await;
    assert_eq!(location(), "/frames?q=beta");
    assert_eq!(page.field::<HtmlInputElement>("Search").value(), "beta");
}

#[wasm_bindgen_test]
async fn two_tables_of_a_page_are_filtered_apart() {
    let ids = || (Id::from(83), Id::from(381), Id::from(9));
    let make = move |_| {
        let (frame_no, box_no, instance_no) = ids();
        let kind = InfraKind::Hadoop;
        (view! { <InfraPage frame_no=frame_no box_no=box_no kind=kind instance_no=instance_no /> }, ())
    };
    let page = Page::open("/frames/83/boxes/381/hadoop/9?nodes.q=edge", make).0;
    let cluster = json!({
        "specList": [{ "name": "edge" }, { "name": "worker" }],
        "storageList": [{ "name": "shared", "mountPath": "/mnt" }],
    });
    page.gateway.always("get-hadoop-cluster-info", Answer::ok(&cluster));
    page.shows("/mnt").await;
    page.shows("edge").await;
    assert!(!page.says("worker"));
}

#[wasm_bindgen_test]
async fn a_hundred_rows_make_a_page() {
    let page = frames_page("/frames");
    page.gateway.always(FRAMES, frames(&many(250)));
    page.shows("1–100 of 250").await;
    assert_eq!(page.column("Number").len(), 100);
    assert_eq!(page.button("Previous").get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(page.button("Previous").get_attribute("title").as_deref(), Some("This is the first page."));

    page.press("Next");
    page.shows("101–200 of 250").await;
    assert_eq!(page.column("Number").first().unwrap(), "101");
    holds("the URL follows", || location() == "/frames?page=2").await;
    page.press("Next");
    page.shows("201–250 of 250").await;
    assert_eq!(page.column("Number").len(), 50);
    assert_eq!(page.button("Next").get_attribute("aria-disabled").as_deref(), Some("true"));
    page.press("Next");
    idle().await;
    assert!(page.says("201–250 of 250"));

    // What is looked for may be on the first page of what is left.
    page.fill("Search", "frame");
    page.shows("1–100 of 250").await;
    page.fill("Search", "frame 25");
    page.column_is("Number", &["25", "125", "225", "250"]).await;
    assert!(!page.says(" of "), "a pager for a few rows");
}

#[wasm_bindgen_test]
async fn a_page_that_is_no_more_shows_the_last_one() {
    let page = frames_page("/frames?page=9");
    page.gateway.always(FRAMES, frames(&many(101)));
    page.column_is("Number", &["101"]).await;
}

#[wasm_bindgen_test]
async fn every_page_of_the_api_is_read() {
    let page = frames_page("/frames");
    let part = |frames: &[Value]| Answer::ok(&json!({ "totalCount": 3, "content": frames }));
    let first = page.gateway.request(0).await;
    assert!(first.path().contains("pageNo=1&"), "{}", first.path());
    first.answer(&part(&[frame(1, "A"), frame(2, "B")]));
    let second = page.gateway.request(1).await;
    assert!(second.path().contains("pageNo=2&"), "{}", second.path());
    page.column_is("Name", &["A", "B"]).await;
    assert!(page.is_busy(), "a part is not the whole");
    second.answer(&part(&[frame(3, "C")]));
    page.column_is("Name", &["A", "B", "C"]).await;
    idle().await;
    assert_eq!(page.gateway.sent().len(), 2);
}

#[wasm_bindgen_test]
async fn a_count_that_is_never_reached_ends_with_an_empty_page() {
    let page = frames_page("/frames");
    let part = |frames: &[Value]| Answer::ok(&json!({ "totalCount": 9, "content": frames }));
    page.gateway.request(0).await.answer(&part(&[frame(1, "A")]));
    page.gateway.request(1).await.answer(&part(&[]));
    page.column_is("Name", &["A"]).await;
    idle().await;
    assert_eq!(page.gateway.sent().len(), 2);
}

#[wasm_bindgen_test]
async fn while_it_is_read_the_table_is_busy_and_says_nothing_wrong() {
    let page = frames_page("/frames");
    let request = page.gateway.request(0).await;
    holds("the table is busy", || page.is_busy()).await;
    assert!(!page.all("tbody tr[aria-hidden=true]").is_empty(), "no skeleton");
    assert!(!page.says("No items."), "nobody knows yet");
    assert_eq!(page.button("Refresh").get_attribute("aria-disabled").as_deref(), Some("true"));
    page.press("Refresh");
    idle().await;
    assert_eq!(page.gateway.sent().len(), 1, "it is being read already");

    request.answer(&frames(&[frame(83, "Alpha")]));
    page.shows("Alpha").await;
    holds("it is read", || !page.is_busy()).await;
    assert!(page.all("tbody tr[aria-hidden=true]").is_empty());
    assert_eq!(page.button("Refresh").get_attribute("aria-disabled"), None);
    assert!(page.says("Updated at "));
}

#[wasm_bindgen_test]
async fn nothing_there_and_nothing_found_are_told_apart() {
    let page = frames_page("/frames");
    page.gateway.always(FRAMES, nothing());
    page.shows("No items.").await;
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.press("Refresh");
    page.shows("Alpha").await;
    page.fill("Search", "beta");
    page.shows("No items match the filters.").await;
    assert!(!page.says("No items."));
}

#[wasm_bindgen_test]
async fn a_failed_read_can_be_tried_again() {
    let page = frames_page("/frames");
    page.gateway.always(FRAMES, refusal(500, "Out of order"));
    let alert = page.alert().await;
    assert!(alert.contains("HTTP 500") && alert.contains("Out of order"), "{alert}");
    assert!(!page.says("No items."), "an error is not an empty list");
    assert!(page.all("tbody tr[aria-hidden=true]").is_empty(), "nothing is coming");
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.press("Try again");
    page.shows("Alpha").await;
    holds("the alert is gone", || page.alerts().is_empty()).await;
}

#[wasm_bindgen_test]
async fn rows_stay_while_a_refresh_runs_and_when_it_fails() {
    let page = frames_page("/frames");
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.column_is("Name", &["Alpha"]).await;
    page.gateway.wait(FRAMES);
    page.press("Refresh");
    let refresh = page.gateway.request(1).await;
    holds("it is being read", || page.is_busy()).await;
    assert_eq!(page.column("Name"), ["Alpha"]);
    refresh.answer(&refusal(403, "Not now"));
    page.alert().await;
    assert_eq!(page.column("Name"), ["Alpha"]);
    assert!(!page.is_busy());
}

#[wasm_bindgen_test]
async fn unknown_fields_get_a_column_and_only_then() {
    let page = frames_page("/frames");
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.shows("Alpha").await;
    assert!(!page.headings().contains(&"Other fields".to_owned()));
    let mut newer = frame(84, "Beta");
    newer["futureField"] = json!({ "level": 7 });
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha"), newer]));
    page.press("Refresh");
    page.column_is("Other fields", &["—", r#"{"futureField":{"level":7}}"#]).await;
}

#[wasm_bindgen_test]
async fn unknown_codes_and_missing_values_are_shown_as_such() {
    let page = frames_page("/frames");
    let mut newer = frame(84, "Beta");
    newer["statusCode"] = "SET_FROZEN".into();
    page.gateway.always(FRAMES, frames(&[newer, json!({ "dataBoxFrameNo": 85 })]));
    page.column_is("Status", &["SET_FROZEN", "—"]).await;
    assert_eq!(page.column("Name"), ["Beta", "85"]);
    assert_eq!(page.column("Created")[1], "—");
}

#[wasm_bindgen_test]
async fn hostile_texts_are_only_texts() {
    let markup = r#"</th><img src=x onerror="window.hacked = true"><script>window.hacked = true</script>"#;
    let turned = "invoice\u{202e}gpj.exe";
    let long = "한".repeat(100_000);
    let page = frames_page("/frames");
    let mut extra = frame(4, "Plain");
    extra["<b>field</b>"] = markup.into();
    page.gateway.always(FRAMES, frames(&[frame(1, markup), frame(2, turned), frame(3, &long), extra]));
    page.column_is("Number", &["1", "2", "3", "4"]).await;
    let names = page.column("Name");
    assert_eq!([&names[0], &names[1], &names[3]], [markup, "invoice⟨U+202E⟩gpj.exe", "Plain"]);
    assert!(
        names[2].starts_with(&format!("{}⟨… cut: 100,000 characters ", "한".repeat(2_000))),
        "{}",
        names[2]
    );
    page.fill("Search", markup);
    page.column_is("Number", &["1"]).await;
    page.fill("Search", "");
    page.column_is("Number", &["1", "2", "3", "4"]).await;
    assert!(page.column("Other fields")[3].contains("<b>field</b>"));

    page.gateway.always(FRAMES, refusal(400, markup));
    page.press("Refresh");
    page.alert().await;
    page.unfold();
    assert!(page.texts("[role=alert]")[0].contains(markup));
    assert!(page.all("img, script, b").is_empty(), "{}", page.the("table").outer_html());
    assert!(!js_sys::Reflect::has(window().unchecked_ref(), &"hacked".into()).unwrap());
}

#[wasm_bindgen_test]
async fn a_row_that_is_unchanged_keeps_its_place_in_the_document_and_the_focus() {
    let page = frames_page("/frames");
    page.gateway.always(FRAMES, frames(&with_counts(&[("Alpha", 1), ("Beta", 2)])));
    page.shows("Beta").await;
    let link = page.link("Beta");
    link.focus().unwrap();
    // Another row changes, and a third comes before both.
    let mut next = with_counts(&[("Alpha", 7), ("Beta", 2), ("Gamma", 3)]);
    next.rotate_right(1);
    page.gateway.always(FRAMES, frames(&next));
    page.press("Refresh");
    page.column_is("Boxes", &["3", "7", "2"]).await;
    assert!(link.is_connected() && page.link("Beta").is_same_node(Some(&link)));
    assert_eq!(document().active_element().unwrap(), *link);
    page.fill("Search", "beta");
    page.column_is("Name", &["Beta"]).await;
    assert!(page.link("Beta").is_same_node(Some(&link)), "a filter makes no row again");
}
