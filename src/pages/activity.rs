//! `/activity`: every request since the page was opened.

use leptos::prelude::*;

use super::changes::Changes;
use crate::components::{Button, PageHeader, Tone, badge, format};
use crate::console::Console;
use crate::gateway::{ANSWERS_KEPT, Outcome, Record};
use crate::locale::{Texts, explain, older_requests, texts};
use crate::untrusted::{line, raw};

/// Number of older requests that the button adds.
const BATCH: usize = 100;

/// The record of requests, newest first.
#[component]
pub fn ActivityPage() -> impl IntoView {
    let t = texts();
    let records = Console::expect().client.activity().records();
    let headings: Vec<AnyView> = [t.operation, t.time, t.status, t.duration, t.outcome, t.target]
        .into_iter()
        .map(|heading| view! { <th scope="col">{heading}</th> }.into_any())
        .collect();
    let shown = RwSignal::new(BATCH);
    let rows = move || {
        let shown = shown.get();
        records.with(|records| {
            if records.is_empty() {
                return view! { <tr><td colspan="6" class="empty">{t.no_activity}</td></tr> }.into_any();
            }
            let rows: Vec<AnyView> = records.iter().rev().take(shown).map(|record| row(record, t)).collect();
            rows.into_any()
        })
    };
    let hidden = Memo::new(move |_| records.with(Vec::len).saturating_sub(shown.get()));
    let more = Callback::new(move |()| shown.update(|shown| *shown += BATCH));
    let older = move || {
        let hidden = hidden.get();
        if hidden == 0 {
            return ().into_any();
        }
        let label = older_requests(hidden.min(BATCH), hidden, t);
        view! { <div class="page-actions"><Button label=label on_press=more /></div> }.into_any()
    };
    view! {
        <PageHeader title=t.activity />
        <Changes />
        <h2>{t.changes.all_requests}</h2>
        <p class="hint">{(t.lists.activity_lead)(ANSWERS_KEPT)}</p>
        <div class="table-scroll" tabindex="0" role="group" aria-label=t.requests_table>
            <table aria-label=t.requests_table>
                <thead><tr>{headings}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {older}
    }
}

fn row(record: &Record, t: &'static Texts) -> AnyView {
    let (tone, outcome) = match &record.outcome {
        Outcome::InProgress => (Tone::Busy, t.in_progress.to_owned()),
        Outcome::Succeeded => (Tone::Good, t.ok.to_owned()),
        Outcome::Failed(failure) => (Tone::Bad, explain(failure, t).title),
    };
    let headers: Vec<String> =
        record.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let parts: Vec<AnyView> = [
        (t.url, Some(record.url.clone())),
        (t.string_to_sign, Some(record.string_to_sign.clone())),
        (t.headers, Some(headers.join("\n"))),
        (t.body, record.body.clone()),
        (t.raw_answer, record.answer.clone()),
    ]
    .into_iter()
    .filter_map(|(name, text)| {
        Some(view! { <h3>{name}</h3><pre tabindex="0">{raw(&text?)}</pre> }.into_any())
    })
    .collect();
    let lost = if record.has_lost_answer() {
        view! { <p class="hint">{(t.lists.answer_dropped)(ANSWERS_KEPT)}</p> }.into_any()
    } else {
        ().into_any()
    };
    let status = record.status.map(|status| status.to_string()).unwrap_or_default();
    // Whole milliseconds: the formatter of floating-point numbers would add to the download.
    let duration = record.duration_ms.map(|ms| (t.ms)(ms as u64)).unwrap_or_default();
    view! {
        <tr>
            <th scope="row">
                <details class="inspect">
                    <summary>{record.spec.name}</summary>
                    {parts}
                    {lost}
                </details>
            </th>
            <td class="time">{format::moment(record.sent_at)}</td>
            <td>{status}</td>
            <td class="amount">{duration}</td>
            <td>{badge(tone, outcome, String::new())}</td>
            <td class="path">{line(&record.path_and_query)}</td>
        </tr>
    }
    .into_any()
}
