//! Reading frames.

use serde_json::{Map, Value, json};

use super::{Context, list};
use crate::answer::Refusal;
use crate::contract::Arguments;
use crate::text::Language;
use crate::world::{Frame, Nas, Product, Server, Status, World, spec_name};

pub(super) fn list(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    let world = &*world;
    Ok(list::page(&world.frames, arguments, |frame| Value::Object(row(world, frame, context.language))))
}

pub(super) fn detail(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    let frame = world.frame(arguments.required("dataBoxFrameNo")?)?;
    let mut detail = row(world, frame, context.language);
    detail.insert("memo".into(), json!(frame.memo));
    detail.insert("exportBucketName".into(), json!(frame.export_bucket));
    detail.insert("usePseudonymInfo".into(), json!(yes_or_no(frame.uses_pseudonyms)));
    Ok(Value::Object(detail))
}

fn row(world: &World, frame: &Frame, language: Language) -> Map<String, Value> {
    let standing = |b: &&crate::world::DataBox| b.frame_no == frame.no && b.status != Status::Terminated;
    let mut row = Map::new();
    row.insert("dataBoxFrameNo".into(), json!(frame.no.to_string()));
    row.insert("dataBoxFrameName".into(), json!(frame.name));
    row.insert("dataBoxCount".into(), json!(world.boxes.iter().filter(standing).count().to_string()));
    row.insert("createDate".into(), json!(frame.created.to_answer()));
    row.insert("statusCode".into(), json!(frame.status.frame_code()));
    row.insert("statusName".into(), json!(frame.status.name(language)));
    row
}

pub(super) fn infrastructure(
    world: &mut World,
    arguments: &Arguments,
    context: Context,
) -> Result<Value, Refusal> {
    let frame = world.frame(arguments.required("dataBoxFrameNo")?)?;
    let servers = frame.servers.iter().map(|server| server_row(server, context.language));
    let rows: Vec<Value> =
        servers.chain(frame.nas.iter().map(|nas| nas_row(nas, context.language))).collect();
    let mut answer = list::page(&rows, arguments, Value::clone);
    if let (Some(answer), uses) = (answer.as_object_mut(), yes_or_no(frame.uses_pseudonyms)) {
        answer.insert("usePseudonymInfo".into(), json!(uses));
    }
    Ok(answer)
}

fn server_row(server: &Server, language: Language) -> Value {
    json!({
        "infraType": "Server",
        "instanceName": server.name,
        "privateIp": server.private_ip,
        "publicIp": server.public_ip,
        "osName": if server.product == Product::AdminCentos { "CentOS" } else { "Ubuntu" },
        "specName": spec_name(server.spec_id),
        "prodSpecId": server.spec_id,
        "userName": "root",
        "connectInfo": "root",
        "useData": "",
        "createDate": server.created.to_answer(),
        "statusCode": server.status.frame_code(),
        "statusName": server.status.name(language),
        "instanceNo": server.no.to_string(),
        "instanceStatusCode": "RUN",
    })
}

fn nas_row(nas: &Nas, language: Language) -> Value {
    json!({
        "infraType": "NAS",
        "instanceName": nas.name,
        "privateIp": "",
        "osName": "",
        "specName": nas.size.to_string(),
        "userName": nas.path,
        "useData": nas.used.to_string(),
        "createDate": nas.created.to_answer(),
        "statusCode": nas.status.frame_code(),
        "statusName": nas.status.name(language),
        "instanceNo": nas.no.to_string(),
        "instanceStatusCode": "RUN",
    })
}

fn yes_or_no(flag: bool) -> &'static str {
    if flag { "Y" } else { "N" }
}
