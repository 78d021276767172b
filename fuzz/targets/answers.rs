//! Answers of the gateway to all 32 operations: read or refused, never a panic.
#![no_main]

use databoxframe::{Operation, Reply, decode};
use databoxframe::{bucket, data_box, export, export_review, frame, import};
use libfuzzer_sys::fuzz_target;

const STATUSES: [u16; 8] = [200, 204, 400, 401, 404, 429, 500, 502];
const TYPES: [Option<&str>; 6] = [
    None,
    Some("application/json"),
    Some("application/json;charset=UTF-8"),
    Some("text/html"),
    Some("application/xml"),
    Some("image/png"),
];

fn read<O: Operation>(reply: &Reply<'_>) {
    if let Err(error) = decode::<O>(reply) {
        let _ = (error.meaning(), error.leaves_outcome_unknown(), error.is_retryable(), error.to_string());
        assert!(error.raw.len() <= databoxframe::error::MAX_RAW_BYTES);
    }
}

type Read = fn(&Reply<'_>);

/// In the order of the API guide.
const READS: [Read; 32] = [
    read::<frame::GetDataBoxFrameList>,
    read::<frame::GetDataBoxFrameDetail>,
    read::<frame::GetDataBoxFrameInfraList>,
    read::<frame::ModifyDataBoxFrameAdminInfra>,
    read::<frame::ChangeDataBoxFrameNasVolumeSize>,
    read::<frame::ReturnDataBoxFrame>,
    read::<data_box::GetDataBoxList>,
    read::<data_box::GetDataBoxInfraList>,
    read::<data_box::GetDataBoxSummaryInfo>,
    read::<data_box::GetHadoopClusterInfo>,
    read::<data_box::GetLinuxInfo>,
    read::<data_box::GetTensorFlowInfo>,
    read::<data_box::CreateDataBox>,
    read::<data_box::ModifyDataBox>,
    read::<data_box::ChangeDataBoxNasVolumeSize>,
    read::<data_box::SetBlockExternalNetwork>,
    read::<data_box::ReturnDataBox>,
    read::<import::GetTargetNasList>,
    read::<import::ApplyFileImport>,
    read::<import::GetImportApplyList>,
    read::<import::GetImportApplyDetail>,
    read::<export::GetSourceNasList>,
    read::<export::GetSslVpnAccountList>,
    read::<export::ApplyFileExport>,
    read::<export::GetExportApplyList>,
    read::<export::GetExportApplyDetail>,
    read::<export::ReturnFileExportApply>,
    read::<export_review::GetExportFileApproveList>,
    read::<export_review::GetExportFileApproveDetail>,
    read::<export_review::ExportFileApprove>,
    read::<export_review::ExportFileReject>,
    read::<bucket::GetBucketList>,
];

fuzz_target!(|data: &[u8]| {
    let [operation, status, content_type, body @ ..] = data else { return };
    let status = STATUSES[usize::from(*status) % STATUSES.len()];
    let content_type = TYPES[usize::from(*content_type) % TYPES.len()];
    READS[usize::from(*operation) % READS.len()](&Reply { status, content_type, body });
});
