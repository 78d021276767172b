//! Which requests are sent, and in which order: from the frames to everything in them.

use databoxframe::bucket::GetBucketList;
use databoxframe::data_box::{
    GetDataBoxInfraList, GetDataBoxList, GetDataBoxSummaryInfo, GetHadoopClusterInfo, GetLinuxInfo,
    GetTensorFlowInfo,
};
use databoxframe::export::{
    GetExportApplyDetail, GetExportApplyList, GetSourceNasList, GetSslVpnAccountList,
};
use databoxframe::export_review::{GetExportFileApproveDetail, GetExportFileApproveList};
use databoxframe::frame::{GetDataBoxFrameDetail, GetDataBoxFrameInfraList, GetDataBoxFrameList};
use databoxframe::import::{GetImportApplyDetail, GetImportApplyList, GetTargetNasList};
use databoxframe::operation::{ALL, Spec};
use databoxframe::{Id, Layout, Operation, Page, UnsignedRequest, layout, prepare};
use serde_json::Value;

use super::account::{Server, id, samples, servers};
use super::answer::records;
use super::paging::FirstPage;

/// Requests that are under way at the same time, at most.
pub const AT_A_TIME: usize = 2;
/// Requests of one operation, at most; besides them one for a second page.
pub const SAMPLES: usize = 3;
/// Requests of a run, at most: one for each list of the whole account, [`SAMPLES`] for each other
/// read, one more for each list with pages, and one for a frame that does not exist.
pub const MAX_REQUESTS: usize = 2 + (READS - 2) * SAMPLES + PAGED.len() + 1;

/// Records asked for with a first page: the most that every list allows.
pub const PAGE_SIZE: u64 = 100;
/// The number of operations that read.
const READS: usize = 19;
/// The largest number that every reading of "Integer" allows; no frame has it.
const NO_FRAME: u64 = i32::MAX as u64;

/// The lists with pages.
const PAGED: [&Spec; 6] = [
    GetDataBoxFrameList::SPEC,
    GetDataBoxFrameInfraList::SPEC,
    GetDataBoxList::SPEC,
    GetImportApplyList::SPEC,
    GetExportApplyList::SPEC,
    GetExportFileApproveList::SPEC,
];

/// All operations that read, in the order of the API guide.
pub fn reads() -> impl Iterator<Item = &'static Spec> {
    ALL.into_iter().filter(|spec| spec.is_read())
}

/// Whether an operation has pages.
pub fn is_paged(spec: &Spec) -> bool {
    PAGED.contains(&spec)
}

/// Requests of an operation, at most.
fn limit(spec: &Spec) -> usize {
    let of_account = [GetDataBoxFrameList::SPEC, GetBucketList::SPEC].contains(&spec);
    if of_account { 1 } else { SAMPLES }
}

/// What a request is sent for.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    /// To compare its answer with the documented fields.
    Sample,
    /// To compare page 2 with page 1.
    SecondPage(FirstPage),
    /// To see an error.
    Error,
}

/// The frame and box of a request.
#[derive(Clone, Debug, Default)]
struct Place {
    frame_no: Option<Id>,
    box_no: Option<Id>,
}

/// A request of the plan.
#[derive(Clone, Debug)]
pub struct PlannedRequest {
    /// The request.
    pub request: UnsignedRequest,
    /// What is documented of its answer.
    pub layout: Layout,
    /// What it is for.
    pub purpose: Purpose,
    /// How soon it is sent: the first of each kind before the second of any.
    rank: usize,
    place: Place,
    /// The same for page 2 with one record, if it has pages.
    second: Option<UnsignedRequest>,
}

impl PlannedRequest {
    /// The operation.
    pub fn spec(&self) -> &'static Spec {
        self.request.spec
    }
}

/// The requests that are still to be sent.
#[derive(Debug, Default)]
pub struct Plan {
    waiting: Vec<PlannedRequest>,
    /// Samples sent, by operation.
    sent: Vec<(&'static Spec, usize)>,
    /// The lists whose second page was asked for.
    paged: Vec<&'static Spec>,
}

impl Plan {
    /// Begins with what an account has without a frame.
    pub fn new() -> Self {
        let mut plan = Self::default();
        let nowhere = Place::default();
        plan.list(&nowhere, 0, |page| GetDataBoxFrameList { page });
        plan.add(&nowhere, 0, &GetBucketList);
        plan.add(&nowhere, 0, &GetDataBoxFrameDetail { frame_no: Id::from(NO_FRAME) });
        if let Some(last) = plan.waiting.last_mut() {
            last.purpose = Purpose::Error;
        }
        plan
    }

    /// Nothing more is sent.
    pub fn clear(&mut self) {
        self.waiting.clear();
    }

    /// The next request.
    pub fn next(&mut self) -> Option<PlannedRequest> {
        let sent = &mut self.sent;
        let count = |spec: &Spec, sent: &[(&Spec, usize)]| {
            sent.iter().find(|(of, _)| *of == spec).map_or(0, |(_, count)| *count)
        };
        self.waiting.retain(|planned| {
            planned.purpose != Purpose::Sample || count(planned.spec(), sent) < limit(planned.spec())
        });
        // The first of the lowest rank: what is found first is sent first.
        let (index, _) = self.waiting.iter().enumerate().min_by_key(|(_, planned)| planned.rank)?;
        let planned = self.waiting.remove(index);
        if planned.purpose == Purpose::Sample {
            match sent.iter_mut().find(|(of, _)| *of == planned.spec()) {
                Some((_, count)) => *count += 1,
                None => sent.push((planned.spec(), 1)),
            }
        }
        Some(planned)
    }

    /// Asks for the second page of a list, once.
    pub fn second_page(&mut self, planned: &PlannedRequest, first: FirstPage) {
        if let Some(request) = planned.second.clone().filter(|_| !self.paged.contains(&planned.spec())) {
            self.paged.push(planned.spec());
            self.waiting.push(PlannedRequest {
                request,
                purpose: Purpose::SecondPage(first),
                ..planned.clone()
            });
        }
    }

    /// Asks for what an answer names.
    pub fn follow(&mut self, planned: &PlannedRequest, answer: &Value) {
        let (spec, content) = (planned.spec(), records(answer));
        let ranked = |status: &str| -> Vec<(usize, Value)> {
            let picked = samples(content, status, SAMPLES);
            picked.into_iter().enumerate().map(|(index, one)| (planned.rank + index, one.clone())).collect()
        };
        if spec == GetDataBoxFrameList::SPEC {
            for (rank, frame) in ranked("statusCode") {
                self.frame(rank, &frame);
            }
        } else if spec == GetDataBoxList::SPEC {
            for (rank, one) in ranked("statusCode") {
                self.data_box(rank, &planned.place, &one);
            }
        } else if spec == GetDataBoxInfraList::SPEC {
            for (kind, no) in servers(content) {
                self.server(planned, kind, no);
            }
        } else {
            for (rank, one) in ranked("status") {
                self.detail(spec, rank, &planned.place, &one);
            }
        }
    }

    fn frame(&mut self, rank: usize, frame: &Value) {
        let Some(frame_no) = id(frame, "dataBoxFrameNo") else { return };
        let place = &Place { frame_no: Some(frame_no.clone()), box_no: None };
        let no = || frame_no.clone();
        self.add(place, rank, &GetDataBoxFrameDetail { frame_no: no() });
        self.list(place, rank, |page| GetDataBoxFrameInfraList { frame_no: no(), page });
        self.list(place, rank, |page| GetDataBoxList { frame_no: no(), page });
        self.list(place, rank, |page| GetImportApplyList {
            frame_no: no(),
            box_no: None,
            apply_start: None,
            apply_end: None,
            status: None,
            page,
        });
        self.list(place, rank, |page| GetExportFileApproveList {
            frame_no: no(),
            box_no: None,
            apply_start: None,
            apply_end: None,
            status: None,
            page,
        });
    }

    fn data_box(&mut self, rank: usize, place: &Place, one: &Value) {
        let (Some(frame), Some(no)) = (place.frame_no.clone(), id(one, "dataBoxNo")) else { return };
        let place = &Place { frame_no: Some(frame.clone()), box_no: Some(no.clone()) };
        let numbers = || (frame.clone(), no.clone());
        let (frame_no, box_no) = numbers();
        self.add(place, rank, &GetDataBoxSummaryInfo { frame_no, box_no });
        let (frame_no, box_no) = numbers();
        self.add(place, rank, &GetDataBoxInfraList { frame_no, box_no });
        let (frame_no, box_no) = numbers();
        self.add(place, rank, &GetTargetNasList { frame_no, box_no });
        let (frame_no, box_no) = numbers();
        self.add(place, rank, &GetSourceNasList { frame_no, box_no });
        let (frame_no, box_no) = numbers();
        self.add(place, rank, &GetSslVpnAccountList { frame_no, box_no });
        self.list(place, rank, |page| {
            let (frame_no, box_no) = numbers();
            GetExportApplyList { frame_no, box_no, apply_start: None, apply_end: None, status: None, page }
        });
    }

    fn server(&mut self, planned: &PlannedRequest, kind: Server, instance_no: Id) {
        let Place { frame_no: Some(frame_no), box_no: Some(box_no) } = planned.place.clone() else { return };
        let (place, rank) = (&planned.place, planned.rank);
        match kind {
            Server::Hadoop => self.add(place, rank, &GetHadoopClusterInfo { frame_no, box_no, instance_no }),
            Server::Linux => self.add(place, rank, &GetLinuxInfo { frame_no, box_no, instance_no }),
            Server::TensorFlow => self.add(place, rank, &GetTensorFlowInfo { frame_no, box_no, instance_no }),
        }
    }

    /// One request of a list of requests.
    fn detail(&mut self, list: &Spec, rank: usize, place: &Place, one: &Value) {
        let box_no = id(one, "dataBoxNo").or_else(|| place.box_no.clone());
        let (Some(frame_no), Some(box_no)) = (place.frame_no.clone(), box_no) else { return };
        let (imported, exported) = (id(one, "importApplyId"), id(one, "exportApplyId"));
        if let Some(import_apply_id) = imported.filter(|_| list == GetImportApplyList::SPEC) {
            self.add(place, rank, &GetImportApplyDetail { frame_no, box_no, import_apply_id });
        } else if let Some(export_apply_id) = exported {
            if list == GetExportApplyList::SPEC {
                self.add(place, rank, &GetExportApplyDetail { frame_no, box_no, export_apply_id });
            } else if list == GetExportFileApproveList::SPEC {
                self.add(place, rank, &GetExportFileApproveDetail { frame_no, box_no, export_apply_id });
            }
        }
    }

    fn add<O: Operation>(&mut self, place: &Place, rank: usize, operation: &O) {
        self.push::<O>(place, rank, request(operation), None);
    }

    /// Adds the first page of a list.
    fn list<O: Operation>(&mut self, place: &Place, rank: usize, of_page: impl Fn(Option<Page>) -> O) {
        let page = |number, size| request(&of_page(Some(Page { number, size })));
        self.push::<O>(place, rank, page(1, PAGE_SIZE), page(2, 1));
    }

    fn push<O: Operation>(
        &mut self,
        place: &Place,
        rank: usize,
        request: Option<UnsignedRequest>,
        second: Option<UnsignedRequest>,
    ) {
        let Some(request) = request else { return };
        let (layout, place) = (layout::<O>(), place.clone());
        self.waiting.push(PlannedRequest { request, layout, purpose: Purpose::Sample, rank, place, second });
    }
}

/// A request within the documented limits.
fn request<O: Operation>(operation: &O) -> Option<UnsignedRequest> {
    prepare(operation).ok()
}
