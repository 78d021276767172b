//! The connection as the application keeps it: locked, shared with other tabs, remembered.

mod lock;
mod tabs;
pub mod vault;

pub use databoxframe_client::connection::*;
pub use lock::{IdleLock, Watched, watch};
pub use tabs::{TabMessage, Tabs};
