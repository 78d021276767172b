//! Puts the pages of a list together, and says which to ask for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use databoxframe::{Amount, List};

use super::unread::{Content, Kept, PageAnswer, Unread, unread_rows};
use super::{Completeness, Identified, Paged, Paging, Progress};
use crate::gateway::{Failure, MAX_READS};

/// So many pages that fail are enough to know: no others are asked for.
const MAX_FAILED: usize = 3;

/// The pages from the first on, put together in their order.
struct Joined<R: Identified> {
    paging: Paging,
    /// How many pages.
    pages: u64,
    records: Vec<R>,
    /// Where the record of an identity is.
    known: BTreeMap<R::Identity, usize>,
    total: Option<usize>,
    completeness: Completeness,
    /// The list has no further page.
    ended: bool,
}

impl<R: Identified + Clone> Joined<R> {
    /// Pages that were put together before, not to the end.
    fn again(
        paging: Paging,
        pages: u64,
        records: &[R],
        total: Option<usize>,
        completeness: Completeness,
    ) -> Self {
        let identities = records.iter().enumerate();
        let known = identities.filter_map(|(index, record)| Some((record.identity()?, index))).collect();
        Self { paging, pages, records: records.to_vec(), known, total, completeness, ended: false }
    }

    /// Adds the next page.
    fn add(&mut self, content: Content<R>) {
        self.pages += 1;
        let came = content.records.len();
        // An answer of nothing does not take back what the others said.
        let total = if came > 0 || self.pages == 1 { content.total } else { None };
        if let (Some(before), Some(total)) = (self.total, total)
            && total < before
        {
            self.completeness = Completeness::ChangedWhileReading;
        }
        self.total = total.or(self.total);
        let is_new = self.add_records(content.records);
        self.ended = true;
        let Paging::Pages { size, max_pages } = self.paging else { return };
        let full = is_full(came, size);
        let promised = self.total.is_some_and(|total| self.records.len() < total);
        if !is_new {
            if full {
                self.completeness = Completeness::RepeatedPage;
            }
            return;
        }
        // A full page is never the end, whatever the total says; a short one is unless it says so.
        if !full && !promised {
            return;
        }
        if self.pages >= max_pages {
            self.completeness = Completeness::RequestLimit;
            return;
        }
        self.ended = false;
    }

    /// Adds the records of a page; whether any of them was not there yet.
    fn add_records(&mut self, content: Vec<R>) -> bool {
        let before = self.records.len();
        let mut anonymous = 0;
        for record in content {
            let Some(identity) = record.identity() else {
                anonymous += 1;
                self.records.push(record);
                continue;
            };
            match self.known.get(&identity) {
                // It moved while the list was read: that of the last page counts.
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

    /// Whether these records are on the pages already.
    fn has(&self, records: &[R]) -> bool {
        let is_known = |record: &R| record.identity().is_some_and(|one| self.known.contains_key(&one));
        records.iter().all(is_known)
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
        Paged { records: self.records, completeness, unread: None }
    }
}

fn is_full(came: usize, size: u64) -> bool {
    u64::try_from(came).is_ok_and(|came| came >= size)
}

/// The answers of a list, in whichever order they come.
pub struct Collector<R: Identified> {
    joined: Joined<R>,
    /// Answers that can't be joined yet: a page before them has not come, or failed. In order; they are
    /// few, and a list of them is less to download than a map for each type of record.
    ahead: Vec<(u64, PageAnswer<R>)>,
    /// Pages that failed in this reading.
    failed: usize,
}

impl<R: Identified + Clone> Collector<R> {
    /// Of a list of which nothing was read.
    pub fn new(paging: Paging) -> Self {
        let joined = Joined {
            paging,
            pages: 0,
            records: Vec::new(),
            known: BTreeMap::new(),
            total: None,
            completeness: Completeness::Complete,
            ended: false,
        };
        Self { joined, ahead: Vec::new(), failed: 0 }
    }

    /// Goes on with a list of which these pages could not be read before.
    pub fn resume(unread: &Unread<R>, pages: &[u64]) -> Self {
        let kept = &*unread.kept;
        let joined = Joined::again(kept.paging, kept.pages, &kept.records, kept.total, kept.completeness);
        let mut ahead = kept.ahead.clone();
        ahead.retain(|(page, answer)| matches!(answer, PageAnswer::Came(_)) || !pages.contains(page));
        Self { joined, ahead, failed: 0 }
    }

    /// Takes in the answer for a page.
    pub fn take(&mut self, page: u64, answer: Result<List<R>, Failure>) {
        if page <= self.joined.pages || self.joined.ended {
            return;
        }
        let answer = match answer {
            Ok(list) => {
                let total = list.total_count.as_ref().and_then(Amount::whole);
                let total = total.map(|total| usize::try_from(total).unwrap_or(usize::MAX));
                let is_barren = self.joined.has(&list.content);
                PageAnswer::Came(Content { records: list.content, total, is_barren })
            }
            Err(failure) => {
                self.failed += 1;
                PageAnswer::Failed(failure)
            }
        };
        self.put(page, answer);
        while let Some((page, PageAnswer::Came(_))) = self.ahead.first()
            && *page == self.joined.pages + 1
            && let (_, PageAnswer::Came(content)) = self.ahead.remove(0)
        {
            self.joined.add(content);
            if self.joined.ended {
                self.ahead.clear();
            }
        }
    }

    /// The answer for a page, unless it is joined.
    fn answer(&self, page: u64) -> Option<&PageAnswer<R>> {
        self.ahead.iter().find(|(other, _)| *other == page).map(|(_, answer)| answer)
    }

    fn put(&mut self, page: u64, answer: PageAnswer<R>) {
        let place = self.ahead.iter().position(|(other, _)| *other >= page).unwrap_or(self.ahead.len());
        self.ahead.insert(place, (page, answer));
    }

    /// The last page to be asked for, as far as the answers so far tell.
    fn last(&self) -> u64 {
        let Paging::Pages { size, max_pages } = self.joined.paging else { return 1 };
        let joined = self.joined.pages;
        if self.joined.ended || joined == 0 {
            return joined.max(1);
        }
        let known = self.joined.total.unwrap_or_default().saturating_sub(self.joined.records.len());
        let promised = u64::try_from(known).unwrap_or(u64::MAX).div_ceil(size.max(1));
        // All pages up to this one have come or failed.
        let through = (joined + 1..).find(|page| self.answer(*page).is_none()).unwrap_or(joined + 1) - 1;
        let next = match self.answer(through) {
            Some(PageAnswer::Failed(_)) => through,
            Some(PageAnswer::Came(content)) if !is_full(content.records.len(), size) => through,
            _ => through + 1,
        };
        let last = joined.saturating_add(promised).max(next).min(max_pages);
        // A page that brought nothing is the end, or the server ignores the page.
        let barren = self.ahead.iter().find(|(_, answer)| match answer {
            PageAnswer::Came(content) => content.is_barren,
            PageAnswer::Failed(_) => false,
        });
        barren.map_or(last, |(page, _)| last.min(*page))
    }

    /// Whether no further answer is of use.
    pub fn has_ended(&self) -> bool {
        self.joined.ended
    }

    /// The pages to ask for now, beside those that were asked for.
    pub fn wanted(&self, asked: &BTreeSet<u64>) -> Vec<u64> {
        if self.joined.ended || self.failed >= MAX_FAILED {
            return Vec::new();
        }
        let pages = self.joined.pages + 1..=self.last();
        let missing = pages.filter(|page| !asked.contains(page) && self.answer(*page).is_none());
        missing.take(MAX_READS.saturating_sub(asked.len())).collect()
    }

    /// How much was read.
    pub fn progress(&self) -> Progress {
        let came = |(_, answer): &(u64, PageAnswer<R>)| match answer {
            PageAnswer::Came(content) => content.records.len(),
            PageAnswer::Failed(_) => 0,
        };
        let read = self.joined.records.len() + self.ahead.iter().map(came).sum::<usize>();
        Progress { read, total: self.joined.total.filter(|total| *total >= read) }
    }

    /// The records so far, in the order of their pages.
    pub fn so_far(&self) -> Paged<R> {
        let records = if self.ahead.is_empty() { self.joined.records.clone() } else { self.merged().records };
        Paged { records, completeness: Completeness::Reading, unread: None }
    }

    /// All pages that came, those that are missing left out.
    fn merged(&self) -> Joined<R> {
        let Joined { paging, pages, records, total, completeness, .. } = &self.joined;
        let mut joined = Joined::again(*paging, *pages, records, *total, *completeness);
        for (page, answer) in &self.ahead {
            if joined.ended {
                break;
            }
            if let PageAnswer::Came(content) = answer {
                joined.pages = page - 1;
                joined.add(content.clone());
            }
        }
        joined
    }

    /// The list, when no page is wanted any more.
    ///
    /// # Errors
    /// If nothing could be read.
    pub fn finish(mut self) -> Result<Paged<R>, Failure> {
        let failure = self.ahead.iter().rev().find_map(|(_, answer)| match answer {
            PageAnswer::Failed(failure) => Some(failure.clone()),
            PageAnswer::Came(_) => None,
        });
        let Some(failure) = failure else { return Ok(self.joined.finish()) };
        if self.joined.pages == 0 {
            return Err(failure);
        }
        // Those that were not asked for after so many failures are missing too.
        for page in self.joined.pages + 1..=self.last() {
            if self.answer(page).is_none() {
                self.put(page, PageAnswer::Failed(failure.clone()));
            }
        }
        let merged = self.merged();
        let end = if merged.ended { merged.pages } else { u64::MAX };
        self.ahead.retain(|(page, _)| *page <= end);
        let size = match self.joined.paging {
            Paging::Single => 0,
            Paging::Pages { size, .. } => size,
        };
        let failed = self.ahead.iter().filter_map(|(page, answer)| match answer {
            PageAnswer::Failed(failure) => Some((*page, failure.clone())),
            PageAnswer::Came(_) => None,
        });
        let rows = unread_rows(failed, size, merged.total);
        let Joined { paging, pages, records, total, completeness, .. } = self.joined;
        let kept = Kept { paging, pages, records, total, completeness, ahead: self.ahead };
        let unread = Some(Unread { rows, kept: Arc::new(kept) });
        Ok(Paged { records: merged.records, completeness: Completeness::UnreadPages, unread })
    }
}
