//! Asks for the pages of a list.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;

use databoxframe::{List, Operation, Page};
use futures::future::select_all;

use super::collector::Collector;
use super::{Identified, Listed, Paged, Paging, Progress, RecordOf, Unread};
use crate::gateway::{Abort, Client, Failure, Priority};

/// What is read of a list.
pub enum Plan<'a, R> {
    /// All its pages. If some fail, the list is that of the others.
    Parts,
    /// All its pages, or nothing.
    Whole,
    /// Only these pages, which could not be read before.
    Missing(&'a Unread<R>, &'a [u64]),
}

/// Is told how much was read, with what gives the records so far.
pub type Report<'a, R> = &'a dyn Fn(Progress, &dyn Fn() -> Paged<R>);

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
    let priorities = [Priority::Write, Priority::Write];
    read_list(client, abort, paging, operation, Plan::Whole, priorities, &|_, _| {}).await
}

/// Reads the records of a list. `priorities`: of its first page, and of all others; `report`: is told
/// of each page but the last.
///
/// # Errors
/// If the first page can't be read; with [`Plan::Whole`], any page.
pub async fn read_list<O>(
    client: Client,
    abort: &Abort,
    paging: Paging,
    operation: impl Fn(Option<Page>) -> O,
    plan: Plan<'_, RecordOf<O>>,
    [first, others]: [Priority; 2],
    report: Report<'_, RecordOf<O>>,
) -> Result<Paged<RecordOf<O>>, Failure>
where
    O: Operation<Response: Listed>,
{
    let operation = &operation;
    let fetch = |number: u64, abort: Abort| -> Fetching<'_, RecordOf<O>> {
        Box::pin(async move {
            let priority = if number == 1 { first } else { others };
            let answer = client.read_at(&operation(paging.page(number)), priority, &abort).await;
            (number, answer.map(Listed::list))
        })
    };
    read_pages(paging, plan, abort, &fetch, report).await
}

/// A page that is being read: its number and the answer.
pub(super) type Fetching<'a, R> = Pin<Box<dyn Future<Output = (u64, Result<List<R>, Failure>)> + 'a>>;

/// Reads pages with `fetch`, side by side. The first is read alone: it says how many there may be.
pub(super) async fn read_pages<'a, R: Identified + Clone>(
    paging: Paging,
    plan: Plan<'_, R>,
    abort: &Abort,
    fetch: &dyn Fn(u64, Abort) -> Fetching<'a, R>,
    report: Report<'_, R>,
) -> Result<Paged<R>, Failure> {
    let is_whole = matches!(plan, Plan::Whole);
    let mut collector = match plan {
        Plan::Parts | Plan::Whole => Collector::new(paging),
        Plan::Missing(unread, pages) => Collector::resume(unread, pages),
    };
    let mut under_way = Vec::new();
    let mut aborts: BTreeMap<u64, Abort> = BTreeMap::new();
    let mut failure = None;
    loop {
        if failure.is_none() && !abort.is_aborted() {
            let asked: BTreeSet<u64> = aborts.keys().copied().collect();
            for page in collector.wanted(&asked) {
                let abort = abort.child();
                under_way.push(fetch(page, abort.clone()));
                aborts.insert(page, abort);
            }
        }
        if under_way.is_empty() {
            break;
        }
        let ((page, answer), _, others) = select_all(under_way).await;
        under_way = others;
        let cancelled = aborts.remove(&page).is_some_and(|abort| abort.is_aborted());
        if cancelled {
            continue;
        }
        match answer {
            Err(why) if is_whole => failure = Some(why),
            answer => collector.take(page, answer),
        }
        // They end by themselves, and are waited for: each is in the record of requests.
        let is_over = failure.is_some() || collector.has_ended();
        aborts.values().filter(|_| is_over).for_each(Abort::abort);
        if !is_over && (!aborts.is_empty() || !collector.wanted(&BTreeSet::new()).is_empty()) {
            report(collector.progress(), &|| collector.so_far());
        }
    }
    match failure {
        _ if abort.is_aborted() => Err(Failure::Aborted),
        Some(failure) => Err(failure),
        None => collector.finish(),
    }
}
