//! Faults: what the gateway, the network or a relay can do instead of answering properly.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::contract;
use crate::message::Response;
use crate::random::Random;

/// Whether the request reaches the service before the fault strikes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum When {
    /// It does not: a write takes no effect.
    #[default]
    Before,
    /// It does: a write takes effect, only the answer is lost.
    After,
}

/// One thing that goes wrong.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Fault {
    /// Another answer.
    Answer {
        /// HTTP status.
        status: u16,
        /// Content type.
        #[serde(default = "json_type")]
        content_type: String,
        /// Body.
        #[serde(default)]
        body: String,
        /// Before the service, unless said otherwise.
        #[serde(default)]
        when: When,
    },
    /// The answer comes late.
    Latency {
        /// Delay, in milliseconds.
        ms: u64,
    },
    /// The connection is closed without an answer.
    Close {
        /// Before or after a write took effect.
        when: When,
    },
    /// The answer ends in the middle, with the length of what is left.
    Truncate {},
    /// A page of a proxy instead of an answer.
    Html {
        /// HTTP status.
        status: u16,
        /// Before the service, unless said otherwise.
        #[serde(default)]
        when: When,
    },
    /// The real answer, different from what is documented.
    Drift {
        /// A JSON merge patch (RFC 7396) of the answer; of a list, each item is patched.
        patch: Value,
    },
    /// The gateway's own clock is wrong.
    Clock {
        /// Offset in milliseconds; negative: slow.
        offset_ms: i64,
    },
}

fn json_type() -> String {
    "application/json".into()
}

impl Fault {
    /// The fault's name, as it is sent in `x-simulator-fault`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Answer { .. } => "answer",
            Self::Latency { .. } => "latency",
            Self::Close { .. } => "close",
            Self::Truncate {} => "truncate",
            Self::Drift { .. } => "drift",
            Self::Html { .. } => "html",
            Self::Clock { .. } => "clock",
        }
    }

    /// Whether the fault replaces the answer. Only one such fault can apply; others add up.
    pub(crate) fn replaces_answer(&self) -> bool {
        !matches!(self, Self::Latency { .. } | Self::Clock { .. })
    }

    /// Whether the request reaches the service all the same.
    pub(crate) fn lets_through(&self) -> bool {
        match self {
            Self::Answer { when, .. } | Self::Close { when } | Self::Html { when, .. } => {
                *when == When::After
            }
            Self::Latency { .. } | Self::Truncate {} | Self::Drift { .. } | Self::Clock { .. } => true,
        }
    }

    /// Applies the fault to the real answer, if there is one. No result: the connection is closed.
    pub(crate) fn strike(&self, real: Option<Response>) -> Option<Response> {
        match self {
            Self::Answer { status, content_type, body, .. } => {
                Some(Response::new(*status, content_type, body.clone()))
            }
            Self::Close { .. } => None,
            Self::Truncate {} => real.map(|mut response| {
                response.body.truncate(response.body.len() / 2);
                response
            }),
            Self::Drift { patch } => real.map(|mut response| {
                if let Ok(mut answer) = serde_json::from_slice(&response.body) {
                    merge(&mut answer, patch);
                    response.body = answer.to_string().into();
                }
                response
            }),
            Self::Html { status, .. } => Some(Response::new(
                *status,
                "text/html",
                format!(
                    "<html>\r\n<head><title>{status}</title></head>\r\n<body>\r\n<center><h1>{status}</h1></center>\r\n\
                     <hr><center>proxy</center>\r\n</body>\r\n</html>\r\n"
                ),
            )),
            Self::Latency { .. } | Self::Clock { .. } => real,
        }
    }

    /// Why the fault can't be sent over HTTP.
    fn problem(&self) -> Option<&'static str> {
        match self {
            Self::Answer { status, .. } | Self::Html { status, .. } if !(200..=599).contains(status) => {
                Some("status must be 200 to 599")
            }
            Self::Answer { content_type, .. }
                if !content_type.bytes().all(|b| b == b' ' || b.is_ascii_graphic()) =>
            {
                Some("contentType must be printable ASCII")
            }
            _ => None,
        }
    }

    /// One of the faults that happen by themselves, the likelier ones more often.
    pub(crate) fn random(random: &mut Random) -> Self {
        let gateway = |status, code: &str, message: &str| Self::Answer {
            status,
            content_type: json_type(),
            body: json!({ "error": { "errorCode": code, "message": message } }).to_string(),
            when: When::Before,
        };
        match random.between(1, 100) {
            1..=12 => gateway(401, "200", "Authentication Failed"),
            13..=20 => gateway(403, "10002", "You have no permission for the requested information."),
            21..=28 => gateway(404, "10009", "The requested resource does not exist."),
            29..=45 => gateway(429, "400", "Quota Exceeded"),
            46..=63 => gateway(500, "130000", "Internal service error."),
            64..=75 => Self::Html { status: 502, when: When::Before },
            76..=90 => Self::Latency { ms: random.between(500, 3_000) },
            91..=95 => Self::Close { when: When::Before },
            _ => Self::Close { when: When::After },
        }
    }
}

/// Applies a merge patch, to each item of a list.
fn merge(target: &mut Value, patch: &Value) {
    match (target, patch) {
        (Value::Array(items), Value::Object(_)) => items.iter_mut().for_each(|item| merge(item, patch)),
        (Value::Object(object), Value::Object(changes)) => {
            for (name, change) in changes {
                if change.is_null() {
                    object.remove(name);
                } else {
                    merge(object.entry(name.as_str()).or_insert(Value::Null), change);
                }
            }
        }
        (target, Value::Object(_)) => {
            *target = json!({});
            merge(target, patch);
        }
        (target, patch) => *target = patch.clone(),
    }
}

/// Which requests a fault is meant for; both conditions have to hold.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Match {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    operation: Option<String>,
    /// A part of the path or query.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

/// A requested fault.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Order {
    #[serde(default, rename = "match")]
    matching: Option<Match>,
    /// Number of requests to fail; without a number, until it is removed.
    #[serde(default)]
    times: Option<u64>,
    fault: Fault,
}

/// The faults on demand, in the order asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults {
    last_id: u64,
    waiting: Vec<(u64, Order)>,
}

impl Faults {
    /// Parses a requested fault.
    pub(crate) fn add(&mut self, order: Order) -> Result<u64, String> {
        if let Some(problem) = order.fault.problem() {
            return Err(problem.into());
        }
        if let Some(name) = order.matching.as_ref().and_then(|m| m.operation.as_ref())
            && !contract::OPERATIONS.iter().any(|contract| contract.name == name)
        {
            return Err(format!("there is no operation {name}"));
        }
        self.last_id += 1;
        self.waiting.push((self.last_id, order));
        Ok(self.last_id)
    }

    /// The faults that strike this request. Each is used up by one.
    pub(crate) fn take(&mut self, operation: Option<&str>, target: &str) -> Vec<Fault> {
        let mut striking: Vec<Fault> = Vec::new();
        for (_, order) in &mut self.waiting {
            let meant = order.matching.as_ref().is_none_or(|matching| {
                matching.operation.as_deref().is_none_or(|name| operation == Some(name))
                    && matching.path.as_deref().is_none_or(|part| target.contains(part))
            });
            let taken = order.fault.replaces_answer() && striking.iter().any(Fault::replaces_answer);
            if !meant || taken || order.times == Some(0) {
                continue;
            }
            order.times = order.times.map(|times| times - 1);
            striking.push(order.fault.clone());
        }
        self.waiting.retain(|(_, order)| order.times != Some(0));
        striking
    }

    /// Faults that are still to occur.
    pub(crate) fn to_json(&self) -> Value {
        let row = |(id, order): &(u64, Order)| json!({ "id": id, "match": order.matching, "times": order.times, "fault": order.fault });
        self.waiting.iter().map(row).collect()
    }
}
