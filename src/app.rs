//! The shell around all pages, and which page is at which address.

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos_router::components::{A, FlatRoutes, Route, Router};
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::{NavigateOptions, path};

use crate::connection::{Config, ConfigError, Session};
use crate::gateway::Client;
use crate::locale::{Locale, Text, tr};
use crate::pages::{
    ActivityPage, BucketsPage, ConnectPage, DataBoxPage, FramePage, FramesPage, NotFoundPage, ReviewPage,
    ReviewsPage, SettingsPage,
};
use crate::preferences::Preferences;
use crate::queries::Queries;
use crate::write::Notices;

/// Reads `/config.json`, beside the page.
///
/// # Errors
/// If it can't be read or used.
pub async fn read_config() -> Result<Config, ConfigError> {
    let unreachable = |error: gloo_net::Error| ConfigError::Unreachable(error.to_string());
    let response = Request::get("/config.json").send().await.map_err(unreachable)?;
    if !response.ok() {
        return Err(ConfigError::Unreachable(format!("HTTP {}", response.status())));
    }
    Config::parse(&response.text().await.map_err(unreachable)?)
}

/// The whole console, or the reason why it can't start.
#[component]
pub fn App(
    /// What `/config.json` says.
    config: Result<Config, ConfigError>,
) -> impl IntoView {
    let language =
        config.as_ref().ok().and_then(|config| config.language.as_deref()).and_then(Locale::from_tag);
    let preferences = Preferences::provide(language);
    match config {
        Ok(config) => {
            provide_context(StoredValue::new(config));
            let session = Session::provide();
            let client = Client::provide(session, preferences);
            Queries::provide(client);
            Notices::provide();
            view! { <Router><Shell /></Router> }.into_any()
        }
        Err(error) => view! {
            <main class="alert alert-danger" role="alert">
                <h1>{tr(|t| t.config_bad)}</h1>
                <p>{error.to_string()}</p>
            </main>
        }
        .into_any(),
    }
}

const NAVIGATION: [(&str, Text); 5] = [
    ("/frames", |t| t.nav_frames),
    ("/reviews", |t| t.nav_reviews),
    ("/buckets", |t| t.nav_buckets),
    ("/activity", |t| t.nav_activity),
    ("/settings", |t| t.nav_settings),
];

#[component]
fn Shell() -> impl IntoView {
    let session = expect_context::<Session>();
    let notices = expect_context::<Notices>();
    let location = use_location();
    let navigate = StoredValue::new_local(use_navigate());
    let connected = Memo::new(move |_| session.get().is_some());
    // Without a connection every address leads to the Connect page, and back.
    Effect::new(move |_| {
        let path = location.pathname.get();
        if !connected.get() && path != "/connect" {
            let search = location.search.get_untracked();
            let search = search.trim_start_matches('?');
            let wanted = if search.is_empty() { path } else { format!("{path}?{search}") };
            let next = js_sys::encode_uri_component(&wanted);
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate.with_value(|navigate| navigate(&format!("/connect?next={next}"), options));
        }
    });
    let guarded = move |page: fn() -> AnyView| move || if connected.get() { page() } else { ().into_any() };
    view! {
        <a class="skip" href="#content">{tr(|t| t.skip)}</a>
        <header class="shell-header">
            <span class="brand">{tr(|t| t.product)}</span>
            <Show when=move || connected.get()>
                <nav aria-label=tr(|t| t.nav_label)>
                    {NAVIGATION.map(|(href, title)| view! { <A href=href>{tr(title)}</A> }).collect_view()}
                </nav>
            </Show>
        </header>
        <div role="status" class="notices">
            {move || {
                notices
                    .get()
                    .map(|text| {
                        view! {
                            <p class="alert alert-good">
                                <span>{text}</span>
                                <button type="button" class="button button-plain" on:click=move |_| notices.set(None)>
                                    {tr(|t| t.close)}
                                </button>
                            </p>
                        }
                    })
            }}
        </div>
        <main id="content" tabindex="-1">
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/connect") view=ConnectPage />
                <Route path=path!("/") view=guarded(|| view! { <FramesPage /> }.into_any()) />
                <Route path=path!("/frames") view=guarded(|| view! { <FramesPage /> }.into_any()) />
                <Route path=path!("/frames/:frame") view=guarded(|| view! { <FramePage /> }.into_any()) />
                <Route path=path!("/frames/:frame/boxes/:box") view=guarded(|| view! { <DataBoxPage /> }.into_any()) />
                <Route path=path!("/reviews") view=guarded(|| view! { <ReviewsPage /> }.into_any()) />
                <Route path=path!("/reviews/:frame/:box/:request") view=guarded(|| view! { <ReviewPage /> }.into_any()) />
                <Route path=path!("/buckets") view=guarded(|| view! { <BucketsPage /> }.into_any()) />
                <Route path=path!("/activity") view=guarded(|| view! { <ActivityPage /> }.into_any()) />
                <Route path=path!("/settings") view=guarded(|| view! { <SettingsPage /> }.into_any()) />
            </FlatRoutes>
        </main>
    }
}
