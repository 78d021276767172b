//! What became of each of several writes.

use super::Item;
use crate::gateway::{Client, Failure};
use crate::locale::{Text, Texts, explain};
use crate::untrusted::{has_visible, line};
use crate::write::attempt::{Attempt, Comparison, attempt, compare};
use crate::write::guard::NotSent;
use crate::write::operation::{AnyWrite, Receipt};
use crate::write::snapshot::Change;
use crate::write::stage::Stage;

/// Where one of them is.
#[derive(Clone, PartialEq)]
pub enum State {
    /// It waits for the ones before it.
    Waiting,
    /// It is checked and sent.
    Sending,
    /// It took effect.
    Done(String),
    /// It had no effect and may be tried again.
    Failed(String),
    /// It was not sent, because it changed.
    Changed(String),
    /// Whether it took effect is not known.
    Unknown(String),
}

impl State {
    /// What is said about it.
    pub fn words(&self, t: &'static Texts) -> &str {
        match self {
            Self::Waiting => "",
            Self::Sending => t.sending,
            Self::Done(text) | Self::Failed(text) | Self::Changed(text) | Self::Unknown(text) => text,
        }
    }

    /// Whether it can be sent.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Waiting | Self::Failed(_))
    }
}

/// How many took effect, and of how many that is not known.
pub fn summary(states: &[State], t: &Texts) -> String {
    let count = |state: fn(&State) -> bool| states.iter().filter(|one| state(one)).count();
    let done = count(|state| matches!(state, State::Done(_)));
    let unknown = count(|state| matches!(state, State::Unknown(_)));
    (t.writes.summary)(done, states.len(), unknown)
}

/// Sends one, and says what became of it.
pub async fn send(
    client: Client,
    item: &Item,
    write: &dyn AnyWrite,
    action: Text,
    t: &'static Texts,
) -> State {
    let unsigned = match write.prepare() {
        Ok(unsigned) => unsigned,
        Err(violations) => return State::Failed(failed("", &Failure::Invalid(violations), t)),
    };
    let (result, before) = match attempt(client, write, &unsigned, item.proposal.guard()).await {
        Attempt::NotSent(NotSent::Changed(changes)) => {
            return State::Changed(with_changes(t.trust.changed, &changes, t));
        }
        Attempt::NotSent(NotSent::Unread(failure)) => {
            return State::Failed(failed(t.trust.unread, &failure, t));
        }
        Attempt::Sent { result, before } => (result, before),
    };
    let receipt = match result {
        Ok(receipt) => Ok(receipt),
        Err(failure) => Err(Stage::failed(failure)),
    };
    if let Err(Stage::Refused { failure, .. }) = &receipt {
        return State::Failed(failed("", failure, t));
    }
    let comparison = compare(client, write, &before).await;
    match receipt {
        Ok(receipt) => {
            let said = accepted(&receipt, &item.name, action, t);
            State::Done(match &comparison {
                Comparison::Changed(changes) => with_changes(&said, changes, t),
                Comparison::Unchanged => joined(&[said, t.writes.accepted_unchanged.to_owned()]),
                _ => said,
            })
        }
        Err(stage) => after(stage.compared(comparison), t),
    }
}

/// What is said of a write that has no receipt.
fn after(stage: Stage, t: &'static Texts) -> State {
    match stage {
        Stage::TookEffect(failure, changes) => {
            let said = with_changes(t.writes.took_effect, &changes, t);
            State::Done(failed(&said, &failure, t))
        }
        Stage::Refused { failure, checked: true } => State::Failed(failed("", &failure, t)),
        Stage::Refused { failure, checked: false } => {
            State::Failed(failed(t.writes.not_checked, &failure, t))
        }
        Stage::Unknown(failure, comparison) => {
            let said = failed(t.outcome_unknown, &failure, t);
            State::Unknown(match &comparison {
                Comparison::Unchanged => joined(&[said, t.trust.unchanged.to_owned()]),
                Comparison::Changed(changes) => {
                    joined(&[said, with_changes(t.trust.changed_since, changes, t)])
                }
                Comparison::Incomplete => joined(&[said, t.writes.incomplete.to_owned()]),
                Comparison::Impossible(_) => joined(&[said, t.writes.no_comparison.to_owned()]),
                Comparison::Failed(_) | Comparison::Reading => {
                    joined(&[said, t.trust.not_compared.to_owned()])
                }
            })
        }
        Stage::Confirm | Stage::Sending | Stage::NotSent(_) | Stage::Checking(_) => State::Waiting,
    }
}

fn accepted(receipt: &Receipt, name: &str, action: Text, t: &'static Texts) -> String {
    match receipt {
        Receipt::Message(message) if has_visible(message) => line(message).words(t),
        Receipt::Message(_) => (t.writes.accepted)(action(t), &line(name).words(t)),
        Receipt::Applied(numbers) => (t.forms.applied)(&line(&numbers.join(", ")).words(t)),
    }
}

fn with_changes(what: &str, changes: &[Change], t: &'static Texts) -> String {
    let lines = changes.iter().map(|change| change.words(t));
    joined(&std::iter::once(what.to_owned()).chain(lines).collect::<Vec<_>>())
}

fn failed(what: &str, failure: &Failure, t: &'static Texts) -> String {
    let explained = explain(failure, t);
    joined(&[what.to_owned(), explained.title, line(&explained.facts).words(t)])
}

fn joined(parts: &[String]) -> String {
    let parts = parts.iter().map(String::as_str).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}
