//! Data Box: an analyst's space in a frame. `read.rs` lists and shows, `create.rs` and
//! `modify.rs` build and change, the rest is here.

mod create;
mod modify;
mod read;

pub use create::*;
pub use modify::*;
pub use read::*;

use crate::operation::operation;
use crate::record::Receipt;
use crate::rule::NAS_SIZE_GB;
use crate::value::Id;

/// Resizes a box's NAS volume. Asynchronous.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeDataBoxNasVolumeSize {
    /// In which frame.
    pub frame_no: Id,
    /// Of which box.
    pub box_no: Id,
    /// Which volume.
    pub nas_instance_no: Id,
    /// New size in GB, see [`NAS_SIZE_GB`].
    pub volume_size: u64,
}
operation!(ChangeDataBoxNasVolumeSize: Post "data-box" / "change-data-box-nas-volume-size", Change -> Receipt,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id("dataBoxNo", &this.box_no);
    fields.id_text("nasVolumeInstanceNo", &this.nas_instance_no);
    fields.number("volumeSize", this.volume_size, NAS_SIZE_GB);
});

/// Blocks or allows a box's external network. Asynchronous.
#[derive(Clone, Debug, PartialEq)]
pub struct SetBlockExternalNetwork {
    /// In which frame.
    pub frame_no: Id,
    /// Of which box.
    pub box_no: Id,
    /// `true` blocks, `false` allows.
    pub block: bool,
}
operation!(SetBlockExternalNetwork: Post "data-box" / "set-block-external-network", Change -> Receipt,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id("dataBoxNo", &this.box_no);
    fields.flag("isBlock", this.block);
});

/// Returns a box with everything in it. Asynchronous, not to be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnDataBox {
    /// In which frame.
    pub frame_no: Id,
    /// Which.
    pub box_no: Id,
}
operation!(ReturnDataBox: Post "data-box" / "return-data-box", Destroy -> Receipt,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id("dataBoxNo", &this.box_no);
});
