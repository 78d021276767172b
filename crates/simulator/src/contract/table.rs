//! The 32 operations: their names, methods and paths, and which fields each takes.

use super::{Field, OperationContract, fields};

/// The operations of the service. One variant each, so that none can be left without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// `get-data-box-frame-list`
    GetDataBoxFrameList,
    /// `get-data-box-frame-detail`
    GetDataBoxFrameDetail,
    /// `get-data-box-frame-infra-list`
    GetDataBoxFrameInfraList,
    /// `modify-data-box-frame-admin-infra`
    ModifyDataBoxFrameAdminInfra,
    /// `change-data-box-frame-nas-volume-size`
    ChangeDataBoxFrameNasVolumeSize,
    /// `return-data-box-frame`
    ReturnDataBoxFrame,
    /// `get-data-box-list`
    GetDataBoxList,
    /// `get-data-box-infra-list`
    GetDataBoxInfraList,
    /// `get-data-box-summary-info`
    GetDataBoxSummaryInfo,
    /// `get-hadoop-cluster-info`
    GetHadoopClusterInfo,
    /// `get-linux-info`
    GetLinuxInfo,
    /// `get-tensor-flow-info`
    GetTensorFlowInfo,
    /// `create-data-box`
    CreateDataBox,
    /// `modify-data-box`
    ModifyDataBox,
    /// `change-data-box-nas-volume-size`
    ChangeDataBoxNasVolumeSize,
    /// `set-block-external-network`
    SetBlockExternalNetwork,
    /// `return-data-box`
    ReturnDataBox,
    /// `get-target-nas-list`
    GetTargetNasList,
    /// `apply-file-import`
    ApplyFileImport,
    /// `get-import-apply-list`
    GetImportApplyList,
    /// `get-import-apply-detail`
    GetImportApplyDetail,
    /// `get-source-nas-list`
    GetSourceNasList,
    /// `get-ssl-vpn-account-list`
    GetSslVpnAccountList,
    /// `apply-file-export`
    ApplyFileExport,
    /// `get-export-apply-list`
    GetExportApplyList,
    /// `get-export-apply-detail`
    GetExportApplyDetail,
    /// `return-file-export-apply`
    ReturnFileExportApply,
    /// `get-export-file-approve-list`
    GetExportFileApproveList,
    /// `get-export-file-approve-detail`
    GetExportFileApproveDetail,
    /// `export-file-approve`
    ExportFileApprove,
    /// `export-file-reject`
    ExportFileReject,
    /// `get-bucket-list`
    GetBucketList,
}

/// All operations, in the order of the API reference.
pub static OPERATIONS: [OperationContract; 32] = [
    read(
        Operation::GetDataBoxFrameList,
        "get-data-box-frame-list",
        "/api/v1/data-box-frame/get-data-box-frame-list",
        fields::FRAME_PAGING,
    ),
    read(
        Operation::GetDataBoxFrameDetail,
        "get-data-box-frame-detail",
        "/api/v1/data-box-frame/get-data-box-frame-detail",
        fields::FRAME,
    ),
    read(
        Operation::GetDataBoxFrameInfraList,
        "get-data-box-frame-infra-list",
        "/api/v1/data-box-frame/get-data-box-frame-infra-list",
        fields::FRAME_PAGED,
    ),
    write(
        Operation::ModifyDataBoxFrameAdminInfra,
        "modify-data-box-frame-admin-infra",
        "/api/v1/data-box-frame/modify-data-box-frame-admin-infra",
        fields::MODIFY_FRAME,
    ),
    write(
        Operation::ChangeDataBoxFrameNasVolumeSize,
        "change-data-box-frame-nas-volume-size",
        "/api/v1/data-box-frame/change-data-box-frame-nas-volume-size",
        fields::RESIZE_FRAME_NAS,
    ),
    write(
        Operation::ReturnDataBoxFrame,
        "return-data-box-frame",
        "/api/v1/data-box-frame/return-data-box-frame",
        fields::FRAME,
    ),
    read(
        Operation::GetDataBoxList,
        "get-data-box-list",
        "/api/v1/data-box/get-data-box-list",
        fields::FRAME_PAGED,
    ),
    read(
        Operation::GetDataBoxInfraList,
        "get-data-box-infra-list",
        "/api/v1/data-box/get-data-box-infra-list",
        fields::BOX,
    ),
    read(
        Operation::GetDataBoxSummaryInfo,
        "get-data-box-summary-info",
        "/api/v1/data-box/get-data-box-summary-info",
        fields::BOX,
    ),
    read(
        Operation::GetHadoopClusterInfo,
        "get-hadoop-cluster-info",
        "/api/v1/data-box/get-hadoop-cluster-info",
        fields::BOX_INSTANCE,
    ),
    read(Operation::GetLinuxInfo, "get-linux-info", "/api/v1/data-box/get-linux-info", fields::BOX_INSTANCE),
    read(
        Operation::GetTensorFlowInfo,
        "get-tensor-flow-info",
        "/api/v1/data-box/get-tensor-flow-info",
        fields::BOX_INSTANCE,
    ),
    write(
        Operation::CreateDataBox,
        "create-data-box",
        "/api/v1/data-box/create-data-box",
        fields::CREATE_BOX,
    ),
    write(
        Operation::ModifyDataBox,
        "modify-data-box",
        "/api/v1/data-box/modify-data-box",
        fields::MODIFY_BOX,
    ),
    write(
        Operation::ChangeDataBoxNasVolumeSize,
        "change-data-box-nas-volume-size",
        "/api/v1/data-box/change-data-box-nas-volume-size",
        fields::RESIZE_BOX_NAS,
    ),
    write(
        Operation::SetBlockExternalNetwork,
        "set-block-external-network",
        "/api/v1/data-box/set-block-external-network",
        fields::BLOCK_NETWORK,
    ),
    write(Operation::ReturnDataBox, "return-data-box", "/api/v1/data-box/return-data-box", fields::BOX),
    read(
        Operation::GetTargetNasList,
        "get-target-nas-list",
        "/api/v1/import/get-target-nas-list",
        fields::BOX,
    ),
    write(
        Operation::ApplyFileImport,
        "apply-file-import",
        "/api/v1/import/apply-file-import",
        fields::APPLY_IMPORT,
    ),
    read(
        Operation::GetImportApplyList,
        "get-import-apply-list",
        "/api/v1/import/get-import-apply-list",
        fields::REQUESTS_OF_FRAME,
    ),
    read(
        Operation::GetImportApplyDetail,
        "get-import-apply-detail",
        "/api/v1/import/get-import-apply-detail",
        fields::IMPORT_REQUEST,
    ),
    read(
        Operation::GetSourceNasList,
        "get-source-nas-list",
        "/api/v1/export/get-source-nas-list",
        fields::BOX,
    ),
    read(
        Operation::GetSslVpnAccountList,
        "get-ssl-vpn-account-list",
        "/api/v1/export/get-ssl-vpn-account-list",
        fields::BOX,
    ),
    write(
        Operation::ApplyFileExport,
        "apply-file-export",
        "/api/v1/export/apply-file-export",
        fields::APPLY_EXPORT,
    ),
    read(
        Operation::GetExportApplyList,
        "get-export-apply-list",
        "/api/v1/export/get-export-apply-list",
        fields::REQUESTS_OF_BOX,
    ),
    read(
        Operation::GetExportApplyDetail,
        "get-export-apply-detail",
        "/api/v1/export/get-export-apply-detail",
        fields::EXPORT_REQUEST,
    ),
    write(
        Operation::ReturnFileExportApply,
        "return-file-export-apply",
        "/api/v1/export/return-file-export-apply",
        fields::CANCEL_EXPORT,
    ),
    read(
        Operation::GetExportFileApproveList,
        "get-export-file-approve-list",
        "/api/v1/export-approve/get-export-file-approve-list",
        fields::REQUESTS_OF_FRAME,
    ),
    read(
        Operation::GetExportFileApproveDetail,
        "get-export-file-approve-detail",
        "/api/v1/export-approve/get-export-file-approve-detail",
        fields::EXPORT_REQUEST,
    ),
    write(
        Operation::ExportFileApprove,
        "export-file-approve",
        "/api/v1/export-approve/export-file-approve",
        fields::EXPORT_REQUEST,
    ),
    write(
        Operation::ExportFileReject,
        "export-file-reject",
        "/api/v1/export-approve/export-file-reject",
        fields::REJECT_EXPORT,
    ),
    read(Operation::GetBucketList, "get-bucket-list", "/api/v1/bucket/get-bucket-list", fields::NONE),
];

const fn read(
    operation: Operation,
    name: &'static str,
    path: &'static str,
    fields: &'static [Field],
) -> OperationContract {
    OperationContract { operation, name, method: "GET", path, fields }
}

const fn write(
    operation: Operation,
    name: &'static str,
    path: &'static str,
    fields: &'static [Field],
) -> OperationContract {
    OperationContract { operation, name, method: "POST", path, fields }
}
