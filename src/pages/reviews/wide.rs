//! Whether the window has room for a list and what it leads to side by side.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// 1,200 px with the usual size of letters.
const QUERY: &str = "(min-width: 75rem)";

/// Whether it has; follows the window.
pub fn is_wide() -> RwSignal<bool> {
    let wide = RwSignal::new(false);
    let Ok(Some(media)) = window().match_media(QUERY) else { return wide };
    wide.set(media.matches());
    let here = media.clone();
    let changed = Closure::<dyn Fn()>::new(move || {
        wide.try_set(here.matches());
    });
    // Without it only a window that is resized keeps its layout.
    let _ = media.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
    let kept = StoredValue::new_local((media, changed));
    on_cleanup(move || {
        kept.try_with_value(|(media, changed)| {
            let _ = media.remove_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
        });
    });
    wide
}
