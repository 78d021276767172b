//! The changes made in this tab, apart from the requests that pages send by themselves.

use leptos::prelude::*;

use crate::components::{Cell, Tone, badge, format};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::untrusted::sentence;
use crate::write::change_log::{ChangeOutcome, LoggedChange};

/// The changes, newest first.
#[component]
pub fn Changes() -> impl IntoView {
    let t = texts();
    let changes = Console::expect().changes;
    let shown = move || {
        let changes = changes.get();
        if changes.is_empty() {
            return view! { <p>{t.changes.none}</p> }.into_any();
        }
        let rows: Vec<AnyView> = changes.iter().rev().map(|change| row(change, t)).collect();
        table(rows, t)
    };
    view! {
        <section class="table-section">
            <h2>{t.changes.title}</h2>
            <p class="hint">{t.changes.lead}</p>
            {shown}
        </section>
    }
}

fn table(rows: Vec<AnyView>, t: &'static Texts) -> AnyView {
    let headings: Vec<AnyView> =
        [t.changes.subject, t.changes.action, t.outcome, t.time, t.reason, t.changes.details]
            .into_iter()
            .map(|heading| view! { <th role="columnheader" scope="col">{heading}</th> }.into_any())
            .collect();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=t.changes.title>
            <table role="table" aria-label=t.changes.title>
                <thead role="rowgroup"><tr role="row">{headings}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(change: &LoggedChange, t: &'static Texts) -> AnyView {
    let (tone, outcome) = match change.outcome {
        ChangeOutcome::InProgress => (Tone::Busy, t.in_progress),
        ChangeOutcome::Done => (Tone::Good, t.changes.done),
        ChangeOutcome::Failed => (Tone::Bad, t.changes.failed),
        ChangeOutcome::Unknown => (Tone::Attention, t.outcome_unknown),
    };
    // Without a text the field is left out of a card.
    let nothing = |text: &str| text.is_empty().then_some("");
    let page = change.page.href();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row"><a href=page>{sentence(&change.subject)}</a></th>
            <td role="cell" data-title=t.changes.action>{change.action.label(t)}</td>
            <td role="cell" data-title=t.outcome>{badge(tone, outcome.to_owned(), String::new())}</td>
            <td role="cell" class="time" data-title=t.time>{format::moment(change.at)}</td>
            <td role="cell" data-title=t.reason data-nothing=nothing(&change.reason)>{Cell::lines(Some(&change.reason)).view()}</td>
            <td role="cell" data-title=t.changes.details data-nothing=nothing(&change.message)>{sentence(&change.message)}</td>
        </tr>
    }
    .into_any()
}
