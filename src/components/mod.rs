//! What pages are made of. None of these knows the API's operations or the gateway.

mod alert;
mod badge;
mod button;
mod cell;
pub mod chart;
mod details;
mod dialog;
mod disclosure;
mod external;
mod field;
mod focus;
mod fold;
pub mod format;
mod page;
mod switch;
mod table;
pub mod url_state;

pub use alert::{FailureAlert, Incomplete, warning};
pub use badge::{Tone, badge};
pub use button::{Availability, Button, ButtonVariant, DisabledReason};
pub use cell::{Action, Cell, Pick, Press};
pub use details::{Detail, details};
pub use dialog::Dialog;
pub use disclosure::disclosure;
pub use field::{Choice, DateField, Select, TextField};
pub use focus::focus_soon;
pub use page::{Crumb, PageHeader, TitleCount};
pub use switch::Switch;
pub use table::{Column, DataTable, Head, Row, Rows, TableStatus, heads, rows_signal};
