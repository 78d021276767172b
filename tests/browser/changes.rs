//! Polling: transient states are read again until they end.

use crate::support::answers::{FRAMES, frame, frames, refusal};
use crate::support::page::script;
use crate::support::time::{Timers, advance_clock, holds, idle};
use crate::support::{Answer, Page};
use databoxframe_console::locale::Locale;
use databoxframe_console::notices::{Kind, Notices};
use databoxframe_console::pages::{FramesPage, SettingsPage};
use leptos::prelude::*;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

fn in_state(code: &str) -> Answer {
    let mut alpha = frame(83, "Alpha");
    alpha["statusCode"] = json!(code);
    let mut beta = frame(84, "Beta");
    beta["statusCode"] = json!("SET_TERMT");
    frames(&[alpha, beta])
}

/// The tab as it is seen by the page.
fn set_hidden(hidden: bool) {
    script(&format!(
        "Object.defineProperty(document, 'hidden', {{ value: {hidden}, configurable: true }});
         document.dispatchEvent(new Event('visibilitychange', {{ bubbles: true }}));"
    ));
}

/// A browser with notifications that answers without a user: the current permission, and the
/// answer.
fn fake_notifications(permission: &str, answer: &str) {
    script(&format!(
        "window.asked = 0; window.shown = [];
         window.Notification = class {{
           static permission = '{permission}';
           static async requestPermission() {{
             window.asked += 1;
             return window.Notification.permission = '{answer}';
           }}
           constructor(title, options) {{ window.shown.push(`${{title}} | ${{options.body}}`); }}
         }};"
    ));
}

fn asked() -> f64 {
    script("return window.asked").as_f64().unwrap()
}

fn shown_notifications() -> String {
    script("return window.shown.join()").as_string().unwrap()
}

/// The list of frames while `shown`, and the notices.
fn open() -> (Page, Timers, RwSignal<bool>, Notices) {
    set_hidden(false);
    let (page, (shown, notices)) = Page::open("/frames", |console| {
        let shown = RwSignal::new(true);
        let list = view! { <Show when=move || shown.get()><FramesPage /></Show> };
        (list, (shown, console.notices))
    });
    let timers = Timers::hold();
    (page, timers, shown, notices)
}

fn texts(notices: Notices) -> Vec<String> {
    untrack(|| notices.get()).iter().map(|notice| notice.title(Locale::English.texts())).collect()
}

fn reads(page: &Page) -> usize {
    page.gateway.sent_to(FRAMES).len()
}

/// Reads it once more after the time of the fast pace.
async fn polled(page: &Page, timers: &Timers) {
    let before = reads(page);
    timers.elapse(3_000.0);
    holds("it is read again", || reads(page) == before + 1).await;
    idle().await;
}

/// Nothing is read, however long that pace lasts.
async fn rests(page: &Page, timers: &Timers, milliseconds: f64) {
    let before = reads(page);
    timers.elapse(milliseconds);
    idle().await;
    assert_eq!(reads(page), before, "nothing is read");
}

#[wasm_bindgen_test]
async fn a_change_is_followed_to_its_end_and_announced() {
    let (page, timers, _, notices) = open();
    page.gateway.always(FRAMES, in_state("SET_ING"));
    page.shows("Changing").await;
    // Nobody knows since when: it was so from the start.
    assert!(!page.says("since "));
    polled(&page, &timers).await;
    page.gateway.always(FRAMES, in_state("SET_RTN"));
    polled(&page, &timers).await;
    page.shows("Returning").await;
    page.shows("seen since ").await;
    assert!(texts(notices).is_empty());
    page.gateway.always(FRAMES, in_state("SET_USE"));
    polled(&page, &timers).await;
    page.shows("In use").await;
    assert!(!page.says("since "));
    assert_eq!(texts(notices), ["Frame Alpha: In use"]);
    assert_eq!(untrack(|| notices.get())[0].kind, Kind::Passing);
    rests(&page, &timers, 60_000.0).await;
}

#[wasm_bindgen_test]
async fn marks_are_shown_in_the_consoles_language_whatever_the_document_says() {
    set_hidden(false);
    let (page, notices) = Page::open("/frames", |console| {
        console.preferences.set_locale(Locale::Korean);
        (view! { <FramesPage /> }.into_any(), console.notices)
    });
    let timers = Timers::hold();
    let state = |code: &str| {
        let mut frame = frame(83, "p\u{430}y");
        frame["statusCode"] = json!(code);
        frames(&[frame])
    };
    page.gateway.always(FRAMES, state("SET_ING"));
    page.shows("⟨키릴 문자⟩").await;
    script("document.documentElement.lang = 'en'");
    page.gateway.always(FRAMES, state("SET_USE"));
    polled(&page, &timers).await;
    holds("it is reported", || !texts(notices).is_empty()).await;
    assert!(texts(notices)[0].contains("pа⟨키릴 문자⟩y"), "{:?}", texts(notices));
}

#[wasm_bindgen_test]
async fn after_half_a_minute_it_is_read_once_a_minute() {
    let (page, timers, ..) = open();
    page.gateway.always(FRAMES, in_state("SET_ING"));
    page.shows("Changing").await;
    advance_clock(31_000.0);
    polled(&page, &timers).await;
    rests(&page, &timers, 59_000.0).await;
    let before = reads(&page);
    timers.elapse(60_000.0);
    holds("it is read again", || reads(&page) == before + 1).await;
    advance_clock(0.0);
}

#[wasm_bindgen_test]
async fn nothing_is_read_twice_at_once() {
    let (page, timers, ..) = open();
    page.gateway.always(FRAMES, in_state("SET_ING"));
    page.shows("Changing").await;
    page.gateway.wait(FRAMES);
    page.button("Refresh").click();
    holds("it is being read", || reads(&page) == 2).await;
    rests(&page, &timers, 3_000.0).await;
    page.gateway.sent_to(FRAMES)[1].answer(&in_state("SET_ING"));
    idle().await;
    polled(&page, &timers).await;
}

#[wasm_bindgen_test]
async fn failures_slow_it_down_but_do_not_end_it() {
    let (page, timers, _, notices) = open();
    page.gateway.always(FRAMES, in_state("SET_ING"));
    page.shows("Changing").await;
    page.gateway.always(FRAMES, refusal(403, "Not now."));
    polled(&page, &timers).await;
    page.shows("Not now.").await;
    assert!(page.says("Changing"), "what was read stays");
    rests(&page, &timers, 5_000.0).await;
    page.gateway.always(FRAMES, in_state("SET_USE"));
    timers.elapse(6_000.0);
    page.shows("In use").await;
    assert_eq!(texts(notices), ["Frame Alpha: In use"]);
}

#[wasm_bindgen_test]
async fn a_hidden_tab_reads_nothing_and_catches_up() {
    let (page, timers, ..) = open();
    page.gateway.always(FRAMES, in_state("SET_ING"));
    page.shows("Changing").await;
    set_hidden(true);
    idle().await;
    rests(&page, &timers, 60_000.0).await;
    page.gateway.always(FRAMES, in_state("SET_USE"));
    advance_clock(10_000.0);
    set_hidden(false);
    page.shows("In use").await;
    advance_clock(0.0);
}

#[wasm_bindgen_test]
async fn it_ends_with_its_page() {
    let (page, timers, shown, _) = open();
    page.gateway.always(FRAMES, in_state("SET_ING"));
    page.shows("Changing").await;
    shown.set(false);
    idle().await;
    rests(&page, &timers, 60_000.0).await;
    // A read under way neither.
    shown.set(true);
    page.shows("Changing").await;
    page.gateway.wait(FRAMES);
    let before = reads(&page);
    page.button("Refresh").click();
    holds("it is being read", || reads(&page) == before + 1).await;
    shown.set(false);
    idle().await;
    assert!(page.gateway.sent_to(FRAMES)[before].aborted());
    rests(&page, &timers, 60_000.0).await;
}

#[wasm_bindgen_test]
async fn what_is_final_is_left_alone() {
    let (page, timers, _, notices) = open();
    page.gateway.always(FRAMES, in_state("SET_USE"));
    page.shows("In use").await;
    assert!(!page.says("since "));
    rests(&page, &timers, 60_000.0).await;
    assert!(texts(notices).is_empty());
}

#[wasm_bindgen_test]
async fn who_wants_notifications_is_notified_in_a_hidden_tab() {
    set_hidden(false);
    fake_notifications("granted", "granted");
    let (page, ()) = Page::open("/frames", |console| {
        console.preferences.set_notify(true);
        (view! { <FramesPage /> }, ())
    });
    let timers = Timers::hold();
    page.gateway.always(FRAMES, in_state("SET_ING"));
    page.shows("Changing").await;
    set_hidden(true);
    idle().await;
    rests(&page, &timers, 59_000.0).await;
    page.gateway.always(FRAMES, in_state("SET_USE"));
    timers.elapse(60_000.0);
    page.shows("In use").await;
    assert_eq!(shown_notifications(), "Data Box Frame | Frame Alpha: In use");
    set_hidden(false);
}

#[wasm_bindgen_test]
async fn the_switch_asks_the_browser_when_it_is_pressed() {
    fake_notifications("default", "granted");
    let (page, preferences) =
        Page::open("/settings", |console| (view! { <SettingsPage /> }, console.preferences));
    let switch = page.element("[role=switch]").await;
    assert_eq!(switch.text_content().unwrap(), "Notify me when a change is done");
    assert_eq!((asked(), checked(&switch).as_str()), (0.0, "false"), "not before that");
    switch.click();
    holds("it is on", || checked(&switch) == "true").await;
    assert!(preferences.notify.get_untracked());
    switch.click();
    holds("it is off", || checked(&switch) == "false").await;
    assert!(!preferences.notify.get_untracked());
    assert_eq!(asked(), 1.0);
}

#[wasm_bindgen_test]
async fn the_switch_says_why_it_can_not_be_on() {
    fake_notifications("default", "denied");
    let (page, preferences) =
        Page::open("/settings", |console| (view! { <SettingsPage /> }, console.preferences));
    let switch = page.element("[role=switch]").await;
    switch.click();
    page.shows("The browser does not allow notifications").await;
    assert_eq!(switch.get_attribute("aria-disabled").unwrap(), "true");
    let hint = page.the(&format!("#{}", switch.get_attribute("aria-describedby").unwrap()));
    assert!(hint.text_content().unwrap().starts_with("The browser does not allow"));
    switch.click();
    idle().await;
    assert_eq!((asked(), checked(&switch).as_str()), (1.0, "false"));
    assert!(!preferences.notify.get_untracked());
}

fn checked(switch: &web_sys::HtmlElement) -> String {
    switch.get_attribute("aria-checked").unwrap()
}
