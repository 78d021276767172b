//! Requests to export files, and their cancellation.

use databoxframe::code::Resolution;
use databoxframe::export::{
    ApplyFileExport, ExportRequest, GetExportApplyDetail, GetExportApplyList, ReturnFileExportApply,
};
use databoxframe::{Fields, Id, Operation, Spec};

use super::reviews::may_resolve;
use super::{is_new, only};
use crate::action::Action;
use crate::gateway::Failure;
use crate::paging::Paging;
use crate::write::Target;
use crate::write::guard::Unguarded;
use crate::write::operation::{Makes, Reader, Write, or_gone};
use crate::write::snapshot::{Change, Item, ItemId, Property, Snapshot, Value};

/// An export request, to be told from those before.
fn listed_item(request: &ExportRequest) -> Item {
    only(CancelExport::shown(request), &[Property::File, Property::Requested])
}

impl Write for ApplyFileExport {
    type Shown = Unguarded;

    fn action(&self) -> Action {
        Action::RequestExport
    }

    fn target(&self) -> Target {
        Target::DataBox(self.frame_no.clone(), self.box_no.clone())
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
        reader.list(Paging::REQUESTS, make, listed_item).await
    }

    fn may_cause(&self, change: &Change) -> bool {
        is_new(change)
    }

    fn makes(&self) -> Makes {
        Makes::New(self.files.len())
    }
}

/// Cancels an export request. The operation does not name the frame, which reading the request
/// needs.
#[derive(Clone, Debug)]
pub struct CancelExport {
    /// Number of the frame.
    pub frame_no: Id,
    /// The operation.
    pub request: ReturnFileExportApply,
}

impl CancelExport {
    /// Guard of a cancellation: the request as shown.
    pub fn shown(request: &ExportRequest) -> Item {
        let ExportRequest {
            export_apply_id,
            box_name,
            box_no,
            vpn_id,
            source_nas,
            source_file,
            target_bucket,
            status,
            applied,
            reviewed,
            memo,
            // It is shown by the list and read again by its number: both may differ in what is not
            // documented.
            extra: _,
            answered: _,
        } = request;
        Item {
            id: ItemId::Export(export_apply_id.clone()),
            properties: vec![
                (Property::File, Value::text(source_file.as_deref())),
                (Property::Requested, Value::date(applied.as_ref())),
                (Property::Status, Value::ExportStatus(status.clone())),
                (Property::DataBox, Value::text(box_no.as_ref().map(Id::as_str))),
                (Property::BoxName, Value::text(box_name.as_deref())),
                (Property::Applicant, Value::text(vpn_id.as_deref())),
                (Property::Nas, Value::text(source_nas.as_deref())),
                (Property::Bucket, Value::text(target_bucket.as_deref())),
                (Property::Reviewed, Value::date(reviewed.as_ref())),
                (Property::Memo, Value::text(memo.as_deref())),
            ],
        }
    }
}

impl Operation for CancelExport {
    const SPEC: &'static Spec = ReturnFileExportApply::SPEC;
    type Response = <ReturnFileExportApply as Operation>::Response;

    fn fields(&self, fields: &mut Fields) {
        self.request.fields(fields);
    }
}

impl Write for CancelExport {
    type Shown = Item;

    fn action(&self) -> Action {
        Action::CancelExport
    }

    fn target(&self) -> Target {
        Target::Export(
            self.frame_no.clone(),
            self.request.box_no.clone(),
            self.request.export_apply_id.clone(),
        )
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

    /// The code of a cancelled request is not documented: any unknown code may be it that does not
    /// say something else.
    fn may_cause(&self, change: &Change) -> bool {
        matches!(change, Change::Removed(_)) || may_resolve(change, Resolution::Cancelled)
    }

    fn is_certain(&self, change: &Change) -> bool {
        matches!(change, Change::Removed(_))
    }
}
