//! The connection in use. The keys live here, in memory, and nowhere else.

use leptos::prelude::*;
use std::sync::Arc;

use databoxframe::Credentials;

use super::relay::Relay;

/// Where requests go, and the keys that sign them.
#[derive(Clone, Debug)]
pub struct Connection {
    /// Its name, if it came from the configuration.
    pub name: String,
    /// Scheme and host of the API Gateway.
    pub gateway: String,
    /// How its requests are relayed.
    pub relay: Relay,
    /// The keys.
    pub credentials: Credentials,
}

/// Whose keys a connection has: without the secret, so that it can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    gateway: String,
    access_key: String,
}

impl User {
    /// The user of a connection.
    pub fn of(connection: &Connection) -> Self {
        let access_key = connection.credentials.access_key().to_owned();
        Self { gateway: connection.gateway.clone(), access_key }
    }
}

/// Who used this page last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    gateway: String,
    access_key: String,
    /// What was begun is kept for them: the page was locked.
    pub locked: bool,
    /// After how many minutes without input that happened, if nobody asked for it.
    pub idle: Option<u32>,
}

impl Left {
    /// Whether somebody else connects now.
    pub fn is_other(&self, connection: &Connection) -> bool {
        self.gateway != connection.gateway || self.access_key != connection.credentials.access_key()
    }
}

/// The connection of this page, if there is one.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    connection: RwSignal<Option<Arc<Connection>>>,
    left: RwSignal<Option<Left>>,
    /// How often keys were dropped, in this tab or by another.
    dropped: StoredValue<u32>,
}

impl Session {
    /// A page without a connection.
    pub fn new() -> Self {
        Self { connection: RwSignal::new(None), left: RwSignal::new(None), dropped: StoredValue::new(0) }
    }

    /// The connection, tracked.
    pub fn get(self) -> Option<Arc<Connection>> {
        self.connection.get()
    }

    /// The connection, untracked; none once the page is gone, for what goes on after it.
    pub fn current(self) -> Option<Arc<Connection>> {
        self.connection.try_with_untracked(Clone::clone).flatten()
    }

    /// Uses a connection.
    pub fn open(self, connection: Arc<Connection>) {
        self.left.set(None);
        self.connection.set(Some(connection));
    }

    /// Forgets the connection and its keys.
    pub fn close(self) {
        self.leave(false, None);
    }

    /// Drops the connection and its keys; what was begun is kept. `idle`: after so many minutes
    /// without input.
    pub fn lock(self, idle: Option<u32>) {
        self.leave(true, idle);
    }

    /// How often keys were dropped: an attempt from before does not connect any more.
    pub fn dropped(self) -> u32 {
        self.dropped.get_value()
    }

    fn leave(self, locked: bool, idle: Option<u32>) {
        self.dropped.update_value(|times| *times = times.wrapping_add(1));
        let Some(connection) = self.current() else {
            if !locked {
                // What was kept for who locked the page is dropped by now.
                let forgotten = self.left().map(|left| Left { locked: false, ..left });
                self.left.set(forgotten);
            }
            return;
        };
        self.left.set(Some(Left {
            gateway: connection.gateway.clone(),
            access_key: connection.credentials.access_key().to_owned(),
            locked,
            idle,
        }));
        self.connection.set(None);
    }

    /// Whether the page was locked, so that what was begun is kept; untracked.
    pub fn is_locked(self) -> bool {
        self.current().is_none() && self.left().is_some_and(|left| left.locked)
    }

    /// Who used this page last, while there is no connection; tracked.
    pub fn last(self) -> Option<Left> {
        self.left.get()
    }

    /// Who used this page last, while there is no connection; untracked.
    pub fn left(self) -> Option<Left> {
        self.left.try_with_untracked(Clone::clone).flatten()
    }
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}
