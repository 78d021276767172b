//! Stacked bars along an axis.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::scale::{thousandths, ticks};
use super::{legend, table};
use crate::format;

/// Width of a bar's place in the picture, and the bar's.
const PLACE: u64 = 100;
const BAR: u64 = 76;
/// Height of the picture.
const HEIGHT: u64 = 1_000;
/// Most labels below the axis.
const MAX_LABELS: usize = 8;

/// A part of each bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    /// What it is.
    pub name: &'static str,
    /// The class of its colour.
    pub class: &'static str,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// The same in short, below the axis.
    pub short: String,
    /// The length of each part, from below.
    pub lengths: Vec<u64>,
    /// What is said of each part.
    pub texts: Vec<String>,
}

/// What the lengths of bars are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Numbers of things.
    Count,
    /// Seconds, with an axis of hours.
    Seconds,
}

impl Unit {
    /// What the marks of the axis are multiples of.
    const fn step(self) -> u64 {
        match self {
            Self::Count => 1,
            Self::Seconds => 3_600,
        }
    }

    /// What a mark says.
    fn mark(self, mark: u64) -> String {
        match self {
            Self::Count => mark.to_string(),
            Self::Seconds => format::amount((mark / self.step()) as f64, "hour"),
        }
    }
}

/// Bars beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// What a bar is of: the heading of the table's first column.
    pub of: &'static str,
    /// The parts of each bar.
    pub series: Vec<Series>,
    /// The bars.
    pub bars: Vec<Bar>,
    /// What the lengths are.
    pub unit: Unit,
}

impl Bars {
    /// The bar in a sentence.
    fn sentence(&self, bar: &Bar) -> String {
        let parts =
            self.series.iter().zip(&bar.texts).map(|(series, text)| format!("{} {text}", series.name));
        format!("{}: {}", bar.label, parts.collect::<Vec<_>>().join(", "))
    }

    /// All as a table. `name`: its accessible name.
    pub fn table(&self, name: String) -> AnyView {
        let heads = std::iter::once(self.of).chain(self.series.iter().map(|series| series.name));
        let row = |bar: &Bar| std::iter::once(bar.label.clone()).chain(bar.texts.iter().cloned()).collect();
        table(name, heads.map(str::to_owned).collect(), self.bars.iter().map(row).collect())
    }
}

fn rect(class: &'static str, [x, y, width, height]: [u64; 4]) -> AnyView {
    view! {
        <rect class=class x=x.to_string() y=y.to_string() width=width.to_string() height=height.to_string() />
    }
    .into_any()
}

/// The parts of a bar on each other, and the place that the pointer finds.
fn parts(index: usize, bar: &Bar, series: &[Series], top: u64) -> Vec<AnyView> {
    let place = index as u64 * PLACE;
    let mut below = 0;
    let mut parts = vec![rect("hit", [place, 0, PLACE, HEIGHT])];
    for (length, series) in bar.lengths.iter().zip(series) {
        let (from, to) = (thousandths(below, top), thousandths(below + length, top));
        below += length;
        if to > from {
            parts.push(rect(series.class, [place + (PLACE - BAR) / 2, HEIGHT - to, BAR, to - from]));
        }
    }
    parts
}

/// The bar that a key leads to, of so many.
fn next(key: &str, at: usize, count: usize) -> Option<usize> {
    let last = count.saturating_sub(1);
    match key {
        "ArrowLeft" => Some(at.saturating_sub(1)),
        "ArrowRight" => Some((at + 1).min(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

/// The picture. One bar is in the tab order; the arrow keys lead to the others, and each says its
/// numbers when it has the focus or the pointer.
pub fn bars(data: Bars, name: String) -> AnyView {
    let data = Arc::new(data);
    let marks =
        ticks(data.bars.iter().map(|bar| bar.lengths.iter().sum()).max().unwrap_or(0), data.unit.step());
    let top = marks.last().copied().unwrap_or(1);
    let count = data.bars.len();
    // The newest one, which is at the end.
    let current = RwSignal::new(count.saturating_sub(1));
    let shown = RwSignal::new(None::<usize>);
    let bar = |(index, bar): (usize, &Bar)| {
        let tabindex = move || if current.get() == index { "0" } else { "-1" };
        let (sentence, parts) = (data.sentence(bar), parts(index, bar, &data.series, top));
        view! { <g role="img" aria-label=sentence tabindex=tabindex data-index=index.to_string()>{parts}</g> }
            .into_any()
    };
    let drawn: Vec<AnyView> = data.bars.iter().enumerate().map(bar).collect();
    let line = |mark: &u64| {
        let (height, width) = ((HEIGHT - thousandths(*mark, top)).to_string(), count as u64 * PLACE);
        view! { <line class="grid" x1="0" x2=width.to_string() y1=height.clone() y2=height /> }.into_any()
    };
    let grid: Vec<AnyView> = marks.iter().map(line).collect();
    let show = move |index: Option<usize>| {
        if let Some(index) = index {
            current.set(index);
        }
        shown.set(index);
    };
    let keys = move |event: KeyboardEvent| {
        let key = event.key();
        if key == "Escape" {
            shown.set(None);
        } else if let Some(next) = next(&key, current.get_untracked(), count) {
            event.prevent_default();
            focus(&event, next);
        }
    };
    view! {
        <div class="plot">
            {axis(&marks, top, data.unit)}
            <svg
                class="plot-area"
                viewBox=format!("0 0 {} {HEIGHT}", count as u64 * PLACE)
                preserveAspectRatio="none"
                role="group"
                aria-label=name
                on:keydown=keys
                on:focusin=move |event| show(index_of(event.target()))
                on:focusout=move |_| shown.set(None)
                on:pointerover=move |event| shown.set(index_of(event.target()))
                on:pointerleave=move |_| shown.set(None)
            >
                {grid}
                {drawn}
            </svg>
            {labels(&data.bars)}
            {tooltip(data.clone(), shown)}
        </div>
        {legend(data.series.iter().map(|series| (series.class, series.name)).collect())}
    }
    .into_any()
}

/// The bar that an event is about.
fn index_of(target: Option<web_sys::EventTarget>) -> Option<usize> {
    let element: web_sys::Element = target?.dyn_into().ok()?;
    element.closest("[data-index]").ok()??.get_attribute("data-index")?.parse().ok()
}

fn focus(event: &KeyboardEvent, index: usize) {
    let picture = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let bar = picture.and_then(|picture| picture.query_selector(&format!("[data-index='{index}']")).ok()?);
    if let Some(bar) = bar.and_then(|bar| bar.dyn_into::<web_sys::SvgElement>().ok()) {
        // Without focus the picture is still there.
        let _ = bar.focus();
    }
}

/// A length along the picture, in the style of an element.
fn percent(part: u64, whole: u64) -> String {
    let tenths = thousandths(part, whole);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

fn axis(marks: &[u64], top: u64, unit: Unit) -> AnyView {
    let mark = |mark: &u64| {
        let bottom = percent(*mark, top);
        view! { <span style:bottom=bottom>{unit.mark(*mark)}</span> }.into_any()
    };
    let marks: Vec<AnyView> = marks.iter().map(mark).collect();
    view! { <div class="plot-y" aria-hidden="true">{marks}</div> }.into_any()
}

/// Labels below some of the bars, counted from the newest one.
fn labels(bars: &[Bar]) -> AnyView {
    let count = bars.len();
    let apart = count.div_ceil(MAX_LABELS).max(1);
    let label = |(index, bar): (usize, &Bar)| {
        let left = percent(2 * index as u64 + 1, 2 * count as u64);
        view! { <span style:left=left>{bar.short.clone()}</span> }.into_any()
    };
    let labels: Vec<AnyView> = bars
        .iter()
        .enumerate()
        .filter(|(index, _)| (count - 1 - index).is_multiple_of(apart))
        .map(label)
        .collect();
    view! { <div class="plot-x" aria-hidden="true">{labels}</div> }.into_any()
}

/// The numbers of one bar beside it. Its accessible name says the same.
fn tooltip(data: Arc<Bars>, shown: RwSignal<Option<usize>>) -> AnyView {
    (move || {
        let index = shown.get()?;
        let bar = data.bars.get(index)?;
        let left = percent(index as u64, data.bars.len().saturating_sub(1) as u64);
        let part = |(series, text): (&Series, &String)| {
            let swatch = format!("swatch {}", series.class);
            view! { <li><span class=swatch></span>{series.name} " " <strong>{text.clone()}</strong></li> }
                .into_any()
        };
        let parts: Vec<AnyView> = data.series.iter().zip(&bar.texts).map(part).collect();
        // As far to the left of its place as that is into the picture: it never leaves it.
        let back = format!("-{left} 0");
        Some(view! {
            <div class="plot-tip" aria-hidden="true" style:left=left style:translate=back>
                <strong>{bar.label.clone()}</strong>
                <ul>{parts}</ul>
            </div>
        })
    })
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stay_within_the_bars() {
        assert_eq!([next("ArrowLeft", 0, 3), next("ArrowLeft", 2, 3)], [Some(0), Some(1)]);
        assert_eq!([next("ArrowRight", 1, 3), next("ArrowRight", 2, 3)], [Some(2), Some(2)]);
        assert_eq!([next("Home", 2, 3), next("End", 0, 3), next("End", 0, 0)], [Some(0), Some(2), Some(0)]);
        assert_eq!(next("Tab", 1, 3), None);
    }

    #[test]
    fn positions_are_percentages() {
        assert_eq!([percent(0, 7), percent(1, 8), percent(7, 7)], ["0.0%", "12.5%", "100.0%"]);
    }
}
