//! One of several lists that are shown together.

use std::cmp::Ordering;
use std::sync::Arc;

use databoxframe::date::{DateTime, Stamp};
use leptos::prelude::*;

use crate::components::Row;
use crate::paging::{Progress, UnreadRows};
use crate::query_cache::Load;

/// Rank of a request among all lists: waiting requests first, in the order in which they came, then
/// the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rank {
    /// Whether the request waits for somebody.
    pub waits: bool,
    /// Time of the request.
    date: Option<DateTime>,
    /// What the API wrote instead of a date.
    text: Option<Box<str>>,
}

impl Rank {
    /// The rank of a request of this time.
    pub fn new(waits: bool, applied: Option<&Stamp>) -> Self {
        let date = applied.and_then(Stamp::date);
        let text = applied.filter(|_| date.is_none()).map(|stamp| stamp.as_str().into());
        Self { waits, date, text }
    }

    /// The order of rows.
    pub fn compare(&self, other: &Self) -> Ordering {
        let newest_first = other.date.cmp(&self.date).then_with(|| other.text.cmp(&self.text));
        other.waits.cmp(&self.waits).then(if self.waits { newest_first.reverse() } else { newest_first })
    }
}

/// A row with its rank.
pub type Ranked = (Rank, Row);

/// The lists that are shown together. Each change makes others.
#[derive(Clone, Default)]
pub struct Listings {
    pub all: Arc<[Listing]>,
    /// Whether there are no more of them.
    pub is_complete: bool,
}

impl Listings {
    /// Whether all lists failed, so that there is nothing to wait for; tracked.
    pub fn nothing_read(&self) -> bool {
        let has_failed =
            |listing: &&Listing| listing.load.with(|load| load.failure.is_some() && load.read_at.is_none());
        let of_requests = || self.all.iter().filter(|listing| listing.parts.is_some());
        match of_requests().next() {
            Some(_) => self.is_complete && of_requests().all(|one| has_failed(&one)),
            // Without boxes there are none.
            None => !self.all.is_empty() && self.all.iter().all(|one| has_failed(&one)),
        }
    }
}

impl PartialEq for Listings {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.all, &other.all)
    }
}

/// One of the lists, independent of the type of its records.
#[derive(Clone)]
pub struct Listing {
    pub names: Vec<String>,
    pub rows: Arc<dyn Fn() -> Option<Vec<Ranked>> + Send + Sync>,
    pub load: Signal<Load>,
    pub refresh: Callback<()>,
    pub parts: Option<Parts>,
}

/// How a list stands that arrives in parts.
#[derive(Clone, Copy)]
pub struct Parts {
    /// While they arrive; when they are there, all of them.
    pub progress: Signal<Option<Progress>>,
    pub is_arriving: Signal<bool>,
    pub unread: Signal<Arc<[UnreadRows]>>,
    pub read_pages: Callback<Vec<u64>>,
}

impl Listing {
    /// A read whose data is shown elsewhere.
    pub fn without_rows(names: Vec<String>, load: Signal<Load>, refresh: Callback<()>) -> Self {
        Self { names, rows: Arc::new(|| None), load, refresh, parts: None }
    }

    /// The rows that could not be read; tracked.
    pub fn unread(&self) -> Arc<[UnreadRows]> {
        self.parts.map(|parts| parts.unread.get()).unwrap_or_default()
    }
}

/// The state of two reads together: loading while either is, and as old as the older one. Failures
/// and incomplete lists are reported separately.
pub fn whole(sum: Load, one: Load) -> Load {
    Load {
        loading: sum.loading || one.loading,
        failure: sum.failure,
        read_at: match (sum.read_at, one.read_at) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        },
        completeness: sum.completeness,
    }
}

/// How much of all lists was read, while one of them arrives in parts; tracked.
pub fn progress(listings: &[Listing]) -> Option<Progress> {
    let parts = || listings.iter().filter_map(|listing| listing.parts);
    if !parts().any(|parts| parts.is_arriving.get()) {
        return None;
    }
    let mut sum = Progress { read: 0, total: Some(0) };
    for parts in parts() {
        // Of a list that has not been answered nobody knows how long it is.
        let Progress { read, total } = parts.progress.get().unwrap_or(Progress { read: 0, total: None });
        sum.read += read;
        sum.total = sum.total.zip(total).map(|(sum, total)| sum.saturating_add(total));
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_longest_is_first_and_the_newest_of_the_others() {
        let mut requests = [
            (false, "2024-03-01"),
            (true, "2024-03-05 00:00:00"),
            (false, "2024-03-09 00:00:00"),
            (false, "yesterday"),
            (true, ""),
            (true, "2024-03-02T23:00:00"),
            (true, "2024-03-02 23:59:00"),
        ];
        let rank = |(waits, applied): (bool, &str)| Rank::new(waits, Some(&Stamp::new(applied)));
        requests.sort_by(|one, other| rank(*one).compare(&rank(*other)));
        let expected = [
            (true, ""),
            (true, "2024-03-02T23:00:00"),
            (true, "2024-03-02 23:59:00"),
            (true, "2024-03-05 00:00:00"),
            (false, "2024-03-09 00:00:00"),
            (false, "2024-03-01"),
            (false, "yesterday"),
        ];
        assert_eq!(requests, expected);
    }
}
