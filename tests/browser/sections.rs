//! The tabs of a frame's and of a box's page: URLs, reads, titles, focus, neighbours.

use crate::support::answers::{BOXES, FRAME, FRAME_INFRA, FRAMES, frame, frames, list, nothing};
use crate::support::page::{back, focused, location, script};
use crate::support::time::{holds, idle};
use crate::support::{Answer, Page};
use leptos::prelude::document;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const SUMMARY: &str = "get-data-box-summary-info";
const INFRA: &str = "get-data-box-infra-list";
const IMPORTS: &str = "get-import-apply-list";
const EXPORTS: &str = "get-export-apply-list";
const ACCOUNTS: &str = "get-ssl-vpn-account-list";
const BOX: &str = "/frames/83/boxes/382";

fn answers() -> Vec<(&'static str, Answer)> {
    let data_box = |number: u64| json!({ "dataBoxNo": number, "dataBoxName": format!("BOX {number}") });
    let account = json!({ "sslVpnNo": "7", "vpnId": "kim", "email": "k***@example.com" });
    vec![
        (FRAMES, frames(&[frame(82, "Before"), frame(83, "Alpha"), frame(84, "Beta")])),
        (FRAME, Answer::ok(&frame(83, "Alpha"))),
        (FRAME_INFRA, list(&[json!({ "instanceName": "server" })])),
        (BOXES, list(&[data_box(381), data_box(382), data_box(383)])),
        (SUMMARY, Answer::ok(&json!({ "dataBoxName": "BOX 382", "nasCount": 2 }))),
        (INFRA, list(&[json!({ "instanceName": "linux", "instanceNo": "1" })])),
        (IMPORTS, nothing()),
        (EXPORTS, nothing()),
        (ACCOUNTS, list(&[account])),
    ]
}

/// The operations that were sent since so many requests.
fn operations(page: &Page, since: usize) -> Vec<String> {
    let mut sent: Vec<String> = page.gateway.sent().iter().skip(since).map(|one| one.operation()).collect();
    sent.sort();
    sent
}

async fn is_open(page: &Page, tab: &str, title: &str) {
    holds(&format!("{tab} is open"), || page.texts(".tabs [aria-current=page]") == [tab]).await;
    holds(&format!("the title is {title}"), || document().title() == format!("{title} · Data Box Frame"))
        .await;
}

#[wasm_bindgen_test]
async fn only_the_open_tab_is_read_and_the_page_around_it_stays() {
    let page = Page::open_connected(BOX, &answers()).await;
    page.shows("NAS volumes").await;
    is_open(&page, "Summary", "BOX 382").await;
    for operation in [INFRA, IMPORTS, EXPORTS, ACCOUNTS] {
        assert!(page.gateway.sent_to(operation).is_empty(), "{operation}");
    }
    let heading = page.the("h1");
    for (tab, path, operation) in [
        ("Infrastructure", "infrastructure", INFRA),
        ("Imports", "imports", IMPORTS),
        ("Exports", "exports", EXPORTS),
        ("VPN accounts", "accounts", ACCOUNTS),
    ] {
        let before = page.gateway.sent().len();
        let link = page.all(".tabs a").into_iter().find(|link| link.text_content().unwrap() == tab).unwrap();
        link.focus().unwrap();
        link.click();
        is_open(&page, tab, &format!("{tab} · BOX 382")).await;
        assert_eq!(location(), format!("{BOX}/{path}"));
        holds("it is read", || !page.is_busy()).await;
        assert_eq!(operations(&page, before), [operation]);
        idle().await;
        assert!(heading.is_connected() && focused(&link), "{tab}: the page was made again");
    }
    page.column_is("SSL VPN ID", &["kim"]).await;
    // What had the focus is of another tab.
    page.the("input[type=search]").focus().unwrap();
    back();
    is_open(&page, "Exports", "Exports · BOX 382").await;
    holds("the tab has the focus", || focused(&page.the(".tabs [aria-current=page]"))).await;
}

#[wasm_bindgen_test]
async fn a_tab_of_a_link_is_open_and_its_list_is_filtered_by_it() {
    let page = Page::open_connected("/frames/83/boxes?q=383", &answers()).await;
    page.column_is("Name", &["BOX 383"]).await;
    is_open(&page, "Data boxes", "Data boxes · Alpha").await;
    assert!(page.gateway.sent_to(FRAME_INFRA).is_empty());
}

#[wasm_bindgen_test]
async fn a_page_that_is_left_before_its_tab_has_the_focus_does_no_harm() {
    let page = Page::open_connected(BOX, &answers()).await;
    page.shows("NAS volumes").await;
    script(
        "globalThis.frames_held = []; globalThis.animate = requestAnimationFrame;
         globalThis.requestAnimationFrame = (run) => frames_held.push(run);",
    );
    page.follow(&format!("{BOX}/imports"));
    is_open(&page, "Imports", "Imports · BOX 382").await;
    page.follow("/settings");
    holds("the page is gone", || page.texts("h1") == ["Settings"]).await;
    let failures = script(
        "globalThis.requestAnimationFrame = animate;
         return frames_held.flatMap((run) => { try { run(0); return []; } catch (error) { return [`${error}`]; } }).join();",
    );
    assert_eq!(failures.as_string().as_deref(), Some(""));
}

#[wasm_bindgen_test]
async fn neighbours_are_one_step_away_in_the_same_tab() {
    let page = Page::open_connected(&format!("{BOX}/accounts"), &answers()).await;
    holds("both are there", || page.all(".neighbours a").len() == 2).await;
    assert_eq!(page.texts(".neighbours a"), ["Previous data box: BOX 381", "Next data box: BOX 383"]);
    page.link("Next data box: BOX 383").click();
    holds("it is open", || location() == "/frames/83/boxes/383/accounts").await;
    holds("it is the last", || page.texts(".neighbours a") == ["Previous data box: BOX 382"]).await;
    page.link("Frames").click();
    holds("the frames are open", || page.texts("h1") == ["Frames"]).await;
    page.follow("/frames/83/infrastructure");
    holds("both are there", || page.texts(".neighbours a") == ["Previous frame: Before", "Next frame: Beta"])
        .await;
}

/// An error of the service, by its code.
fn error(status: u16, code: &str) -> Answer {
    Answer::json(status, &json!({ "error": { "errorCode": code, "message": "No", "details": "" } }))
}

fn with(operation: &str, answer: Answer) -> Vec<(&'static str, Answer)> {
    let replaced = |(name, before)| (name, if name == operation { answer.clone() } else { before });
    answers().into_iter().map(replaced).collect()
}

#[wasm_bindgen_test]
async fn of_what_does_not_exist_one_alert_says_so_and_nothing_is_offered() {
    for (path, operation) in [("/frames/9999", FRAME), ("/frames/9999/boxes", FRAME), (BOX, SUMMARY)] {
        let page = Page::open_connected(path, &with(operation, error(404, "10009"))).await;
        page.shows("has been deleted").await;
        idle().await;
        assert_eq!(page.alerts().len(), 1, "{path}: {:?}", page.alerts());
        assert!(page.all(".tabs, .page-header button, figure").is_empty(), "{path}");
    }
}

#[wasm_bindgen_test]
async fn of_a_box_that_is_closed_the_tabs_stay_and_nothing_is_offered() {
    let page = Page::open_connected(BOX, &with(SUMMARY, error(403, "10002"))).await;
    page.shows("lacks the permission").await;
    idle().await;
    assert_eq!(page.alerts().len(), 1, "{:?}", page.alerts());
    assert!(page.all(".page-header button").is_empty());
    assert_eq!(page.texts(".tabs a").len(), 5);
}

#[wasm_bindgen_test]
async fn requests_for_a_box_are_begun_in_its_heading() {
    let page = Page::open_connected(BOX, &answers()).await;
    let primary = |page: &Page| page.texts(".page-header .button-primary");
    holds("they are there", || primary(&page) == ["Request import"]).await;
    page.follow("/frames/83/boxes/382/exports");
    holds("that of the tab stands out", || primary(&page) == ["Request export"]).await;
    assert!(page.find_button("Request import").is_some());
}

#[wasm_bindgen_test]
async fn a_request_says_where_it_is_and_when_as_far_as_that_is_known() {
    let import = |more: &[(&str, &str)]| {
        let mut import = json!({
            "importApplyId": "5", "dataBoxNo": "382", "dataBoxName": "BOX 382", "sourceFileName": "in.csv",
            "status": "SCSS",
        });
        more.iter().for_each(|(name, value)| import[*name] = json!(value));
        list(&[import])
    };
    let dates = [("applyDate", "2024-01-31 10:20:30"), ("completeDate", "2024-01-31 10:25:00")];
    let mut answers = with(IMPORTS, import(&dates));
    answers.push(("get-import-apply-detail", import(&[])));
    let page = Page::open_connected("/imports/83/382/5", &answers).await;
    page.shows("in.csv").await;
    idle().await;
    let before = page.texts("dt");
    assert!(!before.contains(&"Requested".to_owned()), "{before:?}");
    assert_eq!(before[2..4], ["Frame", "Data box"]);
    page.link("Import requests").click();
    holds("the list is read", || page.texts("tbody th").len() == 3).await;
    page.follow("/imports/83/382/5");
    holds("the dates are those of the list", || {
        let shown = page.texts("dt");
        shown.contains(&"Requested".to_owned()) && shown.contains(&"Completed".to_owned())
    })
    .await;
    assert!(page.texts("dd a").contains(&"Alpha".to_owned()), "{:?}", page.texts("dd a"));
}

#[wasm_bindgen_test]
async fn what_a_return_deletes_is_counted_when_it_is_asked_for() {
    let mut answers = answers();
    answers.retain(|(operation, _)| *operation != INFRA);
    let page = Page::open_connected(BOX, &answers).await;
    page.shows("NAS volumes").await;
    page.press("Return data box");
    holds("it waits", || page.is_blocked("Return data box")).await;
    let sent = page.gateway.request_to(INFRA, 0).await;
    assert!(page.find_dialog().is_none());
    sent.answer(&list(&[json!({ "instanceName": "a" }), json!({ "instanceName": "b" })]));
    let dialog = page.dialog().await;
    assert!(dialog.inner_text().contains("Servers and volumes\n2"), "{}", dialog.inner_text());
}
