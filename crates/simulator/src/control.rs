//! The control port: faults on demand, time, the log, and a fresh start. JSON over HTTP.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::fault::Order;
use crate::log::Entry;
use crate::message::{Request, Response};
use crate::simulator::Simulator;
use crate::time::Timestamp;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reset {
    #[serde(default)]
    seed: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    ms: u64,
}

impl Simulator {
    /// Answers a request to the control port.
    pub fn control(&mut self, request: &Request, now: Timestamp) -> Response {
        self.obey(request, now).unwrap_or_else(|problem| Response::json(400, &json!({ "error": problem })))
    }

    fn obey(&mut self, request: &Request, now: Timestamp) -> Result<Response, String> {
        let ok = |body: &Value| Response::json(200, body);
        let done = || Response { status: 204, headers: Vec::new(), body: Vec::new() };
        Ok(match (request.method.as_str(), request.path()) {
            ("GET", "/healthz") => ok(&json!({ "status": "ok" })),
            ("POST", "/faults") => {
                let id = self.faults.add(read::<Order>(&request.body)?)?;
                Response::json(201, &json!({ "id": id }))
            }
            ("GET", "/faults") => ok(&self.faults.to_json()),
            ("DELETE", "/faults") => {
                self.faults = crate::fault::Faults::default();
                done()
            }
            ("POST", "/reset") => {
                let reset =
                    if request.body.is_empty() { Reset::default() } else { read::<Reset>(&request.body)? };
                ok(&json!({ "seed": self.reset(reset.seed, now) }))
            }
            ("POST", "/advance") => {
                let Advance { ms } = read(&request.body)?;
                ok(&json!({ "advancedMs": ms, "underWay": self.world.advance(ms, now) }))
            }
            ("GET", "/log") => ok(&self.log.iter().map(Entry::to_json).collect()),
            ("DELETE", "/log") => {
                self.log.clear();
                done()
            }
            (method, path) => Response::json(404, &json!({ "error": format!("no {method} {path} here") })),
        })
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    serde_json::from_slice(body).map_err(|error| error.to_string())
}
