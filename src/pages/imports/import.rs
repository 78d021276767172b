//! `/imports/{frameNo}/{boxNo}/{importApplyId}`

use databoxframe::Id;
use databoxframe::import::ImportRequest;
use leptos::prelude::*;

use crate::console::Console;
use crate::locale::texts;
use crate::pages::requests::columns::{Scope, import_columns};
use crate::pages::requests::origin::Origin;
use crate::pages::requests::request::{column_details, page, with_place};
use crate::pages::trail::Section;
use crate::queries::{self, cached_imports};
use crate::query_cache::QueryCache;
use crate::router::{BoxTab, Route};

/// Where import requests are listed.
pub const SECTION: Section =
    Section { list: &Route::Imports, name: |t| t.infra.imports, tab: BoxTab::Imports };

/// The request with the dates of a list that was read before, which its own answer lacks. Tracked.
fn dated(request: &ImportRequest, frame_no: &Id, box_no: &Id, cache: QueryCache) -> ImportRequest {
    let lists = [Some(box_no.clone()), None];
    let listed = lists.into_iter().find_map(|of| {
        let list = cached_imports(cache, frame_no.clone(), of)?;
        let is_it = |other: &&ImportRequest| {
            other.import_apply_id == request.import_apply_id
                && other.box_no.as_ref().is_none_or(|other| other == box_no)
        };
        list.records.iter().find(is_it).map(|one| (one.applied.clone(), one.completed.clone()))
    });
    let (applied, completed) = listed.unwrap_or_default();
    let mut request = request.clone();
    request.applied = request.applied.or(applied);
    request.completed = request.completed.or(completed);
    request
}

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
    let cache = Console::expect().queries;
    let make = move |request: &ImportRequest| {
        let (frame_no, box_no, _) = ids.get_value();
        let request = dated(request, &frame_no, &box_no, cache);
        let details = column_details(&columns, &request, &Origin::of_box(frame_no.clone(), box_no.clone()));
        with_place(details, (&frame_no, &box_no), request.box_name.as_deref(), cache)
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
