//! Which rows are shown, in which order.
//!
//! What searches, filters and sorts compare is made once for all key presses, when it is first
//! asked for, and piece by piece, so that input never waits for it.

mod ranks;
mod sums;
mod texts;
mod values;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::row::Row;
use crate::fold::fold;
use crate::{Cell, SelectableLink};
use ranks::Ranks;
pub use sums::Sum;
use sums::Sums;
use texts::Texts;
use values::Values;

/// So many rows are looked at before it is asked whether there is time for more.
const PIECE: usize = 128;

/// What rows are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Index of the column.
    pub column: usize,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// Which rows are wanted, in which order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// Each word stands somewhere in the row.
    pub search: String,
    /// The chosen values, each with the index of its column.
    pub chosen: Vec<(usize, String)>,
    /// The order; without one, and for ties, that of the list.
    pub sort: Option<Sort>,
}

/// Whether there is time for another piece of work.
pub type Time<'a> = &'a mut dyn FnMut() -> bool;

/// Rows with what searches, filters and sorts compare of them.
#[derive(Debug, Default)]
pub struct Index {
    rows: Arc<Vec<Row>>,
    texts: Texts,
    values: BTreeMap<usize, Values>,
    ranks: BTreeMap<usize, Ranks>,
    sums: BTreeMap<usize, Sums>,
    picks: Option<Vec<(u32, SelectableLink)>>,
}

impl Index {
    /// Of these rows. What `before` has of them is taken over.
    pub fn new(rows: Arc<Vec<Row>>, before: Option<&mut Self>) -> Self {
        let Some(before) = before else { return Self { rows, ..Self::default() } };
        let same = rows.iter().zip(before.rows.iter()).take_while(|(row, old)| row == old).count();
        let mut index = std::mem::take(before);
        if same < rows.len() || same < index.rows.len() {
            index.texts.truncate(same);
            (index.values, index.ranks, index.sums) = Default::default();
        }
        Self { rows, picks: None, ..index }
    }

    /// The rows.
    pub fn rows(&self) -> &Arc<Vec<Row>> {
        &self.rows
    }

    /// Makes what is missing for [`Index::arrange`]; whether all is there.
    pub fn prepare(&mut self, wanted: &Wanted, time: Time) -> bool {
        (wanted.search.trim().is_empty() || self.prepare_search(time))
            && wanted.chosen.iter().all(|(column, _)| self.prepare_values(*column, time))
            && wanted.sort.is_none_or(|sort| self.prepare_sort(sort.column, time))
    }

    /// The same for searches.
    pub fn prepare_search(&mut self, time: Time) -> bool {
        let Self { rows, texts, .. } = self;
        pieces(rows, texts.len(), time, |rows| texts.extend(rows))
    }

    /// The same for the values of a column.
    pub fn prepare_values(&mut self, column: usize, time: Time) -> bool {
        let values = self.values.entry(column).or_default();
        pieces(&self.rows, values.len(), time, |rows| values.extend(rows, column))
    }

    /// The same for the total of a column.
    pub fn prepare_sum(&mut self, column: usize, time: Time) -> bool {
        let sums = self.sums.entry(column).or_default();
        pieces(&self.rows, sums.len(), time, |rows| sums.extend(rows, column))
    }

    /// The total of a column over these rows, after [`Index::prepare_sum`].
    pub fn sum(&self, column: usize, rows: &[u32]) -> Sum {
        self.sums.get(&column).map(|sums| sums.of(rows)).unwrap_or_default()
    }

    fn prepare_sort(&mut self, column: usize, time: Time) -> bool {
        let ranks = self.ranks.entry(column).or_default();
        let is_ready = pieces(&self.rows, ranks.len(), time, |rows| ranks.extend(rows, column));
        if is_ready {
            ranks.finish();
        }
        is_ready
    }

    /// The numbers of the rows that are wanted, in their order, after [`Index::prepare`].
    pub fn arrange(&self, wanted: &Wanted) -> Vec<u32> {
        let search = fold(&wanted.search);
        let words: Vec<&str> = search.split_whitespace().collect();
        let mut passes = vec![true; self.rows.len()];
        for (column, value) in &wanted.chosen {
            let values = self.values.get(column).into_iter();
            for (passes, is_accepted) in passes.iter_mut().zip(values.flat_map(|all| all.accepted(value))) {
                *passes &= is_accepted;
            }
        }
        if !words.is_empty() {
            for (passes, text) in passes.iter_mut().zip(self.texts.iter()) {
                *passes = *passes && words.iter().all(|word| text.contains(word));
            }
        }
        let mut shown: Vec<u32> =
            (0..).zip(passes).filter(|(_, passes)| *passes).map(|(row, _)| row).collect();
        if let Some(sort) = wanted.sort
            && let Some(ranks) = self.ranks.get(&sort.column)
        {
            ranks.sort(&mut shown, sort.descending);
        }
        shown
    }

    /// The different values of a column in the order of their texts, as (key, text), after
    /// [`Index::prepare_values`].
    pub fn distinct(&self, column: usize) -> Vec<(String, String)> {
        self.values.get(&column).map(Values::distinct).unwrap_or_default()
    }

    /// The boxes to tick in a column, each with the number of its row.
    pub fn picks(&mut self, column: usize) -> &[(u32, SelectableLink)] {
        let pick = |(number, row): (u32, &Row)| match row.cell(column) {
            Cell::SelectableLink(pick) => Some((number, pick)),
            _ => None,
        };
        self.picks.get_or_insert_with(|| (0..).zip(self.rows.iter()).filter_map(pick).collect())
    }
}

/// Lets `work` go on behind the first `done` rows; whether it is through.
fn pieces(rows: &[Row], done: usize, time: Time, mut work: impl FnMut(&[Row])) -> bool {
    for piece in rows.get(done..).unwrap_or_default().chunks(PIECE) {
        if !time() {
            return false;
        }
        work(piece);
    }
    true
}

/// An index that several parts of a table use.
#[derive(Clone, Debug)]
pub struct SharedIndex(Arc<Mutex<Index>>);

/// Not what is in them: that is the same until there are other rows.
impl PartialEq for SharedIndex {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl SharedIndex {
    /// Of these rows. What `before` has of them is taken over.
    pub fn new(rows: Arc<Vec<Row>>, before: Option<&Self>) -> Self {
        let index = match before {
            Some(before) => before.with(|before| Index::new(rows, Some(before))),
            None => Index::new(rows, None),
        };
        Self(Arc::new(Mutex::new(index)))
    }

    /// Uses it.
    pub fn with<T>(&self, work: impl FnOnce(&mut Index) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests;
