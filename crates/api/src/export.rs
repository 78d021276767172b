//! Export: files from a box's NAS to a bucket, by way of a review.

use crate::code::ExportStatus;
use crate::data_box::of_a_box;
use crate::date::{DateTime, Stamp};
use crate::import::NasVolume;
use crate::list::{List, Page, REQUEST_PAGE};
use crate::operation::operation;
use crate::record::{Receipt, record};
use crate::rule::{EXPORT_MEMO, EXPORT_PURPOSE, FILE_DESCRIPTION, FILES, NAME};
use crate::value::Id;

record! {
    /// An SSL VPN account of a box; an export's applicant is one of them
    /// (page: get-ssl-vpn-account-list).
    pub struct SslVpnAccount {
        /// Number.
        ssl_vpn_no: Id = "sslVpnNo",
        /// Login name.
        vpn_id: Option<Box<str>> = "vpnId",
        /// Masked by the service.
        email: Option<Box<str>> = "email",
        /// Country calling code.
        country_code: Option<Box<str>> = "countryCode",
        /// Masked by the service.
        phone_number: Option<Box<str>> = "phoneNumber",
    }
}

record! {
    /// An export request as its applicant sees it
    /// (pages: get-export-apply-list, get-export-apply-detail).
    pub struct ExportRequest {
        /// Number.
        export_apply_id: Id = "exportApplyId",
        /// Name of the box.
        box_name: Option<Box<str>> = "dataBoxName",
        /// Number of the box.
        box_no: Option<Id> = "dataBoxNo",
        /// SSL VPN ID of the applicant.
        vpn_id: Option<Box<str>> = "vpnId",
        /// The NAS the file comes from.
        source_nas: Option<Box<str>> = "sourceNasName",
        /// The file.
        source_file: Option<Box<str>> = "sourceFileName",
        /// The bucket that receives the file.
        target_bucket: Option<Box<str>> = "targetBucketName",
        /// Status.
        status: ExportStatus = "status",
        /// When it was requested.
        applied: Option<Stamp> = "applyDate",
        /// Time of the review; absent before.
        reviewed: Option<Stamp> = "resultDate",
        /// Memo.
        memo: Option<Box<str>> = "memo",
    }
}

record! {
    /// Result for one file of a new export request (page: apply-file-export).
    pub struct ExportApplied {
        /// Number of the request.
        export_apply_id: Option<Id> = "exportApplyId",
        /// Number of the box.
        box_no: Option<Id> = "dataBoxNo",
        /// Name of the box.
        box_name: Option<Box<str>> = "dataBoxName",
        /// The NAS the file comes from.
        nas_name: Option<Box<str>> = "nasInstanceName",
        /// The file.
        source_file: Option<Box<str>> = "sourceNasFileName",
        /// The bucket that receives the file.
        target_bucket: Option<Box<str>> = "targetBucketName",
        /// Status.
        status: Option<ExportStatus> = "status",
    }
}

of_a_box! {
    /// Lists the NAS volumes of a box that files can be exported from.
    GetSourceNasList: "export" / "get-source-nas-list" -> List<NasVolume>
}
of_a_box! {
    /// Lists the SSL VPN accounts of a box; its answer has no `totalCount`.
    GetSslVpnAccountList: "export" / "get-ssl-vpn-account-list" -> List<SslVpnAccount>
}

/// A file to be exported.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportFile {
    /// Name on the NAS.
    pub file_name: String,
    /// Description. Up to 1,000 characters; some editions require it.
    pub description: Option<String>,
}

/// Most MB of an exported file (page: apply-file-export).
pub const MAX_EXPORT_FILE_MB: u64 = 10;

/// Requests the export of up to five files of at most 10 MB each; a reviewer decides.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplyFileExport {
    /// In which frame.
    pub frame_no: Id,
    /// Out of which box.
    pub box_no: Id,
    /// Why, 1 to 1,000 characters.
    pub export_purpose: String,
    /// Up to 50 characters.
    pub memo: Option<String>,
    /// The files, 1 to 5.
    pub files: Vec<ExportFile>,
    /// The NAS they are on.
    pub source_nas_instance_no: Id,
    /// The applicant's SSL VPN account.
    pub ssl_vpn_no: Id,
    /// The bucket that receives them once approved.
    pub target_bucket: String,
}
operation!(ApplyFileExport: Post "export" / "apply-file-export", Change -> List<ExportApplied>,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id("dataBoxNo", &this.box_no);
    fields.text("exportPurpose", &this.export_purpose, EXPORT_PURPOSE);
    fields.optional_text("memo", this.memo.as_deref(), EXPORT_MEMO);
    fields.list("sourceFileInfoList", &this.files, FILES, |fields, file| {
        fields.text("fileName", &file.file_name, NAME);
        fields.optional_text("description", file.description.as_deref(), FILE_DESCRIPTION);
    });
    fields.id("sourceNasInstanceNo", &this.source_nas_instance_no);
    fields.id("sslVpnNo", &this.ssl_vpn_no);
    fields.text("targetBucketName", &this.target_bucket, NAME);
});

/// Lists export requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetExportApplyList {
    /// Of which frame.
    pub frame_no: Id,
    /// Number of the box: required in the 2025 pages (optional in the 2023 page).
    pub box_no: Id,
    /// Only from here on.
    pub apply_start: Option<DateTime>,
    /// Only up to here.
    pub apply_end: Option<DateTime>,
    /// Only in this status.
    pub status: Option<ExportStatus>,
    /// Which page.
    pub page: Option<Page>,
}
operation!(GetExportApplyList: Get "export" / "get-export-apply-list", None -> List<ExportRequest>,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id("dataBoxNo", &this.box_no);
    fields.window(this.apply_start, this.apply_end);
    fields.optional_text("status", this.status.as_ref().map(ExportStatus::as_str), NAME);
    Page::write(this.page, fields, REQUEST_PAGE);
});

/// Reads one export request; answered as a list of one, without the reject reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetExportApplyDetail {
    /// In which frame.
    pub frame_no: Id,
    /// Of which box.
    pub box_no: Id,
    /// Which.
    pub export_apply_id: Id,
}
operation!(GetExportApplyDetail: Get "export" / "get-export-apply-detail", None -> List<ExportRequest>,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id("dataBoxNo", &this.box_no);
    fields.id("exportApplyId", &this.export_apply_id);
});

/// Cancels an export request. The only write without a frame number.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnFileExportApply {
    /// Of which box.
    pub box_no: Id,
    /// Which.
    pub export_apply_id: Id,
}
operation!(ReturnFileExportApply: Post "export" / "return-file-export-apply", Final -> Receipt,
|this, fields| {
    fields.id("dataBoxNo", &this.box_no);
    fields.id("exportApplyId", &this.export_apply_id);
});
