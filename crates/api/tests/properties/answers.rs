//! Answers: any bytes are an answer or an error.

use std::cell::Cell;

use databoxframe::bucket::GetBucketList;
use databoxframe::data_box::*;
use databoxframe::error::MAX_RAW_BYTES;
use databoxframe::export::*;
use databoxframe::export_review::*;
use databoxframe::frame::*;
use databoxframe::import::*;
use databoxframe::operation::ALL;
use databoxframe::{Error, Operation, Reply, Spec, decode};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;

use crate::runner;
use crate::values::{Any, date_time};

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
pub fn field_name() -> Any<String> {
    const NAMES: &str = "content totalCount error errorCode message details responseError returnCode code status \
        returnMessage dataBoxFrameNo dataBoxNo exportApplyId importApplyId statusCode createDate applyDate \
        approveDate disabled usePseudonymInfo specList connectionList storageList name nasInstanceNo sslVpnNo \
        prodSpecId instanceNo fileSize connectSslVpnUrl conectSslVpnUrl bucketName webBlockStatus nodeCount \
        $serde_json::private::Number $serde_json::private::RawValue";
    let names: Vec<String> = NAMES.split_whitespace().map(str::to_owned).collect();
    prop_oneof![9 => proptest::sample::select(names), 1 => any::<String>()].boxed()
}

pub fn json_value() -> Any<Value> {
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
