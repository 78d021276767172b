//! Sign → send → decode → record.

use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Weak};

use databoxframe::error::{ErrorKind, Expected, Found, MAX_RAW_BYTES, Meaning, Mismatch};
use databoxframe::operation::Method;
use databoxframe::{Error, Operation, Reply, Unsigned, decode, prepare};

use gloo_timers::future::TimeoutFuture;

use super::activity::{Activity, Outcome};
use super::clock::MOST_CORRECTED_MS;
use super::send::{Abort, Received, send};
use super::{Clock, Failure};
use crate::connection::{Connection, Session, User};
use crate::preferences::Preferences;

/// How often a read is sent again that may pass.
const MOST_RETRIES: i32 = 2;
/// How long is waited before the first, in milliseconds; three times as long before the next.
const PAUSE_MS: f64 = 400.0;
/// The longest wait that a server may ask for with `Retry-After`; for longer nobody waits.
const LONGEST_PAUSE_MS: f64 = 10_000.0;

/// Writes that are closer to each other than this, in milliseconds, could have the same time.
const SAME_TIME_MS: u64 = 10_000;

/// What the headers of an answer told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Heard {
    /// An answer came that this page may read.
    pub answered: bool,
    /// Its `Date` can be read.
    pub dated: bool,
    /// How long it asks to wait before another request, in milliseconds.
    pub(super) pause: Option<f64>,
}

/// Takes an answer apart, and keeps what it wants of it.
pub type Take<'a> = &'a mut dyn FnMut(&Reply<'_>) -> Result<(), Error>;

/// Something under way. Boxed, so that what waits for it stays small.
type Sending<'a, T> = Pin<Box<dyn Future<Output = Result<T, Failure>> + 'a>>;

/// Sends requests with the connection of this page.
#[derive(Clone, Copy, Debug)]
pub struct Client {
    session: Session,
    activity: Activity,
    clock: Clock,
    preferences: Preferences,
    /// The time that the last write was signed with, milliseconds since 1970.
    last_write: StoredValue<u64>,
}

impl Client {
    /// Makes the client of this page.
    pub fn new(session: Session, preferences: Preferences) -> Self {
        Self {
            session,
            activity: Activity::new(),
            clock: Clock::new(),
            preferences,
            last_write: StoredValue::new(0),
        }
    }

    /// The connection in use, to be compared with a later one. It does not keep the keys.
    pub fn connection(self) -> Weak<Connection> {
        self.session.current().as_ref().map(Arc::downgrade).unwrap_or_default()
    }

    /// Whose keys are in use.
    pub fn user(self) -> Option<User> {
        self.session.current().as_deref().map(User::of)
    }

    /// Whether what became of a user's write may be said on this page: not to another who has connected
    /// since, and not after the keys were forgotten. A lock keeps it for the same keys.
    pub fn may_tell(self, user: Option<&User>) -> bool {
        match self.user() {
            Some(here) => user == Some(&here),
            None => self.session.is_locked(),
        }
    }

    /// The record of all requests.
    pub fn activity(self) -> Activity {
        self.activity
    }

    /// This computer's clock beside the gateway's.
    pub fn clock(self) -> Clock {
        self.clock
    }

    /// Sends a read with the page's connection; again, each time signed anew, if it failed in a
    /// way that may pass.
    ///
    /// # Errors
    /// See [`Failure`].
    pub fn ask<'a>(self, unsigned: &'a Unsigned, abort: &'a Abort, take: Take<'a>) -> Sending<'a, ()> {
        Box::pin(async move {
            let connection = self.session.current().ok_or(Failure::NotConnected)?;
            self.read_again(&connection, unsigned, abort, take, MOST_RETRIES, &mut Heard::default()).await
        })
    }

    /// Sends a read with a connection that is being tried: somebody waits to mend what fails.
    ///
    /// # Errors
    /// See [`Failure`].
    pub fn ask_with<'a>(
        self,
        connection: &'a Arc<Connection>,
        unsigned: &'a Unsigned,
        abort: &'a Abort,
        take: Take<'a>,
        heard: &'a mut Heard,
    ) -> Sending<'a, ()> {
        Box::pin(async move { self.read_again(connection, unsigned, abort, take, 0, heard).await })
    }

    /// Sends a read with the page's connection; again, each time signed again, if it failed in a
    /// way that may pass.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn read<O: Operation>(self, operation: &O, abort: &Abort) -> Result<O::Response, Failure> {
        let unsigned = prepare(operation).map_err(Failure::Invalid)?;
        let mut response = None;
        let mut take = |reply: &Reply<'_>| {
            response = Some(decode::<O>(reply)?);
            Ok(())
        };
        self.ask(&unsigned, abort, &mut take).await?;
        response.ok_or(Failure::Aborted)
    }

    /// Sends a write that was shown and confirmed, once. `accept` takes the receipt out of the
    /// answer; an answer without one leaves the outcome unknown.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn write<O: Operation, T>(
        self,
        unsigned: &Unsigned,
        accept: impl Fn(O::Response) -> Option<T>,
    ) -> Result<T, Failure> {
        let mut receipt = None;
        let mut take = |reply: &Reply<'_>| {
            receipt = Some(accept(decode::<O>(reply)?).ok_or_else(|| no_receipt(reply))?);
            Ok(())
        };
        self.send_once(unsigned, &mut take).await?;
        receipt.ok_or(Failure::Aborted)
    }

    fn send_once<'a>(self, unsigned: &'a Unsigned, take: Take<'a>) -> Sending<'a, ()> {
        Box::pin(async move {
            let connection = self.session.current().ok_or(Failure::NotConnected)?;
            self.send(&connection, unsigned, &Abort::new(), take, &mut Heard::default()).await
        })
    }

    async fn read_again(
        self,
        connection: &Connection,
        unsigned: &Unsigned,
        abort: &Abort,
        take: Take<'_>,
        retries: i32,
        heard: &mut Heard,
    ) -> Result<(), Failure> {
        let (mut again, mut signed_for_time) = (0, false);
        loop {
            *heard = Heard::default();
            let failure = match self.send(connection, unsigned, abort, take, heard).await {
                Err(failure) => failure,
                Ok(()) => return Ok(()),
            };
            if let Failure::Clock(_, behind) = failure
                && behind.abs() <= MOST_CORRECTED_MS
                && !signed_for_time
            {
                // Now that the difference is known, it is signed with the gateway's time.
                signed_for_time = true;
                continue;
            }
            let pause = pause(again, heard.pause, js_sys::Math::random());
            if again >= retries || !failure.may_pass() || pause > LONGEST_PAUSE_MS {
                return Err(failure);
            }
            again += 1;
            TimeoutFuture::new(pause as u32).await;
            if abort.is_aborted() {
                return Err(Failure::Aborted);
            }
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
    async fn send(
        self,
        connection: &Connection,
        unsigned: &Unsigned,
        abort: &Abort,
        take: Take<'_>,
        heard: &mut Heard,
    ) -> Result<(), Failure> {
        let sent_at = js_sys::Date::now();
        let correction = self.clock.correction();
        let language = self.preferences.locale.get_untracked().api();
        let timestamp = self.timestamp(unsigned.spec.method, (sent_at + correction) as u64);
        let request = unsigned.sign(&connection.credentials, timestamp, language);
        let address = connection.relay.address(&connection.gateway, &request.path_and_query);
        let number = self.activity.begin(unsigned, &request, &address);
        let result = match send(&address, &request, abort).await {
            Ok(Received { status, at, content_type, date, age, retry_after, body }) => {
                self.clock.learn(sent_at, at, date.as_deref(), age.as_deref());
                *heard = Heard {
                    answered: true,
                    dated: date.is_some(),
                    pause: retry_after.as_deref().and_then(|text| asked_pause(text, at + correction)),
                };
                self.activity.received(number, status, &body);
                take(&Reply { status, content_type: content_type.as_deref(), body: &body }).map_err(|error| {
                    let refused = error.meaning() == Meaning::Authentication;
                    match self.clock.refused(correction).filter(|_| refused) {
                        Some(behind) => Failure::Clock(error, behind),
                        None => Failure::Answer(error),
                    }
                })
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

/// How long to wait before the next attempt, in milliseconds. With chance in it, so that pages
/// that failed together do not all come back together.
fn pause(again: i32, asked: Option<f64>, chance: f64) -> f64 {
    (PAUSE_MS * 3_f64.powi(again) * (0.75 + chance / 2.0)).max(asked.unwrap_or_default())
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
    use super::*;

    #[test]
    fn pauses_grow_vary_and_are_never_shorter_than_asked_for() {
        assert_eq!((pause(0, None, 0.0), pause(0, None, 1.0)), (300.0, 500.0));
        assert_eq!((pause(1, None, 0.0), pause(1, None, 1.0)), (900.0, 1_500.0));
        assert_eq!(pause(0, Some(7_000.0), 0.5), 7_000.0);
        assert_eq!(pause(0, Some(-60_000.0), 0.0), 300.0);
        assert_eq!(asked_pause(" 5 ", 0.0), Some(5_000.0));
    }
}
