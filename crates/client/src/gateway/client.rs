//! Sign → send → decode → record.

use leptos::prelude::*;
use std::sync::{Arc, Weak};

use databoxframe::error::{ErrorKind, Expected, Found, MAX_RAW_BYTES, Meaning, Mismatch};
use databoxframe::operation::Method;
use databoxframe::{Error, Language, Operation, Reply, SignedRequest, UnsignedRequest, decode};

use super::activity::{Activity, Outcome};
use super::queue::Queue;
use super::reads::Decoder;
use super::receipt::{HasReceipt, Receipt};
use super::send::{Received, send};
use super::{Abort, Clock, Failure};
use crate::connection::{Connection, Session, User};

/// Writes that are closer together than this, in milliseconds, could have the same time.
const SAME_TIME_MS: u64 = 10_000;

/// Facts from the headers of a response.
#[derive(Clone, Copy, Debug, Default)]
pub struct ResponseMeta {
    /// Whether a response came that this page may read.
    pub answered: bool,
    /// Whether its `Date` can be read.
    pub dated: bool,
    /// `Retry-After`, in milliseconds.
    pub(super) pause: Option<f64>,
}

/// A write as it was shown and confirmed, with the receipt that its operation has.
pub struct Confirmed {
    request: UnsignedRequest,
    receipt: fn(&Reply<'_>) -> Result<Receipt, Error>,
}

impl Confirmed {
    /// A write of operation `O`; none if the request is another operation's.
    pub fn of<O: Operation<Response: HasReceipt>>(request: UnsignedRequest) -> Option<Self> {
        (request.spec == O::SPEC).then_some(Self { request, receipt: receipt::<O> })
    }
}

/// A signed request.
pub(super) struct Signed<'a> {
    unsigned: &'a UnsignedRequest,
    request: SignedRequest,
    url: String,
    /// When it was signed, milliseconds since 1970.
    signed_at: f64,
    /// By how much this computer's time was corrected, in milliseconds.
    correction: f64,
}

/// Sends requests with the connection of this page.
#[derive(Clone, Copy, Debug)]
pub struct Client {
    session: Session,
    activity: Activity,
    clock: Clock,
    /// Language of the service's messages.
    language: Signal<Language>,
    /// Time that the last write was signed with, milliseconds since 1970.
    last_write: StoredValue<u64>,
    pub(super) queue: StoredValue<Queue, LocalStorage>,
}

impl Client {
    /// Makes the client of this page.
    pub fn new(session: Session, language: Signal<Language>) -> Self {
        Self {
            session,
            activity: Activity::new(),
            clock: Clock::new(),
            language,
            last_write: StoredValue::new(0),
            queue: StoredValue::new_local(Queue::default()),
        }
    }

    /// The connection in use, to be compared with a later one. A weak reference, which does not
    /// keep the keys.
    pub fn connection(self) -> Weak<Connection> {
        self.session.current().as_ref().map(Arc::downgrade).unwrap_or_default()
    }

    /// Whether this connection is still in use: dropped keys sign nothing more.
    pub fn is_current(self, connection: &Weak<Connection>) -> bool {
        self.current(connection).is_some()
    }

    /// The connection in use, if it is still this one.
    pub(super) fn current(self, connection: &Weak<Connection>) -> Option<Arc<Connection>> {
        self.session.current().filter(|current| connection.as_ptr() == Arc::as_ptr(current))
    }

    /// The user of the connection.
    pub fn user(self) -> Option<User> {
        self.session.current().as_deref().map(User::of)
    }

    /// Whether the outcome of a user's write may be shown on this page: not to another who has connected
    /// since, and not after the keys were forgotten. A lock keeps it for the same keys.
    pub fn may_report(self, user: Option<&User>) -> bool {
        match self.user() {
            Some(here) => user == Some(&here),
            None => self.session.is_locked(),
        }
    }

    /// The record of all requests.
    pub fn activity(self) -> Activity {
        self.activity
    }

    /// The clock.
    pub fn clock(self) -> Clock {
        self.clock
    }

    /// Sends a write that was shown and confirmed, once. A response without a receipt is an error
    /// that leaves the outcome unknown.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn write(self, confirmed: &Confirmed) -> Result<Receipt, Failure> {
        let connection = self.session.current().ok_or(Failure::NotConnected)?;
        let mut receipt = None;
        let mut decoder = |reply: &Reply<'_>| {
            receipt = Some((confirmed.receipt)(reply)?);
            Ok(())
        };
        let (abort, mut meta) = (Abort::new(), ResponseMeta::default());
        let permit = self.queue.try_with_value(Queue::write);
        let signed = self.sign(&connection, &confirmed.request);
        drop(connection);
        let sending = self.send(signed, &abort, &mut decoder, &mut meta);
        // Boxed, so that what waits for it stays small.
        let sent = Box::pin(sending).await;
        drop(permit);
        sent?;
        // Filled by the decoder whenever sending succeeded.
        receipt.ok_or(Failure::Aborted)
    }

    /// The time to sign with. No two writes of this page have the same: the relay passes each
    /// signature on once, and the body is not part of it.
    fn timestamp(self, method: Method, now: u64) -> u64 {
        if method == Method::Get {
            return now;
        }
        let last = self.last_write.try_get_value().unwrap_or_default();
        // After a correction of the clock times begin again elsewhere.
        let timestamp = if now <= last && last - now < SAME_TIME_MS { last + 1 } else { now };
        self.last_write.set_value(timestamp);
        timestamp
    }

    /// Signs a request, to be sent at once.
    pub(super) fn sign<'a>(self, connection: &Connection, unsigned: &'a UnsignedRequest) -> Signed<'a> {
        let signed_at = js_sys::Date::now();
        let correction = self.clock.correction();
        let language = self.language.get_untracked();
        let timestamp = self.timestamp(unsigned.spec.method, (signed_at + correction) as u64);
        let request = unsigned.sign(&connection.credentials, timestamp, language);
        let url = connection.relay.url(&connection.gateway, &request.path_and_query);
        Signed { unsigned, request, url, signed_at, correction }
    }

    /// Sends once.
    pub(super) async fn send(
        self,
        Signed { unsigned, request, url, signed_at, correction }: Signed<'_>,
        abort: &Abort,
        decoder: Decoder<'_>,
        meta: &mut ResponseMeta,
    ) -> Result<(), Failure> {
        let number = self.activity.begin(unsigned, &request, &url);
        let result = match send(&url, &request, abort).await {
            Ok(Received { status, at, content_type, date, age, retry_after, body }) => {
                self.clock.learn(signed_at, at, date.as_deref(), age.as_deref());
                *meta = ResponseMeta {
                    answered: true,
                    dated: date.is_some(),
                    pause: retry_after.as_deref().and_then(|text| asked_pause(text, at + correction)),
                };
                self.activity.received(number, status, content_type.as_deref(), &body);
                decoder(&Reply { status, content_type: content_type.as_deref(), body: &body }).map_err(
                    |error| {
                        let refused = error.meaning() == Meaning::Authentication;
                        match self.clock.refused(correction).filter(|_| refused) {
                            Some(behind) => Failure::Clock(error, behind),
                            None => Failure::Answer(error),
                        }
                    },
                )
            }
            Err(failure) => Err(failure),
        };
        let outcome =
            result.as_ref().err().map_or(Outcome::Succeeded, |failure| Outcome::Failed(failure.clone()));
        self.activity.end(number, outcome);
        result
    }
}

/// What `Retry-After` asks for: seconds, or a time on the gateway's clock; in milliseconds.
fn asked_pause(text: &str, now: f64) -> Option<f64> {
    let pause = match text.trim().parse::<u32>() {
        Ok(seconds) => f64::from(seconds) * 1_000.0,
        Err(_) => js_sys::Date::parse(text) - now,
    };
    pause.is_finite().then_some(pause)
}

/// The receipt in a response of `O`.
fn receipt<O: Operation<Response: HasReceipt>>(reply: &Reply<'_>) -> Result<Receipt, Error> {
    decode::<O>(reply)?.receipt().ok_or_else(|| no_receipt(reply))
}

fn no_receipt(reply: &Reply<'_>) -> Error {
    let raw = reply.body.get(..MAX_RAW_BYTES).unwrap_or(reply.body);
    Error {
        status: reply.status,
        kind: ErrorKind::Unexpected(Mismatch {
            path: String::new(),
            expected: Expected::Receipt,
            found: Found::Nothing,
        }),
        raw: String::from_utf8_lossy(raw).into(),
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::export_review::{ExportFileApprove, ExportFileReject};
    use databoxframe::{Id, prepare};

    use super::*;

    #[test]
    fn a_confirmed_write_is_of_the_operation_whose_response_it_expects() {
        let id = || Id::from(1);
        let approve = ExportFileApprove { frame_no: id(), box_no: id(), export_apply_id: id() };
        let request = prepare(&approve).unwrap();
        assert!(Confirmed::of::<ExportFileApprove>(request.clone()).is_some());
        assert!(Confirmed::of::<ExportFileReject>(request).is_none());
    }

    #[test]
    fn a_server_asks_for_a_pause_in_seconds() {
        assert_eq!(asked_pause(" 5 ", 0.0), Some(5_000.0));
    }
}
