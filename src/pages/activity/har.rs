//! Requests as an HTTP archive (HAR 1.2), as browsers and proxies read it: without keys, signatures and
//! passwords.

use databoxframe::redact;
use serde_json::{Value, json};

use crate::gateway::{Outcome, RequestRecord};
use crate::router::Location;

/// In place of what is left out.
const REDACTED: &str = "(redacted)";
/// Headers whose values are left out.
const SECRET: [&str; 2] = ["x-ncp-apigw-signature-v2", "x-ncp-iam-access-key"];

/// What an archive says of itself.
pub struct Archive<'a> {
    /// Version of the console.
    pub version: &'a str,
    /// URL of the gateway, before the paths: the relay's may hold a key of its own.
    pub gateway: &'a str,
    /// A time in milliseconds since 1970, as ISO 8601.
    pub iso: &'a dyn Fn(f64) -> String,
    /// Why a request has no usable answer.
    pub explain: &'a dyn Fn(&Outcome) -> Option<String>,
}

impl Archive<'_> {
    /// The archive of requests that ended, and their number.
    pub fn write<'r>(&self, records: impl Iterator<Item = &'r RequestRecord>) -> (String, usize) {
        let ended = records.filter(|record| record.outcome != Outcome::InProgress);
        let entries: Vec<Value> = ended.map(|record| self.entry(record)).collect();
        let count = entries.len();
        let creator = json!({ "name": env!("CARGO_PKG_NAME"), "version": self.version });
        let log = json!({ "version": "1.2", "creator": creator, "entries": entries });
        (format!("{:#}\n", json!({ "log": log })), count)
    }

    fn entry(&self, record: &RequestRecord) -> Value {
        let time = record.duration_ms.unwrap_or_default();
        let mut entry = json!({
            "startedDateTime": (self.iso)(record.sent_at),
            "time": time,
            "request": self.request(record),
            "response": response(record),
            "cache": {},
            "timings": { "send": 0, "wait": time, "receive": 0 },
        });
        if let Some(failure) = (self.explain)(&record.outcome) {
            put(&mut entry, "comment", failure.into());
        }
        entry
    }

    fn request(&self, record: &RequestRecord) -> Value {
        let header = |(name, value): &(&'static str, String)| {
            let value = if SECRET.contains(name) { REDACTED } else { value };
            json!({ "name": name, "value": value })
        };
        let parameters = Location::parse(&record.path_and_query).query;
        let parameter = |(name, value): &(String, String)| json!({ "name": name, "value": value });
        let mut request = json!({
            "method": record.spec.method.as_str(),
            "url": format!("{}{}", self.gateway, record.path_and_query),
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": record.headers.iter().map(header).collect::<Vec<Value>>(),
            "queryString": parameters.iter().map(parameter).collect::<Vec<Value>>(),
            "headersSize": -1,
            "bodySize": record.body.as_ref().map_or(0, |_| -1),
        });
        if let Some(body) = &record.body {
            let data = json!({ "mimeType": "application/json", "params": [], "text": body });
            put(&mut request, "postData", data);
        }
        request
    }
}

/// What came back; status 0, as browsers write it, if nothing did.
fn response(record: &RequestRecord) -> Value {
    let text = record.answer.as_deref().map(|text| without_secrets(text, record));
    let content_type = record.content_type.as_deref();
    let mut content = json!({
        "size": text.as_ref().map_or(0, String::len),
        "mimeType": content_type.unwrap_or("x-unknown"),
    });
    if let Some(text) = text {
        put(&mut content, "text", text.into());
    }
    let headers = content_type.map(|value| json!({ "name": "content-type", "value": value }));
    json!({
        "status": record.status.unwrap_or_default(),
        "statusText": "",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": headers.into_iter().collect::<Vec<Value>>(),
        "content": content,
        "redirectURL": "",
        "headersSize": -1,
        "bodySize": -1,
    })
}

/// An answer without passwords and the access key. One that can't be read and names a password is left
/// out as a whole.
fn without_secrets(text: &str, record: &RequestRecord) -> String {
    let text = match serde_json::from_str::<Value>(text) {
        Ok(answer) => {
            let safe = redact(answer.clone());
            // As it came, if there was nothing to hide.
            if safe == answer { text.to_owned() } else { safe.to_string() }
        }
        Err(_) if text.to_ascii_lowercase().contains("password") => REDACTED.to_owned(),
        Err(_) => text.to_owned(),
    };
    match record.header("x-ncp-iam-access-key").filter(|key| !key.is_empty()) {
        Some(key) => text.replace(key, REDACTED),
        None => text,
    }
}

fn put(object: &mut Value, name: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}
