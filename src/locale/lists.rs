//! Progress and completeness of lists as text.

use super::Texts;
use crate::paging::{Completeness, Progress, UnreadRows};

/// Why lists may be incomplete. `count`: how many lists.
pub fn incomplete(completeness: Completeness, lists: usize, t: &Texts) -> Option<String> {
    let t = &t.lists;
    let reason = match completeness {
        // The progress line reports it.
        Completeness::Complete | Completeness::Reading => return None,
        Completeness::RepeatedPage => t.repeated_page.to_owned(),
        Completeness::RequestLimit => t.request_limit.to_owned(),
        Completeness::FewerThanTotal { total } => (t.fewer_than_total)(total),
        Completeness::ChangedWhileReading => t.changed_while_reading.to_owned(),
        Completeness::UnreadPages => t.unread_pages.to_owned(),
    };
    Some(if lists == 1 { (t.incomplete)(&reason) } else { (t.incomplete_many)(&reason) })
}

/// Label of the button that shows more of the older requests.
pub fn older_requests(batch: usize, all: usize, t: &Texts) -> String {
    if batch == all { (t.lists.older_requests)(all) } else { (t.lists.older_requests_of)(batch, all) }
}

/// How much of a list was read.
pub fn progress(progress: Progress, t: &Texts) -> String {
    match progress.total {
        Some(total) => (t.lists.read_of)(progress.read, total),
        None => (t.lists.read_so_far)(progress.read),
    }
}

/// Which rows could not be read.
pub fn unread(rows: &UnreadRows, t: &Texts) -> String {
    match rows.last {
        Some(last) if last == rows.first => (t.lists.unread_row)(last),
        Some(last) => (t.lists.unread_rows)(rows.first, last),
        None => (t.lists.unread_from)(rows.first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gateway::Failure;
    use crate::locale::Locale;

    #[test]
    fn what_was_read_and_what_was_not_is_said_in_numbers_that_can_be_read() {
        let (en, ko) = (Locale::English.texts(), Locale::Korean.texts());
        let said = |read, total, t| progress(Progress { read, total }, t);
        assert_eq!(said(3_000, Some(10_031), en), "3,000 of 10,031 read");
        assert_eq!(said(3_000, Some(10_031), ko), "전체 10,031건 중 3,000건 조회");
        assert_eq!(said(1_234_567, None, en), "1,234,567 read so far");
        assert_eq!(said(100, None, ko), "지금까지 100건 조회");
        let rows = |first, last| UnreadRows { first, last, pages: Vec::new(), failure: Failure::Timeout };
        assert_eq!(unread(&rows(2_001, Some(3_000)), en), "Rows 2,001 to 3,000 could not be read.");
        assert_eq!(unread(&rows(10_001, Some(10_001)), en), "Row 10,001 could not be read.");
        assert_eq!(unread(&rows(10_001, None), en), "Rows from 10,001 on could not be read.");
    }
}
