//! Sign → send → decode → record.

use leptos::prelude::*;
use std::pin::pin;
use std::sync::{Arc, Weak};

use databoxframe::error::{ErrorKind, Expected, Found, MAX_RAW_BYTES, Meaning, Mismatch};
use databoxframe::operation::Method;
use databoxframe::rule::Violation;
use databoxframe::{Error, Language, Operation, Reply, UnsignedRequest, decode, prepare};

use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;

use super::activity::{Activity, Outcome};
use super::clock::MAX_CORRECTED_MS;
use super::queue::{Permit, Queue};
use super::receipt::{HasReceipt, Receipt};
use super::send::{Received, send};
use super::{Abort, Clock, Failure, Priority};
use crate::connection::{Connection, Session, User};

/// Retries of a read after a failure that may be temporary.
const MAX_RETRIES: i32 = 2;
/// The pause before the first retry, in milliseconds; three times as long before the next.
const PAUSE_MS: f64 = 400.0;
/// Longest `Retry-After` that is waited for, in milliseconds.
const MAX_PAUSE_MS: f64 = 10_000.0;

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

/// A read with a connection that is being tried.
#[derive(Debug)]
pub struct Trial<R> {
    /// Result.
    pub result: Result<R, Failure>,
    /// Facts from the headers of the response.
    pub meta: ResponseMeta,
}

impl<R> Trial<R> {
    /// The trial with another result.
    pub fn map<T>(self, map: impl FnOnce(R) -> T) -> Trial<T> {
        Trial { result: self.result.map(map), meta: self.meta }
    }
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

/// How a read is sent, and what the headers of its last response said.
struct Attempts {
    max_retries: i32,
    priority: Priority,
    meta: ResponseMeta,
}

/// Decodes a response into the place that its caller waits for. With it, all that follows is one copy
/// of the code for all operations.
pub type Decoder<'a> = &'a mut dyn FnMut(&Reply<'_>) -> Result<(), Error>;

/// The decoder of responses of `O`.
fn decoder<O: Operation>(place: &mut Option<O::Response>) -> impl FnMut(&Reply<'_>) -> Result<(), Error> {
    |reply| {
        *place = Some(decode::<O>(reply)?);
        Ok(())
    }
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
    queue: StoredValue<Queue, LocalStorage>,
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

    /// Sends a read with the page's connection; again, each time signed again, after a failure that
    /// may be temporary.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn read<O: Operation>(self, operation: &O, abort: &Abort) -> Result<O::Response, Failure> {
        self.read_at(operation, Priority::Screen, abort).await
    }

    /// The same at another place in the queue.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn read_at<O: Operation>(
        self,
        operation: &O,
        priority: Priority,
        abort: &Abort,
    ) -> Result<O::Response, Failure> {
        let mut response = None;
        self.read_into(&mut decoder::<O>(&mut response), prepare(operation), priority, abort).await?;
        // Filled by the decoder whenever sending succeeded.
        response.ok_or(Failure::Aborted)
    }

    /// The same for whoever decodes the response. `request`: as [`prepare`] makes it.
    ///
    /// # Errors
    /// See [`Failure`].
    pub(crate) async fn read_into(
        self,
        decoder: Decoder<'_>,
        request: Result<UnsignedRequest, Vec<Violation>>,
        priority: Priority,
        abort: &Abort,
    ) -> Result<(), Failure> {
        let connection = self.session.current().ok_or(Failure::NotConnected)?;
        let mut attempts = Attempts { max_retries: MAX_RETRIES, priority, meta: ResponseMeta::default() };
        // Boxed, so that what waits for it stays small.
        Box::pin(self.send_with_retries(&connection, request, abort, decoder, &mut attempts)).await
    }

    /// Sends a read with a connection that is being tried, without retries: somebody waits to fix
    /// what fails.
    pub async fn try_read<O: Operation>(
        self,
        connection: &Connection,
        operation: &O,
        abort: &Abort,
    ) -> Trial<O::Response> {
        let mut attempts =
            Attempts { max_retries: 0, priority: Priority::Screen, meta: ResponseMeta::default() };
        let mut response = None;
        let sent = {
            let (decoder, request) = (&mut decoder::<O>(&mut response), prepare(operation));
            Box::pin(self.send_with_retries(connection, request, abort, decoder, &mut attempts)).await
        };
        let result = sent.and_then(|()| response.ok_or(Failure::Aborted));
        Trial { result, meta: attempts.meta }
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
        let sending = self.send(&connection, &confirmed.request, &abort, &mut decoder, &mut meta);
        // Boxed, so that what waits for it stays small.
        let sent = Box::pin(sending).await;
        drop(permit);
        sent?;
        // Filled by the decoder whenever sending succeeded.
        receipt.ok_or(Failure::Aborted)
    }

    async fn send_with_retries(
        self,
        connection: &Connection,
        request: Result<UnsignedRequest, Vec<Violation>>,
        abort: &Abort,
        decoder: Decoder<'_>,
        Attempts { max_retries, priority, meta }: &mut Attempts,
    ) -> Result<(), Failure> {
        let unsigned = request.map_err(Failure::Invalid)?;
        let (mut retries, mut signed_for_time) = (0, false);
        loop {
            *meta = ResponseMeta::default();
            // Others are read while this one pauses.
            let permit = self.turn(*priority, abort).await?;
            let sent = self.send(connection, &unsigned, abort, decoder, meta).await;
            drop(permit);
            let Err(failure) = sent else { return Ok(()) };
            if let Failure::Clock(_, behind) = failure
                && behind.abs() <= MAX_CORRECTED_MS
                && !signed_for_time
            {
                // Now that the difference is known, it is signed with the gateway's time.
                signed_for_time = true;
                continue;
            }
            let pause = pause(retries, meta.pause, js_sys::Math::random());
            if retries >= *max_retries || !failure.is_retryable() || pause > MAX_PAUSE_MS {
                return Err(failure);
            }
            retries += 1;
            TimeoutFuture::new(pause as u32).await;
            if abort.is_aborted() {
                return Err(Failure::Aborted);
            }
        }
    }

    /// Waits for the turn of a read.
    pub(super) async fn turn(self, priority: Priority, abort: &Abort) -> Result<Permit, Failure> {
        // Gone with its page.
        let turn = self.queue.try_with_value(|queue| queue.read(priority)).ok_or(Failure::Aborted)?;
        match select(turn, pin!(abort.aborted())).await {
            Either::Left((permit, _)) if !abort.is_aborted() => Ok(permit),
            _ => Err(Failure::Aborted),
        }
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

    /// Sends once.
    pub(super) async fn send(
        self,
        connection: &Connection,
        unsigned: &UnsignedRequest,
        abort: &Abort,
        decoder: Decoder<'_>,
        meta: &mut ResponseMeta,
    ) -> Result<(), Failure> {
        let sent_at = js_sys::Date::now();
        let correction = self.clock.correction();
        let language = self.language.get_untracked();
        let timestamp = self.timestamp(unsigned.spec.method, (sent_at + correction) as u64);
        let request = unsigned.sign(&connection.credentials, timestamp, language);
        let url = connection.relay.url(&connection.gateway, &request.path_and_query);
        let number = self.activity.begin(unsigned, &request, &url);
        let result = match send(&url, &request, abort).await {
            Ok(Received { status, at, content_type, date, age, retry_after, body }) => {
                self.clock.learn(sent_at, at, date.as_deref(), age.as_deref());
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

/// The pause before a retry, in milliseconds: exponential backoff with a jitter from 0 to 1, so that
/// pages that failed together do not all come back together.
fn pause(retries: i32, asked: Option<f64>, jitter: f64) -> f64 {
    (PAUSE_MS * 3_f64.powi(retries) * (0.75 + jitter / 2.0)).max(asked.unwrap_or_default())
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
    use databoxframe::Id;
    use databoxframe::export_review::{ExportFileApprove, ExportFileReject};

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
    fn pauses_grow_vary_and_are_never_shorter_than_asked_for() {
        assert_eq!((pause(0, None, 0.0), pause(0, None, 1.0)), (300.0, 500.0));
        assert_eq!((pause(1, None, 0.0), pause(1, None, 1.0)), (900.0, 1_500.0));
        assert_eq!(pause(0, Some(7_000.0), 0.5), 7_000.0);
        assert_eq!(pause(0, Some(-60_000.0), 0.0), 300.0);
        assert_eq!(asked_pause(" 5 ", 0.0), Some(5_000.0));
    }
}
