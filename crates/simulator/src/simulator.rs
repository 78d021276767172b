//! The simulator with its faults and its log: what the server serves, still sans-IO.

use std::collections::VecDeque;

use crate::contract;
use crate::fault::{Fault, Faults};
use crate::gateway;
use crate::log::Entry;
use crate::message::{Request, Response};
use crate::random::Random;
use crate::time::Timestamp;
use crate::world::{Settings, World};

/// Older requests are forgotten, so that a long run does not fill the memory.
const LOG_LIMIT: usize = 10_000;

/// Behaviour besides the service's own.
#[derive(Clone, Debug, Default)]
pub struct Behaviour {
    /// So many of a hundred requests meet a random fault.
    pub chaos_percent: u64,
    /// Range of the delay of answers, in milliseconds.
    pub latency_ms: (u64, u64),
}

/// Reaction to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Delay before it.
    pub delay_ms: u64,
    /// The answer; without one the connection is closed.
    pub response: Option<Response>,
}

/// A world behind a gateway with optional faults.
#[derive(Clone, Debug)]
pub struct Simulator {
    pub(crate) world: World,
    pub(crate) faults: Faults,
    pub(crate) log: VecDeque<Entry>,
    behaviour: Behaviour,
    /// Randomness of its own, so that chaos does not change the world.
    chaos: Random,
}

impl Simulator {
    /// A new world without faults on demand and with an empty log.
    #[must_use]
    pub fn new(settings: Settings, behaviour: Behaviour, now: Timestamp) -> Self {
        Self {
            chaos: Random::new(!settings.seed),
            world: World::new(settings, now),
            faults: Faults::default(),
            log: VecDeque::new(),
            behaviour,
        }
    }

    /// Behaves otherwise from now on.
    pub fn behave(&mut self, behaviour: Behaviour) {
        self.behaviour = behaviour;
    }

    /// Starts again from the beginning, with another seed if one is given; answers the seed.
    pub(crate) fn reset(&mut self, seed: Option<u64>, now: Timestamp) -> u64 {
        let mut settings = self.world.settings.clone();
        settings.seed = seed.unwrap_or(settings.seed);
        let seed = settings.seed;
        *self = Self::new(settings, self.behaviour.clone(), now);
        seed
    }

    /// Answers a request to the gateway, or does worse.
    pub fn answer(&mut self, request: &Request, now: Timestamp) -> Reply {
        let operation = contract::find(&request.method, request.path()).map(|contract| contract.name);
        let faults = self.faults_for(operation, request);
        let (low, high) = self.behaviour.latency_ms;
        let mut delay_ms = if high > 0 { self.chaos.between(low, high) } else { 0 };
        let mut clock_offset = 0;
        for fault in &faults {
            match fault {
                Fault::Latency { ms } => delay_ms = delay_ms.saturating_add(*ms),
                Fault::Clock { offset_ms } => clock_offset = *offset_ms,
                _ => {}
            }
        }

        self.world.set_gateway_clock_offset(clock_offset);
        let reaches_service = faults.iter().all(Fault::lets_through);
        let real = reaches_service.then(|| gateway::handle(&mut self.world, request, now));
        let mut entry = Entry::new(request, operation, real.as_ref(), now);
        entry.faults = faults.iter().map(Fault::kind).collect();

        let response = match faults.iter().find(|fault| fault.replaces_answer()) {
            Some(fault) => fault.strike(real),
            None => real,
        };
        let response = response.map(|mut response| {
            if response.header("date").is_none() {
                response = response.with_header("date", now.plus_ms(clock_offset).to_http_date());
            }
            if entry.faults.is_empty() {
                return response;
            }
            response.with_header("x-simulator-fault", entry.faults.join(", "))
        });
        entry.status = response.as_ref().map(|response| response.status);
        if self.log.len() >= LOG_LIMIT {
            self.log.pop_front();
        }
        self.log.push_back(entry);
        Reply { delay_ms, response }
    }

    /// The fault of this request: on demand or at random.
    fn faults_for(&mut self, operation: Option<&str>, request: &Request) -> Vec<Fault> {
        let mut faults = self.faults.take(operation, &request.target);
        if faults.is_empty() && self.chaos.percent(self.behaviour.chaos_percent) {
            faults.push(Fault::random(&mut self.chaos));
        }
        faults
    }
}
