//! Reading JSON into a [`Value`] in which every key is only a key.
//!
//! With serde_json's `arbitrary_precision`, `Value`'s own way of reading takes an object whose first
//! key is `$serde_json::private::Number` for a number, or fails: whoever writes an answer or a file
//! could forge one, or make it unreadable.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Error, Map, Number, Value};

/// Reads a JSON text.
///
/// # Errors
/// If it is not valid JSON, or nested more than 127 deep.
pub fn parse_json(text: &[u8]) -> Result<Value, Error> {
    serde_json::from_slice(text).map(|Plain(value)| value)
}

/// A value, read without serde_json's private keys.
struct Plain(Value);

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor).map(Self)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Plain(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        loop {
            match fields.next_key()? {
                None => return Ok(Value::Object(object)),
                Some(Key::OfObject(name)) => {
                    let Plain(value) = fields.next_value()?;
                    object.insert(name, value);
                }
                Some(Key::OfNumber) => {
                    let text: String = fields.next_value()?;
                    let number: Number = serde_json::from_str(&text).map_err(A::Error::custom)?;
                    return Ok(Value::Number(number));
                }
            }
        }
    }
}

/// What serde_json gives as a key.
enum Key {
    /// A key out of the text.
    OfObject(String),
    /// Not out of the text: a number with a fraction, or too long, is given like an object with one key.
    OfNumber,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The two look alike when a text is asked for. Asked for an option, a key of an object
        // says that there is one; a number's insists on its text.
        deserializer.deserialize_option(KeyVisitor)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_some<D: Deserializer<'de>>(self, key: D) -> Result<Key, D::Error> {
        String::deserialize(key).map(Key::OfObject)
    }

    fn visit_str<E>(self, _: &str) -> Result<Key, E> {
        Ok(Key::OfNumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Value {
        parse_json(text.as_bytes()).unwrap()
    }

    #[test]
    fn a_private_key_is_a_key_like_any_other() {
        for key in [
            "$serde_json::private::Number",
            "$serde_json::private::RawValue",
            "\\u0024serde_json::private::Number",
            "$serde::private::Number",
        ] {
            for value in [
                "\"12\"",
                "12",
                "null",
                "\"x\"",
                "{}",
                "[1]",
                "1e+400",
                "{\"$serde_json::private::Number\":\"1\"}",
            ] {
                for text in [
                    format!("{{\"{key}\":{value}}}"),
                    format!("{{\"{key}\":{value},\"a\":1}}"),
                    format!("{{\"a\":1,\"{key}\":{value}}}"),
                ] {
                    for text in
                        [text.clone(), format!("[{text},{text}]"), format!("{{\"b\":{{\"c\":[{text}]}}}}")]
                    {
                        let value = read(&text);
                        let expected = text.replace("\\u0024", "$");
                        let mut keys: Vec<char> = value.to_string().chars().collect();
                        let mut wanted: Vec<char> = expected.chars().collect();
                        // Objects sort their keys.
                        keys.sort_unstable();
                        wanted.sort_unstable();
                        assert_eq!(keys, wanted, "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn all_else_is_read_as_serde_json_does() {
        for text in [
            "null",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\"\\ud83d\\ude00 한글\"",
            "0",
            "-0",
            "-1.50",
            "1e5",
            "1E+400",
            "123456789012345678901234567890",
            "0.1000000000000000055511151231257827",
            " [1, {\"a\": [null]}] ",
            "{\"a\":1,\"a\":2}",
            "{\"1\":{\"true\":false}}",
            // Not JSON.
            "",
            " ",
            "{",
            "[1,]",
            "{\"a\"}",
            "{1:2}",
            "01",
            "1.",
            "nul",
            "\"\\x\"",
            "\"\\ud83d\"",
            "[] []",
            "{\"a\":1,}",
        ] {
            let (ours, theirs) = (parse_json(text.as_bytes()), serde_json::from_str::<Value>(text));
            assert_eq!(ours.is_ok(), theirs.is_ok(), "{text}");
            if let (Ok(ours), Ok(theirs)) = (&ours, &theirs) {
                assert_eq!((ours, ours.to_string()), (theirs, theirs.to_string()), "{text}");
            }
            if let (Err(ours), Err(theirs)) = (ours, theirs) {
                assert_eq!(
                    (ours.is_eof(), ours.line(), ours.column()),
                    (theirs.is_eof(), theirs.line(), theirs.column()),
                    "{text}"
                );
            }
        }
        let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse_json(deep(127).as_bytes()).is_ok());
        assert!(parse_json(deep(128).as_bytes()).is_err());
        assert!(parse_json(b"\"\xff\"").is_err());
    }
}
