//! A body as text: for an editor, and for a shell.

use serde_json::Value;

use crate::request::{DOTS, UnsignedRequest, is_password};

/// Text in place of a password.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passwords {
    /// The password.
    Shown,
    /// Dots with the password's number in the body.
    Hidden,
    /// A shell variable with that number. All other text is fit for single quotes.
    Variable,
}

/// Writes JSON with an indent of two spaces, and collects the passwords on its way.
pub(crate) struct Writer<'a> {
    pub(crate) text: String,
    /// The passwords with their paths; their numbers count from one.
    pub(crate) passwords: Vec<(String, &'a Value)>,
    path: String,
    depth: usize,
    how: Passwords,
}

impl<'a> Writer<'a> {
    /// Writes the body of a request; empty if the request has none.
    pub(crate) fn of(unsigned: &'a UnsignedRequest, how: Passwords) -> Self {
        let mut writer =
            Self { text: String::new(), passwords: Vec::new(), path: String::new(), depth: 0, how };
        if let Some(body) = &unsigned.body {
            writer.open('{');
            for (index, (name, value)) in body.iter().enumerate() {
                writer.field(index, name, value);
            }
            writer.close('}', body.is_empty());
        }
        writer
    }

    fn value(&mut self, value: &'a Value) {
        match value {
            Value::Object(object) => {
                self.open('{');
                for (index, (name, value)) in object.iter().enumerate() {
                    self.field(index, name, value);
                }
                self.close('}', object.is_empty());
            }
            Value::Array(items) => {
                self.open('[');
                for (index, value) in items.iter().enumerate() {
                    let length = self.path.len();
                    self.path.push_str(&format!("[{index}]"));
                    self.next(index);
                    self.value(value);
                    self.path.truncate(length);
                }
                self.close(']', items.is_empty());
            }
            plain => self.plain(&plain.to_string()),
        }
    }

    fn field(&mut self, index: usize, name: &str, value: &'a Value) {
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        self.next(index);
        self.plain(&Value::from(name).to_string());
        self.text.push_str(": ");
        if is_password(name) {
            self.passwords.push((self.path.clone(), value));
            let number = self.passwords.len();
            match self.how {
                Passwords::Shown => self.value(value),
                Passwords::Hidden => self.text.push_str(&format!("\"{DOTS} {number}\"")),
                Passwords::Variable => {
                    self.text.push_str(&format!("\"'\"$(json \"$password_{number}\")\"'\""));
                }
            }
        } else {
            self.value(value);
        }
        self.path.truncate(length);
    }

    /// A text (with its quotes), a number, a Boolean or null.
    fn plain(&mut self, json: &str) {
        if self.how != Passwords::Variable {
            self.text.push_str(json);
            return;
        }
        for c in json.chars() {
            match c {
                '\'' => self.text.push_str("'\\''"),
                // An older interactive bash sees its history in a "!" even between quotes that
                // began on another line, and a terminal obeys control characters. All are
                // within JSON texts here, so they can be escaped.
                c if c == '!' || c.is_control() => {
                    self.text.push_str(&format!("\\u{:04x}", u32::from(c)));
                }
                c => self.text.push(c),
            }
        }
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
    }

    fn next(&mut self, index: usize) {
        if index > 0 {
            self.text.push(',');
        }
        self.line();
    }

    fn close(&mut self, bracket: char, empty: bool) {
        self.depth -= 1;
        if !empty {
            self.line();
        }
        self.text.push(bracket);
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }
}

impl UnsignedRequest {
    /// The JSON body for reading and editing: an indent of two spaces, fields in order;
    /// empty if there is no body. `redacted`: dots and a number stand for each password, and
    /// [`with_edited_body`](Self::with_edited_body) knows them again.
    pub fn body_text(&self, redacted: bool) -> String {
        Writer::of(self, if redacted { Passwords::Hidden } else { Passwords::Shown }).text
    }
}
