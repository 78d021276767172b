//! Sign → send → decode → record.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use databoxframe::error::{ErrorKind, MAX_RAW_BYTES, Mismatch};
use databoxframe::export::ApplyFileExport;
use databoxframe::export_review::ExportFileApprove;
use databoxframe::import::ApplyFileImport;
use databoxframe::{Error, Id, Operation as _, Reply, Spec, Unsigned, decode};

use super::Failure;
use super::activity::{Activity, Outcome};
use super::send::{Abort, Received, send};
use crate::connection::{Connection, Session};
use crate::preferences::Preferences;

/// Takes an answer apart, and keeps what it wants of it.
pub type Take<'a> = &'a mut dyn FnMut(&Reply<'_>) -> Result<(), Error>;

/// Something under way. Boxed, so that what waits for it stays small.
type Sending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Failure>> + 'a>>;

/// Sends requests with the connection of this page.
#[derive(Clone, Copy, Debug)]
pub struct Client {
    session: Session,
    activity: Activity,
    preferences: Preferences,
}

impl Client {
    /// Makes the client of this page.
    pub fn new(session: Session, preferences: Preferences) -> Self {
        Self { session, activity: Activity::new(), preferences }
    }

    /// The record of all requests.
    pub fn activity(self) -> Activity {
        self.activity
    }

    /// Sends a read once with the page's connection.
    ///
    /// # Errors
    /// See [`Failure`].
    pub fn ask<'a>(self, unsigned: &'a Unsigned, abort: &'a Abort, take: Take<'a>) -> Sending<'a, ()> {
        Box::pin(async move {
            let connection = self.session.current().ok_or(Failure::NotConnected)?;
            self.send(&connection, unsigned, abort, take).await
        })
    }

    /// Sends a read once with a connection that is being tried; its answer only has to be one.
    ///
    /// # Errors
    /// See [`Failure`].
    pub fn ask_with<'a>(
        self,
        connection: &'a Arc<Connection>,
        unsigned: &'a Unsigned,
        take: Take<'a>,
    ) -> Sending<'a, ()> {
        Box::pin(async move { self.send(connection, unsigned, &Abort::new(), take).await })
    }

    /// Sends a write that was shown and confirmed, once.
    ///
    /// # Errors
    /// See [`Failure`].
    pub fn send_confirmed(self, unsigned: &Unsigned) -> Sending<'_, Written> {
        Box::pin(async move {
            let connection = self.session.current().ok_or(Failure::NotConnected)?;
            let mut written = None;
            let mut take = |reply: &Reply<'_>| {
                written = Some(Written::read(unsigned.spec, reply)?);
                Ok(())
            };
            self.send(&connection, unsigned, &Abort::new(), &mut take).await?;
            written.ok_or(Failure::Aborted)
        })
    }

    async fn send(
        self,
        connection: &Connection,
        unsigned: &Unsigned,
        abort: &Abort,
        take: Take<'_>,
    ) -> Result<(), Failure> {
        let now = js_sys::Date::now() as u64;
        let language = self.preferences.locale.get_untracked().api();
        let request = unsigned.sign(&connection.credentials, now, language);
        let address = connection.relay.address(&connection.gateway, &request.path_and_query);
        let number = self.activity.begin(unsigned, &request, &address);
        let result = match send(&address, &request, abort).await {
            Ok(Received { status, content_type, body }) => {
                self.activity.received(number, status, &body);
                take(&Reply { status, content_type: content_type.as_deref(), body: &body })
                    .map_err(Failure::Answer)
            }
            Err(failure) => Err(failure),
        };
        let outcome =
            result.as_ref().err().map_or(Outcome::Succeeded, |failure| Outcome::Failed(failure.clone()));
        self.activity.end(number, outcome);
        result
    }
}

/// What a write that took effect is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// The service's sentence.
    Message(String),
    /// Numbers of the requests that were made, one for each file.
    Applied(Vec<String>),
}

impl Written {
    /// Without a sentence or a request's number it is no receipt, whatever else it is.
    fn read(spec: &'static Spec, reply: &Reply<'_>) -> Result<Self, Error> {
        let number = |id: &Option<Id>| id.as_ref().map(Id::to_string);
        let numbers: Vec<String> = if spec == ApplyFileImport::SPEC {
            let list = decode::<ApplyFileImport>(reply)?;
            list.content.iter().filter_map(|file| number(&file.import_apply_id)).collect()
        } else if spec == ApplyFileExport::SPEC {
            let list = decode::<ApplyFileExport>(reply)?;
            list.content.iter().filter_map(|file| number(&file.export_apply_id)).collect()
        } else {
            // All others answer alike.
            let receipt = decode::<ExportFileApprove>(reply)?;
            let message = receipt.return_message.ok_or_else(|| no_receipt(reply))?;
            return Ok(Self::Message(message.into()));
        };
        if numbers.is_empty() { Err(no_receipt(reply)) } else { Ok(Self::Applied(numbers)) }
    }
}

fn no_receipt(reply: &Reply<'_>) -> Error {
    let raw = reply.body.get(..MAX_RAW_BYTES).unwrap_or(reply.body);
    Error {
        status: reply.status,
        kind: ErrorKind::Unexpected(Mismatch {
            path: String::new(),
            expected: "a message or a request's number",
            found: "nothing",
        }),
        raw: String::from_utf8_lossy(raw).into(),
    }
}
