//! Each kind of drift is found, where it is and nowhere else.

use databoxframe::error::{Expected, Found};

use super::*;

const FRAMES: &str = "get-data-box-frame-list";

fn found(operation: &str, patch: &Value) -> Vec<(String, Finding)> {
    let report = Account::new().drift(operation, patch).run();
    let others = elsewhere(&report, operation);
    assert!(others.is_empty(), "{patch}: {others:?}");
    differences(&report, operation)
}

fn one(path: &str, finding: Finding) -> Vec<(String, Finding)> {
    vec![(path.to_owned(), finding)]
}

#[test]
fn fields_that_no_document_names() {
    let undocumented = |path: &str, found| one(path, Finding::Undocumented(found));
    let patch = json!({ "content": { "regionCode": "KR" } });
    assert_eq!(found(FRAMES, &patch), undocumented("content[].regionCode", Found::Text));
    let patch = json!({ "pageNo": 1 });
    assert_eq!(found(FRAMES, &patch), undocumented("pageNo", Found::Number));
    let patch = json!({ "specList": { "gpu": { "secret-name": 1 } } });
    assert_eq!(found("get-hadoop-cluster-info", &patch), undocumented("specList[].gpu", Found::Object));
    // Documented, but for the list only.
    let patch = json!({ "content": { "applyDate": "2025-01-01 00:00:00" } });
    assert_eq!(found("get-import-apply-detail", &patch), undocumented("content[].applyDate", Found::Text));
    let patch = json!({ "totalCount": 1 });
    assert_eq!(found("get-ssl-vpn-account-list", &patch), undocumented("totalCount", Found::Number));
    // A name that is no name of a field may be a value.
    let patch = json!({ "content": { "my bucket": 1 } });
    assert_eq!(found("get-bucket-list", &patch), undocumented("content[].*", Found::Number));
}

#[test]
fn a_misspelt_name_that_a_document_has_is_documented() {
    let patch = json!({ "connectSslVpnUrl": null, "conectSslVpnUrl": "https://vpn.example" });
    assert_eq!(found("get-data-box-summary-info", &patch), []);
}

#[test]
fn documented_fields_never_seen_and_required_ones_missing() {
    let report = Account::new().drift("get-data-box-list", &json!({ "content": { "memo": null } })).run();
    assert_eq!(elsewhere(&report, ""), []);
    let unseen = |report: &Report, name: &str, path: &str| {
        let all = &operation(report, name).findings;
        all.iter().any(|one| one.path == path && one.finding == Finding::NeverSeen)
    };
    assert!(unseen(&report, "get-data-box-list", "content[].memo"));
    assert!(!unseen(&report, "get-data-box-list", "content[].dataBoxName"));
    let patch = json!({ "content": { "exportApplyId": null } });
    assert_eq!(
        found("get-export-file-approve-detail", &patch),
        one("content[].exportApplyId", Finding::Missing)
    );
    let patch = json!({ "content": { "exportApplyId": "" } });
    assert_eq!(found("get-export-apply-detail", &patch), one("content[].exportApplyId", Finding::Missing));
    assert_eq!(found("get-bucket-list", &json!({ "content": null })), one("content", Finding::Missing));
}

#[test]
fn types_that_differ() {
    let differs = |path: &str, expected, found| one(path, Finding::Type { expected, found });
    for (patch, expected) in [
        (
            json!({ "content": { "dataBoxFrameName": 7 } }),
            ("content[].dataBoxFrameName", Expected::Text, Found::Number),
        ),
        (
            json!({ "content": { "dataBoxCount": "many" } }),
            ("content[].dataBoxCount", Expected::Number, Found::Text),
        ),
        (
            json!({ "content": { "createDate": 20250301 } }),
            ("content[].createDate", Expected::Date, Found::Number),
        ),
        (
            json!({ "content": { "statusCode": 3 } }),
            ("content[].statusCode", Expected::StatusCode, Found::Number),
        ),
    ] {
        let (path, documented, came) = expected;
        assert_eq!(found(FRAMES, &patch), differs(path, documented, came), "{patch}");
    }
    let patch = json!({ "content": { "disabled": "perhaps" } });
    assert_eq!(
        found("get-bucket-list", &patch),
        differs("content[].disabled", Expected::Boolean, Found::Text)
    );
    let patch = json!({ "storageList": "none" });
    assert_eq!(found("get-linux-info", &patch), differs("storageList", Expected::List, Found::Text));
    let patch = json!({ "content": "none" });
    assert_eq!(found("get-bucket-list", &patch), differs("content", Expected::List, Found::Text));
    // Numbers and Booleans are written both ways in the documents' own examples.
    let patch = json!({ "content": { "dataBoxCount": "7", "dataBoxFrameNo": 83 } });
    let report = Account::new().drift(FRAMES, &patch).run();
    // All frames have one number now, so that page 2 seems to be page 1 again.
    let same_number = |(_, finding): &(String, Finding)| matches!(finding, Finding::Paging(_));
    assert!(differences(&report, FRAMES).iter().all(same_number), "{:?}", differences(&report, FRAMES));
}

#[test]
fn dates_are_recognised_by_their_format() {
    let patch = json!({ "content": { "createDate": "2025-03-01T09:30:00+09:00" } });
    let format = Finding::DateFormat("9999-99-99A99:99:99+99:99".into());
    assert_eq!(found(FRAMES, &patch), one("content[].createDate", format));
}

#[test]
fn codes_outside_the_tables() {
    let code = |path: &str, code: &str| one(path, Finding::Code(code.into()));
    let patch = json!({ "content": { "statusCode": "SET_FROZEN" } });
    assert_eq!(found(FRAMES, &patch), code("content[].statusCode", "SET_FROZEN"));
    let patch = json!({ "content": { "instanceStatusCode": "STOP" } });
    assert_eq!(found("get-data-box-infra-list", &patch), code("content[].instanceStatusCode", "STOP"));
    // A sentence in the place of a code may be a value, and so may what is a value elsewhere.
    for value in ["Approved by Kim", "PROJECT_20261128"] {
        let patch = json!({ "content": { "status": value } });
        assert_eq!(found("get-export-apply-detail", &patch), code("content[].status", "*"));
    }
    let patch = json!({ "content": { "statusCode": "ALPHA", "dataBoxFrameName": "alpha" } });
    assert_eq!(found(FRAMES, &patch), code("content[].statusCode", "*"));
}

#[test]
fn paging_that_differs() {
    let paging = |faults: &[PagingFault]| -> Vec<(String, Finding)> {
        faults.iter().map(|fault| (String::new(), Finding::Paging(*fault))).collect()
    };
    let patch = json!({ "totalCount": 1 });
    assert_eq!(found("get-data-box-list", &patch), paging(&[PagingFault::TotalTooSmall]));
    let patch = json!({ "totalCount": 99 });
    assert_eq!(found("get-data-box-list", &patch), paging(&[PagingFault::PageTooShort]));
    // The same page whatever is asked for.
    let page = json!({ "totalCount": 2, "content": [{ "dataBoxNo": "1" }, { "dataBoxNo": "2" }] });
    let same = json!({ "kind": "answer", "status": 200, "body": page.to_string() });
    let report = Account::new().fault("get-data-box-list", &same).run();
    let expected = paging(&[PagingFault::PageTooLong, PagingFault::PageRepeated]);
    assert_eq!(differences(&report, "get-data-box-list"), expected);
    assert_eq!(operation(&report, "get-data-box-list").paging, PagingCheck::Checked);
}

#[test]
fn errors_beside_the_envelope_and_the_tables() {
    let error = |status: u16, body: Value| {
        let fault = json!({ "kind": "answer", "status": status, "body": body.to_string() });
        let report = Account::new().fault("get-bucket-list", &fault).run();
        (differences(&report, "get-bucket-list"), operation(&report, "get-bucket-list").errors.clone())
    };
    let envelope = |code: &str| json!({ "error": { "errorCode": code, "message": "m", "details": "d" } });
    let count = |status, code: &str| vec![ErrorCount { status, code: code.into(), count: 1 }];
    assert_eq!(error(403, envelope("10002")), (vec![], count(403, "10002")));
    assert_eq!(error(400, envelope("130042")), (vec![], count(400, "130042")));
    // A gateway's error needs no details.
    let gateway = json!({ "error": { "errorCode": 400, "message": "Quota Exceeded" } });
    assert_eq!(error(429, gateway), (vec![], count(429, "400")));
    let unknown = |status, code: &str| one("", Finding::ErrorCode { status, code: code.into() });
    assert_eq!(error(409, envelope("10002")), (unknown(409, "10002"), count(409, "10002")));
    assert_eq!(error(400, envelope("kim@example")), (unknown(400, "*"), count(400, "*")));
    let service = json!({ "error": { "errorCode": "10009", "message": "m" } });
    assert_eq!(error(404, service).0, one("error.details", Finding::Missing));
    let more = json!({ "error": { "errorCode": "10009", "message": "m", "details": "d", "traceId": "x" } });
    assert_eq!(error(404, more).0, one("error.traceId", Finding::Undocumented(Found::Text)));
    let relative = json!({ "errorCode": "10009", "message": "m" });
    assert_eq!(error(404, relative).0, one("error", Finding::Missing));
    let html = json!({ "kind": "html", "status": 502 });
    let report = Account::new().fault("get-bucket-list", &html).run();
    assert_eq!(differences(&report, "get-bucket-list"), one("", Finding::NotJson(502)));
}

#[test]
fn a_frame_that_does_not_exist_has_to_be_an_error() {
    let frame = json!({ "kind": "answer", "status": 200, "body": "{\"dataBoxFrameName\":\"ghost\"}" });
    let report = Account::new().fault("get-data-box-frame-detail", &frame).run();
    assert_eq!(differences(&report, "get-data-box-frame-detail"), one("", Finding::NoError));
    assert!(!report.json("0", "").contains("ghost"));
}

#[test]
fn answers_that_do_not_come_are_counted() {
    let report = Account::new().fault("get-bucket-list", &json!({ "kind": "close", "when": "before" })).run();
    let buckets = operation(&report, "get-bucket-list");
    assert_eq!((buckets.requests, buckets.answers, buckets.unanswered), (1, 0, 1));
    assert!(!report.stopped && report.sent > 40);
}
