//! Holds a request against the fields of its contract and names every field at fault.

use serde_json::{Map, Value};

use super::{Field, Kind, Presence, Violation};
use crate::time::Timestamp;

/// Where a value comes from: in a query everything is a text, in JSON a number is a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Query,
    Json,
}

/// Reads a query into an object of texts.
pub(super) fn read_query(query: &str, violations: &mut Vec<Violation>) -> Map<String, Value> {
    let mut read = Map::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (Some(name), Some(value)) = (percent_decode(name), percent_decode(value)) else {
            violations.push(Violation::new("query", format!("wrong percent-encoding in {pair}")));
            continue;
        };
        if read.contains_key(&name) {
            violations.push(Violation::new(name, "is given more than once"));
        } else {
            read.insert(name, Value::String(value));
        }
    }
    read
}

/// Undoes percent-encoding, with `+` for a space; nothing if it is malformed or not UTF-8.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => {
                let high = char::from(bytes.next()?).to_digit(16)?;
                let low = char::from(bytes.next()?).to_digit(16)?;
                u8::try_from(high * 16 + low).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(decoded).ok()
}

/// Checks the fields of an object; `at` is where the object itself is.
pub(super) fn fields(
    fields: &[Field],
    given: &Map<String, Value>,
    at: &str,
    source: Source,
    violations: &mut Vec<Violation>,
) {
    let place = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
    for name in given.keys() {
        if !fields.iter().any(|field| field.name == name || field.alias == Some(name)) {
            violations.push(Violation::new(place(name), "is not a parameter of this operation"));
        }
    }
    for field in fields {
        // JSON's null is the same as not giving the field.
        let present = |name: &str| given.get(name).filter(|value| !value.is_null());
        let spellings: Vec<(&str, &Value)> = std::iter::once(field.name)
            .chain(field.alias)
            .filter_map(|name| present(name).map(|value| (name, value)))
            .collect();
        match spellings.as_slice() {
            [] if is_required(&field.presence, given) => {
                violations.push(Violation::new(place(field.name), "is required"));
            }
            [] => {}
            [(name, found)] => value(&field.kind, found, given, &place(name), source, violations),
            _ => violations.push(Violation::new(place(field.name), "is given in both spellings")),
        }
    }
}

fn is_required(presence: &Presence, beside: &Map<String, Value>) -> bool {
    match presence {
        Presence::Required => true,
        Presence::Optional => false,
        Presence::OnAction(actions) => {
            beside.get("actionType").and_then(Value::as_str).is_some_and(|action| actions.contains(&action))
        }
        Presence::Without(other) => beside.get(*other).is_none_or(Value::is_null),
    }
}

fn value(
    kind: &Kind,
    found: &Value,
    beside: &Map<String, Value>,
    at: &str,
    source: Source,
    violations: &mut Vec<Violation>,
) {
    let problem = match (kind, found) {
        (Kind::Object(inner), Value::Object(object)) => return fields(inner, object, at, source, violations),
        (Kind::List { min, max, item }, Value::Array(items)) => {
            for (index, entry) in items.iter().enumerate() {
                let at = format!("{at}[{index}]");
                match entry {
                    Value::Object(object) => fields(item, object, &at, source, violations),
                    _ => violations.push(Violation::new(at, "must be an object")),
                }
            }
            outside(items.len(), *min, *max).then(|| format!("must have {} items", range(*min, *max)))
        }
        (Kind::Object(_), _) => Some("must be an object".into()),
        (Kind::List { .. }, _) => Some("must be an array".into()),
        (kind, found) => scalar(kind, found, beside, source),
    };
    violations.extend(problem.map(|problem| Violation::new(at, problem)));
}

fn scalar(kind: &Kind, found: &Value, beside: &Map<String, Value>, source: Source) -> Option<String> {
    match kind {
        Kind::Id => as_number(found, true).is_none().then(|| "must be a number".into()),
        Kind::Integer { min, max, step } => match as_number(found, source == Source::Query) {
            None => Some("must be a whole number".into()),
            Some(n) if outside(n, *min, *max) => Some(format!("must be {}", range(*min, *max))),
            Some(n) => (!n.is_multiple_of(*step)).then(|| format!("must be a multiple of {step}")),
        },
        Kind::PerItem { list, each } => {
            let items = beside.get(*list).and_then(Value::as_array).map_or(0, Vec::len);
            let max = each.saturating_mul(u64::try_from(items).unwrap_or(u64::MAX));
            match as_number(found, source == Source::Query) {
                None => Some("must be a whole number".into()),
                Some(n) => (n > max).then(|| format!("must be at most {max} ({each} for each of {list})")),
            }
        }
        Kind::Text { min, max } => match found.as_str() {
            None => Some("must be a string".into()),
            Some(text) => outside(text.chars().count(), *min, *max)
                .then(|| format!("must have {} characters", range(*min, *max))),
        },
        Kind::Password => found
            .as_str()
            .map_or_else(|| Some("must be a string".into()), |text| password(text).map(Into::into)),
        Kind::DateTime => found
            .as_str()
            .and_then(Timestamp::from_filter)
            .is_none()
            .then(|| "must be a date and time as yyyyMMddHHmmss".into()),
        Kind::Boolean => (!found.is_boolean()).then(|| "must be true or false".into()),
        Kind::Choice(choices) => found
            .as_str()
            .is_none_or(|text| !choices.contains(&text))
            .then(|| format!("must be one of {}", choices.join(", "))),
        Kind::Object(_) | Kind::List { .. } => None,
    }
}

/// The documented policy. "Special characters" are read as the rest of ASCII's printable ones.
fn password(text: &str) -> Option<&'static str> {
    const FORBIDDEN: &str = "'\"₩/&` ";
    let has = |class: fn(&char) -> bool| text.chars().any(|c| class(&c));
    if outside(text.chars().count(), 8, 14) {
        Some("must have 8 to 14 characters")
    } else if text.chars().any(|c| FORBIDDEN.contains(c) || !c.is_ascii_graphic()) {
        Some("must not contain ' \" ₩ / & ` or a space, nor characters that are not ASCII")
    } else if !(has(char::is_ascii_uppercase)
        && has(char::is_ascii_lowercase)
        && has(char::is_ascii_digit)
        && has(char::is_ascii_punctuation))
    {
        Some("must mix upper-case and lower-case letters, digits and special characters")
    } else {
        None
    }
}

/// A whole number, or a text of digits where that is allowed.
pub(super) fn as_number(found: &Value, text_allowed: bool) -> Option<u64> {
    match found {
        Value::Number(number) => number.as_u64().or_else(|| whole(number.as_f64()?)),
        // `parse` would also take a leading plus sign.
        Value::String(text) if text_allowed && text.bytes().all(|b| b.is_ascii_digit()) => text.parse().ok(),
        _ => None,
    }
}

/// JSON makes no difference between 83 and 83.0, and neither do most readers of it.
fn whole(number: f64) -> Option<u64> {
    // Up to here, a whole number in floating point is exactly that number.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    (number.fract() == 0.0 && (0.0..=EXACT).contains(&number)).then_some(number as u64)
}

fn outside<N: PartialOrd>(number: N, min: N, max: N) -> bool {
    number < min || number > max
}

fn range<N: std::fmt::Display + PartialEq + Limit>(min: N, max: N) -> String {
    if max == N::NONE { format!("at least {min}") } else { format!("{min} to {max}") }
}

/// The greatest number of a type stands for "no upper limit".
trait Limit {
    const NONE: Self;
}

impl Limit for u64 {
    const NONE: Self = Self::MAX;
}

impl Limit for usize {
    const NONE: Self = Self::MAX;
}
