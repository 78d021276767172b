//! One HTTP exchange through the relay, with a time limit.

use std::cell::Cell;
use std::rc::Rc;

use databoxframe::SignedRequest;
use databoxframe::operation::Method;
use gloo_net::http::RequestBuilder;
use gloo_timers::callback::Timeout;
use web_sys::{AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

use super::{Failure, demo};
use crate::connection::Relay;

/// How long an answer may take, in milliseconds.
const TIME_LIMIT_MS: u32 = 30_000;

/// Calls a read off when its page goes away.
#[derive(Clone, Debug)]
pub struct Abort(Option<AbortController>);

impl Abort {
    /// A handle for one request.
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// Calls it off, if it is still under way.
    pub fn abort(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }

    /// Whether it was called off.
    pub fn is_aborted(&self) -> bool {
        self.0.as_ref().is_some_and(|controller| controller.signal().aborted())
    }
}

impl Default for Abort {
    fn default() -> Self {
        Self::new()
    }
}

/// What came back, as bytes.
pub struct Received {
    /// HTTP status.
    pub status: u16,
    /// When its headers came, milliseconds since 1970.
    pub at: f64,
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The `Date` header.
    pub date: Option<String>,
    /// The `Age` header.
    pub age: Option<String>,
    /// The `Retry-After` header.
    pub retry_after: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// Sends a signed request once.
pub async fn send(address: &str, request: &SignedRequest, abort: &Abort) -> Result<Received, Failure> {
    let timed_out = Rc::new(Cell::new(false));
    let timer = {
        let (abort, timed_out) = (abort.clone(), timed_out.clone());
        Timeout::new(TIME_LIMIT_MS, move || {
            timed_out.set(true);
            abort.abort();
        })
    };
    let result = exchange(address, request, abort).await;
    drop(timer);
    // Only a redirect that was not followed has no status.
    if result.as_ref().is_ok_and(|received| received.status == 0) {
        return Err(Failure::SignIn);
    }
    result.map_err(|error| {
        if timed_out.get() {
            Failure::Timeout
        } else if abort.is_aborted() {
            Failure::Aborted
        } else {
            Failure::Network(error.to_string())
        }
    })
}

async fn exchange(
    address: &str,
    request: &SignedRequest,
    abort: &Abort,
) -> Result<Received, gloo_net::Error> {
    let signal = abort.0.as_ref().map(AbortController::signal);
    let mut builder = RequestBuilder::new(address)
        .method(match request.method {
            Method::Get => gloo_net::http::Method::GET,
            Method::Post => gloo_net::http::Method::POST,
        })
        .cache(RequestCache::NoStore)
        // A company's single sign-on may guard the relay of the page's own origin.
        .credentials(RequestCredentials::SameOrigin)
        // Nobody is sent elsewhere with a signed request.
        .redirect(RequestRedirect::Manual)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(signal.as_ref());
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let request = match &request.body {
        Some(body) => builder.body(body.as_str())?,
        None => builder.build()?,
    };
    let response =
        if address.starts_with(Relay::DEMO) { demo::fetch(request).await? } else { request.send().await? };
    let headers = response.headers();
    Ok(Received {
        status: response.status(),
        at: js_sys::Date::now(),
        content_type: headers.get("content-type"),
        date: headers.get("date"),
        age: headers.get("age"),
        retry_after: headers.get("retry-after"),
        body: response.binary().await?,
    })
}
