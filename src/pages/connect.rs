//! `/connect`: keys in, first signed read out.

use std::sync::Arc;

use databoxframe::frame::GetDataBoxFrameList;
use databoxframe::{Credentials, SecretKey};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{FailureAlert, PageHeader};
use crate::connection::{Config, Connection, ConnectionConfig, DemoKeys, Relay, Session};
use crate::gateway::{Abort, Client, Failure};
use crate::locale::tr;
use crate::router::Router;

/// Where a person was going, if that is a place of this console.
fn destination(next: &str) -> &str {
    if next.starts_with('/') && !next.starts_with("//") && !next.starts_with("/connect") {
        next
    } else {
        "/frames"
    }
}

/// Asks for the keys, tries them, and goes on to where the person was going.
#[component]
pub fn ConnectPage() -> impl IntoView {
    let config = expect_context::<StoredValue<Config>>();
    let (client, session) = (expect_context::<Client>(), expect_context::<Session>());
    let router = expect_context::<Router>();
    let chosen = RwSignal::new(0_usize);
    let first = config.with_value(|config| config.connections.first().cloned());
    let relay =
        RwSignal::new(first.as_ref().map_or_else(|| "/relay".to_owned(), |first| first.relay.clone()));
    let gateway = RwSignal::new(
        first.as_ref().map_or_else(|| Config::DEFAULT_GATEWAY.to_owned(), |first| first.gateway.clone()),
    );
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
            config
                .connections
                .get(chosen.get_untracked())
                .map(|connection| connection.name.clone())
                .unwrap_or_default()
        });
        let connection = Arc::new(Connection {
            name,
            gateway: gateway.get_untracked().trim_end_matches('/').to_owned(),
            relay,
            credentials: Credentials::new(access.trim(), secret),
        });
        busy.set(true);
        spawn_local(async move {
            let result = client.call_with(&connection, &GetDataBoxFrameList::default(), &Abort::new()).await;
            busy.set(false);
            match result {
                Ok(_) => {
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
    let demo = move || -> Option<(usize, DemoKeys)> {
        config.with_value(|config| {
            let offered = |(index, connection): (usize, &ConnectionConfig)| {
                Some((index, connection.demo_keys.clone()?))
            };
            config.connections.iter().enumerate().find_map(offered)
        })
    };
    let names: Vec<String> = config
        .with_value(|config| config.connections.iter().map(|connection| connection.name.clone()).collect());
    let several = names.len() > 1;
    let custom = config.with_value(|config| config.allow_custom_connections);
    view! {
        <div class="connect">
            <PageHeader title=Signal::derive(move || tr(|t| t.connect).get().to_owned()) />
            <p>{tr(|t| t.connect_lead)}</p>
            <p class="hint">{tr(|t| t.connect_advice)}</p>
            {config.with_value(|config| config.notice.clone()).map(|notice| view! { <p class="notice">{notice}</p> })}
            {demo()
                .map(|(index, keys)| {
                    view! {
                        <div class="panel">
                            <button
                                type="button"
                                class="button"
                                disabled=move || busy.get()
                                on:click=move |_| {
                                    choose(index);
                                    try_keys(keys.access_key.clone(), SecretKey::new(keys.secret_key.clone()));
                                }
                            >
                                {tr(|t| t.use_simulator)}
                            </button>
                            <p class="hint">{tr(|t| t.simulator_hint)}</p>
                        </div>
                    }
                })}
            <form class="panel" on:submit=submit>
                {several
                    .then(|| {
                        view! {
                            <label class="field">
                                <span>{tr(|t| t.connection)}</span>
                                <select on:change=move |event| choose(event_target_value(&event).parse().unwrap_or(0))>
                                    {names
                                        .into_iter()
                                        .enumerate()
                                        .map(|(index, name)| {
                                            view! {
                                                <option value=index.to_string() selected=move || chosen.get() == index>
                                                    {name}
                                                </option>
                                            }
                                        })
                                        .collect_view()}
                                </select>
                            </label>
                        }
                    })}
                <label class="field">
                    <span>{tr(|t| t.access_key)}</span>
                    <input node_ref=access_key type="text" autocomplete="username" spellcheck="false" autocapitalize="off" />
                </label>
                <label class="field">
                    <span>{tr(|t| t.secret_key)}</span>
                    <input node_ref=secret_key type="password" autocomplete="current-password" />
                </label>
                {custom
                    .then(|| {
                        view! {
                            <details>
                                <summary>{tr(|t| t.advanced)}</summary>
                                <label class="field">
                                    <span>{tr(|t| t.relay)}</span>
                                    <input
                                        type="text"
                                        spellcheck="false"
                                        prop:value=move || relay.get()
                                        on:input=move |event| relay.set(event_target_value(&event))
                                    />
                                </label>
                                <p class="hint">{tr(|t| t.relay_hint)}</p>
                                <label class="field">
                                    <span>{tr(|t| t.gateway)}</span>
                                    <input
                                        type="text"
                                        spellcheck="false"
                                        prop:value=move || gateway.get()
                                        on:input=move |event| gateway.set(event_target_value(&event))
                                    />
                                </label>
                            </details>
                        }
                    })}
                <Show when=move || incomplete.get()>
                    <p class="alert alert-danger" role="alert">{tr(|t| t.needs_keys)}</p>
                </Show>
                <FailureAlert failure=failure retry=None />
                <button type="submit" class="button button-primary" disabled=move || busy.get()>
                    {move || if busy.get() { tr(|t| t.connecting).get() } else { tr(|t| t.connect).get() }}
                </button>
            </form>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_only_to_places_of_this_console() {
        assert_eq!(destination("/reviews/83/381/1"), "/reviews/83/381/1");
        for next in ["", "//evil.example", "https://evil.example", "javascript:x", "/connect?next=/connect"] {
            assert_eq!(destination(next), "/frames", "{next}");
        }
    }
}
