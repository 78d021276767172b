//! What holds for every request and every answer, held against made-up ones.
//!
//! Requests are judged by the simulator's contract, which was written from the API guide
//! without a look at this crate.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may panic and is its own documentation"
)]

mod answers;
mod requests;
mod texts;
mod values;

use proptest::test_runner::{Config, TestRunner};

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}
