//! The fields of each operation. What the sources leave open is listed in DIFFERENCES.md.

use super::{Field, Kind, Presence};

const CREATE: &[&str] = &["CREATE"];
const UPDATE: &[&str] = &["UPDATE"];
const DELETE: &[&str] = &["DELETE"];
const CREATE_OR_UPDATE: &[&str] = &["CREATE", "UPDATE"];
const UPDATE_OR_DELETE: &[&str] = &["UPDATE", "DELETE"];

const fn field(name: &'static str, kind: Kind, presence: Presence) -> Field {
    Field { name, alias: None, kind, presence }
}

const fn required(name: &'static str, kind: Kind) -> Field {
    field(name, kind, Presence::Required)
}

const fn optional(name: &'static str, kind: Kind) -> Field {
    field(name, kind, Presence::Optional)
}

const fn on(actions: &'static [&'static str], name: &'static str, kind: Kind) -> Field {
    field(name, kind, Presence::OnAction(actions))
}

const fn number(min: u64, max: u64) -> Kind {
    Kind::Integer { min, max, step: 1 }
}

const fn text(min: usize, max: usize) -> Kind {
    Kind::Text { min, max }
}

const fn list(min: usize, max: usize, item: &'static [Field]) -> Kind {
    Kind::List { min, max, item }
}

const FRAME_NO: Field = required("dataBoxFrameNo", Kind::Id);
const BOX_NO: Field = required("dataBoxNo", Kind::Id);
const EXPORT_ID: Field = required("exportApplyId", Kind::Id);
const POSITIVE: Kind = number(1, u64::MAX);
const ANY_TEXT: Kind = text(0, usize::MAX);
/// A name that has to be there says something.
const NAME: Kind = text(1, usize::MAX);
const NAS_SIZE: Kind = Kind::Integer { min: 500, max: 10_000, step: 100 };

pub(super) static NONE: &[Field] = &[];

pub(super) static FRAME_PAGING: &[Field] =
    &[optional("pageNo", number(1, 100)), optional("pageSize", number(1, 100))];

pub(super) static FRAME: &[Field] = &[FRAME_NO];

pub(super) static FRAME_PAGED: &[Field] =
    &[FRAME_NO, optional("pageNo", number(1, 100)), optional("pageSize", number(1, 100))];

pub(super) static BOX: &[Field] = &[FRAME_NO, BOX_NO];

pub(super) static BOX_INSTANCE: &[Field] = &[FRAME_NO, BOX_NO, required("instanceNo", Kind::Id)];

pub(super) static IMPORT_REQUEST: &[Field] = &[FRAME_NO, BOX_NO, required("importApplyId", Kind::Id)];

pub(super) static EXPORT_REQUEST: &[Field] = &[FRAME_NO, BOX_NO, EXPORT_ID];

/// Any status is let through: the code tables of this service were never seen.
pub(super) static REQUESTS_OF_FRAME: &[Field] = &[
    FRAME_NO,
    optional("dataBoxNo", Kind::Id),
    optional("applyStartDate", Kind::DateTime),
    optional("applyEndDate", Kind::DateTime),
    optional("pageNo", number(1, 1_000)),
    optional("pageSize", number(1, 1_000)),
    optional("status", ANY_TEXT),
];

pub(super) static REQUESTS_OF_BOX: &[Field] = &[
    FRAME_NO,
    BOX_NO,
    optional("applyStartDate", Kind::DateTime),
    optional("applyEndDate", Kind::DateTime),
    optional("pageNo", number(1, 1_000)),
    optional("pageSize", number(1, 1_000)),
    optional("status", ANY_TEXT),
];

pub(super) static RESIZE_FRAME_NAS: &[Field] =
    &[FRAME_NO, required("nasVolumeInstanceNo", Kind::Id), required("volumeSize", NAS_SIZE)];

pub(super) static RESIZE_BOX_NAS: &[Field] =
    &[FRAME_NO, BOX_NO, required("nasVolumeInstanceNo", Kind::Id), required("volumeSize", NAS_SIZE)];

pub(super) static BLOCK_NETWORK: &[Field] = &[FRAME_NO, BOX_NO, required("isBlock", Kind::Boolean)];

pub(super) static CANCEL_EXPORT: &[Field] = &[BOX_NO, EXPORT_ID];

pub(super) static REJECT_EXPORT: &[Field] =
    &[FRAME_NO, BOX_NO, EXPORT_ID, required("rejectReason", text(1, 1_000))];

pub(super) static APPLY_IMPORT: &[Field] = &[
    FRAME_NO,
    BOX_NO,
    optional("memo", text(1, 50)),
    required("sourceBucketName", NAME),
    required("sourceFileInfoList", list(1, 5, &[required("fileName", NAME)])),
    required("targetNasInstanceNo", Kind::Id),
];

pub(super) static APPLY_EXPORT: &[Field] = &[
    FRAME_NO,
    BOX_NO,
    required("exportPurpose", text(1, 1_000)),
    optional("memo", text(0, 50)),
    required(
        "sourceFileInfoList",
        list(1, 5, &[optional("description", text(0, 1_000)), required("fileName", NAME)]),
    ),
    required("sourceNasInstanceNo", Kind::Id),
    required("sslVpnNo", Kind::Id),
    required("targetBucketName", NAME),
];

pub(super) static MODIFY_FRAME: &[Field] = &[
    FRAME_NO,
    optional("memo", ANY_TEXT),
    optional(
        "adminServerList",
        list(
            0,
            usize::MAX,
            &[
                required("actionType", Kind::Choice(&["CREATE", "UPDATE", "DELETE"])),
                on(UPDATE_OR_DELETE, "adminServerInstanceNo", Kind::Id),
                on(CREATE_OR_UPDATE, "prodSpecId", POSITIVE),
                on(CREATE, "userPassword", Kind::Password),
            ],
        ),
    ),
    optional("nasList", list(0, usize::MAX, FRAME_NAS)),
];

static FRAME_NAS: &[Field] = &[
    required("actionType", Kind::Choice(&["CREATE", "DELETE"])),
    on(CREATE, "count", POSITIVE),
    on(DELETE, "nasInstanceNo", Kind::Id),
    on(CREATE, "nasSize", NAS_SIZE),
];

pub(super) static CREATE_BOX: &[Field] = &[FRAME_NO, required("dataBoxInfo", Kind::Object(NEW_BOX))];

static NEW_BOX: &[Field] = &[
    required(
        "connectServerList",
        list(
            1,
            usize::MAX,
            &[
                optional("prodSpecId", POSITIVE),
                optional("storageSize", POSITIVE),
                required("adminPassword", Kind::Password),
                required("userPassword1", Kind::Password),
                required("userPassword2", Kind::Password),
            ],
        ),
    ),
    optional(
        "hadoopList",
        list(
            0,
            usize::MAX,
            &[
                EDGE_NODE,
                optional("masterNodeProdSpecId", POSITIVE),
                optional("masterNodeStorageSize", POSITIVE),
                optional("workerNodeProdSpecId", POSITIVE),
                optional("workerNodeCount", POSITIVE),
                optional("workerNodeStorageSize", POSITIVE),
                optional("userPassword", Kind::Password),
            ],
        ),
    ),
    optional("linuxServerList", list(0, usize::MAX, NEW_SERVER)),
    optional("memo", ANY_TEXT),
    required("nasList", list(0, usize::MAX, &[optional("count", POSITIVE), optional("nasSize", NAS_SIZE)])),
    required("sslVpnCount", Kind::PerItem { list: "connectServerList", each: 3 }),
    field(
        "tensorFlowCpuServerList",
        list(0, usize::MAX, NEW_SERVER),
        Presence::Without("tensorFlowGpuServerList"),
    ),
    field(
        "tensorFlowGpuServerList",
        list(0, usize::MAX, NEW_SERVER),
        Presence::Without("tensorFlowCpuServerList"),
    ),
];

/// The API reference writes a capital E on one page and a small one on the other.
const EDGE_NODE: Field = Field {
    name: "edgeNodeProdSpecId",
    alias: Some("EdgeNodeProdSpecId"),
    kind: POSITIVE,
    presence: Presence::Optional,
};

/// A Linux or TensorFlow server. Its fields are inferred from the flattened list of names.
static NEW_SERVER: &[Field] = &[
    optional("prodSpecId", POSITIVE),
    optional("storageSize", POSITIVE),
    optional("userPassword", Kind::Password),
];

pub(super) static MODIFY_BOX: &[Field] = &[FRAME_NO, required("dataBoxInfo", Kind::Object(CHANGED_BOX))];

const ACTION: Field = required("actionType", Kind::Choice(&["CREATE", "UPDATE", "DELETE"]));

static CHANGED_BOX: &[Field] = &[
    BOX_NO,
    optional(
        "connectServerList",
        list(
            0,
            usize::MAX,
            &[
                ACTION,
                optional("blockStorageInstanceNo", Kind::Id),
                on(CREATE_OR_UPDATE, "prodSpecId", POSITIVE),
                on(UPDATE, "serverInstanceNo", Kind::Id),
                optional("storageSize", POSITIVE),
                on(CREATE, "adminPassword", Kind::Password),
                on(CREATE, "userPassword1", Kind::Password),
                on(CREATE, "userPassword2", Kind::Password),
            ],
        ),
    ),
    optional(
        "hadoopList",
        list(
            0,
            usize::MAX,
            &[
                ACTION,
                on(UPDATE, "hadoopInstanceNo", Kind::Id),
                Field { presence: Presence::OnAction(CREATE_OR_UPDATE), ..EDGE_NODE },
                on(CREATE_OR_UPDATE, "masterNodeProdSpecId", POSITIVE),
                optional("masterNodeStorageSize", POSITIVE),
                optional("workerNodeCount", POSITIVE),
                on(CREATE_OR_UPDATE, "workerNodeProdSpecId", POSITIVE),
                optional("workerNodeStorageSize", POSITIVE),
                on(CREATE, "userPassword", Kind::Password),
            ],
        ),
    ),
    optional("linuxServerList", list(0, usize::MAX, CHANGED_SERVER)),
    optional("memo", ANY_TEXT),
    optional(
        "nasList",
        list(
            0,
            usize::MAX,
            &[
                required("actionType", Kind::Choice(&["CREATE", "DELETE"])),
                optional("count", POSITIVE),
                on(DELETE, "nasInstanceNo", Kind::Id),
                optional("nasSize", NAS_SIZE),
            ],
        ),
    ),
    optional("tensorFlowCpuServerList", list(0, usize::MAX, CHANGED_SERVER)),
    optional("tensorFlowGpuServerList", list(0, usize::MAX, CHANGED_SERVER)),
];

static CHANGED_SERVER: &[Field] = &[
    ACTION,
    optional("serverInstanceNo", Kind::Id),
    optional("blockStorageInstanceNo", Kind::Id),
    optional("prodSpecId", POSITIVE),
    optional("storageSize", POSITIVE),
    optional("userPassword", Kind::Password),
];
