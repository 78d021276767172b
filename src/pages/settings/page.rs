//! `/settings`

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::appearance::{language_choice, theme_choice};
use super::compare::Comparison;
use crate::components::{Availability, Button, Cell, Choice, Detail, PageHeader, Select, Switch, details};
use crate::connection::Connection;
use crate::console::Console;
use crate::locale::{self, Texts, texts};
use crate::notifications::{self, Permission};
use crate::pages::connect::check::Check;
use crate::pages::connect::remembered::remembered_list;

/// Language, theme, notifications, connection, idle lock, remembered connections.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let t = texts();
    view! {
        <PageHeader title=t.settings />
        <Appearance />
        <Notifications />
        <Shortcuts />
        <ConnectionSection />
        {remembered_list()}
        <section class="panel">
            <h2>{t.infra.api}</h2>
            <p><a href="openapi.json" target="_blank" rel="noopener">{t.infra.api_link}</a></p>
            <Comparison />
            <p class="hint">{(t.infra.version)(env!("CARGO_PKG_VERSION"))}</p>
        </section>
    }
}

/// Language and theme.
#[component]
fn Appearance() -> impl IntoView {
    let Console { preferences, .. } = Console::expect();
    view! {
        <section class="panel">
            {language_choice(preferences, false)}
            {theme_choice(preferences, false)}
        </section>
    }
}

/// The switch of single-key shortcuts.
#[component]
fn Shortcuts() -> impl IntoView {
    let t = texts();
    let Console { preferences, shortcuts, .. } = Console::expect();
    let press = Callback::new(move |()| preferences.set_shortcuts(!preferences.shortcuts.get_untracked()));
    view! {
        <section class="panel">
            <Switch
                id="shortcuts"
                label=t.shortcuts.title
                on=preferences.shortcuts
                hint=t.shortcuts.hint
                availability=Availability::Ready
                on_press=press
            />
            <Button label=t.shortcuts.help on_press=Callback::new(move |()| shortcuts.list()) />
        </section>
    }
}

/// The connection in use, its check, and the idle lock.
#[component]
fn ConnectionSection() -> impl IntoView {
    let t = texts();
    let console = Console::expect();
    let session = console.session;
    let forget = Callback::new(move |()| console.forget_all());
    let lock = Callback::new(move |()| console.lock_all());
    let check = Check::new(console);
    let begin_check = Callback::new(move |()| {
        if let Some(connection) = session.current() {
            check.begin(connection);
        }
    });
    // The demo has no relay.
    let check_button =
        session.current().filter(|connection| !connection.relay.is_demo()).map(|_| check.button(begin_check));
    view! {
        <section class="panel">
            <h2>{t.connected}</h2>
            {move || session.get().map(|connection| connection_details(&connection, console, t))}
            <IdleLockChoice />
            <div class="page-actions">
                {check_button}
                <Button label=t.keys.lock_now on_press=lock />
                <Button label=t.disconnect on_press=forget />
            </div>
            {check.view()}
        </section>
    }
}

fn connection_details(connection: &Connection, console: Console, t: &'static Texts) -> AnyView {
    details(&[
        Detail::new(t.name, Cell::text(Some(&connection.name))),
        Detail::new(t.access_key, Cell::text(Some(connection.credentials.access_key()))),
        Detail::new(t.relay, Cell::text(Some(connection.relay.as_str()))),
        Detail::new(t.gateway, Cell::text(Some(&connection.gateway))),
        Detail::new(t.trust.clock, Cell::Text(locale::clock(console.client.clock().behind(), t))),
    ])
}

/// The choice of the idle lock.
#[component]
fn IdleLockChoice() -> impl IntoView {
    let t = texts();
    let Console { idle, .. } = Console::expect();
    let time = |minutes: u32| Choice {
        value: minutes.to_string(),
        text: if minutes == 0 { t.keys.never.to_owned() } else { (t.keys.minutes)(minutes) },
    };
    let times: Vec<Choice> = idle.choices().into_iter().map(time).collect();
    let choose = Callback::new(move |minutes: String| idle.choose(minutes.parse().unwrap_or_default()));
    let value = Signal::derive(move || idle.minutes.get().to_string());
    view! { <Select label=t.keys.idle_lock value=value choices=times on_change=choose /> }
}

/// The switch of notifications. It asks the browser only when pressed.
#[component]
fn Notifications() -> impl IntoView {
    let t = texts();
    let Console { preferences, .. } = Console::expect();
    let permission = RwSignal::new(notifications::permission());
    let on = Signal::derive(move || preferences.notify.get() && permission.get() == Permission::Granted);
    let availability = Signal::derive(move || match permission.get() {
        Permission::Unavailable => Availability::Disabled(t.watch.unavailable.to_owned()),
        Permission::Denied => Availability::Disabled(t.watch.denied.to_owned()),
        Permission::Ask | Permission::Granted => Availability::Ready,
    });
    let press = Callback::new(move |()| {
        let wanted = !on.get_untracked();
        spawn_local(async move {
            let answer = if wanted { notifications::ask().await } else { notifications::permission() };
            // Stored only if allowed: a permission that is given later is not a choice made here.
            preferences.set_notify(wanted && answer == Permission::Granted);
            // The page may be gone before the user answers.
            permission.try_set(answer);
        });
    });
    view! {
        <section class="panel">
            <h2>{t.watch.notifications}</h2>
            <Switch
                id="notify"
                label=t.watch.notify
                on=on
                hint=t.watch.notify_hint
                availability=availability
                on_press=press
            />
        </section>
    }
}
