//! Failures as text: who failed, the message, what to do. The only place that words them.

use databoxframe::error::{ErrorKind, Meaning, NotFromApi};
use databoxframe::rule::Violation;

use super::mismatch::{expected, found};
use super::{Texts, clock, field_label};
use crate::gateway::Failure;

/// A failure as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Who failed, and how.
    pub title: String,
    /// HTTP status, code and message, as far as known.
    pub facts: String,
    /// What to do next.
    pub advice: String,
    /// The raw answer, if there is one.
    pub raw: String,
}

/// Labels of the fields whose limits are broken.
pub fn field_names(violations: &[Violation], texts: &Texts) -> String {
    let name = |violation: &Violation| {
        let path = violation.path.as_str();
        let name = path.rsplit('.').next().unwrap_or(path);
        // For an entry of a list, the label of the list.
        field_label(name.split('[').next().unwrap_or(name), texts).to_owned()
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
        Failure::Answer(error) => explain_answer(error, texts),
        Failure::Clock(error, behind) => {
            Explained { advice: clock(Some(*behind), texts), ..explain_answer(error, texts) }
        }
    }
}

fn explain_answer(error: &databoxframe::Error, texts: &Texts) -> Explained {
    Explained {
        title: title(error, texts).to_owned(),
        facts: facts(error, texts),
        advice: advice(error, texts).to_owned(),
        raw: error.raw.to_string(),
    }
}

/// Who failed.
fn title(error: &databoxframe::Error, texts: &Texts) -> &'static str {
    let t = &texts.failure;
    match &error.kind {
        _ if error.meaning() == Meaning::SignIn => t.sign_in,
        ErrorKind::Relay(_) if error.meaning() == Meaning::Repeated => t.repeated,
        ErrorKind::Relay(_) => t.relay,
        _ if error.meaning() == Meaning::Permission => t.no_permission,
        ErrorKind::Service(_) => t.service,
        ErrorKind::Gateway(_) if error.status >= 500 => t.gateway_failed,
        ErrorKind::Gateway(_) => t.gateway,
        ErrorKind::Unrecognised(_) => t.unrecognised,
        ErrorKind::NotFromApi(_) => t.not_from_api,
        ErrorKind::Unexpected(_) => t.unexpected,
    }
}

/// Status, code and message, or the kind of content in place of an answer.
fn facts(error: &databoxframe::Error, texts: &Texts) -> String {
    let t = &texts.failure;
    let mut facts = (texts.http)(error.status.into());
    let mut add = |part: &str| {
        if !part.is_empty() {
            facts.push_str(" · ");
            facts.push_str(part);
        }
    };
    match &error.kind {
        ErrorKind::NotFromApi(what) => {
            add(match what {
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
            let (expected, found) = (expected(mismatch.expected, texts), found(mismatch.found, texts));
            [&*mismatch.path, &expected, &found].into_iter().for_each(add);
        }
        ErrorKind::Service(e) | ErrorKind::Gateway(e) | ErrorKind::Relay(e) | ErrorKind::Unrecognised(e) => {
            [&e.code, &e.message, &e.details].into_iter().for_each(|part| add(part));
        }
    }
    facts
}

/// What to do next.
fn advice(error: &databoxframe::Error, texts: &Texts) -> &'static str {
    let t = &texts.failure;
    match (&error.kind, error.meaning()) {
        (_, Meaning::SignIn) => t.sign_in_advice,
        (_, Meaning::Relay) => t.relay_refused,
        (_, Meaning::RelayUpstream) => t.relay_upstream,
        (_, Meaning::Repeated) => t.repeated_advice,
        (_, Meaning::Authentication) => t.authentication,
        (ErrorKind::NotFromApi(_), _) => t.not_from_api_advice,
        (ErrorKind::Unexpected(_), _) => t.unexpected_advice,
        (_, Meaning::Parameter) => t.parameter,
        (_, Meaning::Refused) => t.refused,
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
    }
}

#[cfg(test)]
mod tests;
