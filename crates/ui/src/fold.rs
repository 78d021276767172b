//! Texts as a search compares them: never shown.

/// A text without what a search overlooks: composed or decomposed, wide or narrow, upper or lower
/// case. Upper case last: "ς" and "σ", "ß" and "SS" meet there.
pub fn fold(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { fold_any(text) }
}

/// By the browser: the tables of Unicode would be a part of the download.
#[cfg(target_arch = "wasm32")]
fn fold_any(text: &str) -> String {
    let compatible = |text: &js_sys::JsString| text.normalize("NFKC");
    let cases = compatible(&text.into()).to_lower_case().to_upper_case();
    compatible(&cases).into()
}

#[cfg(not(target_arch = "wasm32"))]
fn fold_any(text: &str) -> String {
    text.to_lowercase().to_uppercase()
}
