//! The 13 writes, see [`super::operation::Write`].

mod boxes;
mod exports;
mod frames;
mod imports;
mod reviews;

pub use boxes::{box_item, box_network_item, box_volume_item};
pub use exports::CancelExport;
pub use frames::{frame_item, frame_volume_item};
pub use reviews::{full_item, summary_item};

use databoxframe::export::ExportApplied;
use databoxframe::import::ImportApplied;
use databoxframe::{Id, List};

use super::operation::{HasReceipt, Receipt};
use super::snapshot::{Change, InstanceKind, ItemId, Property};

/// Of all writes but the two that make requests for files.
impl HasReceipt for databoxframe::Receipt {
    fn receipt(self) -> Option<Receipt> {
        self.return_message.map(|message| Receipt::Message(message.into()))
    }
}

impl HasReceipt for List<ImportApplied> {
    fn receipt(self) -> Option<Receipt> {
        applied(self.content.into_iter().map(|file| file.import_apply_id))
    }
}

impl HasReceipt for List<ExportApplied> {
    fn receipt(self) -> Option<Receipt> {
        applied(self.content.into_iter().map(|file| file.export_apply_id))
    }
}

/// Numbers of requests; without one it is no receipt.
fn applied(numbers: impl Iterator<Item = Option<Id>>) -> Option<Receipt> {
    let numbers: Vec<String> = numbers.flatten().map(|id| id.to_string()).collect();
    (!numbers.is_empty()).then_some(Receipt::Applied(numbers))
}

/// Whether a change makes an item.
fn is_new(change: &Change) -> bool {
    matches!(change, Change::Added(_))
}

/// Whether a change is about the instance of this number, as far as the answer says of what kind it is.
fn is_of(change: &Change, wanted: InstanceKind, instance_no: &Id) -> bool {
    match &change.item().id {
        ItemId::Infrastructure { kind, number: Some(number), .. } => {
            number == instance_no && kind.may_be(wanted)
        }
        _ => false,
    }
}

/// Whether a change is another value of a property.
fn is_change_of(change: &Change, wanted: Property) -> bool {
    matches!(change, Change::Property { property, .. } if *property == wanted)
}

/// The identity of a server, node or volume.
fn infra_id(kind: InstanceKind, number: Option<&Id>, name: Option<&str>) -> ItemId {
    ItemId::Infrastructure { kind, number: number.cloned(), name: name.unwrap_or_default().to_owned() }
}

#[cfg(test)]
mod tests;
