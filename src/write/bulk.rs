//! A bulk write: several writes of one kind, confirmed together, sent one after the other, each
//! with its own outcome.

mod outcome;
mod view;

use std::sync::Arc;

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::outcome::{ItemState, Unsettled, look_again, send, summary};
pub use self::view::bulk_dialog;
use super::attempt::SECOND_LOOK_MS;
use super::change_log::{NewChange, reason_in};
use super::operation::AnyWrite;
use super::reasons::used;
use super::services::Services;
use super::{DraftKey, Fact, Input, Proposal};
use crate::action::Action;
use crate::components::{Availability, focus_table};
use crate::locale::{Text, Texts, texts};
use crate::notices::Done;
use crate::number::parse_whole;
use crate::untrusted::{has_visible, line};

/// Number of writes from which on their number has to be typed.
const MANY: usize = 11;

/// One of the writes.
#[derive(Clone)]
pub struct Item {
    /// Label.
    pub name: String,
    /// Details.
    pub about: Vec<Fact>,
    /// The write, guarded by the state that was shown.
    pub proposal: Proposal,
}

impl Item {
    fn action(&self) -> Action {
        self.proposal.write("").action()
    }

    /// Its label in one line, or its number.
    fn subject(&self, t: &Texts) -> String {
        let name = Some(line(&self.name).words(t)).filter(|_| has_visible(&self.name));
        name.unwrap_or_else(|| self.proposal.write("").target().number().to_string())
    }
}

/// A bulk write that waits for its confirmation.
#[derive(Clone)]
pub struct Bulk {
    /// Title.
    pub title: Text,
    /// Effect.
    pub lead: Text,
    /// Input for all writes.
    pub input: Option<Input>,
    /// The writes.
    pub items: Arc<Vec<Item>>,
    /// What can't be written, and why; labels and reasons.
    pub left_out: Arc<Vec<(String, String)>>,
}

/// The dialog of `bulk`, if it has a value. `done` runs after something was sent.
#[component]
pub fn BulkDialog(bulk: RwSignal<Option<Bulk>>, done: Callback<()>) -> impl IntoView {
    move || match bulk.get() {
        Some(current) => {
            let close = Callback::new(move |sent| {
                bulk.set(None);
                if sent {
                    // What was ticked is decided: its buttons have nothing left to do.
                    focus_table();
                }
            });
            bulk_dialog(current, done, close)
        }
        None => ().into_any(),
    }
}

/// State of the dialog.
#[derive(Clone, Copy)]
struct Run {
    services: Services,
    t: &'static Texts,
    bulk: StoredValue<Bulk>,
    key: StoredValue<DraftKey>,
    states: RwSignal<Vec<ItemState>>,
    /// Value of the input.
    typed: RwSignal<String>,
    /// Value of the confirmation.
    typed_number: RwSignal<String>,
    /// Whether sending was tried.
    tried: RwSignal<bool>,
    busy: RwSignal<bool>,
    stopped: StoredValue<bool>,
    sent: Callback<()>,
    close: Callback<bool>,
}

impl Run {
    fn new(bulk: Bulk, sent: Callback<()>, close: Callback<bool>) -> Self {
        let services = Services::expect();
        let key = DraftKey::of(bulk.items.iter().map(|item| &item.proposal));
        let typed = match bulk.input {
            Some(Input::Reason(_)) => services.drafts.reason(&key),
            Some(Input::Size(_)) | None => RwSignal::new(String::new()),
        };
        Self {
            services,
            t: texts(),
            states: RwSignal::new(vec![ItemState::Waiting; bulk.items.len()]),
            bulk: StoredValue::new(bulk),
            key: StoredValue::new(key),
            typed,
            typed_number: RwSignal::new(String::new()),
            tried: RwSignal::new(false),
            busy: RwSignal::new(false),
            stopped: StoredValue::new(false),
            sent,
            close,
        }
    }

    /// Number of items that are not taken out; tracked.
    fn count(self) -> usize {
        self.how_many(|state| !matches!(state, ItemState::TakenOut))
    }

    /// Number of items in such a state; tracked.
    fn how_many(self, state: fn(&ItemState) -> bool) -> usize {
        self.states.with(|states| states.iter().filter(|one| state(one)).count())
    }

    /// Whether anything was sent; tracked.
    fn started(self) -> bool {
        self.how_many(|state| !matches!(state, ItemState::Waiting | ItemState::TakenOut)) > 0
    }

    /// Whether the remaining items can be sent; tracked.
    fn availability(self) -> Availability {
        if self.busy.get() {
            return Availability::Busy;
        }
        let count = self.count();
        let right = count < MANY
            || self.typed_number.with(|typed| parse_whole(typed).ok() == u64::try_from(count).ok());
        Availability::disabled_by((count == 0).then_some(self.t.trust.all_taken_out))
            .and(|| Availability::disabled_by((!right).then_some(self.t.trust.number_differs)))
    }

    /// Takes an item out, or back in; only before anything is sent.
    fn take(self, index: usize, is_in: bool) {
        if !untrack(|| self.started()) {
            self.set(index, if is_in { ItemState::Waiting } else { ItemState::TakenOut });
        }
    }

    fn submit(self) {
        // For Enter, which also works when there is no button left.
        if untrack(|| self.how_many(ItemState::is_open) == 0 || !self.availability().is_ready()) {
            return;
        }
        self.tried.set(true);
        let (typed, bulk) = (self.typed.get_untracked(), self.bulk.get_value());
        let writes: Vec<_> = bulk.items.iter().map(|item| item.proposal.write(&typed)).collect();
        // The field shows the error.
        if writes.iter().any(|write| write.prepare().is_err()) {
            return;
        }
        used(&typed);
        self.stopped.set_value(false);
        self.busy.set(true);
        spawn_local(async move {
            let unsettled = self.send(&bulk, &writes).await;
            self.busy.set(false);
            // The page behind counts what was decided no longer as selected.
            self.sent.try_run(());
            self.look_again(&writes, unsettled).await;
        });
    }

    /// Sends the open items one after the other, and continues after a failure. Returns the indexes
    /// of items that have changed nothing yet.
    async fn send(self, bulk: &Bulk, writes: &[Arc<dyn AnyWrite>]) -> Vec<(usize, Unsettled)> {
        let Services { client, queries, notices, changes, drafts, .. } = self.services;
        let (key, t, user) = (self.key.get_value(), self.t, client.user());
        let (mut unsettled, mut finished) = (Vec::new(), Vec::new());
        let mut ended = self.states.get_untracked();
        for (index, (item, write)) in bulk.items.iter().zip(writes).enumerate() {
            // Not after the dialog was closed: nobody would see the remaining outcomes.
            if self.states.is_disposed() || self.stopped.try_get_value() != Some(false) {
                break;
            }
            let Some(last) = ended.get(index).filter(|state| state.is_open()) else { continue };
            self.set(index, ItemState::Sending);
            let change = changes.begin(self.change(item, &**write));
            let (state, more) = send(client, item, &**write, last, t).await;
            changes.end(change, state.outcome(), state.words(t));
            unsettled.extend(more.map(|more| (index, more)));
            if matches!(state, ItemState::Done(_)) {
                finished.push(Done {
                    action: write.action(),
                    subject: item.subject(t),
                    message: String::new(),
                    request: write.target().request(),
                });
            }
            if let Some(one) = ended.get_mut(index) {
                *one = state.clone();
            }
            self.set(index, state);
        }
        if ended.iter().all(|state| !state.is_open()) {
            drafts.forget(&key);
        }
        if !client.may_report(user.as_ref()) {
            return Vec::new();
        }
        finished.into_iter().for_each(|done| notices.done(done));
        if !ended.iter().all(|state| matches!(state, ItemState::Done(_) | ItemState::TakenOut)) {
            notices.warn(summary(&ended, t));
        }
        queries.invalidate();
        unsettled
    }

    /// An item as a change that is about to be sent.
    fn change(self, item: &Item, write: &dyn AnyWrite) -> NewChange {
        NewChange {
            action: write.action(),
            subject: item.subject(self.t),
            target: write.target(),
            reason: write.prepare().map(|unsigned| reason_in(&unsigned)).unwrap_or_default(),
        }
    }

    /// Compares accepted items once more: services accept first and act later.
    async fn look_again(self, writes: &[Arc<dyn AnyWrite>], unsettled: Vec<(usize, Unsettled)>) {
        if unsettled.is_empty() {
            return;
        }
        TimeoutFuture::new(SECOND_LOOK_MS).await;
        for (index, one) in &unsettled {
            // Only while the dialog is open.
            let Some(write) = writes.get(*index).filter(|_| !self.states.is_disposed()) else { return };
            self.set(*index, look_again(self.services.client, &**write, one, self.t).await);
        }
    }

    fn set(self, index: usize, state: ItemState) {
        self.states.update(|states| {
            if let Some(one) = states.get_mut(index) {
                *one = state;
            }
        });
    }

    fn cancel(self) {
        if self.busy.get_untracked() {
            self.stopped.set_value(true);
        } else {
            self.close.run(untrack(|| self.started()));
        }
    }
}
