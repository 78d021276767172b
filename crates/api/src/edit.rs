//! Bodies edited by hand, for fields that the API reference leaves out.

use serde_json::{Map, Value};

use crate::body::{Passwords, Writer};
use crate::json::parse_json;
use crate::request::{DOTS, UnsignedRequest};
use crate::shape::{Form, Shape};

/// Why an edited body is refused, and where. Lines and columns count from 1, columns in
/// characters. No words and no values: whoever shows it has the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditProblem {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Kind of the problem.
    pub kind: EditKind,
    /// The field, as the API names it: `sourceFileInfoList[2].fileName`; empty for the whole body.
    pub path: String,
}

/// Problems of an edited body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditKind {
    /// Invalid JSON from here on.
    Syntax,
    /// JSON, but not an object. Also any text for a request without a body.
    NotAnObject,
    /// A duplicate field.
    Duplicate,
    /// A required field is absent or null. Its place is the start of the object, or the null.
    Missing,
    /// Two lists of which one is required are both empty. Place and path are those of their object.
    NeedsOneOf([&'static str; 2]),
    /// A list without the required item.
    Empty,
    /// A documented field with another kind of value.
    WrongKind(JsonKind),
    /// The dots of a hidden password are changed or not at a password's place, so that no
    /// password is known for them.
    HiddenPassword,
}

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// `{…}`.
    Object,
    /// `[…]`.
    List,
    /// A text, a number or a Boolean.
    Plain,
}

impl UnsignedRequest {
    /// The same request with a body written by hand, mostly a changed
    /// [`body_text`](Self::body_text). Fields may be added, and their values are not
    /// checked: the service decides. Hidden passwords are put back, wherever they moved to.
    ///
    /// # Errors
    /// The first problem found, see [`EditKind`].
    pub fn with_edited_body(&self, text: &str) -> Result<Self, EditProblem> {
        match self.edited(text) {
            Ok(body) => Ok(Self {
                spec: self.spec,
                path_and_query: self.path_and_query.clone(),
                body: Some(body),
                shape: self.shape.clone(),
            }),
            Err(trouble) => {
                let (line, column) = place(text, trouble.at);
                Err(EditProblem { line, column, kind: trouble.kind, path: trouble.path })
            }
        }
    }

    fn edited(&self, text: &str) -> Result<Map<String, Value>, Trouble> {
        // The parser judges; its tree, which holds no places, is not needed.
        if let Err(error) = parse_json(text.as_bytes()) {
            return Err(Trouble::new(offset(text, error.line(), error.column()), EditKind::Syntax));
        }
        let node = Scan { text, at: 0 }.node()?;
        let at = node.at;
        let Content::Object(fields) = node.content else {
            return Err(Trouble::new(at, EditKind::NotAnObject));
        };
        if self.body.is_none() {
            return Err(Trouble::new(at, EditKind::NotAnObject));
        }
        let hidden = Writer::of(self, Passwords::Hidden).passwords;
        Check { hidden: &hidden }.object(at, fields, Some(&self.shape))
    }
}

/// A problem with its byte position. The path is completed on the way out.
struct Trouble {
    at: usize,
    kind: EditKind,
    path: String,
}

impl Trouble {
    fn new(at: usize, kind: EditKind) -> Self {
        Self { at, kind, path: String::new() }
    }

    fn within(mut self, step: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{step}{dot}{}", self.path);
        self
    }
}

/// Line and column of a byte position.
fn place(text: &str, at: usize) -> (usize, usize) {
    let (mut line, mut column) = (1, 1);
    for (index, c) in text.char_indices() {
        if index >= at {
            break;
        }
        if c == '\n' {
            line += 1;
            column = 1;
        } else {
            column += 1;
        }
    }
    (line, column)
}

/// Byte position of a line and a column, which the parser counts in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    before + column.saturating_sub(1)
}

/// A JSON value with its byte position.
struct Node {
    at: usize,
    content: Content,
}

enum Content {
    Plain(Value),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// Goes through text that is known to be valid JSON, and not nested too deeply.
struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl Scan<'_> {
    fn rest(&self) -> &[u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The next byte that is not white space; 0 at the end.
    fn peek(&mut self) -> u8 {
        while let Some(byte) = self.rest().first() {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b',' | b':') {
                return *byte;
            }
            self.at += 1;
        }
        0
    }

    fn node(&mut self) -> Result<Node, Trouble> {
        let first = self.peek();
        let at = self.at;
        let content = match first {
            b'{' => {
                self.at += 1;
                let mut fields: Vec<(String, Node)> = Vec::new();
                while self.peek() == b'"' {
                    let at = self.at;
                    let Value::String(name) = self.token() else { break };
                    if fields.iter().any(|(other, _)| *other == name) {
                        return Err(Trouble::new(at, EditKind::Duplicate).within(&name));
                    }
                    let node = self.node().map_err(|trouble| trouble.within(&name))?;
                    fields.push((name, node));
                }
                self.at += 1;
                Content::Object(fields)
            }
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                while !matches!(self.peek(), b']' | 0) {
                    let item = self.node().map_err(|trouble| trouble.within(&step(items.len())))?;
                    items.push(item);
                }
                self.at += 1;
                Content::List(items)
            }
            _ => Content::Plain(self.token()),
        };
        Ok(Node { at, content })
    }

    /// A text, a number or a literal.
    fn token(&mut self) -> Value {
        let rest = self.rest();
        let mut length = 1;
        if rest.first() == Some(&b'"') {
            let mut escaped = false;
            for byte in rest.iter().skip(1) {
                length += 1;
                if *byte == b'"' && !escaped {
                    break;
                }
                escaped = *byte == b'\\' && !escaped;
            }
        } else {
            while rest.get(length).is_some_and(|byte| !b",]} \n\r\t".contains(byte)) {
                length += 1;
            }
        }
        let value = parse_json(rest.get(..length).unwrap_or_default()).unwrap_or_default();
        self.at += length;
        value
    }
}

fn step(index: usize) -> String {
    format!("[{index}]")
}

/// Compares the edited body with the original shape and creates the body to send.
struct Check<'a> {
    /// The original passwords, by their numbers.
    hidden: &'a [(String, &'a Value)],
}

impl Check<'_> {
    fn object(
        &self,
        at: usize,
        fields: Vec<(String, Node)>,
        shape: Option<&Shape>,
    ) -> Result<Map<String, Value>, Trouble> {
        if let Some(shape) = shape {
            missing(at, &fields, shape)?;
        }
        let mut object = Map::new();
        for (name, node) in fields {
            let known = shape.and_then(|shape| shape.fields.iter().find(|known| known.name == name));
            let form = known.map(|known| &known.form);
            let value = self.value(node, form, &name).map_err(|trouble| trouble.within(&name))?;
            object.insert(name, value);
        }
        Ok(object)
    }

    /// `name`: name of the field of the value, also in a list.
    fn value(&self, node: Node, form: Option<&Form>, name: &str) -> Result<Value, Trouble> {
        let at = node.at;
        let wrong = |kind| Err(Trouble::new(at, EditKind::WrongKind(kind)));
        match (node.content, form) {
            (Content::Object(fields), None) => self.object(at, fields, None).map(Value::Object),
            (Content::Object(fields), Some(Form::Object(shape))) => {
                self.object(at, fields, Some(shape)).map(Value::Object)
            }
            (Content::List(nodes), None) => self.list(nodes, &[], name),
            (Content::List(nodes), Some(Form::List { needed, items })) => {
                if *needed && nodes.is_empty() {
                    return Err(Trouble::new(at, EditKind::Empty));
                }
                self.list(nodes, items, name)
            }
            (Content::Plain(value), None | Some(Form::Plain | Form::Word(_))) => self.plain(at, value, name),
            (_, Some(Form::Object(_))) => wrong(JsonKind::Object),
            (_, Some(Form::List { .. })) => wrong(JsonKind::List),
            (_, Some(Form::Plain | Form::Word(_))) => wrong(JsonKind::Plain),
        }
    }

    /// `shapes`: shapes of the items; empty if unknown.
    fn list(&self, nodes: Vec<Node>, shapes: &[Shape], name: &str) -> Result<Value, Trouble> {
        let mut values = Vec::new();
        for (index, node) in nodes.into_iter().enumerate() {
            let form = shape_of(&node, shapes).map(Form::Object);
            let value = self.value(node, form.as_ref(), name);
            values.push(value.map_err(|trouble| trouble.within(&step(index)))?);
        }
        Ok(Value::Array(values))
    }

    /// Puts a password back; dots that name none would be sent as a password.
    fn plain(&self, at: usize, value: Value, name: &str) -> Result<Value, Trouble> {
        let Value::String(text) = &value else { return Ok(value) };
        let number = text.strip_prefix(DOTS).and_then(|rest| rest.strip_prefix(' '));
        let number = number.and_then(|number| number.parse::<usize>().ok());
        let original = number.and_then(|number| self.hidden.get(number.checked_sub(1)?));
        match (crate::request::is_password(name), original) {
            (true, Some((_, password))) => Ok((*password).clone()),
            (false, Some(_)) => Err(Trouble::new(at, EditKind::HiddenPassword)),
            (true, None) if text.contains('•') => Err(Trouble::new(at, EditKind::HiddenPassword)),
            _ => Ok(value),
        }
    }
}

/// The first required field that is absent from an object.
fn missing(at: usize, fields: &[(String, Node)], shape: &Shape) -> Result<(), Trouble> {
    let find = |name: &str| fields.iter().find(|(other, _)| other == name).map(|(_, node)| node);
    for known in &shape.fields {
        let place = match find(&known.name) {
            None => at,
            Some(Node { at, content: Content::Plain(Value::Null) }) => *at,
            Some(_) => continue,
        };
        if known.required {
            return Err(Trouble::new(place, EditKind::Missing).within(&known.name));
        }
    }
    if let Some([first, second]) = shape.one_of {
        let holds = |name| match find(name) {
            Some(Node { content: Content::List(items), .. }) => !items.is_empty(),
            // A value of another kind is reported as such.
            other => other.is_some(),
        };
        if !holds(first) && !holds(second) {
            return Err(Trouble::new(at, EditKind::NeedsOneOf([first, second])));
        }
    }
    Ok(())
}

/// The shape of an item: that of the items with the same fixed word. Of an item with a word
/// that no item had, only the word is known: the API reference leaves open what belongs to it.
fn shape_of(node: &Node, shapes: &[Shape]) -> Option<Shape> {
    let suits = |shape: &&Shape| {
        let (Some((name, word)), Content::Object(fields)) = (shape.word(), &node.content) else {
            return shape.word().is_none();
        };
        fields.iter().any(|(other, node)| {
            other == name && matches!(&node.content, Content::Plain(Value::String(text)) if text == word)
        })
    };
    match shapes.iter().find(suits) {
        Some(shape) => Some(shape.clone()),
        None => shapes.first().map(Shape::words_only),
    }
}
