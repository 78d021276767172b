//! Identities of records in a list.

use databoxframe::Id;
use databoxframe::bucket::Bucket;
use databoxframe::data_box::{BoxInfra, DataBox};
use databoxframe::export::{ExportRequest, SslVpnAccount};
use databoxframe::export_review::ExportReview;
use databoxframe::frame::{Frame, FrameInfra};
use databoxframe::import::{ImportRequest, NasVolume};

/// What tells a record from the others of its list. One type for all lists, so that they are put
/// together by one code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Identity {
    /// Number of a frame.
    Frame(Id),
    /// Number of a data box in its frame.
    DataBox(Id),
    /// A frame's server or volume. Servers and volumes may have separate numbers, and names
    /// distinguish records with the same number.
    FrameInfra {
        /// Number of the instance.
        instance_no: Id,
        /// `Server`, `NAS`.
        infra_type: Option<Box<str>>,
        /// Name of the instance.
        name: Option<Box<str>>,
    },
    /// An import request in its frame.
    Import {
        /// Number of the box, if the answer gives it.
        box_no: Option<Id>,
        /// Number of the request.
        import_apply_id: Id,
    },
    /// An export request in its frame.
    Export {
        /// Number of the box, if the answer gives it.
        box_no: Option<Id>,
        /// Number of the request.
        export_apply_id: Id,
    },
    /// Number of a NAS volume of a box.
    Nas(Id),
    /// Number of an SSL VPN account.
    Account(Id),
    /// Name of a bucket.
    Bucket(Box<str>),
}

/// A record with an identity in its list.
pub trait Identified: PartialEq {
    /// Its identity; none if the answer does not give one. Such records are all kept.
    fn identity(&self) -> Option<Identity>;
}

impl Identified for Frame {
    fn identity(&self) -> Option<Identity> {
        Some(Identity::Frame(self.frame_no.clone()))
    }
}

impl Identified for DataBox {
    fn identity(&self) -> Option<Identity> {
        Some(Identity::DataBox(self.box_no.clone()))
    }
}

impl Identified for FrameInfra {
    fn identity(&self) -> Option<Identity> {
        let (infra_type, name) = (self.infra_type.clone(), self.name.clone());
        Some(Identity::FrameInfra { instance_no: self.instance_no.clone()?, infra_type, name })
    }
}

/// The nodes of a cluster share their number, and may share their name.
impl Identified for BoxInfra {
    fn identity(&self) -> Option<Identity> {
        None
    }
}

impl Identified for ImportRequest {
    fn identity(&self) -> Option<Identity> {
        let (box_no, import_apply_id) = (self.box_no.clone(), self.import_apply_id.clone());
        Some(Identity::Import { box_no, import_apply_id })
    }
}

impl Identified for ExportRequest {
    fn identity(&self) -> Option<Identity> {
        let (box_no, export_apply_id) = (self.box_no.clone(), self.export_apply_id.clone());
        Some(Identity::Export { box_no, export_apply_id })
    }
}

impl Identified for ExportReview {
    fn identity(&self) -> Option<Identity> {
        let (box_no, export_apply_id) = (Some(self.box_no.clone()), self.export_apply_id.clone());
        Some(Identity::Export { box_no, export_apply_id })
    }
}

impl Identified for NasVolume {
    fn identity(&self) -> Option<Identity> {
        Some(Identity::Nas(self.nas_instance_no.clone()))
    }
}

impl Identified for SslVpnAccount {
    fn identity(&self) -> Option<Identity> {
        Some(Identity::Account(self.ssl_vpn_no.clone()))
    }
}

impl Identified for Bucket {
    fn identity(&self) -> Option<Identity> {
        self.name.clone().map(Identity::Bucket)
    }
}
