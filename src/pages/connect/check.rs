//! The connection check: started by a button, with one line for each property.

use std::sync::Arc;

use databoxframe::code::ImportStatus;
use databoxframe::frame::GetDataBoxFrameList;
use databoxframe::import::GetImportApplyList;
use databoxframe::{Id, Page};
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;

use crate::components::{Availability, Button, Tone, badge};
use crate::connection::{Connection, Hops, Origin};
use crate::console::Console;
use crate::gateway::{Abort, CheckResults, Verdict, findings};
use crate::locale::{self, Texts, properties, said, texts};
use crate::untrusted::{line, sentence};

/// A status that no request has: no results.
const EASILY_CHANGED: &str = "한글 a+b//c%2F&=~";

/// Results: number of problems, and the lines; `None` while the check runs.
#[derive(Default)]
struct Found {
    summary: String,
    lines: Vec<(Verdict, String)>,
}

impl Found {
    fn awaited(&self) -> bool {
        self.lines.is_empty() && !self.summary.is_empty()
    }
}

/// The connection check of a page. One check at a time.
#[derive(Clone, Copy)]
pub struct Check {
    console: Console,
    found: RwSignal<Found>,
    abort: StoredValue<SendWrapper<Abort>>,
}

impl Check {
    /// No check yet. A running check ends with the page: dropped keys sign nothing more.
    pub fn new(console: Console) -> Self {
        // `on_cleanup` requires Send; there is one thread.
        let abort = StoredValue::new(SendWrapper::new(Abort::new()));
        on_cleanup(move || {
            abort.try_with_value(|abort| abort.abort());
        });
        Self { console, found: RwSignal::new(Found::default()), abort }
    }

    /// Checks a connection, unless a check is running.
    pub fn begin(self, connection: Arc<Connection>) {
        if self.found.with_untracked(Found::awaited) {
            return;
        }
        let abort = self.abort.get_value();
        let t = self.console.preferences.locale.get_untracked().texts();
        self.found.set(Found { summary: t.check.checking.to_owned(), lines: Vec::new() });
        spawn_local(self.look(connection, abort, t));
    }

    async fn look(self, connection: Arc<Connection>, abort: SendWrapper<Abort>, t: &'static Texts) {
        let client = self.console.client;
        let mut frame_no = None;
        let plain = client.try_read(&connection, &GetDataBoxFrameList::default(), &abort).await;
        let plain = plain.map(|list| frame_no = list.content.into_iter().next().map(|frame| frame.frame_no));
        let query = if plain.result.is_ok() && !abort.is_aborted() {
            Some(client.try_read(&connection, &with_query(frame_no), &abort).await.map(drop))
        } else {
            None
        };
        // The page is gone.
        if abort.is_aborted() {
            return;
        }
        let page = Origin::of_page();
        let hops = page.and_then(|page| Hops::new(page, &connection.relay, &connection.gateway));
        // The relay and gateway of a connection were parsed before.
        let Some(hops) = hops else { return self.found.set(Found::default()) };
        let seen = CheckResults { hops: &hops, plain, query, behind: untrack(|| client.clock().behind()) };
        let found = findings(&seen);
        let to_fix = found.iter().filter(|(verdict, _)| *verdict == Verdict::NeedsFix).count();
        let lines = found.iter().map(|(verdict, sentence)| (*verdict, said(&seen, *sentence, t))).collect();
        let relay = line(connection.relay.as_str()).words(t);
        self.found.set(Found { summary: (t.check.summary)(&relay, to_fix), lines });
    }

    /// The button.
    pub fn button(self, on_press: Callback<()>) -> AnyView {
        let availability = Signal::derive(move || Availability::busy_if(self.found.with(Found::awaited)));
        view! { <Button label=texts().check.check availability=availability on_press=on_press /> }.into_any()
    }

    /// The results. Screen readers read out only the summary.
    pub fn view(self) -> AnyView {
        let t = texts();
        let summary = move || {
            let summary = self.found.with(|found| found.summary.clone());
            (!summary.is_empty()).then(|| view! { <p>{sentence(&summary).view()}</p> })
        };
        let line = |(name, (verdict, said)): (&'static str, &(Verdict, String))| -> AnyView {
            let tone = match verdict {
                Verdict::Good => Tone::Good,
                Verdict::NeedsFix => Tone::Bad,
                Verdict::Judge => Tone::Attention,
                Verdict::Unchecked => Tone::Quiet,
            };
            let badge = badge(tone, locale::verdict(*verdict, t).to_owned(), String::new());
            view! { <li>{badge}" "<strong>{name}</strong><p>{sentence(said)}</p></li> }.into_any()
        };
        let list = move || {
            self.found.with(|found| {
                if found.lines.is_empty() {
                    return ().into_any();
                }
                let lines: Vec<AnyView> = properties(t).into_iter().zip(&found.lines).map(line).collect();
                view! { <ul class="findings" aria-label=t.check.title>{lines}</ul> }.into_any()
            })
        };
        view! {
            <div class="live" role="status">{summary}</div>
            {list}
        }
        .into_any()
    }
}

/// A read whose query does not survive a relay that decodes, normalises or cuts it.
fn with_query(frame_no: Option<Id>) -> GetImportApplyList {
    GetImportApplyList {
        // Without such a box the service answers with an error: the gateway has accepted the query
        // by then.
        frame_no: frame_no.unwrap_or_else(|| Id::from(1)),
        box_no: None,
        apply_start: None,
        apply_end: None,
        status: Some(ImportStatus::Other(EASILY_CHANGED.into())),
        page: Some(Page { number: 1, size: 1 }),
    }
}
