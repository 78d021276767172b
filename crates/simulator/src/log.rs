//! The log of received requests, for tests.

use serde_json::{Map, Value, json};

use crate::message::{Request, Response};
use crate::time::Timestamp;

/// Headers whose values stay out of the log.
const SECRET_HEADERS: [&str; 5] =
    ["x-ncp-apigw-signature-v2", "x-ncp-iam-access-key", "authorization", "proxy-authorization", "cookie"];

/// A request and its outcome.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    at: Timestamp,
    request: Request,
    operation: Option<&'static str>,
    /// Whether the service executed the request, whatever was answered.
    accepted: bool,
    /// The service's or gateway's own words.
    refusal: Option<Value>,
    pub(crate) faults: Vec<&'static str>,
    /// The status answered; none if the connection was closed.
    pub(crate) status: Option<u16>,
}

impl Entry {
    pub(crate) fn new(
        request: &Request,
        operation: Option<&'static str>,
        real: Option<&Response>,
        at: Timestamp,
    ) -> Self {
        let accepted = real.is_some_and(|response| response.status == 200);
        let refusal = real.filter(|_| !accepted).and_then(|response| {
            let body: Value = serde_json::from_slice(&response.body).ok()?;
            body.get("error").cloned()
        });
        Self { at, request: request.clone(), operation, accepted, refusal, faults: Vec::new(), status: None }
    }

    pub(crate) fn to_json(&self) -> Value {
        let names: Vec<String> = self.request.headers.iter().map(|(name, _)| name.to_lowercase()).collect();
        let open: Map<String, Value> = self
            .request
            .headers
            .iter()
            .map(|(name, value)| (name.to_lowercase(), json!(value)))
            .filter(|(name, _)| !SECRET_HEADERS.contains(&name.as_str()))
            .collect();
        json!({
            "time": self.at.0,
            "method": self.request.method,
            "path": self.request.target,
            "operation": self.operation,
            "headerNames": names,
            "headers": open,
            "body": String::from_utf8_lossy(&self.request.body),
            "status": self.status,
            "accepted": self.accepted,
            "refusal": self.refusal,
            "faults": self.faults,
        })
    }
}
