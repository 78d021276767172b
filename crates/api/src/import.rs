//! Import: files from an Object Storage bucket into a box's NAS.

use crate::code::ImportStatus;
use crate::data_box::of_a_box;
use crate::date::{DateTime, Stamp};
use crate::list::{List, Page, REQUEST_PAGE};
use crate::operation::operation;
use crate::record::record;
use crate::rule::{FILES, IMPORT_MEMO, NAME};
use crate::value::Id;

record! {
    /// A NAS volume that files can be brought to or taken from
    /// (pages: get-target-nas-list, get-source-nas-list).
    pub struct NasVolume {
        /// Number.
        nas_instance_no: Id = "nasInstanceNo",
        /// Name.
        name: Option<Box<str>> = "nasName",
    }
}

record! {
    /// An import request (pages: get-import-apply-list, get-import-apply-detail).
    pub struct ImportRequest {
        /// Number.
        import_apply_id: Id = "importApplyId",
        /// Name of the box.
        box_name: Option<Box<str>> = "dataBoxName",
        /// Number of the box.
        box_no: Option<Id> = "dataBoxNo",
        /// The NAS that receives the file.
        target_nas: Option<Box<str>> = "targetNasName",
        /// The bucket the file comes from.
        source_bucket: Option<Box<str>> = "sourceBucketName",
        /// The file.
        source_file: Option<Box<str>> = "sourceFileName",
        /// When it was requested; only in the list.
        applied: Option<Stamp> = "applyDate",
        /// When it was done; only in the list.
        completed: Option<Stamp> = "completeDate",
        /// Status.
        status: Option<ImportStatus> = "status",
        /// Memo.
        memo: Option<Box<str>> = "memo",
    }
}

record! {
    /// Result for one file of a new import request (page: apply-file-import).
    pub struct ImportApplied {
        /// Number of the request.
        import_apply_id: Option<Id> = "importApplyId",
        /// Number of the box.
        box_no: Option<Id> = "dataBoxNo",
        /// Name of the box.
        box_name: Option<Box<str>> = "dataBoxName",
        /// The NAS that receives the file.
        nas_name: Option<Box<str>> = "nasInstanceName",
        /// The bucket the file comes from.
        source_bucket: Option<Box<str>> = "sourceBucketName",
        /// The file.
        source_file: Option<Box<str>> = "sourceBucketFileName",
        /// Status.
        status: Option<ImportStatus> = "status",
    }
}

of_a_box! {
    /// Lists the NAS volumes of a box that can receive files.
    GetTargetNasList: "import" / "get-target-nas-list" -> List<NasVolume>
}

/// Requests the import of up to five files of at most 500 MB each.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplyFileImport {
    /// In which frame.
    pub frame_no: Id,
    /// Into which box.
    pub box_no: Id,
    /// 1 to 50 characters.
    pub memo: Option<String>,
    /// The bucket the files are in.
    pub source_bucket: String,
    /// Object names in the bucket, 1 to 5.
    pub file_names: Vec<String>,
    /// The NAS that receives them.
    pub target_nas_instance_no: Id,
}
operation!(ApplyFileImport: Post "import" / "apply-file-import", Change -> List<ImportApplied>,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id("dataBoxNo", &this.box_no);
    fields.optional_text("memo", this.memo.as_deref(), IMPORT_MEMO);
    fields.text("sourceBucketName", &this.source_bucket, NAME);
    fields.list("sourceFileInfoList", &this.file_names, FILES, |fields, name| {
        fields.text("fileName", name, NAME);
    });
    fields.id("targetNasInstanceNo", &this.target_nas_instance_no);
});

/// Lists import requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetImportApplyList {
    /// Of which frame.
    pub frame_no: Id,
    /// Only of this box.
    pub box_no: Option<Id>,
    /// Only from here on.
    pub apply_start: Option<DateTime>,
    /// Only up to here.
    pub apply_end: Option<DateTime>,
    /// Only in this status.
    pub status: Option<ImportStatus>,
    /// Which page.
    pub page: Option<Page>,
}
operation!(GetImportApplyList: Get "import" / "get-import-apply-list", None -> List<ImportRequest>,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.optional_id("dataBoxNo", this.box_no.as_ref());
    fields.window(this.apply_start, this.apply_end);
    fields.optional_text("status", this.status.as_ref().map(ImportStatus::as_str), NAME);
    Page::write(this.page, fields, REQUEST_PAGE);
});

/// Reads one import request; answered as a list of one, without dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetImportApplyDetail {
    /// In which frame.
    pub frame_no: Id,
    /// Of which box.
    pub box_no: Id,
    /// Which.
    pub import_apply_id: Id,
}
operation!(GetImportApplyDetail: Get "import" / "get-import-apply-detail", None -> List<ImportRequest>,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id("dataBoxNo", &this.box_no);
    fields.id("importApplyId", &this.import_apply_id);
});
