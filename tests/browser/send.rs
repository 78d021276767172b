//! The request as passed to the browser.

use std::sync::Arc;

use crate::support::answers::receipt;
use crate::support::client::{approve, arrived, ask, client, records, write};
use crate::support::page::{ACCESS_KEY, GATEWAY, SECRET_KEY, script};
use databoxframe::{Credentials, SecretKey};
use databoxframe_console::connection::{Connection, Relay};
use databoxframe_console::gateway::{Effect, Failure, Outcome};
use js_sys::{Array, Function};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_key_that_no_header_can_carry_fails_and_nothing_hangs() {
    for (number, key) in ["키\u{200b}", "a\u{2011}b", "ＡＢＣ", "a\nb"].into_iter().enumerate() {
        let (page, console) = client();
        console.session.open(Arc::new(Connection {
            name: "Test".into(),
            gateway: GATEWAY.into(),
            relay: Relay::parse("/relay").unwrap(),
            credentials: Credentials::new(key, SecretKey::new(SECRET_KEY.into())),
        }));
        let failure = arrived(write(console, approve())).await.unwrap_err();
        assert!(matches!(&failure, Failure::Unsendable(said) if said.contains("TypeError")), "{failure:?}");
        assert_eq!(records(console)[0].outcome, Outcome::Failed(failure));
        if number == 0 {
            assert!(matches!(arrived(ask(console).0).await, Err(Failure::Unsendable(_))));
        }
        assert!(page.gateway.sent().is_empty());
        assert!(records(console).iter().all(|record| record.outcome != Outcome::InProgress));
    }
}

/// Tells the page that its origin was reached by this version of HTTP, and keeps what the bodies of
/// requests are made of; a function that ends it and gives them.
fn reached_by(protocol: &str) -> Function {
    let begin = Function::new_with_args(
        "protocol",
        "const made = [], Real = Request;
         performance.getEntriesByType = () => [
             { name: location.origin + '/relay/api', nextHopProtocol: protocol },
             { name: 'https://other.example/', nextHopProtocol: 'h3' },
             { name: location.origin + '/relay/failed', nextHopProtocol: '' },
         ];
         globalThis.Request = class extends Real {
             constructor(url, init) {
                 made.push(init.body instanceof ReadableStream ? 'stream' : typeof init.body);
                 super(url, init);
                 this.kind = made.at(-1);
             }
         };
         return () => {
             globalThis.Request = Real;
             delete performance.getEntriesByType;
             return made;
         };",
    );
    begin.call1(&JsValue::UNDEFINED, &protocol.into()).unwrap().unchecked_into()
}

#[wasm_bindgen_test]
async fn a_write_over_http_2_has_a_body_that_can_be_read_once() {
    for (protocol, kinds) in [
        ("h2", ["stream", "undefined"].as_slice()),
        ("h3", &["stream", "undefined"]),
        ("http/1.1", &["string", "undefined"]),
    ] {
        let (page, console) = client();
        let end = reached_by(protocol);
        let arrival = write(console, approve());
        let sent = page.gateway.request(0).await;
        ask(console);
        page.gateway.request(1).await;
        let made: Array = end.call0(&JsValue::UNDEFINED).unwrap().unchecked_into();
        let made: Vec<String> = made.iter().map(|kind| kind.as_string().unwrap()).collect();
        assert_eq!(made, kinds, "{protocol}");
        assert_eq!(sent.header("content-type"), "application/json");
        assert_eq!(sent.header("x-ncp-iam-access-key"), ACCESS_KEY);
        let body: Value = serde_json::from_str(&sent.body().await).unwrap();
        assert_eq!(body, json!({ "dataBoxFrameNo": 83, "dataBoxNo": 381, "exportApplyId": 1543 }));
        sent.answer(&receipt("Approved."));
        assert_eq!(arrived(arrival).await.unwrap(), "Approved.");
    }
}

/// From now on `fetch` refuses such requests as WebKit refuses those with streams.
fn refuses(kinds: &str) {
    let refuse = Function::new_with_args(
        "kinds",
        "const real = fetch;
         globalThis.refused = [];
         globalThis.fetch = (request) => {
             if (!kinds.includes(request.kind)) return real(request);
             refused.push(request.kind);
             return Promise.reject(new DOMException('ReadableStream uploading is not supported', 'NotSupportedError'));
         };",
    );
    refuse.call1(&JsValue::UNDEFINED, &kinds.into()).unwrap();
}

fn refused() -> String {
    script("return refused.join()").as_string().unwrap()
}

#[wasm_bindgen_test]
async fn a_body_that_the_browser_makes_but_does_not_send_is_sent_as_a_text() {
    let (page, console) = client();
    let end = reached_by("h2");
    refuses("stream");
    let arrival = write(console, approve());
    let sent = page.gateway.request(0).await;
    end.call0(&JsValue::UNDEFINED).unwrap();
    assert_eq!(refused(), "stream");
    assert_eq!(sent.header("content-type"), "application/json");
    assert_eq!(sent.header("x-ncp-iam-access-key"), ACCESS_KEY);
    let body: Value = serde_json::from_str(&sent.body().await).unwrap();
    assert_eq!(body["exportApplyId"], 1543);
    sent.answer(&receipt("Approved."));
    assert_eq!(arrived(arrival).await.unwrap(), "Approved.");
    assert_eq!((page.gateway.sent().len(), records(console).len()), (1, 1));
}

#[wasm_bindgen_test]
async fn what_the_browser_sends_in_no_way_was_not_sent() {
    let (page, console) = client();
    let end = reached_by("h2");
    refuses("stream,string");
    let failure = arrived(write(console, approve())).await.unwrap_err();
    end.call0(&JsValue::UNDEFINED).unwrap();
    assert!(
        matches!(&failure, Failure::Unsendable(said) if said.contains("NotSupportedError")),
        "{failure:?}"
    );
    assert_eq!(failure.effect(), Effect::NotSent);
    assert_eq!(refused(), "stream,string");
    assert!(page.gateway.sent().is_empty());
}

#[wasm_bindgen_test]
async fn a_stream_that_was_lost_on_its_way_is_not_sent_again() {
    let (page, console) = client();
    let end = reached_by("h2");
    let arrival = write(console, approve());
    page.gateway.request(0).await.fail();
    let failure = arrived(arrival).await.unwrap_err();
    end.call0(&JsValue::UNDEFINED).unwrap();
    assert_eq!(failure.effect(), Effect::Unknown, "{failure:?}");
    assert_eq!(page.gateway.sent().len(), 1);
}
