//! `/exports`: the export requests of all boxes together, newest first.

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::code::{ExportStatus, Inferred};
use databoxframe::export::{ExportRequest, ReturnFileExportApply};
use leptos::prelude::*;

use crate::components::{Action, Availability, Button, ButtonVariant, Column, PageHeader, TableId};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::pages::requests::columns::{Scope, export_columns};
use crate::pages::requests::listing::Rank;
use crate::pages::requests::lists::{Lists, lists};
use crate::pages::requests::origin::Origin;
use crate::queries;
use crate::router::Route;
use crate::write::operations::CancelExport;
use crate::write::{Draft, Fact, Proposal, WriteDialog};

/// Why a request can't be cancelled: it was reviewed, or its code says that nothing is left to
/// cancel. Otherwise the service decides: which statuses allow it is not documented.
pub fn reason_against_cancelling(request: &ExportRequest, t: &Texts) -> Option<String> {
    let reviewed = request.reviewed.as_ref().is_some_and(|stamp| !stamp.as_str().is_empty());
    if reviewed || request.status == ExportStatus::CopyComplete {
        return Some(t.decided_reason.to_owned());
    }
    match request.status.inferred()? {
        Inferred::Approved | Inferred::Copying => None,
        _ => Some((t.infra.cancel_over)(request.status.as_str())),
    }
}

/// Cancels a request that is not approved yet.
pub fn cancel_draft(request: &ExportRequest, frame_no: Id, box_no: Id) -> Draft {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let export_apply_id = request.export_apply_id.clone();
    let write = CancelExport { frame_no, request: ReturnFileExportApply { box_no, export_apply_id } };
    Draft {
        title: |t| t.infra.cancel_title,
        lead: |t| t.infra.cancel_lead,
        facts: vec![
            Fact::line(|t| t.file, text(request.source_file.as_deref())),
            Fact::line(|t| t.data_box, text(request.box_name.as_deref())),
            Fact::line(|t| t.applicant, text(request.vpn_id.as_deref())),
            Fact::line(|t| t.infra.nas, text(request.source_nas.as_deref())),
            Fact::line(|t| t.infra.bucket, text(request.target_bucket.as_deref())),
            Fact::date(|t| t.requested, request.applied.as_ref()),
            Fact::lines(|t| t.memo, text(request.memo.as_deref())),
            Fact::line(|t| t.request_no, request.export_apply_id.as_str()),
        ],
        input: None,
        notice: None,
        confirmation: None,
        proposal: Proposal::new(write, CancelExport::shown(request)),
        done: None,
    }
}

/// The column of "Cancel" buttons; without buttons where the box is unknown.
pub fn cancel_column(draft: RwSignal<Option<Draft>>, t: &'static Texts) -> Column<ExportRequest, Origin> {
    let cancel = move |request: &ExportRequest, origin: &Origin| {
        let box_no = request.box_no.as_ref().or(origin.box_no())?;
        let (request, frame_no, box_no) = (request.clone(), origin.frame_no.clone(), box_no.clone());
        Some(Action {
            label: t.infra.cancel_export,
            availability: Availability::disabled_by(reason_against_cancelling(&request, t)),
            press: Arc::new(move || {
                draft.set(Some(cancel_draft(&request, frame_no.clone(), box_no.clone())))
            }),
        })
    };
    Column::actions(move |request, origin| cancel(request, origin).into_iter().collect())
}

/// Columns of export requests, with the "Cancel" buttons.
pub fn cancellable_columns(
    scope: Scope,
    draft: RwSignal<Option<Draft>>,
    t: &'static Texts,
) -> Vec<Column<ExportRequest, Origin>> {
    let mut columns = export_columns(scope, t);
    columns.push(cancel_column(draft, t));
    columns
}

/// Export requests.
#[component]
pub fn ExportsPage() -> impl IntoView {
    let t = texts();
    let router = Console::expect().router;
    let draft = RwSignal::new(None::<Draft>);
    let request = Callback::new(move |()| router.go(Route::RequestExport));
    let actions = vec![
        view! { <Button label=t.forms.request_export variant=ButtonVariant::Primary on_press=request /> }
            .into_any(),
    ];
    let shown = Lists {
        name: t.infra.exports,
        id: TableId::only("exports"),
        columns: cancellable_columns(Scope::All, draft, t),
        rank: |request| Rank::new(false, request.applied.as_ref()),
        // The 2025 pages require a box for this list.
        by_box: true,
        read: Arc::new(|origin, window| {
            let box_no = origin.box_no().cloned().unwrap_or_else(|| Id::new(""));
            queries::exports(origin.frame_no.clone(), box_no, window)
        }),
        known: None,
        initial: None,
    };
    view! {
        <PageHeader title=t.infra.exports actions=actions />
        {lists(shown)}
        <WriteDialog draft=draft />
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::export::GetExportApplyList;
    use databoxframe::{Reply, decode};

    use super::*;
    use crate::locale::Locale;

    #[test]
    fn only_what_is_left_to_cancel_is_cancelled() {
        let t = Locale::English.texts();
        let reason = |status: &str, reviewed: &str| {
            let one =
                format!(r#"{{ "exportApplyId": "7", "status": "{status}", "resultDate": "{reviewed}" }}"#);
            let body = format!(r#"{{ "totalCount": 1, "content": [{one}] }}"#);
            let reply = Reply { status: 200, content_type: Some("application/json"), body: body.as_bytes() };
            let list = decode::<GetExportApplyList>(&reply).unwrap();
            list.content.iter().find_map(|request| reason_against_cancelling(request, t))
        };
        for status in ["INIT", "REQ_CMPL", "COPY_ING", "CANCEL_REQ", "SOMETHING"] {
            assert_eq!(reason(status, ""), None, "{status}");
        }
        for status in ["CANCEL", "REJECT", "ERR_FILE", "ERR_SYS"] {
            assert!(reason(status, "").is_some_and(|reason| reason.contains(status)), "{status}");
        }
        assert_eq!(reason("COPY_CMPL", "").as_deref(), Some(t.decided_reason));
        assert_eq!(reason("REQ_CMPL", "2025-03-01 10:00:00").as_deref(), Some(t.decided_reason));
    }
}
