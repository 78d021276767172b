//! A path, and its query decoded.

use std::borrow::Cow;

use databoxframe::percent_encode;
use percent_encoding::percent_decode_str;

/// A URL of the console: its path, and its query decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The path below the folder of the console: `/frames/83`.
    pub path: String,
    /// Parameters of the query, in their order.
    pub query: Vec<(String, String)>,
}

impl Location {
    /// Reads `/path?name=value`; what can't be decoded is kept as it is.
    pub fn parse(text: &str) -> Self {
        let text = text.split('#').next().unwrap_or_default();
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let query = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decode(name), decode(value))
            })
            .collect();
        Self { path: path.to_owned(), query }
    }

    /// The first value of a name, empty if there is none.
    pub fn get(&self, name: &str) -> &str {
        self.query.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// With other values; an empty value removes the name.
    #[must_use]
    pub fn with(mut self, changes: Vec<(String, String)>) -> Self {
        for (name, value) in changes {
            self.query.retain(|(key, _)| *key != name);
            if !value.is_empty() {
                self.query.push((name, value));
            }
        }
        self
    }
}

impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.path)?;
        for (index, (name, value)) in self.query.iter().enumerate() {
            let separator = if index == 0 { '?' } else { '&' };
            write!(f, "{separator}{}={}", percent_encode(name), percent_encode(value))?;
        }
        Ok(())
    }
}

/// Percent-encodes all but RFC 3986's unreserved characters.
pub fn encode(text: &str) -> String {
    percent_encode(text).to_string()
}

/// What is percent-encoded, and `+` as a space; what can't be decoded as it is.
pub(super) fn decode(text: &str) -> String {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8();
    decoded.map_or_else(|_| text.to_owned(), Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for value in ["a b", "한글 파일.csv", "100%", "a+b&c=d", "%41", "ü/?#"] {
            let location = Location { path: "/reviews".into(), query: vec![("q".into(), value.into())] };
            assert_eq!(Location::parse(&location.to_string()), location, "{location}");
        }
    }

    #[test]
    fn changes_replace_and_empty_values_remove() {
        let location = Location::parse("/reviews?q=a&page=2#content");
        assert_eq!((location.get("q"), location.get("page"), location.get("none")), ("a", "2", ""));
        let changed = location.with(vec![("page".into(), String::new()), ("q".into(), "b".into())]);
        assert_eq!(changed.to_string(), "/reviews?q=b");
    }

    #[test]
    fn what_is_no_encoding_is_kept() {
        assert_eq!(Location::parse("/?q=%zz%4").get("q"), "%zz%4");
        assert_eq!(Location::parse("/?q=%ff").get("q"), "%ff");
    }
}
