//! `/frames/{frameNo}/boxes/{boxNo}`

use std::sync::Arc;

use databoxframe::code::BoxStatus;
use databoxframe::data_box::{BoxInfra, BoxSummary};
use databoxframe::product::Product;
use databoxframe::{Flag, Id};
use leptos::prelude::*;

use crate::codes;
use crate::components::{
    Action, Availability, Button, ButtonVariant, Cell, Column, Crumb, DataTable, Detail, DisabledReason,
    PageHeader, Press, Row,
};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::marks;
use crate::pages::exports::export_list::cancel_cell;
use crate::pages::infrastructure::actions::{
    Volume, can_change, counted, external_network, resize_box_volume, return_box,
};
use crate::pages::requests::request_rows::{EXPORT_COLUMNS, IMPORT_COLUMNS, Place, export_row, import_row};
use crate::pages::{details_of, load, rows, title};
use crate::paging::Paged;
use crate::reads::{self, Window};
use crate::router::{InfraKind, Route};
use crate::untrusted::name_or;
use crate::write::operations::box_volume_item;
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

/// The name; of what has details of its own, as a link to them.
fn name_cell((frame_no, box_no): &(Id, Id), item: &BoxInfra) -> Cell {
    let kind = match item.product {
        Some(Product::HadoopEdge | Product::HadoopMaster | Product::HadoopWorker) => InfraKind::Hadoop,
        Some(Product::LinuxCentos | Product::LinuxUbuntu) => InfraKind::Linux,
        Some(Product::TensorFlowCpu | Product::TensorFlowGpu) => InfraKind::TensorFlow,
        _ => return Cell::text(item.name.as_deref()),
    };
    // Only what the page's own address can hold is a number to ask with.
    let Some(number) = item.instance_no.as_ref().filter(|number| number.number().is_some()) else {
        return Cell::text(item.name.as_deref());
    };
    let name = name_or(item.name.as_deref(), number.as_str());
    Cell::Link {
        href: Route::Infra(frame_no.clone(), box_no.clone(), kind, number.clone()).path(),
        text: name.to_owned(),
    }
}

fn infra_rows(
    ids: &(Id, Id),
    infra: &Paged<BoxInfra>,
    t: &'static Texts,
    resize: impl Fn(&BoxInfra) -> Option<Press>,
) -> Vec<Row> {
    let id = |id: Option<&Id>| Cell::text(id.map(Id::as_str));
    let row = |item: &BoxInfra| Row {
        cells: vec![
            name_cell(ids, item),
            id(item.instance_no.as_ref()),
            Cell::text(item.product_type.as_deref().or_else(|| item.product.as_ref().map(Product::as_str))),
            codes::changing(
                codes::box_status(item.status.as_ref(), item.status_name.as_deref(), t),
                &marks::box_infra_key(&ids.0, &ids.1, item),
                t,
            ),
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
                    availability: can_change(item.status.as_ref().map(BoxStatus::phase), t),
                    press,
                }),
                None => Cell::None,
            },
            codes::extra(&item.extra),
        ],
    };
    infra.records.iter().map(row).collect()
}

fn details((frame_no, box_no): &(Id, Id), summary: &BoxSummary, t: &'static Texts) -> Vec<Detail> {
    let status = codes::box_status(summary.status.as_ref(), None, t);
    let nas = codes::nas_use(summary.nas_used_gb.as_ref(), summary.nas_total_gb.as_ref(), t);
    let mut details = vec![
        Detail::new(t.status, codes::changing(status, &marks::box_key(frame_no, box_no), t)),
        Detail::new(t.network, codes::network(summary.external_network_blocked.as_ref(), t)),
        Detail::new(t.nas_use, nas),
        Detail::new(t.nas_count, codes::count(summary.nas_count.as_ref())),
        Detail::new(t.mounts, codes::count(summary.mount_count.as_ref())),
        Detail::new(t.ssl_vpn_count, codes::count(summary.ssl_vpn_count.as_ref())),
        Detail::new(t.ssl_vpn_url, Cell::external(summary.ssl_vpn_url.as_deref())),
        Detail::new(t.export_count, codes::count(summary.export_apply_count.as_ref())),
        Detail::new(t.created, Cell::date(summary.created.as_ref())),
        Detail::new(t.memo, Cell::lines(summary.memo.as_deref())),
    ];
    if !summary.extra.is_empty() {
        details.push(Detail::new(t.other_fields, codes::extra(&summary.extra)));
    }
    details
}

/// The requests of this page are all of its box.
fn place((frame_no, box_no): &(Id, Id)) -> Place<'_> {
    Place { frame_no, frame_name: None, box_no: Some(box_no) }
}

/// One box: summary, infrastructure, imports and exports.
#[component]
pub fn DataBoxPage(
    /// Number of its frame.
    frame_no: Id,
    /// Its number.
    box_no: Id,
) -> impl IntoView {
    let t = texts();
    let frame = reads::frame(frame_no.clone());
    let summary = reads::box_summary(frame_no.clone(), box_no.clone());
    let infra = reads::box_infra(frame_no.clone(), box_no.clone());
    let imports = reads::imports(frame_no.clone(), Some(box_no.clone()), Window::default());
    let exports = reads::exports(frame_no.clone(), box_no.clone(), Window::default());
    let name = title(summary, |summary| summary.name.as_deref(), box_no.to_string());
    let draft = RwSignal::new(None::<Draft>);
    let ids = StoredValue::new((frame_no.clone(), box_no));
    let phase = move || summary.data().and_then(|summary| summary.status.as_ref().map(BoxStatus::phase));
    let availability = Signal::derive(move || can_change(phase(), t));
    // Unless it is said to be blocked it counts as open: the safer of the two to offer.
    let is_blocked =
        move || summary.data().is_some_and(|summary| summary.external_network_blocked == Some(Flag::Yes));
    let network_label =
        Signal::derive(move || if is_blocked() { t.actions.allow } else { t.actions.block }.to_owned());
    // What is changed has to be known.
    let can_change_known =
        Signal::derive(move || Availability::busy_if(summary.data().is_none()).and(|| availability.get()));
    let ask_network = Callback::new(move |()| {
        let block = !untrack(is_blocked);
        let summary = summary.data_now();
        let shown = summary.as_ref().and_then(|summary| summary.external_network_blocked.as_ref());
        draft.set(Some(external_network(ids.get_value(), name.get_untracked(), shown, block)));
    });
    let ask_return = Callback::new(move |()| {
        let infra = infra.data_now().map(|infra| counted(&infra, t));
        let summary = summary.data_now();
        draft.set(Some(return_box(ids.get_value(), summary.as_deref(), infra)));
    });
    let router = Console::here().router;
    let modify = Callback::new(move |()| {
        let (frame_no, box_no) = ids.get_value();
        router.go(&Route::ModifyDataBox(frame_no, box_no).path());
    });
    let actions = vec![
        view! { <Button label=t.infra.modify_box availability=availability on_press=modify /> }.into_any(),
        view! { <Button label=network_label availability=can_change_known on_press=ask_network /> }.into_any(),
        view! { <Button label=t.actions.return_box variant=ButtonVariant::Danger availability=can_change_known on_press=ask_return /> }
            .into_any(),
    ];
    let infra_rows = rows(infra, move |infra, t| {
        infra_rows(&ids.get_value(), infra, t, |item| {
            let number = item.instance_no.clone()?;
            let name = item.name.as_deref().unwrap_or_default().to_owned();
            let size = item.spec_name.as_deref().map(t.gb);
            let shown = box_volume_item(item);
            (item.product == Some(Product::Nas)).then(|| {
                Arc::new(move || {
                    let volume = Volume {
                        instance_no: number.clone(),
                        name: name.clone(),
                        size: size.clone(),
                        shown: shown.clone(),
                    };
                    draft.set(Some(resize_box_volume(ids.get_value(), volume)));
                }) as Press
            })
        })
    });
    let import_rows = rows(imports, move |imports, t| {
        ids.with_value(|ids| {
            imports.records.iter().map(|request| import_row(place(ids), request, t)).collect()
        })
    });
    let export_rows = rows(exports, move |exports, t| {
        ids.with_value(|ids| {
            exports
                .records
                .iter()
                .map(|request| {
                    let cancel = cancel_cell(request, (&ids.0, Some(&ids.1)), draft, t);
                    export_row(place(ids), request, cancel, t)
                })
                .collect()
        })
    });
    let frame_name = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let trail =
        vec![Crumb::new("/frames".into(), t.frames), Crumb::new(format!("/frames/{frame_no}"), frame_name)];
    view! {
        <PageHeader title=name actions=actions trail=trail />
        <DisabledReason availability=availability />
        {details_of(summary, move |summary, t| ids.with_value(|ids| details(ids, summary, t)))}
        <DataTable
            name=|t| t.infra_table
            id="infra"
            columns=INFRA
            rows=infra_rows
            load=load(infra)
            refresh=infra.refresh
        />
        <DataTable
            name=|t| t.infra.imports
            id="imports"
            columns=IMPORT_COLUMNS
            rows=import_rows
            load=load(imports)
            refresh=imports.refresh
        />
        <DataTable
            name=|t| t.infra.exports
            id="exports"
            columns=EXPORT_COLUMNS
            rows=export_rows
            load=load(exports)
            refresh=exports.refresh
        />
        <WriteDialog draft=draft />
    }
}
