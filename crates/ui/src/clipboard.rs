//! The clipboard.

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// The clipboard; without a secure context there is none, whatever its type says.
pub(crate) fn clipboard() -> Option<web_sys::Clipboard> {
    let navigator = window().navigator();
    let is_there = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|value| value.is_object());
    is_there.then(|| navigator.clipboard())
}

/// Copies a text. Browsers allow that only over https and after a click.
pub async fn copy_text(text: &str) -> bool {
    match clipboard() {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}
