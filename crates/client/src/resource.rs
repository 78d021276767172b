//! Keys of the service's resources.

use databoxframe::Id;
use databoxframe::data_box::BoxInfra;
use databoxframe::export::ExportRequest;
use databoxframe::export_review::ExportReview;
use databoxframe::frame::FrameInfra;
use databoxframe::import::ImportRequest;

/// Key of a resource, with all that tells it from others: the numbers of two frames or boxes are counted
/// by the service as it likes, and may be equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResourceKey {
    /// A frame.
    Frame(Id),
    /// A data box.
    DataBox {
        /// Number of its frame.
        frame_no: Id,
        /// Number.
        box_no: Id,
    },
    /// A server or volume of a frame.
    FrameInfra {
        /// Number of the frame.
        frame_no: Id,
        /// The instance.
        instance: InstanceKey,
    },
    /// A server, node or volume of a data box.
    BoxInfra {
        /// Number of the frame.
        frame_no: Id,
        /// Number of the data box.
        box_no: Id,
        /// The instance.
        instance: InstanceKey,
    },
    /// An import request.
    Import(RequestKey),
    /// An export request, for its applicant and its reviewer.
    Export(RequestKey),
}

/// Key of a server, node or volume. The nodes of a cluster share their number: kind and name tell them
/// apart, as far as they differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InstanceKey {
    /// Number, if the answer gives it.
    pub number: Option<Id>,
    /// What the API calls its kind.
    pub kind: Option<Box<str>>,
    /// Name.
    pub name: Option<Box<str>>,
}

/// Key of a request to import or export a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestKey {
    /// Number of its frame.
    pub frame_no: Id,
    /// Number of its data box, if the answer or the question gives it.
    pub box_no: Option<Id>,
    /// Number.
    pub request_id: Id,
}

/// The key of a server or volume of a frame.
pub fn frame_infra_key(frame_no: &Id, item: &FrameInfra) -> ResourceKey {
    let instance = InstanceKey {
        number: item.instance_no.clone(),
        kind: item.infra_type.clone(),
        name: item.name.clone(),
    };
    ResourceKey::FrameInfra { frame_no: frame_no.clone(), instance }
}

/// The key of a server, node or volume of a box.
pub fn box_infra_key(frame_no: &Id, box_no: &Id, item: &BoxInfra) -> ResourceKey {
    let instance = InstanceKey {
        number: item.instance_no.clone(),
        kind: item.product.as_ref().map(|product| product.as_str().into()),
        name: item.name.clone(),
    };
    ResourceKey::BoxInfra { frame_no: frame_no.clone(), box_no: box_no.clone(), instance }
}

/// The key of a box.
pub fn box_key(frame_no: &Id, box_no: &Id) -> ResourceKey {
    ResourceKey::DataBox { frame_no: frame_no.clone(), box_no: box_no.clone() }
}

/// The key of an import request. `asked`: the box that was asked about, if it was one.
pub fn import_key(frame_no: &Id, asked: Option<&Id>, request: &ImportRequest) -> ResourceKey {
    ResourceKey::Import(RequestKey {
        frame_no: frame_no.clone(),
        box_no: request.box_no.as_ref().or(asked).cloned(),
        request_id: request.import_apply_id.clone(),
    })
}

/// The key of an export request. `asked`: the box that was asked about, if it was one.
pub fn export_key(frame_no: &Id, asked: Option<&Id>, request: &ExportRequest) -> ResourceKey {
    ResourceKey::Export(RequestKey {
        frame_no: frame_no.clone(),
        box_no: request.box_no.as_ref().or(asked).cloned(),
        request_id: request.export_apply_id.clone(),
    })
}

/// The key of an export request, for its reviewer.
pub fn review_key(frame_no: &Id, review: &ExportReview) -> ResourceKey {
    ResourceKey::Export(RequestKey {
        frame_no: frame_no.clone(),
        box_no: Some(review.box_no.clone()),
        request_id: review.export_apply_id.clone(),
    })
}
