//! The parts that all 32 operations share.

use crate::fields::Fields;
use crate::record::FromReply;

/// HTTP method. The service knows only these two; a POST is never safe to repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// A read: parameters in the query, no body.
    Get,
    /// A write: parameters in a JSON body, no query.
    Post,
}

impl Method {
    /// In capitals, as signed and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// Harm of an operation that is sent by mistake. It decides the confirmation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// None: a read.
    None,
    /// A change that can be seen or undone.
    Change,
    /// Data leaves the fence, or a decision becomes final.
    Final,
    /// From now on data can leave the fence without a review.
    Open,
    /// A frame or a box is deleted with everything in it.
    Destroy,
}

/// The constant facts of an operation.
#[derive(Debug, PartialEq, Eq)]
pub struct Spec {
    /// The last part of the path, which is also the name of its page in the API guide.
    pub name: &'static str,
    /// GET or POST.
    pub method: Method,
    /// Everything after the host, without a query.
    pub path: &'static str,
    /// Harm of a mistake.
    pub harm: Harm,
}

impl Spec {
    /// Whether the operation is idempotent.
    pub const fn is_read(&self) -> bool {
        matches!(self.method, Method::Get)
    }
}

/// One operation with its parameters.
pub trait Operation {
    /// Constant facts.
    const SPEC: &'static Spec;
    /// Response of the operation.
    type Response: FromReply;
    /// Writes the parameters and records every documented limit that they break.
    fn fields(&self, fields: &mut Fields);
}

/// Declares the [`Spec`] and the response of an operation, and how its fields are written.
macro_rules! operation {
    ($type:ty: $method:ident $group:literal / $name:literal, $harm:ident -> $response:ty, |$this:ident, $fields:ident| $write:block) => {
        impl $crate::operation::Operation for $type {
            const SPEC: &'static $crate::operation::Spec = &$crate::operation::Spec {
                name: $name,
                method: $crate::operation::Method::$method,
                path: concat!("/api/v1/", $group, "/", $name),
                harm: $crate::operation::Harm::$harm,
            };
            type Response = $response;
            #[allow(unused_variables, reason = "an operation without parameters writes none")]
            fn fields(&self, $fields: &mut $crate::fields::Fields) {
                let $this = self;
                $write
            }
        }
    };
}
pub(crate) use operation;

/// Every operation, in the order of the API guide.
pub const ALL: [&Spec; 32] = [
    crate::frame::GetDataBoxFrameList::SPEC,
    crate::frame::GetDataBoxFrameDetail::SPEC,
    crate::frame::GetDataBoxFrameInfraList::SPEC,
    crate::frame::ModifyDataBoxFrameAdminInfra::SPEC,
    crate::frame::ChangeDataBoxFrameNasVolumeSize::SPEC,
    crate::frame::ReturnDataBoxFrame::SPEC,
    crate::data_box::GetDataBoxList::SPEC,
    crate::data_box::GetDataBoxInfraList::SPEC,
    crate::data_box::GetDataBoxSummaryInfo::SPEC,
    crate::data_box::GetHadoopClusterInfo::SPEC,
    crate::data_box::GetLinuxInfo::SPEC,
    crate::data_box::GetTensorFlowInfo::SPEC,
    crate::data_box::CreateDataBox::SPEC,
    crate::data_box::ModifyDataBox::SPEC,
    crate::data_box::ChangeDataBoxNasVolumeSize::SPEC,
    crate::data_box::SetBlockExternalNetwork::SPEC,
    crate::data_box::ReturnDataBox::SPEC,
    crate::import::GetTargetNasList::SPEC,
    crate::import::ApplyFileImport::SPEC,
    crate::import::GetImportApplyList::SPEC,
    crate::import::GetImportApplyDetail::SPEC,
    crate::export::GetSourceNasList::SPEC,
    crate::export::GetSslVpnAccountList::SPEC,
    crate::export::ApplyFileExport::SPEC,
    crate::export::GetExportApplyList::SPEC,
    crate::export::GetExportApplyDetail::SPEC,
    crate::export::ReturnFileExportApply::SPEC,
    crate::export_review::GetExportFileApproveList::SPEC,
    crate::export_review::GetExportFileApproveDetail::SPEC,
    crate::export_review::ExportFileApprove::SPEC,
    crate::export_review::ExportFileReject::SPEC,
    crate::bucket::GetBucketList::SPEC,
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_32_different_operations_and_paths_end_in_names() {
        assert_eq!(ALL.iter().map(|spec| spec.path).collect::<HashSet<_>>().len(), 32);
        for spec in ALL {
            assert!(spec.path.starts_with("/api/v1/") && spec.path.ends_with(spec.name));
            assert_eq!(spec.is_read(), spec.harm == Harm::None, "{}", spec.name);
            assert_eq!(spec.is_read(), spec.name.starts_with("get-"), "{}", spec.name);
        }
    }
}
