//! Requests of the client, and the handling of answers.

use crate::support::answers::{FRAMES, frame, frames, receipt, refusal};
use crate::support::client::{Arrival, approve, arrived, ask, client, records, write, write_as};
use crate::support::gateway::Sent;
use crate::support::page::{ACCESS_KEY, GATEWAY, SECRET_KEY, connection};
use crate::support::time::{Timers, advance_clock, holds, idle};
use crate::support::{Answer, Page};
use databoxframe::bucket::GetBucketList;
use databoxframe::export_review::{ExportFileApprove, ExportFileReject};
use databoxframe::frame::GetDataBoxFrameDetail;
use databoxframe::{Id, prepare};
use databoxframe_console::gateway::{Abort, Confirmed, Effect, Failure, Outcome};
use databoxframe_console::locale::{Locale, explain};
use databoxframe_console::pages::FramesPage;
use js_sys::{Array, Object, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::CryptoKey;

/// The result of reading the frames with this answer.
async fn ends(answer: &Answer) -> Result<usize, Failure> {
    let (page, console) = client();
    let (arrival, _) = ask(console);
    // Each attempt, if there are more.
    page.gateway.always(FRAMES, answer.clone());
    page.gateway.request(0).await.answer(answer);
    arrived(arrival).await
}

/// Title, facts and advice of a failure.
async fn explained(answer: &Answer) -> (String, String, String) {
    let failure = ends(answer).await.unwrap_err();
    let explained = explain(&failure, Locale::English.texts());
    (explained.title, explained.facts, explained.advice)
}

/// The browser's own HMAC-SHA256 in Base64.
async fn hmac(secret: &str, text: &str) -> String {
    let subtle = window().crypto().unwrap().subtle();
    let algorithm = Object::new();
    Reflect::set(&algorithm, &"name".into(), &"HMAC".into()).unwrap();
    Reflect::set(&algorithm, &"hash".into(), &"SHA-256".into()).unwrap();
    let bytes = |text: &str| Uint8Array::from(text.as_bytes());
    let usages = Array::of1(&"sign".into());
    let key = subtle.import_key_with_object("raw", &bytes(secret), &algorithm, false, &usages).unwrap();
    let key: CryptoKey = JsFuture::from(key).await.unwrap().unchecked_into();
    let signature = subtle.sign_with_str_and_js_u8_array("HMAC", &key, &bytes(text)).unwrap();
    let signature = Uint8Array::new(&JsFuture::from(signature).await.unwrap()).to_vec();
    let binary: String = signature.into_iter().map(char::from).collect();
    window().btoa(&binary).unwrap()
}

/// Checks a request as the gateway does: over the path it receives.
async fn assert_signed(sent: &Sent, path: &str) {
    let time = sent.header("x-ncp-apigw-timestamp");
    let text = format!("{} {path}\n{time}\n{ACCESS_KEY}", sent.method());
    assert_eq!(sent.header("x-ncp-apigw-signature-v2"), hmac(SECRET_KEY, &text).await, "{text}");
}

#[wasm_bindgen_test]
async fn a_read_is_signed_over_the_path_that_is_sent() {
    let (page, _) = Page::open("/frames", |_| (view! { <FramesPage /> }, ()));
    let sent = page.gateway.request(0).await;
    assert_eq!(sent.method(), "GET");
    let path = "/api/v1/data-box-frame/get-data-box-frame-list?pageNo=1&pageSize=100";
    assert_eq!(sent.path(), path);
    assert_signed(&sent, path).await;

    let headers = sent.headers();
    assert_eq!(headers["x-ncp-iam-access-key"], ACCESS_KEY);
    assert_eq!(headers["x-ncp-lang"], "en-US");
    assert_eq!(headers["accept"], "application/json");
    // A relay passes only known headers; others would be lost or refused.
    let names: Vec<&str> = headers.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["accept", "x-ncp-apigw-signature-v2", "x-ncp-apigw-timestamp", "x-ncp-iam-access-key", "x-ncp-lang"]
    );
    assert_eq!(sent.body().await, "");
    assert!(!format!("{} {headers:?}", sent.url()).contains(SECRET_KEY));
}

#[wasm_bindgen_test]
async fn a_write_is_signed_over_its_path_and_carries_json() {
    let (page, console) = client();
    let arrival = write(console, approve());
    let sent = page.gateway.request(0).await;
    assert_eq!((sent.method().as_str(), sent.path().as_str()), ("POST", approve().spec.path));
    assert_signed(&sent, approve().spec.path).await;
    assert_eq!(sent.header("content-type"), "application/json");
    let body: Value = serde_json::from_str(&sent.body().await).unwrap();
    assert_eq!(body, json!({ "dataBoxFrameNo": 83, "dataBoxNo": 381, "exportApplyId": 1543 }));
    sent.answer(&receipt("Approved."));
    assert_eq!(arrived(arrival).await.unwrap(), "Approved.");
}

#[wasm_bindgen_test]
async fn the_time_signed_is_this_computers_now() {
    let (page, console) = client();
    advance_clock(3_600_000.0);
    ask(console);
    let time: f64 = page.gateway.request(0).await.header("x-ncp-apigw-timestamp").parse().unwrap();
    let late = js_sys::Date::now() - time;
    assert!((0.0..60_000.0).contains(&late), "{late} ms ago");
}

#[wasm_bindgen_test]
async fn the_service_is_asked_to_answer_in_the_pages_language() {
    let (page, console) = client();
    console.preferences.set_locale(Locale::Korean);
    ask(console);
    assert_eq!(page.gateway.request(0).await.header("x-ncp-lang"), "ko-KR");
    console.preferences.set_locale(Locale::English);
    ask(console);
    assert_eq!(page.gateway.request(1).await.header("x-ncp-lang"), "en-US");
}

#[wasm_bindgen_test]
async fn relays_change_the_address_and_never_what_is_signed() {
    let path = "/api/v1/data-box-frame/get-data-box-frame-detail?dataBoxFrameNo=83";
    let encoded: String = js_sys::encode_uri_component(&format!("{GATEWAY}{path}")).into();
    let origin = window().location().origin().unwrap();
    for (relay, url) in [
        ("", format!("{GATEWAY}{path}")),
        ("/relay", format!("{origin}/relay{path}")),
        ("/relay/", format!("{origin}/relay{path}")),
        ("https://relay.example/dbf", format!("https://relay.example/dbf{path}")),
        ("https://relay.example/x/{path}", format!("https://relay.example/x{path}")),
        ("https://relay.example/{url}", format!("https://relay.example/{GATEWAY}{path}")),
        ("https://relay.example/?url={url_encoded}", format!("https://relay.example/?url={encoded}")),
    ] {
        let (page, console) = client();
        console.session.open(connection(relay));
        spawn_local(async move {
            let operation = GetDataBoxFrameDetail { frame_no: Id::from(83) };
            let _ = console.client.read(&operation, &Abort::new()).await;
        });
        let sent = page.gateway.request(0).await;
        assert_eq!(sent.url(), url, "{relay}");
        assert_signed(&sent, path).await;
    }
}

#[wasm_bindgen_test]
async fn without_keys_nothing_is_sent() {
    let (page, console) = client();
    console.session.close();
    assert_eq!(arrived(ask(console).0).await, Err(Failure::NotConnected));
    assert_eq!(arrived(write(console, approve())).await, Err(Failure::NotConnected));
    assert!(page.gateway.sent().is_empty());
}

#[wasm_bindgen_test]
async fn after_thirty_seconds_a_request_is_given_up() {
    let (page, console) = client();
    let timers = Timers::hold();
    let (arrival, _) = ask(console);
    let sent = page.gateway.request(0).await;
    timers.elapse(29_999.0);
    idle().await;
    assert!(!sent.aborted() && arrival.with_value(Option::is_none), "too early");
    timers.elapse(30_000.0);
    assert_eq!(arrived(arrival).await, Err(Failure::Timeout));
    assert!(sent.aborted());
    assert_eq!(records(console)[0].outcome, Outcome::Failed(Failure::Timeout));
}

#[wasm_bindgen_test]
async fn an_answer_in_time_is_not_given_up_later() {
    let (page, console) = client();
    let timers = Timers::hold();
    let (arrival, abort) = ask(console);
    page.gateway.request(0).await.answer(&frames(&[frame(83, "Alpha")]));
    assert_eq!(arrived(arrival).await, Ok(1));
    timers.elapse(30_000.0);
    abort.abort();
    idle().await;
    assert_eq!(records(console)[0].outcome, Outcome::Succeeded);
}

#[wasm_bindgen_test]
async fn a_connection_that_breaks_is_not_taken_for_an_answer() {
    let (page, console) = client();
    let (arrival, _) = ask(console);
    for attempt in 0..3 {
        page.gateway.request(attempt).await.fail();
    }
    let failure = arrived(arrival).await.unwrap_err();
    assert!(
        matches!(&failure, Failure::Network(message) if message.contains("Failed to fetch")),
        "{failure:?}"
    );
    assert_eq!(records(console)[0].status, None);
}

#[wasm_bindgen_test]
async fn a_read_is_cancelled_when_its_page_goes_away() {
    let (page, shown) = Page::open("/frames", |_| {
        let shown = RwSignal::new(true);
        (view! { <Show when=move || shown.get()><FramesPage /></Show> }, shown)
    });
    let sent = page.gateway.request(0).await;
    assert!(!sent.aborted());
    shown.set(false);
    holds("the read is cancelled", || sent.aborted()).await;

    // Coming back reads again: the cancelled read left no failure.
    shown.set(true);
    page.gateway.request(1).await.answer(&frames(&[frame(83, "Alpha")]));
    page.shows("Alpha").await;
    assert!(page.alerts().is_empty());
}

#[wasm_bindgen_test]
async fn a_write_goes_on_when_its_page_goes_away() {
    let (page, (shown, arrival)) = Page::open("/", |console| {
        let (shown, arrival) = (RwSignal::new(true), Arrival::new(None));
        let page = move || {
            spawn_local(async move {
                let confirmed = Confirmed::of::<ExportFileApprove>(approve()).unwrap();
                let result = console.client.write(&confirmed).await;
                arrival.set_value(Some(result.map(|_| ())));
            });
            "a page"
        };
        let view = view! { <Show when=move || shown.get()>{page()}</Show> };
        (view, (shown, arrival))
    });
    let sent = page.gateway.request(0).await;
    shown.set(false);
    holds("the page is gone", || !page.says("a page")).await;
    idle().await;
    assert!(!sent.aborted());
    sent.answer(&receipt("Approved."));
    assert_eq!(arrived(arrival).await, Ok(()));
}

#[wasm_bindgen_test]
async fn what_answers_instead_of_the_api_is_named() {
    for (answer, what) in [
        (Answer::html(502), "HTTP 502 · a web page"),
        (Answer::text(200, "application/json", ""), "HTTP 200 · an empty response"),
        (
            Answer::text(200, "application/json", r#"{"totalCount":1,"content":[{"#),
            "HTTP 200 · a truncated response",
        ),
        (Answer::text(200, "application/json", "{]"), "HTTP 200 · unreadable JSON"),
        (Answer::text(404, "text/plain", "404 page not found"), "HTTP 404 · plain text"),
    ] {
        let (title, facts, advice) = explained(&answer).await;
        assert_eq!((title.as_str(), facts.as_str()), ("The response is not from the API", what));
        assert!(advice.contains("relay"), "{advice}");
    }
    // A page that is no error is a company's sign-on: neither service nor gateway has pages.
    let (title, facts, advice) = explained(&Answer::html(200)).await;
    assert_eq!((title.as_str(), facts.as_str()), ("Sign in to your company first", "HTTP 200 · a web page"));
    assert!(advice.contains("keys"), "{advice}");
}

#[wasm_bindgen_test]
async fn errors_say_who_failed_and_what_to_do() {
    let gateway = |status: u16, code: &str| {
        Answer::json(status, &json!({ "error": { "errorCode": code, "message": "Said", "details": "More" } }))
    };
    for (answer, who, facts, what) in [
        (gateway(401, "200"), "The API Gateway", "HTTP 401 · 200 · Said · More", "clock is right"),
        (gateway(403, "210"), "No permission", "HTTP 403 · 210 · Said · More", "Sub Account"),
        (
            gateway(404, "300"),
            "The API Gateway",
            "HTTP 404 · 300 · Said · More",
            "relay passes paths unchanged",
        ),
        (gateway(404, "10009"), "Data Box Frame", "HTTP 404 · 10009 · Said · More", "has been deleted"),
        (gateway(429, "400"), "The API Gateway", "HTTP 429 · 400 · Said · More", "quota"),
        (gateway(500, "130000"), "Data Box Frame", "HTTP 500 · 130000 · Said · More", "support"),
        // Some relatives of the service report errors as a success.
        (gateway(200, "10001"), "Data Box Frame", "HTTP 200 · 10001 · Said · More", "which parameter"),
    ] {
        let (title, said, advice) = explained(&answer).await;
        assert!(title.starts_with(who), "{title}: {facts}");
        assert_eq!(said, facts);
        assert!(advice.contains(what), "{advice}: {facts}");
    }
}

#[wasm_bindgen_test]
async fn a_success_that_does_not_fit_names_the_place() {
    let (title, facts, _) =
        explained(&Answer::ok(&json!({ "totalCount": 1, "content": [{ "dataBoxFrameName": "A" }] }))).await;
    assert_eq!(title, "The response does not match the API reference");
    assert!(facts.contains("content[0].dataBoxFrameNo"), "{facts}");
}

#[wasm_bindgen_test]
async fn a_write_is_never_repeated_by_itself() {
    let reject = |reason: &str| {
        let (frame_no, box_no, export_apply_id) = (Id::from(83), Id::from(381), Id::from(1543));
        let reject_reason = reason.to_owned();
        prepare(&ExportFileReject { frame_no, box_no, export_apply_id, reject_reason }).unwrap()
    };
    for answer in [refusal(429, "Slow down"), refusal(503, "Later"), Answer::html(502)] {
        let (page, console) = client();
        let timers = Timers::hold();
        let arrival = write_as::<ExportFileReject>(console, reject("No."));
        page.gateway.request(0).await.answer(&answer);
        assert!(arrived(arrival).await.is_err());
        timers.elapse(600_000.0);
        idle().await;
        assert_eq!(page.gateway.sent().len(), 1);
    }
}

#[wasm_bindgen_test]
async fn a_receipt_without_its_sentence_is_no_receipt() {
    let (page, console) = client();
    let arrival = write(console, approve());
    page.gateway.request(0).await.answer(&Answer::ok(&json!({})));
    let failure = arrived(arrival).await.unwrap_err();
    assert_eq!(failure.effect(), Effect::Unknown, "{failure:?}");
}

#[wasm_bindgen_test]
async fn an_operation_without_parameters_has_no_question_mark() {
    let (page, console) = client();
    spawn_local(async move {
        let _ = console.client.read(&GetBucketList, &Abort::new()).await;
    });
    let sent = page.gateway.request(0).await;
    assert_eq!(sent.path(), "/api/v1/bucket/get-bucket-list");
    assert_signed(&sent, "/api/v1/bucket/get-bucket-list").await;
}
