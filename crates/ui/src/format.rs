//! Dates and times for the viewer, through the browser's own formatter.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::texts::{Locale, current};

/// What is shown of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// Date and time.
    Moment,
    /// Time with seconds.
    Time,
    /// Time without seconds.
    TimeOfDay,
    /// Date and time in UTC.
    Utc,
}

impl Style {
    /// As the options of the browser's formatter.
    const fn options(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Moment => &[("dateStyle", "medium"), ("timeStyle", "medium")],
            Self::Time => &[("timeStyle", "medium")],
            Self::TimeOfDay => &[("timeStyle", "short")],
            Self::Utc => &[("dateStyle", "medium"), ("timeStyle", "medium"), ("timeZone", "UTC")],
        }
    }
}

/// What a formatter was made for: the computer's time zone may change.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Wanted {
    locale: Locale,
    style: Style,
    /// The zone by its difference from UTC now, in minutes.
    zone: f64,
}

thread_local! {
    /// Making a formatter takes as long as a hundred uses of it.
    static MADE: RefCell<Vec<(Wanted, Function)>> = const { RefCell::new(Vec::new()) };
}

/// A function that makes a text of milliseconds since 1970.
fn formatter(wanted: Wanted) -> Function {
    let known = |made: &Vec<(Wanted, Function)>| {
        made.iter().find(|(other, _)| *other == wanted).map(|(_, formatter)| formatter.clone())
    };
    if let Some(formatter) = MADE.with_borrow(known) {
        return formatter;
    }
    let options = Object::new();
    for (name, value) in wanted.style.options() {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    let locales = Array::of1(&JsValue::from_str(wanted.locale.tag()));
    let formatter = Intl::DateTimeFormat::new(&locales, &options).format();
    MADE.with_borrow_mut(|made| made.push((wanted, formatter.clone())));
    formatter
}

fn format(milliseconds: f64, style: Style) -> String {
    let zone = if style == Style::Utc { 0.0 } else { Date::new_0().get_timezone_offset() };
    formatter(Wanted { locale: current(), style, zone })
        .call1(&JsValue::UNDEFINED, &milliseconds.into())
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// A moment on this computer's clock, milliseconds since 1970.
pub fn moment(milliseconds: f64) -> String {
    format(milliseconds, Style::Moment)
}

/// The time of day of a moment on this computer's clock.
pub fn time(milliseconds: f64) -> String {
    format(milliseconds, Style::Time)
}

/// The same without seconds.
pub fn time_of_day(milliseconds: f64) -> String {
    format(milliseconds, Style::TimeOfDay)
}

/// A wall-clock time without a zone, in milliseconds since 1970 as if it were in UTC.
pub fn wall_clock(utc: f64) -> String {
    format(utc, Style::Utc)
}

/// A number with its groups of digits, and at most two behind the point: "1,234.5".
pub fn number(value: f64) -> String {
    format_number(value, [("maximumFractionDigits", JsValue::from(2))])
}

/// A whole number as the API wrote it, with its groups of digits; any other text stays as it is.
pub fn grouped(text: &str) -> String {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    // As both languages write it.
    databoxframe_texts::grouped(text, ',')
}

/// An amount of a unit that `Intl` knows, such as "day": "3 days".
pub fn amount(value: f64, unit: &str) -> String {
    let options = [("style", "unit"), ("unit", unit), ("unitDisplay", "long")];
    format_number(value, options.map(|(name, value)| (name, JsValue::from_str(value))))
}

fn format_number<const N: usize>(value: f64, chosen: [(&str, JsValue); N]) -> String {
    let options = Object::new();
    for (name, value) in chosen {
        let _ = Reflect::set(&options, &name.into(), &value);
    }
    let locales = Array::of1(&JsValue::from_str(current().tag()));
    Intl::NumberFormat::new(&locales, &options)
        .format()
        .call1(&JsValue::UNDEFINED, &value.into())
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_are_grouped_and_nothing_else_is() {
        for (text, shown) in
            [("", ""), ("7", "7"), ("999", "999"), ("2000", "2,000"), ("1234567", "1,234,567")]
        {
            assert_eq!(grouped(text), shown);
        }
        for other in ["12.5", "-2000", "1,000", "2000 GB", "１２３４"] {
            assert_eq!(grouped(other), other);
        }
    }
}
