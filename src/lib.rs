//! A console for NAVER Cloud Data Box Frame that runs wholly in the browser.
//!
//! The way of data: `pages` → `queries` → `query_cache` → `paging` → `gateway` (sign, relay, decode,
//! record) and back; all but the pages is the crate `databoxframe-client`. The order of the modules is
//! in `layers.rs`, the whole picture in ARCHITECTURE.md.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub use databoxframe_client::{conformance, gateway, paging, queries, query_cache, resource};
pub use databoxframe_ui::untrusted;

pub mod action;
pub mod app;
pub mod components;
pub mod connection;
pub mod console;
pub mod drafts;
pub mod form;
#[cfg(test)]
mod layers;
pub mod locale;
pub mod navigation;
pub mod notices;
pub mod notifications;
pub mod number;
pub mod pages;
pub mod palette;
pub mod preferences;
pub mod router;
pub mod shortcuts;
#[cfg(test)]
mod sources;
pub mod status_cells;
pub mod status_changes;
pub mod storage;
pub mod texts;
pub mod write;

/// After a panic nothing in the page reacts any more: hands the message to the loader,
/// which shows a screen that says so and offers to reload.
pub fn panic_screen(message: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&message.into());
    if let (Some(window), Ok(event)) =
        (web_sys::window(), web_sys::CustomEvent::new_with_event_init_dict("console-panic", &init))
    {
        // The screen is the last resort: nothing is left to try if it fails.
        let _ = window.dispatch_event(&event);
    }
}
