//! What pages are made of: the components of `databoxframe-ui`, and those that know failures or
//! routes.

mod alert;
mod notices;
mod page;
mod tabs;

pub use alert::{FailureAlert, Incomplete, warning};
pub use databoxframe_ui::{
    Action, Availability, Button, ButtonVariant, Cell, Choice, Column, DataTable, DateField, Detail, Dialog,
    DisabledReason, Head, Keep, Pick, Press, Row, Rows, Select, Source, Switch, TableStatus, TextField, Tone,
    Unit, badge, chart, details, disclosure, focus_main, focus_near, focus_soon, focus_table, format, heads,
    keep_focus, places_in_page, rows_signal,
};
pub use notices::NoticeList;
pub use page::{Crumb, PageHeader, TitleCount};
pub use tabs::{Neighbours, Tabs, neighbours};
