//! Bodies. Where the guide's table and its example disagree about Integer or String, the table holds.

use databoxframe::data_box::*;
use databoxframe::export::*;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::import::*;
use serde_json::json;

use crate::{GOOD, body, id, password};

#[test]
fn documented_bodies() {
    let (frame_no, box_no) = (id(83), id(381));
    assert_eq!(
        body(&ModifyDataBoxFrameAdminInfra {
            frame_no: frame_no.clone(),
            memo: Some("memo".into()),
            admin_servers: vec![AdminServerChange::Update {
                instance_no: id(12345678),
                prod_spec_id: 2001,
                user_password: Some(password()),
            }],
            nas: vec![],
        }),
        json!({
            "adminServerList": [{
                "actionType": "UPDATE",
                "adminServerInstanceNo": 12345678,
                "prodSpecId": 2001,
                "userPassword": GOOD,
            }],
            "dataBoxFrameNo": 83,
            "memo": "memo",
        })
    );
    assert_eq!(body(&ReturnDataBoxFrame { frame_no: frame_no.clone() }), json!({ "dataBoxFrameNo": 83 }));
    assert_eq!(
        body(&ChangeDataBoxNasVolumeSize {
            frame_no: frame_no.clone(),
            box_no: box_no.clone(),
            nas_instance_no: id(123456789),
            volume_size: 600,
        }),
        json!({ "dataBoxFrameNo": 83, "dataBoxNo": 381, "nasVolumeInstanceNo": "123456789", "volumeSize": 600 })
    );
    for block in [true, false] {
        assert_eq!(
            body(&SetBlockExternalNetwork { frame_no: frame_no.clone(), box_no: box_no.clone(), block }),
            json!({ "dataBoxFrameNo": 83, "dataBoxNo": 381, "isBlock": block })
        );
    }
    assert_eq!(
        body(&ReturnDataBox { frame_no: frame_no.clone(), box_no: box_no.clone() }),
        json!({ "dataBoxFrameNo": 83, "dataBoxNo": 381 })
    );
    assert_eq!(
        body(&ApplyFileImport {
            frame_no: frame_no.clone(),
            box_no: box_no.clone(),
            memo: Some("dbf001".into()),
            source_bucket: "testddfdas".into(),
            file_names: vec!["sample.xlsx".into()],
            target_nas_instance_no: id(123456789),
        }),
        json!({
            "dataBoxFrameNo": 83,
            "dataBoxNo": 381,
            "memo": "dbf001",
            "sourceBucketName": "testddfdas",
            "sourceFileInfoList": [{ "fileName": "sample.xlsx" }],
            "targetNasInstanceNo": 123456789,
        })
    );
    assert_eq!(
        body(&ApplyFileExport {
            frame_no: id(1046),
            box_no: id(194),
            export_purpose: "test".into(),
            memo: Some("test".into()),
            files: vec![ExportFile { file_name: "-".into(), description: Some("test".into()) }],
            source_nas_instance_no: id(5),
            ssl_vpn_no: id(776),
            target_bucket: "-".into(),
        }),
        json!({
            "dataBoxNo": 194,
            "dataBoxFrameNo": 1046,
            "exportPurpose": "test",
            "memo": "test",
            "sourceFileInfoList": [{ "description": "test", "fileName": "-" }],
            "sourceNasInstanceNo": 5,
            "sslVpnNo": 776,
            "targetBucketName": "-",
        })
    );
    assert_eq!(
        body(&ReturnFileExportApply { box_no: box_no.clone(), export_apply_id: id(1544) }),
        json!({ "exportApplyId": 1544, "dataBoxNo": 381 })
    );
    assert_eq!(
        body(&ExportFileApprove {
            frame_no: frame_no.clone(),
            box_no: box_no.clone(),
            export_apply_id: id(1543)
        }),
        json!({ "dataBoxFrameNo": 83, "dataBoxNo": 381, "exportApplyId": 1543 })
    );
    assert_eq!(
        body(&ExportFileReject { frame_no, box_no, export_apply_id: id(1543), reject_reason: "test".into() }),
        json!({ "dataBoxFrameNo": 83, "dataBoxNo": 381, "exportApplyId": 1543, "rejectReason": "test" })
    );
}

pub fn connect_server() -> ConnectServer {
    ConnectServer {
        prod_spec_id: 4002,
        storage_size: Some(500),
        admin_password: password(),
        user_password_1: password(),
        user_password_2: password(),
    }
}

pub fn hadoop() -> Hadoop {
    Hadoop {
        edge_node_prod_spec_id: 5001,
        master_node_prod_spec_id: 5101,
        master_node_storage_size: Some(100),
        worker_node_prod_spec_id: 5201,
        worker_node_count: 2,
        worker_node_storage_size: Some(200),
        user_password: password(),
    }
}

pub fn server(prod_spec_id: u64) -> Server {
    Server { prod_spec_id, storage_size: Some(300), user_password: password() }
}

pub fn create() -> CreateDataBox {
    CreateDataBox {
        frame_no: id(83),
        connect_servers: vec![connect_server()],
        hadoop: vec![hadoop()],
        linux_servers: vec![server(6001)],
        tensor_flow_cpu_servers: vec![server(8001)],
        tensor_flow_gpu_servers: vec![server(9001)],
        nas: vec![Nas { count: 1, nas_size: 500 }],
        ssl_vpn_count: 3,
        memo: Some("memo".into()),
    }
}

/// Documented by their tables only.
#[test]
fn bodies_without_an_example() {
    assert_eq!(
        body(&ChangeDataBoxFrameNasVolumeSize {
            frame_no: id(83),
            nas_instance_no: id(9),
            volume_size: 10_000
        }),
        json!({ "dataBoxFrameNo": 83, "nasVolumeInstanceNo": "9", "volumeSize": 10_000 })
    );
    let server = |spec: u64| json!({ "prodSpecId": spec, "storageSize": 300, "userPassword": GOOD });
    assert_eq!(
        body(&create()),
        json!({
            "dataBoxFrameNo": "83",
            "dataBoxInfo": {
                "connectServerList": [{
                    "prodSpecId": 4002, "storageSize": 500,
                    "adminPassword": GOOD, "userPassword1": GOOD, "userPassword2": GOOD,
                }],
                "hadoopList": [{
                    "edgeNodeProdSpecId": 5001,
                    "masterNodeProdSpecId": 5101, "masterNodeStorageSize": 100,
                    "workerNodeProdSpecId": 5201, "workerNodeCount": 2, "workerNodeStorageSize": 200,
                    "userPassword": GOOD,
                }],
                "linuxServerList": [server(6001)],
                "tensorFlowCpuServerList": [server(8001)],
                "tensorFlowGpuServerList": [server(9001)],
                "nasList": [{ "count": 1, "nasSize": 500 }],
                "sslVpnCount": 3,
                "memo": "memo",
            },
        })
    );
    assert_eq!(
        body(&ModifyDataBoxFrameAdminInfra {
            frame_no: id(83),
            memo: None,
            admin_servers: vec![
                AdminServerChange::Create { prod_spec_id: 1001, user_password: password() },
                AdminServerChange::Update { instance_no: id(1), prod_spec_id: 1002, user_password: None },
                AdminServerChange::Delete { instance_no: id(2) },
            ],
            nas: vec![
                NasChange::Create { count: 2, nas_size: 1000 },
                NasChange::Delete { instance_no: id(3) }
            ],
        }),
        json!({
            "dataBoxFrameNo": 83,
            "adminServerList": [
                { "actionType": "CREATE", "prodSpecId": 1001, "userPassword": GOOD },
                { "actionType": "UPDATE", "adminServerInstanceNo": 1, "prodSpecId": 1002 },
                { "actionType": "DELETE", "adminServerInstanceNo": 2 },
            ],
            "nasList": [
                { "actionType": "CREATE", "count": 2, "nasSize": 1000 },
                { "actionType": "DELETE", "nasInstanceNo": 3 },
            ],
        })
    );
}

pub fn modify() -> ModifyDataBox {
    ModifyDataBox {
        frame_no: id(83),
        box_no: id(381),
        connect_servers: vec![
            ConnectServerChange::Create(connect_server()),
            ConnectServerChange::Update {
                server_instance_no: id(1),
                block_storage_instance_no: Some(id(2)),
                prod_spec_id: 4002,
                storage_size: 600,
            },
            ConnectServerChange::Delete { server_instance_no: id(3) },
        ],
        hadoop: vec![
            HadoopChange::Create(hadoop()),
            HadoopChange::Update {
                hadoop_instance_no: id(4),
                edge_node_prod_spec_id: 5001,
                master_node_prod_spec_id: 5101,
                worker_node_prod_spec_id: 5201,
            },
            HadoopChange::Delete { hadoop_instance_no: id(5) },
        ],
        linux_servers: vec![ServerChange::Create(server(6001))],
        tensor_flow_cpu_servers: vec![ServerChange::Update {
            server_instance_no: id(6),
            block_storage_instance_no: None,
            prod_spec_id: 8001,
            storage_size: None,
            user_password: Some(password()),
        }],
        tensor_flow_gpu_servers: vec![ServerChange::Delete { server_instance_no: id(7) }],
        nas: vec![NasChange::Create { count: 1, nas_size: 500 }, NasChange::Delete { instance_no: id(8) }],
        memo: Some(String::new()),
    }
}

#[test]
fn the_body_of_modify_data_box() {
    assert_eq!(
        body(&modify()),
        json!({
            "dataBoxFrameNo": "83",
            "dataBoxInfo": {
                "dataBoxNo": "381",
                "connectServerList": [
                    {
                        "actionType": "CREATE", "prodSpecId": 4002, "storageSize": 500,
                        "adminPassword": GOOD, "userPassword1": GOOD, "userPassword2": GOOD,
                    },
                    {
                        "actionType": "UPDATE", "serverInstanceNo": 1, "blockStorageInstanceNo": 2,
                        "prodSpecId": 4002, "storageSize": 600,
                    },
                    { "actionType": "DELETE", "serverInstanceNo": 3 },
                ],
                "hadoopList": [
                    {
                        "actionType": "CREATE", "EdgeNodeProdSpecId": 5001,
                        "masterNodeProdSpecId": 5101, "masterNodeStorageSize": 100,
                        "workerNodeProdSpecId": 5201, "workerNodeCount": 2, "workerNodeStorageSize": 200,
                        "userPassword": GOOD,
                    },
                    {
                        "actionType": "UPDATE", "hadoopInstanceNo": 4, "EdgeNodeProdSpecId": 5001,
                        "masterNodeProdSpecId": 5101, "workerNodeProdSpecId": 5201,
                    },
                    { "actionType": "DELETE", "hadoopInstanceNo": 5 },
                ],
                "linuxServerList": [
                    { "actionType": "CREATE", "prodSpecId": 6001, "storageSize": 300, "userPassword": GOOD },
                ],
                "tensorFlowCpuServerList": [
                    { "actionType": "UPDATE", "serverInstanceNo": 6, "prodSpecId": 8001, "userPassword": GOOD },
                ],
                "tensorFlowGpuServerList": [{ "actionType": "DELETE", "serverInstanceNo": 7 }],
                "nasList": [
                    { "actionType": "CREATE", "count": 1, "nasSize": 500 },
                    { "actionType": "DELETE", "nasInstanceNo": 8 },
                ],
                "memo": "",
            },
        })
    );
    let nothing = ModifyDataBox {
        frame_no: id(83),
        box_no: id(381),
        connect_servers: vec![],
        hadoop: vec![],
        linux_servers: vec![],
        tensor_flow_cpu_servers: vec![],
        tensor_flow_gpu_servers: vec![],
        nas: vec![],
        memo: None,
    };
    assert_eq!(body(&nothing), json!({ "dataBoxFrameNo": "83", "dataBoxInfo": { "dataBoxNo": "381" } }));
}

#[test]
fn korean_and_control_characters_survive_a_body() {
    let reason = "한글 \"a\" \\ \n\0\u{2028}😀";
    let reject = ExportFileReject {
        frame_no: id(1),
        box_no: id(2),
        export_apply_id: id(3),
        reject_reason: reason.into(),
    };
    assert_eq!(body(&reject)["rejectReason"], reason);
}
