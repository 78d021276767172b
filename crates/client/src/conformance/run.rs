//! The run: sends what the plan asks for, two requests at a time, and compares what comes.

use std::future::Future;

use databoxframe::UnsignedRequest;
use futures::StreamExt as _;
use futures::stream::FuturesUnordered;
use serde_json::Value;

use super::answer::Comparison;
use super::finding::Finding;
use super::mask::Texts;
use super::plan::{AT_A_TIME, PAGE_SIZE, Plan, PlannedRequest, Purpose, is_paged, reads};
use super::report::Report;
use super::tally::Tally;
use super::{error, paging};
use crate::gateway::Failure;

/// Sends requests.
pub trait Transport {
    /// Sends a read once. [`Failure::Aborted`] and [`Failure::NotConnected`] end the run.
    fn send(&self, request: &UnsignedRequest) -> impl Future<Output = Response>;
}

/// The response to a planned request.
#[derive(Debug)]
pub struct Response {
    /// The JSON of the answer.
    pub result: Result<Value, Failure>,
    /// Whether the answer has a `Date` that this page can read.
    pub dated: bool,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunProgress {
    /// Requests sent so far.
    pub sent: usize,
}

/// Runs the comparison to its end, or until the transport says that it was stopped.
pub async fn run(transport: &impl Transport, mut progress: impl FnMut(RunProgress)) -> Report {
    let mut run = Run::new();
    let mut under_way = FuturesUnordered::new();
    loop {
        while under_way.len() < AT_A_TIME
            && let Some(planned) = run.next()
        {
            under_way.push(async move { (transport.send(&planned.request).await, planned) });
        }
        progress(RunProgress { sent: run.sent });
        match under_way.next().await {
            Some((response, planned)) => run.take(&planned, response),
            None => return Report::of(run.sent, run.stopped, run.tallies, &run.texts),
        }
    }
}

/// A run under way.
struct Run {
    plan: Plan,
    sent: usize,
    stopped: bool,
    /// For each operation that reads, in the order of the API guide.
    tallies: Vec<(&'static str, Tally)>,
    texts: Texts,
}

impl Run {
    fn new() -> Self {
        let tallies = reads().map(|spec| (spec.name, Tally::default())).collect();
        Self { plan: Plan::new(), sent: 0, stopped: false, tallies, texts: Texts::default() }
    }

    fn next(&mut self) -> Option<PlannedRequest> {
        let planned = self.plan.next()?;
        self.sent += 1;
        Some(planned)
    }

    fn take(&mut self, planned: &PlannedRequest, response: Response) {
        let Some((_, tally)) = self.tallies.iter_mut().find(|(name, _)| *name == planned.spec().name) else {
            return;
        };
        tally.requests += 1;
        let answered = matches!(response.result, Ok(_) | Err(Failure::Answer(_) | Failure::Clock(..)));
        if answered && !response.dated {
            tally.find("", Finding::NoDate);
        }
        match response.result {
            Ok(answer) => answered_with(planned, &answer, tally, &mut self.texts, &mut self.plan),
            Err(Failure::Answer(failure) | Failure::Clock(failure, _)) => {
                error::compare(&failure, tally, &mut self.texts);
            }
            Err(failure) => {
                tally.unanswered += 1;
                if matches!(failure, Failure::Aborted | Failure::NotConnected) {
                    self.stopped = true;
                }
            }
        }
        // Answers that come after a stop are compared, but nothing is asked for because of them.
        if self.stopped {
            self.plan.clear();
        }
    }
}

/// Compares a successful answer, and asks for what it names.
fn answered_with(
    planned: &PlannedRequest,
    answer: &Value,
    tally: &mut Tally,
    texts: &mut Texts,
    plan: &mut Plan,
) {
    match &planned.purpose {
        Purpose::Sample => {
            Comparison { layout: &planned.layout, tally, texts }.answer(answer);
            if is_paged(planned.spec()) {
                if let Some(first) = paging::first(answer, PAGE_SIZE, &planned.layout, tally) {
                    plan.second_page(planned, first);
                }
            } else if planned.layout.is_list {
                paging::only(answer, &planned.layout, tally);
            }
            plan.follow(planned, answer);
        }
        Purpose::SecondPage(first) => paging::second(answer, first, &planned.layout, tally),
        Purpose::Error => {
            texts.learn(answer);
            tally.find("", Finding::NoError);
        }
    }
}
