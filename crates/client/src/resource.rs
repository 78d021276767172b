//! Which resource of the service something is about.

use databoxframe::Id;

/// A resource with all that tells it from others: the numbers of two frames or boxes are counted
/// by the service as it likes, and may be equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResourceKey {
    /// A frame.
    Frame(Id),
    /// A data box.
    DataBox {
        /// Number of its frame.
        frame_no: Id,
        /// Its number.
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

/// A server, node or volume. The nodes of a cluster share their number: kind and name tell them
/// apart, as far as they differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InstanceKey {
    /// Its number, if the answer gives it.
    pub number: Option<Id>,
    /// What the API calls its kind.
    pub kind: Option<Box<str>>,
    /// Its name.
    pub name: Option<Box<str>>,
}

/// A request to import or export a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestKey {
    /// Number of its frame.
    pub frame_no: Id,
    /// Number of its data box, if the answer or the question gives it.
    pub box_no: Option<Id>,
    /// Its number.
    pub request_id: Id,
}
