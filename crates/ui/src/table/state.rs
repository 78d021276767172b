//! The state of a table in the URL: search, filters, sort order and page.

use std::sync::Arc;

use leptos::prelude::*;

use super::column::Head;
use super::index::Sort;
use super::layout::ChosenLayout;
use super::views::{self, Views};
use crate::url::{Parameter, UrlState};

/// Most rows on one page, unless somebody chooses more: more would make typing in a filter feel slow.
const PAGE_ROWS: usize = 100;
/// Where there are several tables, so that the next one is not far below.
const SHORT_PAGE_ROWS: usize = 25;
/// How many rows on a page can be chosen.
pub const PAGE_SIZES: [usize; 4] = [SHORT_PAGE_ROWS, 50, PAGE_ROWS, 250];

/// The state of one table. `prefix`: of its names in the URL, empty for the only table of a page.
#[derive(Clone)]
pub struct TableState {
    pub url: UrlState,
    pub prefix: &'static str,
    pub heads: Arc<[Head]>,
    pub layout: ChosenLayout,
    pub views: Views,
}

impl TableState {
    /// The name of a parameter of this table.
    pub fn key(&self, name: &str) -> String {
        if self.prefix.is_empty() { name.to_owned() } else { format!("{}.{name}", self.prefix) }
    }

    /// The value of a parameter; tracked.
    pub fn get(&self, name: &str) -> String {
        self.url.get(&self.key(name))
    }

    /// Sets a parameter.
    pub fn choose(&self, name: &str, value: String) {
        self.set(vec![(name, value)]);
    }

    /// Sets search, filters and sort order. Another choice begins at its first page.
    pub fn set(&self, changes: Vec<(&str, String)>) {
        self.url.set(self.changes(changes));
    }

    /// Searches, while somebody types.
    pub fn search(&self, text: String) {
        self.url.type_in(self.changes(vec![("q", text)]));
    }

    fn changes(&self, changes: Vec<(&str, String)>) -> Vec<Parameter> {
        let others = [("page", String::new()), views::shown(self, &changes)];
        others.into_iter().chain(changes).map(|(name, value)| (self.key(name), value)).collect()
    }

    /// The columns with a filter, each with its index.
    pub fn filters(&self) -> impl Iterator<Item = (usize, Head)> {
        self.heads.iter().copied().enumerate().filter(|(_, head)| head.filtered)
    }

    /// The parameters of search, filters, sort order and, of the only table, the dates that its page
    /// reads.
    pub fn names(&self) -> Vec<&'static str> {
        let dates: &[&'static str] = if self.prefix.is_empty() { &["from", "to"] } else { &[] };
        let filters = self.filters().map(|(_, head)| head.id);
        ["q", "sort"].into_iter().chain(dates.iter().copied()).chain(filters).collect()
    }

    /// The chosen values, each with the index of its column; tracked.
    pub fn chosen(&self) -> Vec<(usize, String)> {
        let value = |(index, head): (usize, Head)| (index, self.get(head.id));
        self.filters().map(value).filter(|(_, value)| !value.is_empty()).collect()
    }

    /// What the rows are sorted by; tracked.
    pub fn sort(&self) -> Option<Sort> {
        let text = self.get("sort");
        let (id, descending) = text.strip_prefix('-').map_or((text.as_str(), false), |id| (id, true));
        let column = self.heads.iter().position(|head| head.id == id)?;
        Some(Sort { column, descending })
    }

    /// Sorts by a column: ascending, then descending, then not at all.
    pub fn toggle_sort(&self, column: usize) {
        let Some(id) = self.heads.get(column).map(|head| head.id) else { return };
        let next = match untrack(|| self.sort()).filter(|sort| sort.column == column) {
            None => id.to_owned(),
            Some(Sort { descending: false, .. }) => format!("-{id}"),
            Some(_) => String::new(),
        };
        self.choose("sort", next);
    }

    /// Whether a search, a filter or the dates leave rows out; tracked.
    pub fn filtered(&self) -> bool {
        self.narrowing().any(|name| !self.get(name).is_empty())
    }

    /// Ends search, filters and dates.
    pub fn clear(&self) {
        self.set(self.narrowing().map(|name| (name, String::new())).collect());
    }

    /// Whether dates leave rows out; tracked.
    pub fn has_dates(&self) -> bool {
        self.prefix.is_empty() && ["from", "to"].into_iter().any(|name| !self.get(name).is_empty())
    }

    /// The parameters that leave rows out.
    fn narrowing(&self) -> impl Iterator<Item = &'static str> {
        self.names().into_iter().filter(|name| *name != "sort")
    }

    /// Most rows on one page; tracked.
    pub fn page_rows(&self) -> usize {
        let chosen = self.layout.with(|layout| layout.rows).filter(|rows| PAGE_SIZES.contains(rows));
        chosen.unwrap_or(if self.prefix.is_empty() { PAGE_ROWS } else { SHORT_PAGE_ROWS })
    }

    /// Chooses the most rows on one page. The first page is shown.
    pub fn choose_page_rows(&self, rows: &str) {
        self.layout.change(|layout| layout.rows = rows.parse().ok());
        self.url.set(vec![(self.key("page"), String::new())]);
    }

    /// The page shown, from 1, of `count` rows; tracked.
    pub fn page(&self, count: usize) -> usize {
        let last = count.div_ceil(self.page_rows()).max(1);
        self.get("page").parse::<usize>().unwrap_or(1).clamp(1, last)
    }

    /// Shows another page.
    pub fn turn_to(&self, page: usize) {
        self.url.set(vec![(self.key("page"), page.to_string())]);
    }
}
