//! A write: shown as it will be sent, confirmed, sent once, and its outcome told.

use std::sync::Arc;

use databoxframe::rule::{Length, Range, Violation};
use databoxframe::{Unsigned, redact};
use leptos::prelude::*;
use serde_json::Value;

use crate::components::{Button, Dialog, FailureAlert, Look, TextField};
use crate::console::Console;
use crate::gateway::Failure;
use crate::locale::{Text, texts};
use crate::reactive::{dynamic, nothing, spawn, text, when};

/// A request for what was typed so far, or the limits it breaks.
pub type Prepare = Arc<dyn Fn(&str) -> Result<Unsigned, Vec<Violation>> + Send + Sync>;

/// A write that waits for its confirmation.
#[derive(Clone)]
pub struct Draft {
    /// The question.
    pub title: Text,
    /// What it does.
    pub lead: Text,
    /// What it is about, as it was seen.
    pub facts: Vec<(Text, String)>,
    /// What is asked for.
    pub input: Option<Input>,
    /// The name that has to be typed first, if it can't be undone.
    pub confirm_name: Option<String>,
    /// The request, with what was typed so far.
    pub prepare: Prepare,
}

/// What a confirmation asks for.
#[derive(Clone, Copy)]
pub enum Input {
    /// Why, and how long that may be.
    Reason(Length),
    /// A size in GB.
    Size(Range),
}

/// Where a write is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Confirm,
    Sending,
    Refused(Failure),
    Unknown(Failure),
}

/// The dialog over `draft`; nothing while there is none.
#[component]
pub fn WriteDialog(
    /// The write that waits for its confirmation, if any.
    draft: RwSignal<Option<Draft>>,
) -> AnyView {
    dynamic(move || match draft.get() {
        Some(current) => confirmation(current, Callback::new(move |()| draft.set(None))),
        None => nothing(),
    })
}

fn confirmation(draft: Draft, close: Callback<()>) -> AnyView {
    let t = texts();
    let Console { client, queries, notices, .. } = Console::here();
    let stage = RwSignal::new(Stage::Confirm);
    let (typed, typed_name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let Draft { title, lead, facts, input, confirm_name, prepare } = draft;
    let prepared = move || typed.with(|typed| prepare(typed));
    let name = StoredValue::new(confirm_name.clone());
    let unnamed = move || {
        let right =
            name.with_value(|name| name.as_ref().is_none_or(|name| typed_name.with(|typed| typed == name)));
        (!right).then(|| t.actions.name_differs.to_owned())
    };
    let over = move || matches!(stage.get(), Stage::Unknown(_));
    let submit = {
        let prepared = prepared.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            // The guard is here and not only on the button: Enter and a double click are as fast.
            let ready = matches!(stage.get_untracked(), Stage::Confirm | Stage::Refused(_));
            if !ready || untrack(unnamed).is_some() {
                return;
            }
            let unsigned = match untrack(&prepared) {
                Ok(unsigned) => unsigned,
                Err(violations) => return stage.set(Stage::Refused(Failure::Invalid(violations))),
            };
            stage.set(Stage::Sending);
            spawn(async move {
                match client.send_confirmed(&unsigned).await {
                    Ok(receipt) => {
                        notices.set(receipt.return_message.map(String::from));
                        close.run(());
                    }
                    Err(failure) if failure.leaves_outcome_unknown() => stage.set(Stage::Unknown(failure)),
                    Err(failure) => stage.set(Stage::Refused(failure)),
                }
                // Also after a refusal: what was shown may be why.
                queries.invalidate();
            });
        }
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
    let under_way = Signal::derive(move || matches!(stage.get(), Stage::Sending).then(String::new));
    let cancel_label = Signal::derive(move || if over() { t.close } else { t.cancel }.to_owned());
    let send_label = Signal::derive(move || {
        if under_way.with(Option::is_some) { t.sending } else { t.send_request }.to_owned()
    });
    let facts: Vec<AnyView> = facts
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name(t)}</dt><dd>{value}</dd></div> }.into_any())
        .collect();
    let input = match input {
        Some(Input::Reason(rule)) => reason_field(typed, rule),
        Some(Input::Size(rule)) => size_field(typed, rule),
        None => nothing(),
    };
    let name_field = match confirm_name {
        Some(name) => {
            let on_input = Callback::new(move |text| typed_name.set(text));
            let label = (t.actions.type_name)(&name);
            view! { <TextField id="confirm-name" label=label value=typed_name on_input=on_input /> }
                .into_any()
        }
        None => nothing(),
    };
    let blocked = Signal::derive(move || under_way.get().or_else(unnamed));
    let unknown = move || {
        view! {
            <p class="alert-title">{t.outcome_unknown}</p>
            <p>{t.outcome_unknown_advice}</p>
        }
        .into_any()
    };
    let send = move || {
        view! { <Button label=send_label look=Look::Primary blocked=blocked submits=true /> }.into_any()
    };
    let content = view! {
        <form on:submit=submit>
            <p>{lead(t)}</p>
            <dl class="details">{facts}</dl>
            {input}
            {name_field}
            <details>
                <summary>{t.will_send}</summary>
                <pre tabindex="0">{text(move || preview(prepared()))}</pre>
            </details>
            {when(over, unknown)}
            <FailureAlert failure=failure />
            <div class="dialog-actions">
                <Button label=cancel_label blocked=under_way on_press=cancel />
                {when(move || !over(), send)}
            </div>
        </form>
    }
    .into_any();
    view! { <Dialog title=title(t) on_cancel=cancel content=content /> }.into_any()
}

fn size_field(size: RwSignal<String>, rule: Range) -> AnyView {
    let t = texts();
    let hint = (t.actions.size_rule)(rule.min, rule.max, rule.step);
    let on_input = Callback::new(move |text| size.set(text));
    view! { <TextField id="new-size" label=t.actions.new_size value=size on_input=on_input hint=hint /> }
        .into_any()
}

fn reason_field(reason: RwSignal<String>, rule: Length) -> AnyView {
    view! {
        <label class="field">
            <span>{texts().reason}</span>
            <textarea
                required
                rows="3"
                maxlength=rule.max.to_string()
                prop:value=reason
                on:input=move |event| reason.set(event_target_value(&event))
            ></textarea>
        </label>
    }
    .into_any()
}

/// Method, path and body, passwords hidden; while the reason is missing, what is missing.
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
