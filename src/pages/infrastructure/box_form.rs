//! What the forms for creating and changing infrastructure share: their lists, how a row
//! becomes a part of a request, and what exists already.

use std::sync::Arc;

use databoxframe::data_box::{
    BoxInfra, ConnectServer, ConnectServerChange, Hadoop, HadoopChange, Nas, Server, ServerChange,
};
use databoxframe::frame::NasChange;
use databoxframe::product::Product;
use databoxframe::rule::NAS_SIZE_GB;
use databoxframe::{Amount, Id};
use leptos::prelude::*;

use super::actions::can_change;
use crate::form::{
    Action, Existing, Field, Form, Kind, KnownSpec, ListDef, Row, SpecList, added_rows, existing_rows,
    parse_gb, section,
};
use crate::locale::texts;
use crate::paging::Paged;
use crate::untrusted::name_or;

/// Spec codes of all kinds of servers in a box.
pub const SPECS: [SpecList; 7] = [
    SpecList { name: "connect", products: &[Product::Connect] },
    SpecList { name: "edge", products: &[Product::HadoopEdge] },
    SpecList { name: "master", products: &[Product::HadoopMaster] },
    SpecList { name: "worker", products: &[Product::HadoopWorker] },
    SpecList { name: "linux", products: &[Product::LinuxCentos, Product::LinuxUbuntu] },
    SpecList { name: "tf-cpu", products: &[Product::TensorFlowCpu] },
    SpecList { name: "tf-gpu", products: &[Product::TensorFlowGpu] },
];

const fn spec(list: &'static str) -> Field {
    Field::new("prodSpecId", Kind::Spec(list))
}

const STORAGE: Field = Field::optional("storageSize", Kind::Number);
const PASSWORD: Field = Field::new("userPassword", Kind::Password);
const NEW_PASSWORD: Field = Field::optional("userPassword", Kind::Password);
const PASSWORDS: [Field; 3] = [
    Field::new("adminPassword", Kind::Password),
    Field::new("userPassword1", Kind::Password),
    Field::new("userPassword2", Kind::Password),
];

const fn list(name: &'static str, fields: &'static [Field], changes: &'static [Field]) -> ListDef {
    ListDef { name, fields, changes, most: usize::MAX }
}

const CONNECT_CHANGES: &[Field] = &[spec("connect"), Field::new("storageSize", Kind::Number)];

const fn connect(fields: &'static [Field]) -> ListDef {
    list("connectServerList", fields, CONNECT_CHANGES)
}

/// Connect servers of a new box.
pub const CONNECT: ListDef = connect(&[spec("connect"), STORAGE, PASSWORDS[0], PASSWORDS[1], PASSWORDS[2]]);
/// Connect servers that are added to a box: their storage size has to be given.
pub const MORE_CONNECT: ListDef = connect(&[
    spec("connect"),
    Field::new("storageSize", Kind::Number),
    PASSWORDS[0],
    PASSWORDS[1],
    PASSWORDS[2],
]);
/// Linux servers.
pub const LINUX: ListDef =
    list("linuxServerList", &[spec("linux"), STORAGE, PASSWORD], &[spec("linux"), STORAGE, NEW_PASSWORD]);
/// Hadoop clusters.
pub const HADOOP: ListDef = list(
    "hadoopList",
    &[
        Field::new("edgeNodeProdSpecId", Kind::Spec("edge")),
        Field::new("masterNodeProdSpecId", Kind::Spec("master")),
        Field::optional("masterNodeStorageSize", Kind::Number),
        Field::new("workerNodeProdSpecId", Kind::Spec("worker")),
        Field::new("workerNodeCount", Kind::Number),
        Field::optional("workerNodeStorageSize", Kind::Number),
        PASSWORD,
    ],
    &[
        Field::new("edgeNodeProdSpecId", Kind::Spec("edge")),
        Field::new("masterNodeProdSpecId", Kind::Spec("master")),
        Field::new("workerNodeProdSpecId", Kind::Spec("worker")),
    ],
);
/// TensorFlow servers with processors.
pub const TF_CPU: ListDef = list(
    "tensorFlowCpuServerList",
    &[spec("tf-cpu"), STORAGE, PASSWORD],
    &[spec("tf-cpu"), STORAGE, NEW_PASSWORD],
);
/// TensorFlow servers with graphics processors.
pub const TF_GPU: ListDef = list(
    "tensorFlowGpuServerList",
    &[spec("tf-gpu"), STORAGE, PASSWORD],
    &[spec("tf-gpu"), STORAGE, NEW_PASSWORD],
);
/// NAS volumes. Their size is changed elsewhere.
pub const NAS: ListDef =
    list("nasList", &[Field::new("count", Kind::Number), Field::new("nasSize", Kind::Number)], &[]);

/// A new Connect server.
pub fn connect_server(row: Row<'_>) -> ConnectServer {
    ConnectServer {
        prod_spec_id: row.number("prodSpecId"),
        storage_size: row.optional_gb("storageSize"),
        admin_password: row.password("adminPassword"),
        user_password_1: row.password("userPassword1"),
        user_password_2: row.password("userPassword2"),
    }
}

/// A new Linux or TensorFlow server.
pub fn server(row: Row<'_>) -> Server {
    Server {
        prod_spec_id: row.number("prodSpecId"),
        storage_size: row.optional_gb("storageSize"),
        user_password: row.password("userPassword"),
    }
}

/// A new Hadoop cluster.
pub fn hadoop(row: Row<'_>) -> Hadoop {
    Hadoop {
        edge_node_prod_spec_id: row.number("edgeNodeProdSpecId"),
        master_node_prod_spec_id: row.number("masterNodeProdSpecId"),
        master_node_storage_size: row.optional_gb("masterNodeStorageSize"),
        worker_node_prod_spec_id: row.number("workerNodeProdSpecId"),
        worker_node_count: row.number("workerNodeCount"),
        worker_node_storage_size: row.optional_gb("workerNodeStorageSize"),
        user_password: row.password("userPassword"),
    }
}

/// New NAS volumes.
pub fn nas(row: Row<'_>) -> Nas {
    Nas { count: row.number("count"), nas_size: row.gb("nasSize") }
}

/// What happens to a Connect server.
pub fn connect_change(row: Row<'_>) -> ConnectServerChange {
    match row.action() {
        Action::Create => ConnectServerChange::Create(connect_server(row)),
        Action::Update => ConnectServerChange::Update {
            server_instance_no: row.existing(),
            block_storage_instance_no: row.optional_id("blockStorageInstanceNo"),
            prod_spec_id: row.number("prodSpecId"),
            storage_size: row.gb("storageSize"),
        },
        Action::Delete => ConnectServerChange::Delete { server_instance_no: row.existing() },
    }
}

/// What happens to a Linux or TensorFlow server.
pub fn server_change(row: Row<'_>) -> ServerChange {
    match row.action() {
        Action::Create => ServerChange::Create(server(row)),
        Action::Update => ServerChange::Update {
            server_instance_no: row.existing(),
            block_storage_instance_no: row.optional_id("blockStorageInstanceNo"),
            prod_spec_id: row.number("prodSpecId"),
            storage_size: row.optional_gb("storageSize"),
            user_password: row.optional_password("userPassword"),
        },
        Action::Delete => ServerChange::Delete { server_instance_no: row.existing() },
    }
}

/// What happens to a Hadoop cluster.
pub fn hadoop_change(row: Row<'_>) -> HadoopChange {
    match row.action() {
        Action::Create => HadoopChange::Create(hadoop(row)),
        Action::Update => HadoopChange::Update {
            hadoop_instance_no: row.existing(),
            edge_node_prod_spec_id: row.number("edgeNodeProdSpecId"),
            master_node_prod_spec_id: row.number("masterNodeProdSpecId"),
            worker_node_prod_spec_id: row.number("workerNodeProdSpecId"),
        },
        Action::Delete => HadoopChange::Delete { hadoop_instance_no: row.existing() },
    }
}

/// What happens to NAS volumes.
pub fn nas_change(row: Row<'_>) -> NasChange {
    match row.action() {
        Action::Create => NasChange::Create { count: row.number("count"), nas_size: row.gb("nasSize") },
        // It has no fields to change.
        Action::Update | Action::Delete => NasChange::Delete { instance_no: row.existing() },
    }
}

/// A section of new entries, below what exists if anything can.
pub fn list_section(
    form: Form,
    list: ListDef,
    hint: Option<String>,
    existing: Option<Signal<Vec<Existing>>>,
) -> AnyView {
    let title = (texts().forms.label)(list.name).unwrap_or_default();
    let existing = existing.map(|existing| existing_rows(form, list, existing));
    let content = view! { {existing} {added_rows(form, list)} }.into_any();
    section(title, list.name, hint, form, content)
}

/// What NAS volumes may be like.
pub fn nas_hint() -> Option<String> {
    Some((texts().forms.nas_hint)(NAS_SIZE_GB.min, NAS_SIZE_GB.max, NAS_SIZE_GB.step))
}

/// That the service closed these changes, said once where they begin.
pub fn closed_notice() -> AnyView {
    view! { <p class="notice">{texts().forms.closed}</p> }.into_any()
}

/// The spec codes that infrastructure uses.
pub fn used_specs(infra: &Paged<BoxInfra>) -> Vec<KnownSpec> {
    let known = |item: &BoxInfra| {
        let name = item.spec_name.as_deref().unwrap_or_default().to_owned();
        Some((item.product.clone()?, item.prod_spec_id.as_ref()?.to_string(), name))
    };
    infra.records.iter().filter_map(known).collect()
}

/// What exists of these products, for a form; the nodes of a cluster are one.
pub fn existing(
    infra: Signal<Option<Arc<Paged<BoxInfra>>>>,
    products: &'static [Product],
) -> Signal<Vec<Existing>> {
    Signal::derive(move || {
        let mut found: Vec<Existing> = Vec::new();
        let Some(infra) = infra.get() else { return found };
        for item in &infra.records {
            let (Some(product), Some(number)) = (&item.product, &item.instance_no) else { continue };
            if products.contains(product) {
                match found.iter_mut().find(|known| known.number == *number) {
                    Some(cluster) => cluster.now.extend(fields_now(product, item)),
                    None => found.push(one_existing(product, number, item)),
                }
            }
        }
        found
    })
}

fn one_existing(product: &Product, number: &Id, item: &BoxInfra) -> Existing {
    let t = texts();
    let phase = item.status.as_ref().map(databoxframe::code::BoxStatus::phase);
    let spec = match (item.spec_name.as_deref(), product) {
        (Some(size), Product::Nas) => (t.gb)(size),
        (spec, _) => spec.unwrap_or_default().to_owned(),
    };
    let kind = item.product_type.as_deref().unwrap_or(product.as_str());
    let facts = [kind, spec.as_str(), number.as_str()];
    let size = item.spec_name.as_deref().filter(|_| *product == Product::Nas);
    Existing {
        number: number.clone(),
        gb: size.and_then(|size| parse_gb(size).ok()),
        name: name_or(item.name.as_deref(), number.as_str()).to_owned(),
        facts: facts.into_iter().filter(|fact| !fact.is_empty()).map(str::to_owned).collect(),
        now: fields_now(product, item),
        availability: can_change(phase, t),
    }
}

/// What a form holds of something that is to be changed.
fn fields_now(product: &Product, item: &BoxInfra) -> Vec<(&'static str, String)> {
    let spec_field = match product {
        Product::HadoopEdge => "edgeNodeProdSpecId",
        Product::HadoopMaster => "masterNodeProdSpecId",
        Product::HadoopWorker => "workerNodeProdSpecId",
        _ => "prodSpecId",
    };
    let code = item.prod_spec_id.as_ref().map(Id::to_string).unwrap_or_default();
    let mut fields = vec![(spec_field, code)];
    if spec_field == "prodSpecId" {
        let size = item.block_storage_gb.as_ref().and_then(Amount::whole).filter(|size| *size > 0);
        fields.push(("storageSize", size.map(|size| size.to_string()).unwrap_or_default()));
        let storage = item.block_storage_no.as_ref().filter(|number| number.number().is_some_and(|n| n > 0));
        fields.push(("blockStorageInstanceNo", storage.map(Id::to_string).unwrap_or_default()));
    }
    fields
}
