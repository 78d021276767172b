//! The texts about lists: whether they are whole, what is selected in them.

use super::Texts;
use crate::paging::Completeness;

/// One language's.
pub struct ListTexts {
    incomplete: fn(&str) -> String,
    incomplete_of: fn(&str, &str) -> String,
    repeated_page: &'static str,
    request_limit: &'static str,
    fewer_than_total: fn(usize) -> String,
    changed_while_reading: &'static str,
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
}

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

/// English.
pub const ENGLISH: ListTexts = ListTexts {
    incomplete: |reason| format!("This list may be incomplete: {reason}"),
    incomplete_of: |names, reason| format!("The list of {names} may be incomplete: {reason}"),
    repeated_page: "asked for the next page, the service sent the same records again.",
    request_limit: "there are more records than the console reads. Narrow the list by dates where that is possible.",
    fewer_than_total: |total| format!("the service counts {total} records, but sent fewer."),
    changed_while_reading: "it changed while it was being read. Refresh to read it again.",
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
    gone: |count| match count {
        1 => "1 request is no longer listed and was deselected.".to_owned(),
        _ => format!("{count} requests are no longer listed and were deselected."),
    },
};

/// Korean.
pub const KOREAN: ListTexts = ListTexts {
    incomplete: |reason| format!("목록에 빠진 항목이 있을 수 있습니다. {reason}"),
    incomplete_of: |names, reason| format!("{names}의 목록에 빠진 항목이 있을 수 있습니다. {reason}"),
    repeated_page: "다음 페이지를 요청했지만 서비스가 같은 항목을 다시 보냈습니다.",
    request_limit: "항목이 콘솔에서 조회하는 한도보다 많습니다. 가능하면 기간을 좁히세요.",
    fewer_than_total: |total| format!("서비스에서 전체 {total}건이라고 했지만 그보다 적게 보냈습니다."),
    changed_while_reading: "조회하는 동안 목록이 바뀌었습니다. 새로 고침을 눌러 다시 조회하세요.",
    at_least: |count| format!("{count}개 이상"),
    unknown_kind: |count| {
        format!("{count}개 항목은 이 콘솔이 아는 서버나 NAS 볼륨이 아니어서 여기에서 변경할 수 없습니다.")
    },
    hidden: |count| format!("선택한 신청 {count}건이 필터에 가려져 있습니다."),
    deselect_hidden: "가려진 항목 선택 해제",
    decided: |count| format!("더 이상 심사 대기 중이 아닌 신청 {count}건의 선택을 해제했습니다."),
    gone: |count| format!("목록에서 사라진 신청 {count}건의 선택을 해제했습니다."),
};
