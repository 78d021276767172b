//! Importing files into a box.

use serde_json::{Value, json};

use super::list::{self, Filter};
use super::{Context, export};
use crate::answer::Refusal;
use crate::contract::Arguments;
use crate::world::{Import, ImportStatus, Step, World, duration};

/// The same volumes can receive files and give them.
pub(super) fn nas(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    export::nas(world, arguments, context)
}

pub(super) fn apply(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    let (frame_no, box_no) = (arguments.required("dataBoxFrameNo")?, arguments.required("dataBoxNo")?);
    let data_box = world.box_in_use(frame_no, box_no)?;
    let nas_no = arguments.required("targetNasInstanceNo")?;
    let nas = data_box.usable_nas().find(|nas| nas.no == nas_no);
    let nas_name = nas.ok_or_else(|| Refusal::missing("NAS", nas_no))?.name.clone();
    let box_name = data_box.name.clone();
    let bucket = world.usable_bucket(arguments.text("sourceBucketName").unwrap_or_default())?.name.clone();

    let mut rows = Vec::new();
    for file in arguments.items("sourceFileInfoList") {
        let import = Import {
            id: world.next_import_id(),
            frame_no,
            box_no,
            box_name: box_name.clone(),
            nas_name: nas_name.clone(),
            bucket: bucket.clone(),
            file_name: file.text_or_empty("fileName"),
            memo: arguments.text_or_empty("memo"),
            status: ImportStatus::Requested,
            applied: context.now,
            completed: None,
        };
        rows.push(json!({
            "importApplyId": import.id.to_string(),
            "dataBoxNo": box_no.to_string(),
            "dataBoxName": import.box_name,
            "nasInstanceName": import.nas_name,
            "sourceBucketName": import.bucket,
            "sourceBucketFileName": import.file_name,
            "status": import.status.code(),
        }));
        world.after(duration::IMPORT_REQUESTED, Step::Import(import.id));
        world.imports.push(import);
    }
    Ok(list::all(rows))
}

pub(super) fn list(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    let frame_no = world.frame(arguments.required("dataBoxFrameNo")?)?.no;
    if let Some(box_no) = arguments.number("dataBoxNo") {
        world.data_box(frame_no, box_no)?;
    }
    let filter = Filter::new(frame_no, arguments);
    let mut found: Vec<&Import> = world
        .imports
        .iter()
        .filter(|i| filter.lets_through((i.frame_no, i.box_no), i.status.code(), i.applied))
        .collect();
    found.sort_by_key(|import| std::cmp::Reverse((import.applied, import.id)));
    Ok(list::page(&found, arguments, |import| {
        let mut row = json!({
            "importApplyId": import.id.to_string(),
            "dataBoxName": import.box_name,
            "dataBoxNo": import.box_no.to_string(),
            "targetNasName": import.nas_name,
            "sourceBucketName": import.bucket,
            "sourceFileName": import.file_name,
            "applyDate": import.applied.to_answer(),
            "completeDate": import.completed.map(|at| at.to_answer()),
            "status": import.status.code(),
            "memo": import.memo,
        });
        list::drop_nulls(&mut row);
        row
    }))
}

pub(super) fn detail(world: &mut World, arguments: &Arguments, _: Context) -> Result<Value, Refusal> {
    let (frame_no, box_no) = (arguments.required("dataBoxFrameNo")?, arguments.required("dataBoxNo")?);
    world.data_box(frame_no, box_no)?;
    let id = arguments.required("importApplyId")?;
    let found = world.imports.iter().find(|i| i.id == id && i.box_no == box_no);
    let import = found.ok_or_else(|| Refusal::missing("import request", id))?;
    Ok(list::all(vec![json!({
        "importApplyId": import.id.to_string(),
        "dataBoxName": import.box_name,
        "dataBoxNo": import.box_no.to_string(),
        "targetNasName": import.nas_name,
        "sourceBucketName": import.bucket,
        "sourceFileName": import.file_name,
        "status": import.status.code(),
        "memo": import.memo,
    })]))
}
