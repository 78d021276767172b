//! What of an answer may be in a report: names of fields, codes and formats, as long as they look
//! like that and are no value that the account has elsewhere.

use std::collections::BTreeSet;

use serde_json::Value;

/// Stands for a name or a code that may be a value.
pub const MASK: &str = "*";

/// The longest name of a field, and the longest code.
const MAX_NAME: usize = 64;
/// A name or code with more digits may be a number of the account.
const MAX_DIGITS: usize = 3;
/// The longest format of a date.
const MAX_FORMAT: usize = 40;
/// Texts remembered at most: what more there are only weakens the second line of defence.
const MAX_TEXTS: usize = 20_000;

/// The texts of the account, in memory during the run only.
#[derive(Debug, Default)]
pub struct Texts(BTreeSet<String>);

impl Texts {
    /// Remembers all texts of a value.
    pub fn learn(&mut self, value: &Value) {
        match value {
            Value::String(text) if self.0.len() < MAX_TEXTS => {
                self.0.insert(folded(text));
            }
            Value::Array(items) => items.iter().for_each(|item| self.learn(item)),
            Value::Object(object) => object.values().for_each(|value| self.learn(value)),
            _ => {}
        }
    }

    /// The name of a field, or the mask.
    pub fn name<'a>(&self, name: &'a str) -> &'a str {
        let shaped = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        if shaped && is_short_word(name) && !self.has(name) { name } else { MASK }
    }

    /// A code in capitals, or the mask.
    pub fn code<'a>(&self, code: &'a str) -> &'a str {
        let shaped = code.starts_with(|c: char| c.is_ascii_uppercase())
            && !code.bytes().any(|byte| byte.is_ascii_lowercase());
        if shaped && is_short_word(code) && !self.has(code) { code } else { MASK }
    }

    /// `errorCode`: a code or up to six digits, or the mask.
    pub fn error_code<'a>(&self, code: &'a str) -> &'a str {
        let number = (1..=6).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
        if number && !self.has(code) { code } else { self.code(code) }
    }

    fn has(&self, text: &str) -> bool {
        self.0.contains(&folded(text))
    }
}

/// Names and codes are ASCII: other letters need no folding.
fn folded(text: &str) -> String {
    text.trim().to_ascii_lowercase()
}

fn is_short_word(text: &str) -> bool {
    text.len() <= MAX_NAME
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && text.bytes().filter(u8::is_ascii_digit).count() <= MAX_DIGITS
}

/// The format of a date: digits as 9, letters as A, other signs than those of dates as x.
pub fn format(text: &str) -> String {
    let sign = |c: char| match c {
        '0'..='9' => '9',
        'a'..='z' | 'A'..='Z' => 'A',
        ' ' | '-' | ':' | '.' | '/' | '+' | ',' => c,
        _ => 'x',
    };
    text.chars().take(MAX_FORMAT).map(sign).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_and_codes_are_kept_only_if_they_look_like_such() {
        let texts = Texts::default();
        for name in ["regionCode", "_links", "memo2", "A"] {
            assert_eq!(texts.name(name), name);
        }
        for name in ["", "my bucket", "my-bucket", "한글", "user12345", "9lives", "a.b", &"x".repeat(65)] {
            assert_eq!(texts.name(name), MASK, "{name}");
        }
        for code in ["SET_FROZEN", "NEW", "ERR_404"] {
            assert_eq!(texts.code(code), code);
        }
        for code in ["", "Kim", "kim", "1_A", "A-B", "PROJECT_2026", "반출"] {
            assert_eq!(texts.code(code), MASK, "{code}");
        }
        for (code, kept) in [("10009", "10009"), ("RELAY_X", "RELAY_X"), ("1234567", MASK), ("", MASK)] {
            assert_eq!(texts.error_code(code), kept);
        }
    }

    #[test]
    fn what_is_a_value_elsewhere_is_masked_however_it_looks() {
        let mut texts = Texts::default();
        texts.learn(&json!({ "a": [{ "name": " Alpha " }, "BETA", 7] }));
        assert_eq!((texts.name("alpha"), texts.code("BETA"), texts.code("GAMMA")), (MASK, MASK, "GAMMA"));
    }

    #[test]
    fn a_format_holds_no_digit_and_no_letter_of_the_date() {
        assert_eq!(format("2025-03-01T09:30:00.123Z"), "9999-99-99A99:99:99.999A");
        assert_eq!(format("3월 1일"), "9x 9x");
        assert_eq!(format(&"7".repeat(100)).len(), MAX_FORMAT);
    }
}
