//! `/frames/{frameNo}`

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::code::FrameStatus;
use databoxframe::data_box::DataBox;
use databoxframe::frame::{FrameDetail, FrameInfra};
use leptos::prelude::*;

use crate::codes;
use crate::components::{
    Action, Availability, Button, ButtonVariant, Cell, Column, Crumb, DataTable, Detail, DisabledReason,
    PageHeader, Press, Row,
};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::marks;
use crate::pages::infrastructure::actions::{Volume, can_change, counted, resize_frame_volume, return_frame};
use crate::pages::{details_of, load, rows, title};
use crate::reads;
use crate::resource::ResourceKey;
use crate::router::Route;
use crate::untrusted::name_or;
use crate::write::operations::frame_volume_item;
use crate::write::{Draft, WriteDialog};

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
    Column::new("actions", |t| t.actions.actions),
    Column::OTHER,
];

fn box_row(frame_no: &Id, item: &DataBox, t: &'static Texts) -> Row {
    Row {
        cells: vec![
            Cell::Link {
                href: format!("/frames/{frame_no}/boxes/{}", item.box_no),
                text: name_or(item.name.as_deref(), item.box_no.as_str()).to_owned(),
            },
            Cell::Text(item.box_no.to_string()),
            codes::changing(
                codes::box_status(item.status.as_ref(), item.status_name.as_deref(), t),
                &marks::box_key(frame_no, &item.box_no),
                t,
            ),
            Cell::lines(item.memo.as_deref()),
            Cell::date(item.created.as_ref()),
            codes::flag(item.disabled.as_ref(), t.yes, t.no),
            codes::extra(&item.extra),
        ],
    }
}

fn infra_rows(
    frame_no: &Id,
    infra: &[FrameInfra],
    t: &'static Texts,
    resize: impl Fn(&FrameInfra) -> Option<Press>,
) -> Vec<Row> {
    let row = |item: &FrameInfra| Row {
        cells: vec![
            Cell::text(item.name.as_deref()),
            Cell::text(item.instance_no.as_ref().map(Id::as_str)),
            Cell::text(item.infra_type.as_deref()),
            codes::changing(
                codes::frame_status(item.status.as_ref(), item.status_name.as_deref(), t),
                &marks::frame_infra_key(frame_no, item),
                t,
            ),
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
            match resize(item) {
                Some(press) => Cell::Action(Action {
                    label: t.actions.resize,
                    availability: can_change(item.status.as_ref().map(FrameStatus::phase), t),
                    press,
                }),
                None => Cell::None,
            },
            codes::extra(&item.extra),
        ],
    };
    infra.iter().map(row).collect()
}

fn details(frame_no: &Id, frame: &FrameDetail, t: &'static Texts) -> Vec<Detail> {
    let status = codes::frame_status(frame.status.as_ref(), frame.status_name.as_deref(), t);
    let mut details = vec![
        Detail::new(t.number, Cell::text(frame.frame_no.as_ref().map(Id::as_str))),
        Detail::new(t.status, codes::changing(status, &ResourceKey::Frame(frame_no.clone()), t)),
        Detail::new(t.boxes, codes::count(frame.box_count.as_ref())),
        Detail::new(t.created, Cell::date(frame.created.as_ref())),
        Detail::new(t.export_bucket, Cell::text(frame.export_bucket.as_deref())),
        Detail::new(t.pseudonym, codes::flag(frame.uses_pseudonym_info.as_ref(), t.yes, t.no)),
        Detail::new(t.memo, Cell::lines(frame.memo.as_deref())),
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
    let t = texts();
    let frame = reads::frame(frame_no.clone());
    let boxes = reads::boxes(frame_no.clone());
    let infra = reads::frame_infra(frame_no.clone());
    let title = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let draft = RwSignal::new(None::<Draft>);
    let status = move || frame.data().and_then(|frame| frame.status.as_ref().map(FrameStatus::phase));
    let availability = Signal::derive(move || can_change(status(), t));
    // What is returned has to be known.
    let can_return =
        Signal::derive(move || Availability::busy_if(frame.data().is_none()).and(|| availability.get()));
    let ask_return = {
        let frame_no = frame_no.clone();
        Callback::new(move |()| {
            let boxes = boxes.data_now().map(|boxes| counted(&boxes, t));
            let infra = infra.data_now().map(|infra| counted(&infra, t));
            let shown = frame.data_now();
            let name = shown.as_ref().and_then(|frame| frame.name.as_deref());
            draft.set(Some(return_frame(frame_no.clone(), name, boxes, infra)));
        })
    };
    let go = |route: Route| {
        let router = Console::here().router;
        Callback::new(move |()| router.go(&route.path()))
    };
    let create_box = go(Route::CreateDataBox(frame_no.clone()));
    let modify = go(Route::ModifyFrame(frame_no.clone()));
    let actions = vec![
        view! { <Button label=t.infra.create_box variant=ButtonVariant::Primary availability=availability on_press=create_box /> }
            .into_any(),
        view! { <Button label=t.infra.modify_infra availability=availability on_press=modify /> }.into_any(),
        view! { <Button label=t.actions.return_frame variant=ButtonVariant::Danger availability=can_return on_press=ask_return /> }
            .into_any(),
    ];
    let infra_rows = {
        let frame_no = frame_no.clone();
        rows(infra, move |infra, t| {
            infra_rows(&frame_no, &infra.records, t, |item| {
                let (frame_no, number) = (frame_no.clone(), item.instance_no.clone()?);
                let name = item.name.as_deref().unwrap_or_default().to_owned();
                let size = item.spec_name.as_deref().map(t.gb);
                let shown = frame_volume_item(item);
                item.is_nas().then(|| {
                    Arc::new(move || {
                        let volume = Volume {
                            instance_no: number.clone(),
                            name: name.clone(),
                            size: size.clone(),
                            shown: shown.clone(),
                        };
                        draft.set(Some(resize_frame_volume(frame_no.clone(), volume)));
                    }) as Press
                })
            })
        })
    };
    let frame_of_details = frame_no.clone();
    let box_rows =
        rows(boxes, move |boxes, t| boxes.records.iter().map(|item| box_row(&frame_no, item, t)).collect());
    view! {
        <PageHeader title=title actions=actions trail=vec![Crumb::new("/frames".into(), t.frames)] />
        <DisabledReason availability=availability />
        {details_of(frame, move |frame, t| details(&frame_of_details, frame, t))}
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
            rows=infra_rows
            load=load(infra)
            refresh=infra.refresh
        />
        <WriteDialog draft=draft />
    }
}
