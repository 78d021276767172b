//! `/reviews`: the requests of all frames together, waiting ones first, newest first.

use std::sync::Arc;

use databoxframe::Id;
use databoxframe::export_review::{Decidable, ExportReview};
use databoxframe::rule::REJECT_REASON;
use leptos::prelude::*;

use super::review::decision;
use crate::codes;
use crate::components::{Availability, Button, ButtonVariant, Cell, Column, PageHeader, Pick, Unit};
use crate::locale::{Text, Texts, texts};
use crate::pages::requests::lists::{Lists, Rank, lists};
use crate::pages::requests::origin::Origin;
use crate::pages::table::other_fields;
use crate::paging::{Identified as _, Identity};
use crate::queries;
use crate::resource;
use crate::untrusted::name_or;
use crate::write::operations::summary_item;
use crate::write::{Bulk, BulkDialog, BulkItem, Fact, Input};

/// Identity of a request among those of all frames.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RequestKey {
    frame_no: Id,
    request: Identity,
}

impl RequestKey {
    fn of(origin: &Origin, review: &ExportReview) -> Option<Self> {
        Some(Self { frame_no: origin.frame_no.clone(), request: review.identity()? })
    }
}

/// A selected request: its origin, and its row when it was selected.
#[derive(Clone, Debug, PartialEq)]
struct Ticked {
    key: RequestKey,
    origin: Origin,
    review: ExportReview,
}

/// Selected requests.
type Picked = RwSignal<Vec<Ticked>>;

/// Number of requests deselected since the last selection, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Deselected {
    /// No longer waiting for review.
    decided: usize,
    /// No longer listed.
    gone: usize,
}

/// The selection of a page.
#[derive(Clone, Copy)]
struct Ticks {
    picked: Picked,
    deselected: RwSignal<Deselected>,
}

impl Ticks {
    fn toggle(self, key: &RequestKey, origin: &Origin, review: &ExportReview) {
        self.deselected.set(Deselected::default());
        self.picked.update(|picked| {
            let before = picked.len();
            picked.retain(|one| one.key != *key);
            if picked.len() == before {
                let (key, origin, review) = (key.clone(), origin.clone(), review.clone());
                picked.push(Ticked { key, origin, review });
            }
        });
    }

    /// Deselects requests that can't be decided any more, and counts them.
    fn keep(self, stands: impl Fn(&Ticked) -> Standing) {
        let (mut kept, mut lost) = (self.picked.get_untracked(), self.deselected.get_untracked());
        let before = kept.len();
        kept.retain(|one| match stands(one) {
            Standing::Waits => true,
            Standing::Decided => {
                lost.decided += 1;
                false
            }
            Standing::Gone => {
                lost.gone += 1;
                false
            }
        });
        if kept.len() < before {
            self.picked.set(kept);
            self.deselected.set(lost);
        }
    }
}

/// Current state of a selected request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Waits,
    Decided,
    Gone,
}

fn standing(one: &Ticked, origin: &Origin, listed: &[ExportReview]) -> Standing {
    if one.key.frame_no != origin.frame_no {
        // A request of another list.
        return Standing::Waits;
    }
    match listed.iter().find(|review| review.identity().as_ref() == Some(&one.key.request)) {
        Some(review) if review.decidable() == Decidable::Yes => Standing::Waits,
        Some(_) => Standing::Decided,
        None => Standing::Gone,
    }
}

/// A link to a request, with a checkbox if it waits for review.
fn name_cell(origin: &Origin, review: &ExportReview, ticks: Ticks) -> Cell {
    let frame_no = &origin.frame_no;
    let href = format!("/reviews/{frame_no}/{}/{}", review.box_no, review.export_apply_id);
    let text = name_or(review.source_file.as_deref(), review.export_apply_id.as_str()).to_owned();
    let key = RequestKey::of(origin, review).filter(|_| review.decidable() == Decidable::Yes);
    let Some(key) = key else { return Cell::Link { href, text } };
    let wanted = key.clone();
    let ticked = move || ticks.picked.with(|picked| picked.iter().any(|one| one.key == wanted));
    let (origin, review) = (origin.clone(), review.clone());
    let toggle = move || ticks.toggle(&key, &origin, &review);
    Cell::Pick(Pick { href, text, ticked: Arc::new(ticked), toggle: Arc::new(toggle) })
}

fn columns(ticks: Ticks, t: &'static Texts) -> Vec<Column<ExportReview, Origin>> {
    type One = ExportReview;
    vec![
        Column::new("file", t.file, move |one: &One, origin: &Origin| name_cell(origin, one, ticks))
            .ticked(Signal::derive(move || ticks.picked.with(Vec::len))),
        Column::new("status", t.status, move |one: &One, origin: &Origin| {
            let key = resource::review_key(&origin.frame_no, one);
            codes::changing(codes::export_status(&one.status, t), &key, t)
        })
        .filtered(),
        Column::new("frame", t.frame, |_: &One, origin: &Origin| Cell::Text(origin.frame_name.clone()))
            .filtered(),
        Column::new("box", t.data_box, |one: &One, _: &Origin| {
            Cell::text(Some(name_or(one.box_name.as_deref(), one.box_no.as_str())))
        })
        .filtered(),
        Column::new("applicant", t.applicant, |one: &One, _: &Origin| Cell::text(one.ssl_vpn_id.as_deref())),
        Column::new("size", t.size, move |one: &One, _: &Origin| {
            codes::amount(one.file_size_mb.as_ref(), t.mb)
        })
        .total(t.size, Unit::Megabytes, |_| true),
        Column::new("requested", t.requested, |one: &One, _: &Origin| codes::date(one.applied.as_ref())),
        Column::new("reviewed", t.reviewed, |one: &One, _: &Origin| codes::date(one.reviewed.as_ref())),
        Column::new("number", t.request_no, |one: &One, _: &Origin| {
            Cell::Text(one.export_apply_id.to_string())
        }),
        other_fields(t, |one: &One| &one.extra),
    ]
}

/// Facts for the decision: origin, size, applicant, purpose.
fn about(origin: &Origin, review: &ExportReview, t: &Texts) -> Vec<Fact> {
    let text = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    vec![
        Fact::numbered(|t| t.frame, &origin.frame_no, &origin.frame_name),
        Fact::numbered(|t| t.data_box, &review.box_no, review.box_name.as_deref().unwrap_or_default()),
        Fact::line(|t| t.size, codes::amount(review.file_size_mb.as_ref(), t.mb).as_str()),
        Fact::line(|t| t.applicant, text(&review.ssl_vpn_id)),
        Fact::lines(|t| t.purpose, text(&review.export_purpose)),
        Fact::line(|t| t.request_no, review.export_apply_id.as_str()),
    ]
}

/// The bulk decision on all selected requests.
fn decide(picked: &[Ticked], reject: bool, t: &Texts) -> Bulk {
    let item = |Ticked { origin, review, .. }: &Ticked| BulkItem {
        name: review.source_file.as_deref().unwrap_or_default().to_owned(),
        about: about(origin, review, t),
        proposal: decision(
            (origin.frame_no.clone(), review.box_no.clone(), review.export_apply_id.clone()),
            summary_item(review),
            reject,
        ),
    };
    let (title, lead): (Text, Text) = match (reject, picked.len()) {
        (false, 1) => (|t| t.approve_title, |t| t.approve_lead),
        (false, _) => (|t| t.trust.approve_title, |t| t.trust.approve_lead),
        (true, 1) => (|t| t.reject_title, |t| t.reject_lead),
        (true, _) => (|t| t.trust.reject_title, |t| t.trust.reject_lead),
    };
    Bulk {
        title,
        lead,
        input: reject.then_some(Input::Reason(REJECT_REASON)),
        items: Arc::new(picked.iter().map(item).collect()),
    }
}

/// Number of selected requests, and the buttons of the decisions.
fn decisions(picked: Picked, bulk: RwSignal<Option<Bulk>>, t: &'static Texts) -> Vec<AnyView> {
    let availability = Signal::derive(move || {
        let none = picked.with(Vec::is_empty);
        Availability::disabled_by(none.then_some(t.trust.none_selected))
    });
    let begin = move |reject: bool| {
        Callback::new(move |()| {
            bulk.set(Some(picked.with_untracked(|picked| decide(picked, reject, t))));
        })
    };
    let count = move || match picked.with(Vec::len) {
        0 => String::new(),
        count => (t.trust.selected)(count),
    };
    vec![
        view! { <span class="hint" role="status">{count}</span> }.into_any(),
        view! { <Button label=t.trust.approve_selected availability=availability on_press=begin(false) /> }.into_any(),
        view! { <Button label=t.trust.reject_selected variant=ButtonVariant::Danger availability=availability on_press=begin(true) /> }
            .into_any(),
    ]
}

/// A note about deselected requests.
fn deselected(deselected: RwSignal<Deselected>, t: &'static Texts) -> impl IntoView {
    let lines = move || {
        let Deselected { decided, gone } = deselected.get();
        let lines = [(decided, t.lists.decided), (gone, t.lists.gone)];
        let lines = lines.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(count));
        lines.map(|line| view! { <p class="notice">{line}</p> }).collect_view()
    };
    view! { <div class="live" role="status">{lines}</div> }
}

/// Export requests for review.
#[component]
pub fn ReviewsPage() -> impl IntoView {
    let t = texts();
    let picked = Picked::new(Vec::new());
    let ticks = Ticks { picked, deselected: RwSignal::new(Deselected::default()) };
    let bulk = RwSignal::new(None::<Bulk>);
    // A running decision reports each outcome itself, and ends with an empty selection.
    let deciding = Memo::new(move |_| bulk.with(Option::is_some));
    let shown = Lists {
        name: t.reviews_table,
        columns: columns(ticks, t),
        rank: |review| Rank::new(review.decidable() == Decidable::Yes, review.applied.as_ref()),
        by_box: false,
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
            let listed = |one: &Ticked| origins.iter().any(|origin| origin.frame_no == one.key.frame_no);
            ticks.keep(|one| if listed(one) { Standing::Waits } else { Standing::Gone });
        })),
    };
    let done = Callback::new(move |()| picked.set(Vec::new()));
    view! {
        <PageHeader title=t.reviews actions=decisions(picked, bulk, t) />
        {deselected(ticks.deselected, t)}
        {lists(shown)}
        <BulkDialog bulk=bulk done=done />
    }
}
