//! `/connect`: keys in, first signed read out.

use std::mem;
use std::sync::Arc;

use databoxframe::{Credentials, SecretKey};
use leptos::html;
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::attempt::Attempt;
use super::check::Check;
use super::remembered::{RememberFields, key_field, unlock_form};
use crate::components::{Button, Choice, Look, PageHeader, Select, TextField};
use crate::connection::vault::Content;
use crate::connection::{Config, Connection, ConnectionConfig, Relay, cautions, is_origin};
use crate::console::Console;
use crate::dom::view;
use crate::gateway::Failure;
use crate::locale::texts;
use crate::reactive::{Callback, RwSignal, Signal, dynamic, nothing};

/// What keys are for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To connect, and to be remembered if that is wished.
    Connect,
    /// To connect to the simulator.
    Simulator,
    /// To check the connection.
    Check,
}

/// Asks for the keys, tries them, and goes on to where the person was going.
#[component]
pub fn ConnectPage() -> AnyView {
    let t = texts();
    let console = Console::here();
    let config = console.config;
    let offered = config.with_value(|config| config.connections.clone());
    let first = offered.first();
    let chosen = RwSignal::new(0_usize);
    let relay = RwSignal::new(first.map_or("/relay", |first| &first.relay).to_owned());
    let gateway = RwSignal::new(first.map_or(Config::DEFAULT_GATEWAY, |first| &first.gateway).to_owned());
    let access_key = NodeRef::<html::Input>::new();
    let secret_key = NodeRef::<html::Input>::new();
    let attempt = Attempt::new(console);
    let check = Check::new(console);
    let remember = RememberFields::new(first.map_or("", |first| &first.name));

    let choose = move |index: usize| {
        chosen.set(index);
        if let Some(connection) = config.with_value(|config| config.connections.get(index).cloned()) {
            relay.set(connection.relay);
            gateway.set(connection.gateway);
            remember.name.set(connection.name);
        }
    };
    // Whether it can be tried; if not, it was said why.
    let try_keys = move |access: &str, mut secret: Zeroizing<String>, purpose: Purpose| {
        let gateway = gateway.get_untracked().trim().trim_end_matches('/').to_owned();
        if !is_origin(&gateway) {
            attempt.refuse(t.keys.gateway_bad);
            return false;
        }
        let Some(relay) = Relay::parse(&relay.get_untracked()) else {
            attempt.failure.set(Some(Failure::RelayAddress));
            return false;
        };
        let configured = config.with_value(|config| config.connections.get(chosen.get_untracked()).cloned());
        let configured = configured.unwrap_or_default();
        let typed = configured.gateway != gateway || configured.relay != relay.as_str();
        let given = |text: &str| if typed { text.to_owned() } else { String::new() };
        let content = || Content {
            access_key: access.to_owned(),
            secret_key: secret.clone(),
            gateway: given(&gateway),
            relay: given(relay.as_str()),
            connection: configured.name.clone(),
        };
        let wish = match if purpose == Purpose::Connect { remember.wish(content) } else { Ok(None) } {
            Ok(wish) => wish,
            Err(text) => {
                attempt.refuse(text);
                return false;
            }
        };
        let credentials = Credentials::new(access, SecretKey::new(mem::take(&mut *secret)));
        let connection = Connection { name: configured.name, gateway, relay, credentials };
        if purpose == Purpose::Check {
            check.begin(Arc::new(connection));
        } else {
            attempt.begin(connection, wish);
        }
        true
    };
    let take_keys = move |purpose: Purpose| {
        let (Some(access), Some(secret)) = (access_key.get_untracked(), secret_key.get_untracked()) else {
            return;
        };
        let (access, secret_text) = (access.value(), Zeroizing::new(secret.value()));
        if !attempt.ready() {
            return;
        }
        if access.trim().is_empty() || secret_text.is_empty() {
            attempt.refuse(t.needs_keys);
        } else if try_keys(access.trim(), secret_text, purpose) && purpose == Purpose::Connect {
            // Read once, then gone from the document. After a check the next thing is to connect.
            secret.set_value("");
            remember.clear();
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        take_keys(Purpose::Connect);
    };
    let begin_check = Callback::new(move |()| take_keys(Purpose::Check));
    let demo = offered.iter().position(|connection| connection.demo_keys.is_some());
    let simulator = demo.map_or_else(nothing, |index| {
        let keys = offered.get(index).and_then(|connection| connection.demo_keys.clone());
        let start = Callback::new(move |()| {
            if let Some(keys) = keys.as_ref().filter(|_| attempt.ready()) {
                choose(index);
                try_keys(&keys.access_key, Zeroizing::new(keys.secret_key.clone()), Purpose::Simulator);
            }
        });
        view! {
            <div class="panel">
                <Button label=t.use_simulator on_press=start />
                <p class="hint">{t.simulator_hint}</p>
            </div>
        }
    });
    let choice = if offered.len() > 1 {
        let choice = |(index, connection): (usize, &ConnectionConfig)| Choice {
            value: index.to_string(),
            text: connection.name.clone(),
        };
        let choices: Vec<Choice> = offered.iter().enumerate().map(choice).collect();
        let value = Signal::derive(move || chosen.get().to_string());
        let on_change = Callback::new(move |index: String| choose(index.parse().unwrap_or_default()));
        view! { <Select label=t.connection value=value choices=choices on_change=on_change /> }
    } else {
        nothing()
    };
    let advanced = if config.with_value(|config| config.allow_custom_connections) {
        let set = |signal: RwSignal<String>| Callback::new(move |text| signal.set(text));
        view! {
            <details>
                <summary>{t.advanced}</summary>
                <TextField id="relay" label=t.relay value=relay on_input=set(relay) hint=t.relay_hint />
                <TextField id="gateway" label=t.gateway value=gateway on_input=set(gateway) />
            </details>
        }
    } else {
        nothing()
    };
    let caution = dynamic(move || {
        let page = window().location().origin().unwrap_or_default();
        let found = relay.with(|relay| gateway.with(|gateway| cautions(&page, relay, gateway)));
        let lines: Vec<AnyView> = found
            .iter()
            .map(|one| view! { <p class="alert alert-attention">{(t.keys.caution)(one)}</p> })
            .collect();
        lines.into_any()
    });
    let paragraph = |text: Option<String>| match text {
        Some(text) => view! { <p class="notice">{text}</p> },
        None => nothing(),
    };
    let notice = paragraph(config.with_value(|config| config.notice.clone()));
    let locked = paragraph(console.locked().map(|left| match left.idle {
        Some(minutes) => (t.keys.idle)(minutes),
        None => t.keys.locked.to_owned(),
    }));
    let label = Signal::derive(move || if attempt.busy.get() { t.connecting } else { t.connect }.to_owned());
    view! {
        <div class="connect">
            <PageHeader title=t.connect />
            <div role="status">{locked}</div>
            <p>{t.connect_lead}</p>
            <p class="hint">{t.connect_advice}</p>
            {notice}
            {unlock_form(console)}
            {simulator}
            {super::demo::offer(attempt)}
            <form class="panel" on:submit=submit>
                {choice}
                <label class="field">
                    <span>{t.access_key}</span>
                    <input node_ref=access_key type="text" autocomplete="username" spellcheck="false" autocapitalize="off" />
                </label>
                {key_field(t.secret_key, "current-password", secret_key)}
                {advanced}
                <div class="field" aria-live="polite">{caution}</div>
                {remember.view()}
                {attempt.view()}
                <div class="page-actions">
                    <Button
                        label=label
                        look=Look::Primary
                        blocked=Signal::derive(move || attempt.busy.get().then(String::new))
                        submits=true
                    />
                    {check.button(begin_check)}
                </div>
                {check.view()}
            </form>
        </div>
    }
}
