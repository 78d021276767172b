//! Decisions on export requests.

use databoxframe::Id;
use databoxframe::code::ExportStatus;
use databoxframe::export_review::{
    ExportFileApprove, ExportFileReject, ExportReview, GetExportFileApproveDetail,
};

use crate::action::Action;
use crate::gateway::Failure;
use crate::write::Target;
use crate::write::operation::{Reader, Write, or_gone};
use crate::write::snapshot::{Change, Item, ItemId, Property, Snapshot, Value};

/// Guard of a decision in the list: the request as listed.
pub fn summary_item(review: &ExportReview) -> Item {
    Item {
        id: ItemId::Export(review.export_apply_id.clone()),
        properties: vec![
            (Property::File, Value::text(review.source_file.as_deref())),
            (Property::Status, Value::ExportStatus(review.status.clone())),
            (Property::FileSize, Value::amount(review.file_size_mb.as_ref())),
            (Property::Applicant, Value::text(review.ssl_vpn_id.as_deref())),
            (Property::DataBox, Value::text(Some(review.box_no.as_str()))),
            (Property::Requested, Value::date(review.applied.as_ref())),
            (Property::Reviewed, Value::date(review.reviewed.as_ref())),
        ],
    }
}

/// Guard of a decision on the request's page: the request as shown there.
pub fn full_item(review: &ExportReview) -> Item {
    let mut item = summary_item(review);
    item.properties.extend([
        (Property::Description, Value::text(review.description.as_deref())),
        (Property::Purpose, Value::text(review.export_purpose.as_deref())),
        (Property::Memo, Value::text(review.memo.as_deref())),
        (Property::OtherFields, Value::fields(&review.extra)),
    ]);
    item
}

async fn read(reader: Reader, frame_no: &Id, box_no: &Id, id: &Id) -> Result<Snapshot, Failure> {
    let operation = GetExportFileApproveDetail {
        frame_no: frame_no.clone(),
        box_no: box_no.clone(),
        export_apply_id: id.clone(),
    };
    or_gone(reader.read(&operation).await.map(|list| {
        let review = list.content.iter().find(|review| review.export_apply_id == *id);
        review.map_or_else(Snapshot::default, |review| Snapshot::of(full_item(review)))
    }))
}

/// The new status, if the status changed.
pub(super) fn new_status(change: &Change) -> Option<&ExportStatus> {
    match change {
        Change::Property { after: Value::ExportStatus(status), .. } => Some(status),
        _ => None,
    }
}

/// Whether a code belongs to the opposite decision. The codes of rejections and cancellations are
/// not documented; codes of approvals are assumed to begin with `COPY`.
pub(super) fn names(status: &ExportStatus, decision: &str) -> bool {
    status.as_str().to_ascii_uppercase().contains(decision)
}

impl Write for ExportFileApprove {
    type Shown = Item;

    fn action(&self) -> Action {
        Action::Approve
    }

    fn target(&self) -> Target {
        Target::Export(self.frame_no.clone(), self.box_no.clone(), self.export_apply_id.clone())
    }

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
        read(reader, &self.frame_no, &self.box_no, &self.export_apply_id).await
    }

    fn may_cause(&self, change: &Change) -> bool {
        let waiting = [ExportStatus::Init, ExportStatus::RequestComplete];
        new_status(change).is_some_and(|status| {
            !waiting.contains(status) && !names(status, "REJ") && !names(status, "CANC")
        })
    }

    fn is_certain(&self, change: &Change) -> bool {
        new_status(change).is_some_and(|status| names(status, "COPY"))
    }
}

impl Write for ExportFileReject {
    type Shown = Item;

    fn action(&self) -> Action {
        Action::Reject
    }

    fn target(&self) -> Target {
        Target::Export(self.frame_no.clone(), self.box_no.clone(), self.export_apply_id.clone())
    }

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
        read(reader, &self.frame_no, &self.box_no, &self.export_apply_id).await
    }

    fn may_cause(&self, change: &Change) -> bool {
        new_status(change).is_some_and(|status| {
            matches!(status, ExportStatus::Other(_)) && !names(status, "COPY") && !names(status, "CANC")
        })
    }

    fn is_certain(&self, change: &Change) -> bool {
        new_status(change).is_some_and(|status| names(status, "REJ"))
    }
}
