//! `/frames/{frameNo}/boxes/{boxNo}`

use databoxframe::code::BoxStatus;
use databoxframe::data_box::{BoxInfra, BoxSummary};
use databoxframe::product::Product;
use databoxframe::{Flag, Id, List};
use leptos::prelude::*;

use super::actions::{blocked_by, external_network, resize_nas, return_box};
use super::{details_of, load, rows, title};
use crate::codes;
use crate::components::{
    Action, Blocked, Button, Cell, Column, Crumb, DataTable, Detail, Look, PageHeader, Row,
};
use crate::locale::{Texts, texts};
use crate::reads;
use crate::write::{Draft, WriteDialog};

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
    Column::new("actions", |t| t.actions.actions),
    Column::OTHER,
];

fn infra_rows(
    infra: &List<BoxInfra>,
    t: &'static Texts,
    resize: impl Fn(&BoxInfra) -> Option<Callback<()>>,
) -> Vec<Row> {
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
            match resize(item) {
                Some(press) => Cell::Action(Action {
                    label: t.actions.resize,
                    blocked: blocked_by(item.status.as_ref().map(BoxStatus::phase), t),
                    press,
                }),
                None => Cell::None,
            },
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
    let t = texts();
    let frame = reads::frame(frame_no.clone());
    let summary = reads::box_summary(frame_no.clone(), box_no.clone());
    let infra = reads::box_infra(frame_no.clone(), box_no.clone());
    let name = title(summary, |summary| summary.name.as_deref(), box_no.to_string());
    let draft = RwSignal::new(None::<Draft>);
    let ids = StoredValue::new((frame_no.clone(), box_no));
    let phase = move || summary.data().and_then(|summary| summary.status.as_ref().map(BoxStatus::phase));
    let blocked = Signal::derive(move || blocked_by(phase(), t));
    // Unless it is said to be blocked it counts as open: the safer of the two to offer.
    let is_blocked =
        move || summary.data().is_some_and(|summary| summary.external_network_blocked == Some(Flag::Yes));
    let network_label =
        Signal::derive(move || if is_blocked() { t.actions.allow } else { t.actions.block }.to_owned());
    let ask_network = Callback::new(move |()| {
        let block = !untrack(is_blocked);
        draft.set(Some(external_network(ids.get_value(), name.get_untracked(), block)));
    });
    let ask_return = Callback::new(move |()| {
        let infra = infra.data_now().map(|infra| infra.content.len());
        let summary = summary.data_now();
        draft.set(Some(return_box(ids.get_value(), name.get_untracked(), summary.as_deref(), infra)));
    });
    let actions = vec![
        view! { <Button label=network_label blocked=blocked on_press=ask_network /> }.into_any(),
        view! { <Button label=t.actions.return_box look=Look::Danger blocked=blocked on_press=ask_return /> }
            .into_any(),
    ];
    let infra_rows = rows(infra, move |infra, t| {
        infra_rows(infra, t, |item| {
            let number = item.instance_no.clone()?;
            let name = item.name.as_deref().unwrap_or_default().to_owned();
            let size = item.spec_name.as_deref().map(t.gb);
            (item.product == Some(Product::Nas)).then(|| {
                Callback::new(move |()| {
                    let (frame_no, box_no) = ids.get_value();
                    let size = size.clone();
                    draft.set(Some(resize_nas(frame_no, Some(box_no), number.clone(), name.clone(), size)));
                })
            })
        })
    });
    let frame_name = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let trail =
        vec![Crumb::new("/frames".into(), t.frames), Crumb::new(format!("/frames/{frame_no}"), frame_name)];
    view! {
        <PageHeader title=name actions=actions trail=trail />
        <Blocked reason=blocked />
        {details_of(summary, details)}
        <DataTable
            name=|t| t.infra_table
            id="infra"
            columns=INFRA
            rows=infra_rows
            load=load(infra)
            refresh=infra.refresh
        />
        <WriteDialog draft=draft />
    }
    .into_any()
}
