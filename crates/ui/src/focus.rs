//! Moving the focus.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Gives the focus to an element as soon as it is there.
pub fn focus_soon(id: String) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        // A control inside, if it is only a place.
        let inner =
            element.as_ref().and_then(|element| element.query_selector("button, input").ok().flatten());
        let target: Option<web_sys::HtmlElement> =
            inner.or(element).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(target) = target {
            // Without focus the form is still usable.
            let _ = target.focus();
        }
    });
}
