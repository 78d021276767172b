//! The status of the API's records, and which states are transient: they change by themselves.

use databoxframe::Id;
use databoxframe::code::{BoxStatus, ExportStatus, FrameStatus, ImportStatus, Inferred, Phase};
use databoxframe::data_box::{BoxInfra, BoxSummary, DataBox};
use databoxframe::export::ExportRequest;
use databoxframe::export_review::ExportReview;
use databoxframe::frame::{Frame, FrameDetail, FrameInfra};
use databoxframe::import::ImportRequest;

use crate::resource::{
    ResourceKey, box_infra_key, box_key, export_key, frame_infra_key, import_key, review_key,
};

/// A status code of one of the API's families.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Of a frame, or its infrastructure.
    Frame(FrameStatus),
    /// Of a box, or its infrastructure.
    Box(BoxStatus),
    /// Of an import request.
    Import(ImportStatus),
    /// Of an export request.
    Export(ExportStatus),
}

impl Status {
    /// Whether it changes by itself.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Frame(status) => is_transient(status.phase()),
            Self::Box(status) => is_transient(status.phase()),
            Self::Import(status) => {
                matches!(status, ImportStatus::Init | ImportStatus::Ing)
                    || status.inferred() == Some(Inferred::Copying)
            }
            Self::Export(ExportStatus::Init) => true,
            // It waits for a person, however long that takes.
            Self::Export(ExportStatus::RequestComplete | ExportStatus::CopyComplete) => false,
            // The code of "approved, being copied" is not documented. All codes of the family for
            // work under way end so; if this one means something else, it is read too often.
            Self::Export(status @ ExportStatus::Other(code)) => {
                status.inferred() == Some(Inferred::Copying) || code.to_ascii_uppercase().ends_with("ING")
            }
        }
    }
}

fn is_transient(phase: Phase) -> bool {
    match phase {
        Phase::Requested | Phase::Creating | Phase::Changing | Phase::Returning => true,
        Phase::InUse | Phase::Returned | Phase::Unknown => false,
    }
}

/// The status of a resource in the result of one query.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusSnapshot {
    /// Which resource: the same in all queries that show it.
    pub key: ResourceKey,
    /// Name or number; with its kind, as the API names it, if it is a server or volume; the file
    /// of a request.
    pub name: String,
    /// Status, if the answer gives one.
    pub status: Option<Status>,
    /// Whether the status changes by itself.
    pub transient: bool,
}

impl StatusSnapshot {
    fn new(key: ResourceKey, name: String, status: Option<Status>) -> Self {
        let transient = status.as_ref().is_some_and(Status::is_transient);
        Self { key, name, status, transient }
    }
}

/// A name, or a number for a resource without one.
fn name_or(name: Option<&str>, number: &Id) -> String {
    name.filter(|name| !name.is_empty()).unwrap_or(number.as_str()).to_owned()
}

/// Kind and name of an instance, as far as there are any.
fn kind_and_name(kind: Option<&str>, name: Option<&str>) -> String {
    [kind.unwrap_or_default(), name.unwrap_or_default()].join(" ").trim().to_owned()
}

fn frame_status(status: &Option<FrameStatus>) -> Option<Status> {
    status.clone().map(Status::Frame)
}

fn box_status(status: &Option<BoxStatus>) -> Option<Status> {
    status.clone().map(Status::Box)
}

/// Of a frame of the list.
pub fn of_frame(frame: &Frame) -> StatusSnapshot {
    let key = ResourceKey::Frame(frame.frame_no.clone());
    let name = name_or(frame.name.as_deref(), &frame.frame_no);
    StatusSnapshot::new(key, name, frame_status(&frame.status))
}

/// Of the details of a frame.
pub fn of_frame_detail(frame_no: &Id, frame: &FrameDetail) -> StatusSnapshot {
    let name = name_or(frame.name.as_deref(), frame_no);
    StatusSnapshot::new(ResourceKey::Frame(frame_no.clone()), name, frame_status(&frame.status))
}

/// Of a server or volume of a frame.
pub fn of_frame_infra(frame_no: &Id, item: &FrameInfra) -> StatusSnapshot {
    let name = kind_and_name(item.infra_type.as_deref(), item.name.as_deref());
    StatusSnapshot::new(frame_infra_key(frame_no, item), name, frame_status(&item.status))
}

/// Of a box of the list.
pub fn of_box(frame_no: &Id, item: &DataBox) -> StatusSnapshot {
    let name = name_or(item.name.as_deref(), &item.box_no);
    StatusSnapshot::new(box_key(frame_no, &item.box_no), name, box_status(&item.status))
}

/// Of the summary of a box.
pub fn of_box_summary(frame_no: &Id, box_no: &Id, item: &BoxSummary) -> StatusSnapshot {
    let name = name_or(item.name.as_deref(), box_no);
    StatusSnapshot::new(box_key(frame_no, box_no), name, box_status(&item.status))
}

/// Of a server, node or volume of a box.
pub fn of_box_infra(frame_no: &Id, box_no: &Id, item: &BoxInfra) -> StatusSnapshot {
    let name = kind_and_name(item.product_type.as_deref(), item.name.as_deref());
    StatusSnapshot::new(box_infra_key(frame_no, box_no, item), name, box_status(&item.status))
}

/// Of an import request. `asked`: the box that was asked about, if it was one.
pub fn of_import(frame_no: &Id, asked: Option<&Id>, request: &ImportRequest) -> StatusSnapshot {
    let name = name_or(request.source_file.as_deref(), &request.import_apply_id);
    StatusSnapshot::new(
        import_key(frame_no, asked, request),
        name,
        request.status.clone().map(Status::Import),
    )
}

/// Of an export request of a box, as its applicant sees it.
pub fn of_export(frame_no: &Id, box_no: &Id, request: &ExportRequest) -> StatusSnapshot {
    let name = name_or(request.source_file.as_deref(), &request.export_apply_id);
    let status = Some(Status::Export(request.status.clone()));
    StatusSnapshot::new(export_key(frame_no, Some(box_no), request), name, status)
}

/// Of an export request, as its reviewer sees it.
pub fn of_review(frame_no: &Id, review: &ExportReview) -> StatusSnapshot {
    let name = name_or(review.source_file.as_deref(), &review.export_apply_id);
    let status = Some(Status::Export(review.status.clone()));
    StatusSnapshot::new(review_key(frame_no, review), name, status)
}

#[cfg(test)]
mod tests {
    use databoxframe::data_box::GetDataBoxInfraList;
    use databoxframe::export::GetExportApplyList;
    use databoxframe::export_review::GetExportFileApproveList;
    use databoxframe::import::GetImportApplyList;
    use databoxframe::{List, Operation, Reply, decode};

    use super::*;

    fn keys<O: Operation<Response = List<T>>, T>(
        snapshot: impl Fn(&T) -> StatusSnapshot,
        content: &str,
    ) -> Vec<ResourceKey> {
        let body = format!(r#"{{ "content": [{content}], "totalCount": 1 }}"#);
        let reply = Reply { status: 200, content_type: Some("application/json"), body: body.as_bytes() };
        let list = decode::<O>(&reply).unwrap();
        list.content.iter().map(|record| snapshot(record).key).collect()
    }

    fn id(number: u64) -> Id {
        Id::from(number)
    }

    fn imports(frame: u64, asked: Option<u64>, content: &str) -> Vec<ResourceKey> {
        let asked = asked.map(id);
        keys::<GetImportApplyList, _>(|request| of_import(&id(frame), asked.as_ref(), request), content)
    }

    fn nodes(frame: u64, number: u64, content: &str) -> Vec<ResourceKey> {
        keys::<GetDataBoxInfraList, _>(|item| of_box_infra(&id(frame), &id(number), item), content)
    }

    #[test]
    fn equal_numbers_in_other_boxes_and_frames_are_other_resources() {
        const REQUEST: &str = r#"{ "importApplyId": "7", "status": "ING" }"#;
        assert_eq!(imports(83, Some(381), REQUEST), imports(83, Some(381), REQUEST));
        assert_ne!(imports(83, Some(381), REQUEST), imports(83, Some(382), REQUEST));
        assert_ne!(imports(83, Some(381), REQUEST), imports(84, Some(381), REQUEST));
        assert_ne!(imports(83, None, REQUEST), imports(84, None, REQUEST));

        const NODE: &str = r#"{ "instanceNo": "7", "instanceName": "node", "statusCode": "ING" }"#;
        assert_eq!(nodes(83, 381, NODE), nodes(83, 381, NODE));
        assert_ne!(nodes(83, 381, NODE), nodes(83, 382, NODE));
        assert_ne!(nodes(83, 381, NODE), nodes(84, 381, NODE));
    }

    #[test]
    fn a_request_is_the_same_whoever_reads_it() {
        const LISTED: &str = r#"{ "importApplyId": "7", "dataBoxNo": "381", "status": "ING" }"#;
        const ASKED: &str = r#"{ "importApplyId": "7", "status": "ING" }"#;
        assert_eq!(imports(83, None, LISTED), imports(83, Some(381), ASKED));
        const REVIEW: &str = r#"{ "exportApplyId": "7", "dataBoxNo": "381", "status": "INIT" }"#;
        assert_eq!(
            keys::<GetExportApplyList, _>(|request| of_export(&id(83), &id(381), request), REVIEW),
            keys::<GetExportFileApproveList, _>(|review| of_review(&id(83), review), REVIEW)
        );
    }

    #[test]
    fn no_name_imitates_another_instance() {
        let instances = r#"
            { "instanceNo": "1", "instanceName": "2 x" }, { "instanceNo": "1 2", "instanceName": "x" },
            { "instanceNo": "1", "instanceName": "2 x", "productCode": "NAS" }, { "instanceName": "1 2 x" }"#;
        let keys = nodes(83, 381, instances);
        for (index, key) in keys.iter().enumerate() {
            assert_eq!(keys.iter().position(|other| other == key), Some(index), "{key:?}");
        }
    }

    #[test]
    fn work_under_way_is_transient_and_waiting_for_a_person_is_not() {
        let export = |code: &str| Status::Export(ExportStatus::from_code(code)).is_transient();
        assert!(export("INIT") && export("COPYING") && export("copy_ing") && export("COPYING_FILE"));
        assert!(!export("REQ_CMPL") && !export("COPY_CMPL") && !export("REJECT"));
        assert!(
            Status::Frame(FrameStatus::Rtn).is_transient()
                && !Status::Frame(FrameStatus::Termt).is_transient()
        );
        assert!(Status::Box(BoxStatus::Ready).is_transient() && !Status::Box(BoxStatus::Use).is_transient());
        assert!(Status::Import(ImportStatus::Ing).is_transient());
        assert!(!Status::Import(ImportStatus::SecurityError).is_transient());
    }
}
