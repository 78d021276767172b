//! Outcomes of the items of a bulk write.

use super::Item;
use crate::gateway::{Client, Failure, Receipt};
use crate::locale::Texts;
use crate::untrusted::{has_visible, line};
use crate::write::attempt::{Attempt, Before, Comparison, attempt, compare};
use crate::write::change_log::Outcome;
use crate::write::guard::NotSent;
use crate::write::operation::AnyWrite;
use crate::write::outcome::{joined, with_changes, words};
use crate::write::stage::Stage;

/// How far an item of a bulk write is, and what became of it.
#[derive(Clone)]
pub enum ItemState {
    /// Waiting for the items before it.
    Waiting,
    /// Taken out by the person: it is not sent.
    TakenOut,
    /// Checked and sent.
    Sending,
    /// Took effect.
    Done(String),
    /// Had no effect and may be sent again.
    Failed(String),
    /// Refused, but not compared. It is compared before it is sent again.
    Unchecked(String, Box<Refusal>),
    /// Not sent, because the resource changed.
    Changed(String),
    /// Unknown outcome.
    Unknown(String),
}

/// A refusal that was not compared with the state before.
#[derive(Clone)]
pub struct Refusal {
    failure: Failure,
    before: Before,
}

impl ItemState {
    /// Message.
    pub fn words(&self, t: &'static Texts) -> &str {
        match self {
            Self::Waiting => "",
            Self::TakenOut => t.trust.taken_out,
            Self::Sending => t.sending,
            Self::Done(text)
            | Self::Failed(text)
            | Self::Unchecked(text, _)
            | Self::Changed(text)
            | Self::Unknown(text) => text,
        }
    }

    /// The outcome of a change that was sent; `None` if nothing was.
    pub const fn outcome(&self) -> Option<Outcome> {
        match self {
            Self::Waiting | Self::TakenOut | Self::Changed(_) => None,
            Self::Sending => Some(Outcome::InProgress),
            Self::Done(_) => Some(Outcome::Done),
            Self::Failed(_) => Some(Outcome::Failed),
            Self::Unchecked(..) | Self::Unknown(_) => Some(Outcome::Unknown),
        }
    }

    /// Whether the item can be sent.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Waiting | Self::Failed(_) | Self::Unchecked(..))
    }
}

/// Number of items that took effect, and number of unknown outcomes.
pub fn summary(states: &[ItemState], t: &Texts) -> String {
    let count = |state: fn(&ItemState) -> bool| states.iter().filter(|one| state(one)).count();
    let done = count(|state| matches!(state, ItemState::Done(_)));
    let unknown = count(|state| matches!(state, ItemState::Unknown(_)));
    let all = count(|state| !matches!(state, ItemState::TakenOut));
    (t.writes.summary)(done, all, unknown)
}

/// An accepted item that has changed nothing yet: compared once more after a while.
pub struct Unsettled {
    said: String,
    before: Before,
}

/// Sends an item and returns its outcome.
pub async fn send(
    client: Client,
    item: &Item,
    write: &dyn AnyWrite,
    last: &ItemState,
    t: &'static Texts,
) -> (ItemState, Option<Unsettled>) {
    // An earlier copy may have taken effect meanwhile.
    if let ItemState::Unchecked(_, refusal) = last {
        let comparison = compare(client, write, &refusal.before).await;
        if !matches!(comparison, Comparison::Unchanged) {
            let stage = Stage::Checking(refusal.failure.clone()).compared(comparison);
            return (after(stage, &refusal.before, t), None);
        }
    }
    let unsigned = match write.prepare() {
        Ok(unsigned) => unsigned,
        Err(violations) => {
            return (ItemState::Failed(words(&Stage::failed(Failure::Invalid(violations)), t)), None);
        }
    };
    let (result, before) = match attempt(client, write, &unsigned, item.proposal.guard()).await {
        Attempt::NotSent { reason, .. } => {
            let changed = matches!(reason, NotSent::Changed(_));
            let said = words(&Stage::NotSent(reason), t);
            return (if changed { ItemState::Changed(said) } else { ItemState::Failed(said) }, None);
        }
        Attempt::Sent { result, before } => (result, before),
    };
    match result {
        Ok(receipt) => {
            let said = accepted(&receipt, &item.subject(t), write.action().label(t), t);
            match compare(client, write, &before).await {
                Comparison::Changed(changes) => {
                    (ItemState::Done(with_changes(&said, &changes.list, t)), None)
                }
                Comparison::Unchanged => (ItemState::Done(said.clone()), Some(Unsettled { said, before })),
                _ => (ItemState::Done(said), None),
            }
        }
        Err(failure) => {
            let stage = Stage::failed(failure);
            let stage = match stage.is_comparing() {
                true => stage.compared(compare(client, write, &before).await),
                false => stage,
            };
            (after(stage, &before, t), None)
        }
    }
}

/// Compares an accepted item once more.
pub async fn look_again(
    client: Client,
    write: &dyn AnyWrite,
    unsettled: &Unsettled,
    t: &'static Texts,
) -> ItemState {
    let said = unsettled.said.clone();
    ItemState::Done(match compare(client, write, &unsettled.before).await {
        Comparison::Changed(changes) => with_changes(&said, &changes.list, t),
        Comparison::Unchanged => joined(&[said, t.trust.unchanged.to_owned()]),
        _ => said,
    })
}

/// Message of a write without a receipt.
fn after(stage: Stage, before: &Before, t: &'static Texts) -> ItemState {
    let said = words(&stage, t);
    match stage {
        Stage::TookEffect(..) => ItemState::Done(said),
        Stage::Refused { checked: true, .. } => ItemState::Failed(said),
        Stage::Refused { checked: false, failure } => {
            ItemState::Unchecked(said, Box::new(Refusal { failure, before: before.clone() }))
        }
        Stage::Unknown(..) => ItemState::Unknown(said),
        Stage::Confirm | Stage::Sending | Stage::NotSent(_) | Stage::Checking(_) => ItemState::Waiting,
    }
}

fn accepted(receipt: &Receipt, name: &str, action: &str, t: &'static Texts) -> String {
    match receipt {
        Receipt::Message(message) if has_visible(message) => line(message).words(t),
        Receipt::Message(_) => (t.writes.accepted)(action, name),
        Receipt::Applied(numbers) => (t.forms.applied)(&line(&numbers.join(", ")).words(t)),
    }
}
