//! The queries of the console: what each fetches, and which states in it change by themselves.
//!
//! The value of a query, its fields, is its key in the [cache](crate::query_cache).

mod requests;
mod resources;

pub use requests::{
    Window, export, exports, find_requested, import, imports, not_found, review, reviews, source_nas,
    ssl_vpn_accounts, target_nas,
};
pub use resources::{
    box_infra, box_summary, boxes, buckets, frame, frame_infra, frames, hadoop, linux, tensorflow,
};

use databoxframe::{Operation, Page};
use leptos::prelude::expect_context;

use crate::gateway::{Abort, Client, Failure};
use crate::paging::{Listed, Paged, Paging, RecordOf, read_all};
use crate::query_cache::{Fetched, Fetcher, Query, QueryCache};
use crate::status::StatusSnapshot;

/// Observes a query with the cache of the page around the current owner.
fn observe<F: Fetcher>(fetcher: F) -> Query<F::Data> {
    expect_context::<QueryCache>().observe(fetcher)
}

/// The answer of an operation.
async fn answer<O: Operation>(
    client: Client,
    abort: &Abort,
    operation: O,
) -> Result<Fetched<O::Response>, Failure> {
    client.read(&operation, abort).await.map(Fetched::answer)
}

/// All records of a list.
async fn list<O: Operation<Response: Listed>>(
    client: Client,
    abort: &Abort,
    paging: Paging,
    operation: impl Fn(Option<Page>) -> O,
) -> Result<Fetched<Paged<RecordOf<O>>>, Failure> {
    read_all(client, abort, paging, operation).await.map(Fetched::list)
}

/// The states of all records.
fn each<R>(records: &[R], snapshot: impl Fn(&R) -> StatusSnapshot) -> Vec<StatusSnapshot> {
    records.iter().map(snapshot).collect()
}
