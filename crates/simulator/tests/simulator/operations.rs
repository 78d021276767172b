//! Every operation's happy path, and the documented shape of what it answers.

use serde_json::{Value, json};

use crate::support::{BOX, Client, FRAME, PASSWORD, export_body, import_body, new_box_body};

/// Names and JSON types; of a list, those of its first item.
fn shape(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let fields: Vec<String> =
                object.iter().map(|(name, value)| format!("{name}:{}", shape(value))).collect();
            format!("{{{}}}", fields.join(" "))
        }
        Value::Array(items) => format!("[{}]", items.first().map(shape).unwrap_or_default()),
        Value::String(_) => "s".into(),
        Value::Number(_) => "n".into(),
        Value::Bool(_) => "b".into(),
        Value::Null => "null".into(),
    }
}

#[track_caller]
fn reads(client: &mut Client, operation: &str, query: &str, expected: &str) -> Value {
    let body = client.get(operation, query).ok().body;
    assert_eq!(shape(&body), expected, "{operation}");
    body
}

const THE_BOX: &str = "dataBoxFrameNo=83&dataBoxNo=381";

#[test]
fn frames_are_read_as_documented() {
    let c = &mut Client::new();
    let row = "dataBoxFrameNo:s dataBoxFrameName:s dataBoxCount:s createDate:s statusCode:s statusName:s";
    reads(c, "get-data-box-frame-list", "", &format!("{{totalCount:n content:[{{{row}}}]}}"));
    reads(
        c,
        "get-data-box-frame-detail",
        "dataBoxFrameNo=83",
        &format!("{{{row} memo:s exportBucketName:s usePseudonymInfo:s}}"),
    );
    reads(
        c,
        "get-data-box-frame-infra-list",
        "dataBoxFrameNo=83",
        "{totalCount:n content:[{infraType:s instanceName:s privateIp:s publicIp:s osName:s specName:s \
         prodSpecId:n userName:s connectInfo:s useData:s createDate:s statusCode:s statusName:s instanceNo:s \
         instanceStatusCode:s}] usePseudonymInfo:s}",
    );
}

#[test]
fn boxes_are_read_as_documented() {
    let c = &mut Client::new();
    reads(
        c,
        "get-data-box-list",
        "dataBoxFrameNo=83",
        "{totalCount:n content:[{dataBoxNo:s dataBoxName:s memo:s createDate:s statusCode:s statusName:s disabled:b}]}",
    );
    reads(
        c,
        "get-data-box-infra-list",
        THE_BOX,
        "{totalCount:n content:[{productCode:s productType:s prodSpecId:n instanceNo:s contractInstanceNo:s \
         instanceName:s blockStorageInstanceNo:s blockStorageSize:s privateIp:s specName:s connectInfo1:s \
         connectInfo2:s statusCode:s statusName:s instanceStatusCode:s}]}",
    );
    reads(
        c,
        "get-data-box-summary-info",
        THE_BOX,
        "{dataBoxName:s sslVpnCount:n connectSslVpnUrl:s webBlockStatus:b mountCount:n nasCount:n nasTotalSize:n \
         nasTotalUseSize:s createDate:s statusCode:s exportApplyCount:n memo:s}",
    );
    let connections = "connectionList:[{applicationName:s connectionUrl:s}]";
    let storages = "storageList:[{name:s storagePath:s}]";
    let instance = |c: &mut Client, product: &str| format!("{THE_BOX}&instanceNo={}", c.instance_no(product));
    let hadoop = instance(c, "HD_E");
    let specs = "specList:[{name:s spec:s nodeCount:n}]";
    reads(c, "get-hadoop-cluster-info", &hadoop, &format!("{{{specs} {connections} {storages}}}"));
    let linux = instance(c, "SVR_LNX_UBUNTU");
    reads(c, "get-linux-info", &linux, &format!("{{{storages}}}"));
    for product in ["TF_CPU", "TF_GPU"] {
        let server = instance(c, product);
        reads(c, "get-tensor-flow-info", &server, &format!("{{{connections} {storages}}}"));
    }
    // An instance of another kind is not found.
    c.get("get-linux-info", &hadoop).refused(404, "10009");
}

#[test]
fn imports_exports_and_reviews_are_read_as_documented() {
    let c = &mut Client::new();
    reads(c, "get-target-nas-list", THE_BOX, "{totalCount:n content:[{nasInstanceNo:n nasName:s}]}");
    reads(c, "get-source-nas-list", THE_BOX, "{totalCount:n content:[{nasInstanceNo:n nasName:s}]}");
    reads(
        c,
        "get-ssl-vpn-account-list",
        THE_BOX,
        "{content:[{sslVpnNo:s vpnId:s email:s countryCode:s phoneNumber:s}]}",
    );
    reads(c, "get-bucket-list", "", "{totalCount:n content:[{disabled:b bucketName:s}]}");

    let list = reads(
        c,
        "get-import-apply-list",
        &format!("{THE_BOX}&status=SCSS"),
        "{totalCount:n content:[{importApplyId:s dataBoxName:s dataBoxNo:s targetNasName:s sourceBucketName:s \
         sourceFileName:s applyDate:s completeDate:s status:s memo:s}]}",
    );
    let id = list["content"][0]["importApplyId"].as_str().unwrap().to_owned();
    reads(
        c,
        "get-import-apply-detail",
        &format!("{THE_BOX}&importApplyId={id}"),
        "{totalCount:n content:[{importApplyId:s dataBoxName:s dataBoxNo:s targetNasName:s sourceBucketName:s \
         sourceFileName:s status:s memo:s}]}",
    );

    let row = "exportApplyId:s dataBoxName:s dataBoxNo:s vpnId:s sourceNasName:s sourceFileName:s \
               targetBucketName:s status:s applyDate:s resultDate:s memo:s";
    let reviewed = format!("{THE_BOX}&status=COPY_CMPL");
    let list = reads(c, "get-export-apply-list", &reviewed, &format!("{{totalCount:n content:[{{{row}}}]}}"));
    let id = list["content"][0]["exportApplyId"].as_str().unwrap().to_owned();
    let detail = format!("{THE_BOX}&exportApplyId={id}");
    reads(c, "get-export-apply-detail", &detail, &format!("{{totalCount:n content:[{{{row}}}]}}"));

    let row = "exportApplyId:s dataBoxName:s dataBoxNo:s sslVpnId:s sourceFileName:s applyDate:s approveDate:s status:s";
    let wrapped = |row: &str| format!("{{totalCount:n content:[{{{row}}}]}}");
    reads(c, "get-export-file-approve-list", &reviewed, &wrapped(&format!("{row} fileSize:s")));
    let long = format!("{row} description:s exportPurpose:s memo:s fileSize:s");
    reads(c, "get-export-file-approve-detail", &detail, &wrapped(&long));
}

#[test]
fn dates_of_a_review_are_missing_until_there_was_one() {
    let c = &mut Client::new();
    let id = c.waiting_export(FRAME, BOX);
    let detail = format!("{THE_BOX}&exportApplyId={id}");
    for (operation, date) in
        [("get-export-apply-detail", "resultDate"), ("get-export-file-approve-detail", "approveDate")]
    {
        assert!(c.get(operation, &detail).ok().content()[0].get(date).is_none());
    }
    c.post("export-file-reject", &json!({
        "dataBoxFrameNo": FRAME, "dataBoxNo": BOX, "exportApplyId": id, "rejectReason": "10명 미만 셀이 있습니다",
    }))
    .ok();
    let row = c.get("get-export-file-approve-detail", &detail).ok().content()[0].clone();
    assert_eq!((&row["status"], &row["approveDate"]), (&json!("REJECT"), &json!("2026-11-24 15:00:00")));
}

#[test]
fn files_are_imported() {
    let c = &mut Client::new();
    for (file, result) in [
        ("환자 코호트 (2026).csv", "SCSS"),
        ("viewer.exe", "ERR_SEC"),
        ("not-found.csv", "ERR_FILE"),
        ("system-error.csv", "ERR_SYS"),
    ] {
        let body = import_body(c, file);
        let answer = c.post("apply-file-import", &body).ok();
        let row = "importApplyId:s dataBoxNo:s dataBoxName:s nasInstanceName:s sourceBucketName:s \
                   sourceBucketFileName:s status:s";
        assert_eq!(shape(&answer.body), format!("{{totalCount:n content:[{{{row}}}]}}"));
        let detail =
            format!("{THE_BOX}&importApplyId={}", answer.content()[0]["importApplyId"].as_str().unwrap());
        for status in ["INIT", "ING", result] {
            let row = c.get("get-import-apply-detail", &detail).ok().content()[0].clone();
            assert_eq!((&row["status"], &row["sourceFileName"]), (&json!(status), &json!(file)));
            c.advance(2_900);
        }
    }
}

#[test]
fn files_are_exported_after_a_review() {
    let c = &mut Client::new();
    let body = export_body(c);
    let answer = c.post("apply-file-export", &body).ok();
    let row = "exportApplyId:n dataBoxNo:s dataBoxName:s nasInstanceName:s sourceNasFileName:s \
               targetBucketName:s status:s";
    assert_eq!(shape(&answer.body), format!("{{totalCount:n content:[{{{row}}}]}}"));
    assert_eq!(answer.body["totalCount"], 2);
    let id = answer.content()[0]["exportApplyId"].as_u64().unwrap();
    assert_eq!(c.export_status(id), "INIT");
    c.advance(3_000);
    assert_eq!(c.export_status(id), "REQ_CMPL");
    let decision = json!({ "dataBoxFrameNo": FRAME, "dataBoxNo": BOX, "exportApplyId": id });
    let answer = c.post("export-file-approve", &decision).ok();
    assert_eq!(answer.body, json!({ "returnMessage": "An export request has been approved." }));
    assert_eq!(c.export_status(id), "COPY_ING");
    c.advance(3_000);
    assert_eq!(c.export_status(id), "COPY_CMPL");
    let detail = c.get("get-export-file-approve-detail", &format!("{THE_BOX}&exportApplyId={id}")).ok();
    assert_eq!(detail.content()[0]["exportPurpose"], "논문 투고용 표");
    assert_eq!(detail.content()[0]["sourceFileName"], "table 1+2.csv");
}

#[test]
fn requests_are_rejected_and_cancelled() {
    let c = &mut Client::new();
    let id = c.waiting_export(FRAME, BOX);
    let answer = c.post("export-file-reject", &json!({
        "dataBoxFrameNo": FRAME, "dataBoxNo": BOX, "exportApplyId": id.to_string(), "rejectReason": "test",
    }));
    assert_eq!(answer.ok().body, json!({ "returnMessage": "An export request has been rejected." }));
    assert_eq!(c.export_status(id), "REJECT");

    let id = c.waiting_export(FRAME, BOX);
    let answer = c.post("return-file-export-apply", &json!({ "exportApplyId": id, "dataBoxNo": BOX }));
    assert_eq!(answer.ok().body, json!({ "returnMessage": "An export cancellation has been requested." }));
    assert_eq!(c.export_status(id), "CANCEL");
}

#[test]
fn a_box_is_created_step_by_step() {
    let c = &mut Client::new();
    c.post("create-data-box", &new_box_body()).ok();
    let boxes = c.get("get-data-box-list", "dataBoxFrameNo=83").ok();
    let row = boxes.content().last().unwrap();
    assert_eq!((&row["dataBoxName"], &row["memo"]), (&json!("BOX#6"), &json!("새 박스")));
    let no: u64 = row["dataBoxNo"].as_str().unwrap().parse().unwrap();
    for status in ["READY", "INIT", "USE"] {
        assert_eq!(c.box_status(FRAME, no), status);
        let query = format!("dataBoxFrameNo=83&dataBoxNo={no}");
        let infrastructure = c.get("get-data-box-infra-list", &query).ok();
        assert_eq!(infrastructure.content().len(), 4);
        assert!(infrastructure.content().iter().all(|row| row["statusCode"] == status));
        c.advance(4_000);
    }
    let query = format!("dataBoxFrameNo=83&dataBoxNo={no}");
    let summary = c.get("get-data-box-summary-info", &query).ok().body;
    assert_eq!((&summary["sslVpnCount"], &summary["nasTotalSize"]), (&json!(3), &json!(1_000)));
    assert_eq!(summary["webBlockStatus"], true);
}

#[test]
fn a_box_is_changed() {
    let c = &mut Client::new();
    let server = c.instance_no("CON");
    let (cluster, volume) = (c.instance_no("HD_E"), c.instance_no("NAS"));
    let linux = c.instance_no("SVR_LNX_CENT");
    c.post("modify-data-box", &json!({
        "dataBoxFrameNo": "83",
        "dataBoxInfo": {
            "dataBoxNo": "381",
            "memo": "바뀐 메모",
            "connectServerList": [
                { "actionType": "UPDATE", "serverInstanceNo": server, "prodSpecId": 4003, "storageSize": 700 },
            ],
            "hadoopList": [{
                "actionType": "UPDATE", "hadoopInstanceNo": cluster, "EdgeNodeProdSpecId": 5001,
                "masterNodeProdSpecId": 5101, "workerNodeProdSpecId": 5202,
            }],
            "linuxServerList": [
                { "actionType": "DELETE", "serverInstanceNo": linux },
                { "actionType": "CREATE", "prodSpecId": 7001, "storageSize": 100, "userPassword": PASSWORD },
            ],
            "tensorFlowGpuServerList": [{ "actionType": "DELETE" }],
            "nasList": [
                { "actionType": "DELETE", "nasInstanceNo": volume },
                { "actionType": "CREATE", "count": 2, "nasSize": 800 },
            ],
        },
    }))
    .ok();
    assert_eq!(c.box_status(FRAME, BOX), "ING");
    let statuses = |c: &mut Client, product: &str| -> Vec<String> {
        c.infrastructure(product).iter().map(|row| row["statusCode"].as_str().unwrap().into()).collect()
    };
    assert_eq!(statuses(c, "CON"), ["ING", "USE"]);
    assert_eq!(statuses(c, "HD_W"), ["ING"]);
    assert_eq!(statuses(c, "SVR_LNX_CENT"), ["RTN"]);
    assert_eq!(statuses(c, "SVR_LNX_UBUNTU"), ["USE", "READY"]);
    assert_eq!(statuses(c, "TF_GPU"), ["RTN"]);
    assert_eq!(statuses(c, "NAS"), ["RTN", "USE", "READY", "READY"]);
    c.advance(3_000);
    assert_eq!(c.box_status(FRAME, BOX), "USE");
    let changed = &c.infrastructure("CON")[0];
    assert_eq!((&changed["prodSpecId"], &changed["blockStorageSize"]), (&json!(4003), &json!("700")));
    assert_eq!(c.infrastructure("HD_W")[0]["prodSpecId"], 5202);
    assert_eq!(statuses(c, "SVR_LNX_CENT"), [""; 0]);
    assert_eq!(statuses(c, "TF_GPU"), [""; 0]);
    assert_eq!(statuses(c, "NAS"), ["USE", "USE", "USE"]);
    assert_eq!(c.get("get-data-box-summary-info", THE_BOX).ok().body["memo"], "바뀐 메모");
}

#[test]
fn a_hadoop_cluster_is_created_and_returned() {
    let c = &mut Client::new();
    let change = |list: Value| json!({ "dataBoxFrameNo": "83", "dataBoxInfo": { "dataBoxNo": "382", "hadoopList": list } });
    c.post("modify-data-box", &change(json!([{
        "actionType": "CREATE", "edgeNodeProdSpecId": 5001, "masterNodeProdSpecId": 5101, "workerNodeProdSpecId": 5201,
        "workerNodeCount": 5, "userPassword": PASSWORD,
    }])))
    .ok();
    c.advance(3_000);
    let rows = c.get("get-data-box-infra-list", "dataBoxFrameNo=83&dataBoxNo=382").ok();
    let nodes: Vec<&Value> =
        rows.content().iter().filter(|row| row["productCode"].as_str().unwrap().starts_with("HD_")).collect();
    assert_eq!(nodes.len(), 3);
    assert!(nodes.iter().all(|node| node["instanceNo"] == nodes[0]["instanceNo"]));
    let query =
        format!("dataBoxFrameNo=83&dataBoxNo=382&instanceNo={}", nodes[0]["instanceNo"].as_str().unwrap());
    let info = c.get("get-hadoop-cluster-info", &query).ok().body;
    assert_eq!(
        info["specList"][2],
        json!({
            "name": "Worker Node", "spec": "Hadoop Worker Node (S8 L1 : 8vCPU 32GB Mem)", "nodeCount": 5,
        })
    );
    c.post("modify-data-box", &change(json!([{ "actionType": "DELETE" }]))).ok();
    c.advance(3_000);
    c.get("get-hadoop-cluster-info", &query).refused(404, "10009");
}

#[test]
fn networks_are_opened_and_volumes_resized() {
    let c = &mut Client::new();
    let open = json!({ "dataBoxFrameNo": FRAME, "dataBoxNo": BOX, "isBlock": false });
    let answer = c.post("set-block-external-network", &open).ok();
    assert_eq!(answer.body, json!({ "returnMessage": "External network setting requested." }));
    let blocked =
        |c: &mut Client| c.get("get-data-box-summary-info", THE_BOX).ok().body["webBlockStatus"].clone();
    assert_eq!(blocked(c), true);
    c.advance(3_000);
    assert_eq!(blocked(c), false);
    // A state that it has already: DIFFERENCES.md.
    c.post("set-block-external-network", &open).ok();
    c.advance(3_000);
    assert_eq!(blocked(c), false);

    let no = c.instance_no("NAS").to_string();
    let resize =
        json!({ "dataBoxFrameNo": "83", "dataBoxNo": "381", "nasVolumeInstanceNo": no, "volumeSize": 1_500 });
    let answer = c.post("change-data-box-nas-volume-size", &resize).ok();
    assert_eq!(answer.body, json!({ "returnMessage": "A Data Box NAS volume size change requested." }));
    assert_eq!(c.box_status(FRAME, BOX), "ING");
    c.advance(3_000);
    assert_eq!(c.infrastructure("NAS")[0]["specName"], "1500");
}

#[test]
fn a_frame_is_changed() {
    let c = &mut Client::new();
    let rows = c.get("get-data-box-frame-infra-list", "dataBoxFrameNo=83").ok();
    let number = |index: usize| rows.content()[index]["instanceNo"].as_str().unwrap().to_owned();
    let (server, volume) = (number(0), number(2));
    c.post(
        "modify-data-box-frame-admin-infra",
        &json!({
            "dataBoxFrameNo": "83",
            "memo": "메모",
            "adminServerList": [
                { "actionType": "UPDATE", "adminServerInstanceNo": server, "prodSpecId": 2003 },
                { "actionType": "CREATE", "prodSpecId": 1004, "userPassword": PASSWORD },
            ],
            "nasList": [
                { "actionType": "DELETE", "nasInstanceNo": number(3) },
                { "actionType": "CREATE", "count": 1, "nasSize": 500 },
            ],
        }),
    )
    .ok();
    let frame = c.get("get-data-box-frame-detail", "dataBoxFrameNo=83").ok().body;
    assert_eq!((&frame["statusCode"], &frame["memo"]), (&json!("SET_ING"), &json!("메모")));
    c.advance(3_000);
    let rows = c.get("get-data-box-frame-infra-list", "dataBoxFrameNo=83").ok();
    let specs: Vec<&str> = rows.content().iter().map(|row| row["specName"].as_str().unwrap()).collect();
    assert_eq!(
        specs,
        [
            "CPU Linux Server (S8 L1 : 8vCPU 32GB Mem)",
            "CPU Linux Server (S4 L1 : 4vCPU 16GB Mem)",
            "CPU Linux Server (S16 L1 : 16vCPU 64GB Mem)",
            "2000",
            "500"
        ]
    );
    assert!(rows.content().iter().all(|row| row["statusCode"] == "SET_USE"));

    let resize = json!({ "dataBoxFrameNo": FRAME, "nasVolumeInstanceNo": volume, "volumeSize": 2_500 });
    let answer = c.post("change-data-box-frame-nas-volume-size", &resize).ok();
    let message = "A Data box frame nas volume size change requested.";
    assert_eq!(answer.body, json!({ "returnMessage": message }));
    c.advance(3_000);
    let rows = c.get("get-data-box-frame-infra-list", "dataBoxFrameNo=83").ok();
    assert_eq!(rows.content()[3]["specName"], "2500");
}

#[test]
fn boxes_and_frames_are_returned() {
    let c = &mut Client::new();
    let answer = c.post("return-data-box", &json!({ "dataBoxFrameNo": FRAME, "dataBoxNo": BOX })).ok();
    assert_eq!(answer.body, json!({ "returnMessage": "A Data Box return has been requested." }));
    assert_eq!(c.box_status(FRAME, BOX), "RTN");
    c.advance(4_000);
    assert_eq!(c.box_status(FRAME, BOX), "TERMT");
    let accounts = c.get("get-ssl-vpn-account-list", THE_BOX).ok();
    assert!(accounts.content().is_empty());
    // With the box went what was waiting in it.
    let waiting = c.get("get-export-apply-list", &format!("{THE_BOX}&status=REQ_CMPL")).ok();
    assert_eq!(waiting.body["totalCount"], 0);

    let answer = c.post("return-data-box-frame", &json!({ "dataBoxFrameNo": FRAME })).ok();
    assert_eq!(answer.body, json!({ "returnMessage": "A Data Box Frame return has been requested." }));
    assert_eq!(c.box_status(FRAME, 382), "RTN");
    c.advance(4_000);
    let frame = c.get("get-data-box-frame-detail", "dataBoxFrameNo=83").ok().body;
    assert_eq!((&frame["statusCode"], &frame["dataBoxCount"]), (&json!("SET_TERMT"), &json!("0")));
    assert_eq!(c.box_status(FRAME, 382), "TERMT");
}
