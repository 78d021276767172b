//! A failure, in words, with the raw answer one click away.

use leptos::prelude::*;

use crate::gateway::Failure;
use crate::locale::{explain, texts, tr};

/// Shows a failure. `retry`: offers to read again.
#[component]
pub fn FailureAlert(
    #[prop(into)] failure: Signal<Option<Failure>>,
    retry: Option<Callback<()>>,
) -> impl IntoView {
    move || {
        failure.get().map(|failure| {
            let explained = explain(&failure, texts());
            view! {
                <div class="alert alert-danger" role="alert">
                    <p class="alert-title">{explained.title}</p>
                    {(!explained.facts.is_empty()).then(|| view! { <p class="alert-facts">{explained.facts}</p> })}
                    <p>{explained.advice}</p>
                    {(!explained.raw.is_empty())
                        .then(|| {
                            view! {
                                <details>
                                    <summary>{tr(|t| t.raw_error)}</summary>
                                    <pre tabindex="0">{explained.raw}</pre>
                                </details>
                            }
                        })}
                    {retry
                        .map(|retry| {
                            view! {
                                <button type="button" class="button" on:click=move |_| retry.run(())>
                                    {tr(|t| t.try_again)}
                                </button>
                            }
                        })}
                </div>
            }
            .into_any()
        })
    }
}
