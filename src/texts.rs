//! The texts of the chosen language.

pub use databoxframe_texts::{DemoTexts, Locale, MarksTexts, Text, Texts};
use leptos::prelude::*;

/// The chosen language, as a context.
#[derive(Clone, Copy, Debug)]
pub struct ChosenLocale(pub RwSignal<Locale>);

/// The chosen language, English by default. Not tracked: the whole page is re-created when the
/// locale changes, so that no text has to be reactive.
pub fn current() -> Locale {
    use_context::<ChosenLocale>().map(|chosen| chosen.0.get_untracked()).unwrap_or_default()
}

/// The texts of the chosen language, see [`current`].
pub fn texts() -> &'static Texts {
    current().texts()
}

/// The language that the service is asked to answer in.
pub const fn api_language(locale: Locale) -> databoxframe::Language {
    match locale {
        Locale::English => databoxframe::Language::English,
        Locale::Korean => databoxframe::Language::Korean,
    }
}
