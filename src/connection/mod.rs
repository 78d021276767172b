//! Where requests go and with which keys.

mod config;
mod relay;
mod session;

pub use config::{Config, ConfigError, ConnectionConfig, DemoKeys};
pub use relay::Relay;
pub use session::{Connection, Session};
