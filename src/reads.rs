//! Which reads there are, and under which keys they are kept.

use databoxframe::bucket::{Bucket, GetBucketList};
use databoxframe::data_box::{
    BoxInfra, BoxSummary, DataBox, GetDataBoxInfraList, GetDataBoxList, GetDataBoxSummaryInfo,
};
use databoxframe::export_review::{ExportReview, GetExportFileApproveDetail, GetExportFileApproveList};
use databoxframe::frame::{
    Frame, FrameDetail, FrameInfra, GetDataBoxFrameDetail, GetDataBoxFrameInfraList, GetDataBoxFrameList,
};
use databoxframe::{Id, List, Page};

use crate::gateway::Failure;
use crate::queries::{Query, query};

/// Page sizes: the largest the service allows, to send few requests.
const RESOURCES: u64 = 100;
const REQUESTS: u64 = 1000;

/// Reads page after page until all records are there.
macro_rules! all_pages {
    ($size:expr, $client:ident, $abort:ident, |$page:ident| $operation:expr, |$answer:ident| $list:expr) => {{
        let mut all = Vec::new();
        for number in 1.. {
            let $page = Some(Page { number, size: $size });
            let $answer = $client.call(&$operation, &$abort).await?;
            let list = $list;
            let (total, count) = (list.total(), list.content.len());
            all.extend(list.content);
            // An empty page ends it whatever the total says.
            if count == 0 || all.len() >= total || number >= $size {
                break;
            }
        }
        Ok(all)
    }};
}

/// All frames of the account.
pub fn frames() -> Query<Vec<Frame>> {
    query("frames".into(), |client, abort| {
        Box::pin(async move {
            all_pages!(RESOURCES, client, abort, |page| GetDataBoxFrameList { page }, |answer| answer)
        })
    })
}

/// One frame.
pub fn frame(frame_no: Id) -> Query<FrameDetail> {
    query(format!("frame {frame_no}"), move |client, abort| {
        let frame_no = frame_no.clone();
        Box::pin(async move { client.call(&GetDataBoxFrameDetail { frame_no }, &abort).await })
    })
}

/// A frame's own infrastructure.
pub fn frame_infra(frame_no: Id) -> Query<Vec<FrameInfra>> {
    query(format!("frame infra {frame_no}"), move |client, abort| {
        let frame_no = frame_no.clone();
        Box::pin(async move {
            all_pages!(
                RESOURCES,
                client,
                abort,
                |page| GetDataBoxFrameInfraList { frame_no: frame_no.clone(), page },
                |answer| answer.list
            )
        })
    })
}

/// The boxes of a frame.
pub fn boxes(frame_no: Id) -> Query<Vec<DataBox>> {
    query(format!("boxes {frame_no}"), move |client, abort| {
        let frame_no = frame_no.clone();
        Box::pin(async move {
            all_pages!(
                RESOURCES,
                client,
                abort,
                |page| GetDataBoxList { frame_no: frame_no.clone(), page },
                |answer| answer
            )
        })
    })
}

/// Summary of a box.
pub fn box_summary(frame_no: Id, box_no: Id) -> Query<BoxSummary> {
    query(format!("box {frame_no} {box_no}"), move |client, abort| {
        let operation = GetDataBoxSummaryInfo { frame_no: frame_no.clone(), box_no: box_no.clone() };
        Box::pin(async move { client.call(&operation, &abort).await })
    })
}

/// A box's infrastructure.
pub fn box_infra(frame_no: Id, box_no: Id) -> Query<List<BoxInfra>> {
    query(format!("box infra {frame_no} {box_no}"), move |client, abort| {
        let operation = GetDataBoxInfraList { frame_no: frame_no.clone(), box_no: box_no.clone() };
        Box::pin(async move { client.call(&operation, &abort).await })
    })
}

/// The export requests of a frame, for review.
pub fn reviews(frame_no: Id) -> Query<Vec<ExportReview>> {
    query(format!("reviews {frame_no}"), move |client, abort| {
        let frame_no = frame_no.clone();
        Box::pin(async move {
            all_pages!(
                REQUESTS,
                client,
                abort,
                |page| GetExportFileApproveList {
                    frame_no: frame_no.clone(),
                    box_no: None,
                    apply_start: None,
                    apply_end: None,
                    status: None,
                    page,
                },
                |answer| answer
            )
        })
    })
}

/// One export request, for review.
pub fn review(frame_no: Id, box_no: Id, export_apply_id: Id) -> Query<ExportReview> {
    query(format!("review {frame_no} {box_no} {export_apply_id}"), move |client, abort| {
        let operation = GetExportFileApproveDetail {
            frame_no: frame_no.clone(),
            box_no: box_no.clone(),
            export_apply_id: export_apply_id.clone(),
        };
        let wanted = export_apply_id.clone();
        Box::pin(async move {
            let list = client.call(&operation, &abort).await?;
            // A decision must be about the request in the address, not about whatever came.
            list.content.into_iter().find(|review| review.export_apply_id == wanted).ok_or_else(|| {
                Failure::Answer(databoxframe::Error {
                    status: 200,
                    kind: databoxframe::error::ErrorKind::Unexpected(databoxframe::error::Mismatch {
                        path: "content".into(),
                        expected: "the request asked for",
                        found: "another one or none",
                    }),
                    raw: Box::default(),
                })
            })
        })
    })
}

/// The Object Storage buckets.
pub fn buckets() -> Query<List<Bucket>> {
    query("buckets".into(), |client, abort| {
        Box::pin(async move { client.call(&GetBucketList, &abort).await })
    })
}
