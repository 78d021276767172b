//! Creating a box.

use crate::credentials::Password;
use crate::fields::Fields;
use crate::operation::operation;
use crate::record::Receipt;
use crate::rule::{ANY_COUNT, ANY_LENGTH, Items, NAS_SIZE_GB, Range, SSL_VPN_PER_CONNECT_SERVER};
use crate::value::Id;

/// A Connect (Windows) server.
#[derive(Clone, Debug, PartialEq)]
pub struct ConnectServer {
    /// Spec code.
    pub prod_spec_id: u64,
    /// Block storage in GB; its bounds are not documented.
    pub storage_size: Option<u64>,
    /// Password of the administrator.
    pub admin_password: Password,
    /// Password of the account `ncp1`.
    pub user_password_1: Password,
    /// Password of the account `ncp2`.
    pub user_password_2: Password,
}

impl ConnectServer {
    pub(crate) fn write(fields: &mut Fields, server: &Self) {
        fields.number("prodSpecId", server.prod_spec_id, ANY_COUNT);
        fields.optional_number("storageSize", server.storage_size, ANY_COUNT);
        fields.password("adminPassword", &server.admin_password);
        fields.password("userPassword1", &server.user_password_1);
        fields.password("userPassword2", &server.user_password_2);
    }
}

/// A Hadoop cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct Hadoop {
    /// Spec code of the edge node.
    pub edge_node_prod_spec_id: u64,
    /// Spec code of the master nodes.
    pub master_node_prod_spec_id: u64,
    /// Block storage of a master node in GB.
    pub master_node_storage_size: Option<u64>,
    /// Spec code of the worker nodes.
    pub worker_node_prod_spec_id: u64,
    /// Number of worker nodes.
    pub worker_node_count: u64,
    /// Block storage of a worker node in GB.
    pub worker_node_storage_size: Option<u64>,
    /// Password of the cluster's account.
    pub user_password: Password,
}

impl Hadoop {
    /// `edge_name`: create and modify spell the edge node's field differently.
    pub(crate) fn write(&self, fields: &mut Fields, edge_name: &'static str) {
        fields.number(edge_name, self.edge_node_prod_spec_id, ANY_COUNT);
        fields.number("masterNodeProdSpecId", self.master_node_prod_spec_id, ANY_COUNT);
        fields.optional_number("masterNodeStorageSize", self.master_node_storage_size, ANY_COUNT);
        fields.number("workerNodeProdSpecId", self.worker_node_prod_spec_id, ANY_COUNT);
        fields.number("workerNodeCount", self.worker_node_count, ANY_COUNT);
        fields.optional_number("workerNodeStorageSize", self.worker_node_storage_size, ANY_COUNT);
        fields.password("userPassword", &self.user_password);
    }
}

/// A Linux or TensorFlow server. The fields of these items are visible on no page; these
/// three are inferred from the field names of the whole request.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Spec code.
    pub prod_spec_id: u64,
    /// Block storage in GB.
    pub storage_size: Option<u64>,
    /// Password of its account.
    pub user_password: Password,
}

impl Server {
    pub(crate) fn write(fields: &mut Fields, server: &Self) {
        fields.number("prodSpecId", server.prod_spec_id, ANY_COUNT);
        fields.optional_number("storageSize", server.storage_size, ANY_COUNT);
        fields.password("userPassword", &server.user_password);
    }
}

/// NAS volumes of one size.
#[derive(Clone, Debug, PartialEq)]
pub struct Nas {
    /// Number of volumes.
    pub count: u64,
    /// GB each, see [`NAS_SIZE_GB`] (printed on the other NAS pages, not on this one).
    pub nas_size: u64,
}

impl Nas {
    fn write(fields: &mut Fields, nas: &Self) {
        fields.number("count", nas.count, ANY_COUNT);
        fields.number("nasSize", nas.nas_size, NAS_SIZE_GB);
    }
}

/// Creates a box (page: create-data-box). Asynchronous.
///
/// At least one Connect server and one NAS entry; TensorFlow servers of one of the two
/// kinds (documented, not verified); at most three SSL VPN accounts for each Connect server.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateDataBox {
    /// In which frame.
    pub frame_no: Id,
    /// Connect servers, required.
    pub connect_servers: Vec<ConnectServer>,
    /// Hadoop clusters.
    pub hadoop: Vec<Hadoop>,
    /// Linux servers.
    pub linux_servers: Vec<Server>,
    /// TensorFlow servers with processors.
    pub tensor_flow_cpu_servers: Vec<Server>,
    /// TensorFlow servers with graphics processors.
    pub tensor_flow_gpu_servers: Vec<Server>,
    /// NAS volumes, required.
    pub nas: Vec<Nas>,
    /// SSL VPN accounts.
    pub ssl_vpn_count: u64,
    /// The box's description.
    pub memo: Option<String>,
}
operation!(CreateDataBox: Post "data-box" / "create-data-box", Change -> Receipt,
|this, fields| {
    const SOME: Items = Items { min: 1, max: usize::MAX };
    fields.id_text("dataBoxFrameNo", &this.frame_no);
    fields.object("dataBoxInfo", |fields| {
        fields.list("connectServerList", &this.connect_servers, SOME, ConnectServer::write);
        fields.optional_list("hadoopList", &this.hadoop, |fields, hadoop| {
            hadoop.write(fields, "edgeNodeProdSpecId");
        });
        fields.optional_list("linuxServerList", &this.linux_servers, Server::write);
        fields.optional_list("tensorFlowCpuServerList", &this.tensor_flow_cpu_servers, Server::write);
        fields.optional_list("tensorFlowGpuServerList", &this.tensor_flow_gpu_servers, Server::write);
        fields.one_of(["tensorFlowCpuServerList", "tensorFlowGpuServerList"]);
        fields.list("nasList", &this.nas, SOME, Nas::write);
        let range = CreateDataBox::ssl_vpn_range(this.connect_servers.len());
        fields.number("sslVpnCount", this.ssl_vpn_count, range);
        fields.optional_text("memo", this.memo.as_deref(), ANY_LENGTH);
    });
});

impl CreateDataBox {
    /// How many SSL VPN accounts so many Connect servers allow. That zero is allowed is an
    /// inference: no lower bound is documented.
    pub fn ssl_vpn_range(connect_servers: usize) -> Range {
        let servers = u64::try_from(connect_servers).unwrap_or(u64::MAX);
        Range { min: 0, max: servers.saturating_mul(SSL_VPN_PER_CONNECT_SERVER), step: 1 }
    }
}
