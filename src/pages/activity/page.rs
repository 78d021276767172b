//! `/activity`: every request since the page was opened.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::changes::Changes;
use super::filter::{Ended, Filter, MINUTES};
use super::groups::{Group, groups};
use super::har::Archive;
use super::row::row;
use crate::components::{Availability, Button, ButtonVariant, Choice, PageHeader, SearchField, Select};
use crate::console::Console;
use crate::gateway::{ANSWERS_KEPT, Activity, MAX_RECORDS, Outcome};
use crate::locale::{Texts, explain, older_requests, texts};
use crate::pages::time;
use databoxframe_ui::download::{file_name, now, save};
use databoxframe_ui::url::UrlState;

/// Number of older rows that the button adds.
const BATCH: usize = 100;
/// The console's version.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Parameters of the URL.
const OUTCOME: &str = "outcome";
const OPERATION: &str = "operation";
const TIME: &str = "minutes";
const SEARCH: &str = "q";
const EACH: &str = "each";

/// The record of requests and what is shown of it.
#[derive(Clone, Copy)]
struct Shown {
    activity: Activity,
    url: UrlState,
    groups: Memo<Vec<Group>>,
}

impl Shown {
    fn new(activity: Activity) -> Self {
        let (url, now) = (UrlState::here(), time::each_minute());
        let filter = Memo::new(move |_| Filter {
            outcome: url.get(OUTCOME),
            operation: url.get(OPERATION),
            since: url.get(TIME).parse::<u32>().ok().map(|minutes| now.get() - f64::from(minutes) * 60_000.0),
            search: url.get(SEARCH),
        });
        let each = Memo::new(move |_| !url.get(EACH).is_empty());
        let records = activity.records();
        let groups = Memo::new(move |_| {
            filter.with(|filter| records.with(|records| groups(records, filter, each.get())))
        });
        Self { activity, url, groups }
    }

    fn is_filtered(self) -> bool {
        [OUTCOME, OPERATION, TIME, SEARCH].into_iter().any(|name| !self.url.get(name).is_empty())
    }

    fn choose(self, name: &'static str) -> Callback<String> {
        Callback::new(move |value: String| self.url.set(vec![(name.to_owned(), value)]))
    }

    fn clear(self) {
        let names = [OUTCOME, OPERATION, TIME, SEARCH];
        self.url.set(names.into_iter().map(|name| (name.to_owned(), String::new())).collect());
    }

    /// Number of requests that are shown, and of all.
    fn counts(self) -> (usize, usize) {
        let shown = self.groups.with(|groups| groups.iter().map(|group| group.records().len()).sum());
        (shown, self.activity.records().with(Vec::len))
    }
}

/// The record of requests, newest first.
#[component]
pub fn ActivityPage() -> impl IntoView {
    let t = texts();
    let shown = Shown::new(Console::expect().client.activity());
    view! {
        <PageHeader title=t.activity />
        <Changes />
        <section class="table-section">
            <h2>{t.changes.all_requests}</h2>
            <p class="hint">{(t.lists.activity_lead)(MAX_RECORDS, ANSWERS_KEPT)}</p>
            {toolbar(shown, t)}
            {table(shown, t)}
        </section>
    }
}

fn toolbar(shown: Shown, t: &'static Texts) -> AnyView {
    let url = shown.url;
    let filter = |label: &'static str, name: &'static str, choices: Signal<Vec<Choice>>| {
        let value = Signal::derive(move || url.get(name));
        view! { <Select label=label value=value choices=choices on_change=shown.choose(name) inline=true /> }
    };
    let search = Signal::derive(move || url.get(SEARCH));
    let type_search = Callback::new(move |text| url.type_in(vec![(SEARCH.to_owned(), text)]));
    let settle = Callback::new(move |()| url.settle());
    let toggle = move |_event| {
        let each = if url.get(EACH).is_empty() { "1" } else { "" };
        url.set(vec![(EACH.to_owned(), each.to_owned())]);
    };
    let clear = Callback::new(move |()| shown.clear());
    view! {
        <div class="toolbar">
            <SearchField label=t.search value=search on_input=type_search on_blur=settle />
            {filter(t.outcome, OUTCOME, outcomes(t))}
            {filter(t.operation, OPERATION, operations(shown, t))}
            {filter(t.time, TIME, times(t))}
            <label class="filter">
                <input type="checkbox" prop:checked=move || url.get(EACH).is_empty() on:change=toggle />
                <span>{t.log.grouped}</span>
            </label>
            <Show when=move || shown.is_filtered()>
                <Button label=t.clear_filters variant=ButtonVariant::Plain on_press=clear />
            </Show>
            {save_har(shown, t)}
        </div>
    }
    .into_any()
}

fn any(t: &'static Texts) -> Choice {
    Choice { value: String::new(), text: t.any.to_owned() }
}

fn outcomes(t: &'static Texts) -> Signal<Vec<Choice>> {
    let text = |ended: Ended| match ended {
        Ended::InProgress => t.in_progress,
        Ended::Succeeded => t.ok,
        Ended::Failed => t.log.failed,
    };
    let choice = |ended: Ended| Choice { value: ended.name().to_owned(), text: text(ended).to_owned() };
    let choices: Vec<Choice> = std::iter::once(any(t)).chain(Ended::ALL.map(choice)).collect();
    Signal::stored(choices)
}

/// The operations of the record, and the one of a link.
fn operations(shown: Shown, t: &'static Texts) -> Signal<Vec<Choice>> {
    let names = Memo::new(move |_| {
        let records = shown.activity.records();
        records.with(|records| records.iter().map(|record| record.spec.name).collect::<BTreeSet<&str>>())
    });
    Signal::derive(move || {
        let linked = shown.url.get(OPERATION);
        names.with(|names| {
            let is_new = !linked.is_empty() && !names.contains(linked.as_str());
            let linked = is_new.then(|| Choice::plain(linked.clone()));
            let names = names.iter().map(|name| Choice::plain((*name).to_owned()));
            std::iter::once(any(t)).chain(names).chain(linked).collect()
        })
    })
}

fn times(t: &'static Texts) -> Signal<Vec<Choice>> {
    let choice = |minutes: usize| Choice { value: minutes.to_string(), text: (t.log.minutes)(minutes) };
    Signal::stored(std::iter::once(any(t)).chain(MINUTES.map(choice)).collect())
}

/// The button that saves what is shown, and what became of it.
fn save_har(shown: Shown, t: &'static Texts) -> AnyView {
    let session = Console::expect().session;
    let said = RwSignal::new(String::new());
    let press = Callback::new(move |()| {
        let gateway = session.current().map(|connection| connection.gateway.clone()).unwrap_or_default();
        let explain = |outcome: &Outcome| match outcome {
            Outcome::Failed(failure) => Some(explain(failure, t).title),
            Outcome::InProgress | Outcome::Succeeded => None,
        };
        let archive = Archive { version: VERSION, gateway: &gateway, iso: &iso, explain: &explain };
        let (text, count) = untrack(|| {
            shown.groups.with(|groups| {
                let mut records: Vec<_> = groups.iter().flat_map(Group::records).collect();
                records.sort_by_key(|record| record.number);
                archive.write(records.into_iter().map(|record| &**record))
            })
        });
        let name = format!("{}.har", file_name(t.activity, &now(), &[]));
        let saved = save(&name, "application/json", &text).is_ok();
        said.set(if saved { (t.log.saved)(count) } else { t.lists.not_exported.to_owned() });
    });
    let availability = Signal::derive(move || {
        let is_empty = shown.groups.with(Vec::is_empty);
        Availability::disabled_by(is_empty.then_some(t.lists.nothing_to_export))
    });
    view! {
        <span class="toolbar-end">
            <span class="hint" role="status">{move || said.get()}</span>
            <Button label=t.log.save_har availability=availability on_press=press />
        </span>
    }
    .into_any()
}

/// A time on this computer's clock as ISO 8601.
fn iso(milliseconds: f64) -> String {
    js_sys::Date::new(&milliseconds.into()).to_iso_string().into()
}

fn table(shown: Shown, t: &'static Texts) -> AnyView {
    let headings: Vec<AnyView> = [t.operation, t.time, t.status, t.duration, t.outcome, t.target]
        .into_iter()
        .map(|heading| view! { <th role="columnheader" scope="col">{heading}</th> }.into_any())
        .collect();
    let limit = RwSignal::new(BATCH);
    let groups = shown.groups;
    let numbers = Memo::new(move |_| {
        let limit = limit.get();
        groups.with(|groups| groups.iter().take(limit).map(Group::number).collect::<Vec<usize>>())
    });
    let one = move |number: usize| {
        let group = Memo::new(move |_| {
            groups.with(|groups| groups.iter().find(|group| group.number() == number).cloned())
        });
        row(group.into())
    };
    let empty = move || {
        let text = if shown.is_filtered() { t.empty_filtered } else { t.no_activity };
        numbers
            .with(Vec::is_empty)
            .then(|| view! { <tr role="row"><td role="cell" colspan="6" class="empty">{text}</td></tr> })
    };
    let hidden = Memo::new(move |_| groups.with(Vec::len).saturating_sub(limit.get()));
    let more = Callback::new(move |()| limit.update(|limit| *limit += BATCH));
    let older = move || {
        let hidden = hidden.get();
        let label = older_requests(hidden.min(BATCH), hidden, t);
        (hidden > 0).then(|| view! { <div class="page-actions"><Button label=label on_press=more /></div> })
    };
    let count = move || {
        let (some, all) = shown.counts();
        (some < all).then(|| (t.log.shown)(some, all))
    };
    let dropped = move || {
        let dropped = shown.activity.dropped().get();
        (dropped > 0).then(|| view! { <p class="hint">{(t.log.dropped)(dropped)}</p> })
    };
    view! {
        <p class="hint live" role="status">{count}</p>
        {dropped}
        <div class="table-scroll" tabindex="0" role="group" aria-label=t.requests_table>
            <table role="table" aria-label=t.requests_table>
                <thead role="rowgroup"><tr role="row">{headings}</tr></thead>
                <tbody role="rowgroup">
                    <For each=move || numbers.get() key=|number| *number children=one />
                    {empty}
                </tbody>
            </table>
        </div>
        {older}
    }
    .into_any()
}
