//! How requests went over time: by day and outcome, and how long decisions took.

use std::sync::Arc;

use leptos::prelude::*;

use super::counts::{Request, RequestOutcome};
use super::days::{Counts, Durations, OUTCOMES, add_by_day, durations, starts};
use super::needs::Kind;
use super::reads::FrameReads;
use crate::components::chart::{Bar, BarUnit, Bars, Chart, Cursor, Part, Series, bars, chart};
use crate::components::{Choice, Select, format};
use crate::locale::{Texts, texts};
use crate::pages::time::{self, DAY};
use crate::untrusted::apart;
use databoxframe_ui::url::UrlState;

/// The periods, in days. The first is the default.
const PERIODS: [usize; 2] = [30, 90];
/// Days of a week.
const WEEK: usize = 7;

/// The period in the URL.
fn period(url: UrlState) -> Memo<usize> {
    Memo::new(move |_| {
        let chosen = url.get("days");
        PERIODS.into_iter().find(|days| days.to_string() == chosen).unwrap_or(PERIODS[0])
    })
}

/// The part of the page.
pub fn over_time(frames: &Arc<[FrameReads]>, now: Memo<i64>) -> AnyView {
    let t = texts();
    let url = UrlState::here();
    let days = period(url);
    let choices = PERIODS
        .iter()
        .map(|days| Choice { value: days.to_string(), text: format::amount(*days as f64, "day") })
        .collect::<Vec<_>>();
    let choose = Callback::new(move |days: String| url.set(vec![("days".to_owned(), days)]));
    let chosen = Signal::derive(move || days.get().to_string());
    // Days end at midnight, not with each minute.
    let today = Memo::new(move |_| now.get().div_euclid(DAY) * DAY);
    view! {
        <section class="over-time" aria-labelledby="over-time">
            <div class="toolbar">
                <h2 id="over-time">{t.overview.over_time}</h2>
                <Select label=t.overview.period value=chosen choices=choices on_change=choose inline=true />
            </div>
            <div class="charts">
                {by_day(Kind::Export, t.overview.exports_by_day, frames, today, days)}
                {by_day(Kind::Import, t.overview.imports_by_day, frames, today, days)}
                {decisions(frames, today, days)}
            </div>
        </section>
    }
    .into_any()
}

/// The requests of all frames that were read, and the names of the frames of which they were not.
fn read(kind: Kind, frames: &[FrameReads]) -> (Vec<Arc<[Request]>>, Vec<String>) {
    let mut missing = Vec::new();
    let mut all = Vec::new();
    for frame in frames {
        let read = kind.read(frame);
        match read.requests.get() {
            Some(requests) => all.push(requests),
            None if read.is_missing() => missing.push(frame.name.clone()),
            None => {}
        }
    }
    (all, missing)
}

/// What is known of a chart.
#[derive(Clone, PartialEq)]
struct Known {
    /// Nothing before the first list is read.
    bars: Option<Arc<Bars>>,
    /// What it comes to.
    sum: String,
    /// The frames that are missing in it.
    missing: Vec<String>,
}

/// A chart of what is known.
fn figure(title: &'static str, kind: Kind, frames: Arc<[FrameReads]>, known: Memo<Known>) -> AnyView {
    let t = texts();
    let busy =
        Signal::derive(move || frames.iter().any(|frame| kind.read(frame).load.with(|load| load.loading)));
    let note = move || {
        let Known { sum, missing, .. } = known.get();
        let missing = (!missing.is_empty()).then(|| {
            let names = missing.iter().map(|name| crate::untrusted::line(name).words(t));
            (t.overview.without)(&apart(names, ","))
        });
        let line =
            |text: String| view! { <p class="hint">{crate::untrusted::sentence(&text)}</p> }.into_any();
        [Some(sum).filter(|sum| !sum.is_empty()), missing].map(|text| text.map(line))
    };
    let cursor = Cursor::new();
    let data = Signal::derive(move || known.with(|known| known.bars.clone()).unwrap_or_default());
    let has_bars = Memo::new(move |_| known.with(|known| known.bars.is_some()));
    let shown = move |show: fn(Signal<Arc<Bars>>, String, Cursor) -> AnyView| -> Part {
        Box::new(move || match has_bars.get() {
            true => show(data, title.to_owned(), cursor),
            false if known.get().missing.is_empty() => view! { <span class="skeleton"></span> }.into_any(),
            false => ().into_any(),
        })
    };
    chart(Chart {
        title: Signal::stored(title.to_owned()),
        note: view! { <div class="live" role="status">{note}</div> }.into_any(),
        busy,
        picture: shown(bars),
        table: shown(|bars, name, _| (move || bars.get().table(name.clone())).into_any()),
    })
}

fn outcome(outcome: RequestOutcome, kind: Kind, t: &'static Texts) -> Series {
    let (name, class) = match (outcome, kind) {
        (RequestOutcome::Done, Kind::Export) => (t.overview.approved, "tone-good"),
        (RequestOutcome::Done, Kind::Import) => (t.infra.import_done, "tone-good"),
        (RequestOutcome::Open, _) => (t.overview.open, "tone-busy"),
        (RequestOutcome::Rejected, _) => (t.overview.rejected, "tone-attention"),
        (RequestOutcome::Cancelled, _) => (t.overview.cancelled, "tone-quiet"),
        (RequestOutcome::Failed, _) => (t.overview.failed_outcome, "tone-bad"),
        (RequestOutcome::Other, _) => (t.overview.other, "tone-rest"),
    };
    Series { name, class }
}

/// A day without its year.
fn short(day: &str) -> String {
    day.chars().skip(5).collect()
}

/// Requests a day, by what became of them.
fn by_day(
    kind: Kind,
    title: &'static str,
    frames: &Arc<[FrameReads]>,
    today: Memo<i64>,
    days: Memo<usize>,
) -> AnyView {
    let t = texts();
    let of = frames.clone();
    let known = Memo::new(move |_| {
        let (all, missing) = read(kind, &of);
        if all.is_empty() && !of.is_empty() {
            return Known { bars: None, sum: String::new(), missing };
        }
        let starts = starts(today.get(), days.get());
        let mut counts = vec![Counts::default(); starts.len()];
        all.iter().for_each(|requests| add_by_day(requests, &starts, &mut counts));
        let total: u64 = counts.iter().flatten().sum();
        // What never happened needs no place; a picture without anything has its first part.
        let used: Vec<usize> = (0..OUTCOMES.len())
            .filter(|part| {
                *part == 0 || counts.iter().any(|day| day.get(*part).is_some_and(|count| *count > 0))
            })
            .collect();
        let bar = |(start, counts): (&i64, &Counts)| {
            let label = time::day_text(*start);
            let lengths: Vec<u64> = used.iter().filter_map(|part| counts.get(*part).copied()).collect();
            Bar { short: short(&label), label, texts: lengths.iter().map(u64::to_string).collect(), lengths }
        };
        let series = used.iter().filter_map(|part| OUTCOMES.get(*part)).map(|one| outcome(*one, kind, t));
        let bars = Bars {
            of: t.overview.day,
            series: series.collect(),
            bars: starts.iter().zip(&counts).map(bar).collect(),
            unit: BarUnit::Count,
        };
        Known {
            bars: Some(Arc::new(bars)),
            sum: (t.overview.requests)(usize::try_from(total).unwrap_or(usize::MAX)),
            missing,
        }
    });
    figure(title, kind, frames.clone(), known)
}

/// A length of time in words.
pub fn duration(seconds: u64) -> String {
    let (value, unit) = time::length(i64::try_from(seconds).unwrap_or(i64::MAX));
    format::amount(value, unit)
}

/// How long decisions took, by week.
fn decisions(frames: &Arc<[FrameReads]>, today: Memo<i64>, days: Memo<usize>) -> AnyView {
    let t = texts();
    let of = frames.clone();
    let known = Memo::new(move |_| {
        let (all, missing) = read(Kind::Export, &of);
        if all.is_empty() && !of.is_empty() {
            return Known { bars: None, sum: String::new(), missing };
        }
        let weeks: Vec<i64> = {
            let starts = starts(today.get(), days.get());
            let mut weeks: Vec<i64> = starts.iter().rev().skip(WEEK - 1).step_by(WEEK).copied().collect();
            weeks.reverse();
            weeks
        };
        let mut took = vec![Vec::new(); weeks.len()];
        all.iter().for_each(|requests| durations(requests, &weeks, WEEK as i64 * DAY, &mut took));
        let sum = Durations::of(took.concat()).map_or_else(
            || t.overview.no_decisions.to_owned(),
            |all| (t.overview.decided)(all.count, &duration(all.median), &duration(all.slowest)),
        );
        let bar = |(start, took): (&i64, Vec<u64>)| {
            let label = (t.overview.week)(&time::day_text(*start));
            let short = short(&time::day_text(*start));
            match Durations::of(took) {
                Some(Durations { median, slowest, .. }) => Bar {
                    label,
                    short,
                    lengths: vec![median, slowest - median],
                    texts: vec![duration(median), duration(slowest)],
                },
                None => Bar { label, short, lengths: vec![0, 0], texts: vec![t.no_text.to_owned(); 2] },
            }
        };
        let bars = Bars {
            of: t.overview.week_head,
            series: vec![
                Series { name: t.overview.median, class: "tone-good" },
                Series { name: t.overview.slowest, class: "tone-attention" },
            ],
            bars: weeks.iter().zip(took).map(bar).collect(),
            unit: BarUnit::Seconds,
        };
        Known { bars: Some(Arc::new(bars)), sum, missing }
    });
    figure(t.overview.decision_time, Kind::Export, frames.clone(), known)
}
