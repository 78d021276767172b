//! How full several things are, each as long as it is large.

use leptos::prelude::*;

use super::scale::thousandths;
use super::{legend, table};
use crate::texts::texts;
use crate::untrusted::line;

/// From which part on a level is worth a look, in thousandths.
const HIGH: u64 = 800;

/// How full a thing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// What it is.
    pub name: String,
    /// How much of it is used, if that is known.
    pub used: Option<u64>,
    /// How much there is.
    pub size: u64,
    /// Both in words.
    pub text: String,
}

impl Level {
    /// The used part in thousandths, if that is known.
    pub fn thousandths(&self) -> Option<u64> {
        self.used.map(|used| thousandths(used, self.size))
    }

    /// The used part in percent, if that is known.
    fn percent(&self) -> String {
        let t = texts();
        self.thousandths()
            .map_or_else(|| t.no_text.to_owned(), |share| (t.percent)(&((share + 5) / 10).to_string()))
    }

    /// The class of the colour of the used part.
    pub fn class(&self) -> &'static str {
        if self.thousandths().is_some_and(|share| share >= HIGH) { "tone-attention" } else { "tone-good" }
    }

    /// All as a table. `name`: its accessible name; `of`: the heading of the first column.
    pub fn table(levels: &[Self], name: String, of: &'static str) -> AnyView {
        let t = texts();
        let row = |level: &Self| vec![level.name.clone(), level.text.clone(), level.percent()];
        let heads = [of, t.nas_use, t.chart.share].map(str::to_owned).to_vec();
        table(name, heads, levels.iter().map(row).collect())
    }
}

/// The picture: a list, each with a bar.
pub fn levels(all: &[Level]) -> AnyView {
    let t = texts();
    let most = all.iter().map(|level| level.size).max().unwrap_or(1);
    let one = |level: &Level| {
        let width = thousandths(level.size, most).max(4);
        let used = width * level.thousandths().unwrap_or_default().min(1_000) / 1_000;
        view! {
            <li>
                <span>{line(&level.name)}</span>
                <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="tone-rest" width=width.to_string() height="10" />
                    <rect class=level.class() width=used.to_string() height="10" />
                </svg>
                <span class="amount">{line(&level.text)} " · " {level.percent()}</span>
            </li>
        }
        .into_any()
    };
    let list: Vec<AnyView> = all.iter().map(one).collect();
    view! {
        <ul class="levels">{list}</ul>
        {legend(vec![("tone-good", t.chart.used), ("tone-attention", t.chart.high), ("tone-rest", t.chart.free)])}
    }
    .into_any()
}
