//! The console's components: table, fields, buttons, dialogs, and the display of untrusted text. They know
//! neither the API nor the client, nor the application's routes: the URL is given to them as
//! [`url::UrlState`].
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod badge;
mod button;
mod cell;
pub mod chart;
mod clipboard;
mod details;
mod dialog;
mod disclosure;
pub mod download;
mod external;
mod field;
mod focus;
mod fold;
pub mod format;
mod icon;
mod menu;
mod reason;
mod switch;
mod table;
pub mod texts;
pub mod untrusted;
pub mod url;

pub use badge::{Tone, badge};
pub use button::{Availability, Button, ButtonVariant, DisabledReason};
pub use cell::{Action, Age, Cell, Press, SelectableLink};
pub use clipboard::copy_text;
pub use details::{Detail, details};
pub use dialog::Dialog;
pub use disclosure::{NarrowFold, disclosure};
pub use field::{Choice, DateField, SearchField, Select, TextField};
pub use focus::{focus_main, focus_near, focus_soon, focus_table, keep_focus, places_in_page};
pub use fold::fold;
pub use icon::{Icon, mark};
pub use menu::{Menu, MenuItem, NamedItem};
pub use switch::Switch;
pub use table::{
    Column, DataTable, Head, InitialView, Keep, Ordered, Row, RowOrder, Rows, SelectionActions, Source,
    TableId, TableStatus, Total, Unit, all_rows, heads, rows_signal,
};
