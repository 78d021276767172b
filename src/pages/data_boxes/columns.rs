//! Columns of the data boxes of a frame, and of the infrastructure and the accounts of a data box.

use std::sync::Arc;

use databoxframe::code::BoxStatus;
use databoxframe::data_box::{BoxInfra, DataBox};
use databoxframe::export::SslVpnAccount;
use databoxframe::product::Product;
use databoxframe::{Amount, Id};
use leptos::prelude::*;

use crate::components::{Action, Cell, Column, Unit, format, link};
use crate::locale::Texts;
use crate::pages::infrastructure::actions::{Subject, Volume, can_change, resize_box_volume};
use crate::pages::requests::new_request::request_actions;
use crate::pages::table::other_fields;
use crate::resource;
use crate::router::{InfraKind, Route};
use crate::status_cells;
use crate::untrusted::name_or;
use crate::write::Draft;
use crate::write::operations::box_volume_item;

/// Columns of the boxes of a frame.
pub fn box_columns(t: &'static Texts) -> Vec<Column<DataBox, Id>> {
    type One = DataBox;
    vec![
        Column::new("name", t.name, |one: &One, frame_no: &Id| {
            let data_box = Route::DataBox(frame_no.clone(), one.box_no.clone());
            link(data_box, name_or(one.name.as_deref(), one.box_no.as_str()))
        }),
        Column::new("number", t.number, |one: &One, _: &Id| Cell::Text(one.box_no.to_string())),
        Column::new("status", t.status, move |one: &One, frame_no: &Id| {
            let status = status_cells::box_status(one.status.as_ref(), one.status_name.as_deref(), t);
            status_cells::changing(status, &resource::box_key(frame_no, &one.box_no), t)
        }),
        Column::new("memo", t.memo, |one: &One, _: &Id| Cell::lines(one.memo.as_deref())),
        Column::new("created", t.created, |one: &One, _: &Id| status_cells::date(one.created.as_ref())),
        Column::new("disabled", t.availability, move |one: &One, _: &Id| {
            status_cells::availability(one.disabled.as_ref(), t)
        }),
        other_fields(t, |one: &One| &one.extra),
        Column::actions(move |one: &One, frame_no: &Id| {
            let phase = one.status.as_ref().map(BoxStatus::phase);
            request_actions(frame_no, &one.box_no, &can_change(Subject::DataBox, phase, t), t)
        }),
    ]
}

/// Numbers of the frame and of the box.
pub type Ids = (Id, Id);

/// The name, as a link if the instance has a page.
fn name_cell((frame_no, box_no): &Ids, item: &BoxInfra) -> Cell {
    let kind = match item.product {
        Some(Product::HadoopEdge | Product::HadoopMaster | Product::HadoopWorker) => InfraKind::Hadoop,
        Some(Product::LinuxCentos | Product::LinuxUbuntu) => InfraKind::Linux,
        Some(Product::TensorFlowCpu | Product::TensorFlowGpu) => InfraKind::TensorFlow,
        _ => return Cell::text(item.name.as_deref()),
    };
    // Only a number that the URL of the page can hold.
    let Some(number) = item.instance_no.as_ref().filter(|number| number.number().is_some()) else {
        return Cell::text(item.name.as_deref());
    };
    let name = name_or(item.name.as_deref(), number.as_str());
    link(Route::Infra(frame_no.clone(), box_no.clone(), kind, number.clone()), name)
}

fn is_volume(one: &BoxInfra) -> bool {
    one.product == Some(Product::Nas)
}

/// Size of a volume with its unit, or spec of a server.
fn spec(one: &BoxInfra, t: &Texts) -> Cell {
    if is_volume(one) {
        return status_cells::amount(one.spec_name.as_deref().map(Amount::new).as_ref(), t.gb);
    }
    Cell::text(one.spec_name.as_deref())
}

/// Columns of the infrastructure of this box. `draft`: receives the proposal of a resize.
pub fn infra_columns(draft: RwSignal<Option<Draft>>, t: &'static Texts) -> Vec<Column<BoxInfra, Ids>> {
    type One = BoxInfra;
    let text = |id, title, text: fn(&One) -> Option<&str>| {
        Column::new(id, title, move |one: &One, _: &Ids| Cell::text(text(one)))
    };
    vec![
        Column::new("name", t.name, |one: &One, ids: &Ids| name_cell(ids, one)),
        text("number", t.number, |one| one.instance_no.as_ref().map(Id::as_str)),
        text("kind", t.kind, |one| {
            one.product_type.as_deref().or_else(|| one.product.as_ref().map(Product::as_str))
        }),
        Column::new("status", t.status, move |one: &One, (frame_no, box_no): &Ids| {
            let status = status_cells::box_status(one.status.as_ref(), one.status_name.as_deref(), t);
            status_cells::changing(status, &resource::box_infra_key(frame_no, box_no, one), t)
        }),
        Column::new("machine", t.machine, move |one: &One, _: &Ids| {
            status_cells::machine(one.instance_status.as_deref(), t)
        }),
        Column::new("spec", t.spec, move |one: &One, _: &Ids| spec(one, t)).total(
            t.field.nas,
            Unit::Gigabytes,
            is_volume,
        ),
        text("code", t.spec_code, |one| one.prod_spec_id.as_ref().map(Id::as_str)),
        text("private", t.private_ip, |one| one.private_ip.as_deref()),
        Column::new("storage", t.storage, move |one: &One, _: &Ids| {
            status_cells::amount(one.block_storage_gb.as_ref(), t.gb)
        })
        .total(t.storage, Unit::Gigabytes, |one| one.block_storage_gb.is_some()),
        text("storage_no", t.storage_no, |one| one.block_storage_no.as_ref().map(Id::as_str)),
        text("account", t.account, |one| one.connect_info_1.as_deref()),
        text("account_2", t.account_2, |one| one.connect_info_2.as_deref()),
        text("contract", t.contract_no, |one| one.contract_instance_no.as_ref().map(Id::as_str)),
        other_fields(t, |one: &One| &one.extra),
        Column::actions(move |one: &One, ids: &Ids| resize(one, ids, draft, t).into_iter().collect()),
    ]
}

/// Columns of the SSL VPN accounts of a box.
pub fn account_columns(t: &'static Texts) -> Vec<Column<SslVpnAccount, Ids>> {
    type One = SslVpnAccount;
    let text = |id, title, text: fn(&One) -> Option<&str>| {
        Column::new(id, title, move |one: &One, _: &Ids| Cell::text(text(one)))
    };
    vec![
        Column::new("id", t.infra.vpn_id, |one: &One, _: &Ids| {
            Cell::Text(name_or(one.vpn_id.as_deref(), one.ssl_vpn_no.as_str()).to_owned())
        }),
        Column::new("number", t.number, |one: &One, _: &Ids| Cell::Text(one.ssl_vpn_no.to_string())),
        text("email", t.infra.email, |one| one.email.as_deref()),
        text("country", t.infra.country_code, |one| one.country_code.as_deref()),
        text("phone", t.infra.phone, |one| one.phone_number.as_deref()),
        other_fields(t, |one: &One| &one.extra),
    ]
}

/// The button that resizes a volume.
fn resize(one: &BoxInfra, ids: &Ids, draft: RwSignal<Option<Draft>>, t: &'static Texts) -> Option<Action> {
    let instance_no = one.instance_no.clone().filter(|_| is_volume(one))?;
    let volume = Volume {
        instance_no,
        name: one.name.as_deref().unwrap_or_default().to_owned(),
        size: one.spec_name.as_deref().map(|size| (t.gb)(&format::grouped(size))),
        shown: box_volume_item(one),
    };
    let ids = ids.clone();
    Some(Action {
        label: t.actions.resize,
        availability: can_change(Subject::Item, one.status.as_ref().map(BoxStatus::phase), t),
        press: Arc::new(move || draft.set(Some(resize_box_volume(ids.clone(), volume.clone())))),
    })
}
