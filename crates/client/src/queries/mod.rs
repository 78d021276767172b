//! The queries of the console: what each fetches, and which states in it change by themselves.
//!
//! The operation of a query, with its parameters, is its key in the [cache](crate::query_cache).

mod requests;
mod resources;

pub use requests::{
    Window, cached_exports, cached_imports, cached_reviews, export, exports, find_requested, import, imports,
    is_review_cached, not_found, prefetch_review, review, reviews, source_nas, ssl_vpn_accounts, target_nas,
};
pub use resources::{
    box_infra, box_summary, boxes, buckets, cached_boxes, cached_frames, frame, frame_infra, frames, hadoop,
    linux, tensorflow,
};

use databoxframe::{Operation, Page};
use leptos::prelude::expect_context;

use crate::gateway::Failure;
use crate::paging::{AnswerReader, ListReader, Listed, Paged, Paging, Plan, RecordOf};
use crate::query_cache::{Arriving, Fetched, Fetcher, Query, QueryCache};
use crate::status::StatusSnapshot;

/// An operation that reads: its value is the key of its query.
trait Read: Operation<Response: Clone + Send + Sync + 'static> + Clone + Eq + Send + Sync + 'static {}

impl<O> Read for O where
    O: Operation<Response: Clone + Send + Sync + 'static> + Clone + Eq + Send + Sync + 'static
{
}

/// A query of one answer.
#[derive(Clone)]
struct Answer<O: Operation> {
    operation: O,
    snapshots: fn(&O, &O::Response) -> Vec<StatusSnapshot>,
}

impl<O: Read> Answer<O> {
    /// The answer of an operation, in which nothing changes by itself.
    fn of(operation: O) -> Self {
        Self { operation, snapshots: |_, _| Vec::new() }
    }

    /// Polls while one of these states is transient.
    fn polled(self, snapshots: fn(&O, &O::Response) -> Vec<StatusSnapshot>) -> Self {
        Self { snapshots, ..self }
    }

    /// Observes the query with the cache of the page around the current owner.
    fn observe(self) -> Query<O::Response> {
        expect_context::<QueryCache>().observe(self)
    }
}

/// The rest follows from the operation.
impl<O: Read> PartialEq for Answer<O> {
    fn eq(&self, other: &Self) -> bool {
        self.operation == other.operation
    }
}

impl<O: Read> Eq for Answer<O> {}

impl<O: Read> Fetcher for Answer<O> {
    type Data = O::Response;

    type Reader = AnswerReader<O>;

    fn reader(&self, _: &Arriving<Self::Data>, _: Option<&[u64]>) -> Self::Reader {
        AnswerReader::new(self.operation.clone())
    }

    fn finish(reader: Self::Reader) -> Result<Fetched<Self::Data>, Failure> {
        reader.finish().map(Fetched::answer)
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        (self.snapshots)(&self.operation, data)
    }
}

/// Sets the page that an operation asks for.
type SetPage<O> = fn(&mut O, Option<Page>);

/// The state of a record.
type Snapshot<O> = fn(&O, &RecordOf<O>) -> StatusSnapshot;

/// A query of all records of a list.
#[derive(Clone)]
struct Records<O: Operation<Response: Listed>> {
    /// Without a page.
    operation: O,
    paging: Paging,
    set_page: SetPage<O>,
    snapshot: Option<Snapshot<O>>,
}

impl<O: Read + Operation<Response: Listed>> Records<O> {
    /// A list of one answer.
    fn single(operation: O) -> Self {
        Self { operation, paging: Paging::Single, set_page: |_, _| {}, snapshot: None }
    }

    /// A list of several pages.
    fn pages(operation: O, paging: Paging, set_page: SetPage<O>) -> Self {
        Self { operation, paging, set_page, snapshot: None }
    }

    /// Polls while the state of one of the records is transient.
    fn polled(self, snapshot: Snapshot<O>) -> Self {
        Self { snapshot: Some(snapshot), ..self }
    }

    /// Observes the query with the cache of the page around the current owner.
    fn observe(self) -> Query<Paged<RecordOf<O>>> {
        expect_context::<QueryCache>().observe(self)
    }
}

/// The rest follows from the operation.
impl<O: Read + Operation<Response: Listed>> PartialEq for Records<O> {
    fn eq(&self, other: &Self) -> bool {
        self.operation == other.operation
    }
}

impl<O: Read + Operation<Response: Listed>> Eq for Records<O> {}

impl<O: Read + Operation<Response: Listed>> Fetcher for Records<O> {
    type Data = Paged<RecordOf<O>>;

    type Reader = ListReader<O, Box<dyn Fn(Option<Page>) -> O>>;

    fn reader(&self, arriving: &Arriving<Self::Data>, pages: Option<&[u64]>) -> Self::Reader {
        let (operation, set_page) = (self.operation.clone(), self.set_page);
        let of_page = move |page| {
            let mut operation = operation.clone();
            set_page(&mut operation, page);
            operation
        };
        let before = arriving.before();
        let unread = before.as_ref().map(|before| before.unread.as_ref());
        let plan = match (unread, pages) {
            (Some(Some(unread)), Some(pages)) => Plan::Missing(unread, pages),
            // A whole list is not given up for parts of a newer one.
            (Some(None), _) => Plan::Whole,
            _ => Plan::Parts,
        };
        let arriving = arriving.clone();
        ListReader::new(Box::new(of_page) as Box<_>, self.paging, plan)
            .reporting(Box::new(move |progress, part| arriving.report(progress, part, js_sys::Date::now())))
    }

    fn finish(reader: Self::Reader) -> Result<Fetched<Self::Data>, Failure> {
        reader.finish().map(Fetched::list)
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        let snapshot = |snapshot: Snapshot<O>| {
            data.records.iter().map(|record| snapshot(&self.operation, record)).collect()
        };
        self.snapshot.map(snapshot).unwrap_or_default()
    }
}
