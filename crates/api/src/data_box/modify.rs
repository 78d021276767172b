//! Changing a box's infrastructure.

use super::create::{ConnectServer, Hadoop, Server};
use crate::credentials::Password;
use crate::fields::Fields;
use crate::frame::NasChange;
use crate::operation::operation;
use crate::record::Receipt;
use crate::rule::{ANY_COUNT, ANY_LENGTH};
use crate::value::Id;

/// The action on a Connect server.
#[derive(Clone, Debug, PartialEq)]
pub enum ConnectServerChange {
    /// A new server.
    Create(ConnectServer),
    /// Another spec or storage size.
    Update {
        /// Which server.
        server_instance_no: Id,
        /// Block storage.
        block_storage_instance_no: Option<Id>,
        /// New spec code.
        prod_spec_id: u64,
        /// New size of its block storage in GB; marked optional, noted as required.
        storage_size: u64,
    },
    /// Return of a server. Its field is not documented; the number is sent.
    Delete {
        /// Which server.
        server_instance_no: Id,
    },
}

impl ConnectServerChange {
    fn write(fields: &mut Fields, change: &Self) {
        match change {
            Self::Create(server) => {
                fields.word("actionType", "CREATE");
                ConnectServer::write(fields, server);
                fields.require("storageSize");
            }
            Self::Update { server_instance_no, block_storage_instance_no, prod_spec_id, storage_size } => {
                fields.word("actionType", "UPDATE");
                fields.id("serverInstanceNo", server_instance_no);
                fields.optional_id("blockStorageInstanceNo", block_storage_instance_no.as_ref());
                fields.number("prodSpecId", *prod_spec_id, ANY_COUNT);
                fields.number("storageSize", *storage_size, ANY_COUNT);
            }
            Self::Delete { server_instance_no } => {
                fields.word("actionType", "DELETE");
                fields.id("serverInstanceNo", server_instance_no);
            }
        }
    }
}

/// The action on a Hadoop cluster.
#[derive(Clone, Debug, PartialEq)]
pub enum HadoopChange {
    /// A new cluster.
    Create(Hadoop),
    /// Other specs.
    Update {
        /// Which cluster.
        hadoop_instance_no: Id,
        /// New spec code of the edge node.
        edge_node_prod_spec_id: u64,
        /// New spec code of the master nodes.
        master_node_prod_spec_id: u64,
        /// New spec code of the worker nodes.
        worker_node_prod_spec_id: u64,
    },
    /// The end of a cluster (inferred: the table notes only CREATE and UPDATE).
    Delete {
        /// Which cluster.
        hadoop_instance_no: Id,
    },
}

impl HadoopChange {
    fn write(fields: &mut Fields, change: &Self) {
        // A capital E on the Korean page of modify-data-box, unlike create-data-box.
        const EDGE: &str = "EdgeNodeProdSpecId";
        match change {
            Self::Create(hadoop) => {
                fields.word("actionType", "CREATE");
                hadoop.write(fields, EDGE);
            }
            Self::Update {
                hadoop_instance_no,
                edge_node_prod_spec_id,
                master_node_prod_spec_id,
                worker_node_prod_spec_id,
            } => {
                fields.word("actionType", "UPDATE");
                fields.id("hadoopInstanceNo", hadoop_instance_no);
                fields.number(EDGE, *edge_node_prod_spec_id, ANY_COUNT);
                fields.number("masterNodeProdSpecId", *master_node_prod_spec_id, ANY_COUNT);
                fields.number("workerNodeProdSpecId", *worker_node_prod_spec_id, ANY_COUNT);
            }
            Self::Delete { hadoop_instance_no } => {
                fields.word("actionType", "DELETE");
                fields.id("hadoopInstanceNo", hadoop_instance_no);
            }
        }
    }
}

/// What happens to a Linux or TensorFlow server. The fields of these items are visible on
/// no page; they are inferred from the Connect server's.
#[derive(Clone, Debug, PartialEq)]
pub enum ServerChange {
    /// A new server.
    Create(Server),
    /// Another spec or storage size.
    Update {
        /// Which server.
        server_instance_no: Id,
        /// Block storage.
        block_storage_instance_no: Option<Id>,
        /// New spec code.
        prod_spec_id: u64,
        /// New size of its block storage in GB.
        storage_size: Option<u64>,
        /// A new password.
        user_password: Option<Password>,
    },
    /// The end of a server.
    Delete {
        /// Which server.
        server_instance_no: Id,
    },
}

impl ServerChange {
    fn write(fields: &mut Fields, change: &Self) {
        match change {
            Self::Create(server) => {
                fields.word("actionType", "CREATE");
                Server::write(fields, server);
            }
            Self::Update {
                server_instance_no,
                block_storage_instance_no,
                prod_spec_id,
                storage_size,
                user_password,
            } => {
                fields.word("actionType", "UPDATE");
                fields.id("serverInstanceNo", server_instance_no);
                fields.optional_id("blockStorageInstanceNo", block_storage_instance_no.as_ref());
                fields.number("prodSpecId", *prod_spec_id, ANY_COUNT);
                fields.optional_number("storageSize", *storage_size, ANY_COUNT);
                fields.optional_password("userPassword", user_password.as_ref());
            }
            Self::Delete { server_instance_no } => {
                fields.word("actionType", "DELETE");
                fields.id("serverInstanceNo", server_instance_no);
            }
        }
    }
}

/// Creates, changes or returns parts of a box (page: modify-data-box). Asynchronous.
#[derive(Clone, Debug, PartialEq)]
pub struct ModifyDataBox {
    /// In which frame.
    pub frame_no: Id,
    /// Which box.
    pub box_no: Id,
    /// Changes of Connect servers.
    pub connect_servers: Vec<ConnectServerChange>,
    /// Changes of Hadoop clusters.
    pub hadoop: Vec<HadoopChange>,
    /// Changes of Linux servers.
    pub linux_servers: Vec<ServerChange>,
    /// Changes of TensorFlow servers with processors.
    pub tensor_flow_cpu_servers: Vec<ServerChange>,
    /// Changes of TensorFlow servers with graphics processors.
    pub tensor_flow_gpu_servers: Vec<ServerChange>,
    /// Changes of NAS volumes.
    pub nas: Vec<NasChange>,
    /// A new description.
    pub memo: Option<String>,
}
operation!(ModifyDataBox: Post "data-box" / "modify-data-box", Change -> Receipt,
|this, fields| {
    fields.id_text("dataBoxFrameNo", &this.frame_no);
    fields.object("dataBoxInfo", |fields| {
        fields.id_text("dataBoxNo", &this.box_no);
        fields.optional_list("connectServerList", &this.connect_servers, ConnectServerChange::write);
        fields.optional_list("hadoopList", &this.hadoop, HadoopChange::write);
        fields.optional_list("linuxServerList", &this.linux_servers, ServerChange::write);
        fields.optional_list("tensorFlowCpuServerList", &this.tensor_flow_cpu_servers, ServerChange::write);
        fields.optional_list("tensorFlowGpuServerList", &this.tensor_flow_gpu_servers, ServerChange::write);
        fields.optional_list("nasList", &this.nas, NasChange::write);
        fields.optional_text("memo", this.memo.as_deref(), ANY_LENGTH);
    });
});
