//! Support of the browser tests: a page, a fake gateway, and time.
//!
//! A panic does not unwind in WebAssembly, so a failed test can't clean up after itself:
//! [`Page::open`] begins with an empty browser whatever the test before it left.
#![allow(dead_code, reason = "each file of tests uses a part of it")]
#![allow(unused_imports, reason = "the same")]

pub mod answers;
pub mod client;
pub mod gateway;
pub mod page;
pub mod time;

pub use gateway::{Answer, Gateway};
pub use page::Page;
