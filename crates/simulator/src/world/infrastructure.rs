//! Servers and NAS volumes, and the table of products and specs.

use super::status::Status;
use crate::time::Timestamp;

/// Kind of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Product {
    AdminCentos,
    AdminUbuntu,
    Connect,
    HadoopEdge,
    HadoopMaster,
    HadoopWorker,
    LinuxCentos,
    LinuxUbuntu,
    TensorFlowCpu,
    TensorFlowGpu,
}

impl Product {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::AdminCentos => "ADMIN_CENT",
            Self::AdminUbuntu => "ADMIN_UBUNTU",
            Self::Connect => "CON",
            Self::HadoopEdge => "HD_E",
            Self::HadoopMaster => "HD_M",
            Self::HadoopWorker => "HD_W",
            Self::LinuxCentos => "SVR_LNX_CENT",
            Self::LinuxUbuntu => "SVR_LNX_UBUNTU",
            Self::TensorFlowCpu => "TF_CPU",
            Self::TensorFlowGpu => "TF_GPU",
        }
    }

    /// The first and the CentOS one are documented; the rest follow them.
    pub(crate) fn type_name(self) -> &'static str {
        match self {
            Self::AdminCentos => "Admin Server(CentOS)",
            Self::AdminUbuntu => "Admin Server(Ubuntu)",
            Self::Connect => "Connect Server",
            Self::HadoopEdge => "Hadoop Edge Node",
            Self::HadoopMaster => "Hadoop Master Node",
            Self::HadoopWorker => "Hadoop Worker Node",
            Self::LinuxCentos => "Linux Server(CentOS)",
            Self::LinuxUbuntu => "Linux Server(Ubuntu)",
            Self::TensorFlowCpu => "TensorFlow Server(CPU)",
            Self::TensorFlowGpu => "TensorFlow Server(GPU)",
        }
    }

    /// Prefix of an instance's name.
    fn prefix(self) -> &'static str {
        match self {
            Self::AdminCentos | Self::AdminUbuntu => "admin",
            Self::Connect => "conn",
            Self::HadoopEdge => "hdpe",
            Self::HadoopMaster => "hdpm",
            Self::HadoopWorker => "hdpw",
            Self::LinuxCentos | Self::LinuxUbuntu => "svrlnx",
            Self::TensorFlowCpu => "tfcpu",
            Self::TensorFlowGpu => "tfgpu",
        }
    }

    pub(crate) fn is_hadoop(self) -> bool {
        matches!(self, Self::HadoopEdge | Self::HadoopMaster | Self::HadoopWorker)
    }

    pub(crate) fn is_linux(self) -> bool {
        matches!(self, Self::LinuxCentos | Self::LinuxUbuntu)
    }

    pub(crate) fn is_tensor_flow(self) -> bool {
        matches!(self, Self::TensorFlowCpu | Self::TensorFlowGpu)
    }

    /// The spec of a server for which none was asked.
    pub(crate) fn default_spec(self) -> u64 {
        SPECS.iter().find(|spec| spec.1 == self).map_or(0, |spec| spec.0)
    }
}

/// Spec codes, their product and name. Documented: 1001-1008, 2001-2005, 4002, 6001; the rest is ours.
static SPECS: &[(u64, Product, &str)] = &[
    (1001, Product::AdminCentos, "CPU Linux Server (S2 L1 : 2vCPU 8GB Mem)"),
    (1002, Product::AdminCentos, "CPU Linux Server (S4 L1 : 4vCPU 16GB Mem)"),
    (1003, Product::AdminCentos, "CPU Linux Server (S8 L1 : 8vCPU 32GB Mem)"),
    (1004, Product::AdminCentos, "CPU Linux Server (S16 L1 : 16vCPU 64GB Mem)"),
    (1005, Product::AdminCentos, "CPU Linux Server (S32 L1 : 32vCPU 128GB Mem)"),
    (1006, Product::AdminCentos, "CPU Linux Server (C2 L1 : 2vCPU 4GB Mem)"),
    (1007, Product::AdminCentos, "CPU Linux Server (C4 L1 : 4vCPU 8GB Mem)"),
    (1008, Product::AdminCentos, "CPU Linux Server (C8 L1 : 8vCPU 16GB Mem)"),
    (2001, Product::AdminUbuntu, "CPU Linux Server (S2 L1 : 2vCPU 8GB Mem)"),
    (2002, Product::AdminUbuntu, "CPU Linux Server (S4 L1 : 4vCPU 16GB Mem)"),
    (2003, Product::AdminUbuntu, "CPU Linux Server (S8 L1 : 8vCPU 32GB Mem)"),
    (2004, Product::AdminUbuntu, "CPU Linux Server (S16 L1 : 16vCPU 64GB Mem)"),
    (2005, Product::AdminUbuntu, "CPU Linux Server (S32 L1 : 32vCPU 128GB Mem)"),
    (4002, Product::Connect, "Connect Windows Server (C2 W1 : 2vCPU 4GB Mem)"),
    (4003, Product::Connect, "Connect Windows Server (C4 W1 : 4vCPU 8GB Mem)"),
    (5001, Product::HadoopEdge, "Hadoop Edge Node (S4 L1 : 4vCPU 16GB Mem)"),
    (5101, Product::HadoopMaster, "Hadoop Master Node (S8 L1 : 8vCPU 32GB Mem)"),
    (5201, Product::HadoopWorker, "Hadoop Worker Node (S8 L1 : 8vCPU 32GB Mem)"),
    (5202, Product::HadoopWorker, "Hadoop Worker Node (S16 L1 : 16vCPU 64GB Mem)"),
    (6001, Product::LinuxCentos, "CPU Linux Server (S2 L1 : 2vCPU 8GB Mem)"),
    (6002, Product::LinuxCentos, "CPU Linux Server (S8 L1 : 8vCPU 32GB Mem)"),
    (7001, Product::LinuxUbuntu, "CPU Linux Server (S2 L1 : 2vCPU 8GB Mem)"),
    (7002, Product::LinuxUbuntu, "CPU Linux Server (S16 L1 : 16vCPU 64GB Mem)"),
    (8001, Product::TensorFlowCpu, "TensorFlow CPU Server (S8 L1 : 8vCPU 32GB Mem)"),
    (8002, Product::TensorFlowCpu, "TensorFlow CPU Server (S16 L1 : 16vCPU 64GB Mem)"),
    (9001, Product::TensorFlowGpu, "TensorFlow GPU Server (T4 1EA : 4vCPU 20GB Mem)"),
    (9002, Product::TensorFlowGpu, "TensorFlow GPU Server (V100 1EA : 8vCPU 90GB Mem)"),
];

/// The product a known spec belongs to.
pub(crate) fn product_of(spec_id: u64) -> Option<Product> {
    SPECS.iter().find(|spec| spec.0 == spec_id).map(|spec| spec.1)
}

/// The name of a spec. Codes beyond the table exist, so an unknown one is no error.
pub(crate) fn spec_name(spec_id: u64) -> String {
    SPECS
        .iter()
        .find(|spec| spec.0 == spec_id)
        .map_or_else(|| format!("Server spec {spec_id}"), |s| s.2.into())
}

/// A block storage attached to a server.
#[derive(Clone, Debug)]
pub(crate) struct BlockStorage {
    pub(crate) no: u64,
    pub(crate) size: u64,
}

/// A server, or one kind of node of a Hadoop cluster.
#[derive(Clone, Debug)]
pub(crate) struct Server {
    pub(crate) no: u64,
    /// The number of the contract; unlike `no` it differs between the nodes of one cluster.
    pub(crate) contract_no: u64,
    pub(crate) product: Product,
    pub(crate) spec_id: u64,
    pub(crate) name: String,
    pub(crate) private_ip: String,
    pub(crate) public_ip: String,
    pub(crate) storage: Option<BlockStorage>,
    pub(crate) node_count: u64,
    pub(crate) created: Timestamp,
    pub(crate) status: Status,
    /// The change in progress.
    pub(crate) new_spec_id: Option<u64>,
    pub(crate) new_storage_size: Option<u64>,
}

impl Server {
    /// A change under way has ended.
    pub(crate) fn settle(&mut self) {
        self.status = Status::InUse;
        self.spec_id = self.new_spec_id.take().unwrap_or(self.spec_id);
        if let (Some(size), Some(storage)) = (self.new_storage_size.take(), self.storage.as_mut()) {
            storage.size = size;
        }
    }
}

/// The name of a server, as the examples of the API reference build it: `conn-1046-194-1`, `admin-1046-1`.
pub(crate) fn server_name(product: Product, frame_no: u64, box_no: Option<u64>, index: usize) -> String {
    let prefix = product.prefix();
    match box_no {
        Some(box_no) => format!("{prefix}-{frame_no}-{box_no}-{index}"),
        None => format!("{prefix}-{frame_no}-{index}"),
    }
}

/// A NAS volume.
#[derive(Clone, Debug)]
pub(crate) struct Nas {
    pub(crate) no: u64,
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) size: u64,
    pub(crate) used: u64,
    pub(crate) created: Timestamp,
    pub(crate) status: Status,
    pub(crate) new_size: Option<u64>,
}

impl Nas {
    /// A change under way has ended.
    pub(crate) fn settle(&mut self) {
        self.status = Status::InUse;
        self.size = self.new_size.take().unwrap_or(self.size);
    }

    /// Size now, or after the change in progress.
    pub(crate) fn coming_size(&self) -> u64 {
        self.new_size.unwrap_or(self.size)
    }
}
