//! The lists of the infrastructure forms, and the part of a request that each row becomes.

use databoxframe::data_box::{
    ConnectServer, ConnectServerChange, Hadoop, HadoopChange, Nas, Server, ServerChange,
};
use databoxframe::frame::{AdminServerChange, NasChange};
use databoxframe::product::Product;
use databoxframe::rule::{ANY_COUNT, ANY_LENGTH, Items, NAS_SIZE_GB};
use databoxframe::{Id, Password};

use crate::form::{Field, FieldDef, ListDef, RowOperation, RowReader, SpecList};
use crate::locale::Text;

const fn specs(name: &'static str, products: &'static [Product]) -> SpecList {
    SpecList { name, products }
}

const CONNECT_SPECS: SpecList = specs("connect", &[Product::Connect]);
const EDGE_SPECS: SpecList = specs("edge", &[Product::HadoopEdge]);
const MASTER_SPECS: SpecList = specs("master", &[Product::HadoopMaster]);
const WORKER_SPECS: SpecList = specs("worker", &[Product::HadoopWorker]);
const LINUX_SPECS: SpecList = specs("linux", &[Product::LinuxCentos, Product::LinuxUbuntu]);
const TF_CPU_SPECS: SpecList = specs("tf-cpu", &[Product::TensorFlowCpu]);
const TF_GPU_SPECS: SpecList = specs("tf-gpu", &[Product::TensorFlowGpu]);
const ADMIN_SPECS: SpecList = specs("admin", &[Product::AdminCentos, Product::AdminUbuntu]);

/// Spec codes of all kinds of servers in a box.
pub const BOX_SPECS: &[SpecList] =
    &[CONNECT_SPECS, EDGE_SPECS, MASTER_SPECS, WORKER_SPECS, LINUX_SPECS, TF_CPU_SPECS, TF_GPU_SPECS];
/// Spec codes of a frame's own servers.
pub const FRAME_SPECS: &[SpecList] = &[ADMIN_SPECS];

const fn spec(list: SpecList) -> Field<u64> {
    Field::spec("prodSpecId", |t| t.field.spec, list)
}

const fn node_spec(name: &'static str, label: Text, list: SpecList) -> Field<u64> {
    Field::spec(name, label, list)
}

const fn storage(name: &'static str, label: Text) -> Field<u64> {
    Field::gb(name, label, ANY_COUNT)
}

/// Spec code of a server. The suggestions depend on the list.
pub const SPEC: Field<u64> = spec(CONNECT_SPECS);
/// Size of a server's block storage.
pub const STORAGE: Field<u64> = storage("storageSize", |t| t.field.storage);
/// Number of a server's existing block storage.
pub const STORAGE_NO: Field<Option<Id>> =
    Field::hidden("blockStorageInstanceNo", |t| t.field.storage_no, ()).optional();
const PASSWORD: Field<Password> = Field::password("userPassword", |t| t.field.password);
const ADMIN_PASSWORD: Field<Password> = Field::password("adminPassword", |t| t.field.admin_password);
const NCP1_PASSWORD: Field<Password> = Field::password("userPassword1", |t| t.field.password_1);
const NCP2_PASSWORD: Field<Password> = Field::password("userPassword2", |t| t.field.password_2);
/// Spec of a cluster's edge node.
pub const EDGE_SPEC: Field<u64> = node_spec("edgeNodeProdSpecId", |t| t.field.edge_spec, EDGE_SPECS);
/// Spec of a cluster's master nodes.
pub const MASTER_SPEC: Field<u64> = node_spec("masterNodeProdSpecId", |t| t.field.master_spec, MASTER_SPECS);
/// Spec of a cluster's worker nodes.
pub const WORKER_SPEC: Field<u64> = node_spec("workerNodeProdSpecId", |t| t.field.worker_spec, WORKER_SPECS);
const MASTER_STORAGE: Field<Option<u64>> =
    storage("masterNodeStorageSize", |t| t.field.master_storage).optional();
const WORKER_STORAGE: Field<Option<u64>> =
    storage("workerNodeStorageSize", |t| t.field.worker_storage).optional();
const WORKER_COUNT: Field<u64> = Field::number("workerNodeCount", |t| t.field.workers, ANY_COUNT);
/// Number of volumes of one size.
pub const NAS_COUNT: Field<u64> = Field::number("count", |t| t.field.volumes, ANY_COUNT);
/// Size of each volume.
pub const NAS_SIZE: Field<u64> = Field::gb("nasSize", |t| t.field.nas_size, NAS_SIZE_GB);
/// Memo of a frame or a box.
pub const MEMO: Field<Option<String>> = Field::lines("memo", |t| t.field.memo, ANY_LENGTH).optional();

const ANY: Items = Items { min: 0, max: usize::MAX };

/// Connect servers that are added to a box. Their storage size is required.
pub const CONNECT: ListDef = ListDef {
    name: "connectServerList",
    label: |t| t.field.connect_servers,
    item: |t| t.item.connect_server,
    add: |t| t.add.connect_server,
    fields: &[SPEC.def(), STORAGE.def(), ADMIN_PASSWORD.def(), NCP1_PASSWORD.def(), NCP2_PASSWORD.def()],
    changes: &[SPEC.def(), STORAGE.def()],
    count: ANY,
};
/// Connect servers of a new box. One is required.
pub const FIRST_CONNECT: ListDef = ListDef {
    fields: &[
        SPEC.def(),
        STORAGE.optional().def(),
        ADMIN_PASSWORD.def(),
        NCP1_PASSWORD.def(),
        NCP2_PASSWORD.def(),
    ],
    count: Items { min: 1, ..ANY },
    ..CONNECT
};
/// Linux servers.
pub const LINUX: ListDef = ListDef {
    name: "linuxServerList",
    label: |t| t.field.linux_servers,
    item: |t| t.item.linux_server,
    add: |t| t.add.linux_server,
    fields: &[spec(LINUX_SPECS).def(), STORAGE.optional().def(), PASSWORD.def()],
    changes: &[spec(LINUX_SPECS).def(), STORAGE.optional().def(), PASSWORD.optional().def()],
    count: ANY,
};
/// TensorFlow CPU servers.
pub const TF_CPU: ListDef = ListDef {
    name: "tensorFlowCpuServerList",
    label: |t| t.field.tensor_flow_cpu,
    item: |t| t.item.tensor_flow_cpu,
    add: |t| t.add.tensor_flow_cpu,
    fields: &[spec(TF_CPU_SPECS).def(), STORAGE.optional().def(), PASSWORD.def()],
    changes: &[spec(TF_CPU_SPECS).def(), STORAGE.optional().def(), PASSWORD.optional().def()],
    count: ANY,
};
/// TensorFlow GPU servers.
pub const TF_GPU: ListDef = ListDef {
    name: "tensorFlowGpuServerList",
    label: |t| t.field.tensor_flow_gpu,
    item: |t| t.item.tensor_flow_gpu,
    add: |t| t.add.tensor_flow_gpu,
    fields: &[spec(TF_GPU_SPECS).def(), STORAGE.optional().def(), PASSWORD.def()],
    changes: &[spec(TF_GPU_SPECS).def(), STORAGE.optional().def(), PASSWORD.optional().def()],
    count: ANY,
};
const CLUSTER_CHANGES: &[FieldDef] = &[EDGE_SPEC.def(), MASTER_SPEC.def(), WORKER_SPEC.def()];
/// Hadoop clusters.
pub const HADOOP: ListDef = ListDef {
    name: "hadoopList",
    label: |t| t.field.hadoop,
    item: |t| t.item.hadoop,
    add: |t| t.add.hadoop,
    fields: &[
        EDGE_SPEC.def(),
        MASTER_SPEC.def(),
        MASTER_STORAGE.def(),
        WORKER_SPEC.def(),
        WORKER_COUNT.def(),
        WORKER_STORAGE.def(),
        PASSWORD.def(),
    ],
    changes: CLUSTER_CHANGES,
    count: ANY,
};
/// A frame's own servers.
pub const ADMIN: ListDef = ListDef {
    name: "adminServerList",
    label: |t| t.field.admin_servers,
    item: |t| t.item.admin_server,
    add: |t| t.add.admin_server,
    fields: &[spec(ADMIN_SPECS).def(), PASSWORD.def()],
    changes: &[spec(ADMIN_SPECS).def(), PASSWORD.optional().def()],
    count: ANY,
};
/// NAS volumes. They are resized elsewhere.
pub const NAS: ListDef = ListDef {
    name: "nasList",
    label: |t| t.field.nas,
    item: |t| t.item.nas,
    add: |t| t.add.nas,
    fields: &[NAS_COUNT.def(), NAS_SIZE.def()],
    changes: &[],
    count: ANY,
};
/// NAS volumes of a new box. One is required.
pub const FIRST_NAS: ListDef = ListDef { count: Items { min: 1, ..ANY }, ..NAS };

fn connect(
    storage_size: Option<u64>,
    (prod_spec_id, admin_password, user_password_1, user_password_2): (u64, Password, Password, Password),
) -> ConnectServer {
    ConnectServer { prod_spec_id, storage_size, admin_password, user_password_1, user_password_2 }
}

/// A Connect server of a new box.
pub fn first_connect_server(row: &RowReader<'_>) -> Option<ConnectServer> {
    let (spec, storage, admin, ncp1, ncp2) =
        row.read((SPEC, STORAGE.optional(), ADMIN_PASSWORD, NCP1_PASSWORD, NCP2_PASSWORD))?;
    Some(connect(storage, (spec, admin, ncp1, ncp2)))
}

/// A new Linux or TensorFlow server.
pub fn server(row: &RowReader<'_>) -> Option<Server> {
    let (prod_spec_id, storage_size, user_password) = row.read((SPEC, STORAGE.optional(), PASSWORD))?;
    Some(Server { prod_spec_id, storage_size, user_password })
}

/// A new Hadoop cluster.
pub fn hadoop(row: &RowReader<'_>) -> Option<Hadoop> {
    let (
        edge_node_prod_spec_id,
        master_node_prod_spec_id,
        master_node_storage_size,
        worker_node_prod_spec_id,
        worker_node_count,
        worker_node_storage_size,
        user_password,
    ) = row.read((
        EDGE_SPEC,
        MASTER_SPEC,
        MASTER_STORAGE,
        WORKER_SPEC,
        WORKER_COUNT,
        WORKER_STORAGE,
        PASSWORD,
    ))?;
    Some(Hadoop {
        edge_node_prod_spec_id,
        master_node_prod_spec_id,
        master_node_storage_size,
        worker_node_prod_spec_id,
        worker_node_count,
        worker_node_storage_size,
        user_password,
    })
}

/// New NAS volumes.
pub fn nas(row: &RowReader<'_>) -> Option<Nas> {
    let (count, nas_size) = row.read((NAS_COUNT, NAS_SIZE))?;
    Some(Nas { count, nas_size })
}

/// The action on a Connect server.
pub fn connect_change(row: &RowReader<'_>) -> Option<ConnectServerChange> {
    Some(match row.action() {
        RowOperation::Create => {
            let (spec, storage, admin, ncp1, ncp2) =
                row.read((SPEC, STORAGE, ADMIN_PASSWORD, NCP1_PASSWORD, NCP2_PASSWORD))?;
            ConnectServerChange::Create(connect(Some(storage), (spec, admin, ncp1, ncp2)))
        }
        RowOperation::Update(server_instance_no) => {
            let (prod_spec_id, storage_size, block_storage_instance_no) =
                row.read((SPEC, STORAGE, STORAGE_NO))?;
            ConnectServerChange::Update {
                server_instance_no,
                block_storage_instance_no,
                prod_spec_id,
                storage_size,
            }
        }
        RowOperation::Delete(server_instance_no) => ConnectServerChange::Delete { server_instance_no },
    })
}

/// The action on a Linux or TensorFlow server.
pub fn server_change(row: &RowReader<'_>) -> Option<ServerChange> {
    Some(match row.action() {
        RowOperation::Create => ServerChange::Create(server(row)?),
        RowOperation::Update(server_instance_no) => {
            let (prod_spec_id, storage_size, user_password, block_storage_instance_no) =
                row.read((SPEC, STORAGE.optional(), PASSWORD.optional(), STORAGE_NO))?;
            ServerChange::Update {
                server_instance_no,
                block_storage_instance_no,
                prod_spec_id,
                storage_size,
                user_password,
            }
        }
        RowOperation::Delete(server_instance_no) => ServerChange::Delete { server_instance_no },
    })
}

/// The action on a Hadoop cluster.
pub fn hadoop_change(row: &RowReader<'_>) -> Option<HadoopChange> {
    Some(match row.action() {
        RowOperation::Create => HadoopChange::Create(hadoop(row)?),
        RowOperation::Update(hadoop_instance_no) => {
            let (edge_node_prod_spec_id, master_node_prod_spec_id, worker_node_prod_spec_id) =
                row.read((EDGE_SPEC, MASTER_SPEC, WORKER_SPEC))?;
            HadoopChange::Update {
                hadoop_instance_no,
                edge_node_prod_spec_id,
                master_node_prod_spec_id,
                worker_node_prod_spec_id,
            }
        }
        RowOperation::Delete(hadoop_instance_no) => HadoopChange::Delete { hadoop_instance_no },
    })
}

/// The action on a frame's own server.
pub fn admin_change(row: &RowReader<'_>) -> Option<AdminServerChange> {
    Some(match row.action() {
        RowOperation::Create => {
            let (prod_spec_id, user_password) = row.read((SPEC, PASSWORD))?;
            AdminServerChange::Create { prod_spec_id, user_password }
        }
        RowOperation::Update(instance_no) => {
            let (prod_spec_id, user_password) = row.read((SPEC, PASSWORD.optional()))?;
            AdminServerChange::Update { instance_no, prod_spec_id, user_password }
        }
        RowOperation::Delete(instance_no) => AdminServerChange::Delete { instance_no },
    })
}

/// The action on NAS volumes.
pub fn nas_change(row: &RowReader<'_>) -> Option<NasChange> {
    Some(match row.action() {
        RowOperation::Create => {
            let (count, nas_size) = row.read((NAS_COUNT, NAS_SIZE))?;
            NasChange::Create { count, nas_size }
        }
        // A return has no fields.
        RowOperation::Update(instance_no) | RowOperation::Delete(instance_no) => {
            NasChange::Delete { instance_no }
        }
    })
}

#[cfg(test)]
mod tests {
    use databoxframe::data_box::ModifyDataBox;

    use super::*;
    use crate::form::{Control, FormReader, RowChange, RowKey, Values};

    /// The fields that `read` reads of a row, and whether they are optional.
    fn read_of<T>(
        values: &Values,
        list: ListDef,
        read: impl Fn(&RowReader<'_>) -> Option<T>,
    ) -> Vec<(&'static str, bool)> {
        let mut fields = Vec::new();
        let make = |reader: &FormReader<'_>| -> Option<ModifyDataBox> {
            reader.each(list, &read);
            fields = reader.fields_read();
            None
        };
        assert!(values.request(make).is_err());
        let shown = fields.iter().filter(|field| field.control != Control::Hidden);
        sorted(shown.map(|field| (field.name, field.optional)).collect())
    }

    fn shown(fields: &[FieldDef]) -> Vec<(&'static str, bool)> {
        sorted(fields.iter().map(|field| (field.name, field.optional)).collect())
    }

    fn sorted(mut fields: Vec<(&'static str, bool)>) -> Vec<(&'static str, bool)> {
        fields.sort_unstable();
        fields
    }

    fn check<T>(list: ListDef, read: impl Fn(&RowReader<'_>) -> Option<T>) {
        let mut new = Values::default();
        new.add_row(list);
        assert_eq!(read_of(&new, list, &read), shown(list.fields), "new: {}", list.name);
        if !list.changes.is_empty() {
            let mut changed = Values::default();
            changed.set_change(&RowKey::existing(list, Id::from(1)), Some(RowChange::Update), &[]);
            assert_eq!(read_of(&changed, list, &read), shown(list.changes), "changed: {}", list.name);
        }
    }

    #[test]
    fn what_a_row_shows_is_what_is_read_of_it() {
        let first = ListDef { changes: &[], ..FIRST_CONNECT };
        check(first, first_connect_server);
        check(CONNECT, connect_change);
        check(ListDef { changes: &[], ..HADOOP }, hadoop);
        check(HADOOP, hadoop_change);
        for list in [LINUX, TF_CPU, TF_GPU] {
            check(ListDef { changes: &[], ..list }, server);
            check(list, server_change);
        }
        check(ADMIN, admin_change);
        check(NAS, nas);
        check(NAS, nas_change);
    }
}
