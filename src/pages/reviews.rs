//! `/reviews`: the requests of all frames together, waiting ones first, newest first.

use std::sync::Arc;

use databoxframe::export_review::{Decidable, ExportReview};
use databoxframe::rule::REJECT_REASON;
use leptos::prelude::*;

use super::lists::{Listing, Lists, Ordered, Origin, lists};
use super::review::decision;
use crate::codes;
use crate::components::{Button, Cell, Column, Look, PageHeader, Pick, Row};
use crate::dom::view;
use crate::locale::{Texts, texts};
use crate::marks;
use crate::reactive::{Callback, RwSignal, Signal, text};
use crate::reads;
use crate::untrusted::name_or;
use crate::write::operations::summary_item;
use crate::write::{Bulk, BulkDialog, BulkItem, Input};

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

/// What is ticked: where it is, and its row as it was then.
type Picked = RwSignal<Vec<(String, Origin, ExportReview)>>;

/// A link to a request; with a box to tick if it waits for a decision.
fn name_cell(origin: &Origin, review: &ExportReview, picked: Picked) -> Cell {
    let frame_no = &origin.frame_no;
    let href = format!("/reviews/{frame_no}/{}/{}", review.box_no, review.export_apply_id);
    let text = name_or(review.source_file.as_deref(), review.export_apply_id.as_str()).to_owned();
    if review.decidable() != Decidable::Yes {
        return Cell::Link { href, text };
    }
    let key = href.clone();
    let ticked = move || picked.with(|picked| picked.iter().any(|(other, ..)| *other == key));
    let (key, origin, review) = (href.clone(), origin.clone(), review.clone());
    let toggle = move || {
        picked.update(|picked| {
            let before = picked.len();
            picked.retain(|(other, ..)| *other != key);
            if picked.len() == before {
                picked.push((key.clone(), origin.clone(), review.clone()));
            }
        });
    };
    Cell::Pick(Pick { href, text, ticked: Arc::new(ticked), toggle: Arc::new(toggle) })
}

fn row(origin: &Origin, review: &ExportReview, picked: Picked, t: &'static Texts) -> Ordered {
    let frame_name = &origin.frame_name;
    let status = codes::export_status(&review.status, t);
    Ordered {
        waits: review.decidable() == Decidable::Yes,
        applied: review.applied.as_ref().map_or("", |stamp| stamp.as_str()).to_owned(),
        row: Row {
            cells: vec![
                name_cell(origin, review, picked),
                codes::changing(status, &marks::export_key(&review.export_apply_id), t),
                Cell::Text(frame_name.clone()),
                Cell::text(Some(name_or(review.box_name.as_deref(), review.box_no.as_str()))),
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

/// What a reviewer goes by: where from, how much, whose, what for.
fn about(origin: &Origin, review: &ExportReview, t: &Texts) -> String {
    let size = codes::amount(review.file_size_mb.as_ref(), t.mb);
    let parts = [
        origin.frame_name.as_str(),
        name_or(review.box_name.as_deref(), review.box_no.as_str()),
        size.as_str(),
        review.ssl_vpn_id.as_deref().unwrap_or_default(),
        review.export_purpose.as_deref().unwrap_or_default(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The decision on all that are ticked.
fn decide(picked: &[(String, Origin, ExportReview)], reject: bool, t: &Texts) -> Bulk {
    let item = |(_, origin, review): &(String, Origin, ExportReview)| BulkItem {
        name: review.source_file.as_deref().unwrap_or_default().to_owned(),
        about: about(origin, review, t),
        proposal: decision(
            (origin.frame_no.clone(), review.box_no.clone(), review.export_apply_id.clone()),
            summary_item(review),
            reject,
        ),
    };
    Bulk {
        title: if reject { |t| t.trust.reject_title } else { |t| t.trust.approve_title },
        lead: if reject { |t| t.reject_lead } else { |t| t.approve_lead },
        action: if reject { |t| t.reject } else { |t| t.approve },
        input: reject.then_some(Input::Reason(REJECT_REASON)),
        items: Arc::new(picked.iter().map(item).collect()),
    }
}

/// Export requests for review.
#[component]
pub fn ReviewsPage() -> AnyView {
    let t = texts();
    let picked = Picked::new(Vec::new());
    let bulk = RwSignal::new(None::<Bulk>);
    let shown = Lists {
        name: |t| t.reviews_table,
        columns: COLUMNS,
        filters: &["frame", "box", "status"],
        by_box: false,
        begin: Arc::new(move |origin, window| {
            let query = reads::reviews(origin.frame_no.clone(), window);
            Listing::new(origin, query, move |origin, review, t| row(origin, review, picked, t))
        }),
    };
    let blocked = Signal::derive(move || {
        picked.with(|picked| picked.is_empty().then(|| t.trust.none_selected.to_owned()))
    });
    let begin = move |reject: bool| {
        Callback::new(move |()| {
            bulk.set(Some(picked.with_untracked(|picked| decide(picked, reject, t))));
        })
    };
    let count = text(move || match picked.with(Vec::len) {
        0 => String::new(),
        count => (t.trust.selected)(count),
    });
    let actions = vec![
        view! { <span class="hint" role="status">{count}</span> }.into_any(),
        view! { <Button label=t.trust.approve_selected blocked=blocked on_press=begin(false) /> }.into_any(),
        view! { <Button label=t.trust.reject_selected look=Look::Danger blocked=blocked on_press=begin(true) /> }
            .into_any(),
    ];
    let done = Callback::new(move |()| picked.set(Vec::new()));
    view! {
        <PageHeader title=t.reviews actions=actions />
        {lists(shown)}
        <BulkDialog bulk=bulk done=done />
    }
    .into_any()
}
