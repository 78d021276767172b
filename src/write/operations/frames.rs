//! Changes to frames.

use databoxframe::Id;
use databoxframe::code::{FrameStatus, Phase};
use databoxframe::frame::{
    AdminServerChange, ChangeDataBoxFrameNasVolumeSize, FrameDetail, FrameInfra, FrameInfraKind,
    GetDataBoxFrameDetail, GetDataBoxFrameInfraList, ModifyDataBoxFrameAdminInfra, NasChange,
    ReturnDataBoxFrame,
};

use super::{infra_id, is_change_of, is_new, is_of};
use crate::action::Action;
use crate::gateway::Failure;
use crate::paging::Paging;
use crate::write::Target;
use crate::write::guard::Unguarded;
use crate::write::operation::{Makes, Reader, Write, joined, or_gone};
use crate::write::snapshot::{Change, InstanceKind, Item, ItemId, Property, Snapshot, Value};

/// Guard of the return of a frame: its properties as shown.
pub fn frame_item(frame_no: &Id, name: Option<&str>) -> Item {
    Item { id: ItemId::Frame(frame_no.clone()), properties: vec![(Property::Name, Value::text(name))] }
}

/// Guard of a resize: the volume of the frame as shown.
pub fn frame_volume_item(infra: &FrameInfra) -> Item {
    Item {
        id: infra_id(kind(infra), infra.instance_no.as_ref(), infra.name.as_deref()),
        properties: vec![(Property::Spec, Value::text(infra.spec_name.as_deref()))],
    }
}

fn kind(infra: &FrameInfra) -> InstanceKind {
    match infra.kind() {
        FrameInfraKind::Server => InstanceKind::Server,
        FrameInfraKind::Nas => InstanceKind::Volume,
        FrameInfraKind::Unknown => InstanceKind::Unknown,
    }
}

fn status(status: Option<&FrameStatus>) -> (Property, Value) {
    (Property::Status, status.cloned().map_or(Value::Absent, Value::FrameStatus))
}

fn detail_item(frame_no: &Id, frame: &FrameDetail) -> Item {
    let mut item = frame_item(frame_no, frame.name.as_deref());
    item.properties.extend([status(frame.status.as_ref()), memo(frame)]);
    item
}

fn memo(frame: &FrameDetail) -> (Property, Value) {
    (Property::Memo, Value::text(frame.memo.as_deref()))
}

fn infra_item(infra: &FrameInfra) -> Item {
    let mut item = frame_volume_item(infra);
    item.properties.push(status(infra.status.as_ref()));
    item
}

async fn infrastructure(reader: Reader, frame_no: &Id) -> Result<Snapshot, Failure> {
    let make = |page| GetDataBoxFrameInfraList { frame_no: frame_no.clone(), page };
    reader.list(Paging::RESOURCES, make, infra_item).await
}

async fn detail(reader: Reader, frame_no: &Id) -> Result<Snapshot, Failure> {
    let read = reader.read(&GetDataBoxFrameDetail { frame_no: frame_no.clone() }).await;
    or_gone(read.map(|frame| Snapshot::of(detail_item(frame_no, &frame))))
}

/// Whether a change is a new status of this phase.
fn enters(change: &Change, phases: &[Phase]) -> bool {
    matches!(change, Change::Property { after: Value::FrameStatus(status), .. } if phases.contains(&status.phase()))
}

/// Whether a change affects an instance that a request changes or returns.
fn touches(request: &ModifyDataBoxFrameAdminInfra, change: &Change) -> bool {
    let mut servers = request.admin_servers.iter().filter_map(|server| match server {
        AdminServerChange::Create { .. } => None,
        AdminServerChange::Update { instance_no, .. } | AdminServerChange::Delete { instance_no } => {
            Some(instance_no)
        }
    });
    let mut volumes = request.nas.iter().filter_map(|nas| match nas {
        NasChange::Create { .. } => None,
        NasChange::Delete { instance_no } => Some(instance_no),
    });
    servers.any(|instance_no| is_of(change, InstanceKind::Server, instance_no))
        || volumes.any(|instance_no| is_of(change, InstanceKind::Volume, instance_no))
}

impl Write for ModifyDataBoxFrameAdminInfra {
    type Shown = Unguarded;

    fn action(&self) -> Action {
        Action::ModifyFrame
    }

    fn target(&self) -> Target {
        Target::Frame(self.frame_no.clone())
    }

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
        let detail = detail(reader, &self.frame_no).await;
        joined(detail, infrastructure(reader, &self.frame_no).await)
    }

    fn may_cause(&self, change: &Change) -> bool {
        match &change.item().id {
            ItemId::Frame(_) => {
                enters(change, &[Phase::Requested, Phase::Changing])
                    || (self.memo.is_some() && is_change_of(change, Property::Memo))
            }
            _ => (is_new(change) && self.makes() != Makes::Nothing) || touches(self, change),
        }
    }

    fn makes(&self) -> Makes {
        let servers =
            self.admin_servers.iter().filter(|server| matches!(server, AdminServerChange::Create { .. }));
        made(servers.count(), &self.nas)
    }
}

/// Number of instances that a request creates: servers and volumes.
pub(super) fn made(servers: usize, nas: &[NasChange]) -> Makes {
    let volumes = nas.iter().map(|nas| match nas {
        NasChange::Create { count, .. } => usize::try_from(*count).unwrap_or(usize::MAX),
        NasChange::Delete { .. } => 0,
    });
    match volumes.fold(servers, usize::saturating_add) {
        0 => Makes::Nothing,
        count => Makes::New(count),
    }
}

impl Write for ChangeDataBoxFrameNasVolumeSize {
    type Shown = Item;

    fn action(&self) -> Action {
        Action::Resize
    }

    fn target(&self) -> Target {
        Target::FrameVolume(self.frame_no.clone(), self.nas_instance_no.clone())
    }

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
        infrastructure(reader, &self.frame_no).await
    }

    fn may_cause(&self, change: &Change) -> bool {
        is_of(change, InstanceKind::Volume, &self.nas_instance_no)
            && (is_change_of(change, Property::Spec) || enters(change, &[Phase::Requested, Phase::Changing]))
    }
}

impl Write for ReturnDataBoxFrame {
    type Shown = Item;

    fn action(&self) -> Action {
        Action::ReturnFrame
    }

    fn target(&self) -> Target {
        Target::Frame(self.frame_no.clone())
    }

    async fn snapshot(&self, reader: Reader) -> Result<Snapshot, Failure> {
        detail(reader, &self.frame_no).await
    }

    fn may_cause(&self, change: &Change) -> bool {
        matches!(change, Change::Removed(_)) || enters(change, &[Phase::Returning, Phase::Returned])
    }
}
