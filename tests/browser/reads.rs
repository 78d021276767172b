//! Reads that fail: signed for another time, retried, marked as stale, ended by the network.

use crate::support::answers::{FRAMES, frame, frames, receipt, refusal};
use crate::support::client::{approve, arrived, ask, client, records, write};
use crate::support::gateway::Sent;
use crate::support::page::{connection, script};
use crate::support::time::{Timers, advance_clock, holds, idle};
use crate::support::{Answer, Page};
use databoxframe_console::console::Console;
use databoxframe_console::gateway::{Effect, Failure, MAX_READS};
use databoxframe_console::locale::{Locale, clock, explain};
use databoxframe_console::pages::FramesPage;
use leptos::prelude::*;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const HOUR_MS: f64 = 3_600_000.0;

fn alpha() -> Answer {
    frames(&[frame(83, "Alpha")])
}

/// The answer as a gateway sends it whose clock is ahead of this computer's by this much.
fn at(answer: Answer, ahead: f64) -> Answer {
    let date = js_sys::Date::new(&(js_sys::Date::now() + ahead).into());
    answer.header("date", &String::from(date.to_utc_string()))
}

/// The gateway's answer to a signature of another time.
fn too_late() -> Answer {
    Answer::json(401, &json!({ "error": { "errorCode": "200", "message": "Authentication Failed" } }))
}

/// By how much the time that was signed is ahead of this computer's.
fn ahead(sent: &Sent) -> f64 {
    sent.header("x-ncp-apigw-timestamp").parse::<f64>().unwrap() - js_sys::Date::now()
}

fn is_near(value: f64, expected: f64) -> bool {
    (value - expected).abs() < 60_000.0
}

/// The state of the clock in Settings.
fn said(console: Console) -> String {
    clock(untrack(|| console.client.clock().behind()), Locale::English.texts())
}

#[wasm_bindgen_test]
async fn a_read_refused_for_its_time_is_signed_once_more() {
    let (page, console) = client();
    let (arrival, _) = ask(console);
    let first = page.gateway.request(0).await;
    assert!(is_near(ahead(&first), 0.0));
    first.answer(&at(too_late(), HOUR_MS));
    let second = page.gateway.request(1).await;
    assert!(is_near(ahead(&second), HOUR_MS));
    assert_ne!(first.header("x-ncp-apigw-signature-v2"), second.header("x-ncp-apigw-signature-v2"));
    second.answer(&at(alpha(), HOUR_MS));
    assert_eq!(arrived(arrival).await, Ok(1));
    assert!(said(console).contains("slow"), "{}", said(console));

    // The next one is right at once.
    ask(console);
    assert!(is_near(ahead(&page.gateway.request(2).await), HOUR_MS));
}

#[wasm_bindgen_test]
async fn it_is_signed_once_more_and_no_more() {
    let (page, console) = client();
    let (arrival, _) = ask(console);
    page.gateway.request(0).await.answer(&at(too_late(), -HOUR_MS));
    page.gateway.request(1).await.answer(&at(too_late(), -HOUR_MS));
    // It was not the time then.
    let failure = arrived(arrival).await.unwrap_err();
    assert!(matches!(failure, Failure::Answer(_)), "{failure:?}");
    assert!(explain(&failure, Locale::English.texts()).advice.contains("secret key"));
    idle().await;
    assert_eq!(page.gateway.sent().len(), 2);
    assert!(said(console).contains("fast"), "{}", said(console));
}

#[wasm_bindgen_test]
async fn keys_that_are_wrong_are_not_tried_again() {
    for answer in [too_late(), at(too_late(), 0.0), at(too_late(), 180_000.0)] {
        let (page, console) = client();
        let (arrival, _) = ask(console);
        page.gateway.request(0).await.answer(&answer);
        let failure = arrived(arrival).await.unwrap_err();
        assert!(matches!(failure, Failure::Answer(_)), "{failure:?}");
        idle().await;
        assert_eq!(page.gateway.sent().len(), 1);
    }
}

#[wasm_bindgen_test]
async fn a_write_refused_for_its_time_says_so_and_may_be_sent_again() {
    let (page, console) = client();
    let arrival = write(console, approve());
    page.gateway.request(0).await.answer(&at(too_late(), HOUR_MS));
    let failure = arrived(arrival).await.unwrap_err();
    assert_eq!(failure.effect(), Effect::Refused);
    let advice = explain(&failure, Locale::English.texts()).advice;
    assert!(advice.contains("slow. Requests are signed with the gateway's time"), "{advice}");
    idle().await;
    assert_eq!(page.gateway.sent().len(), 1, "a write is never repeated");

    let arrival = write(console, approve());
    let second = page.gateway.request(1).await;
    assert!(is_near(ahead(&second), HOUR_MS));
    second.answer(&receipt("Approved."));
    assert_eq!(arrived(arrival).await.unwrap(), "Approved.");
}

#[wasm_bindgen_test]
async fn cached_answers_and_other_days_do_not_set_the_clock() {
    let (page, console) = client();
    let (arrival, _) = ask(console);
    page.gateway.request(0).await.answer(&at(alpha(), -HOUR_MS).header("age", "3600"));
    arrived(arrival).await.unwrap();
    assert_eq!(untrack(|| console.client.clock().behind()), None);

    let (arrival, _) = ask(console);
    page.gateway.request(1).await.answer(&at(too_late(), 48.0 * HOUR_MS).header("age", "0"));
    let failure = arrived(arrival).await.unwrap_err();
    let advice = explain(&failure, Locale::English.texts()).advice;
    assert!(advice.contains("more than a day"), "{advice}");
    ask(console);
    assert!(is_near(ahead(&page.gateway.request(2).await), 0.0), "a signature for another day");
}

#[wasm_bindgen_test]
async fn settings_say_how_the_clock_stands() {
    let answers = [(FRAMES, at(alpha(), HOUR_MS))];
    let page = Page::open_connected("/settings", &answers).await;
    page.shows("This computer's clock is").await;
    page.shows("signed with the gateway's time").await;
}

#[wasm_bindgen_test]
async fn a_temporary_failure_is_retried_with_a_new_signature() {
    for passing in [Answer::html(502), refusal(429, "Slow down"), refusal(500, "Down")] {
        let (page, console) = client();
        let (arrival, _) = ask(console);
        let first = page.gateway.request(0).await;
        advance_clock(60_000.0);
        first.answer(&passing);
        let second = page.gateway.request(1).await;
        assert_ne!(first.header("x-ncp-apigw-timestamp"), second.header("x-ncp-apigw-timestamp"));
        second.fail();
        page.gateway.request(2).await.answer(&alpha());
        assert_eq!(arrived(arrival).await, Ok(1));
        assert_eq!(records(console).len(), 3, "each is in the record");
        advance_clock(0.0);
    }
}

#[wasm_bindgen_test]
async fn after_two_more_attempts_it_is_given_up() {
    let (page, console) = client();
    let (arrival, _) = ask(console);
    for number in 0..3 {
        page.gateway.request(number).await.answer(&refusal(503, &format!("Attempt {number}")));
    }
    let failure = arrived(arrival).await.unwrap_err();
    assert!(explain(&failure, Locale::English.texts()).facts.contains("Attempt 2"));
    idle().await;
    assert_eq!(page.gateway.sent().len(), 3);
}

#[wasm_bindgen_test]
async fn what_will_not_pass_is_not_asked_for_again() {
    let timers = Timers::hold();
    for answer in [refusal(400, "No"), refusal(403, "No"), refusal(404, "No"), Answer::html(404)] {
        let (page, console) = client();
        let (arrival, _) = ask(console);
        page.gateway.request(0).await.answer(&answer);
        assert!(arrived(arrival).await.is_err());
        timers.elapse(600_000.0);
        idle().await;
        assert_eq!(page.gateway.sent().len(), 1);
    }
}

#[wasm_bindgen_test]
async fn a_server_says_how_long_to_wait() {
    let (page, console) = client();
    let timers = Timers::hold();
    let (arrival, abort) = ask(console);
    page.gateway.request(0).await.answer(&refusal(429, "Slow down").header("retry-after", "7"));
    idle().await;
    timers.elapse(6_999.0);
    idle().await;
    assert_eq!(page.gateway.sent().len(), 1, "too early");
    timers.elapse(7_000.0);
    page.gateway.request(1).await.answer(&refusal(429, "Slow down").header("retry-after", "3600"));
    // Nobody waits for an hour.
    assert!(arrived(arrival).await.is_err());
    abort.abort();
}

#[wasm_bindgen_test]
async fn a_pause_ends_with_its_page() {
    let (page, console) = client();
    let timers = Timers::hold();
    let (arrival, abort) = ask(console);
    page.gateway.request(0).await.answer(&refusal(503, "Later").header("retry-after", "5"));
    idle().await;
    abort.abort();
    // At once: until its end it would hold back what comes after it.
    assert_eq!(arrived(arrival).await, Err(Failure::Aborted));
    timers.elapse(5_000.0);
    idle().await;
    assert_eq!(page.gateway.sent().len(), 1);
}

/// Drops the keys as "Lock now", "Forget keys" and another user of the page do.
const DROPS: [fn(Console); 3] = [
    |console| console.lock(None),
    |console| console.forget(),
    |console| {
        console.forget();
        console.connect(connection("/relay"));
    },
];

#[wasm_bindgen_test]
async fn dropped_keys_sign_nothing_after_a_pause() {
    for drop_keys in DROPS {
        let (page, console) = client();
        let timers = Timers::hold();
        let (arrival, _abort) = ask(console);
        let keys = console.client.connection();
        page.gateway.request(0).await.answer(&refusal(503, "Later").header("retry-after", "5"));
        idle().await;
        drop_keys(console);
        assert!(keys.upgrade().is_none(), "the keys are still in memory");
        timers.elapse(5_000.0);
        assert_eq!(arrived(arrival).await, Err(Failure::NotConnected));
        assert_eq!(page.gateway.sent().len(), 1);
    }
}

#[wasm_bindgen_test]
async fn dropped_keys_sign_nothing_that_waits_for_its_turn_or_was_refused_for_its_time() {
    for drop_keys in DROPS {
        let (page, console) = client();
        let under_way: Vec<_> = (0..MAX_READS).map(|_| ask(console)).collect();
        let (waiting, _abort) = ask(console);
        let last = page.gateway.request(MAX_READS - 1).await;
        let keys = console.client.connection();
        drop_keys(console);
        assert!(keys.upgrade().is_none(), "the keys are still in memory");
        last.answer(&at(too_late(), HOUR_MS));
        assert_eq!(arrived(waiting).await, Err(Failure::NotConnected));
        assert_eq!(arrived(under_way[MAX_READS - 1].0).await, Err(Failure::NotConnected));
        assert_eq!(page.gateway.sent().len(), MAX_READS);
    }
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_again_stays_and_says_from_when_it_is() {
    let (page, _) = Page::open("/frames", |_| (view! { <FramesPage /> }, ()));
    page.gateway.request(0).await.answer(&alpha());
    page.shows("Alpha").await;
    assert!(!page.says("refreshing failed"));
    page.gateway.always(FRAMES, refusal(400, "Not now"));
    page.press("Refresh");
    let alert = page.alert().await;
    assert!(alert.contains("Showing data from") && alert.contains("Not now"), "{alert}");
    assert_eq!(page.column("Name"), ["Alpha"]);
    page.gateway.always(FRAMES, alpha());
    page.press("Try again");
    holds("it is read", || page.alerts().is_empty()).await;
}

#[wasm_bindgen_test]
async fn without_a_network_a_line_says_so_until_it_is_back() {
    let online = |online: bool| {
        script(&format!(
            "Object.defineProperty(navigator, 'onLine', {{ value: {online}, configurable: true }});
             window.dispatchEvent(new Event('{}'));",
            if online { "online" } else { "offline" }
        ))
    };
    let page = Page::open_connected("/frames", &[]).await;
    page.shows("Alpha").await;
    let reads = page.gateway.sent_to(FRAMES).len();
    online(false);
    holds("it says so", || page.announced("This computer is offline")).await;
    idle().await;
    assert_eq!(page.gateway.sent_to(FRAMES).len(), reads);
    online(true);
    page.gateway.request_to(FRAMES, reads).await;
    holds("the line is gone", || !page.says("This computer is offline")).await;
    script("delete navigator.onLine");
}
