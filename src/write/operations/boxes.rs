//! Changes to data boxes.

use databoxframe::code::{BoxStatus, Phase};
use databoxframe::data_box::{
    BoxInfra, BoxSummary, ChangeDataBoxNasVolumeSize, ConnectServerChange, CreateDataBox, DataBox,
    GetDataBoxInfraList, GetDataBoxList, GetDataBoxSummaryInfo, HadoopChange, ModifyDataBox, ReturnDataBox,
    ServerChange, SetBlockExternalNetwork,
};
use databoxframe::frame::NasChange;
use databoxframe::operation::Harm;
use databoxframe::product::Product;
use databoxframe::{Flag, Id, Operation as _};

use super::frames::made;
use super::{infra_id, is_change_of, is_new, is_of, only, whole};
use crate::action::Action;
use crate::gateway::Failure;
use crate::paging::Paging;
use crate::write::Target;
use crate::write::guard::Unguarded;
use crate::write::operation::{Makes, Reader, Write, joined, or_gone};
use crate::write::snapshot::{Change, InstanceKind, Item, ItemId, Property, Snapshot, Value};

/// What of a box a return names, besides how much infrastructure it has.
const RETURNED: [Property; 3] = [Property::Name, Property::Accounts, Property::Exports];

/// Guard of the return of a box: what its dialog shows. `infra`: how many servers, nodes and volumes,
/// if all were read.
pub fn box_return_item(box_no: &Id, summary: &BoxSummary, infra: Option<usize>) -> Item {
    let mut item = only(summary_item(box_no, summary), &RETURNED);
    item.count(Property::Infrastructure, infra);
    item
}

/// Guard of blocking or allowing the external network: what its dialog shows, and the present state.
pub fn box_network_item(box_no: &Id, summary: &BoxSummary) -> Item {
    only(summary_item(box_no, summary), &[Property::Name, Property::ExternalNetwork])
}

/// Guard of a resize: the volume of the box as its dialog shows it. Its name and number identify it.
pub fn box_volume_item(infra: &BoxInfra) -> Item {
    only(infra_item(infra), &[Property::Spec])
}

fn kind(infra: &BoxInfra) -> InstanceKind {
    match infra.product {
        None | Some(Product::Other(_)) => InstanceKind::Unknown,
        Some(Product::Nas) => InstanceKind::Volume,
        Some(Product::HadoopEdge | Product::HadoopMaster | Product::HadoopWorker) => InstanceKind::Node,
        Some(_) => InstanceKind::Server,
    }
}

fn network(blocked: Option<&Flag>) -> (Property, Value) {
    (Property::ExternalNetwork, blocked.cloned().map_or(Value::Absent, Value::Flag))
}

fn box_status(status: Option<&BoxStatus>) -> (Property, Value) {
    (Property::Status, status.cloned().map_or(Value::Absent, Value::BoxStatus))
}

/// A box, by its summary.
pub(super) fn summary_item(box_no: &Id, summary: &BoxSummary) -> Item {
    let BoxSummary {
        name,
        ssl_vpn_count,
        external_network_blocked,
        status,
        export_apply_count,
        memo,
        // No dialog shows them, and no write changes them alone.
        ssl_vpn_url: _,
        mount_count: _,
        nas_count: _,
        nas_total_gb: _,
        nas_used_gb: _,
        created: _,
        extra: _,
        answered: _,
    } = summary;
    Item {
        id: ItemId::DataBox(box_no.clone()),
        properties: vec![
            (Property::Name, Value::text(name.as_deref())),
            box_status(status.as_ref()),
            network(external_network_blocked.as_ref()),
            (Property::Memo, Value::text(memo.as_deref())),
            (Property::Accounts, Value::amount(ssl_vpn_count.as_ref())),
            (Property::Exports, Value::amount(export_apply_count.as_ref())),
        ],
    }
}

/// A server, node or volume of a box.
pub(super) fn infra_item(infra: &BoxInfra) -> Item {
    let BoxInfra {
        // Its kind is part of its identity.
        product: _,
        instance_no,
        name,
        block_storage_gb,
        spec_name,
        status,
        // No dialog shows them, and no write changes them alone.
        product_type: _,
        prod_spec_id: _,
        contract_instance_no: _,
        block_storage_no: _,
        private_ip: _,
        connect_info_1: _,
        connect_info_2: _,
        status_name: _,
        instance_status: _,
        extra: _,
        answered: _,
    } = infra;
    Item {
        id: infra_id(kind(infra), instance_no.as_ref(), name.as_deref()),
        properties: vec![
            (Property::Spec, Value::text(spec_name.as_deref())),
            (Property::Storage, Value::amount(block_storage_gb.as_ref())),
            box_status(status.as_ref()),
        ],
    }
}

/// A box in a list of boxes.
pub(super) fn listed_item(data_box: &DataBox) -> Item {
    let DataBox {
        box_no,
        name,
        memo,
        created,
        // It changes by itself.
        status: _,
        status_name: _,
        disabled: _,
        extra: _,
        answered: _,
    } = data_box;
    Item {
        id: ItemId::DataBox(box_no.clone()),
        properties: vec![
            (Property::Name, Value::text(name.as_deref())),
            (Property::Memo, Value::text(memo.as_deref())),
            (Property::Created, Value::date(created.as_ref())),
        ],
    }
}

/// The boxes of a frame.
pub(super) async fn list(reader: &Reader, frame_no: &Id) -> Result<Snapshot, Failure> {
    let make = |page| GetDataBoxList { frame_no: frame_no.clone(), page };
    reader.list(Paging::RESOURCES, make, listed_item).await
}

async fn infrastructure(reader: &Reader, frame_no: &Id, box_no: &Id) -> Result<Snapshot, Failure> {
    let make = |_| GetDataBoxInfraList { frame_no: frame_no.clone(), box_no: box_no.clone() };
    reader.list(Paging::Single, make, infra_item).await
}

async fn summary(reader: &Reader, frame_no: &Id, box_no: &Id) -> Result<Snapshot, Failure> {
    let operation = GetDataBoxSummaryInfo { frame_no: frame_no.clone(), box_no: box_no.clone() };
    or_gone(reader.read(&operation).await.map(|summary| Snapshot::of(summary_item(box_no, &summary))))
}

/// Whether a change is a new status of this phase.
fn enters(change: &Change, phases: &[Phase]) -> bool {
    matches!(change, Change::Property { after: Value::BoxStatus(status), .. } if phases.contains(&status.phase()))
}

impl Write for CreateDataBox {
    type Shown = Unguarded;

    fn action(&self) -> Action {
        Action::CreateBox
    }

    fn target(&self) -> Target {
        Target::Frame(self.frame_no.clone())
    }

    async fn snapshot(&self, reader: &Reader) -> Result<Snapshot, Failure> {
        list(reader, &self.frame_no).await
    }

    fn may_cause(&self, change: &Change) -> bool {
        is_new(change)
    }

    fn makes(&self) -> Makes {
        Makes::New(1)
    }
}

/// The instance that a server change names; `None` for a new one.
fn server(change: &ServerChange) -> Option<&Id> {
    match change {
        ServerChange::Create(_) => None,
        ServerChange::Update { server_instance_no, .. } | ServerChange::Delete { server_instance_no } => {
            Some(server_instance_no)
        }
    }
}

fn connect_server(change: &ConnectServerChange) -> Option<&Id> {
    match change {
        ConnectServerChange::Create(_) => None,
        ConnectServerChange::Update { server_instance_no, .. }
        | ConnectServerChange::Delete { server_instance_no } => Some(server_instance_no),
    }
}

fn hadoop(change: &HadoopChange) -> Option<&Id> {
    match change {
        HadoopChange::Create(_) => None,
        HadoopChange::Update { hadoop_instance_no, .. } | HadoopChange::Delete { hadoop_instance_no } => {
            Some(hadoop_instance_no)
        }
    }
}

fn volume(change: &NasChange) -> Option<&Id> {
    match change {
        NasChange::Create { .. } => None,
        NasChange::Delete { instance_no } => Some(instance_no),
    }
}

/// The instances that a request changes or returns, and `None` for each that it creates. Without
/// volumes.
fn servers(request: &ModifyDataBox) -> impl Iterator<Item = Option<&Id>> {
    let servers =
        [&request.linux_servers, &request.tensor_flow_cpu_servers, &request.tensor_flow_gpu_servers];
    let servers = servers.into_iter().flatten().map(server);
    servers.chain(request.connect_servers.iter().map(connect_server))
}

fn touches(request: &ModifyDataBox, change: &Change) -> bool {
    let is = |kind| move |instance_no: &Id| is_of(change, kind, instance_no);
    servers(request).flatten().any(is(InstanceKind::Server))
        || request.hadoop.iter().filter_map(hadoop).any(is(InstanceKind::Node))
        || request.nas.iter().filter_map(volume).any(is(InstanceKind::Volume))
}

impl Write for ModifyDataBox {
    type Shown = Unguarded;

    fn action(&self) -> Action {
        Action::ModifyBox
    }

    fn target(&self) -> Target {
        Target::DataBox(self.frame_no.clone(), self.box_no.clone())
    }

    async fn snapshot(&self, reader: &Reader) -> Result<Snapshot, Failure> {
        let summary = summary(reader, &self.frame_no, &self.box_no).await;
        joined(summary, infrastructure(reader, &self.frame_no, &self.box_no).await)
    }

    fn may_cause(&self, change: &Change) -> bool {
        match &change.item().id {
            ItemId::DataBox(_) => {
                enters(change, &[Phase::Requested, Phase::Changing])
                    || (self.memo.is_some() && is_change_of(change, Property::Memo))
            }
            _ => (is_new(change) && self.makes() != Makes::Nothing) || touches(self, change),
        }
    }

    /// The number of nodes that the service creates for a cluster is not documented.
    fn makes(&self) -> Makes {
        if self.hadoop.iter().any(|change| hadoop(change).is_none()) {
            return Makes::Some;
        }
        made(servers(self).filter(Option::is_none).count(), &self.nas)
    }
}

impl Write for ChangeDataBoxNasVolumeSize {
    type Shown = Item;

    fn action(&self) -> Action {
        Action::Resize
    }

    fn target(&self) -> Target {
        Target::BoxVolume(self.frame_no.clone(), self.box_no.clone(), self.nas_instance_no.clone())
    }

    async fn snapshot(&self, reader: &Reader) -> Result<Snapshot, Failure> {
        infrastructure(reader, &self.frame_no, &self.box_no).await
    }

    fn may_cause(&self, change: &Change) -> bool {
        is_of(change, InstanceKind::Volume, &self.nas_instance_no)
            && (is_change_of(change, Property::Spec) || enters(change, &[Phase::Requested, Phase::Changing]))
    }
}

impl Write for SetBlockExternalNetwork {
    type Shown = Item;

    fn action(&self) -> Action {
        if self.block { Action::BlockNetwork } else { Action::AllowNetwork }
    }

    fn harm(&self) -> Harm {
        if self.block { Self::SPEC.harm } else { Harm::Open }
    }

    fn target(&self) -> Target {
        Target::DataBox(self.frame_no.clone(), self.box_no.clone())
    }

    async fn snapshot(&self, reader: &Reader) -> Result<Snapshot, Failure> {
        summary(reader, &self.frame_no, &self.box_no).await
    }

    fn may_cause(&self, change: &Change) -> bool {
        let wanted = if self.block { Flag::Yes } else { Flag::No };
        matches!(change, Change::Property { after: Value::Flag(flag), .. } if *flag == wanted)
    }
}

impl Write for ReturnDataBox {
    type Shown = Item;

    fn action(&self) -> Action {
        Action::ReturnBox
    }

    fn target(&self) -> Target {
        Target::DataBox(self.frame_no.clone(), self.box_no.clone())
    }

    async fn snapshot(&self, reader: &Reader) -> Result<Snapshot, Failure> {
        let mut snapshot = summary(reader, &self.frame_no, &self.box_no).await?;
        if let Some(item) = snapshot.items.first_mut() {
            let infra = infrastructure(reader, &self.frame_no, &self.box_no).await;
            item.count(Property::Infrastructure, whole(infra));
        }
        Ok(snapshot)
    }

    fn may_cause(&self, change: &Change) -> bool {
        matches!(change, Change::Removed(_)) || enters(change, &[Phase::Returning, Phase::Returned])
    }
}
