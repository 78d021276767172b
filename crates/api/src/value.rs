//! Small values that the API reference and the answers write in more than one way.

use std::fmt;

/// A number that names something: `dataBoxFrameNo`, `exportApplyId`, `instanceNo`.
///
/// Requests document it as an Integer, answers mostly give a String; it is kept as the
/// text that was received. Equal only if the text is equal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// Longest text taken for an id; longer ones are an error, not an id.
    pub const MAX_LENGTH: usize = 64;

    /// The text as received or typed.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number, if it is one that fits the API's integers.
    pub fn number(&self) -> Option<u64> {
        // "+7" parses as a number but is not how an id is written.
        self.0.bytes().all(|byte| byte.is_ascii_digit()).then(|| self.0.parse().ok()).flatten()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<u64> for Id {
    fn from(number: u64) -> Self {
        Self(number.to_string().into())
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// A quantity in the unit its field documents (GB, MB, pieces), as received: the answers
/// write numbers both as numbers and as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount(Box<str>);

impl Amount {
    /// The text as received.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number without its fraction, if the text is one of digits.
    pub fn whole(&self) -> Option<u64> {
        Id::new(self.0.trim().split('.').next()?).number()
    }

    /// The number, if the text is a finite one.
    pub fn value(&self) -> Option<f64> {
        self.0.trim().parse().ok().filter(|number: &f64| number.is_finite())
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A yes or no, written as a Boolean, as `Y`/`N` or as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flag {
    /// `true`, `"true"`, `"Y"`.
    Yes,
    /// `false`, `"false"`, `"N"`.
    No,
    /// Anything else, verbatim.
    Other(Box<str>),
}

impl Flag {
    /// Reads the text form.
    pub fn from_text(text: &str) -> Self {
        if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("y") {
            Self::Yes
        } else if text.eq_ignore_ascii_case("false") || text.eq_ignore_ascii_case("n") {
            Self::No
        } else {
            Self::Other(text.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_numbers_only_when_all_digits() {
        assert_eq!(Id::new("0083").number(), Some(83));
        for text in ["", "+7", "-7", "7.0", "1e3", "99999999999999999999999", "*****"] {
            assert_eq!(Id::new(text).number(), None, "{text}");
        }
    }

    #[test]
    fn amounts_keep_what_is_no_number() {
        assert_eq!(Amount::new("10.5").value(), Some(10.5));
        assert_eq!(Amount::new("NaN").value(), None);
        assert_eq!(Amount::new(" 12.0").whole(), Some(12));
        assert_eq!(Amount::new("-1").whole(), None);
        assert_eq!(Amount::new("n/a").as_str(), "n/a");
    }
}
