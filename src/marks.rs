//! Which states of the API's records pass by themselves.

use std::rc::Rc;

use databoxframe::code::{BoxStatus, ExportStatus, FrameStatus, ImportStatus, Phase};
use databoxframe::data_box::{BoxInfra, BoxSummary, DataBox};
use databoxframe::export::ExportRequest;
use databoxframe::export_review::ExportReview;
use databoxframe::frame::{Frame, FrameDetail, FrameInfra};
use databoxframe::import::ImportRequest;
use databoxframe::{Id, List};

use crate::changes::Mark;
use crate::codes;
use crate::components::Cell;
use crate::locale::Texts;
use crate::paging::Paged;
use crate::queries::{Data, Marks};
use crate::resource::{InstanceKey, RequestKey, ResourceKey};
use crate::untrusted::name_or;

/// The key of a server or volume of a frame.
pub fn frame_infra_key(frame_no: &Id, item: &FrameInfra) -> ResourceKey {
    let instance = InstanceKey {
        number: item.instance_no.clone(),
        kind: item.infra_type.clone(),
        name: item.name.clone(),
    };
    ResourceKey::FrameInfra { frame_no: frame_no.clone(), instance }
}

/// The key of a server, node or volume of a box.
pub fn box_infra_key(frame_no: &Id, box_no: &Id, item: &BoxInfra) -> ResourceKey {
    let instance = InstanceKey {
        number: item.instance_no.clone(),
        kind: item.product.as_ref().map(|product| product.as_str().into()),
        name: item.name.clone(),
    };
    ResourceKey::BoxInfra { frame_no: frame_no.clone(), box_no: box_no.clone(), instance }
}

/// The key of a box.
pub fn box_key(frame_no: &Id, box_no: &Id) -> ResourceKey {
    ResourceKey::DataBox { frame_no: frame_no.clone(), box_no: box_no.clone() }
}

/// The key of an import request. `asked`: the box that was asked about, if it was one.
pub fn import_key(frame_no: &Id, asked: Option<&Id>, request: &ImportRequest) -> ResourceKey {
    ResourceKey::Import(RequestKey {
        frame_no: frame_no.clone(),
        box_no: request.box_no.as_ref().or(asked).cloned(),
        request_id: request.import_apply_id.clone(),
    })
}

/// The key of an export request. `asked`: the box that was asked about, if it was one.
pub fn export_key(frame_no: &Id, asked: Option<&Id>, request: &ExportRequest) -> ResourceKey {
    ResourceKey::Export(RequestKey {
        frame_no: frame_no.clone(),
        box_no: request.box_no.as_ref().or(asked).cloned(),
        request_id: request.export_apply_id.clone(),
    })
}

/// The key of an export request, for its reviewer.
pub fn review_key(frame_no: &Id, review: &ExportReview) -> ResourceKey {
    ResourceKey::Export(RequestKey {
        frame_no: frame_no.clone(),
        box_no: Some(review.box_no.clone()),
        request_id: review.export_apply_id.clone(),
    })
}

fn passes(phase: Phase) -> bool {
    match phase {
        Phase::Requested | Phase::Creating | Phase::Changing | Phase::Returning => true,
        Phase::InUse | Phase::Returned | Phase::Unknown => false,
    }
}

/// A record as a mark. `name`: what it is and what it is called.
fn mark(key: ResourceKey, name: [&str; 2], cell: &Cell, transient: bool) -> Mark {
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
    mark(ResourceKey::Frame(frame_no.clone()), name, &codes::frame_status(status, None, t), transient)
}

fn of_box(ids: (&Id, &Id), name: Option<&str>, status: Option<&BoxStatus>, t: &'static Texts) -> Mark {
    let (frame_no, box_no) = ids;
    let name = [t.data_box, name.unwrap_or(box_no.as_str())];
    let transient = status.is_some_and(|status| passes(status.phase()));
    mark(box_key(frame_no, box_no), name, &codes::box_status(status, None, t), transient)
}

fn of_export(
    key: ResourceKey,
    id: &Id,
    file: Option<&str>,
    status: &ExportStatus,
    t: &'static Texts,
) -> Mark {
    let transient = match status {
        ExportStatus::Init => true,
        // It waits for a person, however long that takes.
        ExportStatus::RequestComplete | ExportStatus::CopyComplete => false,
        // The code of "approved, being copied" is not documented. All codes of the family for
        // work under way end so; if this one means something else, it is read too often.
        ExportStatus::Other(code) => code.ends_with("ING"),
    };
    let name = [t.watch.export, file.unwrap_or(id.as_str())];
    mark(key, name, &codes::export_status(status, t), transient)
}

/// The marks of all records of a list.
fn each<T: 'static>(mark: impl Fn(&T, &'static Texts) -> Mark + 'static) -> Marks {
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
pub fn frame_infra(frame_no: Id) -> Marks {
    each::<FrameInfra>(move |item, t| {
        let status = item.status.as_ref();
        let name = [item.infra_type.as_deref().unwrap_or_default(), item.name.as_deref().unwrap_or_default()];
        let transient = status.is_some_and(|status| passes(status.phase()));
        let key = frame_infra_key(&frame_no, item);
        mark(key, name, &codes::frame_status(status, None, t), transient)
    })
}

/// Of a list of boxes.
pub fn boxes(frame_no: Id) -> Marks {
    each::<DataBox>(move |item, t| {
        of_box((&frame_no, &item.box_no), item.name.as_deref(), item.status.as_ref(), t)
    })
}

/// Of the summary of a box.
pub fn box_summary(frame_no: Id, box_no: Id) -> Marks {
    Rc::new(move |data: &Data, t| {
        let summary = data.downcast_ref::<BoxSummary>().into_iter();
        let ids = (&frame_no, &box_no);
        summary.map(|item| of_box(ids, item.name.as_deref(), item.status.as_ref(), t)).collect()
    })
}

/// Of a box's infrastructure.
pub fn box_infra(frame_no: Id, box_no: Id) -> Marks {
    each::<BoxInfra>(move |item, t| {
        let status = item.status.as_ref();
        let name =
            [item.product_type.as_deref().unwrap_or_default(), item.name.as_deref().unwrap_or_default()];
        let transient = status.is_some_and(|status| passes(status.phase()));
        let key = box_infra_key(&frame_no, &box_no, item);
        mark(key, name, &codes::box_status(status, None, t), transient)
    })
}

/// Of import requests of a frame. `asked`: the box that is asked about, if it is one.
pub fn imports(frame_no: Id, asked: Option<Id>) -> Marks {
    each::<ImportRequest>(move |request, t| {
        let status = request.status.as_ref();
        let transient = matches!(status, Some(ImportStatus::Init | ImportStatus::Ing));
        let name =
            [t.watch.import, name_or(request.source_file.as_deref(), request.import_apply_id.as_str())];
        mark(
            import_key(&frame_no, asked.as_ref(), request),
            name,
            &codes::import_status(status, t),
            transient,
        )
    })
}

/// Of export requests of a box, as their applicants see them.
pub fn exports(frame_no: Id, box_no: Id) -> Marks {
    each::<ExportRequest>(move |request, t| {
        let key = export_key(&frame_no, Some(&box_no), request);
        of_export(key, &request.export_apply_id, request.source_file.as_deref(), &request.status, t)
    })
}

/// Of export requests of a frame, as their reviewers see them.
pub fn reviews(frame_no: Id) -> Marks {
    each::<ExportReview>(move |review, t| {
        let key = review_key(&frame_no, review);
        of_export(key, &review.export_apply_id, review.source_file.as_deref(), &review.status, t)
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use databoxframe::data_box::GetDataBoxInfraList;
    use databoxframe::export_review::GetExportFileApproveList;
    use databoxframe::import::GetImportApplyList;
    use databoxframe::{Operation, Reply, decode};

    use super::*;
    use crate::locale::Locale;

    fn keys<O: Operation<Response = List<T>>, T: Send + Sync + 'static>(
        marks: &Marks,
        content: &str,
    ) -> Vec<ResourceKey> {
        let body = format!(r#"{{ "content": [{content}], "totalCount": 1 }}"#);
        let reply = Reply { status: 200, content_type: Some("application/json"), body: body.as_bytes() };
        let list: Data = Arc::new(decode::<O>(&reply).unwrap());
        marks(&list, Locale::English.texts()).into_iter().map(|mark| mark.key).collect()
    }

    fn id(number: u64) -> Id {
        Id::from(number)
    }

    #[test]
    fn equal_numbers_in_other_boxes_and_frames_are_other_things() {
        const REQUEST: &str = r#"{ "importApplyId": "7", "status": "ING" }"#;
        let imports = |frame, asked: Option<u64>| {
            keys::<GetImportApplyList, _>(&imports(id(frame), asked.map(id)), REQUEST)
        };
        assert_eq!(imports(83, Some(381)), imports(83, Some(381)));
        assert_ne!(imports(83, Some(381)), imports(83, Some(382)));
        assert_ne!(imports(83, Some(381)), imports(84, Some(381)));
        assert_ne!(imports(83, None), imports(84, None));

        const NODE: &str = r#"{ "instanceNo": "7", "instanceName": "node", "statusCode": "ING" }"#;
        let nodes = |frame, number| keys::<GetDataBoxInfraList, _>(&box_infra(id(frame), id(number)), NODE);
        assert_eq!(nodes(83, 381), nodes(83, 381));
        assert_ne!(nodes(83, 381), nodes(83, 382));
        assert_ne!(nodes(83, 381), nodes(84, 381));
    }

    #[test]
    fn a_request_is_the_same_whoever_reads_it() {
        const LISTED: &str = r#"{ "importApplyId": "7", "dataBoxNo": "381", "status": "ING" }"#;
        const ASKED: &str = r#"{ "importApplyId": "7", "status": "ING" }"#;
        assert_eq!(
            keys::<GetImportApplyList, _>(&imports(id(83), None), LISTED),
            keys::<GetImportApplyList, _>(&imports(id(83), Some(id(381))), ASKED)
        );
        const REVIEW: &str = r#"{ "exportApplyId": "7", "dataBoxNo": "381", "status": "INIT" }"#;
        assert_eq!(
            keys::<databoxframe::export::GetExportApplyList, _>(&exports(id(83), id(381)), REVIEW),
            keys::<GetExportFileApproveList, _>(&reviews(id(83)), REVIEW)
        );
    }

    #[test]
    fn no_name_imitates_another_instance() {
        let instances = r#"
            { "instanceNo": "1", "instanceName": "2 x" }, { "instanceNo": "1 2", "instanceName": "x" },
            { "instanceNo": "1", "instanceName": "2 x", "productCode": "NAS" }, { "instanceName": "1 2 x" }"#;
        let keys = keys::<GetDataBoxInfraList, _>(&box_infra(id(83), id(381)), instances);
        for (index, key) in keys.iter().enumerate() {
            assert_eq!(keys.iter().position(|other| other == key), Some(index), "{key:?}");
        }
    }
}
