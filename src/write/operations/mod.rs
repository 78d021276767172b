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

use super::snapshot::{Change, InstanceKind, ItemId, Property};

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
