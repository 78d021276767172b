//! The records of the pages of a list.

use std::sync::Arc;

use databoxframe::{Amount, List};

use super::pages::{Content, Ended, Pages};
use super::{Completeness, Identified, Paged, Paging, Plan, Unread};
use crate::gateway::Failure;

/// The records of a list, as they came. [`Pages`] knows which of them stands where.
#[derive(Clone, Debug)]
pub struct Collector<R> {
    pub pages: Pages,
    /// In the order in which they came.
    records: Vec<R>,
}

impl<R: Identified + Clone> Collector<R> {
    /// Of a list of which nothing was read, or not everything.
    pub fn new(paging: Paging, plan: Plan<'_, R>) -> Self {
        match plan {
            Plan::Parts => Self { pages: Pages::new(paging, false), records: Vec::new() },
            Plan::Whole => Self { pages: Pages::new(paging, true), records: Vec::new() },
            Plan::Missing(unread, pages) => {
                let Self { pages: kept, records } = (*unread.kept).clone();
                Self { pages: kept.resume(pages), records }
            }
        }
    }

    /// Takes in a page.
    pub fn take(&mut self, page: u64, list: List<R>) {
        let total = list.total_count.as_ref().and_then(Amount::whole);
        let content = Content {
            first: self.records.len(),
            identities: list.content.iter().map(R::identity).collect(),
            total: total.map(|total| usize::try_from(total).unwrap_or(usize::MAX)),
        };
        self.records.extend(list.content);
        self.pages.take(page, content, &equal(&self.records));
    }

    /// The records so far, in the order of their pages.
    pub fn so_far(&self) -> Paged<R> {
        let records = self.chosen(&self.pages.so_far(&equal(&self.records)));
        Paged { records, completeness: Completeness::Reading, unread: None }
    }

    /// The list, when no page is wanted any more.
    ///
    /// # Errors
    /// See [`Pages::end`].
    pub fn finish(mut self) -> Result<Paged<R>, Failure> {
        let Ended { records, completeness, unread } = self.pages.end(&equal(&self.records))?;
        let Some(rows) = unread else {
            // Nothing is gone on with: the records need no copies.
            let mut all: Vec<Option<R>> = self.records.into_iter().map(Some).collect();
            let records = records.iter().filter_map(|record| all.get_mut(*record)?.take()).collect();
            return Ok(Paged { records, completeness, unread: None });
        };
        let records = self.chosen(&records);
        Ok(Paged { records, completeness, unread: Some(Unread { rows, kept: Arc::new(self) }) })
    }

    /// Copies of the records of these numbers.
    fn chosen(&self, numbers: &[usize]) -> Vec<R> {
        numbers.iter().filter_map(|number| self.records.get(*number).cloned()).collect()
    }
}

/// Whether the records of two numbers are equal.
fn equal<R: PartialEq>(records: &[R]) -> impl Fn(usize, usize) -> bool {
    |one, other| records.get(one) == records.get(other)
}
