//! Pages that could not be read.

use std::sync::Arc;

use super::collector::Collector;
use crate::gateway::Failure;

/// Adjacent pages that could not be read for the same reason.
#[derive(Clone, Debug, PartialEq)]
pub struct UnreadRows {
    /// The first row, from 1.
    pub first: u64,
    /// The last row; none if the service does not say that there are so many.
    pub last: Option<u64>,
    /// Their pages.
    pub pages: Vec<u64>,
    /// Why.
    pub failure: Failure,
}

/// The pages of a list that could not be read, and what is needed to read only them.
#[derive(Debug)]
pub struct Unread<R> {
    /// The rows.
    pub rows: Arc<[UnreadRows]>,
    /// What came, to be gone on with.
    pub(super) kept: Arc<Collector<R>>,
}

impl<R> Clone for Unread<R> {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone(), kept: self.kept.clone() }
    }
}

/// The same rows for the same reasons; the records are compared with the list.
impl<R> PartialEq for Unread<R> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<R> Unread<R> {
    /// Why the first of them could not be read.
    pub fn failure(&self) -> Option<&Failure> {
        self.rows.first().map(|rows| &rows.failure)
    }
}

/// The rows of pages that failed, in order. `total`: of the whole list.
pub(super) fn unread_rows(
    failed: impl Iterator<Item = (u64, Failure)>,
    size: u64,
    total: Option<usize>,
) -> Arc<[UnreadRows]> {
    let total = total.and_then(|total| u64::try_from(total).ok());
    let mut rows: Vec<UnreadRows> = Vec::new();
    for (page, failure) in failed {
        let first = (page - 1) * size + 1;
        let last = total.filter(|total| *total >= first).map(|total| total.min(page * size));
        match rows.last_mut() {
            Some(before) if before.pages.last() == Some(&(page - 1)) && before.failure == failure => {
                before.last = last;
                before.pages.push(page);
            }
            _ => rows.push(UnreadRows { first, last, pages: vec![page], failure }),
        }
    }
    rows.into()
}
