//! `/imports/{frameNo}/{boxNo}/{importApplyId}`

use databoxframe::Id;
use databoxframe::import::ImportRequest;
use leptos::prelude::*;

use crate::locale::texts;
use crate::pages::requests::columns::{Scope, import_columns};
use crate::pages::requests::origin::Origin;
use crate::pages::requests::request::{box_detail, column_details, page};
use crate::pages::trail::Section;
use crate::queries;
use crate::router::{BoxTab, Route};

/// Where import requests are listed.
pub const SECTION: Section =
    Section { list: &Route::Imports, name: |t| t.infra.imports, tab: BoxTab::Imports };

/// One import request.
#[component]
pub fn ImportPage(
    /// Number of the frame.
    frame_no: Id,
    /// Number of the box.
    box_no: Id,
    /// Number of the request.
    import_apply_id: Id,
) -> impl IntoView {
    let t = texts();
    let query = queries::import(frame_no.clone(), box_no.clone(), import_apply_id.clone());
    let ids = StoredValue::new((frame_no, box_no, import_apply_id));
    let columns = import_columns(Scope::DataBox, t);
    let make = move |request: &ImportRequest| {
        let (frame_no, box_no, _) = ids.get_value();
        let mut details =
            column_details(&columns, request, &Origin::of_box(frame_no.clone(), box_no.clone()));
        details.push(box_detail(&frame_no, &box_no, request.box_name.as_deref(), t));
        details
    };
    let matches =
        move |request: &ImportRequest| ids.with_value(|(.., number)| request.import_apply_id == *number);
    let (frame_no, box_no, _) = ids.get_value();
    page(
        (SECTION, frame_no, box_no),
        query,
        |request| request.source_file.as_deref(),
        matches,
        make,
        Vec::new(),
    )
}
