//! `/imports/{frameNo}/{boxNo}/{importApplyId}`

use databoxframe::Id;
use databoxframe::import::ImportRequest;
use leptos::prelude::*;

use crate::locale::texts;
use crate::pages::requests::request::{box_detail, page, row_details};
use crate::pages::requests::request_rows::{IMPORT_COLUMNS, Place, import_row};
use crate::queries;

/// One import request.
#[component]
pub fn ImportPage(
    /// Number of its frame.
    frame_no: Id,
    /// Number of its box.
    box_no: Id,
    /// Its number.
    import_apply_id: Id,
) -> impl IntoView {
    let t = texts();
    let query = queries::import(frame_no.clone(), box_no.clone(), import_apply_id.clone());
    let ids = StoredValue::new((frame_no, box_no, import_apply_id));
    let make = move |request: &ImportRequest| {
        ids.with_value(|(frame_no, box_no, _)| {
            let place = Place { frame_no, frame_name: None, box_no: Some(box_no) };
            let mut details = row_details(IMPORT_COLUMNS, import_row(place, request, t).cells, t);
            details.push(box_detail(frame_no, box_no, request.box_name.as_deref(), t));
            details
        })
    };
    let matches =
        move |request: &ImportRequest| ids.with_value(|(.., number)| request.import_apply_id == *number);
    page(
        ("/imports", |t| t.infra.imports),
        query,
        |request| request.source_file.as_deref(),
        matches,
        make,
        Vec::new(),
    )
}
