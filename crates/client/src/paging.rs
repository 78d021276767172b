//! Reads a whole list, page by page, from a server that may break the rules.
//!
//! The answers carry neither a page number nor a "has next", and `totalCount` may be wrong. So
//! records are collected by their identity, and a result says whether it is complete.

mod identity;

pub use identity::{
    AccountKey, BoxKey, BucketKey, ExportKey, FrameInfraKey, FrameKey, Identified, ImportKey, NasKey, NoKey,
};

use std::collections::BTreeMap;

use databoxframe::frame::{FrameInfra, FrameInfraList};
use databoxframe::{Amount, List, Operation, Page};

use crate::gateway::{Abort, Client, Failure};

/// Paging of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paging {
    /// The operation has no pages: one answer is the list.
    Single,
    /// Page after page.
    Pages {
        /// Records asked for with each request.
        size: u64,
        /// Requests sent at most.
        max_pages: u64,
    },
}

impl Paging {
    /// Frames, boxes and frame infrastructure: the largest pages, and as many as the service has.
    pub const RESOURCES: Self = Self::Pages { size: 100, max_pages: 100 };
    /// Lists of requests: the largest pages. 50,000 requests are more than anybody reads; a time
    /// window finds older ones.
    pub const REQUESTS: Self = Self::Pages { size: 1000, max_pages: 50 };

    fn first(self) -> Option<Page> {
        match self {
            Self::Single => None,
            Self::Pages { size, .. } => Some(Page { number: 1, size }),
        }
    }
}

/// Completeness of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completeness {
    /// No sign of missing records.
    #[default]
    Complete,
    /// A full page came again: the server ignores `pageNo`.
    RepeatedPage,
    /// There were still full pages after the last request.
    RequestLimit,
    /// The server says that there are more records than it sent.
    FewerThanTotal {
        /// `totalCount`.
        total: usize,
    },
    /// The list got shorter while it was read: a record may have moved to a page already read.
    ChangedWhileReading,
}

impl Completeness {
    /// Whether no record is missing, as far as the answers show.
    pub fn is_complete(self) -> bool {
        self == Self::Complete
    }
}

/// The records of all pages, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paged<R> {
    /// The records in the order of the pages.
    pub records: Vec<R>,
    /// Completeness of the records.
    pub completeness: Completeness,
}

/// An answer that holds a list.
pub trait Listed {
    /// Records.
    type Record: Identified + Send + Sync + 'static;
    /// The list.
    fn list(self) -> List<Self::Record>;
}

impl<R: Identified + Send + Sync + 'static> Listed for List<R> {
    type Record = R;
    fn list(self) -> Self {
        self
    }
}

impl Listed for FrameInfraList {
    type Record = FrameInfra;
    fn list(self) -> List<FrameInfra> {
        self.list
    }
}

/// The records that an operation lists.
pub type RecordOf<O> = <<O as Operation>::Response as Listed>::Record;

/// Reads all records of a list. `operation`: the operation for a page, or for the one answer of a
/// list without pages.
///
/// # Errors
/// If any page can't be read, see [`Failure`]. A list that came but may not be whole is no error.
pub async fn read_all<O>(
    client: Client,
    abort: &Abort,
    paging: Paging,
    operation: impl Fn(Option<Page>) -> O,
) -> Result<Paged<RecordOf<O>>, Failure>
where
    O: Operation,
    O::Response: Listed,
{
    let mut collector = Collector::new(paging);
    let mut page = paging.first();
    loop {
        match collector.take(client.read(&operation(page), abort).await?.list()) {
            Some(next) => page = Some(next),
            None => return Ok(collector.finish()),
        }
    }
}

/// Collects the answers of a list.
struct Collector<R: Identified> {
    paging: Paging,
    /// Number of the requested page, from 1.
    number: u64,
    records: Vec<R>,
    /// Position of the record of an identity.
    known: BTreeMap<R::Identity, usize>,
    total: Option<usize>,
    completeness: Completeness,
}

impl<R: Identified> Collector<R> {
    fn new(paging: Paging) -> Self {
        let completeness = Completeness::Complete;
        Self { paging, number: 1, records: Vec::new(), known: BTreeMap::new(), total: None, completeness }
    }

    /// Takes an answer in; gives the page to ask for next, if any.
    fn take(&mut self, list: List<R>) -> Option<Page> {
        let total = list.total_count.as_ref().and_then(Amount::whole);
        let total = total.map(|total| usize::try_from(total).unwrap_or(usize::MAX));
        let came = list.content.len();
        // An empty answer does not cancel the totals of the others.
        let total = if came > 0 || self.number == 1 { total } else { None };
        if let (Some(before), Some(total)) = (self.total, total)
            && total < before
        {
            self.completeness = Completeness::ChangedWhileReading;
        }
        self.total = total.or(self.total);
        let is_new = self.add(list.content);
        let Paging::Pages { size, max_pages } = self.paging else { return None };
        let full = u64::try_from(came).is_ok_and(|came| came >= size);
        let promised = self.total.is_some_and(|total| self.records.len() < total);
        if !is_new {
            if full {
                self.completeness = Completeness::RepeatedPage;
            }
            return None;
        }
        // A full page is never the end, whatever the total says; a short one is unless it says so.
        if !full && !promised {
            return None;
        }
        if self.number >= max_pages {
            self.completeness = Completeness::RequestLimit;
            return None;
        }
        self.number += 1;
        Some(Page { number: self.number, size })
    }

    /// Adds the records of a page. Returns whether one of them is new.
    fn add(&mut self, content: Vec<R>) -> bool {
        let before = self.records.len();
        let mut anonymous = 0;
        for record in content {
            let Some(identity) = record.identity() else {
                anonymous += 1;
                self.records.push(record);
                continue;
            };
            match self.known.get(&identity) {
                // The record moved while the list was read: the last version is the newest.
                Some(index) => {
                    if let Some(known) = self.records.get_mut(*index) {
                        *known = record;
                    }
                }
                None => {
                    self.known.insert(identity, self.records.len());
                    self.records.push(record);
                }
            }
        }
        let added = self.records.len() - before;
        // Records without identity are new unless they are the page before once more.
        let (old, new) = self.records.split_at(before);
        if added > 0 && added == anonymous && old.ends_with(new) {
            self.records.truncate(before);
            return false;
        }
        added > 0
    }

    fn finish(self) -> Paged<R> {
        let completeness = match (self.completeness, self.total) {
            (Completeness::Complete | Completeness::ChangedWhileReading, Some(total))
                if self.records.len() < total =>
            {
                Completeness::FewerThanTotal { total }
            }
            (completeness, _) => completeness,
        };
        Paged { records: self.records, completeness }
    }
}

#[cfg(test)]
mod tests;
