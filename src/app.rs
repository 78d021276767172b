//! The shell around all pages, and the page of each route.

use gloo_net::http::Request;
use leptos::prelude::*;

use crate::components::{
    Button, ButtonVariant, Dialog, Icon, Menu, MenuItem, NoticeList, TitleCount, keep_focus, mark, warning,
};
use crate::connection::{Config, ConfigError};
use crate::console::Console;
use crate::form::FormKey;
use crate::locale::{Text, Texts, config_error, texts};
use crate::navigation::{NAVIGATION, icon};
use crate::pages::{
    ActivityPage, BucketsPage, ConnectPage, CreateDataBoxPage, DataBoxPage, ExportPage, ExportsPage,
    FramePage, FramesPage, ImportPage, ImportsPage, InfraPage, ModifyDataBoxPage, ModifyFramePage,
    NotFoundPage, OverviewPage, RequestExportPage, RequestImportPage, ReviewDesk, SettingsPage,
    WaitingReviews, demo_banner, language_choice, theme_choice, waiting_reviews,
};
use crate::palette::{self, CommandPalette, Palette};
use crate::router::{Route, Router};
use crate::shortcuts::ShortcutsDialog;
use crate::untrusted;

/// Reads `config.json`, beside the page.
///
/// # Errors
/// If it can't be read or used.
pub async fn read_config() -> Result<Config, ConfigError> {
    let unreachable = |error: gloo_net::Error| ConfigError::Unreachable(error.to_string());
    let response = Request::get("config.json").send().await.map_err(unreachable)?;
    if !response.ok() {
        return Err(ConfigError::Unreachable(format!("HTTP {}", response.status())));
    }
    Config::parse(&response.text().await.map_err(unreachable)?)
}

/// The whole console, or the reason why it can't start.
#[component]
pub fn App(
    /// What `config.json` says.
    config: Result<Config, ConfigError>,
) -> impl IntoView {
    untrusted::copy::install();
    match config {
        Ok(config) => {
            Console::provide(config);
            view! { <Shell /> }.into_any()
        }
        Err(error) => {
            Console::provide(Config::default());
            let (place, reason) = config_error(&error, texts());
            view! {
                <main class="alert alert-danger" role="alert">
                    <h1>{texts().config_bad}</h1>
                    <p>{place}</p>
                    <p>{reason}</p>
                </main>
            }
            .into_any()
        }
    }
}

/// Everything around the page. Re-created when the locale changes.
fn shell(connected: Memo<bool>, t: &'static Texts) -> AnyView {
    let Console { queries, router, session, shortcuts, .. } = Console::expect();
    let waiting = Memo::new(move |_| session.get().and_then(|_| waiting_reviews(queries)));
    provide_context(TitleCount(Signal::derive(move || {
        let waiting = waiting.get().filter(WaitingReviews::any);
        waiting.map(|waiting| format!("({}) ", waiting.number())).unwrap_or_default()
    })));
    let navigation =
        view! { <Show when=move || connected.get()>{navigation(router, waiting, t)}</Show> }.into_any();
    let tools = view! { <Show when=move || connected.get() fallback=appearance><CommandPalette /> {account(t)}</Show> }.into_any();
    let connection = move || match session.get() {
        Some(connection) => {
            let key = connection.credentials.access_key().to_owned();
            view! { <span class="connection" title=t.connected_as>{untrusted::line(&connection.name)}" · "{untrusted::line(&key)}</span> }
                .into_any()
        }
        None => ().into_any(),
    };
    let demo = view! { <Show when=move || session.get().is_some_and(|connection| connection.relay.is_demo())>{demo_banner()}</Show> }.into_any();
    // Not behind a lock.
    let notices = view! { <Show when=move || connected.get()><NoticeList /></Show> }.into_any();
    let form = Memo::new(move |_| router.location().with(FormKey::of));
    // One component for several routes stays while they change.
    let shown = Memo::new(move |_| router.route().page());
    let page = move || match (connected.get(), shown.get()) {
        (_, Route::Connect) => view! { <ConnectPage /> }.into_any(),
        (false, _) => ().into_any(),
        // For another box it is another form.
        (true, route @ (Route::RequestImport | Route::RequestExport)) => {
            form.with(|_| ());
            page(route)
        }
        (true, route) => page(route),
    };
    view! {
        <a class="skip" href="#content">{t.skip}</a>
        <header class="shell-header">
            <span class="brand">{mark()}{t.product}</span>
            <div class="shell-tools">{connection} {tools}</div>
            {navigation}
        </header>
        {demo}
        // Newest last, and only what is new is read out.
        <div role="status" aria-atomic="false" class="notices notices-over">{notices}</div>
        <div role="status" class="notices"><Show when=move || queries.offline()>{warning(t.trust.offline.to_owned())}</Show></div>
        <main id="content" tabindex="-1" on:click:capture=keep_focus>{page}</main>
        <Show when=move || connected.get()><ShortcutsDialog shortcuts=shortcuts palette_keys=palette::keys() /></Show>
        {leaving(t)}
        {lock_warning(t)}
    }
    .into_any()
}

/// Ends the use of the keys, from every page.
fn account(t: &'static Texts) -> AnyView {
    let console = Console::expect();
    let items = vec![
        MenuItem { label: t.keys.lock_now, press: Callback::new(move |()| console.lock_all()) },
        MenuItem { label: t.disconnect, press: Callback::new(move |()| console.forget_all()) },
    ];
    view! { <Menu label=t.nav_account icon=Icon::Key items=items /> }.into_any()
}

/// Language and theme, before there are Settings.
fn appearance() -> AnyView {
    let Console { preferences, .. } = Console::expect();
    view! { <div class="appearance">{language_choice(preferences, true)} {theme_choice(preferences, true)}</div> }
        .into_any()
}

/// The warning before the page locks itself.
fn lock_warning(t: &'static Texts) -> AnyView {
    let Console { idle, .. } = Console::expect();
    let stay = Callback::new(move |()| idle.stay());
    let warning = move || {
        view! {
            <Dialog title=t.keys.warning role="alertdialog" on_cancel=stay>
                <p>{t.keys.warning_lead}</p>
                <div class="dialog-actions">
                    <Button label=t.keys.stay variant=ButtonVariant::Primary on_press=stay />
                </div>
            </Dialog>
        }
    };
    view! { <Show when=move || idle.warning.get()>{warning()}</Show> }.into_any()
}

/// The question before a page is left on which something was typed.
fn leaving(t: &'static Texts) -> AnyView {
    let Console { router, drafts, .. } = Console::expect();
    let stay = Callback::new(move |()| router.cancel_navigation());
    let leave = Callback::new(move |()| {
        let wanted = untrack(|| router.pending_navigation());
        let form = router.location().with_untracked(FormKey::of);
        router.cancel_navigation();
        router.set_blocked(false);
        drafts.forget(&form);
        if let Some(wanted) = wanted {
            router.go(wanted);
        }
    });
    let question = move || {
        view! {
            <Dialog title=t.forms.leave_title on_cancel=stay>
                <p>{t.forms.leave_lead}</p>
                <div class="dialog-actions">
                    <Button label=t.forms.stay variant=ButtonVariant::Primary on_press=stay />
                    <Button label=t.forms.leave variant=ButtonVariant::Danger on_press=leave />
                </div>
            </Dialog>
        }
    };
    view! { <Show when=move || router.pending_navigation().is_some()>{question()}</Show> }.into_any()
}

fn navigation(router: Router, waiting: Memo<Option<WaitingReviews>>, t: &'static Texts) -> AnyView {
    let link = |(route, title): (Route, Text)| {
        let href = route.href();
        let icon = icon(&route).view();
        let counted = route == Route::Reviews;
        let current = move || (router.route().section() == route).then_some("page");
        if counted {
            return review_link(href, icon, current, waiting, t);
        }
        view! { <a href=href aria-current=current>{icon}{title(t)}</a> }.into_any()
    };
    let links: Vec<AnyView> = NAVIGATION.into_iter().map(link).collect();
    view! { <nav aria-label=t.nav_label>{links}</nav> }.into_any()
}

/// The link to the reviews with the number that wait: a description, no part of its name.
fn review_link(
    href: String,
    icon: AnyView,
    current: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
    waiting: Memo<Option<WaitingReviews>>,
    t: &'static Texts,
) -> AnyView {
    let badge = move || {
        let waiting = waiting.get().filter(WaitingReviews::any)?;
        Some(view! { <span class="nav-count" aria-hidden="true">{waiting.number()}</span> }.into_any())
    };
    let description = move || waiting.get().map(|waiting| (t.overview.nav_waiting)(&waiting.number()));
    view! {
        <a href=href aria-current=current aria-describedby="waiting-reviews">{icon}{t.nav_reviews}{badge}</a>
        <span id="waiting-reviews" hidden>{description}</span>
    }
    .into_any()
}

#[component]
fn Shell() -> AnyView {
    let Console { session, router, preferences, .. } = Console::expect();
    Palette::provide();
    let connected = Memo::new(move |_| session.get().is_some());
    // Without a connection every URL leads to the Connect page, and back.
    Effect::new(move |_| {
        if !connected.get() && router.route() != Route::Connect {
            let wanted = router.location().with_untracked(ToString::to_string);
            router.replace(Route::Connect.with([("next", wanted.as_str())]));
        }
    });
    // The control that chose the language is re-created too: it keeps the focus by its id.
    Effect::new(move |_| {
        preferences.locale.track();
        focus::restore();
    });
    (move || {
        let t = preferences.locale.get().texts();
        focus::remember();
        shell(connected, t)
    })
    .into_any()
}

/// Where the focus is, across a change of language.
mod focus {
    use std::cell::RefCell;

    use leptos::prelude::document;
    use wasm_bindgen::JsCast as _;

    thread_local! {
        static ID: RefCell<String> = const { RefCell::new(String::new()) };
    }

    pub fn remember() {
        let id = document().active_element().map(|element| element.id()).unwrap_or_default();
        ID.set(id);
    }

    pub fn restore() {
        let id = ID.take();
        let element = if id.is_empty() { None } else { document().get_element_by_id(&id) };
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Without focus the page is still usable.
            let _ = element.focus();
        }
    }
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Connect => view! { <ConnectPage /> }.into_any(),
        Route::Overview => view! { <OverviewPage /> }.into_any(),
        Route::Frames => view! { <FramesPage /> }.into_any(),
        Route::Frame(frame_no) | Route::FrameTab(frame_no, _) => {
            view! { <FramePage frame_no=frame_no /> }.into_any()
        }
        Route::DataBox(frame_no, box_no) | Route::DataBoxTab(frame_no, box_no, _) => {
            view! { <DataBoxPage frame_no=frame_no box_no=box_no /> }.into_any()
        }
        Route::Infra(frame_no, box_no, kind, instance_no) => {
            view! { <InfraPage frame_no=frame_no box_no=box_no kind=kind instance_no=instance_no /> }
                .into_any()
        }
        Route::Reviews | Route::Review(..) => view! { <ReviewDesk /> }.into_any(),
        Route::Buckets => view! { <BucketsPage /> }.into_any(),
        Route::Activity => view! { <ActivityPage /> }.into_any(),
        Route::Settings => view! { <SettingsPage /> }.into_any(),
        Route::ModifyFrame(frame_no) => view! { <ModifyFramePage frame_no=frame_no /> }.into_any(),
        Route::CreateDataBox(frame_no) => view! { <CreateDataBoxPage frame_no=frame_no /> }.into_any(),
        Route::ModifyDataBox(frame_no, box_no) => {
            view! { <ModifyDataBoxPage frame_no=frame_no box_no=box_no /> }.into_any()
        }
        Route::RequestImport => view! { <RequestImportPage /> }.into_any(),
        Route::RequestExport => view! { <RequestExportPage /> }.into_any(),
        Route::Imports => view! { <ImportsPage /> }.into_any(),
        Route::Import(frame_no, box_no, import_apply_id) => {
            view! { <ImportPage frame_no=frame_no box_no=box_no import_apply_id=import_apply_id /> }
                .into_any()
        }
        Route::Exports => view! { <ExportsPage /> }.into_any(),
        Route::Export(frame_no, box_no, export_apply_id) => {
            view! { <ExportPage frame_no=frame_no box_no=box_no export_apply_id=export_apply_id /> }
                .into_any()
        }
        Route::NotFound => view! { <NotFoundPage /> }.into_any(),
    }
}
