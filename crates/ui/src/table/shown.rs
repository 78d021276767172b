//! What of its rows a table shows.

use std::sync::Arc;

use leptos::prelude::*;

use super::TableStatus;
use super::index::{SharedIndex, Wanted};
use super::row::{Row, Rows, new_serial};
use super::slices::Slices;
use super::state::TableState;
use crate::Cell;

/// The rows that pass search and filters, in their order.
#[derive(Clone)]
pub struct Arranged {
    /// All rows.
    pub rows: Arc<Vec<Row>>,
    /// The places of those that pass.
    pub order: Arc<[u32]>,
}

impl PartialEq for Arranged {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows) && self.order == other.order
    }
}

/// A row with its cells.
#[derive(Clone)]
pub struct ShownRow {
    /// Tells it from others in the document.
    pub key: u64,
    row: Row,
    /// Its cells.
    pub cells: Arc<[Cell]>,
}

impl PartialEq for ShownRow {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// What all parts of a table read.
#[derive(Clone)]
pub struct Shown {
    pub state: TableState,
    pub name: &'static str,
    pub index: Memo<Option<SharedIndex>>,
    pub wanted: Memo<Wanted>,
    /// None until the first rows are there. While work is under way, that of before.
    pub arranged: Memo<Option<Arranged>>,
    pub slices: Slices,
    pub status: Signal<TableStatus>,
    /// Stands beside the time of the last read.
    pub progress: ViewFn,
    pub refresh: Callback<()>,
}

impl Shown {
    pub fn new(
        state: TableState,
        name: &'static str,
        rows: Signal<Rows>,
        status: Signal<TableStatus>,
        progress: ViewFn,
        refresh: Callback<()>,
    ) -> Self {
        let slices = Slices::new();
        let index = Memo::new(move |before: Option<&Option<SharedIndex>>| {
            Some(SharedIndex::new(rows.get()?, before.and_then(Option::as_ref)))
        });
        let wanted = {
            let state = state.clone();
            Memo::new(move |_| Wanted { search: state.get("q"), chosen: state.chosen(), sort: state.sort() })
        };
        let arranged = Memo::new(move |before: Option<&Option<Arranged>>| {
            let index = index.get()?;
            let wanted = wanted.get();
            let is_ready = slices.work(|time| untrack(|| index.with(|index| index.prepare(&wanted, time))));
            if !is_ready {
                return before.cloned().flatten();
            }
            Some(
                index.with(|index| Arranged {
                    rows: index.rows().clone(),
                    order: index.arrange(&wanted).into(),
                }),
            )
        });
        Self { state, name, index, wanted, arranged, slices, status, progress, refresh }
    }

    /// Whether rows are on their way: to be read, or read and not shown yet.
    pub fn is_busy(&self) -> Memo<bool> {
        let Self { index, arranged, status, .. } = self.clone();
        Memo::new(move |_| {
            let TableStatus { loading, failed, .. } = status.get();
            let is_behind = index.with(|index| match index {
                None => !failed,
                Some(index) => {
                    let rows = index.with(|index| index.rows().clone());
                    arranged.with(|shown| shown.as_ref().is_none_or(|shown| !Arc::ptr_eq(&shown.rows, &rows)))
                }
            });
            loading || is_behind
        })
    }

    /// How many rows pass search and filters; tracked.
    pub fn count(&self) -> usize {
        self.arranged.with(|arranged| arranged.as_ref().map_or(0, |arranged| arranged.order.len()))
    }

    /// The rows of the page shown. Only they have cells.
    pub fn rows(&self) -> Memo<Vec<ShownRow>> {
        let shown = self.clone();
        Memo::new(move |before: Option<&Vec<ShownRow>>| {
            let (page, page_rows) = (shown.state.page(shown.count()), shown.state.page_rows());
            shown.arranged.with(|arranged| {
                let Some(Arranged { rows, order }) = arranged else { return Vec::new() };
                let places = order.iter().skip((page - 1) * page_rows).take(page_rows);
                let rows = places.filter_map(|place| rows.get(*place as usize));
                untrack(|| rows.map(|row| with_cells(row, before.map_or(&[], Vec::as_slice))).collect())
            })
        })
    }
}

/// A row with its cells; if they are what they were, it is the one of before. They may change
/// although the record does not, as with the time since when something is under way.
fn with_cells(row: &Row, before: &[ShownRow]) -> ShownRow {
    let old = before.iter().find(|old| old.row == *row);
    if let Some(old) = old.filter(|old| old.row.is_of_one_list_with(row)) {
        return old.clone();
    }
    let cells = row.cells().into();
    match old {
        Some(old) if old.cells == cells => ShownRow { row: row.clone(), ..old.clone() },
        Some(_) => ShownRow { key: new_serial(), row: row.clone(), cells },
        None => ShownRow { key: row.serial(), row: row.clone(), cells },
    }
}
