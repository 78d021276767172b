//! What a dialog says about a write that did not simply take effect.

use leptos::prelude::*;

use super::attempt::Comparison;
use super::guard::NotSent;
use super::snapshot::Change;
use super::stage::Stage;
use crate::components::{Button, warning};
use crate::locale::{explain, texts};
use crate::untrusted::{line, sentence};

/// What is said about a stage, beside its failure. `compare`: compares again; `send_again`: leads
/// back to the confirmation.
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
        Stage::Unknown(_, comparison) => unknown(&comparison, compare, send_again),
    };
    view! { <div role="status">{said}</div> }.into_any()
}

/// That nobody knows what became of it, what the comparison says, and, once it was seen that
/// nothing has changed, the way to another attempt.
fn unknown(comparison: &Comparison, compare: Callback<()>, send_again: Callback<()>) -> AnyView {
    let t = texts();
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
        Comparison::Changed(changes) => listed(t.trust.changed_since, changes),
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
        <p>{t.outcome_unknown_advice}</p>
        {said}
        <div class="request-actions">{again}{send}</div>
    }
    .into_any()
}

/// Changes below what they are about.
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
