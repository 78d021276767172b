//! From status, headers and bytes to an answer or an error.

use serde_json::{Map, Value};

use crate::error::{Envelope, Error, ErrorKind, MAX_RAW_BYTES, NotFromApi, Source, lookup};
use crate::json::parse_json;
use crate::operation::Operation;
use crate::record::FromReply as _;

/// The longest body that is read, in bytes. The longest documented answer, 1,000 requests
/// with every text at its limit, stays well below.
pub const MAX_BODY_BYTES: usize = 16 * 1024 * 1024;

/// A received response.
#[derive(Clone, Copy, Debug)]
pub struct Reply<'a> {
    /// HTTP status.
    pub status: u16,
    /// The `Content-Type` header.
    pub content_type: Option<&'a str>,
    /// The body as received.
    pub body: &'a [u8],
}

/// Reads the answer to `O`.
///
/// # Errors
/// Whatever is not the documented answer, see [`Error`]. Never panics.
pub fn decode<O: Operation>(reply: &Reply<'_>) -> Result<O::Response, Error> {
    let value = decode_json(reply)?;
    O::Response::from_reply(value).map_err(|mismatch| reply.error(ErrorKind::Unexpected(mismatch)))
}

/// The JSON of a success, whatever it holds.
///
/// # Errors
/// The error that the reply is, see [`Error`]; never one of kind [`ErrorKind::Unexpected`].
pub fn decode_json(reply: &Reply<'_>) -> Result<Value, Error> {
    match (reply.json(), reply.status) {
        // Some relatives of the service answer 200 with an error inside.
        (Ok(value), _) if is_error_envelope(&value) => Err(reply.envelope_error(&value)),
        (Ok(value), 200..=299) => Ok(value),
        (Ok(value), _) => Err(reply.envelope_error(&value)),
        (Err(what), _) => Err(match reply.xml_envelope() {
            Some(envelope) => reply.classified(envelope),
            None => reply.error(ErrorKind::NotFromApi(what)),
        }),
    }
}

impl Reply<'_> {
    fn error(&self, kind: ErrorKind) -> Error {
        Error { status: self.status, kind, raw: self.beginning().into() }
    }

    /// The body's beginning as text. Cut after decoding: replacing invalid UTF-8 makes it
    /// longer, and a character that the cut falls into is left out, not replaced.
    fn beginning(&self) -> String {
        const LONGEST_CHARACTER: usize = 4;
        let bytes = self.body.get(..MAX_RAW_BYTES + LONGEST_CHARACTER).unwrap_or(self.body);
        let mut text = String::from_utf8_lossy(bytes).into_owned();
        let mut end = text.len().min(MAX_RAW_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        text
    }

    /// Looks at the bytes before it believes the content type: relays often lose it, and
    /// some label an HTML page as JSON.
    fn json(&self) -> Result<Value, NotFromApi> {
        if self.body.len() > MAX_BODY_BYTES {
            return Err(NotFromApi::TooLarge);
        }
        let body = self.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(self.body).trim_ascii();
        let content_type = self.content_type.unwrap_or_default().to_ascii_lowercase();
        match body.first() {
            None => Err(NotFromApi::Empty),
            Some(b'<') if !content_type.contains("xml") => Err(NotFromApi::Html),
            Some(b'{' | b'[') => {
                if content_type.contains("html") || content_type.starts_with("image/") {
                    return Err(NotFromApi::ContentType);
                }
                parse_json(body).map_err(|error| {
                    if error.is_eof() { NotFromApi::Truncated } else { NotFromApi::InvalidJson }
                })
            }
            Some(_) if content_type.contains("json") => Err(NotFromApi::InvalidJson),
            Some(_)
                if content_type.is_empty()
                    || content_type.starts_with("text/")
                    || content_type.contains("xml") =>
            {
                Err(NotFromApi::Text)
            }
            Some(_) => Err(NotFromApi::ContentType),
        }
    }

    fn envelope_error(&self, value: &Value) -> Error {
        self.classified(envelope(value))
    }

    fn classified(&self, envelope: Envelope) -> Error {
        self.error(match lookup(self.status, &envelope.code).0 {
            Source::Service => ErrorKind::Service(envelope),
            Source::Gateway => ErrorKind::Gateway(envelope),
            Source::Relay => ErrorKind::Relay(envelope),
            Source::Unknown => ErrorKind::Unrecognised(envelope),
        })
    }

    /// The gateway answers in XML if it thinks it was asked to; S3-like services always do.
    fn xml_envelope(&self) -> Option<Envelope> {
        let text = self.beginning();
        // Only of what is XML from its start: other text may quote anything.
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if !text.starts_with('<') {
            return None;
        }
        let code = element(text, "errorCode").or_else(|| element(text, "Code"))?;
        let message = element(text, "message").or_else(|| element(text, "Message")).unwrap_or_default();
        let details = element(text, "details").unwrap_or_default();
        Some(Envelope { code, message, details })
    }
}

/// The text of the first `<name>…</name>`, with the five predefined entities resolved.
fn element(xml: &str, name: &str) -> Option<Box<str>> {
    let (_, rest) = xml.split_once(&format!("<{name}>"))?;
    let (text, _) = rest.split_once(&format!("</{name}>"))?;
    // The ampersand last: "&amp;lt;" is the text "&lt;".
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    Some(entities.iter().fold(text.trim().to_owned(), |text, (entity, is)| text.replace(entity, is)).into())
}

/// Whether a value is an error whatever the status says.
fn is_error_envelope(value: &Value) -> bool {
    let Value::Object(object) = value else { return false };
    object.get("error").is_some_and(Value::is_object)
        || object.get("responseError").is_some_and(Value::is_object)
        || (object.contains_key("errorCode") && object.contains_key("message"))
}

/// The fields of an envelope, in any of the shapes seen among NAVER Cloud's services.
fn envelope(value: &Value) -> Envelope {
    let Value::Object(outer) = value else { return Envelope::default() };
    let inner = ["error", "responseError", "status"]
        .iter()
        .find_map(|name| outer.get(*name).and_then(Value::as_object))
        .unwrap_or(outer);
    let mut envelope = Envelope {
        code: first(inner, &["errorCode", "returnCode", "code"]),
        message: first(inner, &["message", "returnMessage", "msg"]),
        details: first(inner, &["details", "detail"]),
    };
    if envelope.message.is_empty() {
        // Spring's own page: {"timestamp", "status", "error": "Not Found", …}.
        envelope.message = first(outer, &["error"]);
    }
    envelope
}

fn first(object: &Map<String, Value>, names: &[&str]) -> Box<str> {
    names
        .iter()
        .find_map(|name| match object.get(*name)? {
            Value::String(text) => Some(text.as_str().into()),
            Value::Null => None,
            other => Some(other.to_string().into()),
        })
        .unwrap_or_default()
}
