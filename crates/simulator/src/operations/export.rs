//! Exporting files from a box, as the applicant sees it.

use serde_json::{Value, json};

use super::Context;
use super::list::{self, Filter};
use crate::answer::{Refusal, Rule};
use crate::contract::Arguments;
use crate::text;
use crate::world::{DataBox, Export, ExportStatus, Step, World, duration};

fn box_asked_for<'w>(world: &'w World, arguments: &Arguments) -> Result<&'w DataBox, Refusal> {
    world.data_box(arguments.required("dataBoxFrameNo")?, arguments.required("dataBoxNo")?)
}

pub(super) fn nas(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    let data_box = box_asked_for(world, arguments)?;
    let row = |nas: &crate::world::Nas| json!({ "nasInstanceNo": nas.no, "nasName": nas.name });
    Ok(list::all(data_box.usable_nas().map(row).collect()))
}

pub(super) fn vpn_accounts(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    let accounts: Vec<Value> = box_asked_for(world, arguments)?
        .vpn_accounts
        .iter()
        .map(|account| {
            json!({
                "sslVpnNo": account.no.to_string(),
                "vpnId": account.id,
                "email": account.email,
                "countryCode": "82",
                "phoneNumber": account.phone,
            })
        })
        .collect();
    // The one list without a count.
    Ok(json!({ "content": accounts }))
}

pub(super) fn apply(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    let (frame_no, box_no) = (arguments.required("dataBoxFrameNo")?, arguments.required("dataBoxNo")?);
    let data_box = world.box_in_use(frame_no, box_no)?;
    let nas_no = arguments.required("sourceNasInstanceNo")?;
    let nas = data_box.usable_nas().find(|nas| nas.no == nas_no);
    let nas_name = nas.ok_or_else(|| Refusal::missing("NAS", nas_no))?.name.clone();
    let vpn_no = arguments.required("sslVpnNo")?;
    let account = data_box.vpn_accounts.iter().find(|account| account.no == vpn_no);
    let vpn_id = account.ok_or_else(|| Refusal::missing("SSL VPN account", vpn_no))?.id.clone();
    let box_name = data_box.name.clone();
    let bucket = world.usable_bucket(arguments.text("targetBucketName").unwrap_or_default())?.name.clone();

    let mut rows = Vec::new();
    for file in arguments.items("sourceFileInfoList") {
        let export = Export {
            id: world.next_export_id(),
            frame_no,
            box_no,
            box_name: box_name.clone(),
            vpn_id: vpn_id.clone(),
            nas_name: nas_name.clone(),
            bucket: bucket.clone(),
            file_name: file.text_or_empty("fileName"),
            description: file.text_or_empty("description"),
            purpose: arguments.text_or_empty("exportPurpose"),
            memo: arguments.text_or_empty("memo"),
            size: world.random.between(1, 10),
            status: ExportStatus::Requested,
            applied: context.now,
            reviewed: None,
        };
        rows.push(json!({
            "exportApplyId": export.id,
            "dataBoxNo": box_no.to_string(),
            "dataBoxName": export.box_name,
            "nasInstanceName": export.nas_name,
            "sourceNasFileName": export.file_name,
            "targetBucketName": export.bucket,
            "status": export.status.code(),
        }));
        world.after(duration::EXPORT_TRANSFER, Step::Export(export.id));
        world.exports.push(export);
    }
    Ok(list::all(rows))
}

/// The requests a list asks for, newest first. The reviewer's list has the same filters.
pub(super) fn found<'w>(world: &'w World, arguments: &Arguments) -> Result<Vec<&'w Export>, Refusal> {
    let frame_no = world.frame(arguments.required("dataBoxFrameNo")?)?.no;
    if let Some(box_no) = arguments.number("dataBoxNo") {
        world.data_box(frame_no, box_no)?;
    }
    let filter = Filter::new(frame_no, arguments);
    let mut found: Vec<&Export> = world
        .exports
        .iter()
        .filter(|e| filter.lets_through((e.frame_no, e.box_no), e.status.code(), e.applied))
        .collect();
    found.sort_by_key(|export| std::cmp::Reverse((export.applied, export.id)));
    Ok(found)
}

/// The request a detail asks for.
pub(super) fn asked_for<'w>(world: &'w World, arguments: &Arguments) -> Result<&'w Export, Refusal> {
    let box_no = box_asked_for(world, arguments)?.no;
    let id = arguments.required("exportApplyId")?;
    let found = world.exports.iter().find(|e| e.id == id && e.box_no == box_no);
    found.ok_or_else(|| Refusal::missing("export request", id))
}

pub(super) fn list(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    Ok(list::page(&found(world, arguments)?, arguments, |export| row(export)))
}

pub(super) fn detail(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    Ok(list::all(vec![row(asked_for(world, arguments)?)]))
}

fn row(export: &Export) -> Value {
    let mut row = json!({
        "exportApplyId": export.id.to_string(),
        "dataBoxName": export.box_name,
        "dataBoxNo": export.box_no.to_string(),
        "vpnId": export.vpn_id,
        "sourceNasName": export.nas_name,
        "sourceFileName": export.file_name,
        "targetBucketName": export.bucket,
        "status": export.status.code(),
        "applyDate": export.applied.to_answer(),
        "resultDate": export.reviewed.map(|at| at.to_answer()),
        "memo": export.memo,
    });
    list::drop_nulls(&mut row);
    row
}

/// The only write that names no frame.
pub(super) fn cancel(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    let (box_no, id) = (arguments.required("dataBoxNo")?, arguments.required("exportApplyId")?);
    let found = world.boxes.iter().find(|b| b.no == box_no);
    let frame_no = found.ok_or_else(|| Refusal::missing("Data Box", box_no))?.frame_no;
    world.data_box(frame_no, box_no)?;
    let found = world.exports.iter_mut().find(|e| e.id == id && e.box_no == box_no);
    let export = found.ok_or_else(|| Refusal::missing("export request", id))?;
    if !matches!(export.status, ExportStatus::Requested | ExportStatus::WaitingForReview) {
        let why = format!("export request {id} is {}", export.status.code());
        return Err(Refusal::Rule(Rule::Cancellation, why));
    }
    export.status = ExportStatus::Cancelled;
    Ok(context.message(text::EXPORT_CANCELLED))
}
