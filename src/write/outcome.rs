//! Messages about a write that did not simply take effect.

use leptos::prelude::*;

use super::attempt::Comparison;
use super::guard::NotSent;
use super::snapshot::Change;
use super::stage::Stage;
use crate::components::{Button, warning};
use crate::gateway::{Effect, Failure};
use crate::locale::{Texts, explain, texts};
use crate::untrusted::{line, sentence};

/// The message of a stage, beside its failure. `compare`: compares again; `send_again`: returns to
/// the confirmation.
pub fn outcome(stage: RwSignal<Stage>, compare: Callback<()>, send_again: Callback<()>) -> AnyView {
    let t = texts();
    let said = move || match stage.get() {
        Stage::Confirm | Stage::Sending | Stage::Refused { checked: true, .. } => ().into_any(),
        Stage::NotSent(NotSent::Changed(changes)) => listed(t.trust.changed, &changes),
        Stage::NotSent(NotSent::Unread(_)) => warning(t.trust.unread.to_owned()),
        Stage::Checking(_) => view! { <p>{t.trust.comparing}</p> }.into_any(),
        Stage::Refused { checked: false, .. } => warning(t.writes.not_checked.to_owned()),
        Stage::TookEffect(_, changes) => {
            let changes = listed(t.writes.took_effect, &changes);
            view! { {changes} <p>{t.writes.took_effect_advice}</p> }.into_any()
        }
        Stage::Unknown(failure, comparison) => unknown(&failure, &comparison, compare, send_again),
    };
    view! { <div role="status">{said}</div> }.into_any()
}

/// The unknown outcome, the result of the comparison and, if nothing has changed, a button for
/// another attempt.
fn unknown(
    failure: &Failure,
    comparison: &Comparison,
    compare: Callback<()>,
    send_again: Callback<()>,
) -> AnyView {
    let t = texts();
    let advice = match failure.effect() {
        Effect::Refused => t.writes.refused_but_changed,
        Effect::NotSent | Effect::Unknown => t.outcome_unknown_advice,
    };
    let said = match comparison {
        Comparison::Reading => view! { <p>{t.trust.comparing}</p> }.into_any(),
        Comparison::Impossible(_) => warning(t.writes.no_comparison.to_owned()),
        Comparison::Failed(failure) => {
            let explained = explain(failure, t);
            view! { <p>{t.trust.not_compared}" "{explained.title}" · "{line(&explained.facts)}</p> }
                .into_any()
        }
        Comparison::Incomplete => warning(t.writes.incomplete.to_owned()),
        Comparison::Unchanged => view! { <p>{t.trust.unchanged}</p> }.into_any(),
        Comparison::Changed(changes) => {
            let more =
                if changes.incomplete { warning(t.writes.incomplete.to_owned()) } else { ().into_any() };
            view! { {listed(t.trust.changed_since, &changes.list)} {more} }.into_any()
        }
    };
    let again = match comparison {
        Comparison::Reading | Comparison::Impossible(_) => ().into_any(),
        _ => view! { <Button label=t.trust.compare_again on_press=compare /> }.into_any(),
    };
    let send = match comparison {
        Comparison::Unchanged => view! { <Button label=t.trust.send_again on_press=send_again /> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <p class="alert-title">{t.outcome_unknown}</p>
        <p>{advice}</p>
        {said}
        <div class="request-actions">{again}{send}</div>
    }
    .into_any()
}

/// Changes below their heading.
fn listed(title: &'static str, changes: &[Change]) -> AnyView {
    let t = texts();
    let item = |change: &Change| view! { <li>{sentence(&change.words(t))}</li> }.into_any();
    let lines: Vec<AnyView> = changes.iter().map(item).collect();
    view! {
        {warning(title.to_owned())}
        <ul>{lines}</ul>
    }
    .into_any()
}

/// The message of a stage in one line, with its failure; empty if there is none.
pub fn words(stage: &Stage, t: &'static Texts) -> String {
    let none: &[Change] = &[];
    let (what, changes) = match stage {
        Stage::NotSent(NotSent::Changed(changes)) => (t.trust.changed, changes.as_slice()),
        Stage::NotSent(NotSent::Unread(_)) => (t.trust.unread, none),
        Stage::Refused { checked: false, .. } => (t.writes.not_checked, none),
        Stage::TookEffect(_, changes) => (t.writes.took_effect, changes.as_slice()),
        Stage::Unknown(..) => (t.outcome_unknown, none),
        Stage::Confirm | Stage::Sending | Stage::Checking(_) | Stage::Refused { checked: true, .. } => {
            ("", none)
        }
    };
    let mut parts = vec![with_changes(what, changes, t)];
    if let Some(failure) = stage.failure() {
        let explained = explain(failure, t);
        parts.extend([explained.title, line(&explained.facts).words(t)]);
    }
    if let Stage::Unknown(_, comparison) = stage {
        parts.push(match comparison {
            Comparison::Reading => String::new(),
            Comparison::Impossible(_) => t.writes.no_comparison.to_owned(),
            Comparison::Failed(_) => t.trust.not_compared.to_owned(),
            Comparison::Incomplete => t.writes.incomplete.to_owned(),
            Comparison::Unchanged => t.trust.unchanged.to_owned(),
            Comparison::Changed(changes) => with_changes(t.trust.changed_since, &changes.list, t),
        });
    }
    joined(&parts)
}

/// A sentence followed by changes.
pub fn with_changes(what: &str, changes: &[Change], t: &'static Texts) -> String {
    let lines = changes.iter().map(|change| change.words(t));
    joined(&std::iter::once(what.to_owned()).chain(lines).collect::<Vec<_>>())
}

/// Sentences in one line.
pub fn joined(parts: &[String]) -> String {
    let parts = parts.iter().map(String::as_str).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}
