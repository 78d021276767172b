//! Which reads there are, and under which keys they are kept.

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

use databoxframe::bucket::{Bucket, GetBucketList};
use databoxframe::data_box::{
    BoxInfra, BoxSummary, DataBox, GetDataBoxInfraList, GetDataBoxList, GetDataBoxSummaryInfo,
    GetHadoopClusterInfo, GetLinuxInfo, GetTensorFlowInfo, HadoopCluster, LinuxServer, TensorFlowServer,
};
use databoxframe::date::DateTime;
use databoxframe::error::{ErrorKind, Mismatch};
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
use databoxframe::rule::Violation;
use databoxframe::{Error, Id, List, Operation, Page, Reply, Unsigned, decode, prepare};

use crate::gateway::{Abort, Client, Failure};
use crate::marks;
use crate::queries::{Data, Marks, Query, Read};

/// Page sizes: the largest the service allows, to send few requests.
const RESOURCES: u64 = 100;
const REQUESTS: u64 = 1000;

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

/// How many records came, and how many there are.
type Counted = (usize, usize);

/// How something is read, for a loop that does not know what it is.
struct Plan {
    /// The request for a page.
    request: Box<dyn Fn(Page) -> Result<Unsigned, Vec<Violation>>>,
    /// The page's size; 0 if there is only one.
    size: u64,
    /// Adds an answer to what is there already.
    add: fn(&mut Box<dyn Any>, &Reply<'_>) -> Result<Counted, Error>,
    /// What came, to be kept.
    finish: fn(Box<dyn Any>) -> Option<Data>,
}

impl Plan {
    fn read(self) -> Read {
        let plan = Rc::new(self);
        Rc::new(move |client, abort| {
            let plan = plan.clone();
            Box::pin(async move { plan.run(client, &abort).await })
        })
    }

    async fn run(&self, client: Client, abort: &Abort) -> Result<Data, Failure> {
        let mut all: Box<dyn Any> = Box::new(());
        let mut read = 0;
        for number in 1.. {
            let unsigned = (self.request)(Page { number, size: self.size }).map_err(Failure::Invalid)?;
            let mut size = (0, 0);
            let mut take = |reply: &Reply<'_>| {
                size = (self.add)(&mut all, reply)?;
                Ok(())
            };
            client.ask(&unsigned, abort, &mut take).await?;
            let (count, total) = size;
            read += count;
            // An empty page ends it whatever the total says.
            if count == 0 || read >= total || number >= self.size {
                break;
            }
        }
        (self.finish)(all).ok_or(Failure::Aborted)
    }
}

/// What an operation without pages answers.
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
    let plan = Plan {
        request: Box::new(move |_| prepare(&operation)),
        size: 0,
        add: |all, reply| {
            *all = Box::new(decode::<O>(reply)?);
            Ok((0, 0))
        },
        finish: |all| all.downcast::<O::Response>().ok().map(|answer| Arc::new(*answer) as Data),
    };
    Query::new(key, plan.read(), marks)
}

/// An answer that holds a list.
trait Listed {
    type Record: Send + Sync + 'static;
    fn list(self) -> List<Self::Record>;
}

impl<R: Send + Sync + 'static> Listed for List<R> {
    type Record = R;
    fn list(self) -> List<R> {
        self
    }
}

impl Listed for databoxframe::frame::FrameInfraList {
    type Record = FrameInfra;
    fn list(self) -> List<FrameInfra> {
        self.list
    }
}

/// All records of an operation that answers page after page; `marks` says what in them
/// changes by itself.
fn all<O>(
    key: String,
    marks: Marks,
    size: u64,
    operation: impl Fn(Option<Page>) -> O + 'static,
) -> Query<Vec<<O::Response as Listed>::Record>>
where
    O: Operation + 'static,
    O::Response: Listed,
{
    let plan = Plan {
        request: Box::new(move |page| prepare(&operation(Some(page)))),
        size,
        add: |all, reply| {
            let list = decode::<O>(reply)?.list();
            let (count, total) = (list.content.len(), list.total());
            match all.downcast_mut::<Vec<<O::Response as Listed>::Record>>() {
                Some(all) => all.extend(list.content),
                None => *all = Box::new(list.content),
            }
            Ok((count, total))
        },
        finish: |all| {
            all.downcast::<Vec<<O::Response as Listed>::Record>>()
                .ok()
                .map(|records| Arc::new(*records) as Data)
        },
    };
    Query::new(key, plan.read(), Some(marks))
}

/// All frames of the account.
pub fn frames() -> Query<Vec<Frame>> {
    all("frames".into(), marks::frames(), RESOURCES, |page| GetDataBoxFrameList { page })
}

/// One frame.
pub fn frame(frame_no: Id) -> Query<FrameDetail> {
    let marks = marks::frame(frame_no.clone());
    one_marked(format!("frame {frame_no}"), Some(marks), GetDataBoxFrameDetail { frame_no })
}

/// A frame's own infrastructure.
pub fn frame_infra(frame_no: Id) -> Query<Vec<FrameInfra>> {
    all(format!("frame infra {frame_no}"), marks::frame_infra(), RESOURCES, move |page| {
        GetDataBoxFrameInfraList { frame_no: frame_no.clone(), page }
    })
}

/// The boxes of a frame.
pub fn boxes(frame_no: Id) -> Query<Vec<DataBox>> {
    all(format!("boxes {frame_no}"), marks::boxes(), RESOURCES, move |page| GetDataBoxList {
        frame_no: frame_no.clone(),
        page,
    })
}

/// Summary of a box.
pub fn box_summary(frame_no: Id, box_no: Id) -> Query<BoxSummary> {
    let marks = marks::box_summary(box_no.clone());
    one_marked(format!("box {frame_no} {box_no}"), Some(marks), GetDataBoxSummaryInfo { frame_no, box_no })
}

/// A box's infrastructure.
pub fn box_infra(frame_no: Id, box_no: Id) -> Query<List<BoxInfra>> {
    one_marked(
        format!("box infra {frame_no} {box_no}"),
        Some(marks::box_infra()),
        GetDataBoxInfraList { frame_no, box_no },
    )
}

/// The export requests of a frame, for review.
pub fn reviews(frame_no: Id, window: Window) -> Query<Vec<ExportReview>> {
    let key = format!("reviews {frame_no} {}", window.key());
    all(key, marks::reviews(), REQUESTS, move |page| GetExportFileApproveList {
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
        Some(marks::reviews()),
        GetExportFileApproveDetail { frame_no, box_no, export_apply_id },
    )
}

/// The request asked for among those that came: a decision must be about the request in the
/// address, not about whatever came.
///
/// # Errors
/// If it is not there.
pub fn the_request<R>(came: &List<R>, is_it: impl Fn(&R) -> bool) -> Result<&R, Failure> {
    came.content.iter().find(|request| is_it(request)).ok_or_else(|| {
        Failure::Answer(Error {
            status: 200,
            kind: ErrorKind::Unexpected(Mismatch {
                path: "content".into(),
                expected: "the request asked for",
                found: "another one or none",
            }),
            raw: Box::default(),
        })
    })
}

/// The Object Storage buckets.
pub fn buckets() -> Query<List<Bucket>> {
    one("buckets".into(), GetBucketList)
}

/// The NAS volumes of a box that can receive files.
pub fn target_nas(frame_no: Id, box_no: Id) -> Query<List<NasVolume>> {
    one(format!("target nas {frame_no} {box_no}"), GetTargetNasList { frame_no, box_no })
}

/// The NAS volumes of a box that files can be exported from.
pub fn source_nas(frame_no: Id, box_no: Id) -> Query<List<NasVolume>> {
    one(format!("source nas {frame_no} {box_no}"), GetSourceNasList { frame_no, box_no })
}

/// The SSL VPN accounts of a box.
pub fn ssl_vpn_accounts(frame_no: Id, box_no: Id) -> Query<List<SslVpnAccount>> {
    one(format!("vpn {frame_no} {box_no}"), GetSslVpnAccountList { frame_no, box_no })
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
pub fn imports(frame_no: Id, box_no: Option<Id>, window: Window) -> Query<Vec<ImportRequest>> {
    let key = format!("imports {frame_no} {} {}", box_no.as_ref().map_or("", Id::as_str), window.key());
    all(key, marks::imports(), REQUESTS, move |page| GetImportApplyList {
        frame_no: frame_no.clone(),
        box_no: box_no.clone(),
        apply_start: window.start,
        apply_end: window.end,
        status: None,
        page,
    })
}

/// The export requests of a box.
pub fn exports(frame_no: Id, box_no: Id, window: Window) -> Query<Vec<ExportRequest>> {
    let key = format!("exports {frame_no} {box_no} {}", window.key());
    all(key, marks::exports(), REQUESTS, move |page| GetExportApplyList {
        frame_no: frame_no.clone(),
        box_no: box_no.clone(),
        apply_start: window.start,
        apply_end: window.end,
        status: None,
        page,
    })
}

/// One import request; see [`the_request`].
pub fn import(frame_no: Id, box_no: Id, import_apply_id: Id) -> Query<List<ImportRequest>> {
    let key = format!("import {frame_no} {box_no} {import_apply_id}");
    one_marked(key, Some(marks::imports()), GetImportApplyDetail { frame_no, box_no, import_apply_id })
}

/// One export request; see [`the_request`].
pub fn export(frame_no: Id, box_no: Id, export_apply_id: Id) -> Query<List<ExportRequest>> {
    let key = format!("export {frame_no} {box_no} {export_apply_id}");
    one_marked(key, Some(marks::exports()), GetExportApplyDetail { frame_no, box_no, export_apply_id })
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
