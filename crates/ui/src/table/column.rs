//! Columns: what a table shows of a record, each in one expression.

use std::fmt;
use std::sync::Arc;

use leptos::prelude::Signal;

use crate::texts::texts;
use crate::{Action, Cell};

/// Makes the cell of a record.
type MakeCell<R, C> = Arc<dyn Fn(&R, &C) -> Cell + Send + Sync>;

/// A column over records of type `R`. `C`: what the records of one list have in common, such as the
/// frame they were read of. The cell gives the sort key and the search text too.
pub struct Column<R, C = ()> {
    head: Head,
    cell: MakeCell<R, C>,
    /// Whether a record should have the quantity that is added up.
    due: Option<fn(&R) -> bool>,
}

/// The unit of a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// MB.
    Megabytes,
    /// GB.
    Gigabytes,
}

impl Unit {
    /// An amount of it.
    pub fn of(self, amount: &str) -> String {
        match self {
            Self::Megabytes => (texts().mb)(amount),
            Self::Gigabytes => (texts().gb)(amount),
        }
    }
}

/// What the amounts of a column are together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// What they are amounts of.
    pub title: &'static str,
    /// Their unit.
    pub unit: Unit,
}

/// What a record adds to the total of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Share {
    /// This much.
    Known(f64),
    /// It should have an amount, and none can be read.
    Unknown,
    /// It has none.
    None,
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
    /// Whether the column is left out until somebody chooses to see it.
    pub off: bool,
    /// Whether one of its values can be chosen above the table.
    pub filtered: bool,
    /// Whether the column is left out where a row is a card, because the row's own page shows it.
    pub secondary: bool,
    /// How many rows are ticked, if the column has boxes to tick.
    pub ticked: Option<Signal<usize>>,
    /// Whether it has what can be done with a row.
    pub actions: bool,
    /// What its amounts are together, if they are added up.
    pub total: Option<Total>,
}

impl Head {
    /// Of a column that is always there.
    pub const fn new(id: &'static str, title: &'static str) -> Self {
        Self {
            id,
            title,
            optional: false,
            off: false,
            filtered: false,
            secondary: false,
            ticked: None,
            actions: false,
            total: None,
        }
    }
}

impl Head {
    /// The class of its heading and its cells.
    pub(super) fn class(&self) -> Option<&'static str> {
        match (self.actions, self.secondary) {
            (true, _) => Some("row-actions"),
            (false, true) => Some("secondary"),
            (false, false) => None,
        }
    }
}

impl<R, C> Column<R, C> {
    /// A column that is always there.
    pub fn new(
        id: &'static str,
        title: &'static str,
        cell: impl Fn(&R, &C) -> Cell + Send + Sync + 'static,
    ) -> Self {
        Self { head: Head::new(id, title), cell: Arc::new(cell), due: None }
    }

    /// The column of what can be done with a row: in view however far the table is scrolled, and left
    /// out while nothing can be done with any row.
    pub fn actions(make: impl Fn(&R, &C) -> Vec<Action> + Send + Sync + 'static) -> Self {
        let cell = move |record: &R, context: &C| Cell::Actions(make(record, context));
        let mut column = Self::new("actions", texts().actions.actions, cell).optional();
        column.head.actions = true;
        column
    }

    /// Adds up the amounts of the rows that are shown. `due`: whether a record should have one: it is
    /// said of how many that is not known.
    #[must_use]
    pub fn total(mut self, title: &'static str, unit: Unit, due: fn(&R) -> bool) -> Self {
        (self.head.total, self.due) = (Some(Total { title, unit }), Some(due));
        self
    }

    /// What a record adds to the total.
    pub fn share(&self, record: &R, context: &C) -> Share {
        if !self.due.is_some_and(|due| due(record)) {
            return Share::None;
        }
        match self.cell(record, context) {
            Cell::Amount { value: Some(value), .. } => Share::Known(value),
            _ => Share::Unknown,
        }
    }

    /// Leaves the column out while it is empty in all rows.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.head.optional = true;
        self
    }

    /// Leaves the column out until somebody chooses to see it.
    #[must_use]
    pub fn off(mut self) -> Self {
        self.head.off = true;
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
        Self { head: self.head, cell: self.cell.clone(), due: self.due }
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
