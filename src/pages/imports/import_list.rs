//! `/imports`: the import requests of all frames together, newest first.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::{Button, ButtonVariant, PageHeader, TableId};
use crate::console::Console;
use crate::locale::texts;
use crate::pages::requests::columns::{Scope, import_columns};
use crate::pages::requests::listing::Rank;
use crate::pages::requests::lists::{Lists, lists};
use crate::queries;
use crate::router::Route;

/// Import requests.
#[component]
pub fn ImportsPage() -> impl IntoView {
    let t = texts();
    let router = Console::expect().router;
    let request = Callback::new(move |()| router.go(Route::RequestImport));
    let actions = vec![
        view! { <Button label=t.forms.request_import variant=ButtonVariant::Primary on_press=request /> }
            .into_any(),
    ];
    let shown = Lists {
        name: t.infra.imports,
        id: TableId::only("imports"),
        columns: import_columns(Scope::All, t),
        rank: |request| Rank::new(false, request.applied.as_ref()),
        by_box: false,
        read: Arc::new(|origin, window| queries::imports(origin.frame_no.clone(), None, window)),
        known: None,
        initial: None,
    };
    view! {
        <PageHeader title=t.infra.imports actions=actions />
        {lists(shown)}
    }
}
