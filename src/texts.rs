//! The texts of the chosen language.

pub use databoxframe_ui::texts::{ChosenLocale, DemoTexts, Locale, MarksTexts, Text, Texts, current, texts};

/// The language that the service is asked to answer in.
pub const fn api_language(locale: Locale) -> databoxframe::Language {
    match locale {
        Locale::English => databoxframe::Language::English,
        Locale::Korean => databoxframe::Language::Korean,
    }
}
