//! Dates and times for the viewer, through the browser's own formatter.

use databoxframe::date::Stamp;
use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::locale;

const DATE: (&str, &str) = ("dateStyle", "medium");
const TIME: (&str, &str) = ("timeStyle", "medium");

fn options(wanted: &[(&str, &str)]) -> (Array, Object) {
    let options = Object::new();
    for (name, value) in wanted {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    (Array::of1(&JsValue::from_str(locale::current().tag())), options)
}

fn format(date: &Date, wanted: &[(&str, &str)]) -> String {
    let (locales, options) = options(wanted);
    let formatter = Intl::DateTimeFormat::new(&locales, &options);
    formatter
        .format()
        .call1(&JsValue::UNDEFINED, date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// An amount of a unit that `Intl` knows, such as "day": "3 days".
pub fn amount(value: f64, unit: &str) -> String {
    let (locales, options) = options(&[("style", "unit"), ("unit", unit), ("unitDisplay", "long")]);
    let formatter = Intl::NumberFormat::new(&locales, &options);
    let text = formatter.format().call1(&JsValue::UNDEFINED, &value.into());
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// A moment on this computer's clock, milliseconds since 1970.
pub fn moment(milliseconds: f64) -> String {
    format(&Date::new(&JsValue::from_f64(milliseconds)), &[DATE, TIME])
}

/// The time of day of a moment on this computer's clock.
pub fn time(milliseconds: f64) -> String {
    format(&Date::new(&JsValue::from_f64(milliseconds)), &[TIME])
}

/// The same without seconds.
pub fn time_of_day(milliseconds: f64) -> String {
    format(&Date::new(&JsValue::from_f64(milliseconds)), &[("timeStyle", "short")])
}

/// A date of the API. Its time zone is not documented, so the wall-clock time is kept as it is.
pub fn stamp(stamp: &Stamp) -> Option<String> {
    let date = stamp.date()?;
    let milliseconds = Date::parse(&format!("{}Z", date.to_string().replace(' ', "T")));
    Some(format(&Date::new(&JsValue::from_f64(milliseconds)), &[DATE, TIME, ("timeZone", "UTC")]))
}
