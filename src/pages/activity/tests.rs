//! Which requests are shown, how they are grouped, and what is saved of them.

use std::sync::Arc;

use databoxframe::export_review::ExportFileApprove;
use databoxframe::frame::GetDataBoxFrameList;
use databoxframe::operation::Spec;
use databoxframe::{Credentials, Language, Operation, Page, SecretKey, UnsignedRequest, prepare};
use serde_json::Value;

use super::filter::Filter;
use super::groups::groups;
use super::har::Archive;
use crate::gateway::{Failure, Outcome, RequestRecord};

const ACCESS_KEY: &str = "TEST-ACCESS-KEY";
const SECRET_KEY: &str = "test/secret+key=";

fn record(number: usize, at: f64, spec: &'static Spec, path_and_query: &str) -> RequestRecord {
    RequestRecord {
        number,
        sent_at: at,
        spec,
        url: format!("/relay{path_and_query}"),
        path_and_query: path_and_query.to_owned(),
        string_to_sign: format!("GET {path_and_query}\n1\n{ACCESS_KEY}"),
        headers: Vec::new(),
        body: None,
        status: Some(200),
        duration_ms: Some(12.5),
        outcome: Outcome::Succeeded,
        content_type: Some("application/json".to_owned()),
        answer: Some("{}".to_owned()),
    }
}

fn read(number: usize, at: f64, path: &str) -> RequestRecord {
    record(number, at, GetDataBoxFrameList::SPEC, path)
}

fn write(number: usize, at: f64) -> RequestRecord {
    record(number, at, ExportFileApprove::SPEC, "/approve")
}

fn failed(record: RequestRecord) -> RequestRecord {
    RequestRecord { outcome: Outcome::Failed(Failure::Timeout), status: None, answer: None, ..record }
}

/// The numbers of each group.
fn grouped(records: Vec<RequestRecord>, filter: &Filter, each: bool) -> Vec<Vec<usize>> {
    let records: Vec<Arc<RequestRecord>> = records.into_iter().map(Arc::new).collect();
    let numbers = |group: &super::groups::Group| group.records().iter().map(|one| one.number).collect();
    groups(&records, filter, each).iter().map(numbers).collect()
}

#[test]
fn polling_of_several_lists_is_one_group_for_each() {
    let records =
        || vec![read(1, 0.0, "/a"), read(2, 1.0, "/b"), read(3, 60_000.0, "/a"), read(4, 60_001.0, "/b")];
    assert_eq!(grouped(records(), &Filter::default(), false), [vec![2, 4], vec![1, 3]]);
    assert_eq!(grouped(records(), &Filter::default(), true), [[4], [3], [2], [1]]);
}

#[test]
fn what_a_change_or_a_failure_or_a_long_time_parts_stays_apart() {
    let records = vec![read(1, 0.0, "/a"), write(2, 1.0), write(3, 2.0), read(4, 3.0, "/a")];
    assert_eq!(grouped(records, &Filter::default(), false), [[4], [3], [2], [1]]);
    let records = vec![read(1, 0.0, "/a"), failed(read(2, 1.0, "/a")), failed(read(3, 2.0, "/a"))];
    assert_eq!(grouped(records, &Filter::default(), false), [vec![2, 3], vec![1]]);
    let records = vec![read(1, 0.0, "/a"), read(2, 300_001.0, "/a")];
    assert_eq!(grouped(records, &Filter::default(), false), [[2], [1]]);
}

#[test]
fn a_repetition_under_way_belongs_to_its_group() {
    let waits = RequestRecord { outcome: Outcome::InProgress, status: None, ..read(2, 1.0, "/a") };
    assert_eq!(grouped(vec![read(1, 0.0, "/a"), waits], &Filter::default(), false), [[1, 2]]);
}

#[test]
fn each_filter_leaves_out_what_it_says() {
    let records = || vec![read(1, 10.0, "/list?page=7"), write(2, 20.0), failed(read(3, 30.0, "/list"))];
    let shown = |filter: Filter| grouped(records(), &filter, true).concat();
    let text = str::to_owned;
    assert_eq!(shown(Filter { outcome: text("failed"), ..Filter::default() }), [3]);
    assert_eq!(shown(Filter { outcome: text("ok"), ..Filter::default() }), [2, 1]);
    assert_eq!(shown(Filter { operation: text("export-file-approve"), ..Filter::default() }), [2]);
    assert_eq!(shown(Filter { since: Some(20.0), ..Filter::default() }), [3, 2]);
    for (search, found) in
        [("PAGE=7", vec![1]), (" Approve ", vec![2]), ("200", vec![2, 1]), ("file-app", vec![2])]
    {
        assert_eq!(shown(Filter { search: text(search), ..Filter::default() }), found, "{search}");
    }
}

/// A record as it is kept of a request that was signed.
fn signed(unsigned: &UnsignedRequest, answer: &str) -> RequestRecord {
    let keys = Credentials::new(ACCESS_KEY, SecretKey::new(SECRET_KEY.into()));
    let request = unsigned.sign(&keys, 1_706_696_430_123, Language::English);
    RequestRecord {
        headers: request.headers.clone(),
        body: unsigned.body.is_some().then(|| unsigned.body_text(true)),
        answer: Some(answer.to_owned()),
        ..record(1, 0.0, unsigned.spec, &request.path_and_query)
    }
}

fn archive(records: &[RequestRecord]) -> (String, Value, usize) {
    let explain = |outcome: &Outcome| matches!(outcome, Outcome::Failed(_)).then(|| "No answer".to_owned());
    let iso = |at: f64| format!("2024-01-31T10:20:{:02}.000Z", at as u64);
    let archive =
        Archive { version: "1.0.0", gateway: "https://gateway.example", iso: &iso, explain: &explain };
    let (text, count) = archive.write(records.iter());
    let parsed = serde_json::from_str(&text).unwrap();
    (text, parsed, count)
}

/// The fields that HAR 1.2 requires.
fn assert_valid(har: &Value) {
    let has = |object: &Value, names: &[&str]| {
        for name in names {
            assert!(object.get(name).is_some(), "{name} is missing in {object}");
        }
    };
    let log = &har["log"];
    assert_eq!(log["version"], "1.2");
    has(&log["creator"], &["name", "version"]);
    for entry in log["entries"].as_array().unwrap() {
        has(entry, &["startedDateTime", "time", "request", "response", "cache", "timings"]);
        assert!(entry["time"].as_f64().unwrap() >= 0.0 && entry["startedDateTime"].is_string());
        let request = &entry["request"];
        has(request, &["method", "url", "httpVersion", "cookies", "headers", "queryString"]);
        has(request, &["headersSize", "bodySize"]);
        assert!(request["url"].as_str().unwrap().starts_with("https://"), "{request}");
        let response = &entry["response"];
        has(response, &["status", "statusText", "httpVersion", "cookies", "headers", "content"]);
        has(response, &["redirectURL", "headersSize", "bodySize"]);
        has(&response["content"], &["size", "mimeType"]);
        has(&entry["timings"], &["send", "wait", "receive"]);
        for header in request["headers"].as_array().unwrap() {
            has(header, &["name", "value"]);
        }
    }
}

#[test]
fn a_har_has_the_fields_of_its_format() {
    let list = prepare(&GetDataBoxFrameList { page: Some(Page { number: 2, size: 10 }) }).unwrap();
    let late = RequestRecord { outcome: Outcome::InProgress, ..read(3, 2.0, "/late") };
    let dropped = RequestRecord { answer: None, ..read(4, 3.0, "/old") };
    let (text, har, count) =
        archive(&[signed(&list, "{\"a\": 1}"), failed(read(2, 1.0, "/b")), late, dropped]);
    assert_valid(&har);
    assert_eq!(count, 3, "what is under way is left out: {text}");
    let entries = har["log"]["entries"].as_array().unwrap();
    assert_eq!(entries[0]["request"]["queryString"][0]["name"], "pageNo");
    assert_eq!(entries[0]["response"]["content"]["text"], "{\"a\": 1}", "as it came");
    assert_eq!((&entries[1]["response"]["status"], &entries[1]["comment"]), (&0.into(), &"No answer".into()));
    assert_eq!(entries[2]["response"]["content"].get("text"), None);
}

#[test]
fn a_har_holds_neither_keys_nor_signatures_nor_passwords() {
    let id = || databoxframe::Id::from(1);
    let approve = ExportFileApprove { frame_no: id(), box_no: id(), export_apply_id: id() };
    let mut unsigned = prepare(&approve).unwrap();
    let servers = serde_json::json!([{ "loginPassword": "Hidden-Pass1!", "name": "server" }]);
    unsigned.body.as_mut().unwrap().insert("serverList".into(), servers);
    let answers = [
        format!(r#"{{"vpnPassword":"Hidden-Pass1!","key":"{ACCESS_KEY}"}}"#),
        r#"{"vpnPassword":"Hidden-Pass1!","cut off"#.to_owned(),
    ];
    for answer in answers {
        let record = signed(&unsigned, &answer);
        let signature = record.header("x-ncp-apigw-signature-v2").unwrap().to_owned();
        let (text, har, _) = archive(&[record]);
        assert_valid(&har);
        for hidden in [SECRET_KEY, ACCESS_KEY, "Hidden-Pass1!", &signature, &signature[..8]] {
            assert!(!text.contains(hidden), "{hidden} in {text}");
        }
        let data = har["log"]["entries"][0]["request"]["postData"]["text"].as_str().unwrap();
        assert!(data.contains("server") && data.contains("exportApplyId"), "{data}");
    }
}
