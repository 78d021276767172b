//! A row: a request, or a group of repeated ones.

use databoxframe::UnsignedRequest;
use leptos::prelude::*;

use super::groups::Group;
use crate::components::{CopyScript, Tone, badge, format};
use crate::console::Console;
use crate::gateway::{ANSWERS_KEPT, Outcome, RequestRecord};
use crate::locale::{Texts, explain, texts};
use crate::texts::{api_language, current};
use crate::untrusted::{line, raw};

/// Number of repetitions that are listed one by one.
const LISTED: usize = 50;

/// A row of the group. It follows the group, so that what was unfolded stays so.
pub fn row(group: Signal<Option<Group>>) -> AnyView {
    let t = texts();
    let newest = move |show: fn(&RequestRecord, &'static Texts) -> AnyView| {
        move || group.with(|group| Some(show(group.as_ref()?.newest()?, t)))
    };
    let count = Memo::new(move |_| group.with(|group| group.as_ref().map_or(0, |one| one.records().len())));
    let times = move || match count.get() {
        0 | 1 => ().into_any(),
        count => view! { " " <span class="times">{(t.log.times)(count)}</span> }.into_any(),
    };
    let last = move || {
        group.with(|group| {
            let group = group.as_ref()?;
            let at = format::moment(group.newest()?.sent_at);
            Some(if group.records().len() > 1 { (t.log.last_at)(&at) } else { at })
        })
    };
    // What is not there yet is left out of a card.
    let missing = move |has: fn(&RequestRecord) -> bool| {
        move || group.with(|group| (!has(group.as_ref()?.newest()?)).then_some(""))
    };
    let copy = untrack(|| group.with(|group| copy_curl(group.as_ref()?.newest()?)));
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <details class="inspect">
                    <summary>{newest(|record, _| record.spec.name.into_any())}{times}</summary>
                    <div class="inspected">
                        {move || group.with(|group| group.as_ref().map(|group| repetitions(group, t)))}
                        {newest(parts)}
                        {copy}
                    </div>
                </details>
            </th>
            <td role="cell" class="time" data-title=t.time>{last}</td>
            <td role="cell" data-title=t.status data-nothing=missing(|record| record.status.is_some())>{newest(|record, _| record.status.map(|status| status.to_string()).into_any())}</td>
            // Whole milliseconds: the formatter of floating-point numbers would add to the download.
            <td role="cell" class="amount" data-title=t.duration data-nothing=missing(|record| record.duration_ms.is_some())>{newest(|record, t| record.duration_ms.map(|ms| (t.ms)(ms as u64)).into_any())}</td>
            <td role="cell" data-title=t.outcome>{newest(outcome)}</td>
            <td role="cell" class="path" data-title=t.target>{newest(|record, _| line(&record.path_and_query).view().into_any())}</td>
        </tr>
    }
    .into_any()
}

fn outcome(record: &RequestRecord, t: &'static Texts) -> AnyView {
    let (tone, outcome) = match &record.outcome {
        Outcome::InProgress => (Tone::Busy, t.in_progress.to_owned()),
        Outcome::Succeeded => (Tone::Good, t.ok.to_owned()),
        Outcome::Failed(failure) => (Tone::Bad, explain(failure, t).title),
    };
    badge(tone, outcome, String::new()).into_any()
}

/// The parts of a request.
fn parts(record: &RequestRecord, t: &'static Texts) -> AnyView {
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
    let lost = record
        .has_lost_answer()
        .then(|| view! { <p class="hint">{(t.lists.answer_dropped)(ANSWERS_KEPT)}</p> });
    view! { {parts} {lost} }.into_any()
}

/// When a repeated request was sent, newest first.
fn repetitions(group: &Group, t: &'static Texts) -> AnyView {
    let records = group.records();
    if records.len() < 2 {
        return ().into_any();
    }
    let one = |record: &std::sync::Arc<RequestRecord>| {
        let duration = record.duration_ms.map(|ms| format!(", {}", (t.ms)(ms as u64)));
        view! { <li>{format::moment(record.sent_at)}{duration}</li> }.into_any()
    };
    let listed: Vec<AnyView> = records.iter().rev().take(LISTED).map(one).collect();
    let earlier = records.len().saturating_sub(LISTED);
    let earlier = (earlier > 0).then(|| view! { <p class="hint">{(t.log.earlier)(earlier)}</p> });
    view! { <h3>{t.log.sent_at}</h3><ul class="sent-times">{listed}</ul>{earlier} }.into_any()
}

/// Copies a read as a script that signs it with the keys of whoever runs it. A write is copied where it
/// is confirmed.
fn copy_curl(record: &RequestRecord) -> Option<AnyView> {
    let unsigned = UnsignedRequest::of_read(record.spec, record.path_and_query.clone())?;
    let session = Console::expect().session;
    let language = api_language(current());
    let make = Callback::new(move |()| {
        let connection = session.current()?;
        // To the gateway itself: only browsers need a relay.
        let url = format!("{}{}", connection.gateway, unsigned.path_and_query);
        Some(unsigned.curl(&url, connection.credentials.access_key(), language))
    });
    let id = format!("curl-{}", record.number);
    Some(view! { <div class="request-actions"><CopyScript id=id make=make /></div> }.into_any())
}
