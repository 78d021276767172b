//! Requests to export files, and their cancellation.

use databoxframe::code::ExportStatus;
use databoxframe::export::{
    ApplyFileExport, ExportApplied, ExportRequest, GetExportApplyDetail, GetExportApplyList,
    ReturnFileExportApply,
};
use databoxframe::{Id, List, Receipt as Message};

use super::reviews::{names, new_status};
use super::{applied, is_new, message};
use crate::gateway::Failure;
use crate::paging::Paging;
use crate::write::Target;
use crate::write::guard::Unguarded;
use crate::write::operation::{Makes, Reader, Receipt, Write, or_gone};
use crate::write::snapshot::{Change, Item, ItemId, Property, Snapshot, Value};

fn item(request: &ExportRequest) -> Item {
    Item {
        id: ItemId::Export(request.export_apply_id.clone()),
        properties: vec![
            (Property::File, Value::text(request.source_file.as_deref())),
            (Property::Requested, Value::date(request.applied.as_ref())),
        ],
    }
}

impl Write for ApplyFileExport {
    type Operation = Self;
    type Shown = Unguarded;

    fn operation(&self) -> &Self {
        self
    }

    fn target(&self) -> Target {
        Target::DataBox(self.frame_no.clone(), self.box_no.clone())
    }

    fn receipt(response: List<ExportApplied>) -> Option<Receipt> {
        applied(response.content.into_iter().map(|file| file.export_apply_id))
    }

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
        let make = |page| GetExportApplyList {
            frame_no: self.frame_no.clone(),
            box_no: self.box_no.clone(),
            apply_start: None,
            apply_end: None,
            status: None,
            page,
        };
        reader.list(Paging::REQUESTS, make, item).await
    }

    fn may_cause(&self, change: &Change) -> bool {
        is_new(change)
    }

    fn makes(&self) -> Makes {
        Makes::New(self.files.len())
    }
}

/// Cancels an export request. The request itself does not name the frame, reading it again does.
#[derive(Clone, Debug)]
pub struct CancelExport {
    /// In which frame.
    pub frame_no: Id,
    /// What is sent.
    pub request: ReturnFileExportApply,
}

impl CancelExport {
    /// What of a request has to be as it was shown.
    pub fn shown(request: &ExportRequest) -> Item {
        let mut item = item(request);
        item.properties.push((Property::Status, Value::ExportStatus(request.status.clone())));
        item
    }
}

impl Write for CancelExport {
    type Operation = ReturnFileExportApply;
    type Shown = Item;

    fn operation(&self) -> &ReturnFileExportApply {
        &self.request
    }

    fn target(&self) -> Target {
        Target::Export(
            self.frame_no.clone(),
            self.request.box_no.clone(),
            self.request.export_apply_id.clone(),
        )
    }

    fn receipt(response: Message) -> Option<Receipt> {
        message(response)
    }

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
        let ReturnFileExportApply { box_no, export_apply_id } = self.request.clone();
        let operation = GetExportApplyDetail { frame_no: self.frame_no.clone(), box_no, export_apply_id };
        or_gone(reader.read(&operation).await.map(|list| {
            let id = &self.request.export_apply_id;
            let request = list.content.iter().find(|request| request.export_apply_id == *id);
            request.map_or_else(Snapshot::default, |request| Snapshot::of(Self::shown(request)))
        }))
    }

    /// The code of a cancelled request is not documented: it is none of the known ones.
    fn may_cause(&self, change: &Change) -> bool {
        let unknown = |status: &ExportStatus| {
            matches!(status, ExportStatus::Other(_)) && !names(status, "COPY") && !names(status, "REJ")
        };
        matches!(change, Change::Removed(_)) || new_status(change).is_some_and(unknown)
    }
}
