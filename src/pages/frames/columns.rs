//! Columns of the servers and volumes of a frame.

use std::sync::Arc;

use databoxframe::code::FrameStatus;
use databoxframe::frame::FrameInfra;
use databoxframe::{Amount, Id};
use leptos::prelude::*;

use crate::components::{Action, Cell, Column, Unit, format};
use crate::locale::Texts;
use crate::pages::infrastructure::actions::{Subject, Volume, can_change, resize_frame_volume};
use crate::pages::table::other_fields;
use crate::resource;
use crate::status_cells;
use crate::write::Draft;
use crate::write::operations::frame_volume_item;

/// Size of a volume with its unit, or spec of a server.
fn spec(one: &FrameInfra, t: &Texts) -> Cell {
    if one.is_nas() {
        return status_cells::amount(one.spec_name.as_deref().map(Amount::new).as_ref(), t.gb);
    }
    Cell::text(one.spec_name.as_deref())
}

/// Columns of the servers and volumes of a frame. `draft`: receives the proposal of a resize.
pub fn infra_columns(draft: RwSignal<Option<Draft>>, t: &'static Texts) -> Vec<Column<FrameInfra, Id>> {
    type One = FrameInfra;
    let text = |id, title, text: fn(&One) -> Option<&str>| {
        Column::new(id, title, move |one: &One, _: &Id| Cell::text(text(one)))
    };
    vec![
        text("name", t.name, |one| one.name.as_deref()),
        text("number", t.number, |one| one.instance_no.as_ref().map(Id::as_str)),
        text("kind", t.kind, |one| one.infra_type.as_deref()),
        Column::new("status", t.status, move |one: &One, frame_no: &Id| {
            let status = status_cells::frame_status(one.status.as_ref(), one.status_name.as_deref(), t);
            status_cells::changing(status, &resource::frame_infra_key(frame_no, one), t)
        }),
        Column::new("machine", t.machine, move |one: &One, _: &Id| {
            status_cells::machine(one.instance_status.as_deref(), t)
        }),
        Column::new("spec", t.spec, move |one: &One, _: &Id| spec(one, t)).total(
            t.field.nas,
            Unit::Gigabytes,
            FrameInfra::is_nas,
        ),
        text("code", t.spec_code, |one| one.prod_spec_id.as_ref().map(Id::as_str)),
        text("os", t.os, |one| one.os_name.as_deref()),
        text("private", t.private_ip, |one| one.private_ip.as_deref()),
        text("public", t.public_ip, |one| one.public_ip.as_deref()),
        text("account", t.account, |one| one.user_name.as_deref()),
        text("connect", t.connect_info, |one| one.connect_info.as_deref()),
        Column::new("used", t.used, move |one: &One, _: &Id| {
            status_cells::amount(one.used_gb.as_ref(), t.gb)
        })
        .total(t.used, Unit::Gigabytes, FrameInfra::is_nas),
        Column::new("created", t.created, |one: &One, _: &Id| status_cells::date(one.created.as_ref())),
        other_fields(t, |one: &One| &one.extra),
        Column::actions(move |one: &One, frame_no: &Id| {
            resize(one, frame_no, draft, t).into_iter().collect()
        }),
    ]
}

/// The button that resizes a volume.
fn resize(
    one: &FrameInfra,
    frame_no: &Id,
    draft: RwSignal<Option<Draft>>,
    t: &'static Texts,
) -> Option<Action> {
    let instance_no = one.instance_no.clone().filter(|_| one.is_nas())?;
    let volume = Volume {
        instance_no,
        name: one.name.as_deref().unwrap_or_default().to_owned(),
        size: one.spec_name.as_deref().map(|size| (t.gb)(&format::grouped(size))),
        shown: frame_volume_item(one),
    };
    let frame_no = frame_no.clone();
    Some(Action {
        label: t.actions.resize,
        availability: can_change(Subject::Item, one.status.as_ref().map(FrameStatus::phase), t),
        press: Arc::new(move || draft.set(Some(resize_frame_volume(frame_no.clone(), volume.clone())))),
    })
}
