//! `/frames/{frameNo}/boxes/{boxNo}`

use databoxframe::data_box::{BoxInfra, BoxSummary};
use databoxframe::product::Product;
use databoxframe::{Id, List};
use leptos::prelude::*;

use super::{refresh, rows};
use crate::codes;
use crate::components::{Cell, Column, DataTable, Detail, Details, FailureAlert, Load, PageHeader, Row};
use crate::locale::{Texts, texts};
use crate::reads;

const INFRA: &[Column] = &[
    Column { id: "name", title: |t| t.name },
    Column { id: "number", title: |t| t.number },
    Column { id: "kind", title: |t| t.kind },
    Column { id: "status", title: |t| t.status },
    Column { id: "machine", title: |t| t.machine },
    Column { id: "spec", title: |t| t.spec },
    Column { id: "code", title: |t| t.spec_code },
    Column { id: "private", title: |t| t.private_ip },
    Column { id: "storage", title: |t| t.storage },
    Column { id: "storage_no", title: |t| t.storage_no },
    Column { id: "account", title: |t| t.account },
    Column { id: "account_2", title: |t| t.account_2 },
    Column { id: "contract", title: |t| t.contract_no },
    Column { id: "other", title: |t| t.other_fields },
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
) -> impl IntoView {
    let summary = reads::box_summary(frame_no.clone(), box_no.clone());
    let infra = reads::box_infra(frame_no.clone(), box_no.clone());
    let title = {
        let state = summary.state.clone();
        Signal::derive(move || {
            let name = state.with(|state| state.data.as_ref().and_then(|summary| summary.name.clone()));
            name.map_or_else(|| box_no.to_string(), String::from)
        })
    };
    let state = summary.state.clone();
    let load = Load::signal(&summary);
    view! {
        <PageHeader title=title />
        <FailureAlert failure=Signal::derive(move || load.with(|load| load.failure.clone())) retry=refresh(&summary) />
        {move || state.with(|state| state.data.as_ref().map(|summary| view! { <Details items=details(summary, texts()) /> }))}
        <DataTable
            name=|t| t.infra_table
            id="infra"
            columns=INFRA
            rows=rows(&infra, infra_rows)
            load=Load::signal(&infra)
            refresh=refresh(&infra)
        />
    }
}
