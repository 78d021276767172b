//! Whether a relay does what it has to: asked for by a button, said line by line.

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
use crate::gateway::{Abort, Observed, Verdict, findings};
use crate::locale::{self, Texts, properties, said, texts};
use crate::untrusted::{line, sentence};

/// No status is called so: nothing is found.
const EASILY_CHANGED: &str = "한글 a+b//c%2F&=~";

/// What was found: how many lines need a fix, and the lines; none while it is being found.
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

/// The checks of one page, one at a time.
#[derive(Clone, Copy)]
pub struct Check {
    console: Console,
    found: RwSignal<Found>,
    abort: StoredValue<SendWrapper<Abort>>,
}

impl Check {
    /// None yet. What is under way ends with the page: forgotten keys sign nothing more.
    pub fn new(console: Console) -> Self {
        // `on_cleanup` wants what could change threads; there is one here.
        let abort = StoredValue::new(SendWrapper::new(Abort::new()));
        on_cleanup(move || {
            abort.try_with_value(|abort| abort.abort());
        });
        Self { console, found: RwSignal::new(Found::default()), abort }
    }

    /// Checks a connection, unless one is being checked.
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
        let page = Origin::of_page();
        let hops = page.and_then(|page| Hops::new(page, &connection.relay, &connection.gateway));
        // A connection has a relay and a gateway that were read.
        let Some(hops) = hops else { return self.found.set(Found::default()) };
        let seen = Observed { hops: &hops, plain, query, behind: untrack(|| client.clock().behind()) };
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

    /// What was found. Only how much is read out: the lines can be read in peace.
    pub fn view(self) -> AnyView {
        let t = texts();
        let summary = move || sentence(&self.found.with(|found| found.summary.clone())).view();
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
            <p role="status">{summary}</p>
            {list}
        }
        .into_any()
    }
}

/// A read whose query does not survive a relay that decodes, tidies up or cuts.
fn with_query(frame_no: Option<Id>) -> GetImportApplyList {
    GetImportApplyList {
        // If there is none, the service says so: by then the gateway has let the query pass.
        frame_no: frame_no.unwrap_or_else(|| Id::from(1)),
        box_no: None,
        apply_start: None,
        apply_end: None,
        status: Some(ImportStatus::Other(EASILY_CHANGED.into())),
        page: Some(Page { number: 1, size: 1 }),
    }
}
