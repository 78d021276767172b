//! Identities of records in a list.

use databoxframe::Id;
use databoxframe::bucket::Bucket;
use databoxframe::data_box::{BoxInfra, DataBox};
use databoxframe::export::{ExportRequest, SslVpnAccount};
use databoxframe::export_review::ExportReview;
use databoxframe::frame::{Frame, FrameInfra};
use databoxframe::import::{ImportRequest, NasVolume};

/// A record with an identity in its list.
pub trait Identified: PartialEq {
    /// What tells it from others.
    type Identity: Ord + Clone;
    /// Its identity; none if the answer does not give one. Such records are all kept.
    fn identity(&self) -> Option<Self::Identity>;
}

/// Identity of a frame.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FrameKey(pub Id);

/// Identity of a data box in its frame.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BoxKey(pub Id);

/// Identity of a frame's server or volume. Servers and volumes may have separate numbers, and names
/// distinguish records with the same number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FrameInfraKey {
    /// Number of the instance.
    pub instance_no: Id,
    /// `Server`, `NAS`.
    pub infra_type: Option<Box<str>>,
    /// Name of the instance.
    pub name: Option<Box<str>>,
}

/// Identity of an import request in its frame.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportKey {
    /// Number of the box, if the answer gives it.
    pub box_no: Option<Id>,
    /// Number of the request.
    pub import_apply_id: Id,
}

/// Identity of an export request in its frame.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExportKey {
    /// Number of the box, if the answer gives it.
    pub box_no: Option<Id>,
    /// Number of the request.
    pub export_apply_id: Id,
}

/// Identity of a NAS volume of a box.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NasKey(pub Id);

/// Identity of an SSL VPN account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AccountKey(pub Id);

/// Identity of a bucket: its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BucketKey(pub Box<str>);

/// Identity of records without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoKey {}

impl Identified for Frame {
    type Identity = FrameKey;
    fn identity(&self) -> Option<FrameKey> {
        Some(FrameKey(self.frame_no.clone()))
    }
}

impl Identified for DataBox {
    type Identity = BoxKey;
    fn identity(&self) -> Option<BoxKey> {
        Some(BoxKey(self.box_no.clone()))
    }
}

impl Identified for FrameInfra {
    type Identity = FrameInfraKey;
    fn identity(&self) -> Option<FrameInfraKey> {
        let (infra_type, name) = (self.infra_type.clone(), self.name.clone());
        Some(FrameInfraKey { instance_no: self.instance_no.clone()?, infra_type, name })
    }
}

/// The nodes of a cluster share their number, and may share their name.
impl Identified for BoxInfra {
    type Identity = NoKey;
    fn identity(&self) -> Option<NoKey> {
        None
    }
}

impl Identified for ImportRequest {
    type Identity = ImportKey;
    fn identity(&self) -> Option<ImportKey> {
        Some(ImportKey { box_no: self.box_no.clone(), import_apply_id: self.import_apply_id.clone() })
    }
}

impl Identified for ExportRequest {
    type Identity = ExportKey;
    fn identity(&self) -> Option<ExportKey> {
        Some(ExportKey { box_no: self.box_no.clone(), export_apply_id: self.export_apply_id.clone() })
    }
}

impl Identified for ExportReview {
    type Identity = ExportKey;
    fn identity(&self) -> Option<ExportKey> {
        Some(ExportKey { box_no: Some(self.box_no.clone()), export_apply_id: self.export_apply_id.clone() })
    }
}

impl Identified for NasVolume {
    type Identity = NasKey;
    fn identity(&self) -> Option<NasKey> {
        Some(NasKey(self.nas_instance_no.clone()))
    }
}

impl Identified for SslVpnAccount {
    type Identity = AccountKey;
    fn identity(&self) -> Option<AccountKey> {
        Some(AccountKey(self.ssl_vpn_no.clone()))
    }
}

impl Identified for Bucket {
    type Identity = BucketKey;
    fn identity(&self) -> Option<BucketKey> {
        self.name.clone().map(BucketKey)
    }
}
