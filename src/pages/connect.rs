//! `/connect`: keys in, first signed read out.

use std::sync::Arc;

use databoxframe::frame::GetDataBoxFrameList;
use databoxframe::{Credentials, Reply, SecretKey, decode, prepare};
use leptos::html;
use leptos::prelude::*;

use crate::components::{Button, Choice, FailureAlert, Look, PageHeader, Select, TextField};
use crate::connection::{Config, Connection, ConnectionConfig, Relay};
use crate::console::Console;
use crate::dom::view;
use crate::gateway::{Client, Failure};
use crate::locale::texts;
use crate::reactive::{Callback, RwSignal, Signal, nothing, spawn, when};

/// Where a person was going, if that is a place of this console.
pub(super) fn destination(next: &str) -> &str {
    // A browser takes a backslash for a slash.
    let inside = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    if inside && !next.starts_with("/connect") { next } else { "/frames" }
}

/// Asks for the keys, tries them, and goes on to where the person was going.
#[component]
pub fn ConnectPage() -> AnyView {
    let t = texts();
    let Console { config, client, session, router, .. } = Console::here();
    let offered = config.with_value(|config| config.connections.clone());
    let first = offered.first();
    let chosen = RwSignal::new(0_usize);
    let relay = RwSignal::new(first.map_or("/relay", |first| &first.relay).to_owned());
    let gateway = RwSignal::new(first.map_or(Config::DEFAULT_GATEWAY, |first| &first.gateway).to_owned());
    let access_key = NodeRef::<html::Input>::new();
    let secret_key = NodeRef::<html::Input>::new();
    let failure = RwSignal::new(None::<Failure>);
    let incomplete = RwSignal::new(false);
    let busy = RwSignal::new(false);

    let choose = move |index: usize| {
        chosen.set(index);
        if let Some(connection) = config.with_value(|config| config.connections.get(index).cloned()) {
            relay.set(connection.relay);
            gateway.set(connection.gateway);
        }
    };
    let try_keys = move |access: String, secret: SecretKey| {
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let Some(relay) = Relay::parse(&relay.get_untracked()) else {
            return failure.set(Some(Failure::RelayAddress));
        };
        let name = config.with_value(|config| {
            let connection = config.connections.get(chosen.get_untracked());
            connection.map(|connection| connection.name.clone()).unwrap_or_default()
        });
        let connection = Arc::new(Connection {
            name,
            gateway: gateway.get_untracked().trim_end_matches('/').to_owned(),
            relay,
            credentials: Credentials::new(access.trim(), secret),
        });
        busy.set(true);
        spawn(async move {
            let result = first_read(client, &connection).await;
            busy.set(false);
            match result {
                Ok(()) => {
                    let next = router.address().with_untracked(|address| address.get("next").to_owned());
                    session.open(connection);
                    router.replace(destination(&next));
                }
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(access), Some(secret)) = (access_key.get_untracked(), secret_key.get_untracked()) else {
            return;
        };
        let (access, secret_text) = (access.value(), secret.value());
        incomplete.set(access.trim().is_empty() || secret_text.is_empty());
        if !incomplete.get_untracked() {
            // Read once, then gone from the document.
            secret.set_value("");
            try_keys(access, SecretKey::new(secret_text));
        }
    };
    let demo = offered.iter().position(|connection| connection.demo_keys.is_some());
    let simulator = demo.map_or_else(nothing, |index| {
        let keys = offered.get(index).and_then(|connection| connection.demo_keys.clone());
        let start = Callback::new(move |()| {
            if let Some(keys) = &keys {
                choose(index);
                try_keys(keys.access_key.clone(), SecretKey::new(keys.secret_key.clone()));
            }
        });
        view! {
            <div class="panel">
                <Button label=t.use_simulator on_press=start />
                <p class="hint">{t.simulator_hint}</p>
            </div>
        }
        .into_any()
    });
    let choice = if offered.len() > 1 {
        let choice = |(index, connection): (usize, &ConnectionConfig)| Choice {
            value: index.to_string(),
            text: connection.name.clone(),
        };
        let choices: Vec<Choice> = offered.iter().enumerate().map(choice).collect();
        let value = Signal::derive(move || chosen.get().to_string());
        let on_change = Callback::new(move |index: String| choose(index.parse().unwrap_or_default()));
        view! { <Select label=t.connection value=value choices=choices on_change=on_change /> }.into_any()
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
        .into_any()
    } else {
        nothing()
    };
    let notice = match config.with_value(|config| config.notice.clone()) {
        Some(notice) => view! { <p class="notice">{notice}</p> }.into_any(),
        None => nothing(),
    };
    let needs_keys =
        move || view! { <p class="alert alert-danger" role="alert">{t.needs_keys}</p> }.into_any();
    let label = Signal::derive(move || if busy.get() { t.connecting } else { t.connect }.to_owned());
    view! {
        <div class="connect">
            <PageHeader title=t.connect />
            <p>{t.connect_lead}</p>
            <p class="hint">{t.connect_advice}</p>
            {notice}
            {simulator}
            {super::demo::offer()}
            <form class="panel" on:submit=submit>
                {choice}
                <label class="field">
                    <span>{t.access_key}</span>
                    <input node_ref=access_key type="text" autocomplete="username" spellcheck="false" autocapitalize="off" />
                </label>
                <label class="field">
                    <span>{t.secret_key}</span>
                    <input node_ref=secret_key type="password" autocomplete="current-password" />
                </label>
                {advanced}
                {when(move || incomplete.get(), needs_keys)}
                <FailureAlert failure=failure />
                <Button
                    label=label
                    look=Look::Primary
                    blocked=Signal::derive(move || busy.get().then(String::new))
                    submits=true
                />
            </form>
        </div>
    }
    .into_any()
}

/// The first signed read, which tells whether the keys are right.
async fn first_read(client: Client, connection: &Arc<Connection>) -> Result<(), Failure> {
    let unsigned = prepare(&GetDataBoxFrameList::default()).map_err(Failure::Invalid)?;
    let mut take = |reply: &Reply<'_>| decode::<GetDataBoxFrameList>(reply).map(|_| ());
    client.ask_with(connection, &unsigned, &mut take).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_only_to_places_of_this_console() {
        assert_eq!(destination("/reviews/83/381/1"), "/reviews/83/381/1");
        for next in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:x",
            "/connect?next=/connect",
        ] {
            assert_eq!(destination(next), "/frames", "{next}");
        }
    }
}
