//! The record of all requests since the page was opened, with the answers of the newest. In memory
//! only; without the secret key and passwords, and with only the beginning of each signature.

use databoxframe::operation::Spec;
use databoxframe::{SignedRequest, UnsignedRequest};
use leptos::prelude::*;

use super::Failure;

/// Number of newest requests whose raw answers are kept.
pub const ANSWERS_KEPT: usize = 100;
/// Bytes that are kept of a raw answer.
const ANSWER_BYTES: usize = 64 * 1024;

/// Outcome of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// In flight.
    InProgress,
    /// Answered as expected.
    Succeeded,
    /// Failed.
    Failed(Failure),
}

/// A request and its outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Number, from 1.
    pub number: usize,
    /// Time of sending, milliseconds since 1970.
    pub sent_at: f64,
    /// Operation.
    pub spec: &'static Spec,
    /// URL.
    pub url: String,
    /// Path with query, as signed.
    pub path_and_query: String,
    /// String to sign.
    pub string_to_sign: String,
    /// Headers, the signature shortened.
    pub headers: Vec<(&'static str, String)>,
    /// The body with passwords hidden, indented.
    pub body: Option<String>,
    /// HTTP status of the answer.
    pub status: Option<u16>,
    /// Milliseconds until the answer.
    pub duration_ms: Option<f64>,
    /// Outcome.
    pub outcome: Outcome,
    /// The beginning of the raw answer; dropped for older requests.
    pub answer: Option<String>,
}

impl Record {
    /// Whether a raw answer was dropped.
    pub fn has_lost_answer(&self) -> bool {
        self.status.is_some() && self.answer.is_none()
    }
}

/// The requests of this page, oldest first.
#[derive(Clone, Copy, Debug)]
pub struct Activity {
    records: RwSignal<Vec<Record>>,
    /// The last number. Numbers are not reused, because an answer may arrive after the record was
    /// cleared.
    last: StoredValue<usize>,
}

impl Activity {
    /// An empty record.
    pub fn new() -> Self {
        Self { records: RwSignal::new(Vec::new()), last: StoredValue::new(0) }
    }

    /// The requests, tracked.
    pub fn records(self) -> RwSignal<Vec<Record>> {
        self.records
    }

    /// Whether the record has requests of another access key, including connections that were only
    /// checked.
    pub fn answered_another(self, access_key: &str) -> bool {
        self.records.with_untracked(|records| {
            records.iter().any(|record| {
                matches!(record.outcome, Outcome::Succeeded)
                    && record.string_to_sign.rsplit('\n').next() != Some(access_key)
            })
        })
    }

    /// Adds a request and returns its number.
    pub(super) fn begin(self, unsigned: &UnsignedRequest, request: &SignedRequest, url: &str) -> usize {
        let headers =
            request.headers.iter().map(|(name, value)| (*name, shown_header(name, value))).collect();
        let body = unsigned.body.is_some().then(|| unsigned.body_text(true));
        let number = self.last.try_get_value().unwrap_or_default() + 1;
        self.last.set_value(number);
        self.records
            .try_update(|records| {
                records.push(Record {
                    number,
                    sent_at: js_sys::Date::now(),
                    spec: unsigned.spec,
                    url: url.to_owned(),
                    path_and_query: request.path_and_query.clone(),
                    string_to_sign: request.string_to_sign.clone(),
                    headers,
                    body,
                    status: None,
                    duration_ms: None,
                    outcome: Outcome::InProgress,
                    answer: None,
                });
                drop_old_answers(records);
                number
            })
            .unwrap_or_default()
    }

    /// Adds the answer.
    pub(super) fn received(self, number: usize, status: u16, body: &[u8]) {
        let bytes = body.get(..ANSWER_BYTES).unwrap_or(body);
        let answer = String::from_utf8_lossy(bytes).into_owned();
        self.change(number, |record| {
            record.status = Some(status);
            record.answer = Some(answer);
        });
        // The request may be an old one.
        self.records.try_update(|records| drop_old_answers(records));
    }

    /// Sets the outcome.
    pub(super) fn end(self, number: usize, outcome: Outcome) {
        self.change(number, |record| {
            record.duration_ms = Some((js_sys::Date::now() - record.sent_at).max(0.0));
            record.outcome = outcome;
        });
    }

    fn change(self, number: usize, change: impl FnOnce(&mut Record)) {
        self.records.try_update(|records| {
            if let Some(record) = records.iter_mut().find(|record| record.number == number) {
                change(record);
            }
        });
    }
}

impl Default for Activity {
    fn default() -> Self {
        Self::new()
    }
}

/// Drops the raw answers of all but the newest requests.
fn drop_old_answers(records: &mut [Record]) {
    let old = records.len().saturating_sub(ANSWERS_KEPT);
    for record in records.iter_mut().take(old) {
        record.answer = None;
    }
}

/// Shortens a signature: whoever has all of it can use it for five minutes.
fn shown_header(name: &str, value: &str) -> String {
    if name == "x-ncp-apigw-signature-v2" {
        format!("{}…", value.chars().take(8).collect::<String>())
    } else {
        value.to_owned()
    }
}
