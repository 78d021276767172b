//! Columns: what a table shows of a record, each in one expression.

use std::fmt;
use std::sync::Arc;

use leptos::prelude::Signal;

use crate::Cell;

/// Makes the cell of a record.
type MakeCell<R, C> = Arc<dyn Fn(&R, &C) -> Cell + Send + Sync>;

/// A column over records of type `R`. `C`: what the records of one list have in common, such as the
/// frame they were read of. The cell gives the sort key and the search text too.
pub struct Column<R, C = ()> {
    head: Head,
    cell: MakeCell<R, C>,
}

/// What a table needs to know of a column, whatever its records are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Head {
    /// Name in the URL.
    pub id: &'static str,
    /// Heading.
    pub title: &'static str,
    /// Whether the column is left out while it is empty in all rows.
    pub optional: bool,
    /// Whether one of its values can be chosen above the table.
    pub filtered: bool,
    /// Whether the column is left out where a row is a card, because the row's own page shows it.
    pub secondary: bool,
    /// How many rows are ticked, if the column has boxes to tick.
    pub ticked: Option<Signal<usize>>,
}

impl Head {
    /// The class of its heading and its cells.
    pub(super) fn class(&self) -> Option<&'static str> {
        self.secondary.then_some("secondary")
    }
}

impl<R, C> Column<R, C> {
    /// A column that is always there.
    pub fn new(
        id: &'static str,
        title: &'static str,
        cell: impl Fn(&R, &C) -> Cell + Send + Sync + 'static,
    ) -> Self {
        Self {
            head: Head { id, title, optional: false, filtered: false, secondary: false, ticked: None },
            cell: Arc::new(cell),
        }
    }

    /// Leaves the column out while it is empty in all rows.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.head.optional = true;
        self
    }

    /// Offers the column's values above the table.
    #[must_use]
    pub fn filtered(self) -> Self {
        self.filtered_if(true)
    }

    /// Offers the column's values above the table, or not.
    #[must_use]
    pub fn filtered_if(mut self, filtered: bool) -> Self {
        self.head.filtered = filtered;
        self
    }

    /// Leaves the column out where a row is a card.
    #[must_use]
    pub fn secondary(mut self) -> Self {
        self.head.secondary = true;
        self
    }

    /// Says how many rows are ticked, of a column with boxes to tick.
    #[must_use]
    pub fn ticked(mut self, count: impl Into<Signal<usize>>) -> Self {
        self.head.ticked = Some(count.into());
        self
    }

    /// What the column is called.
    pub fn head(&self) -> Head {
        self.head
    }

    /// The cell of a record.
    pub fn cell(&self, record: &R, context: &C) -> Cell {
        (self.cell)(record, context)
    }
}

impl<R, C> Clone for Column<R, C> {
    fn clone(&self) -> Self {
        Self { head: self.head, cell: self.cell.clone() }
    }
}

impl<R, C> fmt::Debug for Column<R, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head.fmt(f)
    }
}

/// The heads of columns.
pub fn heads<R, C>(columns: &[Column<R, C>]) -> Arc<[Head]> {
    columns.iter().map(Column::head).collect()
}
