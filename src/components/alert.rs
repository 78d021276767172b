//! A failure, in words, with the raw answer one click away.

use leptos::prelude::*;

use super::Button;
use crate::dom::view;
use crate::gateway::Failure;
use crate::locale::{explain, texts};
use crate::reactive::{Callback, Signal, dynamic, nothing};

/// Shows a failure. `retry`: offers to read again.
#[component]
pub fn FailureAlert(
    #[prop(into)] failure: Signal<Option<Failure>>,
    #[prop(optional)] retry: Option<Callback<()>>,
) -> AnyView {
    dynamic(move || failure.with(|failure| failure.as_ref().map_or_else(nothing, |f| alert(f, retry))))
}

fn alert(failure: &Failure, retry: Option<Callback<()>>) -> AnyView {
    let t = texts();
    let explained = explain(failure, t);
    let facts = if explained.facts.is_empty() {
        nothing()
    } else {
        view! { <p class="alert-facts">{explained.facts}</p> }.into_any()
    };
    let raw = if explained.raw.is_empty() { nothing() } else { super::folded(t.raw_error, explained.raw) };
    let retry = match retry {
        Some(retry) => view! { <Button label=t.try_again on_press=retry /> }.into_any(),
        None => nothing(),
    };
    view! {
        <div class="alert alert-danger" role="alert">
            <p class="alert-title">{explained.title}</p>
            {facts}
            <p>{explained.advice}</p>
            {raw}
            {retry}
        </div>
    }
    .into_any()
}
