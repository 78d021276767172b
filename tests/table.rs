//! Tables in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a panic is how a test fails"
)]

mod support;

use databoxframe_console::pages::FramesPage;
use leptos::prelude::*;
use support::Page;
use support::answers::{FRAMES, frame, frames};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn frames_page(address: &str) -> Page {
    Page::open(address, |_| (view! { <FramesPage /> }.into_any(), ())).0
}

#[wasm_bindgen_test]
async fn rows_are_shown() {
    let page = frames_page("/frames");
    page.gateway.always(FRAMES, frames(&[frame(83, "Alpha")]));
    page.shows("Alpha").await;
    assert_eq!(page.texts("tbody th"), ["Alpha"]);
}
