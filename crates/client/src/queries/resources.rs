//! Frames, boxes, their infrastructure, and buckets.

use databoxframe::Id;
use databoxframe::bucket::{Bucket, GetBucketList};
use databoxframe::data_box::{
    BoxInfra, BoxSummary, DataBox, GetDataBoxInfraList, GetDataBoxList, GetDataBoxSummaryInfo,
    GetHadoopClusterInfo, GetLinuxInfo, GetTensorFlowInfo, HadoopCluster, LinuxServer, TensorFlowServer,
};
use databoxframe::frame::{
    Frame, FrameDetail, FrameInfra, GetDataBoxFrameDetail, GetDataBoxFrameInfraList, GetDataBoxFrameList,
};

use super::{answer, each, list, observe};
use crate::gateway::{Abort, Client, Failure};
use crate::paging::{Paged, Paging};
use crate::query_cache::{Fetched, Fetcher, Query};
use crate::status::{self, StatusSnapshot};

/// All frames of the account.
pub fn frames() -> Query<Paged<Frame>> {
    observe(Frames)
}

#[derive(Clone, PartialEq, Eq)]
struct Frames;

impl Fetcher for Frames {
    type Data = Paged<Frame>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        list(client, abort, Paging::RESOURCES, |page| GetDataBoxFrameList { page }).await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        each(&data.records, status::of_frame)
    }
}

/// One frame.
pub fn frame(frame_no: Id) -> Query<FrameDetail> {
    observe(FrameByNo { frame_no })
}

#[derive(Clone, PartialEq, Eq)]
struct FrameByNo {
    frame_no: Id,
}

impl Fetcher for FrameByNo {
    type Data = FrameDetail;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        answer(client, abort, GetDataBoxFrameDetail { frame_no: self.frame_no.clone() }).await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        vec![status::of_frame_detail(&self.frame_no, data)]
    }
}

/// A frame's own infrastructure.
pub fn frame_infra(frame_no: Id) -> Query<Paged<FrameInfra>> {
    observe(FrameInfras { frame_no })
}

#[derive(Clone, PartialEq, Eq)]
struct FrameInfras {
    frame_no: Id,
}

impl Fetcher for FrameInfras {
    type Data = Paged<FrameInfra>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        list(client, abort, Paging::RESOURCES, |page| GetDataBoxFrameInfraList {
            frame_no: self.frame_no.clone(),
            page,
        })
        .await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        each(&data.records, |item| status::of_frame_infra(&self.frame_no, item))
    }
}

/// The boxes of a frame.
pub fn boxes(frame_no: Id) -> Query<Paged<DataBox>> {
    observe(Boxes { frame_no })
}

#[derive(Clone, PartialEq, Eq)]
struct Boxes {
    frame_no: Id,
}

impl Fetcher for Boxes {
    type Data = Paged<DataBox>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        list(client, abort, Paging::RESOURCES, |page| GetDataBoxList {
            frame_no: self.frame_no.clone(),
            page,
        })
        .await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        each(&data.records, |item| status::of_box(&self.frame_no, item))
    }
}

/// Summary of a box.
pub fn box_summary(frame_no: Id, box_no: Id) -> Query<BoxSummary> {
    observe(BoxByNo { frame_no, box_no })
}

#[derive(Clone, PartialEq, Eq)]
struct BoxByNo {
    frame_no: Id,
    box_no: Id,
}

impl Fetcher for BoxByNo {
    type Data = BoxSummary;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        answer(
            client,
            abort,
            GetDataBoxSummaryInfo { frame_no: self.frame_no.clone(), box_no: self.box_no.clone() },
        )
        .await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        vec![status::of_box_summary(&self.frame_no, &self.box_no, data)]
    }
}

/// A box's infrastructure.
pub fn box_infra(frame_no: Id, box_no: Id) -> Query<Paged<BoxInfra>> {
    observe(BoxInfras { frame_no, box_no })
}

#[derive(Clone, PartialEq, Eq)]
struct BoxInfras {
    frame_no: Id,
    box_no: Id,
}

impl Fetcher for BoxInfras {
    type Data = Paged<BoxInfra>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        list(client, abort, Paging::Single, |_| GetDataBoxInfraList {
            frame_no: self.frame_no.clone(),
            box_no: self.box_no.clone(),
        })
        .await
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        each(&data.records, |item| status::of_box_infra(&self.frame_no, &self.box_no, item))
    }
}

/// A Hadoop cluster of a box.
pub fn hadoop(frame_no: Id, box_no: Id, instance_no: Id) -> Query<HadoopCluster> {
    observe(Hadoop { frame_no, box_no, instance_no })
}

#[derive(Clone, PartialEq, Eq)]
struct Hadoop {
    frame_no: Id,
    box_no: Id,
    instance_no: Id,
}

impl Fetcher for Hadoop {
    type Data = HadoopCluster;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        answer(
            client,
            abort,
            GetHadoopClusterInfo {
                frame_no: self.frame_no.clone(),
                box_no: self.box_no.clone(),
                instance_no: self.instance_no.clone(),
            },
        )
        .await
    }
}

/// A Linux server of a box.
pub fn linux(frame_no: Id, box_no: Id, instance_no: Id) -> Query<LinuxServer> {
    observe(Linux { frame_no, box_no, instance_no })
}

#[derive(Clone, PartialEq, Eq)]
struct Linux {
    frame_no: Id,
    box_no: Id,
    instance_no: Id,
}

impl Fetcher for Linux {
    type Data = LinuxServer;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        answer(
            client,
            abort,
            GetLinuxInfo {
                frame_no: self.frame_no.clone(),
                box_no: self.box_no.clone(),
                instance_no: self.instance_no.clone(),
            },
        )
        .await
    }
}

/// A TensorFlow server of a box.
pub fn tensorflow(frame_no: Id, box_no: Id, instance_no: Id) -> Query<TensorFlowServer> {
    observe(TensorFlow { frame_no, box_no, instance_no })
}

#[derive(Clone, PartialEq, Eq)]
struct TensorFlow {
    frame_no: Id,
    box_no: Id,
    instance_no: Id,
}

impl Fetcher for TensorFlow {
    type Data = TensorFlowServer;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        answer(
            client,
            abort,
            GetTensorFlowInfo {
                frame_no: self.frame_no.clone(),
                box_no: self.box_no.clone(),
                instance_no: self.instance_no.clone(),
            },
        )
        .await
    }
}

/// The Object Storage buckets.
pub fn buckets() -> Query<Paged<Bucket>> {
    observe(Buckets)
}

#[derive(Clone, PartialEq, Eq)]
struct Buckets;

impl Fetcher for Buckets {
    type Data = Paged<Bucket>;

    async fn fetch(&self, client: Client, abort: &Abort) -> Result<Fetched<Self::Data>, Failure> {
        list(client, abort, Paging::Single, |_| GetBucketList).await
    }
}
