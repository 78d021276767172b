//! Files that the page makes and the browser saves.

mod name;

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::{document, set_timeout};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

pub use name::file_name;

/// How long the browser may take to read a file before it is let go: Firefox and Safari read it after
/// the click.
const KEPT: Duration = Duration::from_secs(60);

/// A text as a blob. `file_type`: its media type.
///
/// # Errors
/// What the browser throws.
pub fn blob(file_type: &str, text: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(file_type);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}

/// Lets the browser save a text as a file, by a link to a blob, which the policy allows. `file_type`:
/// its media type.
///
/// # Errors
/// What the browser throws.
pub fn save(file_name: &str, file_type: &str, text: &str) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&blob(file_type, text)?)?;
    let link = document().create_element("a")?;
    link.set_attribute("href", &url)?;
    link.set_attribute("download", file_name)?;
    if let Some(link) = link.dyn_ref::<HtmlElement>() {
        link.click();
    }
    set_timeout(
        move || {
            // Nothing depends on it: the blob goes with the page at the latest.
            let _ = Url::revoke_object_url(&url);
        },
        KEPT,
    );
    Ok(())
}

/// This day as it stands in a file's name, in the computer's time zone: `2026-11-28`.
pub fn today() -> String {
    day(&js_sys::Date::new_0())
}

/// This moment as it stands in a file's name, in the computer's time zone: `2026-11-28T1432`.
pub fn now() -> String {
    let now = js_sys::Date::new_0();
    format!("{}T{:02}{:02}", day(&now), now.get_hours(), now.get_minutes())
}

fn day(date: &js_sys::Date) -> String {
    format!("{}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}
