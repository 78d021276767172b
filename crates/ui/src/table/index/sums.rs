//! The total of a column.

use crate::table::column::Share;
use crate::table::row::Row;

/// What each row adds to the total of a column, as far as they were looked at.
#[derive(Debug, Default)]
pub struct Sums(Vec<Share>);

/// A total over some rows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sum {
    /// The amounts that are known, together.
    pub amount: f64,
    /// How many rows have one.
    pub known: usize,
    /// How many rows should have one.
    pub unknown: usize,
}

impl Sums {
    /// How many rows were looked at.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Looks at the next rows.
    pub fn extend(&mut self, rows: &[Row], column: usize) {
        self.0.extend(rows.iter().map(|row| row.share(column)));
    }

    /// The total over these rows.
    pub fn of(&self, rows: &[u32]) -> Sum {
        let mut sum = Sum::default();
        for share in rows.iter().filter_map(|row| self.0.get(*row as usize)) {
            match share {
                Share::Known(amount) => {
                    sum.amount += amount;
                    sum.known += 1;
                }
                Share::Unknown => sum.unknown += 1,
                Share::None => {}
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::column::{Column, Unit};
    use super::super::super::row::Source;
    use super::*;
    use crate::Cell;

    #[test]
    fn unknown_amounts_are_counted_and_never_zero() {
        let sizes = [Some(2.5), None, Some(0.0), Some(100.0), Some(-1.0)];
        let cell = |size: &Option<f64>, &(): &()| match size {
            Some(size) => Cell::Amount { text: String::new(), written: String::new(), value: Some(*size) },
            None => Cell::None,
        };
        // A negative size stands for a record that has none.
        let due = |size: &Option<f64>| size.is_none_or(|size| size >= 0.0);
        let columns = [
            Column::new("size", "Size", cell).total("Size", Unit::Megabytes, due),
            Column::new("other", "Other", cell),
        ];
        let rows = Row::all(Arc::new(sizes.to_vec()), &Arc::from(columns), &Arc::new(()), Source::none());
        let mut sums = Sums::default();
        sums.extend(&rows, 0);
        assert_eq!(sums.of(&[0, 1, 2, 3, 4]), Sum { amount: 102.5, known: 3, unknown: 1 });
        assert_eq!(sums.of(&[0, 4, 9]), Sum { amount: 2.5, known: 1, unknown: 0 });
        let mut others = Sums::default();
        others.extend(&rows, 1);
        assert_eq!(others.of(&[0, 1]), Sum::default());
    }
}
