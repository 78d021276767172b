//! Data Box Frame: the fenced environment, with its admin servers and shared NAS.

use serde_json::Value;

use crate::code::FrameStatus;
use crate::credentials::Password;
use crate::date::Stamp;
use crate::fields::Fields;
use crate::layout::{Layout, TOTAL_COUNT};
use crate::list::{List, Page, RESOURCE_PAGE};
use crate::mismatch::Mismatch;
use crate::operation::operation;
use crate::record::{At, Documented, Field as _, FromReply, Kind, Receipt, Record as _, bare_answer, record};
use crate::rule::{ANY_COUNT, ANY_LENGTH, NAS_SIZE_GB};
use crate::value::{Amount, Flag, Id};

record! {
    /// A frame of the account (page: get-data-box-frame-list).
    pub struct Frame {
        /// Number.
        frame_no: Id = "dataBoxFrameNo",
        /// Name.
        name: Option<Box<str>> = "dataBoxFrameName",
        /// Number of its boxes.
        box_count: Option<Amount> = "dataBoxCount",
        /// When it was created.
        created: Option<Stamp> = "createDate",
        /// Status.
        status: Option<FrameStatus> = "statusCode",
        /// The status in words, in the language asked for.
        status_name: Option<Box<str>> = "statusName",
    }
}

record! {
    /// Details of a frame (page: get-data-box-frame-detail).
    pub struct FrameDetail {
        /// Number. The 2023 page calls it optional, so its absence is not an error.
        frame_no: Option<Id> = "dataBoxFrameNo",
        /// Name.
        name: Option<Box<str>> = "dataBoxFrameName",
        /// Number of its boxes.
        box_count: Option<Amount> = "dataBoxCount",
        /// When it was created.
        created: Option<Stamp> = "createDate",
        /// Status.
        status: Option<FrameStatus> = "statusCode",
        /// The status in words.
        status_name: Option<Box<str>> = "statusName",
        /// Description.
        memo: Option<Box<str>> = "memo",
        /// The Object Storage bucket that holds files while they are reviewed.
        export_bucket: Option<Box<str>> = "exportBucketName",
        /// Whether the strengthened infrastructure-management permission is used.
        uses_pseudonym_info: Option<Flag> = "usePseudonymInfo",
    }
}
bare_answer!(FrameDetail);

record! {
    /// An admin server or a shared NAS volume (page: get-data-box-frame-infra-list).
    pub struct FrameInfra {
        /// `Server` or `NAS`.
        infra_type: Option<Box<str>> = "infraType",
        /// Name.
        name: Option<Box<str>> = "instanceName",
        /// Private IP address, of a server.
        private_ip: Option<Box<str>> = "privateIp",
        /// Public IP address, of a server.
        public_ip: Option<Box<str>> = "publicIp",
        /// Operating system, of a server.
        os_name: Option<Box<str>> = "osName",
        /// Spec of a server; capacity in GB of a NAS.
        spec_name: Option<Box<str>> = "specName",
        /// Login account of a server; mount path of a NAS.
        user_name: Option<Box<str>> = "userName",
        /// Spec code of a server.
        prod_spec_id: Option<Id> = "prodSpecId",
        /// User name of an admin server.
        connect_info: Option<Box<str>> = "connectInfo",
        /// Used data in GB.
        used_gb: Option<Amount> = "useData",
        /// When it was created.
        created: Option<Stamp> = "createDate",
        /// Status.
        status: Option<FrameStatus> = "statusCode",
        /// The status in words.
        status_name: Option<Box<str>> = "statusName",
        /// Number: what changes and returns refer to.
        instance_no: Option<Id> = "instanceNo",
        /// State of the machine itself; only `RUN` is seen.
        instance_status: Option<Box<str>> = "instanceStatusCode",
    }
}

/// Kind of a row of the infrastructure list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameInfraKind {
    /// An admin server.
    Server,
    /// A shared NAS volume.
    Nas,
    /// Another kind, or unknown: no action is offered.
    Unknown,
}

impl FrameInfra {
    /// Kind of the instance.
    pub fn kind(&self) -> FrameInfraKind {
        match self.infra_type.as_deref() {
            Some(text) if text.eq_ignore_ascii_case("server") => FrameInfraKind::Server,
            Some(text) if text.eq_ignore_ascii_case("nas") => FrameInfraKind::Nas,
            _ => FrameInfraKind::Unknown,
        }
    }

    /// Whether it is a NAS volume.
    pub fn is_nas(&self) -> bool {
        self.kind() == FrameInfraKind::Nas
    }
}

/// The infrastructure list, which says one thing beside its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameInfraList {
    /// The rows.
    pub list: List<FrameInfra>,
    /// Whether the strengthened infrastructure-management permission is used.
    pub uses_pseudonym_info: Option<Flag>,
}

impl FromReply for FrameInfraList {
    const LAYOUT: Layout = Layout::list(
        &[TOTAL_COUNT, Documented::optional("usePseudonymInfo", Kind::Flag)],
        FrameInfra::FIELDS,
    );

    fn from_reply(value: Value) -> Result<Self, Mismatch> {
        const NAME: &str = "usePseudonymInfo";
        let mut list = List::from_reply(value)?;
        let uses_pseudonym_info = Option::<Flag>::read(list.extra.remove(NAME), &At::ROOT.key(NAME))?;
        Ok(Self { list, uses_pseudonym_info })
    }
}

/// Lists the account's frames.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GetDataBoxFrameList {
    /// Which page; the service's default is the first ten.
    pub page: Option<Page>,
}
operation!(GetDataBoxFrameList: Get "data-box-frame" / "get-data-box-frame-list", None -> List<Frame>,
    |this, fields| { Page::write(this.page, fields, RESOURCE_PAGE); });

/// Reads one frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetDataBoxFrameDetail {
    /// Which.
    pub frame_no: Id,
}
operation!(GetDataBoxFrameDetail: Get "data-box-frame" / "get-data-box-frame-detail", None -> FrameDetail,
    |this, fields| { fields.id("dataBoxFrameNo", &this.frame_no); });

/// Lists a frame's admin servers and shared NAS volumes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetDataBoxFrameInfraList {
    /// Of which frame.
    pub frame_no: Id,
    /// Which page.
    pub page: Option<Page>,
}
operation!(GetDataBoxFrameInfraList: Get "data-box-frame" / "get-data-box-frame-infra-list", None -> FrameInfraList,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    Page::write(this.page, fields, RESOURCE_PAGE);
});

/// The action on an admin server.
#[derive(Clone, Debug, PartialEq)]
pub enum AdminServerChange {
    /// A new server.
    Create {
        /// Spec code of an `ADMIN_*` product.
        prod_spec_id: u64,
        /// Password of its account.
        user_password: Password,
    },
    /// Another spec for a server.
    Update {
        /// Which server.
        instance_no: Id,
        /// New spec code.
        prod_spec_id: u64,
        /// A new password; the table calls it required, its note only for new servers.
        user_password: Option<Password>,
    },
    /// The end of a server.
    Delete {
        /// Which server.
        instance_no: Id,
    },
}

impl AdminServerChange {
    fn write(fields: &mut Fields, change: &Self) {
        match change {
            Self::Create { prod_spec_id, user_password } => {
                fields.word("actionType", "CREATE");
                fields.number("prodSpecId", *prod_spec_id, ANY_COUNT);
                fields.password("userPassword", user_password);
            }
            Self::Update { instance_no, prod_spec_id, user_password } => {
                fields.word("actionType", "UPDATE");
                fields.id("adminServerInstanceNo", instance_no);
                fields.number("prodSpecId", *prod_spec_id, ANY_COUNT);
                fields.optional_password("userPassword", user_password.as_ref());
            }
            Self::Delete { instance_no } => {
                fields.word("actionType", "DELETE");
                fields.id("adminServerInstanceNo", instance_no);
            }
        }
    }
}

/// The action on NAS volumes.
#[derive(Clone, Debug, PartialEq)]
pub enum NasChange {
    /// New volumes of one size.
    Create {
        /// Number of volumes.
        count: u64,
        /// GB each, see [`NAS_SIZE_GB`].
        nas_size: u64,
    },
    /// The end of a volume.
    Delete {
        /// Which.
        instance_no: Id,
    },
}

impl NasChange {
    pub(crate) fn write(fields: &mut Fields, change: &Self) {
        match change {
            Self::Create { count, nas_size } => {
                fields.word("actionType", "CREATE");
                fields.number("count", *count, ANY_COUNT);
                fields.number("nasSize", *nas_size, NAS_SIZE_GB);
            }
            Self::Delete { instance_no } => {
                fields.word("actionType", "DELETE");
                fields.id("nasInstanceNo", instance_no);
            }
        }
    }
}

/// Creates, changes or returns a frame's admin servers and shared NAS volumes.
/// Asynchronous: the answer only says that it was queued.
#[derive(Clone, Debug, PartialEq)]
pub struct ModifyDataBoxFrameAdminInfra {
    /// Of which frame.
    pub frame_no: Id,
    /// A new memo for the frame.
    pub memo: Option<String>,
    /// Changes of admin servers.
    pub admin_servers: Vec<AdminServerChange>,
    /// Changes of shared NAS volumes.
    pub nas: Vec<NasChange>,
}
operation!(ModifyDataBoxFrameAdminInfra: Post "data-box-frame" / "modify-data-box-frame-admin-infra", Change -> Receipt,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.optional_text("memo", this.memo.as_deref(), ANY_LENGTH);
    fields.optional_list("adminServerList", &this.admin_servers, AdminServerChange::write);
    fields.optional_list("nasList", &this.nas, NasChange::write);
});

/// Resizes a shared NAS volume. Asynchronous.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeDataBoxFrameNasVolumeSize {
    /// Of which frame.
    pub frame_no: Id,
    /// Which volume.
    pub nas_instance_no: Id,
    /// New size in GB, see [`NAS_SIZE_GB`].
    pub volume_size: u64,
}
operation!(ChangeDataBoxFrameNasVolumeSize: Post "data-box-frame" / "change-data-box-frame-nas-volume-size", Change -> Receipt,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    fields.id_text("nasVolumeInstanceNo", &this.nas_instance_no);
    fields.number("volumeSize", this.volume_size, NAS_SIZE_GB);
});

/// Returns a frame with everything in it. Asynchronous, not to be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnDataBoxFrame {
    /// Which.
    pub frame_no: Id,
}
operation!(ReturnDataBoxFrame: Post "data-box-frame" / "return-data-box-frame", Destroy -> Receipt,
    |this, fields| { fields.id("dataBoxFrameNo", &this.frame_no); });
