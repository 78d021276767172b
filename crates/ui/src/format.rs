//! Dates and times for the viewer, through the browser's own formatter.

use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::texts::current;

const DATE: (&str, &str) = ("dateStyle", "medium");
const TIME: (&str, &str) = ("timeStyle", "medium");

fn format(date: &Date, wanted: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (name, value) in wanted {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    let locales = Array::of1(&JsValue::from_str(current().tag()));
    let formatter = Intl::DateTimeFormat::new(&locales, &options);
    formatter
        .format()
        .call1(&JsValue::UNDEFINED, date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
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

/// A wall-clock time without a zone, in milliseconds since 1970 as if it were in UTC.
pub fn wall_clock(utc: f64) -> String {
    format(&Date::new(&JsValue::from_f64(utc)), &[DATE, TIME, ("timeZone", "UTC")])
}
