//! The page of unknown URLs.

use leptos::prelude::*;

use crate::components::PageHeader;
use crate::locale::texts;
use crate::router::Route;

/// The page without content.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let t = texts();
    view! {
        <PageHeader title=t.not_found />
        <p>{t.not_found_lead}</p>
        <p><a href=Route::Overview.href()>{t.nav_overview}</a></p>
    }
}
