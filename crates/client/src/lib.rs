//! The layer between the API's types and the console's pages: signs, sends, decodes and records
//! requests; keeps the session, the clock, the query cache and the polling policy.
//!
//! It holds no texts and no components: it says what happened as types, and the application makes
//! sentences of them.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod conformance;
pub mod connection;
pub mod gateway;
pub mod paging;
pub mod polling;
pub mod queries;
pub mod query_cache;
pub mod resource;
pub mod status;
