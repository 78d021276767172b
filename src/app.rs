//! The shell around all pages, and which page is at which address.

use gloo_net::http::Request;
use leptos::prelude::*;

use crate::connection::{Config, ConfigError, Session};
use crate::gateway::Client;
use crate::locale::{Locale, Text, tr};
use crate::pages::{
    ActivityPage, BucketsPage, ConnectPage, DataBoxPage, FramePage, FramesPage, NotFoundPage, ReviewPage,
    ReviewsPage, SettingsPage,
};
use crate::preferences::Preferences;
use crate::queries::Queries;
use crate::router::{Route, Router, encode};
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
            Router::provide();
            view! { <Shell /> }.into_any()
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

const NAVIGATION: [(Route, Text); 5] = [
    (Route::Frames, |t| t.nav_frames),
    (Route::Reviews, |t| t.nav_reviews),
    (Route::Buckets, |t| t.nav_buckets),
    (Route::Activity, |t| t.nav_activity),
    (Route::Settings, |t| t.nav_settings),
];

#[component]
fn Shell() -> impl IntoView {
    let (session, notices, router) =
        (expect_context::<Session>(), expect_context::<Notices>(), expect_context::<Router>());
    let connected = Memo::new(move |_| session.get().is_some());
    // Without a connection every address leads to the Connect page, and back.
    Effect::new(move |_| {
        if !connected.get() && router.route() != Route::Connect {
            let wanted = router.address().with_untracked(ToString::to_string);
            router.replace(&format!("/connect?next={}", encode(&wanted)));
        }
    });
    view! {
        <a class="skip" href="#content">{tr(|t| t.skip)}</a>
        <header class="shell-header">
            <span class="brand">{tr(|t| t.product)}</span>
            <Show when=move || connected.get()>
                <nav aria-label=tr(|t| t.nav_label)>
                    {NAVIGATION
                        .map(|(route, title)| {
                            let href = route.path();
                            let current = move || (router.route().section() == route).then_some("page");
                            view! { <a href=href aria-current=current>{tr(title)}</a> }
                        })
                        .collect_view()}
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
            {move || match (connected.get(), router.route()) {
                (_, Route::Connect) => view! { <ConnectPage /> }.into_any(),
                (false, _) => ().into_any(),
                (true, route) => page(route),
            }}
        </main>
    }
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Connect => view! { <ConnectPage /> }.into_any(),
        Route::Frames => view! { <FramesPage /> }.into_any(),
        Route::Frame(frame_no) => view! { <FramePage frame_no=frame_no /> }.into_any(),
        Route::DataBox(frame_no, box_no) => {
            view! { <DataBoxPage frame_no=frame_no box_no=box_no /> }.into_any()
        }
        Route::Reviews => view! { <ReviewsPage /> }.into_any(),
        Route::Review(frame_no, box_no, export_apply_id) => {
            view! { <ReviewPage frame_no=frame_no box_no=box_no export_apply_id=export_apply_id /> }
                .into_any()
        }
        Route::Buckets => view! { <BucketsPage /> }.into_any(),
        Route::Activity => view! { <ActivityPage /> }.into_any(),
        Route::Settings => view! { <SettingsPage /> }.into_any(),
        Route::NotFound => view! { <NotFoundPage /> }.into_any(),
    }
}
