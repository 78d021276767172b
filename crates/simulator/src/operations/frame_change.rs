//! Changing and returning frames.

use serde_json::Value;

use super::Context;
use super::infrastructure_change::{self as change, ServerList};
use crate::answer::Refusal;
use crate::contract::Arguments;
use crate::text;
use crate::world::{Product, Status, Step, World, duration};

const ADMIN_SERVERS: ServerList = ServerList {
    name: "adminServerList",
    number: "adminServerInstanceNo",
    products: &[Product::AdminUbuntu, Product::AdminCentos],
    with_storage: false,
};

pub(super) fn modify(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    let no = arguments.required("dataBoxFrameNo")?;
    let mut frame = world.frame_to_change(no)?.clone();
    let owner = (no, None);
    change::change_servers(world, owner, &mut frame.servers, (arguments, &ADMIN_SERVERS), context.now)?;
    change::change_nas(world, owner, &mut frame.nas, arguments, context.now)?;
    if let Some(memo) = arguments.text("memo") {
        memo.clone_into(&mut frame.memo);
    }
    // A memo alone is no work.
    if !(arguments.items("adminServerList").is_empty() && arguments.items("nasList").is_empty()) {
        frame.status = Status::Changing;
        world.after(duration::CHANGE, Step::SettleFrame(no));
    }
    *world.frame_to_change(no)? = frame;
    Ok(context.message(text::FRAME_CHANGE))
}

pub(super) fn resize_nas(
    world: &mut World,
    arguments: &Arguments,
    context: Context,
) -> Result<Value, Refusal> {
    let no = arguments.required("dataBoxFrameNo")?;
    let mut frame = world.frame_to_change(no)?.clone();
    change::resize_nas(&mut frame.nas, arguments)?;
    frame.status = Status::Changing;
    *world.frame_to_change(no)? = frame;
    world.after(duration::CHANGE, Step::SettleFrame(no));
    Ok(context.message(text::FRAME_NAS_RESIZE))
}

/// A frame takes its boxes with it.
pub(super) fn give_back(
    world: &mut World,
    arguments: &Arguments,
    context: Context,
) -> Result<Value, Refusal> {
    let no = arguments.required("dataBoxFrameNo")?;
    world.frame_to_change(no)?.set_all(Status::Returning);
    let mut boxes = Vec::new();
    for data_box in world.boxes.iter_mut().filter(|b| b.frame_no == no && b.status != Status::Terminated) {
        data_box.set_all(Status::Returning);
        boxes.push(data_box.no);
    }
    for box_no in boxes {
        world.after(duration::RETURN, Step::EndBox(box_no));
    }
    world.after(duration::RETURN, Step::EndFrame(no));
    Ok(context.message(text::FRAME_RETURN))
}
