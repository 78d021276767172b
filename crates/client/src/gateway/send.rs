//! One HTTP exchange through the relay, with a time limit.

use std::cell::Cell;
use std::rc::Rc;

use databoxframe::SignedRequest;
use databoxframe::operation::Method;
use gloo_timers::callback::Timeout;
use js_sys::{Object, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReferrerPolicy, Request, RequestCache, RequestCredentials, RequestInit,
    RequestRedirect, Response, Url,
};

use super::{Abort, Failure, demo};
use crate::connection::Relay;

/// Time limit of a request, in milliseconds.
const TIME_LIMIT_MS: u32 = 30_000;

/// A response, as bytes.
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
pub async fn send(url: &str, request: &SignedRequest, abort: &Abort) -> Result<Received, Failure> {
    let timed_out = Rc::new(Cell::new(false));
    let controller = abort.controller();
    let timer = {
        let (controller, timed_out) = (controller.clone(), timed_out.clone());
        Timeout::new(TIME_LIMIT_MS, move || {
            timed_out.set(true);
            controller.iter().for_each(AbortController::abort);
        })
    };
    let signal = controller.as_ref().map(AbortController::signal);
    let unsendable = |error: &JsValue| Failure::Unsendable(said(error));
    let first = outgoing(url, request, signal.as_ref(), true).map_err(|error| unsendable(&error))?;
    let mut result = exchange(url, &first).await;
    if result.as_ref().is_err_and(is_unsupported) {
        let plain = outgoing(url, request, signal.as_ref(), false).map_err(|error| unsendable(&error))?;
        result = exchange(url, &plain).await;
    }
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
        } else if is_unsupported(&error) {
            unsendable(&error)
        } else {
            Failure::Network(said(&error))
        }
    })
}

/// Whether the browser refuses a request before it sends anything of it: WebKit makes requests with
/// bodies that can be read once, but does not send them. Whatever happens on the way is a `TypeError`
/// or an abort, says the Fetch standard.
fn is_unsupported(error: &JsValue) -> bool {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    name.as_deref() == Some("NotSupportedError")
}

/// The browser's message of an error, or of whatever else was thrown.
fn said(error: &JsValue) -> String {
    match error.dyn_ref::<Object>() {
        Some(error) => error.to_string().into(),
        None => error.as_string().unwrap_or_default(),
    }
}

async fn exchange(url: &str, request: &Request) -> Result<Received, JsValue> {
    let answer = if url.starts_with(Relay::DEMO) {
        demo::fetch(request)?
    } else {
        window().fetch_with_request(request)
    };
    let response: Response = JsFuture::from(answer).await?.dyn_into()?;
    let header = |name| response.headers().get(name).ok().flatten();
    Ok(Received {
        status: response.status(),
        at: js_sys::Date::now(),
        content_type: header("content-type"),
        date: header("date"),
        age: header("age"),
        retry_after: header("retry-after"),
        body: Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?).to_vec(),
    })
}

/// The request for the browser. `once`: with a body that can be read once, if the browser takes one.
/// By calls only that return what the browser throws: it takes no
/// header with a value like `\u{200b}`.
fn outgoing(
    url: &str,
    signed: &SignedRequest,
    signal: Option<&AbortSignal>,
    once: bool,
) -> Result<Request, JsValue> {
    let init = RequestInit::new();
    init.set_method(match signed.method {
        Method::Get => "GET",
        Method::Post => "POST",
    });
    init.set_cache(RequestCache::NoStore);
    // A company's single sign-on may guard the relay of the page's own origin.
    init.set_credentials(RequestCredentials::SameOrigin);
    // Nobody is sent elsewhere with a signed request.
    init.set_redirect(RequestRedirect::Manual);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(signal);
    let request = match signed.body.as_ref() {
        None => Request::new_with_str_and_init(url, &init)?,
        Some(body) => match if once { read_once(url, &init, body)? } else { None } {
            Some(request) => request,
            None => {
                init.set_body(&body.as_str().into());
                Request::new_with_str_and_init(url, &init)?
            }
        },
    };
    for (name, value) in &signed.headers {
        request.headers().set(name, value)?;
    }
    Ok(request)
}

/// A request whose body can be read once, so that the browser can't send it again by itself: it
/// does, if a used connection ends without an answer. Over HTTP/1.1 no browser takes one.
fn read_once(url: &str, init: &RequestInit, body: &str) -> Result<Option<Request>, JsValue> {
    let stream = Response::new_with_opt_str(Some(body))?.body();
    let Some(stream) = stream.filter(|_| multiplexed(url)) else { return Ok(None) };
    init.set_body(&stream);
    Reflect::set(init, &"duplex".into(), &"half".into())?;
    let Ok(request) = Request::new_with_str_and_init(url, init) else { return Ok(None) };
    // A browser that knows no such bodies makes a text of the stream, or knows them only here.
    let known = Reflect::get(&request, &"duplex".into())?.as_string().as_deref() == Some("half");
    let text = request.headers().has("content-type")?;
    Ok((known && !text).then_some(request))
}

/// Whether the relay was last reached by HTTP/2 or 3, as far as the browser tells.
fn multiplexed(url: &str) -> bool {
    let base = window().location().href().unwrap_or_default();
    let Ok(origin) = Url::new_with_base(url, &base).map(|url| url.origin() + "/") else { return false };
    let Some(performance) = window().performance() else { return false };
    let text = |entry: &JsValue, name: &str| Reflect::get(entry, &name.into()).ok()?.as_string();
    let protocol = performance.get_entries_by_type("resource").to_vec().iter().rev().find_map(|entry| {
        let protocol = text(entry, "nextHopProtocol").filter(|protocol| !protocol.is_empty())?;
        text(entry, "name")?.starts_with(&origin).then_some(protocol)
    });
    matches!(protocol.as_deref(), Some("h2" | "h3"))
}
