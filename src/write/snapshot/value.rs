//! Values of properties, and their comparison.

use databoxframe::code::{BoxStatus, ExportStatus, FrameStatus, ImportStatus};
use databoxframe::date::Stamp;
use databoxframe::{Amount, Flag};
use serde_json::{Map, Value as Json};

use crate::locale::Texts;
use crate::status_cells;
use crate::untrusted::line;

/// The value of a property. Values are compared by meaning: null equals absent, `1.0` equals `1`,
/// `…:45.0` equals `…:45`.
#[derive(Clone, Debug)]
pub enum Value {
    /// Absent or empty.
    Absent,
    /// A text.
    Text(Box<str>),
    /// A quantity.
    Amount(Amount),
    /// A date.
    Date(Stamp),
    /// A yes or no.
    Flag(Flag),
    /// Fields that the API reference does not list.
    Fields(Map<String, Json>),
    /// Status of a frame or of its infrastructure.
    FrameStatus(FrameStatus),
    /// Status of a box or of its infrastructure.
    BoxStatus(BoxStatus),
    /// Status of an import request.
    ImportStatus(ImportStatus),
    /// Status of an export request.
    ExportStatus(ExportStatus),
}

impl Value {
    /// A text, if there is one.
    pub fn text(text: Option<&str>) -> Self {
        text.filter(|text| !text.is_empty()).map_or(Self::Absent, |text| Self::Text(text.into()))
    }

    /// A quantity, if there is one.
    pub fn amount(amount: Option<&Amount>) -> Self {
        let given = amount.filter(|amount| !amount.as_str().trim().is_empty());
        given.cloned().map_or(Self::Absent, Self::Amount)
    }

    /// A date, if there is one.
    pub fn date(date: Option<&Stamp>) -> Self {
        let given = date.filter(|date| !date.as_str().trim().is_empty());
        given.cloned().map_or(Self::Absent, Self::Date)
    }

    /// Fields that the API reference does not list, if one has a value.
    pub fn fields(fields: &Map<String, Json>) -> Self {
        if fields.values().all(Json::is_null) { Self::Absent } else { Self::Fields(fields.clone()) }
    }

    /// Whether both values mean the same.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Absent, Self::Absent) => true,
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::Amount(a), Self::Amount(b)) => same_number(a.as_str(), b.as_str()),
            (Self::Date(a), Self::Date(b)) => same_date(a.as_str(), b.as_str()),
            (Self::Flag(a), Self::Flag(b)) => a == b,
            (Self::Fields(a), Self::Fields(b)) => same_fields(a, b),
            (Self::FrameStatus(a), Self::FrameStatus(b)) => a == b,
            (Self::BoxStatus(a), Self::BoxStatus(b)) => a == b,
            (Self::ImportStatus(a), Self::ImportStatus(b)) => a == b,
            (Self::ExportStatus(a), Self::ExportStatus(b)) => a == b,
            _ => false,
        }
    }

    /// The value for a [`crate::untrusted::sentence`]: as the API wrote it, except for codes; empty
    /// if absent.
    pub fn words(&self, t: &'static Texts) -> String {
        let text = match self {
            Self::Absent => String::new(),
            Self::Text(text) => text.to_string(),
            Self::Amount(amount) => amount.to_string(),
            Self::Date(date) => date.as_str().to_owned(),
            Self::Flag(flag) => status_cells::network(Some(flag), t).as_str().to_owned(),
            Self::Fields(fields) => serde_json::to_string(fields).unwrap_or_default(),
            Self::FrameStatus(status) => {
                status_cells::frame_status(Some(status), None, t).as_str().to_owned()
            }
            Self::BoxStatus(status) => status_cells::box_status(Some(status), None, t).as_str().to_owned(),
            Self::ImportStatus(status) => status_cells::import_status(Some(status), t).as_str().to_owned(),
            Self::ExportStatus(status) => status_cells::export_status(status, t).as_str().to_owned(),
        };
        line(&text).words(t)
    }
}

/// A decimal number: sign, digits without leading and trailing zeros, and the power of ten of the
/// last digit.
fn decimal(text: &str) -> Option<(bool, String, i64)> {
    let text = text.trim();
    let (text, exponent) = match text.split_once(['e', 'E']) {
        Some((text, exponent)) => (text, i64::from(exponent.parse::<i32>().ok()?)),
        None => (text, 0),
    };
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let known = digits.trim_end_matches('0');
    let dropped = digits.len() - known.len();
    let power = exponent + i64::try_from(dropped).ok()? - i64::try_from(fraction.len()).ok()?;
    match known.trim_start_matches('0') {
        "" => Some((false, String::new(), 0)),
        known => Some((negative, known.to_owned(), power)),
    }
}

fn same_number(a: &str, b: &str) -> bool {
    match (decimal(a), decimal(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

/// Whether two objects mean the same: in any order, null equals absent, numbers by value.
fn same_fields(a: &Map<String, Json>, b: &Map<String, Json>) -> bool {
    let same =
        |name: &String| same_json(a.get(name).unwrap_or(&Json::Null), b.get(name).unwrap_or(&Json::Null));
    a.keys().chain(b.keys()).all(same)
}

fn same_json(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Number(a), Json::Number(b)) => same_number(&a.to_string(), &b.to_string()),
        (Json::Object(a), Json::Object(b)) => same_fields(a, b),
        (Json::Array(a), Json::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_json(a, b))
        }
        _ => a == b,
    }
}

/// A date without a fraction of zeros.
fn whole_seconds(text: &str) -> &str {
    let text = text.trim();
    match text.rsplit_once('.') {
        Some((date, fraction)) if !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0') => date,
        _ => text,
    }
}

fn same_date(a: &str, b: &str) -> bool {
    let date = |text: &str| Stamp::new(whole_seconds(text)).date();
    match (date(a), date(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}
