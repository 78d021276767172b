//! Frames, boxes, their infrastructure, and buckets.

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::bucket::{Bucket, GetBucketList};
use databoxframe::data_box::{
    BoxInfra, BoxSummary, DataBox, GetDataBoxInfraList, GetDataBoxList, GetDataBoxSummaryInfo,
    GetHadoopClusterInfo, GetLinuxInfo, GetTensorFlowInfo, HadoopCluster, LinuxServer, TensorFlowServer,
};
use databoxframe::frame::{
    Frame, FrameDetail, FrameInfra, GetDataBoxFrameDetail, GetDataBoxFrameInfraList, GetDataBoxFrameList,
};

use super::{Answer, Records};
use crate::paging::{Paged, Paging};
use crate::query_cache::{Query, QueryCache};
use crate::status;

/// All frames of the account.
pub fn frames() -> Query<Paged<Frame>> {
    frame_records().observe()
}

/// All frames of the account, if they were read before; tracked.
pub fn cached_frames(cache: QueryCache) -> Option<Arc<Paged<Frame>>> {
    cache.cached(&frame_records())
}

fn frame_records() -> Records<GetDataBoxFrameList> {
    Records::pages(GetDataBoxFrameList { page: None }, Paging::RESOURCES, |list, page| list.page = page)
        .polled(|_, frame| status::of_frame(frame))
}

/// One frame.
pub fn frame(frame_no: Id) -> Query<FrameDetail> {
    Answer::of(GetDataBoxFrameDetail { frame_no })
        .polled(|asked, frame| vec![status::of_frame_detail(&asked.frame_no, frame)])
        .observe()
}

/// A frame's own infrastructure.
pub fn frame_infra(frame_no: Id) -> Query<Paged<FrameInfra>> {
    let list = GetDataBoxFrameInfraList { frame_no, page: None };
    Records::pages(list, Paging::RESOURCES, |list, page| list.page = page)
        .polled(|asked, item| status::of_frame_infra(&asked.frame_no, item))
        .observe()
}

/// The boxes of a frame.
pub fn boxes(frame_no: Id) -> Query<Paged<DataBox>> {
    box_records(frame_no).observe()
}

/// The boxes of a frame, if they were read before; tracked.
pub fn cached_boxes(cache: QueryCache, frame_no: Id) -> Option<Arc<Paged<DataBox>>> {
    cache.cached(&box_records(frame_no))
}

fn box_records(frame_no: Id) -> Records<GetDataBoxList> {
    let list = GetDataBoxList { frame_no, page: None };
    Records::pages(list, Paging::RESOURCES, |list, page| list.page = page)
        .polled(|asked, item| status::of_box(&asked.frame_no, item))
}

/// Summary of a box.
pub fn box_summary(frame_no: Id, box_no: Id) -> Query<BoxSummary> {
    Answer::of(GetDataBoxSummaryInfo { frame_no, box_no })
        .polled(|asked, summary| vec![status::of_box_summary(&asked.frame_no, &asked.box_no, summary)])
        .observe()
}

/// A box's infrastructure.
pub fn box_infra(frame_no: Id, box_no: Id) -> Query<Paged<BoxInfra>> {
    Records::single(GetDataBoxInfraList { frame_no, box_no })
        .polled(|asked, item| status::of_box_infra(&asked.frame_no, &asked.box_no, item))
        .observe()
}

/// A Hadoop cluster of a box.
pub fn hadoop(frame_no: Id, box_no: Id, instance_no: Id) -> Query<HadoopCluster> {
    Answer::of(GetHadoopClusterInfo { frame_no, box_no, instance_no }).observe()
}

/// A Linux server of a box.
pub fn linux(frame_no: Id, box_no: Id, instance_no: Id) -> Query<LinuxServer> {
    Answer::of(GetLinuxInfo { frame_no, box_no, instance_no }).observe()
}

/// A TensorFlow server of a box.
pub fn tensorflow(frame_no: Id, box_no: Id, instance_no: Id) -> Query<TensorFlowServer> {
    Answer::of(GetTensorFlowInfo { frame_no, box_no, instance_no }).observe()
}

/// The Object Storage buckets.
pub fn buckets() -> Query<Paged<Bucket>> {
    Records::single(GetBucketList).observe()
}
