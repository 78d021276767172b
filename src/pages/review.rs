//! `/reviews/{frameNo}/{boxNo}/{exportApplyId}`: one request, and the decision on it.

use databoxframe::export_review::{Decidable, ExportFileApprove, ExportFileReject, ExportReview};

use databoxframe::rule::REJECT_REASON;
use databoxframe::{Id, Receipt, Unsigned, prepare};
use leptos::prelude::*;

use super::refresh;
use crate::codes;
use crate::components::{Cell, Detail, Details, FailureAlert, Load, PageHeader};
use crate::locale::{Text, Texts, texts, tr};
use crate::reads;
use crate::write::{Draft, WriteDialog};

fn details(review: &ExportReview, t: &'static Texts) -> Vec<Detail> {
    let mut details = vec![
        Detail::new(t.status, codes::export_status(&review.status, t)),
        Detail::new(t.file, Cell::text(review.source_file.as_deref())),
        Detail::new(t.size, codes::amount(review.file_size_mb.as_ref(), t.mb)),
        Detail::new(t.description, Cell::text(review.description.as_deref())),
        Detail::new(t.purpose, Cell::text(review.export_purpose.as_deref())),
        Detail::new(t.applicant, Cell::text(review.ssl_vpn_id.as_deref())),
        Detail::new(t.data_box, Cell::text(review.box_name.as_deref())),
        Detail::new(t.memo, Cell::text(review.memo.as_deref())),
        Detail::new(t.requested, Cell::date(review.applied.as_ref())),
        Detail::new(t.reviewed, Cell::date(review.reviewed.as_ref())),
        Detail::new(t.request_no, Cell::Text(review.export_apply_id.to_string())),
    ];
    if !review.extra.is_empty() {
        details.push(Detail::new(t.other_fields, codes::extra(&review.extra)));
    }
    details
}

/// Why no decision can be taken, if so.
fn reason_against(review: Option<&ExportReview>, t: &'static Texts) -> Option<&'static str> {
    match review?.decidable() {
        Decidable::Decided => Some(t.decided_reason),
        Decidable::NotYet => Some(t.not_ready_reason),
        // What no table knows, the service decides.
        Decidable::Yes | Decidable::Unknown => None,
    }
}

/// One export request, for review.
#[component]
pub fn ReviewPage(
    /// Number of its frame.
    frame_no: Id,
    /// Number of its box.
    box_no: Id,
    /// Its number.
    export_apply_id: Id,
) -> impl IntoView {
    let review = reads::review(frame_no.clone(), box_no.clone(), export_apply_id.clone());
    let draft = RwSignal::new(None::<Draft>);
    let ids = StoredValue::new((frame_no, box_no, export_apply_id));

    let title = {
        let state = review.state.clone();
        Signal::derive(move || {
            let file = state.with(|state| state.data.as_ref().and_then(|review| review.source_file.clone()));
            file.map_or_else(|| texts().reviews.to_owned(), String::from)
        })
    };
    let disabled_reason = {
        let state = review.state.clone();
        Memo::new(move |_| state.with(|state| reason_against(state.data.as_deref(), texts())))
    };
    let known = {
        let state = review.state.clone();
        Memo::new(move |_| state.with(|state| state.data.is_some()))
    };
    let facts = {
        let state = review.state.clone();
        move || state.with_untracked(|state| state.data.clone())
    };
    let begin = Callback::new({
        let facts = facts.clone();
        move |reject: bool| {
            let Some(review) = facts() else { return };
            draft.set(Some(make_draft(&review, reject, ids.get_value())));
        }
    });
    let state = review.state.clone();
    let load = Load::signal(&review);
    let cannot = move || !known.get() || disabled_reason.get().is_some();
    view! {
        <PageHeader title=title>
            <button type="button" class="button button-primary" disabled=cannot aria-describedby="decision-reason"
                on:click=move |_| begin.run(false)>
                {tr(|t| t.approve)}
            </button>
            <button type="button" class="button button-danger" disabled=cannot aria-describedby="decision-reason"
                on:click=move |_| begin.run(true)>
                {tr(|t| t.reject)}
            </button>
        </PageHeader>
        <p id="decision-reason" class="hint">{move || disabled_reason.get()}</p>
        <FailureAlert failure=Signal::derive(move || load.with(|load| load.failure.clone())) retry=refresh(&review) />
        <div aria-busy=move || load.with(|load| load.loading).to_string()>
            {move || state.with(|state| state.data.as_ref().map(|review| view! { <Details items=details(review, texts()) /> }))}
        </div>
        <WriteDialog draft=draft />
    }
}

/// The decision as it will be sent, about the request as it was seen.
fn make_draft(
    review: &ExportReview,
    reject: bool,
    (frame_no, box_no, export_apply_id): (Id, Id, Id),
) -> Draft {
    let prepare_with = move |reason: &str| -> Result<Unsigned, _> {
        let (frame_no, box_no, export_apply_id) = (frame_no.clone(), box_no.clone(), export_apply_id.clone());
        if reject {
            prepare(&ExportFileReject { frame_no, box_no, export_apply_id, reject_reason: reason.to_owned() })
        } else {
            prepare(&ExportFileApprove { frame_no, box_no, export_apply_id })
        }
    };
    Draft {
        title: if reject { |t| t.reject_title } else { |t| t.approve_title },
        lead: if reject { |t| t.reject_lead } else { |t| t.approve_lead },
        facts: vec![
            ((|t| t.file) as Text, review.source_file.as_deref().unwrap_or_default().to_owned()),
            (|t| t.purpose, review.export_purpose.as_deref().unwrap_or_default().to_owned()),
            (|t| t.applicant, review.ssl_vpn_id.as_deref().unwrap_or_default().to_owned()),
            (|t| t.data_box, review.box_name.as_deref().unwrap_or_default().to_owned()),
        ],
        reason: reject.then_some(REJECT_REASON),
        prepare: std::sync::Arc::new(prepare_with),
        send: |client, unsigned| {
            Box::pin(async move {
                client
                    .send_confirmed::<ExportFileApprove>(&unsigned)
                    .await
                    .map(|receipt: Receipt| receipt.return_message)
            })
        },
    }
}
