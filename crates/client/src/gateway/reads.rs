//! Reads: queued, signed by keys that are still in use, sent again after failures that may be temporary.

use std::pin::pin;
use std::sync::Weak;

use databoxframe::rule::Violation;
use databoxframe::{Error, Operation, Reply, UnsignedRequest, decode, prepare};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::WithValue as _;

use super::client::{ResponseMeta, Signed};
use super::clock::MAX_CORRECTED_MS;
use super::queue::Permit;
use super::{Abort, Client, Failure, Priority, SharedPriority};
use crate::connection::Connection;

/// Retries of a read after a failure that may be temporary.
const MAX_RETRIES: i32 = 2;
/// The pause before the first retry, in milliseconds; three times as long before the next.
const PAUSE_MS: f64 = 400.0;
/// Longest `Retry-After` that is waited for, in milliseconds.
const MAX_PAUSE_MS: f64 = 10_000.0;

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

/// The keys that sign a read. Looked up before each signature, and not held while it waits.
enum Keys<'a> {
    /// Those of the page, as long as they are in use.
    Page(Weak<Connection>),
    /// Those of a connection that is being tried.
    Tried(&'a Connection),
}

/// How a read is sent, and what the headers of its last response said.
struct Attempts {
    max_retries: i32,
    priority: SharedPriority,
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

impl Client {
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
        let (keys, request) = (self.connection(), prepare(operation));
        self.read_into(keys, &mut decoder::<O>(&mut response), request, priority.into(), abort).await?;
        // Filled by the decoder whenever sending succeeded.
        response.ok_or(Failure::Aborted)
    }

    /// The same for whoever decodes the response, and only with the keys of this connection. `request`:
    /// as [`prepare`] makes it.
    ///
    /// # Errors
    /// See [`Failure`].
    pub(crate) async fn read_into(
        self,
        connection: Weak<Connection>,
        decoder: Decoder<'_>,
        request: Result<UnsignedRequest, Vec<Violation>>,
        priority: SharedPriority,
        abort: &Abort,
    ) -> Result<(), Failure> {
        if !self.is_current(&connection) {
            return Err(Failure::NotConnected);
        }
        let keys = Keys::Page(connection);
        let mut attempts = Attempts { max_retries: MAX_RETRIES, priority, meta: ResponseMeta::default() };
        // Boxed, so that what waits for it stays small.
        Box::pin(self.send_with_retries(keys, request, abort, decoder, &mut attempts)).await
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
            Attempts { max_retries: 0, priority: Priority::Screen.into(), meta: ResponseMeta::default() };
        let mut response = None;
        let sent = {
            let (decoder, request) = (&mut decoder::<O>(&mut response), prepare(operation));
            let keys = Keys::Tried(connection);
            Box::pin(self.send_with_retries(keys, request, abort, decoder, &mut attempts)).await
        };
        let result = sent.and_then(|()| response.ok_or(Failure::Aborted));
        Trial { result, meta: attempts.meta }
    }

    async fn send_with_retries(
        self,
        keys: Keys<'_>,
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
            let permit = self.turn(priority.clone(), abort).await?;
            let signed = self.sign_with(&keys, &unsigned).ok_or(Failure::NotConnected)?;
            let sent = self.send(signed, abort, decoder, meta).await;
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
            rest(pause, abort).await?;
        }
    }

    /// Signs a read, if its keys are still in use.
    fn sign_with<'a>(self, keys: &Keys<'_>, unsigned: &'a UnsignedRequest) -> Option<Signed<'a>> {
        match keys {
            Keys::Page(connection) => Some(self.sign(&*self.current(connection)?, unsigned)),
            Keys::Tried(connection) => Some(self.sign(connection, unsigned)),
        }
    }

    /// Waits for the turn of a read.
    pub(super) async fn turn(self, priority: SharedPriority, abort: &Abort) -> Result<Permit, Failure> {
        // Gone with its page.
        let turn = self.queue.try_with_value(|queue| queue.read(priority)).ok_or(Failure::Aborted)?;
        match select(turn, pin!(abort.aborted())).await {
            Either::Left((permit, _)) if !abort.is_aborted() => Ok(permit),
            _ => Err(Failure::Aborted),
        }
    }
}

/// Waits so many milliseconds.
///
/// # Errors
/// If the read is cancelled meanwhile; at once.
async fn rest(milliseconds: f64, abort: &Abort) -> Result<(), Failure> {
    match select(TimeoutFuture::new(milliseconds as u32), pin!(abort.aborted())).await {
        Either::Left(_) if !abort.is_aborted() => Ok(()),
        _ => Err(Failure::Aborted),
    }
}

/// The pause before a retry, in milliseconds: exponential backoff with a jitter from 0 to 1, so that
/// pages that failed together do not all come back together.
fn pause(retries: i32, asked: Option<f64>, jitter: f64) -> f64 {
    (PAUSE_MS * 3_f64.powi(retries) * (0.75 + jitter / 2.0)).max(asked.unwrap_or_default())
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
    }
}
