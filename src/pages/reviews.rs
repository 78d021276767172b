//! `/reviews`: the requests of all frames together, waiting ones first, newest first.

use std::cmp::Reverse;
use std::sync::Arc;

use databoxframe::Id;
use databoxframe::export_review::{Decidable, ExportReview};
use leptos::prelude::*;

use crate::codes;
use crate::components::{Cell, Column, DataTable, FailureAlert, Filter, Load, PageHeader, Row};
use crate::locale::{Texts, texts, tr};
use crate::queries::{Queries, Query};
use crate::reads;

const COLUMNS: &[Column] = &[
    Column { id: "file", title: |t| t.file },
    Column { id: "status", title: |t| t.status },
    Column { id: "frame", title: |t| t.frame },
    Column { id: "box", title: |t| t.data_box },
    Column { id: "applicant", title: |t| t.applicant },
    Column { id: "size", title: |t| t.size },
    Column { id: "requested", title: |t| t.requested },
    Column { id: "reviewed", title: |t| t.reviewed },
    Column { id: "number", title: |t| t.request_no },
    Column { id: "other", title: |t| t.other_fields },
];

const FILTERS: &[Filter] =
    &[Filter { column: "frame" }, Filter { column: "box" }, Filter { column: "status" }];

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
            codes::export_status(&review.status, t),
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
fn order(review: &ExportReview) -> (bool, Reverse<String>) {
    let applied = review.applied.as_ref().map(|stamp| stamp.as_str().to_owned()).unwrap_or_default();
    (review.decidable() != Decidable::Yes, Reverse(applied))
}

/// Export requests for review.
#[component]
pub fn ReviewsPage() -> impl IntoView {
    let frames = reads::frames();
    let frame_list = frames.state.clone();
    // One read for each frame, begun as soon as the frames are known.
    let owner = Owner::current();
    let lists = Memo::new_with_compare(
        move |known: Option<&Vec<(Id, String)>>| {
            let _ = known;
            frame_list.with(|state| {
                state
                    .data
                    .iter()
                    .flat_map(|frames| frames.iter())
                    .map(|frame| {
                        (
                            frame.frame_no.clone(),
                            frame.name.as_deref().unwrap_or(frame.frame_no.as_str()).to_owned(),
                        )
                    })
                    .collect::<Vec<_>>()
            })
        },
        |a, b| a != b,
    );
    let per_frame = RwSignal::new_local(Vec::<FrameReviews>::new());
    Effect::new(move |_| {
        let frames = lists.get();
        let make = move || {
            frames
                .into_iter()
                .map(|(frame_no, name)| FrameReviews {
                    query: reads::reviews(frame_no.clone()),
                    frame_no,
                    name,
                })
                .collect::<Vec<_>>()
        };
        let made = match &owner {
            Some(owner) => owner.with(make),
            None => make(),
        };
        per_frame.set(made);
    });
    let all_rows = Memo::new(move |_| {
        let t = texts();
        per_frame.with(|lists| {
            let mut rows = Vec::new();
            let mut any = false;
            for frame in lists {
                frame.query.state.with(|state| {
                    if let Some(reviews) = &state.data {
                        any = true;
                        rows.extend(reviews.iter().map(|review| (order(review), row(frame, review, t))));
                    }
                });
            }
            rows.sort_by(|(a, _), (b, _)| a.cmp(b));
            any.then(|| Arc::new(rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>()))
        })
    });
    let frames_state = frames.state.clone();
    let load = Signal::derive(move || {
        let first = frames_state.with(Load::of);
        per_frame.with(|lists| {
            lists.iter().fold(first, |sum, frame| {
                let one = frame.query.state.with(Load::of);
                Load {
                    loading: sum.loading || one.loading,
                    // Shown for each frame below.
                    failure: sum.failure,
                    // The oldest: the page is as old as its oldest part.
                    read_at: match (sum.read_at, one.read_at) {
                        (Some(a), Some(b)) => Some(a.min(b)),
                        (a, b) => a.or(b),
                    },
                }
            })
        })
    });
    let queries = expect_context::<Queries>();
    let failures = move || {
        per_frame.with(|lists| {
            lists
                .iter()
                .map(|frame| {
                    let (state, name) = (frame.query.state.clone(), frame.name.clone());
                    let failure = Signal::derive(move || state.with(|state| state.failure.clone()));
                    view! {
                        <div class="frame-failure">
                            <Show when=move || failure.with(Option::is_some)>
                                <p>{let name = name.clone(); move || (texts().frame_failed)(&name)}</p>
                            </Show>
                            <FailureAlert failure=failure retry=super::refresh(&frame.query) />
                        </div>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <PageHeader title=Signal::derive(move || tr(|t| t.reviews).get().to_owned()) />
        {failures}
        <DataTable
            name=|t| t.reviews_table
            id=""
            columns=COLUMNS
            filters=FILTERS
            rows=all_rows
            load=load
            refresh=Some(Callback::new(move |()| queries.invalidate()))
        />
    }
}
