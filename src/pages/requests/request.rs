//! The page of one request, for its applicant: shared by imports and exports.

use databoxframe::{Id, List};
use leptos::prelude::*;

use super::origin::Origin;
use crate::components::{Cell, Column, Detail, FailureAlert, PageHeader, details, link};
use crate::locale::texts;
use crate::pages::trail::Section;
use crate::queries::{self, find_requested};
use crate::query_cache::{Query, QueryCache};
use crate::router::Route;
use crate::untrusted::name_or;

/// The columns of the list as details of one request.
pub fn column_details<R>(columns: &[Column<R, Origin>], request: &R, origin: &Origin) -> Vec<Detail> {
    let detail = |column: &Column<R, Origin>| {
        let cell = match column.cell(request, origin) {
            // The file is a link to this page: left out.
            Cell::Link { text, .. } => Cell::Text(text),
            cell => cell,
        };
        let head = column.head();
        (!head.optional || cell.is_something()).then(|| Detail::new(head.title, cell))
    };
    columns.iter().filter_map(detail).collect()
}

/// The details with the frame and the box of the request, as links, after its status: boxes of several
/// frames may have one name. Tracked.
pub fn with_place(
    mut details: Vec<Detail>,
    (frame_no, box_no): (&Id, &Id),
    box_name: Option<&str>,
    cache: QueryCache,
) -> Vec<Detail> {
    let t = texts();
    let frames = queries::cached_frames(cache);
    let frame = frames.iter().flat_map(|list| &list.records).find(|frame| frame.frame_no == *frame_no);
    let frame_name = frame.and_then(|frame| frame.name.as_deref());
    let place = |title, route: Route, name, number: &Id| {
        Detail::new(title, link(route, name_or(name, number.as_str())))
    };
    let places = [
        place(t.frame, Route::Frame(frame_no.clone()), frame_name, frame_no),
        place(t.data_box, Route::DataBox(frame_no.clone(), box_no.clone()), box_name, box_no),
    ];
    let at = details.len().min(2);
    details.splice(at..at, places);
    details
}

/// The page of a request of this box. `make`: the details of the request.
pub fn page<R: Send + Sync + 'static>(
    (section, frame_no, box_no): (Section, Id, Id),
    query: Query<List<R>>,
    file: fn(&R) -> Option<&str>,
    matches: impl Fn(&R) -> bool + Send + Sync + Copy + 'static,
    make: impl Fn(&R) -> Vec<Detail> + Send + Sync + 'static,
    actions: Vec<AnyView>,
) -> AnyView {
    let t = texts();
    let name = section.name;
    let title = Signal::derive(move || {
        let data = query.data();
        let file = data.as_ref().and_then(|came| file(find_requested(came, matches).ok()?));
        name_or(file, name(t)).to_owned()
    });
    let failure = Signal::derive(move || {
        let other = || query.data().and_then(|came| find_requested(&came, matches).err());
        query.load().failure.or_else(other)
    });
    let stale = Signal::derive(move || query.load().stale_since());
    let busy = move || query.load().loading.to_string();
    let shown = move || {
        let data = query.data();
        match data.as_ref().and_then(|came| find_requested(came, matches).ok()) {
            Some(request) => details(&make(request)),
            None => ().into_any(),
        }
    };
    view! {
        <PageHeader title=title actions=actions trail=section.trail(&frame_no, &box_no) />
        <FailureAlert failure=failure retry=query.refresh stale=stale />
        <div aria-busy=busy>{shown}</div>
    }
    .into_any()
}
