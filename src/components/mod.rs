//! What pages are made of: the components of `databoxframe-ui`, and those that know failures or
//! routes.

mod alert;
mod page;

pub use alert::{FailureAlert, Incomplete, warning};
pub use databoxframe_ui::{
    Action, Availability, Button, ButtonVariant, Cell, Choice, Column, DataTable, DateField, Detail, Dialog,
    DisabledReason, Head, Pick, Press, Row, Rows, Select, Switch, TableStatus, TextField, Tone, badge, chart,
    details, disclosure, focus_soon, format, heads, rows_signal,
};
pub use page::{Crumb, PageHeader, TitleCount};
