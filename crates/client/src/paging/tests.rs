//! A server that keeps to the rules, and those that do not.

mod properties;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::future::Future as _;
use std::task::{Context, Poll, Waker};

use databoxframe::rule::Violation;
use databoxframe::{Amount, Error, Page, Reply, UnsignedRequest};

use super::collector::Collector;
use super::read::{Fetching, read_with};
use super::*;
use crate::gateway::{Abort, Failure};

const SMALL: Paging = Paging::Pages { size: 3, max_pages: 5 };

/// Identity and content.
#[derive(Clone, Debug, PartialEq)]
struct One(Option<u64>, &'static str);

impl Identified for One {
    fn identity(&self) -> Option<Identity> {
        self.0.map(|number| Identity::Frame(number.into()))
    }
}

fn ones(numbers: impl IntoIterator<Item = u64>) -> Vec<One> {
    numbers.into_iter().map(|number| One(Some(number), "")).collect()
}

fn list(total: Option<u64>, content: Vec<One>) -> List<One> {
    let total_count = total.map(|total| Amount::new(total.to_string()));
    List { total_count, content, extra: serde_json::Map::new() }
}

/// The whole list.
fn whole(records: Vec<One>, completeness: Completeness) -> Paged<One> {
    Paged { records, completeness, unread: None }
}

/// Reads lists that no operation gives: they come without requests and replies.
struct Reader<'a> {
    collector: Collector<One>,
    served: &'a RefCell<Option<List<One>>>,
    shown: &'a RefCell<Vec<Vec<Option<u64>>>>,
}

impl PageReader for Reader<'_> {
    fn pages(&mut self) -> &mut Pages {
        &mut self.collector.pages
    }

    fn request(&self, _: Option<Page>) -> Result<UnsignedRequest, Vec<Violation>> {
        Err(Vec::new())
    }

    fn take(&mut self, page: u64, _: &Reply<'_>) -> Result<(), Error> {
        self.served.take().into_iter().for_each(|list| self.collector.take(page, list));
        Ok(())
    }

    fn report(&self) {
        let (progress, so_far) = (self.collector.pages.progress(), self.collector.so_far());
        assert!(so_far.completeness == Completeness::Reading && so_far.records.len() <= progress.read);
        self.shown.borrow_mut().push(so_far.records.iter().map(|one| one.0).collect());
    }
}

/// What became of a list.
struct Read {
    result: Result<Paged<One>, Failure>,
    /// The pages that were asked for.
    asked: Vec<u64>,
    /// The rows that were there meanwhile.
    shown: Vec<Vec<Option<u64>>>,
}

/// Reads from a server whose answers come in this order: each number chooses among the requests under
/// way, without one the first of them.
fn read_in(
    paging: Paging,
    plan: Plan<'_, One>,
    order: &[usize],
    serve: impl Fn(u64) -> Result<List<One>, Failure>,
) -> Read {
    let (asked, waiting, answered) = (RefCell::default(), RefCell::default(), RefCell::default());
    let (asked, waiting): (&RefCell<Vec<u64>>, &RefCell<Vec<u64>>) = (&asked, &waiting);
    let (answered, serve): (&RefCell<BTreeSet<u64>>, _) = (&answered, &serve);
    let (served, shown) = (RefCell::default(), RefCell::default());
    let mut reader = Reader { collector: Collector::new(paging, plan), served: &served, shown: &shown };
    let any_reader = RefCell::<&mut dyn PageReader>::new(&mut reader);
    let receive = |page: u64| {
        *served.borrow_mut() = Some(serve(page)?);
        let nothing = Reply { status: 200, content_type: None, body: &[] };
        any_reader.borrow_mut().take(page, &nothing).map_err(Failure::Answer)
    };
    let receive = &receive;
    let fetch = move |page: u64, abort: Abort| -> Fetching<'_> {
        asked.borrow_mut().push(page);
        waiting.borrow_mut().push(page);
        assert!(waiting.borrow().len() <= crate::gateway::MAX_READS);
        Box::pin(std::future::poll_fn(move |_| {
            let is_answered = answered.borrow_mut().remove(&page);
            if !is_answered && !abort.is_aborted() {
                return Poll::Pending;
            }
            waiting.borrow_mut().retain(|other| *other != page);
            Poll::Ready((page, if is_answered { receive(page) } else { Err(Failure::Aborted) }))
        }))
    };
    let abort = Abort::new();
    let mut reading = Box::pin(read_with(&abort, &fetch, &any_reader));
    let mut order = order.iter();
    let read = loop {
        if let Poll::Ready(read) = reading.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            break read;
        }
        let under_way = waiting.borrow();
        let next = order.next().map_or(0, |number| number % under_way.len());
        answered.borrow_mut().insert(under_way[next]);
    };
    drop(reading);
    let (asked, result) = (asked.borrow().clone(), read.and_then(|()| reader.collector.finish()));
    Read { result, asked, shown: shown.take() }
}

/// Reads from a server that answers in the order of the requests; with the pages that were asked for.
fn read(paging: Paging, serve: impl Fn(u64) -> List<One>) -> (Paged<One>, Vec<u64>) {
    let Read { result, asked, .. } = read_in(paging, Plan::Parts, &[], |page| Ok(serve(page)));
    (result.unwrap(), asked)
}

/// Page `number` of the numbers from 1 to `count`.
fn page(number: u64, count: u64) -> Vec<One> {
    ones((1..=count).skip((number as usize - 1) * 3).take(3))
}

#[test]
fn an_honest_server_is_read_to_its_end() {
    for count in [0, 1, 2, 4, 5, 8] {
        let (paged, asked) = read(SMALL, |number| list(Some(count), page(number, count)));
        assert_eq!(paged, whole(ones(1..=count), Completeness::Complete));
        assert_eq!(asked.len() as u64, count / 3 + 1, "{count}");
    }
}

#[test]
fn a_full_page_is_never_the_end_whatever_the_total_says() {
    for total in [None, Some(0), Some(3), Some(5)] {
        let (paged, _) = read(SMALL, |number| list(total, page(number, 8)));
        assert_eq!(paged.records, ones(1..=8), "{total:?}");
        assert!(paged.completeness.is_complete());
    }
    // Also if the last page is full: the empty one after it tells.
    let (paged, asked) = read(SMALL, |number| list(Some(6), page(number, 6)));
    assert_eq!((paged.records.len(), asked), (6, vec![1, 2, 3]));
    assert!(paged.completeness.is_complete());
}

#[test]
fn a_server_that_ignores_the_page_is_soon_left_and_that_is_said() {
    let (paged, asked) = read(SMALL, |_| list(Some(9), page(1, 9)));
    assert_eq!(paged, whole(ones(1..=3), Completeness::RepeatedPage));
    assert_eq!(asked, [1, 2, 3], "all that it promised, side by side");
    // However much it promises.
    let (paged, asked) = read(Paging::REQUESTS, |_| list(Some(5_000_000), ones(1..=1_000)));
    assert_eq!((paged.records.len(), paged.completeness), (1_000, Completeness::RepeatedPage));
    assert!(asked.len() <= 1 + crate::gateway::MAX_READS, "{asked:?}");
    // Nothing more is asked for while its second page, which tells, is awaited.
    let serve = |_| Ok(list(Some(5_000_000), ones(1..=1_000)));
    let Read { result, asked, .. } = read_in(Paging::REQUESTS, Plan::Parts, &[0, 4, 3, 2, 1], serve);
    assert_eq!(result.unwrap().completeness, Completeness::RepeatedPage);
    assert!(asked.len() <= 1 + crate::gateway::MAX_READS, "{asked:?}");
    // Also if it ignores the size.
    let (paged, asked) = read(SMALL, |_| list(Some(7), ones(1..=7)));
    assert_eq!((paged.records.len(), paged.completeness), (7, Completeness::RepeatedPage));
    assert_eq!(asked, [1, 2]);
    // A list that fits into its first page is whole all the same.
    let (paged, asked) = read(SMALL, |_| list(Some(2), ones(1..=2)));
    assert!(paged.completeness.is_complete() && asked == [1]);
}

#[test]
fn a_server_that_is_never_done_is_left_after_the_last_request() {
    let (paged, asked) = read(SMALL, |number| list(None, page(number, 10_000)));
    assert_eq!((paged.records.len(), paged.completeness), (15, Completeness::RequestLimit));
    assert_eq!(asked, [1, 2, 3, 4, 5]);
}

#[test]
fn a_total_that_is_not_reached_is_said() {
    let fewer = Completeness::FewerThanTotal { total: 9 };
    let (paged, asked) = read(SMALL, |number| list(Some(9), page(number, 4)));
    assert_eq!((paged, asked.len()), (whole(ones(1..=4), fewer), 4));
    let (paged, asked) = read(SMALL, |_| list(Some(9), Vec::new()));
    assert_eq!((paged, asked.len()), (whole(Vec::new(), fewer), 1));
    let (paged, asked) = read(Paging::Single, |_| list(Some(9), ones(1..=4)));
    assert_eq!((paged, asked.len()), (whole(ones(1..=4), fewer), 1));
    // Without a total one answer is whole, however long.
    let (paged, _) = read(Paging::Single, |_| list(None, ones(1..=300)));
    assert!(paged.completeness.is_complete());
    // An empty page that says 0 takes nothing back.
    let (paged, _) = read(SMALL, |number| {
        let content = page(number, 3);
        list(Some(if content.is_empty() { 0 } else { 9 }), content)
    });
    assert_eq!(paged.completeness, fewer);
}

#[test]
fn a_record_that_moved_to_the_next_page_is_there_once_as_it_came_last() {
    let pages = [
        vec![One(Some(3), "c"), One(Some(2), "b"), One(Some(1), "old")],
        vec![One(Some(1), "new"), One(Some(0), "z")],
    ];
    // One was added in front while the list was read.
    let (paged, _) = read(SMALL, |number| {
        let content = pages.get(number as usize - 1).cloned().unwrap_or_default();
        list(Some(if number == 1 { 4 } else { 5 }), content)
    });
    let names: Vec<&str> = paged.records.iter().map(|one| one.1).collect();
    assert_eq!(names, ["c", "b", "new", "z"]);
    // The one in front has not been read, and the total knows of it.
    assert_eq!(paged.completeness, Completeness::FewerThanTotal { total: 5 });
}

#[test]
fn a_list_that_got_shorter_may_lack_what_moved_up() {
    // The first of five was removed after the first page was read: the fourth moved up to it.
    let (paged, _) = read(SMALL, |number| match number {
        1 => list(Some(5), ones(1..=3)),
        _ => list(Some(4), ones(5..=5)),
    });
    assert_eq!((paged.records.len(), paged.completeness), (4, Completeness::ChangedWhileReading));
}

#[test]
fn a_record_that_stands_twice_on_a_page_is_one() {
    let (paged, _) = read(SMALL, |_| list(Some(2), ones([7, 7])));
    assert_eq!(paged.records, ones([7]));
    assert_eq!(paged.completeness, Completeness::FewerThanTotal { total: 2 });
}

#[test]
fn records_without_identity_are_all_kept() {
    let (paged, _) = read(Paging::Single, |_| list(None, vec![One(None, "a"), One(None, "a")]));
    assert_eq!(paged.records.len(), 2);
    // But a page of them that comes again is the same page.
    let (paged, asked) = read(SMALL, |_| list(None, vec![One(None, "a"); 3]));
    assert_eq!((paged.records.len(), paged.completeness), (3, Completeness::RepeatedPage));
    assert_eq!(asked, [1, 2]);
}

#[test]
fn absurd_totals_lead_to_no_more_requests_than_there_are_pages_and_a_few() {
    let total = |text: &str, number: u64| {
        let total_count = Some(Amount::new(text.to_owned()));
        List { total_count, content: page(number, 8), extra: serde_json::Map::new() }
    };
    for text in ["0", "-1", "1", "3", "x", "99999999999999999999999"] {
        let (paged, asked) = read(SMALL, |number| total(text, number));
        assert!(paged.records == ones(1..=8) && asked == [1, 2, 3], "{text}: {asked:?}");
    }
    for text in ["9", "1000000", "18446744073709551615"] {
        let (paged, asked) = read(SMALL, |number| total(text, number));
        assert_eq!(paged.records, ones(1..=8), "{text}");
        assert!(matches!(paged.completeness, Completeness::FewerThanTotal { .. }), "{text}");
        assert!(asked.len() <= 5, "{text}: {asked:?}");
    }
}

fn failing(number: u64, failing: &[u64], count: u64) -> Result<List<One>, Failure> {
    if failing.contains(&number) { Err(Failure::Timeout) } else { Ok(list(Some(count), page(number, count))) }
}

/// The rows that could not be read, as (first, last).
fn unread(paged: &Paged<One>) -> Vec<(u64, Option<u64>)> {
    paged.unread.iter().flat_map(|unread| unread.rows.iter()).map(|rows| (rows.first, rows.last)).collect()
}

#[test]
fn a_page_that_fails_is_said_and_read_again_alone() {
    let Read { result: paged, asked, .. } =
        read_in(SMALL, Plan::Parts, &[], |number| failing(number, &[2], 11));
    let paged = paged.unwrap();
    assert_eq!(asked, [1, 2, 3, 4]);
    assert_eq!(paged.records, ones((1..=3).chain(7..=11)));
    assert_eq!((paged.completeness, unread(&paged)), (Completeness::UnreadPages, vec![(4, Some(6))]));
    // Once more in vain, then with success.
    let missing = paged.unread.unwrap();
    let Read { result: paged, asked, .. } =
        read_in(SMALL, Plan::Missing(&missing, &[2]), &[], |n| failing(n, &[2], 11));
    let paged = paged.unwrap();
    assert_eq!((asked, unread(&paged)), (vec![2], vec![(4, Some(6))]));
    let missing = paged.unread.unwrap();
    let Read { result: paged, asked, .. } =
        read_in(SMALL, Plan::Missing(&missing, &[2]), &[], |n| failing(n, &[], 11));
    assert_eq!((paged, asked), (Ok(whole(ones(1..=11), Completeness::Complete)), vec![2]));
}

#[test]
fn each_gap_is_said_and_only_the_chosen_one_is_read() {
    let Read { result: paged, .. } = read_in(SMALL, Plan::Parts, &[], |number| failing(number, &[2, 4], 11));
    let paged = paged.unwrap();
    assert_eq!(unread(&paged), [(4, Some(6)), (10, Some(11))]);
    let missing = paged.unread.unwrap();
    let Read { result: paged, asked, .. } =
        read_in(SMALL, Plan::Missing(&missing, &[4]), &[], |n| failing(n, &[], 11));
    let paged = paged.unwrap();
    assert_eq!((asked, unread(&paged)), (vec![4], vec![(4, Some(6))]));
    assert_eq!(paged.records, ones((1..=3).chain(7..=11)));
}

#[test]
fn a_gateway_that_is_down_is_left_after_a_few_pages() {
    let all: Vec<u64> = (2..=50).collect();
    let paging = Paging::Pages { size: 3, max_pages: 50 };
    let Read { result: paged, asked, .. } =
        read_in(paging, Plan::Parts, &[], |number| failing(number, &all, 120));
    let paged = paged.unwrap();
    assert!(asked.len() < 10, "{asked:?}");
    assert_eq!((paged.records.len(), unread(&paged)), (3, vec![(4, Some(120))]));
    // All of them are read again together.
    let missing = paged.unread.unwrap();
    let pages = missing.rows[0].pages.clone();
    let Read { result: paged, asked, .. } =
        read_in(paging, Plan::Missing(&missing, &pages), &[], |n| failing(n, &[], 120));
    assert_eq!(paged.unwrap().records, ones(1..=120));
    assert_eq!(asked.first(), Some(&2));
}

#[test]
fn a_page_behind_all_that_was_promised_may_fail_too() {
    let Read { result: paged, .. } = read_in(SMALL, Plan::Parts, &[], |number| failing(number, &[3], 6));
    assert_eq!(unread(&paged.unwrap()), [(7, None)]);
}

#[test]
fn without_its_first_page_or_as_a_whole_a_list_fails() {
    let Read { result: paged, asked, .. } =
        read_in(SMALL, Plan::Parts, &[], |number| failing(number, &[1], 11));
    assert_eq!((paged, asked), (Err(Failure::Timeout), vec![1]));
    let Read { result: paged, .. } = read_in(SMALL, Plan::Whole, &[], |number| failing(number, &[3], 11));
    assert_eq!(paged, Err(Failure::Timeout));
}
