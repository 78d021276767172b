//! What the comparison with the API reference found, in words.

use super::{Texts, mismatch};
use crate::conformance::{Finding, Located, OperationReport, PagingCheck, PagingFault, Report};

/// What was found at a place, and how often.
pub fn finding(located: &Located, t: &Texts) -> String {
    match located.finding {
        Finding::NeverSeen => t.compare.never_seen.to_owned(),
        _ => (t.compare.counted)(&what(&located.finding, t), located.count),
    }
}

fn what(finding: &Finding, t: &Texts) -> String {
    let c = &t.compare;
    match finding {
        Finding::Undocumented(found) => (c.undocumented)(&mismatch::found(*found, t)),
        Finding::NeverSeen => c.never_seen.to_owned(),
        Finding::Missing => c.missing.to_owned(),
        Finding::Type { expected, found } => {
            (c.other_type)(&mismatch::expected(*expected, t), &mismatch::found(*found, t))
        }
        Finding::DateFormat(format) => (c.date_format)(format),
        Finding::Code(code) => (c.code)(code),
        Finding::Paging(fault) => paging_fault(*fault, t).to_owned(),
        Finding::NoDate => c.no_date.to_owned(),
        Finding::ErrorCode { status, code } => (c.error_code)(u32::from(*status), code),
        Finding::NotJson(status) => (c.not_json)(u32::from(*status)),
        Finding::NoError => c.no_error.to_owned(),
    }
}

fn paging_fault(fault: PagingFault, t: &Texts) -> &'static str {
    let c = &t.compare;
    match fault {
        PagingFault::PageTooLong => c.page_too_long,
        PagingFault::PageTooShort => c.page_too_short,
        PagingFault::TotalTooSmall => c.total_too_small,
        PagingFault::TotalDiffers => c.total_differs,
        PagingFault::PageRepeated => c.page_repeated,
        PagingFault::OtherOrder => c.other_order,
    }
}

/// Where something was found.
pub fn place<'a>(located: &'a Located, t: &Texts) -> &'a str {
    if located.path.is_empty() { t.compare.response } else { &located.path }
}

/// How an operation stands, in a few words.
pub fn verdict_of(operation: &OperationReport, t: &Texts) -> String {
    match (operation.answers + operation.errors.len(), operation.differences()) {
        (_, differences) if differences > 0 => (t.compare.differences)(differences),
        (0, _) => t.compare.unread.to_owned(),
        _ => t.compare.as_documented.to_owned(),
    }
}

/// What an operation was compared by: requests, answers, records, paging, errors.
pub fn extent(operation: &OperationReport, t: &Texts) -> String {
    let c = &t.compare;
    if operation.requests == 0 {
        return c.not_asked.to_owned();
    }
    let mut parts = vec![(c.extent)(operation.requests, operation.answers, operation.records)];
    if operation.unanswered > 0 {
        parts.push((c.unanswered)(operation.unanswered));
    }
    match operation.paging {
        PagingCheck::None => {}
        PagingCheck::NotChecked => parts.push(c.paging_unchecked.to_owned()),
        PagingCheck::Checked => parts.push(c.paging_checked.to_owned()),
    }
    for error in &operation.errors {
        parts.push((c.error)(u32::from(error.status), &error.code, error.count));
    }
    parts.join(" ")
}

/// The whole report in a sentence.
pub fn summary(report: &Report, t: &Texts) -> String {
    let c = &t.compare;
    let said = if report.stopped { c.stopped } else { c.done };
    said(report.differences(), report.read(), report.operations.len(), report.sent)
}

#[cfg(test)]
mod tests {
    use databoxframe::error::{Expected, Found};

    use super::*;
    use crate::locale::Locale;

    #[test]
    fn each_finding_is_said_in_both_languages() {
        let mut all = vec![
            Finding::Undocumented(Found::Text),
            Finding::NeverSeen,
            Finding::Missing,
            Finding::Type { expected: Expected::Number, found: Found::Text },
            Finding::DateFormat("9999".into()),
            Finding::Code("NEW".into()),
            Finding::NoDate,
            Finding::ErrorCode { status: 409, code: "1".into() },
            Finding::NotJson(502),
            Finding::NoError,
        ];
        all.extend(PagingFault::ALL.map(Finding::Paging));
        let mut texts = Vec::new();
        for found in all {
            let located = Located { path: "content[].x".into(), finding: found, count: 2 };
            let said = |locale: Locale| finding(&located, locale.texts());
            let (english, korean) = (said(Locale::English), said(Locale::Korean));
            assert!(english.replace('×', "").is_ascii(), "{english}");
            assert!(korean.chars().any(|c| ('가'..='힣').contains(&c)), "{korean}");
            texts.extend([english, korean]);
        }
        let count = texts.len();
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), count, "each is said in its own words");
    }
}
