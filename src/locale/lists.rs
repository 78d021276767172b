//! The texts about lists: whether they are whole, what is selected in them.

use super::Texts;
use crate::paging::Completeness;

/// One language's.
pub struct ListTexts {
    incomplete: fn(&str) -> String,
    incomplete_many: fn(&str) -> String,
    repeated_page: &'static str,
    request_limit: &'static str,
    fewer_than_total: fn(usize) -> String,
    changed_while_reading: &'static str,
    /// Which requests Activity holds, and that it holds the raw answers of the newest so many.
    pub activity_lead: fn(usize) -> String,
    /// "Show 100 older requests (of 250)"
    pub older_requests: fn(usize, usize) -> String,
    /// That a raw answer is not kept any more: only those of the newest so many requests are.
    pub answer_dropped: fn(usize) -> String,
    /// "at least 50"
    pub at_least: fn(usize) -> String,
    /// That so many entries of an unknown kind can't be changed here.
    pub unknown_kind: fn(usize) -> String,
    /// That so many of what is selected do not pass the filters.
    pub hidden: fn(usize) -> String,
    /// "Deselect hidden"
    pub deselect_hidden: &'static str,
    /// That so many requests do not wait for a decision any more and were deselected.
    pub decided: fn(usize) -> String,
    /// That so many requests are not listed any more and were deselected.
    pub gone: fn(usize) -> String,
    /// That there is no page before this one.
    pub first_page: &'static str,
    /// That there is no page after this one.
    pub last_page: &'static str,
}

/// Why lists, so many, may not be whole, if so.
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

/// English.
pub const ENGLISH: ListTexts = ListTexts {
    incomplete: |reason| format!("This list may be incomplete: {reason}"),
    incomplete_many: |reason| format!("These lists may be incomplete: {reason}"),
    repeated_page: "asked for the next page, the service sent the same records again.",
    request_limit: "there are more records than the console reads. Narrow the list by dates where that is possible.",
    fewer_than_total: |total| format!("the service counts {total} records, but sent fewer."),
    changed_while_reading: "it changed while it was being read. Refresh to read it again.",
    activity_lead: |answers| {
        format!(
            "Every request since this page was opened, and the raw answers of the newest {answers}. Kept in memory only."
        )
    },
    older_requests: |batch, all| match (batch, all) {
        (_, 1) => "Show 1 older request".to_owned(),
        (batch, all) if batch == all => format!("Show {all} older requests"),
        (batch, all) => format!("Show {batch} of {all} older requests"),
    },
    answer_dropped: |answers| {
        format!("The raw answer is not kept any more: only those of the newest {answers} requests are.")
    },
    at_least: |count| format!("at least {count}"),
    unknown_kind: |count| {
        match count {
        1 => "1 entry is neither a server nor a NAS volume, as far as this console knows. It can't be changed here.".to_owned(),
        _ => format!("{count} entries are neither servers nor NAS volumes, as far as this console knows. They can't be changed here."),
    }
    },
    hidden: |count| match count {
        1 => "1 selected request is hidden by the filters.".to_owned(),
        _ => format!("{count} selected requests are hidden by the filters."),
    },
    deselect_hidden: "Deselect hidden",
    decided: |count| match count {
        1 => "1 request is no longer waiting for review and was deselected.".to_owned(),
        _ => format!("{count} requests are no longer waiting for review and were deselected."),
    },
    first_page: "This is the first page.",
    last_page: "This is the last page.",
    gone: |count| match count {
        1 => "1 request is no longer listed and was deselected.".to_owned(),
        _ => format!("{count} requests are no longer listed and were deselected."),
    },
};

/// Korean.
pub const KOREAN: ListTexts = ListTexts {
    incomplete: |reason| format!("목록에 빠진 항목이 있을 수 있습니다. {reason}"),
    incomplete_many: |reason| format!("다음 목록에 빠진 항목이 있을 수 있습니다. {reason}"),
    repeated_page: "다음 페이지를 요청했지만 서비스가 같은 항목을 다시 보냈습니다.",
    request_limit: "항목이 콘솔에서 조회하는 한도보다 많습니다. 가능하면 기간을 좁히세요.",
    fewer_than_total: |total| format!("서비스에서 전체 {total}건이라고 했지만 그보다 적게 보냈습니다."),
    changed_while_reading: "조회하는 동안 목록이 바뀌었습니다. 새로 고침을 눌러 다시 조회하세요.",
    activity_lead: |answers| {
        format!("이 페이지를 연 뒤의 모든 요청과 최근 {answers}건의 원본 응답입니다. 메모리에만 보관됩니다.")
    },
    older_requests: |batch, all| {
        if batch == all {
            format!("이전 요청 {all}건 표시")
        } else {
            format!("이전 요청 {all}건 중 {batch}건 표시")
        }
    },
    answer_dropped: |answers| {
        format!("원본 응답을 더 이상 보관하지 않습니다. 최근 요청 {answers}건의 응답만 보관합니다.")
    },
    at_least: |count| format!("{count}개 이상"),
    unknown_kind: |count| {
        format!("{count}개 항목은 이 콘솔이 아는 서버나 NAS 볼륨이 아니어서 여기에서 변경할 수 없습니다.")
    },
    hidden: |count| format!("선택한 신청 {count}건이 필터에 가려져 있습니다."),
    deselect_hidden: "가려진 항목 선택 해제",
    decided: |count| format!("더 이상 심사 대기 중이 아닌 신청 {count}건의 선택을 해제했습니다."),
    first_page: "첫 페이지입니다.",
    last_page: "마지막 페이지입니다.",
    gone: |count| format!("목록에서 사라진 신청 {count}건의 선택을 해제했습니다."),
};
