//! The address bar: which page it names, and how pages read and change it.
//!
//! Why it is not leptos_router: docs/decisions/0003-own-router.md.

mod address;
mod bar;
mod base;
mod history;
mod route;
mod steps;

pub use address::{Address, encode};
pub use base::href;
pub use history::{Router, use_router};
pub use route::{InfraKind, Route};
