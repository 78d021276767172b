//! Everything that can come back instead of an answer.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may panic and is its own documentation"
)]

use databoxframe::bucket::GetBucketList;
use databoxframe::data_box::ReturnDataBox;
use databoxframe::error::{Envelope, ErrorKind, MAX_RAW_BYTES, Meaning, NotFromApi};
use databoxframe::{Error, MAX_BODY_BYTES, Reply, decode};
use serde_json::json;

const JSON: Option<&str> = Some("application/json;charset=UTF-8");

/// The error that a read and a write both see.
fn error(status: u16, content_type: Option<&str>, body: impl AsRef<[u8]>) -> Error {
    let reply = Reply { status, content_type, body: body.as_ref() };
    let error = decode::<GetBucketList>(&reply).expect_err("an error");
    assert_eq!(decode::<ReturnDataBox>(&reply).expect_err("an error"), error);
    error
}

fn json_error(status: u16, body: &serde_json::Value) -> Error {
    error(status, JSON, body.to_string())
}

fn not_from_api(status: u16, content_type: Option<&str>, body: impl AsRef<[u8]>) -> NotFromApi {
    match error(status, content_type, body).kind {
        ErrorKind::NotFromApi(what) => what,
        kind => panic!("{kind:?}"),
    }
}

fn envelope(code: &str, message: &str, details: &str) -> Envelope {
    Envelope { code: code.into(), message: message.into(), details: details.into() }
}

#[test]
fn the_services_table() {
    for (status, code, meaning) in [
        (400, "10001", Meaning::Parameter),
        (400, "130001", Meaning::Refused),
        (400, "130999", Meaning::Refused),
        (403, "10002", Meaning::Permission),
        (404, "10009", Meaning::NoSuchThing),
        (500, "130000", Meaning::ServiceFault),
        (500, "139999", Meaning::LinkedServiceFault),
    ] {
        let inside = json!({ "errorCode": code, "message": "m", "details": "d" });
        let error = json_error(status, &json!({ "error": inside }));
        assert_eq!(error.kind, ErrorKind::Service(envelope(code, "m", "d")), "{code}");
        assert_eq!(error.meaning(), meaning, "{code}");
        assert_eq!(error.status, status);
    }
}

/// The table names no code for 401; the body was never seen.
#[test]
fn a_401_is_about_authentication_whatever_its_body() {
    for (content_type, body) in [
        (JSON, r#"{"error":{"errorCode":"","message":"Unauthorized","details":""}}"#),
        (JSON, r#"{"error":{"message":"Unauthorized"}}"#),
        (JSON, r#"{"error":{"errorCode":"12345","message":"?"}}"#),
        (JSON, "{}"),
        (JSON, "{"),
        (Some("text/plain"), "Unauthorized"),
        (None, "Unauthorized"),
        (None, ""),
    ] {
        let error = error(401, content_type, body);
        assert_eq!(error.meaning(), Meaning::Authentication, "{body}");
        assert!(!error.leaves_outcome_unknown() && !error.is_retryable(), "{body}");
    }
}

#[test]
fn the_gateways_table() {
    for (status, code, message, meaning) in [
        (400, 100, "Bad Request Exception", Meaning::BadRequest),
        (401, 200, "Authentication Failed", Meaning::Authentication),
        (401, 210, "Permission Denied", Meaning::Permission),
        (404, 300, "Not Found Exception", Meaning::NoSuchPath),
        (429, 400, "Quota Exceeded", Meaning::Quota),
        (429, 410, "Throttle Limited", Meaning::Rate),
        (429, 420, "Rate Limited", Meaning::Rate),
        (413, 430, "Request Entity Too Large", Meaning::BodyTooLarge),
        (503, 500, "Endpoint Error", Meaning::EndpointUnreachable),
        (504, 510, "Endpoint Timeout", Meaning::EndpointTimeout),
        (500, 900, "Unexpected Error", Meaning::GatewayFault),
    ] {
        let text = code.to_string();
        // An Integer in the table, a String in the example; `details` was not visible.
        for inside in [
            json!({ "errorCode": text, "message": message }),
            json!({ "errorCode": code, "message": message }),
            json!({ "errorCode": code, "message": message, "details": null }),
        ] {
            let error = json_error(status, &json!({ "error": inside }));
            assert_eq!(error.kind, ErrorKind::Gateway(envelope(&text, message, "")), "{inside}");
            assert_eq!(error.meaning(), meaning, "{code}");
        }
        let xml = format!(
            "<?xml version=\"1.0\"?>\n<error>\n <errorCode>{code}</errorCode>\n <message>{message}</message>\n</error>"
        );
        for content_type in
            [Some("application/xml"), Some("text/xml; charset=UTF-8"), Some("text/html"), None]
        {
            let error = error(status, content_type, &xml);
            assert_eq!(error.kind, ErrorKind::Gateway(envelope(&text, message, "")), "{content_type:?}");
            assert_eq!(error.meaning(), meaning, "{code}");
        }
    }
}

/// Shapes met among the service's relatives.
#[test]
fn other_shapes_of_envelopes() {
    for (status, body, kind) in [
        (
            400,
            json!({ "responseError": { "returnCode": "1300", "returnMessage": "wrong" } }),
            ErrorKind::Unrecognised(envelope("1300", "wrong", "")),
        ),
        (
            403,
            json!({ "error": { "errorCode": "10002", "message": "no", "details": { "why": 1 } } }),
            ErrorKind::Service(envelope("10002", "no", r#"{"why":1}"#)),
        ),
        (
            400,
            json!({ "errorCode": 9014, "message": "wrong" }),
            ErrorKind::Unrecognised(envelope("9014", "wrong", "")),
        ),
        (
            400,
            json!({ "code": "E1", "msg": "wrong", "data": null }),
            ErrorKind::Unrecognised(envelope("E1", "wrong", "")),
        ),
        (
            400,
            json!({ "status": { "code": "E2", "message": "wrong" } }),
            ErrorKind::Unrecognised(envelope("E2", "wrong", "")),
        ),
        (
            404,
            json!({ "timestamp": 1, "status": 404, "error": "Not Found", "message": "No message", "code": "E3" }),
            ErrorKind::Unrecognised(envelope("E3", "No message", "")),
        ),
        (
            404,
            json!({ "timestamp": 1, "status": 404, "error": "Not Found", "path": "/" }),
            ErrorKind::Unrecognised(envelope("", "Not Found", "")),
        ),
        (
            400,
            json!({ "error": { "code": "E4", "message": "wrong" } }),
            ErrorKind::Unrecognised(envelope("E4", "wrong", "")),
        ),
        (400, json!([]), ErrorKind::Unrecognised(Envelope::default())),
        (500, json!({ "totalCount": 0, "content": [] }), ErrorKind::Unrecognised(Envelope::default())),
    ] {
        assert_eq!(json_error(status, &body).kind, kind, "{body}");
    }
    let s3 = "<?xml version=\"1.0\"?><Error><Code>NoSuchBucket</Code><Message>&lt;b&gt; &amp;amp; co</Message></Error>";
    assert_eq!(
        error(404, Some("application/xml"), s3).kind,
        ErrorKind::Unrecognised(envelope("NoSuchBucket", "<b> &amp; co", ""))
    );
}

#[test]
fn an_error_in_a_success_is_an_error() {
    for (body, kind) in [
        (
            json!({ "error": { "errorCode": "210", "message": "m" } }),
            ErrorKind::Gateway(envelope("210", "m", "")),
        ),
        (
            json!({ "errorCode": "10009", "message": "m", "returnMessage": "x" }),
            ErrorKind::Service(envelope("10009", "m", "")),
        ),
        (
            json!({ "responseError": { "returnCode": 1, "returnMessage": "m" } }),
            ErrorKind::Unrecognised(envelope("1", "m", "")),
        ),
    ] {
        assert_eq!(json_error(200, &body).kind, kind, "{body}");
    }
}

/// `{"error": {"code": 400}}` with HTTP 400 repeats the status; the gateway's 400 is a 429.
#[test]
fn a_code_that_repeats_the_status_is_not_the_gateways() {
    for (status, meaning) in [
        (400, Meaning::Unknown),
        (500, Meaning::ServiceFault),
        (401, Meaning::Authentication),
        (403, Meaning::Permission),
        (404, Meaning::Unknown),
    ] {
        for body in
            [json!({ "error": { "code": status, "message": "m" } }), json!({ "code": status.to_string() })]
        {
            let error = json_error(status, &body);
            assert!(matches!(error.kind, ErrorKind::Unrecognised(_)), "{body} {:?}", error.kind);
            assert_eq!(error.meaning(), meaning, "{body}");
        }
    }
}

#[test]
fn unknown_codes_mean_what_their_status_means() {
    for (status, meaning) in [
        (400, Meaning::Unknown),
        (401, Meaning::Authentication),
        (403, Meaning::Permission),
        (404, Meaning::Unknown),
        (413, Meaning::BodyTooLarge),
        (429, Meaning::Rate),
        (500, Meaning::ServiceFault),
        (503, Meaning::EndpointUnreachable),
        (504, Meaning::EndpointTimeout),
        (418, Meaning::Unknown),
    ] {
        let error = json_error(status, &json!({ "error": { "errorCode": "NEW", "message": "" } }));
        assert_eq!(error.meaning(), meaning, "{status}");
        assert_eq!(error.envelope().unwrap().code.as_ref(), "NEW");
    }
}

#[test]
fn what_is_not_from_the_api() {
    let html = "<!DOCTYPE html><title>Bad Gateway</title>";
    let cases: [(Option<&str>, &[u8], NotFromApi); 22] = [
        (JSON, b"", NotFromApi::Empty),
        (None, b" \r\n\t", NotFromApi::Empty),
        (None, b"\xef\xbb\xbf", NotFromApi::Empty),
        (Some("text/html"), html.as_bytes(), NotFromApi::Html),
        (JSON, html.as_bytes(), NotFromApi::Html),
        (None, html.as_bytes(), NotFromApi::Html),
        (Some("text/plain"), b"upstream connect error", NotFromApi::Text),
        (None, b"upstream connect error", NotFromApi::Text),
        (Some("application/xml"), b"<list><item/></list>", NotFromApi::Text),
        (JSON, b"upstream connect error", NotFromApi::InvalidJson),
        (JSON, b"{\"content\":[", NotFromApi::Truncated),
        (JSON, b"{\"content\":[{\"bucketName\":\"a", NotFromApi::Truncated),
        (JSON, b"{\"content\":[]}}", NotFromApi::InvalidJson),
        (JSON, b"{'content':[]}", NotFromApi::InvalidJson),
        (JSON, b"{\"content\":NaN}", NotFromApi::InvalidJson),
        (Some("text/html"), b"{\"content\":[]}", NotFromApi::ContentType),
        (Some("image/png"), b"{\"content\":[]}", NotFromApi::ContentType),
        (Some("image/png"), b"\x89PNG\r\n", NotFromApi::ContentType),
        // A lone surrogate, a raw NUL, and bytes that are no UTF-8 are no JSON.
        (JSON, br#"{"content":[],"a":"\ud800"}"#, NotFromApi::InvalidJson),
        (JSON, b"{\"content\":[],\"a\":\"\0\"}", NotFromApi::InvalidJson),
        (JSON, b"{\"content\":[],\"a\":\"\xff\"}", NotFromApi::InvalidJson),
        (JSON, b"\0\0\0\0", NotFromApi::InvalidJson),
    ];
    for (content_type, body, expected) in cases {
        for status in [200, 404, 502] {
            let shown = String::from_utf8_lossy(body);
            assert_eq!(
                not_from_api(status, content_type, body),
                expected,
                "{status} {content_type:?} {shown}"
            );
        }
    }
}

#[test]
fn deep_nesting_is_refused_without_overflowing() {
    for depth in [129, 1_000_000] {
        let body = format!("{{\"content\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(not_from_api(200, JSON, &body), NotFromApi::InvalidJson);
        assert_eq!(not_from_api(200, JSON, "[".repeat(depth)), NotFromApi::InvalidJson);
    }
}

#[test]
fn a_body_is_read_up_to_its_limit() {
    let mut body = b"{\"content\":[]}".to_vec();
    body.resize(MAX_BODY_BYTES, b' ');
    let reply = Reply { status: 200, content_type: JSON, body: &body };
    assert!(decode::<GetBucketList>(&reply).is_ok());
    body.push(b' ');
    assert_eq!(not_from_api(200, JSON, &body), NotFromApi::TooLarge);
}

#[test]
fn escaped_nul_and_text_beyond_the_basic_plane_are_text() {
    let error = error(400, JSON, r#"{"error":{"errorCode":"10001","message":"a\u0000b \ud83d\ude00 한글"}}"#);
    assert_eq!(error.kind, ErrorKind::Service(envelope("10001", "a\0b 😀 한글", "")));
}

#[test]
fn raw_is_the_bounded_beginning_of_the_body() {
    let body = r#"{"error":{"errorCode":"10001","message":"m"}}"#;
    assert_eq!(error(400, JSON, body).raw.as_ref(), body);
    let long = "a".repeat(MAX_RAW_BYTES + 1);
    assert_eq!(error(500, None, &long).raw.as_ref(), &long[..MAX_RAW_BYTES]);
    // A character on the boundary, and bytes that grow when they are replaced.
    let korean = format!("a{}", "한".repeat(MAX_RAW_BYTES));
    let garbage = vec![0xff; MAX_RAW_BYTES];
    for body in [korean.as_bytes(), &garbage] {
        let raw = error(500, None, body).raw;
        assert!((MAX_RAW_BYTES - 4..=MAX_RAW_BYTES).contains(&raw.len()), "{}", raw.len());
    }
    assert!(korean.starts_with(error(500, None, &korean).raw.as_ref()), "no half character is shown");
}

#[test]
fn a_long_xml_error_is_still_an_error_of_the_gateway() {
    for padding in 0..3 {
        let body = format!(
            "<error>{}<errorCode>510</errorCode><message>Endpoint Timeout</message><details>{}</details></error>",
            " ".repeat(padding),
            "한".repeat(MAX_RAW_BYTES)
        );
        let error = error(504, Some("application/xml"), body);
        assert_eq!(error.kind, ErrorKind::Gateway(envelope("510", "Endpoint Timeout", "")));
    }
}

/// Whoever names a file `<Code>1</Code>` does not turn a cut answer into a clear refusal.
#[test]
fn xml_inside_of_other_text_is_no_envelope() {
    let body = r#"{"content":[{"sourceFileName":"<Code>1</Code>"#;
    assert_eq!(not_from_api(200, JSON, body), NotFromApi::Truncated);
    assert!(error(200, JSON, body).leaves_outcome_unknown());
}

#[test]
fn a_success_that_does_not_fit_names_the_place() {
    let reply = Reply { status: 200, content_type: JSON, body: br#"{"content":[{"bucketName":{}}]}"# };
    let error = decode::<GetBucketList>(&reply).unwrap_err();
    assert_eq!(
        error.to_string(),
        "HTTP 200: unexpected answer: content[0].bucketName should be a text, found an object"
    );
    assert_eq!(error.meaning(), Meaning::Unknown);
    assert_eq!(error.envelope(), None);
    assert!(error.leaves_outcome_unknown() && !error.is_retryable());
}

#[test]
fn errors_speak() {
    let body = |code: &str| json!({ "error": { "errorCode": code, "message": "m" } });
    assert_eq!(json_error(404, &body("10009")).to_string(), "HTTP 404: Data Box Frame error 10009: m");
    assert_eq!(json_error(504, &body("510")).to_string(), "HTTP 504: API Gateway error 510: m");
    assert_eq!(json_error(418, &body("x")).to_string(), "HTTP 418: error x: m");
    assert_eq!(error(502, None, "").to_string(), "HTTP 502: not an answer of the API (Empty)");
}

/// A write is reported as "perhaps done" only where it may be.
#[test]
fn which_errors_leave_the_outcome_unknown() {
    let coded = |status: u16, code: &str| json_error(status, &json!({ "error": { "errorCode": code } }));
    for (error, unknown) in [
        (coded(400, "10001"), false),
        (coded(401, "200"), false),
        (coded(403, "10002"), false),
        (coded(404, "300"), false),
        (coded(413, "430"), false),
        (coded(429, "420"), false),
        (coded(500, "130000"), true),
        (coded(500, "139999"), true),
        (coded(500, "900"), true),
        (coded(500, "x"), true),
        (coded(503, "500"), true),
        (coded(200, "10001"), true),
        (coded(405, "x"), true),
        (coded(409, "x"), true),
        (coded(429, "x"), false),
        (coded(504, "510"), true),
        (coded(502, "x"), true),
        (coded(504, "x"), true),
        (coded(408, "x"), true),
        (error(200, JSON, ""), true),
        (error(200, JSON, "{"), true),
        (error(202, None, "<html>"), true),
        (error(302, None, "<html>"), true),
        (error(403, None, "<html>"), false),
        (error(404, None, "<html>"), false),
        (error(408, None, ""), true),
        (error(500, None, ""), true),
        (error(502, None, "<html>"), true),
        (error(503, None, "<html>"), true),
        (error(504, None, "<html>"), true),
    ] {
        assert_eq!(error.leaves_outcome_unknown(), unknown, "{error}");
    }
}

#[test]
fn which_errors_are_retryable() {
    for (status, may) in [(200, false), (400, false), (401, false), (403, false), (404, false), (413, false)]
    {
        assert_eq!(error(status, None, "").is_retryable(), may, "{status}");
    }
    for status in [429, 500, 502, 503, 504] {
        assert!(error(status, None, "").is_retryable(), "{status}");
    }
}
