//! Refusals, and the two envelopes they are sent in: the service's and the gateway's.

use serde_json::json;

use crate::contract::Violation;
use crate::message::Response;
use crate::text::{self, Language, Text};

/// Why a request was not carried out. The only error type of the core.
#[derive(Clone, Debug)]
pub(crate) enum Refusal {
    /// The gateway: the body is not UTF-8.
    Encoding,
    /// The gateway: credentials, signature or timestamp.
    Authentication(String),
    /// The gateway: no such method and path.
    Route(String),
    /// The gateway: the body is too large.
    TooLarge,
    /// The service: parameters that break the contract.
    Parameters(Vec<Violation>),
    /// The service: the box is closed to this user.
    Forbidden(String),
    /// The service: an id that names nothing.
    Missing(String),
    /// The service: a rule of its own forbids it now.
    Rule(Rule, String),
}

/// Rules with a code of the documented 130*** family. The single codes are not documented: inferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    State,
    Review,
    Cancellation,
    Quota,
    Shrink,
    Bucket,
    Spec,
}

impl Rule {
    fn code_and_message(self) -> (&'static str, Text) {
        match self {
            Self::State => ("130001", text::NOT_IN_THIS_STATE),
            Self::Review => ("130002", text::NOT_WAITING_FOR_REVIEW),
            Self::Cancellation => ("130003", text::NOT_CANCELLABLE),
            Self::Quota => ("130004", text::OVER_QUOTA),
            Self::Shrink => ("130005", text::BELOW_USE),
            Self::Bucket => ("130006", text::BUCKET_DISABLED),
            Self::Spec => ("130007", text::WRONG_SPEC),
        }
    }
}

impl Refusal {
    /// A single parameter at fault.
    pub(crate) fn parameter(field: &str, problem: impl Into<String>) -> Self {
        Self::Parameters(vec![Violation::new(field, problem)])
    }

    /// An id that names nothing.
    pub(crate) fn missing(what: &str, no: impl std::fmt::Display) -> Self {
        Self::Missing(format!("no {what} {no}"))
    }

    /// The refusal as the service or the gateway words it.
    pub(crate) fn into_response(self, language: Language) -> Response {
        let (status, code, message, details) = match self {
            Self::Encoding => (400, "100", "Bad Request Exception", "The body is not UTF-8.".to_owned()),
            Self::Authentication(why) => (401, "200", "Authentication Failed", why),
            Self::Route(why) => (404, "300", "Not Found Exception", why),
            Self::TooLarge => {
                (413, "430", "Request Entity Too Large", "The body is larger than 1 MiB.".to_owned())
            }
            Self::Parameters(violations) => {
                let details: Vec<String> = violations.iter().map(Violation::to_string).collect();
                (400, "10001", text::PARAMETER_ERROR.in_language(language), details.join("; "))
            }
            Self::Forbidden(why) => (403, "10002", text::NO_PERMISSION.in_language(language), why),
            Self::Missing(why) => (404, "10009", text::NO_RESOURCE.in_language(language), why),
            Self::Rule(rule, why) => {
                let (code, message) = rule.code_and_message();
                (400, code, message.in_language(language), why)
            }
        };
        let error = json!({ "error": { "errorCode": code, "message": message, "details": details } });
        Response::json(status, &error)
    }
}
