//! The report: what can be saved and sent to the maintainers.

use std::collections::{BTreeMap, BTreeSet};

use databoxframe::error::Found;
use serde_json::{Value, json};

use super::answer::join;
use super::finding::Finding;
use super::mask::{MASK, Texts};
use super::plan::{MAX_REQUESTS, is_paged, reads};
use super::tally::{Path, Tally};

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
    types: BTreeMap<Path, BTreeMap<Found, usize>>,
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
        let mut findings = tally.findings;
        // What may be a value is masked now that all texts of the account are known.
        for ((path, name, found), count) in tally.undocumented {
            let key = (join(&path, texts.name(&name)), Finding::Undocumented(found));
            *findings.entry(key).or_default() += count;
        }
        for ((path, code), count) in tally.codes {
            *findings.entry((path, Finding::Code(texts.code(&code).to_owned()))).or_default() += count;
        }
        let mut errors = BTreeMap::<(u16, String), usize>::new();
        for ((status, code), error) in tally.errors {
            let code = if error.documented || code.is_empty() { &code } else { texts.error_code(&code) };
            *errors.entry((status, code.to_owned())).or_default() += error.count;
            if !error.documented {
                let key = (String::new(), Finding::ErrorCode { status, code: code.to_owned() });
                *findings.entry(key).or_default() += error.count;
            }
        }
        let seen: BTreeSet<&Path> = tally.types.keys().collect();
        let unseen =
            tally.documented.iter().filter(|path| !seen.contains(path) && !path.starts_with("error."));
        for path in unseen {
            // A required field that is missing is a difference already.
            if !findings.contains_key(&(path.clone(), Finding::Missing)) {
                findings.insert((path.clone(), Finding::NeverSeen), 1);
            }
        }
        let errors = errors.into_iter().map(|((status, code), count)| ErrorCount { status, code, count });
        let located = |((path, finding), count)| Located { path, finding, count };
        Self {
            name,
            requests: tally.requests,
            answers: tally.answers,
            unanswered: tally.unanswered,
            records: tally.records,
            paging,
            errors: errors.collect(),
            findings: findings.into_iter().map(located).collect(),
            types: tally.types,
        }
    }

    fn json(&self) -> Value {
        let types = |types: &BTreeMap<Found, usize>| -> Value {
            types.iter().map(|(found, count)| (json_type(*found).to_owned(), json!(count))).collect()
        };
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
            "types": self.types.iter().map(|(path, found)| (path.clone(), types(found))).collect::<Value>(),
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
            row.extend(more.into_iter().map(|(name, value)| (name.to_owned(), value)));
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
