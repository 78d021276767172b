//! Product codes and product spec codes (page: data-box-frame-code).

use std::fmt;

use serde_json::Value;

use crate::code::codes;
use crate::mismatch::Mismatch;
use crate::record::{At, Field, Kind};

codes! {
    /// Kind of infrastructure.
    pub enum Product {
        /// Admin server, CentOS.
        AdminCentos = "ADMIN_CENT",
        /// Admin server, Ubuntu.
        AdminUbuntu = "ADMIN_UBUNTU",
        /// Connect server (Windows).
        Connect = "CON",
        /// Hadoop edge node.
        HadoopEdge = "HD_E",
        /// Hadoop master node.
        HadoopMaster = "HD_M",
        /// Hadoop worker node.
        HadoopWorker = "HD_W",
        /// NAS volume.
        Nas = "NAS",
        /// Linux server, CentOS.
        LinuxCentos = "SVR_LNX_CENT",
        /// Linux server, Ubuntu.
        LinuxUbuntu = "SVR_LNX_UBUNTU",
        /// TensorFlow server, CPU.
        TensorFlowCpu = "TF_CPU",
        /// TensorFlow server, GPU.
        TensorFlowGpu = "TF_GPU",
    }
}

/// A row of the spec table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductSpec {
    /// `prodSpecId`.
    pub id: u64,
    /// The resource of the spec.
    pub product: Product,
    /// Name in the table.
    pub name: &'static str,
    /// Virtual processors.
    pub vcpu: u32,
    /// Memory in GB.
    pub memory_gb: u32,
}

const fn row(id: u64, product: Product, name: &'static str, vcpu: u32, memory_gb: u32) -> ProductSpec {
    ProductSpec { id, product, name, vcpu, memory_gb }
}

/// The rows of the spec table that could be read; every other code is entered as a number.
pub const SPECS: &[ProductSpec] = &[
    row(1001, Product::AdminCentos, "S2 L1", 2, 8),
    row(1002, Product::AdminCentos, "S4 L1", 4, 16),
    row(1003, Product::AdminCentos, "S8 L1", 8, 32),
    row(1004, Product::AdminCentos, "S16 L1", 16, 64),
    row(1005, Product::AdminCentos, "S32 L1", 32, 128),
    row(1006, Product::AdminCentos, "C2 L1", 2, 4),
    row(1007, Product::AdminCentos, "C4 L1", 4, 8),
    row(1008, Product::AdminCentos, "C8 L1", 8, 16),
    row(2001, Product::AdminUbuntu, "S2 L1", 2, 8),
    row(2002, Product::AdminUbuntu, "S4 L1", 4, 16),
    row(2003, Product::AdminUbuntu, "S8 L1", 8, 32),
    row(2004, Product::AdminUbuntu, "S16 L1", 16, 64),
    row(2005, Product::AdminUbuntu, "S32 L1", 32, 128),
    row(4002, Product::Connect, "C2 W1", 2, 4),
];
