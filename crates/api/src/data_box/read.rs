//! Reading boxes and their infrastructure.

use crate::code::BoxStatus;
use crate::date::Stamp;
use crate::list::{List, Page, RESOURCE_PAGE};
use crate::operation::operation;
use crate::product::Product;
use crate::record::{bare_answer, record};
use crate::value::{Amount, Flag, Id};

record! {
    /// A box of a frame (page: get-data-box-list).
    pub struct DataBox {
        /// Number.
        box_no: Id = "dataBoxNo",
        /// Name.
        name: Option<Box<str>> = "dataBoxName",
        /// Description.
        memo: Option<Box<str>> = "memo",
        /// When it was created.
        created: Option<Stamp> = "createDate",
        /// Status.
        status: Option<BoxStatus> = "statusCode",
        /// The status in words.
        status_name: Option<Box<str>> = "statusName",
        /// Accessibility for a sub account. The meaning of the values is not documented.
        disabled: Option<Flag> = "disabled",
    }
}

record! {
    /// A server, node or volume of a box (page: get-data-box-infra-list).
    pub struct BoxInfra {
        /// Kind.
        product: Option<Product> = "productCode",
        /// Kind in words.
        product_type: Option<Box<str>> = "productType",
        /// Spec code.
        prod_spec_id: Option<Id> = "prodSpecId",
        /// Number; the nodes of one Hadoop cluster share one.
        instance_no: Option<Id> = "instanceNo",
        /// Server instance number (2025 table only).
        contract_instance_no: Option<Id> = "contractInstanceNo",
        /// Name.
        name: Option<Box<str>> = "instanceName",
        /// Number of its block storage.
        block_storage_no: Option<Id> = "blockStorageInstanceNo",
        /// Size of its block storage in GB.
        block_storage_gb: Option<Amount> = "blockStorageSize",
        /// Private IP address.
        private_ip: Option<Box<str>> = "privateIp",
        /// Spec of a server; capacity in GB of a NAS.
        spec_name: Option<Box<str>> = "specName",
        /// First account of a Connect server; mount path of a NAS.
        connect_info_1: Option<Box<str>> = "connectInfo1",
        /// Second account of a Connect server.
        connect_info_2: Option<Box<str>> = "connectInfo2",
        /// Status.
        status: Option<BoxStatus> = "statusCode",
        /// The status in words.
        status_name: Option<Box<str>> = "statusName",
        /// State of the machine itself; only `RUN` is seen.
        instance_status: Option<Box<str>> = "instanceStatusCode",
    }
}

record! {
    /// Summary of a box (page: get-data-box-summary-info).
    pub struct BoxSummary {
        /// Name.
        name: Option<Box<str>> = "dataBoxName",
        /// SSL VPN accounts.
        ssl_vpn_count: Option<Amount> = "sslVpnCount",
        /// URL of the SSL VPN. The 2023 table misspells the field.
        ssl_vpn_url: Option<Box<str>> = "connectSslVpnUrl" | "conectSslVpnUrl",
        /// Whether the external network is blocked.
        external_network_blocked: Option<Flag> = "webBlockStatus",
        /// Shared-data views.
        mount_count: Option<Amount> = "mountCount",
        /// NAS volumes.
        nas_count: Option<Amount> = "nasCount",
        /// GB in all NAS volumes.
        nas_total_gb: Option<Amount> = "nasTotalSize",
        /// GB used of them.
        nas_used_gb: Option<Amount> = "nasTotalUseSize",
        /// When the box was created.
        created: Option<Stamp> = "createDate",
        /// Status; there is no `statusName` here.
        status: Option<BoxStatus> = "statusCode",
        /// Export review requests.
        export_apply_count: Option<Amount> = "exportApplyCount",
        /// Description.
        memo: Option<Box<str>> = "memo",
    }
}
bare_answer!(BoxSummary);

record! {
    /// A kind of node of a Hadoop cluster.
    pub struct NodeSpec {
        /// Node type.
        name: Option<Box<str>> = "name",
        /// Server spec.
        spec: Option<Box<str>> = "spec",
        /// Number of nodes.
        node_count: Option<Amount> = "nodeCount",
    }
}

record! {
    /// An application to connect to.
    pub struct ConnectionLink {
        /// Name.
        application: Option<Box<str>> = "applicationName",
        /// URL of the application.
        url: Option<Box<str>> = "connectionUrl",
    }
}

record! {
    /// A mounted NAS volume.
    pub struct Mount {
        /// Name.
        name: Option<Box<str>> = "name",
        /// Mount path.
        path: Option<Box<str>> = "storagePath",
    }
}

record! {
    /// A Hadoop cluster (page: get-hadoop-cluster-info).
    pub struct HadoopCluster {
        /// Nodes.
        nodes: Vec<NodeSpec> = "specList",
        /// Applications to connect to.
        connections: Vec<ConnectionLink> = "connectionList",
        /// Mounted NAS volumes.
        mounts: Vec<Mount> = "storageList",
    }
}

record! {
    /// A Linux server's mounts (page: get-linux-info).
    pub struct LinuxServer {
        /// Mounted NAS volumes.
        mounts: Vec<Mount> = "storageList",
    }
}

record! {
    /// A TensorFlow server (page: get-tensor-flow-info).
    pub struct TensorFlowServer {
        /// Applications to connect to.
        connections: Vec<ConnectionLink> = "connectionList",
        /// Mounted NAS volumes.
        mounts: Vec<Mount> = "storageList",
    }
}
bare_answer!(HadoopCluster, LinuxServer, TensorFlowServer);

/// Lists the boxes of a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetDataBoxList {
    /// Of which frame.
    pub frame_no: Id,
    /// Which page.
    pub page: Option<Page>,
}
operation!(GetDataBoxList: Get "data-box" / "get-data-box-list", None -> List<DataBox>,
|this, fields| {
    fields.id("dataBoxFrameNo", &this.frame_no);
    Page::write(this.page, fields, RESOURCE_PAGE);
});

/// Declares a read that is addressed by frame and box.
macro_rules! of_a_box {
    ($(#[$meta:meta])* $name:ident: $group:literal / $operation:literal -> $response:ty) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// In which frame.
            pub frame_no: crate::value::Id,
            /// Of which box.
            pub box_no: crate::value::Id,
        }
        crate::operation::operation!($name: Get $group / $operation, None -> $response,
            |this, fields| {
                fields.id("dataBoxFrameNo", &this.frame_no);
                fields.id("dataBoxNo", &this.box_no);
            });
    };
}
pub(crate) use of_a_box;

of_a_box! {
    /// Lists a box's infrastructure; not paged.
    GetDataBoxInfraList: "data-box" / "get-data-box-infra-list" -> List<BoxInfra>
}
of_a_box! {
    /// Summarises a box.
    GetDataBoxSummaryInfo: "data-box" / "get-data-box-summary-info" -> BoxSummary
}

/// Declares a read of one server or cluster of a box.
macro_rules! of_an_instance {
    ($(#[$meta:meta])* $name:ident: $operation:literal -> $response:ty) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// In which frame.
            pub frame_no: Id,
            /// Of which box.
            pub box_no: Id,
            /// Number, from the infrastructure list.
            pub instance_no: Id,
        }
        operation!($name: Get "data-box" / $operation, None -> $response,
            |this, fields| {
                fields.id("dataBoxFrameNo", &this.frame_no);
                fields.id("dataBoxNo", &this.box_no);
                fields.id("instanceNo", &this.instance_no);
            });
    };
}

of_an_instance! {
    /// Reads a box's Hadoop cluster.
    GetHadoopClusterInfo: "get-hadoop-cluster-info" -> HadoopCluster
}
of_an_instance! {
    /// Reads a Linux server of a box.
    GetLinuxInfo: "get-linux-info" -> LinuxServer
}
of_an_instance! {
    /// Reads a TensorFlow server of a box.
    GetTensorFlowInfo: "get-tensor-flow-info" -> TensorFlowServer
}
