//! Every row of both tables of errors, and everything that can come instead of an answer: who
//! failed, code and message, and what to do.

use databoxframe::frame::GetDataBoxFrameList;
use databoxframe::{MAX_BODY_BYTES, Reply, decode};

use super::*;
use crate::locale::Locale;

fn answered(status: u16, content_type: Option<&str>, body: &[u8]) -> Failure {
    Failure::Answer(decode::<GetDataBoxFrameList>(&Reply { status, content_type, body }).unwrap_err())
}

fn english(failure: &Failure) -> Explained {
    explain(failure, Locale::English.texts())
}

/// Who failed, what was said and what to do is as expected, also in Korean.
fn check(failure: &Failure, who: &str, facts: &str, what: &str) {
    let explained = english(failure);
    assert_eq!((explained.title.as_str(), explained.facts.as_str()), (who, facts));
    assert!(explained.advice.contains(what), "{facts}: {}", explained.advice);
    let korean = explain(failure, Locale::Korean.texts());
    for (english, korean) in [(&explained.title, &korean.title), (&explained.advice, &korean.advice)] {
        assert!(!korean.is_empty() && korean != english, "not in Korean: {english}");
    }
}

const SERVICE: &str = "Data Box Frame returned an error";
const NO_PERMISSION: &str = "No permission";
const GATEWAY: &str = "The API Gateway refused the request";
const FAILED: &str = "The API Gateway returned an error";
const RELAY: &str = "The relay returned an error";
const UNKNOWN: &str = "The request failed";
const ELSEWHERE: &str = "The response is not from the API";
const SIGN_IN: &str = "Sign in to your company first";

#[test]
fn each_row_of_the_tables_says_who_failed_and_what_to_do() {
    for (status, code, who, what) in [
        (400, "10001", SERVICE, "which parameter"),
        (400, "130042", SERVICE, "which parameter"),
        (403, "10002", NO_PERMISSION, "Sub Account"),
        (404, "10009", SERVICE, "Refresh the list"),
        (500, "130000", SERVICE, "support"),
        (500, "139999", SERVICE, "A service behind"),
        (400, "100", GATEWAY, "https"),
        (401, "200", GATEWAY, "secret key"),
        (401, "210", NO_PERMISSION, "Sub Account"),
        (404, "300", GATEWAY, "passes paths unchanged"),
        (429, "400", GATEWAY, "quota"),
        (429, "410", GATEWAY, "Too many requests"),
        (429, "420", GATEWAY, "Too many requests"),
        (413, "430", GATEWAY, "size is exceeded"),
        (503, "500", FAILED, "could not reach the service"),
        (504, "510", FAILED, "could not reach the service"),
        (500, "900", FAILED, "support"),
        (403, "RELAY_ORIGIN", RELAY, "administrator"),
        (413, "RELAY_SIZE", RELAY, "size is exceeded"),
        (429, "RELAY_RATE", RELAY, "Too many requests"),
        (502, "RELAY_UPSTREAM", RELAY, "its connection to the API Gateway"),
        (504, "RELAY_TIMEOUT", RELAY, "its connection to the API Gateway"),
        (401, "RELAY_SIGN_IN", SIGN_IN, "Reload this page"),
        (418, "77", UNKNOWN, "does not list this code"),
        // The service's 401 has no code, and NAVER Cloud's services have seen other codes.
        (401, "", UNKNOWN, "secret key"),
        (403, "E1", NO_PERMISSION, "Sub Account"),
        (429, "E1", UNKNOWN, "Too many requests"),
        (500, "E1", UNKNOWN, "support"),
        (503, "E1", UNKNOWN, "could not reach the service"),
    ] {
        let dot = if code.is_empty() { String::new() } else { format!(" · {code}") };
        let facts = format!("HTTP {status}{dot} · What was said · More");
        let body =
            format!(r#"{{"error":{{"errorCode":"{code}","message":"What was said","details":"More"}}}}"#);
        check(&answered(status, Some("application/json"), body.as_bytes()), who, &facts, what);
    }
}

#[test]
fn a_code_may_be_a_number_or_come_in_xml_or_in_a_relatives_shape() {
    for (status, content_type, body) in [
        (401, "application/json", r#"{"error":{"errorCode":210,"message":"No"}}"#),
        (401, "application/json", r#"{"responseError":{"returnCode":"210","returnMessage":"No"}}"#),
        (401, "application/json", r#"{"errorCode":"210","message":"No"}"#),
        (401, "application/json", r#"{"code":"210","msg":"No","data":null}"#),
        (401, "application/json", r#"{"status":{"code":"210","message":"No"}}"#),
        (401, "application/json", r#"{"error":{"code":"210","message":"No"}}"#),
        (401, "text/plain", r#"{"error":{"errorCode":"210","message":"No"}}"#),
        (401, "application/xml", "<error><errorCode>210</errorCode><message>No</message></error>"),
    ] {
        check(
            &answered(status, Some(content_type), body.as_bytes()),
            NO_PERMISSION,
            "HTTP 401 · 210 · No",
            "Sub",
        );
    }
    let spring = br#"{"timestamp":"2024","status":404,"error":"Not Found","path":"/"}"#;
    check(
        &answered(404, Some("application/json"), spring),
        UNKNOWN,
        "HTTP 404 · Not Found",
        "does not list this code",
    );
}

#[test]
fn what_is_no_answer_of_the_api_says_what_came_instead() {
    let long = vec![b' '; MAX_BODY_BYTES + 1];
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let json = Some("application/json");
    for (status, content_type, body, who, facts, what) in [
        (200, json, &b""[..], ELSEWHERE, "HTTP 200 · an empty response", "relay"),
        (502, None, b"", ELSEWHERE, "HTTP 502 · an empty response", "relay"),
        (502, Some("text/html"), b"<html>Bad gateway", ELSEWHERE, "HTTP 502 · a web page", "relay"),
        (200, json, b"<html data-wasm=1>", ELSEWHERE, "HTTP 200 · a web page", "relay"),
        (200, Some("text/html"), b"<html>Log in", SIGN_IN, "HTTP 200 · a web page", "Reload"),
        (401, Some("text/html"), b"<html>Log in", SIGN_IN, "HTTP 401 · a web page", "Reload"),
        (401, Some("text/plain"), b"Unauthorized", ELSEWHERE, "HTTP 401 · plain text", "secret key"),
        (404, Some("text/plain"), b"not found", ELSEWHERE, "HTTP 404 · plain text", "relay"),
        (200, json, b"{\"content\":[{", ELSEWHERE, "HTTP 200 · a truncated response", "relay"),
        (200, json, b"{]", ELSEWHERE, "HTTP 200 · unreadable JSON", "relay"),
        (200, json, br#"{"content":"\ud800"}"#, ELSEWHERE, "HTTP 200 · unreadable JSON", "relay"),
        (200, json, deep.as_bytes(), ELSEWHERE, "HTTP 200 · unreadable JSON", "relay"),
        (200, Some("image/png"), b"\x89PNG", ELSEWHERE, "HTTP 200 · an unexpected content type", "relay"),
        (200, json, &long, ELSEWHERE, "HTTP 200 · The allowed size is exceeded.", "relay"),
        (
            200,
            json,
            br#"{"content":[{"dataBoxFrameName":"A"}]}"#,
            "The response does not match the API reference",
            "HTTP 200 · content[0].dataBoxFrameNo · expected: an identifier (a number or a short text) · received: nothing",
            "response below",
        ),
    ] {
        check(&answered(status, content_type, body), who, facts, what);
    }
}

#[test]
fn what_fails_without_an_answer_says_where() {
    for (failure, who, facts, what) in [
        (Failure::NotConnected, "Not connected", "", "keys"),
        (Failure::Unsendable("no".into()), "This browser can't send the request", "no", "access key"),
        (Failure::Timeout, "No response within 30 seconds", "", "slow or unreachable"),
        (Failure::SignIn, SIGN_IN, "", "Reload"),
        (
            Failure::Network("Failed to fetch".into()),
            "The relay could not be reached",
            "Failed to fetch",
            "CORS",
        ),
    ] {
        check(&failure, who, facts, what);
    }
    let Failure::Answer(refused) = answered(401, None, br#"{"error":{"errorCode":"200","message":"No"}}"#)
    else {
        panic!("an answer came")
    };
    let (slow, late) = (Failure::Clock(refused.clone(), 420_000.0), Failure::Clock(refused, -1e9));
    check(&slow, GATEWAY, "HTTP 401 · 200 · No", "7 min slow");
    check(&late, GATEWAY, "HTTP 401 · 200 · No", "set the clock");
}

#[test]
fn reads_are_sent_again_only_if_that_may_help() {
    for (status, passes) in
        [(400, false), (401, false), (403, false), (404, false), (413, false), (429, true)]
    {
        assert_eq!(answered(status, None, b"{}").is_retryable(), passes, "{status}");
    }
    for status in [500, 502, 503, 504] {
        assert!(answered(status, None, b"").is_retryable() && answered(status, None, b"{}").is_retryable());
    }
    assert!(Failure::Network(String::new()).is_retryable());
    assert!(!Failure::Timeout.is_retryable() && !Failure::SignIn.is_retryable());
    assert!(!answered(200, None, b"").is_retryable());
}
