//! `/reviews`: the requests of all frames together, waiting ones first, newest first.

use std::sync::Arc;

use databoxframe::export_review::{Decidable, ExportReview};
use leptos::prelude::*;

use super::lists::{Listing, Lists, Ordered, Origin, lists};
use crate::codes;
use crate::components::{Cell, Column, PageHeader, Row};
use crate::dom::view;
use crate::locale::{Texts, texts};
use crate::marks;
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

fn row(origin: &Origin, review: &ExportReview, t: &'static Texts) -> Ordered {
    let Origin { frame_no, frame_name, .. } = origin;
    let status = codes::export_status(&review.status, t);
    Ordered {
        waits: review.decidable() == Decidable::Yes,
        applied: review.applied.as_ref().map_or("", |stamp| stamp.as_str()).to_owned(),
        row: Row {
            cells: vec![
                Cell::Link {
                    href: format!("/reviews/{frame_no}/{}/{}", review.box_no, review.export_apply_id),
                    text: review.source_file.as_deref().unwrap_or(review.export_apply_id.as_str()).to_owned(),
                },
                codes::changing(status, &marks::export_key(&review.export_apply_id), t),
                Cell::Text(frame_name.clone()),
                Cell::text(review.box_name.as_deref().or(Some(review.box_no.as_str()))),
                Cell::text(review.ssl_vpn_id.as_deref()),
                codes::amount(review.file_size_mb.as_ref(), t.mb),
                Cell::date(review.applied.as_ref()),
                Cell::date(review.reviewed.as_ref()),
                Cell::Text(review.export_apply_id.to_string()),
                codes::extra(&review.extra),
            ],
        },
    }
}

/// Export requests for review.
#[component]
pub fn ReviewsPage() -> AnyView {
    let shown = Lists {
        name: |t| t.reviews_table,
        columns: COLUMNS,
        filters: &["frame", "box", "status"],
        by_box: false,
        begin: Arc::new(|origin, window| {
            Listing::new(origin, reads::reviews(origin.frame_no.clone(), window), row)
        }),
    };
    view! {
        <PageHeader title=texts().reviews />
        {lists(shown)}
    }
    .into_any()
}
