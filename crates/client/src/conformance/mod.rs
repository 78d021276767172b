//! Does the service still answer as the API reference says? A read-only run over an account: the
//! requests it makes, the comparison of each answer with the documented fields, and the report.
//!
//! Plain Rust: what sends the requests is a [`Transport`], so that all of it is tested natively.
//! The report holds paths, JSON types, counts and codes, and no value of the account (`mask.rs`).

mod account;
mod answer;
mod error;
mod finding;
mod mask;
mod paging;
mod plan;
mod report;
mod run;
mod tally;

pub use finding::{Finding, PagingFault};
pub use plan::{AT_A_TIME, MAX_REQUESTS, SAMPLES};
pub use report::{ErrorCount, Located, OperationReport, PagingCheck, Report};
pub use run::{Response, RunProgress, Transport, run};

#[cfg(test)]
mod tests;
