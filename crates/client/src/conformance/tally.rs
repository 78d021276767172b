//! What was seen in all answers to an operation.

use std::collections::BTreeMap;

use databoxframe::error::{Error, Found};

use super::finding::Finding;

/// The place of a value: `content[].statusCode`; empty for the answer itself.
pub type Path = String;

/// The types of documented fields, and how often each was seen.
pub type Types = BTreeMap<Path, BTreeMap<Found, usize>>;

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
    /// Documented fields that could have been seen, each once, in the order of the API guide.
    pub documented: Vec<Path>,
    /// The documented fields that were seen.
    pub types: Types,
    /// The differences, each once, in the order in which they were met.
    pub findings: Vec<Counted>,
    /// Error answers.
    pub errors: Vec<ErrorTally>,
}

/// A difference before it is masked.
#[derive(Debug)]
pub struct Counted {
    /// Where.
    pub path: Path,
    /// The name of an undocumented field, or a code, as received; else empty.
    pub received: String,
    /// What.
    pub finding: Finding,
    /// How often.
    pub count: usize,
}

/// An error, and how often it came.
#[derive(Debug)]
pub struct ErrorTally {
    /// HTTP status.
    pub status: u16,
    /// The code as received.
    pub code: String,
    /// Whether the tables have the code for this status.
    pub documented: bool,
    /// How often.
    pub count: usize,
}

impl Tally {
    /// Notes a difference.
    pub fn find(&mut self, path: &str, finding: Finding) {
        self.count(path, "", finding);
    }

    /// Notes a difference with a name or a code that may be a value.
    pub fn count(&mut self, path: &str, received: &str, finding: Finding) {
        let same =
            |one: &&mut Counted| one.finding == finding && one.path == path && one.received == received;
        match self.findings.iter_mut().find(same) {
            Some(one) => one.count += 1,
            None => self.findings.push(Counted {
                path: path.to_owned(),
                received: received.to_owned(),
                finding,
                count: 1,
            }),
        }
    }

    /// Notes a documented field of an object that came.
    pub fn document(&mut self, path: Path) {
        if !self.documented.contains(&path) {
            self.documented.push(path);
        }
    }

    /// Notes the type of a documented field.
    pub fn see(&mut self, path: &str, found: Found) {
        *self.types.entry(path.to_owned()).or_default().entry(found).or_default() += 1;
    }

    /// Notes an error answer.
    pub fn error(&mut self, error: &Error, code: &str, documented: bool) {
        match self.errors.iter_mut().find(|one| one.status == error.status && one.code == code) {
            Some(one) => one.count += 1,
            None => {
                let code = code.to_owned();
                self.errors.push(ErrorTally { status: error.status, code, documented, count: 1 });
            }
        }
    }
}
