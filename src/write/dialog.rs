//! The dialog that shows a write and asks for its confirmation.

use leptos::prelude::*;

use super::Draft;
use super::input::input_field;
use super::request::{Request, Unready, request_view};
use crate::components::{Button, Dialog, FailureAlert, Look, TextField};
use crate::console::Console;
use crate::dom::view;
use crate::gateway::{Failure, Written};
use crate::locale::{Text, Texts, explain, texts};
use crate::reactive::{Callback, RwSignal, Signal, StoredValue, dynamic, nothing, spawn, when};

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
    let Draft { title, lead, facts, input, confirm_name, prepare, done } = draft;
    let request = Request::new(prepare, typed);
    let name = StoredValue::new(confirm_name.clone());
    let unnamed = move || {
        let right =
            name.with_value(|name| name.as_ref().is_none_or(|name| typed_name.with(|typed| typed == name)));
        (!right).then(|| t.actions.name_differs.to_owned())
    };
    let over = move || matches!(stage.get(), Stage::Unknown(_));
    let submit = {
        let request = request.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            // The guard is here and not only on the button: Enter and a double click are as fast.
            let ready = matches!(stage.get_untracked(), Stage::Confirm | Stage::Refused(_));
            if !ready || untrack(unnamed).is_some() {
                return;
            }
            let unsigned = match untrack(|| request.ready()) {
                Ok(unsigned) => unsigned,
                Err(Unready::Limits(violations)) => {
                    return stage.set(Stage::Refused(Failure::Invalid(violations)));
                }
                // The editor says what is wrong.
                Err(Unready::Edit(_)) => return,
            };
            stage.set(Stage::Sending);
            spawn(async move {
                match client.send_confirmed(&unsigned).await {
                    Ok(written) => {
                        notices.set(Some(sentence(&written, t)));
                        // Neither is there any more if the page was left meanwhile.
                        close.try_run(());
                        if let Some(done) = done {
                            done.try_run(());
                        }
                    }
                    Err(failure) if stage.is_disposed() => notices.set(Some(told_later(title, &failure, t))),
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
    let facts =
        if facts.is_empty() { nothing() } else { view! { <dl class="details">{facts}</dl> }.into_any() };
    let input = input.map_or_else(nothing, |input| input_field(input, typed));
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
            {facts}
            {input}
            {name_field}
            {when(move || !over(), move || request_view(&request))}
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

/// What is said about a write that took effect.
fn sentence(written: &Written, t: &Texts) -> String {
    match written {
        Written::Message(message) => message.clone(),
        Written::Applied(numbers) => (t.forms.applied)(&numbers.join(", ")),
    }
}

/// What is said about a write that failed after its dialog was left.
fn told_later(title: Text, failure: &Failure, t: &'static Texts) -> String {
    let explained = explain(failure, t);
    let unknown = if failure.leaves_outcome_unknown() { t.outcome_unknown } else { "" };
    let parts = [title(t), unknown, &explained.title, &explained.facts];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
