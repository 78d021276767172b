//! A request to import one file from a bucket into a box.

use super::status::ImportStatus;
use crate::time::Timestamp;

/// An import request.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    pub(crate) id: u64,
    pub(crate) frame_no: u64,
    pub(crate) box_no: u64,
    pub(crate) box_name: String,
    pub(crate) nas_name: String,
    pub(crate) bucket: String,
    pub(crate) file_name: String,
    pub(crate) memo: String,
    pub(crate) status: ImportStatus,
    pub(crate) applied: Timestamp,
    pub(crate) completed: Option<Timestamp>,
}

impl Import {
    /// End of the transfer. It depends on the file name, so that tests can choose.
    pub(crate) fn outcome(&self) -> ImportStatus {
        let name = self.file_name.to_lowercase();
        if name.contains("not-found") {
            ImportStatus::FileError
        } else if name.contains("system-error") {
            ImportStatus::SystemError
        } else if [".exe", ".bat", ".dll"].iter().any(|ending| name.ends_with(ending)) {
            ImportStatus::SecurityError
        } else {
            ImportStatus::Completed
        }
    }
}
