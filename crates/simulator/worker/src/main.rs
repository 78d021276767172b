//! The simulator as a web worker. `page.js` beside this folder is the page's side of it.
//!
//! A message is a request as JSON with a port for its answer, or a number: so many of a hundred
//! requests meet a fault from now on.

use databoxframe_simulator::{Behaviour, Reply, Request, Settings, Simulator, Timestamp};
use js_sys::{Array, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, MessagePort};

/// A request as the page sends it.
#[derive(Deserialize)]
struct Asked {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: String,
}

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mut simulator = Simulator::new(Settings::default(), Behaviour::default(), now());
    let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        if let Some(percent) = data.as_f64() {
            // Anything else than 0 to 100 becomes one of the two.
            simulator.behave(Behaviour { chaos_percent: percent as u64, ..Behaviour::default() });
        } else if let Some(asked) = data.as_string().and_then(|text| serde_json::from_str(&text).ok()) {
            let reply = simulator.answer(&request(asked), now());
            let port: MessagePort = event.ports().get(0).unchecked_into();
            // Who asked may be gone.
            let _ = port.post_message(&message(reply));
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    listen.forget();
    // Ready: a message that came before would have been lost.
    let _ = scope.post_message(&JsValue::NULL);
}

fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}

fn request(asked: Asked) -> Request {
    Request {
        method: asked.method,
        target: asked.target,
        headers: asked.headers,
        body: asked.body.into_bytes(),
    }
}

/// Delay, status, headers, body; the status 0 stands for a connection that was closed.
fn message(reply: Reply) -> Array {
    let delay = JsValue::from(reply.delay_ms as f64);
    let Some(response) = reply.response else {
        return Array::of2(&delay, &JsValue::from(0));
    };
    let headers = response.headers.iter().map(|(name, value)| Array::of2(&name.into(), &value.into()));
    let body = Uint8Array::from(response.body.as_slice());
    Array::of4(&delay, &JsValue::from(response.status), &headers.collect::<Array>(), &body)
}
