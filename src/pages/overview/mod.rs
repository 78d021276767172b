//! `/overview`: what needs somebody, how the frames stand, and how requests went over time.

mod counts;
mod days;
mod frames;
mod near;
mod needs;
mod over_time;
mod reads;
mod topology;
mod waiting;

use std::sync::Arc;

use databoxframe::frame::Frame;
use leptos::prelude::*;

use crate::components::{Availability, Button, FailureAlert, Icon, PageHeader, format};
use crate::console::Console;
use crate::locale::texts;
use crate::pages::requests::list_failures::{failures, incomplete_lists};
use crate::pages::time;
use crate::paging::Paged;
use crate::queries;
use crate::query_cache::Query;
use crate::untrusted::name_or;
pub use frames::frame_picture;
use reads::FrameReads;
pub use waiting::{WaitingReviews, waiting_reviews};

/// The overview.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let t = texts();
    let now = time::now_to_the_minute();
    let list = queries::frames();
    let named = Memo::new(move |_| {
        let name = |frame: &Frame| {
            let name = name_or(frame.name.as_deref(), frame.frame_no.as_str()).to_owned();
            (frame.frame_no.clone(), name)
        };
        Some(list.data()?.records.iter().map(name).collect::<Vec<_>>())
    });
    let content = move || {
        let frames = named.get()?.into_iter().map(|(number, name)| FrameReads::new(number, name));
        Some(content(list, frames.collect(), now))
    };
    let queries = Console::expect().queries;
    let refresh = Callback::new(move |()| queries.invalidate());
    let loading = Signal::derive(move || Availability::busy_if(list.load().loading));
    let read_at = move || list.load().read_at.map(|at| (t.last_read)(&format::time(at)));
    let actions = vec![
        view! { <span class="read-at">{read_at}</span> }.into_any(),
        view! { <Button label=t.refresh icon=Icon::Refresh availability=loading on_press=refresh /> }
            .into_any(),
    ];
    let failure = Signal::derive(move || list.load().failure);
    let stale = Signal::derive(move || list.load().stale_since());
    view! {
        <PageHeader title=t.nav_overview actions=actions />
        <FailureAlert failure=failure retry=list.refresh stale=stale />
        {content}
        <p class="hint">{t.overview.dates}</p>
    }
}

/// Everything about the frames there are.
fn content(list: Query<Paged<Frame>>, frames: Arc<[FrameReads]>, now: Memo<i64>) -> AnyView {
    let t = texts();
    let listings = Signal::stored(frames.iter().flat_map(|frame| frame.listings(t)).collect::<Arc<[_]>>());
    view! {
        {failures(listings, |_| t.overview.unread.to_owned(), Signal::stored(false))}
        {incomplete_lists(listings)}
        {needs::needs(list, &frames, now, t)}
        {frames::frames(list, &frames, now)}
        {over_time::over_time(&frames, now)}
    }
    .into_any()
}
