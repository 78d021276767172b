//! Asks for the pages of a list.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use databoxframe::rule::Violation;
use databoxframe::{Error, Operation, Page, Reply, UnsignedRequest};
use futures::future::select_all;

use super::pages::Pages;
use super::reader::ListReader;
use super::{Listed, Paged, Paging, Plan, RecordOf};
use crate::gateway::{Abort, Client, Failure, Priority, SharedPriority};

/// Reads pages: the part of a reading that depends on the types of its operation and its answers. All
/// the rest is one code for all of them.
pub trait PageReader {
    /// What is known of the pages.
    fn pages(&mut self) -> &mut Pages;
    /// The request for a page, or for the one answer of an operation without pages.
    ///
    /// # Errors
    /// The documented limits that it breaks.
    fn request(&self, page: Option<Page>) -> Result<UnsignedRequest, Vec<Violation>>;
    /// Decodes the answer for a page, and keeps what it holds.
    ///
    /// # Errors
    /// If it is not the documented answer.
    fn take(&mut self, page: u64, reply: &Reply<'_>) -> Result<(), Error>;
    /// Is called after each page but the last.
    fn report(&self) {}
}

/// Reads all records of a list for a write. `operation`: the operation for a page, or for the one
/// answer of a list without pages.
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
    O: Operation<Response: Listed>,
{
    let mut reader = ListReader::new(operation, paging, Plan::Whole);
    read_pages(client, abort, [Priority::Write.into(), Priority::Write.into()], &mut reader).await?;
    reader.finish()
}

/// Reads pages until no more are wanted. Whether any of them failed is known to the reader.
/// `priorities`: of the first page, and of all others.
///
/// # Errors
/// If the reading was cancelled.
pub async fn read_pages(
    client: Client,
    abort: &Abort,
    [first, others]: [SharedPriority; 2],
    reader: &mut dyn PageReader,
) -> Result<(), Failure> {
    // All pages are signed with the keys of the first.
    let (reader, connection) = (RefCell::new(reader), client.connection());
    let fetch = |number: u64, abort: Abort| -> Fetching<'_> {
        let (reader, connection) = (&reader, connection.clone());
        let priority = if number == 1 { &first } else { &others }.clone();
        Box::pin(async move {
            let page = reader.borrow_mut().pages().page(number);
            let request = reader.borrow().request(page);
            let mut decoder = |reply: &Reply<'_>| reader.borrow_mut().take(number, reply);
            (number, client.read_into(connection, &mut decoder, request, priority, &abort).await)
        })
    };
    read_with(abort, &fetch, &reader).await
}

/// A page that is being read: its number, and whether it could be. The reader has what it holds.
pub(super) type Fetching<'a> = Pin<Box<dyn Future<Output = (u64, Result<(), Failure>)> + 'a>>;

/// Reads pages with `fetch`, side by side. The first is read alone: it says how many there may be.
pub(super) async fn read_with<'a>(
    abort: &Abort,
    fetch: &dyn Fn(u64, Abort) -> Fetching<'a>,
    reader: &RefCell<&mut dyn PageReader>,
) -> Result<(), Failure> {
    let mut under_way = Vec::new();
    let mut aborts: BTreeMap<u64, Abort> = BTreeMap::new();
    loop {
        if !abort.is_aborted() {
            let asked: Vec<u64> = aborts.keys().copied().collect();
            let wanted = reader.borrow_mut().pages().wanted(&asked);
            for page in wanted {
                let abort = abort.child();
                under_way.push(fetch(page, abort.clone()));
                aborts.insert(page, abort);
            }
        }
        if under_way.is_empty() {
            break;
        }
        let ((page, read), _, others) = select_all(under_way).await;
        under_way = others;
        let cancelled = aborts.remove(&page).is_some_and(|abort| abort.is_aborted());
        if cancelled {
            continue;
        }
        let mut reader = reader.borrow_mut();
        let pages = reader.pages();
        if let Err(failure) = read {
            pages.fail(page, failure);
        }
        if pages.has_ended() {
            // They end by themselves, and are waited for: each is in the record of requests.
            aborts.values().for_each(Abort::abort);
        } else if !aborts.is_empty() || !pages.wanted(&[]).is_empty() {
            reader.report();
        }
    }
    if abort.is_aborted() { Err(Failure::Aborted) } else { Ok(()) }
}
