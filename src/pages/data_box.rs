//! `/frames/{frameNo}/boxes/{boxNo}`

use databoxframe::data_box::{BoxInfra, BoxSummary};
use databoxframe::product::Product;
use databoxframe::{Id, List};
use leptos::prelude::*;

use super::{details_of, load, rows, title};
use crate::codes;
use crate::components::{Cell, Column, Crumb, DataTable, Detail, PageHeader, Row};
use crate::locale::{Texts, texts};
use crate::reads;

const INFRA: &[Column] = &[
    Column::new("name", |t| t.name),
    Column::new("number", |t| t.number),
    Column::new("kind", |t| t.kind),
    Column::new("status", |t| t.status),
    Column::new("machine", |t| t.machine),
    Column::new("spec", |t| t.spec),
    Column::new("code", |t| t.spec_code),
    Column::new("private", |t| t.private_ip),
    Column::new("storage", |t| t.storage),
    Column::new("storage_no", |t| t.storage_no),
    Column::new("account", |t| t.account),
    Column::new("account_2", |t| t.account_2),
    Column::new("contract", |t| t.contract_no),
    Column::OTHER,
];

fn infra_rows(infra: &List<BoxInfra>, t: &'static Texts) -> Vec<Row> {
    let id = |id: Option<&Id>| Cell::text(id.map(Id::as_str));
    let row = |item: &BoxInfra| Row {
        cells: vec![
            Cell::text(item.name.as_deref()),
            id(item.instance_no.as_ref()),
            Cell::text(item.product_type.as_deref().or_else(|| item.product.as_ref().map(Product::as_str))),
            codes::box_status(item.status.as_ref(), item.status_name.as_deref(), t),
            Cell::text(item.instance_status.as_deref()),
            match (item.spec_name.as_deref(), &item.product) {
                (Some(size), Some(Product::Nas)) if !size.is_empty() => Cell::Text((t.gb)(size)),
                (spec, _) => Cell::text(spec),
            },
            id(item.prod_spec_id.as_ref()),
            Cell::text(item.private_ip.as_deref()),
            codes::amount(item.block_storage_gb.as_ref(), t.gb),
            id(item.block_storage_no.as_ref()),
            Cell::text(item.connect_info_1.as_deref()),
            Cell::text(item.connect_info_2.as_deref()),
            id(item.contract_instance_no.as_ref()),
            codes::extra(&item.extra),
        ],
    };
    infra.content.iter().map(row).collect()
}

fn details(summary: &BoxSummary, t: &'static Texts) -> Vec<Detail> {
    let nas = match (&summary.nas_used_gb, &summary.nas_total_gb) {
        (Some(used), Some(total)) => Cell::Text((t.gb_of)(used.as_str(), total.as_str())),
        (used, total) => codes::amount(used.as_ref().or(total.as_ref()), t.gb),
    };
    let mut details = vec![
        Detail::new(t.status, codes::box_status(summary.status.as_ref(), None, t)),
        Detail::new(
            t.network,
            codes::flag(summary.external_network_blocked.as_ref(), t.network_blocked, t.network_allowed),
        ),
        Detail::new(t.nas_use, nas),
        Detail::new(t.nas_count, codes::count(summary.nas_count.as_ref())),
        Detail::new(t.mounts, codes::count(summary.mount_count.as_ref())),
        Detail::new(t.ssl_vpn_count, codes::count(summary.ssl_vpn_count.as_ref())),
        Detail::new(t.ssl_vpn_url, Cell::text(summary.ssl_vpn_url.as_deref())),
        Detail::new(t.export_count, codes::count(summary.export_apply_count.as_ref())),
        Detail::new(t.created, Cell::date(summary.created.as_ref())),
        Detail::new(t.memo, Cell::text(summary.memo.as_deref())),
    ];
    if !summary.extra.is_empty() {
        details.push(Detail::new(t.other_fields, codes::extra(&summary.extra)));
    }
    details
}

/// One box: summary and infrastructure.
#[component]
pub fn DataBoxPage(
    /// Number of its frame.
    frame_no: Id,
    /// Its number.
    box_no: Id,
) -> AnyView {
    let frame = reads::frame(frame_no.clone());
    let summary = reads::box_summary(frame_no.clone(), box_no.clone());
    let infra = reads::box_infra(frame_no.clone(), box_no.clone());
    let frame_name = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let trail = vec![
        Crumb::new("/frames".into(), texts().frames),
        Crumb::new(format!("/frames/{frame_no}"), frame_name),
    ];
    view! {
        <PageHeader title=title(summary, |summary| summary.name.as_deref(), box_no.to_string()) trail=trail />
        {details_of(summary, details)}
        <DataTable
            name=|t| t.infra_table
            id="infra"
            columns=INFRA
            rows=rows(infra, infra_rows)
            load=load(infra)
            refresh=infra.refresh
        />
    }
    .into_any()
}
