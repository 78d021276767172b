//! An error answer beside the documented envelope and the two tables of codes.

use databoxframe::error::{Error, ErrorKind, Expected, Found};
use databoxframe::{Documented, Kind, Layout, parse_json};
use serde_json::Value;

use super::answer::{Comparison, ERROR_CODE};
use super::finding::Finding;
use super::mask::Texts;
use super::tally::Tally;

/// The fields of the service's `{"error": {…}}`, all marked as required. The gateway's table calls
/// the code a number and quotes it in the example.
const SERVICE: &[Documented] =
    &[required(ERROR_CODE, Kind::Id), required("message", Kind::Text), required("details", Kind::Text)];

/// The gateway's; whether it has `details` is not documented.
const GATEWAY: &[Documented] = &[
    required(ERROR_CODE, Kind::Id),
    required("message", Kind::Text),
    Documented::optional("details", Kind::Text),
];

const LAYOUT: Layout = Layout { is_list: false, beside: &[], fields: SERVICE, elsewhere: &[] };

/// The codes of each status: the service's (every endpoint's page) and the gateway's (page:
/// api-call-lgc-errorhandling).
const CODES: [(u16, &[&str]); 9] = [
    (400, &["10001", "100"]),
    (401, &["200", "210"]),
    (403, &["10002"]),
    (404, &["10009", "300"]),
    (413, &["430"]),
    (429, &["400", "410", "420"]),
    (500, &["130000", "139999", "900"]),
    (503, &["500"]),
    (504, &["510"]),
];

const fn required(name: &'static str, kind: Kind) -> Documented {
    Documented { required: true, ..Documented::optional(name, kind) }
}

/// Whether the tables have a code for a status.
fn is_documented(status: u16, code: &str) -> bool {
    let family = status == 400 && code.len() == 6 && code.starts_with("130");
    family || CODES.iter().any(|(of, codes)| *of == status && codes.contains(&code))
}

/// Compares an error answer.
pub fn compare(error: &Error, tally: &mut Tally, texts: &mut Texts) {
    let (envelope, fields) = match &error.kind {
        // A relay's own errors are not the API's.
        ErrorKind::Relay(envelope) => return tally.error(error, &envelope.code, true),
        ErrorKind::Service(envelope) => (envelope, SERVICE),
        ErrorKind::Gateway(envelope) | ErrorKind::Unrecognised(envelope) => (envelope, GATEWAY),
        ErrorKind::NotFromApi(_) | ErrorKind::Unexpected(_) => {
            return tally.find("", Finding::NotJson(error.status));
        }
    };
    tally.error(error, &envelope.code, is_documented(error.status, &envelope.code));
    // An envelope in XML, which the gateway sends to those who ask for it.
    let Ok(answer) = parse_json(error.raw.as_bytes()) else {
        return tally.find("", Finding::NotJson(error.status));
    };
    match answer.get("error") {
        Some(Value::Object(object)) => {
            Comparison { layout: &LAYOUT, tally, texts }.object(fields, object, "error", None);
        }
        Some(other) => {
            texts.learn(other);
            let found = Found::kind_of(Some(other));
            tally.find("error", Finding::Type { expected: Expected::Object, found });
        }
        None => {
            texts.learn(&answer);
            tally.find("error", Finding::Missing);
        }
    }
}
