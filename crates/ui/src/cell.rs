//! A value as it is shown in tables and details.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use leptos::prelude::*;

use crate::badge::{Tone, badge};
use crate::texts::texts;
use crate::untrusted::{line, lines};
use crate::url::href;
use crate::{Availability, Button, Icon, external, format};

/// A value in a table or a list of details.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text of one line, as the API wrote it: a name, a number, a state.
    Text(String),
    /// A text of several lines, as the API wrote it: a memo, a purpose, a reason.
    Lines(String),
    /// A link inside the console.
    Link {
        /// Where it leads.
        href: String,
        /// What it says.
        text: String,
    },
    /// A state.
    Badge {
        /// Colour.
        tone: Tone,
        /// Word.
        text: String,
        /// What the API wrote, which is the same in all languages.
        code: String,
        /// What else is shown on hover.
        note: String,
        /// Since when, if it will pass by itself and that is known.
        since: String,
    },
    /// A date without a zone.
    Date {
        /// As the API wrote it.
        text: String,
        /// Milliseconds since 1970, as if it were in UTC; none if it is no date.
        utc: Option<f64>,
    },
    /// A quantity with its unit.
    Amount {
        /// What is shown.
        text: String,
        /// As the API wrote it.
        written: String,
        /// What is sorted by.
        value: Option<f64>,
    },
    /// A length of time that has not ended.
    Age(Age),
    /// A URL outside the console, as the API wrote it: a link only if it is safe to open.
    External(String),
    /// How much of something is used.
    Meter {
        /// The amounts in words.
        text: String,
        /// Whole units used.
        used: u64,
        /// Whole units there are.
        total: u64,
    },
    /// What can be done with the row.
    Actions(Vec<Action>),
    /// A link inside the console, and a box to tick its row.
    SelectableLink(SelectableLink),
    /// Nothing was given.
    None,
}

/// A length of time that has not ended.
#[derive(Clone)]
pub struct Age {
    /// When it began, in seconds.
    pub since: i64,
    /// How long it was when the cell was made.
    pub text: String,
    /// How long it is now; tracked.
    pub now: Arc<dyn Fn() -> String + Send + Sync>,
}

impl fmt::Debug for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A row whose ages have grown is the same: it shows them by itself.
impl PartialEq for Age {
    fn eq(&self, other: &Self) -> bool {
        self.since == other.since
    }
}

/// A cell that is a text and nothing else.
pub(crate) struct PlainCell {
    /// What is shown.
    pub text: String,
    /// What is shown on hover.
    pub title: Option<String>,
    /// Whether it stands for a value that is not there.
    pub is_nothing: bool,
}

/// A button in a row.
#[derive(Clone)]
pub struct Action {
    /// What it says.
    pub label: &'static str,
    /// Whether it can be done now.
    pub availability: Availability,
    /// Does it.
    pub press: Press,
}

/// A link with a box to tick.
#[derive(Clone)]
pub struct SelectableLink {
    /// Where the link leads.
    pub href: String,
    /// What it says.
    pub text: String,
    /// Whether it is ticked.
    pub ticked: Arc<dyn Fn() -> bool + Send + Sync>,
    /// Ticks it, or not any more.
    pub toggle: Press,
}

impl fmt::Debug for SelectableLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.href)
    }
}

impl PartialEq for SelectableLink {
    fn eq(&self, other: &Self) -> bool {
        self.href == other.href && self.text == other.text
    }
}

/// What a button in a row does. No `Callback`: rows that are read again and are the same stay on
/// screen, while what was made for the newer ones, and with it the older callback, is gone.
pub type Press = Arc<dyn Fn() + Send + Sync>;

impl Action {
    fn view(&self) -> AnyView {
        let press = self.press.clone();
        let on_press = Callback::new(move |()| press());
        view! { <Button label=self.label availability=self.availability.clone() on_press=on_press /> }
            .into_any()
    }
}

impl fmt::Debug for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.label, self.availability)
    }
}

/// Two actions are the same if they look the same: what they do follows from their row.
impl PartialEq for Action {
    fn eq(&self, other: &Self) -> bool {
        self.label == other.label && self.availability == other.availability
    }
}

impl Cell {
    /// A state.
    pub fn badge(tone: Tone, text: &str, code: &str) -> Self {
        let (text, code) = (text.to_owned(), code.to_owned());
        Self::Badge { tone, text, code, note: String::new(), since: String::new() }
    }

    /// A text, or nothing if there is none.
    pub fn text(text: Option<&str>) -> Self {
        match text {
            Some(text) if !text.is_empty() => Self::Text(text.to_owned()),
            _ => Self::None,
        }
    }

    /// A text of several lines, or nothing if there is none.
    pub fn lines(text: Option<&str>) -> Self {
        match text {
            Some(text) if !text.is_empty() => Self::Lines(text.to_owned()),
            _ => Self::None,
        }
    }

    /// A cell with a URL outside the console, or an empty one.
    pub fn external(address: Option<&str>) -> Self {
        match address {
            Some(address) if !address.is_empty() => Self::External(address.to_owned()),
            _ => Self::None,
        }
    }

    /// What it says, for filtering and sorting.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Lines(text)
            | Self::Link { text, .. }
            | Self::Badge { text, .. }
            | Self::Amount { text, .. }
            | Self::Age(Age { text, .. })
            | Self::External(text)
            | Self::Date { text, .. }
            | Self::Meter { text, .. }
            | Self::SelectableLink(SelectableLink { text, .. }) => text,
            Self::Actions(_) | Self::None => "",
        }
    }

    /// Whether there is anything to see.
    pub fn is_something(&self) -> bool {
        matches!(self, Self::Actions(actions) if !actions.is_empty()) || !self.as_str().is_empty()
    }

    /// Value of the cell in the URL: the code of a state, else the text.
    pub fn key(&self) -> &str {
        match self {
            Self::Badge { code, .. } => code,
            other => other.as_str(),
        }
    }

    /// What a file says of it: dates, amounts and codes as the API wrote them, else its text.
    pub fn raw(&self) -> &str {
        match self {
            Self::Amount { written, .. } => written,
            other => other.key(),
        }
    }

    /// What it is sorted by.
    pub fn sort_key(self) -> SortKey {
        match self {
            Self::Amount { value, .. } => return SortKey::Amount(value.unwrap_or(f64::NEG_INFINITY)),
            Self::Age(Age { since, .. }) => return SortKey::Amount(-(since as f64)),
            _ => {}
        }
        let text = self.as_str();
        match number(text) {
            Some(number) => SortKey::Number(number, text.to_owned()),
            None if text.is_empty() => SortKey::Nothing,
            None => SortKey::Text(text.to_owned()),
        }
    }

    /// What it is as a text, if it needs no elements of its own.
    pub(crate) fn plain(&self) -> Option<PlainCell> {
        let plain = |text: String| PlainCell { text, title: None, is_nothing: false };
        let nothing = |text: &str| PlainCell { text: text.to_owned(), title: None, is_nothing: true };
        match self {
            Self::Text(text) => line(text).plain().map(plain),
            Self::Amount { text, .. } => line(text).plain().map(plain),
            Self::Date { text, utc } => {
                let (text, title) = date(text, *utc);
                Some(PlainCell { text, title: Some(title), is_nothing: false })
            }
            Self::Actions(actions) if actions.is_empty() => Some(nothing("")),
            Self::None => Some(nothing(texts().no_text)),
            _ => None,
        }
    }

    /// Shows it.
    pub fn view(&self) -> AnyView {
        match self {
            Self::Text(text) => line(text).view(),
            Self::Lines(text) => view! { <span class="lines">{lines(text)}</span> }.into_any(),
            Self::Link { href: path, text } => view! { <a href=href(path)>{line(text)}</a> }.into_any(),
            Self::Badge { tone, text, code, note, since } => {
                let hover = if note.is_empty() { code.clone() } else { format!("{code} · {note}") };
                let t = texts();
                let badge = badge(*tone, line(text).words(t), line(&hover).words(t));
                if since.is_empty() {
                    return badge;
                }
                view! { {badge} " " <span class="since">{since.clone()}</span> }.into_any()
            }
            Self::Date { text, utc } => {
                let (text, title) = date(text, *utc);
                view! { <time title=title>{text}</time> }.into_any()
            }
            Self::Amount { text, .. } => view! { <span class="amount">{line(text)}</span> }.into_any(),
            Self::Age(Age { now, .. }) => {
                let now = now.clone();
                view! { <span class="amount">{move || now()}</span> }.into_any()
            }
            Self::External(address) => external_view(address),
            Self::Meter { text, used, total } => meter(text, *used, *total),
            Self::Actions(actions) => {
                let buttons: Vec<AnyView> = actions.iter().map(Action::view).collect();
                view! { <span class="row-buttons">{buttons}</span> }.into_any()
            }
            Self::SelectableLink(pick) => selectable_link_view(pick),
            Self::None => view! { <span class="none">{texts().no_text}</span> }.into_any(),
        }
    }
}

/// What a cell is sorted by: numbers that name things as numbers, and before texts. With both orders
/// in one column there would be none.
#[derive(Clone, Debug, PartialEq)]
pub enum SortKey {
    /// The number that names a thing, and how it is written.
    Number(u64, String),
    /// An empty cell.
    Nothing,
    /// A quantity.
    Amount(f64),
    /// Any other text.
    Text(String),
}

impl SortKey {
    /// The order of two cells of a column.
    pub fn compare(&self, other: &Self) -> Ordering {
        let kind = |key: &Self| match key {
            Self::Number(..) => 0,
            Self::Nothing => 1,
            Self::Amount(_) => 2,
            Self::Text(_) => 3,
        };
        match (self, other) {
            (Self::Number(x, a), Self::Number(y, b)) => x.cmp(y).then_with(|| a.cmp(b)),
            (Self::Amount(a), Self::Amount(b)) => a.total_cmp(b),
            (Self::Text(a), Self::Text(b)) => alphabetical(a, b),
            _ => kind(self).cmp(&kind(other)),
        }
    }
}

/// Latin letters by the alphabet, whatever their case; Hangul syllables stand in their order already.
fn alphabetical(a: &str, b: &str) -> Ordering {
    let (x, y) =
        (a.bytes().map(|byte| byte.to_ascii_lowercase()), b.bytes().map(|byte| byte.to_ascii_lowercase()));
    x.cmp(y).then_with(|| a.cmp(b))
}

/// The number that names a thing. "+7" parses as a number but is not how one is written.
fn number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// A date as it is shown, and as the API wrote it.
fn date(text: &str, utc: Option<f64>) -> (String, String) {
    let original = line(text).words(texts());
    let shown = utc.map_or_else(|| original.clone(), format::wall_clock);
    (shown, format!("{original} · {}", texts().date_note))
}

fn selectable_link_view(pick: &SelectableLink) -> AnyView {
    let SelectableLink { href: path, text, ticked, toggle } = pick.clone();
    let text = line(&text);
    let label = (texts().trust.select)(&text.words(texts()));
    // A property takes any text but an empty one for true.
    let checked = move || ticked();
    view! {
        <input
            type="checkbox"
            class="pick"
            aria-label=label
            prop:checked=checked
            on:change=move |_event| toggle()
        />
        <a href=href(&path)>{text}</a>
    }
    .into_any()
}

fn external_view(address: &str) -> AnyView {
    if external::host(address).is_none() {
        return line(address).view();
    }
    let host = external::host_beside(address);
    let t = texts();
    view! {
        <a href=address.to_owned() target="_blank" rel="noopener noreferrer">
            {line(address)}
            {Icon::External.view()}
            <span class="visually-hidden">" ("{t.infra.new_tab}")"</span>
        </a>
        " "
        {host.map(|host| view! { <span class="hint">{line(host)}</span> })}
    }
    .into_any()
}

fn meter(text: &str, used: u64, total: u64) -> AnyView {
    let text = line(text);
    // From four fifths on it is worth a look.
    let high = total - total / 5;
    view! {
        <span class="meter">
            <meter
                max=total.to_string()
                high=high.to_string()
                value=used.to_string()
                aria-label=text.words(texts())
            ></meter>
            <span>{text}</span>
        </span>
    }
    .into_any()
}
