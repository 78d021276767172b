//! A request to export one file from a box to a bucket, which a reviewer has to approve.

use super::status::ExportStatus;
use crate::time::Timestamp;

/// An export request.
#[derive(Clone, Debug)]
pub(crate) struct Export {
    pub(crate) id: u64,
    pub(crate) frame_no: u64,
    pub(crate) box_no: u64,
    pub(crate) box_name: String,
    pub(crate) vpn_id: String,
    pub(crate) nas_name: String,
    pub(crate) bucket: String,
    pub(crate) file_name: String,
    pub(crate) description: String,
    pub(crate) purpose: String,
    pub(crate) memo: String,
    /// In MB.
    pub(crate) size: u64,
    pub(crate) status: ExportStatus,
    pub(crate) applied: Timestamp,
    pub(crate) reviewed: Option<Timestamp>,
}

impl Export {
    /// End of the transfer to the review bucket. It depends on the file name, so that tests can
    /// choose.
    pub(crate) fn outcome(&self) -> ExportStatus {
        if self.file_name.to_lowercase().contains("not-found") {
            ExportStatus::FileError
        } else {
            ExportStatus::WaitingForReview
        }
    }
}
