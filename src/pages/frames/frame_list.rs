//! `/frames`

use databoxframe::frame::Frame;
use leptos::prelude::*;

use crate::codes;
use crate::components::{Cell, Column, DataTable, PageHeader, Row};
use crate::locale::{Texts, texts};
use crate::pages::{load, rows};
use crate::queries;
use crate::resource::ResourceKey;
use crate::untrusted::name_or;

const COLUMNS: &[Column] = &[
    Column::new("name", |t| t.name),
    Column::new("number", |t| t.number),
    Column::new("status", |t| t.status),
    Column::new("boxes", |t| t.boxes),
    Column::new("created", |t| t.created),
    Column::OTHER,
];

fn row(frame: &Frame, t: &'static Texts) -> Row {
    Row {
        cells: vec![
            Cell::Link {
                href: format!("/frames/{}", frame.frame_no),
                text: name_or(frame.name.as_deref(), frame.frame_no.as_str()).to_owned(),
            },
            Cell::Text(frame.frame_no.to_string()),
            codes::changing(
                codes::frame_status(frame.status.as_ref(), frame.status_name.as_deref(), t),
                &ResourceKey::Frame(frame.frame_no.clone()),
                t,
            ),
            codes::count(frame.box_count.as_ref()),
            Cell::date(frame.created.as_ref()),
            codes::extra(&frame.extra),
        ],
    }
}

/// The account's frames.
#[component]
pub fn FramesPage() -> impl IntoView {
    let frames = queries::frames();
    view! {
        <PageHeader title=texts().frames />
        <DataTable
            name=|t| t.frames_table
            id=""
            columns=COLUMNS
            rows=rows(frames, |frames, t| frames.records.iter().map(|frame| row(frame, t)).collect())
            load=load(frames)
            refresh=frames.refresh
        />
    }
}
