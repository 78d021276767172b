//! Decisions on export requests.

use databoxframe::Id;
use databoxframe::code::{ExportStatus, Resolution};
use databoxframe::export_review::{
    ExportFileApprove, ExportFileReject, ExportReview, GetExportFileApproveDetail,
};

use crate::action::Action;
use crate::gateway::Failure;
use crate::write::Target;
use crate::write::operation::{Reader, Write, or_gone};
use crate::write::snapshot::{Change, Item, ItemId, Property, Snapshot, Value};

/// The request as listed: what it must still be when its detail is read for a decision.
pub fn summary_item(review: &ExportReview) -> Item {
    let ExportReview {
        export_apply_id,
        box_name,
        box_no,
        ssl_vpn_id,
        source_file,
        applied,
        reviewed,
        status,
        file_size_mb,
        // Only in the detail.
        description: _,
        export_purpose: _,
        memo: _,
        // The list and the detail may differ in what is not documented.
        extra: _,
        answered: _,
    } = review;
    Item {
        id: ItemId::Export(export_apply_id.clone()),
        properties: vec![
            (Property::File, Value::text(source_file.as_deref())),
            (Property::Status, Value::ExportStatus(status.clone())),
            (Property::FileSize, Value::amount(file_size_mb.as_ref())),
            (Property::Applicant, Value::text(ssl_vpn_id.as_deref())),
            (Property::DataBox, Value::text(Some(box_no.as_str()))),
            (Property::BoxName, Value::text(box_name.as_deref())),
            (Property::Requested, Value::date(applied.as_ref())),
            (Property::Reviewed, Value::date(reviewed.as_ref())),
        ],
    }
}

/// Guard of a decision: the whole request, as shown.
pub fn full_item(review: &ExportReview) -> Item {
    let mut item = summary_item(review);
    let ExportReview {
        // In the summary.
        export_apply_id: _,
        box_name: _,
        box_no: _,
        ssl_vpn_id: _,
        source_file: _,
        applied: _,
        reviewed: _,
        status: _,
        file_size_mb: _,
        description,
        export_purpose,
        memo,
        extra,
        // All of the above, as JSON.
        answered: _,
    } = review;
    item.properties.extend([
        (Property::Description, Value::text(description.as_deref())),
        (Property::Purpose, Value::text(export_purpose.as_deref())),
        (Property::Memo, Value::text(memo.as_deref())),
        (Property::OtherFields, Value::fields(extra)),
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
fn new_status(change: &Change) -> Option<&ExportStatus> {
    match change {
        Change::Property { after: Value::ExportStatus(status), .. } => Some(status),
        _ => None,
    }
}

/// Whether the new status may be this resolution: a code that says no other. Most such codes are not
/// documented, so that none of them is certain.
pub(super) fn may_resolve(change: &Change, wanted: Resolution) -> bool {
    new_status(change).is_some_and(|status| match status {
        ExportStatus::Init | ExportStatus::RequestComplete => false,
        other => other.resolution().is_none_or(|resolution| resolution == wanted),
    })
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
        may_resolve(change, Resolution::Approved)
    }

    fn is_certain(&self, change: &Change) -> bool {
        new_status(change) == Some(&ExportStatus::CopyComplete)
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
        may_resolve(change, Resolution::Rejected)
    }

    /// The code of a rejected request is not documented.
    fn is_certain(&self, _change: &Change) -> bool {
        false
    }
}
