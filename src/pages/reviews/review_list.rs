//! The list of the requests of all frames together: those that wait first, the oldest of them first.

use std::sync::Arc;

use databoxframe::export_review::{Decidable, ExportReview};
use leptos::prelude::*;

use super::decide::Decide;
use super::desk::Desk;
use super::review::age;
use super::selection::{
    Deselected, Picked, Standing, Ticked, Ticks, decisions, deselected, name_cell, standing,
};
use super::views::{views, waiting};
use crate::components::{Cell, Column, PageTitle, SelectionActions, TableId, Unit};
use crate::locale::{Texts, texts};
use crate::pages::requests::listing::Rank;
use crate::pages::requests::lists::{Lists, lists};
use crate::pages::requests::origin::Origin;
use crate::pages::table::other_fields;
use crate::pages::time;
use crate::queries;
use crate::resource;
use crate::status_cells;
use crate::untrusted::name_or;

fn columns(ticks: Ticks, now: Memo<i64>, t: &'static Texts) -> Vec<Column<ExportReview, Origin>> {
    type One = ExportReview;
    vec![
        Column::new("file", t.file, move |one: &One, origin: &Origin| name_cell(origin, one, ticks))
            .ticked(Signal::derive(move || ticks.picked.with(Vec::len))),
        Column::new("status", t.status, move |one: &One, origin: &Origin| {
            let key = resource::review_key(&origin.frame_no, one);
            status_cells::changing(status_cells::export_status(&one.status, t), &key, t)
        })
        .filtered(),
        Column::new("age", t.desk.age, move |one: &One, _: &Origin| age(one, now)),
        Column::new("frame", t.frame, |_: &One, origin: &Origin| Cell::Text(origin.frame_name.clone()))
            .filtered(),
        Column::new("box", t.data_box, |one: &One, _: &Origin| {
            Cell::text(Some(name_or(one.box_name.as_deref(), one.box_no.as_str())))
        })
        .filtered(),
        Column::new("applicant", t.applicant, |one: &One, _: &Origin| Cell::text(one.ssl_vpn_id.as_deref())),
        Column::new("size", t.size, move |one: &One, _: &Origin| {
            status_cells::amount(one.file_size_mb.as_ref(), t.mb)
        })
        .total(t.size, Unit::Megabytes, |_| true)
        .secondary(),
        Column::new("requested", t.requested, |one: &One, _: &Origin| {
            status_cells::date(one.applied.as_ref())
        })
        .secondary(),
        Column::new("reviewed", t.reviewed, |one: &One, _: &Origin| {
            status_cells::date(one.reviewed.as_ref())
        })
        .secondary(),
        Column::new("number", t.request_no, |one: &One, _: &Origin| {
            Cell::Text(one.export_apply_id.to_string())
        })
        .secondary()
        .off(),
        other_fields(t, |one: &One| &one.extra).secondary(),
    ]
}

/// The title, which is that of the page while no request is shown, and what can be done.
fn header(desk: Desk, t: &'static Texts) -> AnyView {
    let is_chosen = Memo::new(move |_| desk.is_chosen());
    let title = move || {
        if is_chosen.get() {
            view! { <h2 class="list-title">{t.reviews}</h2> }.into_any()
        } else {
            view! { <PageTitle title=t.reviews /> }.into_any()
        }
    };
    view! {
        <header class="page-header">
            {title}
        </header>
        {views(t)}
    }
    .into_any()
}

/// Export requests for review. `desk`: where they are listed.
#[component]
pub fn ReviewList(desk: Desk) -> impl IntoView {
    let t = texts();
    let now = time::now_to_the_minute();
    let picked = Picked::new(Vec::new());
    let ticks = Ticks { picked, deselected: RwSignal::new(Deselected::default()) };
    let decide = Decide::new();
    // A running decision reports each outcome itself, and ends with an empty selection.
    let deciding = Memo::new(move |_| decide.is_open());
    let shown = Lists {
        name: t.reviews_table,
        id: TableId::only("reviews"),
        columns: columns(ticks, now, t),
        rank: |review| Rank::new(review.decidable() == Decidable::Yes, review.applied.as_ref()),
        by_box: false,
        // A link to a request that is decided shows it among all.
        initial: (!untrack(|| desk.is_chosen())).then(|| waiting(t)),
        read: Arc::new(move |origin, window| {
            let query = queries::reviews(origin.frame_no.clone(), window);
            let here = origin.clone();
            Effect::new(move |_| {
                let (data, failed) = (query.data(), query.load().failure.is_some());
                if deciding.get() || (data.is_none() && !failed) {
                    return;
                }
                let listed = data.as_ref().map_or(&[][..], |data| &data.records);
                // What a page holds that could not be read is not gone.
                let has_gaps = data.as_ref().is_some_and(|data| data.unread.is_some());
                ticks.keep(|one| match standing(one, &here, listed) {
                    Standing::Gone if has_gaps => Standing::Waits,
                    standing => standing,
                });
            });
            query
        }),
        known: Some(Arc::new(move |origins| {
            let listed = |one: &Ticked| origins.iter().any(|origin| origin.frame_no == one.origin.frame_no);
            ticks.keep(|one| if listed(one) { Standing::Waits } else { Standing::Gone });
        })),
    };
    provide_context(SelectionActions((move || decisions(picked, decide, t)).into()));
    let done = Callback::new(move |()| picked.set(Vec::new()));
    view! {
        {header(desk, t)}
        {deselected(ticks.deselected, t)}
        {lists(shown)}
        {decide.view(done)}
    }
}
