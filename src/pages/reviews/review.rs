//! `/reviews/{frameNo}/{boxNo}/{exportApplyId}`: one request, and the decision on it.

use databoxframe::export_review::{Decidable, ExportFileApprove, ExportFileReject, ExportReview};
use databoxframe::rule::REJECT_REASON;
use databoxframe::{Id, List};
use leptos::prelude::*;

use crate::codes;
use crate::components::{
    Availability, Button, ButtonVariant, Cell, Crumb, Detail, DisabledReason, FailureAlert, PageHeader,
    details, format,
};
use crate::console::Console;
use crate::locale::{Texts, texts};
use crate::queries::{self, find_requested};
use crate::resource;
use crate::router::Route;
use crate::untrusted::name_or;
use crate::write::operations::full_item;
use crate::write::snapshot::Item;
use crate::write::{Draft, Fact, Input, Proposal, WriteDialog};

fn facts(review: &ExportReview, frame_no: &Id, frame_name: &str, t: &'static Texts) -> Vec<Detail> {
    let frame = Cell::Link { href: format!("/frames/{frame_no}"), text: frame_name.to_owned() };
    let data_box = Cell::Link {
        href: format!("/frames/{frame_no}/boxes/{}", review.box_no),
        text: name_or(review.box_name.as_deref(), review.box_no.as_str()).to_owned(),
    };
    let mut details = vec![
        Detail::new(
            t.status,
            codes::changing(
                codes::export_status(&review.status, t),
                &resource::review_key(frame_no, review),
                t,
            ),
        ),
        Detail::new(t.file, Cell::text(review.source_file.as_deref())),
        Detail::new(t.size, codes::amount(review.file_size_mb.as_ref(), t.mb)),
        Detail::new(t.description, Cell::lines(review.description.as_deref())),
        Detail::new(t.purpose, Cell::lines(review.export_purpose.as_deref())),
        Detail::new(t.applicant, Cell::text(review.ssl_vpn_id.as_deref())),
        Detail::new(t.frame, frame),
        Detail::new(t.data_box, data_box),
        Detail::new(t.memo, Cell::lines(review.memo.as_deref())),
        Detail::new(t.requested, codes::date(review.applied.as_ref())),
        Detail::new(t.reviewed, codes::date(review.reviewed.as_ref())),
        Detail::new(t.request_no, Cell::Text(review.export_apply_id.to_string())),
    ];
    if !review.extra.is_empty() {
        details.push(Detail::new(t.other_fields, codes::extra(&review.extra)));
    }
    details
}

/// Name of a frame, as far as the list of frames is read; until then its number.
fn frame_name(frame_no: &Id) -> Signal<String> {
    let (frames, frame_no) = (queries::frames(), frame_no.clone());
    Signal::derive(move || {
        let frames = frames.data();
        let frame = frames.iter().flat_map(|list| &list.records).find(|frame| frame.frame_no == frame_no);
        name_or(frame.and_then(|frame| frame.name.as_deref()), frame_no.as_str()).to_owned()
    })
}

/// The reason of the rejection, if it was sent from this tab: the API does not give it back.
fn rejected_here(page: &Route, t: &'static Texts) -> AnyView {
    let Some(rejection) = Console::expect().changes.rejection(page) else { return ().into_any() };
    let label = (t.changes.rejected_here)(&format::moment(rejection.at));
    view! {
        <section class="panel">
            <h2>{label}</h2>
            {Cell::lines(Some(&rejection.reason)).view()}
        </section>
    }
    .into_any()
}

/// Why no decision can be taken.
fn reason_against(review: &ExportReview, t: &'static Texts) -> Option<&'static str> {
    match review.decidable() {
        Decidable::Decided => Some(t.decided_reason),
        Decidable::NotYet => Some(t.not_ready_reason),
        // For unknown codes the service decides.
        Decidable::Yes | Decidable::Unknown => None,
    }
}

/// One export request, for review.
#[component]
pub fn ReviewPage(
    /// Number of the frame.
    frame_no: Id,
    /// Number of the box.
    box_no: Id,
    /// Number of the request.
    export_apply_id: Id,
) -> impl IntoView {
    let t = texts();
    let query = queries::review(frame_no.clone(), box_no.clone(), export_apply_id.clone());
    let frame_name = frame_name(&frame_no);
    let draft = RwSignal::new(None::<Draft>);
    let page = Route::Review(frame_no.clone(), box_no.clone(), export_apply_id.clone());
    let ids = StoredValue::new((frame_no, box_no, export_apply_id));
    // Without the request itself there is no decision.
    let request = move |came: &List<ExportReview>| {
        ids.with_value(|(.., id)| {
            find_requested(came, |one: &ExportReview| one.export_apply_id == *id).cloned()
        })
    };
    let review = move || query.data().and_then(|came| request(&came).ok());
    let title = Signal::derive(move || {
        let file = review().and_then(|review| review.source_file);
        name_or(file.as_deref(), t.reviews).to_owned()
    });
    let failure = Signal::derive(move || {
        let other = || query.data().and_then(|came| request(&came).err());
        query.load().failure.or_else(other)
    });
    let availability = Signal::derive(move || match review() {
        Some(review) => Availability::disabled_by(reason_against(&review, t)),
        None => Availability::Busy,
    });
    let begin = move |reject: bool| {
        Callback::new(move |()| {
            if let Some(review) = untrack(review) {
                let frame = frame_name.get_untracked();
                draft.set(Some(make_draft(&review, reject, ids.get_value(), &frame, t)));
            }
        })
    };
    let stale = Signal::derive(move || query.load().stale_since());
    let busy = move || query.load().loading.to_string();
    let actions = vec![
        view! { <Button label=t.approve variant=ButtonVariant::Primary availability=availability on_press=begin(false) /> }
            .into_any(),
        view! { <Button label=t.reject variant=ButtonVariant::Danger availability=availability on_press=begin(true) /> }.into_any(),
    ];
    view! {
        <PageHeader title=title actions=actions trail=vec![Crumb::new("/reviews".into(), t.reviews)] />
        <DisabledReason availability=availability />
        <FailureAlert failure=failure retry=query.refresh stale=stale />
        <div aria-busy=busy>
            {move || {
                let review = review()?;
                let details_of = |(frame_no, ..): &(Id, Id, Id)| {
                    details(&facts(&review, frame_no, &frame_name.get(), t))
                };
                Some(ids.with_value(details_of))
            }}
        </div>
        {move || rejected_here(&page, t)}
        <WriteDialog draft=draft />
    }
}

/// The proposal of a decision, guarded by the request as shown.
fn make_draft(
    review: &ExportReview,
    reject: bool,
    ids: (Id, Id, Id),
    frame_name: &str,
    t: &'static Texts,
) -> Draft {
    let text = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    Draft {
        title: if reject { |t| t.reject_title } else { |t| t.approve_title },
        lead: if reject { |t| t.reject_lead } else { |t| t.approve_lead },
        facts: vec![
            Fact::line(|t| t.file, text(&review.source_file)),
            Fact::lines(|t| t.purpose, text(&review.export_purpose)),
            Fact::lines(|t| t.description, text(&review.description)),
            Fact::line(|t| t.applicant, text(&review.ssl_vpn_id)),
            Fact::line(|t| t.size, codes::amount(review.file_size_mb.as_ref(), t.mb).as_str()),
            Fact::numbered(|t| t.frame, &ids.0, frame_name),
            Fact::numbered(|t| t.data_box, &review.box_no, review.box_name.as_deref().unwrap_or_default()),
            Fact::lines(|t| t.memo, text(&review.memo)),
            Fact::line(|t| t.requested, review.applied.as_ref().map_or("", |stamp| stamp.as_str())),
            Fact::line(|t| t.request_no, ids.2.as_str()),
        ],
        input: reject.then_some(Input::Reason(REJECT_REASON)),
        notice: None,
        confirmation: None,
        proposal: decision(ids, full_item(review), reject),
        done: None,
    }
}

/// A decision on a request as it was shown.
pub fn decision(ids: (Id, Id, Id), shown: Item, reject: bool) -> Proposal {
    let (frame_no, box_no, export_apply_id) = ids;
    if !reject {
        return Proposal::new(ExportFileApprove { frame_no, box_no, export_apply_id }, shown);
    }
    Proposal::asking(shown, move |reason| ExportFileReject {
        frame_no: frame_no.clone(),
        box_no: box_no.clone(),
        export_apply_id: export_apply_id.clone(),
        reject_reason: reason.to_owned(),
    })
}
