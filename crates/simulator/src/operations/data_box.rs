//! Reading boxes.

use serde_json::{Value, json};

use super::{Context, list};
use crate::answer::Refusal;
use crate::contract::Arguments;
use crate::text::Language;
use crate::world::{DataBox, ExportStatus, Nas, Product, Server, Status, World, spec_name};

pub(super) fn list(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    let frame_no = world.frame(arguments.required("dataBoxFrameNo")?)?.no;
    let boxes: Vec<&DataBox> = world.boxes.iter().filter(|b| b.frame_no == frame_no).collect();
    Ok(list::page(&boxes, arguments, |data_box| {
        json!({
            "dataBoxNo": data_box.no.to_string(),
            "dataBoxName": data_box.name,
            "memo": data_box.memo,
            "createDate": data_box.created.to_answer(),
            "statusCode": data_box.status.code(),
            "statusName": data_box.status.name(context.language),
            "disabled": data_box.disabled,
        })
    }))
}

fn asked_for<'w>(world: &'w World, arguments: &Arguments) -> Result<&'w DataBox, Refusal> {
    world.data_box(arguments.required("dataBoxFrameNo")?, arguments.required("dataBoxNo")?)
}

pub(super) fn infrastructure(
    world: &mut World,
    arguments: &Arguments,
    context: Context,
) -> Result<Value, Refusal> {
    let data_box = asked_for(world, arguments)?;
    let servers = data_box.servers.iter().map(|server| server_row(server, context.language));
    Ok(list::all(servers.chain(data_box.nas.iter().map(|nas| nas_row(nas, context.language))).collect()))
}

fn server_row(server: &Server, language: Language) -> Value {
    let (storage_no, storage_size) = server
        .storage
        .as_ref()
        .map_or_else(Default::default, |storage| (storage.no.to_string(), storage.size.to_string()));
    let (account_1, account_2) = if server.product == Product::Connect { ("ncp1", "ncp2") } else { ("", "") };
    json!({
        "productCode": server.product.code(),
        "productType": server.product.type_name(),
        "prodSpecId": server.spec_id,
        "instanceNo": server.no.to_string(),
        "contractInstanceNo": server.contract_no.to_string(),
        "instanceName": server.name,
        "blockStorageInstanceNo": storage_no,
        "blockStorageSize": storage_size,
        "privateIp": server.private_ip,
        "specName": spec_name(server.spec_id),
        "connectInfo1": account_1,
        "connectInfo2": account_2,
        "statusCode": server.status.code(),
        "statusName": server.status.name(language),
        "instanceStatusCode": "RUN",
    })
}

fn nas_row(nas: &Nas, language: Language) -> Value {
    json!({
        "productCode": "NAS",
        "productType": "NAS",
        "instanceNo": nas.no.to_string(),
        "contractInstanceNo": nas.no.to_string(),
        "instanceName": nas.name,
        "blockStorageInstanceNo": "",
        "blockStorageSize": "",
        "privateIp": "",
        "specName": nas.size.to_string(),
        "connectInfo1": nas.path,
        "connectInfo2": "",
        "statusCode": nas.status.code(),
        "statusName": nas.status.name(language),
        "instanceStatusCode": "RUN",
    })
}

pub(super) fn summary(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    let data_box = asked_for(world, arguments)?;
    let waiting = |status| matches!(status, ExportStatus::Requested | ExportStatus::WaitingForReview);
    let exports = world.exports.iter().filter(|e| e.box_no == data_box.no && waiting(e.status)).count();
    Ok(json!({
        "dataBoxName": data_box.name,
        "sslVpnCount": data_box.vpn_accounts.len(),
        "connectSslVpnUrl": data_box.vpn_url,
        "webBlockStatus": data_box.network_blocked,
        "mountCount": data_box.mount_count,
        "nasCount": data_box.nas.len(),
        "nasTotalSize": data_box.nas.iter().map(|nas| nas.size).sum::<u64>(),
        "nasTotalUseSize": data_box.nas.iter().map(|nas| nas.used).sum::<u64>().to_string(),
        "createDate": data_box.created.to_answer(),
        "statusCode": data_box.status.code(),
        "exportApplyCount": exports,
        "memo": data_box.memo,
    }))
}

/// The servers of the box with the number asked for; more than one are the nodes of one cluster.
fn servers<'b>(
    data_box: &'b DataBox,
    arguments: &Arguments,
    is_kind: fn(Product) -> bool,
    kind: &str,
) -> Result<Vec<&'b Server>, Refusal> {
    let no = arguments.required("instanceNo")?;
    let found: Vec<_> = data_box.servers.iter().filter(|s| s.no == no && is_kind(s.product)).collect();
    if found.is_empty() { Err(Refusal::missing(kind, no)) } else { Ok(found) }
}

pub(super) fn hadoop(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    let data_box = asked_for(world, arguments)?;
    let nodes = servers(data_box, arguments, Product::is_hadoop, "Hadoop cluster")?;
    let specs: Vec<Value> = nodes
        .iter()
        .map(|node| {
            let name = node.product.type_name().trim_start_matches("Hadoop ");
            json!({ "name": name, "spec": spec_name(node.spec_id), "nodeCount": node.node_count })
        })
        .collect();
    let edge = nodes.iter().find(|node| node.product == Product::HadoopEdge);
    let applications = [("Ambari", 8443), ("Hue", 8081), ("Zeppelin Notebook", 9996)];
    Ok(json!({
        "specList": specs,
        "connectionList": edge.map_or_else(Vec::new, |edge| connections(edge, &applications)),
        "storageList": storages(world, data_box),
    }))
}

pub(super) fn linux(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    let data_box = asked_for(world, arguments)?;
    servers(data_box, arguments, Product::is_linux, "Linux server")?;
    Ok(json!({ "storageList": storages(world, data_box) }))
}

pub(super) fn tensor_flow(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    let data_box = asked_for(world, arguments)?;
    let found = servers(data_box, arguments, Product::is_tensor_flow, "TensorFlow server")?;
    let applications = [("JupyterLab", 18888), ("TensorBoard", 16006)];
    let connections: Vec<Value> =
        found.iter().flat_map(|server| connections(server, &applications)).collect();
    Ok(json!({ "connectionList": connections, "storageList": storages(world, data_box) }))
}

fn connections(server: &Server, applications: &[(&str, u16)]) -> Vec<Value> {
    let row = |(name, port): &(&str, u16)| {
        let url = format!("https://{}:{port}", server.private_ip);
        json!({ "applicationName": name, "connectionUrl": url })
    };
    applications.iter().map(row).collect()
}

/// The box's own volumes, then as many of the frame's shared ones as the box may see.
fn storages(world: &World, data_box: &DataBox) -> Vec<Value> {
    let row = |name: &str, nas: &Nas| json!({ "name": name, "storagePath": nas.path });
    let shared =
        world.frames.iter().filter(|frame| frame.no == data_box.frame_no).flat_map(|frame| &frame.nas);
    let seen = usize::try_from(data_box.mount_count).unwrap_or(0);
    let own = data_box.nas.iter().filter(|nas| nas.status != Status::Terminated);
    own.map(|nas| row("NAS for export", nas))
        .chain(shared.take(seen).map(|nas| row("Shared NAS (read only)", nas)))
        .collect()
}
