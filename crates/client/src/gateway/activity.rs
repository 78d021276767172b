//! The record of all requests since the page was opened, with the answers of the newest. In memory
//! only; without the secret key and passwords, and with only the beginning of each signature.

use std::sync::Arc;

use databoxframe::operation::{Method, Spec};
use databoxframe::{SignedRequest, UnsignedRequest};
use leptos::prelude::*;

use super::Failure;

/// Most requests that are kept. Reads are dropped before writes, older ones before newer ones.
pub const MAX_RECORDS: usize = 2_000;
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
pub struct RequestRecord {
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
    /// `Content-Type` of the answer.
    pub content_type: Option<String>,
    /// The beginning of the raw answer; dropped for older requests.
    pub answer: Option<String>,
}

impl RequestRecord {
    /// Whether a raw answer was dropped.
    pub fn has_lost_answer(&self) -> bool {
        self.status.is_some() && self.answer.is_none()
    }

    /// Whether the request changes something.
    pub fn is_write(&self) -> bool {
        self.spec.method != Method::Get
    }

    /// The value of a header; names are in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| *header == name).map(|(_, value)| value.as_str())
    }
}

/// The requests of this page, oldest first.
#[derive(Clone, Copy, Debug)]
pub struct Activity {
    records: RwSignal<Vec<Arc<RequestRecord>>>,
    /// Number of requests that are no longer kept.
    dropped: RwSignal<usize>,
    /// The last number. Numbers are not reused, because an answer may arrive after the record was
    /// cleared.
    last: StoredValue<usize>,
}

impl Activity {
    /// An empty record.
    pub fn new() -> Self {
        Self { records: RwSignal::new(Vec::new()), dropped: RwSignal::new(0), last: StoredValue::new(0) }
    }

    /// The requests, by their number.
    pub fn records(self) -> ReadSignal<Vec<Arc<RequestRecord>>> {
        self.records.read_only()
    }

    /// Number of requests that are no longer kept.
    pub fn dropped(self) -> ReadSignal<usize> {
        self.dropped.read_only()
    }

    /// Removes all requests.
    pub fn clear(self) {
        self.records.set(Vec::new());
        self.dropped.set(0);
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
        let dropped = self
            .records
            .try_update(|records| {
                let dropped = make_room(records);
                records.push(Arc::new(RequestRecord {
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
                    content_type: None,
                    answer: None,
                }));
                drop_old_answers(records);
                dropped
            })
            .unwrap_or_default();
        if dropped {
            self.dropped.try_update(|count| *count += 1);
        }
        number
    }

    /// Adds the answer.
    pub(super) fn received(self, number: usize, status: u16, content_type: Option<&str>, body: &[u8]) {
        let bytes = body.get(..ANSWER_BYTES).unwrap_or(body);
        let answer = String::from_utf8_lossy(bytes).into_owned();
        self.change(number, |record| {
            record.status = Some(status);
            record.content_type = content_type.map(str::to_owned);
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

    fn change(self, number: usize, change: impl FnOnce(&mut RequestRecord)) {
        self.records.try_update(|records| {
            if let Some(record) = records.iter_mut().rev().find(|record| record.number == number) {
                change(Arc::make_mut(record));
            }
        });
    }
}

impl Default for Activity {
    fn default() -> Self {
        Self::new()
    }
}

/// Drops the oldest read if there are as many requests as are kept; a write if there are only writes.
/// Returns whether one was dropped.
fn make_room(records: &mut Vec<Arc<RequestRecord>>) -> bool {
    if records.len() < MAX_RECORDS {
        return false;
    }
    records.remove(records.iter().position(|record| !record.is_write()).unwrap_or_default());
    true
}

/// Drops the raw answers of all but the newest requests.
fn drop_old_answers(records: &mut [Arc<RequestRecord>]) {
    let old = records.len().saturating_sub(ANSWERS_KEPT);
    for record in records.iter_mut().take(old).filter(|record| record.answer.is_some()) {
        Arc::make_mut(record).answer = None;
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

#[cfg(test)]
mod tests {
    use databoxframe::Operation as _;
    use databoxframe::export_review::ExportFileApprove;
    use databoxframe::frame::GetDataBoxFrameList;

    use super::*;

    fn record(number: usize, spec: &'static Spec) -> Arc<RequestRecord> {
        Arc::new(RequestRecord {
            number,
            sent_at: 0.0,
            spec,
            url: String::new(),
            path_and_query: String::new(),
            string_to_sign: String::new(),
            headers: Vec::new(),
            body: None,
            status: None,
            duration_ms: None,
            outcome: Outcome::Succeeded,
            content_type: None,
            answer: None,
        })
    }

    #[test]
    fn reads_are_dropped_before_writes() {
        let spec = |number| {
            if number < 10 { ExportFileApprove::SPEC } else { GetDataBoxFrameList::SPEC }
        };
        let mut records: Vec<Arc<RequestRecord>> = Vec::new();
        for number in 1..=MAX_RECORDS + 5 {
            assert_eq!(make_room(&mut records), number > MAX_RECORDS);
            records.push(record(number, spec(number)));
        }
        let numbers: Vec<usize> = records.iter().map(|record| record.number).collect();
        assert_eq!(numbers.len(), MAX_RECORDS);
        assert_eq!(numbers[..11], [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16]);
    }

    #[test]
    fn without_reads_the_oldest_write_is_dropped() {
        let mut records: Vec<Arc<RequestRecord>> =
            (1..=MAX_RECORDS).map(|number| record(number, ExportFileApprove::SPEC)).collect();
        assert!(make_room(&mut records));
        assert_eq!(records[0].number, 2);
    }
}
