//! A console for NAVER Cloud Data Box Frame that runs wholly in the browser.
//!
//! The way of data: `pages` → `reads`/`queries` → `gateway` (sign, relay, decode, record)
//! and back. `components` know neither the API nor the gateway; `locale` holds every text.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod connection;
pub mod gateway;
pub mod locale;
pub mod preferences;
pub mod queries;
pub mod reads;
pub mod storage;
