//! What stands between the browser and the gateway, and answers in its place.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test may panic and is its own documentation"
)]

use databoxframe::bucket::GetBucketList;
use databoxframe::error::{Envelope, ErrorKind, Meaning};
use databoxframe::{Error, Reply, decode};

fn error(status: u16, content_type: &str, body: &str) -> Error {
    let reply = Reply { status, content_type: Some(content_type), body: body.as_bytes() };
    decode::<GetBucketList>(&reply).expect_err("an error")
}

/// deploy/README.md lists them.
#[test]
fn the_relays_table() {
    for (status, code, meaning, unknown) in [
        (400, "RELAY_REQUEST", Meaning::Relay, false),
        (401, "RELAY_SIGN_IN", Meaning::SignIn, false),
        (403, "RELAY_ORIGIN", Meaning::Relay, false),
        (404, "RELAY_PATH", Meaning::Relay, false),
        (405, "RELAY_METHOD", Meaning::Relay, false),
        (409, "RELAY_REPEATED", Meaning::Repeated, true),
        (411, "RELAY_LENGTH", Meaning::Relay, false),
        (413, "RELAY_SIZE", Meaning::BodyTooLarge, false),
        (429, "RELAY_RATE", Meaning::Rate, false),
        (429, "RELAY_REPEATED", Meaning::Repeated, true),
        (500, "RELAY_FAULT", Meaning::Relay, true),
        (502, "RELAY_UPSTREAM", Meaning::RelayUpstream, true),
        (504, "RELAY_TIMEOUT", Meaning::RelayUpstream, true),
    ] {
        let body = format!(r#"{{"error":{{"errorCode":"{code}","message":"m"}}}}"#);
        let error = error(status, "application/json", &body);
        let envelope = Envelope { code: code.into(), message: "m".into(), details: "".into() };
        assert_eq!(error.kind, ErrorKind::Relay(envelope), "{code}");
        assert_eq!(error.meaning(), meaning, "{code}");
        assert_eq!(error.leaves_outcome_unknown(), unknown, "{code}");
        assert_eq!(error.to_string(), format!("HTTP {status}: relay error {code}: m"));
    }
}

#[test]
fn a_page_instead_of_an_answer_is_a_login() {
    let page = "<!DOCTYPE html><form action=\"/login\">";
    for (status, body, meaning) in [
        (200, page, Meaning::SignIn),
        (401, page, Meaning::SignIn),
        (403, page, Meaning::Unknown),
        (502, page, Meaning::Unknown),
        // The console itself, served for every URL.
        (
            200,
            "<!doctype html><script src=\"/loader-0.js\" data-wasm=\"/console_bg.wasm\"></script>",
            Meaning::Unknown,
        ),
    ] {
        assert_eq!(error(status, "text/html", body).meaning(), meaning, "{status} {body}");
    }
    assert!(error(200, "text/html", page).leaves_outcome_unknown(), "who knows what answered");
}
