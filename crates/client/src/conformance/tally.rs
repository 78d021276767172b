//! What was seen in all answers to an operation.

use std::collections::{BTreeMap, BTreeSet};

use databoxframe::error::{Error, Found};

use super::finding::Finding;

/// The place of a value: `content[].statusCode`; empty for the answer itself.
pub type Path = String;

/// What was seen of an operation.
#[derive(Debug, Default)]
pub struct Tally {
    /// Requests sent.
    pub requests: usize,
    /// Successful answers.
    pub answers: usize,
    /// Requests without an answer.
    pub unanswered: usize,
    /// Records in the answers.
    pub records: usize,
    /// Whether a second page was compared with the first.
    pub paging_compared: bool,
    /// Documented fields that could have been seen.
    pub documented: BTreeSet<Path>,
    /// The types of the documented fields that were seen.
    pub types: BTreeMap<Path, BTreeMap<Found, usize>>,
    /// The differences.
    pub findings: BTreeMap<(Path, Finding), usize>,
    /// Fields that are not documented: the object's path, the name as received, and the type.
    pub undocumented: BTreeMap<(Path, String, Found), usize>,
    /// Codes outside the tables, as received.
    pub codes: BTreeMap<(Path, String), usize>,
    /// Error answers by status and code as received.
    pub errors: BTreeMap<(u16, String), ErrorTally>,
}

/// How often an error came.
#[derive(Clone, Copy, Debug, Default)]
pub struct ErrorTally {
    /// How often.
    pub count: usize,
    /// Whether the tables have the code for this status.
    pub documented: bool,
}

impl Tally {
    /// Notes a difference.
    pub fn find(&mut self, path: impl Into<Path>, finding: Finding) {
        *self.findings.entry((path.into(), finding)).or_default() += 1;
    }

    /// Notes an error answer.
    pub fn error(&mut self, error: &Error, code: &str, documented: bool) {
        let tally = self.errors.entry((error.status, code.to_owned())).or_default();
        tally.count += 1;
        tally.documented = documented;
    }
}
