//! Creating, changing and returning boxes.

use serde_json::Value;

use super::Context;
use super::infrastructure_change::{self as change, ServerList};
use crate::answer::Refusal;
use crate::contract::Arguments;
use crate::text;
use crate::world::{DataBox, Product, Status, Step, World, duration};

const SERVER_LISTS: [ServerList; 4] = [
    server_list("connectServerList", &[Product::Connect]),
    server_list("linuxServerList", &[Product::LinuxCentos, Product::LinuxUbuntu]),
    server_list("tensorFlowCpuServerList", &[Product::TensorFlowCpu]),
    server_list("tensorFlowGpuServerList", &[Product::TensorFlowGpu]),
];

const fn server_list(name: &'static str, products: &'static [Product]) -> ServerList {
    ServerList { name, number: "serverInstanceNo", products, with_storage: true }
}

/// Carries out all lists of a request on a box.
fn change_infrastructure(
    world: &mut World,
    data_box: &mut DataBox,
    info: &Arguments,
    context: Context,
) -> Result<(), Refusal> {
    let owner = (data_box.frame_no, Some(data_box.no));
    for list in &SERVER_LISTS {
        change::change_servers(world, owner, &mut data_box.servers, (info, list), context.now)?;
    }
    change::change_hadoop(world, owner, &mut data_box.servers, info, context.now)?;
    change::change_nas(world, owner, &mut data_box.nas, info, context.now)
}

pub(super) fn create(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    let frame_no = arguments.required("dataBoxFrameNo")?;
    world.frame_to_change(frame_no)?;
    let info = arguments.object("dataBoxInfo");
    let no = world.next_box_no();
    let earlier = world.boxes.iter().filter(|b| b.frame_no == frame_no).count();
    let mut data_box = DataBox {
        no,
        frame_no,
        name: format!("BOX#{}", earlier + 1),
        memo: info.text_or_empty("memo"),
        created: context.now,
        status: Status::Ready,
        disabled: false,
        // Documented: blocked by default.
        network_blocked: true,
        mount_count: 0,
        vpn_url: "https://sslvpn-kr-vpc-02.ncloud.com".into(),
        vpn_accounts: Vec::new(),
        servers: Vec::new(),
        nas: Vec::new(),
        new_network_blocked: None,
    };
    change_infrastructure(world, &mut data_box, &info, context)?;
    for index in 1..=info.required("sslVpnCount")? {
        data_box.vpn_accounts.push(world.new_vpn_account(no, index));
    }
    world.boxes.push(data_box);
    world.after(duration::BOX_REQUESTED, Step::StartBox(no));
    Ok(context.message(text::BOX_CREATION))
}

pub(super) fn modify(world: &mut World, arguments: &Arguments, context: Context) -> Result<Value, Refusal> {
    let frame_no = arguments.required("dataBoxFrameNo")?;
    let info = arguments.object("dataBoxInfo");
    let no = info.required("dataBoxNo")?;
    let mut data_box = world.box_to_change(frame_no, no)?.clone();
    change_infrastructure(world, &mut data_box, &info, context)?;
    if let Some(memo) = info.text("memo") {
        memo.clone_into(&mut data_box.memo);
    }
    let lists = SERVER_LISTS.iter().map(|list| list.name).chain(["hadoopList", "nasList"]);
    // A memo alone is no work.
    if lists.into_iter().any(|list| !info.items(list).is_empty()) {
        data_box.status = Status::Changing;
        world.after(duration::CHANGE, Step::SettleBox(no));
    }
    *world.box_to_change(frame_no, no)? = data_box;
    Ok(context.message(text::BOX_CHANGE))
}

pub(super) fn resize_nas(
    world: &mut World,
    arguments: &Arguments,
    context: Context,
) -> Result<Value, Refusal> {
    let (frame_no, no) = (arguments.required("dataBoxFrameNo")?, arguments.required("dataBoxNo")?);
    let mut data_box = world.box_to_change(frame_no, no)?.clone();
    change::resize_nas(&mut data_box.nas, arguments)?;
    data_box.status = Status::Changing;
    *world.box_to_change(frame_no, no)? = data_box;
    world.after(duration::CHANGE, Step::SettleBox(no));
    Ok(context.message(text::BOX_NAS_RESIZE))
}

pub(super) fn block_network(
    world: &mut World,
    arguments: &Arguments,
    context: Context,
) -> Result<Value, Refusal> {
    let (frame_no, no) = (arguments.required("dataBoxFrameNo")?, arguments.required("dataBoxNo")?);
    let data_box = world.box_to_change(frame_no, no)?;
    data_box.new_network_blocked = arguments.flag("isBlock");
    data_box.status = Status::Changing;
    world.after(duration::CHANGE, Step::SettleBox(no));
    Ok(context.message(text::NETWORK))
}

pub(super) fn give_back(
    world: &mut World,
    arguments: &Arguments,
    context: Context,
) -> Result<Value, Refusal> {
    let (frame_no, no) = (arguments.required("dataBoxFrameNo")?, arguments.required("dataBoxNo")?);
    world.box_to_change(frame_no, no)?.set_all(Status::Returning);
    world.after(duration::RETURN, Step::EndBox(no));
    Ok(context.message(text::BOX_RETURN))
}
