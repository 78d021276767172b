//! State of a query.

use crate::gateway::Failure;
use crate::paging::Completeness;
use crate::polling::PollState;

/// State of a query, as pages show it.
#[derive(Clone, Default, PartialEq)]
pub struct Load {
    /// A fetch is under way.
    pub loading: bool,
    /// Why the last fetch failed, or some pages of it, if so.
    pub failure: Option<Failure>,
    /// Time of the last success, milliseconds since 1970.
    pub read_at: Option<f64>,
    /// Whether the data is a whole list.
    pub completeness: Completeness,
}

impl Load {
    /// The time of the data that is still shown although it could not be fetched again.
    pub fn stale_since(&self) -> Option<f64> {
        self.read_at.filter(|_| self.failure.is_some() && self.completeness != Completeness::UnreadPages)
    }
}

/// State of a query.
#[derive(Clone, Default)]
pub(super) struct QueryState {
    pub load: Load,
    /// The epoch in which the last fetch began.
    pub epoch: u32,
    pub poll: PollState,
    /// When the last attempt ended, milliseconds since 1970.
    pub attempted_at: f64,
    /// Failed attempts in a row.
    pub failures: u32,
}

/// What a fetch brought.
pub(super) struct Settled {
    pub completeness: Completeness,
    pub poll: PollState,
    /// Why pages are missing, if they are.
    pub failure: Option<Failure>,
}

impl QueryState {
    /// Takes in the result of a fetch.
    pub fn settle(&mut self, result: Result<Settled, Failure>, epoch: u32, now: f64) {
        self.load.loading = false;
        self.epoch = epoch;
        self.attempted_at = now;
        match result {
            Ok(Settled { completeness, poll, failure }) => {
                self.load.completeness = completeness;
                self.load.failure = failure;
                self.load.read_at = Some(now);
                self.poll = poll;
                self.failures = 0;
            }
            Err(failure) => {
                self.load.failure = Some(failure);
                self.failures = self.failures.saturating_add(1);
            }
        }
    }
}
