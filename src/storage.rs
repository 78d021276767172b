//! The browser's storage, for preferences only. It may be missing, full or forbidden:
//! then nothing is remembered and nothing else changes.

/// What is stored.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// Language tag.
    Language,
    /// Theme.
    Theme,
    /// Whether notifications are wanted.
    Notify,
}

impl Key {
    const fn name(self) -> &'static str {
        match self {
            Self::Language => "dbf.lang",
            Self::Theme => "dbf.theme",
            Self::Notify => "dbf.notify",
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Reads a value.
pub fn read(key: Key) -> Option<String> {
    storage()?.get_item(key.name()).ok()?
}

/// Writes a value, if it can be.
pub fn write(key: Key, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key.name(), value);
    }
}
