//! The texts of the connection check.

use super::keys::caution;
use super::{Texts, clock, explain};
use crate::connection::ConnectionWarning;
use crate::gateway::{Diagnostic, Failure, Observed, Verdict};
use crate::untrusted::line;

/// One language's.
pub struct CheckTexts {
    /// "Check connection"
    pub check: &'static str,
    /// "Checking…"
    pub checking: &'static str,
    /// "Connection check"
    pub title: &'static str,
    /// What was checked, and how much of it is to be mended.
    pub summary: fn(&str, usize) -> String,
    /// The seven properties, see [`crate::gateway::findings`].
    pub properties: [&'static str; 7],
    /// How one of them stands.
    pub verdict: fn(Verdict) -> &'static str,
    sentence: fn(Diagnostic) -> &'static str,
}

/// What is said about a property of what was seen; for a [`crate::untrusted::sentence`].
pub fn said(seen: &Observed<'_>, sentence: Diagnostic, t: &Texts) -> String {
    match sentence {
        Diagnostic::Failure => failed(&seen.plain.result, t),
        Diagnostic::QueryFailure => {
            seen.query.as_ref().map(|query| failed(&query.result, t)).unwrap_or_default()
        }
        Diagnostic::Clock => clock(seen.behind, t),
        Diagnostic::Unencrypted | Diagnostic::Stranger => {
            let encryption = sentence == Diagnostic::Unencrypted;
            let about = |caution: &ConnectionWarning| {
                matches!(caution, ConnectionWarning::Unencrypted(_)) == encryption
            };
            seen.hops
                .warnings()
                .iter()
                .find(|caution| about(caution))
                .map(|one| caution(one, t))
                .unwrap_or_default()
        }
        other => (t.check.sentence)(other).to_owned(),
    }
}

fn failed(result: &Result<(), Failure>, t: &Texts) -> String {
    let Err(failure) = result else { return String::new() };
    let explained = explain(failure, t);
    format!("{}. {} {}", explained.title, line(&explained.facts).words(t), explained.advice)
}

/// English.
pub const ENGLISH: CheckTexts = CheckTexts {
    check: "Check connection",
    checking: "Checking…",
    title: "Connection check",
    summary: |relay, mend| match mend {
        0 => format!("Checked {relay}: nothing to fix."),
        _ => format!("Checked {relay}: {mend} to fix."),
    },
    properties: [
        "Reachable",
        "CORS",
        "Keys",
        "Path and query",
        "Date and clock",
        "Encryption",
        "Whose relay",
    ],
    verdict: |verdict| match verdict {
        Verdict::Good => "✓ OK",
        Verdict::NeedsFix => "✗ To fix",
        Verdict::Judge => "! Your call",
        Verdict::Unchecked => "– Not checked",
    },
    sentence: |sentence| match sentence {
        Diagnostic::Unchecked => "Fix what is above first.",
        Diagnostic::Answers => "The gateway answers through the relay.",
        Diagnostic::Silent => {
            "No answer, and a page can't tell why: the relay or the network is down, the relay's address is wrong, or, on another origin, it doesn't allow this page (CORS) or the policy of this page's server doesn't name it (connect-src). Open its address with /health in another tab: if it answers, the browser's own console (F12) names CORS or connect-src."
        }
        Diagnostic::SameOrigin => "Not needed: the relay is on this page's origin.",
        Diagnostic::Exposed => "The relay allows this page, and lets it read Date.",
        Diagnostic::NotExposed => {
            "The relay allows this page, but Date can't be read. The relay has to pass the gateway's Date and answer Access-Control-Expose-Headers: Date, Retry-After"
        }
        Diagnostic::Accepted => "A signed read was accepted.",
        Diagnostic::Refused => {
            "The signature was refused: the keys are wrong, the relay changes the path, or this computer's clock is not right to five minutes. The relay has to pass path and query byte for byte."
        }
        Diagnostic::Unchanged => "A query with Korean text, spaces, +, / and % arrived as it was signed.",
        Diagnostic::Changed => {
            "The keys are right, but with a query the signature was refused: the relay changes it. The relay has to pass path and query byte for byte (nginx: proxy_pass without a path, no rewrite)."
        }
        Diagnostic::Undated => {
            "Date can't be read, so a wrong clock isn't noticed. The relay has to pass the gateway's Date (nginx: proxy_pass_header Date)."
        }
        Diagnostic::Encrypted => "Relay and gateway are reached by https.",
        Diagnostic::Loopback => "http, but on this computer: fine for development.",
        Diagnostic::Own => {
            "The relay is on this page's origin. That it makes no change twice can't be tried without a change: a relay must repeat no request, answer no 408, and not close a connection before it has answered. Those in deploy/ keep to that, or refuse the copies."
        }
        Diagnostic::Direct => "There is none: requests go to the gateway itself.",
        // Made of other texts, see `said`.
        _ => "",
    },
};

/// Korean.
pub const KOREAN: CheckTexts = CheckTexts {
    check: "연결 점검",
    checking: "점검 중…",
    title: "연결 점검 결과",
    summary: |relay, mend| match mend {
        0 => format!("{relay} 점검 완료: 고칠 것이 없습니다."),
        _ => format!("{relay} 점검 완료: 고칠 것 {mend}건."),
    },
    properties: ["응답", "CORS", "키", "경로와 쿼리", "Date와 시계", "암호화", "릴레이 운영자"],
    verdict: |verdict| match verdict {
        Verdict::Good => "✓ 정상",
        Verdict::NeedsFix => "✗ 수정 필요",
        Verdict::Judge => "! 직접 판단",
        Verdict::Unchecked => "– 점검 안 함",
    },
    sentence: |sentence| match sentence {
        Diagnostic::Unchecked => "먼저 위의 문제를 고치세요.",
        Diagnostic::Answers => "게이트웨이가 릴레이를 거쳐 응답합니다.",
        Diagnostic::Silent => {
            "응답이 없으며 페이지는 그 이유를 알 수 없습니다. 릴레이나 네트워크가 끊겼거나, 릴레이 주소가 틀렸거나, 다른 출처의 릴레이라면 이 페이지를 허용하지 않거나(CORS) 이 페이지 서버의 정책에 없습니다(connect-src). 다른 탭에서 릴레이 주소 뒤에 /health를 붙여 열어 보고, 응답하면 브라우저 콘솔(F12)에서 CORS와 connect-src를 확인하세요."
        }
        Diagnostic::SameOrigin => "필요 없습니다. 릴레이가 이 페이지와 같은 출처에 있습니다.",
        Diagnostic::Exposed => "릴레이가 이 페이지를 허용하고 Date를 읽게 합니다.",
        Diagnostic::NotExposed => {
            "릴레이가 이 페이지를 허용하지만 Date를 읽을 수 없습니다. 릴레이가 게이트웨이의 Date를 전달하고 Access-Control-Expose-Headers: Date, Retry-After로 응답해야 합니다."
        }
        Diagnostic::Accepted => "서명한 조회가 받아들여졌습니다.",
        Diagnostic::Refused => {
            "서명이 거부되었습니다. 키가 틀렸거나, 릴레이가 경로를 바꾸거나, 이 컴퓨터의 시계가 5분 넘게 어긋났습니다. 릴레이가 경로와 쿼리를 그대로 전달해야 합니다."
        }
        Diagnostic::Unchanged => "한글, 공백, +, /, %가 든 쿼리가 서명한 그대로 도착했습니다.",
        Diagnostic::Changed => {
            "키는 맞지만 쿼리가 있으면 서명이 거부되었습니다. 릴레이가 쿼리를 바꿉니다. 릴레이가 경로와 쿼리를 그대로 전달해야 합니다(nginx: 경로 없는 proxy_pass, rewrite 금지)."
        }
        Diagnostic::Undated => {
            "Date를 읽을 수 없어 틀린 시계를 알아챌 수 없습니다. 릴레이가 게이트웨이의 Date를 전달해야 합니다(nginx: proxy_pass_header Date)."
        }
        Diagnostic::Encrypted => "릴레이와 게이트웨이에 https로 연결합니다.",
        Diagnostic::Loopback => "http지만 이 컴퓨터 안이므로 개발용으로는 괜찮습니다.",
        Diagnostic::Own => {
            "릴레이가 이 페이지와 같은 출처에 있습니다. 변경이 두 번 적용되지 않는지는 실제로 변경하지 않고는 점검할 수 없습니다. 릴레이는 요청을 되풀이하거나, 408로 응답하거나, 응답하기 전에 연결을 끊어서는 안 됩니다. deploy/의 릴레이는 이를 지키거나 사본을 거부합니다."
        }
        Diagnostic::Direct => "릴레이가 없습니다. 요청이 게이트웨이로 바로 갑니다.",
        // Made of other texts, see `said`.
        _ => "",
    },
};
