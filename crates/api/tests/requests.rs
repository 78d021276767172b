//! What is sent: encoding, signature, bodies, documented limits, and passwords that never show.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may panic and is its own documentation"
)]

use std::fmt::Debug;

use databoxframe::bucket::GetBucketList;
use databoxframe::code::{ExportStatus, ImportStatus};
use databoxframe::data_box::*;
use databoxframe::date::DateTime;
use databoxframe::export::*;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::import::*;
use databoxframe::operation::Method;
use databoxframe::rule::{
    ANY_COUNT, CharacterClass, EXPORT_MEMO, EXPORT_PURPOSE, FILE_DESCRIPTION, FILES, IMPORT_MEMO,
    NAS_SIZE_GB, PASSWORD, Problem, REJECT_REASON, Range, Violation,
};
use databoxframe::{
    Credentials, Id, Language, Operation, Page, Password, SecretKey, SignedRequest, prepare, redact, validate,
};
use serde_json::{Value, json};

const NOW: u64 = 1_700_000_000_000;
const GOOD: &str = "Secr3t!pass";

fn id(number: u64) -> Id {
    Id::from(number)
}

fn password() -> Password {
    Password::new(GOOD.into())
}

fn signed<O: Operation>(operation: &O) -> SignedRequest {
    let credentials = Credentials::new("TestAccessKey", SecretKey::new("TestSecretKey".into()));
    prepare(operation).unwrap().sign(&credentials, NOW, Language::Korean)
}

fn path<O: Operation>(operation: &O) -> String {
    signed(operation).path_and_query
}

fn body<O: Operation>(operation: &O) -> Value {
    let request = signed(operation);
    assert_eq!((request.method, request.path_and_query.as_str()), (Method::Post, O::SPEC.path), "no query");
    serde_json::from_str(&request.body.unwrap()).unwrap()
}

/// Undoes percent-encoding by the book, independently of the crate that did it.
fn decode(encoded: &str) -> String {
    let mut bytes = encoded.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            byte => byte,
        });
    }
    String::from_utf8(decoded).unwrap()
}

/// The parameters of a query, sorted by name: their order means nothing.
fn query(path_and_query: &str) -> Vec<(String, String)> {
    let Some((_, query)) = path_and_query.split_once('?') else { return Vec::new() };
    let mut pairs: Vec<_> = query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(n, v)| (decode(n), decode(v)))
        .collect();
    pairs.sort();
    pairs
}

fn violations<O: Operation>(operation: &O) -> Vec<Violation> {
    let violations = prepare(operation).expect_err("it breaks a limit");
    assert_eq!(validate(operation), violations);
    violations
}

fn violation(path: &str, problem: Problem) -> Violation {
    Violation { path: path.into(), problem }
}

// Queries.

fn reviews(status: Option<ExportStatus>) -> GetExportFileApproveList {
    GetExportFileApproveList {
        frame_no: id(83),
        box_no: None,
        apply_start: None,
        apply_end: None,
        status,
        page: None,
    }
}

#[test]
fn any_text_survives_a_query() {
    let text = "한글 a+b&c%d/e";
    let path = path(&reviews(Some(ExportStatus::Other(text.into()))));
    assert_eq!(query(&path), [("dataBoxFrameNo".into(), "83".into()), ("status".into(), text.into())]);
    // No server or relay may read it in two ways.
    let (_, value) = path.split_once("status=").unwrap();
    let value = value.split('&').next().unwrap();
    assert_eq!(value, "%ED%95%9C%EA%B8%80%20a%2Bb%26c%25d%2Fe");
}

#[test]
fn each_character_survives_a_query_on_its_own() {
    let ascii = (0..=0x7f_u8).map(char::from);
    for c in ascii.chain(['é', '한', '₩', '\u{a0}', '\u{feff}', '\u{2028}', '😀', '\u{10ffff}']) {
        // Beside a letter: a status of nothing visible is refused.
        let status = format!("s{c}");
        let path = path(&reviews(Some(ExportStatus::Other(status.clone().into()))));
        assert_eq!(query(&path)[1].1, status, "{c:?} in {path}");
        let (_, value) = path.split_once("status=s").unwrap();
        let unreserved = c.is_ascii_alphanumeric() || "-._~".contains(c);
        assert_eq!(value.starts_with('%'), !unreserved, "{c:?} in {path}");
    }
}

#[test]
fn documented_queries() {
    let date = |text| DateTime::parse(text);
    let page = Some(Page { number: 1, size: 1000 });
    for (sent, documented) in [
        (path(&GetDataBoxFrameList { page: None }), "data-box-frame/get-data-box-frame-list"),
        (
            path(&GetDataBoxFrameDetail { frame_no: id(83) }),
            "data-box-frame/get-data-box-frame-detail?dataBoxFrameNo=83",
        ),
        (
            path(&GetDataBoxFrameInfraList { frame_no: id(83), page: None }),
            "data-box-frame/get-data-box-frame-infra-list?dataBoxFrameNo=83",
        ),
        (
            path(&GetDataBoxList { frame_no: id(83), page: Some(Page { number: 1, size: 10 }) }),
            "data-box/get-data-box-list?dataBoxFrameNo=83&pageNo=1&pageSize=10",
        ),
        (
            path(&GetDataBoxInfraList { frame_no: id(83), box_no: id(381) }),
            "data-box/get-data-box-infra-list?dataBoxFrameNo=83&dataBoxNo=381",
        ),
        (
            path(&GetDataBoxSummaryInfo { frame_no: id(83), box_no: id(381) }),
            "data-box/get-data-box-summary-info?dataBoxFrameNo=83&dataBoxNo=381",
        ),
        (
            path(&GetHadoopClusterInfo { frame_no: id(83), box_no: id(381), instance_no: id(7) }),
            "data-box/get-hadoop-cluster-info?dataBoxFrameNo=83&dataBoxNo=381&instanceNo=7",
        ),
        (
            path(&GetLinuxInfo { frame_no: id(1045), box_no: id(198), instance_no: id(7) }),
            "data-box/get-linux-info?dataBoxFrameNo=1045&dataBoxNo=198&instanceNo=7",
        ),
        (
            path(&GetTensorFlowInfo { frame_no: id(83), box_no: id(381), instance_no: id(7) }),
            "data-box/get-tensor-flow-info?dataBoxFrameNo=83&dataBoxNo=381&instanceNo=7",
        ),
        (
            path(&GetTargetNasList { frame_no: id(83), box_no: id(381) }),
            "import/get-target-nas-list?dataBoxFrameNo=83&dataBoxNo=381",
        ),
        (
            path(&GetImportApplyList {
                frame_no: id(83),
                box_no: Some(id(381)),
                apply_start: date("2025-03-25"),
                apply_end: date("2025-03-29"),
                status: Some(ImportStatus::Success),
                page,
            }),
            "import/get-import-apply-list?dataBoxFrameNo=83&dataBoxNo=381&applyStartDate=20250325000000&applyEndDate=20250329000000&pageNo=1&pageSize=1000&status=SCSS",
        ),
        (
            path(&GetImportApplyDetail { frame_no: id(83), box_no: id(381), import_apply_id: id(878) }),
            "import/get-import-apply-detail?dataBoxFrameNo=83&dataBoxNo=381&importApplyId=878",
        ),
        (
            path(&GetSourceNasList { frame_no: id(83), box_no: id(381) }),
            "export/get-source-nas-list?dataBoxFrameNo=83&dataBoxNo=381",
        ),
        (
            path(&GetSslVpnAccountList { frame_no: id(83), box_no: id(381) }),
            "export/get-ssl-vpn-account-list?dataBoxFrameNo=83&dataBoxNo=381",
        ),
        (
            path(&GetExportApplyList {
                frame_no: id(83),
                box_no: id(381),
                apply_start: date("2025-03-25"),
                apply_end: date("2025-03-29"),
                status: Some(ExportStatus::RequestComplete),
                page,
            }),
            "export/get-export-apply-list?dataBoxFrameNo=83&dataBoxNo=381&applyStartDate=20250325000000&applyEndDate=20250329000000&pageNo=1&pageSize=1000&status=REQ_CMPL",
        ),
        (
            path(&GetExportApplyDetail { frame_no: id(1046), box_no: id(194), export_apply_id: id(367) }),
            "export/get-export-apply-detail?dataBoxFrameNo=1046&dataBoxNo=194&exportApplyId=367",
        ),
        (
            path(&GetExportFileApproveList {
                frame_no: id(83),
                box_no: Some(id(381)),
                apply_start: date("2025-03-25"),
                apply_end: date("2025-03-29"),
                status: None,
                page,
            }),
            "export-approve/get-export-file-approve-list?dataBoxFrameNo=83&dataBoxNo=381&applyStartDate=20250325000000&applyEndDate=20250329000000&pageNo=1&pageSize=1000",
        ),
        (
            path(&GetExportFileApproveDetail {
                frame_no: id(83),
                box_no: id(381),
                export_apply_id: id(1545),
            }),
            "export-approve/get-export-file-approve-detail?dataBoxFrameNo=83&dataBoxNo=381&exportApplyId=1545",
        ),
        (path(&GetBucketList), "bucket/get-bucket-list"),
    ] {
        let documented = format!("/api/v1/{documented}");
        assert_eq!(sent.split('?').next(), documented.split('?').next());
        assert_eq!(query(&sent), query(&documented), "{sent}");
    }
}

// Signature and headers.

#[test]
fn the_path_is_signed_exactly_as_it_is_sent() {
    let read = signed(&reviews(Some(ExportStatus::Other("한글 a+b".into()))));
    let write = signed(&ReturnDataBoxFrame { frame_no: id(83) });
    for request in [read, write] {
        let method = request.method.as_str();
        let path = &request.path_and_query;
        assert_eq!(request.string_to_sign, format!("{method} {path}\n{NOW}\nTestAccessKey"));
        assert!(path.is_ascii(), "{path}");
    }
}

#[test]
fn signed_requests_carry_the_signature_of_the_vectors() {
    let header = |request: &SignedRequest, name: &str| {
        let values: Vec<_> =
            request.headers.iter().filter(|(n, _)| *n == name).map(|(_, v)| v.clone()).collect();
        assert!(values.len() < 2, "{name} twice");
        values.first().cloned()
    };
    let read = signed(&GetDataBoxFrameList::default());
    assert_eq!(
        header(&read, "x-ncp-apigw-signature-v2").unwrap(),
        "yn8lHzw9GjmU7XA91yYlrPRvBacNf+4k3T3f5WoL3mA="
    );
    assert_eq!(header(&read, "x-ncp-apigw-timestamp").unwrap(), "1700000000000");
    assert_eq!(header(&read, "x-ncp-iam-access-key").unwrap(), "TestAccessKey");
    assert_eq!(header(&read, "x-ncp-lang").unwrap(), "ko-KR");
    assert_eq!(header(&read, "accept").unwrap(), "application/json");
    assert_eq!(header(&read, "content-type"), None);
    assert_eq!(read.headers.len(), 5, "nothing else is sent, no secret above all");
    assert!(read.body.is_none());

    let write = signed(&ExportFileApprove { frame_no: id(83), box_no: id(381), export_apply_id: id(1543) });
    assert_eq!(
        header(&write, "x-ncp-apigw-signature-v2").unwrap(),
        "y9l+uBrxR6hv4qrzc5vHbrgfoL4tbV1dP0QXm4x9klE="
    );
    assert_eq!(header(&write, "content-type").unwrap(), "application/json");
    assert_eq!(write.headers.len(), 6);

    assert_eq!(
        [Language::Korean, Language::English, Language::Chinese].map(Language::code),
        ["ko-KR", "en-US", "zh-CN"]
    );
}

// Bodies. Where the guide's table and its example disagree about Integer or String, the table holds.

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

fn connect_server() -> ConnectServer {
    ConnectServer {
        prod_spec_id: 4002,
        storage_size: Some(500),
        admin_password: password(),
        user_password_1: password(),
        user_password_2: password(),
    }
}

fn hadoop() -> Hadoop {
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

fn server(prod_spec_id: u64) -> Server {
    Server { prod_spec_id, storage_size: Some(300), user_password: password() }
}

fn create() -> CreateDataBox {
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

fn modify() -> ModifyDataBox {
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

// Limits.

/// Accepted at both ends and on every step, refused just outside, by name.
fn bounds(path: &str, rule: Range, broken_by: impl Fn(u64) -> Vec<Violation>) {
    for good in [rule.min, rule.min + rule.step, rule.max] {
        assert_eq!(broken_by(good), [], "{path} {good}");
    }
    let mut wrong = vec![rule.max + 1, rule.max + rule.step, u64::MAX];
    wrong.extend(rule.min.checked_sub(1));
    wrong.extend((rule.step > 1).then_some(rule.min + 1));
    for wrong in wrong {
        assert_eq!(broken_by(wrong), [violation(path, Problem::OutOfRange(rule))], "{path} {wrong}");
    }
}

#[test]
fn sizes_of_nas_volumes() {
    assert_eq!(NAS_SIZE_GB, Range { min: 500, max: 10_000, step: 100 });
    bounds("volumeSize", NAS_SIZE_GB, |volume_size| {
        validate(&ChangeDataBoxFrameNasVolumeSize { frame_no: id(1), nas_instance_no: id(2), volume_size })
    });
    bounds("volumeSize", NAS_SIZE_GB, |volume_size| {
        validate(&ChangeDataBoxNasVolumeSize {
            frame_no: id(1),
            box_no: id(2),
            nas_instance_no: id(3),
            volume_size,
        })
    });
    bounds("nasList[0].nasSize", NAS_SIZE_GB, |nas_size| {
        validate(&ModifyDataBoxFrameAdminInfra {
            frame_no: id(1),
            memo: None,
            admin_servers: vec![],
            nas: vec![NasChange::Create { count: 1, nas_size }],
        })
    });
    bounds("dataBoxInfo.nasList[1].nasSize", NAS_SIZE_GB, |nas_size| {
        let mut create = create();
        create.nas.push(Nas { count: 1, nas_size });
        validate(&create)
    });
    bounds("dataBoxInfo.nasList[0].nasSize", NAS_SIZE_GB, |nas_size| {
        validate(&ModifyDataBox { nas: vec![NasChange::Create { count: 1, nas_size }], ..modify() })
    });
}

#[test]
fn pages() {
    for (max, broken_by) in [
        (100, (|page| validate(&GetDataBoxFrameList { page: Some(page) })) as fn(Page) -> Vec<Violation>),
        (100, |page| validate(&GetDataBoxFrameInfraList { frame_no: id(1), page: Some(page) })),
        (100, |page| validate(&GetDataBoxList { frame_no: id(1), page: Some(page) })),
        (1000, |page| validate(&GetExportFileApproveList { page: Some(page), ..reviews(None) })),
        (1000, |page| {
            validate(&GetImportApplyList {
                frame_no: id(1),
                box_no: None,
                apply_start: None,
                apply_end: None,
                status: None,
                page: Some(page),
            })
        }),
        (1000, |page| {
            validate(&GetExportApplyList {
                frame_no: id(1),
                box_no: id(2),
                apply_start: None,
                apply_end: None,
                status: None,
                page: Some(page),
            })
        }),
    ] {
        let rule = Range { min: 1, max, step: 1 };
        bounds("pageNo", rule, |number| broken_by(Page { number, size: 10 }));
        bounds("pageSize", rule, |size| broken_by(Page { number: 1, size }));
    }
}

/// Accepted at both ends, refused one character below and above; lengths count characters.
fn lengths(
    path: &str,
    min: usize,
    max: usize,
    problem: Problem,
    broken_by: impl Fn(String) -> Vec<Violation>,
) {
    for c in ["a", "한", "😀"] {
        for good in [min, max] {
            assert_eq!(broken_by(c.repeat(good)), [], "{path} {good}");
        }
        assert_eq!(broken_by(c.repeat(max + 1)), [violation(path, problem.clone())], "{path}");
    }
    if min > 0 {
        assert_eq!(broken_by(String::new()), [violation(path, Problem::Required)], "{path}");
        for nothing in [" ", "\n\t", "\u{a0}\u{3000}", "\u{200b}", "\u{3164}\u{2800}", "\u{301}"] {
            assert_eq!(broken_by(nothing.into()), [violation(path, Problem::Invisible)], "{path}");
        }
    }
}

fn import() -> ApplyFileImport {
    ApplyFileImport {
        frame_no: id(1),
        box_no: id(2),
        memo: None,
        source_bucket: "b".into(),
        file_names: vec!["f".into()],
        target_nas_instance_no: id(3),
    }
}

fn export() -> ApplyFileExport {
    ApplyFileExport {
        frame_no: id(1),
        box_no: id(2),
        export_purpose: "p".into(),
        memo: None,
        files: vec![ExportFile { file_name: "f".into(), description: None }],
        source_nas_instance_no: id(3),
        ssl_vpn_no: id(4),
        target_bucket: "b".into(),
    }
}

#[test]
fn lengths_of_texts() {
    lengths("memo", 1, 50, Problem::WrongLength(IMPORT_MEMO), |memo| {
        validate(&ApplyFileImport { memo: Some(memo), ..import() })
    });
    lengths("memo", 0, 50, Problem::WrongLength(EXPORT_MEMO), |memo| {
        validate(&ApplyFileExport { memo: Some(memo), ..export() })
    });
    lengths("exportPurpose", 1, 1000, Problem::WrongLength(EXPORT_PURPOSE), |export_purpose| {
        validate(&ApplyFileExport { export_purpose, ..export() })
    });
    let path = "sourceFileInfoList[0].description";
    lengths(path, 0, 1000, Problem::WrongLength(FILE_DESCRIPTION), |description| {
        let files = vec![ExportFile { file_name: "f".into(), description: Some(description) }];
        validate(&ApplyFileExport { files, ..export() })
    });
    lengths("rejectReason", 1, 1000, Problem::WrongLength(REJECT_REASON), |reject_reason| {
        validate(&ExportFileReject { frame_no: id(1), box_no: id(2), export_apply_id: id(3), reject_reason })
    });
}

#[test]
fn one_to_five_files() {
    let files = |count: usize| {
        let names = vec!["f".to_owned(); count];
        let files =
            names.iter().map(|name| ExportFile { file_name: name.clone(), description: None }).collect();
        [
            validate(&ApplyFileImport { file_names: names.clone(), ..import() }),
            validate(&ApplyFileExport { files, ..export() }),
        ]
    };
    for (count, problem) in
        [(0, Some(Problem::Required)), (1, None), (5, None), (6, Some(Problem::WrongCount(FILES)))]
    {
        let expected: Vec<_> =
            problem.into_iter().map(|problem| violation("sourceFileInfoList", problem)).collect();
        assert_eq!(files(count), [expected.clone(), expected], "{count}");
    }
}

#[test]
fn names_have_to_be_there() {
    let broken = ApplyFileImport {
        source_bucket: String::new(),
        file_names: vec!["f".into(), String::new(), "g".into(), String::new(), " \u{200b}".into()],
        ..import()
    };
    assert_eq!(
        violations(&broken),
        [
            violation("sourceBucketName", Problem::Required),
            violation("sourceFileInfoList[1].fileName", Problem::Required),
            violation("sourceFileInfoList[3].fileName", Problem::Required),
            violation("sourceFileInfoList[4].fileName", Problem::Invisible),
        ]
    );
    let broken = ApplyFileExport { target_bucket: String::new(), ..export() };
    assert_eq!(violations(&broken), [violation("targetBucketName", Problem::Required)]);
    let broken = ApplyFileExport { target_bucket: "\u{3000}".into(), ..export() };
    assert_eq!(violations(&broken), [violation("targetBucketName", Problem::Invisible)]);
}

#[test]
fn ids_are_whole_numbers() {
    for (text, problem) in [
        ("", Problem::Required),
        ("-", Problem::NotANumber),
        ("*****", Problem::NotANumber),
        ("-1", Problem::NotANumber),
        ("+1", Problem::NotANumber),
        ("1.0", Problem::NotANumber),
        (" 1", Problem::NotANumber),
        ("１", Problem::NotANumber),
        ("18446744073709551616", Problem::NotANumber),
    ] {
        let wrong = Id::new(text);
        // As a number and as a text, in a query and in a body.
        let detail = GetExportFileApproveDetail {
            frame_no: wrong.clone(),
            box_no: wrong.clone(),
            export_apply_id: wrong.clone(),
        };
        assert_eq!(
            violations(&detail),
            ["dataBoxFrameNo", "dataBoxNo", "exportApplyId"].map(|path| violation(path, problem.clone())),
            "{text}"
        );
        let modify = ModifyDataBox { frame_no: wrong.clone(), box_no: wrong.clone(), ..modify() };
        assert_eq!(
            violations(&modify),
            ["dataBoxFrameNo", "dataBoxInfo.dataBoxNo"].map(|path| violation(path, problem.clone())),
            "{text}"
        );
        let optional = GetExportFileApproveList { box_no: Some(wrong), ..reviews(None) };
        assert_eq!(violations(&optional), [violation("dataBoxNo", problem)], "{text}");
    }
}

#[test]
fn time_windows() {
    let first = DateTime::parse("2025-03-25 00:00:00");
    let second = DateTime::parse("2025-03-25 00:00:01");
    let list = |apply_start, apply_end| GetExportFileApproveList { apply_start, apply_end, ..reviews(None) };
    for (start, end) in [(first, second), (first, first), (first, None), (None, first), (None, None)] {
        assert_eq!(validate(&list(start, end)), [], "{start:?} {end:?}");
    }
    assert_eq!(violations(&list(second, first)), [violation("applyStartDate", Problem::StartAfterEnd)]);
}

/// The fields of a date are open: not every value is one.
#[test]
fn dates_that_do_not_exist() {
    let date = DateTime { year: 2023, month: 2, day: 28, hour: 23, minute: 59, second: 59 };
    let list = |date| GetExportFileApproveList { apply_start: Some(date), ..reviews(None) };
    assert_eq!(validate(&list(date)), []);
    for wrong in [
        DateTime { day: 29, ..date },
        DateTime { day: 0, ..date },
        DateTime { month: 13, ..date },
        DateTime { month: 0, ..date },
        DateTime { hour: 24, ..date },
        DateTime { minute: 60, ..date },
        DateTime { second: 60, ..date },
        DateTime { year: 10_000, ..date },
    ] {
        assert_eq!(violations(&list(wrong)), [violation("applyStartDate", Problem::NotADate)], "{wrong}");
        let end = GetExportFileApproveList { apply_end: Some(wrong), ..reviews(None) };
        assert_eq!(violations(&end), [violation("applyEndDate", Problem::NotADate)], "{wrong}");
    }
}

#[test]
fn passwords() {
    use CharacterClass::{Digit, Lower, Special, Upper};
    use Problem::{ForbiddenCharacter as Forbidden, MissingClass as Missing};
    let length = Problem::WrongLength(PASSWORD.length);
    for (text, problems) in [
        ("Aa1!aaaa", vec![]),
        ("Aa1!aaaaaaaaaa", vec![]),
        ("Aa1\\aaaa", vec![]),
        ("", vec![Problem::Required]),
        ("Aa1!aaa", vec![length.clone()]),
        ("Aa1!aaaaaaaaaaa", vec![length.clone()]),
        ("aa1!aaaa", vec![Missing(Upper)]),
        ("AA1!AAAA", vec![Missing(Lower)]),
        ("Aaa!aaaa", vec![Missing(Digit)]),
        ("Aa1aaaaa", vec![Missing(Special)]),
        ("aaaaaaaa", vec![Missing(Upper), Missing(Digit), Missing(Special)]),
        ("a", vec![length.clone(), Missing(Upper), Missing(Digit), Missing(Special)]),
        ("Aa1!aaa'", vec![Forbidden('\'')]),
        ("Aa1!aaa\"", vec![Forbidden('"')]),
        ("Aa1!aaa₩", vec![Forbidden('₩')]),
        ("Aa1!aaa/", vec![Forbidden('/')]),
        ("Aa1!aaa&", vec![Forbidden('&')]),
        ("Aa1!aaa`", vec![Forbidden('`')]),
        ("Aa1!aaa ", vec![Forbidden(' ')]),
        ("Aa1!'\"₩/&` ", "'\"₩/&` ".chars().map(Forbidden).collect()),
        // English letters, digits and special characters: nothing else is in the mix.
        ("Aa1!aaa한", vec![Forbidden('한')]),
        ("Aa1!한글한é", vec![Forbidden('한'), Forbidden('글'), Forbidden('é')]),
        ("Aa1!aaa\n", vec![Forbidden('\n')]),
        ("Aa1!aaa\0", vec![Forbidden('\0')]),
    ] {
        assert_eq!(PASSWORD.check(text), problems, "{text:?}");
        let mut create = create();
        create.connect_servers[0].user_password_2 = Password::new(text.into());
        let path = "dataBoxInfo.connectServerList[0].userPassword2";
        let expected: Vec<_> = problems.into_iter().map(|problem| violation(path, problem)).collect();
        assert_eq!(validate(&create), expected, "{text:?}");
    }
}

#[test]
fn every_password_of_every_request_is_checked() {
    fn bad() -> Password {
        Password::new("Aa1aaaaa".into())
    }
    let bad_connect = || ConnectServer {
        admin_password: bad(),
        user_password_1: bad(),
        user_password_2: bad(),
        ..connect_server()
    };
    let bad_hadoop = || Hadoop { user_password: bad(), ..hadoop() };
    let bad_server = || Server { user_password: bad(), ..server(1) };
    let broken = |paths: &[&str]| -> Vec<Violation> {
        paths.iter().map(|path| violation(path, Problem::MissingClass(CharacterClass::Special))).collect()
    };
    let created = CreateDataBox {
        connect_servers: vec![bad_connect()],
        hadoop: vec![bad_hadoop()],
        linux_servers: vec![bad_server()],
        tensor_flow_cpu_servers: vec![bad_server()],
        tensor_flow_gpu_servers: vec![server(1), bad_server()],
        ..create()
    };
    assert_eq!(
        violations(&created),
        broken(&[
            "dataBoxInfo.connectServerList[0].adminPassword",
            "dataBoxInfo.connectServerList[0].userPassword1",
            "dataBoxInfo.connectServerList[0].userPassword2",
            "dataBoxInfo.hadoopList[0].userPassword",
            "dataBoxInfo.linuxServerList[0].userPassword",
            "dataBoxInfo.tensorFlowCpuServerList[0].userPassword",
            "dataBoxInfo.tensorFlowGpuServerList[1].userPassword",
        ])
    );
    let update = ServerChange::Update {
        server_instance_no: id(1),
        block_storage_instance_no: None,
        prod_spec_id: 1,
        storage_size: None,
        user_password: Some(bad()),
    };
    let modified = ModifyDataBox {
        connect_servers: vec![ConnectServerChange::Create(bad_connect())],
        hadoop: vec![HadoopChange::Create(bad_hadoop())],
        linux_servers: vec![ServerChange::Create(bad_server()), update.clone()],
        tensor_flow_cpu_servers: vec![update],
        tensor_flow_gpu_servers: vec![ServerChange::Create(bad_server())],
        ..modify()
    };
    assert_eq!(
        violations(&modified),
        broken(&[
            "dataBoxInfo.connectServerList[0].adminPassword",
            "dataBoxInfo.connectServerList[0].userPassword1",
            "dataBoxInfo.connectServerList[0].userPassword2",
            "dataBoxInfo.hadoopList[0].userPassword",
            "dataBoxInfo.linuxServerList[0].userPassword",
            "dataBoxInfo.linuxServerList[1].userPassword",
            "dataBoxInfo.tensorFlowCpuServerList[0].userPassword",
            "dataBoxInfo.tensorFlowGpuServerList[0].userPassword",
        ])
    );
    let frame = ModifyDataBoxFrameAdminInfra {
        frame_no: id(1),
        memo: None,
        admin_servers: vec![
            AdminServerChange::Create { prod_spec_id: 1, user_password: bad() },
            AdminServerChange::Update { instance_no: id(1), prod_spec_id: 1, user_password: Some(bad()) },
        ],
        nas: vec![],
    };
    assert_eq!(
        violations(&frame),
        broken(&["adminServerList[0].userPassword", "adminServerList[1].userPassword"])
    );
}

#[test]
fn what_a_new_box_needs() {
    let empty = CreateDataBox {
        connect_servers: vec![],
        hadoop: vec![],
        linux_servers: vec![],
        tensor_flow_cpu_servers: vec![],
        tensor_flow_gpu_servers: vec![],
        nas: vec![],
        ssl_vpn_count: 0,
        memo: None,
        ..create()
    };
    assert_eq!(
        violations(&empty),
        [
            violation("dataBoxInfo.connectServerList", Problem::Required),
            violation(
                "dataBoxInfo.tensorFlowCpuServerList",
                Problem::NeedsOneOf(["tensorFlowCpuServerList", "tensorFlowGpuServerList"])
            ),
            violation("dataBoxInfo.nasList", Problem::Required),
        ]
    );
    // One of the two kinds of TensorFlow servers is enough.
    assert_eq!(validate(&CreateDataBox { tensor_flow_cpu_servers: vec![], ..create() }), []);
    assert_eq!(validate(&CreateDataBox { tensor_flow_gpu_servers: vec![], ..create() }), []);
    for servers in 1..4_u64 {
        let connect_servers: Vec<_> = (0..servers).map(|_| connect_server()).collect();
        let rule = Range { min: 0, max: servers * 3, step: 1 };
        bounds("dataBoxInfo.sslVpnCount", rule, |ssl_vpn_count| {
            validate(&CreateDataBox { connect_servers: connect_servers.clone(), ssl_vpn_count, ..create() })
        });
    }
}

#[test]
fn a_new_connect_server_of_a_box_needs_its_storage() {
    let server = ConnectServer { storage_size: None, ..connect_server() };
    assert_eq!(validate(&CreateDataBox { connect_servers: vec![server.clone()], ..create() }), []);
    let modify = ModifyDataBox { connect_servers: vec![ConnectServerChange::Create(server)], ..modify() };
    assert_eq!(
        violations(&modify),
        [violation("dataBoxInfo.connectServerList[0].storageSize", Problem::Required)]
    );
}

#[test]
fn counts_and_specs_are_positive() {
    let zero = CreateDataBox {
        connect_servers: vec![ConnectServer { prod_spec_id: 0, storage_size: Some(0), ..connect_server() }],
        hadoop: vec![Hadoop {
            edge_node_prod_spec_id: 0,
            master_node_prod_spec_id: 0,
            master_node_storage_size: Some(0),
            worker_node_prod_spec_id: 0,
            worker_node_count: 0,
            worker_node_storage_size: Some(0),
            user_password: password(),
        }],
        nas: vec![Nas { count: 0, nas_size: 500 }],
        ..create()
    };
    let paths = [
        "connectServerList[0].prodSpecId",
        "connectServerList[0].storageSize",
        "hadoopList[0].edgeNodeProdSpecId",
        "hadoopList[0].masterNodeProdSpecId",
        "hadoopList[0].masterNodeStorageSize",
        "hadoopList[0].workerNodeProdSpecId",
        "hadoopList[0].workerNodeCount",
        "hadoopList[0].workerNodeStorageSize",
        "nasList[0].count",
    ];
    assert_eq!(
        violations(&zero),
        paths.map(|path| violation(&format!("dataBoxInfo.{path}"), Problem::OutOfRange(ANY_COUNT)))
    );
}

#[test]
fn all_broken_limits_are_reported_at_once() {
    let broken = ApplyFileExport {
        frame_no: Id::new(""),
        box_no: Id::new("x"),
        export_purpose: String::new(),
        memo: Some("m".repeat(51)),
        files: (0..6)
            .map(|index| ExportFile {
                file_name: if index == 4 { String::new() } else { "f".into() },
                description: (index == 5).then(|| "d".repeat(1001)),
            })
            .collect(),
        source_nas_instance_no: Id::new("-"),
        ssl_vpn_no: Id::new(""),
        target_bucket: String::new(),
    };
    let expected = [
        violation("dataBoxFrameNo", Problem::Required),
        violation("dataBoxNo", Problem::NotANumber),
        violation("exportPurpose", Problem::Required),
        violation("memo", Problem::WrongLength(EXPORT_MEMO)),
        violation("sourceFileInfoList", Problem::WrongCount(FILES)),
        violation("sourceFileInfoList[4].fileName", Problem::Required),
        violation("sourceFileInfoList[5].description", Problem::WrongLength(FILE_DESCRIPTION)),
        violation("sourceNasInstanceNo", Problem::NotANumber),
        violation("sslVpnNo", Problem::Required),
        violation("targetBucketName", Problem::Required),
    ];
    assert_eq!(violations(&broken), expected);
}

// Passwords never show.

#[test]
fn redact_hides_every_password_at_any_depth() {
    let mut deep =
        json!({ "adminPassword": "secret", "password": ["secret"], "Password": { "a": "secret" } });
    for _ in 0..50 {
        deep = json!([{ "list": [deep, "kept"] }]);
    }
    let shown = redact(deep).to_string();
    assert!(
        !shown.contains("secret") && shown.contains("kept") && shown.contains("adminPassword"),
        "{shown}"
    );
    assert_eq!(
        redact(json!({ "memo": "secret", "n": [1, null] })),
        json!({ "memo": "secret", "n": [1, null] })
    );
}

#[test]
fn no_debug_output_shows_a_password() {
    fn hidden<O: Operation + Debug>(operation: &O) {
        let unsigned = prepare(operation).unwrap();
        let sent = signed(operation).body.unwrap();
        assert!(sent.contains(GOOD), "the password is sent");
        let redacted = redact(serde_json::from_str(&sent).unwrap());
        for shown in [
            format!("{operation:?}"),
            format!("{operation:#?}"),
            format!("{unsigned:?}"),
            format!("{unsigned:#?}"),
            redacted.to_string(),
        ] {
            assert!(!shown.contains(GOOD), "{shown}");
        }
        assert!(format!("{unsigned:?}").contains("assword"), "its place is shown");
    }
    hidden(&create());
    hidden(&modify());
    hidden(&ModifyDataBoxFrameAdminInfra {
        frame_no: id(1),
        memo: None,
        admin_servers: vec![
            AdminServerChange::Create { prod_spec_id: 1, user_password: password() },
            AdminServerChange::Update {
                instance_no: id(1),
                prod_spec_id: 1,
                user_password: Some(password()),
            },
        ],
        nas: vec![],
    });
}
