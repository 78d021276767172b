//! A value as it is shown in tables and details.

use std::cmp::Ordering;

use databoxframe::date::Stamp;
use leptos::prelude::*;

use super::badge::{Tone, badge};
use super::{Button, format};
use crate::locale::texts;

/// A value in a table or a list of details.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text as the API wrote it.
    Text(String),
    /// A link inside the console.
    Link {
        /// Where it leads.
        href: String,
        /// What it says.
        text: String,
    },
    /// A state.
    Badge {
        /// Its colour.
        tone: Tone,
        /// Its word.
        text: String,
        /// What the API wrote, which is the same in all languages.
        code: String,
        /// What else is shown on hover.
        note: String,
    },
    /// A date of the API.
    Date(Stamp),
    /// A quantity with its unit.
    Amount {
        /// What is shown.
        text: String,
        /// What is sorted by.
        value: Option<f64>,
    },
    /// Something that can be done with the row.
    Action(Action),
    /// Nothing was given.
    None,
}

/// A button in a row.
#[derive(Clone, Debug)]
pub struct Action {
    /// What it says.
    pub label: &'static str,
    /// Why it can't be done now, if so.
    pub blocked: Option<String>,
    /// Does it.
    pub press: Callback<()>,
}

/// Two actions are the same if they look the same: what they do follows from their row.
impl PartialEq for Action {
    fn eq(&self, other: &Self) -> bool {
        self.label == other.label && self.blocked == other.blocked
    }
}

impl Cell {
    /// A text, or nothing if there is none.
    pub fn text(text: Option<&str>) -> Self {
        match text {
            Some(text) if !text.is_empty() => Self::Text(text.to_owned()),
            _ => Self::None,
        }
    }

    /// A date, or nothing.
    pub fn date(stamp: Option<&Stamp>) -> Self {
        match stamp {
            Some(stamp) if !stamp.as_str().is_empty() => Self::Date(stamp.clone()),
            _ => Self::None,
        }
    }

    /// What it says, for filtering and sorting.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Link { text, .. }
            | Self::Badge { text, .. }
            | Self::Amount { text, .. } => text,
            Self::Date(stamp) => stamp.as_str(),
            Self::Action(_) | Self::None => "",
        }
    }

    /// What it is called in the address bar: the code of a state, else its text.
    pub fn key(&self) -> &str {
        match self {
            Self::Badge { code, .. } => code,
            other => other.as_str(),
        }
    }

    /// The order of two cells of a column: numbers that name things count as numbers.
    pub fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Amount { value: a, .. }, Self::Amount { value: b, .. }) => {
                a.unwrap_or(f64::NEG_INFINITY).total_cmp(&b.unwrap_or(f64::NEG_INFINITY))
            }
            _ => {
                let (a, b) = (self.as_str(), other.as_str());
                match (a.parse::<u64>(), b.parse::<u64>()) {
                    (Ok(a), Ok(b)) => a.cmp(&b),
                    _ => a.cmp(b),
                }
            }
        }
    }

    /// Shows it.
    pub fn view(&self) -> AnyView {
        match self {
            Self::Text(text) => text.clone().into_any(),
            Self::Link { href, text } => view! { <a href=href.clone()>{text.clone()}</a> }.into_any(),
            Self::Badge { tone, text, code, note } => {
                let hover = if note.is_empty() { code.clone() } else { format!("{code} · {note}") };
                badge(*tone, text.clone(), hover)
            }
            Self::Date(stamp) => {
                let original = format!("{} · {}", stamp.as_str(), texts().date_note);
                let shown = format::stamp(stamp).unwrap_or_else(|| stamp.as_str().to_owned());
                view! { <time title=original>{shown}</time> }.into_any()
            }
            Self::Amount { text, .. } => view! { <span class="amount">{text.clone()}</span> }.into_any(),
            Self::Action(Action { label, blocked, press }) => {
                view! { <Button label=*label blocked=blocked.clone() on_press=*press /> }.into_any()
            }
            Self::None => view! { <span class="none">{texts().no_text}</span> }.into_any(),
        }
    }
}
