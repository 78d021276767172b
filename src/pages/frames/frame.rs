//! `/frames/{frameNo}`

use databoxframe::Id;
use databoxframe::code::FrameStatus;
use databoxframe::frame::FrameDetail;
use leptos::prelude::*;

use super::columns::{box_columns, infra_columns};
use crate::codes;
use crate::components::{
    Availability, Button, ButtonVariant, Cell, Crumb, Detail, DisabledReason, PageHeader,
};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::pages::infrastructure::actions::{can_change, counted, return_frame};
use crate::pages::table::table;
use crate::pages::{details_of, title};
use crate::queries;
use crate::resource::ResourceKey;
use crate::router::Route;
use crate::write::{Draft, WriteDialog};

fn details(frame_no: &Id, frame: &FrameDetail, t: &'static Texts) -> Vec<Detail> {
    let status = codes::frame_status(frame.status.as_ref(), frame.status_name.as_deref(), t);
    let mut details = vec![
        Detail::new(t.number, Cell::text(frame.frame_no.as_ref().map(Id::as_str))),
        Detail::new(t.status, codes::changing(status, &ResourceKey::Frame(frame_no.clone()), t)),
        Detail::new(t.boxes, codes::count(frame.box_count.as_ref())),
        Detail::new(t.created, codes::date(frame.created.as_ref())),
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
    /// Number of the frame.
    frame_no: Id,
) -> impl IntoView {
    let t = texts();
    let frame = queries::frame(frame_no.clone());
    let boxes = queries::boxes(frame_no.clone());
    let infra = queries::frame_infra(frame_no.clone());
    let title = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let draft = RwSignal::new(None::<Draft>);
    let status = move || frame.data().and_then(|frame| frame.status.as_ref().map(FrameStatus::phase));
    let availability = Signal::derive(move || can_change(status(), t));
    // Only for a frame that was read.
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
        let router = Console::expect().router;
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
    let of_details = frame_no.clone();
    view! {
        <PageHeader title=title actions=actions trail=vec![Crumb::new("/frames".into(), t.frames)] />
        <DisabledReason availability=availability />
        {details_of(frame, move |frame, t| details(&of_details, frame, t))}
        {table(t.boxes_table, "boxes", box_columns(t), frame_no.clone(), boxes)}
        {table(t.infra_table, "infra", infra_columns(draft, t), frame_no, infra)}
        <WriteDialog draft=draft />
    }
}
