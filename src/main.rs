//! Mounts the console into the page.

use databoxframe_console::app::{App, read_config};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

fn main() {
    std::panic::set_hook(Box::new(|info| databoxframe_console::panic_screen(&info.to_string())));
    // Leptos's own executor starts only with the first mount.
    spawn_local(async {
        let config = read_config().await;
        if let Some(loading) = document().get_element_by_id("loading") {
            loading.remove();
        }
        mount_to_body(move || view! { <App config=config /> });
    });
}
