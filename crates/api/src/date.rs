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

    /// The date of so many milliseconds since 1970, as if it were in UTC: the inverse of
    /// [`DateTime::utc_milliseconds`], without a fraction of a second. The first or last date of four
    /// digits of year for what lies before or after them.
    pub fn from_utc_milliseconds(milliseconds: f64) -> Self {
        let (first, last) = (-62_167_219_200_000.0, 253_402_300_799_000.0);
        let seconds = (milliseconds.clamp(first, last) / 1_000.0).floor() as i64;
        let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        // Counted from 0000-03-01: a year from March on has its leap day at its end.
        let days = days + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year: year as u16,
            month: month as u8,
            day: day as u8,
            hour: (second / 3_600) as u8,
            minute: (second % 3_600 / 60) as u8,
            second: (second % 60) as u8,
        }
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
            let date = DateTime::parse(text).unwrap();
            assert_eq!(date.utc_milliseconds(), milliseconds, "{text}");
            assert_eq!(DateTime::from_utc_milliseconds(milliseconds), date, "{text}");
            assert_eq!(DateTime::from_utc_milliseconds(milliseconds + 999.0), date, "{text}");
        }
    }

    #[test]
    fn what_lies_outside_of_four_digits_of_year_is_the_first_or_the_last_date() {
        let text = |milliseconds| DateTime::from_utc_milliseconds(milliseconds).to_string();
        assert_eq!(text(-1e18), "0000-01-01 00:00:00");
        assert_eq!(text(1e18), "9999-12-31 23:59:59");
        assert!(DateTime::from_utc_milliseconds(f64::NAN).is_valid());
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
