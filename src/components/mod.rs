//! What pages are made of: the components of `databoxframe-ui`, and those that know failures or
//! routes.

mod alert;
mod copy;
mod link;
mod notices;
mod page;
mod tabs;

pub use alert::{FailureAlert, Incomplete, warning};
pub use copy::CopyScript;
pub use databoxframe_ui::{
    Action, Age, Availability, Button, ButtonVariant, Cell, Choice, Column, DataTable, DateField, Detail,
    Dialog, DisabledReason, Head, Icon, InitialView, Keep, Menu, MenuItem, NarrowFold, Ordered, Press, Row,
    RowOrder, Rows, SearchField, Select, SelectableLink, SelectionActions, Source, Switch, TableId,
    TableStatus, TextField, Tone, Unit, all_rows, badge, chart, details, disclosure, focus_main, focus_near,
    focus_soon, focus_table, format, heads, keep_focus, mark, places_in_page, rows_signal,
};
pub use link::link;
pub use notices::NoticeList;
pub use page::{Crumb, PageActions, PageHeader, PageTitle, TitleCount, actions_place};
pub use tabs::{Neighbours, Tabs, neighbours};
