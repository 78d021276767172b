//! The report: what can be saved and sent to the maintainers.

use databoxframe::error::Found;
use serde_json::{Map, Value, json};

use super::answer::join;
use super::finding::Finding;
use super::mask::{MASK, Texts};
use super::plan::{MAX_REQUESTS, is_paged, reads};
use super::tally::{Counted, ErrorTally, Path, Tally, Types};

/// What a run found.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Requests sent.
    pub sent: usize,
    /// Whether it was stopped before its end.
    pub stopped: bool,
    /// Every operation that reads, in the order of the API guide.
    pub operations: Vec<OperationReport>,
}

/// What was found of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct OperationReport {
    /// Its name.
    pub name: &'static str,
    /// Requests sent.
    pub requests: usize,
    /// Successful answers that were compared.
    pub answers: usize,
    /// Requests without any answer.
    pub unanswered: usize,
    /// Records in the answers.
    pub records: usize,
    /// Whether its paging was looked at.
    pub paging: PagingCheck,
    /// Error answers.
    pub errors: Vec<ErrorCount>,
    /// Differences and fields that were not seen.
    pub findings: Vec<Located>,
    /// The JSON types of the documented fields that were seen.
    types: Types,
}

/// Whether paging was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagingCheck {
    /// The list has no pages.
    None,
    /// There were too few records for a second page.
    NotChecked,
    /// A second page was compared with the first.
    Checked,
}

/// An error, and how often it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorCount {
    /// HTTP status.
    pub status: u16,
    /// `errorCode`, or the mask.
    pub code: String,
    /// How often.
    pub count: usize,
}

/// A finding, where it is, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The place in the answer: `content[].statusCode`; empty for the answer itself.
    pub path: Path,
    /// What was found.
    pub finding: Finding,
    /// How often.
    pub count: usize,
}

impl OperationReport {
    /// How many differences there are, without fields that were only not seen.
    pub fn differences(&self) -> usize {
        self.findings.iter().filter(|one| one.finding.is_difference()).count()
    }

    fn of(name: &'static str, tally: Tally, texts: &Texts) -> Self {
        let paged = reads().any(|spec| spec.name == name && is_paged(spec));
        let paging = match (paged, tally.paging_compared) {
            (false, _) => PagingCheck::None,
            (true, false) => PagingCheck::NotChecked,
            (true, true) => PagingCheck::Checked,
        };
        let mut report = Self {
            name,
            requests: tally.requests,
            answers: tally.answers,
            unanswered: tally.unanswered,
            records: tally.records,
            paging,
            errors: Vec::new(),
            findings: Vec::new(),
            types: tally.types,
        };
        for one in tally.findings {
            report.find(one, texts);
        }
        for error in tally.errors {
            report.error(error, texts);
        }
        for path in tally.documented {
            let seen = report.types.contains_key(&path);
            // A required field that is missing is a difference already.
            let missing =
                report.findings.iter().any(|one| one.path == path && one.finding == Finding::Missing);
            if !seen && !missing && !path.starts_with("error.") {
                report.add(path, Finding::NeverSeen, 1);
            }
        }
        report
    }

    /// Takes a difference in. What may be a value is masked, now that all texts of the account are
    /// known.
    fn find(&mut self, one: Counted, texts: &Texts) {
        let Counted { path, received, finding, count } = one;
        match finding {
            Finding::Undocumented(_) => self.add(join(&path, texts.name(&received)), finding, count),
            Finding::Code(_) => self.add(path, Finding::Code(texts.code(&received).to_owned()), count),
            _ => self.add(path, finding, count),
        }
    }

    fn error(&mut self, error: ErrorTally, texts: &Texts) {
        let ErrorTally { status, code, documented, count } = error;
        let code = if documented || code.is_empty() { code } else { texts.error_code(&code).to_owned() };
        if !documented {
            self.add(String::new(), Finding::ErrorCode { status, code: code.clone() }, count);
        }
        match self.errors.iter_mut().find(|one| one.status == status && one.code == code) {
            Some(one) => one.count += count,
            None => self.errors.push(ErrorCount { status, code, count }),
        }
    }

    /// Adds a finding to those like it: masked ones may be alike.
    fn add(&mut self, path: Path, finding: Finding, count: usize) {
        match self.findings.iter_mut().find(|one| one.path == path && one.finding == finding) {
            Some(one) => one.count += count,
            None => self.findings.push(Located { path, finding, count }),
        }
    }
    fn json(&self) -> Value {
        let mut types = Map::new();
        for (path, found) in &self.types {
            let mut counts = Map::new();
            for (found, count) in found {
                counts.insert(json_type(*found).to_owned(), (*count).into());
            }
            types.insert(path.clone(), counts.into());
        }
        let paging = match self.paging {
            PagingCheck::None => "none",
            PagingCheck::NotChecked => "notChecked",
            PagingCheck::Checked => "checked",
        };
        json!({
            "operation": self.name,
            "requests": self.requests,
            "answers": self.answers,
            "unanswered": self.unanswered,
            "records": self.records,
            "paging": paging,
            "errors": self.errors.iter().map(|error| {
                json!({ "status": error.status, "code": error.code, "count": error.count })
            }).collect::<Value>(),
            "findings": self.findings.iter().map(Located::json).collect::<Value>(),
            "types": types,
        })
    }
}

impl Located {
    fn json(&self) -> Value {
        let mut row = json!({ "kind": self.finding.kind(), "path": self.path, "count": self.count });
        let more = match &self.finding {
            Finding::Undocumented(found) => vec![("found", json_type(*found).into())],
            Finding::Type { expected, found } => {
                vec![("expected", expected.to_string().into()), ("found", json_type(*found).into())]
            }
            Finding::DateFormat(format) => vec![("found", format.as_str().into())],
            Finding::Code(code) => vec![("code", code.as_str().into())],
            Finding::Paging(fault) => vec![("found", fault.name().into())],
            Finding::ErrorCode { status, code } => {
                vec![("status", Value::from(*status)), ("code", code.as_str().into())]
            }
            Finding::NotJson(status) => vec![("status", Value::from(*status))],
            Finding::NeverSeen | Finding::Missing | Finding::NoDate | Finding::NoError => Vec::new(),
        };
        if let Value::Object(row) = &mut row {
            for (name, value) in more {
                row.insert(name.to_owned(), value);
            }
        }
        row
    }
}

/// The name of a type in JSON.
fn json_type(found: Found) -> &'static str {
    match found {
        Found::Nothing | Found::Another => "nothing",
        Found::Null => "null",
        Found::Boolean => "boolean",
        Found::Number => "number",
        Found::EmptyText | Found::Text | Found::LongText => "string",
        Found::List => "array",
        Found::Object => "object",
    }
}

impl Report {
    /// Of what was seen of each operation.
    pub(super) fn of(sent: usize, stopped: bool, tallies: Vec<(&'static str, Tally)>, texts: &Texts) -> Self {
        let operation = |(name, tally)| OperationReport::of(name, tally, texts);
        Self { sent, stopped, operations: tallies.into_iter().map(operation).collect() }
    }

    /// How many differences there are in all operations.
    pub fn differences(&self) -> usize {
        self.operations.iter().map(OperationReport::differences).sum()
    }

    /// How many operations were read.
    pub fn read(&self) -> usize {
        self.operations.iter().filter(|one| one.answers > 0).count()
    }

    /// The report as JSON. `version`: the console's; `date`: the day of the run.
    pub fn json(&self, version: &str, date: &str) -> String {
        let report = json!({
            "report": "Data Box Frame: comparison with the API reference",
            "console": version,
            "date": date,
            "masked": MASK,
            "requests": { "atMost": MAX_REQUESTS, "sent": self.sent, "stopped": self.stopped },
            "operations": self.operations.iter().map(OperationReport::json).collect::<Value>(),
        });
        serde_json::to_string_pretty(&report).unwrap_or_default()
    }
}
