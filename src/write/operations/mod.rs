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

use databoxframe::Id;

use super::operation::Receipt;
use super::snapshot::{Change, ItemId, Property};

/// The receipt of all writes but the two that make requests for files.
fn message(receipt: databoxframe::Receipt) -> Option<Receipt> {
    receipt.return_message.map(|message| Receipt::Message(message.into()))
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

/// Whether a change is about the instance of this number.
fn is_of(change: &Change, instance_no: &Id) -> bool {
    matches!(&change.item().id, ItemId::Infrastructure { number: Some(number), .. } if number == instance_no)
}

/// Whether a change is another value of a property.
fn is_change_of(change: &Change, wanted: Property) -> bool {
    matches!(change, Change::Property { property, .. } if *property == wanted)
}

/// The identity of a server, node or volume.
fn infra_id(number: Option<&Id>, name: Option<&str>) -> ItemId {
    ItemId::Infrastructure { number: number.cloned(), name: name.unwrap_or_default().to_owned() }
}

#[cfg(test)]
mod tests;
