//! Whether a list is whole, in words.

use super::Texts;
use crate::paging::Completeness;

/// Why a list may not be whole, if so. `names`: which lists, where several are one table.
pub fn incomplete(completeness: Completeness, names: Option<&str>, t: &Texts) -> Option<String> {
    let t = &t.lists;
    let reason = match completeness {
        Completeness::Complete => return None,
        Completeness::RepeatedPage => t.repeated_page.to_owned(),
        Completeness::RequestLimit => t.request_limit.to_owned(),
        Completeness::FewerThanTotal { total } => (t.fewer_than_total)(total),
        Completeness::ChangedWhileReading => t.changed_while_reading.to_owned(),
    };
    Some(match names {
        Some(names) => (t.incomplete_of)(names, &reason),
        None => (t.incomplete)(&reason),
    })
}
