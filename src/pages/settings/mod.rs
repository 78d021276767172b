//! Settings: language, theme, notifications, connection, and the comparison with the API reference.

mod appearance;
mod compare;
mod page;
mod report;

pub use appearance::{language_choice, theme_choice};
pub use page::SettingsPage;
