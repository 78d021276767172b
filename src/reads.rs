//! Which reads there are, and under which keys they are kept.

use std::rc::Rc;
use std::sync::Arc;

use databoxframe::bucket::{Bucket, GetBucketList};
use databoxframe::data_box::{
    BoxInfra, BoxSummary, DataBox, GetDataBoxInfraList, GetDataBoxList, GetDataBoxSummaryInfo,
    GetHadoopClusterInfo, GetLinuxInfo, GetTensorFlowInfo, HadoopCluster, LinuxServer, TensorFlowServer,
};
use databoxframe::date::DateTime;
use databoxframe::error::{ErrorKind, Expected, Found, Mismatch};
use databoxframe::export::{
    ExportRequest, GetExportApplyDetail, GetExportApplyList, GetSourceNasList, GetSslVpnAccountList,
    SslVpnAccount,
};
use databoxframe::export_review::{ExportReview, GetExportFileApproveDetail, GetExportFileApproveList};
use databoxframe::frame::{
    Frame, FrameDetail, FrameInfra, GetDataBoxFrameDetail, GetDataBoxFrameInfraList, GetDataBoxFrameList,
};
use databoxframe::import::{
    GetImportApplyDetail, GetImportApplyList, GetTargetNasList, ImportRequest, NasVolume,
};
use databoxframe::{Error, Id, List, Operation, Page};

use crate::gateway::Failure;
use crate::marks;
use crate::paging::{Completeness, Listed, Paged, Paging, RecordOf, read_all};
use crate::queries::{Data, Marks, Query, Read};

/// A time window of whole days, for lists of requests. The time zone is not documented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// From the beginning of this day on.
    pub start: Option<DateTime>,
    /// Up to the end of this day.
    pub end: Option<DateTime>,
}

impl Window {
    /// Of two days, `YYYY-MM-DD`; what is no day limits nothing.
    pub fn of(from: &str, to: &str) -> Self {
        let end = DateTime::parse(to).map(|day| DateTime { hour: 23, minute: 59, second: 59, ..day });
        Self { start: DateTime::parse(from), end }
    }

    /// A part of a key.
    fn key(self) -> String {
        let text = |date: Option<DateTime>| date.map(DateTime::filter_text).unwrap_or_default();
        format!("{}-{}", text(self.start), text(self.end))
    }
}

/// What an operation that answers no list answers.
fn one<O>(key: String, operation: O) -> Query<O::Response>
where
    O: Operation + 'static,
    O::Response: Send + Sync + 'static,
{
    one_marked(key, None, operation)
}

/// The same; `marks` says what in the answer changes by itself.
fn one_marked<O>(key: String, marks: Option<Marks>, operation: O) -> Query<O::Response>
where
    O: Operation + 'static,
    O::Response: Send + Sync + 'static,
{
    let operation = Rc::new(operation);
    let read: Read = Rc::new(move |client, abort| {
        let operation = operation.clone();
        Box::pin(async move {
            let answer = client.read(operation.as_ref(), &abort).await?;
            Ok((Arc::new(answer) as Data, Completeness::Complete))
        })
    });
    Query::new(key, read, marks)
}

/// All records of a list; `marks` says what in them changes by itself.
fn all<O>(
    key: String,
    marks: Option<Marks>,
    paging: Paging,
    operation: impl Fn(Option<Page>) -> O + 'static,
) -> Query<Paged<RecordOf<O>>>
where
    O: Operation + 'static,
    O::Response: Listed,
{
    let operation = Rc::new(operation);
    let read: Read = Rc::new(move |client, abort| {
        let operation = operation.clone();
        Box::pin(async move {
            let paged = read_all(client, &abort, paging, |page| operation(page)).await?;
            let completeness = paged.completeness;
            Ok((Arc::new(paged) as Data, completeness))
        })
    });
    Query::new(key, read, marks)
}

/// All records of a list that has no pages.
fn single<O>(key: String, marks: Option<Marks>, operation: O) -> Query<Paged<RecordOf<O>>>
where
    O: Operation + Clone + 'static,
    O::Response: Listed,
{
    all(key, marks, Paging::Single, move |_| operation.clone())
}

/// All frames of the account.
pub fn frames() -> Query<Paged<Frame>> {
    all("frames".into(), Some(marks::frames()), Paging::RESOURCES, |page| GetDataBoxFrameList { page })
}

/// One frame.
pub fn frame(frame_no: Id) -> Query<FrameDetail> {
    let marks = marks::frame(frame_no.clone());
    one_marked(format!("frame {frame_no}"), Some(marks), GetDataBoxFrameDetail { frame_no })
}

/// A frame's own infrastructure.
pub fn frame_infra(frame_no: Id) -> Query<Paged<FrameInfra>> {
    all(
        format!("frame infra {frame_no}"),
        Some(marks::frame_infra(frame_no.clone())),
        Paging::RESOURCES,
        move |page| GetDataBoxFrameInfraList { frame_no: frame_no.clone(), page },
    )
}

/// The boxes of a frame.
pub fn boxes(frame_no: Id) -> Query<Paged<DataBox>> {
    all(format!("boxes {frame_no}"), Some(marks::boxes(frame_no.clone())), Paging::RESOURCES, move |page| {
        GetDataBoxList { frame_no: frame_no.clone(), page }
    })
}

/// Summary of a box.
pub fn box_summary(frame_no: Id, box_no: Id) -> Query<BoxSummary> {
    let marks = marks::box_summary(frame_no.clone(), box_no.clone());
    one_marked(format!("box {frame_no} {box_no}"), Some(marks), GetDataBoxSummaryInfo { frame_no, box_no })
}

/// A box's infrastructure.
pub fn box_infra(frame_no: Id, box_no: Id) -> Query<Paged<BoxInfra>> {
    single(
        format!("box infra {frame_no} {box_no}"),
        Some(marks::box_infra(frame_no.clone(), box_no.clone())),
        GetDataBoxInfraList { frame_no, box_no },
    )
}

/// The export requests of a frame, for review.
pub fn reviews(frame_no: Id, window: Window) -> Query<Paged<ExportReview>> {
    let key = format!("reviews {frame_no} {}", window.key());
    all(key, Some(marks::reviews(frame_no.clone())), Paging::REQUESTS, move |page| GetExportFileApproveList {
        frame_no: frame_no.clone(),
        box_no: None,
        apply_start: window.start,
        apply_end: window.end,
        status: None,
        page,
    })
}

/// One export request, for review; see [`the_request`].
pub fn review(frame_no: Id, box_no: Id, export_apply_id: Id) -> Query<List<ExportReview>> {
    one_marked(
        format!("review {frame_no} {box_no} {export_apply_id}"),
        Some(marks::reviews(frame_no.clone())),
        GetExportFileApproveDetail { frame_no, box_no, export_apply_id },
    )
}

/// The request asked for among those that came: a decision must be about the request in the
/// address, not about whatever came.
///
/// # Errors
/// If it is not there.
pub fn the_request<R>(came: &List<R>, is_it: impl Fn(&R) -> bool) -> Result<&R, Failure> {
    came.content.iter().find(|request| is_it(request)).ok_or_else(not_found)
}

/// That the resource asked for is not among what came.
pub fn not_found() -> Failure {
    Failure::Answer(Error {
        status: 200,
        kind: ErrorKind::Unexpected(Mismatch {
            path: "content".into(),
            expected: Expected::Requested,
            found: Found::Another,
        }),
        raw: Box::default(),
    })
}

/// The Object Storage buckets.
pub fn buckets() -> Query<Paged<Bucket>> {
    single("buckets".into(), None, GetBucketList)
}

/// The NAS volumes of a box that can receive files.
pub fn target_nas(frame_no: Id, box_no: Id) -> Query<Paged<NasVolume>> {
    single(format!("target nas {frame_no} {box_no}"), None, GetTargetNasList { frame_no, box_no })
}

/// The NAS volumes of a box that files can be exported from.
pub fn source_nas(frame_no: Id, box_no: Id) -> Query<Paged<NasVolume>> {
    single(format!("source nas {frame_no} {box_no}"), None, GetSourceNasList { frame_no, box_no })
}

/// The SSL VPN accounts of a box.
pub fn ssl_vpn_accounts(frame_no: Id, box_no: Id) -> Query<Paged<SslVpnAccount>> {
    single(format!("vpn {frame_no} {box_no}"), None, GetSslVpnAccountList { frame_no, box_no })
}

/// A Hadoop cluster of a box.
pub fn hadoop(frame_no: Id, box_no: Id, instance_no: Id) -> Query<HadoopCluster> {
    let key = format!("hadoop {frame_no} {box_no} {instance_no}");
    one(key, GetHadoopClusterInfo { frame_no, box_no, instance_no })
}

/// A Linux server of a box.
pub fn linux(frame_no: Id, box_no: Id, instance_no: Id) -> Query<LinuxServer> {
    one(format!("linux {frame_no} {box_no} {instance_no}"), GetLinuxInfo { frame_no, box_no, instance_no })
}

/// A TensorFlow server of a box.
pub fn tensorflow(frame_no: Id, box_no: Id, instance_no: Id) -> Query<TensorFlowServer> {
    let key = format!("tensorflow {frame_no} {box_no} {instance_no}");
    one(key, GetTensorFlowInfo { frame_no, box_no, instance_no })
}

/// The import requests of a frame, or of one of its boxes.
pub fn imports(frame_no: Id, box_no: Option<Id>, window: Window) -> Query<Paged<ImportRequest>> {
    let key = format!("imports {frame_no} {} {}", box_no.as_ref().map_or("", Id::as_str), window.key());
    all(key, Some(marks::imports(frame_no.clone(), box_no.clone())), Paging::REQUESTS, move |page| {
        GetImportApplyList {
            frame_no: frame_no.clone(),
            box_no: box_no.clone(),
            apply_start: window.start,
            apply_end: window.end,
            status: None,
            page,
        }
    })
}

/// The export requests of a box.
pub fn exports(frame_no: Id, box_no: Id, window: Window) -> Query<Paged<ExportRequest>> {
    let key = format!("exports {frame_no} {box_no} {}", window.key());
    all(key, Some(marks::exports(frame_no.clone(), box_no.clone())), Paging::REQUESTS, move |page| {
        GetExportApplyList {
            frame_no: frame_no.clone(),
            box_no: box_no.clone(),
            apply_start: window.start,
            apply_end: window.end,
            status: None,
            page,
        }
    })
}

/// One import request; see [`the_request`].
pub fn import(frame_no: Id, box_no: Id, import_apply_id: Id) -> Query<List<ImportRequest>> {
    let key = format!("import {frame_no} {box_no} {import_apply_id}");
    let marks = marks::imports(frame_no.clone(), Some(box_no.clone()));
    one_marked(key, Some(marks), GetImportApplyDetail { frame_no, box_no, import_apply_id })
}

/// One export request; see [`the_request`].
pub fn export(frame_no: Id, box_no: Id, export_apply_id: Id) -> Query<List<ExportRequest>> {
    let key = format!("export {frame_no} {box_no} {export_apply_id}");
    let marks = marks::exports(frame_no.clone(), box_no.clone());
    one_marked(key, Some(marks), GetExportApplyDetail { frame_no, box_no, export_apply_id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_holds_whole_days() {
        let window = Window::of("2025-03-01", "2025-03-31");
        assert_eq!(window.start.unwrap().filter_text(), "20250301000000");
        assert_eq!(window.end.unwrap().filter_text(), "20250331235959");
        assert_eq!(Window::of("", "2025-02-30"), Window::default());
    }
}
