//! `/imports/{frameNo}/{boxNo}/{importApplyId}` and `/exports/{frameNo}/{boxNo}/{exportApplyId}`:
//! one request as its applicant sees it.

use databoxframe::export::ExportRequest;
use databoxframe::import::ImportRequest;
use databoxframe::{Id, List};
use leptos::prelude::*;

use super::exports::{cancel_draft, reason_against_cancelling};
use crate::components::{
    Blocked, Button, Cell, Column, Crumb, Detail, FailureAlert, Look, PageHeader, details,
};
use crate::locale::{Text, Texts, texts};
use crate::queries::Query;
use crate::reads::{self, the_request};
use crate::untrusted::name_or;
use crate::write::{Draft, WriteDialog};

use super::request_rows::{EXPORT_COLUMNS, IMPORT_COLUMNS, Place, export_row, import_row};

/// A row of the list as details: each column's title with its cell.
fn row_details(columns: &'static [Column], cells: Vec<Cell>, t: &'static Texts) -> Vec<Detail> {
    columns
        .iter()
        .zip(cells)
        .filter(|(column, cell)| !column.optional || cell.is_something())
        .map(|(column, cell)| {
            // The file leads here: no link to this very page.
            let cell = if let Cell::Link { text, .. } = cell { Cell::Text(text) } else { cell };
            Detail::new((column.title)(t), cell)
        })
        .collect()
}

/// The box of the request, as a link.
fn box_detail(frame_no: &Id, box_no: &Id, name: Option<&str>, t: &'static Texts) -> Detail {
    let text = name_or(name, box_no.as_str()).to_owned();
    Detail::new(t.data_box, Cell::Link { href: format!("/frames/{frame_no}/boxes/{box_no}"), text })
}

/// What both pages are made of. `found`: the request among those that came, as details.
fn page<R: Send + Sync + 'static>(
    section: (&'static str, Text),
    query: Query<List<R>>,
    file: fn(&R) -> Option<&str>,
    is_it: impl Fn(&R) -> bool + Send + Sync + Copy + 'static,
    make: impl Fn(&R) -> Vec<Detail> + Send + Sync + 'static,
    actions: Vec<AnyView>,
) -> AnyView {
    let t = texts();
    let (path, name) = section;
    let title = Signal::derive(move || {
        let data = query.data();
        let file = data.as_ref().and_then(|came| file(the_request(came, is_it).ok()?));
        name_or(file, name(t)).to_owned()
    });
    let failure = Signal::derive(move || {
        let other = || query.data().and_then(|came| the_request(&came, is_it).err());
        query.load().failure.or_else(other)
    });
    let stale = Signal::derive(move || query.load().stale_since());
    let busy = move || query.load().loading.to_string();
    let shown = move || {
        let data = query.data();
        match data.as_ref().and_then(|came| the_request(came, is_it).ok()) {
            Some(request) => details(&make(request)),
            None => ().into_any(),
        }
    };
    view! {
        <PageHeader title=title actions=actions trail=vec![Crumb::new(path.into(), name(t))] />
        <FailureAlert failure=failure retry=query.refresh stale=stale />
        <div aria-busy=busy>{shown}</div>
    }
    .into_any()
}

/// One import request.
#[component]
pub fn ImportPage(
    /// Number of its frame.
    frame_no: Id,
    /// Number of its box.
    box_no: Id,
    /// Its number.
    import_apply_id: Id,
) -> AnyView {
    let t = texts();
    let query = reads::import(frame_no.clone(), box_no.clone(), import_apply_id.clone());
    let ids = StoredValue::new((frame_no, box_no, import_apply_id));
    let make = move |request: &ImportRequest| {
        ids.with_value(|(frame_no, box_no, _)| {
            let place = Place { frame_no, frame_name: None, box_no: Some(box_no) };
            let mut details = row_details(IMPORT_COLUMNS, import_row(place, request, t).cells, t);
            details.push(box_detail(frame_no, box_no, request.box_name.as_deref(), t));
            details
        })
    };
    let is_it =
        move |request: &ImportRequest| ids.with_value(|(.., number)| request.import_apply_id == *number);
    page(
        ("/imports", |t| t.infra.imports),
        query,
        |request| request.source_file.as_deref(),
        is_it,
        make,
        Vec::new(),
    )
}

/// One export request, which can be cancelled until it is approved.
#[component]
pub fn ExportPage(
    /// Number of its frame.
    frame_no: Id,
    /// Number of its box.
    box_no: Id,
    /// Its number.
    export_apply_id: Id,
) -> AnyView {
    let t = texts();
    let query = reads::export(frame_no.clone(), box_no.clone(), export_apply_id.clone());
    let ids = StoredValue::new((frame_no, box_no, export_apply_id));
    let draft = RwSignal::new(None::<Draft>);
    let is_it =
        move |request: &ExportRequest| ids.with_value(|(.., number)| request.export_apply_id == *number);
    let request = move || query.data().and_then(|came| the_request(&came, is_it).ok().cloned());
    let blocked = Signal::derive(move || match request() {
        Some(request) => reason_against_cancelling(&request, t),
        None => Some(String::new()),
    });
    let cancel = Callback::new(move |()| {
        if let Some(request) = untrack(request) {
            let (frame_no, box_no, _) = ids.get_value();
            draft.set(Some(cancel_draft(&request, frame_no, box_no)));
        }
    });
    let actions = vec![
        view! { <Button label=t.infra.cancel_export look=Look::Danger blocked=blocked on_press=cancel /> }
            .into_any(),
    ];
    let make = move |request: &ExportRequest| {
        ids.with_value(|(frame_no, box_no, _)| {
            let place = Place { frame_no, frame_name: None, box_no: Some(box_no) };
            let row = export_row(place, request, Cell::None, t);
            let mut details = row_details(EXPORT_COLUMNS, row.cells, t);
            details.push(box_detail(frame_no, box_no, request.box_name.as_deref(), t));
            details
        })
    };
    let section: (&'static str, Text) = ("/exports", |t| t.infra.exports);
    view! {
        {page(section, query, |request| request.source_file.as_deref(), is_it, make, actions)}
        <Blocked reason=blocked />
        <WriteDialog draft=draft />
    }
    .into_any()
}
