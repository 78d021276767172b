//! `/exports/{frameNo}/{boxNo}/{exportApplyId}`

use databoxframe::Id;
use databoxframe::code::ExportStatus;
use databoxframe::export::ExportRequest;
use leptos::prelude::*;

use super::export_list::{cancel_draft, reason_against_cancelling};
use crate::components::{Availability, Button, ButtonVariant, DisabledReason};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::pages::requests::columns::{Scope, export_columns};
use crate::pages::requests::origin::Origin;
use crate::pages::requests::request::{column_details, page, with_place};
use crate::pages::time;
use crate::pages::trail::Section;
use crate::queries::{self, find_requested};
use crate::router::{BoxTab, Route};
use crate::write::{Draft, WriteDialog};

/// Where export requests are listed.
pub const SECTION: Section =
    Section { list: &Route::Exports, name: |t| t.infra.exports, tab: BoxTab::Exports };

/// How long decisions usually take, of the list that was read.
fn usual(requests: &[ExportRequest], t: &Texts) -> Option<AnyView> {
    let took = |request: &ExportRequest| {
        let (applied, reviewed) = (request.applied.as_ref()?.date()?, request.reviewed.as_ref()?.date()?);
        Some((time::seconds(reviewed) - time::seconds(applied)).max(0))
    };
    let took: Vec<i64> = requests.iter().filter_map(took).collect();
    let count = took.len();
    let length = time::length_text(time::median(took)?);
    Some(view! { <p class="hint">{(t.desk.usual)(&length, count)}</p> }.into_any())
}

/// One export request, which can be cancelled until it is approved.
#[component]
pub fn ExportPage(
    /// Number of the frame.
    frame_no: Id,
    /// Number of the box.
    box_no: Id,
    /// Number of the request.
    export_apply_id: Id,
) -> impl IntoView {
    let t = texts();
    let query = queries::export(frame_no.clone(), box_no.clone(), export_apply_id.clone());
    let ids = StoredValue::new((frame_no, box_no, export_apply_id));
    let draft = RwSignal::new(None::<Draft>);
    let matches =
        move |request: &ExportRequest| ids.with_value(|(.., number)| request.export_apply_id == *number);
    let request = move || query.data().and_then(|came| find_requested(&came, matches).ok().cloned());
    let availability = Signal::derive(move || match request() {
        Some(request) => Availability::disabled_by(reason_against_cancelling(&request, t)),
        None => Availability::Busy,
    });
    let cancel = Callback::new(move |()| {
        if let Some(request) = untrack(request) {
            let (frame_no, box_no, _) = ids.get_value();
            draft.set(Some(cancel_draft(&request, frame_no, box_no)));
        }
    });
    let actions = vec![
        view! { <Button label=t.infra.cancel_export variant=ButtonVariant::Danger availability=availability reason_beside=true on_press=cancel /> }
            .into_any(),
    ];
    let columns = export_columns(Scope::DataBox, t);
    let cache = Console::expect().queries;
    let make = move |request: &ExportRequest| {
        let (frame_no, box_no, _) = ids.get_value();
        let details = column_details(&columns, request, &Origin::of_box(frame_no.clone(), box_no.clone()));
        with_place(details, (&frame_no, &box_no), request.box_name.as_deref(), cache)
    };
    // Of a request that nobody waits for any more it says nothing.
    let waits = move |request: &ExportRequest| {
        let reviewed = request.reviewed.as_ref().is_some_and(|stamp| !stamp.as_str().is_empty());
        !reviewed && matches!(request.status, ExportStatus::Init | ExportStatus::RequestComplete)
    };
    let usual = move || {
        request().filter(|request| waits(request))?;
        let (frame_no, box_no, _) = ids.get_value();
        usual(&queries::cached_exports(cache, frame_no, box_no)?.records, t)
    };
    let (frame_no, box_no, _) = ids.get_value();
    view! {
        {page((SECTION, frame_no, box_no), query, |request| request.source_file.as_deref(), matches, make, actions)}
        <DisabledReason availability=availability />
        {usual}
        <WriteDialog draft=draft />
    }
}
