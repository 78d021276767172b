//! Requests keep the contract.

use std::cell::Cell;
use std::fmt::Debug;

use databoxframe::bucket::GetBucketList;
use databoxframe::code::ImportStatus;
use databoxframe::data_box::*;
use databoxframe::export::*;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::import::*;
use databoxframe::{Credentials, Language, Operation, SecretKey, prepare};
use databoxframe_simulator::contract;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::runner;
use crate::values::Make;

/// What `prepare` accepts, the contract accepts; a tame request both accept.
fn agrees<O: Operation + Debug + 'static, S: Strategy<Value = O>>(make: impl Fn(Make) -> S) {
    let credentials = Credentials::new("access", SecretKey::new("secret".into()));
    for wild in [false, true] {
        let accepted = Cell::new(0_u32);
        let result = runner(300).run(&make(Make { wild }), |operation| {
            let unsigned = match prepare(&operation) {
                Ok(unsigned) => unsigned,
                Err(_) if wild => return Ok(()),
                Err(violations) => return Err(TestCaseError::fail(format!("refused: {violations:?}"))),
            };
            accepted.set(accepted.get() + 1);
            let request = unsigned.sign(&credentials, 1_700_000_000_000, Language::English);
            let body = request.body.as_deref().map_or("", String::as_str);
            match contract::check(request.method.as_str(), &request.path_and_query, body.as_bytes()) {
                Ok(contract) => prop_assert_eq!(contract.name, O::SPEC.name),
                Err(violations) => {
                    let why: Vec<_> = violations.iter().map(ToString::to_string).collect();
                    let sent = format!("{} {body}", request.path_and_query);
                    return Err(TestCaseError::fail(format!("the contract refuses {sent}: {why:?}")));
                }
            }
            Ok(())
        });
        if let Err(error) = result {
            panic!("{}: {error}", O::SPEC.name);
        }
        assert!(accepted.get() > 0, "{}: nothing was accepted", O::SPEC.name);
    }
}

#[test]
fn frame_requests_keep_the_contract() {
    agrees(|make| make.page(100).prop_map(|page| GetDataBoxFrameList { page }));
    agrees(|make| make.id().prop_map(|frame_no| GetDataBoxFrameDetail { frame_no }));
    agrees(|make| {
        (make.id(), make.page(100)).prop_map(|(frame_no, page)| GetDataBoxFrameInfraList { frame_no, page })
    });
    agrees(|make| {
        let servers = make.list(make.admin_server_change(), 0);
        (make.id(), make.memo(), servers, make.list(make.nas_change(), 0)).prop_map(
            |(frame_no, memo, admin_servers, nas)| ModifyDataBoxFrameAdminInfra {
                frame_no,
                memo,
                admin_servers,
                nas,
            },
        )
    });
    agrees(|make| {
        (make.id(), make.id(), make.nas_gb()).prop_map(|(frame_no, nas_instance_no, volume_size)| {
            ChangeDataBoxFrameNasVolumeSize { frame_no, nas_instance_no, volume_size }
        })
    });
    agrees(|make| make.id().prop_map(|frame_no| ReturnDataBoxFrame { frame_no }));
}

#[test]
fn box_reads_keep_the_contract() {
    agrees(|make| (make.id(), make.page(100)).prop_map(|(frame_no, page)| GetDataBoxList { frame_no, page }));
    macro_rules! of_a_box {
        ($($type:ident),*) => {$(
            agrees(|make| (make.id(), make.id()).prop_map(|(frame_no, box_no)| $type { frame_no, box_no }));
        )*};
    }
    of_a_box!(GetDataBoxInfraList, GetDataBoxSummaryInfo, GetTargetNasList, GetSourceNasList);
    of_a_box!(GetSslVpnAccountList, ReturnDataBox);
    macro_rules! of_an_instance {
        ($($type:ident),*) => {$(
            agrees(|make| (make.id(), make.id(), make.id()).prop_map(|(frame_no, box_no, instance_no)| {
                $type { frame_no, box_no, instance_no }
            }));
        )*};
    }
    of_an_instance!(GetHadoopClusterInfo, GetLinuxInfo, GetTensorFlowInfo);
    agrees(|_| Just(GetBucketList));
}

#[test]
fn create_data_box_keeps_the_contract() {
    agrees(|make| {
        let tensor_flow = || make.list(make.server(), 0);
        let nas = (make.count(), make.nas_gb()).prop_map(|(count, nas_size)| Nas { count, nas_size }).boxed();
        (
            (make.id(), make.memo(), make.mix(0..=3_u64, prop_oneof![0..=12_u64, any::<u64>()])),
            make.list(make.connect_server(), 1),
            make.list(make.hadoop(), 0),
            make.list(make.server(), 0),
            (tensor_flow(), tensor_flow(), make.server()),
            make.list(nas, 1),
        )
            .prop_map(
                move |((frame_no, memo, ssl_vpn_count), connect_servers, hadoop, linux, tensor_flow, nas)| {
                    let (mut cpu, gpu, one) = tensor_flow;
                    if !make.wild && cpu.is_empty() && gpu.is_empty() {
                        cpu.push(one);
                    }
                    CreateDataBox {
                        frame_no,
                        connect_servers,
                        hadoop,
                        linux_servers: linux,
                        tensor_flow_cpu_servers: cpu,
                        tensor_flow_gpu_servers: gpu,
                        nas,
                        ssl_vpn_count,
                        memo,
                    }
                },
            )
    });
}

#[test]
fn modify_data_box_keeps_the_contract() {
    agrees(|make| {
        let servers = || make.list(make.server_change(), 0);
        (
            (make.id(), make.id(), make.memo()),
            make.list(make.connect_server_change(), 0),
            make.list(make.hadoop_change(), 0),
            (servers(), servers(), servers()),
            make.list(make.nas_change(), 0),
        )
            .prop_map(
                |((frame_no, box_no, memo), connect_servers, hadoop, (linux, cpu, gpu), nas)| ModifyDataBox {
                    frame_no,
                    box_no,
                    connect_servers,
                    hadoop,
                    linux_servers: linux,
                    tensor_flow_cpu_servers: cpu,
                    tensor_flow_gpu_servers: gpu,
                    nas,
                    memo,
                },
            )
    });
}

#[test]
fn other_box_writes_keep_the_contract() {
    agrees(|make| {
        (make.id(), make.id(), make.id(), make.nas_gb()).prop_map(
            |(frame_no, box_no, nas_instance_no, volume_size)| ChangeDataBoxNasVolumeSize {
                frame_no,
                box_no,
                nas_instance_no,
                volume_size,
            },
        )
    });
    agrees(|make| {
        (make.id(), make.id(), any::<bool>()).prop_map(|(frame_no, box_no, block)| SetBlockExternalNetwork {
            frame_no,
            box_no,
            block,
        })
    });
}

#[test]
fn import_requests_keep_the_contract() {
    agrees(|make| {
        let files = make.mix(vec(make.name(), 1..=5), vec(make.name(), 0..=7));
        (make.id(), make.id(), option::of(make.text(1, 50)), make.name(), files, make.id()).prop_map(
            |(frame_no, box_no, memo, source_bucket, file_names, target_nas_instance_no)| ApplyFileImport {
                frame_no,
                box_no,
                memo,
                source_bucket,
                file_names,
                target_nas_instance_no,
            },
        )
    });
    agrees(|make| {
        let status = option::of(make.name().prop_map(|code| ImportStatus::from_code(&code)));
        (make.id(), option::of(make.id()), make.window(), status, make.page(1000)).prop_map(
            |(frame_no, box_no, (apply_start, apply_end), status, page)| GetImportApplyList {
                frame_no,
                box_no,
                apply_start,
                apply_end,
                status,
                page,
            },
        )
    });
    agrees(|make| {
        (make.id(), make.id(), make.id()).prop_map(|(frame_no, box_no, import_apply_id)| {
            GetImportApplyDetail { frame_no, box_no, import_apply_id }
        })
    });
}

#[test]
fn export_requests_keep_the_contract() {
    agrees(|make| {
        let file = (make.name(), option::of(make.text(0, 1000)))
            .prop_map(|(file_name, description)| ExportFile { file_name, description })
            .boxed();
        (
            (make.id(), make.id(), make.id(), make.id()),
            make.text(1, 1000),
            option::of(make.text(0, 50)),
            make.mix(vec(file.clone(), 1..=5), vec(file, 0..=7)),
            make.name(),
        )
            .prop_map(
                |((frame_no, box_no, nas_no, ssl_vpn_no), export_purpose, memo, files, target_bucket)| {
                    ApplyFileExport {
                        frame_no,
                        box_no,
                        export_purpose,
                        memo,
                        files,
                        source_nas_instance_no: nas_no,
                        ssl_vpn_no,
                        target_bucket,
                    }
                },
            )
    });
    agrees(|make| {
        (make.id(), make.id(), make.window(), make.export_status(), make.page(1000)).prop_map(
            |(frame_no, box_no, (apply_start, apply_end), status, page)| GetExportApplyList {
                frame_no,
                box_no,
                apply_start,
                apply_end,
                status,
                page,
            },
        )
    });
    agrees(|make| {
        (make.id(), make.id())
            .prop_map(|(box_no, export_apply_id)| ReturnFileExportApply { box_no, export_apply_id })
    });
    macro_rules! of_a_request {
        ($($type:ident),*) => {$(
            agrees(|make| (make.id(), make.id(), make.id()).prop_map(|(frame_no, box_no, export_apply_id)| {
                $type { frame_no, box_no, export_apply_id }
            }));
        )*};
    }
    of_a_request!(GetExportApplyDetail, GetExportFileApproveDetail, ExportFileApprove);
}

#[test]
fn review_requests_keep_the_contract() {
    agrees(|make| {
        (make.id(), option::of(make.id()), make.window(), make.export_status(), make.page(1000)).prop_map(
            |(frame_no, box_no, (apply_start, apply_end), status, page)| GetExportFileApproveList {
                frame_no,
                box_no,
                apply_start,
                apply_end,
                status,
                page,
            },
        )
    });
    agrees(|make| {
        (make.id(), make.id(), make.id(), make.text(1, 1000)).prop_map(
            |(frame_no, box_no, export_apply_id, reject_reason)| ExportFileReject {
                frame_no,
                box_no,
                export_apply_id,
                reject_reason,
            },
        )
    });
}
