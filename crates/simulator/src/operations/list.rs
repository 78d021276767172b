//! Paging and the filters of request lists.

use serde_json::{Value, json};

use crate::contract::Arguments;
use crate::time::Timestamp;

/// The page that was asked for, in the usual wrapper; `totalCount` counts all pages.
pub(super) fn page<T>(items: &[T], arguments: &Arguments, row: impl Fn(&T) -> Value) -> Value {
    let number = |name: &str, default: usize| {
        arguments.number(name).and_then(|n| usize::try_from(n).ok()).unwrap_or(default)
    };
    let (page_no, page_size) = (number("pageNo", 1), number("pageSize", 10));
    let skipped = page_no.saturating_sub(1).saturating_mul(page_size);
    let content: Vec<Value> = items.iter().skip(skipped).take(page_size).map(row).collect();
    json!({ "totalCount": items.len(), "content": content })
}

/// The items in the usual wrapper, unpaged.
pub(super) fn all(content: Vec<Value>) -> Value {
    json!({ "totalCount": content.len(), "content": content })
}

/// The filters of a request list.
pub(super) struct Filter {
    frame_no: u64,
    box_no: Option<u64>,
    status: Option<String>,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
}

impl Filter {
    pub(super) fn new(frame_no: u64, arguments: &Arguments) -> Self {
        Self {
            frame_no,
            box_no: arguments.number("dataBoxNo"),
            status: arguments.text("status").filter(|status| !status.is_empty()).map(Into::into),
            from: arguments.time("applyStartDate"),
            // The filter names a second; all of it belongs to the window.
            until: arguments.time("applyEndDate").map(|end| end.plus_ms(999)),
        }
    }

    pub(super) fn lets_through(
        &self,
        (frame_no, box_no): (u64, u64),
        status: &str,
        applied: Timestamp,
    ) -> bool {
        self.frame_no == frame_no
            && self.box_no.is_none_or(|no| no == box_no)
            && self.status.as_deref().is_none_or(|wanted| wanted == status)
            && self.from.is_none_or(|from| applied >= from)
            && self.until.is_none_or(|until| applied <= until)
    }
}

/// Takes out of a row what it does not have yet, such as the date of a review.
pub(super) fn drop_nulls(row: &mut Value) {
    if let Some(row) = row.as_object_mut() {
        row.retain(|_, value| !value.is_null());
    }
}
