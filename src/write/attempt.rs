//! One attempt at a write: checked against what was shown, sent once, and compared with how it was
//! before, whatever the answer says.

use std::sync::Weak;

use databoxframe::Unsigned;
use leptos::ev;
use leptos::prelude::window_event_listener;

use super::guard::{Guard, NotSent};
use super::operation::{AnyWrite, Makes, Receipt};
use super::snapshot::{Change, Snapshot};
use crate::connection::Connection;
use crate::gateway::{Client, Failure};

/// How an attempt ended.
pub enum Attempt {
    /// The guard stopped it.
    NotSent(NotSent),
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
}

impl Before {
    /// Whether the same keys are still in use.
    fn is_connected(&self, client: Client) -> bool {
        self.connection.upgrade().is_some() && self.connection.ptr_eq(&client.connection())
    }

    /// Whether others have connected since: then nothing of this is theirs to see.
    pub fn is_of_another(&self, client: Client) -> bool {
        client.connection().upgrade().is_some() && !self.is_connected(client)
    }
}

/// Sends a write once, if its guard allows it.
pub async fn attempt(client: Client, write: &dyn AnyWrite, unsigned: &Unsigned, guard: &Guard) -> Attempt {
    // If the page were closed now, the answer would be lost: the browser asks.
    let closing = window_event_listener(ev::beforeunload, |event| event.prevent_default());
    let connection = client.connection();
    let before = Before { snapshot: write.snapshot(client).await, connection };
    let attempt = match guard.check(&before.snapshot) {
        Err(reason) => Attempt::NotSent(reason),
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
    Changed(Vec<Change>),
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
            (false, _) => Self::Changed(changes),
            (true, true) => Self::Incomplete,
            (true, false) => Self::Unchanged,
        }
    }

    /// The new things.
    fn new_items(&self) -> Vec<&Change> {
        let Self::Changed(changes) = self else { return Vec::new() };
        changes.iter().filter(|change| matches!(change, Change::Added(_))).collect()
    }

    /// More new things than the write makes: it was sent more than once, or somebody else made
    /// some at the same time. `Err`: several, of a write that may make several.
    pub fn surplus(&self, makes: Makes) -> Result<Vec<&Change>, Vec<&Change>> {
        let new = self.new_items();
        match makes {
            Makes::New(expected) if new.len() > expected => Ok(new),
            Makes::Some if new.len() > 1 => Err(new),
            Makes::New(_) | Makes::Some | Makes::Nothing => Ok(Vec::new()),
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
    if !before.is_connected(client) {
        return Comparison::Failed(Failure::NotConnected);
    }
    match write.snapshot(client).await {
        Ok(after) => Comparison::of(write, snapshot, &after),
        Err(failure) => Comparison::Failed(failure),
    }
}
