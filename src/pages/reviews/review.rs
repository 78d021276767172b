//! One request, and the decision on it.

use std::sync::Arc;

use databoxframe::export::MAX_EXPORT_FILE_MB;
use databoxframe::export_review::{Decidable, ExportReview};
use databoxframe::{Id, List};
use leptos::prelude::*;

use super::decision::{Decision, decision_facts};
use super::desk::{Desk, Ids};
use super::earlier::{Reviews, earlier, read_reviews};
use crate::components::{
    Availability, Button, ButtonVariant, Cell, Detail, DisabledReason, FailureAlert, Icon, PageTitle,
    SelectableLink, Tone, actions_place, details, format, link,
};
use crate::console::Console;
use crate::gateway::Failure;
use crate::locale::{Texts, texts};
use crate::pages::time;
use crate::queries::{self, find_requested};
use crate::query_cache::Query;
use crate::resource;
use crate::router::Route;
use crate::shortcuts::{Key, Shortcut, Shortcuts};
use crate::status_cells;
use crate::untrusted::name_or;
use crate::write::operations::full_item;
use crate::write::{AfterSuccess, Draft, Fact, WriteDialog};

fn facts(
    review: &ExportReview,
    frame_no: &Id,
    frame_name: &str,
    now: Memo<i64>,
    t: &'static Texts,
) -> Vec<Detail> {
    // Without `..`: a new field is shown, as the guard of the decision has it.
    let ExportReview {
        export_apply_id,
        box_name,
        box_no,
        ssl_vpn_id,
        source_file,
        applied,
        reviewed,
        status,
        description,
        export_purpose,
        memo,
        file_size_mb: _,
        extra,
        answered: _,
    } = review;
    let frame = link(Route::Frame(frame_no.clone()), frame_name);
    let data_box =
        link(Route::DataBox(frame_no.clone(), box_no.clone()), name_or(box_name.as_deref(), box_no.as_str()));
    let status = status_cells::changing(
        status_cells::export_status(status, t),
        &resource::review_key(frame_no, review),
        t,
    );
    let age = age(review, now);
    let mut details = vec![
        Detail::new(t.status, status),
        Detail::new(t.file, Cell::text(source_file.as_deref())),
        Detail::new(t.size, size(review, t)),
        Detail::new(t.applicant, Cell::text(ssl_vpn_id.as_deref())),
        Detail::new(t.purpose, Cell::lines(export_purpose.as_deref())),
        Detail::new(t.description, Cell::lines(description.as_deref())),
        Detail::new(t.memo, Cell::lines(memo.as_deref())),
        Detail::new(t.frame, frame),
        Detail::new(t.data_box, data_box),
        Detail::new(t.requested, status_cells::date(applied.as_ref())),
        Detail::new(t.request_no, Cell::Text(export_apply_id.to_string())),
    ];
    if age.is_something() {
        details.insert(1, Detail::new(t.desk.age, age));
    }
    if reviewed.is_some() {
        details.push(Detail::new(t.reviewed, status_cells::date(reviewed.as_ref())));
    }
    if !extra.is_empty() {
        details.push(Detail::new(t.other_fields, status_cells::extra(extra)));
    }
    details
}

/// For how long a request has waited; nothing if it does not wait. `now`: see [`time::now`].
pub fn age(review: &ExportReview, now: Memo<i64>) -> Cell {
    if review.decidable() == Decidable::Yes { time::waited(review.applied.as_ref(), now) } else { Cell::None }
}

/// The size of the file against the documented limit.
fn size(review: &ExportReview, t: &Texts) -> Cell {
    let cell = status_cells::amount(review.file_size_mb.as_ref(), t.mb);
    let Cell::Amount { text, value: Some(value), .. } = &cell else { return cell };
    let limit = (t.mb)(&MAX_EXPORT_FILE_MB.to_string());
    if *value > MAX_EXPORT_FILE_MB as f64 {
        return Cell::badge(Tone::Attention, &(t.desk.over_limit)(text, &limit), text);
    }
    Cell::Meter {
        text: (t.desk.of_limit)(text, &limit),
        used: value.max(0.0).ceil() as u64,
        total: MAX_EXPORT_FILE_MB,
    }
}

/// Name of a frame, as far as the list of frames is read; until then its number.
fn frame_name(frame_no: &Id) -> Signal<String> {
    let (cache, frame_no) = (Console::expect().queries, frame_no.clone());
    Signal::derive(move || {
        let frames = queries::cached_frames(cache);
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

/// A control, and the key that does the same.
fn keyed(shortcuts: Shortcuts, letter: char, control: AnyView) -> AnyView {
    view! { <span class="keyed">{control}{shortcuts.hint(Key::Letter(letter))}</span> }.into_any()
}

/// The box that selects the request for a decision on several, if it is in the list and waits.
fn selection(desk: Desk) -> AnyView {
    let t = texts();
    let shortcuts = Console::expect().shortcuts;
    // The box stays while the list is read again.
    let pick = Memo::new(move |_| desk.pick());
    let pick = move || {
        let SelectableLink { ticked, toggle, .. } = pick.get()?;
        let label = view! {
            <label class="check">
                <input type="checkbox" prop:checked=move || ticked() on:change=move |_event| toggle() />
                {t.desk.select}
            </label>
        };
        Some(keyed(shortcuts, 'x', label.into_any()))
    };
    view! { {pick} }.into_any()
}

/// What can be done with a request, and when it was read.
fn toolbar(
    desk: Desk,
    [approve, reject]: [Callback<()>; 2],
    availability: Signal<Availability>,
    query: Query<List<ExportReview>>,
) -> AnyView {
    let t = texts();
    let shortcuts = Console::expect().shortcuts;
    let key = |letter, text, press| Shortcut { key: Key::Letter(letter), text, press };
    let if_ready = move |press: Callback<()>| {
        Callback::new(move |()| {
            if availability.with_untracked(Availability::is_ready) {
                press.run(());
            }
        })
    };
    shortcuts.register([
        key('a', |t| t.shortcuts.approve, if_ready(approve)),
        key('r', |t| t.shortcuts.reject, if_ready(reject)),
    ]);
    let loading = Signal::derive(move || Availability::busy_if(query.load().loading));
    let read_at = move || query.load().read_at.map(|at| (t.last_read)(&format::time(at)));
    let neighbours = move || {
        let step = |by| Callback::new(move |()| desk.step(by));
        let previous = view! { <Button label=t.desk.previous on_press=step(-1) keys=shortcuts.name("k") /> };
        let next = view! { <Button label=t.desk.next on_press=step(1) keys=shortcuts.name("j") /> };
        [keyed(shortcuts, 'k', previous.into_any()), keyed(shortcuts, 'j', next.into_any())]
    };
    let decision = |label, variant, press, letter, name| {
        let button = view! {
            <Button label=label variant=variant availability=availability reason_beside=true on_press=press keys=shortcuts.name(name) />
        };
        keyed(shortcuts, letter, button.into_any())
    };
    view! {
        <div class="desk-bar">
            <div class="desk-actions" node_ref=actions_place()>
                {decision(t.approve, ButtonVariant::Primary, approve, 'a', "a")}
                {decision(t.reject, ButtonVariant::Danger, reject, 'r', "r")}
                {selection(desk)}
            </div>
            <div class="desk-actions">
                <Show when=move || desk.has_rows()>{neighbours()}</Show>
                <span class="read-at">{read_at}</span>
                <Button label=t.refresh icon=Icon::Refresh availability=loading on_press=query.refresh />
            </div>
        </div>
    }
    .into_any()
}

/// A request as far as it was read, and the decision that is being confirmed.
#[derive(Clone, Copy)]
struct Shown {
    ids: StoredValue<Ids>,
    query: Query<List<ExportReview>>,
    /// The list, which knows the file before the request itself is there.
    listed: Memo<Option<Listed>>,
    frame_name: Signal<String>,
    draft: RwSignal<Option<Draft>>,
    t: &'static Texts,
}

impl Shown {
    fn new(ids: Ids) -> Self {
        let (frame_no, box_no, export_apply_id) = ids.clone();
        Self {
            query: queries::review(frame_no.clone(), box_no, export_apply_id),
            frame_name: frame_name(&frame_no),
            listed: Memo::new(move |_| read_reviews(&frame_no).map(Listed)),
            ids: StoredValue::new(ids),
            draft: RwSignal::new(None),
            t: texts(),
        }
    }

    /// The request in an answer. Without it there is no decision.
    fn find(self, came: &List<ExportReview>) -> Result<ExportReview, Failure> {
        self.ids.with_value(|(.., id)| {
            find_requested(came, |one: &ExportReview| one.export_apply_id == *id).cloned()
        })
    }

    /// The request; tracked.
    fn review(self) -> Option<ExportReview> {
        self.query.data().and_then(|came| self.find(&came).ok())
    }

    fn title(self) -> Signal<String> {
        let in_list = move || self.ids.with_value(|ids| self.listed.get()?.file(ids));
        Signal::derive(move || {
            let file = self.review().map_or_else(in_list, |review| review.source_file);
            name_or(file.as_deref(), self.t.reviews).to_owned()
        })
    }

    fn failure(self) -> Signal<Option<Failure>> {
        let not_found = move || self.query.data().and_then(|came| self.find(&came).err());
        Signal::derive(move || self.query.load().failure.or_else(not_found))
    }

    /// Whether a decision can be taken.
    fn availability(self) -> Signal<Availability> {
        Signal::derive(move || match self.review() {
            Some(review) => Availability::disabled_by(reason_against(&review, self.t)),
            None => Availability::Busy,
        })
    }

    /// Begins a decision. `decided`: after it.
    fn begin(self, decision: Decision, decided: Callback<()>) -> Callback<()> {
        Callback::new(move |()| {
            if let Some(review) = untrack(|| self.review()) {
                let frame = self.frame_name.get_untracked();
                let draft = make_draft(&review, decision, self.ids.get_value(), &frame, decided, self.t);
                self.draft.set(Some(draft));
            }
        })
    }

    /// What the request says. `now`: see [`time::now`].
    fn details(self, now: Memo<i64>) -> Option<AnyView> {
        let (review, frame_name) = (self.review()?, self.frame_name.get());
        let facts = |(frame_no, ..): &Ids| facts(&review, frame_no, &frame_name, now, self.t);
        Some(details(&self.ids.with_value(facts)))
    }

    /// Earlier requests of the applicant, and for the file.
    fn earlier(self) -> Option<AnyView> {
        let (review, listed) = (self.review()?, self.listed.get());
        let reviews = listed.as_ref().map(|Listed(reviews)| reviews);
        Some(self.ids.with_value(|(frame_no, ..)| earlier(reviews, &review, frame_no)))
    }
}

/// One export request, for review.
#[component]
pub fn RequestPane(
    /// Numbers of the frame, the box and the request.
    ids: Ids,
    /// Where it is shown.
    desk: Desk,
) -> impl IntoView {
    let page = Route::Review(ids.0.clone(), ids.1.clone(), ids.2.clone());
    let shown = Shown::new(ids);
    let Shown { query, draft, t, .. } = shown;
    let (now, availability) = (time::now_to_the_minute(), shown.availability());
    let decided = Callback::new(move |()| desk.decided());
    let decisions = [Decision::Approve, Decision::Reject].map(|decision| shown.begin(decision, decided));
    let stale = Signal::derive(move || query.load().stale_since());
    let busy = move || query.load().loading.to_string();
    let router = Console::expect().router;
    let back = move || router.with_query(Route::Reviews).href();
    view! {
        <ol class="trail" aria-label=t.trail><li><a href=back>{t.reviews}</a></li></ol>
        <header class="page-header"><PageTitle title=shown.title() /></header>
        {toolbar(desk, decisions, availability, query)}
        <DisabledReason availability=availability />
        <FailureAlert failure=shown.failure() retry=query.refresh stale=stale />
        <div aria-busy=busy>{move || shown.details(now)}</div>
        {move || rejected_here(&page, t)}
        {move || shown.earlier()}
        <WriteDialog draft=draft />
    }
}

/// The requests of a frame; equal while they are the same list.
#[derive(Clone)]
struct Listed(Reviews);

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Listed {
    /// The file of a request.
    fn file(&self, (_, box_no, id): &Ids) -> Option<Box<str>> {
        let is_it = |one: &&ExportReview| one.export_apply_id == *id && one.box_no == *box_no;
        self.0.records.iter().find(is_it)?.source_file.clone()
    }
}

/// The proposal of a decision, guarded by the request as shown.
fn make_draft(
    review: &ExportReview,
    decision: Decision,
    ids: Ids,
    frame_name: &str,
    decided: Callback<()>,
    t: &'static Texts,
) -> Draft {
    let (title, lead) = decision.wording(1);
    let mut facts = vec![Fact::line(|t| t.file, review.source_file.as_deref().unwrap_or_default())];
    facts.extend(decision_facts(review, &ids.0, frame_name, t));
    Draft {
        title,
        lead,
        facts,
        input: decision.input(),
        notice: None,
        confirmation: None,
        proposal: decision.proposal(ids, full_item(review)),
        done: Some(AfterSuccess { forget: Arc::new(|| {}), leave: decided }),
    }
}
