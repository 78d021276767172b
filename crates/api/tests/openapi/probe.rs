//! What a request may hold, found out by making it: a full one names the fields and their
//! types, a bare one shows which are required, and broken ones show the limits.

use std::collections::BTreeMap;

use databoxframe::date::DateTime;
use databoxframe::operation::Method;
use databoxframe::rule::{ANY_COUNT, Items, Length, PASSWORD, Problem, Range};
use databoxframe::{Id, Operation, Page, Password, Spec, prepare, validate};
use serde_json::{Map, Value, json};

use crate::answer::{Answer, Components};
use crate::glossary::{self, text};

/// How an example is filled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// With everything.
    Full,
    /// With what is required, and with lists.
    Bare,
    /// With values that are too small or missing.
    Empty,
    /// With values that are too large or of the wrong kind, and with too many items.
    Excess,
    /// Without items in lists.
    NoItems,
}

impl Fill {
    fn choose<T>(self, valid: T, empty: T, excess: T) -> T {
        match self {
            Self::Empty => empty,
            Self::Excess => excess,
            Self::Full | Self::Bare | Self::NoItems => valid,
        }
    }

    pub fn id(self) -> Id {
        Id::new(self.choose("1", "", "x"))
    }

    pub fn number(self, valid: u64) -> u64 {
        self.choose(valid, 0, u64::MAX)
    }

    pub fn text(self) -> String {
        self.choose("x".into(), String::new(), "x".repeat(5000))
    }

    pub fn password(self) -> Password {
        Password::new(self.choose("Secr3t!pass", "", "\u{20a9}").into())
    }

    pub fn date(self) -> DateTime {
        let month = self.choose(1, 0, 13);
        DateTime { year: 2025, month, day: 1, hour: 0, minute: 0, second: 0 }
    }

    pub fn page(self) -> Option<Page> {
        self.some(Page { number: self.number(1), size: self.number(1) })
    }

    pub fn some<T>(self, value: T) -> Option<T> {
        (self != Self::Bare).then_some(value)
    }

    pub fn items<T>(self, make: impl Fn() -> Vec<T>) -> Vec<T> {
        match self {
            Self::NoItems => Vec::new(),
            Self::Excess => (0..6).flat_map(|_| make()).collect(),
            Self::Full | Self::Bare | Self::Empty => make(),
        }
    }
}

/// An operation as far as the crate tells.
pub struct Described {
    pub spec: &'static Spec,
    /// The schema of all parameters, or of the body, as one object.
    pub request: Value,
    pub response: Value,
}

pub fn described<O: Operation<Response: Answer>>(
    components: &mut Components,
    make: impl Fn(Fill) -> O,
) -> Described {
    let encoded = |fill| {
        let request = prepare(&make(fill)).unwrap_or_else(|broken| panic!("{}: {broken:?}", O::SPEC.name));
        request.body.unwrap_or_else(|| query(&request.path_and_query))
    };
    let mut problems: BTreeMap<String, Vec<Problem>> = BTreeMap::new();
    for violation in [Fill::Empty, Fill::Excess, Fill::NoItems].into_iter().flat_map(|f| validate(&make(f))) {
        problems.entry(violation.path).or_default().push(violation.problem);
    }
    let probe = Probe { operation: O::SPEC.name, method: O::SPEC.method, problems };
    let request = probe.object(&encoded(Fill::Full), &encoded(Fill::Bare), "");
    Described { spec: O::SPEC, request, response: O::Response::schema(components) }
}

fn query(path_and_query: &str) -> Map<String, Value> {
    let query = path_and_query.split_once('?').map_or("", |(_, query)| query);
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.into())).collect()
}

struct Probe {
    operation: &'static str,
    method: Method,
    problems: BTreeMap<String, Vec<Problem>>,
}

impl Probe {
    fn object(&self, full: &Map<String, Value>, bare: &Map<String, Value>, at: &str) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for (name, value) in full {
            let path = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
            let mut schema = self.schema(value, bare.get(name).unwrap_or(value), &path);
            glossary::describe(&mut schema, &text(self.operation, name));
            if let Some(example) = glossary::example(name) {
                let in_text = schema["type"] == "string";
                let example: Value =
                    if in_text { example.into() } else { serde_json::from_str(example).unwrap() };
                schema["examples"] = json!([example]);
            }
            // Bare examples keep their lists, or nothing would be known about the items.
            let optional_list = value.is_array() && !self.has(&path, |p| *p == Problem::Required);
            if bare.contains_key(name) && !optional_list {
                required.push(name.clone());
            }
            properties.insert(name.clone(), schema);
        }
        let mut schema = json!({ "type": "object", "properties": properties });
        if !required.is_empty() {
            schema["required"] = required.into();
        }
        schema["additionalProperties"] = false.into();
        schema
    }

    fn schema(&self, full: &Value, bare: &Value, path: &str) -> Value {
        match (full, bare) {
            (Value::Object(full), Value::Object(bare)) => self.object(full, bare, path),
            (Value::Array(full), Value::Array(bare)) => self.list(full, bare, path),
            (Value::Bool(_), _) => json!({ "type": "boolean" }),
            (Value::String(word), _) if path.ends_with(".actionType") => json!({ "const": word }),
            (value, _) => self.scalar(value, path),
        }
    }

    /// Items with an action are of one kind for each action.
    fn list(&self, full: &[Value], bare: &[Value], path: &str) -> Value {
        let mut kinds: Vec<Value> = full
            .iter()
            .zip(bare)
            .enumerate()
            .map(|(index, (full, bare))| self.schema(full, bare, &format!("{path}[{index}]")))
            .collect();
        let items = match full[0].get("actionType") {
            None => kinds.swap_remove(0),
            Some(_) => json!({ "oneOf": kinds }),
        };
        let mut schema = json!({ "type": "array", "items": items });
        if self.has(path, |problem| *problem == Problem::Required) {
            schema["minItems"] = 1.into();
        }
        if let Some(Items { min, max }) = self.find(path, |problem| match problem {
            Problem::WrongCount(items) => Some(*items),
            _ => None,
        }) {
            schema["minItems"] = min.into();
            schema["maxItems"] = max.into();
        }
        schema
    }

    fn scalar(&self, value: &Value, path: &str) -> Value {
        // In a query even numbers are text.
        let text = value.is_string() && self.method == Method::Post;
        let range = self.find(path, |problem| match problem {
            Problem::OutOfRange(range) => Some(*range),
            _ => None,
        });
        let length = self.find(path, |problem| match problem {
            Problem::WrongLength(length) => Some(*length),
            _ => None,
        });
        if self.has(path, |problem| *problem == Problem::NotANumber) {
            return match text {
                true => json!({ "type": "string", "pattern": "^[0-9]{1,19}$" }),
                false => json!({ "type": "integer", "format": "int64", "minimum": 0 }),
            };
        }
        if self.has(path, |problem| *problem == Problem::NotADate) {
            return json!({ "type": "string", "pattern": DATE });
        }
        if self.has(path, |problem| matches!(problem, Problem::MissingClass(_))) {
            return password();
        }
        match (range, length) {
            (Some(ANY_COUNT), _) => json!({ "type": "integer", "format": "int32", "minimum": 1 }),
            (Some(range), _) => number(range),
            (None, Some(Length { min, max })) => {
                let mut schema = json!({ "type": "string", "maxLength": max });
                if min > 0 {
                    schema["minLength"] = min.into();
                }
                schema
            }
            (None, None) if self.has(path, |problem| *problem == Problem::Required) => {
                json!({ "type": "string", "minLength": 1 })
            }
            (None, None) => json!({ "type": "string" }),
        }
    }

    fn find<T>(&self, path: &str, wanted: impl Fn(&Problem) -> Option<T>) -> Option<T> {
        self.problems.get(path)?.iter().find_map(wanted)
    }

    fn has(&self, path: &str, wanted: impl Fn(&Problem) -> bool) -> bool {
        self.find(path, |problem| wanted(problem).then_some(())).is_some()
    }
}

/// `yyyyMMddHHmmss`, only of days that there are.
const DATE: &str = concat!(
    "^([0-9]{4}((0[13578]|1[02])(0[1-9]|[12][0-9]|3[01])|(0[469]|11)(0[1-9]|[12][0-9]|30)|02(0[1-9]|1[0-9]|2[0-8]))",
    // 29 February: years that 4 divides, without the centuries that 400 does not divide.
    "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)0229)",
    "([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]$"
);

fn number(Range { min, max, step }: Range) -> Value {
    let mut schema = json!({ "type": "integer", "minimum": min, "maximum": max });
    if step > 1 {
        // A schema counts steps from zero, the rule from its minimum.
        assert_eq!(min % step, 0);
        schema["multipleOf"] = step.into();
    }
    schema
}

fn password() -> Value {
    let Length { min, max } = PASSWORD.length;
    let allowed: String = ('!'..='~').filter(|c| !PASSWORD.forbidden.contains(c)).map(escaped).collect();
    let classes = "(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])(?=.*[^A-Za-z0-9])";
    json!({
        "type": "string",
        "format": "password",
        "minLength": min,
        "maxLength": max,
        "pattern": format!("^{classes}[{allowed}]+$"),
    })
}

fn escaped(c: char) -> String {
    if matches!(c, '[' | ']' | '\\' | '^' | '-') { format!("\\{c}") } else { c.into() }
}
