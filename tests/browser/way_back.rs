//! The way back to a list: its URL, its place, the link that was followed; and forms that know where
//! a person came from.

use crate::support::answers::{BOXES, FRAME, FRAMES, REVIEWS, frame, frames, list, nothing, review};
use crate::support::page::{back, focused, location, send};
use crate::support::time::holds;
use crate::support::{Answer, Page};
use leptos::prelude::window;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlSelectElement};

const BOX: &str = "/frames/83/boxes/382";

/// An account with so many frames.
fn answers(frame_count: u64) -> Vec<(&'static str, Answer)> {
    let many: Vec<Value> =
        (83..83 + frame_count).map(|number| frame(number, &format!("Frame {number}"))).collect();
    let data_box = |number: u64, status: &str| json!({ "dataBoxNo": number, "dataBoxName": format!("BOX {number}"), "statusCode": status });
    let import = json!({
        "importApplyId": "5", "dataBoxNo": "382", "dataBoxName": "BOX 382", "sourceFileName": "in.csv",
        "applyDate": "2024-01-31 10:20:30", "status": "ING",
    });
    vec![
        (FRAMES, frames(&many)),
        (FRAME, Answer::ok(&frame(83, "Frame 83"))),
        (BOXES, list(&[data_box(381, "TERMT"), data_box(382, "USE")])),
        ("get-data-box-summary-info", Answer::ok(&json!({ "dataBoxName": "BOX 382", "statusCode": "USE" }))),
        ("get-import-apply-list", list(std::slice::from_ref(&import))),
        ("get-import-apply-detail", list(&[import])),
        ("get-target-nas-list", nothing()),
        ("get-bucket-list", nothing()),
    ]
}

fn scrolled() -> f64 {
    window().scroll_y().unwrap()
}

/// Opens a frame as a person does: its link has the focus. How far the list was scrolled then.
async fn open_frame(page: &Page) -> f64 {
    let link = page.link("Frame 150");
    link.focus().unwrap();
    window().scroll_to_with_x_and_y(0.0, 700.0);
    holds("it is scrolled", || scrolled() > 600.0).await;
    let at = scrolled();
    link.click();
    holds("the frame is open", || location() == "/frames/150" && !page.texts(".trail a").is_empty()).await;
    holds("from its beginning", || scrolled() < 1.0).await;
    at
}

#[wasm_bindgen_test]
async fn back_and_the_trail_lead_to_the_list_as_it_was() {
    let page = Page::open_connected("/frames?q=Frame&sort=name", &answers(100)).await;
    holds("it is read", || page.texts("tbody th").len() == 100).await;
    for way in ["back", "trail"] {
        let at = open_frame(&page).await;
        if way == "back" {
            back();
        } else {
            page.the(".trail a").click();
        }
        holds(&format!("{way}: the list is there"), || location() == "/frames?q=Frame&sort=name").await;
        holds(&format!("{way}: where it was"), || (scrolled() - at).abs() < 3.0).await;
        holds(&format!("{way}: the link has the focus"), || {
            page.all("tbody a").iter().any(|link| focused(link) && link.inner_text() == "Frame 150")
        })
        .await;
    }
    // The navigation leads to the list from its beginning.
    open_frame(&page).await;
    page.link("Frames").click();
    holds("the whole list is there", || location() == "/frames").await;
    holds("from its beginning", || scrolled() < 1.0).await;
}

#[wasm_bindgen_test]
async fn a_person_who_scrolls_is_not_scrolled_back() {
    let page = Page::open_connected("/frames", &answers(100)).await;
    holds("it is read", || page.texts("tbody th").len() == 100).await;
    open_frame(&page).await;
    page.gateway.wait(FRAMES);
    page.the(".trail a").click();
    holds("it is where it was", || scrolled() > 600.0).await;
    send(&page.the("h1"), "wheel");
    window().scroll_to_with_x_and_y(0.0, 100.0);
    for _ in 0..5 {
        crate::support::time::idle().await;
    }
    assert!(scrolled() < 150.0, "{}", scrolled());
}

#[wasm_bindgen_test]
async fn a_request_leads_back_to_where_it_was_opened() {
    let page = Page::open_connected(&format!("{BOX}/imports"), &answers(1)).await;
    page.column_is("File", &["in.csv"]).await;
    page.link("in.csv").click();
    let of_box = ["Frames", "Frame 83", "Data boxes", "BOX 382", "Import requests"];
    holds("the box is above it", || page.texts(".trail a") == of_box).await;
    page.follow("/imports?q=in");
    page.column_is("File", &["in.csv"]).await;
    page.link("in.csv").click();
    holds("the list is above it", || page.texts(".trail a") == ["Import requests"]).await;
    assert_eq!(page.the(".trail a").get_attribute("href").unwrap(), "/imports?q=in");
}

#[wasm_bindgen_test]
async fn a_request_for_a_box_knows_the_box_and_leads_back_to_it() {
    let page = Page::open_connected(BOX, &answers(1)).await;
    holds("it can be requested", || {
        page.find_button("Request import").is_some() && page.find_button("Request export").is_some()
    })
    .await;
    page.press("Request import");
    holds("the form is open", || location() == "/imports/new?frame=83&box=382").await;
    holds("the box is chosen", || {
        page.find_field::<HtmlSelectElement>("Data box").is_some_and(|select| select.value() == "382")
    })
    .await;
    assert_eq!(page.field::<HtmlSelectElement>("Frame").value(), "83");
    page.press("Discard");
    holds("the box is open", || location() == format!("{BOX}/imports")).await;
    // From the list the form leads back to the list, and nothing is chosen.
    page.follow("/imports");
    page.column_is("File", &["in.csv"]).await;
    page.press("Request import");
    holds("the form is open", || location() == "/imports/new").await;
    let discard = page.has_button("Discard").await;
    assert_eq!(page.field::<HtmlSelectElement>("Frame").value(), "");
    discard.click();
    holds("the list is open", || location() == "/imports").await;
}

#[wasm_bindgen_test]
async fn a_row_of_a_box_offers_requests_and_says_why_not() {
    let page = Page::open_connected("/frames/83/boxes", &answers(1)).await;
    page.column_is("Name", &["BOX 381", "BOX 382"]).await;
    let buttons: Vec<HtmlElement> = page.all("tbody .row-actions button");
    let said = |button: &HtmlElement| {
        (button.inner_text(), button.get_attribute("aria-disabled"), button.get_attribute("title").unwrap())
    };
    let off =
        |label: &str| (label.to_owned(), Some("true".to_owned()), "This data box was returned.".to_owned());
    let on = |label: &str| (label.to_owned(), None, String::new());
    let all: Vec<_> = buttons.iter().map(said).collect();
    assert_eq!(
        all,
        [off("Request import"), off("Request export"), on("Request import"), on("Request export")]
    );
    buttons[3].click();
    holds("the form is open", || location() == "/exports/new?frame=83&box=382").await;
}

#[wasm_bindgen_test]
async fn sizes_are_added_up_over_what_is_filtered() {
    let sized = |number: u64, file: &str, size: Value| {
        let mut one = review(number, file, "2024-01-31 10:20:30");
        one["fileSize"] = size;
        one
    };
    let records = [
        sized(1, "a.csv", json!(3)),
        sized(2, "b.csv", Value::Null),
        sized(3, "c.txt", json!(1200.5)),
        sized(4, "d.csv", json!("large")),
    ];
    let page = Page::open_connected("/reviews", &[(REVIEWS, list(&records))]).await;
    holds("it is added up", || page.texts(".totals p") == ["Size: 1,203.5 MB in 2 rows · 2 without a size"])
        .await;
    page.fill("Search", "a.csv");
    holds("only that one", || page.texts(".totals p") == ["Size: 3 MB in 1 row"]).await;
    page.fill("Search", "b.csv");
    holds("nothing known", || page.texts(".totals p") == ["Size: 1 without a size"]).await;
}
