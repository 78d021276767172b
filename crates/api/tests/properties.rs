//! What holds for every request and every answer, held against made-up ones.
//!
//! Requests are judged by the simulator's contract, which was written from the API guide
//! without a look at this crate.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may panic and is its own documentation"
)]

use std::cell::Cell;
use std::fmt::Debug;

use databoxframe::bucket::GetBucketList;
use databoxframe::code::{ExportStatus, ImportStatus};
use databoxframe::data_box::*;
use databoxframe::date::DateTime;
use databoxframe::error::MAX_RAW_BYTES;
use databoxframe::export::*;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::import::*;
use databoxframe::operation::ALL;
use databoxframe::{
    Credentials, Error, Id, Language, Operation, Page, Password, Reply, SecretKey, Spec, decode, parse_json,
    prepare,
};
use databoxframe_characters::has_visible;
use databoxframe_simulator::contract;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::Value;

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

// Requests.

/// Values of fields: tame ones keep every documented limit, wild ones break some.
#[derive(Clone, Copy)]
struct Make {
    wild: bool,
}

type Any<T> = BoxedStrategy<T>;

impl Make {
    fn mix<T: Debug + 'static>(
        self,
        tame: impl Strategy<Value = T> + 'static,
        wild: impl Strategy<Value = T> + 'static,
    ) -> Any<T> {
        if self.wild { prop_oneof![29 => tame, 1 => wild].boxed() } else { tame.boxed() }
    }

    fn id(self) -> Any<Id> {
        self.mix(
            prop_oneof![any::<u64>().prop_map(Id::from), "0{0,3}[1-9][0-9]{0,9}".prop_map(Id::new)],
            prop_oneof!["[-+0-9.* ]{0,24}", any::<String>()].prop_map(Id::new),
        )
    }

    fn count(self) -> Any<u64> {
        self.mix(prop_oneof![1..=9000_u64, Just(i32::MAX as u64)], prop_oneof![Just(0), any::<u64>()])
    }

    fn nas_gb(self) -> Any<u64> {
        self.mix((5..=100_u64).prop_map(|n| n * 100), prop_oneof![0..=11_000_u64, any::<u64>()])
    }

    fn password(self) -> Any<Password> {
        let tame = (
            "[A-Z][a-z][0-9][-!#$%()*+,.:;<=>?@^_{|}~\\\\\\[\\]]",
            "[A-Za-z0-9!#$%()*+,.:;<=>?@^_{|}~\\\\\\[\\]-]{4,10}",
        );
        let wild = prop_oneof![
            "[ -~]{0,16}",
            // All four classes, and perhaps a character that is of none.
            "[A-Z][a-z][0-9][!#$%][a-z한é\\t]{4,10}",
            "[A-Z][a-z][0-9][!-/][!-~₩ ]{3,11}",
            any::<String>(),
        ];
        self.mix(tame.prop_map(|(a, b)| b + &a), wild).prop_map(Password::new).boxed()
    }

    /// Of a length in characters; also of one at its limits.
    fn text(self, min: usize, max: usize) -> Any<String> {
        let of = |lengths| vec(any::<char>(), lengths).prop_map(String::from_iter);
        let tame = prop_oneof![6 => of(min..=max.min(40)), 1 => of(min..=min), 1 => of(max..=max)]
            .prop_filter("a text that has to be there is seen", move |text| min == 0 || has_visible(text));
        self.mix(tame, prop_oneof![of(0..=0), of(max + 1..=max + 1)])
    }

    fn name(self) -> Any<String> {
        let text = |min| vec(any::<char>(), min..60).prop_map(String::from_iter);
        self.mix(text(1).prop_filter("a name is seen", |text| has_visible(text)), text(0))
    }

    fn memo(self) -> Any<Option<String>> {
        option::of(any::<String>()).boxed()
    }

    fn page(self, max: u64) -> Any<Option<Page>> {
        let bound = || self.mix(1..=max, prop_oneof![0..=max + 1, any::<u64>()]);
        option::of((bound(), bound()).prop_map(|(number, size)| Page { number, size })).boxed()
    }

    fn window(self) -> Any<(Option<DateTime>, Option<DateTime>)> {
        let wild = any::<(u16, u8, u8, u8, u8, u8)>().prop_map(|(year, month, day, hour, minute, second)| {
            DateTime { year, month, day, hour, minute, second }
        });
        let close = (0..=10_001_u16, 0..=13_u8, 0..=32_u8, 0..=24_u8, 0..=60_u8, 0..=60_u8).prop_map(
            |(year, month, day, hour, minute, second)| DateTime { year, month, day, hour, minute, second },
        );
        let one = || self.mix(date_time(), prop_oneof![wild.clone(), close.clone()]);
        let tame = !self.wild;
        (option::of(one()), option::of(one()))
            .prop_map(move |(start, end)| match (start, end) {
                (Some(start), Some(end)) if tame && start > end => (Some(end), Some(start)),
                window => window,
            })
            .boxed()
    }

    fn export_status(self) -> Any<Option<ExportStatus>> {
        option::of(self.name().prop_map(|code| ExportStatus::from_code(&code))).boxed()
    }

    fn list<T: Debug + 'static>(self, item: Any<T>, min: usize) -> Any<Vec<T>> {
        self.mix(vec(item.clone(), min..4), vec(item, 0..=1))
    }

    fn connect_server(self) -> Any<ConnectServer> {
        // Storage is required where a box is changed, optional where it is created.
        let storage = self.mix(self.count().prop_map(Some), option::of(self.count()));
        (self.count(), storage, self.password(), self.password(), self.password())
            .prop_map(|(prod_spec_id, storage_size, admin_password, user_password_1, user_password_2)| {
                ConnectServer { prod_spec_id, storage_size, admin_password, user_password_1, user_password_2 }
            })
            .boxed()
    }

    fn hadoop(self) -> Any<Hadoop> {
        let count = || self.count();
        (count(), count(), option::of(count()), count(), count(), option::of(count()), self.password())
            .prop_map(|(edge, master, master_size, worker, workers, worker_size, user_password)| Hadoop {
                edge_node_prod_spec_id: edge,
                master_node_prod_spec_id: master,
                master_node_storage_size: master_size,
                worker_node_prod_spec_id: worker,
                worker_node_count: workers,
                worker_node_storage_size: worker_size,
                user_password,
            })
            .boxed()
    }

    fn server(self) -> Any<Server> {
        (self.count(), option::of(self.count()), self.password())
            .prop_map(|(prod_spec_id, storage_size, user_password)| Server {
                prod_spec_id,
                storage_size,
                user_password,
            })
            .boxed()
    }

    fn nas_change(self) -> Any<NasChange> {
        prop_oneof![
            (self.count(), self.nas_gb()).prop_map(|(count, nas_size)| NasChange::Create { count, nas_size }),
            self.id().prop_map(|instance_no| NasChange::Delete { instance_no }),
        ]
        .boxed()
    }

    fn admin_server_change(self) -> Any<AdminServerChange> {
        prop_oneof![
            (self.count(), self.password()).prop_map(|(prod_spec_id, user_password)| {
                AdminServerChange::Create { prod_spec_id, user_password }
            }),
            (self.id(), self.count(), option::of(self.password())).prop_map(
                |(instance_no, prod_spec_id, user_password)| {
                    AdminServerChange::Update { instance_no, prod_spec_id, user_password }
                }
            ),
            self.id().prop_map(|instance_no| AdminServerChange::Delete { instance_no }),
        ]
        .boxed()
    }

    fn connect_server_change(self) -> Any<ConnectServerChange> {
        prop_oneof![
            self.connect_server().prop_map(ConnectServerChange::Create),
            (self.id(), option::of(self.id()), self.count(), self.count()).prop_map(
                |(server_instance_no, block_storage_instance_no, prod_spec_id, storage_size)| {
                    ConnectServerChange::Update {
                        server_instance_no,
                        block_storage_instance_no,
                        prod_spec_id,
                        storage_size,
                    }
                }
            ),
            self.id().prop_map(|server_instance_no| ConnectServerChange::Delete { server_instance_no }),
        ]
        .boxed()
    }

    fn hadoop_change(self) -> Any<HadoopChange> {
        prop_oneof![
            self.hadoop().prop_map(HadoopChange::Create),
            (self.id(), self.count(), self.count(), self.count()).prop_map(
                |(hadoop_instance_no, edge, master, worker)| HadoopChange::Update {
                    hadoop_instance_no,
                    edge_node_prod_spec_id: edge,
                    master_node_prod_spec_id: master,
                    worker_node_prod_spec_id: worker,
                }
            ),
            self.id().prop_map(|hadoop_instance_no| HadoopChange::Delete { hadoop_instance_no }),
        ]
        .boxed()
    }

    fn server_change(self) -> Any<ServerChange> {
        let update = (
            self.id(),
            option::of(self.id()),
            self.count(),
            option::of(self.count()),
            option::of(self.password()),
        );
        prop_oneof![
            self.server().prop_map(ServerChange::Create),
            update.prop_map(
                |(
                    server_instance_no,
                    block_storage_instance_no,
                    prod_spec_id,
                    storage_size,
                    user_password,
                )| {
                    ServerChange::Update {
                        server_instance_no,
                        block_storage_instance_no,
                        prod_spec_id,
                        storage_size,
                        user_password,
                    }
                }
            ),
            self.id().prop_map(|server_instance_no| ServerChange::Delete { server_instance_no }),
        ]
        .boxed()
    }
}

/// Days and times that exist.
fn date_time() -> Any<DateTime> {
    (0..=9999_u16, 1..=12_u8, 1..=31_u8, 0..=23_u8, 0..=59_u8, 0..=59_u8)
        .prop_map(|(year, month, day, hour, minute, second)| {
            let date = DateTime { year, month, day, hour, minute, second };
            if date.is_valid() { date } else { DateTime { day: 28, ..date } }
        })
        .boxed()
}

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

// Answers.

/// The operation and how its answer is read; the answer itself only has to be one.
type Decoder = (&'static Spec, fn(&Reply<'_>) -> Result<(), Error>);

macro_rules! decoders {
    ($($type:ident)*) => { [$(($type::SPEC, |reply| decode::<$type>(reply).map(drop))),*] };
}

const DECODERS: [Decoder; 32] = decoders![
    GetDataBoxFrameList GetDataBoxFrameDetail GetDataBoxFrameInfraList ModifyDataBoxFrameAdminInfra
    ChangeDataBoxFrameNasVolumeSize ReturnDataBoxFrame GetDataBoxList GetDataBoxInfraList GetDataBoxSummaryInfo
    GetHadoopClusterInfo GetLinuxInfo GetTensorFlowInfo CreateDataBox ModifyDataBox ChangeDataBoxNasVolumeSize
    SetBlockExternalNetwork ReturnDataBox GetTargetNasList ApplyFileImport GetImportApplyList GetImportApplyDetail
    GetSourceNasList GetSslVpnAccountList ApplyFileExport GetExportApplyList GetExportApplyDetail
    ReturnFileExportApply GetExportFileApproveList GetExportFileApproveDetail ExportFileApprove ExportFileReject
    GetBucketList
];

/// Names that mean something to some answer, and some that mean nothing.
fn field_name() -> Any<String> {
    const NAMES: &str = "content totalCount error errorCode message details responseError returnCode code status \
        returnMessage dataBoxFrameNo dataBoxNo exportApplyId importApplyId statusCode createDate applyDate \
        approveDate disabled usePseudonymInfo specList connectionList storageList name nasInstanceNo sslVpnNo \
        prodSpecId instanceNo fileSize connectSslVpnUrl conectSslVpnUrl bucketName webBlockStatus nodeCount \
        $serde_json::private::Number $serde_json::private::RawValue";
    let names: Vec<String> = NAMES.split_whitespace().map(str::to_owned).collect();
    prop_oneof![9 => proptest::sample::select(names), 1 => any::<String>()].boxed()
}

fn json_value() -> Any<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop_oneof!["INIT", "SET_USE", "[0-9]{1,70}", "-", any::<String>()].prop_map(Value::from),
        date_time().prop_map(|date| date.to_string().into()),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            1 => vec(inner.clone(), 0..6).prop_map(Value::from),
            3 => vec((field_name(), inner), 0..8).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
    .boxed()
}

/// Anything from noise to a document cut or damaged somewhere.
fn body() -> Any<Vec<u8>> {
    let document = json_value().prop_map(|value| value.to_string().into_bytes());
    let list = vec(vec((field_name(), json_value()), 0..8), 0..4).prop_map(|items| {
        let items: Vec<Value> =
            items.into_iter().map(|item| Value::Object(item.into_iter().collect())).collect();
        serde_json::json!({ "totalCount": items.len(), "content": items }).to_string().into_bytes()
    });
    let damaged =
        (json_value(), any::<proptest::sample::Index>(), any::<u8>()).prop_map(|(value, at, byte)| {
            let mut bytes = value.to_string().into_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            bytes
        });
    let cut = (json_value(), any::<proptest::sample::Index>()).prop_map(|(value, at)| {
        let mut bytes = value.to_string().into_bytes();
        bytes.truncate(at.index(bytes.len()));
        bytes
    });
    let markup = "(<[a-zA-Z/!?]{0,9}>?|<errorCode>|</errorCode>|<Code>|</Code>|&amp;|[ -~]|\\PC){0,20}"
        .prop_map(String::into_bytes);
    let long = (vec(any::<u8>(), 1..4), MAX_RAW_BYTES / 2..MAX_RAW_BYTES * 2)
        .prop_map(|(pattern, length)| pattern.into_iter().cycle().take(length).collect());
    prop_oneof![
        4 => document,
        4 => list,
        2 => damaged,
        2 => cut,
        2 => markup,
        2 => vec(any::<u8>(), 0..200),
        1 => long,
    ]
    .boxed()
}

fn content_type() -> Any<Option<String>> {
    let known =
        ["application/json", "application/json;charset=UTF-8", "text/html", "text/plain", "application/xml"];
    let known = proptest::sample::select(known.to_vec()).prop_map(str::to_owned);
    option::of(prop_oneof![4 => known, 1 => any::<String>()]).boxed()
}

#[test]
fn any_bytes_are_an_answer_or_an_error() {
    assert_eq!(DECODERS.map(|(spec, _)| spec.name), ALL.map(|spec| spec.name));
    let status = prop_oneof![3 => Just(200_u16), 2 => 100..600_u16, 1 => any::<u16>()];
    let answers = Cell::new(0_u32);
    runner(1500)
        .run(&(status, content_type(), body()), |(status, content_type, body)| {
            let reply = Reply { status, content_type: content_type.as_deref(), body: &body };
            for (spec, decode) in DECODERS {
                match decode(&reply) {
                    Ok(()) => {
                        prop_assert!((200..300).contains(&status), "{}", spec.name);
                        answers.set(answers.get() + 1);
                    }
                    Err(error) => {
                        prop_assert_eq!(error.status, status);
                        prop_assert!(error.raw.len() <= MAX_RAW_BYTES, "{} bytes kept", error.raw.len());
                        // None of these may panic either.
                        let _ = (
                            error.to_string(),
                            error.meaning(),
                            error.leaves_outcome_unknown(),
                            error.is_retryable(),
                        );
                    }
                }
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(answers.get() > 100, "{} answers were readable", answers.get());
}

// Texts.

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn json_is_read_as_it_was_written(value in json_value()) {
        prop_assert_eq!(parse_json(value.to_string().as_bytes()).unwrap(), value);
    }

    #[test]
    fn an_edited_body_is_sent_as_it_was_edited(name in field_name(), value in json_value()) {
        let frame_no = Id::from(1);
        let unsigned = prepare(&ReturnDataBoxFrame { frame_no }).unwrap();
        let mut body = unsigned.body.clone().unwrap();
        prop_assume!(!body.contains_key(&name) && !value.to_string().contains('•'));
        body.insert(name, value);
        let edited = unsigned.with_edited_body(&Value::Object(body.clone()).to_string()).unwrap();
        prop_assert_eq!(edited.body.unwrap(), body);
    }

    #[test]
    fn a_date_is_read_as_it_was_written(date in date_time()) {
        prop_assert_eq!(DateTime::parse(&date.to_string()), Some(date));
        prop_assert_eq!(DateTime::parse(&date.to_string().replace(' ', "T")), Some(date));
        let digits: String = date.to_string().chars().filter(char::is_ascii_digit).collect();
        prop_assert_eq!(date.filter_text(), digits);
    }

    #[test]
    fn whatever_is_read_as_a_date_exists(text in "[ ]?[0-9]{4}-[0-1][0-9]-[0-3][0-9]([ T][0-2][0-9]:[0-6][0-9](:[0-6][0-9])?)?|\\PC*") {
        if let Some(date) = DateTime::parse(&text) {
            prop_assert!(date.is_valid());
            prop_assert!(date.to_string().starts_with(&text.trim().replace('T', " ")), "{text:?} as {date}");
        }
    }

    #[test]
    fn percent_encoding_round_trip(text in any::<String>().prop_filter("a status says something", |text| has_visible(text))) {
        let unsigned = prepare(&GetExportFileApproveList {
            frame_no: Id::from(1),
            box_no: None,
            apply_start: None,
            apply_end: None,
            status: Some(ExportStatus::from_code(&text)),
            page: None,
        })
        .unwrap();
        let (_, query) = unsigned.path_and_query.split_once('?').unwrap();
        let encoded = query.split('&').find_map(|pair| pair.strip_prefix("status=")).unwrap();
        prop_assert!(encoded.bytes().all(|b| b.is_ascii_alphanumeric() || b"%-._~".contains(&b)), "{}", encoded);
        let mut decoded = Vec::new();
        let mut bytes = encoded.bytes();
        while let Some(byte) = bytes.next() {
            decoded.push(if byte == b'%' {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()].map(char::from);
                let [high, low] = digits.map(|digit| u8::try_from(digit.to_digit(16).unwrap()).unwrap());
                high * 16 + low
            } else {
                byte
            });
        }
        prop_assert_eq!(String::from_utf8(decoded).unwrap(), text);
    }
}
