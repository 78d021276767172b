//! The texts about what can be relied on: the clock, the network, the age of what is shown, and
//! what became of a change.

use super::Texts;
use crate::gateway::MAX_CORRECTED_MS;

/// One language's.
pub struct TrustTexts {
    /// "This computer's clock"
    pub clock: &'static str,
    clock_right: &'static str,
    clock_unknown: &'static str,
    hours: &'static str,
    minutes: &'static str,
    seconds: &'static str,
    slow: fn(&str) -> String,
    fast: fn(&str) -> String,
    corrected: &'static str,
    not_corrected: &'static str,
    /// That the browser has no network.
    pub offline: &'static str,
    /// That what is shown is from this time of day.
    pub stale: fn(&str) -> String,
    /// That it is not what was shown any more, and nothing was sent.
    pub changed: &'static str,
    /// That it could not be read again, and nothing was sent.
    pub unread: &'static str,
    /// While it is compared how something stands.
    pub comparing: &'static str,
    /// That this could not be read.
    pub not_compared: &'static str,
    /// That nothing has changed.
    pub unchanged: &'static str,
    /// What has changed, before its lines.
    pub changed_since: &'static str,
    /// "Compare again"
    pub compare_again: &'static str,
    /// "Send again…"
    pub send_again: &'static str,
    /// "2 selected"
    pub selected: fn(usize) -> String,
    /// "Approve selected"
    pub approve_selected: &'static str,
    /// "Reject selected"
    pub reject_selected: &'static str,
    /// Why neither is possible.
    pub none_selected: &'static str,
    /// "Select {file}"
    pub select: fn(&str) -> String,
    /// "Approve these exports?"
    pub approve_title: &'static str,
    /// What approving several does.
    pub approve_lead: &'static str,
    /// "Reject these exports?"
    pub reject_title: &'static str,
    /// What rejecting several does.
    pub reject_lead: &'static str,
    /// "Send {count} requests"
    pub send_many: fn(usize) -> String,
    /// "Try {count} again"
    pub retry_many: fn(usize) -> String,
    /// "Stop"
    pub stop: &'static str,
    /// Why nothing can be sent before the number is typed.
    pub number_differs: &'static str,
}

/// How a clock stands that is behind the gateway's by so many milliseconds, and what is done
/// about it.
pub fn clock(behind: Option<f64>, t: &Texts) -> String {
    let t = &t.trust;
    let Some(behind) = behind else { return t.clock_unknown.to_owned() };
    let seconds = (behind.abs() / 1_000.0) as u64;
    if seconds < 5 {
        return t.clock_right.to_owned();
    }
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let parts = [(hours, t.hours), (minutes, t.minutes), (seconds, t.seconds)];
    let parts: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, unit)| format!("{count}{unit}")).collect();
    let off = if behind > 0.0 { t.slow } else { t.fast };
    let then = if behind.abs() <= MAX_CORRECTED_MS { t.corrected } else { t.not_corrected };
    format!("{} {then}", off(&parts.join(" ")))
}

/// English.
pub const ENGLISH: TrustTexts = TrustTexts {
    clock: "This computer's clock",
    clock_right: "It agrees with the gateway's.",
    clock_unknown: "No answer has told the gateway's time yet.",
    hours: " h",
    minutes: " min",
    seconds: " s",
    slow: |by| format!("This computer's clock is {by} slow."),
    fast: |by| format!("This computer's clock is {by} fast."),
    corrected: "Requests are signed with the gateway's time instead. Set the clock right.",
    not_corrected: "More than a day is not corrected: set the clock right, then reload this page.",
    offline: "This computer is offline. What is shown may be out of date; it is read again as soon as the network is back.",
    stale: |time| format!("What is shown is from {time}; reading it again failed."),
    changed: "It has changed since it was shown to you. Nothing was sent.",
    unread: "It could not be read again before sending. Nothing was sent.",
    comparing: "Comparing how it stands now with how it was before…",
    not_compared: "How it stands now could not be read.",
    unchanged: "Compared with before it was sent, nothing has changed so far. The request may still be under way.",
    changed_since: "Compared with before it was sent, this has changed:",
    compare_again: "Compare again",
    send_again: "Send again…",
    selected: |count| format!("{count} selected"),
    approve_selected: "Approve selected",
    reject_selected: "Reject selected",
    none_selected: "Select requests that wait for review first.",
    select: |file| format!("Select {file}"),
    approve_title: "Approve these exports?",
    approve_lead: "The files are copied to their applicants' buckets, outside the fence. This cannot be undone.",
    reject_title: "Reject these exports?",
    reject_lead: "Each applicant sees the reason.",
    send_many: |count| format!("Send {count} requests"),
    retry_many: |count| format!("Try {count} again"),
    stop: "Stop",
    number_differs: "Type the number first.",
};

/// Korean.
pub const KOREAN: TrustTexts = TrustTexts {
    clock: "이 컴퓨터의 시계",
    clock_right: "게이트웨이의 시계와 일치합니다.",
    clock_unknown: "아직 게이트웨이의 시각을 알려 준 응답이 없습니다.",
    hours: "시간",
    minutes: "분",
    seconds: "초",
    slow: |by| format!("이 컴퓨터의 시계가 {by} 느립니다."),
    fast: |by| format!("이 컴퓨터의 시계가 {by} 빠릅니다."),
    corrected: "대신 게이트웨이의 시각으로 요청에 서명합니다. 시계를 맞추세요.",
    not_corrected: "하루가 넘는 차이는 보정하지 않습니다. 시계를 맞춘 다음 이 페이지를 새로 고치세요.",
    offline: "이 컴퓨터가 오프라인입니다. 표시된 내용이 오래되었을 수 있으며, 네트워크가 돌아오면 바로 다시 조회합니다.",
    stale: |time| format!("{time}의 내용입니다. 다시 조회하지 못했습니다."),
    changed: "표시된 뒤에 내용이 바뀌었습니다. 아무것도 전송하지 않았습니다.",
    unread: "전송하기 전에 다시 조회하지 못했습니다. 아무것도 전송하지 않았습니다.",
    comparing: "지금 상태를 전송 전과 비교하는 중…",
    not_compared: "지금 상태를 조회하지 못했습니다.",
    unchanged: "전송 전과 비교해 아직 바뀐 것이 없습니다. 요청이 아직 처리 중일 수 있습니다.",
    changed_since: "전송 전과 비교해 바뀐 것:",
    compare_again: "다시 비교",
    send_again: "다시 전송…",
    selected: |count| format!("{count}건 선택됨"),
    approve_selected: "선택 항목 승인",
    reject_selected: "선택 항목 반려",
    none_selected: "심사 대기 중인 신청을 먼저 선택하세요.",
    select: |file| format!("{file} 선택"),
    approve_title: "선택한 반출 신청을 승인할까요?",
    approve_lead: "파일이 분석 환경 밖에 있는 각 신청자의 버킷으로 복사됩니다. 되돌릴 수 없습니다.",
    reject_title: "선택한 반출 신청을 반려할까요?",
    reject_lead: "각 신청자에게 사유가 표시됩니다.",
    send_many: |count| format!("신청 {count}건 전송"),
    retry_many: |count| format!("{count}건 다시 시도"),
    stop: "중지",
    number_differs: "먼저 숫자를 입력하세요.",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn a_clock_is_described_by_how_much_it_is_off() {
        let said = |behind| clock(behind, Locale::English.texts());
        assert_eq!(said(None), "No answer has told the gateway's time yet.");
        assert_eq!(said(Some(-4_900.0)), "It agrees with the gateway's.");
        assert!(said(Some(432_000.0)).starts_with("This computer's clock is 7 min 12 s slow. Requests"));
        assert!(said(Some(-7_260_000.0)).starts_with("This computer's clock is 2 h 1 min fast. Requests"));
        assert!(said(Some(1e9)).contains("slow. More than a day is not corrected"));
        assert!(clock(Some(432_000.0), Locale::Korean.texts()).contains("7분 12초 느립니다"));
    }
}
