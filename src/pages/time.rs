//! Times of the API in seconds, so that ages and days can be computed. They count from 1970-01-01
//! 00:00 on the clock that the API's dates show.

use std::sync::Arc;
use std::time::Duration;

use databoxframe::date::{DateTime, Stamp};
use leptos::prelude::*;

use crate::components::{Age, Cell, format};
use crate::console::Console;

/// Seconds of a day.
pub const DAY: i64 = 86_400;
/// Seconds of an hour.
pub const HOUR: i64 = 3_600;
/// The API reference names no time zone; the sibling service Datafence writes UTC+9.
const OFFSET: i64 = 9 * HOUR;

/// The seconds of a date.
pub fn seconds(date: DateTime) -> i64 {
    (date.utc_milliseconds() / 1_000.0) as i64
}

/// The date of so many seconds, as the API writes it.
pub fn text(seconds: i64) -> String {
    DateTime::from_utc_milliseconds(seconds as f64 * 1_000.0).to_string()
}

/// The day of so many seconds, `YYYY-MM-DD`.
pub fn day_text(seconds: i64) -> String {
    text(seconds).chars().take(10).collect()
}

/// A date for the URL of a list, to the minute: `YYYY-MM-DDTHH:MM`.
pub fn url_text(seconds: i64) -> String {
    text(seconds).chars().take(16).map(|one| if one == ' ' { 'T' } else { one }).collect()
}

/// The time of day that the API's dates would show now. `milliseconds`: since 1970, UTC.
pub fn now(milliseconds: f64) -> i64 {
    (milliseconds / 1_000.0) as i64 + OFFSET
}

/// How often ages are computed again.
const MINUTE: Duration = Duration::from_secs(60);

/// This computer's clock, read each minute; milliseconds since 1970, UTC.
pub fn each_minute() -> Signal<f64> {
    let read = RwSignal::new(js_sys::Date::now());
    let timer = set_interval_with_handle(move || read.set(js_sys::Date::now()), MINUTE);
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    read.into()
}

/// [`now`] by the gateway's clock, to the minute.
pub fn now_to_the_minute() -> Memo<i64> {
    let (clock, read) = (Console::expect().client.clock(), each_minute());
    Memo::new(move |_| now(read.get() + clock.behind().unwrap_or_default()).div_euclid(60) * 60)
}

/// A length of time in words, such as "3 days".
pub fn length_text(seconds: i64) -> String {
    let (value, unit) = length(seconds);
    format::amount(value, unit)
}

/// For how long a request of this time has waited. `now`: see [`now`].
pub fn waited(applied: Option<&Stamp>, now: Memo<i64>) -> Cell {
    let Some(applied) = applied.and_then(Stamp::date) else { return Cell::None };
    let since = seconds(applied);
    // A row may outlive its page by a moment.
    let text = move |now: Option<i64>| now.map(|now| length_text(now - since)).unwrap_or_default();
    Cell::Age(Age { since, text: text(now.try_get_untracked()), now: Arc::new(move || text(now.try_get())) })
}

/// The median of lengths of time, if there is one.
pub fn median(mut seconds: Vec<i64>) -> Option<i64> {
    seconds.sort_unstable();
    seconds.get(seconds.len() / 2).copied()
}

/// The start of the last 24 hours: the minute, so that a link that names it finds the same rows.
pub fn day_ago(now: i64) -> i64 {
    (now - DAY).div_euclid(60) * 60
}

/// A length of time in the largest unit of which it has at least one and a half, not to be read as
/// exact: a number of at most one decimal, and the unit as `Intl` calls it.
pub fn length(seconds: i64) -> (f64, &'static str) {
    let seconds = seconds.max(0) as f64;
    let (day, hour) = (DAY as f64, HOUR as f64);
    let (value, unit) = match seconds {
        s if s >= 1.5 * day => (s / day, "day"),
        s if s >= 1.5 * hour => (s / hour, "hour"),
        s => (s / 60.0, "minute"),
    };
    let value = if value < 10.0 && unit != "minute" { (value * 10.0).round() / 10.0 } else { value.round() };
    (value, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> i64 {
        seconds(DateTime::parse(text).unwrap())
    }

    #[test]
    fn dates_and_seconds_are_the_same() {
        assert_eq!(of("1970-01-01"), 0);
        assert_eq!(of("2000-03-01"), 951_868_800);
        assert_eq!(of("2026-11-28 22:30:15"), 1_795_905_015);
        assert_eq!(text(1_795_905_015), "2026-11-28 22:30:15");
        assert_eq!(of("2024-03-01") - of("2024-02-28"), 2 * DAY);
        assert_eq!(of("2100-03-01") - of("2100-02-28"), DAY);
    }

    #[test]
    fn now_is_korean_time() {
        assert_eq!(text(now(0.0)), "1970-01-01 09:00:00");
        assert_eq!(day_text(now(1_795_868_700_000.0)), "2026-11-28");
    }

    #[test]
    fn the_last_day_begins_at_a_minute_that_a_link_can_name() {
        let start = day_ago(of("2026-11-28 22:30:15"));
        assert_eq!(url_text(start), "2026-11-27T22:30");
        assert_eq!(of(&url_text(start)), start);
    }

    #[test]
    fn the_median_is_one_of_them() {
        assert_eq!(median(Vec::new()), None);
        assert_eq!(median(vec![7]), Some(7));
        assert_eq!(median(vec![9, 1, 5]), Some(5));
    }

    #[test]
    fn lengths_have_the_unit_people_would_say() {
        assert_eq!(length(-5), (0.0, "minute"));
        assert_eq!(length(89 * 60), (89.0, "minute"));
        assert_eq!(length(90 * 60), (1.5, "hour"));
        assert_eq!(length(35 * HOUR), (35.0, "hour"));
        assert_eq!(length(36 * HOUR), (1.5, "day"));
        assert_eq!(length(40 * DAY), (40.0, "day"));
    }
}
