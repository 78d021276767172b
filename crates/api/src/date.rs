//! Dates as the API writes them: wall-clock time without a zone.

use std::fmt;

/// A date and time, `YYYY-MM-DD HH:mm:ss` in answers and `yyyyMMddHHmmss` in filters.
/// The time zone is not documented (the sibling service Datafence says UTC+9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

impl DateTime {
    /// Reads `YYYY-MM-DD`, optionally followed by a space or `T` and `HH:mm[:ss]`.
    /// Anything after the seconds (a fraction, a zone) is not taken for a date of this API.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = match text.trim().split_once([' ', 'T']) {
            Some((date, time)) => (date, time),
            None => (text.trim(), "00:00:00"),
        };
        let mut date = date.split('-');
        let mut time = time.split(':');
        let parsed = Self {
            year: digits(date.next()?, 4)?,
            month: u8::try_from(digits(date.next()?, 2)?).ok()?,
            day: u8::try_from(digits(date.next()?, 2)?).ok()?,
            hour: u8::try_from(digits(time.next()?, 2)?).ok()?,
            minute: u8::try_from(digits(time.next()?, 2)?).ok()?,
            second: match time.next() {
                Some(second) => u8::try_from(digits(second, 2)?).ok()?,
                None => 0,
            },
        };
        (date.next().is_none() && time.next().is_none() && parsed.is_valid()).then_some(parsed)
    }

    /// Whether there is such a day and time, in four digits of year: the fields are open.
    pub fn is_valid(self) -> bool {
        let leap =
            self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        let days = match self.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return false,
        };
        (1..=days).contains(&self.day)
            && self.year < 10_000
            && self.hour < 24
            && self.minute < 60
            && self.second < 60
    }

    /// Milliseconds since 1970, as if the date were in UTC.
    pub fn utc_milliseconds(self) -> f64 {
        let (year, month) = (i32::from(self.year), i32::from(self.month));
        // A year from March on has its leap day at its end.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let before_1970 = 719_469;
        let days = year * 365 + leap_days + (153 * month + 2) / 5 + i32::from(self.day) - before_1970;
        let time = u32::from(self.hour) * 3_600 + u32::from(self.minute) * 60 + u32::from(self.second);
        (f64::from(days) * 86_400.0 + f64::from(time)) * 1_000.0
    }

    /// `yyyyMMddHHmmss`, as `applyStartDate` and `applyEndDate` want it.
    pub fn filter_text(self) -> String {
        let Self { year, month, day, hour, minute, second } = self;
        format!("{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}")
    }
}

fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day, hour, minute, second } = self;
        write!(f, "{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}

/// A date field of an answer: the text as received, and the date if it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp(Box<str>);

impl Stamp {
    /// The text as received.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The date, unless the text is something else.
    pub fn date(&self) -> Option<DateTime> {
        DateTime::parse(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_answers_write_and_writes_what_filters_want() {
        let date = DateTime::parse("2023-03-15 10:53:10").unwrap();
        assert_eq!(date.filter_text(), "20230315105310");
        assert_eq!(date.to_string(), "2023-03-15 10:53:10");
        assert_eq!(DateTime::parse("2024-02-29T23:59").unwrap().to_string(), "2024-02-29 23:59:00");
        assert_eq!(DateTime::parse("2024-02-29").unwrap().hour, 0);
    }

    #[test]
    fn a_date_is_counted_from_1970() {
        for (text, milliseconds) in [
            ("1970-01-01 00:00:00", 0.0),
            ("1969-12-31 23:59:59", -1_000.0),
            ("2024-02-29 23:59:00", 1_709_251_140_000.0),
            ("2024-03-01 00:00:00", 1_709_251_200_000.0),
            ("2100-03-01 00:00:00", 4_107_542_400_000.0),
            ("0000-01-01 00:00:00", -62_167_219_200_000.0),
            ("9999-12-31 23:59:59", 253_402_300_799_000.0),
        ] {
            assert_eq!(DateTime::parse(text).unwrap().utc_milliseconds(), milliseconds, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "-",
            "2023-02-29 00:00:00",
            "2023-13-01",
            "2023-1-1",
            "2023-01-01 24:00:00",
            "2023-01-01 10:00:00.5",
            "２０２３-01-01",
        ] {
            assert_eq!(DateTime::parse(text), None, "{text}");
        }
    }
}
