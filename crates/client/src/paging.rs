//! Reads a whole list, its pages side by side, from a server that may break the rules.
//!
//! The answers carry neither a page number nor a "has next", and `totalCount` may be wrong. So
//! records are collected by their identity, and a result says whether it is complete. Pages count in
//! their order, in whichever they came: the list is the same.

mod collector;
mod identity;
mod pages;
mod read;
mod reader;
mod unread;

pub use identity::{Identified, Identity};
pub use pages::Pages;
pub use read::{PageReader, read_all, read_pages};
pub use reader::{AnswerReader, ListReader, Report};
pub use unread::{Unread, UnreadRows};

use databoxframe::frame::{FrameInfra, FrameInfraList};
use databoxframe::{List, Operation};

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
}

/// What is read of a list.
pub enum Plan<'a, R> {
    /// All its pages. If some fail, the list is that of the others.
    Parts,
    /// All its pages, or nothing.
    Whole,
    /// Only these pages, which could not be read before.
    Missing(&'a Unread<R>, &'a [u64]),
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
    /// Some of its pages could not be read, see [`Paged::unread`].
    UnreadPages,
    /// Its pages are still arriving.
    Reading,
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
    /// The pages that could not be read.
    pub unread: Option<Unread<R>>,
}

/// How much of a list was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Records.
    pub read: usize,
    /// How many there are, as far as the service says something that can be.
    pub total: Option<usize>,
}

impl<R> AsRef<[R]> for Paged<R> {
    fn as_ref(&self) -> &[R] {
        &self.records
    }
}

/// An answer that holds a list.
pub trait Listed {
    /// Its records.
    type Record: Identified + Clone + Send + Sync + 'static;
    /// The list.
    fn list(self) -> List<Self::Record>;
}

impl<R: Identified + Clone + Send + Sync + 'static> Listed for List<R> {
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

#[cfg(test)]
mod tests;
