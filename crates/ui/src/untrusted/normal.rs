//! Unicode normalization, as the browser does it: a table of its own would be in the download.

/// A text in NFC: what can be composed is.
pub fn nfc(text: &str) -> String {
    normalize(text, "NFC")
}

/// A text in NFD: what can be decomposed is.
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

#[cfg(not(target_arch = "wasm32"))]
fn normalize(text: &str, form: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    match form {
        "NFD" => text.nfd().collect(),
        _ => text.nfc().collect(),
    }
}
