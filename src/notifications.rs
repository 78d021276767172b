//! Notifications of the browser, for who looks at something else while a change takes its time.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

use crate::preferences::Preferences;

/// Whether the browser shows any for this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// It has none, or none for a page that is not served securely.
    Unavailable,
    /// Nobody was asked yet.
    Ask,
    /// It does.
    Granted,
    /// The person or an administrator forbade it.
    Denied,
}

/// The permission as it is now; it can change at any time.
pub fn permission() -> Permission {
    let window = window();
    // Asking a browser that has none would end the page.
    let exists = js_sys::Reflect::has(&window, &"Notification".into()).unwrap_or_default();
    if !window.is_secure_context() || !exists {
        return Permission::Unavailable;
    }
    of(Notification::permission())
}

fn of(permission: NotificationPermission) -> Permission {
    match permission {
        NotificationPermission::Granted => Permission::Granted,
        NotificationPermission::Denied => Permission::Denied,
        _ => Permission::Ask,
    }
}

/// Asks the person, as the answer to a click of theirs; browsers refuse it otherwise.
pub async fn ask() -> Permission {
    if permission() == Permission::Ask
        && let Ok(question) = Notification::request_permission()
    {
        // Also if the question itself failed, what holds is asked for below.
        let _ = JsFuture::from(question).await;
    }
    permission()
}

/// Whether they are wanted and allowed.
pub fn on(preferences: Preferences) -> bool {
    preferences.notify.get_untracked() && permission() == Permission::Granted
}

/// Whether nobody sees the page now.
pub fn hidden() -> bool {
    document().hidden()
}

/// Shows one, and the page when it is clicked.
pub fn show(title: &str, text: &str) {
    let options = NotificationOptions::new();
    options.set_body(text);
    // The same text from two tabs is one notification.
    options.set_tag(text);
    // Some browsers refuse what others allow; the notice in the page remains.
    if let Ok(notification) = Notification::new_with_options(title, &options) {
        let come = wasm_bindgen::closure::Closure::once_into_js(|| {
            let _ = window().focus();
        });
        notification.set_onclick(Some(come.unchecked_ref()));
    }
}
