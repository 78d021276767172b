//! Notifications of the browser, for users who are looking elsewhere while a change is in progress.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

use crate::preferences::Preferences;

/// Permission to show notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// The browser has no notifications, or not for a page without https.
    Unavailable,
    /// The user was not asked yet.
    Ask,
    /// Allowed.
    Granted,
    /// Denied by the user or an administrator.
    Denied,
}

/// The current permission. It can change at any time.
pub fn permission() -> Permission {
    let window = window();
    // A call without support would throw.
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

/// Asks the user. Browsers allow the question only in response to a click.
pub async fn ask() -> Permission {
    if permission() == Permission::Ask
        && let Ok(question) = Notification::request_permission()
    {
        // If the question fails, the current permission counts.
        let _ = JsFuture::from(question).await;
    }
    permission()
}

/// Whether notifications are switched on and allowed.
pub fn on(preferences: Preferences) -> bool {
    preferences.notify.get_untracked() && permission() == Permission::Granted
}

/// Whether the page is hidden.
pub fn hidden() -> bool {
    document().hidden()
}

/// Shows a notification. A click on it shows the page.
pub fn show(title: &str, text: &str) {
    let options = NotificationOptions::new();
    options.set_body(text);
    // Notifications with the same tag from two tabs are one.
    options.set_tag(text);
    // Some browsers refuse in spite of the permission. The notice in the page remains.
    if let Ok(notification) = Notification::new_with_options(title, &options) {
        let come = wasm_bindgen::closure::Closure::once_into_js(|| {
            let _ = window().focus();
        });
        notification.set_onclick(Some(come.unchecked_ref()));
    }
}
