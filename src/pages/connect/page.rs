//! `/connect`: the keys, checked by a first signed read.

use std::mem;
use std::sync::Arc;

use databoxframe::{Credentials, KeyError, SecretKey, check_access_key, check_secret_key, trim_key};
use leptos::prelude::*;
use zeroize::Zeroizing;

use super::attempt::Attempt;
use super::check::Check;
use super::entry::{Entry, InputOptions};
use super::remembered::{RememberFields, has_records, unlock_form};
use crate::components::{Availability, Button, ButtonVariant, Choice, PageHeader, Select};
use crate::connection::vault::{Content, SaveRequest};
use crate::connection::{self, Config, Connection, ConnectionConfig, Hops, Origin, Relay, UrlError};
use crate::console::Console;
use crate::locale::{Texts, caution, gateway_error, key_error, relay_error, texts};
use crate::router::after_requests;
use crate::untrusted::sentence;

/// The `id` of the form of the keys. Its submit button is outside, because the passphrase has a
/// form of its own: in one form, password managers would take both for a change of password.
pub const FORM: &str = "connect";

/// Purpose of the keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// Connect, and store the connection if requested.
    Connect,
    /// Connect to the simulator.
    Simulator,
    /// Check the connection.
    Check,
}

/// State of the form.
#[derive(Clone, Copy)]
struct Entries {
    console: Console,
    /// Index of the chosen connection.
    chosen: RwSignal<usize>,
    relay: RwSignal<String>,
    gateway: RwSignal<String>,
    access_line: Entry,
    secret_line: Entry,
    relay_line: Entry,
    gateway_line: Entry,
    remember: RememberFields,
    attempt: Attempt,
    check: Check,
}

/// The typed gateway, without harmless extras.
fn read_gateway(typed: &str) -> Result<&str, UrlError> {
    connection::gateway(typed.trim().trim_end_matches('/'))
}

impl Entries {
    fn new(console: Console) -> Self {
        let first = console.config.with_value(|config| config.connections.first().cloned());
        let of = |field: fn(&ConnectionConfig) -> &str, otherwise: &str| {
            RwSignal::new(first.as_ref().map_or(otherwise, field).to_owned())
        };
        Self {
            console,
            chosen: RwSignal::new(0),
            relay: of(|first| &first.relay, "/relay"),
            gateway: of(|first| &first.gateway, Config::DEFAULT_GATEWAY),
            access_line: Entry::new("access-key"),
            secret_line: Entry::new("secret-key"),
            relay_line: Entry::new("relay"),
            gateway_line: Entry::new("gateway"),
            remember: RememberFields::new(first.as_ref().map_or("", |first| &first.name)),
            attempt: Attempt::new(console, console.attempts.keys),
            check: Check::new(console),
        }
    }

    fn offered(self, index: usize) -> Option<ConnectionConfig> {
        self.console.config.with_value(|config| config.connections.get(index).cloned())
    }

    fn choose(self, index: usize) {
        self.chosen.set(index);
        if let Some(connection) = self.offered(index) {
            self.relay.set(connection.relay);
            self.gateway.set(connection.gateway);
            self.remember.name.set(connection.name);
            self.relay_line.say(String::new());
            self.gateway_line.say(String::new());
        }
    }

    /// The gateway and relay, if they are valid. Otherwise the error is shown.
    fn read_urls(self) -> Option<(String, Relay)> {
        let t = texts();
        let gateway = self.gateway.with_untracked(|typed| read_gateway(typed).map(str::to_owned));
        let relay = self.relay.with_untracked(|typed| Relay::parse(typed));
        match (gateway, relay) {
            (Ok(gateway), Ok(relay)) => return Some((gateway, relay)),
            (Err(error), _) => self.gateway_line.refuse(gateway_error(error, t).to_owned()),
            (_, Err(error)) => self.relay_line.refuse(relay_error(error, t).to_owned()),
        }
        None
    }

    /// Tries keys. Returns whether the attempt began; if not, the reason is shown.
    fn begin(self, access: &str, mut secret: Zeroizing<String>, purpose: Purpose) -> bool {
        let Some((gateway, relay)) = self.read_urls() else { return false };
        let configured = self.offered(self.chosen.get_untracked()).unwrap_or_default();
        let typed =
            Origin::of(&configured.gateway) != Origin::of(&gateway) || configured.relay != relay.as_str();
        let given = |text: &str| if typed { text.to_owned() } else { String::new() };
        let content = || Content {
            access_key: trim_key(access).to_owned(),
            secret_key: Zeroizing::new(trim_key(&secret).to_owned()),
            gateway: given(&gateway),
            relay: given(relay.as_str()),
            connection: configured.name.clone(),
        };
        let request = if purpose == Purpose::Connect { self.remember.request(content) } else { Some(None) };
        let Some(request) = request else { return false };
        let secret = SecretKey::new(mem::take(&mut *secret));
        match Credentials::parse(access, &secret) {
            Ok(credentials) => {
                self.go(Connection { name: configured.name, gateway, relay, credentials }, request, purpose);
                true
            }
            Err(error) => {
                self.refuse_key(error);
                false
            }
        }
    }

    fn go(self, connection: Connection, request: Option<SaveRequest>, purpose: Purpose) {
        if purpose == Purpose::Check {
            self.check.begin(Arc::new(connection));
        } else {
            self.attempt.begin(self.attempt.connect(connection, request));
        }
    }

    /// Shows the error of a key at its field.
    fn refuse_key(self, error: KeyError) {
        let t = texts();
        match error {
            KeyError::Missing => self.attempt.refuse(move |t| key_error(error, t)),
            KeyError::AccessKey { .. } => self.access_line.refuse(key_error(error, t)),
            KeyError::SecretKey { .. } => self.secret_line.refuse(key_error(error, t)),
        }
    }

    /// Submits the typed keys.
    fn take_keys(self, purpose: Purpose) {
        if !self.attempt.ready() {
            return;
        }
        let (access, secret) = (self.access_line.value(), self.secret_line.value());
        // Before any other error is shown.
        if let Err(error) = check_access_key(&access).and_then(|()| check_secret_key(&secret)) {
            self.refuse_key(error);
        } else if trim_key(&access).is_empty() || trim_key(&secret).is_empty() {
            // The focus goes to the first.
            for (line, key) in [(self.secret_line, &secret), (self.access_line, &access)] {
                if trim_key(key).is_empty() {
                    line.refuse(texts().problem.required.to_owned());
                }
            }
        } else if self.begin(&access, secret, purpose) && purpose == Purpose::Connect {
            // Read once, then removed from the DOM. After a check the user still has to connect.
            self.secret_line.set("");
            self.remember.clear();
        }
    }

    /// The fields of the keys. Invalid characters are reported while typing.
    fn key_lines(self, t: &'static Texts) -> AnyView {
        let said = move |checked: Result<(), KeyError>| {
            checked.err().map_or_else(String::new, |error| key_error(error, t))
        };
        let (access, secret) = (self.access_line, self.secret_line);
        let on_access = Callback::new(move |()| access.say(said(check_access_key(&access.value()))));
        let on_secret = Callback::new(move |()| secret.say(said(check_secret_key(&secret.value()))));
        view! {
            {access.view(InputOptions::text(t.access_key, "username"), on_access)}
            {secret.view(InputOptions::secret(t.secret_key, "current-password"), on_secret)}
        }
        .into_any()
    }

    /// The fields of the URLs, unless the configuration forbids them.
    fn url_lines(self, t: &'static Texts) -> AnyView {
        if !self.console.config.with_value(|config| config.allow_custom_connections) {
            return ().into_any();
        }
        let Self { relay, gateway, relay_line, gateway_line, .. } = self;
        let on_relay = Callback::new(move |()| {
            relay.set(mem::take(&mut *relay_line.value()));
            let error = relay.with_untracked(|typed| Relay::parse(typed)).err();
            relay_line.say(error.map_or("", |error| relay_error(error, t)).to_owned());
        });
        let on_gateway = Callback::new(move |()| {
            gateway.set(mem::take(&mut *gateway_line.value()));
            let error = gateway.with_untracked(|typed| read_gateway(typed).map(drop)).err();
            gateway_line.say(error.map_or("", |error| gateway_error(error, t)).to_owned());
        });
        let look = |label, value: RwSignal<String>, hint| InputOptions {
            value: Some(value.into()),
            hint,
            ..InputOptions::text(label, "off")
        };
        view! {
            <details>
                <summary>{t.advanced}</summary>
                {relay_line.view(look(t.relay, relay, t.relay_hint), on_relay)}
                {gateway_line.view(look(t.gateway, gateway, ""), on_gateway)}
            </details>
        }
        .into_any()
    }

    /// Warnings about the relay and the gateway. An invalid URL, which may hold a password, is
    /// reported only at its field.
    fn caution(self, t: &'static Texts) -> AnyView {
        (move || {
            let (relay, gateway) = (self.relay.get(), self.gateway.get());
            let (Ok(relay), Ok(gateway)) = (Relay::parse(&relay), read_gateway(&gateway)) else {
                return ().into_any();
            };
            let hops = Origin::of_page().and_then(|page| Hops::new(page, &relay, gateway));
            let found = hops.map(|hops| hops.warnings()).unwrap_or_default();
            let one =
                |one| view! { <p class="alert alert-attention">{sentence(&caution(one, t))}</p> }.into_any();
            found.iter().map(one).collect::<Vec<AnyView>>().into_any()
        })
        .into_any()
    }

    /// The choice of the connection, if several are configured.
    fn choice(self, t: &'static Texts, offered: &[ConnectionConfig]) -> AnyView {
        if offered.len() < 2 {
            return ().into_any();
        }
        let choice = |(index, connection): (usize, &ConnectionConfig)| Choice {
            value: index.to_string(),
            text: connection.name.clone(),
        };
        let choices: Vec<Choice> = offered.iter().enumerate().map(choice).collect();
        let value = Signal::derive(move || self.chosen.get().to_string());
        let on_change = Callback::new(move |index: String| self.choose(index.parse().unwrap_or_default()));
        view! { <Select label=t.connection value=value choices=choices on_change=on_change /> }.into_any()
    }

    /// The button of the simulator, if it is configured.
    fn simulator(self, t: &'static Texts, offered: &[ConnectionConfig]) -> Option<AnyView> {
        let index = offered.iter().position(|connection| connection.demo_keys.is_some())?;
        let keys = offered.get(index).and_then(|connection| connection.demo_keys.clone());
        let start = Callback::new(move |()| {
            if let Some(keys) = keys.as_ref().filter(|_| self.attempt.ready()) {
                self.choose(index);
                self.begin(&keys.access_key, Zeroizing::new(keys.secret_key.clone()), Purpose::Simulator);
            }
        });
        let offer = view! {
            <div class="offer">
                <Button label=t.use_simulator on_press=start />
                <p class="hint">{t.simulator_hint}</p>
            </div>
        };
        Some(offer.into_any())
    }

    /// All fields and buttons.
    fn panel(self, t: &'static Texts, offered: &[ConnectionConfig]) -> AnyView {
        let Self { attempt, check, remember, .. } = self;
        let submit = Callback::new(move |()| self.take_keys(Purpose::Connect));
        let on_submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            submit.run(());
        };
        let begin_check = Callback::new(move |()| self.take_keys(Purpose::Check));
        let label =
            Signal::derive(move || if attempt.is_busy() { t.connecting } else { t.connect }.to_owned());
        view! {
            <div class="panel">
                <form id=FORM class="entries" aria-label=t.keys.keys on:submit=on_submit>
                    {self.choice(t, offered)}
                    {self.key_lines(t)}
                    {self.url_lines(t)}
                </form>
                <div class="field" aria-live="polite">{self.caution(t)}</div>
                {remember.view(submit)}
                {attempt.view()}
                <div class="page-actions">
                    <Button
                        label=label
                        variant=ButtonVariant::Primary
                        availability=Signal::derive(move || Availability::busy_if(attempt.is_busy()))
                        submits=true
                        form=FORM
                    />
                    {check.button(begin_check)}
                </div>
                {check.view()}
            </div>
        }
        .into_any()
    }
}

/// Where keys are typed, the field is ready for them. Not on a touch screen, where a keyboard would
/// cover the page; nor where something else is to be read or done first.
fn focus_first(field: Entry, console: Console) {
    let is_touched = || {
        let media = window().match_media("(pointer: coarse)");
        media.is_ok_and(|media| media.is_some_and(|media| media.matches()))
    };
    if untrack(|| console.locked()).is_some() || has_records() || is_touched() {
        return;
    }
    // After the heading; whoever is somewhere else, as after a choice of the language, stays there.
    after_requests(move || {
        after_requests(move || {
            let active = document().active_element().map(|active| active.tag_name());
            if active.is_none_or(|active| ["H1", "BODY", "MAIN"].contains(&active.as_str())) {
                field.focus();
            }
        });
    });
}

/// What can be tried without keys, if anything is offered.
fn offers(entries: Entries, t: &'static Texts, offered: &[ConnectionConfig]) -> AnyView {
    let simulator = entries.simulator(t, offered);
    let demo = super::demo::offer(entries.attempt);
    if simulator.is_none() && demo.is_none() {
        return ().into_any();
    }
    view! {
        <section class="offers">
            <h2>{t.connect_other}</h2>
            {simulator}
            {demo}
        </section>
    }
    .into_any()
}

/// Asks for the keys, tries them, and goes to the page that the user wanted.
#[component]
pub fn ConnectPage() -> impl IntoView {
    let t = texts();
    let console = Console::expect();
    let offered = console.config.with_value(|config| config.connections.clone());
    let entries = Entries::new(console);
    focus_first(entries.access_line, console);
    let paragraph = |text: Option<String>| match text {
        Some(text) => view! { <p class="notice">{text}</p> }.into_any(),
        None => ().into_any(),
    };
    let notice = paragraph(console.config.with_value(|config| config.notice.clone()));
    let locked = move || {
        paragraph(console.locked().map(|previous| match previous.idle {
            Some(minutes) => (t.keys.idle)(minutes),
            None => t.keys.locked.to_owned(),
        }))
    };
    view! {
        <div class="connect">
            <PageHeader title=t.connect />
            <div role="status">{locked}</div>
            {notice}
            {unlock_form(console)}
            {entries.panel(t, &offered)}
            <p class="hint">{t.connect_lead}" "{t.connect_advice}</p>
            {offers(entries, t, &offered)}
        </div>
    }
}
