//! Creating, changing and returning servers and NAS volumes, of a frame or of a box.
//!
//! Everything here works on a copy of what is there; the caller puts it in place once nothing was refused.

use crate::answer::{Refusal, Rule};
use crate::contract::Arguments;
use crate::time::Timestamp;
use crate::world::{Nas, Product, Server, Status, World, product_of};

/// All NAS volumes of a frame, or of a box, together: 10 TB.
const NAS_QUOTA_GB: u64 = 10_000;
/// Given to a server for which none was asked.
const DEFAULT_STORAGE_GB: u64 = 100;
const DEFAULT_NAS_GB: u64 = 500;

/// The owner of infrastructure: a frame, or a box in it.
pub(super) type Owner = (u64, Option<u64>);

/// One kind of list of servers in a request.
pub(super) struct ServerList {
    pub(super) name: &'static str,
    /// The field that says which server is meant.
    pub(super) number: &'static str,
    /// Possible kinds of the servers; the spec decides which.
    pub(super) products: &'static [Product],
    pub(super) with_storage: bool,
}

/// Requested action on an item. Without an action it is a part of something new.
enum Action {
    Create,
    Update,
    Delete,
}

fn action(item: &Arguments) -> Action {
    match item.text("actionType") {
        Some("UPDATE") => Action::Update,
        Some("DELETE") => Action::Delete,
        _ => Action::Create,
    }
}

/// Carries out one list of servers.
pub(super) fn change_servers(
    world: &mut World,
    owner: Owner,
    servers: &mut Vec<Server>,
    (request, list): (&Arguments, &ServerList),
    now: Timestamp,
) -> Result<(), Refusal> {
    for item in request.items(list.name) {
        let spec_id = item.number("prodSpecId");
        if let Action::Create = action(&item) {
            let product = product(list.products, spec_id)?;
            let mut server = world.new_server(owner, product, next_index(servers), now);
            server.spec_id = spec_id.unwrap_or(server.spec_id);
            if list.with_storage {
                server.storage = world.new_storage(item.number("storageSize").unwrap_or(DEFAULT_STORAGE_GB));
            }
            servers.push(server);
            continue;
        }
        let is_kind = |server: &Server| list.products.contains(&server.product);
        let no = meant(servers, is_kind, &item, list.number)?;
        for server in servers.iter_mut().filter(|server| server.no == no) {
            ensure_in_use("server", no, server.status)?;
            if let Action::Delete = action(&item) {
                server.status = Status::Returning;
                continue;
            }
            product(&[server.product], spec_id)?;
            if let Some(storage_no) = item.number("blockStorageInstanceNo")
                && server.storage.as_ref().is_none_or(|storage| storage.no != storage_no)
            {
                return Err(Refusal::missing("block storage", storage_no));
            }
            server.status = Status::Changing;
            server.new_spec_id = spec_id;
            server.new_storage_size = item.number("storageSize");
        }
    }
    Ok(())
}

/// Carries out the list of Hadoop clusters: three kinds of nodes under one number.
pub(super) fn change_hadoop(
    world: &mut World,
    owner: Owner,
    servers: &mut Vec<Server>,
    request: &Arguments,
    now: Timestamp,
) -> Result<(), Refusal> {
    for item in request.items("hadoopList") {
        let edge_spec = item.number("edgeNodeProdSpecId").or(item.number("EdgeNodeProdSpecId"));
        let nodes = [
            (Product::HadoopEdge, edge_spec, "", 1),
            (Product::HadoopMaster, item.number("masterNodeProdSpecId"), "masterNodeStorageSize", 2),
            (
                Product::HadoopWorker,
                item.number("workerNodeProdSpecId"),
                "workerNodeStorageSize",
                item.number("workerNodeCount").unwrap_or(2),
            ),
        ];
        for (kind, spec_id, ..) in &nodes {
            product(&[*kind], *spec_id)?;
        }
        if let Action::Create = action(&item) {
            let (no, index) = (world.next_instance_no(), next_index(servers));
            for (kind, spec_id, storage, count) in nodes {
                let mut node = world.new_server(owner, kind, index, now);
                node.no = no;
                node.spec_id = spec_id.unwrap_or(node.spec_id);
                node.node_count = count;
                node.storage = world.new_storage(item.number(storage).unwrap_or(DEFAULT_STORAGE_GB));
                servers.push(node);
            }
            continue;
        }
        let no = meant(servers, |server| server.product.is_hadoop(), &item, "hadoopInstanceNo")?;
        for node in servers.iter_mut().filter(|server| server.no == no) {
            ensure_in_use("Hadoop cluster", no, node.status)?;
            if let Action::Delete = action(&item) {
                node.status = Status::Returning;
            } else {
                node.status = Status::Changing;
                node.new_spec_id = nodes
                    .iter()
                    .find(|(kind, ..)| *kind == node.product)
                    .and_then(|(_, spec_id, ..)| *spec_id);
            }
        }
    }
    Ok(())
}

/// Carries out the list of NAS volumes.
pub(super) fn change_nas(
    world: &mut World,
    owner: Owner,
    volumes: &mut Vec<Nas>,
    request: &Arguments,
    now: Timestamp,
) -> Result<(), Refusal> {
    for item in request.items("nasList") {
        if let Action::Delete = action(&item) {
            let no = item.required("nasInstanceNo")?;
            volume(volumes, no)?.status = Status::Returning;
            continue;
        }
        let (count, size) =
            (item.number("count").unwrap_or(1), item.number("nasSize").unwrap_or(DEFAULT_NAS_GB));
        // Before anything is made: the count has no limit of its own.
        ensure_quota(volumes, count.saturating_mul(size))?;
        for _ in 0..count {
            let index =
                next_free(volumes.len(), |ending| volumes.iter().any(|nas| nas.name.ends_with(ending)), "n");
            volumes.push(world.new_nas(owner, index, size, now));
        }
    }
    Ok(())
}

/// Asks for another size of a volume.
pub(super) fn resize_nas(volumes: &mut [Nas], request: &Arguments) -> Result<(), Refusal> {
    let (no, size) = (request.required("nasVolumeInstanceNo")?, request.required("volumeSize")?);
    let nas = volume(volumes, no)?;
    if size < nas.used {
        return Err(Refusal::Rule(Rule::Shrink, format!("NAS {no} holds {} GB", nas.used)));
    }
    nas.status = Status::Changing;
    nas.new_size = Some(size);
    ensure_quota(volumes, 0)
}

/// A volume in use.
fn volume(volumes: &mut [Nas], no: u64) -> Result<&mut Nas, Refusal> {
    let nas = volumes.iter_mut().find(|nas| nas.no == no).ok_or_else(|| Refusal::missing("NAS", no))?;
    ensure_in_use("NAS", no, nas.status)?;
    Ok(nas)
}

fn ensure_in_use(what: &str, no: u64, status: Status) -> Result<(), Refusal> {
    match status {
        Status::InUse => Ok(()),
        other => Err(Refusal::Rule(Rule::State, format!("{what} {no} is {}", other.code()))),
    }
}

fn ensure_quota(volumes: &[Nas], more: u64) -> Result<(), Refusal> {
    let standing = volumes.iter().filter(|nas| !nas.status.is_leaving());
    let total = standing.map(Nas::coming_size).sum::<u64>().saturating_add(more);
    if total > NAS_QUOTA_GB {
        return Err(Refusal::Rule(Rule::Quota, format!("{total} GB of at most {NAS_QUOTA_GB} GB")));
    }
    Ok(())
}

/// The product a spec stands for, out of those that are possible here. Specs beyond the table
/// exist, so only one that is known to be of another product is refused.
fn product(possible: &[Product], spec_id: Option<u64>) -> Result<Product, Refusal> {
    let first = possible.first().copied().unwrap_or(Product::LinuxCentos);
    match spec_id.and_then(product_of) {
        None => Ok(first),
        Some(product) if possible.contains(&product) => Ok(product),
        Some(other) => {
            let why = format!("prodSpecId {} is of {}", spec_id.unwrap_or_default(), other.code());
            Err(Refusal::Rule(Rule::Spec, why))
        }
    }
}

/// The number of the server that is meant. The sources disagree on how a DELETE names it, so
/// without a number the only one there is will do.
fn meant(
    servers: &[Server],
    is_kind: impl Fn(&Server) -> bool,
    item: &Arguments,
    field: &str,
) -> Result<u64, Refusal> {
    let mut numbers: Vec<u64> = servers.iter().filter(|s| is_kind(s)).map(|s| s.no).collect();
    numbers.dedup();
    match (item.number(field), numbers.as_slice()) {
        (Some(no), numbers) if numbers.contains(&no) => Ok(no),
        (Some(no), _) => Err(Refusal::missing("server", no)),
        (None, [only]) => Ok(*only),
        (None, _) => Err(Refusal::parameter(field, "is required to say which server is meant")),
    }
}

/// The number at the end of a new server's name.
fn next_index(servers: &[Server]) -> usize {
    next_free(servers.len(), |ending| servers.iter().any(|server| server.name.ends_with(ending)), "-")
}

/// The first number after `count` whose ending is not taken.
fn next_free(count: usize, is_taken: impl Fn(&str) -> bool, before: &str) -> usize {
    let mut index = count + 1;
    while is_taken(&format!("{before}{index}")) {
        index += 1;
    }
    index
}
