//! Notices of decisions: what they say, when they go, and where the focus goes.

use crate::decided::{approve_next, begin, decide, deciding, press_by_keyboard, ticked, waiting};
use crate::support::Page;
use crate::support::answers::{APPROVE, REJECT, REVIEW, list, receipt};
use crate::support::page::{focused, send};
use crate::support::time::{Timers, holds, idle};
use databoxframe_console::components::NoticeList;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement};

/// How long a passing notice is shown, in milliseconds.
const SHOWN: f64 = 10_000.0;

fn notices(page: &Page) -> Vec<String> {
    page.all("[role=group][id^='notice-']").iter().map(HtmlElement::inner_text).collect()
}

#[wasm_bindgen_test]
async fn decisions_of_one_kind_are_one_notice_that_names_the_files() {
    let page = deciding(1, "Approve").await;
    decide(&page, APPROVE, "The export was approved.").await;
    holds("it is announced", || page.announced("file-1.csv: approved")).await;
    assert!(page.announced("The export was approved."));
    approve_next(&page, 2).await;
    approve_next(&page, 3).await;
    let said = "3 requests approved: file-1.csv, file-2.csv, file-3.csv";
    holds("it is announced", || page.announced(said)).await;
    assert_eq!(notices(&page).len(), 1, "{:?}", notices(&page));
}

#[wasm_bindgen_test]
async fn several_decided_together_are_one_notice() {
    let page = ticked(2, "Reject selected").await;
    page.fill("Reason", "Too much");
    page.gateway.always(REJECT, receipt("Rejected."));
    for number in 1..=2 {
        // Each is read before and after.
        page.gateway.always(REVIEW, list(&[waiting(number)]));
        if number == 1 {
            page.submit();
        }
        page.gateway.request_to(REJECT, number as usize - 1).await;
    }
    holds("it is announced", || page.announced("2 requests rejected: file-1.csv, file-2.csv")).await;
}

#[wasm_bindgen_test]
async fn a_notice_goes_by_itself_unless_it_is_used() {
    let page = deciding(1, "Approve").await;
    let timers = Timers::hold();
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    let mut approved = waiting(1);
    approved["status"] = "COPY_CMPL".into();
    page.gateway.always(REVIEW, list(&[approved]));
    sent.answer(&receipt("Approved."));
    page.no_dialog().await;
    holds("it is shown", || notices(&page).len() == 1).await;
    let notice = page.the("[role=group][id^='notice-']");
    let elapsed = async || {
        idle().await;
        timers.elapse(SHOWN);
        idle().await;
        notices(&page).len()
    };
    send_without_bubbling(&notice, "mouseenter");
    assert_eq!(elapsed().await, 1, "below the pointer");
    send_without_bubbling(&notice, "mouseleave");
    let close: HtmlElement = notice.query_selector("button").unwrap().unwrap().unchecked_into();
    send(&close, "focusin");
    assert_eq!(elapsed().await, 1, "with the focus in it");
    send(&close, "focusout");
    assert_eq!(elapsed().await, 0, "it stays for ever");
}

#[wasm_bindgen_test]
async fn what_has_no_outcome_stays_until_it_is_closed() {
    let page = deciding(1, "Approve").await;
    page.submit();
    let sent = page.gateway.request_to(APPROVE, 0).await;
    page.link("Settings").click();
    page.no_dialog().await;
    let timers = Timers::hold();
    sent.fail();
    holds("it is announced", || page.announced("Outcome unknown")).await;
    idle().await;
    timers.elapse(SHOWN);
    idle().await;
    assert!(page.announced("Outcome unknown"));
}

#[wasm_bindgen_test]
async fn closing_a_notice_leads_to_the_next_and_then_to_the_page() {
    let page = deciding(1, "Approve").await;
    decide(&page, APPROVE, "Approved.").await;
    page.gateway.always(REVIEW, list(&[waiting(1)]));
    begin(&page, "Reject").await;
    page.fill("Reason", "No");
    decide(&page, REJECT, "Rejected.").await;
    holds("both are shown", || notices(&page).len() == 2).await;
    let closes = || page.all("[role=group][id^='notice-'] button");
    press_by_keyboard(&closes()[0]);
    holds("the next has the focus", || closes().len() == 1 && focused(&closes()[0])).await;
    press_by_keyboard(&closes()[0]);
    holds("the page has the focus", || focused(&page.the("main"))).await;
}

#[wasm_bindgen_test]
async fn good_news_that_is_kept_nowhere_else_goes_by_itself_too() {
    let (page, notices_of) =
        Page::open("/", |console| (view! { <NoticeList /> }.into_any(), console.notices));
    let timers = Timers::hold();
    notices_of.set(Some("Kept".into()));
    notices_of.warn("Failed".into());
    holds("both are shown", || notices(&page).len() == 2).await;
    idle().await;
    timers.elapse(SHOWN);
    idle().await;
    assert_eq!(notices(&page).len(), 1, "{:?}", notices(&page));
    assert!(page.says("Failed") && !page.says("Kept"));
}

/// Dispatches an event that only its target hears.
fn send_without_bubbling(target: &HtmlElement, kind: &str) {
    target.dispatch_event(&Event::new(kind).unwrap()).unwrap();
}
