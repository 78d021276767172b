//! A failure, in words, with the raw answer one click away.

use leptos::prelude::*;

use super::{Button, Icon, disclosure, focus_near, format};
use crate::gateway::Failure;
use crate::locale::{explain, incomplete};
use crate::query_cache::Load;
use crate::texts::texts;
use crate::untrusted::line;

/// Shows a failure. `retry`: offers to read again; `stale`: from when what is shown is, if
/// anything is.
#[component]
pub fn FailureAlert(
    #[prop(into)] failure: Signal<Option<Failure>>,
    #[prop(optional)] retry: Option<Callback<()>>,
    #[prop(optional, into)] stale: Signal<Option<f64>>,
) -> impl IntoView {
    move || failure.with(|failure| failure.as_ref().map(|f| alert(f, retry, stale.get())))
}

/// Says that a list may not be whole, and why, if so.
#[component]
pub fn Incomplete(#[prop(into)] load: Signal<Load>) -> impl IntoView {
    let t = texts();
    let said = Memo::new(move |_| load.with(|load| incomplete(load.completeness, 1, t)));
    view! { <div class="live" role="status">{move || said.get().map(warning)}</div> }
}

/// Something to be careful about.
pub fn warning(text: String) -> AnyView {
    view! { <p class="alert alert-attention">{Icon::Attention.view()}<span>{text}</span></p> }.into_any()
}

fn alert(failure: &Failure, retry: Option<Callback<()>>, stale: Option<f64>) -> AnyView {
    let t = texts();
    let explained = explain(failure, t);
    let facts = if explained.facts.is_empty() {
        ().into_any()
    } else {
        view! { <p class="alert-facts">{line(&explained.facts)}</p> }.into_any()
    };
    let raw = if explained.raw.is_empty() { ().into_any() } else { disclosure(t.raw_error, &explained.raw) };
    let retry = match retry {
        Some(retry) => {
            // The button goes with the failure.
            let again = Callback::new(move |()| {
                focus_near();
                retry.run(());
            });
            view! { <Button label=t.try_again icon=Icon::Refresh on_press=again /> }.into_any()
        }
        None => ().into_any(),
    };
    let stale = match stale {
        Some(at) => view! { <p><strong>{(t.trust.stale)(&format::time(at))}</strong></p> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <div class="alert alert-danger" role="alert">
            <p class="alert-title">{Icon::Failed.view()}<span>{explained.title}</span></p>
            {facts}
            <p>{explained.advice}</p>
            {stale}
            {raw}
            {retry}
        </div>
    }
    .into_any()
}
