//! The demo: a simulator in this browser in place of the relay, loaded on demand. The other side is
//! simulator/worker.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Request;

/// The function that the loader provides.
const NAME: &str = "databoxframeDemo";

/// Why the demo does not start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DemoError {
    /// The server no longer has the files: there is a newer version.
    Upgraded,
    /// The browser's message.
    Failed(String),
}

/// Loads the demo, so that its first request finds it.
///
/// # Errors
/// See [`DemoError`].
pub async fn load_demo() -> Result<(), DemoError> {
    let loaded = match call(&JsValue::NULL) {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    loaded.map(drop).map_err(|error| {
        let missing = Reflect::get(&error, &"missing".into()).is_ok_and(|missing| missing.is_truthy());
        let message = || error.unchecked_ref::<js_sys::Error>().message().into();
        if missing { DemoError::Upgraded } else { DemoError::Failed(message()) }
    })
}

/// Like `fetch`.
pub fn fetch(request: &Request) -> Result<Promise, JsValue> {
    call(request)
}

/// Sets the fault rate in percent.
pub fn set_faults(percent: u8) {
    // Without the demo there is nothing to set.
    let _ = call(&percent.into());
}

fn call(argument: &JsValue) -> Result<Promise, JsValue> {
    let global = js_sys::global();
    let demo: Function = Reflect::get(&global, &NAME.into())?.dyn_into()?;
    Ok(demo.call1(&global, argument)?.unchecked_into())
}
