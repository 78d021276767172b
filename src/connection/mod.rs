//! Where requests go and with which keys.

mod caution;
mod config;
mod lock;
mod relay;
mod session;
mod tabs;
mod url;
pub mod vault;

pub use caution::{Caution, cautions, target};
pub use config::{Config, ConfigError, ConnectionConfig, DemoKeys};
pub use lock::{IdleLock, watch};
pub use relay::Relay;
pub use session::{Connection, Left, Session, User};
pub use tabs::{Tabs, Told};
pub use url::{UrlError, gateway};
