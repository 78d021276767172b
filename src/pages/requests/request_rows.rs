//! Import and export requests as rows, for the lists of all boxes and of one.

use databoxframe::Id;
use databoxframe::export::ExportRequest;
use databoxframe::import::ImportRequest;

use crate::codes;
use crate::components::{Cell, Column, Row};
use crate::locale::{Text, Texts};
use crate::resource;
use crate::untrusted::name_or;

/// A column that is left out of the list of one box, where it would say the same in each row.
const fn place(id: &'static str, title: Text) -> Column {
    Column { id, title, optional: true }
}

/// Columns of [`import_row`].
pub const IMPORT_COLUMNS: &[Column] = &[
    Column::new("file", |t| t.file),
    Column::new("status", |t| t.status),
    place("frame", |t| t.frame),
    place("box", |t| t.data_box),
    Column::new("nas", |t| t.infra.nas),
    Column::new("bucket", |t| t.infra.bucket),
    Column::new("requested", |t| t.requested),
    Column::new("completed", |t| t.infra.completed),
    Column::new("memo", |t| t.memo),
    Column::new("number", |t| t.request_no),
    Column::OTHER,
];

/// Columns of [`export_row`].
pub const EXPORT_COLUMNS: &[Column] = &[
    Column::new("file", |t| t.file),
    Column::new("status", |t| t.status),
    place("frame", |t| t.frame),
    place("box", |t| t.data_box),
    Column::new("applicant", |t| t.applicant),
    Column::new("nas", |t| t.infra.nas),
    Column::new("bucket", |t| t.infra.bucket),
    Column::new("requested", |t| t.requested),
    Column::new("reviewed", |t| t.reviewed),
    Column::new("memo", |t| t.memo),
    Column::new("number", |t| t.request_no),
    Column { id: "actions", title: |t| t.actions.actions, optional: true },
    Column::OTHER,
];

/// Where a request belongs.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// Number of the frame.
    pub frame_no: &'a Id,
    /// Name of the frame; without it frame and box are not shown.
    pub frame_name: Option<&'a str>,
    /// Number of the box that was asked about, if it was one.
    pub box_no: Option<&'a Id>,
}

impl Place<'_> {
    /// The request's file, leading to the request.
    fn link(self, section: &str, box_no: Option<&Id>, id: &Id, file: Option<&str>) -> Cell {
        let text = name_or(file, id.as_str()).to_owned();
        match box_no.or(self.box_no) {
            Some(box_no) => Cell::Link { href: format!("/{section}/{}/{box_no}/{id}", self.frame_no), text },
            None => Cell::Text(text),
        }
    }

    fn cells(self, box_no: Option<&Id>, box_name: Option<&str>) -> [Cell; 2] {
        match self.frame_name {
            Some(name) => {
                let number = box_no.or(self.box_no).map(Id::as_str);
                [Cell::text(Some(name)), Cell::text(box_name.filter(|name| !name.is_empty()).or(number))]
            }
            None => [Cell::None, Cell::None],
        }
    }
}

/// An import request in the columns of [`IMPORT_COLUMNS`].
pub fn import_row(place: Place<'_>, request: &ImportRequest, t: &'static Texts) -> Row {
    let box_no = request.box_no.as_ref();
    let [frame, data_box] = place.cells(box_no, request.box_name.as_deref());
    Row {
        cells: vec![
            place.link("imports", box_no, &request.import_apply_id, request.source_file.as_deref()),
            codes::changing(
                codes::import_status(request.status.as_ref(), t),
                &resource::import_key(place.frame_no, place.box_no, request),
                t,
            ),
            frame,
            data_box,
            Cell::text(request.target_nas.as_deref()),
            Cell::text(request.source_bucket.as_deref()),
            Cell::date(request.applied.as_ref()),
            Cell::date(request.completed.as_ref()),
            Cell::lines(request.memo.as_deref()),
            Cell::Text(request.import_apply_id.to_string()),
            codes::extra(&request.extra),
        ],
    }
}

/// An export request in the columns of [`EXPORT_COLUMNS`]. `action`: what can be done with it.
pub fn export_row(place: Place<'_>, request: &ExportRequest, action: Cell, t: &'static Texts) -> Row {
    let box_no = request.box_no.as_ref();
    let [frame, data_box] = place.cells(box_no, request.box_name.as_deref());
    Row {
        cells: vec![
            place.link("exports", box_no, &request.export_apply_id, request.source_file.as_deref()),
            codes::changing(
                codes::export_status(&request.status, t),
                &resource::export_key(place.frame_no, place.box_no, request),
                t,
            ),
            frame,
            data_box,
            Cell::text(request.vpn_id.as_deref()),
            Cell::text(request.source_nas.as_deref()),
            Cell::text(request.target_bucket.as_deref()),
            Cell::date(request.applied.as_ref()),
            Cell::date(request.reviewed.as_ref()),
            Cell::lines(request.memo.as_deref()),
            Cell::Text(request.export_apply_id.to_string()),
            action,
            codes::extra(&request.extra),
        ],
    }
}
