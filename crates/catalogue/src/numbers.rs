//! Numbers in a language: its plural categories, and what stands between thousands.

/// The categories of a language besides `other`, with the Rust pattern of their numbers, as the
/// CLDR has them for whole numbers: <https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>.
pub fn categories(tag: &str) -> Option<&'static [(&'static str, &'static str)]> {
    match tag.split('-').next()? {
        "en" | "de" | "nl" | "sv" => Some(&[("one", "1")]),
        "ko" | "ja" | "zh" | "vi" | "th" | "id" => Some(&[]),
        _ => None,
    }
}

/// What stands between groups of three digits, as the CLDR has it.
pub fn group_separator(tag: &str) -> Option<char> {
    match tag.split('-').next()? {
        "en" | "ko" | "ja" | "zh" | "th" => Some(','),
        "de" | "nl" | "vi" | "id" => Some('.'),
        "sv" => Some('\u{a0}'),
        _ => None,
    }
}
