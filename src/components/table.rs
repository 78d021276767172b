//! The table: filter, sort and page over rows of cells; skeleton, empty and error states.
//!
//! Not generic over what it shows: pages turn their records into rows, so the code is in
//! the download once.

use std::cmp::Ordering;
use std::sync::Arc;

use databoxframe::date::Stamp;
use leptos::prelude::*;

use super::alert::FailureAlert;
use super::badge::{Badge, Tone};
use super::format;
use super::url_state::UrlState;
use crate::gateway::Failure;
use crate::locale::{Text, texts, tr};
use crate::queries::{Query, State};

/// Most rows on one page: more would make typing in a filter feel slow.
const PAGE_ROWS: usize = 100;
/// Rows of the skeleton that stands where data will be.
const SKELETON_ROWS: usize = 5;

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
        /// What the API wrote.
        code: String,
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
    /// Nothing was given.
    None,
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
            Self::None => "",
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Amount { value: a, .. }, Self::Amount { value: b, .. }) => {
                a.unwrap_or(f64::NEG_INFINITY).total_cmp(&b.unwrap_or(f64::NEG_INFINITY))
            }
            // Numbers that name things: 9 before 10.
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
            Self::Badge { tone, text, code } => {
                view! { <Badge tone=*tone text=text.clone() code=code.clone() /> }.into_any()
            }
            Self::Date(stamp) => {
                let original = format!("{} · {}", stamp.as_str(), texts().date_note);
                let shown = format::stamp(stamp).unwrap_or_else(|| stamp.as_str().to_owned());
                view! { <time title=original>{shown}</time> }.into_any()
            }
            Self::Amount { text, .. } => view! { <span class="amount">{text.clone()}</span> }.into_any(),
            Self::None => view! { <span class="none">{tr(|t| t.no_text)}</span> }.into_any(),
        }
    }
}

/// A column.
#[derive(Clone, Copy)]
pub struct Column {
    /// Its name in the address bar.
    pub id: &'static str,
    /// Its heading.
    pub title: Text,
}

/// A row; its first cell names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// A choice above the table, of the values of one column.
#[derive(Clone, Copy)]
pub struct Filter {
    /// Which column.
    pub column: &'static str,
}

/// What is known of the data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Load {
    /// It is being read.
    pub loading: bool,
    /// The last attempt failed.
    pub failure: Option<Failure>,
    /// When it was last read.
    pub read_at: Option<f64>,
}

impl Load {
    /// Of a query's state.
    pub fn of<T>(state: &State<T>) -> Self {
        Self { loading: state.loading, failure: state.failure.clone(), read_at: state.read_at }
    }

    /// Of a query, as a signal.
    pub fn signal<T: Send + Sync + 'static>(query: &Query<T>) -> Signal<Self> {
        let state = query.state.clone();
        Signal::derive(move || state.with(Self::of))
    }
}

/// Rows that pass the search text (each word somewhere in the row) and the chosen values,
/// in the order asked for; ties and no order keep the order given.
pub fn arrange(
    rows: &[Row],
    search: &str,
    chosen: &[(usize, String)],
    sort: Option<(usize, bool)>,
) -> Vec<Row> {
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let mut shown: Vec<Row> = rows
        .iter()
        .filter(|row| {
            chosen.iter().all(|(column, value)| row.cells.get(*column).is_some_and(|c| c.as_str() == value))
        })
        .filter(|row| {
            words.is_empty() || {
                let text =
                    row.cells.iter().map(|cell| cell.as_str().to_lowercase()).collect::<Vec<_>>().join("\n");
                words.iter().all(|word| text.contains(word))
            }
        })
        .cloned()
        .collect();
    if let Some((column, descending)) = sort {
        shown.sort_by(|a, b| {
            let order = match (a.cells.get(column), b.cells.get(column)) {
                (Some(a), Some(b)) => a.compare(b),
                _ => Ordering::Equal,
            };
            if descending { order.reverse() } else { order }
        });
    }
    shown
}

/// A table. `name`: its caption and accessible name; `id`: its prefix in the address bar;
/// `rows`: `None` until something was read.
#[component]
pub fn DataTable(
    name: Text,
    id: &'static str,
    columns: &'static [Column],
    #[prop(optional)] filters: &'static [Filter],
    #[prop(into)] rows: Signal<Option<Arc<Vec<Row>>>>,
    #[prop(into)] load: Signal<Load>,
    #[prop(into)] refresh: Option<Callback<()>>,
) -> impl IntoView {
    let url = UrlState::new();
    let key = move |name: &str| if id.is_empty() { name.to_owned() } else { format!("{id}.{name}") };
    let sort = Memo::new(move |_| {
        let text = url.get(&key("sort"));
        let (name, descending) = text.strip_prefix('-').map_or((text.as_str(), false), |name| (name, true));
        columns.iter().position(|column| column.id == name).map(|index| (index, descending))
    });
    let chosen = move || -> Vec<(usize, String)> {
        filters
            .iter()
            .filter_map(|filter| {
                let value = url.get(&key(filter.column));
                let index = columns.iter().position(|column| column.id == filter.column)?;
                (!value.is_empty()).then_some((index, value))
            })
            .collect()
    };
    let arranged = Memo::new(move |_| {
        rows.get().map(|rows| Arc::new(arrange(&rows, &url.get(&key("q")), &chosen(), sort.get())))
    });
    let count = move || arranged.with(|rows| rows.as_ref().map_or(0, |rows| rows.len()));
    let page = Memo::new(move |_| {
        let last = count().div_ceil(PAGE_ROWS).max(1);
        url.get(&key("page")).parse::<usize>().unwrap_or(1).clamp(1, last)
    });
    let filtered = move || !url.get(&key("q")).is_empty() || !chosen().is_empty();
    let clear = move |_| {
        let mut names = vec![key("q"), key("page")];
        names.extend(filters.iter().map(|filter| key(filter.column)));
        url.set(names.into_iter().map(|name| (name, String::new())).collect());
    };
    // Another choice begins at its first page.
    let choose =
        move |name: &str, value: String| url.set(vec![(key("page"), String::new()), (key(name), value)]);
    let sorted = move |index: usize| match sort.get() {
        Some((column, false)) if column == index => "ascending",
        Some((column, true)) if column == index => "descending",
        _ => "none",
    };
    let toggle = move |index: usize| {
        let Some(column) = columns.get(index) else { return };
        let next = match sort.get_untracked() {
            Some((current, false)) if current == index => format!("-{}", column.id),
            Some((current, true)) if current == index => String::new(),
            _ => column.id.to_owned(),
        };
        url.set(vec![(key("sort"), next)]);
    };
    let body = move || {
        let Some(rows) = arranged.get() else {
            return if load.with(|load| load.loading || load.failure.is_none()) {
                skeleton(columns.len())
            } else {
                ().into_any()
            };
        };
        if rows.is_empty() {
            let text = if filtered() { tr(|t| t.empty_filtered) } else { tr(|t| t.empty) };
            return view! { <tr><td class="empty" colspan=columns.len()>{text}</td></tr> }.into_any();
        }
        rows.iter().skip((page.get() - 1) * PAGE_ROWS).take(PAGE_ROWS).map(row_view).collect_view().into_any()
    };
    view! {
        <section class="table-section">
            <div class="toolbar">
                <h2>{tr(name)}</h2>
                <label class="search">
                    <span class="visually-hidden">{tr(|t| t.search)}</span>
                    <input
                        type="search"
                        placeholder=tr(|t| t.search)
                        prop:value=move || url.get(&key("q"))
                        on:input=move |event| choose("q", event_target_value(&event))
                    />
                </label>
                {filters
                    .iter()
                    .map(|filter| filter_view(*filter, columns, rows, Signal::derive(move || url.get(&key(filter.column))),
                        Callback::new(move |value: String| choose(filter.column, value))))
                    .collect_view()}
                <Show when=filtered>
                    <button type="button" class="button button-plain" on:click=clear>{tr(|t| t.clear_filters)}</button>
                </Show>
                <span class="toolbar-end">
                    <span class="read-at">
                        {move || load.with(|load| load.read_at).map(|at| (texts().last_read)(&format::moment(at)))}
                    </span>
                    {refresh
                        .map(|refresh| {
                            view! {
                                <button
                                    type="button"
                                    class="button"
                                    disabled=move || load.with(|load| load.loading)
                                    on:click=move |_| refresh.run(())
                                >
                                    {tr(|t| t.refresh)}
                                </button>
                            }
                        })}
                </span>
            </div>
            <FailureAlert failure=Signal::derive(move || load.with(|load| load.failure.clone())) retry=refresh />
            <div class="table-scroll" tabindex="0" role="group" aria-label=tr(name)>
                <table aria-label=tr(name) aria-busy=move || load.with(|load| load.loading).to_string()>
                    <thead>
                        <tr>
                            {columns
                                .iter()
                                .enumerate()
                                .map(|(index, column)| {
                                    view! {
                                        <th scope="col" aria-sort=move || sorted(index)>
                                            <button type="button" on:click=move |_| toggle(index)>{tr(column.title)}</button>
                                        </th>
                                    }
                                })
                                .collect_view()}
                        </tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            <Show when=move || { count() > PAGE_ROWS }>
                <nav class="pager" aria-label=tr(name)>
                    <button
                        type="button"
                        class="button"
                        disabled=move || page.get() == 1
                        on:click=move |_| url.set(vec![(key("page"), (page.get_untracked() - 1).to_string())])
                    >
                        {tr(|t| t.previous)}
                    </button>
                    <span role="status">
                        {move || {
                            let first = (page.get() - 1) * PAGE_ROWS + 1;
                            (texts().rows_of)(first, (first + PAGE_ROWS - 1).min(count()), count())
                        }}
                    </span>
                    <button
                        type="button"
                        class="button"
                        disabled=move || { page.get() * PAGE_ROWS >= count() }
                        on:click=move |_| url.set(vec![(key("page"), (page.get_untracked() + 1).to_string())])
                    >
                        {tr(|t| t.next)}
                    </button>
                </nav>
            </Show>
        </section>
    }
}

fn row_view(row: &Row) -> AnyView {
    let mut cells = row.cells.iter();
    let head = cells.next().map(|cell| view! { <th scope="row">{cell.view()}</th> });
    let rest = cells.map(|cell| view! { <td>{cell.view()}</td> }).collect_view();
    view! { <tr>{head}{rest}</tr> }.into_any()
}

fn skeleton(columns: usize) -> AnyView {
    (0..SKELETON_ROWS)
        .map(|_| {
            let cells =
                (0..columns).map(|_| view! { <td><span class="skeleton"></span></td> }).collect_view();
            view! { <tr aria-hidden="true">{cells}</tr> }
        })
        .collect_view()
        .into_any()
}

fn filter_view(
    filter: Filter,
    columns: &'static [Column],
    rows: Signal<Option<Arc<Vec<Row>>>>,
    value: Signal<String>,
    choose: Callback<String>,
) -> AnyView {
    let index = columns.iter().position(|column| column.id == filter.column).unwrap_or_default();
    let title = columns.get(index).map(|column| tr(column.title));
    let options = Memo::new(move |_| {
        let mut values: Vec<String> = rows.with(|rows| {
            rows.iter()
                .flat_map(|rows| rows.iter())
                .filter_map(|row| row.cells.get(index))
                .map(|cell| cell.as_str().to_owned())
                .collect()
        });
        // A linked value stays choosable even if no row has it now.
        values.push(value.get());
        values.retain(|value| !value.is_empty());
        values.sort();
        values.dedup();
        values
    });
    view! {
        <label class="filter">
            <span>{title}</span>
            <select on:change=move |event| choose.run(event_target_value(&event))>
                <option value="" selected=move || value.get().is_empty()>{tr(|t| t.any)}</option>
                {move || {
                    options
                        .get()
                        .into_iter()
                        .map(|option| {
                            let selected = option == value.get_untracked();
                            view! { <option value=option.clone() selected=selected>{option.clone()}</option> }
                        })
                        .collect_view()
                }}
            </select>
        </label>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        [("10", "Alpha", 5.0), ("9", "베타 file", 50.0), ("100", "Gamma file", 1.0)]
            .map(|(id, name, size)| Row {
                cells: vec![
                    Cell::Text(id.into()),
                    Cell::Text(name.into()),
                    Cell::Amount { text: format!("{size} MB"), value: Some(size) },
                ],
            })
            .to_vec()
    }

    fn ids(rows: &[Row]) -> Vec<&str> {
        rows.iter().map(|row| row.cells[0].as_str()).collect()
    }

    #[test]
    fn filters_by_every_word_in_any_cell() {
        assert_eq!(ids(&arrange(&rows(), "FILE 베타", &[], None)), ["9"]);
        assert_eq!(ids(&arrange(&rows(), "file", &[(0, "100".into())], None)), ["100"]);
        assert!(arrange(&rows(), "nothing", &[], None).is_empty());
    }

    #[test]
    fn sorts_numbers_as_numbers_and_keeps_the_order_given_otherwise() {
        assert_eq!(ids(&arrange(&rows(), "", &[], None)), ["10", "9", "100"]);
        assert_eq!(ids(&arrange(&rows(), "", &[], Some((0, false)))), ["9", "10", "100"]);
        assert_eq!(ids(&arrange(&rows(), "", &[], Some((2, true)))), ["9", "10", "100"]);
    }
}
