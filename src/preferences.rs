//! Preferences of this browser: language, theme, notifications, shortcuts, the layout of reviews.

use leptos::prelude::*;

use crate::storage;
use crate::texts::Locale;

/// How a switch is stored.
const ON: &str = "on";
const OFF: &str = "off";

fn switch(key: storage::Key, signal: RwSignal<bool>, on: bool) {
    storage::write(key, if on { ON } else { OFF });
    signal.set(on);
}

/// Colour theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The system's theme.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All themes, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Code in the storage and in `data-theme` of the root element.
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a code; the system's for an unknown one.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.code() == code).unwrap_or_default()
    }
}

/// The preferences, as signals.
#[derive(Clone, Copy, Debug)]
pub struct Preferences {
    /// The language.
    pub locale: RwSignal<Locale>,
    /// The theme.
    pub theme: RwSignal<Theme>,
    /// Whether notifications are wanted; the browser may still deny them.
    pub notify: RwSignal<bool>,
    /// Whether single keys are shortcuts.
    pub shortcuts: RwSignal<bool>,
    /// Whether a request is shown beside its list, where there is room.
    pub side_by_side: RwSignal<bool>,
}

impl Preferences {
    /// Reads stored preferences, or the browser's, and applies them to the document. `configured`:
    /// the language of `config.json`, if none was chosen.
    pub fn new(configured: Option<Locale>) -> Self {
        let stored = storage::read(storage::Key::Language).and_then(|tag| Locale::from_tag(&tag));
        let browser = || web_sys::window()?.navigator().language();
        let locale = stored.or(configured).or_else(|| Locale::from_tag(&browser()?)).unwrap_or_default();
        let theme =
            storage::read(storage::Key::Theme).map(|code| Theme::from_code(&code)).unwrap_or_default();
        let notify = storage::read(storage::Key::Notify).is_some_and(|value| value == ON);
        let is_not_off = |key| storage::read(key).is_none_or(|value| value != OFF);
        let preferences = Self {
            locale: RwSignal::new(locale),
            theme: RwSignal::new(theme),
            notify: RwSignal::new(notify),
            shortcuts: RwSignal::new(is_not_off(storage::Key::Shortcuts)),
            side_by_side: RwSignal::new(is_not_off(storage::Key::SideBySide)),
        };
        Effect::new(move |_| {
            if let Some(root) = document().document_element() {
                let theme = preferences.theme.get();
                // A failure costs only the colours.
                let _ = root.set_attribute("lang", preferences.locale.get().tag());
                let _ = match theme {
                    Theme::System => root.remove_attribute("data-theme"),
                    chosen => root.set_attribute("data-theme", chosen.code()),
                };
            }
        });
        preferences
    }

    /// Sets and stores the language.
    pub fn set_locale(self, locale: Locale) {
        storage::write(storage::Key::Language, locale.tag());
        self.locale.set(locale);
    }

    /// Sets and stores the theme.
    pub fn set_theme(self, theme: Theme) {
        storage::write(storage::Key::Theme, theme.code());
        self.theme.set(theme);
    }

    /// Switches notifications on or off, and stores it.
    pub fn set_notify(self, on: bool) {
        switch(storage::Key::Notify, self.notify, on);
    }

    /// Switches single-key shortcuts on or off, and stores it.
    pub fn set_shortcuts(self, on: bool) {
        switch(storage::Key::Shortcuts, self.shortcuts, on);
    }

    /// Shows a request beside its list or alone, and stores it.
    pub fn set_side_by_side(self, on: bool) {
        switch(storage::Key::SideBySide, self.side_by_side, on);
    }
}
