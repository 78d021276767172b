//! The one place where a failure becomes words: who failed, what was said, what to do.

use databoxframe::error::{ErrorKind, Meaning, NotFromApi};
use databoxframe::rule::Violation;

use super::{Texts, clock};
use crate::gateway::Failure;

/// A failure in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Who failed, and how.
    pub title: String,
    /// HTTP status, code and message, as far as there are any.
    pub facts: String,
    /// What to do next.
    pub advice: String,
    /// The raw answer, if there was one.
    pub raw: String,
}

/// The texts of failures.
pub struct FailureTexts {
    invalid: &'static str,
    invalid_advice: &'static str,
    timeout: &'static str,
    timeout_advice: &'static str,
    aborted: &'static str,
    network: &'static str,
    network_advice: &'static str,
    unsendable: &'static str,
    unsendable_advice: &'static str,
    disconnected: &'static str,
    disconnected_advice: &'static str,
    service: &'static str,
    gateway: &'static str,
    gateway_failed: &'static str,
    unrecognised: &'static str,
    relay: &'static str,
    relay_refused: &'static str,
    relay_upstream: &'static str,
    repeated: &'static str,
    repeated_advice: &'static str,
    sign_in: &'static str,
    sign_in_advice: &'static str,
    not_from_api: &'static str,
    unexpected: &'static str,
    not_from_api_advice: &'static str,
    unexpected_advice: &'static str,
    parameter: &'static str,
    authentication: &'static str,
    permission: &'static str,
    no_such_thing: &'static str,
    no_such_path: &'static str,
    bad_request: &'static str,
    quota: &'static str,
    rate: &'static str,
    too_large: &'static str,
    endpoint: &'static str,
    fault: &'static str,
    linked: &'static str,
    unknown: &'static str,
    empty: &'static str,
    html: &'static str,
    text: &'static str,
    truncated: &'static str,
    invalid_json: &'static str,
    content_type: &'static str,
}

/// What the fields are called in which limits are broken.
pub fn field_names(violations: &[Violation], texts: &Texts) -> String {
    let name = |violation: &Violation| {
        let path = violation.path.as_str();
        // What is asked for outside of forms, whose fields have labels of their own.
        let name = match path {
            "applyStartDate" => texts.fields.apply_start,
            "applyEndDate" => texts.fields.apply_end,
            "rejectReason" => texts.reason,
            "volumeSize" => texts.actions.new_size,
            path => path,
        };
        name.to_owned()
    };
    violations.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Explains a failure in the language of `texts`.
pub fn explain(failure: &Failure, texts: &Texts) -> Explained {
    let t = &texts.failure;
    let simple = |title: &str, facts: &str, advice: &str| Explained {
        title: title.to_owned(),
        facts: facts.to_owned(),
        advice: advice.to_owned(),
        raw: String::new(),
    };
    match failure {
        Failure::Invalid(violations) => simple(t.invalid, &field_names(violations, texts), t.invalid_advice),
        Failure::NotConnected => simple(t.disconnected, "", t.disconnected_advice),
        Failure::Unsendable(message) => simple(t.unsendable, message, t.unsendable_advice),
        Failure::SignIn => simple(t.sign_in, "", t.sign_in_advice),
        Failure::Timeout => simple(t.timeout, "", t.timeout_advice),
        Failure::Aborted => simple(t.aborted, "", ""),
        Failure::Network(message) => simple(t.network, message, t.network_advice),
        Failure::Answer(error) => explain_answer(error, t),
        Failure::Clock(error, behind) => {
            Explained { advice: clock(Some(*behind), texts), ..explain_answer(error, t) }
        }
    }
}

fn explain_answer(error: &databoxframe::Error, t: &FailureTexts) -> Explained {
    let title = match &error.kind {
        _ if error.meaning() == Meaning::SignIn => t.sign_in,
        ErrorKind::Relay(_) if error.meaning() == Meaning::Repeated => t.repeated,
        ErrorKind::Relay(_) => t.relay,
        ErrorKind::Service(_) => t.service,
        ErrorKind::Gateway(_) if error.status >= 500 => t.gateway_failed,
        ErrorKind::Gateway(_) => t.gateway,
        ErrorKind::Unrecognised(_) => t.unrecognised,
        ErrorKind::NotFromApi(_) => t.not_from_api,
        ErrorKind::Unexpected(_) => t.unexpected,
    };
    let mut facts = format!("HTTP {}", error.status);
    match &error.kind {
        ErrorKind::NotFromApi(what) => {
            facts.push_str(" · ");
            facts.push_str(match what {
                NotFromApi::Empty => t.empty,
                NotFromApi::Html => t.html,
                NotFromApi::Text => t.text,
                NotFromApi::Truncated => t.truncated,
                NotFromApi::InvalidJson => t.invalid_json,
                NotFromApi::ContentType => t.content_type,
                NotFromApi::TooLarge => t.too_large,
            });
        }
        ErrorKind::Unexpected(mismatch) => {
            for part in [mismatch.path.as_str(), mismatch.expected, mismatch.found] {
                facts.push_str(" · ");
                facts.push_str(part);
            }
        }
        ErrorKind::Service(e) | ErrorKind::Gateway(e) | ErrorKind::Relay(e) | ErrorKind::Unrecognised(e) => {
            for part in [&e.code, &e.message, &e.details] {
                if !part.is_empty() {
                    facts.push_str(" · ");
                    facts.push_str(part);
                }
            }
        }
    }
    let advice = match (&error.kind, error.meaning()) {
        (_, Meaning::SignIn) => t.sign_in_advice,
        (_, Meaning::Relay) => t.relay_refused,
        (_, Meaning::RelayUpstream) => t.relay_upstream,
        (_, Meaning::Repeated) => t.repeated_advice,
        (_, Meaning::Authentication) => t.authentication,
        (ErrorKind::NotFromApi(_), _) => t.not_from_api_advice,
        (ErrorKind::Unexpected(_), _) => t.unexpected_advice,
        (_, Meaning::Parameter) => t.parameter,
        (_, Meaning::Permission) => t.permission,
        (_, Meaning::NoSuchThing) => t.no_such_thing,
        (_, Meaning::NoSuchPath) => t.no_such_path,
        (_, Meaning::BadRequest) => t.bad_request,
        (_, Meaning::Quota) => t.quota,
        (_, Meaning::Rate) => t.rate,
        (_, Meaning::BodyTooLarge) => t.too_large,
        (_, Meaning::EndpointUnreachable | Meaning::EndpointTimeout) => t.endpoint,
        (_, Meaning::ServiceFault | Meaning::GatewayFault) => t.fault,
        (_, Meaning::LinkedServiceFault) => t.linked,
        (_, Meaning::Unknown) => t.unknown,
    };
    Explained { title: title.to_owned(), facts, advice: advice.to_owned(), raw: error.raw.to_string() }
}

/// English.
pub const ENGLISH: FailureTexts = FailureTexts {
    invalid: "This page refused to send the request",
    invalid_advice: "Correct the fields named here.",
    timeout: "No answer within 30 seconds",
    timeout_advice: "The relay, the API Gateway or the service is slow or unreachable. Try again later.",
    aborted: "The request was cancelled",
    network: "The relay could not be reached",
    network_advice: "Check this computer's network and the relay's address under Settings. A relay on another origin must allow this page (CORS).",
    unsendable: "This browser cannot make the request",
    unsendable_advice: "Nothing was sent. Check the access key and the relay's URL.",
    disconnected: "Not connected",
    disconnected_advice: "Enter the keys again.",
    service: "Data Box Frame answered with an error",
    gateway: "The API Gateway refused the request",
    gateway_failed: "The API Gateway answered with an error",
    unrecognised: "The request failed",
    relay: "The relay answered with an error",
    relay_refused: "Tell the code to the administrator of the console's server.",
    repeated: "The relay has already passed on a copy of this request",
    repeated_advice: "The browser repeated the request after its connection ended. The relay passes each request on once; the answer to the first copy may have been lost.",
    relay_upstream: "The relay works, the way from it to the API Gateway does not. Try again later, then tell the administrator of the console's server.",
    sign_in: "Sign in to your company first",
    sign_in_advice: "A single sign-on stands before the relay. Reload this page to sign in, then connect again. If there is none, check the keys and this computer's clock.",
    not_from_api: "The answer is not from the API",
    unexpected: "The answer does not match the API's documents",
    not_from_api_advice: "The relay or a proxy on the way answered instead. Check the relay's address and its upstream.",
    unexpected_advice: "The service may have changed. The raw answer shows what came.",
    parameter: "The message says which parameter the service did not accept.",
    authentication: "Check the access key and the secret key, and that this computer's clock is right to five minutes. If they are right, the relay may change requests: \"Check connection\" tells.",
    permission: "This key may not do this. Ask for the permission in Sub Account.",
    no_such_thing: "It does not exist or is gone. Refresh the list.",
    no_such_path: "The gateway does not know this path. Check the gateway's address and that the relay passes paths unchanged.",
    bad_request: "The gateway did not accept the request's form. The relay must use https towards it.",
    quota: "The account's request quota is used up.",
    rate: "Too many requests at once. Wait a moment, then try again.",
    too_large: "It is larger than allowed.",
    endpoint: "The gateway could not reach the service in time. Try again later.",
    fault: "The service failed. Try again later; if it stays, tell NAVER Cloud support the code and the time.",
    linked: "A service behind Data Box Frame failed. Try again later.",
    unknown: "No table of the documents knows this code. The message is all there is.",
    empty: "empty answer",
    html: "a web page",
    text: "plain text",
    truncated: "an answer that ends too early",
    invalid_json: "unreadable JSON",
    content_type: "an unexpected content type",
};

/// Korean.
pub const KOREAN: FailureTexts = FailureTexts {
    invalid: "이 페이지가 요청을 전송하지 않았습니다",
    invalid_advice: "표시된 필드를 고치세요.",
    timeout: "30초 안에 응답이 없었습니다",
    timeout_advice: "릴레이, API Gateway 또는 서비스가 느리거나 연결되지 않습니다. 나중에 다시 시도하세요.",
    aborted: "요청이 취소되었습니다",
    network: "릴레이에 연결할 수 없습니다",
    network_advice: "이 컴퓨터의 네트워크와 설정의 릴레이 주소를 확인하세요. 다른 출처의 릴레이는 이 페이지를 허용해야 합니다(CORS).",
    unsendable: "이 브라우저가 요청을 만들 수 없습니다",
    unsendable_advice: "아무것도 전송하지 않았습니다. 액세스 키와 릴레이 URL을 확인하세요.",
    disconnected: "연결되지 않았습니다",
    disconnected_advice: "키를 다시 입력하세요.",
    service: "Data Box Frame이 오류로 응답했습니다",
    gateway: "API Gateway가 요청을 거부했습니다",
    gateway_failed: "API Gateway가 오류로 응답했습니다",
    unrecognised: "요청이 실패했습니다",
    relay: "릴레이가 오류로 응답했습니다",
    relay_refused: "콘솔 서버의 관리자에게 코드를 알리세요.",
    repeated: "릴레이가 이 요청의 사본을 이미 전달했습니다",
    repeated_advice: "연결이 끊어진 뒤 브라우저가 요청을 반복했습니다. 릴레이는 각 요청을 한 번만 전달하며, 첫 번째 요청의 응답은 받지 못했을 수 있습니다.",
    relay_upstream: "릴레이는 동작하지만 릴레이에서 API Gateway로 가는 길에 문제가 있습니다. 나중에 다시 시도하고, 계속되면 콘솔 서버의 관리자에게 알리세요.",
    sign_in: "먼저 회사 계정으로 로그인하세요",
    sign_in_advice: "릴레이 앞에 통합 로그인(SSO)이 있습니다. 이 페이지를 새로 고쳐 로그인한 다음 다시 연결하세요. 통합 로그인이 없다면 키와 이 컴퓨터의 시계를 확인하세요.",
    not_from_api: "API의 응답이 아닙니다",
    unexpected: "응답이 API 문서와 다릅니다",
    not_from_api_advice: "릴레이 또는 중간 프록시가 대신 응답했습니다. 릴레이 주소와 업스트림을 확인하세요.",
    unexpected_advice: "서비스가 바뀌었을 수 있습니다. 원본 응답을 확인하세요.",
    parameter: "서비스가 받아들이지 않은 파라미터는 메시지에 있습니다.",
    authentication: "액세스 키와 시크릿 키, 그리고 이 컴퓨터의 시계가 5분 이내로 맞는지 확인하세요. 모두 맞다면 릴레이가 요청을 바꾸는 것일 수 있습니다. \"연결 점검\"으로 확인하세요.",
    permission: "이 키에는 권한이 없습니다. Sub Account에서 권한을 요청하세요.",
    no_such_thing: "존재하지 않거나 사라졌습니다. 목록을 새로 고치세요.",
    no_such_path: "게이트웨이가 이 경로를 모릅니다. 게이트웨이 주소와 릴레이가 경로를 그대로 전달하는지 확인하세요.",
    bad_request: "게이트웨이가 요청 형식을 받아들이지 않았습니다. 릴레이는 게이트웨이에 https로 연결해야 합니다.",
    quota: "계정의 요청 할당량을 모두 사용했습니다.",
    rate: "요청이 너무 많습니다. 잠시 후 다시 시도하세요.",
    too_large: "허용된 크기를 넘었습니다.",
    endpoint: "게이트웨이가 제때 서비스에 연결하지 못했습니다. 나중에 다시 시도하세요.",
    fault: "서비스에 장애가 있습니다. 나중에 다시 시도하고, 계속되면 코드와 시각을 NAVER Cloud 고객지원에 알리세요.",
    linked: "Data Box Frame이 사용하는 서비스에 장애가 있습니다. 나중에 다시 시도하세요.",
    unknown: "문서의 어느 표에도 없는 코드입니다. 메시지가 전부입니다.",
    empty: "빈 응답",
    html: "웹 페이지",
    text: "일반 텍스트",
    truncated: "중간에 끊긴 응답",
    invalid_json: "읽을 수 없는 JSON",
    content_type: "예상하지 못한 콘텐츠 형식",
};

#[cfg(test)]
mod tests;
