//! The dialog that shows a write and asks for its confirmation.

use std::sync::Arc;

use leptos::prelude::*;

use super::Draft;
use super::attempt::{Outcome, attempt, compare};
use super::input::{self, input_field};
use super::look::{Look, Seen};
use super::outcome::{Compared, listed, unknown};
use super::request::{Request, Unready, request_view};
use crate::components::{self, Button, Dialog, FailureAlert, TextField, warning};
use crate::console::Console;
use crate::dom::view;
use crate::gateway::{Failure, Written};
use crate::locale::{Text, Texts, explain, texts};
use crate::reactive::{Callback, RwSignal, Signal, StoredValue, dynamic, nothing, spawn, when};
use crate::untrusted::{line, same_name};
use crate::writing::Part;

/// Where a write is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Confirm,
    Sending,
    Refused(Failure),
    /// Not sent: it could not be read again.
    Unread(Failure),
    /// Not sent: it is not what was shown any more.
    Changed(Vec<String>),
    Unknown(Failure),
}

/// What is compared with, and how it stood before.
type Known = Option<Arc<(Look, Seen)>>;

/// The dialog over `draft`; nothing while there is none.
#[component]
pub fn WriteDialog(
    /// The write that waits for its confirmation, if any.
    draft: RwSignal<Option<Draft>>,
) -> AnyView {
    dynamic(move || match draft.get() {
        Some(current) => {
            let close = Callback::new(move |()| draft.set(None));
            Console::here().writing.show(Part::Confirmation(current, close))
        }
        None => nothing(),
    })
}

/// The dialog itself; `close` ends it.
pub fn confirmation(draft: Draft, close: Callback<()>) -> AnyView {
    let t = texts();
    let console = Console::here();
    let Console { client, queries, notices, session, .. } = console;
    let stage = RwSignal::new(Stage::Confirm);
    let Draft { title, lead, facts, input, confirm_name, prepare, expected, frame_no, done } = draft;
    let (typed, typed_name) = (input::typed(input, console), RwSignal::new(String::new()));
    let (known, compared) = (StoredValue::new(None as Known), RwSignal::new(Compared::Never));
    let expected = Arc::new(expected);
    let compare = Callback::new(move |()| {
        let Some(known) = known.get_value() else { return };
        compared.set(Compared::Reading);
        spawn(async move {
            let (look, before) = &*known;
            compared.set(match compare(client, look, before, t).await {
                Ok(lines) => Compared::Found(lines),
                Err(failure) => Compared::Failed(failure),
            });
        });
    });
    let request = Request::new(prepare, typed);
    let name = StoredValue::new(confirm_name.clone());
    let unnamed = move || {
        let right = name.with_value(|name| {
            name.as_ref().is_none_or(|name| typed_name.with(|typed| same_name(typed, name)))
        });
        (!right).then(|| t.actions.name_differs.to_owned())
    };
    let lost = move || matches!(stage.get(), Stage::Unknown(_));
    let over = move || matches!(stage.get(), Stage::Unknown(_) | Stage::Changed(_));
    let submit = {
        let request = request.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            // The guard is here and not only on the button: Enter and a double click are as fast.
            let ready =
                matches!(stage.get_untracked(), Stage::Confirm | Stage::Refused(_) | Stage::Unread(_));
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
            let look = Look::of(&unsigned, frame_no.as_ref());
            let expected = expected.clone();
            spawn(async move {
                let outcome = attempt(client, &unsigned, look.as_ref(), (*expected).as_ref(), t).await;
                let left = stage.is_disposed();
                match outcome {
                    Outcome::Done(written) => {
                        typed.try_update(String::clear);
                        notices.set(Some(sentence(&written, t)));
                        // Neither is there any more if the page was left meanwhile.
                        close.try_run(());
                        if let Some(done) = done {
                            done.try_run(());
                        }
                    }
                    Outcome::Changed(_) if left => {
                        notices.warn([title(t), t.trust.changed].join(" · "));
                    }
                    Outcome::Unread(failure) if left => {
                        notices.warn(told_later(title, t.trust.unread, &failure, t));
                    }
                    Outcome::Refused(failure) if left => {
                        notices.warn(told_later(title, "", &failure, t));
                    }
                    Outcome::Unknown(failure, _) if left => {
                        notices.warn(told_later(title, t.outcome_unknown, &failure, t));
                    }
                    Outcome::Changed(lines) => stage.set(Stage::Changed(lines)),
                    Outcome::Unread(failure) => stage.set(Stage::Unread(failure)),
                    Outcome::Refused(failure) => stage.set(Stage::Refused(failure)),
                    Outcome::Unknown(failure, before) => {
                        known.set_value(look.zip(before).map(Arc::new));
                        stage.set(Stage::Unknown(failure));
                        compare.run(());
                    }
                }
                // Also after a refusal: what was shown may be why.
                queries.invalidate();
            });
        }
    };
    let cancel = Callback::new(move |()| {
        // A request under way can't be taken back; its outcome is waited for.
        if !matches!(stage.get_untracked(), Stage::Sending) {
            typed.set(String::new());
            close.run(());
        }
    });
    // A lock takes the dialog away: what nobody knows is still to be seen behind it.
    on_cleanup(move || {
        if session.current().is_none()
            && let Some(Stage::Unknown(failure)) = stage.try_with_untracked(Clone::clone)
        {
            notices.warn(told_later(title, t.outcome_unknown, &failure, t));
        }
    });
    let failure = Signal::derive(move || match stage.get() {
        Stage::Refused(failure) | Stage::Unread(failure) | Stage::Unknown(failure) => Some(failure),
        Stage::Confirm | Stage::Sending | Stage::Changed(_) => None,
    });
    let under_way = Signal::derive(move || matches!(stage.get(), Stage::Sending).then(String::new));
    let cancel_label = Signal::derive(move || if over() { t.close } else { t.cancel }.to_owned());
    let send_label = Signal::derive(move || {
        if under_way.with(Option::is_some) { t.sending } else { t.send_request }.to_owned()
    });
    let facts: Vec<AnyView> = facts
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name(t)}</dt><dd>{line(&value)}</dd></div> }.into_any())
        .collect();
    let facts =
        if facts.is_empty() { nothing() } else { view! { <dl class="details">{facts}</dl> }.into_any() };
    let input = input.map_or_else(nothing, |input| input_field(input, typed));
    let name_field = match confirm_name {
        Some(name) => {
            let on_input = Callback::new(move |text| typed_name.set(text));
            let label = (t.actions.type_name)(&line(&name).to_string());
            view! { <TextField id="confirm-name" label=label value=typed_name on_input=on_input /> }
                .into_any()
        }
        None => nothing(),
    };
    let blocked = Signal::derive(move || under_way.get().or_else(unnamed));
    // Another attempt is another request: it is confirmed again from the beginning.
    let send_again = Callback::new(move |()| {
        typed_name.set(String::new());
        stage.set(Stage::Confirm);
    });
    let unsent = dynamic(move || match stage.get() {
        Stage::Changed(lines) => listed(|t| t.trust.changed, lines),
        Stage::Unread(_) => warning(t.trust.unread.to_owned()),
        _ => nothing(),
    });
    let send = move || {
        view! { <Button label=send_label look=components::Look::Primary blocked=blocked submits=true /> }
            .into_any()
    };
    let content = view! {
        <form on:submit=submit>
            <p>{lead(t)}</p>
            {facts}
            {input}
            {name_field}
            {when(move || !over(), move || request_view(&request))}
            {when(lost, move || unknown(compared, compare, send_again))}
            {unsent}
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
        Written::Message(message) => line(message).to_string(),
        Written::Applied(numbers) => (t.forms.applied)(&line(&numbers.join(", ")).to_string()),
    }
}

/// What is said about a write that failed after its dialog was left.
fn told_later(title: Text, what: &str, failure: &Failure, t: &'static Texts) -> String {
    let explained = explain(failure, t);
    let facts = line(&explained.facts).to_string();
    let parts = [title(t), what, &explained.title, &facts];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
