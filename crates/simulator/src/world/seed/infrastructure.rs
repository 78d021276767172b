//! Three frames and the dozen boxes in them; of fewer frames, the first ones.

use super::{UNDER_WAY_MS, ago};
use crate::time::Timestamp;
use crate::world::{DataBox, Frame, Product, Status, Step, World};

pub(super) struct FramePlan {
    pub(super) no: u64,
    pub(super) name: &'static str,
    pub(super) memo: &'static str,
    pub(super) bucket: &'static str,
    pub(super) uses_pseudonyms: bool,
    pub(super) days: u64,
    pub(super) servers: &'static [u64],
    /// Size and used, in GB.
    pub(super) nas: &'static [(u64, u64)],
}

pub(super) const FRAMES: [FramePlan; 3] = [
    FramePlan {
        no: 83,
        name: "clinical-cohort-frame",
        memo: "Multi-centre cohort study; review board approval required for every export",
        bucket: "dbf-review-clinical",
        uses_pseudonyms: true,
        days: 540,
        servers: &[2001, 1002],
        nas: &[(2_000, 1_340), (500, 12)],
    },
    FramePlan {
        no: 1046,
        name: "금융결합데이터-분석프레임",
        memo: "카드·보험 가명결합 데이터 분석 환경 (결합전문기관 승인분)",
        bucket: "dbf-review-finance",
        uses_pseudonyms: true,
        days: 310,
        servers: &[2002],
        nas: &[(1_000, 655)],
    },
    FramePlan {
        no: 1187,
        name: "public-statistics-frame",
        memo: "",
        bucket: "dbf-review-statistics",
        uses_pseudonyms: false,
        days: 95,
        servers: &[1001, 2001],
        nas: &[(500, 88)],
    },
];

/// The frame that is in the middle of a change.
const CHANGING_FRAME: u64 = 1187;

pub(super) fn fill_frames(world: &mut World, now: Timestamp) {
    let count = world.settings.frames.and_then(|count| usize::try_from(count).ok()).unwrap_or(FRAMES.len());
    for plan in FRAMES.iter().take(count) {
        let frame = build_frame(world, plan, now);
        world.frames.push(frame);
    }
    // Another admin server, and a larger NAS.
    if let Some(frame) = world.frames.iter_mut().find(|frame| frame.no == CHANGING_FRAME) {
        frame.status = Status::Changing;
        if let Some(server) = frame.servers.last_mut() {
            server.status = Status::Ready;
            server.created = now.plus_ms(-120_000);
        }
        if let Some(nas) = frame.nas.first_mut() {
            nas.status = Status::Changing;
            nas.new_size = Some(800);
        }
        world.after(UNDER_WAY_MS * 2, Step::SettleFrame(CHANGING_FRAME));
    }
}

pub(super) fn build_frame(world: &mut World, plan: &FramePlan, now: Timestamp) -> Frame {
    let created = ago(now, plan.days, world.random.between(1, 9));
    let owner = (plan.no, None);
    let mut frame = Frame {
        no: plan.no,
        name: plan.name.into(),
        memo: plan.memo.into(),
        created,
        status: Status::InUse,
        export_bucket: plan.bucket.into(),
        uses_pseudonyms: plan.uses_pseudonyms,
        servers: Vec::new(),
        nas: Vec::new(),
    };
    for (index, spec_id) in (1..).zip(plan.servers) {
        let product = super::super::product_of(*spec_id).unwrap_or(Product::AdminUbuntu);
        let mut server = world.new_server(owner, product, index, created);
        server.spec_id = *spec_id;
        frame.servers.push(server);
    }
    for (index, (size, used)) in (1..).zip(plan.nas) {
        let mut nas = world.new_nas(owner, index, *size, created);
        nas.used = *used;
        frame.nas.push(nas);
    }
    frame.set_all(Status::InUse);
    frame
}

/// A server: its product, spec and block storage in GB.
type ServerPlan = (Product, u64, u64);

pub(super) struct BoxPlan {
    no: u64,
    frame_no: u64,
    name: &'static str,
    memo: &'static str,
    days: u64,
    status: Status,
    servers: &'static [ServerPlan],
    hadoop: bool,
    nas: &'static [(u64, u64)],
    vpn_accounts: u64,
    network_blocked: bool,
    mounts: u64,
}

const CONNECT: ServerPlan = (Product::Connect, 4002, 500);
const CENTOS: ServerPlan = (Product::LinuxCentos, 6001, 500);
const UBUNTU: ServerPlan = (Product::LinuxUbuntu, 7002, 1_000);
const TF_CPU: ServerPlan = (Product::TensorFlowCpu, 8001, 300);
const TF_GPU: ServerPlan = (Product::TensorFlowGpu, 9001, 500);

/// Common parts of most boxes.
const PLAIN: BoxPlan = BoxPlan {
    no: 0,
    frame_no: 0,
    name: "",
    memo: "",
    days: 1,
    status: Status::InUse,
    servers: &[CONNECT, CENTOS],
    hadoop: false,
    nas: &[(500, 137)],
    vpn_accounts: 3,
    network_blocked: true,
    mounts: 1,
};

const BOXES: [BoxPlan; 12] = [
    BoxPlan {
        no: 381,
        frame_no: 83,
        name: "BOX#1",
        memo: "dbf001",
        days: 520,
        servers: &[CONNECT, CONNECT, CENTOS, UBUNTU, TF_CPU, TF_GPU],
        hadoop: true,
        nas: &[(1_200, 861), (600, 44)],
        vpn_accounts: 6,
        mounts: 2,
        ..PLAIN
    },
    BoxPlan {
        no: 382,
        frame_no: 83,
        name: "BOX#2",
        memo: "폐암 코호트 생존분석팀",
        days: 430,
        servers: &[CONNECT, UBUNTU],
        ..PLAIN
    },
    BoxPlan {
        no: 386,
        frame_no: 83,
        name: "BOX#3",
        memo: "Imaging AI (chest CT), GPU only",
        days: 260,
        servers: &[CONNECT, TF_GPU, TF_GPU],
        nas: &[(3_000, 2_712)],
        network_blocked: false,
        ..PLAIN
    },
    BoxPlan {
        no: 391,
        frame_no: 83,
        name: "BOX#4",
        memo: "약물 이상반응 신호 탐지",
        days: 120,
        status: Status::Changing,
        ..PLAIN
    },
    BoxPlan {
        no: 397,
        frame_no: 83,
        name: "BOX#5",
        memo: "2025 pilot, closed",
        days: 410,
        status: Status::Terminated,
        ..PLAIN
    },
    BoxPlan {
        no: 194,
        frame_no: 1046,
        name: "BOX#1",
        memo: "카드 소비패턴 × 보험 청구 결합분석",
        days: 300,
        servers: &[CONNECT, CENTOS, TF_CPU],
        hadoop: true,
        nas: &[(2_000, 1_203)],
        ..PLAIN
    },
    BoxPlan {
        no: 198,
        frame_no: 1046,
        name: "BOX#2",
        memo: "Credit scoring model validation",
        days: 210,
        servers: &[CONNECT, UBUNTU],
        nas: &[(500, 96), (500, 0)],
        network_blocked: false,
        ..PLAIN
    },
    BoxPlan {
        no: 203,
        frame_no: 1046,
        name: "BOX#3",
        memo: "보험사기 탐지 PoC (종료)",
        days: 180,
        status: Status::Returning,
        ..PLAIN
    },
    BoxPlan { no: 211, frame_no: 1046, name: "BOX#4", days: 0, status: Status::Initial, ..PLAIN },
    BoxPlan {
        no: 402,
        frame_no: 1187,
        name: "BOX#1",
        memo: "가계동향·고용 마이크로데이터",
        days: 90,
        servers: &[CONNECT, CENTOS],
        nas: &[(800, 310)],
        ..PLAIN
    },
    BoxPlan {
        no: 405,
        frame_no: 1187,
        name: "BOX#2",
        memo: "Census linkage, autumn term",
        days: 0,
        status: Status::Ready,
        servers: &[CONNECT, TF_CPU],
        ..PLAIN
    },
    BoxPlan {
        no: CLOSED_BOX, frame_no: 1187, name: "BOX#3", memo: "외부 위탁 연구", days: 61, ..PLAIN
    },
];

/// A box like most, of this number in this frame.
pub(super) const fn plain_box(no: u64, frame_no: u64) -> BoxPlan {
    BoxPlan { no, frame_no, name: "BOX#1", days: 90, ..PLAIN }
}

/// The one box that is not open to this user.
const CLOSED_BOX: u64 = 406;

pub(super) fn fill_boxes(world: &mut World, now: Timestamp) {
    for plan in BOXES {
        if !world.frames.iter().any(|frame| frame.no == plan.frame_no) {
            continue;
        }
        let status = plan.status;
        let data_box = build_box(world, &plan, now);
        world.boxes.push(data_box);
        let step = match status {
            Status::Ready => Step::StartBox(plan.no),
            Status::Initial => Step::FinishBox(plan.no),
            Status::Changing => Step::SettleBox(plan.no),
            Status::Returning => Step::EndBox(plan.no),
            Status::InUse | Status::Terminated => continue,
        };
        world.after(UNDER_WAY_MS, step);
    }
}

pub(super) fn build_box(world: &mut World, plan: &BoxPlan, now: Timestamp) -> DataBox {
    let owner = (plan.frame_no, Some(plan.no));
    let created = ago(now, plan.days, 0).plus_ms(-60_000);
    let mut servers = Vec::new();
    for (index, (product, spec_id, storage)) in (1..).zip(plan.servers) {
        let mut server = world.new_server(owner, *product, index, created);
        server.spec_id = *spec_id;
        server.storage = world.new_storage(*storage);
        servers.push(server);
    }
    if plan.hadoop {
        let (no, index) = (world.next_instance_no(), servers.len() + 1);
        for (product, count) in
            [(Product::HadoopEdge, 1), (Product::HadoopMaster, 2), (Product::HadoopWorker, 4)]
        {
            let mut node = world.new_server(owner, product, index, created);
            node.no = no;
            node.node_count = count;
            node.storage = world.new_storage(500);
            servers.push(node);
        }
    }
    let mut volumes = Vec::new();
    for (index, (size, used)) in (1..).zip(plan.nas) {
        let mut nas = world.new_nas(owner, index, *size, created);
        nas.used = *used;
        volumes.push(nas);
    }
    let mut data_box = DataBox {
        no: plan.no,
        frame_no: plan.frame_no,
        name: plan.name.into(),
        memo: plan.memo.into(),
        created,
        status: plan.status,
        disabled: plan.no == CLOSED_BOX,
        network_blocked: plan.network_blocked,
        mount_count: plan.mounts,
        vpn_url: format!("https://sslvpn-kr-vpc-0{}.ncloud.com", world.random.between(1, 2)),
        vpn_accounts: (1..=plan.vpn_accounts).map(|n| world.new_vpn_account(plan.no, n)).collect(),
        servers,
        nas: volumes,
        new_network_blocked: None,
    };
    if plan.status == Status::Changing {
        // Only a part of it is being changed.
        data_box.set_all(Status::InUse);
        data_box.status = Status::Changing;
        if let Some(server) = data_box.servers.last_mut() {
            server.status = Status::Changing;
            server.new_spec_id = Some(6002);
        }
    } else {
        data_box.set_all(plan.status);
    }
    data_box
}
