//! `/frames/{frameNo}` and its tabs.

use databoxframe::Id;
use databoxframe::code::FrameStatus;
use databoxframe::frame::FrameDetail;
use leptos::prelude::*;

use super::columns::infra_columns;
use crate::components::{
    Availability, Button, ButtonVariant, Cell, Crumb, Detail, DisabledReason, Neighbours, PageHeader,
    TableId, Tabs, neighbours,
};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::pages::data_boxes::box_columns;
use crate::pages::infrastructure::actions::{Subject, box_count, can_change, return_frame};
use crate::pages::infrastructure::counting::{Count, Counted, ask_with_counts};
use crate::pages::overview::frame_picture;
use crate::pages::table::table;
use crate::pages::{Absent, details_of, title};
use crate::queries;
use crate::query_cache::Query;
use crate::resource::ResourceKey;
use crate::router::{FrameTab, Route, use_router};
use crate::status_cells;
use crate::write::{Draft, WriteDialog};

fn details(frame_no: &Id, frame: &FrameDetail, t: &'static Texts) -> Vec<Detail> {
    let status = status_cells::frame_status(frame.status.as_ref(), frame.status_name.as_deref(), t);
    let boxes = queries::cached_boxes(Console::expect().queries, frame_no.clone());
    let mut details = vec![
        Detail::new(t.number, Cell::text(frame.frame_no.as_ref().map(Id::as_str))),
        Detail::new(t.status, status_cells::changing(status, &ResourceKey::Frame(frame_no.clone()), t)),
        Detail::new(t.boxes_table, box_count(frame.box_count.as_ref(), boxes.as_deref(), t)),
        Detail::new(t.created, status_cells::date(frame.created.as_ref())),
        Detail::new(t.export_bucket, Cell::text(frame.export_bucket.as_deref())),
        Detail::new(t.pseudonym, status_cells::flag(frame.uses_pseudonym_info.as_ref(), t.yes, t.no)),
        Detail::new(t.memo, Cell::lines(frame.memo.as_deref())),
    ];
    if !frame.extra.is_empty() {
        details.push(Detail::new(t.other_fields, status_cells::extra(&frame.extra)));
    }
    details
}

/// What a tab is called.
const fn tab_name(tab: FrameTab, t: &'static Texts) -> &'static str {
    match tab {
        FrameTab::Boxes => t.boxes_table,
        FrameTab::Infrastructure => t.infra_table,
    }
}

/// The open tab, none for the summary. Of another page it stays as it was, until this one is gone.
fn open_tab(frame_no: Id) -> Memo<Option<FrameTab>> {
    let router = use_router();
    Memo::new(move |before: Option<&Option<FrameTab>>| match router.route() {
        Route::FrameTab(frame, tab) if frame == frame_no => Some(tab),
        Route::Frame(frame) if frame == frame_no => None,
        _ => before.copied().flatten(),
    })
}

/// The frames before and after this one.
fn other_frames(frame_no: Id, tab: Memo<Option<FrameTab>>) -> AnyView {
    let t = texts();
    let frames = queries::frames();
    let known = Memo::new(move |_| {
        let frames = frames.data();
        let records = frames.iter().flat_map(|list| &list.records);
        neighbours(&frame_no, records.map(|frame| (&frame.frame_no, frame.name.as_deref())))
    });
    let route = move |number: Id| match tab.get() {
        Some(tab) => Route::FrameTab(number, tab),
        None => Route::Frame(number),
    };
    let labels = (t.infra.previous_frame, t.infra.next_frame);
    view! { <Neighbours neighbours=known labels=labels route=Callback::new(route) /> }.into_any()
}

/// One frame: its summary, boxes and infrastructure, in tabs.
#[component]
pub fn FramePage(
    /// Number of the frame.
    frame_no: Id,
) -> impl IntoView {
    let t = texts();
    let frame = queries::frame(frame_no.clone());
    let title = title(frame, |frame| frame.name.as_deref(), frame_no.to_string());
    let draft = RwSignal::new(None::<Draft>);
    let tab = open_tab(frame_no.clone());
    let absent = Absent::of(frame);
    let tabs = std::iter::once((Route::Frame(frame_no.clone()), t.forms.summary)).chain(
        FrameTab::ALL.into_iter().map(|tab| (Route::FrameTab(frame_no.clone(), tab), tab_name(tab, t))),
    );
    let tabs: Vec<_> = tabs.collect();
    let availability = Signal::derive(move || {
        can_change(
            Subject::Frame,
            frame.data().and_then(|frame| frame.status.as_ref().map(FrameStatus::phase)),
            t,
        )
    });
    let part = Signal::derive(move || tab.get().map(|tab| tab_name(tab, t)));
    let number = frame_no.clone();
    let content = move || match tab.get() {
        // Of a frame that does not exist one alert says so.
        _ if absent.get() == Some(Absent::Missing) => facts(&number, frame),
        None if absent.get().is_some() => facts(&number, frame),
        None => summary(&number, frame),
        Some(FrameTab::Boxes) => table(
            t.boxes_table,
            TableId::only("data-boxes"),
            box_columns(t),
            number.clone(),
            queries::boxes(number.clone()),
        ),
        Some(FrameTab::Infrastructure) => table(
            t.infra_table,
            TableId::only("frame-infrastructure"),
            infra_columns(draft, t),
            number.clone(),
            queries::frame_infra(number.clone()),
        ),
    };
    let number = frame_no.clone();
    let actions = move || absent.get().is_none().then(|| actions(&number, frame, availability, draft));
    let tabs = move || {
        (absent.get() != Some(Absent::Missing)).then(|| view! { <Tabs tabs=tabs.clone() /> }.into_any())
    };
    view! {
        <PageHeader
            title=title
            part=part
            actions=vec![actions.into_any()]
            trail=vec![Crumb::new(Route::Frames, t.frames)]
            beside=other_frames(frame_no, tab)
        />
        <DisabledReason availability=availability />
        {tabs}
        {content}
        <WriteDialog draft=draft />
    }
}

/// The buttons for the frame itself.
fn actions(
    frame_no: &Id,
    frame: Query<FrameDetail>,
    availability: Signal<Availability>,
    draft: RwSignal<Option<Draft>>,
) -> Vec<AnyView> {
    let t = texts();
    let (of_boxes, of_infra) = (frame_no.clone(), frame_no.clone());
    let counts = [
        Count::of(move || queries::boxes(of_boxes.clone()), Counted::of_boxes),
        Count::of(move || queries::frame_infra(of_infra.clone()), Counted::of),
    ];
    let number = frame_no.clone();
    let (ask_return, waits) = ask_with_counts(counts, move |[boxes, infra]| {
        let Some(frame) = frame.data_now() else { return };
        draft.set(Some(return_frame(number.clone(), &frame, boxes, infra, t)));
    });
    // Only for a frame that was read.
    let can_return = Signal::derive(move || {
        Availability::busy_if(frame.data().is_none() || waits.get()).and(|| availability.get())
    });
    let go = |route: Route| {
        let router = Console::expect().router;
        Callback::new(move |()| router.go(&route))
    };
    let create_box = go(Route::CreateDataBox(frame_no.clone()));
    let modify = go(Route::ModifyFrame(frame_no.clone()));
    vec![
        view! { <Button label=t.infra.create_box variant=ButtonVariant::Primary availability=availability reason_beside=true on_press=create_box /> }
            .into_any(),
        view! { <Button label=t.infra.modify_infra availability=availability reason_beside=true on_press=modify /> }.into_any(),
        view! { <Button label=t.actions.return_frame variant=ButtonVariant::Danger availability=can_return reason_beside=true on_press=ask_return /> }
            .into_any(),
    ]
}

/// The facts about the frame.
fn facts(frame_no: &Id, frame: Query<FrameDetail>) -> AnyView {
    let number = frame_no.clone();
    details_of(frame, move |frame, t| details(&number, frame, t))
}

/// The facts about the frame, and its picture.
fn summary(frame_no: &Id, frame: Query<FrameDetail>) -> AnyView {
    view! {
        {facts(frame_no, frame)}
        {frame_picture(frame_no, frame)}
    }
    .into_any()
}
