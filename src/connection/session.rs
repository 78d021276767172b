//! The connection in use. The keys live here, in memory, and nowhere else.

use std::sync::Arc;

use databoxframe::Credentials;

use super::relay::Relay;
use crate::reactive::RwSignal;

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

/// The connection of this page, if there is one.
#[derive(Clone, Copy, Debug)]
pub struct Session(RwSignal<Option<Arc<Connection>>>);

impl Session {
    /// A page without a connection.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The connection, tracked.
    pub fn get(self) -> Option<Arc<Connection>> {
        self.0.get()
    }

    /// The connection, untracked.
    pub fn current(self) -> Option<Arc<Connection>> {
        self.0.get_untracked()
    }

    /// Uses a connection.
    pub fn open(self, connection: Arc<Connection>) {
        self.0.set(Some(connection));
    }

    /// Forgets the connection and its keys.
    pub fn close(self) {
        self.0.set(None);
    }
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}
