//! One attempt at a write: checked against what was shown, sent once, and compared with how it was
//! before, whatever the answer says.

use std::sync::Weak;

use databoxframe::Unsigned;
use gloo_timers::future::TimeoutFuture;
use leptos::ev;
use leptos::prelude::window_event_listener;

use super::guard::{Guard, NotSent};
use super::operation::{AnyWrite, Makes};
use super::snapshot::{Change, Snapshot};
use crate::connection::{Connection, User};
use crate::gateway::{Client, Failure, Receipt};

/// How long a service gets to begin with what it accepted, before nothing is said to have changed.
pub const SECOND_LOOK_MS: u32 = 4_000;

/// How an attempt ended.
pub enum Attempt {
    /// The guard stopped it.
    NotSent {
        /// Why.
        reason: NotSent,
        /// How it is.
        before: Before,
    },
    /// It was sent.
    Sent {
        /// What came back.
        result: Result<Receipt, Failure>,
        /// How it was just before.
        before: Before,
    },
}

/// What was read just before a write, and with which keys.
#[derive(Clone)]
pub struct Before {
    snapshot: Result<Snapshot, Failure>,
    connection: Weak<Connection>,
    user: Option<User>,
}

impl Before {
    /// Whether nobody has connected or locked the page since.
    fn is_connected(&self, client: Client) -> bool {
        self.connection.upgrade().is_some() && self.connection.ptr_eq(&client.connection())
    }

    /// See [`Client::may_tell`].
    pub fn may_be_told(&self, client: Client) -> bool {
        client.may_tell(self.user.as_ref())
    }
}

/// Sends a write once, if its guard allows it.
pub async fn attempt(client: Client, write: &dyn AnyWrite, unsigned: &Unsigned, guard: &Guard) -> Attempt {
    // If the page were closed now, the answer would be lost: the browser asks.
    let closing = window_event_listener(ev::beforeunload, |event| event.prevent_default());
    let (connection, user) = (client.connection(), client.user());
    let before = Before { snapshot: write.snapshot(client).await, connection, user };
    let attempt = match guard.check(&before.snapshot) {
        Err(reason) => Attempt::NotSent { reason, before },
        // What was confirmed with these keys is not signed with others.
        Ok(()) if !before.is_connected(client) => {
            Attempt::Sent { result: Err(Failure::NotConnected), before }
        }
        Ok(()) => Attempt::Sent { result: write.send(client, unsigned).await, before },
    };
    closing.remove();
    attempt
}

/// What a comparison with the state before found.
#[derive(Clone, Debug)]
pub enum Comparison {
    /// It is under way.
    Reading,
    /// There is nothing to compare with: the state before was not read.
    Impossible(Failure),
    /// The state now could not be read.
    Failed(Failure),
    /// A list may lack items, so that nothing follows from what is not in it.
    Incomplete,
    /// Nothing that the write may cause has changed.
    Unchanged,
    /// Changes that the write may have caused.
    Changed(Changes),
}

/// Changes that a write may have caused.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The changes.
    pub list: Vec<Change>,
    /// Whether a list may lack items, so that there may be more of them.
    pub incomplete: bool,
    /// Whether one of them is known to be what the write does.
    pub certain: bool,
}

/// How many new items there are after a write, beside how many it makes.
#[derive(Debug)]
pub enum NewItems<'a> {
    /// No more than it makes.
    AsExpected,
    /// Several, after a write of which nobody knows how many it makes.
    Several(Vec<&'a Change>),
    /// More than it makes: it was sent more than once, or somebody else made some at the same time.
    Surplus(Vec<&'a Change>),
    /// It can't be told.
    Unknown,
}

impl Comparison {
    /// Compares two snapshots.
    pub fn of(write: &dyn AnyWrite, before: &Snapshot, after: &Snapshot) -> Self {
        let incomplete = before.incomplete || after.incomplete;
        let mut changes = before.changes(after);
        // What seems new may only have been left out before.
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

    /// The new items, beside how many a write makes.
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

/// Compares how it is now with how it was before.
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

/// Compares after a success; once more after a while if nothing has changed yet: services accept
/// first and act later.
pub async fn compare_success(client: Client, write: &dyn AnyWrite, before: &Before) -> Comparison {
    let comparison = compare(client, write, before).await;
    if !matches!(comparison, Comparison::Unchanged) {
        return comparison;
    }
    TimeoutFuture::new(SECOND_LOOK_MS).await;
    compare(client, write, before).await
}
