//! Failures, limits, warnings and lists as text, from the texts of crates/texts.

#[cfg(test)]
mod catalogue;
mod check;
mod clock;
mod config;
mod conformance;
mod edit;
mod entry;
mod failure;
mod keys;
mod labels;
mod lists;
mod mismatch;
mod problem;

pub use check::{properties, said, verdict};
pub use clock::clock;
pub use config::config_error;
pub use conformance::{extent, finding, place, summary, verdict_of};
pub use edit::edit_problem;
pub use entry::over_quota;
pub use failure::{Explained, explain, field_names};
pub use keys::{caution, gateway_error, key_error, relay_error, vault_error};
pub use labels::field_label;
pub use lists::{incomplete, older_requests, progress, unread};
pub use problem::{explain_problem, explain_value};

pub use crate::texts::{DemoTexts, Locale, MarksTexts, Text, Texts, current, texts};
