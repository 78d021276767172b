//! The example answers of the API guide, and the ways in which real ones may differ from them.
//!
//! The guide masks numbers with asterisks and texts with "-"; masked numbers that it shows
//! unquoted are numbers here.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may panic and is its own documentation"
)]

use databoxframe::bucket::GetBucketList;
use databoxframe::code::{BoxStatus, ExportStatus, FrameStatus, ImportStatus};
use databoxframe::data_box::*;
use databoxframe::error::{ErrorKind, Expected, Found, Mismatch};
use databoxframe::export::*;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::import::*;
use databoxframe::product::Product;
use databoxframe::{Amount, Error, Flag, Id, Operation, Reply, decode};
use serde_json::{Value, json};

fn reply(body: &str) -> Reply<'_> {
    Reply { status: 200, content_type: Some("application/json;charset=UTF-8"), body: body.as_bytes() }
}

fn read<O: Operation>(body: impl ToString) -> O::Response {
    let body = body.to_string();
    decode::<O>(&reply(&body)).unwrap_or_else(|error| panic!("{error}: {body}"))
}

/// Why a success was not taken for one.
fn mismatch<O: Operation>(body: impl ToString) -> Mismatch {
    let body = body.to_string();
    match decode::<O>(&reply(&body)) {
        Ok(_) => panic!("accepted {body}"),
        Err(Error { kind: ErrorKind::Unexpected(mismatch), .. }) => mismatch,
        Err(error) => panic!("{error}: {body}"),
    }
}

fn text(text: &str) -> Option<Box<str>> {
    Some(text.into())
}

fn id(text: &str) -> Option<Id> {
    Some(Id::new(text))
}

fn amount(text: &str) -> Option<Amount> {
    Some(Amount::new(text))
}

/// A date field, read and written again.
fn date(stamp: &Option<databoxframe::date::Stamp>) -> String {
    stamp.as_ref().unwrap().date().unwrap().to_string()
}

// The documented examples, in the order of the guide.

#[test]
fn get_data_box_frame_list() {
    let list = read::<GetDataBoxFrameList>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "dataBoxFrameNo": "1046",
           "dataBoxFrameName": "frame-dev-20230315",
           "dataBoxCount": "1",
           "createDate": "2023-03-15 10:53:10",
           "statusCode": "SET_USE",
           "statusName": "Using"
          }
         ]
        }"#,
    );
    assert_eq!(list.total(), 1);
    let [frame] = list.content.as_slice() else { panic!("{list:?}") };
    assert_eq!(frame.frame_no, Id::new("1046"));
    assert_eq!(frame.name, text("frame-dev-20230315"));
    assert_eq!(frame.box_count.as_ref().unwrap().value(), Some(1.0));
    assert_eq!(date(&frame.created), "2023-03-15 10:53:10");
    assert_eq!(frame.status, Some(FrameStatus::Use));
    assert_eq!(frame.status_name, text("Using"));
    assert!(frame.extra.is_empty() && list.extra.is_empty());
}

const FRAME_DETAIL: &str = r#"{
 "dataBoxFrameNo": "1046",
 "dataBoxFrameName": "frame-sample",
 "dataBoxCount": "1",
 "createDate": "2023-03-15 10:53:10",
 "statusCode": "SET_USE",
 "statusName": "Using",
 "memo": "memo sample",
 "exportBucketName": "011",
 "usePseudonymInfo": "Y"
}"#;

#[test]
fn get_data_box_frame_detail() {
    let frame = read::<GetDataBoxFrameDetail>(FRAME_DETAIL);
    assert_eq!(frame.frame_no, id("1046"));
    assert_eq!(frame.name, text("frame-sample"));
    assert_eq!(frame.box_count, amount("1"));
    assert_eq!(date(&frame.created), "2023-03-15 10:53:10");
    assert_eq!(frame.status, Some(FrameStatus::Use));
    assert_eq!(frame.status_name, text("Using"));
    assert_eq!(frame.memo, text("memo sample"));
    assert_eq!(frame.export_bucket, text("011"), "a name, not a number");
    assert_eq!(frame.uses_pseudonym_info, Some(Flag::Yes));
    assert!(frame.extra.is_empty());
}

#[test]
fn get_data_box_frame_infra_list() {
    let answer = read::<GetDataBoxFrameInfraList>(
        r#"{
         "totalCount": 2,
         "content": [
          {
           "infraType": "Server",
           "instanceName": "admin-1046-1",
           "privateIp": "-.-.-.-",
           "publicIp": "-.-.-.-",
           "osName": "Ubuntu",
           "specName": "CPU Linux Server (S2 L1 : 2vCPU 8GB Mem)",
           "prodSpecId": 2001,
           "userName": "root",
           "useData": "",
           "createDate": "2023-03-15 10:53:09",
           "statusCode": "SET_USE",
           "statusName": "Using",
           "instanceNo": "-",
           "instanceStatusCode": "RUN"
          },
          {
           "infraType": "NAS",
           "instanceName": "pub1046n1",
           "privateIp": "",
           "osName": "",
           "specName": "500",
           "userName": "/mnt/nasr/pub1046n1",
           "useData": "0",
           "createDate": "2023-03-15 10:53:09",
           "...": "rest of the example not visible"
          }
         ]
        }"#,
    );
    assert_eq!(answer.uses_pseudonym_info, None, "in the table, not in the example");
    assert_eq!(answer.list.total(), 2);
    let [server, nas] = answer.list.content.as_slice() else { panic!("{answer:?}") };
    assert!(!server.is_nas());
    assert_eq!(server.infra_type, text("Server"));
    assert_eq!(server.name, text("admin-1046-1"));
    assert_eq!(server.private_ip, text("-.-.-.-"));
    assert_eq!(server.public_ip, text("-.-.-.-"));
    assert_eq!(server.os_name, text("Ubuntu"));
    assert_eq!(server.spec_name, text("CPU Linux Server (S2 L1 : 2vCPU 8GB Mem)"));
    assert_eq!(server.prod_spec_id, id("2001"));
    assert_eq!(server.user_name, text("root"));
    assert_eq!(server.connect_info, None);
    assert_eq!(server.used_gb.as_ref().unwrap().value(), None, "an empty text is no amount");
    assert_eq!(date(&server.created), "2023-03-15 10:53:09");
    assert_eq!(server.status, Some(FrameStatus::Use));
    assert_eq!(server.status_name, text("Using"));
    assert_eq!(server.instance_no, id("-"));
    assert_eq!(server.instance_no.as_ref().unwrap().number(), None, "a mask is never sent");
    assert_eq!(server.instance_status, text("RUN"));
    assert!(nas.is_nas());
    assert_eq!(nas.spec_name, text("500"));
    assert_eq!(nas.user_name, text("/mnt/nasr/pub1046n1"));
    assert_eq!(nas.used_gb, amount("0"));
    assert_eq!((nas.prod_spec_id.as_ref(), nas.status.as_ref()), (None, None));
    assert_eq!(nas.extra["..."], "rest of the example not visible");

    let answer = read::<GetDataBoxFrameInfraList>(r#"{"totalCount":0,"usePseudonymInfo":"N","content":[]}"#);
    assert_eq!(answer.uses_pseudonym_info, Some(Flag::No));
    assert!(answer.list.content.is_empty() && answer.list.extra.is_empty());
}

#[test]
fn get_data_box_list() {
    let list = read::<GetDataBoxList>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "dataBoxNo": "194",
           "dataBoxName": "BOX#3",
           "memo": "",
           "createDate": "2023-04-04 16:24:37",
           "statusCode": "USE",
           "statusName": "Using"
          }
         ]
        }"#,
    );
    let [data_box] = list.content.as_slice() else { panic!("{list:?}") };
    assert_eq!(data_box.box_no, Id::new("194"));
    assert_eq!(data_box.name, text("BOX#3"));
    assert_eq!(data_box.memo, text(""));
    assert_eq!(date(&data_box.created), "2023-04-04 16:24:37");
    assert_eq!(data_box.status, Some(BoxStatus::Use));
    assert_eq!(data_box.status_name, text("Using"));
    assert_eq!(data_box.disabled, None);
}

#[test]
fn get_data_box_infra_list() {
    let list = read::<GetDataBoxInfraList>(
        r#"{
         "totalCount": 5,
         "content": [
          {
           "productCode": "CON",
           "productType": "Connect Server",
           "prodSpecId": 4002,
           "instanceNo": "-",
           "instanceName": "conn-1046-194-1",
           "blockStorageInstanceNo": "-",
           "blockStorageSize": "500",
           "privateIp": "-.-.-.-",
           "specName": "Connect Windows Server (C2 W1 : 2vCPU 4GB Mem)",
           "connectInfo1": "ncp1",
           "connectInfo2": "ncp2",
           "statusCode": "USE",
           "statusName": "Using",
           "instanceStatusCode": "RUN"
          },
          {
           "productCode": "SVR_LNX_CENT",
           "productType": "Linux Server(CentOS)",
           "prodSpecId": 6001,
           "instanceNo": "-",
           "instanceName": "svrlnx-1046-194-2",
           "blockStorageInstanceNo": "-",
           "blockStorageSize": "500",
           "...": "cut"
          }
         ]
        }"#,
    );
    assert_eq!(list.total(), 5, "the example is cut");
    let [connect, linux] = list.content.as_slice() else { panic!("{list:?}") };
    assert_eq!(connect.product, Some(Product::Connect));
    assert_eq!(connect.product_type, text("Connect Server"));
    assert_eq!(connect.prod_spec_id, id("4002"));
    assert_eq!(connect.instance_no, id("-"));
    assert_eq!(connect.contract_instance_no, None);
    assert_eq!(connect.name, text("conn-1046-194-1"));
    assert_eq!(connect.block_storage_no, id("-"));
    assert_eq!(connect.block_storage_gb, amount("500"));
    assert_eq!(connect.private_ip, text("-.-.-.-"));
    assert_eq!(connect.spec_name, text("Connect Windows Server (C2 W1 : 2vCPU 4GB Mem)"));
    assert_eq!(connect.connect_info_1, text("ncp1"));
    assert_eq!(connect.connect_info_2, text("ncp2"));
    assert_eq!(connect.status, Some(BoxStatus::Use));
    assert_eq!(connect.status_name, text("Using"));
    assert_eq!(connect.instance_status, text("RUN"));
    assert_eq!(linux.product, Some(Product::LinuxCentos));
    assert_eq!(linux.prod_spec_id, id("6001"));
    assert_eq!(linux.status, None);
    assert_eq!(linux.extra["..."], "cut");
}

const BOX_SUMMARY: &str = r#"{
 "dataBoxName": "BOX#3",
 "sslVpnCount": 1,
 "connectSslVpnUrl": "https://sslvpn-kr-vpc-02.ncloud.com",
 "webBlockStatus": true,
 "mountCount": 0,
 "nasCount": 1,
 "nasTotalSize": 600,
 "nasTotalUseSize": "0",
 "createDate": "2023-04-04 16:24:37",
 "statusCode": "USE",
 "exportApplyCount": 1,
 "memo": ""
}"#;

#[test]
fn get_data_box_summary_info() {
    let summary = read::<GetDataBoxSummaryInfo>(BOX_SUMMARY);
    assert_eq!(summary.name, text("BOX#3"));
    assert_eq!(summary.ssl_vpn_count, amount("1"));
    assert_eq!(summary.ssl_vpn_url, text("https://sslvpn-kr-vpc-02.ncloud.com"));
    assert_eq!(summary.external_network_blocked, Some(Flag::Yes));
    assert_eq!(summary.mount_count, amount("0"));
    assert_eq!(summary.nas_count, amount("1"));
    assert_eq!(summary.nas_total_gb, amount("600"));
    assert_eq!(summary.nas_used_gb, amount("0"));
    assert_eq!(date(&summary.created), "2023-04-04 16:24:37");
    assert_eq!(summary.status, Some(BoxStatus::Use));
    assert_eq!(summary.export_apply_count, amount("1"));
    assert_eq!(summary.memo, text(""));
    assert!(summary.extra.is_empty());
}

/// Documented by a table only: no example is visible.
#[test]
fn get_hadoop_cluster_info_and_get_tensor_flow_info() {
    let body = json!({
        "specList": [{ "name": "Edge Node", "spec": "S2", "nodeCount": 1 }, { "name": "Worker", "nodeCount": "3" }],
        "connectionList": [{ "applicationName": "Hue", "connectionUrl": "https://10.0.0.1:8081" }],
        "storageList": [{ "name": "nasw1n1", "storagePath": "/mnt/nasw1n1" }],
    });
    let cluster = read::<GetHadoopClusterInfo>(&body);
    assert_eq!(cluster.nodes.len(), 2);
    assert_eq!(cluster.nodes[0].name, text("Edge Node"));
    assert_eq!(cluster.nodes[0].spec, text("S2"));
    assert_eq!(cluster.nodes[0].node_count, amount("1"));
    assert_eq!(cluster.nodes[1].node_count, amount("3"));
    assert_eq!(cluster.connections[0].application, text("Hue"));
    assert_eq!(cluster.connections[0].url, text("https://10.0.0.1:8081"));
    assert_eq!(cluster.mounts[0].path, text("/mnt/nasw1n1"));

    let server = read::<GetTensorFlowInfo>(&body);
    assert_eq!(server.connections, cluster.connections);
    assert_eq!(server.mounts, cluster.mounts);
    assert_eq!(server.extra["specList"], body["specList"]);
}

#[test]
fn get_linux_info() {
    let server = read::<GetLinuxInfo>(
        r#"{
         "storageList": [
          {
           "name": "NAS for export",
           "storagePath": "/mnt/nasw198n1"
          }
         ]
        }"#,
    );
    let [mount] = server.mounts.as_slice() else { panic!("{server:?}") };
    assert_eq!(mount.name, text("NAS for export"));
    assert_eq!(mount.path, text("/mnt/nasw198n1"));
}

#[test]
fn results_of_actions() {
    fn says<O: Operation<Response = databoxframe::Receipt>>(message: &str) {
        let receipt = read::<O>(json!({ "returnMessage": message }));
        assert_eq!(receipt.return_message, text(message));
        assert!(receipt.extra.is_empty());
    }
    says::<ReturnDataBoxFrame>("A Data Box Frame return has been requested.");
    says::<SetBlockExternalNetwork>("External network setting requested.");
    says::<ReturnDataBox>("A Data Box return has been requested.");
    says::<ReturnFileExportApply>("An export cancellation has been requested.");
    says::<ExportFileApprove>("An export request has been approved.");
    says::<ExportFileReject>("An export request has been rejected.");
    // Their texts are not visible.
    says::<ModifyDataBoxFrameAdminInfra>("변경이 요청되었습니다.");
    says::<ChangeDataBoxFrameNasVolumeSize>("");
    says::<CreateDataBox>("-");
    says::<ModifyDataBox>("-");
    says::<ChangeDataBoxNasVolumeSize>("-");
}

#[test]
fn get_target_nas_list_and_get_source_nas_list() {
    let list = read::<GetTargetNasList>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "nasInstanceNo": 123456789,
           "nasName": "nasw194n1"
          }
         ]
        }"#,
    );
    assert_eq!(list.content[0].nas_instance_no, Id::new("123456789"));
    assert_eq!(list.content[0].name, text("nasw194n1"));
    let list = read::<GetSourceNasList>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "nasInstanceNo": "12345678",
           "nasName": "nasw381n1"
          }
         ]
        }"#,
    );
    assert_eq!(list.content[0].nas_instance_no.number(), Some(12_345_678));
    assert_eq!(list.content[0].name, text("nasw381n1"));
}

/// Documented by a table only, which lists the fields of an item beside `totalCount`.
#[test]
fn apply_file_import() {
    let item = json!({
        "importApplyId": "878", "dataBoxNo": "381", "dataBoxName": "BOX#1", "nasInstanceName": "nasw381n1",
        "sourceBucketName": "testddfdas", "sourceBucketFileName": "sample.xlsx", "status": "INIT",
    });
    let mut flat = item.clone();
    flat["totalCount"] = 1.into();
    for body in [json!({ "totalCount": 1, "content": [item] }), flat] {
        let list = read::<ApplyFileImport>(&body);
        assert_eq!(list.total(), 1);
        let [applied] = list.content.as_slice() else { panic!("{list:?}") };
        assert_eq!(applied.import_apply_id, id("878"));
        assert_eq!(applied.box_no, id("381"));
        assert_eq!(applied.box_name, text("BOX#1"));
        assert_eq!(applied.nas_name, text("nasw381n1"));
        assert_eq!(applied.source_bucket, text("testddfdas"));
        assert_eq!(applied.source_file, text("sample.xlsx"));
        assert_eq!(applied.status, Some(ImportStatus::Init));
    }
}

#[test]
fn get_import_apply_list() {
    let list = read::<GetImportApplyList>(
        r#"{
         "totalCount": 3,
         "content": [
          {
           "importApplyId": "-",
           "dataBoxName": "BOX#1",
           "dataBoxNo": "194",
           "targetNasName": "nasw194n1",
           "sourceBucketName": "databoxuser",
           "sourceFileName": "-",
           "applyDate": "2023-05-03 16:36:34",
           "completeDate": "2023-05-03 16:36:38",
           "status": "SCSS",
           "memo": "test"
          }
         ]
        }"#,
    );
    assert_eq!(list.total(), 3);
    let request = &list.content[0];
    assert_eq!(request.import_apply_id, Id::new("-"));
    assert_eq!(request.box_name, text("BOX#1"));
    assert_eq!(request.box_no, id("194"));
    assert_eq!(request.target_nas, text("nasw194n1"));
    assert_eq!(request.source_bucket, text("databoxuser"));
    assert_eq!(request.source_file, text("-"));
    assert_eq!(date(&request.applied), "2023-05-03 16:36:34");
    assert_eq!(date(&request.completed), "2023-05-03 16:36:38");
    assert_eq!(request.status, Some(ImportStatus::Success));
    assert_eq!(request.memo, text("test"));
}

#[test]
fn get_import_apply_detail() {
    let list = read::<GetImportApplyDetail>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "importApplyId": "-",
           "dataBoxName": "BOX#3",
           "dataBoxNo": "194",
           "targetNasName": "nasw194n1",
           "sourceBucketName": "databoxuser",
           "sourceFileName": "-",
           "status": "SCSS",
           "memo": "test"
          }
         ]
        }"#,
    );
    let request = &list.content[0];
    assert_eq!(request.box_name, text("BOX#3"));
    assert_eq!((request.applied.as_ref(), request.completed.as_ref()), (None, None));
    assert_eq!(request.status, Some(ImportStatus::Success));
}

#[test]
fn get_ssl_vpn_account_list() {
    let list = read::<GetSslVpnAccountList>(
        r#"{
         "content": [
          {
           "sslVpnNo": "776",
           "vpnId": "**********",
           "email": "n*******@navercorp.com",
           "countryCode": "82",
           "phoneNumber": "01040*******"
          }
         ]
        }"#,
    );
    assert_eq!(list.total_count, None);
    assert_eq!(list.total(), 1, "counted, as the answer does not say");
    let account = &list.content[0];
    assert_eq!(account.ssl_vpn_no, Id::new("776"));
    assert_eq!(account.vpn_id, text("**********"));
    assert_eq!(account.email, text("n*******@navercorp.com"));
    assert_eq!(account.country_code, text("82"));
    assert_eq!(account.phone_number, text("01040*******"));
}

#[test]
fn apply_file_export() {
    let list = read::<ApplyFileExport>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "exportApplyId": 1544,
           "dataBoxNo": "194",
           "dataBoxName": "BOX#3",
           "nasInstanceName": "nasw194n1",
           "sourceNasFileName": "-",
           "targetBucketName": "-",
           "status": "INIT"
          }
         ]
        }"#,
    );
    let applied = &list.content[0];
    assert_eq!(applied.export_apply_id, id("1544"));
    assert_eq!(applied.box_no, id("194"));
    assert_eq!(applied.box_name, text("BOX#3"));
    assert_eq!(applied.nas_name, text("nasw194n1"));
    assert_eq!(applied.source_file, text("-"));
    assert_eq!(applied.target_bucket, text("-"));
    assert_eq!(applied.status, Some(ExportStatus::Init));
}

/// The list and the detail print the same row, with another `totalCount`.
#[test]
fn get_export_apply_list_and_get_export_apply_detail() {
    let body = r#"{
     "totalCount": 3,
     "content": [
      {
       "exportApplyId": "-",
       "dataBoxName": "BOX#3",
       "dataBoxNo": "194",
       "vpnId": "-",
       "sourceNasName": "nasw194n1",
       "sourceFileName": "-",
       "targetBucketName": "databoxuserout",
       "status": "COPY_CMPL",
       "applyDate": "2023-05-03 09:51:45",
       "resultDate": "2023-05-03 09:55:02",
       "memo": "test"
      }
     ]
    }"#;
    let list = read::<GetExportApplyList>(body);
    assert_eq!(list.total(), 3);
    let request = &list.content[0];
    assert_eq!(request.export_apply_id, Id::new("-"));
    assert_eq!(request.box_name, text("BOX#3"));
    assert_eq!(request.box_no, id("194"));
    assert_eq!(request.vpn_id, text("-"));
    assert_eq!(request.source_nas, text("nasw194n1"));
    assert_eq!(request.source_file, text("-"));
    assert_eq!(request.target_bucket, text("databoxuserout"));
    assert_eq!(request.status, ExportStatus::CopyComplete);
    assert_eq!(date(&request.applied), "2023-05-03 09:51:45");
    assert_eq!(date(&request.reviewed), "2023-05-03 09:55:02");
    assert_eq!(request.memo, text("test"));
    assert!(request.extra.is_empty());

    let detail = read::<GetExportApplyDetail>(body.replace("\"totalCount\": 3", "\"totalCount\": 1"));
    assert_eq!(detail.total(), 1);
    assert_eq!(&detail.content[0], request);
}

#[test]
fn get_export_file_approve_list() {
    let list = read::<GetExportFileApproveList>(
        r#"{
         "totalCount": 3,
         "content": [
          {
           "exportApplyId": "-",
           "dataBoxName": "BOX#3",
           "dataBoxNo": "194",
           "sslVpnId": "-",
           "sourceFileName": "-",
           "applyDate": "2023-05-03 09:51:45",
           "approveDate": "2023-05-03 09:55:02",
           "status": "COPY_CMPL",
           "fileSize": "10"
          }
         ]
        }"#,
    );
    let review = &list.content[0];
    assert_eq!(review.box_name, text("BOX#3"));
    assert_eq!(review.box_no, Id::new("194"));
    assert_eq!(review.ssl_vpn_id, text("-"));
    assert_eq!(review.source_file, text("-"));
    assert_eq!(date(&review.applied), "2023-05-03 09:51:45");
    assert_eq!(date(&review.reviewed), "2023-05-03 09:55:02");
    assert_eq!(review.status, ExportStatus::CopyComplete);
    assert_eq!(review.file_size_mb.as_ref().unwrap().value(), Some(10.0));
    assert_eq!(review.decidable(), Decidable::Decided);
    assert_eq!((review.description.as_ref(), review.export_purpose.as_ref()), (None, None));
}

fn review() -> Value {
    json!({
        "exportApplyId": "-",
        "dataBoxName": "BOX#3",
        "dataBoxNo": "194",
        "sslVpnId": "-",
        "sourceFileName": "-",
        "applyDate": "2023-05-03 09:51:45",
        "approveDate": "2023-05-03 09:55:02",
        "status": "COPY_CMPL",
        "description": "for test",
        "exportPurpose": "this is a test",
        "memo": "test",
        "fileSize": "10",
    })
}

#[test]
fn get_export_file_approve_detail() {
    let list = read::<GetExportFileApproveDetail>(json!({ "totalCount": 1, "content": [review()] }));
    let review = &list.content[0];
    assert_eq!(review.status, ExportStatus::CopyComplete);
    assert_eq!(review.description, text("for test"));
    assert_eq!(review.export_purpose, text("this is a test"));
    assert_eq!(review.memo, text("test"));
    assert_eq!(review.file_size_mb, amount("10"));
    assert!(review.extra.is_empty());
}

#[test]
fn get_bucket_list() {
    let list = read::<GetBucketList>(
        r#"{
         "totalCount": 1,
         "content": [
          {
           "disabled": false,
           "bucketName": "testddfdas"
          }
         ]
        }"#,
    );
    assert_eq!(list.content[0].disabled, Some(Flag::No));
    assert_eq!(list.content[0].name, text("testddfdas"));
}

// What may differ.

#[test]
fn ids_are_numbers_or_texts() {
    for (written, number) in [
        (json!(1046), Some(1046)),
        (json!("1046"), Some(1046)),
        (json!(u64::MAX), Some(u64::MAX)),
        (json!("*****"), None),
        (json!(-1), None),
        (json!(1.5), None),
    ] {
        let list = read::<GetDataBoxFrameList>(json!({ "content": [{ "dataBoxFrameNo": written }] }));
        assert_eq!(list.content[0].frame_no.number(), number, "{written}");
    }
}

#[test]
fn what_can_not_name_a_thing_is_no_id() {
    let long = json!("9".repeat(Id::MAX_LENGTH + 1));
    for (wrong, found) in [
        (json!(null), Found::Null),
        (json!(""), Found::EmptyText),
        (json!(true), Found::Boolean),
        (json!([1]), Found::List),
        (json!({}), Found::Object),
        (long, Found::LongText),
    ] {
        let error = mismatch::<GetDataBoxFrameList>(json!({ "content": [{ "dataBoxFrameNo": wrong }] }));
        assert_eq!((error.path.as_str(), error.found), ("content[0].dataBoxFrameNo", found));
    }
    let error = mismatch::<GetDataBoxFrameList>(json!({ "content": [{ "statusCode": "SET_USE" }] }));
    assert_eq!((error.path.as_str(), error.found), ("content[0].dataBoxFrameNo", Found::Nothing));
}

#[test]
fn optional_fields_may_be_missing_or_null() {
    let detail = read::<GetDataBoxFrameDetail>("{}");
    assert_eq!((detail.frame_no, detail.status, detail.created), (None, None, None));
    let nulls: Value = serde_json::from_str::<serde_json::Map<_, _>>(FRAME_DETAIL)
        .unwrap()
        .into_iter()
        .map(|(name, _)| (name, Value::Null))
        .collect();
    let detail = read::<GetDataBoxFrameDetail>(nulls);
    assert_eq!((detail.frame_no, detail.status, detail.created), (None, None, None));
    assert!(detail.extra.is_empty());
    assert_eq!(read::<GetLinuxInfo>("{}").mounts, []);
    assert_eq!(read::<GetLinuxInfo>(r#"{"storageList":null}"#).mounts, []);
    assert_eq!(read::<ReturnDataBox>("{}").return_message, None);
    let list = read::<GetDataBoxInfraList>(r#"{"content":[{"statusCode":"","instanceNo":""}]}"#);
    assert_eq!((list.content[0].status.as_ref(), list.content[0].instance_no.as_ref()), (None, None));
}

#[test]
fn unknown_codes_and_words_are_kept_verbatim() {
    let list = read::<GetDataBoxList>(r#"{"content":[{"dataBoxNo":1,"statusCode":"use","disabled":"?"}]}"#);
    assert_eq!(list.content[0].status, Some(BoxStatus::Other("use".into())));
    assert_eq!(list.content[0].disabled, Some(Flag::Other("?".into())));
    let list = read::<GetImportApplyList>(r#"{"content":[{"importApplyId":1,"status":"ERR_새"}]}"#);
    assert_eq!(list.content[0].status, Some(ImportStatus::Other("ERR_새".into())));
    let list = read::<GetDataBoxInfraList>(r#"{"content":[{"productCode":"WIN"}]}"#);
    assert_eq!(list.content[0].product, Some(Product::Other("WIN".into())));
    let mut other = review();
    other["status"] = "REJECT".into();
    other.as_object_mut().unwrap().remove("approveDate");
    let list = read::<GetExportFileApproveList>(json!({ "content": [other] }));
    assert_eq!(list.content[0].status, ExportStatus::Other("REJECT".into()));
    assert_eq!(list.content[0].decidable(), Decidable::Unknown);
}

#[test]
fn every_documented_code_is_known() {
    for code in ["SET_READY", "SET_INIT", "SET_USE", "SET_ING", "SET_RTN", "SET_TERMT"] {
        assert!(FrameStatus::KNOWN.contains(&FrameStatus::from_code(code)), "{code}");
        let code = code.trim_start_matches("SET_");
        assert!(BoxStatus::KNOWN.contains(&BoxStatus::from_code(code)), "{code}");
    }
    for code in ["INIT", "REQ_CMPL", "COPY_CMPL"] {
        assert!(ExportStatus::KNOWN.contains(&ExportStatus::from_code(code)), "{code}");
    }
    for code in ["INIT", "ING", "SCSS", "ERR_FILE", "ERR_SYS", "ERR_SEC"] {
        assert!(ImportStatus::KNOWN.contains(&ImportStatus::from_code(code)), "{code}");
    }
    let products = "ADMIN_CENT ADMIN_UBUNTU CON HD_E HD_M HD_W NAS SVR_LNX_CENT SVR_LNX_UBUNTU TF_CPU TF_GPU";
    for code in products.split(' ') {
        assert!(Product::KNOWN.contains(&Product::from_code(code)), "{code}");
    }
}

#[test]
fn undocumented_fields_are_kept() {
    let list = read::<GetBucketList>(
        json!({ "content": [{ "bucketName": "b", "region": { "code": "KR" } }], "pageNo": 2 }),
    );
    assert_eq!(list.extra["pageNo"], 2);
    assert_eq!(list.content[0].extra["region"]["code"], "KR");
    let receipt = read::<ReturnDataBox>(json!({ "returnMessage": "ok", "requestId": [1, null] }));
    assert_eq!(receipt.extra["requestId"], json!([1, null]));
}

#[test]
fn a_name_that_the_parser_uses_itself_is_a_name_like_any_other() {
    for name in ["$serde_json::private::Number", "$serde_json::private::RawValue"] {
        for value in [json!("83"), json!(83), json!("x"), json!({}), json!([{ name: "1" }])] {
            let list = read::<GetBucketList>(
                json!({ "content": [{ name: value, "bucketName": "b", "nested": [{ name: value }] }] }),
            );
            assert_eq!(list.content[0].name, text("b"));
            assert_eq!(list.content[0].extra[name], value);
            assert_eq!(list.content[0].extra["nested"][0][name], value);
        }
        // Neither a number nor a text.
        let body = json!({ "content": [{ "dataBoxFrameNo": { name: "83" } }] }).to_string();
        let reply = Reply { status: 200, content_type: Some("application/json"), body: body.as_bytes() };
        let error = decode::<GetDataBoxFrameList>(&reply).unwrap_err();
        let ErrorKind::Unexpected(mismatch) = error.kind else { panic!("{error}") };
        assert_eq!((mismatch.path.as_str(), mismatch.found), ("content[0].dataBoxFrameNo", Found::Object));
    }
}

#[test]
fn content_in_other_wrappings() {
    let item = json!({ "bucketName": "b" });
    for body in [
        json!({ "totalCount": 1, "content": [item] }),
        json!({ "totalCount": "1", "content": item }),
        json!({ "content": [item] }),
        json!([item]),
        json!({ "totalCount": 1, "bucketName": "b" }),
        item,
    ] {
        let list = read::<GetBucketList>(&body);
        assert_eq!(list.total(), 1, "{body}");
        assert_eq!(list.content[0].name, text("b"), "{body}");
    }
    for body in [
        json!({ "totalCount": 0, "content": [] }),
        json!({ "totalCount": 0, "content": null }),
        json!({ "totalCount": "0" }),
        json!([]),
    ] {
        let list = read::<GetBucketList>(&body);
        assert_eq!((list.total(), list.content.len()), (0, 0), "{body}");
    }
}

#[test]
fn bare_answers_in_the_wrapper_of_the_detail_calls() {
    let bare: Value = serde_json::from_str(BOX_SUMMARY).unwrap();
    let expected = read::<GetDataBoxSummaryInfo>(&bare);
    for body in [json!({ "totalCount": 1, "content": [bare] }), json!({ "content": bare })] {
        assert_eq!(read::<GetDataBoxSummaryInfo>(body), expected);
    }
}

#[test]
fn the_misspelt_address_of_the_ssl_vpn() {
    let misspelt = BOX_SUMMARY.replace("connectSslVpnUrl", "conectSslVpnUrl");
    assert!(misspelt.contains("conectSslVpnUrl"));
    let expected = read::<GetDataBoxSummaryInfo>(BOX_SUMMARY);
    let found = read::<GetDataBoxSummaryInfo>(misspelt);
    assert!(found.answered.contains("conectSslVpnUrl"), "{}", found.answered);
    assert_eq!(BoxSummary { answered: expected.answered.clone(), ..found }, expected);
}

#[test]
fn a_byte_order_mark_and_white_space_are_overlooked() {
    assert_eq!(
        read::<GetDataBoxSummaryInfo>(format!("\u{feff}\r\n {BOX_SUMMARY}\n")),
        read::<GetDataBoxSummaryInfo>(BOX_SUMMARY)
    );
}

// What may not: a decision is taken on these.

#[test]
fn a_review_without_its_number_box_or_status_is_refused() {
    for name in ["exportApplyId", "dataBoxNo", "status"] {
        for replacement in [None, Some(json!(null)), Some(json!("")), Some(json!({}))] {
            let mut item = review();
            match replacement {
                Some(value) => item[name] = value,
                None => drop(item.as_object_mut().unwrap().remove(name)),
            }
            let body = json!({ "totalCount": 2, "content": [review(), item] });
            let path = format!("content[1].{name}");
            assert_eq!(mismatch::<GetExportFileApproveList>(&body).path, path, "{body}");
            assert_eq!(mismatch::<GetExportFileApproveDetail>(&body).path, path, "{body}");
        }
    }
    let mut first = review();
    first.as_object_mut().unwrap().remove("status");
    let error = mismatch::<GetExportFileApproveDetail>(json!({ "content": [first] }));
    assert_eq!(
        (error.path.as_str(), error.expected, error.found),
        ("content[0].status", Expected::StatusCode, Found::Nothing)
    );
}

#[test]
fn answers_that_are_something_else_are_refused() {
    for body in [json!({}), json!({ "totalCount": 3 }), json!({ "returnMessage": "ok" })] {
        assert_eq!(mismatch::<GetBucketList>(&body).path, "content", "{body}");
    }
    assert_eq!(mismatch::<GetBucketList>(r#"{"content":"none"}"#).path, "content");
    assert_eq!(mismatch::<GetBucketList>(r#"{"content":[{},7]}"#).path, "content[1]");
    assert_eq!(mismatch::<GetBucketList>(r#"{"content":[{"bucketName":[]}]}"#).path, "content[0].bucketName");
    assert_eq!(mismatch::<GetDataBoxFrameDetail>("[]").path, "");
    assert_eq!(mismatch::<GetLinuxInfo>(r#"{"storageList":[{"name":{}}]}"#).path, "storageList[0].name");
}

#[test]
fn decisions_follow_status_and_review_date() {
    for (status, reviewed, decidable) in [
        ("REQ_CMPL", None, Decidable::Yes),
        ("REQ_CMPL", Some(""), Decidable::Yes),
        ("REQ_CMPL", Some("2023-05-03 09:55:02"), Decidable::Decided),
        ("INIT", None, Decidable::NotYet),
        ("COPY_CMPL", None, Decidable::Decided),
        ("COPY_ING", None, Decidable::Unknown),
        ("COPY_ING", Some("2023-05-03 09:55:02"), Decidable::Decided),
    ] {
        let mut item = review();
        item["status"] = status.into();
        item["approveDate"] = reviewed.into();
        let list = read::<GetExportFileApproveList>(json!({ "content": [item] }));
        assert_eq!(list.content[0].decidable(), decidable, "{status} {reviewed:?}");
    }
}
