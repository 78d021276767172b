//! The order of the rows by a column.

use std::cmp::Ordering;

use crate::cell::SortKey;
use crate::table::row::Row;

/// For each row its rank in the order of a column; rows that are alike share one.
#[derive(Debug, Default)]
pub struct Ranks {
    /// What the first rows are sorted by, while not all are known.
    keys: Vec<SortKey>,
    ranks: Vec<u32>,
}

impl Ranks {
    /// How many rows were looked at.
    pub fn len(&self) -> usize {
        self.keys.len().max(self.ranks.len())
    }

    /// Looks at the next rows.
    pub fn extend(&mut self, rows: &[Row], column: usize) {
        self.keys.extend(rows.iter().map(|row| row.cell(column).sort_key()));
    }

    /// Sorts, once all rows were looked at.
    pub fn finish(&mut self) {
        if self.keys.is_empty() {
            return;
        }
        let keys = std::mem::take(&mut self.keys);
        let mut order: Vec<(u32, &SortKey)> = (0..).zip(&keys).collect();
        order.sort_by(|(_, a), (_, b)| a.compare(b));
        self.ranks = vec![0; order.len()];
        let (mut rank, mut before) = (0, None::<&SortKey>);
        for (row, key) in order {
            if before.is_some_and(|before| before.compare(key) != Ordering::Equal) {
                rank += 1;
            }
            before = Some(key);
            if let Some(place) = self.ranks.get_mut(row as usize) {
                *place = rank;
            }
        }
    }

    /// Sorts the numbers of rows; ties keep their order.
    pub fn sort(&self, rows: &mut [u32], descending: bool) {
        let rank = |row: &u32| self.ranks.get(*row as usize).copied().unwrap_or_default();
        if descending {
            rows.sort_by_key(|row| std::cmp::Reverse(rank(row)));
        } else {
            rows.sort_by_key(rank);
        }
    }
}
