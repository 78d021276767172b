//! `/exports`: the export requests of all boxes together, newest first.

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::code::ExportStatus;
use databoxframe::export::{ExportRequest, ReturnFileExportApply};
use leptos::prelude::*;

use crate::components::{Action, Availability, Button, ButtonVariant, Cell, PageHeader};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::pages::requests::lists::{Listing, Lists, Ordered, Origin, lists};
use crate::pages::requests::request_rows::{EXPORT_COLUMNS, Place, export_row};
use crate::reads;
use crate::write::operations::CancelExport;
use crate::write::{Draft, Fact, Proposal, WriteDialog};

/// Why a request can't be cancelled, if that is documented; else the service decides.
pub fn reason_against_cancelling(request: &ExportRequest, t: &Texts) -> Option<String> {
    let reviewed = request.reviewed.as_ref().is_some_and(|stamp| !stamp.as_str().is_empty());
    (reviewed || request.status == ExportStatus::CopyComplete).then(|| t.decided_reason.to_owned())
}

/// The end of a request that was not approved yet.
pub fn cancel_draft(request: &ExportRequest, frame_no: Id, box_no: Id) -> Draft {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let export_apply_id = request.export_apply_id.clone();
    let write = CancelExport { frame_no, request: ReturnFileExportApply { box_no, export_apply_id } };
    Draft {
        title: |t| t.infra.cancel_title,
        lead: |t| t.infra.cancel_lead,
        action: |t| t.infra.cancel_export,
        facts: vec![
            Fact::line(|t| t.file, text(request.source_file.as_deref())),
            Fact::line(|t| t.data_box, text(request.box_name.as_deref())),
            Fact::line(|t| t.applicant, text(request.vpn_id.as_deref())),
            Fact::line(|t| t.request_no, request.export_apply_id.as_str()),
        ],
        input: None,
        notice: None,
        confirmation: None,
        proposal: Proposal::new(write, CancelExport::shown(request)),
        done: None,
    }
}

/// The button that cancels a request; none if its box is not known. `asked`: the box whose list
/// it is in, after its frame.
pub fn cancel_cell(
    request: &ExportRequest,
    (frame_no, asked): (&Id, Option<&Id>),
    draft: RwSignal<Option<Draft>>,
    t: &Texts,
) -> Cell {
    let Some(box_no) = request.box_no.as_ref().or(asked) else { return Cell::None };
    let (request, frame_no, box_no) = (request.clone(), frame_no.clone(), box_no.clone());
    Cell::Action(Action {
        label: t.infra.cancel_export,
        availability: Availability::disabled_by(reason_against_cancelling(&request, t)),
        press: Arc::new(move || draft.set(Some(cancel_draft(&request, frame_no.clone(), box_no.clone())))),
    })
}

fn row(
    origin: &Origin,
    request: &ExportRequest,
    t: &'static Texts,
    draft: RwSignal<Option<Draft>>,
) -> Ordered {
    let asked = origin.data_box.as_ref().map(|(number, _)| number);
    let place = Place { frame_no: &origin.frame_no, frame_name: Some(&origin.frame_name), box_no: asked };
    let cancel = cancel_cell(request, (&origin.frame_no, asked), draft, t);
    Ordered {
        waits: false,
        applied: request.applied.as_ref().map_or("", |stamp| stamp.as_str()).to_owned(),
        row: export_row(place, request, cancel, t),
    }
}

/// Export requests.
#[component]
pub fn ExportsPage() -> impl IntoView {
    let t = texts();
    let router = Console::here().router;
    let draft = RwSignal::new(None::<Draft>);
    let request = Callback::new(move |()| router.go("/exports/new"));
    let actions = vec![
        view! { <Button label=t.forms.request_export variant=ButtonVariant::Primary on_press=request /> }
            .into_any(),
    ];
    let shown = Lists {
        name: |t| t.infra.exports,
        columns: EXPORT_COLUMNS,
        filters: &["frame", "box", "status"],
        // The 2025 pages require a box for this list.
        by_box: true,
        begin: Arc::new(move |origin, window| {
            let box_no = origin.data_box.as_ref().map(|(number, _)| number.clone());
            let query =
                reads::exports(origin.frame_no.clone(), box_no.unwrap_or_else(|| Id::new("")), window);
            Listing::new(origin, query, move |origin, request, t| row(origin, request, t, draft))
        }),
        known: None,
    };
    view! {
        <PageHeader title=t.infra.exports actions=actions />
        {lists(shown)}
        <WriteDialog draft=draft />
    }
}
