//! What requests come to: how many wait, failed and are under way, and what they became.

use std::collections::BTreeMap;

use databoxframe::code::{ExportStatus, ImportStatus, Inferred};
use databoxframe::date::Stamp;
use databoxframe::export::ExportRequest;
use databoxframe::export_review::{Decidable, ExportReview};
use databoxframe::import::ImportRequest;
use databoxframe_client::status::Status;

use crate::pages::time::seconds;

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RequestOutcome {
    /// Imported, or approved.
    Done,
    /// Nothing yet.
    Open,
    /// Rejected by a reviewer.
    Rejected,
    /// Cancelled by its applicant.
    Cancelled,
    /// It failed.
    Failed,
    /// A code that says nothing of it.
    Other,
}

/// What the page needs of a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// When it was requested, in seconds.
    pub applied: Option<i64>,
    /// When it was decided, in seconds.
    pub decided: Option<i64>,
    /// What became of it.
    pub outcome: RequestOutcome,
    /// Its status as the API wrote it.
    pub code: Box<str>,
    /// Whether it waits for a reviewer.
    pub waits: bool,
    /// Whether its status changes by itself.
    pub changing: bool,
    /// The bucket it comes from or goes to, if the answer says.
    pub bucket: Option<Box<str>>,
}

fn at(stamp: Option<&Stamp>) -> Option<i64> {
    stamp.and_then(Stamp::date).map(seconds)
}

/// Codes that no table names are read as their badges read them.
fn other(code: &str) -> RequestOutcome {
    match Inferred::of(code) {
        Some(Inferred::Approved | Inferred::Copied) => RequestOutcome::Done,
        Some(Inferred::Copying) => RequestOutcome::Open,
        Some(Inferred::Rejected) => RequestOutcome::Rejected,
        Some(Inferred::Cancelled) => RequestOutcome::Cancelled,
        Some(Inferred::FileError | Inferred::SecurityError | Inferred::SystemError) => RequestOutcome::Failed,
        None => RequestOutcome::Other,
    }
}

/// What became of an export.
fn export_outcome(status: &ExportStatus) -> RequestOutcome {
    match status {
        ExportStatus::Init | ExportStatus::RequestComplete => RequestOutcome::Open,
        ExportStatus::CopyComplete => RequestOutcome::Done,
        ExportStatus::Other(code) => other(code),
    }
}

/// What became of an import.
fn import_outcome(status: &ImportStatus) -> RequestOutcome {
    match status {
        ImportStatus::Init | ImportStatus::Ing => RequestOutcome::Open,
        ImportStatus::Success => RequestOutcome::Done,
        ImportStatus::FileError | ImportStatus::SystemError | ImportStatus::SecurityError => {
            RequestOutcome::Failed
        }
        ImportStatus::Other(code) => other(code),
    }
}

impl Request {
    /// Of an export.
    pub fn of_export(review: &ExportReview) -> Self {
        Self {
            applied: at(review.applied.as_ref()),
            decided: at(review.reviewed.as_ref()),
            outcome: export_outcome(&review.status),
            code: review.status.as_str().into(),
            waits: review.decidable() == Decidable::Yes,
            changing: Status::Export(review.status.clone()).is_transient(),
            bucket: None,
        }
    }

    /// Of an import.
    pub fn of_import(request: &ImportRequest) -> Self {
        let status = request.status.as_ref();
        let transient = |status: &ImportStatus| Status::Import(status.clone()).is_transient();
        Self {
            applied: at(request.applied.as_ref()),
            decided: None,
            outcome: status.map_or(RequestOutcome::Other, import_outcome),
            code: status.map_or("", ImportStatus::as_str).into(),
            waits: false,
            changing: status.is_some_and(transient),
            bucket: request.source_bucket.clone(),
        }
    }

    /// Of an export as its applicant sees it, who is told the bucket.
    pub fn of_box_export(request: &ExportRequest) -> Self {
        Self {
            applied: at(request.applied.as_ref()),
            decided: at(request.reviewed.as_ref()),
            outcome: export_outcome(&request.status),
            code: request.status.as_str().into(),
            waits: false,
            changing: false,
            bucket: request.target_bucket.clone(),
        }
    }
}

/// Requests that have something in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// How many.
    pub count: usize,
    /// When the oldest of them was requested, if any says.
    pub oldest: Option<i64>,
}

impl Group {
    fn add(&mut self, request: &Request) {
        *self = self.and(Self { count: 1, oldest: request.applied });
    }

    /// Those that wait for a reviewer.
    pub fn waiting(requests: &[Request]) -> Self {
        let mut group = Self::default();
        requests.iter().filter(|request| request.waits).for_each(|request| group.add(request));
        group
    }

    /// This and another.
    pub fn and(mut self, other: Self) -> Self {
        self.count += other.count;
        self.oldest = match (self.oldest, other.oldest) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        self
    }
}

/// Requests by their status code.
pub type ByCode = BTreeMap<Box<str>, Group>;

/// Those that were requested since a time and failed.
pub fn failed(requests: &[Request], since: i64, groups: &mut ByCode) {
    let failed = |request: &&Request| {
        request.outcome == RequestOutcome::Failed && request.applied.is_some_and(|applied| applied >= since)
    };
    add(requests.iter().filter(failed), groups);
}

/// Those that change by themselves.
pub fn changing(requests: &[Request], groups: &mut ByCode) {
    add(requests.iter().filter(|request| request.changing), groups);
}

fn add<'a>(requests: impl Iterator<Item = &'a Request>, groups: &mut ByCode) {
    for request in requests {
        groups.entry(request.code.clone()).or_default().add(request);
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A request of this time, in seconds.
    pub fn request(applied: i64, outcome: RequestOutcome, code: &str) -> Request {
        Request {
            applied: Some(applied),
            decided: None,
            outcome,
            code: code.into(),
            waits: code == "REQ_CMPL",
            changing: code == "ING",
            bucket: None,
        }
    }

    #[test]
    fn outcomes_follow_the_codes() {
        for (code, outcome) in [
            ("INIT", RequestOutcome::Open),
            ("REQ_CMPL", RequestOutcome::Open),
            ("COPY_ING", RequestOutcome::Open),
            ("COPY_CMPL", RequestOutcome::Done),
            ("REJECT", RequestOutcome::Rejected),
            ("CANCEL", RequestOutcome::Cancelled),
            ("ERR_FILE", RequestOutcome::Failed),
            ("APPROVED", RequestOutcome::Done),
            ("EXPORT_REJECTED", RequestOutcome::Rejected),
            ("SOMETHING", RequestOutcome::Other),
        ] {
            assert_eq!(export_outcome(&ExportStatus::from_code(code)), outcome, "{code}");
        }
        for (code, outcome) in [
            ("ING", RequestOutcome::Open),
            ("SCSS", RequestOutcome::Done),
            ("ERR_SEC", RequestOutcome::Failed),
            ("ERR_NEW", RequestOutcome::Failed),
            ("", RequestOutcome::Other),
        ] {
            assert_eq!(import_outcome(&ImportStatus::from_code(code)), outcome, "{code}");
        }
    }

    #[test]
    fn the_oldest_of_those_that_wait_is_found() {
        let mut requests = vec![
            request(50, RequestOutcome::Open, "REQ_CMPL"),
            request(10, RequestOutcome::Done, "COPY_CMPL"),
        ];
        assert_eq!(Group::waiting(&requests), Group { count: 1, oldest: Some(50) });
        requests.push(Request { applied: None, ..request(0, RequestOutcome::Open, "REQ_CMPL") });
        requests.push(request(30, RequestOutcome::Open, "REQ_CMPL"));
        let waiting = Group::waiting(&requests);
        assert_eq!(waiting, Group { count: 3, oldest: Some(30) });
        assert_eq!(waiting.and(Group { count: 2, oldest: Some(7) }), Group { count: 5, oldest: Some(7) });
        assert_eq!(waiting.and(Group::default()), waiting);
    }

    #[test]
    fn failures_are_counted_by_code_from_the_first_minute_on() {
        let requests = [
            request(100, RequestOutcome::Failed, "ERR_FILE"),
            request(99, RequestOutcome::Failed, "ERR_FILE"),
            request(200, RequestOutcome::Failed, "ERR_SYS"),
            request(300, RequestOutcome::Failed, "ERR_FILE"),
            request(300, RequestOutcome::Done, "SCSS"),
            Request { applied: None, ..request(0, RequestOutcome::Failed, "ERR_FILE") },
        ];
        let mut groups = ByCode::new();
        failed(&requests, 100, &mut groups);
        let counts: Vec<(&str, usize)> = groups.iter().map(|(code, group)| (&**code, group.count)).collect();
        assert_eq!(counts, [("ERR_FILE", 2), ("ERR_SYS", 1)]);
        let mut groups = ByCode::new();
        changing(
            &[request(5, RequestOutcome::Open, "ING"), request(3, RequestOutcome::Open, "ING")],
            &mut groups,
        );
        assert_eq!(groups.into_values().collect::<Vec<_>>(), [Group { count: 2, oldest: Some(3) }]);
    }
}
