//! Export review: what may leave the fence.

use crate::code::ExportStatus;
use crate::date::{DateTime, Stamp};
use crate::list::{List, Page, REQUEST_PAGE};
use crate::operation::operation;
use crate::record::{Receipt, record};
use crate::rule::{NAME, REJECT_REASON};
use crate::value::{Amount, Id};

record! {
    /// An export request as its reviewer sees it
    /// (pages: get-export-file-approve-list, get-export-file-approve-detail).
    pub struct ExportReview {
        /// Number.
        export_apply_id: Id = "exportApplyId",
        /// Name of the box.
        box_name: Option<Box<str>> = "dataBoxName",
        /// Number of the box: a decision names it.
        box_no: Id = "dataBoxNo",
        /// SSL VPN ID of the applicant.
        ssl_vpn_id: Option<Box<str>> = "sslVpnId",
        /// The file.
        source_file: Option<Box<str>> = "sourceFileName",
        /// When it was requested.
        applied: Option<Stamp> = "applyDate",
        /// Time of the review; absent before.
        reviewed: Option<Stamp> = "approveDate",
        /// Status.
        status: ExportStatus = "status",
        /// Description of the file; only in the detail.
        description: Option<Box<str>> = "description",
        /// Purpose of the export; only in the detail.
        export_purpose: Option<Box<str>> = "exportPurpose",
        /// The request's memo; only in the detail.
        memo: Option<Box<str>> = "memo",
        /// Size of the file in MB.
        file_size_mb: Option<Amount> = "fileSize",
    }
}

/// Whether a decision can be taken on a request, as far as the API reference says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decidable {
    /// It is ready for review.
    Yes,
    /// It is not ready yet.
    NotYet,
    /// It was decided.
    Decided,
    /// The status is in no table: the service will say.
    Unknown,
}

impl ExportReview {
    /// Whether a decision can be taken now.
    pub fn decidable(&self) -> Decidable {
        let reviewed = self.reviewed.as_ref().is_some_and(|stamp| !stamp.as_str().is_empty());
        match &self.status {
            ExportStatus::CopyComplete => Decidable::Decided,
            // The pages: the review date is present once it was reviewed.
            _ if reviewed => Decidable::Decided,
            ExportStatus::RequestComplete => Decidable::Yes,
            ExportStatus::Init => Decidable::NotYet,
            ExportStatus::Other(_) => Decidable::Unknown,
        }
    }
}

/// Lists the export requests of a frame for review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetExportFileApproveList {
    /// Of which frame.
    pub frame_no: Id,
    /// Only of this box.
    pub box_no: Option<Id>,
    /// Only from here on.
    pub apply_start: Option<DateTime>,
    /// Only up to here.
    pub apply_end: Option<DateTime>,
    /// Only in this status.
    pub status: Option<ExportStatus>,
    /// Which page.
    pub page: Option<Page>,
}
operation!(GetExportFileApproveList: Get "export-approve" / "get-export-file-approve-list", None -> List<ExportReview>,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.optional_id("dataBoxNo", this.box_no.as_ref());
    fields.window(this.apply_start, this.apply_end);
    fields.optional_text("status", this.status.as_ref().map(ExportStatus::as_str), NAME);
    Page::write(this.page, fields, REQUEST_PAGE);
});

/// Reads one request for review; answered as a list of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetExportFileApproveDetail {
    /// In which frame.
    pub frame_no: Id,
    /// Of which box.
    pub box_no: Id,
    /// Which.
    pub export_apply_id: Id,
}
operation!(GetExportFileApproveDetail: Get "export-approve" / "get-export-file-approve-detail", None -> List<ExportReview>,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id("dataBoxNo", &this.box_no);
    fields.id("exportApplyId", &this.export_apply_id);
});

/// Approves a request: its file is copied to the target bucket, out of the fence.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportFileApprove {
    /// In which frame.
    pub frame_no: Id,
    /// Of which box.
    pub box_no: Id,
    /// Which.
    pub export_apply_id: Id,
}
operation!(ExportFileApprove: Post "export-approve" / "export-file-approve", Final -> Receipt,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id("dataBoxNo", &this.box_no);
    fields.id("exportApplyId", &this.export_apply_id);
});

/// Rejects a request.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportFileReject {
    /// In which frame.
    pub frame_no: Id,
    /// Of which box.
    pub box_no: Id,
    /// Which.
    pub export_apply_id: Id,
    /// Shown to the applicant, 1 to 1,000 characters.
    pub reject_reason: String,
}
operation!(ExportFileReject: Post "export-approve" / "export-file-reject", Final -> Receipt,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id("dataBoxNo", &this.box_no);
    fields.id("exportApplyId", &this.export_apply_id);
    fields.text("rejectReason", &this.reject_reason, REJECT_REASON);
});
