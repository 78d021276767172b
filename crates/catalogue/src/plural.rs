//! Plural categories: which forms a language has, and for which whole numbers.

/// The categories of a language besides `other`, with the Rust pattern of their numbers, as the
/// CLDR has them for whole numbers: <https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>.
pub fn categories(tag: &str) -> Option<&'static [(&'static str, &'static str)]> {
    match tag.split('-').next()? {
        "en" | "de" | "nl" | "sv" => Some(&[("one", "1")]),
        "ko" | "ja" | "zh" | "vi" | "th" | "id" => Some(&[]),
        _ => None,
    }
}
