//! Unicode normalization by the browser: an own table would add to the download.

/// A text in NFC (composed).
pub fn nfc(text: &str) -> String {
    normalize(text, "NFC")
}

/// A text in NFD (decomposed).
pub fn nfd(text: &str) -> String {
    normalize(text, "NFD")
}

#[cfg(target_arch = "wasm32")]
fn normalize(text: &str, form: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    js_sys::JsString::from(text).normalize(form).into()
}

/// For native tests, which have no browser.
#[cfg(not(target_arch = "wasm32"))]
fn normalize(text: &str, form: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    match form {
        "NFD" => text.nfd().collect(),
        _ => text.nfc().collect(),
    }
}
