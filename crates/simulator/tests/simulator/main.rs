//! Tests of the simulator from outside: the core without a network, then the server over HTTP.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, which is the point"
)]

mod authentication;
mod contract;
mod determinism;
mod faults;
mod http;
mod language;
mod lists;
mod operations;
mod support;
mod time;
mod transitions;
mod world;
