//! Whole numbers as people type them. One parser, so that the request, the summary and the errors
//! agree.

use databoxframe::rule::Problem;
use databoxframe_characters::{is_filler, is_zero_width};

/// Why a text is not a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// No visible characters.
    Empty,
    /// Not a whole number, or ambiguous.
    NotDigits,
    /// A whole number above the API's maximum.
    TooLarge,
}

impl NumberError {
    /// The error in the API's terms. `limits`: the broken limits of a number that is too large.
    pub fn of_field(self, limits: Problem) -> Problem {
        match self {
            Self::Empty => Problem::Required,
            Self::NotDigits => Problem::NotANumber,
            Self::TooLarge => limits,
        }
    }
}

/// Parses a whole number.
///
/// Accepted are ASCII and full-width digits, a comma before every third digit, a fraction of zeros,
/// blanks around the number, and invisible characters.
///
/// # Errors
/// For everything else, including ambiguous texts: `1.000` (one, or a thousand), `+5` (five, or
/// five more), and digits after a bidi control that reverses their order.
pub fn parse_whole(text: &str) -> Result<u64, NumberError> {
    parse(text, &[])
}

/// Parses a size in GB: the unit may follow the number.
///
/// # Errors
/// As [`parse_whole`].
pub fn parse_gb(text: &str) -> Result<u64, NumberError> {
    parse(text, &["GB", "㎇"])
}

fn parse(text: &str, units: &[&str]) -> Result<u64, NumberError> {
    let plain: String = text.chars().filter(|c| !is_unseen(*c)).map(narrow).collect();
    let plain = plain.trim();
    if plain.is_empty() {
        return Err(NumberError::Empty);
    }
    let number = units.iter().find_map(|unit| without_unit(plain, unit)).unwrap_or(plain);
    let whole = without_fraction(number).ok_or(NumberError::NotDigits)?;
    let digits = without_groups(whole).ok_or(NumberError::NotDigits)?;
    // Only digits are left: a failure means that the number is too large.
    digits.parse().map_err(|_| NumberError::TooLarge)
}

/// Characters that are dropped, such as those that spreadsheets and chats put around copied
/// numbers. Not U+202E, which reverses the digits.
fn is_unseen(c: char) -> bool {
    (is_zero_width(c) && c != '\u{202e}') || matches!(c, '\u{fe00}'..='\u{fe0f}')
}

/// A full-width or blank-like character as the ASCII character it stands for.
fn narrow(c: char) -> char {
    match c {
        // U+FF01 to U+FF5E are the printable ASCII characters, in their order.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c if is_filler(c) => ' ',
        c => c,
    }
}

fn without_unit<'a>(text: &'a str, unit: &str) -> Option<&'a str> {
    let (number, last) = text.split_at_checked(text.len().checked_sub(unit.len())?)?;
    last.eq_ignore_ascii_case(unit).then(|| number.trim_end())
}

/// The integer part, if the fraction has only zeros.
fn without_fraction(text: &str) -> Option<&str> {
    match text.split_once('.') {
        None => Some(text),
        // Three digits may be thousands.
        Some((whole, fraction)) => {
            let zeros = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
            (zeros && fraction.len() != 3).then_some(whole)
        }
    }
}

/// The digits without commas; `None` if the commas are not before every third digit.
fn without_groups(text: &str) -> Option<String> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = text.split(',');
    let first = groups.next().filter(|first| digits(first))?;
    let mut joined = first.to_owned();
    for group in groups {
        if first.len() > 3 || group.len() != 3 || !digits(group) {
            return None;
        }
        joined.push_str(group);
    }
    Some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of all lengths, the same in each run.
    fn numbers() -> impl Iterator<Item = u64> {
        let mut state = 1_u64;
        let random = std::iter::repeat_with(move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = (state >> 32) % 20;
            (state ^ (state >> 29)) % 10_u64.checked_pow(u32::try_from(digits).unwrap()).unwrap_or(u64::MAX)
        });
        [0, 1, 9, 10, 999, 1000, 1001, 999_999, 1_000_000, u64::MAX].into_iter().chain(random.take(2000))
    }

    fn grouped(number: u64) -> String {
        let digits = number.to_string();
        let mut text = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        text
    }

    fn wide(text: &str) -> String {
        text.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect()
    }

    #[test]
    fn every_way_to_write_a_number_is_that_number() {
        for number in numbers() {
            let plain = number.to_string();
            let grouped = grouped(number);
            let mut written = vec![plain.clone(), grouped.clone(), wide(&plain), wide(&grouped)];
            for text in written.clone() {
                for fraction in [".0", ".00", "．００００"] {
                    written.push(format!("{text}{fraction}"));
                }
                for (before, after) in [
                    (" ", "\u{a0}"),
                    ("\t", "\u{3000}\n"),
                    ("\u{feff}", "\u{200b}"),
                    ("\u{202d}", "\u{202c}"),
                ] {
                    written.push(format!("{before}{text}{after}"));
                }
                // Between the digits nobody can see them either.
                written.push(text.chars().flat_map(|c| [c, '\u{2060}']).collect());
            }
            for text in written {
                assert_eq!(parse_whole(&text), Ok(number), "{text:?}");
                for unit in ["GB", " gb", "\u{a0}Gb ", "ＧＢ", " ㎇"] {
                    assert_eq!(parse_gb(&format!("{text}{unit}")), Ok(number), "{text:?} {unit:?}");
                    assert_eq!(parse_whole(&format!("{text}{unit}")), Err(NumberError::NotDigits));
                }
                assert_eq!(parse_gb(&text), Ok(number), "{text:?}");
            }
        }
    }

    #[test]
    fn what_is_no_number_or_could_be_two_is_refused() {
        for text in [
            "-5",
            "+5",
            "5-",
            "1e3",
            "0x10",
            "five",
            "500.5",
            "500.",
            ".0",
            ".",
            ",",
            "1.000",
            "10,000.000",
            "1.0.0",
            "1,00",
            "1,0000",
            ",100",
            "100,",
            "1000,000",
            "1,,000",
            "1 000",
            "500 500",
            "1'000",
            "1_000",
            "500 TB",
            "500 GB GB",
            "GB",
            "500G",
            "\u{202e}500",
            "5\u{20e3}",
            "٥٠٠",
            "½",
            "①",
            "500;",
            "5\u{3164}00",
            "5 00",
            "1,000.5",
            "500,0",
            "１．０００",
            "오백",
        ] {
            assert_eq!(parse_whole(text), Err(NumberError::NotDigits), "{text:?}");
            assert_eq!(parse_gb(text), Err(NumberError::NotDigits), "{text:?}");
        }
    }

    #[test]
    fn nothing_visible_is_empty_and_too_many_digits_are_too_large() {
        for text in ["", " ", "\u{3000}\t", "\u{200b}\u{feff}", "\u{3164}"] {
            assert_eq!(parse_whole(text), Err(NumberError::Empty), "{text:?}");
            assert_eq!(parse_gb(text), Err(NumberError::Empty), "{text:?}");
        }
        for text in ["18446744073709551616", "99,999,999,999,999,999,999", &"9".repeat(500)] {
            assert_eq!(parse_whole(text), Err(NumberError::TooLarge), "{text:?}");
        }
        // Zeros in front change nothing.
        assert_eq!(parse_whole(&format!("{}7", "0".repeat(500))), Ok(7));
    }
}
