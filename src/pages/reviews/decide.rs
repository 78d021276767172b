//! The decision on all selected requests. Each is read before it is shown: purpose and description,
//! which a decision is about, are not in the list.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use databoxframe::Id;
use databoxframe::export_review::{Decidable, ExportReview, GetExportFileApproveDetail};
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;

use super::decision::{Decision, decision_facts};
use super::selection::Ticked;
use crate::components::{Button, Dialog};
use crate::console::Console;
use crate::gateway::{Abort, Client, Failure};
use crate::locale::{Texts, explain, texts};
use crate::queries::find_requested;
use crate::untrusted::name_or;
use crate::write::operations::{full_item, summary_item};
use crate::write::snapshot::Snapshot;
use crate::write::{Bulk, BulkDialog, BulkItem};

/// What the read of each request gave, as it arrives.
type Came = Rc<RefCell<Vec<Option<Result<ExportReview, Failure>>>>>;

/// Requests that are being read.
#[derive(Clone)]
struct Reading {
    decision: Decision,
    /// Number of requests.
    all: usize,
    /// Number of those that were read.
    read: ArcRwSignal<usize>,
    abort: SendWrapper<Abort>,
}

/// The decision of a page: first its requests are read, then it is confirmed.
#[derive(Clone, Copy)]
pub struct Decide {
    client: Client,
    reading: RwSignal<Option<Reading>>,
    bulk: RwSignal<Option<Bulk>>,
}

impl Decide {
    /// None yet. What is being read is given up with the page.
    pub fn new() -> Self {
        let reading = RwSignal::new(None::<Reading>);
        on_cleanup(move || {
            if let Some(reading) = reading.try_get_untracked().flatten() {
                reading.abort.abort();
            }
        });
        Self { client: Console::expect().client, reading, bulk: RwSignal::new(None) }
    }

    /// Whether a decision is under way; tracked.
    pub fn is_open(self) -> bool {
        self.reading.with(Option::is_some) || self.bulk.with(Option::is_some)
    }

    /// Reads requests, then shows them.
    pub fn begin(self, picked: Vec<Ticked>, decision: Decision) {
        let t = texts();
        let (abort, read, all) = (Abort::new(), ArcRwSignal::new(0), picked.len());
        let reading = Reading { decision, all, read: read.clone(), abort: SendWrapper::new(abort.clone()) };
        self.reading.set(Some(reading));
        let (came, picked) = (Came::new(RefCell::new(vec![None; all])), Rc::new(picked));
        for (index, one) in picked.iter().enumerate() {
            let (abort, read, came) = (abort.clone(), read.clone(), came.clone());
            let (picked, operation) = (picked.clone(), detail_of(one));
            spawn_local(async move {
                let result = self.client.read(&operation, &abort).await;
                // Given up, perhaps with the page.
                if abort.is_aborted() {
                    return;
                }
                let result = result.and_then(|list| {
                    let is_this = |one: &ExportReview| one.export_apply_id == operation.export_apply_id;
                    find_requested(&list, is_this).cloned()
                });
                if let Some(place) = came.borrow_mut().get_mut(index) {
                    *place = Some(result);
                }
                read.update(|read| *read += 1);
                if read.get_untracked() == all {
                    let came = came.take();
                    self.reading.try_set(None);
                    self.bulk.try_set(Some(bulk(&picked, came.into_iter().flatten(), decision, t)));
                }
            });
        }
    }

    /// The dialogs. `done` runs after something was sent.
    pub fn view(self, done: Callback<()>) -> AnyView {
        view! {
            {move || self.reading.get().map(|reading| self.progress(reading))}
            <BulkDialog bulk=self.bulk done=done />
        }
        .into_any()
    }

    /// How many requests were read, and the button that gives up.
    fn progress(self, reading: Reading) -> AnyView {
        let t = texts();
        let Reading { decision, all, read, abort } = reading;
        let (title, _) = decision.wording(all);
        let cancel = Callback::new(move |()| {
            abort.abort();
            self.reading.set(None);
        });
        let value = read.clone();
        let said = move || (t.trust.requests_read)(read.get(), all);
        view! {
            <Dialog title=title(t) on_cancel=cancel>
                <p role="status">{t.trust.reading_requests}</p>
                <progress
                    aria-label=t.trust.reading_requests
                    max=all.to_string()
                    prop:value=move || value.get() as f64
                ></progress>
                <p class="hint">{said}</p>
                <div class="dialog-actions"><Button label=t.cancel on_press=cancel /></div>
            </Dialog>
        }
        .into_any()
    }
}

fn ids(one: &Ticked) -> (Id, Id, Id) {
    let review = &one.review;
    (one.origin.frame_no.clone(), review.box_no.clone(), review.export_apply_id.clone())
}

fn detail_of(one: &Ticked) -> GetExportFileApproveDetail {
    let (frame_no, box_no, export_apply_id) = ids(one);
    GetExportFileApproveDetail { frame_no, box_no, export_apply_id }
}

/// Why a request can't be decided here.
fn obstacle(one: &Ticked, came: &Result<ExportReview, Failure>, t: &'static Texts) -> Option<String> {
    let review = match came {
        Ok(review) => review,
        Err(failure) => return Some(explain(failure, t).title),
    };
    if review.decidable() == Decidable::Decided {
        return Some(t.decided_reason.to_owned());
    }
    // As it was when somebody chose it from the list.
    let changes = Snapshot::of(full_item(review)).changes_since(&summary_item(&one.review));
    (!changes.is_empty()).then(|| {
        let changes = changes.iter().map(|change| change.words(t));
        std::iter::once(t.trust.changed.to_owned()).chain(changes).collect::<Vec<String>>().join(" ")
    })
}

/// The bulk decision. `came`: what was read, in the order of the selection. What could not be read was
/// not shown, and is not decided.
fn bulk(
    picked: &[Ticked],
    came: impl Iterator<Item = Result<ExportReview, Failure>>,
    decision: Decision,
    t: &'static Texts,
) -> Bulk {
    let (mut items, mut left_out) = (Vec::new(), Vec::new());
    for (one, came) in picked.iter().zip(came) {
        let row = &one.review;
        let name = name_or(row.source_file.as_deref(), row.export_apply_id.as_str()).to_owned();
        match (obstacle(one, &came, t), came) {
            (None, Ok(review)) => items.push(BulkItem {
                name: review.source_file.as_deref().unwrap_or_default().to_owned(),
                about: decision_facts(&review, &one.origin.frame_no, &one.origin.frame_name, t),
                proposal: decision.proposal(ids(one), full_item(&review)),
            }),
            (reason, _) => left_out.push((name, reason.unwrap_or_default())),
        }
    }
    let (title, lead) = decision.wording(picked.len());
    Bulk { title, lead, input: decision.input(), items: Arc::new(items), left_out: Arc::new(left_out) }
}
