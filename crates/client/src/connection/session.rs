//! The connection in use. Its keys are only here, in memory.

use leptos::prelude::*;
use std::sync::Arc;

use databoxframe::Credentials;

use super::relay::Relay;

/// Gateway, relay, and the keys that sign requests.
#[derive(Clone, Debug)]
pub struct Connection {
    /// Name, if it came from the configuration.
    pub name: String,
    /// Scheme and host of the API Gateway.
    pub gateway: String,
    /// Relay of the requests.
    pub relay: Relay,
    /// The keys.
    pub credentials: Credentials,
}

/// The user of a connection, without the secret key.
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

/// The previous session: the last user of this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviousSession {
    gateway: String,
    access_key: String,
    /// Whether the page was locked: drafts are kept for the same keys.
    pub locked: bool,
    /// Minutes without input before the page locked itself, if it did.
    pub idle: Option<u32>,
}

impl PreviousSession {
    /// Whether the connection belongs to another user.
    pub fn is_other(&self, connection: &Connection) -> bool {
        self.gateway != connection.gateway || self.access_key != connection.credentials.access_key()
    }
}

/// The connection of this page, if there is one.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    connection: RwSignal<Option<Arc<Connection>>>,
    previous: RwSignal<Option<PreviousSession>>,
    /// Number of times that keys were dropped, in this tab or another.
    dropped: StoredValue<u32>,
}

impl Session {
    /// A page without a connection.
    pub fn new() -> Self {
        Self { connection: RwSignal::new(None), previous: RwSignal::new(None), dropped: StoredValue::new(0) }
    }

    /// The connection, tracked.
    pub fn get(self) -> Option<Arc<Connection>> {
        self.connection.get()
    }

    /// The connection, untracked; `None` after the page is gone.
    pub fn current(self) -> Option<Arc<Connection>> {
        self.connection.try_with_untracked(Clone::clone).flatten()
    }

    /// Opens a connection.
    pub fn open(self, connection: Arc<Connection>) {
        self.previous.set(None);
        self.connection.set(Some(connection));
    }

    /// Drops the connection and its keys.
    pub fn close(self) {
        self.leave(false, None);
    }

    /// Drops the connection and its keys; drafts are kept. `idle`: minutes without input, if they
    /// are the reason.
    pub fn lock(self, idle: Option<u32>) {
        self.leave(true, idle);
    }

    /// Number of times that keys were dropped. A change cancels an attempt to connect.
    pub fn dropped(self) -> u32 {
        self.dropped.get_value()
    }

    fn leave(self, locked: bool, idle: Option<u32>) {
        self.dropped.update_value(|times| *times = times.wrapping_add(1));
        let Some(connection) = self.current() else {
            if !locked {
                // The data kept for the user who locked the page is dropped by now.
                let forgotten =
                    self.previous_untracked().map(|previous| PreviousSession { locked: false, ..previous });
                self.previous.set(forgotten);
            }
            return;
        };
        self.previous.set(Some(PreviousSession {
            gateway: connection.gateway.clone(),
            access_key: connection.credentials.access_key().to_owned(),
            locked,
            idle,
        }));
        self.connection.set(None);
    }

    /// Whether the page was locked, so that drafts are kept; untracked.
    pub fn is_locked(self) -> bool {
        self.current().is_none() && self.previous_untracked().is_some_and(|previous| previous.locked)
    }

    /// The previous session, while there is no connection; tracked.
    pub fn previous(self) -> Option<PreviousSession> {
        self.previous.get()
    }

    /// The previous session, while there is no connection; untracked.
    pub fn previous_untracked(self) -> Option<PreviousSession> {
        self.previous.try_with_untracked(Clone::clone).flatten()
    }
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}
