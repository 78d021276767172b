//! `/frames/{frameNo}`

use databoxframe::Id;
use databoxframe::data_box::DataBox;
use databoxframe::frame::{FrameDetail, FrameInfra};
use leptos::prelude::*;

use super::{details_of, load, rows, title};
use crate::codes;
use crate::components::{Cell, Column, Crumb, DataTable, Detail, PageHeader, Row};
use crate::locale::{Texts, texts};
use crate::reads;

const BOXES: &[Column] = &[
    Column::new("name", |t| t.name),
    Column::new("number", |t| t.number),
    Column::new("status", |t| t.status),
    Column::new("memo", |t| t.memo),
    Column::new("created", |t| t.created),
    Column::new("disabled", |t| t.disabled_flag),
    Column::OTHER,
];

const INFRA: &[Column] = &[
    Column::new("name", |t| t.name),
    Column::new("number", |t| t.number),
    Column::new("kind", |t| t.kind),
    Column::new("status", |t| t.status),
    Column::new("machine", |t| t.machine),
    Column::new("spec", |t| t.spec),
    Column::new("code", |t| t.spec_code),
    Column::new("os", |t| t.os),
    Column::new("private", |t| t.private_ip),
    Column::new("public", |t| t.public_ip),
    Column::new("account", |t| t.account),
    Column::new("connect", |t| t.connect_info),
    Column::new("used", |t| t.used),
    Column::new("created", |t| t.created),
    Column::OTHER,
];

fn box_row(frame_no: &Id, item: &DataBox, t: &'static Texts) -> Row {
    Row {
        cells: vec![
            Cell::Link {
                href: format!("/frames/{frame_no}/boxes/{}", item.box_no),
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
) -> AnyView {
    let frame = reads::frame(frame_no.clone());
    let boxes = reads::boxes(frame_no.clone());
    let infra = reads::frame_infra(frame_no.clone());
    let title = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let box_rows =
        rows(boxes, move |boxes, t| boxes.iter().map(|item| box_row(&frame_no, item, t)).collect());
    view! {
        <PageHeader title=title trail=vec![Crumb::new("/frames".into(), texts().frames)] />
        {details_of(frame, details)}
        <DataTable
            name=|t| t.boxes_table
            id="boxes"
            columns=BOXES
            rows=box_rows
            load=load(boxes)
            refresh=boxes.refresh
        />
        <DataTable
            name=|t| t.infra_table
            id="infra"
            columns=INFRA
            rows=rows(infra, |infra, t| infra_rows(infra, t))
            load=load(infra)
            refresh=infra.refresh
        />
    }
    .into_any()
}
