//! Sign → send → decode → record.

use std::sync::Arc;

use databoxframe::{Operation, Reply, Unsigned, decode, prepare};
use leptos::prelude::*;

use super::Failure;
use super::activity::{Activity, Outcome};
use super::send::{Abort, Received, send};
use crate::connection::{Connection, Session};
use crate::preferences::Preferences;

/// Sends operations with the connection of this page.
#[derive(Clone, Copy, Debug)]
pub struct Client {
    session: Session,
    activity: Activity,
    preferences: Preferences,
}

impl Client {
    /// Makes the client of this page.
    pub fn provide(session: Session, preferences: Preferences) -> Self {
        let client = Self { session, activity: Activity::new(), preferences };
        provide_context(client);
        client
    }

    /// The record of all requests.
    pub fn activity(self) -> Activity {
        self.activity
    }

    /// Sends an operation once with the page's connection.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn call<O: Operation>(self, operation: &O, abort: &Abort) -> Result<O::Response, Failure> {
        let connection = self.session.current().ok_or(Failure::NotConnected)?;
        self.call_with(&connection, operation, abort).await
    }

    /// Sends an operation once with a connection that is being tried.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn call_with<O: Operation>(
        self,
        connection: &Arc<Connection>,
        operation: &O,
        abort: &Abort,
    ) -> Result<O::Response, Failure> {
        let unsigned = prepare(operation).map_err(Failure::Invalid)?;
        self.send::<O>(connection, &unsigned, abort).await
    }

    /// Sends a request that was shown and confirmed, once.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn send_confirmed<O: Operation>(self, unsigned: &Unsigned) -> Result<O::Response, Failure> {
        let connection = self.session.current().ok_or(Failure::NotConnected)?;
        self.send::<O>(&connection, unsigned, &Abort::new()).await
    }

    async fn send<O: Operation>(
        self,
        connection: &Arc<Connection>,
        unsigned: &Unsigned,
        abort: &Abort,
    ) -> Result<O::Response, Failure> {
        let (number, received) = self.exchange(connection, unsigned, abort).await?;
        let reply = Reply {
            status: received.status,
            content_type: received.content_type.as_deref(),
            body: &received.body,
        };
        let result = decode::<O>(&reply).map_err(Failure::Answer);
        self.finish(number, result.as_ref().err());
        result
    }

    /// Everything that is the same for all operations.
    async fn exchange(
        self,
        connection: &Arc<Connection>,
        unsigned: &Unsigned,
        abort: &Abort,
    ) -> Result<(usize, Received), Failure> {
        let now = js_sys::Date::now() as u64;
        let language = self.preferences.locale.get_untracked().api();
        let request = unsigned.sign(&connection.credentials, now, language);
        let address = connection.relay.address(&connection.gateway, &request.path_and_query);
        let number = self.activity.begin(unsigned, &request, &address);
        match send(&address, &request, abort).await {
            Ok(received) => {
                self.activity.received(number, &received);
                Ok((number, received))
            }
            Err(failure) => {
                self.finish(number, Some(&failure));
                Err(failure)
            }
        }
    }

    fn finish(self, number: usize, failure: Option<&Failure>) {
        let outcome = failure.map_or(Outcome::Succeeded, |failure| Outcome::Failed(failure.clone()));
        self.activity.end(number, outcome);
    }
}
