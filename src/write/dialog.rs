//! The dialog that shows a write and asks for its confirmation.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::attempt::{Attempt, Before, Comparison, attempt, compare};
use super::input::input_field;
use super::operation::{AnyWrite, Makes, Receipt};
use super::outcome::outcome;
use super::request::{Ready, Request, Unready, request_view};
use super::snapshot::Change;
use super::stage::Stage;
use super::{Draft, DraftKey, Fact, FactValue, Input, TypedConfirmation};
use crate::components::{self, Button, Dialog, FailureAlert, TextField, warning};
use crate::console::Console;
use crate::gateway::Failure;
use crate::locale::{Text, Texts, explain, texts};
use crate::untrusted::{has_visible, line, lines};

/// The dialog over `draft`; nothing while there is none.
#[component]
pub fn WriteDialog(
    /// The write that waits for its confirmation, if any.
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

/// What was sent, and how it was before.
type Sent = Arc<(Arc<dyn AnyWrite>, Before)>;

/// A confirmation under way.
#[derive(Clone, Copy)]
struct Confirmation {
    console: Console,
    t: &'static Texts,
    draft: StoredValue<Draft>,
    key: StoredValue<DraftKey>,
    stage: RwSignal<Stage>,
    /// What the input holds.
    typed: RwSignal<String>,
    /// What was typed to confirm.
    typed_name: RwSignal<String>,
    /// Whether sending was tried.
    tried: RwSignal<bool>,
    /// The last attempt.
    sent: StoredValue<Option<Sent>>,
    close: Callback<()>,
}

impl Confirmation {
    fn new(draft: Draft, close: Callback<()>) -> Self {
        let console = Console::here();
        let key = DraftKey::of([&draft.proposal]);
        // A reason outlives the dialog; a size is typed again.
        let typed = match draft.input {
            Some(Input::Reason(_)) => console.drafts.reason(&key),
            Some(Input::Size(_)) | None => RwSignal::new(String::new()),
        };
        Self {
            console,
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

    /// Why it can't be sent although nothing is under way; tracked.
    fn unconfirmed(self) -> Option<String> {
        let wanted = self.draft.with_value(|draft| draft.confirmation.clone())?;
        let right = self.typed_name.with(|typed| wanted.is(typed));
        (!right).then(|| self.t.actions.name_differs.to_owned())
    }

    /// Sends the request, if it is confirmed and complete. The guard is here and not only on the
    /// button: Enter and a double click are as fast.
    fn submit(self, request: &Request) {
        let Some(sending) = self.stage.with_untracked(Stage::confirmed) else { return };
        if untrack(|| self.unconfirmed()).is_some() {
            return;
        }
        self.tried.set(true);
        match untrack(|| request.ready()) {
            Ok(ready) => {
                self.stage.set(sending);
                spawn_local(self.send(ready));
            }
            Err(Unready::Limits(violations)) => {
                // The field says what is wrong with it.
                let said = self.draft.with_value(|draft| draft.input.is_some());
                if !said {
                    self.stage.set(Stage::failed(Failure::Invalid(violations)));
                }
            }
            // The editor says what is wrong.
            Err(Unready::Edit(_) | Unready::OtherTarget(_)) => {}
        }
    }

    async fn send(self, Ready { write, unsigned }: Ready) {
        // Kept here: what is stored goes away with the page.
        let (draft, key, close) = (self.draft.get_value(), self.key.get_value(), self.close);
        let client = self.console.client;
        let attempt = attempt(client, &*write, &unsigned, draft.proposal.guard()).await;
        match attempt {
            Attempt::NotSent(reason) => {
                self.ends(&draft, Stage::NotSent(reason));
                self.console.queries.invalidate();
            }
            // Nobody is left whom it concerns.
            Attempt::Sent { before, .. } if before.is_of_another(client) => {}
            Attempt::Sent { result: Ok(receipt), before } => {
                self.console.drafts.forget_confirmation(&key);
                self.console.notices.set(Some(self.sentence(&receipt, &draft)));
                // Neither is there any more if the page was left meanwhile.
                close.try_run(());
                if let Some(done) = draft.done {
                    done.try_run(());
                }
                self.console.queries.invalidate();
                self.check_success(&*write, &before).await;
            }
            Attempt::Sent { result: Err(failure), before } => {
                let stage = Stage::failed(failure);
                let compares = matches!(stage, Stage::Checking(_) | Stage::Unknown(..));
                self.sent.set_value(Some(Arc::new((write.clone(), before.clone()))));
                self.ends(&draft, stage.clone());
                // Also after a refusal: what was shown may be why.
                self.console.queries.invalidate();
                if compares {
                    self.compare(&draft, stage, &*write, &before).await;
                }
            }
        }
    }

    /// Compares with the state before, and says what follows.
    async fn compare(self, draft: &Draft, stage: Stage, write: &dyn AnyWrite, before: &Before) {
        let comparison = compare(self.console.client, write, before).await;
        let changed = matches!(comparison, Comparison::Changed(_));
        let stage = stage.compared(comparison);
        if !self.stage.is_disposed() {
            self.stage.set(stage);
        } else if changed && !before.is_of_another(self.console.client) {
            self.ends(draft, stage);
        }
    }

    /// Says how it ended: in the dialog, or in a notice if the dialog was left.
    fn ends(self, draft: &Draft, stage: Stage) {
        if self.stage.is_disposed() {
            self.console.notices.warn(said_later(draft.title, &stage, self.t));
        } else {
            self.stage.set(stage);
        }
    }

    /// Looks at what a success did. Browsers repeat requests by themselves: it may be one of
    /// several copies.
    async fn check_success(self, write: &dyn AnyWrite, before: &Before) {
        let (notices, t) = (self.console.notices, self.t);
        let comparison = compare(self.console.client, write, before).await;
        if before.is_of_another(self.console.client) {
            return;
        }
        let lines = |new: Vec<&Change>| new.into_iter().map(|change| change.words(t)).collect::<Vec<_>>();
        match (&comparison, comparison.surplus(write.makes())) {
            (Comparison::Unchanged, _) => notices.warn(t.writes.accepted_unchanged.to_owned()),
            (Comparison::Changed(_), Ok(new)) if new.is_empty() => {}
            (Comparison::Changed(_), Ok(new)) => {
                notices.warn(format!("{}\n{}", t.writes.surplus, lines(new).join("\n")));
            }
            (Comparison::Changed(_), Err(new)) => notices.set(Some(lines(new).join("\n"))),
            _ if write.makes() == Makes::Nothing => {}
            _ => notices.warn(t.writes.surplus_unread.to_owned()),
        }
    }

    /// What is said about a write that took effect.
    fn sentence(self, receipt: &Receipt, draft: &Draft) -> String {
        match receipt {
            Receipt::Message(message) if has_visible(message) => line(message).words(self.t),
            Receipt::Message(_) => (self.t.writes.accepted)((draft.action)(self.t), &draft.subject(self.t)),
            Receipt::Applied(numbers) => (self.t.forms.applied)(&line(&numbers.join(", ")).words(self.t)),
        }
    }

    fn cancel(self) {
        // A request under way can't be taken back; its outcome is waited for.
        if !self.stage.with_untracked(Stage::is_sending) {
            self.close.run(());
        }
    }

    /// Compares once more.
    fn compare_again(self) {
        let Some(sent) = self.sent.get_value() else { return };
        let stage = self.stage.get_untracked();
        self.stage.set(stage.clone().compared(Comparison::Reading));
        let draft = self.draft.get_value();
        spawn_local(async move {
            let (write, before) = &*sent;
            self.compare(&draft, stage, &**write, before).await;
        });
    }

    /// Another attempt is another request: it is confirmed again from the beginning.
    fn send_again(self) {
        self.typed_name.set(String::new());
        self.stage.set(self.stage.get_untracked().again());
    }
}

/// The dialog itself; `close` ends it.
pub fn confirmation(draft: Draft, close: Callback<()>) -> AnyView {
    let t = texts();
    let Draft { title, lead, facts, input, confirmation, proposal, notice, .. } = draft.clone();
    let this = Confirmation::new(draft, close);
    let Confirmation { stage, typed, .. } = this;
    let request = this.key.with_value(|key| Request::new(proposal, key, typed));
    // A lock takes the dialog away: what may have taken effect is still to be seen behind it.
    on_cleanup(move || {
        if this.console.session.current().is_none()
            && let Some(stage) = stage.try_with_untracked(Clone::clone)
            && stage.is_to_be_kept()
        {
            this.console.notices.warn(said_later(title, &stage, t));
        }
    });
    let submit = {
        let request = request.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            this.submit(&request);
        }
    };
    let failure = Signal::derive(move || stage.with(|stage| stage.failure().cloned()));
    let notice = notice.map(|notice| (move || typed.with(|typed| notice(typed, t)).map(warning)).into_any());
    let cancel = Callback::new(move |()| this.cancel());
    view! {
        <Dialog title=title(t) on_cancel=cancel>
            <form on:submit=submit novalidate>
                <p>{lead(t)}</p>
                {facts_view(&facts)}
                {input.map(|input| input_field(input, typed, this.tried))}
                {notice}
                {confirmation.map(|wanted| name_field(&wanted, this.typed_name))}
                <Show when=move || !stage.with(Stage::is_over)>{request_view(&request)}</Show>
                {outcome(
                    stage,
                    Callback::new(move |()| this.compare_again()),
                    Callback::new(move |()| this.send_again()),
                )}
                <FailureAlert failure=failure />
                {buttons(this)}
            </form>
        </Dialog>
    }
    .into_any()
}

fn buttons(this: Confirmation) -> AnyView {
    let Confirmation { stage, t, .. } = this;
    let over = move || stage.with(Stage::is_over);
    let sending = Signal::derive(move || stage.with(Stage::is_sending).then(String::new));
    let blocked =
        Signal::derive(move || stage.with(Stage::is_busy).then(String::new).or_else(|| this.unconfirmed()));
    let cancel_label = Signal::derive(move || if over() { t.close } else { t.cancel }.to_owned());
    let send_label = Signal::derive(move || {
        if stage.with(Stage::is_sending) { t.sending } else { t.send_request }.to_owned()
    });
    let cancel = Callback::new(move |()| this.cancel());
    let send = move || {
        view! { <Button label=send_label look=components::Look::Primary blocked=blocked submits=true /> }
            .into_any()
    };
    view! {
        <div class="dialog-actions">
            <Button label=cancel_label blocked=sending on_press=cancel />
            <Show when=move || !over()>{send()}</Show>
        </div>
    }
    .into_any()
}

/// What a write is about.
pub(super) fn facts_view(facts: &[Fact]) -> AnyView {
    let t = texts();
    if facts.is_empty() {
        return ().into_any();
    }
    let value = |value: &FactValue| match value {
        FactValue::Line(text) | FactValue::Lines(text) if text.is_empty() => {
            view! { <span class="none">{t.no_text}</span> }.into_any()
        }
        FactValue::Line(text) => line(text).view(),
        FactValue::Lines(text) => lines(text).view(),
        FactValue::List(texts) => {
            let items: Vec<AnyView> =
                texts.iter().map(|text| view! { <li>{line(text)}</li> }.into_any()).collect();
            view! { <ul class="fact-list">{items}</ul> }.into_any()
        }
    };
    let facts: Vec<AnyView> = facts
        .iter()
        .map(|fact| view! { <div><dt>{(fact.label)(t)}</dt><dd>{value(&fact.value)}</dd></div> }.into_any())
        .collect();
    view! { <dl class="details">{facts}</dl> }.into_any()
}

fn name_field(wanted: &TypedConfirmation, typed: RwSignal<String>) -> AnyView {
    let on_input = Callback::new(move |text| typed.set(text));
    let label = wanted.label(texts());
    view! { <TextField id="confirm-name" label=label value=typed on_input=on_input /> }.into_any()
}

/// What is said about a write that ended after its dialog was left.
fn said_later(title: Text, stage: &Stage, t: &'static Texts) -> String {
    let what = match stage {
        Stage::NotSent(super::guard::NotSent::Changed(_)) => t.trust.changed,
        Stage::NotSent(super::guard::NotSent::Unread(_)) => t.trust.unread,
        Stage::TookEffect(..) => t.writes.took_effect_advice,
        Stage::Unknown(..) => t.outcome_unknown,
        Stage::Confirm | Stage::Sending | Stage::Checking(_) | Stage::Refused { .. } => "",
    };
    let changes = match stage {
        Stage::TookEffect(_, changes) | Stage::Unknown(_, Comparison::Changed(changes)) => changes.as_slice(),
        _ => &[],
    };
    let mut parts = vec![title(t).to_owned(), what.to_owned()];
    if let Some(failure) = stage.failure() {
        let explained = explain(failure, t);
        parts.extend([explained.title, line(&explained.facts).words(t)]);
    }
    parts.extend(changes.iter().map(|change| change.words(t)));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}
