//! Changes to frames.

use databoxframe::Id;
use databoxframe::code::{FrameStatus, Phase};
use databoxframe::frame::{
    AdminServerChange, ChangeDataBoxFrameNasVolumeSize, FrameDetail, FrameInfra, FrameInfraKind,
    GetDataBoxFrameDetail, GetDataBoxFrameInfraList, ModifyDataBoxFrameAdminInfra, NasChange,
    ReturnDataBoxFrame,
};

use super::{boxes, infra_id, is_change_of, is_new, is_of, only, whole};
use crate::action::Action;
use crate::gateway::Failure;
use crate::paging::Paging;
use crate::write::Target;
use crate::write::guard::Unguarded;
use crate::write::operation::{Makes, Reader, Write, joined, or_gone};
use crate::write::snapshot::{Change, InstanceKind, Item, ItemId, Property, Snapshot, Value};

/// Guard of the return of a frame: what its dialog shows. `boxes`, `infra`: how many boxes, and servers
/// and volumes, if all were read.
pub fn frame_return_item(
    frame_no: &Id,
    frame: &FrameDetail,
    boxes: Option<usize>,
    infra: Option<usize>,
) -> Item {
    let mut item = only(detail_item(frame_no, frame), &[Property::Name]);
    item.count(Property::Boxes, boxes);
    item.count(Property::Infrastructure, infra);
    item
}

/// Guard of a resize: the volume of the frame as its dialog shows it. Its name and number identify it.
pub fn frame_volume_item(infra: &FrameInfra) -> Item {
    only(infra_item(infra), &[Property::Spec])
}

fn kind(infra: &FrameInfra) -> InstanceKind {
    match infra.kind() {
        FrameInfraKind::Server => InstanceKind::Server,
        FrameInfraKind::Nas => InstanceKind::Volume,
        FrameInfraKind::Unknown => InstanceKind::Unknown,
    }
}

fn frame_status(status: Option<&FrameStatus>) -> (Property, Value) {
    (Property::Status, status.cloned().map_or(Value::Absent, Value::FrameStatus))
}

/// A frame, by its details.
pub(super) fn detail_item(frame_no: &Id, frame: &FrameDetail) -> Item {
    let FrameDetail {
        name,
        status,
        memo,
        // It is read by its number.
        frame_no: _,
        // No dialog shows them, and no write changes them alone.
        box_count: _,
        created: _,
        status_name: _,
        export_bucket: _,
        uses_pseudonym_info: _,
        extra: _,
        answered: _,
    } = frame;
    Item {
        id: ItemId::Frame(frame_no.clone()),
        properties: vec![
            (Property::Name, Value::text(name.as_deref())),
            frame_status(status.as_ref()),
            (Property::Memo, Value::text(memo.as_deref())),
        ],
    }
}

/// A server or volume of a frame.
pub(super) fn infra_item(infra: &FrameInfra) -> Item {
    let FrameInfra {
        // Its kind is part of its identity.
        infra_type: _,
        name,
        spec_name,
        status,
        instance_no,
        // No dialog shows them, and no write changes them alone.
        private_ip: _,
        public_ip: _,
        os_name: _,
        user_name: _,
        prod_spec_id: _,
        connect_info: _,
        used_gb: _,
        created: _,
        status_name: _,
        instance_status: _,
        extra: _,
        answered: _,
    } = infra;
    Item {
        id: infra_id(kind(infra), instance_no.as_ref(), name.as_deref()),
        properties: vec![(Property::Spec, Value::text(spec_name.as_deref())), frame_status(status.as_ref())],
    }
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
        let mut snapshot = detail(reader, &self.frame_no).await?;
        if let Some(item) = snapshot.items.first_mut() {
            item.count(Property::Boxes, whole(boxes::list(reader, &self.frame_no).await));
            item.count(Property::Infrastructure, whole(infrastructure(reader, &self.frame_no).await));
        }
        Ok(snapshot)
    }

    fn may_cause(&self, change: &Change) -> bool {
        matches!(change, Change::Removed(_)) || enters(change, &[Phase::Returning, Phase::Returned])
    }
}
