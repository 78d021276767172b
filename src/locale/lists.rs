//! Completeness of lists as text.

use super::Texts;
use crate::paging::Completeness;

/// Why lists may be incomplete. `count`: how many lists.
pub fn incomplete(completeness: Completeness, lists: usize, t: &Texts) -> Option<String> {
    let t = &t.lists;
    let reason = match completeness {
        Completeness::Complete => return None,
        Completeness::RepeatedPage => t.repeated_page.to_owned(),
        Completeness::RequestLimit => t.request_limit.to_owned(),
        Completeness::FewerThanTotal { total } => (t.fewer_than_total)(total),
        Completeness::ChangedWhileReading => t.changed_while_reading.to_owned(),
    };
    Some(if lists == 1 { (t.incomplete)(&reason) } else { (t.incomplete_many)(&reason) })
}

/// Label of the button that shows more of the older requests.
pub fn older_requests(batch: usize, all: usize, t: &Texts) -> String {
    if batch == all { (t.lists.older_requests)(all) } else { (t.lists.older_requests_of)(batch, all) }
}
