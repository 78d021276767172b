//! Faults on demand and at random, and the log.

use databoxframe_simulator::{Behaviour, Settings};
use serde_json::{Value, json};

use crate::support::{BOX, Client, FRAME, path};

#[track_caller]
fn order(c: &mut Client, fault: Value) -> u64 {
    let response = c.control("POST", "/faults", &fault);
    let body: Value = serde_json::from_slice(&response.body).unwrap();
    assert_eq!(response.status, 201, "{body}");
    body["id"].as_u64().unwrap()
}

fn read(c: &mut Client, path: &str) -> Value {
    let response = c.control("GET", path, &Value::Null);
    assert_eq!(response.status, 200);
    serde_json::from_slice(&response.body).unwrap()
}

fn approval(id: u64) -> Value {
    json!({ "dataBoxFrameNo": FRAME, "dataBoxNo": BOX, "exportApplyId": id })
}

#[test]
fn an_answer_is_replaced_as_often_as_asked() {
    let c = &mut Client::new();
    order(
        c,
        json!({
            "match": { "operation": "get-bucket-list" },
            "times": 2,
            "fault": { "kind": "answer", "status": 500, "body": "{\"error\":{\"errorCode\":\"130000\"}}" },
        }),
    );
    c.get("get-data-box-frame-list", "").ok();
    for _ in 0..2 {
        let answer = c.get("get-bucket-list", "").refused(500, "130000");
        assert!(!answer.date.is_empty());
    }
    c.get("get-bucket-list", "").ok();
    assert_eq!(read(c, "/faults"), json!([]));
}

#[test]
fn faults_match_by_part_of_the_path_and_stay_until_removed() {
    let c = &mut Client::new();
    let html = json!({ "match": { "path": "pageNo=2" }, "fault": { "kind": "html", "status": 502 } });
    let id = order(c, html);
    for _ in 0..3 {
        c.get("get-data-box-frame-list", "pageNo=1").ok();
        let request = c.request("GET", &format!("{}?pageNo=2", path("get-data-box-frame-list")), b"");
        let response = c.reply(&request).response.unwrap();
        assert_eq!((response.status, response.header("content-type")), (502, Some("text/html")));
        assert_eq!(response.header("x-simulator-fault"), Some("html"));
    }
    assert_eq!(
        read(c, "/faults"),
        json!([{
            "id": id, "match": { "path": "pageNo=2" }, "times": null,
            "fault": { "kind": "html", "status": 502, "when": "before" },
        }])
    );
    assert_eq!(c.control("DELETE", "/faults", &Value::Null).status, 204);
    c.get("get-data-box-frame-list", "pageNo=2").ok();
}

#[test]
fn a_closed_connection_may_or_may_not_have_taken_effect() {
    for (when, status) in [("before", "REQ_CMPL"), ("after", "COPY_ING")] {
        let c = &mut Client::new();
        let id = c.waiting_export(FRAME, BOX);
        order(
            c,
            json!({
                "match": { "operation": "export-file-approve" }, "times": 1,
                "fault": { "kind": "close", "when": when },
            }),
        );
        let request = c.request("POST", &path("export-file-approve"), approval(id).to_string().as_bytes());
        assert_eq!(c.reply(&request).response, None);
        assert_eq!(c.export_status(id), status);
        let log = read(c, "/log");
        let entry = &log[1];
        assert_eq!(entry["operation"], "export-file-approve");
        assert_eq!((&entry["status"], &entry["accepted"]), (&Value::Null, &json!(when == "after")));
    }
}

#[test]
fn an_error_may_come_after_the_effect() {
    let c = &mut Client::new();
    let id = c.waiting_export(FRAME, BOX);
    order(c, json!({ "times": 1, "fault": { "kind": "answer", "status": 504, "when": "after" } }));
    assert_eq!(c.post("export-file-approve", &approval(id)).status, 504);
    assert_eq!(c.export_status(id), "COPY_ING");
}

#[test]
fn truncated_answers_are_no_json() {
    let c = &mut Client::new();
    order(c, json!({ "times": 1, "fault": { "kind": "truncate" } }));
    let request = c.request("GET", &path("get-bucket-list"), b"");
    let cut = c.reply(&request).response.unwrap();
    let whole = c.reply(&request).response.unwrap();
    assert_eq!(cut.status, 200);
    assert_eq!(cut.body, whole.body[..whole.body.len() / 2]);
    assert!(serde_json::from_slice::<Value>(&cut.body).is_err());
}

#[test]
fn drift_patches_the_real_answer_and_each_item_of_a_list() {
    let c = &mut Client::new();
    let before = c.get("get-data-box-frame-list", "").ok();
    order(
        c,
        json!({
            "match": { "operation": "get-data-box-frame-list" },
            "fault": { "kind": "drift", "patch": {
                "next": true,
                "content": { "regionCode": "KR", "createDate": null, "dataBoxCount": 7 },
            } },
        }),
    );
    let answer = c.get("get-data-box-frame-list", "").ok();
    assert_eq!(answer.body["next"], true);
    assert_eq!(answer.body["totalCount"], before.body["totalCount"]);
    for (drifted, real) in answer.content().iter().zip(before.content()) {
        assert_eq!(drifted["dataBoxFrameNo"], real["dataBoxFrameNo"]);
        assert_eq!((&drifted["regionCode"], &drifted["dataBoxCount"]), (&json!("KR"), &json!(7)));
        assert!(real.get("createDate").is_some() && drifted.get("createDate").is_none());
    }
}

#[test]
fn latency_and_clock_add_to_the_rest() {
    let c = &mut Client::new();
    order(c, json!({ "times": 1, "fault": { "kind": "latency", "ms": 1_500 } }));
    order(c, json!({ "fault": { "kind": "clock", "offsetMs": -600_000 } }));
    let request = c.request("GET", &path("get-bucket-list"), b"");
    let reply = c.reply(&request);
    assert_eq!(reply.delay_ms, 1_500);
    let response = reply.response.unwrap();
    assert_eq!((response.status, response.header("date")), (401, Some("Tue, 24 Nov 2026 05:50:00 GMT")));
    assert_eq!(response.header("x-simulator-fault"), Some("latency, clock"));
    // Signed by the gateway's clock, it is accepted; and the world's dates are not touched.
    let request = crate::support::signed("GET", &path("get-bucket-list"), b"", c.now.plus_ms(-600_000));
    assert_eq!(c.reply(&request).response.unwrap().status, 200);
    // A clock that is wrong is wrong in every answer.
    order(c, json!({ "times": 1, "fault": { "kind": "html", "status": 502 } }));
    let response = c.reply(&request).response.unwrap();
    assert_eq!((response.status, response.header("date")), (502, Some("Tue, 24 Nov 2026 05:50:00 GMT")));
}

#[test]
fn one_replacement_at_a_time_and_the_others_wait() {
    let c = &mut Client::new();
    for status in [500, 503] {
        order(c, json!({ "times": 1, "fault": { "kind": "answer", "status": status } }));
    }
    assert_eq!(c.get("get-bucket-list", "").status, 500);
    assert_eq!(c.get("get-bucket-list", "").status, 503);
    assert_eq!(c.get("get-bucket-list", "").status, 200);
}

#[test]
fn orders_that_make_no_sense_are_refused() {
    let c = &mut Client::new();
    for wrong in [
        json!({}),
        json!({ "fault": { "kind": "flood" } }),
        json!({ "fault": { "kind": "close" } }),
        json!({ "fault": { "kind": "latency", "ms": 1, "seconds": 2 } }),
        json!({ "fault": { "kind": "html", "status": 42 } }),
        json!({ "fault": { "kind": "answer", "status": 200, "contentType": "a\nb" } }),
        json!({ "match": { "operation": "export-file-aprove" }, "fault": { "kind": "truncate" } }),
        json!({ "matches": {}, "fault": { "kind": "truncate" } }),
    ] {
        assert_eq!(c.control("POST", "/faults", &wrong).status, 400, "{wrong}");
    }
    assert_eq!(c.control("GET", "/nothing", &Value::Null).status, 404);
    assert_eq!(c.control("POST", "/advance", &json!({ "ms": -1 })).status, 400);
    assert_eq!(read(c, "/healthz"), json!({ "status": "ok" }));
}

#[test]
fn the_log_keeps_everything_but_secrets() {
    let c = &mut Client { language: Some("ko-KR"), ..Client::new() };
    let body = json!({ "dataBoxFrameNo": 83, "memo": "메모" });
    c.post("modify-data-box-frame-admin-infra", &body).ok();
    c.get("get-data-box-list", "dataBoxFrameNo=%38%33&x=1").refused(400, "10001");
    let log = read(c, "/log");
    assert_eq!(log.as_array().unwrap().len(), 2);
    let entry = &log[0];
    assert_eq!(entry["time"], c.now.0);
    assert_eq!(
        (&entry["method"], &entry["operation"]),
        (&json!("POST"), &json!("modify-data-box-frame-admin-infra"))
    );
    assert_eq!(
        (&entry["status"], &entry["accepted"], &entry["refusal"]),
        (&json!(200), &json!(true), &Value::Null)
    );
    assert_eq!(entry["body"], body.to_string());
    assert_eq!(entry["headers"]["x-ncp-lang"], "ko-KR");
    assert_eq!(
        entry["headerNames"],
        json!(["x-ncp-apigw-timestamp", "x-ncp-iam-access-key", "x-ncp-apigw-signature-v2", "x-ncp-lang",])
    );
    assert_eq!(entry["headers"].as_object().unwrap().len(), 2);
    let entry = &log[1];
    assert_eq!(entry["path"], format!("{}?dataBoxFrameNo=%38%33&x=1", path("get-data-box-list")));
    assert_eq!(entry["refusal"]["errorCode"], "10001");
    assert_eq!(c.control("DELETE", "/log", &Value::Null).status, 204);
    assert_eq!(read(c, "/log"), json!([]));
}

#[test]
fn chaos_strikes_about_as_often_as_asked_and_says_so() {
    let behaviour = Behaviour { chaos_percent: 30, ..Behaviour::default() };
    let c = &mut Client::with(Settings::default(), behaviour);
    let request = c.request("GET", &path("get-bucket-list"), b"");
    let (mut struck, mut seen) = (0, std::collections::BTreeSet::new());
    for _ in 0..1_000 {
        match c.reply(&request).response {
            None => {
                struck += 1;
                seen.insert(0);
            }
            Some(response) if response.header("x-simulator-fault").is_some() => {
                struck += 1;
                seen.insert(response.status);
            }
            Some(response) => assert_eq!(response.status, 200),
        }
    }
    assert!((250..350).contains(&struck), "{struck}");
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), [0, 200, 401, 403, 404, 429, 500, 502]);
}
