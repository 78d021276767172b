//! Writing requests: each parameter is named, encoded and checked in one call.

use serde_json::{Map, Value};

use crate::credentials::Password;
use crate::date::DateTime;
use crate::rule::{Items, Length, PASSWORD, Problem, Range, Violation};
use crate::value::Id;

/// Collects the parameters of a request and every documented limit they break.
///
/// An absent optional value writes nothing. A broken limit is noted with the field's path
/// and the value is written all the same, so that the caller can show both.
#[derive(Debug, Default)]
pub struct Fields {
    object: Map<String, Value>,
    path: String,
    violations: Vec<Violation>,
}

impl Fields {
    pub(crate) fn into_parts(self) -> (Map<String, Value>, Vec<Violation>) {
        (self.object, self.violations)
    }

    fn put(&mut self, name: &str, value: Value) {
        self.object.insert(name.to_owned(), value);
    }

    /// Notes a problem of a field of the current object.
    pub fn problem(&mut self, name: &str, problem: Problem) {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.violations.push(Violation { path: format!("{}{dot}{name}", self.path), problem });
    }

    /// A required Integer id.
    pub fn id(&mut self, name: &str, id: &Id) {
        match id.number() {
            Some(number) => self.put(name, number.into()),
            None => self.not_an_id(name, id),
        }
    }

    /// A required id that the API wants as a String of digits.
    pub fn id_text(&mut self, name: &str, id: &Id) {
        match id.number() {
            Some(_) => self.put(name, id.as_str().into()),
            None => self.not_an_id(name, id),
        }
    }

    /// An optional Integer id.
    pub fn optional_id(&mut self, name: &str, id: Option<&Id>) {
        if let Some(id) = id {
            self.id(name, id);
        }
    }

    fn not_an_id(&mut self, name: &str, id: &Id) {
        let missing = id.as_str().is_empty();
        self.problem(name, if missing { Problem::Required } else { Problem::NotANumber });
        self.put(name, id.as_str().into());
    }

    /// A number; `None` writes nothing.
    pub fn number(&mut self, name: &str, value: impl Into<Option<u64>>, range: Range) {
        if let Some(value) = value.into() {
            if let Some(problem) = range.check(value) {
                self.problem(name, problem);
            }
            self.put(name, value.into());
        }
    }

    /// A required text.
    pub fn text(&mut self, name: &str, text: &str, length: Length) {
        if let Some(problem) = length.check(text) {
            self.problem(name, problem);
        }
        self.put(name, text.into());
    }

    /// An optional text; `None` writes nothing.
    pub fn optional_text(&mut self, name: &str, text: Option<&str>, length: Length) {
        if let Some(text) = text {
            self.text(name, text, length);
        }
    }

    /// A Boolean.
    pub fn flag(&mut self, name: &str, value: bool) {
        self.put(name, value.into());
    }

    /// A fixed word, such as `actionType`.
    pub fn word(&mut self, name: &str, word: &'static str) {
        self.put(name, word.into());
    }

    /// A password, checked against the policy.
    pub fn password(&mut self, name: &str, password: &Password) {
        for problem in PASSWORD.check(password.as_str()) {
            self.problem(name, problem);
        }
        self.put(name, password.as_str().into());
    }

    /// A time window in the filters' format.
    pub fn window(&mut self, start: Option<DateTime>, end: Option<DateTime>) {
        if let (Some(start), Some(end)) = (start, end)
            && start > end
        {
            self.problem("applyStartDate", Problem::StartAfterEnd);
        }
        for (name, date) in [("applyStartDate", start), ("applyEndDate", end)] {
            if let Some(date) = date {
                if !date.is_valid() {
                    self.problem(name, Problem::NotADate);
                }
                self.put(name, date.filter_text().into());
            }
        }
    }

    /// A list of objects.
    pub fn list<T>(&mut self, name: &str, items: &[T], count: Items, write: impl Fn(&mut Self, &T)) {
        if items.len() < count.min || items.len() > count.max {
            let problem = if items.is_empty() { Problem::Required } else { Problem::WrongCount(count) };
            self.problem(name, problem);
        }
        let values = items
            .iter()
            .enumerate()
            .map(|(index, item)| self.nested(&format!("{name}[{index}]"), |fields| write(fields, item)))
            .collect();
        self.put(name, Value::Array(values));
    }

    /// A list that may be left out; an empty one writes nothing.
    pub fn optional_list<T>(&mut self, name: &str, items: &[T], write: impl Fn(&mut Self, &T)) {
        if !items.is_empty() {
            self.list(name, items, Items { min: 1, max: usize::MAX }, write);
        }
    }

    /// An object.
    pub fn object(&mut self, name: &str, write: impl FnOnce(&mut Self)) {
        let value = self.nested(name, write);
        self.put(name, value);
    }

    fn nested(&mut self, step: &str, write: impl FnOnce(&mut Self)) -> Value {
        let outer = std::mem::take(&mut self.object);
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(step);
        write(self);
        self.path.truncate(length);
        Value::Object(std::mem::replace(&mut self.object, outer))
    }
}
