//! Documented limits.

use databoxframe::data_box::*;
use databoxframe::date::DateTime;
use databoxframe::export::*;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::import::*;
use databoxframe::rule::{
    ANY_COUNT, EXPORT_MEMO, EXPORT_PURPOSE, FILE_DESCRIPTION, FILES, IMPORT_MEMO, NAS_SIZE_GB, Problem,
    REJECT_REASON, Range, Violation,
};
use databoxframe::{Id, Page, validate};

use crate::bodies::{connect_server, create, modify};
use crate::queries::reviews;
use crate::{id, password, violation, violations};

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
