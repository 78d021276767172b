//! Settings: language, theme, notifications, connection, and the comparison with the API reference.

mod compare;
mod page;
mod report;

pub use page::SettingsPage;
