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
use super::{infra_id, is_change_of, is_new, is_of};
use crate::action::Action;
use crate::gateway::Failure;
use crate::paging::Paging;
use crate::write::Target;
use crate::write::guard::Unguarded;
use crate::write::operation::{Makes, Reader, Write, joined, or_gone};
use crate::write::snapshot::{Change, InstanceKind, Item, ItemId, Property, Snapshot, Value};

/// Guard of the return of a box: its properties as shown.
pub fn box_item(box_no: &Id, name: Option<&str>) -> Item {
    Item { id: ItemId::DataBox(box_no.clone()), properties: vec![(Property::Name, Value::text(name))] }
}

/// Guard of blocking or allowing the external network: the box as shown.
pub fn box_network_item(box_no: &Id, blocked: Option<&Flag>) -> Item {
    Item { id: ItemId::DataBox(box_no.clone()), properties: vec![network(blocked)] }
}

/// Guard of a resize: the volume of the box as shown.
pub fn box_volume_item(infra: &BoxInfra) -> Item {
    Item {
        id: infra_id(kind(infra), infra.instance_no.as_ref(), infra.name.as_deref()),
        properties: vec![(Property::Spec, Value::text(infra.spec_name.as_deref()))],
    }
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

fn status(status: Option<&BoxStatus>) -> (Property, Value) {
    (Property::Status, status.cloned().map_or(Value::Absent, Value::BoxStatus))
}

fn summary_item(box_no: &Id, summary: &BoxSummary) -> Item {
    let mut item = box_item(box_no, summary.name.as_deref());
    item.properties.extend([
        status(summary.status.as_ref()),
        network(summary.external_network_blocked.as_ref()),
        (Property::Memo, Value::text(summary.memo.as_deref())),
    ]);
    item
}

fn infra_item(infra: &BoxInfra) -> Item {
    let mut item = box_volume_item(infra);
    item.properties.extend([
        (Property::Storage, Value::amount(infra.block_storage_gb.as_ref())),
        status(infra.status.as_ref()),
    ]);
    item
}

/// A box in a list of boxes, without its status, which changes by itself.
fn listed_item(data_box: &DataBox) -> Item {
    let mut item = box_item(&data_box.box_no, data_box.name.as_deref());
    item.properties.extend([
        (Property::Memo, Value::text(data_box.memo.as_deref())),
        (Property::Created, Value::date(data_box.created.as_ref())),
    ]);
    item
}

async fn infrastructure(reader: Reader, frame_no: &Id, box_no: &Id) -> Result<Snapshot, Failure> {
    let make = |_| GetDataBoxInfraList { frame_no: frame_no.clone(), box_no: box_no.clone() };
    reader.list(Paging::Single, make, infra_item).await
}

async fn summary(reader: Reader, frame_no: &Id, box_no: &Id) -> Result<Snapshot, Failure> {
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

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
        let make = |page| GetDataBoxList { frame_no: self.frame_no.clone(), page };
        reader.list(Paging::RESOURCES, make, listed_item).await
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

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
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

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
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

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
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

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
        summary(reader, &self.frame_no, &self.box_no).await
    }

    fn may_cause(&self, change: &Change) -> bool {
        matches!(change, Change::Removed(_)) || enters(change, &[Phase::Returning, Phase::Returned])
    }
}
