//! Several writes of one kind: shown together, confirmed once, sent one after the other, and
//! each with an outcome of its own.

use std::sync::Arc;

use databoxframe::Unsigned;
use leptos::prelude::*;

use super::attempt::{Outcome, attempt, compare};
use super::input::{self, input_field};
use super::look::{Look, Seen};
use super::{Input, Prepare};
use crate::components::{self, Button, Dialog, TextField};
use crate::console::Console;
use crate::dom::view;
use crate::gateway::{Failure, Written};
use crate::locale::{Text, Texts, explain, texts};
use crate::reactive::{Callback, RwSignal, Signal, StoredValue, dynamic, nothing, spawn, text};
use crate::untrusted::line;
use crate::writing::Part;

/// From here on the number has to be typed.
const MANY: usize = 11;

/// One of the writes.
pub struct Item {
    /// What it is about.
    pub name: String,
    /// More about it.
    pub about: String,
    /// The same as it was shown, and decided on.
    pub expected: Seen,
    /// The request, with what was typed.
    pub prepare: Prepare,
}

/// Writes that wait for their confirmation.
#[derive(Clone)]
pub struct Bulk {
    /// The question.
    pub title: Text,
    /// What it does.
    pub lead: Text,
    /// What is asked for, once for all.
    pub input: Option<Input>,
    /// The writes.
    pub items: Arc<Vec<Item>>,
}

/// Where one of them is.
#[derive(Clone, PartialEq)]
enum State {
    Waiting,
    Sending,
    Done(String),
    /// Known to have taken no effect; what is said about it.
    Failed(String),
    /// Over in any other way; what is said about it.
    Over(String),
}

/// The dialog over `bulk`; nothing while there is none. `done`: runs when it is closed after
/// something was sent.
#[component]
pub fn BulkDialog(bulk: RwSignal<Option<Bulk>>, done: Callback<()>) -> AnyView {
    dynamic(move || match bulk.get() {
        Some(current) => {
            let close = Callback::new(move |sent| {
                bulk.set(None);
                if sent {
                    done.run(());
                }
            });
            Console::here().writing.show(Part::Bulk(current, close))
        }
        None => nothing(),
    })
}

/// The dialog itself; `close` is told whether anything was sent.
pub fn bulk_dialog(bulk: Bulk, close: Callback<bool>) -> AnyView {
    let t = texts();
    let Bulk { title, lead, input, items } = bulk;
    let console = Console::here();
    let count = items.len();
    let states = RwSignal::new(vec![State::Waiting; count]);
    let (typed, typed_number) = (input::typed(input, console), RwSignal::new(String::new()));
    let (stopped, busy) = (StoredValue::new(false), RwSignal::new(false));
    let running = move || busy.get();
    let begun = move || states.with(|states| states.iter().any(|state| *state != State::Waiting));
    let open = move || {
        states.with(|states| {
            states.iter().filter(|state| matches!(state, State::Waiting | State::Failed(_))).count()
        })
    };
    let number = count.to_string();
    let unconfirmed = {
        let number = number.clone();
        move || {
            let right = count < MANY || typed_number.with(|typed| *typed == number);
            (!right).then(|| t.trust.number_differs.to_owned())
        }
    };
    let blocked = Signal::derive(move || if running() { Some(String::new()) } else { unconfirmed() });
    let submit = {
        let items = items.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            // Enter is as fast as the button.
            if blocked.get_untracked().is_some() {
                return;
            }
            let reason = typed.get_untracked();
            let ready: Result<Vec<Unsigned>, _> = items.iter().map(|item| (item.prepare)(&reason)).collect();
            // The field says what is missing.
            let Ok(writes) = ready else { return };
            stopped.set_value(false);
            busy.set(true);
            let sending = run(console, items.clone(), writes, states, stopped, t);
            spawn(async move {
                sending.await;
                busy.set(false);
            });
        }
    };
    let cancel = Callback::new(move |()| {
        if untrack(running) {
            stopped.set_value(true);
        } else {
            typed.set(String::new());
            close.run(untrack(begun));
        }
    });
    let rows: Vec<AnyView> = items
        .iter()
        .enumerate()
        .map(|(index, item)| {
            let said = dynamic(move || states.with(|states| line(states.get(index).map_or("", |one| one.said(t))).view()));
            view! { <li><strong>{line(&item.name)}</strong><p class="hint">{line(&item.about)}</p><p>{said}</p></li> }
                .into_any()
        })
        .collect();
    let number_field = if count < MANY {
        nothing()
    } else {
        let on_input = Callback::new(move |text| typed_number.set(text));
        let label = (t.actions.type_name)(&number);
        view! { <TextField id="confirm-name" label=label value=typed_number on_input=on_input /> }.into_any()
    };
    let input = input.map_or_else(nothing, |input| input_field(input, typed));
    let summary = text(move || {
        let done =
            states.with(|states| states.iter().filter(|state| matches!(state, State::Done(_))).count());
        if begun() && !running() { (t.trust.done_many)(done, count) } else { String::new() }
    });
    let cancel_label = Signal::derive(move || {
        if running() {
            t.trust.stop
        } else if begun() {
            t.close
        } else {
            t.cancel
        }
        .to_owned()
    });
    let send = dynamic(move || {
        let (left, again) = (open(), begun() && !running());
        if left == 0 && again {
            return nothing();
        }
        let label = if again { (t.trust.retry_many)(left) } else { (t.trust.send_many)(count) };
        view! { <Button label=label look=components::Look::Primary blocked=blocked submits=true /> }
            .into_any()
    });
    let content = view! {
        <form on:submit=submit>
            <p>{lead(t)}</p>
            <ol class="bulk" tabindex="0">{rows}</ol>
            {input}
            {number_field}
            <p role="status">{summary}</p>
            <div class="dialog-actions">
                <Button label=cancel_label on_press=cancel />
                {send}
            </div>
        </form>
    }
    .into_any();
    view! { <Dialog title=title(t) on_cancel=cancel content=content /> }.into_any()
}

/// Sends those that are open, one after the other; goes on after a failure.
async fn run(
    console: Console,
    items: Arc<Vec<Item>>,
    writes: Vec<Unsigned>,
    states: RwSignal<Vec<State>>,
    stopped: StoredValue<bool>,
    t: &'static Texts,
) {
    let Console { client, queries, notices, .. } = console;
    let mut done = 0;
    for (index, (item, write)) in items.iter().zip(&writes).enumerate() {
        let set = |state: State| {
            states.try_update(|states| {
                if let Some(one) = states.get_mut(index) {
                    *one = state;
                }
            });
        };
        let open = states.try_with_untracked(|states| {
            matches!(states.get(index), Some(State::Waiting | State::Failed(_)))
        });
        // Not if the dialog was left: nobody would see what becomes of the rest.
        if open.is_none() || stopped.try_get_value() != Some(false) {
            break;
        }
        if open == Some(false) {
            continue;
        }
        set(State::Sending);
        let look = Look::of(write, None);
        set(match attempt(client, write, look.as_ref(), Some(&item.expected), t).await {
            Outcome::Done(written) => {
                done += 1;
                State::Done(match written {
                    Written::Message(message) => message,
                    Written::Applied(numbers) => numbers.join(", "),
                })
            }
            Outcome::Changed(lines) => State::Over(said(t.trust.changed, &lines)),
            Outcome::Unread(failure) => State::Failed(told(t.trust.unread, &failure, t)),
            Outcome::Refused(failure) => State::Failed(told("", &failure, t)),
            Outcome::Unknown(failure, before) => {
                let mut text = told(t.outcome_unknown, &failure, t);
                if let Some((look, before)) = look.as_ref().zip(before) {
                    let compared = match compare(client, look, &before, t).await {
                        Ok(lines) if lines.is_empty() => t.trust.unchanged.to_owned(),
                        Ok(lines) => said(t.trust.changed_since, &lines),
                        Err(_) => t.trust.not_compared.to_owned(),
                    };
                    text = said(&text, &[compared]);
                }
                State::Over(text)
            }
        });
    }
    let told = (t.trust.done_many)(done, items.len());
    if done == items.len() {
        notices.set(Some(told))
    } else {
        notices.warn(told)
    }
    queries.invalidate();
}

fn told(what: &str, failure: &Failure, t: &'static Texts) -> String {
    let explained = explain(failure, t);
    said(what, &[explained.title, explained.facts])
}

fn said(what: &str, lines: &[String]) -> String {
    let parts = std::iter::once(what).chain(lines.iter().map(String::as_str));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

impl State {
    fn said(&self, t: &'static Texts) -> &str {
        match self {
            Self::Waiting => "",
            Self::Sending => t.sending,
            Self::Done(text) | Self::Failed(text) | Self::Over(text) => text,
        }
    }
}
