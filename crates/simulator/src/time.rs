//! Points in time and the three ways the service writes them.

/// Milliseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// The service writes dates in Korean time; its neighbour Datafence documents UTC+9.
const KOREA_OFFSET_MS: i64 = 9 * 3_600_000;
const DAY_MS: i64 = 86_400_000;

impl Timestamp {
    /// This time moved by milliseconds; a negative number moves it back.
    #[must_use]
    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// Milliseconds from `earlier` until this point.
    #[must_use]
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// As answers write it: `YYYY-MM-DD HH:mm:ss`, Korean time.
    #[must_use]
    pub fn to_answer(self) -> String {
        let t = Civil::from_ms(self.0.saturating_add(KOREA_OFFSET_MS));
        format!("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", t.year, t.month, t.day, t.hour, t.minute, t.second)
    }

    /// As a `Date` header writes it: `Tue, 24 Nov 2026 00:25:19 GMT`.
    #[must_use]
    pub fn to_http_date(self) -> String {
        const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let t = Civil::from_ms(self.0);
        // 1970-01-01 was a Thursday.
        let weekday = nth(&DAYS, self.0.div_euclid(DAY_MS).rem_euclid(7));
        let month = nth(&MONTHS, t.month - 1);
        format!(
            "{weekday}, {:02} {month} {:04} {:02}:{:02}:{:02} GMT",
            t.day, t.year, t.hour, t.minute, t.second
        )
    }

    /// Reads a filter: `yyyyMMddHHmmss`, Korean time. Nothing if it names no such point in time.
    #[must_use]
    pub fn from_filter(text: &str) -> Option<Self> {
        if text.len() != 14 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let number = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
        let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
        let (hour, minute, second) = (number(8, 10)?, number(10, 12)?, number(12, 14)?);
        if !(1..=12).contains(&month) || hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let days = days_from_civil(year, month, day);
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second;
        let read = Civil::from_ms(seconds * 1_000);
        // A day beyond its month's end comes back as another day.
        (read.day == day && read.month == month).then(|| Self(seconds * 1_000 - KOREA_OFFSET_MS))
    }
}

fn nth(names: &[&'static str], index: i64) -> &'static str {
    usize::try_from(index).ok().and_then(|i| names.get(i)).copied().unwrap_or("")
}

/// A date and time of day in the proleptic Gregorian calendar.
struct Civil {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
}

impl Civil {
    fn from_ms(ms: i64) -> Self {
        let seconds = ms.div_euclid(1_000);
        let (days, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        // Counted from 1 March of the year 0, in eras of 400 years, so that the leap day comes last.
        let shifted = days + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self { year, month, day, hour: of_day / 3_600, minute: of_day / 60 % 60, second: of_day % 60 }
    }
}

fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let month_from_march = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn writes_dates_as_answers_and_headers_do() {
        let t = Timestamp(1_678_845_190_000);
        assert_eq!(t.to_answer(), "2023-03-15 10:53:10");
        assert_eq!(t.to_http_date(), "Wed, 15 Mar 2023 01:53:10 GMT");
        assert_eq!(Timestamp(951_782_400_000).to_http_date(), "Tue, 29 Feb 2000 00:00:00 GMT");
    }

    #[test]
    fn reads_filters_and_refuses_days_that_do_not_exist() {
        assert_eq!(Timestamp::from_filter("20230315105310"), Some(Timestamp(1_678_845_190_000)));
        assert_eq!(
            Timestamp::from_filter("20240229000000").map(Timestamp::to_answer).as_deref(),
            Some("2024-02-29 00:00:00")
        );
        for wrong in
            ["20230229000000", "20231301000000", "20230315246000", "2023-03-15", "", "2023031510531x"]
        {
            assert_eq!(Timestamp::from_filter(wrong), None, "{wrong}");
        }
    }
}
