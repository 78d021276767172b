//! The browser's storage, for preferences and for encrypted connections. It may be missing, full or
//! forbidden: then nothing is stored, and the console works on.

use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::window_event_listener_untyped;
use wasm_bindgen::JsCast as _;

/// Keys of stored values.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// Language tag.
    Language,
    /// Theme.
    Theme,
    /// Whether notifications are wanted.
    Notify,
    /// Whether single keys are shortcuts.
    Shortcuts,
    /// Whether a request is shown beside its list.
    SideBySide,
    /// Minutes without input until the page locks itself.
    IdleLock,
    /// The vault: remembered connections, encrypted.
    Vault,
    /// A message to other tabs, for a moment.
    TabMessage,
    /// The changes made in this tab.
    Changes,
    /// Saved reasons for rejection.
    Reasons,
}

impl Key {
    const fn name(self) -> &'static str {
        match self {
            Self::Language => "dbf.lang",
            Self::Theme => "dbf.theme",
            Self::Notify => "dbf.notify",
            Self::Shortcuts => "dbf.shortcuts",
            Self::SideBySide => "dbf.side-by-side",
            Self::IdleLock => "dbf.idle",
            Self::Vault => "dbf.vault",
            Self::TabMessage => "dbf.tab-message",
            Self::Changes => "dbf.changes",
            Self::Reasons => "dbf.reasons",
        }
    }
}

fn storage(store: Store) -> Option<web_sys::Storage> {
    let window = web_sys::window()?;
    match store {
        Store::Browser => window.local_storage(),
        Store::Tab => window.session_storage(),
    }
    .ok()?
}

/// Stores of the browser.
#[derive(Clone, Copy, Debug)]
enum Store {
    /// For all tabs, until removed.
    Browser,
    /// For this tab, until it is closed.
    Tab,
}

/// Reads a value.
pub fn read(key: Key) -> Option<String> {
    storage(Store::Browser)?.get_item(key.name()).ok()?
}

/// Reads a value of this tab.
pub fn read_in_tab(key: Key) -> Option<String> {
    storage(Store::Tab)?.get_item(key.name()).ok()?
}

/// Writes a value, if it can be.
pub fn write(key: Key, value: &str) {
    put(key, Some(value));
}

/// Writes or removes a value. Returns whether the browser did it.
pub fn put(key: Key, value: Option<&str>) -> bool {
    put_into(Store::Browser, key.name(), value)
}

/// [`put`] for this tab.
pub fn put_in_tab(key: Key, value: Option<&str>) -> bool {
    put_into(Store::Tab, key.name(), value)
}

fn put_into(store: Store, name: &str, value: Option<&str>) -> bool {
    let Some(storage) = storage(store) else { return false };
    match value {
        Some(value) => storage.set_item(name, value).is_ok(),
        None => storage.remove_item(name).is_ok(),
    }
}

/// Begins the names of what is kept for tables.
const TABLE: &str = "dbf.table.";

/// Reads what is kept for a table.
pub fn read_table(name: &str) -> Option<String> {
    storage(Store::Browser)?.get_item(&format!("{TABLE}{name}")).ok()?
}

/// Keeps a text for a table, if it can be, or forgets it.
pub fn write_table(name: &str, value: Option<&str>) {
    put_into(Store::Browser, &format!("{TABLE}{name}"), value);
}

/// A listener that is removed on drop.
pub struct Listener(Option<WindowListenerHandle>);

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(listener) = self.0.take() {
            listener.remove();
        }
    }
}

/// Calls `changed` with the new value when another tab writes or removes it.
pub fn on_change(key: Key, changed: impl Fn(Option<String>) + 'static) -> Listener {
    Listener(Some(window_event_listener_untyped("storage", move |event| {
        let event: &web_sys::StorageEvent = event.unchecked_ref();
        // An event without a key: everything was removed.
        if event.key().is_none_or(|name| name == key.name()) {
            changed(event.new_value());
        }
    })))
}
