//! Writing requests: each parameter is named, encoded and checked in one call.

use serde_json::{Map, Value};

use crate::credentials::Password;
use crate::date::DateTime;
use crate::rule::{Items, Length, PASSWORD, Problem, Range, Violation};
use crate::shape::{Form, Known, Shape};
use crate::value::Id;

/// Collects the parameters of a request and every documented limit they break.
///
/// An absent optional value writes nothing. A broken limit is noted with the field's path
/// and the value is written all the same, so that the caller can show both.
#[derive(Debug, Default)]
pub struct Fields {
    object: Map<String, Value>,
    /// What is known of `object`.
    shape: Shape,
    path: String,
    violations: Vec<Violation>,
}

impl Fields {
    pub(crate) fn into_parts(self) -> (Map<String, Value>, Shape, Vec<Violation>) {
        (self.object, self.shape, self.violations)
    }

    fn put(&mut self, name: &str, value: Value, required: bool, form: Form) {
        self.object.insert(name.to_owned(), value);
        self.shape.fields.push(Known { name: name.to_owned(), required, form });
    }

    /// Notes that one of two lists has to be there.
    pub fn one_of(&mut self, names: [&'static str; 2]) {
        self.shape.one_of = Some(names);
        if let [first, second] = names
            && !self.object.contains_key(first)
            && !self.object.contains_key(second)
        {
            self.problem(first, Problem::NeedsOneOf(names));
        }
    }

    /// Adds a violation if a field that is optional elsewhere is absent.
    pub fn require(&mut self, name: &str) {
        match self.shape.fields.iter_mut().find(|known| known.name == name) {
            Some(known) => known.required = true,
            None => self.problem(name, Problem::Required),
        }
    }

    /// Notes a problem of a field of the current object.
    pub fn problem(&mut self, name: &str, problem: Problem) {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.violations.push(Violation { path: format!("{}{dot}{name}", self.path), problem });
    }

    /// A required Integer id.
    pub fn id(&mut self, name: &str, id: &Id) {
        self.put_id(name, id, true);
    }

    /// A required id that the API wants as a String of digits.
    pub fn id_text(&mut self, name: &str, id: &Id) {
        match id.number() {
            Some(_) => self.put(name, id.as_str().into(), true, Form::Plain),
            None => self.not_an_id(name, id, true),
        }
    }

    /// An optional Integer id.
    pub fn optional_id(&mut self, name: &str, id: Option<&Id>) {
        if let Some(id) = id {
            self.put_id(name, id, false);
        }
    }

    fn put_id(&mut self, name: &str, id: &Id, required: bool) {
        match id.number() {
            Some(number) => self.put(name, number.into(), required, Form::Plain),
            None => self.not_an_id(name, id, required),
        }
    }

    fn not_an_id(&mut self, name: &str, id: &Id, required: bool) {
        let missing = id.as_str().is_empty();
        self.problem(name, if missing { Problem::Required } else { Problem::NotANumber });
        self.put(name, id.as_str().into(), required, Form::Plain);
    }

    /// A required number.
    pub fn number(&mut self, name: &str, value: u64, range: Range) {
        self.put_number(name, value, range, true);
    }

    /// An optional number; `None` writes nothing.
    pub fn optional_number(&mut self, name: &str, value: Option<u64>, range: Range) {
        if let Some(value) = value {
            self.put_number(name, value, range, false);
        }
    }

    fn put_number(&mut self, name: &str, value: u64, range: Range, required: bool) {
        if let Some(problem) = range.check(value) {
            self.problem(name, problem);
        }
        self.put(name, value.into(), required, Form::Plain);
    }

    /// A required text.
    pub fn text(&mut self, name: &str, text: &str, length: Length) {
        self.put_text(name, text, length, true);
    }

    /// An optional text; `None` writes nothing.
    pub fn optional_text(&mut self, name: &str, text: Option<&str>, length: Length) {
        if let Some(text) = text {
            self.put_text(name, text, length, false);
        }
    }

    fn put_text(&mut self, name: &str, text: &str, length: Length, required: bool) {
        if let Some(problem) = length.check(text) {
            self.problem(name, problem);
        }
        self.put(name, text.into(), required, Form::Plain);
    }

    /// A required Boolean.
    pub fn flag(&mut self, name: &str, value: bool) {
        self.put(name, value.into(), true, Form::Plain);
    }

    /// A constant that decides the other fields of its object, such as `actionType`.
    pub fn word(&mut self, name: &str, word: &'static str) {
        self.put(name, word.into(), true, Form::Word(word));
    }

    /// A required password, checked against the policy.
    pub fn password(&mut self, name: &str, password: &Password) {
        self.put_password(name, password, true);
    }

    /// An optional password; `None` writes nothing.
    pub fn optional_password(&mut self, name: &str, password: Option<&Password>) {
        if let Some(password) = password {
            self.put_password(name, password, false);
        }
    }

    fn put_password(&mut self, name: &str, password: &Password, required: bool) {
        for problem in PASSWORD.check(password.as_str()) {
            self.problem(name, problem);
        }
        self.put(name, password.as_str().into(), required, Form::Plain);
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
                self.put(name, date.filter_text().into(), false, Form::Plain);
            }
        }
    }

    /// A list of objects, required if it needs at least one item.
    pub fn list<T>(&mut self, name: &str, items: &[T], count: Items, write: impl Fn(&mut Self, &T)) {
        if items.len() < count.min || items.len() > count.max {
            let problem = if items.is_empty() { Problem::Required } else { Problem::WrongCount(count) };
            self.problem(name, problem);
        }
        self.put_list(name, items, count.min > 0, write);
    }

    /// A list that may be left out; an empty one writes nothing.
    pub fn optional_list<T>(&mut self, name: &str, items: &[T], write: impl Fn(&mut Self, &T)) {
        if !items.is_empty() {
            self.put_list(name, items, false, write);
        }
    }

    fn put_list<T>(&mut self, name: &str, items: &[T], needed: bool, write: impl Fn(&mut Self, &T)) {
        let mut values = Vec::with_capacity(items.len());
        let mut shapes = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let (value, shape) = self.nested(&format!("{name}[{index}]"), |fields| write(fields, item));
            values.push(value);
            shape.join(&mut shapes);
        }
        self.put(name, Value::Array(values), needed, Form::List { needed, items: shapes });
    }

    /// A required object.
    pub fn object(&mut self, name: &str, write: impl FnOnce(&mut Self)) {
        let (value, shape) = self.nested(name, write);
        self.put(name, value, true, Form::Object(shape));
    }

    fn nested(&mut self, step: &str, write: impl FnOnce(&mut Self)) -> (Value, Shape) {
        let outer = (std::mem::take(&mut self.object), std::mem::take(&mut self.shape));
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(step);
        write(self);
        self.path.truncate(length);
        let object = std::mem::replace(&mut self.object, outer.0);
        (Value::Object(object), std::mem::replace(&mut self.shape, outer.1))
    }
}
