//! The 13 writes, see [`super::operation::Write`].
//!
//! The functions that make an [`Item`] take a record apart without `..`: a new field of an answer does
//! not compile until it is said whether it is guarded and compared.

mod boxes;
mod exports;
mod frames;
mod imports;
mod reviews;

pub use boxes::{box_network_item, box_return_item, box_volume_item};
pub use exports::CancelExport;
pub use frames::{frame_return_item, frame_volume_item};
pub use reviews::{full_item, summary_item};

use databoxframe::Id;

use super::snapshot::{Change, InstanceKind, Item, ItemId, Property, Snapshot};
use crate::gateway::Failure;

/// An item with these of its properties.
fn only(mut item: Item, properties: &[Property]) -> Item {
    item.properties.retain(|(property, _)| properties.contains(property));
    item
}

/// How many records a list has; none if it could not be read whole.
fn whole(list: Result<Snapshot, Failure>) -> Option<usize> {
    list.ok().filter(|list| !list.incomplete).map(|list| list.items.len())
}

/// Whether a change is a new item.
fn is_new(change: &Change) -> bool {
    matches!(change, Change::Added(_))
}

/// Whether a change affects the instance of this number, as far as the answer says its kind.
fn is_of(change: &Change, wanted: InstanceKind, instance_no: &Id) -> bool {
    match &change.item().id {
        ItemId::Infrastructure { kind, number: Some(number), .. } => {
            number == instance_no && kind.may_be(wanted)
        }
        _ => false,
    }
}

/// Whether a change is a new value of a property.
fn is_change_of(change: &Change, wanted: Property) -> bool {
    matches!(change, Change::Property { property, .. } if *property == wanted)
}

/// The identity of a server, node or volume.
fn infra_id(kind: InstanceKind, number: Option<&Id>, name: Option<&str>) -> ItemId {
    ItemId::Infrastructure { kind, number: number.cloned(), name: name.unwrap_or_default().to_owned() }
}

#[cfg(test)]
mod tests;
