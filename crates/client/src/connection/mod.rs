//! Where requests go and with which keys.

mod caution;
mod config;
mod origin;
mod relay;
mod session;
mod url;

pub use caution::{Caution, Hops};
pub use config::{Config, ConfigError, ConnectionConfig, DemoKeys};
pub use origin::Origin;
pub use relay::Relay;
pub use session::{Connection, Left, Session, User};
pub use url::{UrlError, gateway};
