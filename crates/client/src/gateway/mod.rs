//! Requests: signed, sent, decoded and recorded. The only place that sends requests to the API.

mod abort;
mod activity;
mod check;
mod client;
mod clock;
mod demo;
mod queue;
mod raw;
mod reads;
mod receipt;
mod send;

pub use abort::Abort;
pub use activity::{ANSWERS_KEPT, Activity, MAX_RECORDS, Outcome, RequestRecord};
pub use check::{CheckFinding, CheckResults, Diagnostic, Verdict, findings};
pub use client::{Client, Confirmed, ResponseMeta};
pub use clock::{Clock, MAX_CORRECTED_MS};
pub use demo::{DemoError, load_demo, set_faults};
pub use queue::{MAX_READS, Priority, SharedPriority};
pub use reads::Trial;
pub use receipt::{HasReceipt, Receipt};

use databoxframe::rule::Violation;

/// Why a request has no usable response. The application turns it into words.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// Broken documented limits. Nothing was sent.
    Invalid(Vec<Violation>),
    /// No keys. Nothing was sent.
    NotConnected,
    /// The browser refuses to make the request. Nothing was sent.
    Unsendable(String),
    /// No answer in time.
    Timeout,
    /// Cancelled: the page was left.
    Aborted,
    /// A redirect, as a single sign-on gives to users who have not signed in. Its sender is
    /// unknown.
    SignIn,
    /// Network error: no answer. With the browser's message.
    Network(String),
    /// An unexpected answer.
    Answer(databoxframe::Error),
    /// The signature was refused while this computer's clock is behind the gateway's by this many
    /// milliseconds (ahead, if negative).
    Clock(databoxframe::Error, f64),
}

/// The effect of a write without a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Not sent.
    NotSent,
    /// Refused before the service acted.
    Refused,
    /// Unknown.
    Unknown,
}

impl Failure {
    /// The effect of a write that failed so.
    pub fn effect(&self) -> Effect {
        match self {
            Self::Invalid(_) | Self::NotConnected | Self::Unsendable(_) => Effect::NotSent,
            Self::SignIn | Self::Timeout | Self::Aborted | Self::Network(_) => Effect::Unknown,
            Self::Clock(error, _) | Self::Answer(error) if error.leaves_outcome_unknown() => Effect::Unknown,
            Self::Clock(..) | Self::Answer(_) => Effect::Refused,
        }
    }

    /// Whether a read that failed so may succeed if it is simply sent again.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Network(_) => true,
            Self::Answer(error) => error.is_retryable(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use databoxframe::frame::GetDataBoxFrameList;
    use databoxframe::{Reply, decode};

    use super::*;

    /// The effect of a write that was answered so.
    fn effect(status: u16, content_type: &str, body: &str) -> Effect {
        let reply = Reply { status, content_type: Some(content_type), body: body.as_bytes() };
        Failure::Answer(decode::<GetDataBoxFrameList>(&reply).unwrap_err()).effect()
    }

    #[test]
    fn a_login_in_place_of_an_answer_is_a_refusal_only_if_it_says_so() {
        let page = "<!doctype html><form action=/login></form>";
        assert_eq!(Failure::SignIn.effect(), Effect::Unknown, "a redirect of nobody knows whom");
        assert_eq!(effect(200, "text/html", page), Effect::Unknown);
        assert_eq!(effect(401, "text/html", page), Effect::Refused);
        let relay = r#"{"error":{"errorCode":"RELAY_SIGN_IN","message":"m"}}"#;
        assert_eq!(effect(401, "application/json", relay), Effect::Refused);
    }
}
