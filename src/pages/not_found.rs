//! Every other address.

use leptos::prelude::*;

use crate::components::PageHeader;
use crate::locale::tr;

/// Says that there is nothing here.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <PageHeader title=Signal::derive(move || tr(|t| t.not_found).get().to_owned()) />
        <p>{tr(|t| t.not_found_lead)}</p>
        <p><a href="/frames">{tr(|t| t.frames)}</a></p>
    }
}
