//! Connections remembered on this device: save, unlock, forget.

use std::sync::Arc;

use databoxframe::Credentials;
use leptos::prelude::*;

use super::attempt::Attempt;
use super::entry::{Entry, InputOptions};
use super::forgetting::Forgetting;
use crate::components::{Availability, Button, ButtonVariant, Choice, Select};
use crate::connection::vault::{self, Content, Opened, SHORTEST_PASSPHRASE, SaveRequest, StoredConnection};
use crate::connection::{Config, Connection, Reason, Relay, gateway};
use crate::console::Console;
use crate::locale::{Texts, gateway_error, key_error, relay_error, texts, vault_error};
use crate::storage::{self, Key};
use crate::untrusted::{has_visible, line, same_name};

/// Name and passphrase of a connection to be remembered.
#[derive(Clone, Copy)]
pub struct RememberFields {
    wanted: RwSignal<bool>,
    /// Name of the record.
    pub name: RwSignal<String>,
    name_line: Entry,
    passphrase: Entry,
    again: Entry,
}

impl RememberFields {
    /// Not requested.
    pub fn new(name: &str) -> Self {
        Self {
            wanted: RwSignal::new(false),
            name: RwSignal::new(name.to_owned()),
            name_line: Entry::new("record-name"),
            passphrase: Entry::new("passphrase"),
            again: Entry::new("passphrase-again"),
        }
    }

    /// The connection to store, if requested; `None` if the input is invalid, which is shown then.
    pub fn request(self, content: impl FnOnce() -> Content) -> Option<Option<SaveRequest>> {
        if !self.wanted.get_untracked() {
            return Some(None);
        }
        let t = texts();
        let name = self.name.get_untracked().trim().to_owned();
        let passphrase = self.passphrase.value();
        for line in [self.name_line, self.passphrase, self.again] {
            line.say(String::new());
        }
        let taken = |record: &StoredConnection| record.name().is_some_and(|other| same_name(&name, other));
        if !has_visible(&name) || vault::list().iter().any(taken) {
            self.name_line.refuse(t.keys.name_taken.to_owned());
        } else if passphrase.chars().count() < SHORTEST_PASSPHRASE {
            self.passphrase.refuse((t.keys.passphrase_short)(SHORTEST_PASSPHRASE));
        } else if passphrase != self.again.value() {
            self.again.refuse(t.keys.passphrase_differs.to_owned());
        } else {
            return Some(Some(SaveRequest { name, passphrase, content: content() }));
        }
        None
    }

    /// Removes the passphrase from the DOM.
    pub fn clear(self) {
        self.passphrase.set("");
        self.again.set("");
    }

    /// The fields, if the browser can encrypt. They are a form of their own with a name and a new
    /// password, as password managers expect where a password is created.
    pub fn view(self, submit: Callback<()>) -> AnyView {
        if !vault::available() {
            return ().into_any();
        }
        let t = texts();
        let Self { wanted, name, name_line, passphrase, again } = self;
        let on_submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            submit.run(());
        };
        let fields = move || {
            let rename = Callback::new(move |()| {
                name.set(name_line.value().to_string());
                name_line.say(String::new());
            });
            let typed = |line: Entry| Callback::new(move |()| line.say(String::new()));
            let name_look = InputOptions {
                value: Some(name.into()),
                ..InputOptions::text(t.keys.record_name, "username")
            };
            let secret = |label| InputOptions::secret(label, "new-password");
            view! {
                <form id="remember" class="entries" aria-label=t.keys.remember on:submit=on_submit>
                    <p class="hint">{t.keys.remember_hint}</p>
                    {name_line.view(name_look, rename)}
                    {passphrase.view(secret(t.keys.passphrase), typed(passphrase))}
                    {again.view(secret(t.keys.passphrase_again), typed(again))}
                    // For the Enter key: the visible button belongs to the other form.
                    <button type="submit" hidden tabindex="-1"></button>
                </form>
            }
            .into_any()
        };
        let toggle = move |event| wanted.set(event_target_checked(&event));
        view! {
            <label class="check">
                <input type="checkbox" on:change=toggle />
                <span>{t.keys.remember}</span>
            </label>
            <Show when=move || wanted.get()>{fields()}</Show>
        }
        .into_any()
    }
}

/// The stored records. Another tab may remove some at any time.
#[derive(Clone, Copy)]
struct Records {
    all: RwSignal<Vec<StoredConnection>>,
    chosen: RwSignal<Option<StoredConnection>>,
}

impl Records {
    fn new() -> Self {
        let all = vault::list();
        let records = Self { chosen: RwSignal::new(all.first().cloned()), all: RwSignal::new(all) };
        let listener = storage::on_change(Key::Vault, move |_| records.read());
        on_cleanup(move || drop(listener));
        records
    }

    /// Reads the records again. The chosen record stays chosen if it still exists.
    fn read(self) {
        let all = vault::list();
        let find = |chosen: &Option<_>| all.iter().find(|one| Some(*one) == chosen.as_ref()).cloned();
        // The page may be gone by the time a record is opened.
        let Some(kept) = self.chosen.try_with_untracked(find) else { return };
        self.chosen.set(kept.or_else(|| all.first().cloned()));
        self.all.set(all);
    }

    /// What asks before one is removed.
    fn forgetting(self) -> Forgetting {
        Forgetting::new(Callback::new(move |()| self.read()))
    }
}

/// Opens a record and connects with it.
async fn unlock(
    attempt: Attempt,
    records: Records,
    record: StoredConnection,
    passphrase: zeroize::Zeroizing<String>,
) {
    let console = attempt.console();
    // The record as stored now, also after the time that decryption takes.
    let forgotten = || !vault::list().contains(&record);
    let opened = if forgotten() { None } else { Some(record.open(passphrase).await) };
    match opened.filter(|_| !forgotten()) {
        None => {
            records.read();
            attempt.refuse(|t| t.keys.forgotten_elsewhere.to_owned());
        }
        Some(Err(error)) => attempt.refuse(move |t| vault_error(error, t).to_owned()),
        Some(Ok(opened)) => match console.config.with_value(|config| connection(config, opened)) {
            Ok(connection) => attempt.connect(connection, None).await,
            Err(reason) => attempt.refuse(move |t| reason(t)),
        },
    }
}

/// Whether there is a connection to unlock.
pub fn has_records() -> bool {
    vault::available() && !vault::list().is_empty()
}

/// Unlocks a remembered connection; empty without records.
pub fn unlock_form(console: Console) -> AnyView {
    if !vault::available() {
        return ().into_any();
    }
    let records = Records::new();
    let unlocking = Unlocking {
        records,
        forgetting: records.forgetting(),
        passphrase: Entry::new("unlock-passphrase"),
        attempt: Attempt::new(console, console.attempts.unlock),
    };
    // Outside of the list, so that the result stays when no record is left.
    view! {
        <Show when=move || !unlocking.records.all.with(Vec::is_empty)>{unlocking.form()}</Show>
        {unlocking.forgetting.view()}
        {unlocking.attempt.view()}
    }
    .into_any()
}

/// The form that unlocks.
#[derive(Clone, Copy)]
struct Unlocking {
    records: Records,
    forgetting: Forgetting,
    passphrase: Entry,
    attempt: Attempt,
}

impl Unlocking {
    fn submit(self) {
        let Self { records, passphrase: entry, attempt, .. } = self;
        let Some(record) = records.chosen.get_untracked().filter(|_| attempt.ready()) else { return };
        let passphrase = entry.value();
        if passphrase.is_empty() {
            return attempt.refuse(|t| t.keys.needs_passphrase.to_owned());
        }
        entry.set("");
        attempt.begin(unlock(attempt, records, record, passphrase));
    }

    /// The choice among the records.
    fn choice(self) -> AnyView {
        let t = texts();
        let Records { all, chosen } = self.records;
        let choices = Signal::derive(move || {
            let choice = |(index, record): (usize, &StoredConnection)| Choice {
                value: index.to_string(),
                text: name_of(record, t),
            };
            all.with(|all| all.iter().enumerate().map(choice).collect::<Vec<_>>())
        });
        let choose = Callback::new(move |index: String| {
            let index: usize = index.parse().unwrap_or_default();
            chosen.set(all.with_untracked(|all| all.get(index).cloned()));
        });
        let value = Signal::derive(move || {
            let chosen = chosen.get();
            let index = all.with(|all| all.iter().position(|one| Some(one) == chosen.as_ref()));
            index.unwrap_or_default().to_string()
        });
        view! { <Select label=t.keys.record value=value choices=choices on_change=choose /> }.into_any()
    }

    fn form(self) -> AnyView {
        let t = texts();
        let Self { records, forgetting, passphrase, attempt } = self;
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            self.submit();
        };
        let forget = Callback::new(move |()| {
            if let Some(record) = records.chosen.get_untracked() {
                forgetting.ask(record);
            }
        });
        let name = Signal::derive(move || {
            records.chosen.get().map(|record| name_of(&record, t)).unwrap_or_default()
        });
        let label = Signal::derive(move || {
            if attempt.is_busy() { t.keys.unlocking } else { t.keys.unlock }.to_owned()
        });
        let forget_label = Signal::derive(move || (t.keys.forget)(&line(&name.get()).words(t)));
        let busy = Signal::derive(move || Availability::busy_if(attempt.is_busy()));
        view! {
            <form class="panel" on:submit=submit aria-label=t.keys.remembered>
                {self.choice()}
                // The account of the passphrase, for password managers, which do not see the
                // select.
                <input type="text" name="unlock-name" autocomplete="username" hidden readonly prop:value=name />
                {passphrase.view(InputOptions::secret(t.keys.passphrase, "current-password"), Callback::new(|()| {}))}
                <div class="dialog-actions">
                    <Button label=label variant=ButtonVariant::Primary availability=busy submits=true />
                    <Button label=forget_label variant=ButtonVariant::Plain on_press=forget />
                </div>
            </form>
        }
        .into_any()
    }
}

/// The records, each with a button to forget it; empty without records.
pub fn remembered_list() -> AnyView {
    let t = texts();
    let records = Records::new();
    let forgetting = records.forgetting();
    let one = move |record: StoredConnection| {
        let label = (t.keys.forget)(&line(&name_of(&record, t)).words(t));
        let forget = Callback::new(move |()| forgetting.ask(record.clone()));
        view! { <Button label=label on_press=forget /> }.into_any()
    };
    let list = move || match records.all.get() {
        none if none.is_empty() => ().into_any(),
        all => {
            let buttons: Vec<AnyView> = all.into_iter().map(one).collect();
            view! {
                <section class="panel">
                    <h2>{t.keys.remembered}</h2>
                    {buttons}
                </section>
            }
            .into_any()
        }
    };
    view! {
        {list}
        {forgetting.view()}
    }
    .into_any()
}

/// What a record is called.
pub(super) fn name_of(record: &StoredConnection, t: &Texts) -> String {
    record.name().unwrap_or(t.keys.unreadable).to_owned()
}

/// The connection of an unlocked record.
///
/// # Errors
/// Why there is none: the configuration no longer offers it, or no longer allows custom
/// connections.
fn connection(config: &Config, opened: Opened) -> Result<Connection, Reason> {
    let configured = config.connections.iter().find(|offered| offered.name == opened.connection);
    let typed = !opened.gateway.is_empty();
    let (url, relay) = match configured {
        // The configured relay may have moved since.
        Some(configured) if !typed => (configured.gateway.clone(), configured.relay.clone()),
        _ if typed && config.allow_custom_connections => (opened.gateway, opened.relay),
        _ => return Err(Arc::new(|t| t.keys.not_offered.to_owned())),
    };
    gateway(&url).map_err(|error| -> Reason { Arc::new(move |t| gateway_error(error, t).to_owned()) })?;
    let relay = Relay::parse(&relay)
        .map_err(|error| -> Reason { Arc::new(move |t| relay_error(error, t).to_owned()) })?;
    let credentials = Credentials::parse(&opened.access_key, &opened.secret_key)
        .map_err(|error| -> Reason { Arc::new(move |t| key_error(error, t)) })?;
    Ok(Connection { name: opened.connection, gateway: url, relay, credentials })
}
