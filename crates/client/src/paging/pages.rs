//! Puts the pages of a list together, and says which to ask for. Knows no record: only its number,
//! in the order in which the records came, and its identity.

use std::collections::BTreeMap;
use std::sync::Arc;

use databoxframe::Page;

use super::unread::{UnreadRows, unread_rows};
use super::{Completeness, Identity, Paging, Progress};
use crate::gateway::{Failure, MAX_READS};

/// So many pages that fail are enough to know: no others are asked for.
const MAX_FAILED: usize = 3;

/// Whether the records of two numbers are equal.
pub type Equal<'a> = &'a dyn Fn(usize, usize) -> bool;

/// What a page holds.
#[derive(Clone, Debug)]
pub struct Content {
    /// Number of its first record.
    pub first: usize,
    /// The identities of its records.
    pub identities: Vec<Option<Identity>>,
    /// The number of all records of the list, as the answer says.
    pub total: Option<usize>,
}

/// An answer that can't be joined yet.
#[derive(Clone, Debug)]
enum Ahead {
    Came {
        content: Content,
        /// It brought nothing that the pages before it had not, when it came.
        is_barren: bool,
    },
    Failed(Failure),
}

/// The pages from the first on, put together in their order.
#[derive(Clone, Debug)]
struct Joined {
    paging: Paging,
    /// How many pages.
    pages: u64,
    /// The numbers of their records, each once.
    records: Vec<usize>,
    /// The place of an identity among them.
    known: BTreeMap<Identity, usize>,
    total: Option<usize>,
    completeness: Completeness,
    /// The list has no further page.
    ended: bool,
}

impl Joined {
    /// Adds the next page.
    fn add(&mut self, content: Content, equal: Equal<'_>) {
        self.pages += 1;
        let came = content.identities.len();
        // An answer of nothing does not take back what the others said.
        let total = if came > 0 || self.pages == 1 { content.total } else { None };
        if let (Some(before), Some(total)) = (self.total, total)
            && total < before
        {
            self.completeness = Completeness::ChangedWhileReading;
        }
        self.total = total.or(self.total);
        let is_new = self.add_records(content, equal);
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
    fn add_records(&mut self, content: Content, equal: Equal<'_>) -> bool {
        let before = self.records.len();
        let mut anonymous = 0;
        for (record, identity) in (content.first..).zip(content.identities) {
            let Some(identity) = identity else {
                anonymous += 1;
                self.records.push(record);
                continue;
            };
            match self.known.get(&identity) {
                // It moved while the list was read: that of the last page counts.
                Some(place) => {
                    if let Some(known) = self.records.get_mut(*place) {
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
        let are_equal = || old.iter().rev().zip(new.iter().rev()).all(|(old, new)| equal(*old, *new));
        if added > 0 && added == anonymous && old.len() >= added && are_equal() {
            self.records.truncate(before);
            return false;
        }
        added > 0
    }

    /// Whether these records are on the pages already.
    fn has(&self, identities: &[Option<Identity>]) -> bool {
        identities.iter().all(|one| one.as_ref().is_some_and(|one| self.known.contains_key(one)))
    }

    fn completeness(&self) -> Completeness {
        match (self.completeness, self.total) {
            (Completeness::Complete | Completeness::ChangedWhileReading, Some(total))
                if self.records.len() < total =>
            {
                Completeness::FewerThanTotal { total }
            }
            (completeness, _) => completeness,
        }
    }
}

fn is_full(came: usize, size: u64) -> bool {
    u64::try_from(came).is_ok_and(|came| came >= size)
}

/// A list, when no page of it is wanted any more.
pub struct Ended {
    /// The numbers of its records, in their order.
    pub records: Vec<usize>,
    pub completeness: Completeness,
    /// What could not be read, if some pages could not.
    pub unread: Option<Arc<[UnreadRows]>>,
}

/// The pages of a list, in whichever order they come.
#[derive(Clone, Debug)]
pub struct Pages {
    joined: Joined,
    /// Answers that can't be joined yet: a page before them has not come, or failed. In order.
    ahead: BTreeMap<u64, Ahead>,
    /// Pages that failed in this reading.
    failed: usize,
    /// If one page can't be read, the list can't.
    is_whole: bool,
}

impl Pages {
    /// Of a list of which nothing was read. `is_whole`: whether it is of no use without one of its pages.
    pub fn new(paging: Paging, is_whole: bool) -> Self {
        let joined = Joined {
            paging,
            pages: 0,
            records: Vec::new(),
            known: BTreeMap::new(),
            total: None,
            completeness: Completeness::Complete,
            ended: false,
        };
        Self { joined, ahead: BTreeMap::new(), failed: 0, is_whole }
    }

    /// Goes on with a list of which these pages could not be read before.
    pub fn resume(mut self, pages: &[u64]) -> Self {
        self.ahead.retain(|page, answer| matches!(answer, Ahead::Came { .. }) || !pages.contains(page));
        Self { failed: 0, ..self }
    }

    /// The page of this number, as a request asks for it.
    pub fn page(&self, number: u64) -> Option<Page> {
        match self.joined.paging {
            Paging::Single => None,
            Paging::Pages { size, .. } => Some(Page { number, size }),
        }
    }

    /// Takes in what came of a page.
    pub fn take(&mut self, page: u64, content: Content, equal: Equal<'_>) {
        if page <= self.joined.pages || self.joined.ended {
            return;
        }
        let is_barren = self.joined.has(&content.identities);
        self.ahead.insert(page, Ahead::Came { content, is_barren });
        while let Some(next) = self.ahead.first_entry()
            && *next.key() == self.joined.pages + 1
            && matches!(next.get(), Ahead::Came { .. })
            && let Ahead::Came { content, .. } = next.remove()
        {
            self.joined.add(content, equal);
            if self.joined.ended {
                self.ahead.clear();
            }
        }
    }

    /// Takes in why a page could not be read.
    pub fn fail(&mut self, page: u64, failure: Failure) {
        if page > self.joined.pages && !self.joined.ended {
            self.failed += 1;
            self.ahead.insert(page, Ahead::Failed(failure));
        }
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
        let through = (joined + 1..).find(|page| !self.ahead.contains_key(page)).unwrap_or(joined + 1) - 1;
        let next = match self.ahead.get(&through) {
            Some(Ahead::Failed(_)) => through,
            Some(Ahead::Came { content, .. }) if !is_full(content.identities.len(), size) => through,
            _ => through + 1,
        };
        let last = joined.saturating_add(promised).max(next).min(max_pages);
        // A page that brought nothing is the end, or the server ignores the page.
        let barren =
            self.ahead.iter().find(|(_, answer)| matches!(answer, Ahead::Came { is_barren: true, .. }));
        barren.map_or(last, |(page, _)| last.min(*page))
    }

    /// Whether no further answer is of use.
    pub fn has_ended(&self) -> bool {
        self.joined.ended || (self.is_whole && self.failed > 0)
    }

    /// The pages to ask for now, beside those that were asked for.
    pub fn wanted(&self, asked: &[u64]) -> Vec<u64> {
        if self.has_ended() || self.failed >= MAX_FAILED {
            return Vec::new();
        }
        let pages = self.joined.pages + 1..=self.last();
        let missing = pages.filter(|page| !asked.contains(page) && !self.ahead.contains_key(page));
        missing.take(MAX_READS.saturating_sub(asked.len())).collect()
    }

    /// How much was read.
    pub fn progress(&self) -> Progress {
        let came = |answer: &Ahead| match answer {
            Ahead::Came { content, .. } => content.identities.len(),
            Ahead::Failed(_) => 0,
        };
        let read = self.joined.records.len() + self.ahead.values().map(came).sum::<usize>();
        Progress { read, total: self.joined.total.filter(|total| *total >= read) }
    }

    /// The numbers of the records so far, in the order of their pages.
    pub fn so_far(&self, equal: Equal<'_>) -> Vec<usize> {
        if self.ahead.is_empty() { self.joined.records.clone() } else { self.merged(equal).records }
    }

    /// All pages that came, those that are missing left out.
    fn merged(&self, equal: Equal<'_>) -> Joined {
        let mut joined = self.joined.clone();
        for (page, answer) in &self.ahead {
            if joined.ended {
                break;
            }
            if let Ahead::Came { content, .. } = answer {
                joined.pages = page - 1;
                joined.add(content.clone(), equal);
            }
        }
        joined
    }

    /// The list, when no page is wanted any more.
    ///
    /// # Errors
    /// If nothing could be read; of a list that has to be whole, if any page could not.
    pub fn end(&mut self, equal: Equal<'_>) -> Result<Ended, Failure> {
        let failure = self.ahead.values().rev().find_map(|answer| match answer {
            Ahead::Failed(failure) => Some(failure.clone()),
            Ahead::Came { .. } => None,
        });
        let Some(failure) = failure else {
            let completeness = self.joined.completeness();
            return Ok(Ended { records: self.joined.records.clone(), completeness, unread: None });
        };
        if self.joined.pages == 0 || self.is_whole {
            return Err(failure);
        }
        // Those that were not asked for after so many failures are missing too.
        for page in self.joined.pages + 1..=self.last() {
            self.ahead.entry(page).or_insert_with(|| Ahead::Failed(failure.clone()));
        }
        let merged = self.merged(equal);
        let end = if merged.ended { merged.pages } else { u64::MAX };
        self.ahead.retain(|page, _| *page <= end);
        let size = match self.joined.paging {
            Paging::Single => 0,
            Paging::Pages { size, .. } => size,
        };
        let failed = self.ahead.iter().filter_map(|(page, answer)| match answer {
            Ahead::Failed(failure) => Some((*page, failure.clone())),
            Ahead::Came { .. } => None,
        });
        let unread = Some(unread_rows(failed, size, merged.total));
        Ok(Ended { records: merged.records, completeness: Completeness::UnreadPages, unread })
    }
}
