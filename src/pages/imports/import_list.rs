//! `/imports`: the import requests of all frames together, newest first.

use std::sync::Arc;

use databoxframe::import::ImportRequest;
use leptos::prelude::*;

use crate::components::{Button, ButtonVariant, PageHeader};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::pages::requests::lists::{Listing, Lists, Ordered, Origin, lists};
use crate::pages::requests::request_rows::{IMPORT_COLUMNS, Place, import_row};
use crate::reads;

fn row(origin: &Origin, request: &ImportRequest, t: &'static Texts) -> Ordered {
    let place = Place { frame_no: &origin.frame_no, frame_name: Some(&origin.frame_name), box_no: None };
    Ordered {
        waits: false,
        applied: request.applied.as_ref().map_or("", |stamp| stamp.as_str()).to_owned(),
        row: import_row(place, request, t),
    }
}

/// Import requests.
#[component]
pub fn ImportsPage() -> impl IntoView {
    let t = texts();
    let router = Console::here().router;
    let request = Callback::new(move |()| router.go("/imports/new"));
    let actions = vec![
        view! { <Button label=t.forms.request_import variant=ButtonVariant::Primary on_press=request /> }
            .into_any(),
    ];
    let shown = Lists {
        name: |t| t.infra.imports,
        columns: IMPORT_COLUMNS,
        filters: &["frame", "box", "status"],
        by_box: false,
        begin: Arc::new(|origin, window| {
            Listing::new(origin, reads::imports(origin.frame_no.clone(), None, window), row)
        }),
        known: None,
    };
    view! {
        <PageHeader title=t.infra.imports actions=actions />
        {lists(shown)}
    }
}
