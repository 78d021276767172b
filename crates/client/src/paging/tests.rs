//! A server that keeps to the rules, and those that do not.

use super::*;

const SMALL: Paging = Paging::Pages { size: 3, max_pages: 5 };

/// Identity and content.
#[derive(Clone, Debug, PartialEq)]
struct One(Option<u64>, &'static str);

impl Identified for One {
    type Identity = u64;
    fn identity(&self) -> Option<u64> {
        self.0
    }
}

fn ones(numbers: impl IntoIterator<Item = u64>) -> Vec<One> {
    numbers.into_iter().map(|number| One(Some(number), "")).collect()
}

fn list(total: Option<u64>, content: Vec<One>) -> List<One> {
    let total_count = total.map(|total| Amount::new(total.to_string()));
    List { total_count, content, extra: serde_json::Map::new() }
}

/// Reads from a server; with the pages that were asked for.
fn read(paging: Paging, serve: impl Fn(u64) -> List<One>) -> (Paged<One>, Vec<u64>) {
    let mut collector = Collector::new(paging);
    let mut asked = vec![1];
    while let Some(next) = collector.take(serve(*asked.last().unwrap())) {
        asked.push(next.number);
    }
    (collector.finish(), asked)
}

/// Page `number` of the numbers from 1 to `count`.
fn page(number: u64, count: u64) -> Vec<One> {
    ones((1..=count).skip((number as usize - 1) * 3).take(3))
}

#[test]
fn an_honest_server_is_read_to_its_end() {
    for count in [0, 1, 2, 4, 5, 8] {
        let (paged, asked) = read(SMALL, |number| list(Some(count), page(number, count)));
        assert_eq!(paged, Paged { records: ones(1..=count), completeness: Completeness::Complete });
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
fn a_server_that_ignores_the_page_is_asked_twice_and_that_is_said() {
    let (paged, asked) = read(SMALL, |_| list(Some(9), page(1, 9)));
    assert_eq!(paged, Paged { records: ones(1..=3), completeness: Completeness::RepeatedPage });
    assert_eq!(asked, [1, 2]);
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
    assert_eq!((paged, asked.len()), (Paged { records: ones(1..=4), completeness: fewer }, 3));
    let (paged, asked) = read(SMALL, |_| list(Some(9), Vec::new()));
    assert_eq!((paged, asked.len()), (Paged { records: Vec::new(), completeness: fewer }, 1));
    let (paged, asked) = read(Paging::Single, |_| list(Some(9), ones(1..=4)));
    assert_eq!((paged, asked.len()), (Paged { records: ones(1..=4), completeness: fewer }, 1));
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
