//! The dialog that shows a write and asks for its confirmation.

use std::sync::Arc;

use databoxframe::UnsignedRequest;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::attempt::{Attempt, Before, Comparison, NewItems, attempt, compare, compare_success};
use super::change_log::{ChangeOutcome, NewChange, reason_in};
use super::facts::facts_view;
use super::input::input_field;
use super::operation::AnyWrite;
use super::outcome::{joined, outcome, words};
use super::reasons::used;
use super::request::{Ready, Request, Unready, request_view};
use super::services::Services;
use super::snapshot::Change;
use super::stage::Stage;
use super::{Draft, DraftKey, Input, TypedConfirmation, is_send_chord};
use crate::components::{Availability, Button, ButtonVariant, Dialog, FailureAlert, TextField, warning};
use crate::gateway::{Failure, Receipt};
use crate::locale::{Text, Texts, texts};
use crate::notices::Done;
use crate::untrusted::{has_visible, line};

/// What is to be typed.
const FIELD: &str = "textarea, input";
/// The button that closes the dialog.
const CANCEL: &str = ".dialog-actions button";

/// The dialog of `draft`, if it has a value.
#[component]
pub fn WriteDialog(
    /// The draft that waits for its confirmation.
    draft: RwSignal<Option<Draft>>,
) -> impl IntoView {
    move || match draft.get() {
        Some(current) => {
            let close = Callback::new(move |()| draft.set(None));
            confirmation(current, close)
        }
        None => ().into_any(),
    }
}

/// A sent write, and the state before it.
type Sent = Arc<(Arc<dyn AnyWrite>, Before)>;

/// The record of a write.
#[derive(Clone, Copy)]
struct Log {
    services: Services,
    t: &'static Texts,
    number: u32,
}

impl Log {
    /// Notes how the write stands.
    fn end(self, stage: &Stage) {
        self.services.changes.end(self.number, ChangeOutcome::of(stage), &words(stage, self.t));
    }
}

/// State of the dialog.
#[derive(Clone, Copy)]
struct Confirmation {
    services: Services,
    t: &'static Texts,
    draft: StoredValue<Draft>,
    key: StoredValue<DraftKey>,
    stage: RwSignal<Stage>,
    /// Value of the input.
    typed: RwSignal<String>,
    /// Value of the confirmation.
    typed_name: RwSignal<String>,
    /// Whether sending was tried.
    tried: RwSignal<bool>,
    /// The last attempt.
    sent: StoredValue<Option<(Sent, Log)>>,
    close: Callback<()>,
}

impl Confirmation {
    fn new(draft: Draft, close: Callback<()>) -> Self {
        let services = Services::expect();
        let key = DraftKey::of([&draft.proposal]);
        // A reason outlives the dialog; a size does not.
        let typed = match draft.input {
            Some(Input::Reason(_)) => services.drafts.reason(&key),
            Some(Input::Size(_)) | None => RwSignal::new(String::new()),
        };
        Self {
            services,
            t: texts(),
            draft: StoredValue::new(draft),
            key: StoredValue::new(key),
            stage: RwSignal::new(Stage::Confirm),
            typed,
            typed_name: RwSignal::new(String::new()),
            tried: RwSignal::new(false),
            sent: StoredValue::new(None),
            close,
        }
    }

    /// Why the request can't be sent although nothing is in flight; tracked.
    fn unconfirmed(self) -> Option<String> {
        let wanted = self.draft.with_value(Draft::typed_confirmation)?;
        let right = self.typed_name.with(|typed| wanted.is(typed));
        (!right).then(|| self.t.actions.name_differs.to_owned())
    }

    /// Sends the request if it is confirmed and complete. Checked here and not only by the button,
    /// because of Enter and double clicks.
    fn submit(self, request: &Request) {
        let Some(sending) = self.stage.with_untracked(Stage::confirmed) else { return };
        if untrack(|| self.unconfirmed()).is_some() {
            return;
        }
        self.tried.set(true);
        match untrack(|| request.ready()) {
            Ok(ready) => {
                used(&self.typed.get_untracked());
                self.stage.set(sending);
                spawn_local(self.send(ready));
            }
            Err(Unready::Limits(violations)) => {
                // The field shows the error.
                let said = self.draft.with_value(|draft| draft.input.is_some());
                if !said {
                    self.stage.set(Stage::failed(Failure::Invalid(violations)));
                }
            }
            // The editor shows the error.
            Err(Unready::Edit(_) | Unready::OtherTarget(_)) => request.unfold(),
        }
    }

    async fn send(self, Ready { write, unsigned }: Ready) {
        // A local copy: signals end with the page.
        let (draft, key, close) = (self.draft.get_value(), self.key.get_value(), self.close);
        let client = self.services.client;
        let log = Log { services: self.services, t: self.t, number: self.begin(&draft, &unsigned) };
        let attempt = attempt(client, &*write, &unsigned, draft.proposal.guard()).await;
        match attempt {
            // The user of this write is gone.
            Attempt::NotSent { before, .. } | Attempt::Sent { before, .. }
                if !before.may_be_reported(client) => {}
            Attempt::NotSent { reason, .. } => {
                let stage = Stage::NotSent(reason);
                log.end(&stage);
                if !self.shows(&stage) {
                    self.notify_later(&draft, &stage);
                }
                self.services.queries.invalidate();
            }
            Attempt::Sent { result: Ok(receipt), before } => {
                self.services.drafts.forget(&key);
                let message = self.message(&receipt);
                let (action, subject) = (draft.action(), draft.subject(self.t));
                self.services.changes.end(log.number, Some(ChangeOutcome::Done), &message);
                let request = write.target().request();
                self.services.notices.done(Done { action, subject, message, request });
                // The dialog is gone too if the page was left meanwhile.
                close.try_run(());
                if let Some(after) = &draft.done {
                    // The page may be gone, but its draft is still there.
                    (after.forget)();
                    after.leave.try_run(());
                }
                self.services.queries.invalidate();
                self.check_success(&draft, &*write, &before).await;
            }
            Attempt::Sent { result: Err(failure), before } => {
                let stage = Stage::failed(failure);
                log.end(&stage);
                self.sent.set_value(Some((Arc::new((write.clone(), before.clone())), log)));
                let shown = self.shows(&stage);
                // Also after a refusal: stale data may be its reason.
                self.services.queries.invalidate();
                if stage.is_comparing() {
                    self.compare(&draft, stage, &*write, &before, shown, log).await;
                } else if !shown {
                    self.notify_later(&draft, &stage);
                }
            }
        }
    }

    /// Compares with the state before, and shows the result. `shown`: the dialog has shown the
    /// failure.
    async fn compare(
        self,
        draft: &Draft,
        stage: Stage,
        write: &dyn AnyWrite,
        before: &Before,
        shown: bool,
        log: Log,
    ) {
        let locks = self.services.session.dropped();
        let comparison = compare(self.services.client, write, before).await;
        let stage = stage.compared(comparison);
        log.end(&stage);
        // A lock closed the dialog before its text could be read.
        let locked = self.services.session.dropped() != locks;
        let news = !shown || locked || stage.is_to_be_kept();
        if !self.shows(&stage) && news && before.may_be_reported(self.services.client) {
            self.notify_later(draft, &stage);
        }
    }

    /// Shows a stage in the dialog. Returns false if the dialog was closed.
    fn shows(self, stage: &Stage) -> bool {
        let here = !self.stage.is_disposed();
        if here {
            self.stage.set(stage.clone());
        }
        here
    }

    /// Reports the outcome in a notice.
    fn notify_later(self, draft: &Draft, stage: &Stage) {
        self.services.notices.warn(said_later(draft.title, stage, self.t));
    }

    /// Compares after a success. Browsers repeat requests by themselves: there may be several
    /// copies.
    async fn check_success(self, draft: &Draft, write: &dyn AnyWrite, before: &Before) {
        let (notices, t) = (self.services.notices, self.t);
        let comparison = compare_success(self.services.client, write, before).await;
        if !before.may_be_reported(self.services.client) {
            return;
        }
        let (action, subject) = (draft.action().label(t), draft.subject(t));
        let lines =
            |new: Vec<&Change>| new.into_iter().map(|change| change.words(t)).collect::<Vec<_>>().join("\n");
        match (&comparison, comparison.new_items(write.makes())) {
            (Comparison::Unchanged, _) => {
                notices.pass((t.writes.accepted_unchanged)(action, &subject));
            }
            (_, NewItems::AsExpected) => {}
            (_, NewItems::Several(new)) => notices.set(Some(lines(new))),
            (_, NewItems::Surplus(new)) => notices.warn(format!("{}\n{}", t.writes.surplus, lines(new))),
            (_, NewItems::Unknown) => notices.warn((t.writes.surplus_unread)(action, &subject)),
        }
    }

    /// Notes that a write is about to be sent.
    fn begin(self, draft: &Draft, unsigned: &UnsignedRequest) -> u32 {
        self.services.changes.begin(NewChange {
            action: draft.action(),
            subject: draft.subject(self.t),
            target: draft.proposal.write("").target(),
            reason: reason_in(unsigned),
        })
    }

    /// Message of the service about a write that took effect.
    fn message(self, receipt: &Receipt) -> String {
        match receipt {
            Receipt::Message(message) if has_visible(message) => line(message).words(self.t),
            Receipt::Message(_) => String::new(),
            Receipt::Applied(numbers) => (self.t.forms.applied)(&line(&numbers.join(", ")).words(self.t)),
        }
    }

    fn cancel(self) {
        // A request in flight can't be undone; the dialog waits for its outcome.
        if !self.stage.with_untracked(Stage::is_sending) {
            self.close.run(());
        }
    }

    /// Compares once more.
    fn compare_again(self) {
        let Some((sent, log)) = self.sent.get_value() else { return };
        let stage = self.stage.get_untracked();
        self.stage.set(stage.clone().compared(Comparison::Reading));
        let draft = self.draft.get_value();
        spawn_local(async move {
            let (write, before) = &*sent;
            self.compare(&draft, stage, &**write, before, true, log).await;
        });
    }

    /// Another attempt is another request, with a confirmation of its own.
    fn send_again(self) {
        self.typed_name.set(String::new());
        self.stage.set(self.stage.get_untracked().again());
    }
}

/// The dialog. `close` closes it.
pub fn confirmation(draft: Draft, close: Callback<()>) -> AnyView {
    let t = texts();
    let confirmation = draft.typed_confirmation();
    let Draft { title, lead, facts, input, proposal, notice, .. } = draft.clone();
    let this = Confirmation::new(draft, close);
    let Confirmation { stage, typed, .. } = this;
    let request = this.key.with_value(|key| Request::new(proposal, key, typed));
    // A lock closes the dialog: an unknown outcome is then reported in a notice. A running
    // comparison reports its own result.
    on_cleanup(move || {
        if this.services.session.is_locked()
            && let Some(stage) = stage.try_with_untracked(Clone::clone)
            && stage.is_to_be_kept()
            && !stage.is_comparing()
        {
            this.services.notices.warn(said_later(title, &stage, t));
        }
    });
    let submit = {
        let request = request.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            this.submit(&request);
        }
    };
    let submit_by_key = {
        let request = request.clone();
        move |event: leptos::ev::KeyboardEvent| {
            if is_send_chord(&event) {
                event.prevent_default();
                this.submit(&request);
            }
        }
    };
    let failure = Signal::derive(move || stage.with(|stage| stage.failure().cloned()));
    let notice = notice.map(|notice| {
        (move || typed.with(|typed| notice(typed, t)).map(|note| warning(note.text))).into_any()
    });
    let cancel = Callback::new(move |()| this.cancel());
    // What is to be typed has the focus first; without that, what sends nothing has it.
    let is_typed = input.is_some() || confirmation.is_some();
    let initial_focus = Some(if is_typed { FIELD } else { CANCEL });
    view! {
        <Dialog title=title(t) on_cancel=cancel initial_focus=initial_focus>
            <form on:submit=submit on:keydown=submit_by_key novalidate>
                <p>{lead(t)}</p>
                {result(this, failure)}
                {facts_view(&facts)}
                {input.map(|input| input_field(input, typed, this.tried))}
                {notice}
                {confirmation.map(|wanted| name_field(&wanted, this.typed_name))}
                <Show when=move || !stage.with(Stage::is_over)>{request_view(&request)}</Show>
                {buttons(this)}
            </form>
        </Dialog>
    }
    .into_any()
}

/// What became of the write, above the facts, which may be long. It gets the focus: the button that had
/// it may be gone.
fn result(this: Confirmation, failure: Signal<Option<Failure>>) -> AnyView {
    let stage = this.stage;
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |had_result: Option<bool>| {
        let has_result = stage.with(|stage| !matches!(stage, Stage::Confirm | Stage::Sending));
        if has_result && had_result == Some(false) {
            request_animation_frame(move || {
                if let Some(place) = place.try_get_untracked().flatten() {
                    let _ = place.focus();
                }
            });
        }
        has_result
    });
    view! {
        <div class="write-result" tabindex="-1" node_ref=place>
            {outcome(
                stage,
                Callback::new(move |()| this.compare_again()),
                Callback::new(move |()| this.send_again()),
            )}
            <FailureAlert failure=failure />
        </div>
    }
    .into_any()
}

fn buttons(this: Confirmation) -> AnyView {
    let Confirmation { stage, t, .. } = this;
    let over = move || stage.with(Stage::is_over);
    let sending = Signal::derive(move || Availability::busy_if(stage.with(Stage::is_sending)));
    let availability = Signal::derive(move || {
        Availability::busy_if(stage.with(Stage::is_busy))
            .and(|| Availability::disabled_by(this.unconfirmed()))
    });
    let cancel_label = Signal::derive(move || if over() { t.close } else { t.cancel }.to_owned());
    let action = this.draft.with_value(Draft::action);
    let danger =
        Memo::new(move |_| this.typed.with(|typed| this.draft.with_value(|draft| draft.is_danger(typed, t))));
    let send_label = Signal::derive(move || {
        if stage.with(Stage::is_sending) { t.sending } else { action.label(t) }.to_owned()
    });
    let cancel = Callback::new(move |()| this.cancel());
    let send = move || {
        let variant = if danger.get() { ButtonVariant::Danger } else { ButtonVariant::Primary };
        view! { <Button label=send_label variant=variant availability=availability submits=true /> }
    };
    view! {
        <div class="dialog-actions">
            <Button label=cancel_label availability=sending on_press=cancel />
            <Show when=move || !over()>{send}</Show>
        </div>
    }
    .into_any()
}

fn name_field(wanted: &TypedConfirmation, typed: RwSignal<String>) -> AnyView {
    let on_input = Callback::new(move |text| typed.set(text));
    let label = wanted.label(texts());
    view! { <TextField id="confirm-name" label=label value=typed on_input=on_input /> }.into_any()
}

/// Notice about a write that ended after its dialog was closed.
fn said_later(title: Text, stage: &Stage, t: &'static Texts) -> String {
    let advice = match stage {
        Stage::TookEffect(..) => t.writes.took_effect_advice,
        _ => "",
    };
    joined(&[title(t).to_owned(), words(stage, t), advice.to_owned()])
}
