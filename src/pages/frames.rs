//! `/frames`

use databoxframe::frame::Frame;
use leptos::prelude::*;

use super::{refresh, rows};
use crate::codes;
use crate::components::{Cell, Column, DataTable, Load, PageHeader, Row};
use crate::locale::{Texts, tr};
use crate::reads;

const COLUMNS: &[Column] = &[
    Column { id: "name", title: |t| t.name },
    Column { id: "number", title: |t| t.number },
    Column { id: "status", title: |t| t.status },
    Column { id: "boxes", title: |t| t.boxes },
    Column { id: "created", title: |t| t.created },
    Column { id: "other", title: |t| t.other_fields },
];

fn make_rows(frames: &[Frame], t: &'static Texts) -> Vec<Row> {
    let row = |frame: &Frame| Row {
        cells: vec![
            Cell::Link {
                href: format!("/frames/{}", frame.frame_no),
                text: frame.name.as_deref().unwrap_or(frame.frame_no.as_str()).to_owned(),
            },
            Cell::Text(frame.frame_no.to_string()),
            codes::frame_status(frame.status.as_ref(), frame.status_name.as_deref(), t),
            codes::count(frame.box_count.as_ref()),
            Cell::date(frame.created.as_ref()),
            codes::extra(&frame.extra),
        ],
    };
    frames.iter().map(row).collect()
}

/// The account's frames.
#[component]
pub fn FramesPage() -> impl IntoView {
    let frames = reads::frames();
    view! {
        <PageHeader title=Signal::derive(move || tr(|t| t.frames).get().to_owned()) />
        <DataTable
            name=|t| t.frames_table
            id=""
            columns=COLUMNS
            rows=rows(&frames, |frames, t| make_rows(frames, t))
            load=Load::signal(&frames)
            refresh=refresh(&frames)
        />
    }
}
