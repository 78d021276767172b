//! Differences between an answer and the API reference.

use std::fmt;

use serde_json::Value;

/// An answer that does not fit the API reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Where: `content[3].status`; empty for the answer itself.
    pub path: String,
    /// The documented type.
    pub expected: Expected,
    /// The received value.
    pub found: Found,
}

/// Declares what there can be, with the words for logs. What a person reads is in the console's
/// texts.
macro_rules! kinds {
    ($(#[$meta:meta])* pub enum $name:ident { $($kind:ident = $words:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = $words] $kind,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$kind => $words),* })
            }
        }
    };
}

kinds! {
    /// Documented types of a value.
    pub enum Expected {
        Id = "an identifier",
        Text = "a text",
        Number = "a number",
        Boolean = "true or false",
        Date = "a date",
        StatusCode = "a status code",
        Object = "an object",
        List = "a list",
        ObjectOrList = "an object or a list",
        Receipt = "a message or a request number",
        Requested = "the requested item",
    }
}

kinds! {
    /// Received values.
    pub enum Found {
        Nothing = "nothing",
        Null = "null",
        Boolean = "true or false",
        Number = "a number",
        EmptyText = "an empty text",
        Text = "a text",
        LongText = "a text that is too long",
        List = "a list",
        Object = "an object",
        Another = "another item or none",
    }
}

impl Found {
    /// The kind of a value.
    pub fn kind_of(value: Option<&Value>) -> Self {
        match value {
            None => Self::Nothing,
            Some(Value::Null) => Self::Null,
            Some(Value::Bool(_)) => Self::Boolean,
            Some(Value::Number(_)) => Self::Number,
            Some(Value::String(text)) if text.is_empty() => Self::EmptyText,
            Some(Value::String(_)) => Self::Text,
            Some(Value::Array(_)) => Self::List,
            Some(Value::Object(_)) => Self::Object,
        }
    }
}
