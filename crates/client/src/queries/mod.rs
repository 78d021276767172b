//! The queries of the console: what each fetches, and which states in it change by themselves.
//!
//! The operation of a query, with its parameters, is its key in the [cache](crate::query_cache).

mod requests;
mod resources;

pub use requests::{
    Window, cached_reviews, export, exports, find_requested, import, imports, not_found, review, reviews,
    source_nas, ssl_vpn_accounts, target_nas,
};
pub use resources::{
    box_infra, box_summary, boxes, buckets, cached_frames, frame, frame_infra, frames, hadoop, linux,
    tensorflow,
};

use databoxframe::{Operation, Page};
use leptos::prelude::expect_context;

use crate::gateway::{Abort, Client, Failure, Priority};
use crate::paging::{Listed, Paged, Paging, Plan, RecordOf, read_list};
use crate::query_cache::{Fetched, Fetcher, Query, QueryCache, Reading};
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

    async fn fetch(
        &self,
        client: Client,
        abort: &Abort,
        reading: Reading<'_, Self::Data>,
    ) -> Result<Fetched<Self::Data>, Failure> {
        client.read_at(&self.operation, reading.priority, abort).await.map(Fetched::answer)
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

    async fn fetch(
        &self,
        client: Client,
        abort: &Abort,
        reading: Reading<'_, Self::Data>,
    ) -> Result<Fetched<Self::Data>, Failure> {
        let of_page = |page| {
            let mut operation = self.operation.clone();
            (self.set_page)(&mut operation, page);
            operation
        };
        let unread = reading.before.as_ref().map(|before| before.unread.as_ref());
        let plan = match (unread, reading.pages) {
            (Some(Some(unread)), Some(pages)) => Plan::Missing(unread, pages),
            // A whole list is not given up for parts of a newer one.
            (Some(None), _) => Plan::Whole,
            _ => Plan::Parts,
        };
        // Somebody pressed a button for what is missing.
        let further = if reading.pages.is_some() { reading.priority } else { Priority::Background };
        let priorities = [reading.priority, further];
        let read = read_list(client, abort, self.paging, of_page, plan, priorities, reading.report);
        read.await.map(Fetched::list)
    }

    fn snapshots(&self, data: &Self::Data) -> Vec<StatusSnapshot> {
        let snapshot = |snapshot: Snapshot<O>| {
            data.records.iter().map(|record| snapshot(&self.operation, record)).collect()
        };
        self.snapshot.map(snapshot).unwrap_or_default()
    }
}
