//! A table in the clipboard.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::clipboard::{clipboard, copy_text};
use crate::download::blob;

/// Copies a table: as HTML and as text where the browser takes both, else as text.
pub async fn copy(html: &str, text: &str) -> bool {
    let Some(clipboard) = clipboard() else { return false };
    if let Ok(items) = items(html, text)
        && JsFuture::from(clipboard.write(&items)).await.is_ok()
    {
        return true;
    }
    copy_text(text).await
}

/// One thing for the clipboard in both formats. Not every browser has its class.
fn items(html: &str, text: &str) -> Result<Array, JsValue> {
    let class: Function = Reflect::get(&window(), &"ClipboardItem".into())?.dyn_into()?;
    let formats = Object::new();
    for (kind, content) in [("text/html", html), ("text/plain", text)] {
        Reflect::set(&formats, &kind.into(), &blob(kind, content)?.into())?;
    }
    Ok(Array::of1(&Reflect::construct(&class, &Array::of1(&formats))?))
}
