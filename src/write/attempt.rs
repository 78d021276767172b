//! One attempt at a write: checked by its guard, sent once, and compared with the state before,
//! whatever the answer says.

use std::sync::Weak;

use databoxframe::UnsignedRequest;
use gloo_timers::future::TimeoutFuture;
use leptos::ev;
use leptos::prelude::window_event_listener;

use super::guard::{Guard, NotSent};
use super::operation::{AnyWrite, Makes};
use super::snapshot::{Change, Snapshot};
use crate::connection::{Connection, User};
use crate::gateway::{Client, Failure, Receipt};

/// Time that a service gets to start an accepted change, in milliseconds.
pub const SECOND_LOOK_MS: u32 = 4_000;

/// Outcome of an attempt.
pub enum Attempt {
    /// Blocked by the guard.
    NotSent {
        /// The reason.
        reason: NotSent,
        /// The current state.
        before: Before,
    },
    /// The write was sent.
    Sent {
        /// The answer or the failure.
        result: Result<Receipt, Failure>,
        /// The state before.
        before: Before,
    },
}

/// The state read before a write, and the session that read it.
#[derive(Clone)]
pub struct Before {
    snapshot: Result<Snapshot, Failure>,
    connection: Weak<Connection>,
    user: Option<User>,
}

impl Before {
    /// Whether the same connection is still in use.
    fn is_connected(&self, client: Client) -> bool {
        client.is_current(&self.connection)
    }

    /// See [`Client::may_report`].
    pub fn may_be_reported(&self, client: Client) -> bool {
        client.may_report(self.user.as_ref())
    }
}

/// Sends a write once, if its guard allows it.
pub async fn attempt(
    client: Client,
    write: &dyn AnyWrite,
    unsigned: &UnsignedRequest,
    guard: &Guard,
) -> Attempt {
    // Closing the page now would lose the answer: the browser asks.
    let closing = window_event_listener(ev::beforeunload, |event| event.prevent_default());
    let (connection, user) = (client.connection(), client.user());
    let before = Before { snapshot: write.snapshot(client).await, connection, user };
    let attempt = match guard.check(&before.snapshot) {
        Err(reason) => Attempt::NotSent { reason, before },
        // A write confirmed in one session is not signed with the keys of another.
        Ok(()) if !before.is_connected(client) => {
            Attempt::Sent { result: Err(Failure::NotConnected), before }
        }
        Ok(()) => Attempt::Sent { result: write.send(client, unsigned).await, before },
    };
    closing.remove();
    attempt
}

/// Result of a comparison with the state before.
#[derive(Clone, Debug)]
pub enum Comparison {
    /// In progress.
    Reading,
    /// The state before was not read.
    Impossible(Failure),
    /// The current state could not be read.
    Failed(Failure),
    /// A list may be incomplete, so that a missing item proves nothing.
    Incomplete,
    /// None of the changes that the write may cause was found.
    Unchanged,
    /// Changes that the write may have caused.
    Changed(Changes),
}

/// Changes that a write may have caused.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The changes.
    pub list: Vec<Change>,
    /// Whether a list may be incomplete, so that there may be more changes.
    pub incomplete: bool,
    /// Whether one of the changes is certain to be the effect of the write.
    pub certain: bool,
}

/// Number of new items after a write, compared with the number it creates.
#[derive(Debug)]
pub enum NewItems<'a> {
    /// As many as the write creates, or fewer.
    AsExpected,
    /// Several, after a write with an unknown number of items.
    Several(Vec<&'a Change>),
    /// More than the write creates: it was sent more than once, or somebody else created some at
    /// the same time.
    Surplus(Vec<&'a Change>),
    /// Unknown.
    Unknown,
}

impl Comparison {
    /// Compares two snapshots.
    pub fn of(write: &dyn AnyWrite, before: &Snapshot, after: &Snapshot) -> Self {
        let incomplete = before.incomplete || after.incomplete;
        let mut changes = before.changes(after);
        // A seemingly new item may have been missing in an incomplete list.
        changes.retain(|change| {
            write.may_cause(change) && (!incomplete || matches!(change, Change::Property { .. }))
        });
        match (changes.is_empty(), incomplete) {
            (false, _) => {
                let certain = changes.iter().any(|change| write.is_certain(change));
                Self::Changed(Changes { list: changes, incomplete, certain })
            }
            (true, true) => Self::Incomplete,
            (true, false) => Self::Unchanged,
        }
    }

    /// Compares the number of new items with the number that a write creates.
    pub fn new_items(&self, makes: Makes) -> NewItems<'_> {
        let changes = match self {
            _ if makes == Makes::Nothing => return NewItems::AsExpected,
            Self::Unchanged => return NewItems::AsExpected,
            Self::Changed(changes) if !changes.incomplete => changes,
            _ => return NewItems::Unknown,
        };
        let new: Vec<_> = changes.list.iter().filter(|change| matches!(change, Change::Added(_))).collect();
        match makes {
            Makes::New(expected) if new.len() > expected => NewItems::Surplus(new),
            Makes::Some if new.len() > 1 => NewItems::Several(new),
            Makes::New(_) | Makes::Some | Makes::Nothing => NewItems::AsExpected,
        }
    }
}

/// Compares the current state with the state before.
pub async fn compare(client: Client, write: &dyn AnyWrite, before: &Before) -> Comparison {
    let snapshot = match &before.snapshot {
        Ok(snapshot) => snapshot,
        Err(failure) => return Comparison::Impossible(failure.clone()),
    };
    // Other keys may see something else.
    if before.user != client.user() {
        return Comparison::Failed(Failure::NotConnected);
    }
    match write.snapshot(client).await {
        Ok(after) => Comparison::of(write, snapshot, &after),
        Err(failure) => Comparison::Failed(failure),
    }
}

/// Compares after a success, and again after a while if nothing has changed yet: services accept
/// first and act later.
pub async fn compare_success(client: Client, write: &dyn AnyWrite, before: &Before) -> Comparison {
    let comparison = compare(client, write, before).await;
    if !matches!(comparison, Comparison::Unchanged) {
        return comparison;
    }
    TimeoutFuture::new(SECOND_LOOK_MS).await;
    compare(client, write, before).await
}
