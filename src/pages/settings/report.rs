//! The report of a comparison: shown on the page, and as files for the maintainers.

use leptos::prelude::*;

use crate::components::{Tone, badge};
use crate::conformance::{Located, MAX_REQUESTS, OperationReport, Report};
use crate::locale::{Locale, Texts, extent, finding, place, summary, texts, verdict_of};
use crate::untrusted::line;

/// The console's version.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What was found, operation by operation.
pub fn view(report: &Report) -> AnyView {
    let t = texts();
    let is_as_documented = |one: &&OperationReport| {
        let read = one.answers > 0 || !one.errors.is_empty();
        one.differences() == 0 && one.unanswered == 0 && read
    };
    // What differs first, then what could not be compared; the rest says nothing new.
    let (others, mut shown): (Vec<_>, Vec<_>) = report.operations.iter().partition(is_as_documented);
    shown.sort_by_key(|one| one.differences() == 0);
    let list = |operations: Vec<&OperationReport>| {
        let items: Vec<AnyView> = operations.into_iter().map(|one| operation(one, t)).collect();
        view! { <ul class="findings" aria-label=t.compare.report>{items}</ul> }.into_any()
    };
    let count = others.len();
    let others = (count > 0).then(|| {
        view! {
            <details class="findings-others">
                <summary>{(t.compare.others)(count)}</summary>
                {list(others)}
            </details>
        }
    });
    let shown = (!shown.is_empty()).then(|| list(shown));
    view! { {shown}{others} }.into_any()
}

fn operation(operation: &OperationReport, t: &'static Texts) -> AnyView {
    let tone = match (operation.requests, operation.differences()) {
        (0, _) => Tone::Quiet,
        (_, 0) => Tone::Good,
        _ => Tone::Attention,
    };
    let badge = badge(tone, verdict_of(operation, t), String::new());
    let found = |located: &Located| -> AnyView {
        // Masked, and shown like any other text that was not written here.
        let (place, what) = (line(place(located, t)), line(&finding(located, t)));
        view! { <li><code>{place}</code>" "{what}</li> }.into_any()
    };
    let findings: Vec<AnyView> = operation.findings.iter().map(found).collect();
    let findings = (!findings.is_empty()).then(|| view! { <ul>{findings}</ul> });
    view! {
        <li>
            {badge}" "<strong>{operation.name}</strong>
            <p>{extent(operation, t)}</p>
            {findings}
        </li>
    }
    .into_any()
}

/// The report as JSON.
pub fn json(report: &Report, date: &str) -> String {
    report.json(VERSION, date)
}

/// The report as Markdown, in English: the maintainers' language.
pub fn markdown(report: &Report, date: &str) -> String {
    let t = Locale::English.texts();
    let mut lines = vec![
        format!("# {}", t.compare.report),
        format!("{}. {}.", (t.compare.made)(VERSION, date), (t.compare.progress)(report.sent, MAX_REQUESTS)),
        summary(report, t),
        t.compare.left_out.replace('*', "`*`"),
    ];
    for operation in &report.operations {
        lines.push(format!("## {}: {}", operation.name, verdict_of(operation, t)));
        lines.push(extent(operation, t));
        let found = |one: &Located| format!("- `{}`: {}", place(one, t), finding(one, t));
        let findings: Vec<String> = operation.findings.iter().map(found).collect();
        if !findings.is_empty() {
            lines.push(findings.join("\n"));
        }
    }
    lines.join("\n\n") + "\n"
}
