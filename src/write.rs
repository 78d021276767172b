//! A write: shown as it will be sent, confirmed, sent once, and its outcome told.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use databoxframe::rule::{Length, Violation};
use databoxframe::{Unsigned, redact};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::components::{Dialog, FailureAlert};
use crate::gateway::{Client, Failure};
use crate::locale::{Text, Texts, texts, tr};
use crate::queries::Queries;

/// A request for the reason typed so far, or the limits it breaks.
pub type Prepare = Arc<dyn Fn(&str) -> Result<Unsigned, Vec<Violation>> + Send + Sync>;
type Sending = Pin<Box<dyn Future<Output = Result<Option<Box<str>>, Failure>>>>;

/// A write that waits for its confirmation.
#[derive(Clone)]
pub struct Draft {
    /// The question.
    pub title: Text,
    /// What it does.
    pub lead: Text,
    /// What it is about, as it was seen.
    pub facts: Vec<(Text, String)>,
    /// Whether a reason is asked for, and how long it may be.
    pub reason: Option<Length>,
    /// The request, with the reason typed so far.
    pub prepare: Prepare,
    /// Sends it once; the service's message.
    pub send: fn(Client, Unsigned) -> Sending,
}

/// Sentences about finished writes, read out by screen readers and shown for a while.
#[derive(Clone, Copy)]
pub struct Notices(RwSignal<Option<String>>);

impl Notices {
    /// None yet.
    pub fn provide() -> Self {
        let notices = Self(RwSignal::new(None));
        provide_context(notices);
        notices
    }

    /// The newest, tracked.
    pub fn get(self) -> Option<String> {
        self.0.get()
    }

    /// Says something, or nothing.
    pub fn set(self, text: Option<String>) {
        self.0.set(text);
    }
}

/// Where a write is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Confirm,
    Sending,
    Refused(Failure),
    Unknown(Failure),
}

/// The dialog over `draft`; empty while there is none.
#[component]
pub fn WriteDialog(
    /// The write that waits for its confirmation, if any.
    draft: RwSignal<Option<Draft>>,
) -> impl IntoView {
    move || {
        draft.get().map(
            |current| view! { <Confirmation draft=current close=Callback::new(move |()| draft.set(None)) /> },
        )
    }
}

#[component]
fn Confirmation(draft: Draft, close: Callback<()>) -> impl IntoView {
    let (client, queries, notices) =
        (expect_context::<Client>(), expect_context::<Queries>(), expect_context::<Notices>());
    let stage = RwSignal::new(Stage::Confirm);
    let reason = RwSignal::new(String::new());
    let Draft { title, lead, facts, reason: reason_rule, prepare, send } = draft;
    let prepared = {
        let prepare = prepare.clone();
        Signal::derive(move || reason.with(|reason| prepare(reason)))
    };
    let under_way = move || matches!(stage.get(), Stage::Sending);
    let over = move || matches!(stage.get(), Stage::Unknown(_));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // The guard is here and not only on the button: Enter and a double click are as fast.
        if !matches!(stage.get_untracked(), Stage::Confirm | Stage::Refused(_)) {
            return;
        }
        let unsigned = match prepared.get_untracked() {
            Ok(unsigned) => unsigned,
            Err(violations) => return stage.set(Stage::Refused(Failure::Invalid(violations))),
        };
        stage.set(Stage::Sending);
        spawn_local(async move {
            match send(client, unsigned).await {
                Ok(message) => {
                    let text = message.map_or_else(|| texts_now().done.to_owned(), String::from);
                    notices.set(Some(text));
                    queries.invalidate();
                    close.run(());
                }
                Err(failure) if failure.leaves_outcome_unknown() => {
                    stage.set(Stage::Unknown(failure));
                    queries.invalidate();
                }
                Err(failure) => {
                    stage.set(Stage::Refused(failure));
                    queries.invalidate();
                }
            }
        });
    };
    let cancel = Callback::new(move |()| {
        // A request under way can't be taken back; its outcome is waited for.
        if !matches!(stage.get_untracked(), Stage::Sending) {
            close.run(());
        }
    });
    let failure = Signal::derive(move || match stage.get() {
        Stage::Refused(failure) | Stage::Unknown(failure) => Some(failure),
        Stage::Confirm | Stage::Sending => None,
    });
    let title_text = Signal::derive(move || tr(title).get().to_owned());
    view! {
        <Dialog title=title_text on_cancel=cancel>
            <form on:submit=submit>
                <p>{tr(lead)}</p>
                <dl class="details">
                    {facts
                        .into_iter()
                        .map(|(name, value)| view! { <div><dt>{tr(name)}</dt><dd>{value}</dd></div> })
                        .collect_view()}
                </dl>
                {reason_rule
                    .map(|rule| {
                        view! {
                            <label class="field">
                                <span>{tr(|t| t.reason)}</span>
                                <textarea
                                    required
                                    rows="3"
                                    maxlength=rule.max.to_string()
                                    prop:value=move || reason.get()
                                    on:input=move |event| reason.set(event_target_value(&event))
                                ></textarea>
                            </label>
                        }
                    })}
                <details>
                    <summary>{tr(|t| t.will_send)}</summary>
                    <pre tabindex="0">{move || preview(prepared.get())}</pre>
                </details>
                <Show when=over>
                    <p class="alert-title">{tr(|t| t.outcome_unknown)}</p>
                    <p>{tr(|t| t.outcome_unknown_advice)}</p>
                </Show>
                <FailureAlert failure=failure retry=None />
                <div class="dialog-actions">
                    <button type="button" class="button" disabled=under_way on:click=move |_| cancel.run(())>
                        {move || if over() { texts().close } else { texts().cancel }}
                    </button>
                    <Show when=move || !over()>
                        <button type="submit" class="button button-primary" disabled=under_way>
                            {move || if under_way() { texts().sending } else { texts().send_request }}
                        </button>
                    </Show>
                </div>
            </form>
        </Dialog>
    }
}

fn texts_now() -> &'static Texts {
    untrack(texts)
}

/// Method, path and body, passwords hidden; while the reason is missing, without it.
fn preview(prepared: Result<Unsigned, Vec<Violation>>) -> String {
    match prepared {
        Ok(unsigned) => {
            let body = unsigned.body.map(|body| redact(Value::Object(body))).unwrap_or_default();
            format!(
                "{} {}\n\n{}",
                unsigned.spec.method.as_str(),
                unsigned.path_and_query,
                serde_json::to_string_pretty(&body).unwrap_or_default()
            )
        }
        Err(violations) => {
            violations.into_iter().map(|violation| violation.path).collect::<Vec<_>>().join("\n")
        }
    }
}
