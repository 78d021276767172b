//! Reading answers: from JSON to records, leniently where the API reference contradicts itself.
//!
//! A record is declared once, with the wire name of each field, by `record!`. Reading works
//! on a parsed [`Value`] instead of serde's visitors for three reasons: an error names the
//! path of the field (`content[3].status`), fields that the API reference does not list stay
//! available, and the page's download stays small.

use serde_json::{Map, Value};

use crate::date::Stamp;
use crate::layout::Layout;
use crate::mismatch::{Expected, Found, Mismatch};
use crate::value::{Amount, Flag, Id};

/// Type of a field, in the API guide's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number that names something.
    Id,
    /// Text, shown as it is.
    Text,
    /// A number, sometimes written as text.
    Amount,
    /// A Boolean, sometimes written as `Y`/`N`.
    Flag,
    /// `YYYY-MM-DD HH:mm:ss`.
    Date,
    /// A word out of a table of codes.
    Code,
    /// A list of records.
    List,
}

/// A documented field of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Documented {
    /// Name in the JSON.
    pub name: &'static str,
    /// Type of the field.
    pub kind: Kind,
    /// Whether an answer without the field is refused.
    pub required: bool,
    /// Misspelt names that an edition of the API guide has for it.
    pub aliases: &'static [&'static str],
    /// The codes of its table.
    pub codes: &'static [&'static str],
    /// The fields of its items, if it is a list.
    pub items: &'static [Self],
}

/// A JSON object of an answer, with its documented fields.
pub trait Record: Sized {
    /// The documented fields, in the order of the API guide.
    const FIELDS: &'static [Documented];
    /// Reads an object; fields that aren't documented are kept in `extra`.
    ///
    /// # Errors
    /// If a required field is missing or a field can't be what it is documented as.
    fn from_object(object: Map<String, Value>, at: &At<'_>) -> Result<Self, Mismatch>;
    /// The object as it was answered, as JSON: what its fields were read of, and all others.
    fn answered(&self) -> &str;
}

/// Path of the value being read, as a chain of steps. It is assembled only for an error.
#[derive(Clone, Copy)]
pub struct At<'a> {
    parent: Option<&'a At<'a>>,
    step: Step,
}

#[derive(Clone, Copy)]
enum Step {
    Root,
    Key(&'static str),
    Index(usize),
}

impl At<'_> {
    /// The answer itself.
    pub const ROOT: At<'static> = At { parent: None, step: Step::Root };

    /// A field of this place.
    pub fn key(&self, name: &'static str) -> At<'_> {
        At { parent: Some(self), step: Step::Key(name) }
    }

    /// An item of this place.
    pub fn index(&self, index: usize) -> At<'_> {
        At { parent: Some(self), step: Step::Index(index) }
    }

    fn path(&self) -> String {
        let mut path = self.parent.map(At::path).unwrap_or_default();
        match self.step {
            Step::Root => {}
            Step::Key(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Step::Index(index) => path.push_str(&format!("[{index}]")),
        }
        path
    }

    /// The error for the value at this path.
    pub fn mismatch(&self, expected: Expected, found: Option<&Value>) -> Mismatch {
        Mismatch { path: self.path(), expected, found: Found::kind_of(found) }
    }
}

/// A value that can stand in a field of a record.
pub trait Field: Sized {
    /// Type of the field.
    const KIND: Kind;
    /// Whether an answer without the field is refused.
    const REQUIRED: bool;
    /// The codes of its table.
    const CODES: &'static [&'static str] = &[];
    /// The fields of its items, if it is a list.
    const ITEMS: &'static [Documented] = &[];
    /// Reads the field.
    ///
    /// # Errors
    /// If `value` can't be read as one, or is missing while required.
    fn read(value: Option<Value>, at: &At<'_>) -> Result<Self, Mismatch>;
    /// Stands in for a value that could not be read, until the error is returned.
    fn absent() -> Self;
}

/// Reads the fields of one object, and remembers the first that can't be read: without a
/// way out at every field the code of a record is less than half as large.
pub struct Reader<'a> {
    object: Map<String, Value>,
    /// The object, before fields are taken out of it.
    answered: Box<str>,
    at: &'a At<'a>,
    error: Option<Mismatch>,
}

impl<'a> Reader<'a> {
    /// Begins with an object at a place.
    pub fn new(object: Map<String, Value>, at: &'a At<'a>) -> Self {
        // As text, which is a third as large as the values.
        let answered = serde_json::to_string(&object).unwrap_or_default().into();
        Self { object, answered, at, error: None }
    }

    /// Takes the field that has one of these names; the first is the documented one.
    #[inline(never)]
    pub fn field<F: Field>(&mut self, names: &[&'static str]) -> F {
        let value = names.iter().find_map(|name| self.object.remove(*name));
        let name = names.first().copied().unwrap_or_default();
        F::read(value, &self.at.key(name)).unwrap_or_else(|mismatch| {
            self.error.get_or_insert(mismatch);
            F::absent()
        })
    }

    /// The fields that no declaration took, and the whole object as JSON.
    ///
    /// # Errors
    /// The first field that could not be read.
    pub fn finish(self) -> Result<(Map<String, Value>, Box<str>), Mismatch> {
        match self.error {
            Some(mismatch) => Err(mismatch),
            None => Ok((self.object, self.answered)),
        }
    }
}

/// A whole answer.
pub trait FromReply: Sized {
    /// What is documented of it.
    const LAYOUT: Layout;
    /// Reads the answer's JSON.
    ///
    /// # Errors
    /// If it does not match the API reference in a way that can't be overlooked.
    fn from_reply(value: Value) -> Result<Self, Mismatch>;
}

/// A scalar as text: the answers write the same field as text or as a number.
fn scalar(value: Option<Value>, at: &At<'_>, expected: Expected) -> Result<Option<Box<str>>, Mismatch> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.into())),
        Some(Value::Number(number)) => Ok(Some(number.to_string().into())),
        Some(Value::Bool(true)) => Ok(Some("true".into())),
        Some(Value::Bool(false)) => Ok(Some("false".into())),
        Some(other) => Err(at.mismatch(expected, Some(&other))),
    }
}

impl Field for Id {
    const KIND: Kind = Kind::Id;
    const REQUIRED: bool = true;

    fn read(value: Option<Value>, at: &At<'_>) -> Result<Self, Mismatch> {
        if !matches!(value, Some(Value::String(_) | Value::Number(_))) {
            return Err(at.mismatch(Expected::Id, value.as_ref()));
        }
        match scalar(value, at, Expected::Id)? {
            Some(text) if (1..=Self::MAX_LENGTH).contains(&text.len()) => Ok(Self::new(text)),
            text => {
                let found =
                    if text.is_some_and(|text| text.is_empty()) { Found::EmptyText } else { Found::LongText };
                Err(Mismatch { path: at.path(), expected: Expected::Id, found })
            }
        }
    }

    fn absent() -> Self {
        Self::new("")
    }
}

/// An optional scalar: missing and `null` are the same.
macro_rules! optional_scalar {
    ($type:ty, $kind:ident, $expected:ident, $from:expr) => {
        impl Field for Option<$type> {
            const KIND: Kind = Kind::$kind;
            const REQUIRED: bool = false;

            fn read(value: Option<Value>, at: &At<'_>) -> Result<Self, Mismatch> {
                Ok(scalar(value, at, Expected::$expected)?.map($from))
            }

            fn absent() -> Self {
                None
            }
        }
    };
}
optional_scalar!(Box<str>, Text, Text, |text| text);
optional_scalar!(Amount, Amount, Number, Amount::new);
optional_scalar!(Flag, Flag, Boolean, |text| Flag::from_text(&text));
optional_scalar!(Stamp, Date, Date, Stamp::new);

impl Field for Option<Id> {
    const KIND: Kind = Kind::Id;
    const REQUIRED: bool = false;

    fn read(value: Option<Value>, at: &At<'_>) -> Result<Self, Mismatch> {
        match value {
            None | Some(Value::Null) => Ok(None),
            // An infrastructure row without a number writes "" or "-": shown, never sent.
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            some => Id::read(some, at).map(Some),
        }
    }

    fn absent() -> Self {
        None
    }
}

impl<R: Record> Field for Vec<R> {
    const KIND: Kind = Kind::List;
    const REQUIRED: bool = false;
    const ITEMS: &'static [Documented] = R::FIELDS;

    fn read(value: Option<Value>, at: &At<'_>) -> Result<Self, Mismatch> {
        let mut records = Self::new();
        items(value, at, &mut |item, at| {
            records.push(R::from_object(item, at)?);
            Ok(())
        })?;
        Ok(records)
    }

    fn absent() -> Self {
        Self::new()
    }
}

/// Takes one object of a list, with its place.
type TakeItem<'a> = &'a mut dyn FnMut(Map<String, Value>, &At<'_>) -> Result<(), Mismatch>;

/// Hands on the objects of a list.
fn items(value: Option<Value>, at: &At<'_>, take: TakeItem<'_>) -> Result<(), Mismatch> {
    match value {
        None | Some(Value::Null) => Ok(()),
        // One item without its list, as some of the service's relatives answer.
        Some(Value::Object(object)) => take(object, at),
        Some(Value::Array(items)) => {
            for (index, item) in items.into_iter().enumerate() {
                let at = at.index(index);
                match item {
                    Value::Object(object) => take(object, &at)?,
                    other => return Err(at.mismatch(Expected::Object, Some(&other))),
                }
            }
            Ok(())
        }
        other => Err(at.mismatch(Expected::List, other.as_ref())),
    }
}

/// Declares a record: its Rust fields with their wire names (and misspelt aliases).
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident {
        $($(#[$field_meta:meta])* $field:ident: $type:ty = $wire:literal $(| $alias:literal)*),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
            /// Fields of the answer that the API reference does not list, as received.
            pub extra: serde_json::Map<String, serde_json::Value>,
            /// The whole object as received, as JSON.
            pub answered: Box<str>,
        }

        impl $crate::record::Record for $name {
            const FIELDS: &'static [$crate::record::Documented] = &[$($crate::record::Documented {
                name: $wire,
                kind: <$type as $crate::record::Field>::KIND,
                required: <$type as $crate::record::Field>::REQUIRED,
                aliases: &[$($alias),*],
                codes: <$type as $crate::record::Field>::CODES,
                items: <$type as $crate::record::Field>::ITEMS,
            }),*];

            fn from_object(
                object: serde_json::Map<String, serde_json::Value>,
                at: &$crate::record::At<'_>,
            ) -> Result<Self, $crate::mismatch::Mismatch> {
                let mut reader = $crate::record::Reader::new(object, at);
                $(let $field = reader.field(&[$wire $(, $alias)*]);)*
                let (extra, answered) = reader.finish()?;
                Ok(Self { $($field,)* extra, answered })
            }

            fn answered(&self) -> &str {
                &self.answered
            }
        }
    };
}
pub(crate) use record;

/// Lets records be whole answers: a bare object, as the API guide shows them, or, as its
/// detail calls are wrapped, the only item of `content`.
macro_rules! bare_answer {
    ($($name:ty),*) => {$(
        impl $crate::record::FromReply for $name {
            const LAYOUT: $crate::layout::Layout =
                $crate::layout::Layout::object(<Self as $crate::record::Record>::FIELDS);

            fn from_reply(value: serde_json::Value) -> Result<Self, $crate::mismatch::Mismatch> {
                use $crate::record::Record as _;
                let at = $crate::record::At::ROOT;
                match $crate::record::unwrap_content(value) {
                    serde_json::Value::Object(object) => Self::from_object(object, &at),
                    other => Err(at.mismatch($crate::mismatch::Expected::Object, Some(&other))),
                }
            }
        }
    )*};
}
pub(crate) use bare_answer;

/// `{"totalCount": 1, "content": [x]}` → `x`; everything else as it is.
pub fn unwrap_content(value: Value) -> Value {
    let Value::Object(mut object) = value else { return value };
    match object.remove("content") {
        Some(Value::Array(mut items)) if items.len() == 1 => items.remove(0),
        Some(Value::Object(content)) => Value::Object(content),
        Some(other) => {
            object.insert("content".into(), other);
            Value::Object(object)
        }
        None => Value::Object(object),
    }
}

record! {
    /// The answer to a write: a fixed sentence in the language of `x-ncp-lang`.
    pub struct Receipt {
        /// Message of the service about what it did or queued.
        return_message: Option<Box<str>> = "returnMessage",
    }
}
bare_answer!(Receipt);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_keeps_its_object_as_it_was_answered() {
        let text = r#"{"other":{"size":1.5},"returnMessage":5}"#;
        let object = serde_json::from_str(text).unwrap();
        let receipt = Receipt::from_object(object, &At::ROOT).unwrap();
        assert_eq!(receipt.return_message.as_deref(), Some("5"));
        assert_eq!(receipt.answered(), text);
    }
}
