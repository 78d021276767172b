//! The choices of language and theme, in Settings and before there are keys.

use leptos::prelude::*;

use crate::components::{Choice, Select};
use crate::locale::{Locale, texts};
use crate::preferences::{Preferences, Theme};

/// The language. `inline`: beside its label.
pub fn language_choice(preferences: Preferences, inline: bool) -> AnyView {
    let languages: Vec<Choice> = Locale::ALL
        .map(|locale| Choice { value: locale.tag().to_owned(), text: locale.name().to_owned() })
        .to_vec();
    let choose = Callback::new(move |tag: String| {
        if let Some(locale) = Locale::from_tag(&tag) {
            preferences.set_locale(locale);
        }
    });
    let value = Signal::derive(move || preferences.locale.get().tag().to_owned());
    // The focus finds it by its id in the other language.
    view! { <Select label=texts().language id="language" value=value choices=languages on_change=choose inline=inline /> }
        .into_any()
}

/// The theme. `inline`: beside its label.
pub fn theme_choice(preferences: Preferences, inline: bool) -> AnyView {
    let t = texts();
    let themes: Vec<Choice> =
        [(Theme::System, t.theme_system), (Theme::Light, t.theme_light), (Theme::Dark, t.theme_dark)]
            .map(|(theme, text)| Choice { value: theme.code().to_owned(), text: text.to_owned() })
            .to_vec();
    let choose = Callback::new(move |code: String| preferences.set_theme(Theme::from_code(&code)));
    let value = Signal::derive(move || preferences.theme.get().code().to_owned());
    view! { <Select label=t.theme value=value choices=themes on_change=choose inline=inline /> }.into_any()
}
