//! `/activity`: every request since the page was opened.

use leptos::prelude::*;

use crate::components::{Badge, PageHeader, Tone, format};
use crate::gateway::{Client, Outcome, Record};
use crate::locale::{explain, texts, tr};

/// Newest requests that are shown; all stay in memory.
const SHOWN: usize = 100;

/// The record of requests, newest first.
#[component]
pub fn ActivityPage() -> impl IntoView {
    let records = expect_context::<Client>().activity().records();
    view! {
        <PageHeader title=Signal::derive(move || tr(|t| t.activity).get().to_owned()) />
        <p class="hint">{tr(|t| t.activity_lead)}</p>
        <div class="table-scroll" tabindex="0" role="group" aria-label=tr(|t| t.requests_table)>
            <table aria-label=tr(|t| t.requests_table)>
                <thead>
                    <tr>
                        <th scope="col">{tr(|t| t.operation)}</th>
                        <th scope="col">{tr(|t| t.time)}</th>
                        <th scope="col">{tr(|t| t.status)}</th>
                        <th scope="col">{tr(|t| t.duration)}</th>
                        <th scope="col">{tr(|t| t.outcome)}</th>
                        <th scope="col">{tr(|t| t.target)}</th>
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        records
                            .with(|records| {
                                if records.is_empty() {
                                    view! { <tr><td colspan="6" class="empty">{tr(|t| t.no_activity)}</td></tr> }.into_any()
                                } else {
                                    records.iter().rev().take(SHOWN).map(record_view).collect_view().into_any()
                                }
                            })
                    }}
                </tbody>
            </table>
        </div>
    }
}

fn record_view(record: &Record) -> AnyView {
    let t = texts();
    let (tone, outcome) = match &record.outcome {
        Outcome::InProgress => (Tone::Busy, t.in_progress.to_owned()),
        Outcome::Succeeded => (Tone::Good, t.ok.to_owned()),
        Outcome::Failed(failure) => (Tone::Bad, explain(failure, t).title),
    };
    let headers: Vec<String> =
        record.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let parts = [
        (t.address, Some(record.address.clone())),
        (t.string_to_sign, Some(record.string_to_sign.clone())),
        (t.headers, Some(headers.join("\n"))),
        (t.body, record.body.clone()),
        (t.raw_answer, record.answer.clone()),
    ];
    let parts = parts
        .into_iter()
        .filter_map(|(name, text)| Some(view! { <h3>{name}</h3><pre tabindex="0">{text?}</pre> }))
        .collect_view();
    view! {
        <tr>
            <th scope="row">
                <details class="inspect">
                    <summary>{record.spec.name}</summary>
                    {parts}
                </details>
            </th>
            <td>{format::moment(record.sent_at)}</td>
            <td>{record.status}</td>
            <td class="amount">{record.duration_ms.map(|ms| format!("{ms:.0} ms"))}</td>
            <td><Badge tone=tone text=outcome code=String::new() /></td>
            <td class="path">{record.path_and_query.clone()}</td>
        </tr>
    }
    .into_any()
}
