//! The run: sends what the plan asks for, two requests at a time, and compares what comes.

use std::future::Future;

use databoxframe::UnsignedRequest;
use futures::StreamExt as _;
use futures::stream::FuturesUnordered;
use serde_json::Value;

use super::answer::Comparison;
use super::finding::Finding;
use super::mask::Texts;
use super::plan::{AT_A_TIME, Ask, PAGE_SIZE, Plan, Purpose, is_paged, reads};
use super::report::Report;
use super::tally::Tally;
use super::{error, paging};
use crate::gateway::Failure;

/// Sends requests.
pub trait Transport {
    /// Sends a read once. [`Failure::Aborted`] and [`Failure::NotConnected`] end the run.
    fn send(&self, request: &UnsignedRequest) -> impl Future<Output = Came>;
}

/// What came of a request.
#[derive(Debug)]
pub struct Came {
    /// The JSON of the answer.
    pub result: Result<Value, Failure>,
    /// Whether the answer has a `Date` that this page can read.
    pub dated: bool,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Requests sent so far.
    pub sent: usize,
}

/// Runs the comparison to its end, or until the transport says that it was stopped.
pub async fn run(transport: &impl Transport, mut progress: impl FnMut(Progress)) -> Report {
    let mut run = Run::new();
    let mut under_way = FuturesUnordered::new();
    loop {
        while under_way.len() < AT_A_TIME
            && let Some(ask) = run.next()
        {
            under_way.push(async move { (transport.send(&ask.request).await, ask) });
        }
        progress(Progress { sent: run.sent });
        match under_way.next().await {
            Some((came, ask)) => run.take(&ask, came),
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

    fn next(&mut self) -> Option<Ask> {
        let ask = self.plan.next()?;
        self.sent += 1;
        Some(ask)
    }

    fn take(&mut self, ask: &Ask, came: Came) {
        let Some((_, tally)) = self.tallies.iter_mut().find(|(name, _)| *name == ask.spec().name) else {
            return;
        };
        tally.requests += 1;
        let answered = matches!(came.result, Ok(_) | Err(Failure::Answer(_) | Failure::Clock(..)));
        if answered && !came.dated {
            tally.find("", Finding::NoDate);
        }
        match came.result {
            Ok(answer) => answered_with(ask, &answer, tally, &mut self.texts, &mut self.plan),
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
fn answered_with(ask: &Ask, answer: &Value, tally: &mut Tally, texts: &mut Texts, plan: &mut Plan) {
    match &ask.purpose {
        Purpose::Sample => {
            Comparison { layout: &ask.layout, tally, texts }.answer(answer);
            if is_paged(ask.spec()) {
                if let Some(first) = paging::first(answer, PAGE_SIZE, &ask.layout, tally) {
                    plan.second_page(ask, first);
                }
            } else if ask.layout.is_list {
                paging::only(answer, &ask.layout, tally);
            }
            plan.follow(ask, answer);
        }
        Purpose::SecondPage(first) => paging::second(answer, first, &ask.layout, tally),
        Purpose::Error => {
            texts.learn(answer);
            tally.find("", Finding::NoError);
        }
    }
}
