//! The columns of import and export requests.

use databoxframe::Id;
use databoxframe::code::ExportStatus;
use databoxframe::export::ExportRequest;
use databoxframe::import::ImportRequest;

use super::origin::Origin;
use crate::components::{Cell, Column, link};
use crate::locale::Texts;
use crate::pages::table::other_fields;
use crate::pages::time;
use crate::resource;
use crate::router::Route;
use crate::status_cells;
use crate::untrusted::name_or;

/// The scope of a table of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The requests of all frames: each row names its frame and its box.
    All,
    /// The requests of one data box.
    DataBox,
}

/// The page of a request, by the numbers of frame, box and request.
type PageOf = fn(Id, Id, Id) -> Route;

/// The file of a request, as a link to the request.
fn file(page: PageOf, origin: &Origin, box_no: Option<&Id>, id: &Id, file: Option<&str>) -> Cell {
    let text = name_or(file, id.as_str());
    match box_no.or(origin.box_no()) {
        Some(box_no) => link(page(origin.frame_no.clone(), box_no.clone(), id.clone()), text),
        None => Cell::Text(text.to_owned()),
    }
}

/// Name of a box, or else its number.
fn data_box(origin: &Origin, box_no: Option<&Id>, name: Option<&str>) -> Cell {
    let number = box_no.or(origin.box_no()).map(Id::as_str);
    Cell::text(name.filter(|name| !name.is_empty()).or(number))
}

/// Number and name of the box of a request, if the answer gives them.
type BoxOf<R> = fn(&R) -> (Option<&Id>, Option<&str>);

/// Columns for frame and box; none in a table of one box.
fn place_columns<R: 'static>(scope: Scope, of: BoxOf<R>, t: &Texts) -> Vec<Column<R, Origin>> {
    if scope == Scope::DataBox {
        return Vec::new();
    }
    let frame = |_: &R, origin: &Origin| Cell::text(Some(&origin.frame_name));
    let data_box = move |request: &R, origin: &Origin| {
        let (number, name) = of(request);
        data_box(origin, number, name)
    };
    vec![Column::new("frame", t.frame, frame).filtered(), Column::new("box", t.data_box, data_box).filtered()]
}

/// Columns of import requests.
pub fn import_columns(scope: Scope, t: &'static Texts) -> Vec<Column<ImportRequest, Origin>> {
    type One = ImportRequest;
    let mut columns = vec![
        Column::new("file", t.file, |one: &One, origin: &Origin| {
            file(Route::Import, origin, one.box_no.as_ref(), &one.import_apply_id, one.source_file.as_deref())
        }),
        Column::new("status", t.status, move |one: &One, origin: &Origin| {
            let key = resource::import_key(&origin.frame_no, origin.box_no(), one);
            status_cells::changing(status_cells::import_status(one.status.as_ref(), t), &key, t)
        })
        .filtered_if(scope == Scope::All),
    ];
    columns.extend(place_columns(scope, |one: &One| (one.box_no.as_ref(), one.box_name.as_deref()), t));
    columns.extend([
        Column::new("nas", t.infra.nas, |one: &One, _: &Origin| Cell::text(one.target_nas.as_deref())).off(),
        Column::new("bucket", t.infra.bucket, |one: &One, _: &Origin| {
            Cell::text(one.source_bucket.as_deref())
        })
        .off(),
        Column::new("requested", t.requested, |one: &One, _: &Origin| {
            status_cells::date(one.applied.as_ref())
        })
        // Only in the list.
        .optional(),
        Column::new("completed", t.infra.completed, |one: &One, _: &Origin| {
            status_cells::date(one.completed.as_ref())
        })
        .optional(),
        Column::new("memo", t.memo, |one: &One, _: &Origin| Cell::lines(one.memo.as_deref())).off(),
        Column::new("number", t.request_no, |one: &One, _: &Origin| {
            Cell::Text(one.import_apply_id.to_string())
        })
        .off(),
        other_fields(t, |one: &One| &one.extra),
    ]);
    columns
}

/// Columns of export requests.
pub fn export_columns(scope: Scope, t: &'static Texts) -> Vec<Column<ExportRequest, Origin>> {
    type One = ExportRequest;
    let now = time::now_to_the_minute();
    let mut columns = vec![
        Column::new("file", t.file, |one: &One, origin: &Origin| {
            file(Route::Export, origin, one.box_no.as_ref(), &one.export_apply_id, one.source_file.as_deref())
        }),
        Column::new("status", t.status, move |one: &One, origin: &Origin| {
            let key = resource::export_key(&origin.frame_no, origin.box_no(), one);
            status_cells::changing(status_cells::export_status(&one.status, t), &key, t)
        })
        .filtered_if(scope == Scope::All),
        Column::new("age", t.desk.age, move |one: &One, _: &Origin| {
            let reviewed = one.reviewed.as_ref().is_some_and(|stamp| !stamp.as_str().is_empty());
            let waits = one.status == ExportStatus::RequestComplete && !reviewed;
            if waits { time::waited(one.applied.as_ref(), now) } else { Cell::None }
        })
        .optional(),
    ];
    columns.extend(place_columns(scope, |one: &One| (one.box_no.as_ref(), one.box_name.as_deref()), t));
    columns.extend([
        Column::new("applicant", t.applicant, |one: &One, _: &Origin| Cell::text(one.vpn_id.as_deref())),
        Column::new("nas", t.infra.nas, |one: &One, _: &Origin| Cell::text(one.source_nas.as_deref())).off(),
        Column::new("bucket", t.infra.bucket, |one: &One, _: &Origin| {
            Cell::text(one.target_bucket.as_deref())
        })
        .off(),
        Column::new("requested", t.requested, |one: &One, _: &Origin| {
            status_cells::date(one.applied.as_ref())
        }),
        Column::new("reviewed", t.reviewed, |one: &One, _: &Origin| {
            status_cells::date(one.reviewed.as_ref())
        }),
        Column::new("memo", t.memo, |one: &One, _: &Origin| Cell::lines(one.memo.as_deref())).off(),
        Column::new("number", t.request_no, |one: &One, _: &Origin| {
            Cell::Text(one.export_apply_id.to_string())
        })
        .off(),
        other_fields(t, |one: &One| &one.extra),
    ]);
    columns
}
