//! Whole runs: against the simulator, as it is and with drift, and against answers of any kind.

mod arbitrary;
mod drift;
mod limits;

use std::cell::{Cell, RefCell};

use databoxframe::{Credentials, Language, Reply, SecretKey, UnsignedRequest, decode_json};
use databoxframe_simulator::{Behaviour, Request, Settings, Simulator, Timestamp};
use futures::executor::block_on;
use serde_json::{Value, json};

use super::*;
use crate::gateway::Failure;

const NOW: Timestamp = Timestamp(1_795_500_000_000);
const ACCESS_KEY: &str = "DEMO-ACCESS-KEY";
const SECRET_KEY: &str = "DEMO-SECRET-KEY-ONLY-FOR-THE-SIMULATOR";

/// The simulator behind a transport that keeps count.
struct Account {
    simulator: RefCell<Simulator>,
    under_way: Cell<usize>,
    most_under_way: Cell<usize>,
    sent: RefCell<Vec<String>>,
    /// The bodies of all answers.
    bodies: RefCell<Vec<Vec<u8>>>,
    /// Stops after so many requests.
    stop_after: usize,
}

impl Account {
    fn new() -> Self {
        Self {
            simulator: RefCell::new(Simulator::new(Settings::default(), Behaviour::default(), NOW)),
            under_way: Cell::new(0),
            most_under_way: Cell::new(0),
            sent: RefCell::default(),
            bodies: RefCell::default(),
            stop_after: usize::MAX,
        }
    }

    /// The answers to an operation differ from now on.
    fn fault(self, operation: &str, fault: &Value) -> Self {
        let body = json!({ "match": { "operation": operation }, "fault": fault }).to_string();
        let target = "/faults".to_owned();
        let request = Request { method: "POST".into(), target, body: body.into(), ..Request::default() };
        let answer = self.simulator.borrow_mut().control(&request, NOW);
        assert_eq!(answer.status, 201, "{}", String::from_utf8_lossy(&answer.body));
        self
    }

    fn drift(self, operation: &str, patch: &Value) -> Self {
        self.fault(operation, &json!({ "kind": "drift", "patch": patch }))
    }

    fn run(&self) -> Report {
        block_on(run(self, |_| {}))
    }

    fn exchange(&self, request: &UnsignedRequest) -> Response {
        let credentials = Credentials::new(ACCESS_KEY, SecretKey::new(SECRET_KEY.into()));
        let signed = request.sign(&credentials, NOW.0 as u64, Language::English);
        let headers = signed.headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let request = Request {
            method: "GET".into(),
            target: signed.path_and_query.clone(),
            headers: headers.collect(),
            body: Vec::new(),
        };
        let Some(response) = self.simulator.borrow_mut().answer(&request, NOW).response else {
            return Response { result: Err(Failure::Network("closed".into())), dated: false };
        };
        self.bodies.borrow_mut().push(response.body.clone());
        let reply = Reply {
            status: response.status,
            content_type: response.header("content-type"),
            body: &response.body,
        };
        let dated = response.header("date").is_some();
        Response { result: decode_json(&reply).map_err(Failure::Answer), dated }
    }
}

impl Transport for Account {
    async fn send(&self, request: &UnsignedRequest) -> Response {
        if self.sent.borrow().len() >= self.stop_after {
            return Response { result: Err(Failure::Aborted), dated: false };
        }
        self.sent.borrow_mut().push(request.path_and_query.clone());
        let number = self.sent.borrow().len();
        self.under_way.set(self.under_way.get() + 1);
        self.most_under_way.set(self.most_under_way.get().max(self.under_way.get()));
        // Others go on while this one waits.
        for _ in 0..number % 3 {
            yield_once().await;
        }
        let came = self.exchange(request);
        self.under_way.set(self.under_way.get() - 1);
        came
    }
}

/// Lets others go on.
async fn yield_once() {
    let mut yielded = false;
    futures::future::poll_fn(|context| {
        if std::mem::replace(&mut yielded, true) {
            return std::task::Poll::Ready(());
        }
        context.waker().wake_by_ref();
        std::task::Poll::Pending
    })
    .await;
}

/// What was found of an operation.
fn operation<'a>(report: &'a Report, name: &str) -> &'a OperationReport {
    report.operations.iter().find(|one| one.name == name).unwrap()
}

/// Codes that the simulator had to invent: no document names them.
const INVENTED: [&str; 4] = ["CANCEL", "COPY_ING", "ERR_FILE", "REJECT"];

fn is_invented(finding: &Finding) -> bool {
    matches!(finding, Finding::Code(code) if INVENTED.contains(&code.as_str()))
}

/// The differences of an operation, each as a path and a finding.
fn differences(report: &Report, name: &str) -> Vec<(String, Finding)> {
    let all = operation(report, name).findings.iter();
    all.filter(|one| one.finding.is_difference() && !is_invented(&one.finding))
        .map(|one| (one.path.clone(), one.finding.clone()))
        .collect()
}

/// The differences of all operations but this one.
fn elsewhere(report: &Report, name: &str) -> Vec<(&'static str, Located)> {
    let others = report.operations.iter().filter(|one| one.name != name);
    others
        .flat_map(|one| one.findings.iter().map(|found| (one.name, found.clone())))
        .filter(|(_, found)| found.finding.is_difference() && !is_invented(&found.finding))
        .collect()
}
