//! Which states of the API's records pass by themselves.

use std::rc::Rc;

use databoxframe::code::{BoxStatus, ExportStatus, FrameStatus, ImportStatus, Phase};
use databoxframe::data_box::{BoxInfra, BoxSummary, DataBox};
use databoxframe::export::ExportRequest;
use databoxframe::export_review::ExportReview;
use databoxframe::frame::{Frame, FrameDetail, FrameInfra};
use databoxframe::import::ImportRequest;
use databoxframe::product::Product;
use databoxframe::{Id, List};

use crate::changes::Mark;
use crate::codes;
use crate::components::Cell;
use crate::locale::Texts;
use crate::paging::Paged;
use crate::queries::{Data, Marks};
use crate::untrusted::name_or;

/// The key of a frame.
pub fn frame_key(frame_no: &Id) -> String {
    format!("frame {frame_no}")
}

/// The key of a box.
pub fn box_key(box_no: &Id) -> String {
    format!("box {box_no}")
}

/// The key of a server, node or volume. A server and a volume may have the same number, the nodes of
/// a cluster share theirs.
fn infra_key(kind: Option<&str>, instance_no: Option<&Id>, name: Option<&str>) -> String {
    let number = instance_no.map_or("", Id::as_str);
    format!("infra {} {number} {}", kind.unwrap_or_default(), name.unwrap_or_default())
}

/// The key of a server or volume of a frame.
pub fn frame_infra_key(item: &FrameInfra) -> String {
    infra_key(item.infra_type.as_deref(), item.instance_no.as_ref(), item.name.as_deref())
}

/// The key of a server, node or volume of a box.
pub fn box_infra_key(item: &BoxInfra) -> String {
    let kind = item.product.as_ref().map(Product::as_str);
    infra_key(kind, item.instance_no.as_ref(), item.name.as_deref())
}

/// The key of an import request.
pub fn import_key(id: &Id) -> String {
    format!("import {id}")
}

/// The key of an export request, for its applicant and its reviewer.
pub fn export_key(id: &Id) -> String {
    format!("export {id}")
}

fn passes(phase: Phase) -> bool {
    match phase {
        Phase::Requested | Phase::Creating | Phase::Changing | Phase::Returning => true,
        Phase::InUse | Phase::Returned | Phase::Unknown => false,
    }
}

/// A record as a mark. `name`: what it is and what it is called.
fn mark(key: String, name: [&str; 2], cell: &Cell, transient: bool) -> Mark {
    Mark {
        key,
        name: name.join(" ").trim().to_owned(),
        state: cell.key().to_owned(),
        word: cell.as_str().to_owned(),
        transient,
    }
}

fn of_frame(frame_no: &Id, name: Option<&str>, status: Option<&FrameStatus>, t: &'static Texts) -> Mark {
    let name = [t.frame, name.unwrap_or(frame_no.as_str())];
    let transient = status.is_some_and(|status| passes(status.phase()));
    mark(frame_key(frame_no), name, &codes::frame_status(status, None, t), transient)
}

fn of_box(box_no: &Id, name: Option<&str>, status: Option<&BoxStatus>, t: &'static Texts) -> Mark {
    let name = [t.data_box, name.unwrap_or(box_no.as_str())];
    let transient = status.is_some_and(|status| passes(status.phase()));
    mark(box_key(box_no), name, &codes::box_status(status, None, t), transient)
}

fn of_export(id: &Id, file: Option<&str>, status: &ExportStatus, t: &'static Texts) -> Mark {
    let transient = match status {
        ExportStatus::Init => true,
        // It waits for a person, however long that takes.
        ExportStatus::RequestComplete | ExportStatus::CopyComplete => false,
        // The code of "approved, being copied" is not documented. All codes of the family for
        // work under way end so; if this one means something else, it is read too often.
        ExportStatus::Other(code) => code.ends_with("ING"),
    };
    let name = [t.watch.export, file.unwrap_or(id.as_str())];
    mark(export_key(id), name, &codes::export_status(status, t), transient)
}

/// The marks of all records of a list.
fn each<T: 'static>(mark: fn(&T, &'static Texts) -> Mark) -> Marks {
    Rc::new(move |data: &Data, t| {
        let records: &[T] = match (data.downcast_ref::<Paged<T>>(), data.downcast_ref::<List<T>>()) {
            (Some(all), _) => &all.records,
            (None, Some(list)) => &list.content,
            (None, None) => &[],
        };
        // A loop and not an iterator: there is one for each type of record in the download.
        let mut marks = Vec::new();
        for record in records {
            marks.push(mark(record, t));
        }
        marks
    })
}

/// Of a list of frames.
pub fn frames() -> Marks {
    each::<Frame>(|frame, t| of_frame(&frame.frame_no, frame.name.as_deref(), frame.status.as_ref(), t))
}

/// Of the details of a frame.
pub fn frame(frame_no: Id) -> Marks {
    Rc::new(move |data: &Data, t| {
        let frame = data.downcast_ref::<FrameDetail>().into_iter();
        frame.map(|frame| of_frame(&frame_no, frame.name.as_deref(), frame.status.as_ref(), t)).collect()
    })
}

/// Of a frame's own infrastructure.
pub fn frame_infra() -> Marks {
    each::<FrameInfra>(|item, t| {
        let status = item.status.as_ref();
        let name = [item.infra_type.as_deref().unwrap_or_default(), item.name.as_deref().unwrap_or_default()];
        let transient = status.is_some_and(|status| passes(status.phase()));
        mark(frame_infra_key(item), name, &codes::frame_status(status, None, t), transient)
    })
}

/// Of a list of boxes.
pub fn boxes() -> Marks {
    each::<DataBox>(|item, t| of_box(&item.box_no, item.name.as_deref(), item.status.as_ref(), t))
}

/// Of the summary of a box.
pub fn box_summary(box_no: Id) -> Marks {
    Rc::new(move |data: &Data, t| {
        let summary = data.downcast_ref::<BoxSummary>().into_iter();
        summary.map(|item| of_box(&box_no, item.name.as_deref(), item.status.as_ref(), t)).collect()
    })
}

/// Of a box's infrastructure.
pub fn box_infra() -> Marks {
    each::<BoxInfra>(|item, t| {
        let status = item.status.as_ref();
        let name =
            [item.product_type.as_deref().unwrap_or_default(), item.name.as_deref().unwrap_or_default()];
        let transient = status.is_some_and(|status| passes(status.phase()));
        mark(box_infra_key(item), name, &codes::box_status(status, None, t), transient)
    })
}

/// Of import requests.
pub fn imports() -> Marks {
    each::<ImportRequest>(|request, t| {
        let status = request.status.as_ref();
        let id = &request.import_apply_id;
        let transient = matches!(status, Some(ImportStatus::Init | ImportStatus::Ing));
        let name = [t.watch.import, name_or(request.source_file.as_deref(), id.as_str())];
        mark(import_key(id), name, &codes::import_status(status, t), transient)
    })
}

/// Of export requests, as their applicants see them.
pub fn exports() -> Marks {
    each::<ExportRequest>(|request, t| {
        of_export(&request.export_apply_id, request.source_file.as_deref(), &request.status, t)
    })
}

/// Of export requests, as their reviewers see them.
pub fn reviews() -> Marks {
    each::<ExportReview>(|review, t| {
        of_export(&review.export_apply_id, review.source_file.as_deref(), &review.status, t)
    })
}

#[cfg(test)]
mod tests {
    use databoxframe::data_box::GetDataBoxInfraList;
    use databoxframe::frame::GetDataBoxFrameInfraList;
    use databoxframe::{Operation, Reply, decode};

    use super::*;

    fn read<O: Operation>(field: &str, kinds: [&str; 2]) -> O::Response {
        let row = |kind: &str| format!(r#"{{"{field}":"{kind}","instanceNo":"7","instanceName":"shared"}}"#);
        let body = format!(r#"{{"content":[{}]}}"#, kinds.map(row).join(","));
        decode::<O>(&Reply { status: 200, content_type: None, body: body.as_bytes() }).unwrap()
    }

    #[test]
    fn a_server_and_a_volume_of_the_same_number_and_name_have_marks_of_their_own() {
        let frames = read::<GetDataBoxFrameInfraList>("infraType", ["Server", "NAS"]).list.content;
        assert_ne!(frame_infra_key(&frames[0]), frame_infra_key(&frames[1]));
        let boxes = read::<GetDataBoxInfraList>("productCode", ["SVR_LNX_CENT", "NAS"]).content;
        assert_ne!(box_infra_key(&boxes[0]), box_infra_key(&boxes[1]));
    }
}
