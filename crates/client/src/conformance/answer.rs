//! One answer beside what is documented of it.

use databoxframe::date::DateTime;
use databoxframe::error::{Expected, Found};
use databoxframe::{Documented, Flag, Kind, Layout};
use serde_json::{Map, Number, Value};

use super::finding::Finding;
use super::mask::Texts;
use super::tally::Tally;

/// Words that the API reference names although they have no table of their own.
const WORDS: [(&str, &[&str]); 2] = [("instanceStatusCode", &["RUN"]), ("infraType", &["Server", "NAS"])];

/// The code in an error envelope.
pub const ERROR_CODE: &str = "errorCode";

/// Where the records of a list are.
const CONTENT: &str = "content";

/// The records of a list's answer; none if it has no list.
pub fn records(answer: &Value) -> &[Value] {
    answer.get(CONTENT).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Compares an answer with its layout.
pub struct Comparison<'a> {
    /// What is documented.
    pub layout: &'a Layout,
    /// Where the findings go.
    pub tally: &'a mut Tally,
    /// Where the texts of the account go.
    pub texts: &'a mut Texts,
}

impl Comparison<'_> {
    /// A whole answer.
    pub fn answer(&mut self, answer: &Value) {
        self.tally.answers += 1;
        let Value::Object(object) = answer else {
            self.other_type("", Expected::Object, answer);
            return;
        };
        if !self.layout.is_list {
            self.tally.records += 1;
            self.object(self.layout.fields, object, "", None);
            return;
        }
        self.object(self.layout.beside, object, "", Some(CONTENT));
        match object.get(CONTENT) {
            Some(Value::Array(items)) => {
                self.tally.records += items.len();
                self.items(self.layout.fields, items, CONTENT);
            }
            // Counted as missing: the records are what was asked for.
            None => self.tally.find(CONTENT, Finding::Missing),
            Some(other) => self.other_type(CONTENT, Expected::List, other),
        }
    }

    fn items(&mut self, fields: &[Documented], items: &[Value], path: &str) {
        let path = format!("{path}[]");
        for item in items {
            match item {
                Value::Object(object) => self.object(fields, object, &path, None),
                other => self.other_type(&path, Expected::Object, other),
            }
        }
    }

    /// The fields of an object, but `apart`.
    pub fn object(
        &mut self,
        fields: &[Documented],
        object: &Map<String, Value>,
        path: &str,
        apart: Option<&str>,
    ) {
        let elsewhere = self.layout.elsewhere;
        let documented = || fields.iter().filter(|field| !elsewhere.contains(&field.name));
        for field in documented() {
            let at = join(path, field.name);
            let mut names = std::iter::once(&field.name).chain(field.aliases);
            match names.find_map(|name| object.get(*name)) {
                Some(value) => self.field(field, value, &at),
                None if field.required => self.tally.find(&at, Finding::Missing),
                None => {}
            }
            self.tally.document(at);
        }
        for (name, value) in object {
            let known =
                documented().any(|field| field.name == name || field.aliases.contains(&name.as_str()));
            if !known && apart != Some(name.as_str()) {
                self.texts.learn(value);
                self.tally.count(path, name, Finding::Undocumented(Found::kind_of(Some(value))));
            }
        }
    }

    fn field(&mut self, field: &Documented, value: &Value, at: &str) {
        let found = Found::kind_of(Some(value));
        // An empty text is a text.
        let found = if found == Found::EmptyText { Found::Text } else { found };
        self.tally.see(at, found);
        if field.required && (value.is_null() || value.as_str() == Some("")) {
            self.tally.find(at, Finding::Missing);
            return;
        }
        if let (Kind::List, Value::Array(items)) = (field.kind, value) {
            self.items(field.items, items, at);
            return;
        }
        if !self.is_code(field, value, at) {
            self.texts.learn(value);
        }
        match (field.kind, value) {
            (Kind::Date, Value::String(text)) if !is_date(text) => {
                self.tally.find(at, Finding::DateFormat(super::mask::format(text)));
            }
            _ if fits(field.kind, value) => {}
            _ => self.other_type(at, expected(field.kind), value),
        }
    }

    /// Whether a value is a code or a documented word; notes one that is in no table. Codes of errors
    /// have tables of their own.
    fn is_code(&mut self, field: &Documented, value: &Value, at: &str) -> bool {
        if field.name == ERROR_CODE {
            return true;
        }
        let words = WORDS.iter().find(|(name, _)| *name == field.name).map(|(_, words)| *words);
        let table = if field.kind == Kind::Code { Some(field.codes) } else { words };
        let (Some(table), Value::String(code)) = (table, value) else { return false };
        if !code.is_empty() && !table.contains(&code.as_str()) {
            self.tally.count(at, code, Finding::Code(String::new()));
        }
        true
    }

    fn other_type(&mut self, path: &str, expected: Expected, value: &Value) {
        self.texts.learn(value);
        self.tally.find(path, Finding::Type { expected, found: Found::kind_of(Some(value)) });
    }
}

/// The path of a field.
pub fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// `YYYY-MM-DD HH:mm:ss`, or nothing.
fn is_date(text: &str) -> bool {
    text.is_empty() || DateTime::parse(text).is_some_and(|date| date.to_string() == text)
}

/// Whether a value is of the documented type; numbers and Booleans are documented both ways.
fn fits(kind: Kind, value: &Value) -> bool {
    match (kind, value) {
        (Kind::Id | Kind::Amount, Value::Number(_)) | (Kind::Flag, Value::Bool(_)) => true,
        (Kind::Amount, Value::String(text)) => {
            text.trim().is_empty() || text.trim().parse::<Number>().is_ok()
        }
        (Kind::Flag, Value::String(text)) => {
            !matches!(Flag::from_text(text), Flag::Other(_)) || text.is_empty()
        }
        (Kind::Id | Kind::Text | Kind::Date | Kind::Code, Value::String(_)) => true,
        _ => false,
    }
}

fn expected(kind: Kind) -> Expected {
    match kind {
        Kind::Id => Expected::Id,
        Kind::Text => Expected::Text,
        Kind::Amount => Expected::Number,
        Kind::Flag => Expected::Boolean,
        Kind::Date => Expected::Date,
        Kind::Code => Expected::StatusCode,
        Kind::List => Expected::List,
    }
}
