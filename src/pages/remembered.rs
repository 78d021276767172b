//! Connections that are remembered on this device: asked for, unlocked, forgotten.

use std::sync::Arc;

use databoxframe::Credentials;
use leptos::html;
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::attempt::Attempt;
use crate::components::{Button, Choice, Look, Select, TextField};
use crate::connection::vault::{self, Content, Opened, Record, SHORTEST_PASSPHRASE, Wish};
use crate::connection::{Config, Connection, Relay, is_origin};
use crate::console::Console;
use crate::dom::view;
use crate::locale::{Texts, texts};
use crate::reactive::{Callback, RwSignal, Signal, dynamic, nothing, spawn, when};
use crate::untrusted::line;

/// A field for something secret.
pub fn key_field(label: &'static str, autocomplete: &'static str, input: NodeRef<html::Input>) -> AnyView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input node_ref=input type="password" autocomplete=autocomplete />
        </label>
    }
}

/// Takes what is in a field for something secret.
fn secret(input: NodeRef<html::Input>) -> Zeroizing<String> {
    Zeroizing::new(input.get_untracked().map(|input| input.value()).unwrap_or_default())
}

fn empty(input: NodeRef<html::Input>) {
    if let Some(input) = input.get_untracked() {
        input.set_value("");
    }
}

/// Under which name and with which passphrase the keys are to be remembered, if at all.
#[derive(Clone, Copy)]
pub struct RememberFields {
    wanted: RwSignal<bool>,
    /// What to call it.
    pub name: RwSignal<String>,
    passphrase: NodeRef<html::Input>,
    again: NodeRef<html::Input>,
}

impl RememberFields {
    /// Not wanted yet.
    pub fn new(name: &str) -> Self {
        Self {
            wanted: RwSignal::new(false),
            name: RwSignal::new(name.to_owned()),
            passphrase: NodeRef::new(),
            again: NodeRef::new(),
        }
    }

    /// What shall be remembered, if anything.
    ///
    /// # Errors
    /// Why it can't be, in words.
    pub fn wish(self, content: impl FnOnce() -> Content) -> Result<Option<Wish>, String> {
        if !self.wanted.get_untracked() {
            return Ok(None);
        }
        let t = texts();
        let name = self.name.get_untracked().trim().to_owned();
        let passphrase = secret(self.passphrase);
        if name.is_empty() || vault::list().iter().any(|record| record.name() == Some(&name)) {
            Err(t.keys.name_taken.to_owned())
        } else if passphrase.chars().count() < SHORTEST_PASSPHRASE {
            Err((t.keys.passphrase_short)())
        } else if passphrase != secret(self.again) {
            Err(t.keys.passphrase_differs.to_owned())
        } else {
            Ok(Some(Wish { name, passphrase, content: content() }))
        }
    }

    /// Takes the passphrase out of the document.
    pub fn clear(self) {
        empty(self.passphrase);
        empty(self.again);
    }

    /// The fields; nothing where the browser can't encrypt.
    pub fn view(self) -> AnyView {
        if !vault::available() {
            return nothing();
        }
        let t = texts();
        let fields = move || {
            let rename = Callback::new(move |name| self.name.set(name));
            view! {
                <p class="hint">{t.keys.remember_hint}</p>
                <TextField id="record-name" label=t.keys.record_name value=self.name on_input=rename />
                {key_field(t.keys.passphrase, "new-password", self.passphrase)}
                {key_field(t.keys.passphrase_again, "new-password", self.again)}
            }
        };
        let toggle = move |event| self.wanted.set(event_target_checked(&event));
        view! {
            <label class="check">
                <input type="checkbox" on:change=toggle />
                <span>{t.keys.remember}</span>
            </label>
            {when(move || self.wanted.get(), fields)}
        }
    }
}

/// Unlocks one of the remembered connections; nothing if there is none.
pub fn unlock_form(console: Console) -> AnyView {
    let t = texts();
    let records = RwSignal::new(if vault::available() { vault::list() } else { Vec::new() });
    let chosen = RwSignal::new(0_usize);
    let input = NodeRef::<html::Input>::new();
    let attempt = Attempt::new(console);
    let record = move || records.with(|records| records.get(chosen.get()).cloned());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(record) = untrack(record).filter(|_| attempt.ready()) else { return };
        let passphrase = secret(input);
        if passphrase.is_empty() {
            return attempt.refuse(t.keys.needs_passphrase);
        }
        empty(input);
        attempt.busy.set(true);
        spawn(async move {
            match record.open(passphrase).await {
                Ok(opened) => match console.config.with_value(|config| connection(config, opened)) {
                    Some(connection) => attempt.run(Arc::new(connection), None).await,
                    None => attempt.refuse(t.keys.not_offered),
                },
                Err(error) => attempt.refuse((t.keys.failed)(error)),
            }
            attempt.busy.set(false);
        });
    };
    let forget = Callback::new(move |()| {
        if let Some(record) = untrack(record) {
            vault::forget(&record);
            chosen.set(0);
            records.set(vault::list());
        }
    });
    let choices = Signal::derive(move || {
        let choice =
            |(index, record): (usize, &Record)| Choice { value: index.to_string(), text: name_of(record, t) };
        records.with(|records| records.iter().enumerate().map(choice).collect::<Vec<_>>())
    });
    let label =
        Signal::derive(move || if attempt.busy.get() { t.keys.unlocking } else { t.keys.unlock }.to_owned());
    let forget_label = Signal::derive(move || {
        record().map(|record| (t.keys.forget)(&line(&name_of(&record, t)).to_string())).unwrap_or_default()
    });
    let form = move || {
        let choose = Callback::new(move |index: String| chosen.set(index.parse().unwrap_or_default()));
        let value = Signal::derive(move || chosen.get().to_string());
        view! {
            <form class="panel" on:submit=submit aria-label=t.keys.remembered>
                <Select label=t.keys.record value=value choices=choices on_change=choose />
                {key_field(t.keys.passphrase, "current-password", input)}
                {attempt.view()}
                <div class="dialog-actions">
                    <Button
                        label=label
                        look=Look::Primary
                        blocked=Signal::derive(move || attempt.busy.get().then(String::new))
                        submits=true
                    />
                    <Button label=forget_label look=Look::Plain on_press=forget />
                </div>
            </form>
        }
    };
    when(move || !records.with(Vec::is_empty), form)
}

/// What is remembered, each to be forgotten; nothing if nothing is.
pub fn remembered_list() -> AnyView {
    let t = texts();
    let records = RwSignal::new(vault::list());
    let one = move |record: Record| {
        let label = (t.keys.forget)(&line(&name_of(&record, t)).to_string());
        let forget = Callback::new(move |()| {
            vault::forget(&record);
            records.set(vault::list());
        });
        view! { <Button label=label on_press=forget /> }
    };
    dynamic(move || match records.get() {
        none if none.is_empty() => nothing(),
        records => {
            let buttons: Vec<AnyView> = records.into_iter().map(one).collect();
            view! {
                <section class="panel">
                    <h2>{t.keys.remembered}</h2>
                    {buttons}
                </section>
            }
        }
    })
}

fn name_of(record: &Record, t: &Texts) -> String {
    record.name().unwrap_or(t.keys.unreadable).to_owned()
}

/// The connection of what was opened; none if the configuration does not allow it any more.
fn connection(config: &Config, opened: Opened) -> Option<Connection> {
    let configured = config.connections.iter().find(|offered| offered.name == opened.connection);
    let typed = !opened.gateway.is_empty();
    let (gateway, relay) = match configured {
        // The company may have moved its relay since.
        Some(configured) if !typed => (configured.gateway.clone(), configured.relay.clone()),
        _ if typed && config.allow_custom_connections => (opened.gateway, opened.relay),
        _ => return None,
    };
    let relay = Relay::parse(&relay).filter(|_| is_origin(&gateway))?;
    let credentials = Credentials::new(opened.access_key, opened.secret_key);
    Some(Connection { name: opened.connection, gateway, relay, credentials })
}
