//! The 32 operations, grouped as the API reference groups them. Each finds its arguments checked.

mod bucket;
mod data_box;
mod data_box_change;
mod export;
mod export_review;
mod frame;
mod frame_change;
mod import;
mod infrastructure_change;
mod list;

use serde_json::{Value, json};

use crate::answer::Refusal;
use crate::contract::{Arguments, Operation};
use crate::text::{Language, Text};
use crate::time::Timestamp;
use crate::world::World;

/// Context of an operation besides its arguments.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    pub(crate) now: Timestamp,
    pub(crate) language: Language,
}

impl Context {
    /// The answer of an action.
    fn message(self, text: Text) -> Value {
        json!({ "returnMessage": text.in_language(self.language) })
    }
}

/// Carries out one operation.
pub(crate) fn perform(
    operation: Operation,
    world: &mut World,
    arguments: &Arguments,
    context: Context,
) -> Result<Value, Refusal> {
    match operation {
        Operation::GetDataBoxFrameList => frame::list(world, arguments, context),
        Operation::GetDataBoxFrameDetail => frame::detail(world, arguments, context),
        Operation::GetDataBoxFrameInfraList => frame::infrastructure(world, arguments, context),
        Operation::ModifyDataBoxFrameAdminInfra => frame_change::modify(world, arguments, context),
        Operation::ChangeDataBoxFrameNasVolumeSize => frame_change::resize_nas(world, arguments, context),
        Operation::ReturnDataBoxFrame => frame_change::give_back(world, arguments, context),
        Operation::GetDataBoxList => data_box::list(world, arguments, context),
        Operation::GetDataBoxInfraList => data_box::infrastructure(world, arguments, context),
        Operation::GetDataBoxSummaryInfo => data_box::summary(world, arguments, context),
        Operation::GetHadoopClusterInfo => data_box::hadoop(world, arguments, context),
        Operation::GetLinuxInfo => data_box::linux(world, arguments, context),
        Operation::GetTensorFlowInfo => data_box::tensor_flow(world, arguments, context),
        Operation::CreateDataBox => data_box_change::create(world, arguments, context),
        Operation::ModifyDataBox => data_box_change::modify(world, arguments, context),
        Operation::ChangeDataBoxNasVolumeSize => data_box_change::resize_nas(world, arguments, context),
        Operation::SetBlockExternalNetwork => data_box_change::block_network(world, arguments, context),
        Operation::ReturnDataBox => data_box_change::give_back(world, arguments, context),
        Operation::GetTargetNasList => import::nas(world, arguments, context),
        Operation::ApplyFileImport => import::apply(world, arguments, context),
        Operation::GetImportApplyList => import::list(world, arguments, context),
        Operation::GetImportApplyDetail => import::detail(world, arguments, context),
        Operation::GetSourceNasList => export::nas(world, arguments, context),
        Operation::GetSslVpnAccountList => export::vpn_accounts(world, arguments, context),
        Operation::ApplyFileExport => export::apply(world, arguments, context),
        Operation::GetExportApplyList => export::list(world, arguments, context),
        Operation::GetExportApplyDetail => export::detail(world, arguments, context),
        Operation::ReturnFileExportApply => export::cancel(world, arguments, context),
        Operation::GetExportFileApproveList => export_review::list(world, arguments, context),
        Operation::GetExportFileApproveDetail => export_review::detail(world, arguments, context),
        Operation::ExportFileApprove => export_review::approve(world, arguments, context),
        Operation::ExportFileReject => export_review::reject(world, arguments, context),
        Operation::GetBucketList => bucket::list(world, arguments, context),
    }
}
