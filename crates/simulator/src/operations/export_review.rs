//! Reviewing exports.

use serde_json::{Value, json};

use super::{Context, export, list};
use crate::answer::{Refusal, Rule};
use crate::contract::Arguments;
use crate::text;
use crate::world::{Export, ExportStatus, Step, World, duration};

pub(super) fn list(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    Ok(list::page(&export::found(world, arguments)?, arguments, |export| {
        let mut row = json!({
            "exportApplyId": export.id.to_string(),
            "dataBoxName": export.box_name,
            "dataBoxNo": export.box_no.to_string(),
            "sslVpnId": export.vpn_id,
            "sourceFileName": export.file_name,
            "applyDate": export.applied.to_answer(),
            "approveDate": export.reviewed.map(|at| at.to_answer()),
            "status": export.status.code(),
            "fileSize": export.size.to_string(),
        });
        list::drop_nulls(&mut row);
        row
    }))
}

pub(super) fn detail(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    let export = export::asked_for(world, arguments)?;
    let mut row = json!({
        "exportApplyId": export.id.to_string(),
        "dataBoxName": export.box_name,
        "dataBoxNo": export.box_no.to_string(),
        "sslVpnId": export.vpn_id,
        "sourceFileName": export.file_name,
        "applyDate": export.applied.to_answer(),
        "approveDate": export.reviewed.map(|at| at.to_answer()),
        "status": export.status.code(),
        "description": export.description,
        "exportPurpose": export.purpose,
        "memo": export.memo,
        "fileSize": export.size.to_string(),
    });
    list::drop_nulls(&mut row);
    Ok(list::all(vec![row]))
}

pub(super) fn approve(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    let export = waiting(world, arguments)?;
    export.status = ExportStatus::Copying;
    export.reviewed = Some(context.now);
    let step = Step::Export(export.id);
    world.after(duration::EXPORT_COPY, step);
    Ok(context.message(text::EXPORT_APPROVED))
}

/// The reason is checked but kept nowhere: no answer is documented that would show it.
pub(super) fn reject(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    let export = waiting(world, arguments)?;
    export.status = ExportStatus::Rejected;
    export.reviewed = Some(context.now);
    Ok(context.message(text::EXPORT_REJECTED))
}

/// The request to decide on, if there is still something to decide.
fn waiting<'w>(world: &'w mut World, arguments: &Arguments) -> Result<&'w mut Export, Refusal> {
    let asked_for = export::asked_for(world, arguments)?;
    let (id, status, box_no) = (asked_for.id, asked_for.status, asked_for.box_no);
    if status != ExportStatus::WaitingForReview {
        let why = format!("export request {id} is {}", status.code());
        return Err(Refusal::Rule(Rule::Review, why));
    }
    if let Some(leaving) = world.boxes.iter().find(|b| b.no == box_no && b.status.is_leaving()) {
        let why = format!("Data Box {box_no} is {}", leaving.status.code());
        return Err(Refusal::Rule(Rule::State, why));
    }
    let found = world.exports.iter_mut().find(|export| export.id == id);
    found.ok_or_else(|| Refusal::missing("export request", id))
}
