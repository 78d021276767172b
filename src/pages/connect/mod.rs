//! Connect: keys, relay and gateway; remembered keys; the connection check.

pub(super) mod attempt;
pub(super) mod check;
pub(super) mod demo;
mod entry;
mod forgetting;
mod page;
pub(super) mod remembered;

pub use page::ConnectPage;
