//! The address bar: which page it names, and how pages read and change it.
//!
//! Own code instead of leptos_router, which weighs a quarter of the whole first load (49 KB
//! Brotli for three routes): nine fixed paths need no nesting, no guards and no data loading.

mod address;
mod bar;
mod base;
mod history;
mod route;
mod steps;

pub use address::{Address, encode};
pub use base::href;
pub use history::Router;
pub use route::{InfraKind, Route};
