//! The rows that a table shows, for what stands beside it.

use leptos::prelude::*;

use super::Shown;
use super::row::Row;
use super::shown::Arranged;
use crate::Cell;

/// The rows that pass search and filters, of all pages, in their order.
#[derive(Clone, PartialEq)]
pub struct Ordered {
    arranged: Arranged,
    page_rows: usize,
}

impl Ordered {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.arranged.order.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.arranged.order.is_empty()
    }

    /// The cell that names a row. Each call makes it.
    pub fn name(&self, index: usize) -> Option<Cell> {
        let place = *self.arranged.order.get(index)?;
        self.arranged.rows.get(usize::try_from(place).ok()?).map(|row: &Row| row.cell(0))
    }

    /// The page on which a row stands, from 1.
    pub const fn page(&self, index: usize) -> usize {
        match index.checked_div(self.page_rows) {
            Some(page) => page + 1,
            None => 1,
        }
    }
}

impl std::fmt::Debug for Ordered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} rows", self.len())
    }
}

/// The rows of the table below the owner that provides it as a context; none while nothing was read.
#[derive(Clone, Copy, Debug)]
pub struct RowOrder(pub RwSignal<Option<Ordered>>);

/// Gives the rows to whoever provides a place for them.
pub fn provide(shown: &Shown) {
    let Some(RowOrder(order)) = use_context() else { return };
    let (arranged, state) = (shown.arranged, StoredValue::new(shown.state.clone()));
    Effect::new(move |_| {
        let page_rows = state.with_value(|state| state.page_rows());
        order.set(arranged.get().map(|arranged| Ordered { arranged, page_rows }));
    });
    on_cleanup(move || {
        order.try_set(None);
    });
}
