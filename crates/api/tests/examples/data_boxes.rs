//! Answers about data boxes.

use databoxframe::code::BoxStatus;
use databoxframe::data_box::*;
use databoxframe::export::*;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::product::Product;
use databoxframe::{Flag, Id, Operation};
use serde_json::json;

use crate::{amount, date, id, read, text};

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

pub const BOX_SUMMARY: &str = r#"{
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
