//! `/frames/{frameNo}`

use databoxframe::Id;
use databoxframe::data_box::DataBox;
use databoxframe::frame::{FrameDetail, FrameInfra};
use leptos::prelude::*;

use super::{refresh, rows};
use crate::codes;
use crate::components::{Cell, Column, DataTable, Detail, Details, FailureAlert, Load, PageHeader, Row};
use crate::locale::{Texts, texts};
use crate::reads;

const BOXES: &[Column] = &[
    Column { id: "name", title: |t| t.name },
    Column { id: "number", title: |t| t.number },
    Column { id: "status", title: |t| t.status },
    Column { id: "memo", title: |t| t.memo },
    Column { id: "created", title: |t| t.created },
    Column { id: "disabled", title: |t| t.disabled_flag },
    Column { id: "other", title: |t| t.other_fields },
];

const INFRA: &[Column] = &[
    Column { id: "name", title: |t| t.name },
    Column { id: "number", title: |t| t.number },
    Column { id: "kind", title: |t| t.kind },
    Column { id: "status", title: |t| t.status },
    Column { id: "machine", title: |t| t.machine },
    Column { id: "spec", title: |t| t.spec },
    Column { id: "code", title: |t| t.spec_code },
    Column { id: "os", title: |t| t.os },
    Column { id: "private", title: |t| t.private_ip },
    Column { id: "public", title: |t| t.public_ip },
    Column { id: "account", title: |t| t.account },
    Column { id: "connect", title: |t| t.connect_info },
    Column { id: "used", title: |t| t.used },
    Column { id: "created", title: |t| t.created },
    Column { id: "other", title: |t| t.other_fields },
];

fn box_row(item: &DataBox, t: &'static Texts) -> Row {
    Row {
        cells: vec![
            // Relative links would depend on a trailing slash; the frame is added by the page.
            Cell::Link {
                href: item.box_no.to_string(),
                text: item.name.as_deref().unwrap_or(item.box_no.as_str()).to_owned(),
            },
            Cell::Text(item.box_no.to_string()),
            codes::box_status(item.status.as_ref(), item.status_name.as_deref(), t),
            Cell::text(item.memo.as_deref()),
            Cell::date(item.created.as_ref()),
            codes::flag(item.disabled.as_ref(), t.yes, t.no),
            codes::extra(&item.extra),
        ],
    }
}

fn infra_rows(infra: &[FrameInfra], t: &'static Texts) -> Vec<Row> {
    let row = |item: &FrameInfra| Row {
        cells: vec![
            Cell::text(item.name.as_deref()),
            Cell::text(item.instance_no.as_ref().map(Id::as_str)),
            Cell::text(item.infra_type.as_deref()),
            codes::frame_status(item.status.as_ref(), item.status_name.as_deref(), t),
            Cell::text(item.instance_status.as_deref()),
            match item.spec_name.as_deref() {
                Some(size) if item.is_nas() && !size.is_empty() => Cell::Text((t.gb)(size)),
                spec => Cell::text(spec),
            },
            Cell::text(item.prod_spec_id.as_ref().map(Id::as_str)),
            Cell::text(item.os_name.as_deref()),
            Cell::text(item.private_ip.as_deref()),
            Cell::text(item.public_ip.as_deref()),
            Cell::text(item.user_name.as_deref()),
            Cell::text(item.connect_info.as_deref()),
            codes::amount(item.used_gb.as_ref(), t.gb),
            Cell::date(item.created.as_ref()),
            codes::extra(&item.extra),
        ],
    };
    infra.iter().map(row).collect()
}

fn details(frame: &FrameDetail, t: &'static Texts) -> Vec<Detail> {
    let mut details = vec![
        Detail::new(t.number, Cell::text(frame.frame_no.as_ref().map(Id::as_str))),
        Detail::new(t.status, codes::frame_status(frame.status.as_ref(), frame.status_name.as_deref(), t)),
        Detail::new(t.boxes, codes::count(frame.box_count.as_ref())),
        Detail::new(t.created, Cell::date(frame.created.as_ref())),
        Detail::new(t.export_bucket, Cell::text(frame.export_bucket.as_deref())),
        Detail::new(t.pseudonym, codes::flag(frame.uses_pseudonym_info.as_ref(), t.yes, t.no)),
        Detail::new(t.memo, Cell::text(frame.memo.as_deref())),
    ];
    if !frame.extra.is_empty() {
        details.push(Detail::new(t.other_fields, codes::extra(&frame.extra)));
    }
    details
}

/// One frame: details, boxes, infrastructure.
#[component]
pub fn FramePage(
    /// Its number.
    frame_no: Id,
) -> impl IntoView {
    let frame = reads::frame(frame_no.clone());
    let boxes = reads::boxes(frame_no.clone());
    let infra = reads::frame_infra(frame_no.clone());
    let title = {
        let (state, frame_no) = (frame.state.clone(), frame_no.clone());
        Signal::derive(move || {
            let name = state.with(|state| state.data.as_ref().and_then(|frame| frame.name.clone()));
            name.map_or_else(|| frame_no.to_string(), String::from)
        })
    };
    let state = frame.state.clone();
    let box_rows = {
        let state = boxes.state.clone();
        Signal::<Option<std::sync::Arc<Vec<Row>>>>::from(Memo::new(move |_| {
            let t = texts();
            state.with(|state| {
                state.data.as_ref().map(|boxes| {
                    let mut rows: Vec<Row> = boxes.iter().map(|item| box_row(item, t)).collect();
                    for row in &mut rows {
                        if let Some(Cell::Link { href, .. }) = row.cells.first_mut() {
                            *href = format!("/frames/{frame_no}/boxes/{href}");
                        }
                    }
                    std::sync::Arc::new(rows)
                })
            })
        }))
    };
    let load = Load::signal(&frame);
    view! {
        <PageHeader title=title />
        <FailureAlert failure=Signal::derive(move || load.with(|load| load.failure.clone())) retry=refresh(&frame) />
        {move || state.with(|state| state.data.as_ref().map(|frame| view! { <Details items=details(frame, texts()) /> }))}
        <DataTable
            name=|t| t.boxes_table
            id="boxes"
            columns=BOXES
            rows=box_rows
            load=Load::signal(&boxes)
            refresh=refresh(&boxes)
        />
        <DataTable
            name=|t| t.infra_table
            id="infra"
            columns=INFRA
            rows=rows(&infra, |infra, t| infra_rows(infra, t))
            load=Load::signal(&infra)
            refresh=refresh(&infra)
        />
    }
}
