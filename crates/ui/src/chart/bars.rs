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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BarUnit {
    /// Numbers of things.
    #[default]
    Count,
    /// Seconds, with an axis of hours.
    Seconds,
}

impl BarUnit {
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// What a bar is of: the heading of the table's first column.
    pub of: &'static str,
    /// The parts of each bar.
    pub series: Vec<Series>,
    /// The bars.
    pub bars: Vec<Bar>,
    /// What the lengths are.
    pub unit: BarUnit,
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

/// Where the reader of a picture is. It outlives the picture, which is drawn again with each answer.
#[derive(Clone, Copy)]
pub struct Cursor {
    /// The bar in the tab order; none is the newest, which is at the end.
    current: RwSignal<Option<usize>>,
    /// The bar that has the focus or the pointer.
    shown: RwSignal<Option<usize>>,
}

impl Cursor {
    /// At the newest bar.
    pub fn new() -> Self {
        Self { current: RwSignal::new(None), shown: RwSignal::new(None) }
    }

    fn current(self, count: usize) -> usize {
        let last = count.saturating_sub(1);
        self.current.get().map_or(last, |current| current.min(last))
    }

    fn show(self, index: Option<usize>) {
        if index.is_some() {
            self.current.set(index);
        }
        self.shown.set(index);
    }
}

impl Default for Cursor {
    fn default() -> Self {
        Self::new()
    }
}

/// The picture. One bar is in the tab order; the arrow keys lead to the others, and each says its
/// numbers when it has the focus or the pointer. Bars stay in the document while their data changes.
pub fn bars(data: Signal<Arc<Bars>>, name: String, cursor: Cursor) -> AnyView {
    let scale = Memo::new(move |_| data.with(|data| Scale::of(data)));
    let shown = cursor.shown;
    let keys = move |event: KeyboardEvent| {
        let key = event.key();
        let count = scale.with_untracked(|scale| scale.count);
        if key == "Escape" {
            shown.set(None);
        } else if let Some(next) = next(&key, untrack(|| cursor.current(count)), count) {
            event.prevent_default();
            focus(&event, next);
        }
    };
    let entries = move || data.with(|data| data.series.iter().map(|one| (one.class, one.name)).collect());
    view! {
        <div class="plot">
            {move || scale.with(axis)}
            <svg
                class="plot-area"
                viewBox=move || format!("0 0 {} {HEIGHT}", scale.with(Scale::width))
                preserveAspectRatio="none"
                role="group"
                aria-label=name
                on:keydown=keys
                on:focusin=move |event| cursor.show(index_of(event.target()))
                on:focusout=move |_| shown.set(None)
                on:pointerover=move |event| shown.set(index_of(event.target()))
                on:pointerleave=move |_| shown.set(None)
            >
                {move || scale.with(grid)}
                <For
                    each=move || 0..scale.with(|scale| scale.count)
                    key=|index| *index
                    children=move |index| one(index, data, scale, cursor)
                />
            </svg>
            {move || data.with(|data| labels(&data.bars))}
            {tooltip(data, shown)}
        </div>
        {move || legend(entries())}
    }
    .into_any()
}

/// How many bars there are, and how high they are.
#[derive(Clone, PartialEq)]
struct Scale {
    count: usize,
    marks: Vec<u64>,
    top: u64,
    unit: BarUnit,
}

impl Scale {
    fn of(data: &Bars) -> Self {
        let highest = data.bars.iter().map(|bar| bar.lengths.iter().sum()).max().unwrap_or(0);
        let marks = ticks(highest, data.unit.step());
        let top = marks.last().copied().unwrap_or(1);
        Self { count: data.bars.len(), marks, top, unit: data.unit }
    }

    fn width(&self) -> u64 {
        self.count as u64 * PLACE
    }
}

/// A bar, which says its numbers.
fn one(index: usize, data: Signal<Arc<Bars>>, scale: Memo<Scale>, cursor: Cursor) -> AnyView {
    let of = move |data: &Bars, bar: &Bar| {
        (data.sentence(bar), parts(index, bar, &data.series, scale.with(|scale| scale.top)))
    };
    let drawn = move || data.with(|data| data.bars.get(index).map(|bar| of(data, bar)).unwrap_or_default());
    let count = move || scale.with(|scale| scale.count);
    let tabindex = move || if cursor.current(count()) == index { "0" } else { "-1" };
    view! {
        <g role="img" aria-label=move || drawn().0 tabindex=tabindex data-index=index.to_string()>
            {move || drawn().1}
        </g>
    }
    .into_any()
}

fn grid(scale: &Scale) -> Vec<AnyView> {
    let line = |mark: &u64| {
        let (height, width) =
            ((HEIGHT - thousandths(*mark, scale.top)).to_string(), scale.width().to_string());
        view! { <line class="grid" x1="0" x2=width y1=height.clone() y2=height /> }.into_any()
    };
    scale.marks.iter().map(line).collect()
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

fn axis(scale: &Scale) -> AnyView {
    let mark = |mark: &u64| {
        let bottom = percent(*mark, scale.top);
        view! { <span style:bottom=bottom>{scale.unit.mark(*mark)}</span> }.into_any()
    };
    let marks: Vec<AnyView> = scale.marks.iter().map(mark).collect();
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
fn tooltip(data: Signal<Arc<Bars>>, shown: RwSignal<Option<usize>>) -> AnyView {
    (move || {
        let index = shown.get()?;
        let data = data.get();
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
