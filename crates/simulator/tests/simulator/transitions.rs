//! What is not possible now, and what names nothing.

use serde_json::{Value, json};

use crate::support::{BOX, Client, FRAME, export_body, import_body, new_box_body};

const STATE: &str = "130001";
const REVIEW: &str = "130002";
const CANCELLATION: &str = "130003";
const QUOTA: &str = "130004";
const SHRINK: &str = "130005";
const BUCKET: &str = "130006";
const SPEC: &str = "130007";

fn decision(id: u64) -> Value {
    json!({ "dataBoxFrameNo": FRAME, "dataBoxNo": BOX, "exportApplyId": id })
}

fn rejection(id: u64) -> Value {
    let mut body = decision(id);
    body["rejectReason"] = json!("no");
    body
}

fn cancellation(id: u64) -> Value {
    json!({ "dataBoxNo": BOX, "exportApplyId": id })
}

#[test]
fn a_decision_is_made_once() {
    let c = &mut Client::new();
    let id = c.waiting_export(FRAME, BOX);
    c.post("export-file-approve", &decision(id)).ok();
    for _ in ["copying", "copied"] {
        let answer = c.post("export-file-approve", &decision(id)).refused(400, REVIEW);
        assert!(answer.details().contains(&id.to_string()));
        c.post("export-file-reject", &rejection(id)).refused(400, REVIEW);
        c.post("return-file-export-apply", &cancellation(id)).refused(400, CANCELLATION);
        c.advance(3_000);
    }
    assert_eq!(c.export_status(id), "COPY_CMPL");

    let id = c.waiting_export(FRAME, BOX);
    c.post("export-file-reject", &rejection(id)).ok();
    c.post("export-file-approve", &decision(id)).refused(400, REVIEW);
    c.post("return-file-export-apply", &cancellation(id)).refused(400, CANCELLATION);

    let id = c.waiting_export(FRAME, BOX);
    c.post("return-file-export-apply", &cancellation(id)).ok();
    c.post("return-file-export-apply", &cancellation(id)).refused(400, CANCELLATION);
    c.post("export-file-approve", &decision(id)).refused(400, REVIEW);
}

#[test]
fn what_is_not_yet_transferred_cannot_be_decided_but_cancelled() {
    let c = &mut Client::new();
    let body = export_body(c);
    let answer = c.post("apply-file-export", &body).ok();
    let id = answer.content()[0]["exportApplyId"].as_u64().unwrap();
    c.post("export-file-approve", &decision(id)).refused(400, REVIEW);
    c.post("return-file-export-apply", &cancellation(id)).ok();
    c.advance(10_000);
    assert_eq!(c.export_status(id), "CANCEL");
}

/// Every write on a box.
fn box_writes(c: &mut Client) -> Vec<(&'static str, Value)> {
    let (export, import) = (export_body(c), import_body(c, "a.csv"));
    let nas = c.instance_no("NAS");
    vec![
        ("apply-file-export", export),
        ("apply-file-import", import),
        ("set-block-external-network", json!({ "dataBoxFrameNo": FRAME, "dataBoxNo": BOX, "isBlock": true })),
        (
            "change-data-box-nas-volume-size",
            json!({
                "dataBoxFrameNo": FRAME, "dataBoxNo": BOX, "nasVolumeInstanceNo": nas, "volumeSize": 1_500,
            }),
        ),
        (
            "modify-data-box",
            json!({ "dataBoxFrameNo": "83", "dataBoxInfo": { "dataBoxNo": "381", "memo": "x" } }),
        ),
        ("return-data-box", json!({ "dataBoxFrameNo": FRAME, "dataBoxNo": BOX })),
    ]
}

#[test]
fn nothing_is_done_with_a_box_that_is_changing_leaving_or_gone() {
    let c = &mut Client::new();
    let writes = box_writes(c);
    let refuse_all = |c: &mut Client| {
        for (operation, body) in &writes {
            c.post(operation, body).refused(400, STATE);
        }
    };
    c.post("set-block-external-network", &writes[2].1).ok();
    refuse_all(c);
    c.advance(3_000);
    let id = c.waiting_export(FRAME, BOX);
    c.post("return-data-box", &writes[5].1).ok();
    refuse_all(c);
    c.post("export-file-approve", &decision(id)).refused(400, STATE);
    c.advance(4_000);
    for (operation, body) in writes.iter().skip(2) {
        c.post(operation, body).refused(400, STATE);
    }
}

#[test]
fn nothing_is_done_with_a_frame_that_is_changing_leaving_or_gone() {
    let c = &mut Client::new();
    let refuse_all = |c: &mut Client, no: u64| {
        let mut new_box = new_box_body();
        new_box["dataBoxFrameNo"] = json!(no);
        c.post("create-data-box", &new_box).refused(400, STATE);
        c.post("return-data-box-frame", &json!({ "dataBoxFrameNo": no })).refused(400, STATE);
        c.post("modify-data-box-frame-admin-infra", &json!({ "dataBoxFrameNo": no, "memo": "x" }))
            .refused(400, STATE);
        c.post(
            "change-data-box-frame-nas-volume-size",
            &json!({
                "dataBoxFrameNo": no, "nasVolumeInstanceNo": 1, "volumeSize": 500,
            }),
        )
        .refused(400, STATE);
    };
    // Seeded in the middle of a change.
    refuse_all(c, 1187);
    c.post("return-data-box-frame", &json!({ "dataBoxFrameNo": FRAME })).ok();
    refuse_all(c, FRAME);
    c.advance(4_000);
    refuse_all(c, FRAME);
    c.post("return-data-box", &json!({ "dataBoxFrameNo": FRAME, "dataBoxNo": BOX })).refused(400, STATE);
}

#[test]
fn a_returned_frame_overtakes_the_work_in_its_boxes() {
    let c = &mut Client::new();
    c.post("create-data-box", &new_box_body()).ok();
    let boxes = c.get("get-data-box-list", "dataBoxFrameNo=83").ok();
    let no: u64 = boxes.content().last().unwrap()["dataBoxNo"].as_str().unwrap().parse().unwrap();
    c.post("return-data-box-frame", &json!({ "dataBoxFrameNo": FRAME })).ok();
    c.advance(3_900);
    assert_eq!(c.box_status(FRAME, no), "RTN");
    c.advance(100);
    assert_eq!(c.box_status(FRAME, no), "TERMT");
    c.advance(60_000);
    assert_eq!(c.box_status(FRAME, no), "TERMT");
}

#[test]
fn volumes_keep_within_the_quota_and_hold_what_is_on_them() {
    let c = &mut Client::new();
    let nas = c.instance_no("NAS");
    let resize = |no: u64, size: u64| json!({ "dataBoxFrameNo": FRAME, "dataBoxNo": BOX, "nasVolumeInstanceNo": no, "volumeSize": size });
    c.post("change-data-box-nas-volume-size", &resize(nas, 800)).refused(400, SHRINK);
    c.post("change-data-box-nas-volume-size", &resize(nas, 9_500)).refused(400, QUOTA);
    c.post("change-data-box-nas-volume-size", &resize(1, 900)).refused(404, "10009");
    for count in [19, u64::MAX] {
        let create = json!({
            "dataBoxFrameNo": "83",
            "dataBoxInfo": { "dataBoxNo": "381", "nasList": [{ "actionType": "CREATE", "count": count, "nasSize": 500 }] },
        });
        c.post("modify-data-box", &create).refused(400, QUOTA);
    }
    // Nothing of what was refused has happened.
    assert_eq!(c.box_status(FRAME, BOX), "USE");
    assert_eq!(c.infrastructure("NAS").len(), 2);
}

#[test]
fn a_request_is_carried_out_wholly_or_not_at_all() {
    let c = &mut Client::new();
    let server = c.instance_no("CON");
    let change = |list: Value| {
        json!({
            "dataBoxFrameNo": "83", "dataBoxInfo": { "dataBoxNo": "381", "memo": "new", "connectServerList": list },
        })
    };
    let update =
        |no: u64, spec: u64| json!({ "actionType": "UPDATE", "serverInstanceNo": no, "prodSpecId": spec });
    c.post("modify-data-box", &change(json!([update(server, 4003), update(1, 4003)]))).refused(404, "10009");
    c.post("modify-data-box", &change(json!([update(server, 6001)]))).refused(400, SPEC);
    c.post("modify-data-box", &change(json!([update(server, 4003), update(server, 4002)])))
        .refused(400, STATE);
    let both = c.post("modify-data-box", &change(json!([{ "actionType": "DELETE" }]))).refused(400, "10001");
    assert!(both.details().contains("serverInstanceNo"));
    let mut storage = update(server, 4003);
    storage["blockStorageInstanceNo"] = json!(1);
    c.post("modify-data-box", &change(json!([storage]))).refused(404, "10009");
    assert!(c.infrastructure("CON").iter().all(|row| row["statusCode"] == "USE"));
    assert_eq!(c.box_status(FRAME, BOX), "USE");
}

#[test]
fn unknown_numbers_are_not_found() {
    let c = &mut Client::new();
    c.get("get-data-box-frame-detail", "dataBoxFrameNo=9").refused(404, "10009");
    // A box of another frame is as unknown as none.
    c.get("get-data-box-summary-info", "dataBoxFrameNo=83&dataBoxNo=194").refused(404, "10009");
    c.get("get-export-apply-list", "dataBoxFrameNo=83&dataBoxNo=194").refused(404, "10009");
    c.get("get-linux-info", "dataBoxFrameNo=83&dataBoxNo=381&instanceNo=1").refused(404, "10009");
    c.post("export-file-approve", &decision(1)).refused(404, "10009");
    c.post("return-file-export-apply", &json!({ "dataBoxNo": 1, "exportApplyId": 1 })).refused(404, "10009");
    let (export, import) = (export_body(c), import_body(c, "a.csv"));
    for (field, value) in
        [("sslVpnNo", json!(1)), ("sourceNasInstanceNo", json!(1)), ("targetBucketName", json!("x"))]
    {
        let mut body = export.clone();
        body[field] = value;
        c.post("apply-file-export", &body).refused(404, "10009");
    }
    for (field, value) in [("targetNasInstanceNo", json!(1)), ("sourceBucketName", json!("x"))] {
        let mut body = import.clone();
        body[field] = value;
        c.post("apply-file-import", &body).refused(404, "10009");
    }
    // An export of one box is not found in another.
    let id = c.waiting_export(FRAME, 382);
    c.post("export-file-approve", &decision(id)).refused(404, "10009");
}

#[test]
fn disabled_buckets_and_closed_boxes_are_refused() {
    let c = &mut Client::new();
    let mut body = import_body(c, "a.csv");
    body["sourceBucketName"] = json!("legacy-archive-2023");
    c.post("apply-file-import", &body).refused(400, BUCKET);
    let rows = c.get("get-data-box-list", "dataBoxFrameNo=1187").ok();
    let closed: Vec<&Value> = rows.content().iter().filter(|row| row["disabled"] == true).collect();
    assert_eq!(closed.len(), 1);
    c.get("get-data-box-summary-info", "dataBoxFrameNo=1187&dataBoxNo=406").refused(403, "10002");
    c.post("return-data-box", &json!({ "dataBoxFrameNo": 1187, "dataBoxNo": 406 })).refused(403, "10002");
}
