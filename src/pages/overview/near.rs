//! Whether a part of the page is on the screen or near it, so that far ones read nothing.

use js_sys::Array;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Becomes true as soon as the element is within a screen's height, and stays so.
pub fn when_near(element: NodeRef<html::Section>) -> RwSignal<bool> {
    let near = RwSignal::new(false);
    let kept = StoredValue::new_local(None::<(IntersectionObserver, Closure<dyn FnMut(Array)>)>);
    let end = move || {
        kept.try_update_value(|kept| {
            if let Some((observer, _)) = kept {
                observer.disconnect();
            }
        });
    };
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let is_near = |entry: wasm_bindgen::JsValue| {
                entry.dyn_into::<IntersectionObserverEntry>().is_ok_and(|entry| entry.is_intersecting())
            };
            if entries.iter().any(is_near) {
                near.set(true);
                end();
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin("100%");
        match IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options) {
            Ok(observer) => {
                observer.observe(&element);
                kept.set_value(Some((observer, seen)));
            }
            // Too much is read rather than too little.
            Err(_) => near.set(true),
        }
    });
    on_cleanup(end);
    near
}
