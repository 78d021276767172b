//! Where requests go and with which keys.

mod caution;
mod config;
mod lock;
mod origin;
mod relay;
mod session;
mod tabs;
mod url;
pub mod vault;

pub use caution::{Caution, Hops};
pub use config::{Config, ConfigError, ConnectionConfig, DemoKeys};
pub use lock::{IdleLock, watch};
pub use origin::Origin;
pub use relay::Relay;
pub use session::{Connection, Left, Session, User};
pub use tabs::{Tabs, Told};
pub use url::{UrlError, gateway};
