//! `/frames`

use databoxframe::frame::Frame;
use leptos::prelude::*;

use crate::components::{Cell, Column, PageHeader, TableId, link};
use crate::locale::{Texts, texts};
use crate::pages::table::{other_fields, table};
use crate::queries;
use crate::resource::ResourceKey;
use crate::router::Route;
use crate::status_cells;
use crate::untrusted::name_or;

fn columns(t: &'static Texts) -> Vec<Column<Frame>> {
    vec![
        Column::new("name", t.name, |frame: &Frame, &()| {
            let text = name_or(frame.name.as_deref(), frame.frame_no.as_str());
            link(Route::Frame(frame.frame_no.clone()), text)
        }),
        Column::new("number", t.number, |frame: &Frame, &()| Cell::Text(frame.frame_no.to_string())),
        Column::new("status", t.status, move |frame: &Frame, &()| {
            let status = status_cells::frame_status(frame.status.as_ref(), frame.status_name.as_deref(), t);
            status_cells::changing(status, &ResourceKey::Frame(frame.frame_no.clone()), t)
        }),
        Column::new("boxes", t.boxes, |frame: &Frame, &()| status_cells::count(frame.box_count.as_ref())),
        Column::new("created", t.created, |frame: &Frame, &()| status_cells::date(frame.created.as_ref())),
        other_fields(t, |frame: &Frame| &frame.extra),
    ]
}

/// The account's frames.
#[component]
pub fn FramesPage() -> impl IntoView {
    let t = texts();
    view! {
        <PageHeader title=t.frames />
        {table(t.frames_table, TableId::only("frames"), columns(t), (), queries::frames())}
    }
}
