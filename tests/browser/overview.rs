//! The overview: numbers that lead to their rows, each beside what could not be read.

use crate::support::answers::{
    BOXES, FRAME_INFRA, FRAMES, REVIEWS, frame, frames, list, nothing, refusal, review,
};
use crate::support::page::location;
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use leptos::prelude::document;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const IMPORTS: &str = "get-import-apply-list";

/// A date so many hours before now, as the service writes it: in Korean time.
fn ago(hours: f64) -> String {
    let at = js_sys::Date::now() + (9.0 - hours) * 3_600_000.0;
    let text: String = js_sys::Date::new(&at.into()).to_iso_string().into();
    text[..19].replace('T', " ")
}

fn import(number: u64, status: &str, applied: &str) -> Value {
    json!({
        "importApplyId": number.to_string(),
        "dataBoxNo": "381",
        "sourceFileName": "in.csv",
        "sourceBucketName": "lake",
        "applyDate": applied,
        "status": status,
    })
}

fn with_status(number: u64, status: &str, applied: &str) -> Value {
    let mut one = review(number, "out.csv", applied);
    one["status"] = status.into();
    one
}

/// An account of one frame, in which something waits, failed and is changing.
fn answers() -> Vec<(&'static str, Answer)> {
    let reviews = [
        review(1, "a.csv", &ago(75.0)),
        review(2, "b.csv", &ago(1.0)),
        with_status(3, "COPY_CMPL", &ago(30.0)),
        with_status(4, "ERR_FILE", &ago(2.0)),
    ];
    let imports =
        [import(5, "ERR_SYS", &ago(3.0)), import(6, "ERR_SYS", &ago(50.0)), import(7, "ING", &ago(0.2))];
    let box_of = |number: &str, status: &str| json!({ "dataBoxNo": number, "dataBoxName": format!("BOX {number}"), "statusCode": status, "disabled": true });
    vec![
        (FRAMES, frames(&[frame(83, "Alpha")])),
        (REVIEWS, list(&reviews)),
        (IMPORTS, list(&imports)),
        (BOXES, list(&[box_of("381", "USE"), box_of("382", "ING")])),
        (FRAME_INFRA, nothing()),
    ]
}

/// The part of this heading, as a person reads it.
fn part(page: &Page, title: &str) -> String {
    let parts = page.all("section.need");
    let part = parts.into_iter().find(|part| part.inner_text().starts_with(title));
    part.map(|part| part.inner_text()).unwrap_or_else(|| panic!("no {title} in:\n{}", page.text()))
}

/// Where a link leads.
fn target(page: &Page, text: &str) -> String {
    page.link(text).get_attribute("href").unwrap()
}

#[wasm_bindgen_test]
async fn numbers_lead_to_exactly_their_rows() {
    let page = Page::open_connected("/overview", &answers()).await;
    page.shows("2 requests").await;
    holds("the oldest one's age", || part(&page, "Waiting for review").contains("oldest 3.1 days ago")).await;
    assert_eq!(target(&page, "2 requests"), "/reviews?status=REQ_CMPL&sort=requested");
    assert_eq!(target(&page, "2 · Alpha"), "/reviews?status=REQ_CMPL&sort=requested&frame=Alpha");

    let since = ago(24.0);
    let since = format!("{}T{}", &since[..10], &since[11..16]);
    let from = since.replace(':', "%3A");
    assert_eq!(target(&page, "1 · Import: System error"), format!("/imports?status=ERR_SYS&from={from}"));
    assert_eq!(target(&page, "1 · Export: File error"), format!("/reviews?status=ERR_FILE&from={from}"));

    let changing = part(&page, "Changing now");
    assert!(changing.contains("BOX 382 Alpha Changing") && !changing.contains("since"), "{changing}");
    assert!(!changing.contains("BOX 381"), "{changing}");
    assert_eq!(target(&page, "BOX 382"), "/frames/83/boxes/382");
    assert_eq!(target(&page, "1 · Import: Transferring"), "/imports?status=ING");

    // The list shows the time that its day field has no place for.
    page.link("1 · Import: System error").click();
    // The gateway of these tests answers all of them, whatever the filter.
    page.column_is("Status", &["System error", "System error"]).await;
    page.shows(&format!("from {} on", since.replace('T', " "))).await;
    let sent = page.gateway.sent_to(IMPORTS).pop().unwrap().path();
    assert!(sent.contains(&format!("applyStartDate={}00", since.replace(['-', 'T', ':'], ""))), "{sent}");
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_says_so_in_its_place() {
    let mut answers = answers();
    answers.retain(|(operation, _)| *operation != REVIEWS);
    answers.push((REVIEWS, refusal(403, "Not you")));
    let page = Page::open_connected("/overview", &answers).await;
    page.shows("No permission").await;
    page.unfold();
    page.shows("Not you").await;
    assert_eq!(page.alerts().len(), 1, "{:?}", page.alerts());
    assert_eq!(page.texts(".list-names li"), ["AlphaExport review requests"]);
    assert_eq!(part(&page, "Waiting for review").trim_end(), "Waiting for review\nAlpha Not loaded");
    let failed = part(&page, "Failed in the last 24 hours");
    assert!(
        failed.contains("1 · Import: System error") && failed.contains("Alpha Export Not loaded"),
        "{failed}"
    );
    holds("the window is named", || document().title() == "Overview · Data Box Frame").await;

    page.gateway.always(REVIEWS, list(&[review(1, "a.csv", &ago(5.0))]));
    page.press("Try again");
    page.shows("1 request").await;
    holds("nothing is missing", || !page.says("Not loaded") && page.alerts().is_empty()).await;
}

#[wasm_bindgen_test]
async fn nothing_is_said_before_it_is_known() {
    let mut answers = answers();
    answers.retain(|(operation, _)| *operation != REVIEWS);
    let page = Page::open_connected("/overview", &answers).await;
    page.shows("1 · Import: System error").await;
    idle().await;
    let waiting = part(&page, "Waiting for review");
    assert_eq!(waiting.trim_end(), "Waiting for review");
    assert!(!page.says("Nothing failed."));
    page.gateway.request_to(REVIEWS, 0).await.answer(&nothing());
    page.shows("No requests are waiting.").await;
}

#[wasm_bindgen_test]
async fn the_number_that_waits_stands_beside_its_link_and_in_the_title() {
    let page = Page::open_connected("/overview", &answers()).await;
    holds("the title counts", || document().title() == "(2) Overview · Data Box Frame").await;
    let link = page.the("nav a[href='/reviews']");
    let description = link.get_attribute("aria-describedby").unwrap();
    let described = document().get_element_by_id(&description).unwrap();
    assert_eq!(described.text_content().unwrap(), "2 waiting for review");
    assert_eq!(page.the("nav a[href='/reviews'] span[aria-hidden=true]").inner_text(), "2");

    // Another page reads nothing for it, and keeps what was read.
    let sent = page.gateway.sent_to(REVIEWS).len();
    page.link("Settings").click();
    holds("the title counts", || document().title() == "(2) Settings · Data Box Frame").await;
    idle().await;
    assert_eq!((page.gateway.sent_to(REVIEWS).len(), location()), (sent, "/settings".to_owned()));
}

#[wasm_bindgen_test]
async fn reads_end_with_the_page() {
    let page = Page::open_connected("/overview", &[]).await;
    let pending = page.gateway.request_to(REVIEWS, 0).await;
    page.link("Settings").click();
    holds("it is aborted", || pending.aborted()).await;
}

const SUMMARY: &str = "get-data-box-summary-info";
const BOX_INFRA: &str = "get-data-box-infra-list";
const EXPORTS: &str = "get-export-apply-list";

/// The frame's picture with its list, brought near the screen.
async fn topology(page: &Page) -> web_sys::HtmlElement {
    let figure = page.element("figure[aria-label='Topology of Alpha']").await;
    figure.scroll_into_view();
    figure
}

#[wasm_bindgen_test]
async fn a_picture_says_what_of_a_box_could_not_be_read() {
    let mut answers = answers();
    let open = json!({ "dataBoxNo": "381", "dataBoxName": "Lab", "statusCode": "USE", "disabled": false });
    let closed =
        json!({ "dataBoxNo": "382", "dataBoxName": "Closed", "statusCode": "USE", "disabled": true });
    answers.retain(|(operation, _)| *operation != BOXES);
    answers.push((BOXES, list(&[open, closed])));
    answers.push((
        SUMMARY,
        Answer::ok(&json!({ "webBlockStatus": false, "nasTotalSize": 1000, "nasTotalUseSize": 900 })),
    ));
    answers.push((BOX_INFRA, refusal(403, "Not you")));
    let mut export = with_status(9, "COPY_CMPL", &ago(40.0));
    export["targetBucketName"] = "out".into();
    answers.push((EXPORTS, list(&[export])));
    let page = Page::open_connected("/overview", &answers).await;
    let figure = topology(&page).await;
    holds("what was read is there", || {
        let text = figure.inner_text();
        text.contains("NAS in use 900 of 1,000 GB")
            && text.contains("Network allowed")
            && text.contains("1 approved")
    })
    .await;
    let items = page.texts("figure[aria-label='Topology of Alpha'] li li");
    let lab = items.iter().find(|item| item.starts_with("Lab")).unwrap();
    assert!(lab.contains("Not loaded"), "{lab}");
    assert!(!items.iter().any(|item| item.starts_with("Closed") && item.contains("Not loaded")), "{items:?}");
    page.shows("No permission").await;
    page.unfold();
    page.shows("Not you").await;
    assert!(
        page.gateway.sent().iter().all(|sent| !sent.path().contains("dataBoxNo=382")),
        "closed to this key"
    );

    page.gateway.always(BOX_INFRA, list(&[json!({ "productCode": "CON", "instanceName": "c1" })]));
    page.press("Try again");
    holds("the rest is there", || figure.inner_text().contains("Connect 1") && !page.says("Not loaded"))
        .await;
}

#[wasm_bindgen_test]
async fn a_picture_counts_the_buckets_of_its_imports() {
    let page = Page::open_connected("/overview", &answers()).await;
    let figure = topology(&page).await;
    holds("the imports", || figure.inner_text().contains("lake 3 imports")).await;
    let link =
        page.all("figure a[href]").into_iter().find(|link| link.text_content().unwrap() == "lake").unwrap();
    let href = link.get_attribute("href").unwrap();
    assert!(href.starts_with("/imports?frame=Alpha&from=") && href.ends_with("&q=lake"), "{href}");
}

#[wasm_bindgen_test]
async fn a_chart_that_is_drawn_again_keeps_its_readers_place() {
    let mut answers = answers();
    answers.retain(|(operation, _)| *operation != FRAMES && *operation != IMPORTS);
    answers.push((FRAMES, frames(&[frame(83, "Alpha"), frame(84, "Beta")])));
    let page = Page::open_connected("/overview", &answers).await;
    page.gateway.request_to(IMPORTS, 0).await.answer(&list(&[import(5, "SCSS", &ago(3.0))]));
    let bar = page.element("figure[aria-label='Imports per day'] [data-index='12']").await;
    bar.focus().unwrap();
    let tip = "figure[aria-label='Imports per day'] .plot-tip > strong";
    let day = page.element(tip).await.inner_text();
    page.gateway.request_to(IMPORTS, 1).await.answer(&list(&[import(6, "SCSS", &ago(2.0))]));
    let figure = page.the("figure[aria-label='Imports per day']");
    holds("both are counted", || figure.inner_text().contains("2 requests")).await;
    assert_eq!(
        document().active_element().and_then(|one| one.get_attribute("data-index")),
        Some("12".into())
    );
    assert_eq!(page.texts(tip), [day]);
    assert_eq!(bar.get_attribute("tabindex"), Some("0".into()));
}
