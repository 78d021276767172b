//! Components and whole pages in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a panic is how a test fails"
)]

mod activity;
mod bulk;
mod changes;
mod check;
mod client;
mod compare;
mod confirmation;
mod connect;
mod decided;
mod desk;
mod entry;
mod forms;
mod hostile;
mod lists;
mod location;
mod lock;
mod many_rows;
mod notices;
mod outcome;
mod outcome_unknown;
mod overview;
mod palette;
mod parts;
mod preferences;
mod queries;
mod reads;
mod reasons;
mod reviews;
mod sections;
mod send;
mod support;
mod table;
mod tabs;
mod trust;
mod unavailable;
mod vault;
mod views;
mod way_back;
mod widths;
mod write;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
