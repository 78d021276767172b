//! `/reviews`: the requests of all frames together, waiting ones first, newest first.

use std::cmp::Reverse;
use std::sync::Arc;

use databoxframe::Id;
use databoxframe::export_review::{Decidable, ExportReview};
use leptos::prelude::*;

use crate::codes;
use crate::components::arrange::sorted_indices;
use crate::components::{Cell, Column, DataTable, FailureAlert, PageHeader, Row, rows_memo};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::marks;
use crate::queries::{Load, Query};
use crate::reactive::{dynamic, effect, nothing};
use crate::reads;

const COLUMNS: &[Column] = &[
    Column::new("file", |t| t.file),
    Column::new("status", |t| t.status),
    Column::new("frame", |t| t.frame),
    Column::new("box", |t| t.data_box),
    Column::new("applicant", |t| t.applicant),
    Column::new("size", |t| t.size),
    Column::new("requested", |t| t.requested),
    Column::new("reviewed", |t| t.reviewed),
    Column::new("number", |t| t.request_no),
    Column::OTHER,
];

const FILTERS: &[&str] = &["frame", "box", "status"];

/// A frame's list.
#[derive(Clone)]
struct FrameReviews {
    frame_no: Id,
    name: String,
    query: Query<Vec<ExportReview>>,
}

fn row(frame: &FrameReviews, review: &ExportReview, t: &'static Texts) -> Row {
    let FrameReviews { frame_no, name, .. } = frame;
    Row {
        cells: vec![
            Cell::Link {
                href: format!("/reviews/{frame_no}/{}/{}", review.box_no, review.export_apply_id),
                text: review.source_file.as_deref().unwrap_or(review.export_apply_id.as_str()).to_owned(),
            },
            codes::changing(
                codes::export_status(&review.status, t),
                &marks::export_key(&review.export_apply_id),
                t,
            ),
            Cell::Text(name.clone()),
            Cell::text(review.box_name.as_deref().or(Some(review.box_no.as_str()))),
            Cell::text(review.ssl_vpn_id.as_deref()),
            codes::amount(review.file_size_mb.as_ref(), t.mb),
            Cell::date(review.applied.as_ref()),
            Cell::date(review.reviewed.as_ref()),
            Cell::Text(review.export_apply_id.to_string()),
            codes::extra(&review.extra),
        ],
    }
}

/// The default order: those a reviewer can decide first, then newest first.
fn order(review: &ExportReview) -> (bool, Reverse<&str>) {
    let applied = review.applied.as_ref().map_or("", |stamp| stamp.as_str());
    (review.decidable() != Decidable::Yes, Reverse(applied))
}

/// The rows of all lists that were read; none while none was.
fn all_rows(lists: &[FrameReviews], t: &'static Texts) -> Option<Vec<Row>> {
    let read: Vec<_> = lists.iter().filter_map(|frame| Some((frame, frame.query.data()?))).collect();
    if read.is_empty() {
        return None;
    }
    let all: Vec<(&FrameReviews, &ExportReview)> =
        read.iter().flat_map(|(frame, reviews)| reviews.iter().map(|review| (*frame, review))).collect();
    let key = |index: usize| all.get(index).map(|(_, review)| order(review));
    let sorted = sorted_indices(all.len(), &|a, b| key(a).cmp(&key(b)));
    Some(sorted.into_iter().filter_map(|index| all.get(index)).map(|(f, review)| row(f, review, t)).collect())
}

/// The frames' reads as one: loading while any is, and as old as its oldest part. Failures
/// are shown for each frame.
fn whole_load(frames: Load, lists: &[FrameReviews]) -> Load {
    lists.iter().map(|frame| frame.query.load()).fold(frames, |sum, one| Load {
        loading: sum.loading || one.loading,
        failure: sum.failure,
        read_at: match (sum.read_at, one.read_at) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        },
    })
}

/// Export requests for review.
#[component]
pub fn ReviewsPage() -> AnyView {
    let t = texts();
    let frames = reads::frames();
    let lists = RwSignal::new(Vec::<FrameReviews>::new());
    // One read for each frame, begun as soon as the frames are known.
    let owner = Owner::current();
    effect(move || {
        let Some(frames) = frames.data() else { return };
        let known: Vec<Id> =
            lists.with_untracked(|lists| lists.iter().map(|list| list.frame_no.clone()).collect());
        if frames.iter().map(|frame| &frame.frame_no).eq(&known) && !known.is_empty() {
            return;
        }
        let begin = || {
            frames
                .iter()
                .map(|frame| FrameReviews {
                    query: reads::reviews(frame.frame_no.clone()),
                    frame_no: frame.frame_no.clone(),
                    name: frame.name.as_deref().unwrap_or(frame.frame_no.as_str()).to_owned(),
                })
                .collect()
        };
        // They belong to the page, not to this run of the effect.
        if let Some(owner) = &owner {
            lists.set(owner.with(begin));
        }
    });
    let rows = rows_memo(move || {
        let none_to_read = || frames.data().is_some_and(|frames| frames.is_empty()).then(Vec::new);
        lists.with(|lists| all_rows(lists, t)).or_else(none_to_read).map(Arc::new)
    });
    let load = Signal::derive(move || lists.with(|lists| whole_load(frames.load(), lists)));
    let queries = Console::here().queries;
    let failures = dynamic(move || {
        lists.with(|lists| lists.iter().map(|list| failure_of(list, t)).collect::<Vec<AnyView>>()).into_any()
    });
    view! {
        <PageHeader title=t.reviews />
        {failures}
        <DataTable
            name=|t| t.reviews_table
            id=""
            columns=COLUMNS
            filters=FILTERS
            rows=rows
            load=load
            refresh=Callback::new(move |()| queries.invalidate())
        />
    }
    .into_any()
}

/// Why one frame's list could not be read; the others stay usable.
fn failure_of(list: &FrameReviews, t: &'static Texts) -> AnyView {
    let (query, name) = (list.query, list.name.clone());
    let failure = Signal::derive(move || query.load().failure);
    dynamic(move || {
        if failure.with(Option::is_none) {
            return nothing();
        }
        view! {
            <div class="frame-failure">
                <p>{(t.frame_failed)(&name)}</p>
                <FailureAlert failure=failure retry=query.refresh />
            </div>
        }
        .into_any()
    })
}
