//! The connection as the application keeps it: tried, locked, shared with other tabs, remembered.

mod attempts;
mod lock;
mod tabs;
pub mod vault;

pub use attempts::{AttemptState, Attempts, Reason};
pub use databoxframe_client::connection::*;
pub use lock::{IdleLock, Watched, watch};
pub use tabs::{TabMessage, Tabs};
