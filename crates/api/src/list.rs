//! Lists: `{"totalCount": n, "content": [...]}`, and how they are paged.

use serde_json::{Map, Value};

use crate::fields::Fields;
use crate::layout::{Layout, TOTAL_COUNT};
use crate::mismatch::{Expected, Mismatch};
use crate::record::{At, Field as _, FromReply, Record};
use crate::rule::Range;
use crate::value::Amount;

/// A page of a list. The answers carry no page number and no "has next".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// `pageNo`, from 1; at most 100 for frames, boxes and frame infrastructure, else 1,000.
    pub number: u64,
    /// `pageSize`, from 1, with the same bounds; the service's default is 10.
    pub size: u64,
}

/// Bounds of `pageNo` and `pageSize` in the frame, box and frame infrastructure lists.
pub const RESOURCE_PAGE: Range = Range { min: 1, max: 100, step: 1 };
/// Bounds of `pageNo` and `pageSize` in the import, export and review lists.
pub const REQUEST_PAGE: Range = Range { min: 1, max: 1000, step: 1 };

impl Page {
    /// Writes `pageNo` and `pageSize`.
    pub(crate) fn write(page: Option<Self>, fields: &mut Fields, bounds: Range) {
        fields.optional_number("pageNo", page.map(|page| page.number), bounds);
        fields.optional_number("pageSize", page.map(|page| page.size), bounds);
    }
}

/// A list answer.
#[derive(Clone, Debug, PartialEq)]
pub struct List<R> {
    /// Number of records in all pages, if the list has it.
    pub total_count: Option<Amount>,
    /// The records of this page.
    pub content: Vec<R>,
    /// Other fields beside `content`, as received.
    pub extra: Map<String, Value>,
}

impl<R> List<R> {
    /// `totalCount` as a number, or the number of received records if it is absent.
    pub fn total(&self) -> usize {
        let total = self.total_count.as_ref().and_then(Amount::whole);
        total.map_or(self.content.len(), |total| usize::try_from(total).unwrap_or(usize::MAX))
    }
}

impl<R: Record> FromReply for List<R> {
    const LAYOUT: Layout = Layout::list(&[TOTAL_COUNT], R::FIELDS);

    /// Takes the documented wrapper, a bare array, and one record without a wrapper
    /// (some tables of the API guide list the item's fields beside `totalCount`).
    fn from_reply(value: Value) -> Result<Self, Mismatch> {
        let at = At::ROOT;
        let mut object = match value {
            Value::Object(object) => object,
            array @ Value::Array(_) => {
                let content = Vec::read(Some(array), &at)?;
                return Ok(Self { total_count: None, content, extra: Map::new() });
            }
            other => return Err(at.mismatch(Expected::ObjectOrList, Some(&other))),
        };
        let total_count = Option::<Amount>::read(object.remove("totalCount"), &at.key("totalCount"))?;
        match object.remove("content") {
            Some(content) => {
                let content = Vec::read(Some(content), &at.key("content"))?;
                Ok(Self { total_count, content, extra: object })
            }
            None if R::FIELDS.iter().any(|field| object.contains_key(field.name)) => {
                let content = vec![R::from_object(object, &at)?];
                Ok(Self { total_count, content, extra: Map::new() })
            }
            // "There are none" may come without a list; anything else without one is no list.
            None if total_count.as_ref().and_then(Amount::whole) == Some(0) => {
                Ok(Self { total_count, content: Vec::new(), extra: object })
            }
            None => Err(at.key("content").mismatch(Expected::List, None)),
        }
    }
}
