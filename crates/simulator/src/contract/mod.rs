//! The contract of requests, as data ([`OPERATIONS`]) and one small validator ([`check`]).
//!
//! Written from the documented facts alone, so that it can judge a client independently.

mod arguments;
mod fields;
mod table;
mod validate;

pub(crate) use arguments::Arguments;
pub use table::{OPERATIONS, Operation};

use serde_json::Value;

/// The contract of one operation.
#[derive(Debug)]
pub struct OperationContract {
    /// The operation.
    pub operation: Operation,
    /// Name, as documented; also the last part of its path.
    pub name: &'static str,
    /// `GET` for reads, `POST` for writes.
    pub method: &'static str,
    /// The path, without the host.
    pub path: &'static str,
    /// The fields of the query (reads) or of the JSON body (writes).
    pub fields: &'static [Field],
}

impl OperationContract {
    /// Whether the operation changes anything.
    #[must_use]
    pub fn is_write(&self) -> bool {
        self.method == "POST"
    }
}

/// One field of a query, a body or an item of a list.
#[derive(Debug)]
pub struct Field {
    /// The name, as documented.
    pub name: &'static str,
    /// A second spelling, where the API reference contradicts itself.
    pub alias: Option<&'static str>,
    /// Allowed values.
    pub kind: Kind,
    /// When the field is required.
    pub presence: Presence,
}

/// Allowed values of a field.
#[derive(Debug)]
pub enum Kind {
    /// A number that names something. The API reference writes ids both as numbers and as strings.
    Id,
    /// A whole number.
    Integer {
        /// The smallest allowed.
        min: u64,
        /// The greatest allowed.
        max: u64,
        /// It must be a multiple of this.
        step: u64,
    },
    /// A whole number with a limit for each item of another list.
    PerItem {
        /// The list's name.
        list: &'static str,
        /// The limit for each item.
        each: u64,
    },
    /// A text; lengths count characters.
    Text {
        /// The shortest allowed.
        min: usize,
        /// The longest allowed.
        max: usize,
    },
    /// A server password: 8 to 14 characters of all four classes, without those that are forbidden.
    Password,
    /// A point in time, `yyyyMMddHHmmss`.
    DateTime,
    /// `true` or `false`.
    Boolean,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// An object.
    Object(&'static [Field]),
    /// A list of objects.
    List {
        /// The fewest items allowed.
        min: usize,
        /// The most items allowed.
        max: usize,
        /// The fields of an item.
        item: &'static [Field],
    },
}

/// When a field has to be there.
#[derive(Debug)]
pub enum Presence {
    /// Always.
    Required,
    /// Never.
    Optional,
    /// When the item's `actionType` is one of these.
    OnAction(&'static [&'static str]),
    /// When the other field is missing.
    Without(&'static str),
}

/// A violation of the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The field at fault, such as `dataBoxInfo.nasList[0].nasSize`; or `path`, `query`, `body`.
    pub field: String,
    /// Message.
    pub problem: String,
}

impl Violation {
    pub(crate) fn new(field: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { field: field.into(), problem: problem.into() }
    }
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.field, self.problem)
    }
}

/// The contract of the operation with this method and path, if there is one.
#[must_use]
pub fn find(method: &str, path: &str) -> Option<&'static OperationContract> {
    OPERATIONS.iter().find(|contract| contract.method == method && contract.path == path)
}

/// Checks a whole request against the contract.
///
/// # Errors
/// All violations of a request.
pub fn check(
    method: &str,
    path_with_query: &str,
    body: &[u8],
) -> Result<&'static OperationContract, Vec<Violation>> {
    let path = path_with_query.split_once('?').map_or(path_with_query, |(path, _)| path);
    let contract =
        find(method, path).ok_or_else(|| vec![Violation::new("path", format!("no {method} {path}"))])?;
    decode(contract, path_with_query, body).map(|_| contract)
}

/// The arguments of a request whose operation is known.
pub(crate) fn decode(
    contract: &OperationContract,
    path_with_query: &str,
    body: &[u8],
) -> Result<Arguments, Vec<Violation>> {
    let query = path_with_query.split_once('?').map_or("", |(_, query)| query);
    let mut violations = Vec::new();
    let query = validate::read_query(query, &mut violations);
    let arguments = if contract.is_write() {
        violations
            .extend(query.keys().map(|name| Violation::new(name, "no query parameter is allowed here")));
        match serde_json::from_slice(body) {
            Ok(Value::Object(object)) => object,
            Ok(_) => return Err(vec![Violation::new("body", "must be a JSON object")]),
            Err(error) => return Err(vec![Violation::new("body", format!("is not JSON: {error}"))]),
        }
    } else {
        if !body.is_empty() {
            violations.push(Violation::new("body", "no body is allowed here"));
        }
        query
    };
    let source = if contract.is_write() { validate::Source::Json } else { validate::Source::Query };
    validate::fields(contract.fields, &arguments, "", source, &mut violations);
    if violations.is_empty() { Ok(Arguments::new(arguments)) } else { Err(violations) }
}
