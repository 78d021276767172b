//! The comparison of this account's answers with the API reference: asked for, run, stopped, saved.

use std::sync::{Arc, Weak};

use databoxframe::UnsignedRequest;
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;

use super::report;
use crate::components::{Button, ButtonVariant, Dialog};
use crate::conformance::{MAX_REQUESTS, Report, Response, RunProgress, SAMPLES, Transport, run};
use crate::connection::Connection;
use crate::console::Console;
use crate::gateway::{Abort, Client};
use crate::locale::{summary, texts};
use databoxframe_ui::download::{self, save};

/// Where a comparison stands.
#[derive(Clone, Default)]
enum Stage {
    /// There is none.
    #[default]
    Idle,
    /// The person is asked before anything is sent.
    Asking,
    /// Requests are being sent.
    Running(RunProgress),
    /// It ended or was stopped.
    Done(Arc<Report>),
}

/// Sends the requests of a comparison with one connection.
struct Sender {
    client: Client,
    connection: Weak<Connection>,
    stop: SendWrapper<Abort>,
}

impl Transport for Sender {
    async fn send(&self, request: &UnsignedRequest) -> Response {
        let trial = self.client.read_json(&self.connection, request, &self.stop).await;
        Response { dated: trial.meta.dated, result: trial.result }
    }
}

/// The comparison of one page. What is under way ends with the page.
#[derive(Clone, Copy)]
struct ComparisonRun {
    client: Client,
    stage: RwSignal<Stage>,
    stop: StoredValue<SendWrapper<Abort>>,
}

impl ComparisonRun {
    fn new(client: Client) -> Self {
        // `on_cleanup` wants what could change threads; there is one here.
        let stop = StoredValue::new(SendWrapper::new(Abort::new()));
        on_cleanup(move || {
            stop.try_with_value(|stop| stop.abort());
        });
        Self { client, stage: RwSignal::new(Stage::Idle), stop }
    }

    fn is_running(self) -> bool {
        self.stage.with(|stage| matches!(stage, Stage::Running(_)))
    }

    /// Asks, or stops what is running: one button, so that the focus stays.
    fn press(self) {
        if untrack(|| self.is_running()) {
            self.stop.with_value(|stop| stop.abort());
        } else {
            self.stage.set(Stage::Asking);
        }
    }

    fn start(self) {
        let stop = SendWrapper::new(Abort::new());
        self.stop.set_value(stop.clone());
        self.stage.set(Stage::Running(RunProgress::default()));
        let sender = Sender { client: self.client, connection: self.client.connection(), stop };
        spawn_local(async move {
            // The page may be gone meanwhile.
            let progress = |progress| drop(self.stage.try_set(Stage::Running(progress)));
            let report = run(&sender, progress).await;
            self.stage.try_set(Stage::Done(Arc::new(report)));
        });
    }
}

/// The button, the question, the progress and the report.
#[component]
pub fn Comparison() -> impl IntoView {
    let t = texts();
    let state = ComparisonRun::new(Console::expect().client);
    let label = move || if state.is_running() { t.compare.stop } else { t.compare.compare };
    let press = Callback::new(move |()| state.press());
    let asking = move || state.stage.with(|stage| matches!(stage, Stage::Asking));
    let said = move || {
        state.stage.with(|stage| match stage {
            Stage::Idle | Stage::Asking => String::new(),
            Stage::Running(_) => t.compare.comparing.to_owned(),
            Stage::Done(report) => summary(report, t),
        })
    };
    let shown = move || match state.stage.get() {
        Stage::Idle | Stage::Asking => ().into_any(),
        Stage::Running(RunProgress { sent }) => progress_view(sent),
        Stage::Done(report) => done_view(report),
    };
    view! {
        <p class="hint">{t.compare.hint}</p>
        <Button label=Signal::derive(move || label().to_owned()) on_press=press />
        <Show when=asking>{question(state)}</Show>
        <p role="status">{said}</p>
        {shown}
    }
}

/// What will be sent, before it is.
fn question(state: ComparisonRun) -> AnyView {
    let t = texts();
    let cancel = Callback::new(move |()| state.stage.set(Stage::Idle));
    let start = Callback::new(move |()| state.start());
    view! {
        <Dialog title=t.compare.title on_cancel=cancel>
            <p>{(t.compare.requests)(MAX_REQUESTS, SAMPLES)}</p>
            <p>{t.compare.privacy}</p>
            <div class="dialog-actions">
                <Button label=t.cancel on_press=cancel />
                <Button label=t.compare.start variant=ButtonVariant::Primary on_press=start />
            </div>
        </Dialog>
    }
    .into_any()
}

/// How many requests were sent. Not announced: only the beginning and the end are.
fn progress_view(sent: usize) -> AnyView {
    let text = (texts().compare.progress)(sent, MAX_REQUESTS);
    view! {
        <progress aria-label=text.clone() max=MAX_REQUESTS.to_string() value=sent.to_string()></progress>
        <p class="hint">{text.clone()}</p>
    }
    .into_any()
}

/// The report, and how to save it.
fn done_view(found: Arc<Report>) -> AnyView {
    let t = texts();
    let failed = RwSignal::new(false);
    let saving = |make: fn(&Report, &str) -> String, extension: &'static str, file_type: &'static str| {
        let found = found.clone();
        Callback::new(move |()| {
            let date = download::today();
            let name = format!("databoxframe-api-comparison-{date}.{extension}");
            failed.set(save(&name, file_type, &make(&found, &date)).is_err());
        })
    };
    let save_json = saving(report::json, "json", "application/json");
    let save_markdown = saving(report::markdown, "md", "text/markdown");
    let problem = move || failed.get().then(|| view! { <p role="alert">{t.compare.not_saved}</p> });
    view! {
        <div class="page-actions">
            <Button label=t.compare.save_json on_press=save_json />
            <Button label=t.compare.save_markdown on_press=save_markdown />
        </div>
        {problem}
        <p class="hint">{t.compare.left_out}</p>
        {report::view(&found)}
    }
    .into_any()
}
