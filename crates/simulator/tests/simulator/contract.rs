//! Every kind of violation, found and named.

use databoxframe_simulator::contract::{OPERATIONS, check};
use serde_json::{Value, json};

use crate::support::{Client, FRAME, PASSWORD, export_body, import_body, new_box_body, path};

/// The fields at fault, in order.
fn faulty(method: &str, target: &str, body: &[u8]) -> Vec<String> {
    match check(method, target, body) {
        Ok(_) => Vec::new(),
        Err(violations) => violations.into_iter().map(|violation| violation.field).collect(),
    }
}

fn query(operation: &str, query: &str) -> Vec<String> {
    faulty("GET", &format!("{}?{query}", path(operation)), b"")
}

fn body(operation: &str, body: &Value) -> Vec<String> {
    faulty("POST", &path(operation), body.to_string().as_bytes())
}

/// The body with one place in it changed; `null` takes the field away.
fn changed(mut body: Value, pointer: &str, value: Value) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    body.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(name.into(), value);
    body
}

#[test]
fn there_are_32_operations_each_named_like_its_path() {
    assert_eq!(OPERATIONS.len(), 32);
    for contract in &OPERATIONS {
        assert_eq!(contract.path.rsplit('/').next(), Some(contract.name));
        assert!(contract.path.starts_with("/api/v1/"));
        let read = contract.name.starts_with("get-");
        assert_eq!(contract.method, if read { "GET" } else { "POST" });
        assert_eq!(contract.is_write(), !read);
    }
}

#[test]
fn names_the_operation_that_fits() {
    let contract = check("GET", &path("get-bucket-list"), b"").unwrap();
    assert_eq!(contract.name, "get-bucket-list");
    assert_eq!(faulty("GET", "/api/v1/bucket", b""), ["path"]);
    assert_eq!(faulty("POST", &path("get-bucket-list"), b"{}"), ["path"]);
}

#[test]
fn required_fields() {
    assert_eq!(query("get-data-box-list", ""), ["dataBoxFrameNo"]);
    assert_eq!(query("get-export-apply-list", "dataBoxFrameNo=1"), ["dataBoxNo"]);
    assert_eq!(query("get-export-file-approve-list", "dataBoxFrameNo=1"), [""; 0]);
    assert_eq!(
        body("export-file-reject", &json!({})),
        ["dataBoxFrameNo", "dataBoxNo", "exportApplyId", "rejectReason"]
    );
    assert_eq!(body("return-data-box", &json!({ "dataBoxFrameNo": 1, "dataBoxNo": null })), ["dataBoxNo"]);
}

#[test]
fn unknown_and_repeated_fields() {
    assert_eq!(query("get-data-box-list", "dataBoxFrameNo=1&page=2"), ["page"]);
    assert_eq!(query("get-data-box-list", "dataBoxFrameNo=1&dataBoxFrameNo=2"), ["dataBoxFrameNo"]);
    assert_eq!(body("return-data-box-frame", &json!({ "dataBoxFrameNo": 1, "force": true })), ["force"]);
    let target = format!("{}?dataBoxFrameNo=1", path("return-data-box-frame"));
    assert_eq!(faulty("POST", &target, b"{\"dataBoxFrameNo\":1}"), ["dataBoxFrameNo"]);
    assert_eq!(faulty("GET", &path("get-bucket-list"), b"{}"), ["body"]);
}

#[test]
fn bodies_are_json_objects_and_queries_well_encoded() {
    for wrong in [&b""[..], b"{", b"[]", b"dataBoxFrameNo=1"] {
        assert_eq!(faulty("POST", &path("return-data-box-frame"), wrong), ["body"]);
    }
    assert_eq!(query("get-bucket-list", "%E"), ["query"]);
    assert_eq!(query("get-bucket-list", "a=%FF"), ["query"]);
    assert_eq!(query("get-export-file-approve-list", "dataBoxFrameNo=83&status=A%20B+C"), [""; 0]);
}

#[test]
fn ids_may_be_numbers_or_texts_of_digits() {
    for id in [json!(83), json!("83")] {
        assert_eq!(body("return-data-box-frame", &json!({ "dataBoxFrameNo": id })), [""; 0]);
    }
    for id in [json!(""), json!("+83"), json!("eighty"), json!(-1), json!(8.5), json!(true), json!([83])] {
        assert_eq!(
            body("return-data-box-frame", &json!({ "dataBoxFrameNo": id })),
            ["dataBoxFrameNo"],
            "{id}"
        );
    }
}

#[test]
fn other_numbers_are_numbers_in_range_and_in_steps() {
    let size = |size: Value| {
        body(
            "change-data-box-nas-volume-size",
            &json!({
                "dataBoxFrameNo": "83", "dataBoxNo": "381", "nasVolumeInstanceNo": "1", "volumeSize": size,
            }),
        )
    };
    for right in [json!(500), json!(600), json!(10_000), json!(600.0)] {
        assert_eq!(size(right.clone()), [""; 0], "{right}");
    }
    for wrong in [json!(400), json!(550), json!(10_100), json!("600"), json!(600.5), json!(-600.0)] {
        assert_eq!(size(wrong.clone()), ["volumeSize"], "{wrong}");
    }
    for (page, fields) in
        [("0", vec!["pageNo"]), ("100", vec![]), ("101", vec!["pageNo"]), ("x", vec!["pageNo"])]
    {
        assert_eq!(query("get-data-box-frame-list", &format!("pageNo={page}")), fields);
    }
    assert_eq!(query("get-import-apply-list", "dataBoxFrameNo=1&pageSize=1000"), [""; 0]);
    assert_eq!(query("get-import-apply-list", "dataBoxFrameNo=1&pageSize=1001"), ["pageSize"]);
}

#[test]
fn lengths_count_characters() {
    let reason = |reason: String| {
        body(
            "export-file-reject",
            &json!({
                "dataBoxFrameNo": 1, "dataBoxNo": 1, "exportApplyId": 1, "rejectReason": reason,
            }),
        )
    };
    assert_eq!(reason("가".repeat(1_000)), [""; 0]);
    assert_eq!(reason("가".repeat(1_001)), ["rejectReason"]);
    assert_eq!(reason(String::new()), ["rejectReason"]);

    let mut client = Client::new();
    let (export, import) = (export_body(&mut client), import_body(&mut client, "a.csv"));
    assert_eq!(body("apply-file-export", &changed(export.clone(), "/memo", json!(""))), [""; 0]);
    assert_eq!(body("apply-file-export", &changed(export.clone(), "/memo", json!("m".repeat(51)))), ["memo"]);
    assert_eq!(
        body("apply-file-export", &changed(export.clone(), "/exportPurpose", json!(""))),
        ["exportPurpose"]
    );
    assert_eq!(body("apply-file-import", &changed(import.clone(), "/memo", json!(""))), ["memo"]);
    assert_eq!(body("apply-file-import", &changed(import, "/memo", json!(5))), ["memo"]);
    let description = changed(export, "/sourceFileInfoList/0/description", json!("d".repeat(1_001)));
    assert_eq!(body("apply-file-export", &description), ["sourceFileInfoList[0].description"]);
}

#[test]
fn lists_have_one_to_five_files() {
    let mut client = Client::new();
    let import = import_body(&mut client, "a.csv");
    for (count, fields) in [(0, vec!["sourceFileInfoList"]), (5, vec![]), (6, vec!["sourceFileInfoList"])] {
        let files = vec![json!({ "fileName": "a.csv" }); count];
        assert_eq!(
            body("apply-file-import", &changed(import.clone(), "/sourceFileInfoList", json!(files))),
            fields
        );
    }
    let wrong = changed(import.clone(), "/sourceFileInfoList", json!([{}, "a.csv"]));
    assert_eq!(
        body("apply-file-import", &wrong),
        ["sourceFileInfoList[0].fileName", "sourceFileInfoList[1]"]
    );
    let wrong = changed(import, "/sourceFileInfoList", json!("a.csv"));
    assert_eq!(body("apply-file-import", &wrong), ["sourceFileInfoList"]);
}

#[test]
fn dates_are_real_points_in_time() {
    let from =
        |date: &str| query("get-import-apply-list", &format!("dataBoxFrameNo=1&applyStartDate={date}"));
    assert_eq!(from("20250325000000"), [""; 0]);
    for wrong in ["20250229000000", "2025-03-25", "20250325", ""] {
        assert_eq!(from(wrong), ["applyStartDate"], "{wrong}");
    }
}

#[test]
fn booleans_and_choices() {
    let block = |value: Value| {
        body("set-block-external-network", &json!({ "dataBoxFrameNo": 1, "dataBoxNo": 1, "isBlock": value }))
    };
    assert_eq!(block(json!(false)), [""; 0]);
    assert_eq!(block(json!("true")), ["isBlock"]);
    let action = json!({ "dataBoxFrameNo": 1, "nasList": [{ "actionType": "UPDATE" }] });
    assert_eq!(body("modify-data-box-frame-admin-infra", &action), ["nasList[0].actionType"]);
}

#[test]
fn passwords_follow_the_policy() {
    let password = |password: &str| {
        let place = "/dataBoxInfo/tensorFlowCpuServerList/0/userPassword";
        body("create-data-box", &changed(new_box_body(), place, json!(password)))
    };
    for right in [PASSWORD, "aB3$efghijklmn", "Zz9_zzzz"] {
        assert_eq!(password(right), [""; 0], "{right}");
    }
    for wrong in [
        "Abcde1!",
        "Abcdefghijkl12!",
        "abcdef1!",
        "ABCDEF1!",
        "Abcdefg!",
        "Abcdefg1",
        "Abcdef1'",
        "Abcdef1\"",
        "Abcdef1₩",
        "Abcdef1/",
        "Abcdef1&",
        "Abcdef1`",
        "Abc def1!",
        "Abcdef1!가",
    ] {
        assert_eq!(password(wrong), ["dataBoxInfo.tensorFlowCpuServerList[0].userPassword"], "{wrong}");
    }
}

#[test]
fn fields_that_an_action_needs() {
    let frame = |list: &str, item: Value| {
        body("modify-data-box-frame-admin-infra", &json!({ "dataBoxFrameNo": FRAME, list: [item] }))
    };
    assert_eq!(
        frame("adminServerList", json!({ "actionType": "CREATE" })),
        ["adminServerList[0].prodSpecId", "adminServerList[0].userPassword"]
    );
    assert_eq!(
        frame("adminServerList", json!({ "actionType": "UPDATE", "prodSpecId": 2001 })),
        ["adminServerList[0].adminServerInstanceNo"]
    );
    assert_eq!(
        frame("nasList", json!({ "actionType": "CREATE" })),
        ["nasList[0].count", "nasList[0].nasSize"]
    );
    assert_eq!(frame("nasList", json!({ "actionType": "DELETE" })), ["nasList[0].nasInstanceNo"]);

    let change = |list: &str, item: Value| {
        body(
            "modify-data-box",
            &json!({
                "dataBoxFrameNo": "83", "dataBoxInfo": { "dataBoxNo": "381", list: [item] },
            }),
        )
    };
    assert_eq!(
        change("connectServerList", json!({ "actionType": "UPDATE" })),
        ["dataBoxInfo.connectServerList[0].prodSpecId", "dataBoxInfo.connectServerList[0].serverInstanceNo"]
    );
    assert_eq!(change("connectServerList", json!({ "actionType": "DELETE" })), [""; 0]);
    assert_eq!(change("connectServerList", json!({})), ["dataBoxInfo.connectServerList[0].actionType"]);
    assert_eq!(
        change("nasList", json!({ "actionType": "DELETE" })),
        ["dataBoxInfo.nasList[0].nasInstanceNo"]
    );
}

#[test]
fn both_spellings_of_the_edge_node_are_known_but_not_at_once() {
    let cluster = |names: &[&str]| {
        let mut item = json!({
            "actionType": "UPDATE", "hadoopInstanceNo": 1, "masterNodeProdSpecId": 1, "workerNodeProdSpecId": 1,
        });
        for name in names {
            item[*name] = json!(5001);
        }
        body(
            "modify-data-box",
            &json!({
                "dataBoxFrameNo": "83", "dataBoxInfo": { "dataBoxNo": "381", "hadoopList": [item] },
            }),
        )
    };
    assert_eq!(cluster(&["EdgeNodeProdSpecId"]), [""; 0]);
    assert_eq!(cluster(&["edgeNodeProdSpecId"]), [""; 0]);
    assert_eq!(cluster(&[]), ["dataBoxInfo.hadoopList[0].edgeNodeProdSpecId"]);
    assert_eq!(
        cluster(&["edgeNodeProdSpecId", "EdgeNodeProdSpecId"]),
        ["dataBoxInfo.hadoopList[0].edgeNodeProdSpecId"]
    );
}

#[test]
fn a_new_box_needs_tensor_flow_of_one_kind_and_few_enough_vpn_accounts() {
    let info = |name: &str, value: Value| {
        body("create-data-box", &changed(new_box_body(), &format!("/dataBoxInfo/{name}"), value))
    };
    assert_eq!(info("memo", json!("ok")), [""; 0]);
    assert_eq!(
        info("tensorFlowCpuServerList", Value::Null),
        ["dataBoxInfo.tensorFlowCpuServerList", "dataBoxInfo.tensorFlowGpuServerList"]
    );
    assert_eq!(info("tensorFlowGpuServerList", json!([])), [""; 0]);
    assert_eq!(info("sslVpnCount", json!(4)), ["dataBoxInfo.sslVpnCount"]);
    assert_eq!(
        info("connectServerList", json!([])),
        ["dataBoxInfo.connectServerList", "dataBoxInfo.sslVpnCount"]
    );
    let wrong = changed(new_box_body(), "/dataBoxInfo", json!([]));
    assert_eq!(body("create-data-box", &wrong), ["dataBoxInfo"]);
}

#[test]
fn the_answer_names_every_field_at_fault() {
    let answer = Client::new().get("get-data-box-list", "pageNo=0&x=1").refused(400, "10001");
    let details =
        "x: is not a parameter of this operation; dataBoxFrameNo: is required; pageNo: must be 1 to 100";
    assert_eq!(answer.details(), details);
    assert_eq!(answer.body["error"]["message"], "Request parameter error.");
}
