//! Whether a list is paged as documented: `pageNo` from 1, `pageSize`, and `totalCount` of all pages.

use databoxframe::{Amount, Layout};
use serde_json::Value;

use super::answer::records;
use super::finding::{Finding, PagingFault};
use super::tally::Tally;

/// What has to be known of page 1 to judge page 2 with one record.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstPage {
    total: Option<u64>,
    first: Value,
    second: Value,
}

/// `totalCount`.
fn total(answer: &Value) -> Option<u64> {
    match answer.get("totalCount")? {
        Value::String(text) => Amount::new(text.as_str()).whole(),
        Value::Number(number) => number.as_u64(),
        _ => None,
    }
}

/// Whether there are a list and a documented total: what else is wrong is found field by field.
fn has_total(answer: &Value, layout: &Layout) -> bool {
    !layout.elsewhere.contains(&"totalCount") && answer.get("content").is_some_and(Value::is_array)
}

/// Judges a first page of `size` records; what the second is compared with, if there are two records.
pub fn first(answer: &Value, size: u64, layout: &Layout, tally: &mut Tally) -> Option<FirstPage> {
    let (content, total) = (records(answer), total(answer).filter(|_| has_total(answer, layout)));
    let received = content.len() as u64;
    if received > size {
        paging(tally, PagingFault::PageTooLong);
    }
    match total {
        Some(total) if total < received => paging(tally, PagingFault::TotalTooSmall),
        Some(total) if received < size.min(total) => paging(tally, PagingFault::PageTooShort),
        _ => {}
    }
    match content {
        [first, second, ..] => Some(FirstPage { total, first: first.clone(), second: second.clone() }),
        _ => None,
    }
}

/// Judges the answer of a list without pages.
pub fn only(answer: &Value, layout: &Layout, tally: &mut Tally) {
    let received = records(answer).len() as u64;
    match total(answer).filter(|_| has_total(answer, layout)) {
        Some(total) if total < received => paging(tally, PagingFault::TotalTooSmall),
        Some(total) if total > received => paging(tally, PagingFault::PageTooShort),
        _ => {}
    }
}

/// Judges page 2 of pages with one record.
pub fn second(answer: &Value, before: &FirstPage, layout: &Layout, tally: &mut Tally) {
    tally.paging_compared = true;
    if total(answer).is_some_and(|total| before.total.is_some_and(|before| before != total)) {
        paging(tally, PagingFault::TotalDiffers);
    }
    match records(answer) {
        [] => paging(tally, PagingFault::PageTooShort),
        [record] if is_same(record, &before.second, layout) => {}
        [record] if is_same(record, &before.first, layout) => paging(tally, PagingFault::PageRepeated),
        [_] => paging(tally, PagingFault::OtherOrder),
        [record, ..] => {
            paging(tally, PagingFault::PageTooLong);
            if is_same(record, &before.first, layout) {
                paging(tally, PagingFault::PageRepeated);
            }
        }
    }
}

/// Whether two records are the same thing, whose state may have changed between the requests.
fn is_same(one: &Value, other: &Value, layout: &Layout) -> bool {
    let number = layout.fields.iter().find(|field| field.required).map_or("instanceNo", |field| field.name);
    one == other || one.get(number).is_some_and(|no| !no.is_null() && other.get(number) == Some(no))
}

fn paging(tally: &mut Tally, fault: PagingFault) {
    tally.find("", Finding::Paging(fault));
}
