//! Components and whole pages in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a panic is how a test fails"
)]

mod activity;

mod changes;
mod check;
mod client;
mod compare;
mod confirmation;
mod connect;
mod decided;
mod entry;
mod forms;
mod hostile;
mod lists;
mod location;
mod lock;
mod outcome;
mod overview;
mod parts;
mod preferences;
mod reads;
mod reviews;
mod sections;
mod send;
mod support;
mod table;
mod tabs;
mod trust;
mod vault;
mod way_back;
mod write;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
