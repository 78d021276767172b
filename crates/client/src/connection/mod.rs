//! The connection: gateway, relay and keys.

mod config;
mod origin;
mod relay;
mod session;
mod url;
mod warning;

pub use config::{Config, ConfigError, ConnectionConfig, DemoKeys};
pub use origin::Origin;
pub use relay::Relay;
pub use session::{Connection, PreviousSession, Session, User};
pub use url::{UrlError, gateway};
pub use warning::{ConnectionWarning, Hops};
