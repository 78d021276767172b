//! `/settings`

use leptos::prelude::*;

use crate::components::{Cell, Detail, Details, PageHeader};
use crate::connection::Session;
use crate::locale::{Locale, texts, tr};
use crate::preferences::{Preferences, Theme};
use crate::queries::Queries;

/// Language, theme, connection.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let preferences = Preferences::from_context();
    let (session, queries) = (expect_context::<Session>(), expect_context::<Queries>());
    let theme_name = |theme: Theme| match theme {
        Theme::System => tr(|t| t.theme_system),
        Theme::Light => tr(|t| t.theme_light),
        Theme::Dark => tr(|t| t.theme_dark),
    };
    view! {
        <PageHeader title=Signal::derive(move || tr(|t| t.settings).get().to_owned()) />
        <section class="panel">
            <label class="field">
                <span>{tr(|t| t.language)}</span>
                <select on:change=move |event| {
                    if let Some(locale) = Locale::from_tag(&event_target_value(&event)) {
                        preferences.set_locale(locale);
                    }
                }>
                    {Locale::ALL
                        .map(|locale| {
                            view! {
                                <option value=locale.tag() lang=locale.tag() selected=move || preferences.locale.get() == locale>
                                    {locale.name()}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </label>
            <label class="field">
                <span>{tr(|t| t.theme)}</span>
                <select on:change=move |event| {
                    let chosen = event_target_value(&event);
                    if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.code() == chosen) {
                        preferences.set_theme(theme);
                    }
                }>
                    {Theme::ALL
                        .map(|theme| {
                            view! {
                                <option value=theme.code() selected=move || preferences.theme.get() == theme>
                                    {theme_name(theme)}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </label>
        </section>
        <section class="panel">
            <h2>{tr(|t| t.connection)}</h2>
            {move || {
                session
                    .get()
                    .map(|connection| {
                        let t = texts();
                        let items = vec![
                            Detail::new(t.connection, Cell::text(Some(&connection.name))),
                            Detail::new(t.access_key, Cell::text(Some(connection.credentials.access_key()))),
                            Detail::new(t.relay, Cell::text(Some(connection.relay.as_str()))),
                            Detail::new(t.gateway, Cell::text(Some(&connection.gateway))),
                        ];
                        view! { <Details items=items /> }
                    })
            }}
            <button
                type="button"
                class="button"
                on:click=move |_| {
                    queries.clear();
                    session.close();
                }
            >
                {tr(|t| t.disconnect)}
            </button>
        </section>
    }
}
