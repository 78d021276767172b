//! What pages are made of. None of these knows the API's operations or the gateway.

mod alert;
mod badge;
mod details;
mod dialog;
pub mod format;
mod page;
mod table;
pub mod url_state;

pub use alert::FailureAlert;
pub use badge::{Badge, Tone};
pub use details::{Detail, Details};
pub use dialog::Dialog;
pub use page::PageHeader;
pub use table::{Cell, Column, DataTable, Filter, Load, Row};
